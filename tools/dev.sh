#!/usr/bin/env bash
# The loop for developers: a debug build without the splitter, served at http://localhost:8080 (PORT=), built and
# reloaded after each edit. The first build takes about two minutes, one after an edit a few seconds.
. "$(dirname "$0")/lib.sh"

bash tools/setup.sh build
say ""
say "== Building, then serving http://localhost:${PORT:-8080} (Ctrl+C ends it; first time: 2 min)"
exec trunk serve --port "${PORT:-8080}"
