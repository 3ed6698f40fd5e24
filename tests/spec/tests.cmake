# Cases as data: one test for each file, so that a failure names its topic and language.
set(spec_runner_dir ${CMAKE_CURRENT_LIST_DIR}/runner)
add_executable(spec_runner ${spec_runner_dir}/main.cpp ${spec_runner_dir}/parse.cpp ${spec_runner_dir}/answer.cpp
  ${spec_runner_dir}/promises.cpp ${spec_runner_dir}/check.cpp ${spec_runner_dir}/show.cpp)
target_link_libraries(spec_runner PRIVATE newsparse_static)
file(GLOB spec_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.txt)
foreach(file ${spec_files})
  get_filename_component(name ${file} NAME_WE)
  add_test(NAME spec.${name} COMMAND spec_runner ${file})
endforeach()
