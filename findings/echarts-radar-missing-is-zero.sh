#!/usr/bin/env bash
# echarts 6.1.0 (npm) draws a missing value of a radar as 0, not as a gap.
#
# Expected: as in its lines and bars, null or "-" leaves a gap (a broken outline), or the option to.
# Seen: the corner lies exactly at the centre, where 0 lies, and the outline and the filled area go through it; a line chart of
# the same data breaks. connectNulls is no option of a radar series.
# Matters: a district that has no figure yet for one of six indicators looks like the worst of all, on the chart that is
# most used for comparing districts.
# The product: has no radar; districts without a figure stand in a list of their own.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . echarts@6.1.0
cat > probe.mjs <<'T'
import assert from "node:assert";
import * as echarts from "echarts";
const draw = (option) => {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 600, height: 400 });
  chart.setOption({ animation: false, ...option });
  return [chart.getModel().getSeriesByIndex(0).getData(), chart.renderToSVGString()];
};
const corner = (cell) => {
  const indicator = ["高企", "瞪羚", "雏鹰"].map((name) => ({ name, max: 10 }));
  const [data, svg] = draw({ radar: { indicator }, series: [{ type: "radar", data: [{ value: [5, cell, 7] }] }] });
  return [data.getItemLayout(0)[1].map(Math.round), svg.match(/d="M[^"]*" fill="none"[^>]*stroke-width="2"/g)];
};
const zero = corner(0);
for (const cell of [null, "-"]) {
  console.log("radar", cell, "->", corner(cell)[0], "| 0 ->", zero[0]);
  assert.deepEqual(corner(cell)[0], zero[0], "the behaviour changed");
  assert.deepEqual(corner(cell)[1], zero[1], "the drawn outline changed");
}
const [line] = draw({ xAxis: { type: "category", data: ["a", "b", "c"] }, yAxis: {}, series: [{ type: "line", data: [5, null, 7] }] });
assert(Number.isNaN(line.get("y", 1)));
process.exit(0); // a chart keeps the program alive
T
node probe.mjs
