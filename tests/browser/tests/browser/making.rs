//! A plan made of its pasted text: found, confirmed task by task, previewed; what was decided is there after a reload.

use planboard_browser_tests::{Look, Page, Site, rules};

const TEXT: &str = include_str!("../../../texts/anshan-2023-2025.txt");

/// How many things are left, as the page says it to programs.
const LEFT: &str = "(document.querySelector('.authoring .left')?.dataset.left ?? '')";

/// Puts the text into the field as a paste does, and has it read.
fn paste(page: &Page) {
    let text = serde_json::to_string(TEXT).expect("a text");
    page.evaluate(&format!(
        "(() => {{ const field = document.querySelector('.authoring textarea'); field.value = {text}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    ));
    page.press("button", "读取文本");
    page.wait_for("what is left", &format!("Number({LEFT}) > 100"));
}

#[test]
fn the_text_of_a_plan_becomes_its_file() {
    for look in [Look::DESKTOP, Look::PHONE] {
        let (site, page) = (Site::release(), Page::new(look));
        page.open(&site.address("#/make-plan"));
        page.wait_for("the field", "!!document.querySelector('.authoring textarea')");
        paste(&page);
        page.evaluate(
            "document.querySelectorAll('.authoring .groups > details').forEach((one) => one.open = true)",
        );
        page.wait_for("the things", "document.querySelectorAll('.authoring .thing').length > 100");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        let is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(page.evaluate(is_wide), false, "{look}");
        page.evaluate("[...document.querySelectorAll('.authoring .groups > details > .acts button')].forEach((one) => one.click())");
        page.wait_for("the head alone", &format!("{LEFT} === '1'"));
        page.press("button", "确认概况");
        page.wait_for("the preview", "!!document.querySelector('.authoring .counts')");
        let counts = page.text("[...document.querySelectorAll('.authoring .counts dd')].slice(0, 6).map((one) => one.textContent).join(' ')");
        assert_eq!(counts, "4 11 23 17 26 10", "{look}");
        page.reload();
        page.wait_for("the same, after a reload", "!!document.querySelector('.authoring .counts')");
    }
}

/// The files that a page hands out, as bytes, the latest last.
const HOOK: &str = "(() => {
    window.handedOut = [];
    const blobs = {}, made = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = blob => { const url = made.call(URL, blob); blobs[url] = blob; return url; };
    HTMLAnchorElement.prototype.click = function () {
        if (!this.download) return click.call(this);
        window.handedOut.push(blobs[this.href]);
    };
})()";

/// Chooses the file that was handed out last, as a person does who saved it and changed nothing.
fn choose_last(page: &Page, name: &str) {
    page.evaluate(&format!(
        "(() => {{
            const all = new DataTransfer();
            all.items.add(new File([window.handedOut.at(-1)], '{name}'));
            const field = document.querySelector('.tables-of-plan input[type=file]');
            field.files = all.files;
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"
    ));
}

#[test]
fn a_plan_goes_out_as_a_workbook_and_comes_back_and_what_is_wrong_is_told_by_cell() {
    for look in [Look::DESKTOP, Look::PHONE.english().dark()] {
        let (site, page) = (Site::release(), Page::new(look));
        page.open(&site.address("#/make-plan"));
        page.wait_for("the field", "!!document.querySelector('.tables-of-plan input[type=file]')");
        page.evaluate(HOOK);
        page.press("button", look.pick("下载现行方案的表格", "Download this plan as a workbook"));
        page.wait_for("the plan as a workbook", "window.handedOut.length === 1");
        choose_last(&page, "方案.xlsx");
        page.wait_for("what comes of it", "!!document.querySelector('.from-file .counts')");
        let counts = page.text("[...document.querySelectorAll('.from-file .counts dd')].slice(0, 6).map(one => one.textContent).join(' ')");
        assert_eq!(counts, "4 11 23 17 26 8", "{look}");
        let told = page.text("document.querySelector('.from-file').innerText");
        let same = look.pick("与现行方案完全相同", "the same as the plan that is shown");
        assert!(told.contains(same), "{look}: {told}");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        assert_eq!(rules::sideways(&page), [""; 0], "{look}");

        page.press("button", look.pick("下载空白模板", "Download the template"));
        page.wait_for("the template", "window.handedOut.length === 2");
        choose_last(&page, "模板.xlsx");
        let other = look.pick("按另一个方案处理", "so it is another plan");
        page.wait_for(
            "another plan",
            &format!("document.querySelector('.from-file').innerText.includes('{other}')"),
        );

        // A workbook of something else: every sheet that is missing is named, and there is nothing to download.
        page.evaluate("window.handedOut.push(new Blob(['指标,完成\\n高企,3\\n']))");
        choose_last(&page, "别的.csv");
        page.wait_for("what is wrong", "document.querySelectorAll('.from-file tbody tr').length === 5");
        assert_eq!(page.evaluate("!!document.querySelector('.from-file .counts')"), false, "{look}");
        assert_eq!(rules::axe(&page), [""; 0], "{look}");
        assert_eq!(rules::sideways(&page), [""; 0], "{look}");
    }
}
