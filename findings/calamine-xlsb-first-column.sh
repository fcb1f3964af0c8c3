#!/usr/bin/env bash
# python-calamine 0.9.1 (the Rust crate calamine) reads only the first column of an .xlsb that SheetJS wrote.
#
# Expected: the table of three columns, or an error.
# Seen: xlsx 0.18.5 writes 单位, 完成, 率 with figures as .xlsb; calamine gives one column, [['单位'], ['甲镇'], ['乙镇']], without a
# message. SheetJS reads its file back whole. Written as .xlsx by the same library, calamine reads all of it.
# Matters: offices with large monthly books save .xlsb; a table that keeps its rows and names and loses every figure looks like
# one in which nobody has reported yet.
# The product: does not take .xlsb.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . xlsx@0.18.5
python3 -m venv v && v/bin/pip install -q python-calamine==0.9.1
node - <<'T'
const XLSX = require("xlsx"), assert = require("assert");
const rows = [["单位", "完成", "率"], ["甲镇", 2, 0.6], ["乙镇", 3, 0.7]];
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "台账");
for (const kind of ["xlsb", "xlsx"]) {
  XLSX.writeFile(book, `t.${kind}`);
  assert.deepEqual(XLSX.utils.sheet_to_json(XLSX.readFile(`t.${kind}`).Sheets.台账, { header: 1 }), rows);
}
T
v/bin/python - <<'T'
from python_calamine import CalamineWorkbook
seen = {kind: CalamineWorkbook.from_path(f"t.{kind}").get_sheet_by_index(0).to_python() for kind in ("xlsx", "xlsb")}
print(seen)
assert seen["xlsx"][1] == ["甲镇", 2.0, 0.6]
assert seen["xlsb"] == [["单位"], ["甲镇"], ["乙镇"]], "the behaviour changed"
T
