// Lays a .br and a .gz beside each file of a folder but its plan, for hosts that send them: `compress.mjs DIST [FILE or FOLDER...]`.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WORTH_IT = new Set(['.html', '.css', '.js', '.wasm', '.json', '.webmanifest', '.svg', '.txt']);
const TEXT = new Set(['.html', '.css', '.js', '.json', '.webmanifest', '.svg', '.txt']);

// The plan is replaced by hand, and a packed file left beside it would go on showing the old one: hosts pack it as they
// send it.
const REPLACED_BY_HAND = 'plan.json';

const [dist, ...only] = process.argv.slice(2);
const below = (name) => (statSync(join(dist, name)).isDirectory() ? readdirSync(join(dist, name), { recursive: true }).map((one) => join(name, one)) : [name]);
const names = (only.length ? only : ['.']).flatMap(below);

for (const ending of ['.br', '.gz']) rmSync(join(dist, REPLACED_BY_HAND + ending), { force: true });
for (const name of names.filter((name) => WORTH_IT.has(extname(name)) && name !== REPLACED_BY_HAND)) {
  const path = join(dist, name);
  const content = readFileSync(path);
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_MODE]: TEXT.has(extname(name)) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
    },
  });
  const gzip = gzipSync(content, { level: 9 });
  for (const [ending, packed] of [['.br', brotli], ['.gz', gzip]]) {
    // A packed file that is no smaller only costs the reader the unpacking.
    if (packed.length < content.length) writeFileSync(path + ending, packed);
    else rmSync(path + ending, { force: true });
  }
}
