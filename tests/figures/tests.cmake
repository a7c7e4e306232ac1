# The published figures of the sample, against rows and against svod.
if(TARGET svod)
  add_test(NAME figures.published COMMAND ${SVOD_PYTHON} ${CMAKE_CURRENT_LIST_DIR}/published.py $<TARGET_FILE:svod>
           ${CMAKE_SOURCE_DIR}/inputs/kemerovo-2021)
endif()
