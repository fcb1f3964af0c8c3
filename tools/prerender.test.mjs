import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planDigest } from './prerender.mjs';

// Published test vectors of FNV-1a, 32 bits (draft-eastlake-fnv).
test('the digest is FNV-1a', () => {
  assert.equal(planDigest(Buffer.from('')), '811c9dc5');
  assert.equal(planDigest(Buffer.from('a')), 'e40c292c');
  assert.equal(planDigest(Buffer.from('foobar')), 'bf9cf968');
});

test('a byte order mark, which a browser takes off, does not count', () => {
  assert.equal(planDigest(Buffer.from('\ufeff{"计划":1}')), planDigest(Buffer.from('{"计划":1}')));
});
