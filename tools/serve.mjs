// A static host as the page wants it: right types, packed files, right caching, the policy's headers.
// `serve.mjs [DIST]` serves a folder at http://localhost:8080 (PORT=, HOST= choose another place; PORT=0 any free
// port). Tests import `serve`.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';
import { argv, env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

const POLICIES = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  // The policy of the page is in index.html; this one part of it counts only as a header.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Permissions-Policy':
    'camera=(self), accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Serves `folder` until `close` is called. `encodings` are the packed forms that the host knows, best first: `[]` is a
 * host that packs nothing. Resolves to the address and the function that ends it.
 */
export function serve({ folder = 'dist', port = 8080, host = '127.0.0.1', encodings = ['br', 'gzip'] } = {}) {
  const server = createServer((request, response) => answer(request, response, folder, encodings));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
      const close = () => new Promise((closed) => { server.closeAllConnections(); server.close(closed); });
      resolve({ address: `http://${name}:${server.address().port}`, close });
    });
  });
}

function answer(request, response, folder, encodings) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
  // Some link shorteners and chats write %23 for #: back to the page, with what the link carries. Two slashes at the
  // beginning would name another host.
  const [, page, carried] = request.url.match(/^(\/(?:[^/?%][^?%]*\/)?)(?:index\.html)?%(?:25)*23(.*)$/i) ?? [];
  if (page) return response.writeHead(302, { Location: `${page}#${carried}`, 'Cache-Control': 'no-store' }).end();
  const path = fileOf(request.url, folder);
  const found = path && packedOrPlain(path, request.headers['accept-encoding'] ?? '', encodings);
  if (!found) return refuse(response, 404, 'No such file.');

  const headers = {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    ...POLICIES,
    ...(isTrusted(request) && { 'Cross-Origin-Opener-Policy': 'same-origin' }),
    Vary: 'Accept-Encoding',
    ETag: `"${found.mtimeMs.toString(36)}-${found.size.toString(36)}"`,
    // Names below assets/ hold a digest of what they name; everything else may be replaced at any time.
    'Cache-Control': path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(found.encoding && { 'Content-Encoding': found.encoding }),
  };
  if (request.headers['if-none-match'] === headers.ETag) return response.writeHead(304, headers).end();
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  if (found.content) return response.end(found.content);
  createReadStream(found.path).on('error', () => response.destroy()).pipe(response);
}

/** Over plain http, but for the device's own name, browsers ignore the opener's policy and complain. */
function isTrusted(request) {
  return /^(localhost|127\.0\.0\.1)(:|$)/.test(request.headers.host ?? '');
}

/** The file that an address names, or nothing where it would lead out of the folder. */
function fileOf(url, folder) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://host').pathname));
    // No file system takes a zero byte in a name.
    if (path.includes('\0')) return null;
    return join(folder, path.endsWith(sep) ? join(path, 'index.html') : path);
  } catch {
    return null;
  }
}

/** The best form of a file that both sides know. */
function packedOrPlain(path, accepted, encodings) {
  const endings = { br: '.br', gzip: '.gz' };
  const known = accepted.split(',').map((word) => word.split(';')[0].trim());
  // The plan is replaced by hand, so a packed file beside it may be of an older plan.
  if (basename(path) === 'plan.json') return packedNow(path, encodings.find((encoding) => known.includes(encoding)));
  for (const encoding of [...encodings.filter((encoding) => known.includes(encoding)), null]) {
    const candidate = path + (endings[encoding] ?? '');
    const stat = statSync(candidate, { throwIfNoEntry: false });
    if (stat?.isFile()) return { path: candidate, encoding, size: stat.size, mtimeMs: Math.round(stat.mtimeMs) };
  }
  return null;
}

/** A file packed as it is sent, and kept until it is another. */
function packedNow(path, encoding) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  const mtimeMs = Math.round(stat.mtimeMs);
  const key = [path, encoding, stat.mtimeMs, stat.size].join();
  if (packedKept.key !== key) {
    const plain = readFileSync(path);
    packedKept = { key, content: { br: brotliCompressSync, gzip: gzipSync }[encoding]?.(plain) ?? plain };
  }
  const { content } = packedKept;
  return { path, encoding, content, size: content.length, mtimeMs };
}
let packedKept = {};

function refuse(response, status, sentence) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(sentence);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const port = Number(env.PORT ?? 8080);
  try {
    const { address } = await serve({ folder: argv[2] ?? 'dist', port, host: env.HOST ?? '127.0.0.1' });
    console.log(`The page is at ${address} (Ctrl+C ends it).`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=8081 make serve` : error.message);
    process.exit(1);
  }
}
