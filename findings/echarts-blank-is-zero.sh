#!/usr/bin/env bash
# echarts 6.1.0 (npm) draws a cell of blanks as the figure 0.
#
# Expected: "", null, "-" and "—" are gaps, so a cell that holds one space, a tab or the full-width space U+3000 is a gap too.
# Seen: those three become the number 0: the line goes down to the axis and the tooltip shows 0. "1,234" and "60%" are gaps.
# Only the empty string is caught before the text goes through Number(), which makes 0 of any white space.
# Matters: cells of pasted tables hold such blanks, a full-width one most of all in Chinese sheets; "did not report" becomes "reported
# nothing", which this field keeps apart above all.
# The product: hands charts numbers and null only, never text.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . echarts@6.1.0
cat > probe.mjs <<'T'
import assert from "node:assert";
import * as echarts from "echarts";
const drawn = (cell) => {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 400, height: 300 });
  const source = [["月", "户"], ["1月", 5], ["2月", cell], ["3月", 7]];
  chart.setOption({ animation: false, dataset: { source }, xAxis: { type: "category" }, yAxis: {}, series: [{ type: "line" }] });
  const data = chart.getModel().getSeriesByIndex(0).getData();
  return data.get(data.mapDimension("y"), 1);
};
for (const [cell, zero] of [["", false], [null, false], ["-", false], ["—", false], ["1,234", false], [" ", true], ["\t", true], ["\u3000", true]]) {
  const value = drawn(cell);
  console.log(JSON.stringify(cell).padEnd(8), "->", Number.isNaN(value) ? "gap" : value);
  assert(zero ? value === 0 : Number.isNaN(value), "the behaviour changed");
}
process.exit(0); // a chart keeps the program alive
T
node probe.mjs
