#!/usr/bin/env bash
# The same page for another plan: `plan.sh FILE.json` checks it, puts it into dist/ and prerenders its overview.
# The program is not compiled again: plan.json is the only file that knows whose plan it is.
. "$(dirname "$0")/lib.sh"

main() {
  local plan=${1:-}
  [ -n "$plan" ] || stop "say which plan: make plan PLAN=file.json"
  [ -f "$plan" ] || stop "there is no file $plan (relative to $PWD)."
  if [ ! -f dist/index.html ]; then
    say "dist/ is not there yet, so it is built first."
    bash tools/setup.sh build
    bash tools/build.sh
  fi
  phase "Checking $plan" "1 min" "Mend what it names and run it again; dist/ is as it was." \
    cargo run --quiet --locked --bin check_plan -- "$plan"

  # A copy is changed and takes the place of dist/ when it is whole.
  rm -rf "$SITE/next"
  mkdir -p "$SITE"
  cp -R dist "$SITE/next"
  cp "$plan" "$SITE/next/plan.json"
  phase "Prerendering" "2 min, compiles the page natively" "The message above says why; dist/ is as it was." \
    node tools/prerender.mjs "$SITE/next"
  phase "Compressing" "1 s" "The message above names the file." \
    node tools/compress.mjs "$SITE/next" index.html app.webmanifest read
  # So that the next `make dist` does not take this folder for its own.
  rm -f "$SITE/stamp"
  put_in_place "$SITE/next"
  say ""
  say "dist/ now shows $plan. To look at it: node tools/serve.mjs"
  say "The next build takes public/plan.json again; to keep this one: cp $plan public/plan.json"
}

main "$@"
