#!/usr/bin/env bash
# Installs what is missing: `setup.sh build` for the page, `setup.sh test` for the browser tests as well.
# Safe to run again: what is there in the right version stays, a wrong version is replaced.
. "$(dirname "$0")/lib.sh"

TRUNK=0.21.14
WASM_SPLIT_CLI=0.2.4
NODE_AT_LEAST=20

main() {
  needs_from_people
  rust_parts
  tool trunk trunk "$TRUNK" "2 min" --locked
  # Without --locked: its lock file names crates that not every registry mirror serves any more.
  tool wasm-bindgen wasm-bindgen-cli "$(locked_version wasm-bindgen)" "1 min"
  tool wasm-split-cli wasm_split_cli_support "$WASM_SPLIT_CLI" "30 s" --features build-binary
  npm_packages
  if [ "${1:-build}" = test ]; then
    browser
    web_servers
    engines
    office
  fi
}

needs_from_people() {
  command -v cargo >/dev/null || stop "Rust is missing. Install it from https://rustup.rs and run the command again."
  command -v rustup >/dev/null || stop "rustup is missing (a Rust of the distribution lacks the wasm target). Install it from https://rustup.rs."
  command -v node >/dev/null && command -v npm >/dev/null || stop "Node.js $NODE_AT_LEAST or newer with npm is missing. Install it from https://nodejs.org or by your package manager (macOS: brew install node)."
  local node
  node=$(node -p 'process.versions.node.split(".")[0]')
  [ "$node" -ge "$NODE_AT_LEAST" ] || stop "Node.js is version $node; the build needs $NODE_AT_LEAST or newer."
}

rust_parts() {
  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    phase "Rust's wasm32 target" "10 s" "See that rustup can reach its server, then run it again." \
      rustup target add wasm32-unknown-unknown
  fi
  # The sources of std make a smaller page; without them tools/build.sh builds a plain one.
  if [ "${OWN_STD:-1}" = 1 ] && ! rust_src_present; then
    say ""
    say "== Sources of Rust's std, for a smaller page (first time: 1 s)"
    rustup component add rust-src || say "   Not to be had; the page will be built without and be about 13 KB larger."
  fi
}

rust_src_present() { [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

npm_packages() {
  if npm_present .; then return; fi
  phase "npm packages" "10 s" "See that the npm registry can be reached, then run it again." npm_install .
}

npm_present() { [ -f "$1/node_modules/.installed-from" ] && cmp -s "$1/node_modules/.installed-from" "$1/package-lock.json"; }

# No package needs its install script, so none is run.
npm_install() { (cd "$1" && npm ci --ignore-scripts --loglevel=error && cp package-lock.json node_modules/.installed-from); }

browser() {
  local missing=""
  chromium_path >/dev/null || missing="chromium"
  chinese_font || missing="$missing fonts-noto-cjk"
  # Reads what was printed.
  command -v pdftotext >/dev/null || missing="$missing poppler-utils"
  if [ -z "$missing" ]; then return; fi
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    local root=""
    [ "$(id -u)" = 0 ] || root="sudo"
    phase "Debian packages: $missing" "1 min" "Install these packages by hand, then run it again." \
      debian_packages "$root" $missing
  else
    stop "The browser tests need: $missing. On Debian: sudo apt-get install $missing. On macOS: brew install --cask chromium and brew install poppler (a Chinese font is there). Or set CHROMIUM to the path of a Chromium or Chrome."
  fi
}

# nginx and Apache, for tests/hosting alone: as programs and never as services of this machine, so nginx is only unpacked
# and of Apache only the package without a service is installed. Where they cannot be had the tests say what they skip.
web_servers() {
  command -v apt-get >/dev/null || return 0
  if [ ! -x /usr/sbin/nginx ] && [ ! -x .tools/hosts/usr/sbin/nginx ]; then
    say ""
    say "== nginx, for the tests of hosting/ (first time: 5 s)"
    unpacked nginx libnginx-mod-http-brotli-static || say "   Not to be had; its tests will be skipped."
  fi
  if [ ! -x /usr/sbin/apache2 ]; then
    say ""
    say "== Apache, for the tests of hosting/ (first time: 15 s)"
    optional_packages apache2-bin
  fi
}

# Firefox and WebKit with what drives them, for tests/engines alone. Where they cannot be had the tests say what they skip.
engines() {
  if ! npm_present tests/engines; then
    say ""
    say "== npm packages that drive Firefox and WebKit (first time: 10 s)"
    npm_install tests/engines || say "   Not to be had; the tests in these engines will be skipped."
  fi
  command -v apt-get >/dev/null || return 0
  if ! firefox_present; then
    say ""
    say "== Firefox (first time: 20 s)"
    optional_packages firefox-esr
  fi
  if ! command -v WebKitWebDriver >/dev/null || ! command -v Xvfb >/dev/null; then
    say ""
    say "== WebKit (first time: 20 s)"
    optional_packages webkit2gtk-driver xvfb
  fi
}

# LibreOffice, which sets our Word files on sheets, with a Latin face as wide as the one that they name. Where it cannot be had
# the tests say what they skip.
office() {
  if office_present || ! command -v apt-get >/dev/null; then return 0; fi
  say ""
  say "== LibreOffice, for the tests of Word files and workbooks (first time: 1 min)"
  optional_packages libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation
}

# Writer alone says of a workbook that it cannot be loaded.
office_present() {
  local program
  program=$(command -v soffice) && [ -e "$(dirname "$(readlink -f "$program")")/libsclo.so" ]
}

firefox_present() { command -v "${FIREFOX:-firefox-esr}" >/dev/null || command -v firefox >/dev/null; }

# What is not to be had is skipped by the tests, and named there once more.
optional_packages() {
  local root=""
  if [ "$(id -u)" != 0 ]; then root=sudo; fi
  if { [ -n "$root" ] && ! sudo -n true 2>/dev/null; } || ! debian_packages "$root" "$@"; then
    say "   Not to be had; its tests will be skipped."
  fi
}

unpacked() {
  local package
  mkdir -p .tools/hosts/packages
  for package in "$@"; do
    (cd .tools/hosts/packages && apt-get download -qq "$package" >/dev/null 2>&1) || return 1
  done
  for package in .tools/hosts/packages/*.deb; do dpkg -x "$package" .tools/hosts; done
}

debian_packages() {
  local root=$1
  shift
  $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

chinese_font() { [ "$(uname)" = Darwin ] || { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family)" ]; }; }

main "$@"
