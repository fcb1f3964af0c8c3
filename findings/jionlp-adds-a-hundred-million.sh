#!/usr/bin/env bash
# jionlp 1.5.31 (PyPI) reads 1亿2千万元 as 220 million.
#
# Expected: parse_money("1亿2千万元") is 120,000,000, as it rightly is for 1.2亿元 and 12000万元.
# Seen: 220000000.00, "accurate". With a figure before 亿 and another before 万 the hundred millions count twice: 2亿零5万元 is
# 400050000.00. The same in words, 一亿二千万元, is right, and so is 3千5百万元.
# Matters: sums in reports are written just so (到位资金1亿2千万元); they enter a table nearly doubled and marked as exact.
# The product: converts one figure with one unit (2100万元, 12.5亿) by the plan's unit.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m venv v && v/bin/pip install -q jionlp==1.5.31
v/bin/python - <<'T'
import jionlp
for text, value in {
    "1亿2千万元": "220000000.00", "2亿零5万元": "400050000.00",
    "1.2亿元": "120000000.00", "12000万元": "120000000.00", "一亿二千万元": "120000000.00", "3千5百万元": "35000000.00",
}.items():
    seen = jionlp.parse_money(text)
    print(text, "->", seen["num"], seen["definition"])
    assert (seen["num"], seen["definition"]) == (value, "accurate"), "the behaviour changed"
T
