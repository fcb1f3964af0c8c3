//! The rules themselves: each one sees what breaks it. A rule that cannot fail proves nothing on any page.

use crate::keyboard::walk;
use planboard_browser_tests::{Look, Page, Site, rules};

/// The overview, sound, in English.
fn sound(site: &Site, look: Look) -> Page {
    let page = Page::new(look);
    page.open(&site.address(""));
    page
}

#[test]
fn each_rule_sees_what_breaks_it() {
    let site = Site::release();
    // What is done to the page, and the rule that has to see it.
    let harms = [
        ("axe", "{ const image = new Image(); image.src = './icon.svg'; main.append(image) }"),
        ("axe", "main.querySelector('h1').style.color = 'color-mix(in srgb, currentColor 20%, transparent)'"),
        ("heading", "main.append(document.createElement('h1'))"),
        ("heading", "main.querySelector('h1').textContent = ''"),
        ("title", "document.title = 'Planboard'"),
        ("sideways scroll", "main.style.minWidth = '500px'"),
        (
            "target size",
            "for (const side of ['a', 'b']) { const button = document.createElement('button'); button.textContent = side;
                button.style = 'all: unset; display: inline-block; width: 12px; height: 12px'; main.prepend(button) }",
        ),
        ("unmarked Chinese", "main.append('创新')"),
        ("unmarked Chinese", "main.setAttribute('aria-label', '总览')"),
        ("unmarked Chinese", "document.title = '总览 · x'"),
    ];
    let page = sound(&site, Look::PHONE.english());
    let before = rules::broken(&page);
    for (rule, harm) in harms {
        page.reload();
        page.evaluate(&format!("void (() => {{ const main = document.querySelector('main'); {harm} }})()"));
        let found = rules::broken(&page);
        let new: Vec<&String> =
            found.iter().filter(|what| !before.contains(what) && what.starts_with(rule)).collect();
        assert!(!new.is_empty(), "the rule “{rule}” does not see {harm}");
    }
}

#[test]
fn words_over_words_and_words_that_are_cut_are_seen() {
    let site = Site::release();
    let page = sound(&site, Look::DESKTOP);
    assert_eq!([rules::overlaps(&page), rules::cut(&page)].concat(), Vec::<String>::new());
    let over = "main.querySelector('h1').style.transform = 'translateY(1.2em)'";
    let wide = "{ const word = document.createElement('p'); word.style = 'width: 4em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis'; word.textContent = '这一句比它的格子长得多'; main.append(word) }";
    let high = "{ const word = document.createElement('p'); word.style = 'width: 4em; height: 1.2em; overflow: hidden'; word.textContent = '这一句比它的格子长得多'; main.append(word) }";
    for (rule, harm) in
        [(rules::overlaps as fn(&Page) -> Vec<String>, over), (rules::cut, wide), (rules::cut, high)]
    {
        page.reload();
        page.evaluate(&format!("void (() => {{ const main = document.querySelector('main'); {harm} }})()"));
        assert!(!rule(&page).is_empty(), "{harm} is not seen");
    }
}

#[test]
fn what_is_marked_as_chinese_is_no_fault_and_a_link_in_a_sentence_may_be_small() {
    let site = Site::release();
    let page = sound(&site, Look::DESKTOP.english());
    let before = rules::broken(&page);
    page.evaluate(
        "void (() => {
            const line = document.createElement('p');
            line.lang = 'zh';
            line.innerText = '创新提升工程';
            const sentence = document.createElement('p');
            const link = document.createElement('a');
            link.href = '#/about';
            link.textContent = 'here';
            sentence.append('Read about it ', link, ' and go on.');
            document.querySelector('main').append(line, sentence);
        })()",
    );
    assert_eq!(rules::broken(&page), before);
}

#[test]
fn the_walk_by_tab_sees_a_focus_that_is_hidden_and_what_it_cannot_reach() {
    let site = Site::release();
    let look = Look { scale: 4, ..Look::DESKTOP.sized(320, 256) };
    let harms = [
        (
            "no focus to be seen",
            "{ const sheet = new CSSStyleSheet(); sheet.replaceSync('* { outline: none !important; box-shadow: none !important }'); document.adoptedStyleSheets = [sheet] }",
        ),
        (
            "hidden behind",
            "{ const bar = document.createElement('div'); bar.style = 'position: fixed; inset: 0; background: red; z-index: 99'; document.body.append(bar) }",
        ),
        (
            "not reached",
            "{ const trap = document.querySelector('main a'); trap.addEventListener('keydown', event => event.preventDefault()) }",
        ),
    ];
    for (fault, harm) in harms {
        let page = sound(&site, look);
        page.evaluate(&format!("void (() => {{ {harm} }})()"));
        let found = walk(&page);
        assert!(found.iter().any(|what| what.contains(fault)), "“{fault}” was not seen: {found:?}");
    }
}

#[test]
fn words_on_the_console_and_requests_to_others_are_complaints() {
    let site = Site::release();
    let page = sound(&site, Look::DESKTOP);
    page.evaluate("console.log('hello')");
    page.expect_complaints(&["hello"]);
    page.evaluate("void setTimeout(() => { throw new Error('a late one') })");
    page.wait_for("the error to be thrown", "new Promise(done => setTimeout(() => done(true)))");
    page.expect_complaints(&["a late one"]);
    page.evaluate("void (location.href = 'http://elsewhere.test/')");
    planboard_browser_tests::wait::until("the complaint", || {
        let complaints = page.complaints();
        if complaints.iter().any(|one| one.contains("off the origin")) {
            Ok(())
        } else {
            Err(format!("{complaints:?}"))
        }
    });
}
