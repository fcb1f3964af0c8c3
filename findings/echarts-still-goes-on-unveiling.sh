#!/usr/bin/env bash
# echarts 6.1.0 (npm) goes on unveiling a flow after new options have told it not to move.
#
# Expected: setOption({ animation: false, … }, true) replaces everything, so the whole diagram is there when the call returns.
# Seen: the clip that unveils the series from the left stays and goes on growing in its own time. The SVG that is read, printed or
# exported right after the call lacks all that lies behind the clip: names of tasks and organisations, most of the ribbons.
# Matters: whoever redraws a chart for paper in `beforeprint`, with animation off as the manual advises, hands out half a diagram
# without any message when the chart had just appeared.
# The product: draws for paper in an instance of its own, which never moved.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . echarts@6.1.0 jsdom@26.1.0
cat > probe.mjs <<'T'
import assert from "node:assert";
import { JSDOM } from "jsdom";
const page = new JSDOM("<div id=place></div>", { pretendToBeVisual: true });
globalThis.window = page.window;
globalThis.document = page.window.document;
Object.defineProperty(globalThis, "navigator", { value: page.window.navigator, configurable: true });
globalThis.requestAnimationFrame = page.window.requestAnimationFrame;
const echarts = await import("echarts");
echarts.setPlatformAPI({ measureText: text => ({ width: text.length * 12 }) });
const data = ["科技局", "揭榜挂帅", "海城市"].map(name => ({ name }));
const links = [{ source: "科技局", target: "揭榜挂帅", value: 2 }, { source: "揭榜挂帅", target: "海城市", value: 2 }];
const options = animation => ({ animation, animationDuration: 400, series: [{ type: "sankey", data, links }] });
// Width in pixels of what is not clipped away; none where nothing is clipped.
const unveiled = chart => {
  chart.getZr().flush();
  const clip = document.querySelector("clipPath path")?.getAttribute("d");
  return clip ? Number(clip.match(/l([\d.]+)/)[1]) : null;
};
const wait = ms => new Promise(done => setTimeout(done, ms));
const chart = echarts.init(document.getElementById("place"), null, { renderer: "svg", width: 600, height: 300 });
chart.setOption(options(true));
await wait(80);
chart.setOption(options(false), true);
const still = unveiled(chart);
console.log("told not to move, 600 px wide:", still, "px unveiled");
await wait(1500);
const later = unveiled(chart);
console.log("1.5 s later:", later === null ? "whole" : later);
chart.dispose();
const fresh = echarts.init(document.getElementById("place"), null, { renderer: "svg", width: 600, height: 300 });
fresh.setOption(options(false));
const own = unveiled(fresh);
console.log("an instance that never moved:", own === null ? "whole" : own);
assert(still !== null && still < 550 && later === null && own === null, "the behaviour changed");
process.exit(0); // a chart keeps the program alive
T
node probe.mjs
