//! What comes out of a printer.

use planboard::route::Route;
use planboard::text::Language;
use planboard_browser_tests::paper::{self, Sheet};
use planboard_browser_tests::{Look, Page, Site};

#[test]
fn an_organisation_is_one_printed_sheet() {
    let plan = crate::plans::shipped();
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.dark());
    page.open(&site.address(""));
    for organisation in &plan.organisations {
        let name = plan.say(&organisation.name, plan.language).words;
        page.follow(&format!("#/organisation/{}", organisation.id), &name);
        let sheets = sheets(&page.print());
        assert_eq!(sheets, 1, "{} takes {sheets} sheets", organisation.id);
    }
}

#[test]
fn on_paper_there_is_the_page_and_nothing_to_press() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.dark());
    page.open(&site.address("#/tasks"));
    page.call("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" }));
    page.paint();
    let shown = page.evaluate("[...document.querySelectorAll('header nav, nav.tabs, button:not(.tally button, .state button), summary, .skip')].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))");
    assert_eq!(shown, serde_json::json!([]));
    // Ink on white paper, whatever the screen's theme.
    let ink = page.text("getComputedStyle(document.querySelector('h1')).color");
    let brightness: u32 = ink
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|part| part.parse::<u32>().ok())
        .take(3)
        .sum();
    assert!(brightness < 200, "the heading is printed in {ink}");
    assert!(page.words().contains("任务"));
}

