// What several parts share, the splitter cuts into a file for each set of parts that share it: some six hundred, most of
// them a few hundred bytes in a wrapping of a thousand. So they are merged into packs, such that whoever opens a page asks
// for few files, and for little that the page does without. `parts.mjs FOLDER` does so where the splitter has put them.
//
// The pieces know nothing of each other: they import memory, table and stack from the first wasm, and call through the
// table. So wasm-merge joins them beside a module that hands on these three (and is called as they call the first wasm).
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { fileURLToPath } from 'node:url';

/** What is asked for together: the parts of start.js's table, and what comes later by itself. */
export const DOORS = {
  indicators: ['indicators'],
  indicator: ['indicator'],
  plan: ['plan'],
  about: ['about'],
  dispatch: ['dispatch', 'ledger'],
  'receipts on the dispatch': ['dispatch', 'review', 'ledger'],
  form: ['form', 'ledger'],
  'fill-in link': ['carried', 'form', 'ledger'],
  'receipt link': ['carried', 'dispatch', 'review', 'ledger'],
  'snapshot link': ['carried', 'board', 'ledger'],
  document: ['documents', 'ledger'],
  'issued paper': ['papers', 'ledger'],
  districts: ['districts', 'ledger'],
  'pasted table': ['paste'],
  compare: ['compare', 'ledger'],
  device: ['device', 'ledger'],
  'making a plan': ['author', 'ledger'],
  'own records': ['board', 'ledger'],
  'on an indicator': ['acts', 'ledger'],
  'plan with records': ['plan', 'judging', 'board', 'ledger'],
  'list with records': ['indicators', 'judging', 'board', 'ledger'],
  'indicator with records': ['indicator', 'standing', 'board', 'ledger'],
  'chart of all targets': ['indicators', 'way', 'charts'],
  // What comes to a page with its charts should not bring the ledger along.
  'chart of an indicator': ['indicator', 'charts'],
  'charts of the plan': ['plan', 'charts'],
  'document as a workbook': ['documents', 'workbooks', 'ledger'],
  'records as a workbook': ['device', 'workbooks', 'ledger'],
  'fill-in workbook': ['dispatch', 'fill_in', 'ledger'],
  share: ['share', 'ledger'],
  palette: ['palette'],
  refused: ['refused'],
};

/**
 * What one more file is worth, in bytes before compression: a request, and words that Brotli meets again. Tried on the pieces
 * of one build: at 20,000 a task asks for 43 KB more that it does without, the page About for 94, in three files fewer.
 */
const FILE = 8_500;
/** How much of a piece is code and data: what is left of it in a pack, but for what wasm-opt takes out. */
export function weight(bytes) {
  const leb = (at) => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      number |= (bytes[at] & 127) << shift;
      if (bytes[at++] < 128) return [number, at];
    }
  };
  let sum = 0;
  for (let at = 8; at < bytes.length; ) {
    const [length, start] = leb(at + 1);
    if (bytes[at] === 10 || bytes[at] === 11) sum += length;
    at = start + length;
  }
  return sum;
}

/** What a loader of wasm_split_cli says: `{ part: { own, pieces } }`. */
export function read(script) {
  const files = {};
  for (const [, name, fetcher] of script.matchAll(/^const (__chunk_\d+) = makeLoad\(([^]*?)^, \[/gm)) {
    files[name] = fetcher.match(/"\.\/([^"]+)\.wasm"/)?.[1];
  }
  const parts = {};
  for (const [, part, fetcher, deps] of script.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?), \[([^\]]*)\]\)\)/g)) {
    const own = fetcher.match(/"\.\/([^"]+)"/)?.[1];
    parts[part] = { own, pieces: deps.split(', ').map((name) => files[name]).filter(Boolean) };
  }
  if (!Object.keys(parts).length) throw new Error('the loader names no parts');
  return parts;
}

/**
 * Which pieces travel together: lists of names. Two packs become one as long as what doors then fetch in vain is less
 * than what the requests are worth that they save.
 */
