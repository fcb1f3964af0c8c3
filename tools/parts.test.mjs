import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moduleOf, rewritten } from './parts.mjs';

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

test('browsers read the pieces of the shared file back, whatever their size', async () => {
  const pieces = [0, 1, 127, 128, 70_000].map((size, at) => [`chunk_${at}`, Buffer.alloc(size, at + 1)]);
  const file = await WebAssembly.compile(moduleOf(pieces));
  for (const [name, bytes] of pieces) {
    const [found, ...more] = WebAssembly.Module.customSections(file, name);
    assert.deepEqual([Buffer.from(found), more.length], [bytes, 0], name);
  }
});

test('small pieces come from the shared file, large ones and parts by themselves', () => {
  const { script, needs } = rewritten(LOADER, (name) => name === 'chunk_7');
  assert.deepEqual(needs, {
    records: ['split_records.wasm', 'shared.wasm'],
    pages: ['split_pages.wasm', 'shared.wasm', 'chunk_24.wasm'],
  });
  assert.ok(!script.includes('./chunk_7.wasm') && script.includes('sharedPiece("chunk_7")'));
  for (const file of ['chunk_24', 'split_pages', 'split_records', 'shared']) assert.ok(script.includes(`"./${file}.wasm"`), file);
  // Two of the parts and the large piece are still streamed.
  assert.equal(script.split('instantiateStreaming').length - 1, 3);
});

test('a loader of another form is refused instead of being left half rewritten', () => {
  assert.throws(() => rewritten(LOADER.replaceAll('instantiateStreaming(src', 'instantiate(src'), () => true), /another form/);
  assert.throws(() => rewritten('export {}', () => true), /no parts/);
});
