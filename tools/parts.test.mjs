import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, packed, read, rewritten, weight } from './parts.mjs';

// As wasm_split_cli 0.2.4 writes it.
const fetcher = (file) => `() => {
    const src = fetch(new URL("./${file}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
`;
const LOADER = `/* pages, records */
const __chunk_7 = makeLoad(${fetcher('chunk_7')}, []);
/* pages */
const __chunk_24 = makeLoad(${fetcher('chunk_24')}, []);
export const __wasm_split_load_records = wrapAsyncCb(makeLoad(${fetcher('split_records')}, [__chunk_7]));
export const __wasm_split_load_pages = wrapAsyncCb(makeLoad(${fetcher('split_pages')}, [__chunk_7, __chunk_24]));
`;

const TEXT = `function makeLoad() {}
${LOADER}`;

test('a loader tells which pieces each part needs', () => {
  assert.deepEqual(read(TEXT), {
    records: { own: 'split_records.wasm', pieces: ['chunk_7'] },
    pages: { own: 'split_pages.wasm', pieces: ['chunk_7', 'chunk_24'] },
  });
});

test('parts ask for packs in the place of pieces, once for each', () => {
  const apart = rewritten(TEXT, { chunk_7: 'shared_1', chunk_24: 'shared_2' });
  assert.deepEqual(needs(apart), {
    records: ['split_records.wasm', 'shared_1.wasm'],
    pages: ['split_pages.wasm', 'shared_1.wasm', 'shared_2.wasm'],
  });
  const together = rewritten(TEXT, { chunk_7: 'shared_1', chunk_24: 'shared_1' });
  assert.deepEqual(needs(together).pages, ['split_pages.wasm', 'shared_1.wasm']);
  assert.equal(together.split('"./shared_1.wasm"').length - 1, 1);
  assert.ok(together.startsWith('function makeLoad') && !together.includes('chunk_'));
});

test('what one door asks for travels together, and what is large not to those who do without it', () => {
  const parts = { one: { pieces: ['a', 'b', 'big'] }, two: { pieces: ['a', 'c'] } };
  const doors = { one: ['one'], two: ['two'] };
  const packs = packed(parts, { a: 900, b: 300, c: 200, big: 200_000 }, doors).map((names) => names.sort().join(' ')).sort();
  assert.deepEqual(packs, ['a c', 'b big']);
});

test('of a piece, code and data count', () => {
  const section = (id, bytes) => [id, bytes, ...Array(bytes).fill(0)];
  assert.equal(weight(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...section(1, 40), ...section(10, 7), ...section(11, 3), ...section(0, 90)])), 10);
});

test('a loader of another form is refused instead of being left half rewritten', () => {
  assert.throws(() => rewritten(TEXT.replace('const __chunk_7 = makeLoad(() =>', 'const __chunk_7 = makeLoad(async () =>'), { chunk_7: 'shared_1' }), /another form/);
  assert.throws(() => read('export {}'), /no parts/);
});
