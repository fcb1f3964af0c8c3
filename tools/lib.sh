# What the scripts share: where things are, phases with their times, and how to stop.
# Sourced, not run. Works with bash 3.2, which macOS has.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
# Trunk would ask the network for news of itself.
export TRUNK_SKIP_VERSION_CHECK=true

TARGET="${CARGO_TARGET_DIR:-target}"
SITE=target/site

# What wasm-opt may use: what the oldest promised browsers know, and no more.
WASM_FEATURES="--enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-nontrapping-float-to-int --enable-sign-ext --enable-reference-types --enable-multivalue"

say() { printf '%s\n' "$*"; }

# stop SENTENCE: what went wrong and what to do about it.
stop() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

# phase TITLE FIRST_TIME ADVICE COMMAND...: runs a step, says what it is, how long a first run takes on
# two cores, and how long it took; when it fails, says what to do.
phase() {
  local title=$1 first=$2 advice=$3 began=$SECONDS
  shift 3
  printf '\n== %s (first time: %s)\n' "$title" "$first"
  local status=0
  # Not as a condition: bash forgets `set -e` inside one, and a step would go on past its first failure.
  set +e
  (set -e; "$@")
  status=$?
  set -e
  if [ "$status" != 0 ]; then
    printf '\nFailed: %s, after %s s. %s\n' "$title" "$((SECONDS - began))" "$advice" >&2
    exit 1
  fi
  printf '   %s: %s s\n' "$title" "$((SECONDS - began))"
}

# tool COMMAND CRATE VERSION FIRST_TIME OPTION...: a command line tool from crates.io.
tool() {
  local command=$1 crate=$2 version=$3 first=$4
  shift 4
  if present "$command" "$crate" "$version"; then return; fi
  # Built for a quick build, not for speed: they run for seconds. Optimised, Trunk alone takes eight minutes.
  phase "$crate $version" "$first" "See that crates.io can be reached and that a C compiler is installed, then run it again." \
    env CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=false RUSTFLAGS= CARGO_TARGET_DIR="$PWD/.tools/target" \
    cargo install --quiet --force --root .tools --version "=$version" "$crate" "$@"
}

# Not every tool tells its version, so the book that cargo keeps beside the tool is asked: beside the one that runs.
present() {
  local path book
  path=$(command -v "$1") || return 1
  book="$(dirname "$path")/../.crates.toml"
  [ -f "$book" ] && grep -q "^\"$2 $3 " "$book"
}

# The version of a crate as Cargo.lock has it, so that a tool cannot drift from its library.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { found = ($3 == name) } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

# The Chromium to test with.
chromium_path() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$name" ] && command -v "$name"; then return 0; fi
  done
  return 1
}

# put_in_place FOLDER: makes it dist/. Nobody sees half a build: the old folder goes when the new one is whole.
put_in_place() {
  rm -rf "$SITE/old"
  if [ -d dist ]; then mv dist "$SITE/old"; fi
  mv "$1" dist
  rm -rf "$SITE/old"
}
