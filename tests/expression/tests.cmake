# The back ends of the expression language against its evaluator. The two sources are compiled in, so that
# this test does not wait for the rooms around them.
set(expression_tests ${CMAKE_CURRENT_LIST_DIR})
add_executable(test_expression_back_ends
  ${expression_tests}/sql_agrees_test.cpp
  ${expression_tests}/formula_test.cpp
  ${expression_tests}/random_expressions.cpp
  ${CMAKE_SOURCE_DIR}/compiler/facts/sql.cpp
  ${CMAKE_SOURCE_DIR}/compiler/xlsx/formula.cpp)
target_include_directories(test_expression_back_ends PRIVATE ${expression_tests})
target_link_libraries(test_expression_back_ends PRIVATE svod_expression svod_catch svod_warnings PkgConfig::sqlite3)
add_test(NAME expression.back_ends COMMAND test_expression_back_ends)
set_tests_properties(expression.back_ends PROPERTIES LABELS expression TIMEOUT 120)

add_executable(expression_excel_cases
  ${expression_tests}/excel_cases.cpp
  ${expression_tests}/random_expressions.cpp
  ${CMAKE_SOURCE_DIR}/compiler/xlsx/formula.cpp)
target_include_directories(expression_excel_cases PRIVATE ${expression_tests})
target_link_libraries(expression_excel_cases PRIVATE svod_expression svod_warnings)
add_test(NAME expression.excel
  COMMAND ${SVOD_PYTHON} ${expression_tests}/check_formulas.py
    $<TARGET_FILE:expression_excel_cases> ${CMAKE_CURRENT_BINARY_DIR}/expression_excel)
set_tests_properties(expression.excel PROPERTIES LABELS "expression;office" TIMEOUT 300 SKIP_RETURN_CODE 77)
