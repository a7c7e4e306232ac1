# The program that measures reading; see README.md beside. Only with -DSVOD_BENCH=ON.
option(SVOD_BENCH "Build the benchmarks" OFF)
if(SVOD_BENCH)
  add_executable(svod_bench_read ${CMAKE_CURRENT_LIST_DIR}/read_bench.cpp)
  target_link_libraries(svod_bench_read PRIVATE svod_workbook svod_warnings)
endif()
