// Starts the program. The names of its files are on this script's own tag, because they change with each build.
const tag = document.querySelector('script[data-glue]');
const page = document.documentElement.dataset;
const address = (name) => new URL(name, document.baseURI).href;

/** FNV-1a, 32 bits, over the UTF-16 units of the text; tools/prerender.mjs writes the same on the prerendered block. */
function digest(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

// The plan travels beside the program, which takes it from here. If it is another plan than the one that was
// prerendered, a frame takes the place of the old plan at once.
self.planboardPlan = fetch(address('plan.json')).then(async (answer) => {
  const text = await answer.text();
  const shown = document.querySelector('[data-plan-digest]')?.dataset.planDigest;
  // To boot.js: what it has, or will have, is of the old plan.
  if (shown && shown !== digest(text)) page.frame = page.other = '';
  return { status: answer.status, text };
});
// Whoever waits for it hears of the failure.
self.planboardPlan.catch(() => {});

/** Styles of what loads on demand, asked for with the first part that draws; done when they are here. boot.js has asked for
    them already where another page than the overview was asked for. */
let dressed;
self.planboardDress = () => dressed ??= new Promise((done) => {
  const href = address(document.querySelector('script[data-sheet]').dataset.sheet);
  const asked = [...document.querySelectorAll('link[rel=stylesheet]')].find((link) => link.href === href);
  if (asked?.sheet) return done();
  const link = asked || Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  link.addEventListener('load', done);
  link.addEventListener('error', done);
  if (!asked) document.head.append(link);
});

// What was pressed while the page could only be read is pressed once the program stands.
new MutationObserver((_, watch) => {
  if (!('stands' in page)) return;
  watch.disconnect();
  const { pressed } = document.documentElement;
  const same = (one) => one.localName === pressed.localName && one.textContent === pressed.textContent;
  if (pressed) [...document.querySelectorAll('[data-app] button, [data-app] summary')].find(same)?.click();
}).observe(document.documentElement, { attributeFilter: ['data-stands'] });

// On paper stands when it was printed, and what is folded on the screen is open.
const folded = [];
addEventListener('beforeprint', () => {
  document.documentElement.style.setProperty('--printed-on', `"${new Date().toLocaleDateString('sv')}"`);
  for (const one of document.querySelectorAll('main details:not([open])')) folded.push(one), one.open = true;
});
addEventListener('afterprint', () => folded.splice(0).forEach((one) => (one.open = false)));

// The part that draws a page, by the first word of its address, and what it needs beside; src/route/part.rs says the
// same, and a test compares them. All of it is asked for at once, before the program knows what it needs.
const PARTS = {
  other: 'plan',
  indicators: 'indicators',
  indicator: 'indicator',
  about: 'about',
  year: 'year ledger',
  // The receipts stand below the table and come when that stands.
  dispatch: 'dispatch ledger',
  problems: 'problems ledger',
  problem: 'problems ledger',
  cases: 'cases ledger',
  districts: 'districts ledger',
  form: 'form ledger',
  lists: 'lists ledger',
  list: 'lists ledger',
  baselines: 'acts ledger',
  adjustments: 'adjustments ledger',
  document: 'documents ledger',
  'document/bulletin': 'papers ledger',
  'document/assessment': 'papers ledger',
  'document/districts': 'districts ledger',
  issued: 'papers ledger',
  compare: 'compare ledger',
  device: 'device ledger',
  'make-plan': 'author ledger',
  pLan: 'carried board ledger',
  pLanF: 'carried form ledger',
  pLanR: 'carried dispatch review ledger',
};

// What reads the records for a page of the plan.
const RECORDS = { plan: 'judging', indicators: 'judging', indicator: 'standing' };

/** The names of the parts that this visit begins with. */
function begins() {
  let named = '';
  const [, link, word, kind] = location.hash.match(/^#(?:(pLan.?)|\/?([^/?]*)(\/[^/?]*)?)/) || [];
  if (link) named = PARTS[link] || PARTS.pLan;
  else if (word) named = PARTS[word + kind] || PARTS[word] || PARTS.other;
  try {
    // With records of one's own, whatever is shown shows them.
    if (Object.keys(localStorage).some((key) => /^planboard:(ledger|sample):/.test(key))) named += ` ${RECORDS[named] || ''} board ledger`;
  } catch {}
  return named.trim().split(/ +/).filter(Boolean);
}

if (!page.problem) {
  const wasm = address(tag.dataset.wasm);
  // Which files a part is in, the build has written on the tag.
  const needs = JSON.parse(tag.dataset.parts || '{}');
  const files = new Set(begins().flatMap((part) => needs[part] || []));
  const ask = () => {
    for (const file of files) {
      const early = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: new URL(file, wasm).href };
      document.head.append(Object.assign(document.createElement('link'), early));
    }
    files.clear();
  };
  // As soon as the first wasm is here, which draws the frame of every page, and while it is being compiled: asked for
  // beside it, they would share its line.
  if (performance.getEntriesByName(wasm).length) ask();
  else document.querySelector('link[rel=preload][href$="_bg.wasm"]')?.addEventListener('load', ask);
  try {
    const glue = await import(address(tag.dataset.glue));
    await glue.default({ module_or_path: wasm });
  } catch (error) {
    console.error(error);
    // To boot.js this is one more script that did not load.
    tag.dispatchEvent(new Event('error'));
  }
}
