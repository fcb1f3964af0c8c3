#!/usr/bin/env bash
# nzh 1.0.14 (npm) reads 一点二亿 as 1.2 and 两万 as 0.
#
# Expected: decodeS of a number as an official writes it gives that number, or an error.
# Seen: behind 点 all units are dropped, so 一点二亿 (120 million) is 1.2 and 三点五万 is 3.5; 两 and 廿 are unknown letters, and with
# them the whole is 0 (两万, 两百); digits by place, 二〇二五, are added up to 225. 十二亿三千万 is right. None of it raises an error.
# Matters: targets are written that way (不少于一点二亿元), and a threshold of 1.2 is reached by everybody; 0 is a figure too.
# The product: reads no numbers in words at all; it says that it is not a number.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . nzh@1.0.14
node - <<'T'
const { cn } = require("nzh"), assert = require("assert");
const expected = { 一点二亿: 1.2, 三点五万: 3.5, 两万: 0, 两百: 0, 二〇二五: 225, 十二亿三千万: 1230000000, 二万: 20000 };
for (const [text, value] of Object.entries(expected)) {
  console.log(text, "->", cn.decodeS(text));
  assert.equal(cn.decodeS(text), value, "the behaviour changed");
}
T
