// From what Trunk and the splitter left to the folder that is hosted: `assemble.mjs FROM TO`.
//
// TO/            index.html, plan.json and what else has a lasting name: never cached without asking
// TO/assets/     everything whose name holds a digest of its content: cached for ever
// TO/assets/code-DIGEST/   glue, first wasm and parts of one build. A part of another build links without an
//                error and then kills the page, so the digest is over all of them and they are only ever together.
import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const [from, to] = process.argv.slice(2);
const read = (name) => readFileSync(join(from, name), 'utf8');
const digest = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash('sha256')).digest('hex').slice(0, 16);
const minified = (script, target) => transformSync(script, { minify: true, target, legalComments: 'none' }).code;
const MODERN = ['chrome109', 'firefox115', 'safari16.4'];

rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, 'assets'), { recursive: true });

let html = read('index.html');

/** Puts `content` into assets/ under a name of its own, and lets the page speak of it where it spoke of `name`. */
function asset(name, content) {
  const stem = name.replace(/-[0-9a-f]+(?=\.css$)/, '');
  const kind = extname(stem);
  const address = `./assets/${stem.slice(0, -kind.length)}-${digest(content)}${kind}`;
  writeFileSync(join(to, address), content);
  rename(`./${name}`, address);
}

function rename(before, after) {
  if (!html.includes(`"${before}"`)) throw new Error(`index.html does not speak of ${before}`);
  html = html.replaceAll(`"${before}"`, `"${after}"`);
}

/** Every file below a folder, as paths relative to it, in a fixed order. */
function below(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? below(folder, join(prefix, entry.name)) : [join(prefix, entry.name)]));
}

// The code of this build, in one folder.
const code = join(from, 'code');
const glue = html.match(/data-glue="(\.\/[^"]+)"/)[1];
const wasm = html.match(/data-wasm="(\.\/[^"]+)"/)[1];
for (const name of below(code).filter((name) => name.endsWith('.js'))) {
  writeFileSync(join(code, name), minified(readFileSync(join(code, name), 'utf8'), MODERN));
}
const folder = `assets/code-${digest(...below(code).flatMap((name) => [name, readFileSync(join(code, name))]))}`;
cpSync(code, join(to, folder), { recursive: true });
rename(glue, `./${folder}/planboard.js`);
rename(wasm, `./${folder}/planboard_bg.wasm`);
// Another page than the overview needs this part at once; start.js asks for it beside the first wasm.
if (existsSync(join(code, 'split_pages.wasm'))) {
  html = html.replace(
    ' data-glue=',
    ` data-pages="./${folder}/split_pages.wasm" data-records="./${folder}/split_records.wasm" data-glue=`,
  );
}
if (existsSync(join(code, '__wasm_split.js'))) {
  html = html.replace('</head>', `<link rel="modulepreload" href="./${folder}/__wasm_split.js"></head>`);
}

// boot.js has to be understood by browsers that are too old for everything else.
asset('boot.js', minified(read('boot.js'), 'es2015'));
asset('start.js', minified(read('start.js'), MODERN));
asset('charts.js', read('charts.js'));
asset('later.css', read('later.css'));
const sheet = readdirSync(from).find((name) => /^style-[0-9a-f]+\.css$/.test(name));
asset(sheet, read(sheet));

// What has a lasting name.
const done = new Set(['index.html', 'code', 'boot.js', 'start.js', 'charts.js', 'later.css', sheet]);
for (const name of readdirSync(from)) if (!done.has(name)) cpSync(join(from, name), join(to, name), { recursive: true });

// A policy in the page holds back the browser's own looking ahead until the first script has come, so what the first
// view waits for stands before that script: 300 ms on a slow line.
const early = [/<link rel="stylesheet"[^>]*>/, /<link rel="preload"[^>]*application\/wasm[^>]*>/].map((pattern) => {
  const found = html.match(pattern)?.[0];
  if (!found) throw new Error(`index.html has nothing like ${pattern}`);
  html = html.replace(found, '');
  return found;
});
html = html.replace(/<script src="\.\/assets\/boot-/, (boot) => early.join('\n') + '\n' + boot);

html = html.replaceAll(' data-integrity="none"', '').replace(/<!--(?!\/?prerendered).*?-->/gs, '').replace(/\n\s*/g, '\n');
writeFileSync(join(to, 'index.html'), html);
