import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { changed, command, count, ROOT, rows, sources, verdict } from './limits.mjs';

const table = rows(readFileSync(join(ROOT, 'tests/limits.tsv'), 'utf8'));
// What stands in `mod tests` at the end of a file is no part of the program.
const TESTS = /^#\[cfg\((?:test|all\(test, feature = "\w+"\))\)\]\n(?:pub )?mod \w+ \{/m;
const programs = sources().map((path) => ({ file: relative(ROOT, path), text: readFileSync(path, 'utf8').split(TESTS)[0] }));

// Words in the name of a constant that bounds something.
const WORDS = 'MOST|LEAST|LONGEST|SHORTEST|LARGEST|SMALLEST|LARGE|FEWEST|DEEPEST|MAX|MIN|LIMIT|ROUNDS|COPIES|SEALED|MERGED|JOINS|EXCERPT|READABLE|RECASED';
const CONSTANT = new RegExp(`\\bconst ((?:[A-Z]+_)*(?:${WORDS})(?:_[A-Z]+)*): (?:usize|u8|u16|u32|u64|i32|i64|Self)\\b`, 'g');

/** Constants that bound something, as they are used: those of a module `most` as `most::NAME`. */
function limits({ file, text }) {
  const named = [...text.matchAll(CONSTANT)].map((found) => found[1]);
  const within = /pub mod most \{([^}]*)\}/.exec(text)?.[1] ?? '';
  const bounds = [...within.matchAll(/pub const ([A-Z]+):/g)].map((found) => `most::${found[1]}`);
  return [...named.filter((name) => !bounds.includes(`most::${name}`)), ...bounds].map((name) => ({ file, name }));
}

/** Lines that take so many of something, the number written out. */
function takes({ file, text }) {
  return text.split('\n').map((line) => line.trim()).filter((line) => /\.take\(\d+\)/.test(line)).map((line) => ({ file, line }));
}

const holds = (line, name) => new RegExp(`(?<![A-Za-z_:])${name}(?![A-Z_])|::${name}(?![A-Z_])`).test(line);

/** Limits without a row. One that its own file only defines is a limit where another file uses it. */
function untested(programs, table) {
  const isTested = ({ file, text, name }) => {
    const isUsedHere = text.split('\n').filter((line) => holds(line, name)).length > 1;
    const from = table.filter((row) => (name.startsWith('most::') || !isUsedHere ? true : row.file === file));
    return from.some((row) => holds(row.before, name));
  };
  const constants = programs.flatMap((program) => limits(program).map((limit) => ({ ...limit, text: program.text })));
  const lines = programs.flatMap(takes).filter(({ file, line }) => !table.some((row) => row.file === file && row.before === line));
  return [...constants.filter((one) => !isTested(one)).map(({ file, name }) => `${file}: ${name}`), ...lines.map(({ file, line }) => `${file}: ${line}`)];
}

test('every line of the table stands in its file exactly once, and is another one without the limit', () => {
  const wrong = table.filter((row) => {
    const source = readFileSync(join(ROOT, row.file), 'utf8');
    return row.isLimit ? changed(source, row.before, row.after) === null || row.before === row.after : count(source, row.before) !== 1;
  });
  assert.deepEqual(wrong.map((row) => `${row.file}: ${row.before}`), []);
});

test('no row stands twice, and each names a test that there is or a reason', () => {
  const keys = table.map((row) => `${row.file}\t${row.before}\t${row.after}`);
  assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
  const wrong = table.filter(({ isLimit, test }) => {
    if (!isLimit) return test.split(' ').length < 4;
    const { name, cargo } = command(test);
    const folder = cargo[0] === '--test' ? join(ROOT, 'tests', cargo[1]) : join(ROOT, 'src');
    const path = name.split('::').slice(0, -1);
    const files = [path, path.filter((part) => part !== 'tests')].flatMap((parts) => [`${parts.join('/')}.rs`, `${parts.join('/')}/mod.rs`]);
    const found = files.some((file) => {
      try {
        return new RegExp(`\\bfn ${name.split('::').at(-1)}\\(`).test(readFileSync(join(folder, file), 'utf8'));
      } catch {
        return false;
      }
    });
    return !found;
  });
  assert.deepEqual(wrong.map((row) => row.test), []);
});

test('every constant whose name says that it is a limit, and every number taken, is in the table', () => {
  assert.deepEqual(untested(programs, table), []);
});

test('a limit that nobody tests is found', () => {
  const file = 'src/new.rs';
  const text = 'const MOST_CARDS: usize = 9;\nfn cards() {\n    deck.take(MOST_CARDS);\n    deck.take(12);\n}\n';
  const told = untested([{ file, text }], table);
  assert.deepEqual(told, [`${file}: MOST_CARDS`, `${file}: deck.take(12);`]);
  const row = (before) => ({ file, before, after: 'deck', test: 'new::test', isLimit: true });
  assert.deepEqual(untested([{ file, text }], [row('deck.take(MOST_CARDS);'), row('deck.take(12);')]), []);
  const most = 'pub mod most {\n    pub const CARDS: usize = 9;\n}\n';
  assert.deepEqual(untested([{ file, text: most }], []), [`${file}: most::CARDS`]);
});

test('a line is taken away only where it stands once, and without its spaces', () => {
  const source = 'fn a() {\n    if x > 1 {\n}\n  if y {\n  if y {\n';
  assert.equal(changed(source, 'if x > 1 {', 'if false {'), source.replace('x > 1', 'false'));
  assert.equal(changed(source, 'if y {', 'if false {'), null);
  assert.equal(changed(source, 'if z {', 'if false {'), null);
  assert.equal(changed('$&', '$&', "$'"), "$'");
});

test('what cargo says of a mutant is told apart', () => {
  const ran = (sum) => `running 1 test\ntest a ... FAILED\n\n${sum}; 0 ignored; 0 measured; 9 filtered out`;
  assert.equal(verdict(ran('test result: FAILED. 0 passed; 1 failed'), 'a', 101), 'killed');
  assert.equal(verdict(ran('test result: ok. 1 passed; 0 failed'), 'a', 0), 'survived');
  assert.equal(verdict('running 0 tests\n\ntest result: ok. 0 passed; 0 failed', 'a', 0), 'no such test');
  assert.equal(verdict('error[E0308]: mismatched types', 'a', 101), 'does not compile');
  assert.equal(verdict('error: could not compile', 'a', 101), 'does not compile');
  assert.equal(verdict('running 1 test\n', 'a', null), 'killed: the test program ended');
  assert.equal(verdict('running 1 test\n', 'a', 'time'), 'killed: no end');
  assert.deepEqual(command('ssr a::b'), { cargo: ['--lib', '--features', 'ssr'], name: 'a::b' });
  assert.deepEqual(command('tests/ledger a::b'), { cargo: ['--test', 'ledger'], name: 'a::b' });
  assert.deepEqual(command('a::b'), { cargo: ['--lib'], name: 'a::b' });
});
