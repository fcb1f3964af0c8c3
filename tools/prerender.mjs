// Writes the overview of a folder's plan into its index.html, with title, description and language: `prerender.mjs DIST`.
//
// The block bears the digest of the plan it was made from. A page whose plan.json was replaced by hand sees that the
// digest differs, and shows the new plan, never the old one.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

function prerender(dist) {
  const plan = resolve(dist, 'plan.json');
  const args = ['run', '--quiet', '--locked', '--features', 'ssr', '--bin', 'prerender', '--', plan];
  const run = spawnSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });
  // cargo, or the program, has said why.
  if (run.status !== 0) process.exit(1);
  const { title, description, language, block } = JSON.parse(run.stdout);
  if (!block.trim() || !title.trim()) throw new Error('the prerendered overview is empty');
  if (/<(script|style)\b|\son\w+=/i.test(block)) throw new Error('the prerendered overview holds what the policy of the page refuses');

  const page = join(dist, 'index.html');
  let html = readFileSync(page, 'utf8');
  html = replaced(html, /<html lang="[^"]*"/, `<html lang="${escaped(language)}"`);
  html = replaced(html, /<title>[^<]*<\/title>/, `<title>${escaped(title)}</title>`);
  html = replaced(html, /<meta name="description" content="[^"]*"/, `<meta name="description" content="${escaped(description)}"`);
  html = replaced(
    html,
    /<!--prerendered-->.*<!--\/prerendered-->/s,
    `<!--prerendered--><div data-app data-plan-digest="${planDigest(readFileSync(plan))}">${block}</div><!--/prerendered-->`,
  );
  writeFileSync(page, html);

  const manifest = join(dist, 'app.webmanifest');
  const app = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, `${JSON.stringify({ ...app, name: title, lang: language }, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prerender(process.argv[2]);
