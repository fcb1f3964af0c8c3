//! A device on which so many units of the quota are left, from none up: the report is kept whole, or what was kept
//! before is untouched and the page says so with a way out.

use super::{
    backup, content, device, earlier, keep, keep_files, ledger, of_kind, opened, said, sees_all_kept, site,
};
use crate::{month, plans};
use planboard::ledger::Batch;
use planboard::link::message::{self, Message};
use planboard::storage::Kind;
use planboard_browser_tests::{Look, Page, Site};

/// What Chromium gives an origin: UTF-16 code units of keys and values together.
const QUOTA: usize = 5_242_880;

/// Another program of the same host takes all but so many units. Twice: the large part is written once.
const LEAVE: &str = "
    self.used = () => Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
    self.leave = units => {
        localStorage.removeItem('other:rest');
        if (!localStorage.getItem('other:block')) {
            localStorage.setItem('other:block', 'x'.repeat(QUOTA - used() - 'other:block'.length - 16384));
        }
        localStorage.setItem('other:rest', 'x'.repeat(QUOTA - used() - 'other:rest'.length - units));
    };
";

const FORM: &str = "#/form/science-bureau?month=2024-08";
const TYPED: [(&str, &str); 2] = [("入库省级典型联盟", "14"), ("“带土移植”项目", "30")];
const BANNER: &str = "!!document.querySelector('.banner[data-kind=unsaved]')";

fn full() -> String {
    LEAVE.replace("QUOTA", &QUOTA.to_string())
}

fn clerk() -> Page {
    let page = Page::new(Look::DESKTOP);
    keep(&page, &device(&earlier()));
    keep_files(&page);
    page.before_load(&full());
    page
}

/// Makes the receipt and reads it: what the clerk sends on.
fn receipt(page: &Page) -> Vec<Batch> {
    crate::made::make_receipt(page);
    page.wait_for("the receipt", "!!document.querySelector('.receipt textarea')?.value.includes('pLanR')");
    let link = page.text("document.querySelector('.receipt input').value");
    let hash = &link[link.find('#').expect("a fragment")..];
    match message::open(hash, &plans::shipped()) {
        Some(Ok(Message::Receipt(batches, _))) => batches,
        other => panic!("{link} is {other:?}"),
    }
}

fn figures(batches: &[Batch]) -> Vec<String> {
    let all = format!("{batches:?}");
    TYPED
        .iter()
        .map(|(_, figure)| figure.to_string())
        .filter(|figure| all.contains(&format!("digits: {figure},")))
        .collect()
}

/// The banner says why and what to do.
fn says_a_way_out(page: &Page) {
    let words = page.text("document.querySelector('.banner[data-kind=unsaved]').innerText");
    for said in ["存储空间已满", "原有数据完好", "先导出备份", "再存一次", "导出备份"]
    {
        assert!(words.contains(said), "{said} is not in {words}");
    }
}

#[test]
fn with_each_number_of_units_left_the_report_waits_and_is_kept_at_the_first_that_is_enough() {
    let site = site();
    let page = clerk();
    page.open(&site.address(FORM));
    month::figures(&page, &TYPED);
    let before = of_kind(&content(&page), Kind::Ledger);
    page.evaluate("leave(0)");
    assert_eq!(
        page.evaluate("(() => { try { localStorage.setItem('o', ''); return 'there was room' } catch (full) { return full.name } })()"),
        "QuotaExceededError",
    );
    assert_eq!(figures(&receipt(&page)), ["14", "30"]);
    page.wait_for("word that it was not kept", BANNER);
    says_a_way_out(&page);
    let alert = page.text("document.querySelector('.receipt .unsaved').innerText");
    assert!(alert.contains("链接和文字里有全部内容"), "{alert}");
    assert_eq!(of_kind(&content(&page), Kind::Ledger), before);
    assert!(
        of_kind(&content(&page), Kind::Draft)
            .values()
            .any(|draft| draft.contains("14") && draft.contains("30"))
    );

    // The way out holds all of it.
    assert_eq!(backup(&page).batches().count(), before.len() + 1);

    let mut left = 0;
    while page.evaluate(BANNER) == true {
        assert_eq!(of_kind(&content(&page), Kind::Ledger), before, "with {left} units");
        left += 1;
        assert!(left < 1000, "it is never kept");
        page.evaluate(&format!("leave({left})"));
        page.evaluate(
            "[...document.querySelectorAll('.banner button')].find(one => one.innerText === '再存一次').click()",
        );
        page.evaluate("new Promise(done => setTimeout(done))");
    }
    let after = of_kind(&content(&page), Kind::Ledger);
    let new: Vec<_> = after.iter().filter(|(key, _)| !before.contains_key(*key)).collect();
    let [(key, value)] = new[..] else { panic!("{new:?}") };
    assert_eq!(
        key.encode_utf16().count() + value.encode_utf16().count(),
        left,
        "it used exactly what was left"
    );
    assert!(before.iter().all(|(key, value)| after.get(key) == Some(value)));
    let kept = ledger(&content(&page));
    assert_eq!(figures(&kept.batches().cloned().collect::<Vec<_>>()), ["14", "30"]);
    let reopened = page.second_tab();
    reopened.open(&site.address("#/device"));
    sees_all_kept(&reopened, before.len() + 1);
}

