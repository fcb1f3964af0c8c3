//! What must hold on every page. Each rule returns what breaks it, in words; nothing means that it holds.

use crate::chromium::root;
use crate::page::Page;
use serde_json::Value;
use std::sync::OnceLock;

/// What breaks a rule on the page, in words.
type Rule = fn(&Page) -> Vec<String>;

/// Everything that must hold on any page in any look.
pub fn broken(page: &Page) -> Vec<String> {
    let rules: [(&str, Rule); 6] = [
        ("heading", heading),
        ("title", title),
        ("axe", axe),
        ("sideways scroll", sideways),
        ("target size", small_targets),
        ("unmarked Chinese", unmarked_chinese),
    ];
    rules
        .iter()
        .flat_map(|(rule, check)| check(page).into_iter().map(move |what| format!("{rule}: {what}")))
        .collect()
}

/// One heading of the first level with words in it.
fn heading(page: &Page) -> Vec<String> {
    let headings = page.evaluate(
        "[...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).map(h => h.innerText.trim())",
    );
    match strings(&headings).as_slice() {
        [one] if !one.is_empty() => Vec::new(),
        other => vec![format!("not one h1 with words, but {other:?}")],
    }
}

fn title(page: &Page) -> Vec<String> {
    let title = page.title();
    if title.contains(" · ") { Vec::new() } else { vec![format!("{title:?} does not name page and plan")] }
}

/// What axe-core finds. It is put in by the debugger, so the page's policy stays in force.
pub fn axe(page: &Page) -> Vec<String> {
    static AXE: OnceLock<String> = OnceLock::new();
    let axe = AXE.get_or_init(|| {
        let file = root().join("node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}; `npm ci` brings it"))
    });
    page.evaluate(&format!("void (self.axe ?? (() => {{ {axe} }})())"));
    // What happens to lie under the bar that stays at the foot of a form comes out by scrolling: the bar stands in the
    // text while sizes are measured.
    let found = page.evaluate(
        "(document.querySelectorAll('.send').forEach(bar => { bar.style.position = 'static'; }), axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
        }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
            nodes.slice(0, 4).map(({ html, failureSummary }) =>
                id + ': ' + html.slice(0, 160) + ' – ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 200))))
            .finally(() => document.querySelectorAll('.send').forEach(bar => { bar.style.position = ''; })))",
    );
    strings(&found)
}

/// A page never scrolls sideways. Names what sticks out.
pub fn sideways(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "(() => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return [];
            const out = [...document.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.right > wide + 1 && box.width > 0 && !e.closest('[aria-hidden=true], svg');
            });
            return ['the page is ' + document.documentElement.scrollWidth + ' px wide in ' + wide,
                ...out.slice(-3).map(e => e.outerHTML.slice(0, 120))];
        })()",
    ))
}

/// WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, or a circle of 24 around the middle that meets no other target. Links within
/// a sentence are exempt, as the criterion has it.
pub fn small_targets(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "(() => {
            const own = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"], [role=button], [role=option]';
            const shown = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            // What is cut away to nothing is for the keyboard and for ears: no finger meets it.
            const cut = e => e !== null && (/^inset\\(50%/.test(getComputedStyle(e).clipPath) || cut(e.parentElement));
            const boxes = [...document.querySelectorAll(own)].filter(e => shown(e) && !cut(e)).map(e => {
                // The label of a field is part of its target.
                const all = [e, ...(e.labels ?? [])].map(e => e.getBoundingClientRect()).filter(b => b.width > 0 && b.height > 0);
                if (!all.length) return null;
                const left = Math.min(...all.map(b => b.left)), top = Math.min(...all.map(b => b.top));
                const right = Math.max(...all.map(b => b.right)), bottom = Math.max(...all.map(b => b.bottom));
                return { e, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
            }).filter(box => box && box.right > 1 && box.bottom > 1);
            const is_small = b => b.right - b.left < 23.5 || b.bottom - b.top < 23.5;
            const in_sentence = ({ e }) => {
                if (getComputedStyle(e).display !== 'inline') return false;
                const beside = [...e.parentElement.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
                return beside.length > 0;
            };
            const near = (a, b) => {
                if (a.e.contains(b.e) || b.e.contains(a.e)) return false;
                const dx = Math.max(b.left - a.x, a.x - b.right, 0), dy = Math.max(b.top - a.y, a.y - b.bottom, 0);
                const touches = Math.hypot(dx, dy) < 12;
                const circles = is_small(b) && Math.hypot(a.x - b.x, a.y - b.y) < 24;
                return touches || circles;
            };
            return boxes.filter(a => is_small(a) && !in_sentence(a) && boxes.some(b => b !== a && near(a, b))).slice(0, 5)
                .map(b => Math.round(b.right - b.left) + ' × ' + Math.round(b.bottom - b.top) + ': ' + b.e.outerHTML.slice(0, 120));
        })()",
    ))
}

/// On an English page, Chinese stands only where it is marked as Chinese: in text and in what is spoken.
pub fn unmarked_chinese(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "(() => {
            const han = /\\p{Script=Han}|[，。；：、（）《》]/u;
            const language = e => e?.closest('[lang]')?.lang ?? '';
            const is_chinese = e => language(e).startsWith('zh');
            const found = [];
            // In Chinese, names of an English plan stand in Chinese sentences.
            if (document.documentElement.lang !== 'en') return found;
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (parent.closest('script, style, noscript, template')) continue;
                if (han.test(walk.currentNode.data) && !is_chinese(parent)) found.push(walk.currentNode.data.trim().slice(0, 60) + ' in ' + parent.outerHTML.slice(0, 100));
            }
            for (const e of document.querySelectorAll('body, body *'))
                for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'data-column'])
                    if (han.test(e.getAttribute(name) ?? '') && !is_chinese(e)) found.push(name + ' of ' + e.outerHTML.slice(0, 120));
            if (!is_chinese(document.documentElement) && han.test(document.title)) found.push('the title ' + document.title);
            return found.slice(0, 6);
        })()",
    ))
}

/// How much has moved by itself since the page began to load, and what.
pub fn shifts(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "self.shifts.filter(shift => !shift.afterInput && shift.value > 0)
            .map(shift => shift.value.toPrecision(2) + ': ' + shift.what.join(' | '))",
    ))
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}
