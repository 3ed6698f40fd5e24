# Robustness, in plain programs: sanitizers see their leaks and races, which they would not inside a test framework.
set(robust_dir ${CMAKE_CURRENT_LIST_DIR})
find_package(Threads REQUIRED)

add_executable(oom ${robust_dir}/oom.c ${robust_dir}/texts.c $<TARGET_OBJECTS:newsparse_objects>)
target_include_directories(oom PRIVATE ${PROJECT_SOURCE_DIR}/include)

target_link_options(oom PRIVATE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc)
target_link_libraries(oom PRIVATE ICU::i18n ICU::uc PkgConfig::UTF8PROC)
add_test(NAME robust.oom COMMAND oom)

add_executable(threads ${robust_dir}/threads.c ${robust_dir}/texts.c)
target_link_libraries(threads PRIVATE newsparse_static Threads::Threads)
add_test(NAME robust.threads COMMAND threads)

add_executable(properties ${robust_dir}/properties.cpp ${robust_dir}/texts.c ${spec_runner_dir}/promises.cpp
  ${spec_runner_dir}/show.cpp)
target_include_directories(properties PRIVATE ${spec_runner_dir})
target_link_libraries(properties PRIVATE newsparse_static)
set(random_texts 1500)
if(NSP_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL Debug)
  set(random_texts 400) # slower there
endif()
add_test(NAME robust.properties COMMAND properties ${random_texts})

if(NOT NSP_SANITIZE AND NOT CMAKE_BUILD_TYPE STREQUAL Debug)
  add_executable(hostile ${robust_dir}/hostile.c ${robust_dir}/texts.c)
  target_link_libraries(hostile PRIVATE newsparse_static)
  add_test(NAME robust.hostile COMMAND hostile)
  set_tests_properties(robust.hostile PROPERTIES RUN_SERIAL ON)
endif()
