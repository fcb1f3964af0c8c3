//! A device whose clock was set back after something had been written down by the true one.

use super::{Content, content, device, earlier, keep, ledger, reported, said, sees_all_kept, signed, site};
use super::{accepting, opened_in};
use crate::month;
use planboard::ledger::{Batch, BatchId, Entry, Ledger, RuleChange, Said, Slot};
use planboard::plan::{Month, Quantity};
use planboard::storage::{Memory, Millis, Reason};
use planboard_browser_tests::{Look, Page};

const DAY: u64 = 86_400;
const SET_BACK: [u64; 2] = [2 * DAY, 365 * DAY];

/// A page on a device that keeps something, with a clock that is so many seconds behind.
fn behind(content: &Content, seconds: u64) -> Page {
    let page = Page::new(Look::DESKTOP);
    keep(&page, content);
    page.before_load(&format!(
        "{{
            const True = Date;
            self.Date = class extends True {{
                constructor(...all) {{ all.length ? super(...all) : super(True.now() - {seconds} * 1000) }}
                static now() {{ return True.now() - {seconds} * 1000 }}
            }};
        }}"
    ));
    page
}

fn month_of_report() -> Month {
    Month::parse("2024-08").expect("a month")
}

/// The figure of the only indicator that was reported for the month.
fn figure(ledger: &Ledger) -> Option<String> {
    let slot = Slot::Actual { indicator: "alliances".into(), district: None, month: month_of_report() };
    Some(ledger.at(&slot)?.entry.said.clone()).map(|said| format!("{said:?}"))
}

fn is_new<'a>(before: &Ledger, after: &'a Ledger) -> Vec<&'a Batch> {
    after.batches().filter(|batch| before.batch(batch.id).is_none()).collect()
}

#[test]
fn what_is_corrected_after_the_clock_was_set_back_counts_and_nothing_is_lost() {
    let site = site();
    for seconds in SET_BACK {
        let mut batches = earlier();
        batches.push(reported(3, "science-bureau", "2024-08", "14", 60));
        let page = behind(&device(&batches), seconds);
        page.open(&site.address("#/form/science-bureau?month=2024-08"));
        let skew = page.evaluate("Date.now()").as_f64().expect("a moment") / 1000.0 - super::now() as f64;
        assert!((skew + seconds as f64).abs() < 600.0, "the page's clock is {skew} s off");
        let before = ledger(&content(&page));
        page.press("button", "在已报内容上修改");
        for corrected in ["15", "16"] {
            month::figures(&page, &[("入库省级典型联盟", corrected)]);
            // Whoever changes a figure that was reported says why.
            month::fill(&page, "#form-note-alliances", "核对后更正");
            crate::made::make_receipt(&page);
            page.wait_for(
                "the receipt",
                "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')",
            );
            page.press("button", "在已报内容上修改");
        }
        let after = ledger(&content(&page));
        assert!(said(&before).is_subset(&said(&after)), "{after:?}");
        let new = is_new(&before, &after);
        assert_eq!(
            new.iter().map(|one| one.id.sequence).collect::<Vec<_>>(),
            [0, 1],
            "in the order of writing"
        );
        assert!(new[0].written <= new[1].written);
        assert!(figure(&after).is_some_and(|said| said.contains("digits: 16,")), "{:?}", figure(&after));

        // On the screen of this page, and of one that is opened with the right clock.
        let reopened = page.second_tab();
        reopened.open(&site.address("#/device"));
        sees_all_kept(&reopened, batches.len() + 2);
        for tab in [&page, &reopened] {
            tab.follow("#/", "总览").wait_for(
                "the corrected figure",
                "[...document.querySelectorAll('.board tr')].some(row => row.innerText.includes('入库省级典型联盟') && /(^|\\D)16(\\D|$)/.test(row.innerText))",
            );
        }
    }
}

/// A rule names no earlier one: which of two is in force is a matter of time alone.
#[test]
fn a_rule_that_is_changed_after_the_clock_was_set_back_is_in_force() {
    let site = site();
    for seconds in SET_BACK {
        let points = |digits: &str| Quantity::parse(digits).expect("a figure");
        let rule =
            RuleChange { amber: points("2"), red: points("5"), curve: vec![], reason: "年初会议".into() };
        let mut first = reported(3, "science-bureau", "2024-08", "14", 60);
        first.entries = vec![Entry { replaces: None, said: Said::Rule(rule) }];
        let page = behind(&device(&[first]), seconds);
        page.open(&site.address("#/dispatch?month=2024-08"));
        let before = ledger(&content(&page));
        page.evaluate("document.querySelector('.rule summary').click()");
        for (name, typed) in
            [("落后满几点为偏慢", "3"), ("落后超过几点为滞后", "8"), ("修改理由", "年中会议")]
        {
            page.press_found(&page.find("textbox", name));
            page.key("Control+a");
            page.commit_words(typed);
        }
        page.press("button", "启用新规则");
        crate::month::sign(&page, "王工");
        page.wait_for(
            "the next version, with the new points",
            "(words => words.includes('第 3 版') && words.includes('8'))(document.querySelector('.rule > p').innerText)",
        );
        let after = ledger(&content(&page));
        assert_eq!(after.rule().map(|(count, rule)| (count, rule.red)), Some((2, points("8"))));
        let new = is_new(&before, &after);
        assert!(before.batches().all(|old| new[0].written > old.written), "{new:?}");
    }
}

#[test]
fn undoing_after_the_clock_was_set_back_goes_to_just_before_and_not_to_an_older_copy() {
    let site = site();
    for seconds in SET_BACK {
        let memory = Memory::default();
        let now = Millis(super::now() * 1000);
        let mut store = opened_in(&memory, 7);
        for batch in earlier() {
            store.append([batch.into()], now).expect("room");
        }
        store.keep_generation(Reason::Merge, now).expect("room");
        let since = reported(3, "science-bureau", "2024-07", "13", 60);
        let id: BatchId = since.id;
        store.append([since.into()], now).expect("room");

        let page = behind(&signed(memory.content()), seconds);
        let act = accepting();
        page.open(&site.address(act.fragment));
        (act.prepare)(&page);
        let before = said(&ledger(&content(&page)));
        // One by one: the page says that these receipts are ahead of its clock.
        assert!(page.words().contains("时钟"), "{}", page.words());
        month::press_in(&page, "article.receipt", "市科技局", "接收");
        page.wait_for("the act to be done", act.done);
        assert_ne!(said(&ledger(&content(&page))), before);
        page.evaluate(
            "[...document.querySelectorAll('.done button')].find(one => one.innerText === '撤销').click()",
        );
        page.wait_for("word of it", "!document.querySelector('.done button')");
        let after = ledger(&content(&page));
        assert!(after.batch(id).is_some(), "what was written since the older copy is there");
        assert_eq!(said(&after), before);
    }
}
