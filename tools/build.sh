#!/usr/bin/env bash
# The release page in dist/: `build.sh`. Does nothing where nothing changed since the last build.
# OWN_STD=0 builds with Rust's ready-made std: quicker, 13 KB more for the reader.
. "$(dirname "$0")/lib.sh"

STAMP=$SITE/stamp
TRUNK_OUT=$SITE/release
NEXT=$SITE/next

# The page About tells which commit it is of; a plus means that something was not committed.
build_name() {
  git rev-parse --short HEAD 2>/dev/null || return 0
  git diff --quiet HEAD 2>/dev/null || printf '+'
}

main() {
  local inputs
  inputs=$(node tools/inputs.mjs "std=$(std_kind)" "$(rustc --version)")
  if [ -f dist/index.html ] && [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$inputs" ]; then
    say "dist/ is up to date."
    return
  fi
  phase "Release build, std: $(std_kind)" "2 min" "The message above says where; src/ has to compile for wasm32." compile
  phase "Assembling dist" "2 s" "The message above names the file." node tools/assemble.mjs "$TRUNK_OUT" "$NEXT"
  phase "Prerendering" "2 min, compiles the page natively" "Try: cargo run --features ssr --bin prerender -- public/plan.json" \
    node tools/prerender.mjs "$NEXT"
  phase "Compressing" "5 s" "The message above names the file." node tools/compress.mjs "$NEXT"
  put_in_place "$NEXT"
  printf '%s' "$inputs" > "$STAMP"
}

# Own std needs its sources and a compiler that takes the unstable flags; else the plain build is as good a page.
std_kind() {
  if [ "${OWN_STD:-1}" = 1 ] && [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] &&
    RUSTC_BOOTSTRAP=1 rustc --target wasm32-unknown-unknown -Zunstable-options -Cpanic=immediate-abort --print cfg >/dev/null 2>&1; then
    echo own
  else
    echo plain
  fi
}

compile() {
  PLANBOARD_BUILD=$(build_name | tr -d '\n')
  if [ -n "$PLANBOARD_BUILD" ]; then export PLANBOARD_BUILD; else unset PLANBOARD_BUILD; fi
  # The splitter reads the linker's relocations. Leptos then keeps one type for every view: fewer bytes in every part.
  local flags="-Clink-args=--emit-relocs --cfg=erase_components"
  rm -rf "$TRUNK_OUT"
  if [ "$(std_kind)" = own ]; then
    # A panic then stops without a word, and no text or formatting for it is in the wasm: 13 KB less.
    RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
      RUSTFLAGS="$flags -Zunstable-options -Cpanic=immediate-abort" trunk_build
  else
    RUSTFLAGS="$flags" trunk_build
  fi
}

trunk_build() { trunk build --release --features split --dist "$TRUNK_OUT"; }

main
