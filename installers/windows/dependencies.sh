#!/usr/bin/env bash
# Builds for Windows what hotich-desktop and hotich stand on, with Debian's mingw-w64, from Debian's own source
# packages at the versions below. Prints the folder at the end. What is built stays there for the next time: the
# folder's name holds a hash of this file and of the toolchain, so that a changed list is built anew.
#
#   installers/windows/dependencies.sh [FOLDER]     (by default ~/.cache/hotich-windows)
#
# Packages that must be there: installers/windows/packages.txt.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
KEPT=${1:-$HOME/.cache/hotich-windows}
JOBS=${HOTICH_JOBS:-$(nproc)}

# Source packages of Debian 12. A point release takes old ones away from the archive: then the new version goes here,
# after a look at its changes.
SOURCES=(
  qt6-base=6.4.2+dfsg-10
  openssl=3.0.20-1~deb12u2
  libsodium=1.0.18-1+deb12u1
  libzstd=1.5.4+dfsg2-5
  qrencode=4.1.1-1
  utf8proc=2.8.0-1
  pugixml=1.13-0.2
  libzip=1.7.3-1
  libjpeg-turbo=1:2.1.5-2
  qpdf=11.3.0-1+deb12u1
  harfbuzz=6.0.0+dfsg-3
)

RECIPE=$(cat "${BASH_SOURCE[0]}" "$HERE/toolchain.cmake" | sha256sum | cut -c1-12)
export HOTICH_WINDOWS_PREFIX=$KEPT/$RECIPE
WORK=$KEPT/work-$RECIPE
HOST=x86_64-w64-mingw32

log() { printf '%s\n' "$*" >&2; }

# ------------------------------------------------------------------------------------- sources

# The machine's own package sources, asked for source packages, with lists of their own: nothing of the machine's
# set-up changes, and nobody has to be root.
prepare_apt() {
  mkdir -p "$WORK/apt/parts" "$WORK/apt/lists/partial" "$WORK/apt/cache/archives/partial"
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    if [[ -f $file ]]; then sed 's/^Types:.*/Types: deb-src/' "$file" >"$WORK/apt/parts/${file##*/}"; fi
  done
  if [[ -s /etc/apt/sources.list ]]; then
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$WORK/apt/parts/machine.list"
  fi
  cat >"$WORK/apt/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$WORK/apt/parts";
Dir::State::lists "$WORK/apt/lists";
Dir::Cache "$WORK/apt/cache";
CONF
  export APT_CONFIG=$WORK/apt/apt.conf
  apt-get -q -o APT::Sandbox::User="$(id -un)" update >&2
}

# fetch NAME ENTRY [OPTION...]
fetch() {
  local name=$1 entry=$2
  shift 2
  mkdir -p "$WORK/download/$name"
  (cd "$WORK/download/$name" && apt-get -q -o APT::Sandbox::User="$(id -un)" source --download-only "$@" "$entry" >&2)
}

# unpacked NAME: the folder of its source, Debian's patches applied. apt checks the archive's signature and hashes.
unpacked() {
  local name=$1 entry folder=$WORK/src/$1
  if [[ ! -d $folder ]]; then
    for entry in "${SOURCES[@]}"; do
      if [[ ${entry%%=*} == "$name" ]]; then break; fi
    done
    mkdir -p "$WORK/src"
    if fetch "$name" "$entry"; then
      dpkg-source -x "$WORK/download/$name/"*.dsc "$folder" >&2
    else
      # Some mirrors keep the author's archive only. Debian's own changes are then missing, and so it is said.
      log "$entry: without Debian's patches"
      fetch "$name" "$entry" --tar-only
      mkdir -p "$folder"
      tar -xf "$WORK/download/$name/"*.orig.tar.* -C "$folder" --strip-components=1
    fi
  fi
  printf '%s\n' "$folder"
}

# ------------------------------------------------------------------------------------- building

# step NAME COMMAND...: once; what was finished is not done again after an interruption.
step() {
  local name=$1 started=$SECONDS
  shift
  if [[ -f $WORK/done/$name ]]; then return; fi
  log "$name ..."
  # Apart, so that the first error ends it: bash forgets `set -e` in a function that an `if` asks.
  "$@" >"$WORK/$name.log" 2>&1 &
  if ! wait $!; then
    tail -n 30 "$WORK/$name.log" >&2
    log "$name failed; all of it: $WORK/$name.log"
    exit 1
  fi
  touch "$WORK/done/$name"
  log "$name: $((SECONDS - started)) s"
}

