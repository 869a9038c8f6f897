# What the programs are made of, from one list (components.csv): a bill of materials (CycloneDX) and the text that
# `hotich --licences` prints, with the licence of each as its Debian package states it. Versions are those of the
# build. Nothing of it is kept in the repository, and nothing of it tells the day of the build.
#
# components.csv: name, SPDX licence, Debian package (or several, of which one is there), where the Windows build has
# it from (a source package of windows/dependencies.sh, "headers" or "package" of the build machine, a version, or
# nothing where that build is without it), programs (desktop, server, both, or windows for what only comes there).
set(HOTICH_BILL "${CMAKE_BINARY_DIR}/hotich.cdx.json")
set(HOTICH_LICENCES "${CMAKE_BINARY_DIR}/licences.txt")

# The version of an installed Debian package, without Debian's own part; the name of the one that is there.
function(find_package_version names version_out package_out)
  set(version "")
  set(package "")
  string(REPLACE "|" ";" names "${names}")
  foreach(name ${names})
    execute_process(COMMAND dpkg-query -W "-f=\${db:Status-Status} \${Version}" "${name}"
      OUTPUT_VARIABLE answer ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND answer MATCHES "^installed (.+)$")
      string(REGEX REPLACE "^[0-9]+:|-[^-]*$" "" version "${CMAKE_MATCH_1}")
      set(package "${name}")
      break()
    endif()
  endforeach()
  set(${version_out} "${version}" PARENT_SCOPE)
  set(${package_out} "${package}" PARENT_SCOPE)
endfunction()

# The version that windows/dependencies.sh has built.
function(find_source_version source version_out)
  set(built "")
  if(EXISTS "${HOTICH_WINDOWS_PREFIX}/complete")
    file(STRINGS "${HOTICH_WINDOWS_PREFIX}/complete" built REGEX "^${source}=")
  endif()
  string(REGEX REPLACE "^[^=]*=|[+-][^-]*$" "" version "${built}")
  set(${version_out} "${version}" PARENT_SCOPE)
endfunction()

function(make_components)
  file(READ "${CMAKE_SOURCE_DIR}/LICENSE" own_licence)
  set(heads "Hộ tịch ${PROJECT_VERSION}: Apache-2.0\n")
  set(texts "\n==== Hộ tịch\n\n${own_licence}")
  set(bill "")
  file(STRINGS "${CMAKE_SOURCE_DIR}/installers/components.csv" lines ENCODING UTF-8)
  list(POP_FRONT lines)
  foreach(line IN LISTS lines)
    string(REPLACE "," ";" line "${line}")
    list(GET line 0 name)
    list(GET line 1 licence)
    list(GET line 2 packages)
    list(GET line 3 windows)
    list(GET line 4 programs)
    if((WIN32 AND (windows STREQUAL "" OR programs STREQUAL "server")) OR (NOT WIN32 AND programs STREQUAL "windows"))
      continue()
    endif()
    find_package_version("${packages}" version package)
    if(windows MATCHES "^[0-9]")
      set(version "${windows}")
    elseif(WIN32 AND NOT windows MATCHES "^(headers|package)$")
      find_source_version("${windows}" version)
    endif()
    string(APPEND heads "${name} ${version}: ${licence}\n")
    set(text_file "/usr/share/doc/${package}/copyright")
    if(name STREQUAL "SQLCipher")
      set(text_file "${sqlcipher_folder}/package/LICENSE")
    endif()
    if(EXISTS "${text_file}")
      file(READ "${text_file}" text)
      string(APPEND texts "\n==== ${name}\n\n${text}")
    endif()
    if(licence MATCHES " WITH ")
      set(stated "{\"expression\": \"${licence}\"}")
    else()
      set(stated "{\"license\": {\"id\": \"${licence}\"}}")
    endif()
    list(APPEND bill "    {\"type\": \"library\", \"name\": \"${name}\", \"version\": \"${version}\", \"licenses\": [${stated}]}")
  endforeach()
  list(JOIN bill ",\n" bill)
  file(WRITE "${HOTICH_LICENCES}.new" "${heads}${texts}")
  file(COPY_FILE "${HOTICH_LICENCES}.new" "${HOTICH_LICENCES}" ONLY_IF_DIFFERENT)
  file(WRITE "${HOTICH_BILL}.new" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.4\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {\"type\": \"application\", \"name\": \"hotich\", \"version\": \"${PROJECT_VERSION}\", \"licenses\": [{\"license\": {\"id\": \"Apache-2.0\"}}]}
  },
  \"components\": [
${bill}
  ]
}
")
  file(COPY_FILE "${HOTICH_BILL}.new" "${HOTICH_BILL}" ONLY_IF_DIFFERENT)
endfunction()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/installers/components.csv")
make_components()
