# Sample workbooks, looked at by another reader and computed anew by LibreOffice.
set(xlsx_tests ${CMAKE_CURRENT_LIST_DIR})
set(xlsx_work ${CMAKE_CURRENT_BINARY_DIR}/xlsx)
add_executable(xlsx_samples ${xlsx_tests}/write_samples.cpp ${CMAKE_CURRENT_SOURCE_DIR}/unit/xlsx/documents.cpp)
target_include_directories(xlsx_samples PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/unit/xlsx)
target_link_libraries(xlsx_samples PRIVATE svod_xlsx svod_warnings)

add_test(NAME xlsx.samples COMMAND xlsx_samples ${xlsx_work})
set_tests_properties(xlsx.samples PROPERTIES FIXTURES_SETUP xlsx_samples TIMEOUT 60 LABELS xlsx)

add_test(NAME xlsx.structure COMMAND ${SVOD_PYTHON} ${xlsx_tests}/check_structure.py ${xlsx_work})
set_tests_properties(xlsx.structure PROPERTIES FIXTURES_REQUIRED xlsx_samples TIMEOUT 120 LABELS xlsx)

add_test(NAME xlsx.recalculation
  COMMAND ${SVOD_PYTHON} ${xlsx_tests}/check_recalculation.py ${xlsx_work} ${xlsx_work}/whole.xlsx
    ${xlsx_work}/plan.xlsx)
set_tests_properties(xlsx.recalculation PROPERTIES
  FIXTURES_REQUIRED xlsx_samples TIMEOUT 300 LABELS "xlsx;office" SKIP_RETURN_CODE 77)
