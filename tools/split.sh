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
wasm-split-cli --out-name "$NAME" "$RAW" "$CUT" >/dev/null
wasm-bindgen --target web --keep-lld-exports --no-demangle --no-typescript --out-name "$NAME" --out-dir "$CODE" "$CUT/$NAME.wasm"
rm "$CUT/$NAME.wasm"
for part in "$CUT"/*; do [ -e "$part" ] && mv "$part" "$CODE/"; done

for file in "$CODE"/*.wasm; do
  wasm-opt -Oz $WASM_FEATURES "$file" -o "$file.small"
  mv "$file.small" "$file"
done
rm -f "$TRUNK_STAGING_DIR/$NAME"-*.js "$TRUNK_STAGING_DIR/$NAME"-*_bg.wasm
