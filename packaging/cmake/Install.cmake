# An installation is a prefix with bin, libexec and share, as the XDG tree in packaging/xdg; "cpack" in the build folder
# makes a Debian package of it.
include(GNUInstallDirs)

install(TARGETS groundplan groundplan-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS groundplan-graphviz groundplan-unpack RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/groundplan)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/packaging/xdg/ DESTINATION ${CMAKE_INSTALL_DATADIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/groundplan
        RENAME copyright)

install(FILES ${PROJECT_SOURCE_DIR}/resources/schema/groundplan.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/groundplan/schema)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME groundplan)
set(CPACK_PACKAGE_CONTACT "Groundplan developers <developers@groundplan.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "whiteboard for designing machine-learning systems")
set(CPACK_PACKAGE_DESCRIPTION
    "Draw framework blocks, wire them, attach trade-offs and metrics, and hand the design out as Graphviz DOT, PDF
and PNG. Every gesture is in the file at once; undo survives closing the program.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-noto-cjk, fonts-noto-color-emoji, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, shared-mime-info")
include(CPack)
