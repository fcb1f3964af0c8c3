//! Papers and records as Excel workbooks, read by another library than the one that wrote them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use calamine::{Data, Range, Reader, Xlsx};
use planboard_browser_tests::{Look, Page, Site, rules};
use std::io::{Cursor, Read};

/// Keeps what the page hands to the reader as a file: its name, and its bytes in base64.
const CATCH: &str = "
    self.caught = [];
    const blobs = {}, { createObjectURL } = URL, { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob) => {
        const address = createObjectURL.call(URL, blob);
        blobs[address] = blob;
        return address;
    };
    HTMLAnchorElement.prototype.click = function () {
        if (!this.download) return click.call(this);
        const name = this.download, blob = blobs[this.href], reader = new FileReader();
        reader.onload = () => caught.push({ name, kind: blob.type, content: reader.result.split(',')[1] });
        reader.readAsDataURL(blob);
    };
";
const BUTTON: &str = "下载 Excel 表";

/// A page with the sample, at a fragment.
pub fn with_sample(site: &Site, look: Look, fragment: &str) -> Page {
    let page = Page::new(look);
    page.before_load(CATCH);
    page.open(&site.address("#/device"));
    page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    page.open(&site.address(fragment));
    page
}

/// Presses a button, and waits for the file: its name, and its bytes.
fn pressed(page: &Page, button: &str, kind: &str) -> (String, Vec<u8>) {
    page.evaluate("caught.length = 0");
    page.press("button", button);
    page.wait_for("the file", "caught.length === 1");
    page.wait_for(
        "that it is said",
        "[...document.querySelectorAll('.told[role=status]')].some(one => one.innerText.includes('文件已生成'))",
    );
    assert!(page.text("caught[0].kind").ends_with(kind));
    (page.text("caught[0].name"), STANDARD.decode(page.text("caught[0].content")).expect("base64"))
}

/// The workbook of a page: its name, and each sheet with its name.
fn downloaded(page: &Page) -> (String, Vec<(String, Range<Data>)>) {
    let (file, bytes) = pressed(page, BUTTON, "spreadsheetml.sheet");
    assert!(bytes.starts_with(b"PK"), "a zip");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.sheet_names().into_iter().map(|name| {
        let cells = book.worksheet_range(&name).expect("a sheet");
        (name, cells)
    });
    (file, sheets.collect())
}

#[test]
fn a_paper_is_a_workbook_with_the_rows_of_the_page() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let site = Site::release();
        let page = with_sample(&site, look, "#/document/monthly?month=2024-08");
        page.wait_for("the paper", "!!document.querySelector('.document .table')");
        assert!(!site.asked().iter().any(|asked| asked.contains("office")), "{look}: nobody pays before");
        let (name, sheets) = downloaded(&page);
        assert!(name.ends_with(".xlsx") && name.contains("2024"), "{look}: {name}");
        let title = page.text("document.querySelector('.document h1').innerText");
        let names = page.text(
            "JSON.stringify([...document.querySelector('.document table').tBodies[0].rows].map(row => row.cells[0].querySelector('a').innerText))",
        );
        let names: Vec<String> = serde_json::from_str(&names).expect("names");
        let (tab, table) = &sheets[0];
        assert!(tab.contains("指标"), "{look}: {tab}");
        assert_eq!(table.get_value((0, 0)), Some(&Data::String(title)), "{look}");
        let said = |row: u32| table.get_value((row, 0)).map(ToString::to_string).unwrap_or_default();
        assert!(said(1).contains("均为虚构"), "{look}: {}", said(1));
        for (row, name) in (4..).zip(&names) {
            assert!(said(row).starts_with(name.as_str()), "{look}: {name} in {}", said(row));
        }
        assert!(names.len() > 10, "{look}: {names:?}");
        assert_eq!(sheets.last().map(|(tab, _)| tab.as_str()), Some("正文"), "{look}");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        assert_eq!(rules::sideways(&page), [""; 0], "{look}");
    }
}

#[test]
fn a_paper_is_a_word_file_whose_words_lead_back_to_the_page_and_a_csv() {
    let site = Site::release();
    let page = with_sample(&site, Look::DESKTOP, "#/document/bulletin?month=2024-09");
    page.wait_for("the paper", "!!document.querySelector('.document .table')");
    let title = page.text("document.querySelector('.document h1').innerText");
    let (name, bytes) = pressed(&page, "下载 Word 文件", "wordprocessingml.document");
    assert!(name.ends_with(".docx"), "{name}");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut part = |path: &str| {
        let mut text = String::new();
        zip.by_name(path).expect("a part").read_to_string(&mut text).expect("UTF-8");
        text
    };
    assert!(part("word/document.xml").contains(&title), "{title}");
    assert!(part("word/head.xml").contains("草稿"), "nobody has issued it");
    let indicator = format!("Target=\"{}indicator/", site.address("#/"));
    assert!(part("word/_rels/document.xml.rels").contains(&indicator), "{indicator}");
    let (name, bytes) = pressed(&page, "下载 CSV", "text/csv");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(name.ends_with(".csv") && text.starts_with('\u{feff}'), "{name}");
    assert!(text.contains(&title) && text.contains("\r\n"), "{title}");
}

#[test]
fn plan_and_records_are_one_workbook_and_a_program_that_does_not_come_is_told() {
    let site = Site::release();
    let page = with_sample(&site, Look::DESKTOP, "#/device");
    site.remove(|path| path.ends_with("office_bg.wasm"));
    page.press("button", BUTTON);
    let told = "document.querySelector('.device > .told').innerText";
    page.wait_for("that there is none", &format!("{told}.includes('没有生成文件')"));
    page.expect_complaints(&["failed to fetch Wasm"]);
    site.restore();
    let (_, sheets) = downloaded(&page);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["指标", "举措和项目", "节点目标", "逐月数据", "问题清单", "报送"],
        "the sample has no verdicts"
    );
    let (_, figures) = &sheets[3];
    let numbers = figures
        .cells()
        .filter(|(row, column, cell)| *row > 3 && *column == 3 && matches!(cell, Data::Float(_)));
    assert!(numbers.count() > 20, "figures are numbers");
}

#[test]
fn beside_the_fill_in_link_the_form_is_a_workbook_that_knows_whose_it_is() {
    let site = Site::release();
    let page = with_sample(&site, Look::DESKTOP, "#/dispatch?month=2024-08");
    let (name, bytes) = pressed(&page, "填报表（Excel） 市科技局", "spreadsheetml.sheet");
    assert!(name.ends_with(".xlsx") && name.contains("市科技局"), "{name}");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let form = book.worksheet_range("填报表").expect("the form");
    let title = form.get_value((0, 0)).map(ToString::to_string).unwrap_or_default();
    assert!(title.contains("2024 年 8 月") && title.contains("市科技局"), "{title}");
    let stamp = book.worksheet_range("planboard fill-in").expect("the hidden sheet");
    let said = |key: &str| {
        let row = stamp.rows().find(|row| row[0] == key).expect("a key");
        row[1].to_string()
    };
    assert_eq!([said("organisation"), said("month")], ["science-bureau", "2024-08"]);
    assert_eq!(rules::axe(&page), [""; 0]);
}
