#!/usr/bin/env bash
# Hook of Trunk after a build: the program that runs in a thread of its own, beside the page's own glue. Optimised in a
# debug build too, where making a key would take a minute else.
. "$(dirname "$0")/lib.sh"

WASM="$TARGET/wasm32-unknown-unknown/release/worker.wasm"
MADE=$SITE/worker
BESIDE=$TRUNK_STAGING_DIR
[ "${TRUNK_PROFILE:-}" = release ] && BESIDE=$TRUNK_STAGING_DIR/code

# In the loop for developers only when something of it changed: each round would take as long as a release build.
is_made() {
  [ "${TRUNK_PROFILE:-}" != release ] && [ -f "$MADE/worker.js" ] &&
    [ -z "$(find src/bin src/scan src/link Cargo.lock -newer "$MADE/worker.js" -print -quit)" ]
}

put_beside() {
  mkdir -p "$BESIDE"
  cp "$MADE/worker.js" "$MADE/worker_bg.wasm" "$BESIDE/"
}

if is_made; then
  put_beside
  exit 0
fi

# Relocations are for the splitter; nothing is split here.
RUSTFLAGS=${RUSTFLAGS:-}
export RUSTFLAGS=${RUSTFLAGS/-Clink-args=--emit-relocs/}
cargo build --quiet --locked --release --target wasm32-unknown-unknown --no-default-features --features worker --bin worker

if [ "$WASM" -nt "$MADE/worker.js" ] || [ src/bin/worker.js -nt "$MADE/worker.js" ]; then
  rm -rf "$MADE"
  # Without modules: a worker made of one is more than the oldest promised browsers know.
  wasm-bindgen --target no-modules --no-demangle --no-typescript --out-name worker --out-dir "$MADE" "$WASM"
  wasm-opt -O3 $WASM_FEATURES "$MADE/worker_bg.wasm" -o "$MADE/small.wasm"
  mv "$MADE/small.wasm" "$MADE/worker_bg.wasm"
  cat src/bin/worker.js >> "$MADE/worker.js"
fi
put_beside
