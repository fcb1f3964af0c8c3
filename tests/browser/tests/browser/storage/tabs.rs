//! Two tabs of one person that write at one time.

use super::{content, ledger, sees_all_kept, site};
use planboard_browser_tests::{Look, Page};
use std::collections::BTreeMap;

/// How often each tab makes a receipt.
const ACTS: usize = 500;

/// Makes receipts by the buttons of the form, one after the other, as fast as the page follows. Notes when.
const DRIVE: &str = "
    self.acts = [];
    self.drive = async count => {
        const next = () => new Promise(done => {
            const line = new MessageChannel();
            line.port1.onmessage = done;
            line.port2.postMessage(0);
        });
        const press = async name => {
            for (;;) {
                const button = [...document.querySelectorAll('main button')].find(one => one.innerText.trim() === name);
                await next();
                if (button?.isConnected) return button.click();
            }
        };
        while (self.acts.length < count) {
            await press('生成回执');
            // There is nothing on it, and that is asked about.
            await press('仍要生成');
            self.acts.push(Date.now());
            await press('在已报内容上修改');
        }
    };
";

#[test]
fn two_tabs_of_five_hundred_receipts_each_end_with_a_thousand() {
    let site = site();
    let first = Page::new(Look::DESKTOP);
    let second = first.second_tab();
    for (tab, month, person) in [(&first, "2024-08", "甲"), (&second, "2024-09", "乙")] {
        // The plan asks this organisation for no figure: a receipt is one entry, *we have reported*.
        tab.open(&site.address(&format!("#/form/tax-bureau?month={month}")));
        tab.wait_for("the form", "!!document.querySelector('form.form')");
        crate::month::unfold(tab);
        tab.press_found(&tab.find("textbox", "填报人 写在回执上，可不填"));
        tab.commit_words(person);
        tab.evaluate(DRIVE);
    }
    for tab in [&first, &second] {
        tab.evaluate(&format!("void drive({ACTS})"));
    }
    for part in 1..=10 {
        for tab in [&first, &second] {
            tab.wait_for("a tenth of the receipts", &format!("acts.length >= {}", ACTS * part / 10));
        }
    }
    assert_were_at_one_time(&first, &second);

    let third = first.second_tab();
    third.open(&site.address("#/device"));
    for tab in [&first, &second] {
        tab.follow("#/device", "本机");
    }
    // The two that wrote know of each other without having been loaded again.
    for tab in [&first, &second, &third] {
        sees_all_kept(tab, 2 * ACTS);
    }
    let kept = ledger(&content(&third));
    assert_eq!((kept.batches().count(), kept.len()), (2 * ACTS, 2 * ACTS), "batches and entries");
    // No receipt was lost and none was written twice: each tab numbers its own without a gap.
    let mut sequences: BTreeMap<(u64, &str), Vec<u32>> = BTreeMap::new();
    for batch in kept.batches() {
        sequences.entry((batch.id.writer, &batch.person)).or_default().push(batch.id.sequence);
    }
    let persons: Vec<&str> = sequences.keys().map(|(_, person)| *person).collect();
    assert!(persons == ["甲", "乙"] || persons == ["乙", "甲"], "{persons:?}");
    assert!(sequences.values().all(|each| each.iter().copied().eq(0..ACTS as u32)), "{sequences:?}");
}

/// Whoever waits until the other is ready proves nothing.
fn assert_were_at_one_time(first: &Page, second: &Page) {
    let mut all: Vec<(u64, bool)> = Vec::new();
    for (tab, is_second) in [(first, false), (second, true)] {
        let times: Vec<u64> =
            serde_json::from_str(&tab.text("JSON.stringify(acts)")).expect("a list of moments");
        all.extend(times.into_iter().map(|time| (time, is_second)));
    }
    all.sort_unstable();
    let turns = all.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    assert!(turns > ACTS / 5, "the tabs took turns {turns} times only");
}
