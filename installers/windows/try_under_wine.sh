#!/usr/bin/env bash
# Tries the installer as district IT and a clerk would, under wine: a silent installation, the test programs, the
# desktop on a screen (a picture of it), a birth registered with hotich.exe against a Linux hotich-server and its
# certificate as PDF, an installation over the one before, the removal, which leaves the register where it is.
#   installers/windows/try_under_wine.sh BUILD_FOLDER SERVER_PROGRAM OUT_FOLDER
# Every step has a time limit; what was started here ends with it.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
BUILD=$(cd "$1" && pwd -P)
SERVER=$(realpath "$2")
mkdir -p "$3"
OUT=$(cd "$3" && pwd -P)

export WINEPREFIX=$OUT/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
INSTALLED="$WINEPREFIX/drive_c/Program Files/HoTich"
CLERK=$OUT/'Nguyễn Đức' # a folder as clerks have them
SERVER_PID=
SCREEN_PID=

say() { printf '%s\n' "== $*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

end_all() {
  if [[ -n $SERVER_PID ]]; then kill "$SERVER_PID" 2>/dev/null || true; fi
  wineserver -k 2>/dev/null || true
  if [[ -n $SCREEN_PID ]]; then kill "$SCREEN_PID" 2>/dev/null || true; fi
}
trap end_all EXIT

# in_wine SECONDS PROGRAM [ARGUMENT...]
in_wine() {
  local limit=$1
  shift
  timeout --foreground "$limit" wine "$@"
}

hotich() { HOTICH_PASSWORD_FILE="Z:$OUT/password" in_wine 120 "$INSTALLED/bin/hotich.exe" --register "$CLERK/desk.hotich" "$@"; }

# One screen for all of wine's programs: its server does not outlive one.
open_screen() {
  local display
  for display in 97 98 99; do
    if [[ -e /tmp/.X11-unix/X$display ]]; then continue; fi
    Xvfb ":$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
    SCREEN_PID=$!
    sleep 1
    if kill -0 "$SCREEN_PID" 2>/dev/null; then
      export DISPLAY=:$display
      return
    fi
  done
  die "no screen could be opened"
}

# install_silently [SWITCH...]
install_silently() {
  in_wine 180 "$BUILD/hotich-setup.exe" /S "$@"
  if [[ ! -f $INSTALLED/bin/hotich-desktop.exe ]]; then die "nothing was installed"; fi
}

# What district IT prepares for a PC: the first start finds it.
install_with_a_code() {
  install_silently /SERVER=https://127.0.0.1:1 /CODE=none
  grep -q '127.0.0.1:1' "$WINEPREFIX/drive_c/ProgramData/HoTich/machine.ini" || die "machine.ini was not written"
}

# Qt's tests print nothing to a console of wine's: they write a file.
run_tests() {
  local program name failed=0
  mkdir -p "$OUT/tests"
  for program in "$BUILD"/bin/tests/*_test.exe; do
    name=$(basename "$program" .exe)
    if WINEQT_QPA_PLATFORM=offscreen WINEQT_PLUGIN_PATH='C:\Program Files\HoTich\bin' \
      WINEPATH="C:\\Program Files\\HoTich\\bin;Z:${BUILD//\//\\}\\test-libraries" in_wine 900 "$program" \
      -o "$OUT/tests/$name.txt,txt" >/dev/null 2>&1; then
      printf '   %s: %s\n' "$name" "$(grep '^Totals' "$OUT/tests/$name.txt" || true)"
    else
      printf '   %s: FAILED (%s)\n' "$name" "$OUT/tests/$name.txt"
      failed=1
    fi
  done
  if ((failed)); then die "test programs failed under wine"; fi
}

serve() {
  local i
  "$SERVER" init --data "$OUT/server" >"$OUT/server.log" 2>&1
  "$SERVER" serve --data "$OUT/server" --listen 127.0.0.1:28443 >>"$OUT/server.log" 2>&1 &
  SERVER_PID=$!
  for ((i = 0; i < 100; i++)); do
    if curl -ks --noproxy '*' --max-time 2 -o /dev/null https://127.0.0.1:28443/; then return; fi
    sleep 0.2
  done
  die "the server does not answer: $OUT/server.log"
}

register_a_birth() {
  local code record
  code=$("$SERVER" enrol-code --data "$OUT/server" --office 00004 --json --machine-key file --allow-certificate-without-pin \
    --signer 'Trần Thị Minh Nguyệt;Chủ tịch' 2>>"$OUT/server.log" | jq -er .code)
  mkdir -p "$CLERK"
  hotich enrol --server https://127.0.0.1:28443 --code "$code"
  hotich example birth >"$CLERK/khai sinh.json"
  record=$(hotich --json register birth --data "$CLERK/khai sinh.json" | jq -er .record)
  hotich sync
  hotich print "$record" --certificate birth_certificate --pdf "$CLERK/giấy khai sinh.pdf"
  hotich verify
  pdftotext "$CLERK/giấy khai sinh.pdf" - | grep -q 'GIẤY KHAI SINH' || die "the certificate has no title"
}

show_the_desktop() {
  wine "$INSTALLED/bin/hotich-desktop.exe" --register "$CLERK/desk.hotich" >/dev/null 2>&1 &
  sleep 20
  import -window root "$OUT/desktop.png"
  wineserver -k
  sleep 2
}

remove() {
  local i
  in_wine 120 "$INSTALLED/uninstall.exe" /S
  for ((i = 0; i < 60; i++)); do
    if [[ ! -e $INSTALLED ]]; then break; fi
    sleep 1
  done
  if [[ -e $INSTALLED ]]; then die "the programs are still there"; fi
  if [[ ! -f $CLERK/desk.hotich ]]; then die "the register is gone"; fi
}

main() {
  rm -rf "$OUT/wine" "$OUT/server" "$CLERK"
  printf 'to-khai-2026\n' >"$OUT/password"
  open_screen
  in_wine 120 wineboot -i >/dev/null 2>&1
  say "silent installation"
  install_silently
  say "test programs"
  run_tests
  say "a birth with hotich.exe"
  serve
  register_a_birth
  say "the desktop"
  show_the_desktop
  say "installation over the one before, with an enrolment code"
  install_with_a_code
  hotich verify
  say "removal"
  remove
  say "all done; pictures and papers are in $OUT"
}

main
