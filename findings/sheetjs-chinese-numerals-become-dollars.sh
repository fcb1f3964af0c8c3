#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 from npm writes a dollar sign before figures that Excel shows as Chinese numerals.
#
# Expected: Excel's own formats 中文小写数字 ([DBNum1][$-804]General) and 中文大写数字 ([DBNum2][$-804]General) show 1234
# as 一千二百三十四 and 壹仟贰佰叁拾肆; a reader that knows neither would give 1234. [$-804] names a language, no currency.
# Seen: $1234 for both, as the text of the cell and in the CSV; with [$-804]aaaa, a weekday, $aaaa. The same mark in a
# date with a year is left out, as it should be.
# Matters: sums in words are what contracts and allotments are signed by; a list that was passed on by CSV is in dollars.
# The product: pasted cells are read as they stand; a figure behind another currency's sign is no figure.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm i --silent --ignore-scripts xlsx@0.18.5 exceljs@4.4.0
cat > t.mjs <<'T'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
const cells = [
  ['[DBNum1][$-804]General', 1234, '$1234'],
  ['[DBNum2][$-804]General', 1234, '$1234'],
  ['[$-804]aaaa', 45536, '$aaaa'],
  ['[DBNum1][$-804]yyyy"年"m"月"', 45536, '2024年9月'],
];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
cells.forEach(([numFmt, value], at) => Object.assign(sheet.getCell(at + 1, 1), { value, numFmt }));
const read = XLSX.read(await book.xlsx.writeBuffer()).Sheets['表'];
const csv = XLSX.utils.sheet_to_csv(read).trim().split('\n');
cells.forEach(([format, value, text], at) => {
  console.log(`${value} as ${format}: ${read[`A${at + 1}`].w}`);
  assert.deepEqual([read[`A${at + 1}`].w, csv[at]], [text, text], 'the behaviour changed');
});
T
node t.mjs
