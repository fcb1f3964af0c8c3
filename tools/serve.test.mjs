import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from './serve.mjs';

let outside, site;

before(async () => {
  outside = mkdtempSync(join(tmpdir(), 'serve-'));
  const folder = join(outside, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.json'), '{}');
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  for (const [ending, content] of [['', 'plain'], ['.br', 'brotli'], ['.gz', 'gzip']]) writeFileSync(join(folder, `assets/a.wasm${ending}`), content);
  site = await serve({ folder, port: 0 });
});

after(async () => {
  await site.close();
  rmSync(outside, { recursive: true });
});

/** An address as it is: `fetch` would tidy it up first. */
function ask(path, headers = {}, address = site.address) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (answer) => {
      let body = '';
      answer.on('data', (piece) => (body += piece)).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    }).on('error', reject).end();
  });
}

test('the best packed form that the browser knows is sent, under the type of the plain one', async () => {
  for (const [accepted, body] of [['br, gzip', 'brotli'], ['gzip', 'gzip'], ['', 'plain']]) {
    const answer = await ask('/assets/a.wasm', { 'accept-encoding': accepted });
    assert.equal(answer.body, body);
    assert.equal(answer.headers['content-type'], 'application/wasm');
    assert.equal(answer.headers['content-encoding'], { brotli: 'br', gzip: 'gzip' }[body]);
  }
});

test('only what bears a digest in its name is kept for ever', async () => {
  assert.match((await ask('/assets/a.wasm')).headers['cache-control'], /immutable/);
  const page = await ask('/');
  assert.equal(page.headers['cache-control'], 'no-cache');
  assert.equal((await ask('/', { 'if-none-match': page.headers.etag })).status, 304);
});

test('no address leads out of the folder or ends the host', async () => {
  for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/%00', '/%', '/assets', '/none.js']) {
    assert.equal((await ask(path)).status, 404, path);
  }
  assert.equal((await ask('/')).status, 200);
});
