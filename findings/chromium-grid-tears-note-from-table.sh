#!/usr/bin/env bash
# Chromium 153 (npm: @sparticuz/chromium 153.0.0, puppeteer-core 25.16.0) lets `break-before: avoid` count for nothing between
# the items of a grid.
#
# Expected: a note with `break-before: avoid` never begins a sheet of its own; the last row of the table above it goes along.
# Seen: in a block and in a flex column it does. In `display: grid`, a box above all others the same, the note alone is sheet 2.
# Matters: pages are laid out as grids for their gaps; "who reported, by which rule" then leaves the printer on a sheet that says
# neither of which table nor of which month it is, and a heading is parted from what it heads in the same way.
# The product: a document is a block on paper, and its note stands before its tables.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm i --silent --no-audit --no-fund --prefix . @sparticuz/chromium@153.0.0 puppeteer-core@25.16.0 pdfjs-dist@4.10.38
cat > probe.mjs <<'T'
import assert from "node:assert";
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
const browser = await puppeteer.launch({ args: chromium.args, executablePath: await chromium.executablePath(), headless: "shell" });
console.log(await browser.version());
const rows = Array.from({ length: 52 }, (_, at) => `<tr><td>row ${at + 1}</td></tr>`).join("");
// A4 less its margins is 1,047 px high: 52 rows of 20 px fit, and nothing below them.
const html = display => `<!doctype html><style>
  @page { size: A4; margin: 10mm } body { margin: 0; font: 16px/20px sans-serif } table { border-collapse: collapse }
  td { padding: 0; height: 20px } main { display: ${display}; flex-direction: column } p { margin: 0; break-before: avoid }
  </style><main><table>${rows}</table><p>note</p></main>`;
const lastSheet = async display => {
  const page = await browser.newPage();
  await page.setContent(html(display));
  const pdf = await getDocument({ data: await page.pdf({ preferCSSPageSize: true }), verbosity: 0 }).promise;
  const last = await (await pdf.getPage(pdf.numPages)).getTextContent();
  await page.close();
  return `${pdf.numPages}: ${last.items.map(({ str }) => str).filter(str => str.trim()).join(" ")}`;
};
const seen = {};
for (const display of ["block", "flex", "grid"]) console.log(display, "→ sheet", seen[display] = await lastSheet(display));
await browser.close();
assert.deepEqual(seen, { block: "2: row 52 note", flex: "2: row 52 note", grid: "2: note" }, "the behaviour changed");
T
node probe.mjs
