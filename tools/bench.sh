#!/usr/bin/env bash
# The figures of the release page, side by side with what people would use instead.
. "$(dirname "$0")/lib.sh"

[ -f bench/Cargo.toml ] || stop "there is no bench/Cargo.toml; the measurements live in that package."
bash tools/setup.sh test
bash tools/build.sh
if [ -f bench/package-lock.json ]; then
  phase "npm packages of the benchmark" "5 s" "See that the npm registry can be reached, then run it again." \
    npm ci --prefix bench --ignore-scripts --loglevel=error
fi
CHROMIUM=$(chromium_path)
export CHROMIUM PLANBOARD_DIST="$PWD/dist"
phase "Measuring" "10 min" "Close other programs and run it again; the message above names the measurement." \
  cargo run --quiet --release --manifest-path bench/Cargo.toml
