# Fuzz targets. With a plain driver their seed corpus is a test everywhere; the fuzz preset builds them with libFuzzer:
#   cmake --preset fuzz && cmake --build --preset fuzz
#   build/fuzz/tests/fuzz_analyze -max_len=4096 NEW_CORPUS tests/fuzz/corpus/analyze
set(fuzz_dir ${CMAKE_CURRENT_LIST_DIR})
foreach(target analyze pack)
  if(NSP_BUILD_FUZZERS)
    add_executable(fuzz_${target} ${fuzz_dir}/fuzz_${target}.c)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(fuzz_${target} ${fuzz_dir}/fuzz_${target}.c ${fuzz_dir}/driver.c)
    file(GLOB corpus CONFIGURE_DEPENDS ${fuzz_dir}/corpus/${target}/*)
    add_test(NAME fuzz.${target} COMMAND fuzz_${target} ${corpus})
  endif()
  target_include_directories(fuzz_${target} PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(fuzz_${target} PRIVATE newsparse_static)
endforeach()
