if(TARGET svod)
  foreach(name determinism killed products commands words issued ledger failures usage)
    add_test(NAME products.${name}
      COMMAND ${SVOD_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/${name}.py $<TARGET_FILE:svod>)
    set_tests_properties(products.${name} PROPERTIES TIMEOUT 600)
  endforeach()
endif()
