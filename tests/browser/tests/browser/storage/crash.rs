//! A tab that dies between any two changes of the storage: really, its process ends (`Page.crash`) while its script
//! stands in front of the change.

use super::{
    Content, content, content_untouched, device, earlier, keep, ledger, of_kind, reported, said,
    sees_all_kept, signed, site,
};
use crate::month;
use crate::plans;
use planboard::link::{Kind as Link, message};
use planboard::storage::Kind;
use planboard_browser_tests::{Look, Page, Site};

/// Counts what changes the storage and stops before the change that it is told.
const STOP: &str = "
    self.changes = [];
    self.stopBefore = Infinity;
    for (const name of ['setItem', 'removeItem', 'clear']) {
        const change = Storage.prototype[name];
        Storage.prototype[name] = function (...all) {
            if (self.changes.length === self.stopBefore) debugger;
            self.changes.push(name + ' ' + all[0]);
            return change.apply(this, all);
        };
    }
";

/// Something that a person does by pressing one button.
pub struct Act {
    /// What the device keeps before.
    kept: Content,
    pub fragment: &'static str,
    pub prepare: fn(&Page),
    /// The button, and what is true once all is done, as JavaScript.
    pub button: &'static str,
    pub done: &'static str,
}

impl Act {
    /// A tab in a fresh profile, in which the button is all that is left to be pressed.
    fn begun(&self, site: &Site) -> Page {
        let page = Page::new(Look::DESKTOP);
        keep(&page, &self.kept);
        page.before_load(STOP);
        page.stop_at_debugger();
        page.open(&site.address(self.fragment));
        (self.prepare)(&page);
        page
    }

    /// Presses the button; the tab is to stop before that change of the storage.
    fn press(&self, page: &Page, stop_before: usize) {
        // Not at once: what is evaluated would never end.
        page.evaluate(&format!(
            "void (self.changes = [], self.stopBefore = {stop_before}, setTimeout(() => {}.click()))",
            self.button
        ));
    }

    /// Does it with a crash before each change of the storage, and with one after the last; afterwards `look` at what
    /// a new tab finds, where the ledger is still the old one.
    fn crash_everywhere(&self, site: &Site, look: impl Fn(&Page)) -> Vec<String> {
        let page = self.begun(site);
        let before = said(&ledger(&content(&page)));
        self.press(&page, 9999);
        page.wait_for("the act to be done", self.done);
        let changes: Vec<String> =
            serde_json::from_str(&page.text("JSON.stringify(changes)")).expect("a list of texts");
        let after = said(&ledger(&content(&page)));
        assert_ne!(before, after, "the act changes the ledger");
        page.crash();

        let mut is_after = Vec::new();
        for at in 0..=changes.len() {
            let page = self.begun(site);
            self.press(&page, at);
            if at < changes.len() {
                page.stopped();
            } else {
                page.wait_for("the act to be done", self.done);
            }
            page.crash();

            // First what is really there, then what the page makes of it.
            let reopened = page.second_tab();
            let found = said(&ledger(&content_untouched(&reopened, site)));
            let where_ = format!("a crash before change {at} of {changes:?}");
            assert!(found == before || found == after, "{where_} leaves a mixture: {found:#?}");
            is_after.push(found == after);
            reopened.open(&site.address("#/device"));
            sees_all_kept(&reopened, ledger(&content(&reopened)).batches().count());
            assert_eq!(said(&ledger(&content(&reopened))), found, "{where_}: opening it changes nothing");
            if found == before {
                look(&reopened);
            }
        }
        assert!(!is_after[0] && is_after[changes.len()], "{is_after:?}");
        assert!(is_after.is_sorted(), "once it is kept it stays so: {is_after:?}");
        changes
    }
}

fn writes(changes: &[String], kind: Kind) -> usize {
    let begin = ["setItem ", &super::place().prefix(kind)].concat();
    changes.iter().filter(|change| change.starts_with(&begin)).count()
}

const FORM: &str = "#/form/science-bureau?month=2024-08";

#[test]
fn a_report_is_kept_whole_or_is_still_in_the_form() {
    let site = site();
    let act = Act {
        kept: device(&earlier()),
        fragment: FORM,
        prepare: |page| {
            month::figures(page, &[("入库省级典型联盟", "14"), ("“带土移植”项目", "30")]);
            page.press("button", "生成回执");
            page.wait_for("the question", "!!document.querySelector('.asking')");
        },
        button: "[...document.querySelectorAll('button')].find(one => one.innerText.trim() === '仍要生成')",
        done: "!!document.querySelector('.receipt textarea')?.value.includes('pLanR') && changes.some(one => one.startsWith('removeItem'))",
    };
    let changes = act.crash_everywhere(&site, |reopened| {
        reopened.open(&site.address(FORM));
        reopened.wait_for(
            "what was typed",
            "['14', '30'].every(figure => [...document.querySelectorAll('form.form input')].some(one => one.value === figure))",
        );
    });
    assert_eq!(writes(&changes, Kind::Ledger), 1, "{changes:?}");
    assert!(changes.len() >= 3, "{changes:?}");
}

/// Two receipts in a chat, and the officer who has pasted them.
fn receipts() -> String {
    let plan = plans::shipped();
    let each =
        [reported(11, "science-bureau", "2024-08", "14", 500), reported(12, "haicheng", "2024-08", "4", 400)];
    let links = each.map(|one| {
        let fragment = message::seal(Link::Receipt, &plan, &[one]).expect("a short link");
        format!("王工 09:41\nhttp://localhost/#{fragment}\n")
    });
    links.concat()
}

pub fn accepting() -> Act {
    Act {
        kept: signed(device(&earlier())),
        fragment: "#/dispatch?month=2024-08",
        prepare: |page| {
            month::paste(page, &receipts());
            page.wait_for("both receipts", "document.querySelectorAll('article.receipt').length === 2");
        },
        button: "[...document.querySelectorAll('button')].find(one => one.innerText.includes('接收全部无冲突的'))",
        done: "!!document.querySelector('.done')?.innerText.includes('撤销')",
    }
}

#[test]
fn receipts_are_taken_in_and_accepted_or_neither() {
    let site = site();
    let changes = accepting().crash_everywhere(&site, |_| {});
    assert_eq!(writes(&changes, Kind::Ledger), 1, "{changes:?}");
    assert_eq!(writes(&changes, Kind::Generation), 1, "{changes:?}");
}

#[test]
fn going_back_to_a_copy_is_done_or_not_begun() {
    let site = site();
    let officer = accepting().begun(&site);
    accepting().press(&officer, 9999);
    officer.wait_for("the act to be done", accepting().done);
    let kept = content(&officer);
    assert_eq!(of_kind(&kept, Kind::Generation).len(), 1);
    let act = Act {
        kept,
        fragment: "#/device",
        prepare: |page| {
            page.wait_for("the copy", "document.querySelectorAll('.copies tbody tr').length === 1");
        },
        button: "document.querySelector('.copies button[aria-label^=恢复]')",
        done: "document.querySelectorAll('.copies tbody tr').length === 2 && changes.some(one => one.startsWith('removeItem planboard:removal'))",
    };
    let changes = act.crash_everywhere(&site, |_| {});
    assert!(writes(&changes, Kind::Removal) == 1 && changes.len() > 5, "{changes:?}");
}
