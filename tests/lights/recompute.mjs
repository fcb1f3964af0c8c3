// Computes lights again from their sentences alone. It reads lines "light<TAB>sentence" and knows nothing of the
// program: no plan, no rule, no figure that is not in the sentence. Prints what does not agree; exit code 1 if
// anything does not.
import { readFileSync } from "node:fs";

// Exact fractions of big integers, so that no threshold is decided by a rounding of ours.
const gcd = (a, b) => (b === 0n ? a : gcd(b, a % b));
const abs = (a) => (a < 0n ? -a : a);
function fraction(over, under = 1n) {
  if (under === 0n) throw new Error("division by zero");
  const divisor = gcd(abs(over), abs(under)) * (under < 0n ? -1n : 1n);
  return { over: over / divisor, under: under / divisor };
}
function read(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new Error(`not a number: ${text}`);
  const [, sign, whole, decimals = ""] = found;
  return fraction(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
}
const minus = (a, b) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const plus = (a, b) => minus(a, { over: -b.over, under: b.under });
const times = (a, b) => fraction(a.over * b.over, a.under * b.under);
const by = (a, b) => fraction(a.over * b.under, a.under * b.over);
const compare = (a, b) => Number(a.over * b.under > b.over * a.under) - Number(a.over * b.under < b.over * a.under);
const ZERO = fraction(0n);
const HUNDRED = fraction(100n);

const NUMBER = "-?\\d+(?:\\.\\d+)?";
const MONTH = "\\d{4}-\\d{2}";
const DAY = "\\d{4}-\\d{2}-\\d{2}";

const ZH = {
  words: {
    滞后: "red", 偏慢: "amber", 正常: "green", 达成: "met", 未达成: "missed",
    未报: "no data", 数据陈旧: "outdated", 缺基期: "no baseline", 未判: "not judged",
  },
  between: "；",
  figure: `(?<month>${MONTH}) 完成值 (?<value>${NUMBER})，数据至 (?<asOf>${DAY})`,
  noFigure: `没有完成值，数据至 (?<asOf>${DAY})`,
  target: `(?<year>\\d{4}) 年目标 (?<comparator>≥|>|≤|<|达到 |)(?<value>${NUMBER})(?<bare>，方案只写数字，按不少于看)?（(?:方案.+|年度分解|发文调整，[^）]+)）`,
  noTarget: "没有目标值",
  onTheWay: `(?<judged>\\d{4}) 年未设目标，参照 (?<year>\\d{4}) 年目标衡量(?:，从 (?<from>\\d{4}) 年的 (?<start>${NUMBER}) 连线到目标，\\d{4} 年参照 (?<value>${NUMBER}))?`,
  basis: "口径：(?<basis>时点存量|年度数|累计数|保持水平|口径未载明)(?:（本单位认定）)?(?:，自当年 1 月起累计)?，(?<often>每月|每季|每年)报一次",
  bases: { 时点存量: "stock", 年度数: "flow", 累计数: "total", 保持水平: "level", 口径未载明: "unstated" },
  often: { 每年: "yearly" },
  due: `(?<month>${MONTH}) 的数(?<was>已于|将于) (?<closes>${DAY}) 截止(?:（时限为假定）|（时限已调整）)?`,
  was: "已于",
  answered: `(?<month>${MONTH}) 已报，没有新数据`,
  beyond: `(?<month>${MONTH}) 报了 ${NUMBER}，已过最后一个目标年，不参与评判`,
  baseline: `基期 (?<month>${MONTH}) 为 (?<value>${NUMBER})(?:，已在目标一侧，只看是否保持)?`,
  path: `路线自 (?<month>${MONTH}) 的 (?<value>${NUMBER})(?<target>（当年目标）)? 到目标，已过 (?<passed>${NUMBER}) / (?<whole>${NUMBER}) (?<unit>个月|分（按规则的曲线，每年 100 分）)`,
  months: "个月",
  attained: `完成率 (?<value>${NUMBER})%`,
  percents: `序时进度 (?<expected>${NUMBER})%，(?<name>完成率|自基期起的增量完成率) (?<attainment>${NUMBER})%`,
  fromZero: "完成率",
  within: `限额应用 (?<expected>${NUMBER})%，已用 (?<attainment>${NUMBER})%`,
  lead: `(?<side>落后|领先) (?<points>${NUMBER}) 点`,
  behind: "落后",
  level: "与序时持平",
  rule: `规则“.+”第 \\d+ 版：落后满 (?<amber>${NUMBER}) 点为偏慢，超过 (?<red>${NUMBER}) 点为滞后。`,
};

const EN = {
  words: {
    behind: "red", slow: "amber", "on track": "green", met: "met", missed: "missed",
    "no data": "no data", outdated: "outdated", "no baseline": "no baseline", "not judged": "not judged",
  },
  between: "; ",
  figure: `(?<value>${NUMBER}) at (?<month>${MONTH}), data up to (?<asOf>${DAY})`,
  noFigure: `no figure, data up to (?<asOf>${DAY})`,
  target: `target of (?<year>\\d{4}): (?<comparator>≥|>|≤|<|reach |)(?<value>${NUMBER})(?<bare>, a bare number read as at least)? \\((?:section .+|set later|adjusted by a document, [^)]+)\\)`,
  noTarget: "no target",
  onTheWay: `(?<judged>\\d{4}) has no target and is judged on the way to that of (?<year>\\d{4})(?:, the line from (?<start>${NUMBER}) in (?<from>\\d{4}) to the target giving (?<value>${NUMBER}) for \\d{4})?`,
  basis: "basis: (?<basis>stock at a point in time|flow of one year|running total|level to hold|basis not stated)(?: \\(as the bureau decided\\))?(?:, counted since January)?, reported (?<often>monthly|quarterly|yearly)",
  bases: {
    "stock at a point in time": "stock", "flow of one year": "flow", "running total": "total",
    "level to hold": "level", "basis not stated": "unstated",
  },
  often: { yearly: "yearly" },
  due: `the figure for (?<month>${MONTH}) (?<was>was|is) due by (?<closes>${DAY})(?: \\(assumed date\\)| \\(date moved\\))?`,
  was: "was",
  answered: `answered for (?<month>${MONTH}) without a new figure`,
  beyond: `${NUMBER} at (?<month>${MONTH}) is from after the last target's year and is not judged`,
  baseline: `baseline (?<value>${NUMBER}) at (?<month>${MONTH})(?:, on the target's side already: only whether it holds counts)?`,
  path: `path from (?<value>${NUMBER}) at (?<month>${MONTH})(?<target> \\(that year's target\\))? to the target, (?<passed>${NUMBER}) of (?<whole>${NUMBER}) (?<unit>months|parts \\(by the rule's curve, 100 a year\\)) past`,
  months: "months",
  attained: `attainment (?<value>${NUMBER})%`,
  percents: `expected progress (?<expected>${NUMBER})%, (?<name>attainment|progress from the baseline) (?<attainment>${NUMBER})%`,
  fromZero: "attainment",
  within: `(?<expected>${NUMBER})% of the limit expected to be used, (?<attainment>${NUMBER})% used`,
  lead: `(?<points>${NUMBER}) points? (?<side>behind|ahead)`,
  behind: "behind",
  level: "exactly as expected",
  rule: `rule “.+” version \\d+: slow from (?<amber>${NUMBER}) points behind, behind above (?<red>${NUMBER}) points\\.`,
};

// A clause is found between two separators, or after the name and before the end.
function clauses(form, sentence) {
  const edge = form === ZH ? "(?:^|；|）：)" : "(?:^|; |\\): )";
  const end = form === ZH ? "(?=；|$)" : "(?=; |$)";
  return (name) => {
    const found = [...sentence.matchAll(new RegExp(edge + form[name] + end, "gu"))];
    if (found.length > 1) throw new Error(`${name} stands there ${found.length} times`);
    return found.length === 1 ? (found[0].groups ?? {}) : null;
  };
}

const monthCount = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const must = (value, what) => {
  if (!value) throw new Error(`the sentence does not say ${what}`);
  return value;
};

function complies(comparator, value, target) {
  const order = compare(value, target);
  switch (comparator) {
    case ">": return order > 0;
    case "<": return order < 0;
    case "≤": return order <= 0;
    default: return order >= 0;
  }
}

// A printed number must be the exact one, rounded to as many digits as it is printed with.
function mustBe(printed, exact, what) {
  const decimals = (printed.split(".")[1] ?? "").length;
  const half = fraction(1n, 2n * 10n ** BigInt(Math.max(decimals, 1)));
  const apart = minus(read(printed), exact);
  if (compare(apart, half) > 0 || compare(apart, fraction(-half.over, half.under)) < 0) {
    throw new Error(`${what} is printed as ${printed} but is ${Number(exact.over) / Number(exact.under)}`);
  }
}

function light(form, sentence) {
  const said = clauses(form, sentence);
  const rule = must(said("rule"), "the rule");
  const target = said("target");
  if (!target) {
    if (said("noTarget")) return "not judged";
    throw new Error("the sentence does not say the target");
  }
  const figure = said("figure");
  if (!figure) {
    must(said("noFigure"), "the figure");
    return said("beyond") ? "not judged" : "no data";
  }
  const { basis: basisWords, often } = must(said("basis"), "the basis");
  const basis = form.bases[basisWords];
  if (basis === "unstated") return "not judged";

  const isDecember = figure.month.endsWith("-12");
  if (said("beyond") && !(isDecember && target.year === figure.month.slice(0, 4))) return "not judged";
  const due = said("due");
  const answered = said("answered");
  if (due && due.was === form.was) {
    if (figure.asOf <= due.closes) throw new Error("a window that is open is said to be closed");
    const isAnswered = answered && monthCount(answered.month) >= monthCount(due.month);
    if (monthCount(figure.month) < monthCount(due.month) && !isAnswered) return "outdated";
  }
  if (form.often[often] === "yearly" && !isDecember) return "not judged";

  const value = read(figure.value);
  const comparator = target.comparator.trim();
  const isLimit = comparator === "≤" || comparator === "<";
  const year = figure.month.slice(0, 4);
  const onTheWay = said("onTheWay");
  if ((target.year !== year) !== Boolean(onTheWay)) throw new Error("on the way or not: the sentence contradicts itself");
  if (onTheWay && (onTheWay.judged !== year || onTheWay.year !== target.year)) throw new Error("on the way to something else");

  let goal = read(target.value);
  const isLine = basis === "flow" && Boolean(onTheWay);
  if (isLine) {
    if (!onTheWay.from) return "no baseline";
    const share = fraction(BigInt(year - onTheWay.from), BigInt(target.year - onTheWay.from));
    const start = read(onTheWay.start);
    goal = plus(start, times(minus(goal, start), share));
    mustBe(onTheWay.value, goal, "the year's measure");
  }
  const holds = complies(comparator, value, goal);
  const isOver = isDecember && !onTheWay;
  const baseline = said("baseline");
  if (basis === "stock" && !baseline) {
    if (isOver) return holds ? "met" : "missed";
    return holds ? "met" : "no baseline";
  }
  const zero = basis === "stock" ? read(baseline.value) : ZERO;
  const isReachedAtStart = isLimit ? compare(zero, goal) <= 0 : compare(zero, goal) >= 0;
  const isAmount = basis === "flow" || basis === "total";
  const isWithin = isLimit && isAmount && isReachedAtStart && compare(zero, goal) !== 0;

  if (basis === "level" || (isReachedAtStart && !isWithin)) {
    if (isOver) return holds ? "met" : "missed";
    if (holds) return "green";
    if (isLimit && isAmount && !isLine) return "missed";
    return onTheWay ? "amber" : "red";
  }

  // From here on there is progress, and every number of it is computed again.
  const path = must(said("path"), "the path");
  const end = isLine ? year : target.year;
  const first = monthCount(path.month);
  const passed = read(path.passed);
  const whole = read(path.whole);
  if (path.unit === form.months) {
    const months = monthCount(`${end}-12`) - first;
    const past = Math.min(Math.max(monthCount(figure.month) - first, 0), months);
    if (compare(whole, fraction(BigInt(months))) || compare(passed, fraction(BigInt(past)))) {
      throw new Error(`the path should be ${past} of ${months} months`);
    }
  }
  if (!path.target && compare(read(path.value), zero)) throw new Error("the path starts nowhere");
  if (!path.target && basis === "stock" && path.month !== baseline.month) throw new Error("the path starts at another time");
  const step = minus(goal, zero);
  const percent = (at) => times(by(minus(at, zero), step), HUNDRED);
  const share = compare(whole, ZERO) > 0 ? by(passed, whole) : fraction(1n);
  const start = percent(read(path.value));
  const expected = plus(start, times(minus(HUNDRED, start), share));
  const attainment = percent(value);
  const percents = must(said(isWithin ? "within" : "percents"), "the per cents");
  mustBe(percents.expected, expected, "the expected progress");
  mustBe(percents.attainment, attainment, "the attainment");
  // The share of the way bears the name of the attainment only where both are one number.
  const isFromZero = compare(zero, ZERO) === 0;
  if (!isWithin && (percents.name === form.fromZero) !== isFromZero) throw new Error("the share of the way has another's name");
  const attained = said("attained");
  if (attained) mustBe(attained.value, times(by(value, goal), HUNDRED), "the figure over the target");
  if (Boolean(attained) !== (!isWithin && !isFromZero && !isLimit && compare(goal, ZERO) > 0)) {
    throw new Error("the figure over the target is missing, or said twice");
  }
  const lead = isWithin ? minus(expected, attainment) : minus(attainment, expected);
  const behind = fraction(-lead.over, lead.under);
  const side = said("lead");
  if (!side) {
    must(said("level"), "the points");
    if (compare(lead, ZERO)) throw new Error("it is not exactly as expected");
  } else {
    const points = side.side === form.behind ? behind : lead;
    if (compare(points, ZERO) <= 0) throw new Error("ahead and behind are mixed up");
    const apart = minus(read(percents.attainment), read(percents.expected));
    if (compare({ over: abs(apart.over), under: apart.under }, read(side.points))) {
      throw new Error("the printed points are not the difference of the printed per cents");
    }
    // What is printed must lead to the same light as what is exact.
    for (const threshold of [rule.amber, rule.red].map(read)) {
      if (compare(read(side.points), threshold) !== compare(points, threshold)) {
        throw new Error("the printed points stand on the other side of a threshold");
      }
    }
  }

  if (isOver) return holds ? "met" : "missed";
  if (!isLine && isWithin && !holds) return "missed";
  if (!isLine && !isWithin && holds) return "met";
  if (compare(behind, ZERO) <= 0 || compare(behind, read(rule.amber)) < 0) return "green";
  return compare(behind, read(rule.red)) <= 0 ? "amber" : "red";
}

function check(line) {
  const [word, sentence, ...more] = line.split("\t");
  if (!sentence || more.length > 0) return "not a light and a sentence";
  const form = word in ZH.words ? ZH : EN;
  if (!(word in form.words)) return `unknown light ${word}`;
  try {
    const computed = light(form, sentence);
    return computed === form.words[word] ? null : `says ${word}, but the sentence makes it ${computed}`;
  } catch (error) {
    return error.message;
  }
}

const lines = readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
const wrong = lines.map((line) => [check(line), line]).filter(([fault]) => fault !== null);
for (const [fault, line] of wrong) console.log(`${fault}\n  ${line}`);
console.log(`${lines.length} lights, ${wrong.length} wrong`);
// Not process.exit: it would cut what a pipe has not taken yet.
process.exitCode = lines.length === 0 || wrong.length > 0 ? 1 : 0;
