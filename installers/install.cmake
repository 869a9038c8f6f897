# What an installation has, and the Debian packages of it. Three components: what both programs read (common), the
# clerk's programs (desktop), the server (server). `cpack -G DEB` in the build folder makes the packages;
# installers/windows/package.sh makes the Windows installer out of the component "desktop".
include(GNUInstallDirs)

set(linux_files "${CMAKE_CURRENT_SOURCE_DIR}/installers/linux")
if(WIN32)
  set(schemas_component desktop) # one installer, one component
else()
  set(schemas_component common)
endif()
install(DIRECTORY schemas/ DESTINATION share/hotich/schemas COMPONENT ${schemas_component})
install(FILES LICENSE "${HOTICH_BILL}" "${HOTICH_LICENCES}" DESTINATION share/hotich COMPONENT ${schemas_component})

install(FILES installers/guide_for_it.md installers/changelog.md DESTINATION share/hotich COMPONENT ${schemas_component})

# man_and_completion(PROGRAM COMPONENT PAGE...): what the program tells of its own command line. PAGE is
# FOLDER=LANGUAGE, of each language that it speaks.
function(man_and_completion program component)
  set(folder "${CMAKE_BINARY_DIR}/manual")
  set(made "${folder}/${program}.bash")
  set(say "${CMAKE_COMMAND}" -E env "HOTICH_SCHEMAS=${CMAKE_SOURCE_DIR}/schemas")
  set(commands COMMAND ${say} "$<TARGET_FILE:${program}>" --completion > "${folder}/${program}.bash")
  foreach(page ${ARGN})
    string(REPLACE "=" ";" page "${page}")
    list(GET page 0 place)
    list(GET page 1 language)
    set(file "${folder}/${place}/${program}.1")
    file(MAKE_DIRECTORY "${folder}/${place}")
    list(APPEND commands COMMAND ${say} "$<TARGET_FILE:${program}>" --lang ${language} --manual > "${file}")
    list(APPEND made "${file}")
    install(FILES "${file}" DESTINATION ${CMAKE_INSTALL_DATADIR}/${place} COMPONENT ${component})
  endforeach()
  add_custom_command(OUTPUT ${made} ${commands} DEPENDS ${program} VERBATIM)
  add_custom_target(${program}-manual ALL DEPENDS ${made})
  install(FILES "${folder}/${program}.bash" DESTINATION share/bash-completion/completions RENAME ${program}
    COMPONENT ${component})
endfunction()

if(HOTICH_WITH_DESKTOP)
  install(TARGETS hotich-desktop hotich RUNTIME DESTINATION bin COMPONENT desktop)
  if(NOT WIN32)
    install(FILES "${linux_files}/hotich-desktop.desktop" DESTINATION share/applications COMPONENT desktop)
    install(FILES desktop/app/hotich.svg DESTINATION share/icons/hicolor/scalable/apps COMPONENT desktop)
    install(FILES "${CMAKE_BINARY_DIR}/desktop/hotich.png" DESTINATION share/icons/hicolor/256x256/apps COMPONENT desktop)
    install(FILES "${linux_files}/hotich-nightly.service" "${linux_files}/hotich-nightly.timer"
      DESTINATION lib/systemd/user COMPONENT desktop)
    man_and_completion(hotich desktop man/man1=en)
    install(FILES "${linux_files}/hotich-desktop.1" DESTINATION ${CMAKE_INSTALL_DATADIR}/man/man1 COMPONENT desktop)
  endif()
endif()
if(HOTICH_WITH_SERVER)
  install(TARGETS hotich-server RUNTIME DESTINATION bin COMPONENT server)
  install(FILES "${linux_files}/hotich-server.service" DESTINATION lib/systemd/system COMPONENT server)
  install(DIRECTORY installers/monitoring DESTINATION share/hotich COMPONENT server)
  if(NOT WIN32)
    man_and_completion(hotich-server server man/man1=en man/vi/man1=vi)
  endif()
endif()

if(WIN32)
  return() # installers/windows/hotich.nsi
endif()

# --- Debian packages: hotich-common, hotich-desktop, hotich-server
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hotich)
set(CPACK_PACKAGE_VENDOR "Hộ tịch")
set(CPACK_PACKAGE_CONTACT "Hộ tịch <hotich@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_COMPONENTS_ALL common)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_STRIP_FILES ON)
# What the programs link is asked of them.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMMON_PACKAGE_NAME hotich-common)
set(CPACK_DEBIAN_COMMON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_COMMON_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_COMMON_DESCRIPTION "Civil-status register of Vietnam's communes: what its programs share
 The kinds of event, the papers, the code lists and the texts.")
if(HOTICH_WITH_DESKTOP)
  list(APPEND CPACK_COMPONENTS_ALL desktop)
  set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME hotich-desktop)
  set(CPACK_COMPONENT_DESKTOP_DEPENDS common)
  set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "gnome-keyring, cups-client")
  set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "Civil-status register of Vietnam's communes: the clerk's programs
 hotich-desktop is the register at a commune's office, with its forms and
 papers; hotich is the same without a window, for the nightly job.")
endif()
if(HOTICH_WITH_SERVER)
  list(APPEND CPACK_COMPONENTS_ALL server)
  set(CPACK_DEBIAN_SERVER_PACKAGE_NAME hotich-server)
  set(CPACK_COMPONENT_SERVER_DEPENDS common)
  set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser")
  set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "postgresql")
  set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
      "${linux_files}/server/postinst;${linux_files}/server/prerm;${linux_files}/server/postrm")
  set(CPACK_COMPONENT_SERVER_DESCRIPTION "Civil-status register of Vietnam's communes: the server
 Takes in what the desks of a province write, gives registration numbers, and
 brings every office's register together.")
endif()
include(CPack)
