// The part of ECharts that the charts use, as one ES module. Built again only when its source or the lock changed.
import { build } from 'esbuild';
import { statSync } from 'node:fs';

const OUT = 'target/site/charts.js';
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed(OUT) < Math.max(...['charts/echarts.js', 'package-lock.json', 'tools/charts.mjs'].map(changed))) {
  await build({
    entryPoints: ['charts/echarts.js'],
    outfile: OUT,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}
