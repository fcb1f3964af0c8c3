// Takes every size limit away, one at a time, and looks whether its test fails.
//
//   node tools/limits.mjs [pattern …]    only rows in whose file, line or test all of the patterns are found
//
// The limits stand in tests/limits.tsv: file, the line as it is, the line without the limit, the test that has to fail.
// A test is `module::name` of the library, `ssr module::name` with the views, or `tests/PACKAGE module::name`. A line
// that looks like a limit and is none has `-` in the third column and the reason in the fourth.
//
// Works on a copy of the sources and in the target folder of the package, so that only the library is compiled anew:
// about ten seconds a row on two cores. tools/limits.test.mjs, which `make test` runs, holds the table to the sources.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
// Milliseconds until a test without its limit counts as one that never ends, the compiling included.
const LONGEST_RUN = 180_000;
const LONGEST_WHOLE = 1_800_000;

/** The rows of a table. */
export function rows(table) {
  const lines = table.split('\n').slice(1).filter((line) => line !== '');
  return lines.map((line) => {
    const [file, before, after, test, ...more] = line.split('\t');
    if (!test || more.length) throw new Error(`not four columns: ${line}`);
    return { file, before, after, test, isLimit: after !== '-' };
  });
}

/** How often a line stands in a source; spaces around it do not count. */
export function count(source, line) {
  return source.split('\n').filter((one) => one.trim() === line).length;
}

/** The source with one line in the place of another, or null unless that stands there exactly once. */
export function changed(source, before, after) {
  if (count(source, before) !== 1) return null;
  return source.split('\n').map((line) => (line.trim() === before ? line.replace(before, () => after) : line)).join('\n');
}

/** What cargo is asked for, and the name of the test. */
export function command(test) {
  const [where, name] = test.includes(' ') ? test.split(' ') : ['', test];
  if (where === '') return { cargo: ['--lib'], name };
  if (where === 'ssr') return { cargo: ['--lib', '--features', 'ssr'], name };
  return { cargo: ['--test', where.replace(/^tests\//, '')], name };
}

/** What a run of cargo says of the test. */
export function verdict(output, name, status) {
  if (/^error(\[E\d+\])?: /m.test(output) && !/^running \d+ tests?$/m.test(output)) return 'does not compile';
  if (!/^running 1 test$/m.test(output)) return 'no such test';
  if (status === 'time') return 'killed: no end';
  // Threads print into each other's lines: the sum at the end is what counts.
  if (/^test result: FAILED\. 0 passed; 1 failed/m.test(output)) return 'killed';
  if (/^test result: ok\. 1 passed/m.test(output)) return 'survived';
  return 'killed: the test program ended';
}

function copy(to) {
  rmSync(to, { recursive: true, force: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of listed.toString().split('\0').filter((file) => file !== '' && !file.startsWith('bench/'))) {
    if (!statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile()) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(to, file));
  }
}

/** The tests of a run that went well. */
export function sound(output) {
  return new Set([...output.matchAll(/^test (\S+) \.\.\. ok$/gm)].map((found) => found[1]));
}

function run(tree, cargo, names, longest) {
  return new Promise((finish) => {
    const env = { ...process.env, CARGO_TARGET_DIR: resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), CARGO_INCREMENTAL: '1' };
    const child = spawn('cargo', ['test', '--locked', ...cargo, '--', '--exact', ...names], { cwd: tree, env, detached: true });
    let output = '';
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      process.kill(-child.pid, 'SIGKILL');
    }, longest);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
    child.on('close', (status) => {
      clearTimeout(clock);
      finish({ output, status: late ? 'time' : status });
    });
  });
}

async function main(words) {
  const patterns = words.map((word) => new RegExp(word));
  const all = rows(readFileSync(join(ROOT, 'tests/limits.tsv'), 'utf8'));
  const wanted = all.filter((row) => row.isLimit && patterns.every((pattern) => pattern.test(Object.values(row).join('\t'))));
  const tree = join(ROOT, 'target/limits');
  copy(tree);
  const tally = new Map();
  const groups = grouped(wanted, kind);
  for (const [cargo, group] of groups) {
    // A test that fails anyway proves nothing.
    const names = [...new Set(group.map((row) => command(row.test).name))];
    const whole = sound((await run(tree, cargo.split(' '), [...names, '--test-threads=1'], LONGEST_WHOLE)).output);
    for (const row of group) {
      const { told, why } = await tried(tree, row, whole);
      const sum = told.replace(/:.*/, '');
      tally.set(sum, (tally.get(sum) ?? 0) + 1);
      console.log(`${told.padEnd(10)} ${row.file}  ${row.before}  [${row.test}]${why}`);
    }
  }
  const sums = [...tally].map(([told, count]) => `${count} ${told}`);
  console.log(`\n${wanted.length} limits: ${sums.join(', ')}`);
  process.exitCode = [...tally.keys()].every((told) => told === 'killed') ? 0 : 1;
}

const kind = (row) => command(row.test).cargo.join(' ');

function grouped(list, key) {
  const groups = new Map();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** What becomes of a row's test without its limit. */
async function tried(tree, row, whole) {
  const { cargo, name } = command(row.test);
  const path = join(tree, row.file);
  const source = readFileSync(path, 'utf8');
  const mutant = changed(source, row.before, row.after);
  if (mutant === null) return { told: 'line not found', why: '' };
  if (!whole.has(name)) return { told: 'fails with the limit, too', why: '' };
  writeFileSync(path, mutant);
  const { output, status } = await run(tree, cargo, [name], LONGEST_RUN);
  writeFileSync(path, source);
  const told = verdict(output, name, status);
  const why = told === 'does not compile' ? `\n${output.split('\n').filter((line) => line.startsWith('error')).join('\n')}` : '';
  return { told, why };
}

/** Every Rust source of the program, without what only tests compile. */
export function sources(folder = join(ROOT, 'src')) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'tests' ? [] : sources(path);
    return /^(tests|samples|examples)\.rs$/.test(entry.name) || !entry.name.endsWith('.rs') ? [] : [path];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
