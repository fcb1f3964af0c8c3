#!/usr/bin/env bash
# openpyxl 3.1.5 and exceljs 4.4.0 read dates in the built-in formats of a Chinese Excel as plain numbers.
#
# Expected: number formats 27-36 and 50-58 are dates or times by ECMA-376 (18.8.30, the lists for zh-CN); a cell with id 57
# (2023年7月) or 31 (2023年7月25日) is a date like one with id 14. Such ids have no format text in the file.
# Seen: openpyxl gives the int 45108 and is_date False, exceljs the number 45108, for each of the nineteen ids; with id 14
# both give a date. python-calamine 0.9.1 and read-excel-file 9.3.17 give a date for all. pandas, which reads through openpyxl
# unless told otherwise, gives 45108 as well.
# Matters: these are the first date formats in the menu of a Chinese Excel. A column 填报月份 comes in as 45108, and where a
# column mixes both, half of it.
# The product: reads by calamine, which tells these numbers, and takes the codes of the list for zh-CN from the standard.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . exceljs@4.4.0 read-excel-file@9.3.17
python3 -m venv v && v/bin/pip install -q openpyxl==3.1.5 python-calamine==0.9.1
cat > make.py <<'T'
# Writes one workbook whose row n carries the n-th built-in format, as Excel does: by number alone.
import datetime, re, zipfile, openpyxl, python_calamine
ids = [*range(27, 37), *range(50, 59), 14]
book = openpyxl.Workbook()
for row, _ in enumerate(ids, 1):
    cell = book.active.cell(row, 1, 45108)
    cell.number_format = f'"place{row}"0'
book.save("draft.xlsx")
with zipfile.ZipFile("draft.xlsx") as old, zipfile.ZipFile("dates.xlsx", "w") as new:
    for name in old.namelist():
        data = old.read(name).decode()
        if name == "xl/styles.xml":
            places = dict(re.findall(r'numFmtId="(\d+)" formatCode="&quot;place(\d+)&quot;0"', data))
            assert len(places) == len(ids), data
            data = re.sub(r"<numFmts.*?</numFmts>", "", data, flags=re.S)
            data = re.sub(r'numFmtId="(\d+)"', lambda m: f'numFmtId="{ids[int(places[m[1]]) - 1] if m[1] in places else m[1]}"', data)
        new.writestr(name, data)
cells = [row[0] for row in openpyxl.load_workbook("dates.xlsx").active]
kinds = [type(cell.value) for cell in cells]
others = [type(row[0]) for row in python_calamine.CalamineWorkbook.from_path("dates.xlsx").get_sheet_by_index(0).to_python()]
for name, seen in ("openpyxl", kinds), ("calamine", others):
    print(name, dict(zip(ids, (kind.__name__ for kind in seen))))
assert kinds == [int] * 19 + [datetime.datetime] and not any(cell.is_date for cell in cells[:-1]), "openpyxl changed"
assert set(others) <= {datetime.date, datetime.datetime}
T
v/bin/python make.py
cat > read.mjs <<'T'
import assert from "node:assert";
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("dates.xlsx");
const seen = Array.from({ length: 20 }, (_, at) => book.worksheets[0].getCell(at + 1, 1).value);
console.log("exceljs", seen.map((value) => (value instanceof Date ? "Date" : value)).join(" "));
assert(seen.slice(0, 19).every((value) => value === 45108) && seen[19] instanceof Date, "exceljs changed");
assert((await readSheet("dates.xlsx")).every(([value]) => value instanceof Date));
T
node read.mjs
