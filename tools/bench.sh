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

# The release of an earlier commit, built once: `BASE=commit make bench`; without one, that of the day before the doors
# were made quick.
BASE=${BASE:-b3a81d4}
EARLIER=target/base-$BASE
build_base() {
  rm -rf "$EARLIER"
  git worktree prune
  git worktree add --quiet --force --detach "$EARLIER" "$BASE"
  ln -s "$PWD/.tools" "$EARLIER/.tools"
  (cd "$EARLIER" && make dist)
}
if git cat-file -e "$BASE^{commit}" 2>/dev/null; then
  if [ ! -f "$EARLIER/dist/index.html" ]; then
    phase "The release of $BASE, to compare with" "10 min" "Or leave it out: BASE=none make bench" build_base
  fi
  export PLANBOARD_BASE="$PWD/$EARLIER/dist"
fi
CHROMIUM=$(chromium_path)
export CHROMIUM PLANBOARD_DIST="$PWD/dist"
phase "Measuring" "10 min" "Close other programs and run it again; the message above names the measurement." \
  cargo run --quiet --release --manifest-path bench/Cargo.toml
