import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planDigest } from './prerender.mjs';

// Published test vectors of FNV-1a, 64 bits (draft-eastlake-fnv).
test('the digest is FNV-1a', () => {
  assert.equal(planDigest(Buffer.from('')), 'cbf29ce484222325');
  assert.equal(planDigest(Buffer.from('a')), 'af63dc4c8601ec8c');
  assert.equal(planDigest(Buffer.from('foobar')), '85944171f73967e8');
});

test('a byte order mark, which a browser takes off, does not count', () => {
  assert.equal(planDigest(Buffer.from('\ufeff{"计划":1}')), planDigest(Buffer.from('{"计划":1}')));
});
