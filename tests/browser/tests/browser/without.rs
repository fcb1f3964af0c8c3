//! When something is missing: scripts, WebAssembly, the network, a file after an update, a sound plan.

use crate::moving::arrived;
use crate::plans;
use planboard::route::Route;
use planboard::text::Language;
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site, rules, site, wait};

#[test]
fn without_javascript_overview_and_all_targets_can_be_read() {
    let page = Page::new(Look::DESKTOP.without_script());
    let site = Site::release();
    page.go(&site.address(""));
    reads_the_plan(&page);
    page.wait_for("a sentence about JavaScript", "document.body.innerText.includes('JavaScript')");
}

#[test]
fn without_webassembly_the_plan_can_be_read_and_a_sentence_says_what_is_missing() {
    // What hardened browsers do; it takes WebAssembly away as well.
    let browser = Browser::start(Chromium::Installed, &["--js-flags=--jitless"]);
    let site = Site::release();
    for look in [Look::DESKTOP, Look::PHONE.dark().english()] {
        let page = Page::in_browser(&browser, look);
        page.go(&site.address(""));
        page.wait_for("a sentence", "document.body.innerText.includes('WebAssembly')");
        assert_eq!(page.evaluate("typeof WebAssembly"), "undefined");
        reads_the_plan(&page);
        assert_eq!(rules::sideways(&page), [""; 0], "in {look}");
    }
}

/// The first view as a reader sees it: the heading, every indicator, every target figure.
fn reads_the_plan(page: &Page) {
    let plan = plans::shipped();
    let first = plan.indicators().next().expect("a plan has indicators");
    let name = plan.say(&first.item.name, plan.language).words;
    wait::until("the prerendered board", || {
        let words = page.words();
        if words.contains(&name) { Ok(()) } else { Err(words.chars().take(200).collect()) }
    });
    // A row that has arrived says nothing about the rows after it: a page is read once it is all here.
    page.wait_for("the whole page", "document.readyState === 'complete'");
    let shown = page.words();
    for place in plan.indicators() {
        let name = plan.say(&place.item.name, plan.language).words;
        assert!(shown.contains(&name), "{name} is not to be read");
        for target in &place.item.targets {
            let value = target.value.to_string();
            let row = page.text(&format!(
                "[...document.querySelectorAll('tr')].find(row => row.innerText.includes({name:?}) && row.innerText.includes({value:?}))?.innerText ?? ''"
            ));
            assert!(!row.is_empty(), "{value} of {name} is not to be read");
        }
    }
    assert!(shown.contains("未设"), "a year without a target says so");
}

#[test]
fn a_file_that_is_opened_by_double_click_says_how_to_open_it() {
    let page = Page::new(Look::DESKTOP);
    page.go(&format!(
        "file://{}",
        site::dist().join("index.html").canonicalize().expect("a release").display()
    ));
    page.wait_for("a sentence", "document.body.innerText.includes('http://localhost')");
    reads_the_plan(&page);
    // The browser tells of what it refused; the page has told the reader.
    page.complaints();
}

#[test]
fn a_broken_plan_gets_a_page_that_names_every_fault() {
    let mut plan: serde_json::Value = serde_json::from_str(&plans::other_text()).expect("a sound plan");
    plan["period"]["to"] = "soon".into();
    plan["areas"][0]["tasks"][0]["indicators"][0]["basis"] = "heap".into();
    plan["areas"][0]["tasks"][0]["lead"] = serde_json::json!(["nobody-knows-them"]);
    let site = Site::release().with("plan.json", plan.to_string());
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/tasks"));
    page.wait_for("the list of faults", "document.body.innerText.includes('heap')");
    let shown = page.words();
    for path in ["period", "basis", "lead"] {
        assert!(shown.contains(path), "{path} is not named: {shown}");
    }
    for word in ["soon", "heap", "nobody-knows-them", "running_total"] {
        assert!(shown.contains(word), "neither found nor allowed: {word}");
    }
    let faults: Vec<String> = [rules::axe(&page), rules::sideways(&page)].concat();
    assert!(faults.is_empty(), "{faults:#?}");
    let old = plans::shipped();
    assert!(
        !shown.contains(&old.say(&old.title, old.language).words),
        "the page of another plan still stands"
    );
}

#[test]
fn what_is_no_plan_at_all_gets_a_sentence() {
    for text in
        ["", "{", "[1, 2]", "<!doctype html><title>Not found</title>", "{\"id\": \"a\"}", "\u{feff}null"]
    {
        let site = Site::release().with("plan.json", text);
        let page = Page::new(Look::PHONE.english());
        page.open(&site.address(""));
        page.wait_for("the sentence", "document.body.innerText.includes('plan.json')");
        assert!(page.words().chars().count() > 40, "{text:?}: {}", page.words());
    }
}

