# The specimen's pages against the recorded ones, and through other readers of PDF.
if(TARGET svod)
  add_test(NAME specimen.pages COMMAND ${SVOD_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/pages.py $<TARGET_FILE:svod>
           --out ${CMAKE_BINARY_DIR}/specimen)
  set_tests_properties(specimen.pages PROPERTIES TIMEOUT 600)
endif()
