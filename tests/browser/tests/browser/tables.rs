//! Files of tables on their way in: by the officer beside the receipts, by a clerk into the form, and what is no table.

use crate::month::{PERIOD, choose, press_in, sign};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use planboard_browser_tests::{Look, Page, Site, rules};
use rust_xlsxwriter::{Format, Formula, Workbook, XlsxError};

/// A file as somebody has it on the desk: its name, and its bytes.
pub type File = (&'static str, Vec<u8>);

/// What 海城市 sends: a title over all columns, a number, a formula that nobody has calculated, a hidden sheet.
fn of_haicheng() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let hidden = book.add_worksheet().set_name("底稿")?;
    hidden.set_hidden(true).write(0, 0, "不看")?;
    let sheet = book.add_worksheet().set_name("8月")?;
    sheet.merge_range(0, 0, 0, 3, "海城市2024年8月指标完成情况", &Format::new())?;
    for (column, head) in (0..).zip(["序号", "指标", "单位", "本期完成"]) {
        sheet.write(1, column, head)?;
    }
    sheet.write(2, 1, "入库省级典型联盟")?.write(2, 2, "个")?.write(2, 3, 3)?;
    sheet.write(3, 1, "不认识的指标")?.write(3, 3, 5)?;
    sheet.write(4, 1, "创新载体")?.write_formula(4, 3, Formula::new("NA()").set_result("#N/A"))?;
    sheet.set_active(true);
    book.save_to_buffer()
}

/// Hands files to the field of a dialog as a person who chooses them does.
pub fn choose_files(page: &Page, dialog: &str, files: &[File]) {
    let files: Vec<(&str, String)> =
        files.iter().map(|(name, bytes)| (*name, STANDARD.encode(bytes))).collect();
    let files = serde_json::to_string(&files).expect("JSON");
    page.evaluate(&format!(
        "(() => {{
            const all = new DataTransfer();
            for (const [name, text] of {files}) {{
                all.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], name));
            }}
            const field = document.querySelector('{dialog} input[type=file]');
            field.files = all.files;
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"
    ));
}

/// The text of the part of the page with those words.
fn text_of(page: &Page, part: &str, words: &str) -> String {
    page.text(&format!(
        "[...document.querySelectorAll('{part}')].find(one => one.innerText.includes({words:?}))?.innerText ?? ''"
    ))
}

#[test]
fn the_officer_takes_in_what_units_send_and_sees_every_cell_before() {
    for look in [Look::DESKTOP, Look::PHONE.english()] {
        let site = Site::release();
        let officer = Page::new(look);
        officer.open(&site.address(PERIOD));
        officer.press("button", look.pick("收电子表格", "Take in workbooks"));
        officer.wait_for("the dialog", "document.querySelector('dialog.tables')?.open ?? false");
        assert!(!site.asked().iter().any(|asked| asked.contains("reader")), "{look}: nobody pays before");
        choose_files(
            &officer,
            "dialog.tables",
            &[
                ("报表.xlsx", of_haicheng().expect("a workbook")),
                ("8月.csv", "填报单位：;台安县\n指标;完成\n入库省级典型联盟;2\n".into()),
                ("通知.pdf", b"%PDF-1.7".to_vec()),
            ],
        );
        officer.wait_for("three files", "document.querySelectorAll('dialog.tables article').length === 3");
        let first = text_of(&officer, "dialog.tables article", "报表.xlsx");
        assert!(first.contains("D3") && first.contains("D5"), "{look}: {first}");
        let organisation = "document.querySelector('dialog.tables article select').selectedOptions[0].value";
        assert_eq!(officer.text(organisation), "haicheng", "{look}");
        assert!(text_of(&officer, "dialog.tables article", "通知.pdf").contains("PDF"), "{look}");
        assert_eq!(rules::axe(&officer), [""; 0], "{look}");
        assert_eq!(rules::sideways(&officer), [""; 0], "{look}");
        let put = look.pick("放入审核 (2)", "Put beside the receipts (2)");
        press_in(&officer, "dialog.tables", "", put);
        officer.wait_for("both receipts", "document.querySelectorAll('article.receipt').length === 2");
        assert!(text_of(&officer, "article.receipt", "报表.xlsx").contains('3'), "{look}");
        if !look.is_chinese() {
            continue;
        }
        press_in(&officer, "article.receipt", "海城市", "接收");
        sign(&officer, "李科");
        officer.wait_for("the act to be told", "!!document.querySelector('.done[data-shown]')");
        // After a reload the other one still lies there, and what was taken is a record with its cell.
        officer.reload();
        officer.wait_for("the other receipt", "document.querySelectorAll('article.receipt').length === 1");
        officer.open(&site.address("#/indicator/alliances"));
        officer
            .wait_for("the figure with its cell", "document.body.innerText.includes('报表.xlsx 8月!D3 #')");
    }
}

