#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 from npm leaves out what stands beside General in a number format: the unit is gone from the text.
#
# Expected: ECMA-376 part 1, 18.8.31: General is the figure with the digits that it has, and words in quotation marks beside it
# are shown, as beside 0 or #. Excel and LibreOffice Calc 7.4 show 2100 as General"万元" as 2100万元.
# Seen: 2100 for General"万元" and for General"亿元" alike, as the text of the cell and in the CSV; the same with 0"万元" is 2100万元.
# Matters: General"万元" is what one gets who adds a unit without asking for decimals. A column in which some cells are in 万元 and
# some in 亿元 comes out as bare figures, ten thousand times apart.
# The product: reads such a format as it is seen, and a unit that is not the item's is converted or asked about.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm i --silent --ignore-scripts xlsx@0.18.5 exceljs@4.4.0
cat > t.mjs <<'T'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
const cells = [
  ['General"万元"', 2100, '2100'],
  ['General"亿元"', 0.21, '0.21'],
  ['0"万元"', 2100, '2100万元'],
  ['0.00"亿元"', 0.21, '0.21亿元'],
];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('表');
cells.forEach(([numFmt, value], at) => Object.assign(sheet.getCell(at + 1, 1), { value, numFmt }));
const read = XLSX.read(await book.xlsx.writeBuffer(), { cellNF: true }).Sheets['表'];
const csv = XLSX.utils.sheet_to_csv(read).trim().split('\n');
cells.forEach(([format, value, text], at) => {
  const cell = read[`A${at + 1}`];
  console.log(`${value} as ${cell.z}: ${cell.w}`);
  assert.deepEqual([cell.z, cell.w, csv[at]], [format, text, text], 'the behaviour changed');
});
T
node t.mjs
