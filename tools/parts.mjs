// What the splitter cut is some forty files, most of them a few hundred bytes that several parts share. A link to a page
// asks for twenty of them, and a plain host answers six at a time. So the small ones travel in one file.
//
// That file is a WebAssembly module with nothing but custom sections, one a piece: browsers read those by themselves
// (https://www.w3.org/TR/wasm-core-2/#custom-section), and hosts know its kind.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pieces below so many bytes share a file; what is larger is worth a request of its own. */
const SMALL = 24_000;
const SHARED = 'shared.wasm';

/** A number as LEB128, the way WebAssembly writes sizes. */
function leb(number) {
  const bytes = [];
  do bytes.push((number & 127) | (number > 127 ? 128 : 0));
  while ((number >>>= 7));
  return Buffer.from(bytes);
}

/** A module of custom sections: `[name, bytes]` each. */
export function moduleOf(pieces) {
  const sections = pieces.map(([name, bytes]) => {
    const content = Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name), bytes]);
    return Buffer.concat([Buffer.of(0), leb(content.length), content]);
  });
  return Buffer.concat([Buffer.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), ...sections]);
}

// Like the splitter's own loader: asked for once, and again after a failure.
const READER = `
let sharedFile;
const sharedPiece = (name) => {
  if (!sharedFile) {
    sharedFile = fetch(new URL("./${SHARED}", import.meta.url)).then((answer) => WebAssembly.compileStreaming(answer));
    sharedFile.catch(() => { sharedFile = undefined; });
  }
  return sharedFile.then((file) => WebAssembly.Module.customSections(file, name)[0]);
};
`;

/**
 * Rewrites a loader of wasm_split_cli so that it takes the pieces named from the shared file, and tells which files each
 * part needs, in the order in which they should be asked for: \`{ script, needs: { pages: ['split_pages.wasm', …] } }\`.
 */
export function rewritten(script, isSmall) {
  const fetched = /const src = fetch\(new URL\("\.\/(chunk_\d+)\.wasm", import\.meta\.url\)\);/g;
  const streamed = 'WebAssembly.instantiateStreaming(src, imports)';
  const files = {};
  const lines = script.split(/(?=^(?:const __chunk_|export const __wasm_split_load_))/m).map((loader) => {
    const name = loader.match(/^const (__chunk_\d+) = /)?.[1];
    const piece = loader.match(fetched)?.[0].match(/chunk_\d+/)[0];
    if (!name || !piece) return loader;
    files[name] = isSmall(piece) ? SHARED : `${piece}.wasm`;
    if (!isSmall(piece)) return loader;
    if (!loader.includes(streamed)) throw new Error(`the loader of ${piece} has another form than wasm_split_cli 0.2.4 writes`);
    return loader
      .replace(fetched, `const src = sharedPiece("${piece}");`)
      .replace(streamed, 'WebAssembly.instantiate(await src, imports)');
  });
  const needs = {};
  for (const [, part, fetcher, deps] of script.matchAll(/export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([^]*?), \[([^\]]*)\]\)\)/g)) {
    const own = fetcher.match(/"\.\/([^"]+)"/)?.[1];
    const shared = deps.split(', ').filter(Boolean).map((name) => files[name]);
    needs[part] = [...new Set([own, ...shared].filter(Boolean))];
  }
  if (!Object.keys(needs).length) throw new Error('the loader names no parts');
  return { script: READER + lines.join(''), needs };
}

/** Does so in the folder of a build; returns what each part needs. */
export function gather(folder, names) {
  const bytes = (name) => readFileSync(join(folder, `${name}.wasm`));
  const small = names.filter((name) => /^chunk_\d+\.wasm$/.test(name)).map((name) => name.slice(0, -5)).filter((name) => bytes(name).length < SMALL);
  const loader = join(folder, '__wasm_split.js');
  const { script, needs } = rewritten(readFileSync(loader, 'utf8'), (name) => small.includes(name));
  writeFileSync(loader, script);
  writeFileSync(join(folder, SHARED), moduleOf(small.map((name) => [name, bytes(name)])));
  for (const name of small) rmSync(join(folder, `${name}.wasm`));
  return needs;
}
