// Prints one digest over everything that a release build is made from, and over the arguments.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FROM = ['src', 'style', 'public', 'charts', 'tools', 'index.html', 'Trunk.toml', 'Cargo.toml', 'Cargo.lock', 'package-lock.json'];

function* files(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

const digest = createHash('sha256');
for (const word of process.argv.slice(2)) digest.update(`${word}\0`);
for (const path of FROM.flatMap((path) => [...files(path)])) digest.update(`${path}\0`).update(readFileSync(path)).update('\0');
console.log(digest.digest('hex'));