#[test]
fn what_goes_nowhere_is_assigned_once_and_known_the_next_time() {
    let site = Site::release();
    let officer = Page::new(Look::DESKTOP);
    officer.open(&site.address(PERIOD));
    let file = [("报表.xlsx", of_haicheng().expect("a workbook"))];
    let look = |officer: &Page| {
        officer.press("button", "收电子表格");
        officer.wait_for("the dialog", "document.querySelector('dialog.tables')?.open ?? false");
        choose_files(officer, "dialog.tables", &file);
        officer.wait_for("the file", "document.querySelectorAll('dialog.tables article').length === 1");
    };
    look(&officer);
    officer.evaluate("document.querySelector('dialog.tables details.choices').open = true");
    choose(&officer, "dialog.tables details.choices", "第 4 行 “不认识的指标 5”", "创新载体");
    officer.wait_for("the figure", "document.querySelectorAll('dialog.tables .fills li').length === 2");
    press_in(&officer, "dialog.tables", "", "放入审核 (1)");
    officer.wait_for("the receipt", "document.querySelectorAll('article.receipt').length === 1");
    look(&officer);
    officer.wait_for("both at once", "document.querySelectorAll('dialog.tables .fills li').length === 2");
}

#[test]
fn a_clerk_fills_the_form_from_a_file() {
    for look in [Look::DESKTOP, Look::PHONE.english()] {
        let site = Site::release();
        let clerk = Page::new(look);
        clerk.open(&site.address("#/form/haicheng?month=2024-08"));
        clerk.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
        clerk.press("button", look.pick("从表格粘贴", "Paste from a table"));
        clerk.wait_for("the dialog", "document.querySelector('dialog.paste')?.open ?? false");
        told_where_the_program_does_not_come(&site, &clerk, look);
        choose_files(&clerk, "dialog.paste", &[("报表.xlsx", of_haicheng().expect("a workbook"))]);
        clerk.wait_for("the figure", "document.querySelectorAll('dialog.paste .fills li').length === 1");
        assert_eq!(rules::axe(&clerk), [""; 0], "{look}");
        press_in(&clerk, "dialog.paste", "", look.pick("填入", "Fill in"));
        clerk.wait_for(
            "the field",
            "[...document.querySelectorAll('form.form input[inputmode=decimal]')].some(one => one.value === '3')",
        );
    }
}

/// A program that does not come is told, and the page goes on.
fn told_where_the_program_does_not_come(site: &Site, clerk: &Page, look: Look) {
    site.remove(|path| path.ends_with("reader_bg.wasm"));
    choose_files(clerk, "dialog.paste", &[("另一份.csv", b"a,1".to_vec())]);
    let words = look.pick("没有读成“另一份.csv”", "“另一份.csv” was not read");
    let told = "document.querySelector('dialog.paste .table-files').innerText";
    clerk.wait_for("that it was not read", &format!("{told}.includes({words:?})"));
    clerk.expect_complaints(&["failed to fetch Wasm"]);
    site.restore();
}
