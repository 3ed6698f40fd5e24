# Unit tests: every unit/test_*.c goes into one program, linked with the library's objects so that what is private can
# be tested too. Skipped, with a word, where Criterion is missing.
pkg_check_modules(CRITERION IMPORTED_TARGET criterion)
file(GLOB unit_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
if(NSP_SANITIZE MATCHES thread)
  message(STATUS "No unit tests: Criterion and the thread sanitizer do not go together")
elseif(CRITERION_FOUND AND unit_sources)
  add_executable(unit_tests ${unit_sources} $<TARGET_OBJECTS:newsparse_objects>)
  target_include_directories(unit_tests PRIVATE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(unit_tests PRIVATE PkgConfig::CRITERION ICU::i18n ICU::uc PkgConfig::UTF8PROC)
  add_test(NAME unit COMMAND unit_tests)
  # Criterion itself leaks; leaks of ours are looked for in the plain programs of robust/.
  set_tests_properties(unit PROPERTIES TIMEOUT 300 ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
elseif(NOT CRITERION_FOUND)
  message(STATUS "Criterion (libcriterion-dev) is missing: no unit tests")
endif()
