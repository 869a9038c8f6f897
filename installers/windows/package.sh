#!/usr/bin/env bash
# Lays out what an installation has (programs, the DLLs they import, plugins, schemas) and makes the installer of it.
#   installers/windows/package.sh BUILD_FOLDER PREFIX VERSION      -> BUILD_FOLDER/hotich-setup.exe
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
BUILD=$(cd "$1" && pwd -P)
PREFIX=$2
VERSION=$3
HOST=x86_64-w64-mingw32
STAGE=$BUILD/stage

# What of Qt is loaded by name at run time, so that no import table tells of it.
PLUGINS=(
  platforms/qwindows.dll
  platforms/qoffscreen.dll # hotich.exe paints papers without a screen
  styles/qwindowsvistastyle.dll
  tls/qschannelbackend.dll
  imageformats/qjpeg.dll
)

runtime_folder() { dirname "$("$HOST-gcc-posix" -print-libgcc-file-name)"; }

# add_imports FOLDER: copies beside the programs every DLL that something there imports and that is ours to ship;
# what is found nowhere is Windows' own.
add_imports() {
  local folder=$1 file name place
  local -a waiting
  local -A seen=()
  mapfile -t waiting < <(find "$folder" \( -name '*.exe' -o -name '*.dll' \))
  while ((${#waiting[@]} > 0)); do
    file=${waiting[0]}
    waiting=("${waiting[@]:1}")
    while read -r name; do
      if [[ -n ${seen[$name]:-} ]]; then continue; fi
      seen[$name]=1
      for place in "$PREFIX/bin" "$(runtime_folder)" "/usr/$HOST/lib"; do
        if [[ -f $place/$name ]]; then
          cp "$place/$name" "$folder/"
          waiting+=("$folder/$name")
          break
        fi
      done
    done < <("$HOST-objdump" -p "$file" | awk '/DLL Name:/ { print $3 }')
  done
}

# What test programs need beside an installation.
add_test_libraries() {
  rm -rf "$BUILD/test-libraries"
  install -D "$PREFIX/bin/Qt6Test.dll" "$BUILD/test-libraries/Qt6Test.dll"
}

main() {
  local plugin
  rm -rf "$STAGE"
  cmake --install "$BUILD" --prefix "$STAGE" --component desktop >/dev/null
  for plugin in "${PLUGINS[@]}"; do
    install -D "$PREFIX/plugins/$plugin" "$STAGE/bin/$plugin"
  done
  add_imports "$STAGE/bin"
  add_test_libraries
  find "$STAGE" \( -name '*.dll' -o -name '*.exe' \) -exec "$HOST-strip" --strip-unneeded {} +
  rm -f "$BUILD/hotich-setup.exe"
  makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$VERSION" -DPROGRAMS="$STAGE" -DOUT="$BUILD/hotich-setup.exe" "$HERE/hotich.nsi"
}

main
