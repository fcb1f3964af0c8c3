#!/usr/bin/env bash
# What `make test` does not ask, because the answer changes without a change of ours, or needs another compiler:
# `audit.sh dependencies` for known holes, licences and sources of all dependencies; `audit.sh oldest` for the oldest
# Rust that Cargo.toml promises.
. "$(dirname "$0")/lib.sh"

CARGO_DENY=0.20.2

dependencies() {
  tool cargo-deny cargo-deny "$CARGO_DENY" "5 min" --locked
  local package features
  for package in . tests/browser bench; do
    features=()
    # All of them would be two sides of one page at once.
    if [ "$package" = . ]; then features=(--features ssr,worker,office,reader); fi
    phase "Dependencies of $package" "20 s" "Look at what it names; what stays is allowed in deny.toml, with the reason." \
      cargo-deny --manifest-path "$package/Cargo.toml" ${features[@]+"${features[@]}"} --config deny.toml check
  done
}

oldest() {
  local promised
  promised=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  rustup toolchain install "$promised" --profile minimal --target wasm32-unknown-unknown --no-self-update
  phase "Rust $promised, natively" "3 min" "The message above names file and line." \
    cargo "+$promised" check --locked --target-dir "$TARGET/oldest" --features ssr --lib --bins
  phase "Rust $promised, for the browser" "3 min" "The message above names file and line." \
    cargo "+$promised" check --locked --target-dir "$TARGET/oldest" --features split --lib --bins --target wasm32-unknown-unknown
}

"$1"
