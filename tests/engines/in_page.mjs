// What runs in the page: finding by role and name as assistive technology does, and where a thing can be pressed. It is
// bundled and put in by the driver, so the page's policy stays in force.
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';

const tidy = (words) => words.replace(/\s+/g, ' ').trim();
// The standard gives a password's field no role; people write into it as into any other.
const roleOf = (element) => (element.matches('input[type=password]') ? 'textbox' : getRole(element));
const nameOf = (element) => tidy(computeAccessibleName(element));
/** What tells one of many alike follows after the name that people read: 填报链接 市科技局. */
const isCalled = (element, name) => [nameOf(element)].some((own) => own === name || own.startsWith(`${name} `));
const isThere = (element) => element.checkVisibility({ visibilityProperty: true }) && !isInaccessible(element);

/** Everything with that role, and with that name where one is given. */
function all(role, name) {
  return [...document.querySelectorAll('*')].filter(
    (element) => roleOf(element) === role && isThere(element) && (name === undefined || isCalled(element, name)),
  );
}

/** The first of them that a mouse would meet, or a sentence why there is none. */
function pressable(role, name) {
  const found = all(role, name);
  let reason = `there is none, only ${all(role).map(nameOf).slice(0, 60).join(' | ')}`;
  for (const element of found) {
    if (element.matches(':disabled')) { reason = 'it is disabled'; continue; }
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (over && (element.contains(over) || over.closest('label')?.control === element)) return element;
    reason = `over it lies ${over ? over.outerHTML.slice(0, 120) : 'nothing'}`;
  }
  return reason;
}

/** Why the app does not stand yet, or no words. */
function missing() {
  if (document.readyState !== 'complete') return 'the document is loading';
  // What boot.js notes when it shows one of its sentences.
  const { problem } = document.documentElement.dataset;
  if (problem) return `the page has given up: ${problem}`;
  // The page itself says when the program has taken over.
  if (!('stands' in document.documentElement.dataset)) return `the app has not taken over; the page says: ${document.body.innerText.slice(0, 200)}`;
  if (document.querySelector('.loading')) return 'a part is loading';
  return document.querySelector('[data-app] main')?.innerText.trim() ? '' : 'there are no words yet';
}

self.asPeople = { all, pressable, missing, nameOf };
