#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS, the newest on npm) turns Chinese names and document numbers in a CSV into dates.
#
# Expected: a cell with Chinese letters before a number stays text; only a whole date becomes one.
# Seen: 铁西区 2023.7 and 鞍科办 2023-7 become 1 July 2023 (serial 45108), 台账 2024-08-01 becomes 45505. The letters
# are gone: the engine's lenient Date constructor skips unknown words, and the guard that should catch that looks only at
# Latin letters. 项目 12, without a year, stays text, and so does 鞍科办 2023-17, whose 17 is no month: it hits one row in
# three of a list of document numbers. A workbook written by the library as CSV does not read back as itself.
# Matters: the column of districts or numbers loses its names without a message, and rows join the wrong office. `raw: true` cures.
# The product: reads pasted tables and CSV itself and never lets the Date constructor guess.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . xlsx@0.18.5
TZ=Asia/Shanghai node - <<'T'
const XLSX = require("xlsx"), assert = require("assert");
const read = (text, options) => XLSX.read(`名称\n${text}\n`, { type: "string", ...options }).Sheets.Sheet1.A2;
for (const [text, type] of [["铁西区 2023.7", "n"], ["鞍科办 2023-7", "n"], ["台账 2024-08-01", "n"], ["项目 12", "s"], ["鞍科办 2023-17", "s"]]) {
  const cell = read(text);
  console.log(text, "->", cell.t, cell.v, cell.w ?? "");
  assert.equal(cell.t, type, "the behaviour changed");
}
assert.equal(read("铁西区 2023.7", { raw: true }).v, "铁西区 2023.7");
const sheet = XLSX.utils.aoa_to_sheet([["名称"], ["鞍科办 2023-7"]]);
const again = XLSX.read(XLSX.utils.sheet_to_csv(sheet), { type: "string" }).Sheets.Sheet1.A2;
console.log("own CSV read back:", again.t, again.v);
assert.equal(again.t, "n", "the behaviour changed");
T
