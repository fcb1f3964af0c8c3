// The bytes of the release page, after Brotli, against what was promised: `budget.mjs DIST`. Also that the release is
// whole: nothing of the splitter left over, nothing asked of another host. Ends with 1 where a promise is broken.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const KB = 1000;
const PROMISES = [
  ['readable page', 60 * KB],
  ['interactive overview', 150 * KB],
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
  const first = new Set(asked);
  const room = (name) => {
    if (name === 'index.html') return 'readable page';
    if (first.has(name)) return 'interactive overview';
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
for (const fault of broken) console.error(`\n${fault}`);
process.exit(broken.length ? 1 : 0);
