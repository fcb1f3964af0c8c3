// What a folder's plan shows before the program stands, and without it: `prerender.mjs DIST`.
//
// The overview goes into index.html, with title, description and language; every other page that shows nothing but the
// plan becomes a plain page below read/. boot.js shows that one to whoever opens its address, until the program stands;
// readers without scripts, old browsers and search engines read it as it is.
//
// Each bears the digest of the plan it was made from. A page whose plan.json was replaced by hand sees that the digest
// differs, and shows the new plan, never the old one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** FNV-1a, 32 bits, over the UTF-16 units of the text, as 8 hexadecimal digits; public/start.js computes the same. */
export function planDigest(bytes) {
  // Like the page, which never sees a byte order mark.
  const text = new TextDecoder().decode(bytes);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Replaces what `pattern` finds, and fails where it finds nothing or more than one place. */
function replaced(html, pattern, replacement) {
  const found = html.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0;
  if (found !== 1) throw new Error(`index.html has ${found} places for ${pattern}, not one`);
  return html.replace(pattern, () => replacement);
}

/** What the policy of the page would refuse is not written into it. */
function sound({ name, title, block }) {
  if (!block.trim() || !title.trim()) throw new Error(`the prerendered page ${name || 'overview'} is empty`);
  if (/<(script|style)\b|\son\w+=/i.test(block)) throw new Error(`the prerendered page ${name || 'overview'} holds what the policy of the page refuses`);
}

/** The name of the plain page of an address; src/route/plain.rs says the same. */
const plainName = (address) => address.replace(/^#\//, '').replace('?', '~');

/**
 * Lets the links of a block lead to the plain pages in `names`, and to the program for all others; `up` leads to the
 * folder of the plain pages. Where the program wants them, they stand beside, for boot.js to put back.
 */
export function plainLinks(block, names, up) {
  return block.replace(/ href="(?!\w+:|#(?!\/))([^"]*)"/g, (_, address) => {
    const name = plainName(address);
    return ` href="${up}${names.has(name) ? `${name}.html` : `../${address}`}" data-to="${address}"`;
  });
}

/** A page that needs no script; `page` is one of what src/bin/prerender.rs prints. */
export function plainPage({ name, title, block }, { language, digest, sheets, names }) {
  // Not by a <base>, which the policy of the page refuses where boot.js reads this.
  const up = '../'.repeat(name.split('/').length - 1);
  const address = `${up}../#/${name.replace('~', '?')}`;
  return `<!doctype html>
<html lang="${escaped(language)}" data-plain>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escaped(title)}</title>
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
${sheets.map((sheet) => `<link rel="stylesheet" href="${up}../assets/${sheet}">`).join('\n')}
<link rel="icon" href="${up}../icon.svg" type="image/svg+xml">
</head>
<body>
<aside class="notice" aria-label="${language.startsWith('zh') ? '关于本页' : 'About this page'}">${language.startsWith('zh')
    ? `这里是方案本身的内容，不含填报数据。<a href="${address}">打开可填报、可搜索的页面</a>`
    : `This is what the plan itself says, without anything reported. <a href="${address}">Open the page with reports and search</a>`}</aside>
<div data-app data-page="${name}" data-plan-digest="${digest}">${plainLinks(block, names, up)}</div>
</body>
</html>
`;
}

function prerender(dist) {
  const plan = resolve(dist, 'plan.json');
  const args = ['run', '--quiet', '--locked', '--features', 'ssr', '--bin', 'prerender', '--', plan];
  const run = spawnSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  // cargo, or the program, has said why.
  if (run.status !== 0) process.exit(1);
  const { description, language, overview, pages } = JSON.parse(run.stdout);
  for (const page of [overview, ...pages]) sound(page);
  const digest = planDigest(readFileSync(plan));

  const index = join(dist, 'index.html');
  let html = readFileSync(index, 'utf8');
  html = replaced(html, /<html lang="[^"]*"/, `<html lang="${escaped(language)}"`);
  html = replaced(html, /<title>[^<]*<\/title>/, `<title>${escaped(overview.title)}</title>`);
  html = replaced(html, /<meta name="description" content="[^"]*"/, `<meta name="description" content="${escaped(description)}"`);
  html = replaced(
    html,
    /<!--prerendered-->.*<!--\/prerendered-->/s,
    `<!--prerendered--><div data-app data-plan-digest="${digest}">${overview.block}</div><!--/prerendered-->`,
  );
  writeFileSync(index, html);

  const sheets = ['style', 'later'].map((stem) => readdirSync(join(dist, 'assets')).find((name) => new RegExp(`^${stem}-\\w+\\.css$`).test(name)));
  const names = new Set(pages.map((page) => page.name));
  rmSync(join(dist, 'read'), { recursive: true, force: true });
  for (const page of pages) {
    const file = join(dist, 'read', `${page.name}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, plainPage(page, { language, digest, sheets, names }));
  }

  const manifest = join(dist, 'app.webmanifest');
  const app = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, `${JSON.stringify({ ...app, name: overview.title, lang: language }, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prerender(process.argv[2]);
