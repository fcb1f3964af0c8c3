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
  return {
    /** A profile of its own, as another person's computer has. */
    async device() {
      const context = await browser.createBrowserContext();
      return {
        version: await browser.version(),
        tab: async () => new Tab(await door(await context.newPage())),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function door(page) {
  await page.setViewport({ width: 1280, height: 900 });
  let said = [];
  page.on('console', (message) => said.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => said.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`));
  const made = (code) => new Function(code);
  return {
    go: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (code, given) => page.evaluate(made(code), given),
    async element(code, given) {
      const handle = await page.evaluateHandle(made(code), given);
      return handle.asElement() ?? handle.jsonValue();
    },
    click: (element) => element.click(),
    type: (words) => page.keyboard.type(words),
    press: (key) => page.keyboard.press(key),
    chord: async (modifier, key) => {
      await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      await page.keyboard.up(modifier);
    },
    complaints: () => said.splice(0),
  };
}