#[test]
fn a_report_on_a_device_that_is_full_from_the_start_is_kept_or_can_be_sent_and_typed_words_stay() {
    let site = site();
    // Every power of two, until all has room: draft, who one is, and report.
    let mut left = 0;
    while !reports_with(&site, left) {
        left = (2 * left).max(1);
        assert!(left < 16_384, "it is never kept");
    }
    assert!(left > 64, "with {left} units there was room: then the device was not full");
}

/// Whether the report was kept.
fn reports_with(site: &Site, left: usize) -> bool {
    let page = clerk();
    page.before_load(&format!("try {{ if (!sessionStorage.getItem('left')) {{ sessionStorage.setItem('left', '1'); leave({left}) }} }} catch {{}}"));
    page.open(&site.address(FORM));
    let before = content(&page);
    assert_eq!(page.evaluate(&format!("{QUOTA} - used()")), left, "so much is left");

    month::figures(&page, &TYPED);
    let foot = page.text("document.querySelector('.send .state').innerText");
    let drafts = of_kind(&content(&page), Kind::Draft);
    let is_draft_kept = drafts.values().any(|draft| draft.contains("14") && draft.contains("30"));
    assert_eq!(foot.contains("已存本机"), is_draft_kept, "with {left} units: {foot}");
    assert_eq!(foot.contains("请勿关闭页面，尽快生成回执"), !is_draft_kept, "with {left} units: {foot}");

    assert_eq!(figures(&receipt(&page)), ["14", "30"]);
    page.paint();
    let is_kept = page.evaluate(BANNER) == false;
    assert_eq!(page.evaluate("!!document.querySelector('.receipt .unsaved')"), !is_kept);
    let after = content(&page);
    if is_kept {
        let (old, new) = (said(&ledger(&before)), said(&ledger(&after)));
        assert!(old.is_subset(&new) && new.len() == old.len() + 1, "{new:?}");
    } else {
        says_a_way_out(&page);
        assert_eq!(of_kind(&after, Kind::Ledger), of_kind(&before, Kind::Ledger));
        // The way back to the form, with what was typed in it.
        page.press("button", "在已报内容上修改");
        sees_typed(&page);
    }
    // The page is closed, whatever it says.
    let reopened = page.second_tab();
    drop(page);
    reopened.open(&site.address("#/device"));
    sees_all_kept(&reopened, earlier().len() + usize::from(is_kept));
    assert_eq!(opened(&content(&reopened)).count(), earlier().len() + usize::from(is_kept));
    if !is_kept && is_draft_kept {
        reopened.open(&site.address(FORM));
        sees_typed(&reopened);
    }
    is_kept
}

fn sees_typed(page: &Page) {
    for (_, figure) in TYPED {
        page.wait_for(
            "what was typed",
            &format!(
                "[...document.querySelectorAll('form.form input')].some(one => one.value === '{figure}')"
            ),
        );
    }
}
