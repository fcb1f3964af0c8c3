#!/usr/bin/env bash
# echarts 6.1.0 (npm) writes the label of a scatter point paler than the colour that was asked for.
#
# Expected: `label.color: "#5f676e"` is drawn in that colour, as it is in a line or bar series.
# Seen: in a scatter series the words have fill-opacity 0.8, even where the sign is of no size. The points' default opacity of 0.8 goes
# to their labels, whose own `label.opacity` is not set. `itemStyle.opacity: 1` or `label.opacity: 1` ends it.
# Matters: a grey chosen to be just dark enough on white (5.7 : 1) is read at 3.7 : 1, below what WCAG 2.2 asks of small text; a light's
# red and green turn dull. No checker of pages sees it: the colour that stands in the options is right.
# The product: scatter series that hold words ask for an opacity of 1.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . echarts@6.1.0
cat > probe.mjs <<'T'
import assert from "node:assert";
import * as echarts from "echarts";
const label = (type, more) => {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 300, height: 200 });
  const series = { type, symbolSize: type === "scatter" ? 0 : 6, label: { show: true, formatter: "未设", color: "#5f676e" }, data: [[5, 5]], ...more };
  const axis = { type: "value", show: false, min: 0, max: 10 };
  chart.setOption({ animation: false, xAxis: axis, yAxis: axis, series: [series] });
  const text = chart.renderToSVGString().match(/<text[^>]*>未设/)[0];
  assert(/fill="#5f676e"/.test(text));
  return text.match(/fill-opacity="([\d.]+)"/)?.[1] ?? "1";
};
const seen = [["scatter", {}], ["line", {}], ["bar", {}], ["scatter", { itemStyle: { opacity: 1 } }]].map(([type, more]) => {
  const opacity = label(type, more);
  console.log(type, JSON.stringify(more), "-> opacity of the label", opacity);
  return opacity;
});
assert.deepEqual(seen, ["0.8", "1", "1", "1"], "the behaviour changed");
process.exit(0); // a chart keeps the program alive
T
node probe.mjs
