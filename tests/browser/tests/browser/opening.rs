//! While the page opens: what another tab writes meanwhile, and a device in another part of the world.

use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;

fn report(page: &Page, site: &Site, organisation: &str) {
    page.open(&site.address(&format!("#/form/{organisation}?month=2024-08")));
    crate::made::make_receipt(page);
    page.wait_for("the receipt", "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')");
}

/// The ledger is read between the frames, so that events may come before there is anybody to tell.
#[test]
fn a_report_that_another_tab_stores_while_the_ledger_is_read_is_shown() {
    let site = Site::release();
    let clerk = Page::new(Look::DESKTOP);
    report(&clerk, &site, "haicheng");
    let known = clerk.evaluate("self.known = Object.keys(localStorage); known.length");
    assert!(known.as_u64() > Some(0));
    let later = clerk.second_tab();
    report(&later, &site, "taian");
    // The same tab of the clerk still knows which keys there were.
    let added = clerk.evaluate(
        "JSON.stringify(Object.entries(localStorage).find(([key]) => key.startsWith('planboard:ledger:') && !known.includes(key)))",
    );
    let added: (String, String) =
        serde_json::from_str(added.as_str().expect("a segment of the later report")).expect("key and value");
    clerk.evaluate(&format!("localStorage.removeItem({})", json!(added.0)));

    let officer = later.second_tab();
    officer.before_load(&format!(
        "{{ const [key, newValue] = {}; const get = Storage.prototype.getItem;
            Storage.prototype.getItem = function (asked) {{
                if (asked.startsWith('planboard:ledger:') && Storage.prototype.getItem !== get) {{
                    Storage.prototype.getItem = get;
                    localStorage.setItem(key, newValue);
                    self.wasStored = true;
                    dispatchEvent(new StorageEvent('storage', {{ key, newValue, storageArea: localStorage }}));
                }}
                return get.call(this, asked);
            }} }}",
        json!(added)
    ));
    officer.open(&site.address("#/dispatch?month=2024-08"));
    let has_reported = |name: &str| {
        format!(
            "!![...document.querySelectorAll('.who tbody tr')].find(row => row.innerText.includes('{name}')) \
             ?.querySelector('[data-report^=submitted]')"
        )
    };
    officer.wait_for("the report that was read", &has_reported("海城市"));
    assert_eq!(officer.evaluate("self.wasStored"), true);
    officer.wait_for("the report that came meanwhile", &has_reported("台安县"));
}

/// Hours and days are those of the plan's city, wherever the device is.
#[test]
fn a_device_elsewhere_in_the_world_shows_the_time_of_the_city() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.call("Emulation.setTimezoneOverride", json!({ "timezoneId": "America/New_York" }));
    page.open(&site.address("#/form/haicheng?month=2024-08"));
    page.evaluate("document.querySelector('input[id^=form-figure-]').focus()");
    page.evaluate("document.execCommand('insertText', false, '2')");
    page.wait_for("the draft", "document.querySelector('.send .state').innerText.includes('已存本机')");
    let minutes = |words: String| {
        let (hour, minute) = words.split_once(':').expect("a time of day");
        hour.parse::<i32>().expect("an hour") * 60 + minute.parse::<i32>().expect("a minute")
    };
    let shown = minutes(page.text("document.querySelector('.send .figure').textContent"));
    // In the city it is eight hours later than in Greenwich, in summer and in winter.
    let now = minutes(page.text("new Date(Date.now() + 8 * 3600e3).toISOString().slice(11, 16)"));
    // The clock may have gone on, and past midnight.
    assert!((now - shown).rem_euclid(24 * 60) <= 2, "{shown} at {now}");
}
