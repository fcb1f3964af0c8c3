// Real hosts with the snippets of hosting/ in force, each on a free port, until `close` is called.
//
// What is not installed is not tried: `tools/setup.sh test` brings both on Debian, into .tools/ and without starting
// them as services.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const snippet = (name) => readFileSync(join(project, 'hosting', name), 'utf8');
const first = (paths) => paths.find((path) => path && existsSync(path));
const unpacked = join(project, '.tools/hosts');

const nginx = first([process.env.NGINX, '/usr/sbin/nginx', join(unpacked, 'usr/sbin/nginx')]);
const apache = first([process.env.APACHE, '/usr/sbin/apache2', join(unpacked, 'usr/sbin/apache2')]);
const brotliModule = first(['', unpacked].map((root) => `${root}/usr/lib/nginx/modules/ngx_http_brotli_static_module.so`));
const apacheModules = first(['/usr/lib/apache2/modules', join(unpacked, 'usr/lib/apache2/modules')]);

/** Name, whether it is there, how many characters behind %23 it takes (else more than a month's receipt has), and `start(folder, work)`: the page below /plan/ of the host whose files lie in `folder`. */
export const hosts = [
  { name: 'tools/serve.mjs', present: true, start: startOwn },
  { name: 'nginx', present: Boolean(nginx), start: (folder, work) => startNginx(folder, work, false) },
  { name: 'nginx with ngx_brotli', present: Boolean(nginx && brotliModule), start: (folder, work) => startNginx(folder, work, true) },
  { name: 'Apache', present: Boolean(apache && apacheModules), longest: 200, start: (folder, work) => startApache(folder, work, '') },
  {
    name: 'Apache with the lines for its virtual host',
    present: Boolean(apache && apacheModules),
    start: (folder, work) => startApache(folder, work, snippet('apache-virtual-host.conf')),
  },
];

async function startOwn(folder) {
  const { address, close } = await serve({ folder: dirname(folder), port: 0 });
  return { address, close };
}

async function startNginx(folder, work, brotli) {
  const port = await freePort();
  let rules = snippet('nginx.conf').replaceAll('/var/www/plan/', `${folder}/`);
  if (brotli) rules = rules.replaceAll('# brotli_static', 'brotli_static');
  const conf = join(work, 'nginx.conf');
  writeFileSync(join(work, 'snippet.conf'), rules);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${work}/${kind};`).join('\n');
  writeFileSync(conf, `
    ${brotli ? `load_module ${brotliModule};` : ''}
    ${process.getuid() === 0 ? 'user root;' : ''}
    daemon off; pid ${work}/nginx.pid; error_log ${work}/error.log;
    events {}
    http {
      types { text/html html; }
      access_log off;
      ${temporary}
      server { listen 127.0.0.1:${port}; include ${work}/snippet.conf; }
    }`);
  return run(nginx, ['-p', work, '-e', join(work, 'error.log'), '-c', conf], port, work);
}

async function startApache(folder, work, lines) {
  const port = await freePort();
  writeFileSync(join(folder, '.htaccess'), snippet('apache.htaccess'));
  const wanted = ['mpm_event', 'authz_core', 'mime', 'env', 'dir', 'headers', 'rewrite', 'filter', 'deflate', 'brotli'];
  const modules = wanted.filter((name) => existsSync(join(apacheModules, `mod_${name}.so`)));
  const conf = join(work, 'httpd.conf');
  writeFileSync(conf, `
    ServerRoot ${work}
    ServerName localhost
    Listen 127.0.0.1:${port}
    PidFile ${work}/httpd.pid
    ErrorLog ${work}/error.log
    TypesConfig /dev/null
    ${modules.map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join('\n')}
    DocumentRoot ${dirname(folder)}
    <Directory ${dirname(folder)}>
      AllowOverride FileInfo Indexes
      Require all granted
    </Directory>
    ${lines}`);
  return run(apache, ['-D', 'FOREGROUND', '-f', conf], port, work);
}

/** Runs a host until it answers; its own words where it does not. */
async function run(program, args, port, work) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += words));
  const address = `http://localhost:${port}`;
  const close = () => new Promise((closed) => (child.exitCode === null ? child.once('exit', closed).kill('SIGTERM') : closed()));
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    try {
      await ask(address, '/');
      return { address, close };
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  await close();
  const log = join(work, 'error.log');
  throw new Error(`${program} does not start: ${said} ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** An address as it is: `fetch` would tidy it up first, and unpack. */
export function ask(address, path, headers = {}) {
  const { port } = new URL(address);
  return new Promise((answered, failed) => {
    request({ hostname: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, ...headers } }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece)).on('end', () => answered({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    }).on('error', failed).end();
  });
}
