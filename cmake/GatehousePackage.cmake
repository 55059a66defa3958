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
  foreach(icon IN ITEMS resources/icons/gatehouse.svg resources/gatehouse.svg)
    if(EXISTS "${CMAKE_SOURCE_DIR}/${icon}")
      install(FILES "${CMAKE_SOURCE_DIR}/${icon}" DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
              RENAME org.gatehouse.Console.svg COMPONENT gatehouse)
      break()
    endif()
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gatehouse)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_CONTACT "The Gatehouse maintainers <maintainers@gatehouse.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libqt6svg6, ca-certificates")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL gatehouse)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
