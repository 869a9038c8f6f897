# SQLCipher 4.14.0 (SQLite 3.51.3), built from the amalgamation inside a pinned npm package, because Debian's is of
# 2016. The package is fetched once by `npm pack` (which runs none of its scripts) and refused unless its SHA-512 is
# the registry's own integrity value, written below in hex. Nothing of it is committed. Licence: BSD-3-Clause.
include_guard(GLOBAL)

set(HOTICH_SQLCIPHER_PACKAGE "@journeyapps/sqlcipher@6.0.0")
set(HOTICH_SQLCIPHER_SHA512
    "626592408478727bfee4bdfc9582684bf74817ff9b11905a0020136de4f2ab85ca8cc1dcc5d22516712504b888a9af6bc2c78e222988623b9d80e382a2fb9ddd")
set(HOTICH_DOWNLOADS "$ENV{HOME}/.cache/hotich-deps" CACHE PATH "where fetched packages are kept between builds")

function(hotich_fetch_sqlcipher result_archive)
  set(archive "${HOTICH_DOWNLOADS}/journeyapps-sqlcipher-6.0.0.tgz")
  if(EXISTS "${archive}")
    file(SHA512 "${archive}" hash)
    if(NOT hash STREQUAL HOTICH_SQLCIPHER_SHA512)
      file(REMOVE "${archive}")
    endif()
  endif()
  if(NOT EXISTS "${archive}")
    find_program(NPM_EXECUTABLE NAMES npm npm.cmd REQUIRED NO_CMAKE_FIND_ROOT_PATH)
    file(MAKE_DIRECTORY "${HOTICH_DOWNLOADS}")
    execute_process(
      COMMAND "${NPM_EXECUTABLE}" pack "${HOTICH_SQLCIPHER_PACKAGE}" --ignore-scripts --silent
              --pack-destination "${HOTICH_DOWNLOADS}"
      WORKING_DIRECTORY "${HOTICH_DOWNLOADS}"
      RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE reason)
    if(failed)
      message(FATAL_ERROR "npm pack ${HOTICH_SQLCIPHER_PACKAGE} failed: ${reason}")
    endif()
    file(SHA512 "${archive}" hash)
    if(NOT hash STREQUAL HOTICH_SQLCIPHER_SHA512)
      file(REMOVE "${archive}")
      message(FATAL_ERROR "${HOTICH_SQLCIPHER_PACKAGE} is not the pinned one: SHA-512 ${hash}")
    endif()
  endif()
  set(${result_archive} "${archive}" PARENT_SCOPE)
endfunction()

hotich_fetch_sqlcipher(sqlcipher_archive)
set(sqlcipher_folder "${CMAKE_BINARY_DIR}/_deps/sqlcipher")
if(NOT EXISTS "${sqlcipher_folder}/${HOTICH_SQLCIPHER_SHA512}")
  file(REMOVE_RECURSE "${sqlcipher_folder}")
  file(ARCHIVE_EXTRACT INPUT "${sqlcipher_archive}" DESTINATION "${sqlcipher_folder}")
  file(TOUCH "${sqlcipher_folder}/${HOTICH_SQLCIPHER_SHA512}")
endif()

set(sqlcipher_sources "${sqlcipher_folder}/package/deps/sqlcipher-amalgamation")
add_library(sqlcipher STATIC "${sqlcipher_sources}/sqlite3.c")
add_library(SQLCipher::SQLCipher ALIAS sqlcipher)
target_include_directories(sqlcipher SYSTEM PUBLIC "${sqlcipher_sources}")
target_compile_definitions(sqlcipher
  PUBLIC  SQLITE_HAS_CODEC # declares sqlite3_key in sqlite3.h
  PRIVATE SQLCIPHER_CRYPTO_OPENSSL SQLITE_EXTRA_INIT=sqlcipher_extra_init
          SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown SQLITE_THREADSAFE=1 SQLITE_TEMP_STORE=2
          SQLITE_ENABLE_FTS5 SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_OMIT_LOAD_EXTENSION
          SQLITE_USE_ALLOCA SQLITE_DEFAULT_MEMSTATUS=0 HAVE_STDINT_H=1 HAVE_USLEEP=1 NDEBUG)
target_compile_options(sqlcipher PRIVATE -w)
set_target_properties(sqlcipher PROPERTIES POSITION_INDEPENDENT_CODE ON C_CLANG_TIDY "")
find_package(Threads REQUIRED)
target_link_libraries(sqlcipher PUBLIC OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS})
if(UNIX)
  target_link_libraries(sqlcipher PUBLIC m)
elseif(WIN32)
  target_link_libraries(sqlcipher PUBLIC ws2_32 crypt32 bcrypt) # of OpenSSL
endif()
