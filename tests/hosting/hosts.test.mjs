// What hosting/ promises, tried on the hosts that README names.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { ask, hosts } from './hosts.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const FILES = {
  'index.html': '<!doctype html><p>page'.padEnd(900, '.'),
  'plan.json': JSON.stringify({ id: 'old', text: 'x'.repeat(900) }),
  'app.webmanifest': '{"name":"x"}',
  'assets/code-1/a.wasm': 'wasm'.repeat(300),
  'assets/start-1.js': '//js'.repeat(300),
  'assets/style-1.css': '/*c*/'.repeat(300),
};
const ENCODINGS = ['br, gzip', 'gzip', ''];
// As long as the receipt of a month, and beyond the longest name that a file may have.
const CARRIED = `pLanR1${'aZ09-_'.repeat(160)}Z`;

for (const host of hosts) {
  describe(host.name, { skip: host.present ? false : `${host.name} is not installed` }, () => {
    let work, folder, site;

    before(async () => {
      work = mkdtempSync(join(tmpdir(), 'planboard-host-'));
      chmodSync(work, 0o755);
      folder = join(work, 'www/plan');
      for (const [name, content] of Object.entries(FILES)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const packing = spawnSync('node', [join(project, 'tools/compress.mjs'), folder], { encoding: 'utf8' });
      assert.equal(packing.status, 0, packing.stderr);
      // As a release before this one left them.
      writeFileSync(join(folder, 'plan.json.br'), brotliCompressSync('{"id":"stale"}'));
      writeFileSync(join(folder, 'plan.json.gz'), gzipSync('{"id":"stale"}'));
      site = await host.start(folder, work);
    });

    after(async () => {
      await site?.close();
      rmSync(work, { recursive: true, force: true });
    });

    const get = (path, headers) => ask(site.address, path, headers);
    const plain = ({ headers, body }) => ({ br: brotliDecompressSync, gzip: gunzipSync }[headers['content-encoding']]?.(body) ?? body).toString();

    test('field 15: a plan that is copied over plan.json is the one that is sent, whatever is packed beside it', async () => {
      for (const id of ['other', 'third']) {
        writeFileSync(join(work, 'other.json'), JSON.stringify({ id, text: 'y'.repeat(900) }));
        cpSync(join(work, 'other.json'), join(folder, 'plan.json'));
        // Older than what is packed beside it, as a file from an archive is.
        utimesSync(join(folder, 'plan.json'), 1e9, 1e9 + (id === 'third'));
        for (const accepted of ENCODINGS) {
          const answer = await get('/plan/plan.json', { 'accept-encoding': accepted });
          assert.equal(JSON.parse(plain(answer)).id, id, `${accepted}: ${answer.headers['content-encoding']}`);
          assert.match(answer.headers['content-type'], /^application\/json/);
          assert.equal(answer.headers['cache-control'], 'no-cache');
        }
      }
      const packed = await get('/plan/plan.json', { 'accept-encoding': 'br, gzip' });
      assert.ok(packed.body.length < 300, `it is packed as it is sent: ${packed.body.length}`);
    });

    test('everything else arrives under its type, packed where the browser knows it', async () => {
      const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', webmanifest: 'application/manifest+json' };
      for (const [name, content] of Object.entries(FILES).filter(([name]) => name !== 'plan.json')) {
        for (const accepted of ENCODINGS) {
          const answer = await get(`/plan/${name}`, { 'accept-encoding': accepted });
          assert.equal(answer.status, 200, name);
          assert.equal(plain(answer), content, `${name} ${accepted}`);
          assert.equal(answer.headers['content-type'].split(';')[0], types[name.split('.').pop()], name);
          const isPacked = accepted.includes('gzip') && content.length > 100;
          assert.equal('content-encoding' in answer.headers, isPacked, `${name} ${accepted}`);
        }
      }
      assert.equal(plain(await get('/plan/')), FILES['index.html']);
    });

    test('hostile 6: every answer bears the policies, and none of them is lost below assets/', async () => {
      for (const path of ['/plan/', '/plan/index.html', '/plan/plan.json', '/plan/assets/start-1.js', '/plan/assets/code-1/a.wasm']) {
        for (const accepted of ENCODINGS) {
          const { headers } = await get(path, { 'accept-encoding': accepted });
          assert.equal(headers['content-security-policy'], "frame-ancestors 'none'", path);
          assert.match(headers['permissions-policy'], /^camera=\(self\), /, path);
          assert.match(headers['permissions-policy'], /microphone=\(\)/, path);
          assert.equal(headers['cross-origin-resource-policy'], 'same-origin', path);
          assert.equal(headers['x-content-type-options'], 'nosniff', path);
          assert.equal(headers['referrer-policy'], 'same-origin', path);
          assert.equal(headers['strict-transport-security'], undefined, `plain http: ${path}`);
          assert.match(headers['cache-control'], path.includes('/assets/') ? /immutable/ : /^no-cache$/, path);
        }
      }
    });

    test('field 17: a link in which # became %23 leads back to the page with what it carries', async () => {
      const carried = CARRIED.slice(0, host.longest);
      for (const written of ['%23', '%2523', 'index.html%23']) {
        const answer = await get(`/plan/${written}${carried}`);
        assert.equal(answer.status, 302, written);
        assert.equal(new URL(answer.headers.location, `${site.address}/plan/`).href, `${site.address}/plan/#${carried}`);
      }
      const page = await get('/plan/%23/indicators?view=table');
      assert.equal(new URL(page.headers.location, site.address).href, `${site.address}/plan/#/indicators?view=table`);
      const foreign = await get('//example.org/%23pLan');
      assert.ok(!/^(https?:)?\/\/example/.test(foreign.headers.location ?? ''), 'never to another host');
    });
  });
}

/** Where a script of a page at an address leads. */
function led(script, href) {
  let to;
  runInNewContext(script, { location: { href, replace: (address) => (to = address) }, decodeURIComponent });
  return to;
}

describe('404.html, for hosts that know it', () => {
  const html = readFileSync(join(project, 'public/404.html'), 'utf8');
  const script = html.match(/<script>(.*?)<\/script>/s)[1];

  test('field 17: it leads back from %23 in every writing, and from nothing else', () => {
    const page = 'https://example.org/plan/';
    for (const [asked, expected] of [
      [`%23${CARRIED}`, `#${CARRIED}`],
      [`%2523${CARRIED}`, `#${CARRIED}`],
      [`index.html%23${CARRIED}`, `#${CARRIED}`],
      ['%23/indicators?view=table', '#/indicators?view=table'],
      ['%23%2Findicators%3Fview%3Dtable', '#/indicators?view=table'],
      ['%2523%252Findicators', '#/indicators'],
    ]) {
      assert.equal(led(script, page + asked), page + expected, asked);
    }
    assert.equal(led(script, `${page}nothing`), undefined);
  });

  test('its policy lets this one script run', () => {
    assert.ok(html.includes(`'sha256-${createHash('sha256').update(script).digest('base64')}'`));
  });
});

test('every snippet of hosting/ speaks of the plan and of frames alike', () => {
  for (const name of ['nginx.conf', 'apache.htaccess', 'iis-web.config']) {
    const text = readFileSync(join(project, 'hosting', name), 'utf8');
    for (const policy of ["frame-ancestors 'none'", 'camera=(self)', 'Cross-Origin-Resource-Policy', 'Cross-Origin-Opener-Policy', 'max-age=31536000']) {
      assert.ok(text.includes(policy), `${name}: ${policy}`);
    }
  }
});
