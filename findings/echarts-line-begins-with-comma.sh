#!/usr/bin/env bash
# echarts 6.1.0 (npm) breaks Chinese labels before closing and after opening punctuation.
#
# Expected: `overflow: "break"` breaks Chinese as browsers and word processors do: no line begins with ，。） and none ends with （
# (GB/T 15834, UAX 14).
# Seen: every Han letter and every mark is taken as a place to break. A title of 110 px has a line that begins with ）, an axis label
# of 84 px one that ends with （. The width is measured rightly; only the choice of place is without rules. No option for it.
# Matters: indicator names carry brackets (高新技术企业（含培育）), and a picture that goes into an official document is sent back for it.
# The product: does not use `break`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . echarts@6.1.0
cat > probe.mjs <<'T'
import assert from "node:assert";
import * as echarts from "echarts";
const lines = (option) => {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 600, height: 400 });
  chart.setOption({ animation: false, ...option });
  return [...chart.renderToSVGString().matchAll(/<text[^>]*>([^<]*[一-龥，）（]+[^<]*)<\/text>/g)].map((found) => found[1]);
};
const text = "关于印发全市科技创新三年行动计划（2023-2025年）的通知，请认真贯彻执行。";
const title = [110, 120, 130, 140, 150, 160].map((width) => lines({ title: { text, textStyle: { width, overflow: "break" } } }));
const axisLabel = { width: 84, overflow: "break", interval: 0 };
const label = lines({ xAxis: { type: "category", data: ["高新技术企业（含准高新）"], axisLabel }, yAxis: {}, series: [{ type: "bar", data: [1] }] });
console.log(title.map((one) => one.join(" / ")).join("\n"), "\n", label.join(" / "));
assert(title.flat().some((line) => /^[，。）]/.test(line)), "the behaviour changed");
assert(label.some((line) => /（$/.test(line)), "the behaviour changed");
process.exit(0); // a chart keeps the program alive
T
node probe.mjs
