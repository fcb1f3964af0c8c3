#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), Chinese: 明年3月5日 is 5 March of this year, 去年十二月 December of this year, and
# 一百二十天后 twenty days from now.
#
# Expected, read on 20 August 2024: 2025-03-05, December 2023, 18 December 2024; or no result.
# Seen: the match begins in the middle of the phrase (年3月5日, 年十二月, 二十天后). What stands before decides the year
# or the hundred and is dropped without a word, while 2025年3月5日 and 100天内 are right.
# Matters: minutes and plans write 明年3月底前 and 一百二十天内; the due day that comes out is plausible, a year early
# and already past, or a hundred days too soon.
# The product: a due day is a day field or a number of the plan; no sentence is parsed for one.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm i --silent --ignore-scripts chrono-node@2.10.3
cat > t.mjs <<'T'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';
const day = new Date(2024, 7, 20, 12);
for (const [text, matched, date] of [
  ['明年3月5日', '年3月5日', '2024-03-05'], ['去年十二月', '年十二月', '2024-12-20'], ['一百二十天后', '二十天后', '2024-09-09'],
  ['2025年3月5日', '2025年3月5日', '2025-03-05'], ['100天内', '100天内', '2024-11-28'],
]) {
  const [found] = chrono.zh.hans.parse(text, day);
  const seen = found.start.date().toLocaleDateString('sv');
  console.log(`${text}: ${seen}, from ${found.text}`);
  assert.deepEqual([found.text, seen], [matched, date], 'the behaviour changed');
}
T
node t.mjs
