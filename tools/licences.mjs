// Writes public/licences.txt: every package whose code is in the page, with its licence in full.
// `licences.mjs` writes, `licences.mjs --check` fails where the file is out of date. Needs no network.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OUT = 'public/licences.txt';
const NPM = ['echarts', 'zrender', 'tslib'];
const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;

const text = page([...crates(), ...packages()]);
if (process.argv.includes('--check')) {
  if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== text) {
    console.error(`${OUT} is out of date: run 'node tools/licences.mjs' and commit what it writes.`);
    process.exit(1);
  }
} else {
  writeFileSync(OUT, text);
  console.log(`${OUT}: ${text.length} characters.`);
}

/** What is compiled into the wasm: reached from our package by ordinary dependencies; macros run at build time alone. */
function crates() {
  const metadata = JSON.parse(execFileSync('cargo', [
    'metadata', '--format-version', '1', '--locked', '--offline', '--features', 'split,worker,office,reader',
    '--filter-platform', 'wasm32-unknown-unknown',
  ], { maxBuffer: 1 << 28 }));
  const byId = new Map(metadata.packages.map((one) => [one.id, one]));
  const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
  const isMacro = (one) => one.targets.some((target) => target.kind.includes('proc-macro'));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(byId.get(id))) return;
    found.add(id);
    for (const dep of nodes.get(id).deps) {
      if (dep.dep_kinds.some((one) => one.kind === null)) visit(dep.pkg);
    }
  };
  visit(metadata.resolve.root);
  found.delete(metadata.resolve.root);
  return [...found].map((id) => {
    const { name, version, license, manifest_path } = byId.get(id);
    return { name, version, licence: license ?? 'see below', texts: texts(dirname(manifest_path)) };
  });
}

/** What is bundled into the charts' script. */
function packages() {
  return NPM.map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { name, version, licence: license, texts: texts(folder) };
  });
}

function texts(folder) {
  const isText = (name) => LICENCE_FILE.test(name) && /^[^.]*(\.(md|txt))?$/i.test(name);
  const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name).filter(isText);
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** The list first, then each text once with the names of all that bear it. */
function page(all) {
  all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  const label = (one) => `${one.name} ${one.version}`;
  const bearers = new Map();
  for (const one of all) {
    for (const licence of one.texts) bearers.set(licence, [...(bearers.get(licence) ?? []), label(one)]);
  }
  const list = all.map((one) => `${label(one)}  ${one.licence}`).join('\n');
  const full = [...bearers].map(([licence, names]) => `${'='.repeat(80)}\n${names.join(', ')}\n\n${licence}`);
  return `Software in this page and its licences\n\n${list}\n\n${full.join('\n\n')}\n`;
}
