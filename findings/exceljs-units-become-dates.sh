#!/usr/bin/env bash
# exceljs 4.4.0 (npm) turns figures into dates where the number format carries an escaped unit letter.
#
# Expected: in a format, a backslash makes the next letter literal text: 0\d shows "45d", 0.0\h\m2 shows "45.0hm2".
# Seen: 45 in the format 0\d, 0\m, 0\s, #,##0.0\ \m\2 or 0.0\h\m2 comes back as a Date (13 February 1900). The same unit in
# quotation marks (0"d") is left a number. Excel itself writes a single literal letter with the backslash, whichever way it
# was typed, and so does the placeholder _d. openpyxl 3.1.5 keeps the numbers.
# Matters: days of delay, square metres, hectares and seconds are read as days of the year 1900; a sum over them is NaN or text.
# The product: a number with a unit in its format is read as it is seen, a day only where the format is one of days.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . exceljs@4.4.0
python3 -m venv v && v/bin/pip install -q openpyxl==3.1.5
v/bin/python - <<'T'
import openpyxl
book = openpyxl.Workbook()
formats = ["0\\d", "0\\m", "0\\s", "#,##0.0\\ \\m\\2", "0.0\\h\\m2", '0"d"', "0.0"]
for row, code in enumerate(formats, 1):
    book.active.cell(row, 1, 45).number_format = code
book.save("units.xlsx")
assert [row[0].value for row in openpyxl.load_workbook("units.xlsx").active] == [45] * 7
T
node - <<'T'
const { Workbook } = require("exceljs"), assert = require("assert");
(async () => {
  const book = new Workbook();
  await book.xlsx.readFile("units.xlsx");
  const kinds = [];
  book.worksheets[0].eachRow((row) => {
    const { value, numFmt } = row.getCell(1);
    kinds.push(value instanceof Date);
    console.log(numFmt.padEnd(18), value instanceof Date ? value.toISOString() : value);
  });
  assert.deepEqual(kinds, [true, true, true, true, true, false, false], "the behaviour changed");
})().catch((error) => { console.error(error); process.exit(1); });
T
