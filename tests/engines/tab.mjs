// A tab as a person uses it, in whatever engine. An engine gives `Door`: the few commands that differ.
import { buildSync } from 'esbuild';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

const entry = join(dirname(fileURLToPath(import.meta.url)), 'in_page.mjs');
const IN_PAGE = buildSync({ entryPoints: [entry], bundle: true, format: 'iife', write: false, minify: true }).outputFiles[0].text;

const READY = `if (!self.asPeople) { ${IN_PAGE} };`;

/** As long as a step may take: ten times of what it takes on two busy cores. */
const PATIENCE = 30_000;

/** Asks again, with a moment between in which the page comes to its own work, until `ask` gives something or patience ends. */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  let reason = '';
  do {
    try {
      const { got, why } = await ask();
      if (got !== undefined) return got;
      reason = why;
    } catch (error) {
      // A document that goes while it is asked, a thing that is drawn anew just when it is pressed.
      reason = `${error.name}: ${error.message}`;
    }
    await setTimeout(50);
  } while (Date.now() < end);
  throw new Error(`waited for ${what}: ${reason}`);
}

export class Tab {
  /** @param door `go`, `reload`, `run`, `element`, `click`, `type`, `press`, `chord`, `complaints` of one engine */
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
  run(work, ...given) {
    return this.door.run(`${READY} return (${work})(...arguments[0]);`, given);
  }

  /** Waits until a function in the page gives true; anything else is the reason why not. */
  until(what, work, ...given) {
    return until(what, async () => {
      const value = await this.run(work, ...given);
      return value === true ? { got: true } : { why: `${value}; the page says: ${(await this.words()).slice(0, 300)}` };
    });
  }

  /** Waits until the page says these words, or something of that role does: all of them. */
  says(words, role) {
    return this.until(`“${words}”`, (words, role) => {
      const places = role ? self.asPeople.all(role) : [document.body];
      return places.some((one) => words.every((word) => one.innerText.includes(word)));
    }, [words].flat(), role);
  }

  words() {
    return this.run(() => document.body.innerText);
  }

  names(role) {
    return this.run((role) => self.asPeople.all(role).map(self.asPeople.nameOf), role);
  }

  headings() {
    return this.run(() => self.asPeople.all('heading').filter((one) => one.matches('h1')).map((one) => one.innerText.trim()));
  }

  /** Presses with the mouse what has that role and name, once it can be pressed. */
  press(role, name) {
    return until(`${role} “${name}”`, async () => {
      const found = await this.door.element(`${READY} return self.asPeople.pressable(...arguments[0]);`, [role, name]);
      if (typeof found === 'string') return { why: found };
      await this.door.click(found);
      return { got: true };
    });
  }

  /** Types into a field, key by key. */
  async type(name, words) {
    await this.press('textbox', name);
    await this.door.type(words);
  }

  /** Puts text into a field as pasting does, over what is there. */
  async paste(name, words) {
    await this.press('textbox', name);
    await this.run((words) => {
      document.activeElement.select();
      document.execCommand('insertText', false, words);
    }, words);
  }

  /** Waits for a field that holds a link of a kind, and gives its text. */
  handedOut(kind) {
    return until(`a link ${kind}`, async () => {
      const found = await this.run((kind) => [...document.querySelectorAll('textarea, input')]
        .filter((one) => one.checkVisibility()).map((one) => one.value).find((value) => value.includes(`#${kind}`)) ?? null, kind);
      return found === null ? { why: `at ${await this.run(() => location.href)} the page says: ${(await this.words()).slice(0, 300)}` } : { got: found };
    });
  }

  /** Fails where the page has complained of anything since the last time. */
  async clean() {
    await this.complaintsSoFar();
    assert.deepEqual(this.kept.splice(0), []);
  }

  kept = [];

  /** A document takes with it what it has complained of. */
  async complaintsSoFar() {
    const own = await this.door.run('return self.complaints?.splice(0) ?? [];', []);
    this.kept.push(...own, ...this.door.complaints());
  }
}
