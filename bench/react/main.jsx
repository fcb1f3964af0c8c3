// A plain React page with the content of the overview: what people would write instead. It fetches the plan, draws
// once, and keeps theme and density in the device's storage.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { say, span } from './model.js';
import { Overview } from './overview.jsx';

const TABS = [['#/', '总览'], ['#/indicators', '指标'], ['#/tasks', '任务'], ['#/responsibility', '责任'], ['#/timeline', '时间'], ['#/dispatch', '调度']];
const CHOICES = [
  ['language', '语言', [['zh', '中文'], ['en', 'English']]],
  ['theme', '明暗', [['auto', '随系统'], ['light', '浅色'], ['dark', '深色']]],
  ['density', '疏密', [['comfortable', '舒展'], ['compact', '紧凑']]],
];
const KEY = 'planboard:settings';

function App() {
  const [plan, setPlan] = useState(null);
  const [settings, setSettings] = useState(stored);
  useEffect(() => {
    fetch('./plan.json').then((answer) => answer.json()).then(setPlan);
  }, []);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = settings.theme;
    root.dataset.density = settings.density;
    localStorage.setItem(KEY, JSON.stringify(settings));
  }, [settings]);
  if (!plan) return null;
  return (
    <>
      <button className="skip" onClick={() => document.querySelector('h1').focus()}>跳到正文</button>
      <header className="bar">
        <div>
          <a className="name" href="#/">{say(plan.short_title)}<small className="figure">{span(plan.period)}</small></a>
          <nav aria-label="页面"><Tabs /></nav>
          <button className="search" aria-keyshortcuts="Control+K Meta+K"><span>搜索</span><kbd>Ctrl K</kbd></button>
          <button>分享</button>
          <Settings settings={settings} onChange={setSettings} />
        </div>
      </header>
      <main tabIndex={-1}><Overview plan={plan} /></main>
      <footer className="foot">
        <p>{say(plan.title)}</p>
        <p>{plan.document.date}{plan.document.number && ` · ${plan.document.number}`} · <a href="#/about">关于</a></p>
      </footer>
      <nav className="tabs" aria-label="页面"><Tabs /></nav>
    </>
  );
}

const Tabs = () => TABS.map(([href, name]) => <a key={href} href={href} aria-current={href === '#/' ? 'page' : undefined}>{name}</a>);

function Settings({ settings, onChange }) {
  const choice = (name, value, words) => (
    <label key={value}>
      <input type="radio" name={name} checked={settings[name] === value} onChange={() => onChange({ ...settings, [name]: value })} />
      {words}
    </label>
  );
  return (
    <details className="settings">
      <summary>设置</summary>
      <div>
        {CHOICES.map(([name, legend, values]) => (
          <fieldset key={name}><legend>{legend}</legend>{values.map(([value, words]) => choice(name, value, words))}</fieldset>
        ))}
      </div>
    </details>
  );
}

function stored() {
  const otherwise = { language: 'zh', theme: 'auto', density: 'comfortable' };
  try {
    return { ...otherwise, ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return otherwise;
  }
}

createRoot(document.querySelector('[data-app]')).render(<App />);
