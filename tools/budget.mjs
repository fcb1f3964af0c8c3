// The bytes of the release page, after Brotli, against what was promised: `budget.mjs DIST`. Also that the release is
// whole: nothing of the splitter left over, nothing asked of another host. Ends with 1 where a promise is broken.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const KB = 1000;

// Pages by their address: what whoever opens such a link has fetched once the page can be used. ECharts comes after it.
const DOORS = [
  ['overview, ten seconds', '', 173 * KB],
  ['overview with records', '', 480 * KB, ['planboard:ledger:']],
  ['indicators', '#/indicators', 343 * KB],
  ['indicator', '#/indicator/x', 312 * KB],
  ['tasks', '#/tasks', 376 * KB],
  ['organisation', '#/organisation/x', 376 * KB],
  ['about', '#/about', 249 * KB],
  ['dispatch', '#/dispatch', 522 * KB],
  ['form', '#/form/x', 605 * KB],
  ['fill-in link', '#pLanF1', 709 * KB],
  ['snapshot link', '#pLanS1', 579 * KB],
  ['document', '#/document/monthly', 490 * KB],
  ['bulletin', '#/document/bulletin', 524 * KB],
  ['districts', '#/districts/2025', 537 * KB],
  ['device', '#/device', 567 * KB],
];
/** Most files of code that a page asks for beside the first wasm. */
const MOST_FILES = 31;
/** No part of the wasm is larger. */
const LARGEST_PART = 150 * KB;
/** All parts of the wasm together. */
const ALL_PARTS = 2285 * KB;

/** Programs in threads of their own, each with its glue: fetched when something is asked of it. */
const PROGRAMS = [
  ['worker program', 'worker', 56 * KB],
  ['office program', 'office', 241 * KB],
  ['reader program', 'reader', 294 * KB],
];

const PROMISES = [
  ['readable page', 60 * KB],
  ['interactive overview', 173 * KB],
  ['charts', 240 * KB],
  ['boot.js as it is', 2250],
];

const dist = process.argv[2] ?? 'dist';
const names = readdirSync(dist, { recursive: true }).filter((name) => /\.(html|css|js|wasm|json|svg|webmanifest)$/.test(name)).sort();
const text = (name) => readFileSync(join(dist, name), 'utf8');
// Node's default is quality 11, the one that tools/compress.mjs uses.
const packed = (name) => brotliCompressSync(readFileSync(join(dist, name))).length;

/** What the start asks for stands in index.html, so the list cannot fall behind the page. */
function rooms() {
  const html = text('index.html');
  const asked = [...html.matchAll(/(?:src|href|data-glue|data-wasm)="\.\/([^"]+\.(?:js|css|wasm|json))"/g)].map((found) => found[1]);
  const charts = html.match(/data-charts="\.\/([^"]+)"/)[1];
  // boot.js asks for it where another page than the overview was asked for, the program with the first part that draws.
  const later = html.match(/data-sheet="\.\/([^"]+)"/)[1];
  const first = new Set(asked);
  const room = (name) => {
    if (name === 'index.html') return 'readable page';
    if (first.has(name)) return 'interactive overview';
    if (name === later) return 'style of the rest';
    if (name === charts || /split_charts|chunk.*charts/.test(name)) return 'charts';
    return 'on demand';
  };
  return names.map((name) => ({ name, room: room(name), plain: readFileSync(join(dist, name)).length, packed: packed(name) }));
}

function sums(files) {
  const of = (room) => files.filter((file) => file.room === room).reduce((sum, file) => sum + file.packed, 0);
  const boot = text('index.html').match(/<script data-sheet=[^>]*>([^]*?)<\/script>/)[1];
  return {
    'readable page': of('readable page'),
    'interactive overview': of('readable page') + of('interactive overview'),
    charts: of('charts'),
    'boot.js as it is': boot.length,
  };
}

/** What start.js asks for at an address, and the build has written down for it: names of files. */
function asked(hash, keys = []) {
  const script = readFileSync(new URL('../public/start.js', import.meta.url), 'utf8');
  const table = script.match(/^const PARTS = [^]*?^function begins[^]*?^}/m)[0];
  const storage = Object.fromEntries(keys.map((key) => [key, '']));
  const parts = new Function('location', 'localStorage', `${table}; return begins();`)({ hash }, storage);
  const needs = JSON.parse(text('index.html').match(/data-parts='([^']*)'/)[1]);
  const folder = text('index.html').match(/data-wasm="\.\/([^"]*\/)/)[1];
  return [...new Set(parts.flatMap((part) => needs[part]))].map((name) => folder + name);
}