# configure NAME SOURCE [OPTION...]
configure() {
  local name=$1 source=$2
  shift 2
  cmake -S "$source" -B "$WORK/build/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$WORK/toolchain.cmake" -DCMAKE_INSTALL_PREFIX="$HOTICH_WINDOWS_PREFIX" \
    -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
}

# with_cmake NAME SOURCE [OPTION...]
with_cmake() {
  configure "$@"
  cmake --build "$WORK/build/$1" --parallel "$JOBS"
  cmake --install "$WORK/build/$1" --strip
}

# pkg_config NAME VERSION LIBRARY: for those whose own build has none for Windows.
pkg_config() {
  mkdir -p "$HOTICH_WINDOWS_PREFIX/lib/pkgconfig"
  cat >"$HOTICH_WINDOWS_PREFIX/lib/pkgconfig/$1.pc" <<PC
prefix=$HOTICH_WINDOWS_PREFIX
Name: $1
Description: built for Windows
Version: $2
Cflags: -I\${prefix}/include
Libs: -L\${prefix}/lib -l$3
PC
}

# Only what TLS' rest, SHA-256 and SQLCipher ask for; Qt's TLS on Windows is the system's own.
build_openssl() {
  local source
  source=$(unpacked openssl)
  mkdir -p "$WORK/build/openssl" && cd "$WORK/build/openssl"
  "$source/Configure" mingw64 --cross-compile-prefix=$HOST- --prefix="$HOTICH_WINDOWS_PREFIX" --libdir=lib \
    no-shared no-tests no-legacy no-dso no-engine no-ui-console no-dtls no-srp no-idea no-seed no-camellia \
    no-md4 no-mdc2 no-rc2 no-rc4 no-cast no-bf no-whirlpool no-cms no-ts no-ct no-comp no-aria no-sm2 no-sm3 \
    no-sm4 no-gost no-blake2 no-siphash no-ssl3 no-weak-ssl-ciphers CC=gcc-posix
  make -j"$JOBS" build_libs
  make install_dev
}

build_sodium() {
  local source
  source=$(unpacked libsodium)
  (cd "$source" && autoreconf -fi)
  mkdir -p "$WORK/build/sodium" && cd "$WORK/build/sodium"
  "$source/configure" --host=$HOST --prefix="$HOTICH_WINDOWS_PREFIX" --disable-shared --enable-static \
    CC="ccache $HOST-gcc-posix"
  make -j"$JOBS"
  make install
}

build_zstd() {
  local source
  source=$(unpacked libzstd)
  with_cmake zstd "$source/build/cmake" -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_TESTS=OFF
}

build_qrencode() {
  local source
  source=$(unpacked qrencode)
  with_cmake qrencode "$source" -DWITH_TOOLS=NO -DWITH_TESTS=NO -DWITHOUT_PNG=ON
}

build_utf8proc() {
  local source
  source=$(unpacked utf8proc)
  with_cmake utf8proc "$source" -DBUILD_SHARED_LIBS=OFF -DUTF8PROC_ENABLE_TESTING=OFF -DCMAKE_C_FLAGS=-DUTF8PROC_STATIC
  pkg_config libutf8proc 2.8.0 utf8proc
  sed -i 's/^Cflags:.*/& -DUTF8PROC_STATIC/' "$HOTICH_WINDOWS_PREFIX/lib/pkgconfig/libutf8proc.pc"
}

build_pugixml() {
  local source
  source=$(unpacked pugixml)
  with_cmake pugixml "$source" -DBUILD_SHARED_LIBS=OFF
  pkg_config pugixml 1.13 pugixml
}

build_libzip() {
  local source
  source=$(unpacked libzip)
  with_cmake libzip "$source" -DBUILD_SHARED_LIBS=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF \
    -DBUILD_DOC=OFF -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF \
    -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF
}

