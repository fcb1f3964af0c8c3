//! Where the page is hosted, and what leaves it: nothing.

use crate::every_page::none;
use crate::plans;
use planboard::route::Route;
use planboard_browser_tests::{Look, Page, Site, rules};

#[test]
fn a_plain_http_host_of_an_intranet_shows_every_page() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    let mut faults = Vec::new();
    for route in Route::examples(&plans::shipped()) {
        page.open(&site.address_on_intranet(&route.href()));
        assert_eq!(page.evaluate("isSecureContext"), false, "this host must be no secure context");
        faults.extend(rules::axe(&page).into_iter().map(|what| format!("{}: {what}", route.href())));
        faults.extend(page.complaints().into_iter().map(|what| format!("{}: {what}", route.href())));
    }
    none(faults);
}

#[test]
fn on_plain_http_the_link_can_still_be_taken_from_the_share_dialog() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    page.open(&site.address_on_intranet("#/tasks"));
    crate::every_page::open_overlay(&page, planboard::route::Overlay::Share);
    let copy = page.all("button", None).into_iter().find(|button| button.name.contains("Copy"));
    page.press_found(&copy.expect("a button to copy"));
    // Either the old way of copying worked, or the text is selected for the person to copy.
    page.wait_for(
        "the link to be copied or selected",
        "/copied/i.test(document.body.innerText) || getSelection().toString().includes(location.href)
            || (document.activeElement.selectionEnd - document.activeElement.selectionStart) >= location.href.length",
    );
}

#[test]
fn nothing_is_asked_of_another_host_and_no_fragment_is_sent() {
    let site = Site::release();
    let page = Page::new(Look::PHONE.english());
    let secret = "#/indicators?area=secret-selection";
    page.open(&site.address(secret));
    for route in Route::examples(&plans::shipped()) {
        page.open(&site.address(&route.href()));
    }
    let own = site.address("");
    let foreign: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|address| !address.starts_with(&own) && address != "about:blank")
        .collect();
    let foreign: Vec<&String> = foreign
        .iter()
        .filter(|address| !address.starts_with("data:") && !address.starts_with("blob:"))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let asked = site.asked();
    assert!(asked.len() > 5, "the host heard of it");
    let told: Vec<&String> =
        asked.iter().filter(|head| head.contains("secret") || head.contains('#')).collect();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn it_works_in_a_folder_of_a_host() {
    let site = Site::release();
    for file in planboard_browser_tests::site::files(&planboard_browser_tests::site::dist()) {
        let content =
            std::fs::read(planboard_browser_tests::site::dist().join(&file)).expect("a file of the release");
        site.put(&format!("plans/2023/{file}"), content);
    }
    // Only the folder is there.
    site.remove(|path| !path.starts_with("plans/"));
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("plans/2023/#/tasks"));
    assert!(page.title().starts_with("任务 · "), "{}", page.title());
}

#[test]
fn the_policy_stands_on_the_page_and_is_in_force() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    let policy = page.text("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
    let directive = |name: &str| {
        policy
            .split(';')
            .map(str::trim)
            .find_map(|one| one.strip_prefix(name))
            .map(|rest| rest.trim().to_owned())
    };
    // What stands in the page itself is named by its digest, so nothing else in the page is run or obeyed.
    let allowed = |name: &str| -> Vec<String> {
        let all = directive(name).unwrap_or_else(|| panic!("the policy says nothing of {name}"));
        all.split(' ').map(|one| one.split('-').next().unwrap_or(one).to_owned()).collect()
    };
    assert_eq!(allowed("script-src "), ["'self'", "'sha256", "'wasm"]);
    assert!(directive("script-src ").is_some_and(|all| all.ends_with(" 'wasm-unsafe-eval'")));
    assert_eq!(allowed("style-src "), ["'self'", "'sha256"]);
    assert_eq!(directive("style-src-attr ").as_deref(), Some("'unsafe-inline'"));
    assert_eq!(directive("default-src ").as_deref(), Some("'none'"));

    // Whatever got into the markup would not run, and would not call home.
    page.evaluate(
        "{
            const script = document.createElement('script');
            script.textContent = 'self.intruded = true';
            document.body.append(script);
            const button = document.createElement('button');
            button.setAttribute('onclick', 'self.intruded = true');
            document.body.append(button);
            button.click();
            const sheet = document.createElement('style');
            sheet.textContent = 'body { outline: 9px solid red }';
            document.head.append(sheet);
        }",
    );
    let called = page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', error => 'refused')");
    assert_eq!(called, "refused");
    page.paint();
    assert_eq!(page.evaluate("self.intruded ?? false"), false);
    assert_ne!(page.text("getComputedStyle(document.body).outlineWidth"), "9px");
    page.expect_complaints(&["Content Security Policy", "127.0.0.1:9"]);
}

/// hostile 6: a host that sends no headers, and a page that shows ours in a frame: one press lands on what lies under it.
#[test]
fn in_a_frame_of_another_page_it_only_shows() {
    let frame = "<!doctype html><link rel=icon href='icon.svg'><body style='margin:0'><iframe src='./#/device' style='border:0' width=1200 height=700></iframe>";
    let site = Site::release().with("trap.html", frame);
    let page = Page::new(Look::DESKTOP.english());
    page.go(&site.address("trap.html"));
    let inside = "document.querySelector('iframe')?.contentDocument";
    let button = format!(
        "[...({inside}?.querySelectorAll('main button') ?? [])].find(one => one.innerText === 'Show the sample ledger')"
    );
    page.wait_for("the page in the frame", &format!("!!{inside}?.querySelector('.banner a[target=_blank]')"));
    page.wait_for("the button in the frame", &format!("!!{button}"));
    let place = |axis: &str| {
        let place = format!(
            "(one => {{ one.scrollIntoView({{ block: 'center' }}); const box = one.getBoundingClientRect(); return {axis} }})({button})"
        );
        page.evaluate(&place).as_f64().expect("a place")
    };
    page.press_at(place("box.x + box.width / 2"), place("box.y + box.height / 2"));
    page.wait_for("the refusal", &format!("{inside}.body.innerText.includes('was not carried out')"));
    let kept = "Object.keys(localStorage).filter(key => !key.endsWith(':settings')).join()";
    assert_eq!(page.text(kept), "");
    // In a tab of its own the page acts as ever.
    page.open(&site.address("#/device"));
    page.press("button", "Show the sample ledger");
    page.wait_for("the sample to be kept", &format!("{kept} !== ''"));
}
