#!/usr/bin/env bash
# What to run while one works: format, lints and the library's tests, of everything that compiles without a browser.
# Views, pages and the release are what `make test` adds.
. "$(dirname "$0")/lib.sh"

format() { cargo fmt --check; }
lints() { cargo clippy --quiet --locked --lib --tests -- -D warnings; }
tests() { cargo test --locked --quiet --lib; }

phase "Format" "1 s" "cargo fmt puts it right." format
phase "Lints" "1 min" "The message above names file and line." lints
phase "Tests of the library" "2 min" "The message above names the test." tests