#[test]
fn a_plan_that_is_missing_or_too_large_gets_a_sentence() {
    let missing = Site::release();
    missing.remove(|path| path == "plan.json");
    let page = Page::new(Look::DESKTOP);
    page.open(&missing.address(""));
    page.wait_for("the sentence", "document.body.innerText.includes('404')");
    page.expect_complaints(&["404"]);

    let large = Site::release().with("plan.json", " ".repeat(3_000_000));
    page.open(&large.address(""));
    page.wait_for("the sentence", "document.body.innerText.includes('plan.json')");
}

#[test]
fn text_of_a_plan_is_never_markup() {
    let mut plan: serde_json::Value = serde_json::from_str(&plans::other_text()).expect("a sound plan");
    let hostile = "<img src=x onerror=alert(1)><script>self.intruded=1</script>";
    plan["areas"][0]["tasks"][0]["title"] = hostile.into();
    plan["areas"][0]["tasks"][0]["indicators"][0]["name"] = hostile.into();
    let text = plan.to_string();
    let index = plans::read(&text);
    let site = Site::release().with("plan.json", text.clone());
    let page = Page::new(Look::DESKTOP.english());
    for route in Route::examples(&index) {
        page.open(&site.address(&route.href()));
        assert_eq!(
            page.evaluate(
                "document.querySelectorAll('[onerror], body script:not([src])').length + (self.intruded ?? 0)"
            ),
            0
        );
    }
    page.open(&site.address("#/tasks"));
    assert!(page.words().contains(hostile), "it is shown as it stands");
}

#[test]
fn a_replaced_plan_is_shown_and_the_old_one_never() {
    let text = plans::other_text();
    let new = plans::read(&text);
    let old = plans::shipped();
    let site = Site::release().with("plan.json", text.clone());
    let page = Page::without_settings(Look::DESKTOP.english());
    // Whatever stands on the screen while the page starts is kept: the old plan may not flash up.
    page.before_load(
        "self.seen = []; const look = () => {
            const place = document.querySelector('[data-app]');
            if (place && place.checkVisibility()) self.seen.push(place.innerText.slice(0, 400));
            requestAnimationFrame(look);
        }; requestAnimationFrame(look);",
    );
    page.open(&site.address(""));
    let title = new.say(&new.short_title, Language::En).words;
    assert!(page.title().contains(&title), "{}", page.title());
    assert_eq!(
        page.text("document.documentElement.lang"),
        "en",
        "the plan's own language at the first visit"
    );
    let first = old.indicators().next().expect("indicators");
    for name in [old.say(&old.short_title, old.language).words, old.say(&first.item.name, old.language).words]
    {
        assert!(!page.words().contains(&name), "{name} still stands on the page");
    }
    let name = new.say(&new.indicators().next().expect("indicators").item.name, Language::En).words;
    assert!(page.words().contains(&name), "{}", page.words());
}

#[test]
fn a_part_that_is_gone_after_an_update_can_be_asked_for_again() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address(""));
    site.remove(|path| path.ends_with(".wasm") && !path.ends_with("/planboard_bg.wasm"));
    page.press("link", "Tasks");
    page.find("button", "Try again");
    assert!(page.title().starts_with("Tasks"), "{}", page.title());
    page.expect_complaints(&["404", "WebAssembly", "split"]);
    site.restore();
    page.press("button", "Try again");
    page.wait_until_gone("button", "Try again");
    arrived(&page, "#/tasks");
    page.complaints();
}

#[test]
fn a_script_that_is_gone_after_an_update_is_told_with_an_offer_to_reload() {
    for gone in ["start-", "code-"] {
        let site = Site::release();
        site.remove(|path| path.starts_with(&format!("assets/{gone}")));
        let page = Page::new(Look::DESKTOP.english());
        page.go(&site.address("#/tasks"));
        page.find("button", "Reload");
        let of_what_is_gone = ["404", "Failed to fetch", "error"];
        page.expect_complaints(&of_what_is_gone);
        site.restore();
        page.press("button", "Reload");
        page.wait_until_gone("button", "Reload").settle();
        // A busy machine tells of the second request for it only now.
        page.take_complaints(&of_what_is_gone);
        assert!(page.title().starts_with("Tasks"), "{}", page.title());
    }
}

#[test]
fn what_is_open_stays_usable_when_the_network_goes() {
    let site = Site::release();
    let page = Page::new(Look::PHONE);
    page.open(&site.address("#/tasks"));
    site.stop();
    for (name, fragment) in [("指标", "#/indicators"), ("责任", "#/responsibility"), ("总览", "#/")] {
        page.press("link", name);
        arrived(&page, fragment);
        assert!(page.title().starts_with(name), "{}", page.title());
    }
    // Charts may ask for their program in vain; the page says so itself.
    page.complaints();
}
