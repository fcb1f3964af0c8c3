// The journeys that matter most, in an engine. One that is not installed is named and not tried.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { site } from './site.mjs';
import { until } from './tab.mjs';

const ROUTES = readFileSync(new URL('routes.txt', import.meta.url), 'utf8').trim().split('\n');
const NOWHERE = '没有这个页面';
const PERIOD = '#/dispatch?month=2024-08';
const PASSPHRASE = '鞍山调度2024';
const link = (text) => text.match(/http\S+/)[0];

export function journeys(engine) {
  if (!engine.present) console.log(`Engines: ${engine.name} not here: not tried`);
  describe(engine.name, { skip: !engine.present }, () => {
    let browser, page, officer;
    const devices = [];

    before(async () => {
      [browser, page] = await Promise.all([engine.start(), site()]);
      officer = await person();
    });

    after(async () => {
      await browser?.close();
      await page?.close();
    });

    /** A tab on a device of its own. */
    async function person() {
      devices.push(await browser.device());
      return devices.at(-1).tab();
    }

    const own = (tab) => tab.run(() => Object.keys(localStorage).filter((key) => key.startsWith('planboard:ledger:')).length);

    /** Makes the receipt of a form in which not everything is filled in. */
    async function receipt(tab) {
      await tab.press('button', '生成回执');
      const asks = async () => ({ got: (await tab.run(() => document.querySelector('.asking, .receipt')?.className)) ?? undefined, why: await tab.words() });
      if ((await until('a receipt, or a question before it', asks)).includes('asking')) await tab.press('button', '仍要生成');
      return tab.handedOut('pLanR');
    }

    test('every page opens, says what it is, and complains of nothing', async () => {
      for (const route of ROUTES) {
        await officer.open(page.address + route);
        const headings = await officer.headings();
        const { title, hash } = await officer.run(() => ({ title: document.title, hash: location.hash }));
        assert.equal(headings.length, 1, `${route}: ${headings}`);
        assert.ok(headings[0] && title.includes(' · '), `${route}: ${headings} ${title}`);
        assert.equal(headings[0] === NOWHERE, route === '#/no-such-page', `${route} is ${headings}`);
        assert.equal(hash, route);
        await officer.clean();
      }
    });

    test('charts are drawn', async () => {
      for (const route of ['#/indicator/technology-smes', '#/indicators?view=way', '#/indicators?view=compare', '#/responsibility', '#/tasks']) {
        await officer.open(page.address + route);
        await officer.until(`a chart on ${route}`, () => {
          const drawn = [...document.querySelectorAll('figure svg')].find((one) => one.getBoundingClientRect().width > 200);
          const marks = [...(drawn?.querySelectorAll('path') ?? [])].filter((one) => one.getBBox().width + one.getBBox().height > 4);
          const words = [...(drawn?.querySelectorAll('text') ?? [])].filter((one) => one.getComputedTextLength() > 4);
          return (marks.length > 2 && words.length > 2) || `${marks.length} marks, ${words.length} words`;
        });
        await officer.clean();
      }
    });

    test('search finds by initials, with keys alone', async () => {
      await officer.open(page.address);
      await officer.door.chord('Control', 'k');
      await officer.until('the field of the search to have the focus', () => document.activeElement.matches('dialog input'));
      await officer.door.type('gxjs');
      await officer.until('高新技术企业 to be chosen', () => document.querySelector('[role=option][aria-selected=true]')?.innerText.includes('高新技术企业'));
      await officer.door.press('Enter');
      await officer.until('its page', () => location.hash.startsWith('#/indicator/') && document.title.includes('高新技术企业'));
      await officer.clean();
    });

    test('a month is run by nothing but links', async () => {
      await officer.open(page.address + PERIOD);
      await officer.press('button', '填报链接 市科技局');
      const clerk = await person();
      await clerk.open(link(await officer.handedOut('pLanF')));
      // What may stay empty is folded away.
      await clerk.until('the form', () => {
        const folds = [...document.querySelectorAll('form.form details.fold')];
        folds.forEach((one) => { one.open = true; });
        return folds.length > 0;
      });
      await clerk.type('入库省级典型联盟', '14');
      await clerk.paste('填报人', '王工');
      // What was typed outlives the page.
      await clerk.reload();
      await clerk.until('what was typed', () => self.asPeople.all('textbox', '入库省级典型联盟')[0]?.value === '14');
      const answer = await receipt(clerk);
      await clerk.clean();

      // As a stretch of chat is copied: with names and quotes.
      await officer.paste('粘贴回执', `市科技局 王工 09:41\n> ${answer.replaceAll('\n', '\n> ')}\n\n收到，谢谢！`);
      await officer.press('button', '核对回执');
      await officer.says(['市科技局', '王工'], 'article');
      assert.equal(await own(officer), 0, 'looking writes nothing');
      await officer.press('button', '接收 市科技局 2024-08');
      await officer.type('姓名', 'Li');
      await officer.press('button', '确定');
      await officer.says(['市科技局', '迟报'], 'row');
      assert.ok((await own(officer)) > 0);

      await officer.open(`${page.address}#/`);
      await officer.says(['入库省级典型联盟', '14'], 'row');
      await officer.reload();
      await officer.says(['入库省级典型联盟', '14'], 'row');
      await officer.clean();
    });

    test('a snapshot opens elsewhere, after a reload too, and leaves nothing there', async () => {
      await officer.open(`${page.address}#/`);
      await officer.press('button', '分享');
      await officer.press('radio', '加上整本台账（对方可以并入）');
      await officer.press('button', '生成链接');
      const snapshot = link(await officer.handedOut('pLanS'));
      const leader = await person();
      await leader.open(snapshot);
      for (const again of [false, true]) {
        if (again) await leader.reload();
        await leader.says('快照');
        await leader.says(['入库省级典型联盟', '14'], 'row');
      }
      assert.equal(await own(leader), 0);
      await leader.clean();
    });

    test('a protected link opens by its passphrase alone', async () => {
      await officer.open(`${page.address}#/`);
      await officer.press('button', '分享');
      await officer.press('radio', '加上整本台账（对方可以并入）');
      await officer.paste('口令（可不填；另行告知，不要和链接一起发）', PASSPHRASE);
      await officer.press('button', '生成链接');
      const guarded = link(await officer.handedOut('pLanP'));
      await officer.clean();
      const leader = await person();
      await leader.open(guarded);
      await leader.type('口令', '1234');
      await leader.press('button', '打开');
      await leader.says('口令不对');
      await leader.paste('口令', PASSPHRASE);
      await leader.press('button', '打开');
      await leader.says(['入库省级典型联盟', '14'], 'row');
      await leader.clean();
    });

    test('two tabs of one device see what the other records', async () => {
      const first = await person();
      const second = await devices.at(-1).tab();
      const turns = [[first, second, 'tax-bureau', '市国税局'], [second, first, 'finance-office', '市金融局']];
      for (const [hears, reports, id, name] of turns) {
        await hears.open(page.address + PERIOD);
        await reports.open(`${page.address}#/form/${id}?month=2024-08`);
        await receipt(reports);
        await hears.until(`${name} to have reported`, (name) => self.asPeople.all('row')
          .some((one) => one.innerText.includes(name) && /已报|迟报/.test(one.innerText)), name);
        await hears.clean();
        await reports.clean();
      }
    });

    // Without it, a page that nobody listens to would pass everything above.
    test('what a page complains of is heard', async () => {
      await officer.open(page.address);
      await officer.run(() => {
        console.error('told');
        setTimeout(() => { throw new Error('thrown'); });
        Promise.reject(new Error('rejected'));
        document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/refused.png' }));
      });
      const wanted = ['told', 'thrown', 'rejected', 'elsewhere.invalid'];
      await officer.until('four complaints', (wanted) => wanted.every((one) => self.complaints.some((said) => said.includes(one))) || self.complaints, wanted);
      await assert.rejects(officer.clean());
    });
  });
}
