# The program that measures reading; see README.md beside. Included with -DSVOD_BENCH=ON only.
add_executable(svod_bench_read ${CMAKE_CURRENT_LIST_DIR}/read_bench.cpp)
target_link_libraries(svod_bench_read PRIVATE svod_workbook svod_warnings)
