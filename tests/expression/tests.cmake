# The back ends of the expression language against its evaluator. The two sources are compiled in, so that
# this test does not wait for the rooms around them.
set(expression_tests ${CMAKE_CURRENT_LIST_DIR})
add_executable(test_expression_sql
  ${expression_tests}/sql_agrees_test.cpp
  ${expression_tests}/random_expressions.cpp
  ${CMAKE_SOURCE_DIR}/compiler/facts/sql.cpp)
target_include_directories(test_expression_sql PRIVATE ${expression_tests})
target_link_libraries(test_expression_sql PRIVATE svod_expression svod_catch svod_warnings PkgConfig::sqlite3)
add_test(NAME expression.sql COMMAND test_expression_sql)
set_tests_properties(expression.sql PROPERTIES LABELS expression TIMEOUT 120)
