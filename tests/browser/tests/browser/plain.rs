//! What can be read without the program: before it stands, and where it never will.

use crate::every_page::none;
use crate::plans;
use planboard::plan::{Day, Month, PlanIndex};
use planboard::route::Route;
use planboard_browser_tests::site::{dist, files};
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site, rules};

/// Notes what of the page can be seen in each frame, and whose it is.
const WATCHED: &str = "
    self.seen = [];
    const look = () => {
        const app = document.querySelector('[data-app]');
        if (app?.checkVisibility()) {
            const what = [app.hasAttribute('data-plan-digest') ? 'plain' : 'app', app.querySelector('main h1')?.innerText].join(' ');
            if (seen.at(-1) !== what) seen.push(what);
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
";

/// A page of a site whose program is half a second on its way.
fn opened(look: Look, device: &str, fragment: &str) -> (Site, Page) {
    let program = files(&dist()).into_iter().find(|path| path.ends_with("planboard_bg.wasm"));
    let site = Site::release().pausing(&program.expect("a release has its program"), "\0asm");
    let page = Page::new(look);
    page.before_load(device);
    page.before_load(WATCHED);
    page.open(&site.address(fragment));
    (site, page)
}

/// The plain pages of the release, which was built after the plan's last window.
fn plain_pages(plan: &PlanIndex) -> Vec<Route> {
    Route::plain_pages(plan, Day::parse("2026-11-01").expect("a day"))
}

fn seen(page: &Page) -> Vec<String> {
    let seen = page.evaluate("self.seen");
    seen.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_link_to_any_page_of_the_plan_is_read_before_the_program_stands_and_nothing_moves() {
    let plan = plans::shipped();
    let month = Route::Dispatch(Month::parse("2024-08"));
    let plain = plain_pages(&plan);
    for route in Route::examples(&plan).iter().filter(|route| plain.contains(route)).chain([&month]) {
        let (_site, page) = opened(Look::PHONE, "", &route.href());
        let heading = page.heading();
        let seen = seen(&page);
        // The heading of the timeline says how it stands today; a plain page knows no day.
        let read = if *route == Route::Timeline {
            "方案期内须调度、通报、评估、对账 47 次"
        } else {
            &heading
        };
        assert_eq!(seen, [format!("plain {read}"), format!("app {heading}")], "{}", route.href());
        assert_eq!(rules::shifts(&page), [""; 0], "{}", route.href());
    }
}

/// With records, in another language than the plan's, and where a tab looks at a snapshot, it would be the wrong page.
#[test]
fn where_the_plain_page_would_be_the_wrong_one_nobody_sees_it() {
    for device in [
        "localStorage.setItem('planboard:ledger:test', 'x')",
        "sessionStorage.setItem('planboard:looked-at:x:y', 'x')",
        "localStorage.setItem('planboard:settings', '{\"language\":\"en\"}')",
    ] {
        let (_site, page) = opened(Look::DESKTOP, &format!("try {{ {device} }} catch {{}}"), "#/tasks");
        let seen = seen(&page);
        assert!(seen.iter().all(|one| one.starts_with("app ")), "{device}: {seen:?}");
    }
}

#[test]
fn an_address_that_is_no_plain_page_shows_nothing_of_another_one() {
    let site = Site::release();
    let index = std::fs::read(dist().join("index.html")).expect("a release");
    // Some hosts answer with the start page for whatever they do not have.
    let site = site.with("read/indicator/nobody.html", index);
    let page = Page::new(Look::DESKTOP);
    page.before_load(WATCHED);
    for fragment in ["#/indicator/nobody", "#/indicator/../../index", "#/tasks/../../index", "#/read/tasks"] {
        page.open(&site.address(fragment));
        let seen = seen(&page);
        assert!(seen.iter().all(|one| one.starts_with("app ")), "{fragment}: {seen:?}");
    }
    let asked = site.asked();
    let read: Vec<_> = asked
        .iter()
        .filter_map(|request| request.lines().next())
        .filter(|line| line.contains("read/"))
        .collect();
    assert!(
        !read.is_empty() && read.iter().all(|line| line.starts_with("GET /read/indicator/nobody.html ")),
        "{read:?}"
    );
}

/// A finger is quicker than the program.
#[test]
fn what_is_pressed_before_the_program_stands_acts_when_it_does() {
    let press = |name: &str| {
        format!(
            "document.addEventListener('readystatechange', () => [...document.querySelectorAll('[data-plan-digest] button')].find(one => one.innerText.includes('{name}')).click(), {{ once: true }})"
        )
    };
    for (fragment, name) in [("", "搜索"), ("", "分享"), ("#/tasks", "搜索")] {
        let (_site, page) = opened(Look::DESKTOP, &press(name), fragment);
        page.wait_for(
            &format!("what {name} opens"),
            "!!document.querySelector('dialog[open], [role=dialog]')",
        );
    }
}

/// Hardened and old browsers: the whole plan is read by its links.
#[test]
fn without_webassembly_links_lead_from_plain_page_to_plain_page() {
    let browser = Browser::start(Chromium::Installed, &["--js-flags=--jitless"]);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::PHONE);
    page.go(&site.address("#/tasks"));
    let heading = |words: &str| {
        page.wait_for(words, &format!("document.querySelector('main h1')?.innerText.includes({words:?})"));
    };
    heading("任务");
    page.evaluate("document.querySelector('main a[href^=\"#/task/\"]').click()");
    page.wait_for("a task", "!!document.querySelector('[data-page^=\"task/\"]')");
    page.evaluate("location.hash = '#/'");
    page.wait_for("the overview", "!!document.querySelector('.board')?.checkVisibility()");
    page.evaluate("location.hash = '#/responsibility'");
    page.wait_for("responsibility", "!!document.querySelector('[data-page=responsibility]')");
    assert!(page.title().starts_with("责任"), "{}", page.title());
}

#[test]
fn plain_pages_need_no_script_and_lead_to_each_other_and_to_the_program() {
    let plan = plans::shipped();
    let site = Site::release();
    let mut faults = Vec::new();
    for look in [Look::DESKTOP, Look::PHONE.dark()] {
        let page = Page::new(look);
        for route in Route::examples(&plan).iter().filter(|route| plain_pages(&plan).contains(route)) {
            let name = route.plain_name().expect("a plain page has a name");
            page.go(&site.address(&format!("read/{name}.html")));
            page.wait_for(
                "the page",
                "document.readyState === 'complete' && !!document.querySelector('main h1')",
            );
            let found = [rules::axe(&page), rules::sideways(&page), page.complaints()].concat();
            faults.extend(found.into_iter().map(|what| format!("{name} in {look}: {what}")));
            let links =
                page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])");
            for link in links.as_array().into_iter().flatten().filter_map(|link| link.as_str()) {
                let path = link.strip_prefix(&site.address("")).unwrap_or("elsewhere");
                if !path.is_empty() && !dist().join(path).is_file() {
                    faults.push(format!("{name} leads to {link}, which is not there"));
                }
            }
        }
        page.go(&site.address("read/tasks.html"));
        page.wait_for("the link", "!!document.querySelector('.notice a')");
        page.evaluate("document.querySelector('.notice a').click()");
        page.wait_for(
            "the program",
            "location.hash === '#/tasks' && 'stands' in document.documentElement.dataset",
        );
    }
    none(faults);
}
