#!/usr/bin/env bash
# chinese-days 1.5.7 (npm) calls National Day a working day in a year that it does not know yet.
#
# Expected: for a year whose calendar the State Council has not published, an error, "unknown", or at least the days that the
# law itself fixes (1 January, 1 to 3 October). chinesecalendar 1.11.0 (PyPI), the same field, raises NotImplementedError.
# Seen: isWorkday("2027-10-01") is true, named "Friday"; so is 2027-01-01; and before its first year, 2003-10-01. The five working days
# from 30 September 2027 on end on 7 October. Nothing in the answer tells a known year from an unknown one.
# Matters: the next year's calendar appears in November at the earliest. Whoever plans due days for next year, or has not updated, gets
# deadlines inside the holidays and marks offices late by name.
# The product: days off and working days are data of the plan; where they are not stated it says that the window is assumed.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . chinese-days@1.5.7
python3 -m venv v && v/bin/pip install -q chinesecalendar==1.11.0
node - <<'T'
const days = require("chinese-days"), assert = require("assert");
for (const [day, works] of [["2026-10-01", false], ["2027-10-01", true], ["2027-01-01", true], ["2003-10-01", true]]) {
  console.log(day, JSON.stringify(days.getDayDetail(day)));
  assert.equal(days.isWorkday(day), works, "the behaviour changed");
}
const due = days.findWorkday(5, "2027-09-30");
console.log("fifth working day after 2027-09-30:", due);
assert.equal(due, "2027-10-07", "the behaviour changed");
T
v/bin/python - <<'T'
import chinese_calendar, datetime
try:
    chinese_calendar.is_workday(datetime.date(2027, 10, 1))
    raise SystemExit("chinesecalendar knows 2027 now")
except NotImplementedError as error:
    print("chinesecalendar:", error)
T
