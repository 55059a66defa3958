# SPDX-License-Identifier: Apache-2.0
# Installation and the Debian package (`./dev package`).
include(GNUInstallDirs)
foreach(program IN ITEMS gatehouse gatehoused gatehousectl)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT gatehouse)
  endif()
endforeach()
install(FILES "${CMAKE_SOURCE_DIR}/packaging/gatehoused.service" DESTINATION lib/systemd/system COMPONENT gatehouse)
install(FILES "${CMAKE_SOURCE_DIR}/README.md" "${CMAKE_SOURCE_DIR}/packaging/copyright"
        DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT gatehouse)
if(TARGET gatehouse)
  install(FILES "${CMAKE_SOURCE_DIR}/packaging/org.gatehouse.Console.desktop"
          DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT gatehouse)
  install(FILES "${CMAKE_SOURCE_DIR}/packaging/org.gatehouse.Console.mime.xml"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME org.gatehouse.Console.xml COMPONENT gatehouse)
  install(FILES "${CMAKE_SOURCE_DIR}/packaging/org.gatehouse.Console.metainfo.xml"
          DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT gatehouse)
  set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
  install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/gatehouse.svg" DESTINATION ${icons}/scalable/apps
          RENAME org.gatehouse.Console.svg COMPONENT gatehouse)
  install(FILES "${CMAKE_SOURCE_DIR}/packaging/org.gatehouse.Console-symbolic.svg" DESTINATION ${icons}/symbolic/apps
          COMPONENT gatehouse)
  install(FILES "${CMAKE_SOURCE_DIR}/packaging/gatehouse.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT gatehouse)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gatehouse)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_CONTACT "The Gatehouse maintainers <maintainers@gatehouse.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(TARGET gatehouse)
  # The icons' plugin is in a package of its own from trixie on.
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-svg-plugins | libqt6svg6 (<< 6.6)")
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, fonts-inter, fonts-jetbrains-mono, qt6-translations-l10n")
else()
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates")
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL gatehouse)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