export function packed(parts, sizes, doors = DOORS, file = FILE) {
  const wanted = Object.values(doors).map((list) => new Set(list.flatMap((part) => parts[part]?.pieces ?? [])));
  // A bit for each door; a number of more bits is far slower to count.
  if (wanted.length > 31) throw new Error(`${wanted.length} doors, and a plain number tells 31 apart`);
  const bits = (name) => wanted.reduce((all, pieces, door) => (pieces.has(name) ? all | (1 << door) : all), 0);
  // How many bits are set, in pairs, in fours, in eights: it is asked some hundred million times.
  const count = (all) => {
    const pairs = all - ((all >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  };
  // What the same doors ask for belongs together anyway.
  const alike = new Map();
  for (const name of Object.keys(sizes)) {
    const doors = bits(name);
    const pack = alike.get(doors) ?? { names: [], size: 0, doors };
    alike.set(doors, { names: [...pack.names, name], size: pack.size + sizes[name], doors });
  }
  let packs = [...alike.values()];
  // How much is gained by putting two together.
  const gain = (a, b) => file * count(a.doors & b.doors) - a.size * count(b.doors & ~a.doors) - b.size * count(a.doors & ~b.doors);
  for (;;) {
    let best = { gain: 0 };
    for (let one = 0; one < packs.length; one++) {
      for (let other = one + 1; other < packs.length; other++) {
        const found = gain(packs[one], packs[other]);
        if (found > best.gain) best = { gain: found, one: packs[one], other: packs[other] };
      }
    }
    const { one, other } = best;
    if (!one) return packs.map((pack) => pack.names);
    const both = { names: [...one.names, ...other.names], size: one.size + other.size, doors: one.doors | other.doors };
    packs = [both, ...packs.filter((pack) => pack !== one && pack !== other)];
  }
}

/** The loader, so that it asks for packs: `packOf` says in which a piece is (`{ chunk_7: 'shared_1' }`). */
export function rewritten(script, packOf) {
  const piece = /^(?:\/\*[^\n]*\*\/\n)?const (__chunk_\d+) = makeLoad\(\(\) => \{\n[^]*?"\.\/(chunk_\d+)\.wasm"[^]*?^, \[\]\);\n/gm;
  const packs = {};
  const rest = script.replace(piece, (_, name, file) => {
    packs[name] = packOf[file];
    return '';
  });
  if (!Object.keys(packs).length || rest.includes('const __chunk_')) throw new Error('the loader has another form than wasm_split_cli 0.2.4 writes');
  const loaders = [...new Set(Object.values(packs))].map((pack) => `const ${pack} = makeLoad(() => {
    const src = fetch(new URL("./${pack}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiateStreaming(src, { ...imports, host: imports.__wasm_split });
}, []);
`);
  const first = rest.indexOf('export const __wasm_split_load_');
  const parts = rest.slice(first).replace(/, \[([^\]]*)\]\)\)/g, (_, deps) => {
    return `, [${[...new Set(deps.split(', ').filter(Boolean).map((name) => packs[name]))].join(', ')}]))`;
  });
  return rest.slice(0, first) + loaders.join('') + parts;
}

/** Which files each part is in, of a loader that asks for packs. */
export function needs(script) {
  const parts = {};
  for (const [, part, fetcher, deps] of script.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?), \[([^\]]*)\]\)\)/g)) {
    const own = fetcher.match(/"\.\/([^"]+)"/)?.[1];
    parts[part] = [own, ...deps.split(', ').filter(Boolean).map((pack) => `${pack}.wasm`)].filter(Boolean);
  }
  return parts;
}

const tool = (name, ...args) => execFileSync(name, [...(env.WASM_FEATURES ?? '').split(' ').filter(Boolean), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });

/** Merges the pieces in a folder, and lets its loader ask for the packs. */
function merge(folder) {
  const loader = join(folder, '__wasm_split.js');
  const script = readFileSync(loader, 'utf8');
  const file = (name) => join(folder, `${name}.wasm`);
  const pieces = readdirSync(folder).filter((name) => /^chunk_\d+\.wasm$/.test(name)).map((name) => name.slice(0, -5));
  const sizes = Object.fromEntries(pieces.map((name) => [name, weight(readFileSync(file(name)))]));
  // The imports are the same in every piece.
  const imports = tool('wasm-dis', file(pieces[0])).match(/^ \(import "__wasm_split" .*$/gm);
  const lines = imports.map((line) => {
    const [, name, kind] = line.match(/"__wasm_split" "([^"]+)" \((\w+)/);
    return { line: line.replace('"__wasm_split"', '"host"').replace(/\((\w+) \$\S+/, '($1'), out: `(export "${name}" (${kind} 0))` };
  });
  writeFileSync(join(folder, 'host.wat'), `(module ${lines.map(({ line }) => line).join('\n')}\n${lines.map(({ out }) => out).join('\n')})`);
  tool('wasm-as', join(folder, 'host.wat'), '-o', file('host'));
  const packOf = {};
  packed(read(script), sizes).forEach((list, at) => {
    const pack = `shared_${at + 1}`;
    const named = list.flatMap((name) => [file(name), name]);
    tool('wasm-merge', file('host'), '__wasm_split', ...named, '-o', file(pack));
    for (const name of list) packOf[name] = pack;
  });
  for (const name of pieces) rmSync(file(name));
  rmSync(file('host'));
  rmSync(join(folder, 'host.wat'));
  writeFileSync(loader, rewritten(script, packOf));
}

if (argv[1] === fileURLToPath(import.meta.url)) merge(argv[2]);
