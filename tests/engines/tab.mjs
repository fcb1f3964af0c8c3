// A tab as a person uses it, in whatever engine. An engine gives `Door`: the few commands that differ.
import { buildSync } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

const entry = join(dirname(fileURLToPath(import.meta.url)), 'in_page.mjs');
const IN_PAGE = buildSync({ entryPoints: [entry], bundle: true, format: 'iife', write: false, minify: true }).outputFiles[0].text;

/** As long as a step may take: ten times of what it takes on two busy cores. */
const PATIENCE = 30_000;

/** Asks again, without waiting longer than the engine takes to answer, until `ask` gives something or patience ends. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  let reason = '';
  do {
    try {
      const { got, why } = await ask();
      if (got !== undefined) return got;
      reason = why;
    } catch (error) {
      // A document that goes while it is asked.
      reason = error.message;
    }
  } while (Date.now() < end);
  throw new Error(`waited for ${what}: ${reason}`);
}

export class Tab {
  /** @param door `go`, `run`, `element`, `click`, `type`, `front`, `close`, `complaints` of one engine */
  constructor(door) {
    this.door = door;
  }

  /** Opens an address as a link from elsewhere does, and waits until the app stands. */
  async open(address) {
    await this.complaintsSoFar();
    // Otherwise an address that differs only behind # would load nothing.
    await this.door.go('about:blank');
    await this.door.go(address);
    await this.settled();
  }

  async reload() {
    await this.complaintsSoFar();
    await this.door.reload();
    await this.settled();
  }

  settled() {
    return this.until('the app', () => self.asPeople.missing() || true);
  }

  /** The value of a function in the page. */
  async run(work, ...given) {
    return this.door.run(`if (!self.asPeople) { ${IN_PAGE} }; return (${work})(...arguments[0]);`, given);
  }

  /** Waits until a function in the page gives true; anything else is the reason why not. */
  until(what, work, ...given) {
    return until(what, async () => {
      const value = await this.run(work, ...given);
      return value === true ? { got: true } : { why: `${value}; the page says: ${(await this.words()).slice(0, 300)}` };
    });
  }

  /** Waits until the page, or the first `[role, words]`, says these words. */
  says(words, within) {
    return this.until(`“${words}”`, (words, within) => {
      const places = within ? self.asPeople.all(within[0]).map((one) => one.innerText) : [document.body.innerText];
      return places.some((said) => said.includes(words) && said.includes(within?.[1] ?? ''));
    }, words, within);
  }

  words() {
    return this.run(() => document.body.innerText);
  }

  async names(role, within) {
    return this.run((role, within) => self.asPeople.all(role, undefined, within).map(self.asPeople.name), role, within ?? null);
  }

  /** Waits for something with a role and name that can be pressed. */
  find(role, name, within) {
    return until(`${role} “${name}”`, async () => {
      const found = await this.door.element(
        `if (!self.asPeople) { ${IN_PAGE} }; return self.asPeople.pressable(...arguments[0]);`,
        within ? [role, name, within] : [role, name],
      );
      return typeof found === 'string' ? { why: `${found}; ${await this.run(() => location.href)}` } : { got: found };
    });
  }

  /** Presses it with the mouse. */
  async press(role, name, within) {
    await this.door.click(await this.find(role, name, within));
  }

  /** Types into a field, key by key. */
  async type(role, name, words, within) {
    await this.press(role, name, within);
    await this.keys(words);
  }

  keys(words) {
    return this.door.type(words);
  }

  /** Puts text into a field as pasting does, over what is there. */
  async paste(role, name, words, within) {
    await this.press(role, name, within);
    await this.run((words) => {
      document.activeElement.select();
      document.execCommand('insertText', false, words);
    }, words);
  }

  /** Waits for a field that holds a link of a kind, and gives the field's text. */
  async handedOut(kind) {
    return until(`a link ${kind}`, async () => {
      const found = await this.run((kind) => [...document.querySelectorAll('textarea, input')]
        .filter((one) => one.checkVisibility()).map((one) => one.value).find((value) => value.includes(`#${kind}`)) ?? null, kind);
      return found === null ? { why: (await this.words()).slice(0, 300) } : { got: found };
    });
  }

  /** Fails where the page has complained of anything since the last time. */
  async clean() {
    await this.complaintsSoFar();
    assert.deepEqual(this.kept, []);
  }

  kept = [];

  /** A document takes with it what it has complained of. */
  async complaintsSoFar() {
    const own = await this.door.run('return self.complaints?.splice(0) ?? [];', []);
    this.kept.push(...own, ...this.door.complaints());
  }
}
