// Firefox, driven by WebDriver BiDi, which it speaks itself: no other program stands between.
import { spawnSync } from 'node:child_process';
import puppeteer from 'puppeteer-core';
import { Tab } from './tab.mjs';

const names = [process.env.FIREFOX, 'firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const which = (name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim();
const executablePath = names.filter(Boolean).map(which).find(Boolean);

export const firefox = { name: 'Firefox', present: Boolean(executablePath), start };

async function start() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  let front;
  /** Whoever uses a tab has it before him: one that lies behind draws no frames. */
  const before = async (page) => {
    if (front !== page) await page.bringToFront();
    front = page;
  };
  return {
    /** A profile of its own, as another person's computer has. */
    async device() {
      const context = await browser.createBrowserContext();
      return {
        tab: async () => new Tab(await door(await context.newPage(), before)),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function door(page, before) {
  await page.setViewport({ width: 1280, height: 900 });
  const said = [];
  // What is said on the console listen.js keeps. The driver would also tell of a page that is being left: Firefox cuts off
  // what it still loads in advance, and lets its scripts hear that.
  page.on('pageerror', (error) => said.push(`error: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== 'NS_BINDING_ABORTED') said.push(`not loaded: ${request.url()} ${reason}`);
  });
  const made = (code) => new Function(code);
  const inFront = (work) => async (...given) => {
    await before(page);
    return work(...given);
  };
  return {
    go: inFront((address) => page.goto(address)),
    reload: inFront(() => page.reload()),
    run: inFront((code, given) => page.evaluate(made(code), given)),
    element: inFront(async (code, given) => {
      const handle = await page.evaluateHandle(made(code), given);
      return handle.asElement() ?? handle.jsonValue();
    }),
    click: inFront((element) => element.click()),
    type: inFront((words) => page.keyboard.type(words)),
    press: inFront((key) => page.keyboard.press(key)),
    chord: inFront(async (modifier, key) => {
      await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      await page.keyboard.up(modifier);
    }),
    complaints: () => said.splice(0),
  };
}
