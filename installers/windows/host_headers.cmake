# Cross-building for Windows: libraries that are headers alone are taken from the build machine. They must not come
# with the rest of /usr/include, so each has a link in a folder of its own.
set(host_headers "${CMAKE_BINARY_DIR}/host_headers")
file(MAKE_DIRECTORY "${host_headers}")
foreach(name boost valijson CLI)
  file(CREATE_LINK "/usr/include/${name}" "${host_headers}/${name}" SYMBOLIC)
endforeach()
include_directories(SYSTEM "${host_headers}")

add_library(CLI11::CLI11 INTERFACE IMPORTED GLOBAL)

# The one part of Boost.JSON that is no header.
file(WRITE "${CMAKE_BINARY_DIR}/boost_json.cpp.new" "#include <boost/json/src.hpp>\n")
file(COPY_FILE "${CMAKE_BINARY_DIR}/boost_json.cpp.new" "${CMAKE_BINARY_DIR}/boost_json.cpp" ONLY_IF_DIFFERENT)
add_library(hotich_boost_json STATIC "${CMAKE_BINARY_DIR}/boost_json.cpp")
target_compile_definitions(hotich_boost_json PUBLIC BOOST_ALL_NO_LIB)
target_compile_options(hotich_boost_json PRIVATE -w)
add_library(Boost::json ALIAS hotich_boost_json)
