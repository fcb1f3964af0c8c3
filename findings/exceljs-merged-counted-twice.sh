#!/usr/bin/env bash
# exceljs 4.4.0 (npm) gives every cell of a merged range the figure of its first cell.
#
# Expected: as in the file, the figure stands once and the other cells of the range are empty (openpyxl 3.1.5 says so).
# Seen: 30 in B2:D2 (one figure for a quarter) is 30 in each of the three cells, as an own number in row.values, in eachCell and in
# the CSV that it writes. Adding up the row gives 90. Only cell.isMerged and cell.master tell.
# Matters: monthly tables merge three months where a figure exists for the quarter only, so totals come out threefold.
# The product: a figure of a merged range stands in its first cell alone; words alone are spread over the range.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . exceljs@4.4.0
python3 -m venv v && v/bin/pip install -q openpyxl==3.1.5
v/bin/python - <<'T'
import openpyxl
book = openpyxl.Workbook()
for row in [["单位", "1月", "2月", "3月"], ["甲镇", 30, None, None]]:
    book.active.append(row)
book.active.merge_cells("B2:D2")
book.save("t.xlsx")
row = [cell.value for cell in openpyxl.load_workbook("t.xlsx").active[2]]
print("openpyxl", row)
assert row == ["甲镇", 30, None, None]
T
node - <<'T'
const { Workbook } = require("exceljs"), assert = require("assert");
(async () => {
  const book = new Workbook();
  await book.xlsx.readFile("t.xlsx");
  let sum = 0;
  book.worksheets[0].getRow(2).eachCell((cell) => { if (typeof cell.value === "number") sum += cell.value; });
  const csv = (await book.csv.writeBuffer()).toString().split("\n")[1];
  console.log("exceljs  sum", sum, "| csv", csv);
  assert.deepEqual([sum, csv], [90, "甲镇,30,30,30"], "the behaviour changed");
})().catch((error) => { console.error(error); process.exit(1); });
T
