import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLinks, plainPage, planDigest } from './prerender.mjs';

// Published test vectors of FNV-1a, 32 bits (draft-eastlake-fnv).
test('the digest is FNV-1a', () => {
  assert.equal(planDigest(Buffer.from('')), '811c9dc5');
  assert.equal(planDigest(Buffer.from('a')), 'e40c292c');
  assert.equal(planDigest(Buffer.from('foobar')), 'bf9cf968');
});

test('a byte order mark, which a browser takes off, does not count', () => {
  assert.equal(planDigest(Buffer.from('\ufeff{"计划":1}')), planDigest(Buffer.from('{"计划":1}')));
});

test('links of a plain page lead to plain pages, and boot.js can put back those of the program', () => {
  const block = '<a href="#/task/a">a</a><a class="x" href="#/tasks?view=projects">b</a><a href="#/dispatch">c</a><a href="#/">d</a><a href="https://example.org/">e</a><a href="licences.txt">f</a>';
  const plain = plainLinks(block, new Set(['task/a', 'tasks~view=projects']), '');
  const links = [...plain.matchAll(/ href="([^"]*)"/g)].map((found) => found[1]);
  assert.deepEqual(links, ['task/a.html', 'tasks~view=projects.html', '../#/dispatch', '../#/', 'https://example.org/', '../licences.txt']);
  assert.equal(plain.replace(/href="[^"]*" data-to=/g, 'href='), block);
});

test('a plain page in a folder reaches the others, the styles and the program', () => {
  const block = '<a href="#/tasks">a</a>';
  for (const [name, links] of [['about', 'tasks.html'], ['task/a', '../tasks.html']]) {
    const page = plainPage({ name, title: 't', block }, { language: 'zh-CN', digest: '0', sheets: ['a.css'], names: new Set(['tasks']) });
    const found = [...page.matchAll(/ href="([^"]*)"/g)].map((one) => new URL(one[1], `https://host/plan/read/${name}.html`).href);
    assert.deepEqual(found, [
      'https://host/plan/assets/a.css', 'https://host/plan/icon.svg', `https://host/plan/#/${name}`, 'https://host/plan/read/tasks.html',
    ]);
    assert.ok(page.includes(`href="${links}"`));
  }
});

test('what a plan says is never markup on a plain page', () => {
  const page = plainPage({ name: 'tasks', title: '<b>"t"', block: 'b' }, { language: 'zh-CN', digest: '0', sheets: [], names: new Set() });
  assert.ok(page.includes('<title>&lt;b>&quot;t&quot;</title>'));
});
