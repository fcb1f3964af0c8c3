#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI) reads 本月5日 as "five days ago".
#
# Expected: 本月5日 (the 5th of this month), read on 8 August 2024, is 2024-08-05; or None.
# Seen: 2024-08-03, and on the 20th 2024-08-15: 日 after a number is taken as a count of days back. 本月25日, which lies ahead, becomes 14 July.
# The bare 5日 the same. 下月5日 and 8月5日 are None, 2024年8月5日 is right.
# Matters: the window of a monthly report is written 本月5日前; the day that comes out looks plausible and moves with the day of reading.
# The product: windows are two numbers in the plan; no sentence is parsed for a due day.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m venv v && v/bin/pip install -q dateparser==1.5.0
v/bin/python -W ignore - <<'T'
import datetime, dateparser
def read(text, day):
    base = datetime.datetime(2024, 8, day)
    seen = dateparser.parse(text, languages=["zh"], settings={"RELATIVE_BASE": base})
    return seen and f"{seen:%Y-%m-%d}"
for text, day, value in [
    ("本月5日", 8, "2024-08-03"), ("本月5日", 20, "2024-08-15"), ("本月25日", 8, "2024-07-14"),
    ("5日", 8, "2024-08-03"), ("下月5日", 8, None), ("2024年8月5日", 8, "2024-08-05"),
]:
    print(f"{text} read on 2024-08-{day:02}: {read(text, day)}")
    assert read(text, day) == value, "the behaviour changed"
T
