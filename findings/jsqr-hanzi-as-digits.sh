#!/usr/bin/env bash
# jsqr 1.4.0 (npm) reads a code in the Chinese standard's own mode as a row of digits.
#
# Expected: mode 1101 (Hanzi, GB/T 18284, written by segno 1.6.6 and many Chinese label printers) is either read or refused.
# Seen: 鞍山市科技局 comes back as the find "487723795378389267420848", chunk type numeric; zxing-cpp 3.1.1 reads the same
# picture rightly. No error, no mark of an unknown mode: a caller that looks for a number has one.
# Matters: a page that lets people photograph a label (an asset, a register's number, a plate of a project) stores digits
# that stand nowhere on it. Short names give nothing at all, so trying it once with a short one does not show it.
# The product: takes what a code says only if it is one of its own addresses with a checksum; and it reads by another library.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m venv v && v/bin/pip install -q segno==1.6.6 zxing-cpp==3.1.1 pillow==12.0.0
npm i --silent --no-audit --no-fund --prefix . jsqr@1.4.0 pngjs@7.0.0
v/bin/python - <<'T'
import segno, zxingcpp
from PIL import Image
segno.make("鞍山市科技局", mode="hanzi", micro=False).save("code.png", scale=4, border=4)
read = zxingcpp.read_barcodes(Image.open("code.png"))[0].text
print("zxing-cpp", read)
assert read == "鞍山市科技局"
T
node - <<'T'
const jsqr = require("jsqr"), { PNG } = require("pngjs");
const { data, width, height } = PNG.sync.read(require("fs").readFileSync("code.png"));
const read = jsqr(new Uint8ClampedArray(data), width, height);
console.log("jsqr     ", read?.data, read?.chunks.map((chunk) => chunk.type));
if (!/^\d{20,}$/.test(read?.data ?? "")) throw new Error("the behaviour changed");
T
