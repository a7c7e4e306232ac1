if(TARGET svod)
  add_test(NAME cases COMMAND ${SVOD_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/run.py $<TARGET_FILE:svod>)
  set_tests_properties(cases PROPERTIES TIMEOUT 300)
endif()
