#!/usr/bin/env bash
# Hook of Trunk after a release build: cuts the wasm at its split points into a small first file and parts that
# load on demand, and leaves them with their glue in `code/` of the staging folder. Trunk's own two files go.
. "$(dirname "$0")/lib.sh"

[ "${TRUNK_PROFILE:-}" = release ] || exit 0

NAME=planboard
RAW="$TARGET/wasm32-unknown-unknown/release/$NAME.wasm"
CUT=$SITE/cut
CODE="$TRUNK_STAGING_DIR/code"

[ -f "$RAW" ] || stop "no $RAW; run 'make dist', which builds it."
rm -rf "$CUT" "$CODE"
mkdir -p "$CUT" "$CODE"

# The name is the one that the glue will have: __wasm_split.js imports that very address.
export WASM_FEATURES
wasm-split-cli --out-name "$NAME" "$RAW" "$CUT" >/dev/null
wasm-bindgen --target web --keep-lld-exports --no-demangle --no-typescript --out-name "$NAME" --out-dir "$CODE" "$CUT/$NAME.wasm"
rm "$CUT/$NAME.wasm"
node tools/parts.mjs "$CUT"
for part in "$CUT"/*; do [ -e "$part" ] && mv "$part" "$CODE/"; done

# Several at once: starting the tool takes as long as most of the files.
shrink() { wasm-opt -Oz $WASM_FEATURES "$1" -o "$1.small" && mv "$1.small" "$1"; }
export -f shrink
printf '%s\0' "$CODE"/*.wasm | xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" bash -c 'shrink "$1"' shrink
rm -f "$TRUNK_STAGING_DIR/$NAME"-*.js "$TRUNK_STAGING_DIR/$NAME"-*_bg.wasm