# Nothing of ours reads a picture in a PDF; qpdf is not built without.
build_libjpeg() {
  local source
  source=$(unpacked libjpeg-turbo)
  with_cmake libjpeg "$source" -DENABLE_SHARED=OFF -DWITH_TURBOJPEG=OFF -DWITH_SIMD=OFF
}

# The library alone: its programs and tests want what Windows has not. Two of its files use the C types of <cstdint>
# without naming it.
build_qpdf() {
  local source
  source=$(unpacked qpdf)
  configure qpdf "$source" -DBUILD_SHARED_LIBS=OFF -DBUILD_DOC=OFF -DINSTALL_EXAMPLES=OFF \
    -DUSE_IMPLICIT_CRYPTO=OFF -DREQUIRE_CRYPTO_NATIVE=ON -DCMAKE_CXX_FLAGS='-include cstdint'
  cmake --build "$WORK/build/qpdf" --parallel "$JOBS" --target libqpdf
  cmake --install "$WORK/build/qpdf" --component dev
  pkg_config zlib 1.2.13 z # qpdf's own file names it; the library is mingw-w64's
}

# Its own single file of everything that taking a font apart wants, shaping among it: as two static libraries the parts
# would be there twice.
build_harfbuzz() {
  local source
  source=$(unpacked harfbuzz)
  mkdir -p "$WORK/build/harfbuzz" "$HOTICH_WINDOWS_PREFIX/include/harfbuzz" && cd "$WORK/build/harfbuzz"
  ccache $HOST-g++-posix -std=c++17 -O2 -I"$source/src" -c "$source/src/harfbuzz-subset.cc" -o harfbuzz-subset.o
  $HOST-ar rcs "$HOTICH_WINDOWS_PREFIX/lib/libharfbuzz-subset.a" harfbuzz-subset.o
  cp "$source"/src/hb*.h "$HOTICH_WINDOWS_PREFIX/include/harfbuzz/"
  pkg_config harfbuzz-subset 6.0.0 harfbuzz-subset
  sed -i 's/^Cflags:.*/&\/harfbuzz/' "$HOTICH_WINDOWS_PREFIX/lib/pkgconfig/harfbuzz-subset.pc"
}

# tabletevent: Debian's source is without wintab.h. direct2d itself must stay, the fonts of printing hang on it.
build_qt_base() {
  local source
  source=$(unpacked qt6-base)
  with_cmake qt-base "$source" \
    -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
    -DFEATURE_tabletevent=OFF -DFEATURE_direct2d1_1=OFF -DFEATURE_tuiotouch=OFF -DINPUT_opengl=no \
    -DFEATURE_sql=OFF -DFEATURE_dbus=OFF -DFEATURE_openssl=OFF -DFEATURE_openssl_runtime=OFF \
    -DFEATURE_schannel=ON -DFEATURE_pkg_config=OFF -DFEATURE_zstd=OFF -DFEATURE_icu=OFF -DFEATURE_glib=OFF
}

# Boost's headers are the build machine's. They must not come with the rest of /usr/include.
show_boost_headers() {
  mkdir -p "$HOTICH_WINDOWS_PREFIX/boost"
  ln -sfn /usr/include/boost "$HOTICH_WINDOWS_PREFIX/boost/boost"
}

main() {
  mkdir -p "$WORK/done" "$WORK/build" "$HOTICH_WINDOWS_PREFIX/lib" "$HOTICH_WINDOWS_PREFIX/include"
  if [[ ! -f $HOTICH_WINDOWS_PREFIX/complete ]]; then
    # What was begun from one checkout goes on from another.
    cp "$HERE/toolchain.cmake" "$WORK/toolchain.cmake"
    prepare_apt
    step openssl build_openssl
    step sodium build_sodium
    step zstd build_zstd
    step qrencode build_qrencode
    step utf8proc build_utf8proc
    step pugixml build_pugixml
    step libzip build_libzip
    step libjpeg build_libjpeg
    step qpdf build_qpdf
    step harfbuzz build_harfbuzz
    step boost show_boost_headers
    step qt-base build_qt_base
    printf '%s\n' "${SOURCES[@]}" >"$HOTICH_WINDOWS_PREFIX/complete"
    rm -rf "$WORK"
  fi
  printf '%s\n' "$HOTICH_WINDOWS_PREFIX"
}

main
