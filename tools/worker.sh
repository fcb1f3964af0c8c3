#!/usr/bin/env bash
# Hook of Trunk after a build: the programs that run in a thread of their own, beside the page's own glue: `worker`, `office` and
# `reader`. Optimised in a debug build too, where making a key would take a minute else.
. "$(dirname "$0")/lib.sh"

MADE=$SITE/worker
BESIDE=$TRUNK_STAGING_DIR
[ "${TRUNK_PROFILE:-}" = release ] && BESIDE=$TRUNK_STAGING_DIR/code

# In the loop for developers only when something of them changed: each round would take as long as a release build.
is_made() {
  [ "${TRUNK_PROFILE:-}" != release ] && [ -f "$MADE/worker.js" ] && [ -f "$MADE/reader.js" ] &&
    [ -z "$(find src/bin src/scan src/link src/office src/rows Cargo.lock -newer "$MADE/reader.js" -print -quit)" ]
}

put_beside() {
  mkdir -p "$BESIDE"
  cp "$MADE"/*.js "$MADE"/*_bg.wasm "$BESIDE/"
}

# made NAME OPTION: the program with its glue; OPTION is what wasm-opt looks for, speed or size.
made() {
  local name=$1 wasm="$TARGET/wasm32-unknown-unknown/release/$1.wasm"
  if [ ! "$wasm" -nt "$MADE/$name.js" ] && [ ! src/bin/worker.js -nt "$MADE/$name.js" ]; then return; fi
  # Without modules: a worker made of one is more than the oldest promised browsers know.
  wasm-bindgen --target no-modules --no-demangle --no-typescript --out-name "$name" --out-dir "$MADE" "$wasm"
  wasm-opt "$2" $WASM_FEATURES "$MADE/${name}_bg.wasm" -o "$MADE/$name.small"
  mv "$MADE/$name.small" "$MADE/${name}_bg.wasm"
  cat src/bin/worker.js >> "$MADE/$name.js"
}

if is_made; then
  put_beside
  exit 0
fi

# Relocations are for the splitter; nothing is split here.
RUSTFLAGS=${RUSTFLAGS:-}
export RUSTFLAGS=${RUSTFLAGS/-Clink-args=--emit-relocs/}
# At once, so that what both stand on is compiled once; the linker leaves out of each what it does not call.
cargo build --quiet --locked --release --target wasm32-unknown-unknown --no-default-features --features worker,office,reader \
  --bin worker --bin office --bin reader
mkdir -p "$MADE"
made worker -O3
made office -Oz
made reader -Oz
put_beside