/// Prints as a person would; with it the words that the charts hold when they go to paper, but for slanted ones, which
/// no reader of PDFs puts together.
fn printed(page: &Page) -> (Vec<Sheet>, Vec<String>) {
    // Behind the listeners of the charts, which were here before.
    page.evaluate(
        "window.drawnOnPaper = []; addEventListener('beforeprint', () => { \
           window.drawnOnPaper = [...document.querySelectorAll('figure.chart .drawn:not([hidden]) svg text')] \
             .filter(text => Math.abs(text.getCTM().b) < 0.01).map(text => text.textContent) \
         }, { once: true })",
    );
    let sheets = paper::sheets(&page.print());
    page.paint();
    let drawn = page.evaluate("window.drawnOnPaper");
    let drawn = drawn.as_array().into_iter().flatten().filter_map(|text| text.as_str());
    // Word by word: a reader of PDFs may take what stands beside it between two words of a label.
    let words = drawn.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    (sheets, words.filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

/// What is wrong with printed sheets of a page: blank ones, words over the edge, labels of charts that are missing,
/// things to press.
fn faults(page: &Page, address: &str) -> Vec<String> {
    let heading: String = page.heading().split_whitespace().collect();
    let (sheets, drawn) = printed(page);
    let all: String = sheets.iter().map(Sheet::text).collect();
    let mut faults = Vec::new();
    let count = sheets.len();
    for (number, sheet) in sheets.iter().enumerate() {
        let number = number + 1;
        // A line alone is no sheet either.
        if sheet.text().chars().count() < 60 {
            faults.push(format!("{address}: sheet {number} of {count} is all but blank: {}", sheet.text()));
        }
        if let Some(word) = sheet.cut().first() {
            faults.push(format!("{address}: sheet {number} of {count}: {word:?} is cut"));
        }
        if !sheet.foot().ends_with(&format!("{number}/{count}")) {
            faults.push(format!("{address}: the foot of sheet {number} of {count} reads {:?}", sheet.foot()));
        }
    }
    if !sheets[0].text().contains(&heading) {
        faults.push(format!("{address}: sheet 1 lacks its heading {heading}"));
    }
    for label in drawn.iter().filter(|label| !all.contains(*label)) {
        faults.push(format!("{address}: {label:?} of a chart is not on paper"));
    }
    // What a sentence asks for is no button.
    let pressed = all.replace("请先移除示例台账。", "");
    for word in ["移除示例", "搜索Ctrl", "取图"] {
        if pressed.contains(word) {
            faults.push(format!("{address}: {word} can be pressed on no paper"));
        }
    }
    faults
}

fn with_sample(look: Look) -> (Site, Page) {
    let (site, page) = (Site::release(), Page::new(look));
    page.open(&site.address("#/device"));
    page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
    page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
    (site, page)
}

/// Goes to an address within the page and waits for its charts.
fn go(page: &Page, fragment: &str) {
    page.evaluate(&format!("void (location.hash = {fragment:?})"));
    page.wait_for(fragment, &format!("location.hash === {fragment:?}")).settle();
    page.wait_for(
        "the charts",
        "[...document.querySelectorAll('figure.chart .canvas')].every(one => one.querySelector('svg text, svg path'))",
    );
    page.paint();
}

/// walk a6, web F6: the leader's sheet.
#[test]
fn the_overview_is_one_printed_sheet() {
    let first = ["各年目标", "一", "优化创新生态", "科技成果转化率", "节点目标"];
    let check = |page: &Page, what: &str| {
        let (sheets, _) = printed(page);
        assert_eq!(sheets.len(), 1, "{what}: {:?}", sheets.iter().map(Sheet::text).collect::<Vec<_>>());
        let text = sheets[0].text();
        // Where they stand, and not in which order a reader of PDFs finds them: columns are read one after another.
        let mut before = 0.0;
        for part in first {
            let found = sheets[0].words.iter().filter(|word| word.text == part).map(|word| word.bottom);
            let below = found.filter(|bottom| *bottom > before - 3.0).reduce(f64::min);
            let at = below.unwrap_or_else(|| panic!("{what}: no {part} below what comes before it: {text}"));
            before = at;
        }
        let plan = crate::plans::shipped();
        for milestone in plan.milestones() {
            let name = plan.say(&milestone.item.name, Language::Zh).words;
            let start: String = name.chars().filter(|letter| !letter.is_whitespace()).take(4).collect();
            assert!(text.contains(&start), "{what}: {name} is missing");
        }
    };
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.dark());
    page.open(&site.address(""));
    check(&page, "without records");
    let (_site, page) = with_sample(Look::DESKTOP);
    go(&page, "#/");
    check(&page, "with the sample");
    let phone = Page::new(Look::PHONE);
    phone.open(&site.address(""));
    check(&phone, "from a telephone");
}

/// walk a6: other plans, with more years and without milestones, in both languages; no word lies over another one.
#[test]
fn the_overview_of_any_plan_is_one_printed_sheet() {
    for (text, look) in [
        (crate::plans::other_text(), Look::DESKTOP.english()),
        (crate::plans::other_text(), Look::DESKTOP.dark()),
        (
            std::fs::read_to_string(planboard_browser_tests::site::dist().join("plan.json")).expect("a plan"),
            Look::DESKTOP.english(),
        ),
    ] {
        let site = Site::release().with("plan.json", text);
        let page = Page::new(look);
        page.open(&site.address("#/device"));
        page.press("button", look.pick("显示示例台账", "Show the sample ledger"));
        page.wait_for("the sample", "!!document.querySelector('.banner[data-kind=sample]')");
        go(&page, "#/");
        let (sheets, _) = printed(&page);
        assert_eq!(sheets.len(), 1, "{look}: {:?}", sheets.iter().map(Sheet::text).collect::<Vec<_>>());
        let words = &sheets[0].words;
        for (at, word) in words.iter().enumerate() {
            // On one line, that is: the boxes of a reader of PDFs are as high as the face allows.
            let over = |other: &&paper::Word| {
                word.left < other.right - 2.0
                    && other.left < word.right - 2.0
                    && (word.bottom - other.bottom).abs() < 3.0
            };
            assert_eq!(words[..at].iter().find(over), None, "{word:?} in {look}");
        }
    }
}

/// walk a6, a7, a33, web F1, F7: every page with the sample, in both languages, leaves nothing out and no sheet blank.
#[test]
fn every_page_prints_whole() {
    let mut found = Vec::new();
    for look in [Look::DESKTOP, Look::DESKTOP.dark().english()] {
        let (_site, page) = with_sample(look);
        for route in Route::examples(&crate::plans::shipped()) {
            let address = route.href();
            go(&page, &address);
            found.extend(faults(&page, &format!("{address} in {look}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// walk a7, web F1: from the smallest to the largest window, and without records.
#[test]
fn a_chart_is_whole_on_paper_whatever_the_window() {
    let plan = crate::plans::shipped();
    let id = &plan.indicators().find(|place| place.item.targets.len() > 1).expect("two targets").item.id;
    let site = Site::release();
    let mut found = Vec::new();
    for look in [Look::PHONE, Look::DESKTOP.sized(1280, 800), Look::DESKTOP.sized(2560, 1440)] {
        let page = Page::new(look);
        page.open(&site.address(""));
        for address in [format!("#/indicator/{id}"), "#/tasks".into(), "#/timeline".into()] {
            go(&page, &address);
            found.extend(faults(&page, &format!("{address} in {look}")));
            let drawn = page.evaluate("window.drawnOnPaper.length");
            assert!(drawn.as_u64() > Some(3), "{address} in {look}: {drawn}");
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// walk a8: the matrix lies on its side and every task is named on each of its sheets.
#[test]
fn the_matrix_has_its_heads_on_every_sheet() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address(""));
    go(&page, "#/responsibility");
    let (sheets, _) = printed(&page);
    let plan = crate::plans::shipped();
    let with_matrix: Vec<&Sheet> = sheets
        .iter()
        .filter(|sheet| sheet.words.iter().filter(|word| word.text.contains("责任")).count() > 4)
        .collect();
    assert!(!with_matrix.is_empty());
    for sheet in with_matrix {
        assert!(sheet.width > sheet.height, "it lies on its side");
        for (_, task) in plan.tasks() {
            let title = plan.say(&task.title, Language::Zh).words;
            let start: String = title.chars().filter(|letter| !"“”".contains(*letter)).take(2).collect();
            assert!(sheet.text().contains(&start), "{start} is named");
        }
    }
}

/// walk a33: the code and the date stand in the margin of each sheet.
#[test]
fn each_sheet_bears_date_code_and_number() {
    let (_site, page) = with_sample(Look::DESKTOP);
    go(&page, "#/indicators");
    let (sheets, _) = printed(&page);
    for (at, sheet) in sheets.iter().enumerate() {
        let foot = sheet.foot();
        assert!(foot.contains("核对码") && foot.contains("数据截至20"), "{foot}");
        assert!(foot.starts_with("20") && foot.ends_with(&format!("{}/{}", at + 1, sheets.len())), "{foot}");
    }
}

/// walk a33: what is folded on the screen is open on paper, and folded again behind it.
#[test]
fn nothing_is_folded_on_paper() {
    let (_site, page) = with_sample(Look::DESKTOP);
    let id = &crate::plans::shipped().indicators().next().expect("an indicator").item.id.clone();
    go(&page, &format!("#/indicator/{id}"));
    let rows =
        "[...document.querySelectorAll('details.older tbody th')].map(cell => cell.textContent.trim())";
    let folded = page.evaluate(rows);
    let (sheets, _) = printed(&page);
    let all: String = sheets.iter().map(Sheet::text).collect();
    for month in folded.as_array().expect("rows").iter().filter_map(|row| row.as_str()) {
        assert!(all.contains(month), "{month} is folded");
    }
    assert_eq!(page.evaluate("document.querySelectorAll('main details[open]').length"), 0);
}

/// How many sheets a PDF has.
fn sheets(pdf: &[u8]) -> usize {
    paper::sheets(pdf).len()
}
