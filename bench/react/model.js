// What the overview says of a plan: the same rows and words as src/page/plan/overview/model.rs, in Chinese alone. Leaving
// English out makes this page smaller than it would have to be, which is to its advantage.

const MARKS = { greater_than: '>', at_least: '≥', reach: '达', at_most: '≤', less_than: '<', unstated: '' };
const MODALITIES = { ensure: '确保', strive: '力争', seek: '争取' };
const BASES = { stock: '时点存量', yearly_flow: '年度数', running_total: '累计数', level: '保持水平', unstated: '口径未载明' };
const KINDS = { state: '状态', direction: '方向' };

export const say = (words) => (typeof words === 'string' ? words : words.zh ?? words.en);
export const span = ({ from, to }) => (from === to ? `${from}` : `${from}–${to}`);

export function overview(plan) {
  const years = range(plan.period.from, plan.period.to);
  const tasks = plan.areas.flatMap((area) => area.tasks);
  const indicators = tasks.flatMap((task) => task.indicators);
  const milestones = tasks.flatMap((task) => task.milestones);
  const figures = indicators.flatMap((indicator) => indicator.targets);
  const counts = years.map((year) => `${year} 年 ${figures.filter((target) => target.year === year).length} 个`);
  return {
    years,
    headline: `${years.length} 年内要完成 ${indicators.length} 项指标、${milestones.length} 个节点目标`,
    lede: `方案定了 ${figures.length} 个目标值：${counts.join('，')}。台账里还没有完成值，所以暂不判灯。`,
    tally: [
      ['指标', indicators.length, '#/indicators'],
      ['目标值', figures.length, '#/indicators'],
      ['节点目标', milestones.length, '#/timeline'],
      ['任务', tasks.length, '#/tasks?view=tasks'],
      ['举措', tasks.flatMap((task) => task.measures).length, '#/tasks'],
      ['具名项目', plan.projects.length, '#/tasks?view=projects'],
    ],
    areas: plan.areas.map((area) => ({
      mark: area.mark,
      title: say(area.title),
      rows: area.tasks.flatMap((task) => task.indicators).map((indicator) => row(indicator, years)),
    })),
    milestones: milestones.map(({ id, years, name, kind }) => ({ id, years: span(years), name: say(name), kind: KINDS[kind] })),
    due: plan.cycle.rounds.map((round) => ({ name: say(round.name), ...due(plan, round, today(plan.time_zone)) })),
  };
}

function row({ id, name, basis, unit, targets }, years) {
  return { id, name: say(name), small: `${BASES[basis]} · ${say(unit)}`, cells: years.map((year) => cell(targets, year)), ...bar(targets), step: step(targets) };
}

function cell(targets, year) {
  const target = targets.find((target) => target.year === year);
  return target && { mark: MARKS[target.comparator], value: target.value, modality: MODALITIES[target.modality] };
}

function bar(targets) {
  const most = Math.max(0, ...targets.map((target) => Number(target.value)));
  const places = most ? targets.map((target) => Math.floor((Math.max(0, Number(target.value)) / most) * 960 + 0.5)) : [];
  const ticks = places.filter((place, at) => place !== places[at - 1]);
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  return { ticks, band: low < high ? [low, high] : null };
}

function step(targets) {
  const [first, last] = [targets[0], targets.at(-1)];
  if (!first || Number(first.value) === Number(last.value)) return null;
  const decimals = Math.max(...[first, last].map(({ value }) => value.split('.')[1]?.length ?? 0));
  const step = Number(last.value) - Number(first.value);
  return (step > 0 ? '+' : '−') + Math.abs(step).toFixed(decimals);
}

/** Where a day stands among the rounds of one kind; days are ISO 8601, which sorts as text. */
function due(plan, round, today) {
  const [year, month] = plan.cycle.first_month.split('-').map(Number);
  const first = year * 12 + month - 1;
  const assumed = round.window.stated ? '' : '（时限为假定）';
  let past = '';
  for (const count of range(first, plan.period.to * 12 + 11)) {
    if ((count + 1) % round.months) continue;
    const [from, to] = [Math.max(first, count + 1 - round.months), count].map(monthOf);
    const [opens, closes] = [round.window.opens, round.window.closes].map((day) => `${monthOf(count + 1)}-${pad(day)}`);
    const months = from === to ? to : `${from} 至 ${to}`;
    if (today < opens) return { sentence: `${months}，${opens} 至 ${closes} 报${assumed}` };
    if (today <= closes) return { open: '', sentence: `${months}，${closes} 截止，还有 ${(new Date(closes) - new Date(today)) / 86400000} 天${assumed}` };
    past = `末期 ${months}，已于 ${closes} 截止${assumed}`;
  }
  return { sentence: past };
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const pad = (number) => String(number).padStart(2, '0');
const monthOf = (count) => `${Math.floor(count / 12)}-${pad((count % 12) + 1)}`;
// Swedish writes dates as ISO 8601 does.
const today = (timeZone) => new Date().toLocaleDateString('sv-SE', { timeZone });
