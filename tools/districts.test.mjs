import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recompute, value } from '../tests/districts/recompute.mjs';
import { ROOT } from './limits.mjs';

// A native test holds the papers against what the program prints.
const paper = (language) => readFileSync(join(ROOT, `tests/districts/paper.${language}.txt`), 'utf8');

test('every score of a printed paper is what its sentences come to, in both languages', () => {
  for (const language of ['zh', 'en']) assert.deepEqual(recompute(paper(language)), { wrong: [], scores: 16 });
});

test('a figure, a cap, a score or a place that is changed is found', () => {
  for (const [from, to] of [
    ['40 × 108 ÷ 100', '40 × 109 ÷ 100'],
    ['= 43.20；', '= 43.21；'],
    ['最高 40 + 4 = 44.00', '最高 40 + 5 = 45.00'],
    ['43.20 + 31.50 + 25.00 = 99.70', '43.20 + 31.50 + 25.00 = 99.71'],
    ['。第2名', '。第3名'],
    ['权重25，', '权重30，'],
    ['= 92.44', '= 69.33'],
  ]) {
    const text = paper('zh');
    assert.ok(text.includes(from), from);
    assert.notDeepEqual(recompute(text.replace(from, to)).wrong, [], `${from} → ${to}`);
  }
});

test('sums are read as they are printed', () => {
  assert.deepEqual(value('1 − (2 − (-3))'), { over: -4n, under: 1n });
  assert.deepEqual(value('2 + 3 × 4 ÷ 8'), { over: 7n, under: 2n });
  assert.throws(() => value('1 +'), /no figure/);
  assert.throws(() => value('1; 2'), /not arithmetic/);
});
