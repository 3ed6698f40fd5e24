# Installing: headers, both libraries, find_package(newsparse) and pkg-config newsparse.
include(CMakePackageConfigHelpers)
set(cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/newsparse)
set_target_properties(newsparse_static PROPERTIES EXPORT_NAME newsparse_static)

install(TARGETS newsparse EXPORT newsparseTargets COMPONENT library
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS newsparse_static EXPORT newsparseStaticTargets COMPONENT library
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/newsparse DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library
  FILES_MATCHING PATTERN "*.h")
install(EXPORT newsparseTargets NAMESPACE newsparse:: DESTINATION ${cmake_dir} COMPONENT library)
install(EXPORT newsparseStaticTargets NAMESPACE newsparse:: DESTINATION ${cmake_dir} COMPONENT library)

configure_package_config_file(newsparseConfig.cmake.in newsparseConfig.cmake INSTALL_DESTINATION ${cmake_dir}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(newsparseConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/newsparseConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/newsparseConfigVersion.cmake
  DESTINATION ${cmake_dir} COMPONENT library)

# The .pc file finds its own prefix, so that an installed tree can be moved.
file(RELATIVE_PATH pc_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(newsparse.pc.in newsparse.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/newsparse.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
