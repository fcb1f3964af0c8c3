#!/usr/bin/env bash
# dayjs 1.11.23 (npm) in zh-cn reads its own 下午 3点 as three in the night.
#
# Expected: format("YYYY年M月D日 A h点") and parsing with the same pattern and locale give the same hour; moment 2.30.1 does.
# Seen: every hour from 下午 1点 to 晚上 11点 comes back twelve hours early, and 凌晨 12点 as noon: twelve of 24 hours are wrong, isValid() true.
# All of it with the plugin customParseFormat, the only way to give a pattern.
# Matters: 会议时间 and deadlines in notices are written 下午3点; a reminder rings twelve hours early and nothing says so.
# The product: counts whole days in the plan's time zone and writes times by the 24-hour clock.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . dayjs@1.11.23 moment@2.30.1
node - <<'T'
const assert = require("assert"), dayjs = require("dayjs"), moment = require("moment");
require("dayjs/locale/zh-cn"); require("moment/locale/zh-cn");
dayjs.extend(require("dayjs/plugin/customParseFormat"));
const pattern = "YYYY年M月D日 A h点";
const wrong = (make) => Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
  const text = make(new Date(2024, 7, 5, hour)).locale("zh-cn").format(pattern);
  const again = make(text, pattern, "zh-cn");
  if (hour === 15) console.log(text, "->", again.format("HH:mm"), again.isValid());
  return again.hour() !== hour;
});
const [ours, theirs] = [wrong(dayjs), wrong(moment)];
console.log("wrong hours: dayjs", ours.join(" "), "| moment", theirs.join(" ") || "none");
assert.deepEqual(theirs, []);
assert.deepEqual(ours, [0, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], "the behaviour changed");
T
