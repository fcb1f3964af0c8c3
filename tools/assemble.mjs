// From what Trunk and the splitter left to the folder that is hosted: `assemble.mjs FROM TO`.
//
// TO/            index.html, plan.json and what else has a lasting name: never cached without asking
// TO/assets/     everything whose name holds a digest of its content: cached for ever
// TO/assets/code-DIGEST/   glue, first wasm and parts of one build. A part of another build links without an
//                error and then kills the page, so the digest is over all of them and they are only ever together.
import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { needs } from './parts.mjs';

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
const code = join(to, 'code');
cpSync(join(from, 'code'), code, { recursive: true });
const glue = html.match(/data-glue="(\.\/[^"]+)"/)[1];
const wasm = html.match(/data-wasm="(\.\/[^"]+)"/)[1];
const loader = join(code, '__wasm_split.js');
const parts = existsSync(loader) ? needs(readFileSync(loader, 'utf8')) : {};
for (const name of below(code).filter((name) => name.endsWith('.js'))) {
  writeFileSync(join(code, name), minified(readFileSync(join(code, name), 'utf8'), MODERN));
}
const folder = `assets/code-${digest(...below(code).flatMap((name) => [name, readFileSync(join(code, name))]))}`;
renameSync(code, join(to, folder));
rename(glue, `./${folder}/planboard.js`);
rename(wasm, `./${folder}/planboard_bg.wasm`);
// Another page than the overview needs some of these at once; start.js asks for them beside the first wasm.
html = html.replace(' data-glue=', () => ` data-parts='${JSON.stringify(parts)}' data-glue=`);
if (existsSync(join(code, '__wasm_split.js'))) {
  html = html.replace('</head>', `<link rel="modulepreload" href="./${folder}/__wasm_split.js"></head>`);
}

asset('start.js', minified(read('start.js'), MODERN));
asset('charts.js', read('charts.js'));
asset('later.css', read('later.css'));
const sheet = readdirSync(from).find((name) => /^style-[0-9a-f]+\.css$/.test(name));

// What has a lasting name.
const done = new Set(['index.html', 'code', 'boot.js', 'start.js', 'charts.js', 'later.css', sheet]);
for (const name of readdirSync(from)) if (!done.has(name)) cpSync(join(from, name), join(to, name), { recursive: true });

// People write and read public/plan.json; every reader of the page loads this one.
writeFileSync(join(to, 'plan.json'), JSON.stringify(JSON.parse(read('plan.json'))));

/** Replaces the one tag that `pattern` finds. */
function replace(pattern, text) {
  if (html.match(new RegExp(pattern, 'g'))?.length !== 1) throw new Error(`index.html has not one place for ${pattern}`);
  html = html.replace(pattern, () => text);
}

/** Puts a script or sheet into the page itself, and its digest into the policy, which refuses all others. */
function inline(pattern, kind, content, attributes = '') {
  if (content.includes(`</${kind}`)) throw new Error(`a ${kind} that ends itself cannot stand in the page`);
  replace(pattern, `<${kind}${attributes}>${content}</${kind}>`);
  const known = createHash('sha256').update(content).digest('base64');
  replace(new RegExp(`${kind}-src 'self'`), `${kind}-src 'self' 'sha256-${known}'`);
}

// The first paint waits for what stands here and for nothing else: as files, each cost a round trip more.
// boot.js has to be understood by browsers that are too old for everything else.
const later = html.match(/ data-sheet="[^"]+"/)[0];
inline(/<script src="\.\/boot\.js"[^>]*><\/script>/, 'script', minified(read('boot.js'), 'es2015').trim(), later);
inline(/<link rel="stylesheet"[^>]*>/, 'style', read(sheet).trim());
// The same sheet as a file, for the plain pages.
writeFileSync(join(to, `assets/style-${digest(read(sheet))}.css`), read(sheet));

html = html.replaceAll(' data-integrity="none"', '').replace(/<!--(?!\/?prerendered).*?-->/gs, '').replace(/\n\s*/g, '\n');
writeFileSync(join(to, 'index.html'), html);
