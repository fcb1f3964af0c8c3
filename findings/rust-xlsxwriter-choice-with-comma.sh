#!/usr/bin/env bash
# rust_xlsxwriter 0.102.0 takes a choice that holds a comma for a drop-down list, and Excel's form of the list makes two of it.
#
# Expected: an error that names the choice, as there is one for a list that is too long.
# Seen: the choices 已完成,待验收 and 推进中 are written as "已完成,待验收,推进中" without a message; openpyxl 3.1.5 reads three
# choices back, two of which nobody offered. A list of more than 255 letters is refused, with the commas counted in.
# Matters: stages and organisations of a fill-in table are named with commas; whoever fills it in picks half a stage.
# The product: a list with a comma in an entry stands on a hidden sheet, to which the rule refers.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cargo init -q --name choices .
cargo add -q rust_xlsxwriter@=0.102.0
cat > src/main.rs <<'T'
use rust_xlsxwriter::{DataValidation, Workbook, XlsxError};

fn main() -> Result<(), XlsxError> {
    let choices = DataValidation::new().allow_list_strings(&["已完成,待验收", "推进中"])?;
    let mut book = Workbook::new();
    book.add_worksheet().add_data_validation(0, 0, 0, 0, &choices)?;
    book.save("choices.xlsx")?;
    let long = DataValidation::new().allow_list_strings(&["长".repeat(256)]);
    println!("too long: {}", long.is_err());
    Ok(())
}
T
cargo run -q | tee seen.txt
grep -qx "too long: true" seen.txt
python3 -m venv v && v/bin/pip install -q openpyxl==3.1.5
v/bin/python - <<'T'
import openpyxl
sheet = openpyxl.load_workbook("choices.xlsx").active
[rule] = sheet.data_validations.dataValidation
seen = rule.formula1.strip('"').split(",")
print(seen)
assert seen == ["已完成", "待验收", "推进中"], "the behaviour changed"
T