/** One row a door: name, bytes, limit, number of files of its own. */
function doors(files) {
  const of = (name) => files.find((file) => file.name === name).packed;
  const first = files.filter((file) => ['readable page', 'interactive overview', 'style of the rest'].includes(file.room));
  const start = (hash) => first.filter((file) => hash || file.room !== 'style of the rest').reduce((sum, file) => sum + file.packed, 0);
  return DOORS.map(([door, hash, most, keys]) => {
    const own = asked(hash, keys);
    return { door, bytes: own.reduce((sum, name) => sum + of(name), start(hash)), most, files: own.length };
  });
}

function faults() {
  const found = [];
  const html = text('index.html');
  for (const [, address] of html.matchAll(/<(?:script|link|img|iframe|object|embed|source)\b[^>]*?\s(?:src|href|data)="([^"]*)"/g)) {
    if (address.startsWith('#')) continue;
    if (!address.startsWith('./')) found.push(`index.html loads ${address}: only relative addresses work in any folder`);
    else if (!names.includes(address.slice(2))) found.push(`index.html loads ${address}, which is not there`);
  }
  for (const name of names) {
    if (text(name).includes('__wasm_split_placeholder__')) found.push(`${name} still imports the splitter's placeholder; nothing would start`);
    if (!/\.(js|css)$/.test(name)) continue;
    for (const [address] of text(name).matchAll(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)\\]*/gi)) {
      // Names of XML vocabularies look like addresses and are never asked for.
      if (!/^http:\/\/www\.w3\.org\//.test(address)) found.push(`${name} speaks of another host: ${address}`);
    }
  }
  if (!names.some((name) => /__wasm_split\.js$/.test(name))) found.push('the release is not split into parts');
  return found;
}

const files = rooms();
const width = Math.max(...files.map((file) => file.name.length));
console.log(`${'file'.padEnd(width)}  ${'bytes'.padStart(8)} ${'Brotli'.padStart(8)}  for`);
for (const { name, plain, packed, room } of files) {
  console.log(`${name.padEnd(width)}  ${String(plain).padStart(8)} ${String(packed).padStart(8)}  ${room}`);
}
console.log('');
const broken = faults();
const totals = sums(files);
for (const [room, most] of PROMISES) {
  const kept = totals[room] <= most;
  console.log(`${room.padEnd(22)} ${String(totals[room]).padStart(8)} of ${most}${kept ? '' : '  TOO MUCH'}`);
  if (!kept) broken.push(`${room}: ${totals[room]} bytes, ${most} were promised`);
}
const wasm = files.filter(({ name }) => /\/(planboard_bg|split_\w+|chunk_\w+|shared_\w+)\.wasm$/.test(name));
const largest = wasm.reduce((most, file) => (file.packed > most.packed ? file : most));
const rows = [
  ...doors(files).map(({ door, bytes, most, files }) => ({ what: door, bytes, most, note: `${files} files of its own`, tooMany: files > MOST_FILES })),
  ...PROGRAMS.map(([what, stem, most]) => {
    const own = files.filter(({ name }) => [`${stem}.js`, `${stem}_bg.wasm`].includes(name.split('/').pop()));
    return { what, bytes: own.reduce((sum, file) => sum + file.packed, 0), most, note: `${own.length} files`, tooMany: own.length !== 2 };
  }),
  { what: 'largest part', bytes: largest.packed, most: LARGEST_PART, note: largest.name.split('/').pop() },
  { what: 'all parts of the wasm', bytes: wasm.reduce((sum, file) => sum + file.packed, 0), most: ALL_PARTS, note: `${wasm.length} files` },
];
console.log('');
for (const { what, bytes, most, note, tooMany } of rows) {
  const kept = bytes <= most && !tooMany;
  console.log(`${what.padEnd(22)} ${String(bytes).padStart(8)} of ${most}  ${note}${kept ? '' : '  TOO MUCH'}`);
  if (!kept) broken.push(`${what}: ${bytes} bytes (${most} were promised), ${note}`);
}
for (const fault of broken) console.error(`\n${fault}`);
process.exit(broken.length ? 1 : 0);
