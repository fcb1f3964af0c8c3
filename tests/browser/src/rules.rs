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
    // What happens to lie under a bar that stays at the head of the page or at the foot of a form comes out by scrolling:
    // the bars stand in the text while sizes are measured.
    let found = page.evaluate(
        "(document.querySelectorAll('.bar, .send').forEach(bar => { bar.style.position = 'static'; }), axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
        }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
            nodes.slice(0, 4).map(({ html, failureSummary }) =>
                id + ': ' + html.slice(0, 160) + ' – ' + failureSummary.replace(/\\s+/g, ' ').slice(0, 200))))
            .finally(() => document.querySelectorAll('.bar, .send').forEach(bar => { bar.style.position = ''; })))",
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

/// Words over other words: what is drawn of two pieces of text may not share a spot. What floats or stays while the page
/// scrolls (bars, dialogs, heads of tables) lies over others by intent.
pub fn overlaps(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "(() => {
            const floats = e => e !== null && (/fixed|sticky/.test(getComputedStyle(e).position) || floats(e.parentElement));
            const memo = new Map();
            const is_floating = e => memo.get(e) ?? (memo.set(e, floats(e)), memo.get(e));
            const pieces = [];
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const node = walk.currentNode, parent = node.parentElement;
                if (!node.data.trim() || parent.closest('script, style, noscript, template, svg, option')) continue;
                if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || is_floating(parent)) continue;
                const style = getComputedStyle(parent);
                if (parent.getBoundingClientRect().width <= 1.5 || /inset\\(50%/.test(style.clipPath)) continue;
                // What a frame that scrolls does not show lies over nothing.
                let frame = parent, within = null;
                for (; frame && !within; frame = frame.parentElement)
                    if (getComputedStyle(frame).overflowX !== 'visible' || getComputedStyle(frame).overflowY !== 'visible')
                        within = frame === document.documentElement || frame === document.body ? null : frame.getBoundingClientRect();
                const range = document.createRange();
                range.selectNodeContents(node);
                for (const box of range.getClientRects()) {
                    const left = Math.max(box.left, within?.left ?? -1e9), right = Math.min(box.right, within?.right ?? 1e9);
                    // The letters, without the leading above and below them.
                    const size = Math.min(parseFloat(style.fontSize), box.height), middle = (box.top + box.bottom) / 2;
                    const top = Math.max(middle - size * 0.4, within?.top ?? -1e9), bottom = Math.min(middle + size * 0.4, within?.bottom ?? 1e9);
                    if (right - left > 2 && bottom - top > 2) pieces.push({ node, left, right, top, bottom });
                }
            }
            pieces.sort((a, b) => a.top - b.top);
            const out = [];
            for (let i = 0; i < pieces.length && out.length < 5; i++) {
                const a = pieces[i];
                for (let j = i + 1; j < pieces.length && pieces[j].top < a.bottom - 2; j++) {
                    const b = pieces[j];
                    if (a.node === b.node || b.left > a.right - 2 || a.left > b.right - 2) continue;
                    out.push(a.node.data.trim().slice(0, 30) + ' over ' + b.node.data.trim().slice(0, 30));
                    break;
                }
            }
            return out;
        })()",
    ))
}

/// Words that end at an edge, where nobody can scroll to the rest. Where an ellipsis says so, the whole has to be found
/// in what the mouse is told or in an address that leads on.
pub fn cut(page: &Page) -> Vec<String> {
    strings(&page.evaluate(
        "(() => {
            const shown = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            return [...document.querySelectorAll('body *')].filter(e => {
                if (e.closest('svg, [aria-hidden=true], dialog:not([open])') || !e.innerText?.trim()) return false;
                const style = getComputedStyle(e);
                if (!/hidden|clip/.test(style.overflowX + style.overflowY) || !shown(e)) return false;
                if (e.clientWidth <= 1.5 || /inset\\(50%/.test(style.clipPath)) return false;
                // Letters may reach beyond a low line without being cut; a line more may not.
                const is_wide = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
                const is_high = /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + parseFloat(style.fontSize) * 0.6;
                const is_told = e.closest('[title], a, label') !== null;
                return (is_wide || is_high) && !is_told;
            }).slice(0, 5).map(e => 'cut: ' + (e.className || e.localName) + ' ' + e.innerText.slice(0, 40));
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
