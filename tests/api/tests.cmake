# What the world sees: headers, exported functions, an installed copy, and the ABI against the last release.
set(api_dir ${CMAKE_CURRENT_LIST_DIR})
find_package(Python3 3.9 COMPONENTS Interpreter REQUIRED)
add_test(NAME api.headers COMMAND bash ${api_dir}/headers.sh ${PROJECT_SOURCE_DIR}/include)
if(NOT NSP_SANITIZE)
  add_test(NAME api.symbols
    COMMAND ${Python3_EXECUTABLE} ${api_dir}/symbols.py $<TARGET_FILE:newsparse> ${PROJECT_SOURCE_DIR}/include)
  add_test(NAME api.install COMMAND bash ${api_dir}/../install/run.sh ${PROJECT_BINARY_DIR} ${PROJECT_SOURCE_DIR}
    ${CMAKE_C_COMPILER} ${CMAKE_CXX_COMPILER})
  set_tests_properties(api.install PROPERTIES TIMEOUT 300)
  add_test(NAME api.abi COMMAND bash ${api_dir}/abi.sh $<TARGET_FILE:newsparse> ${PROJECT_SOURCE_DIR})
  set_tests_properties(api.abi PROPERTIES SKIP_RETURN_CODE 77)
endif()
