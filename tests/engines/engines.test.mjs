// The release page in Firefox and in WebKit, by the journeys that matter most: every page, a month from end to end, and
// what engines do differently. What is not installed is named and not tried.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { firefox } from './firefox.mjs';
import { site } from './site.mjs';
import { webkit } from './webkit.mjs';

const ROUTES = readFileSync(new URL('routes.txt', import.meta.url), 'utf8').trim().split('\n');
const NOWHERE = '没有这个页面';

for (const engine of [firefox, webkit].filter(({ name }) => (process.env.ENGINE ?? name) === name)) {
  describe(engine.name, { skip: engine.present ? false : `${engine.name} is not installed: not tried` }, () => {
    let browser, page;

    before(async () => {
      [browser, page] = await Promise.all([engine.start(), site()]);
    });

    after(async () => {
      await browser?.close();
      await page?.close();
    });

    /** A fresh device with one tab. */
    const device = async () => (await browser.device()).tab();

    test('every page opens, says what it is, and complains of nothing', async () => {
      const tab = await device();
      for (const route of ROUTES) {
        await tab.open(page.address + route);
        const { headings, title, hash } = await tab.run(() => ({
          headings: [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).map((one) => one.innerText.trim()),
          title: document.title,
          hash: location.hash,
        }));
        assert.equal(headings.length, 1, `${route}: ${headings}`);
        assert.ok(headings[0] && title.includes(' · '), `${route}: ${headings} ${title}`);
        assert.equal(headings[0] === NOWHERE, route === '#/no-such-page', `${route} is ${headings}`);
        assert.equal(hash, route);
        await tab.clean();
      }
    });
  });
}
