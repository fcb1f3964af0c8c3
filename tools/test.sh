#!/usr/bin/env bash
# Everything that has to hold: format, lints, native tests, the release build and its bytes, real browsers.
# The first run took 76 minutes on the two cores of a CI machine, most of it compiling.
. "$(dirname "$0")/lib.sh"

# A package of its own, so that what drives a browser is never compiled for the page.
BROWSERS=tests/browser/Cargo.toml

format() {
  cargo fmt --check
  cargo fmt --check --manifest-path "$BROWSERS"
  cargo fmt --check --manifest-path bench/Cargo.toml
}

# Never --all-features: `csr` and `ssr` exclude each other. The first proves that what is pure needs no feature.
lints() {
  cargo clippy --quiet --locked --lib -- -D warnings
  cargo clippy --quiet --locked --all-targets --features ssr -- -D warnings
  cargo clippy --quiet --locked --lib --bins --features csr --target wasm32-unknown-unknown -- -D warnings
  cargo clippy --quiet --locked --lib --bins --features split,worker,office,reader --target wasm32-unknown-unknown -- -D warnings
  cargo clippy --quiet --locked --all-targets --manifest-path "$BROWSERS" -- -D warnings
}

# The list of licences is held against cargo's own, asked without a network: every crate has to be here, also those that
# no build of ours compiles.
native() {
  cargo fetch --locked --quiet
  # That what is pure compiles without any feature is proved by the lints; `ssr` holds all of it, and the views.
  cargo test --locked --quiet --features ssr
}

browsers() {
  local told=$SITE/browsers.txt failed
  CHROMIUM=$(chromium_path)
  export CHROMIUM PLANBOARD_DIST="$PWD/dist"
  mkdir -p "$SITE"
  # Of cargo and tee, cargo's answer counts: lib.sh sets pipefail.
  if cargo test --locked --manifest-path "$BROWSERS" 2>&1 | tee "$told"; then return; fi
  # Some 150 journeys in a busy browser: one that only stumbled is told from one that fails again, by itself.
  failed=$(sed -n 's/^test \(.*\) \.\.\. FAILED$/\1/p' "$told")
  if [ -z "$failed" ] || [ "$(wc -l <<<"$failed")" -gt 3 ]; then return 1; fi
  say "Browsers: failed as told above, tried once more by themselves. Whatever passes now has a race to be mended:"
  say "$failed"
  # Words of their own, one a test; names hold no spaces.
  # shellcheck disable=SC2086
  cargo test --locked --manifest-path "$BROWSERS" -- --exact $failed
}

# A machine without network may have none of it.
engines() {
  if [ ! -f tests/engines/node_modules/.installed-from ]; then
    say "Engines: what drives Firefox and WebKit is not here: neither is tried"
    return
  fi
  if journeys; then return; fi
  # Seen once in some twenty runs: WebKit's driver answers with an empty page. What the page does wrong fails again.
  say "Engines: failed, as told above. Tried once more, because what drives them stumbles now and then."
  journeys
}

# Both at one time: much of a journey is waiting.
journeys() { node --test --test-concurrency=2 --test-reporter=spec tests/engines/*.test.mjs; }

# The release build goes on beside lints and native tests: at its end, for minutes, it keeps one core busy and no more, and
# cargo keeps what it builds for release and for tests under locks apart.
begin_build() {
  mkdir -p "$SITE"
  # As a group of processes, so that a lint that fails leaves nothing running.
  set -m
  bash tools/build.sh >"$SITE/build.txt" 2>&1 &
  BUILD=$!
  set +m
  trap 'kill -- -"$BUILD" 2>/dev/null || true' EXIT
}

end_build() {
  local status=0 began=$SECONDS
  wait "$BUILD" || status=$?
  trap - EXIT
  cat "$SITE/build.txt"
  if [ "$status" != 0 ]; then exit "$status"; fi
  say "   Waited for the release build: $((SECONDS - began)) s"
}

bash tools/setup.sh test
phase "Format" "1 s" "cargo fmt puts it right, also with --manifest-path $BROWSERS." format
begin_build
phase "Lints" "9 min" "The message above names file and line." lints
phase "Native tests" "14 min" "The message above names the test." native
phase "The tools' own tests" "1 s" "The message above names the test." node --test --test-reporter=dot tools/*.test.mjs
# What is not installed is skipped, and named.
phase "Hosts: nginx and Apache" "2 s" "The message above names the host and what it sent." \
  node --test --test-reporter=spec tests/hosting/hosts.test.mjs
end_build
phase "Bytes" "1 s" "Something heavy got into the first view: see CONTRIBUTING.md, 'The first view stays small'." \
  node tools/budget.mjs dist
phase "Firefox and WebKit" "3 min" "The message above names the engine, the page and what was expected." engines
# Last, so that the summary of cargo test ends the output.
phase "Browsers" "18 min" "The message above names the page and what was expected." browsers
