// Computes every score of a printed 县区考核表 again from its sentences, and knows nothing of the program that printed it.
// `node tests/districts/recompute.mjs paper.txt` names what disagrees. Exact: fractions of whole numbers, never binary ones.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const gcd = (a, b) => (b ? gcd(b, a % b) : a < 0n ? -a : a);
const ratio = (over, under = 1n) => {
  if (under === 0n) throw new Error('division by nothing');
  const by = gcd(over, under) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / by, under: (sign * under) / by };
};
const plus = (a, b) => ratio(a.over * b.under + b.over * a.under, a.under * b.under);
const minus = (a, b) => plus(a, ratio(-b.over, b.under));
const times = (a, b) => ratio(a.over * b.over, a.under * b.under);
const by = (a, b) => ratio(a.over * b.under, a.under * b.over);
const compare = (a, b) => { const { over } = minus(a, b); return over > 0n ? 1 : over < 0n ? -1 : 0; };
const decimal = (text) => {
  const digits = (text.split('.')[1] ?? '').length;
  return ratio(BigInt(text.replace('.', '')), 10n ** BigInt(digits));
};

/** The value of a sum as it is printed: + − × ÷ and brackets. */
export function value(text) {
  const parts = text.match(/\d+(?:\.\d+)?|[()+\-−×÷]/g) ?? [];
  if (parts.join('') !== text.replace(/\s/g, '')) throw new Error(`not arithmetic: ${text}`);
  let at = 0;
  const one = () => {
    const part = parts[at++];
    if (part === '(') { const inner = sum(); if (parts[at++] !== ')') throw new Error(`open bracket: ${text}`); return inner; }
    if (part === '-' || part === '−') return minus(ratio(0n), one());
    if (part === undefined || !/\d/.test(part)) throw new Error(`no figure: ${text}`);
    return decimal(part);
  };
  const product = () => {
    let left = one();
    while (parts[at] === '×' || parts[at] === '÷') left = parts[at++] === '×' ? times(left, one()) : by(left, one());
    return left;
  };
  const sum = () => {
    let left = product();
    while (/^[+\-−]$/.test(parts[at] ?? '')) left = parts[at++] === '+' ? plus(left, product()) : minus(left, product());
    return left;
  };
  const found = sum();
  if (at !== parts.length) throw new Error(`not read to its end: ${text}`);
  return found;
}

/** Whether a printed number is the exact one, rounded to its digits, halves away from zero. */
function isRounded(exact, printed) {
  const digits = BigInt((printed.split('.')[1] ?? '').length);
  const scaled = times(exact, ratio(10n ** digits));
  const size = scaled.over < 0n ? -scaled.over : scaled.over;
  const rounded = (2n * size + scaled.under) / (2n * scaled.under);
  return compare(ratio(scaled.over < 0n ? -rounded : rounded), times(decimal(printed), ratio(10n ** digits))) === 0;
}

const SUM = String.raw`[\d(][\d\s.()+\-−×÷]*?`;
const NUMBER = String.raw`-?\d+\.\d+`;
const EQUATION = new RegExp(`(${SUM}) = (${NUMBER})(?:(?:，最高|, at most) (${SUM}) = (${NUMBER})(?:，得|, counts) (${NUMBER}))?`);
const DISTRICT = /^(.+?)(?:：|: )(.*)(?:。得分：|\. Score: )(.*)$/;

/** What of a paper disagrees, a sentence each; and how many scores were computed again. */
export function recompute(text) {
  const wrong = [];
  let rule, districts = [], scores = 0;
  const close = () => {
    for (const one of districts) {
      const better = districts.filter((other) => other.group === one.group && compare(other.score, one.score) > 0).length;
      const alike = districts.filter((other) => other.group === one.group && compare(other.score, one.score) === 0).length;
      // Where the rule decides between equal scores, any place among them may be the right one.
      const last = rule.breaksTies ? better + alike : better + 1;
      if (one.place < better + 1 || one.place > last) wrong.push(`${rule.title}: ${one.name} has place ${one.place}, computed ${better + 1}`);
    }
    districts = [];
  };
  for (const line of text.split('\n')) {
    const heading = /^(?:[一二三四五六七八九十]+、|\d+\. )(.+)$/.exec(line);
    if (heading) { close(); rule = { title: heading[1], weights: [], breaksTies: false, scaled: false }; continue; }
    const weights = [...line.matchAll(/(?:：权重|: weight )(\d+(?:\.\d+)?)/g)].map((found) => decimal(found[1]));
    if (rule && weights.length && !DISTRICT.test(line)) {
      rule.weights = weights;
      rule.breaksTies = /同分看|Equal scores: by/.test(line);
      rule.scaled = /得分折算为100分|scores are scaled to 100/.test(line);
      continue;
    }
    const found = DISTRICT.exec(line);
    if (!found) continue;
    const [, name, items, rest] = found;
    const where = `${rule.title}: ${name}`;
    let [points, counted, beside] = [ratio(0n), ratio(0n), ratio(0n)];
    let at = 0;
    for (const item of items.split(/；|; /)) {
      const role = /\[(加分项|bonus)\]/.test(item) ? 1n : /\[(扣分项|penalty)\]/.test(item) ? -1n : 0n;
      const weight = role === 0n ? rule.weights[at++] : undefined;
      const told = EQUATION.exec(item);
      if (!told) continue;
      const [, sum, printed, most, mostPrinted, counts] = told;
      let exact = value(sum);
      if (!isRounded(exact, printed)) wrong.push(`${where}: ${sum} is not ${printed}`);
      if (most !== undefined) {
        if (compare(value(most), exact) >= 0) wrong.push(`${where}: the cap ${most} does not bite`);
        exact = value(most);
        if (!isRounded(exact, mostPrinted) || counts !== mostPrinted) wrong.push(`${where}: ${most} is not ${counts}`);
      }
      if (role !== 0n) { beside = plus(beside, times(ratio(role), exact)); continue; }
      if (!weight) { wrong.push(`${where}: an item without a weight`); continue; }
      [points, counted] = [plus(points, exact), plus(counted, weight)];
    }
    const total = new RegExp(`^(${SUM}) = (${NUMBER})`).exec(rest);
    if (!total) {
      if (counted.over !== 0n) wrong.push(`${where}: points and no score`);
      continue;
    }
    const of = rule.scaled ? ratio(100n) : rule.weights.reduce(plus, ratio(0n));
    const score = plus(times(points, by(of, counted)), beside);
    if (!isRounded(score, total[2])) wrong.push(`${where}: the score is not ${total[2]}`);
    const place = /(?:第(\d+)名|No\. (\d+))(?:（(.*)）| \((.*)\))?/.exec(rest);
    if (!place) { wrong.push(`${where}: a score and no place`); continue; }
    districts.push({ name, score, place: Number(place[1] ?? place[2]), group: place[3] ?? place[4] ?? '' });
    scores += 1;
  }
  close();
  return { wrong, scores };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { wrong, scores } = recompute(readFileSync(process.argv[2], 'utf8'));
  console.log(`${scores} scores computed again, ${wrong.length} disagree`);
  for (const one of wrong) console.log(one);
  process.exitCode = wrong.length || !scores ? 1 : 0;
}
