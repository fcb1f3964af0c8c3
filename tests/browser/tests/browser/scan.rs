//! Codes scanned in the page: by a camera that is a film of a code, and from pictures that are handed in.

use crate::made;
use crate::month::{PERIOD, own_records};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use planboard::link::qr::Code;
use planboard::link::sequence;
use planboard_browser_tests::{Browser, Chromium, Look, Page, Site, rules};
use std::fs;
use std::path::PathBuf;

/// A host that nobody ever asks: only the fragment of a code counts.
const ELSEWHERE: &str = "http://10.20.30.40/plan/";
const DIALOG: &str = "document.querySelector('dialog.scan')";
const TOLD: &str = "document.querySelector('dialog.scan .told')?.innerText ?? ''";
/// Answers at once, without a prompt, with the camera that the browser makes up.
const ALLOWED: [&str; 2] = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
const REFUSED: [&str; 2] = ["--deny-permission-prompts", "--use-fake-device-for-media-stream"];
/// Keeps hold of every camera that the page is given.
const HOLD: &str = "
    self.cameras = [];
    const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
    if (ask) navigator.mediaDevices.getUserMedia = async wanted => {
        const stream = await ask(wanted);
        self.cameras.push(stream);
        return stream;
    };
";

/// Grey pixels, line by line.
struct Picture {
    luma: Vec<u8>,
    width: usize,
    height: usize,
}

/// The codes beside each other on white, so many pixels a module.
fn codes(texts: &[String], pitch: usize) -> Picture {
    let codes: Vec<Code> = texts.iter().map(|text| Code::encode(text).expect("short enough")).collect();
    let side = codes.iter().map(Code::side).max().expect("a code") * pitch;
    let width = side * codes.len();
    let light = |at: usize| {
        let (x, y) = (at % width, at / width);
        if codes[x / side].is_dark(x % side / pitch, y / pitch) { 0 } else { 255 }
    };
    Picture { luma: (0..width * side).map(light).collect(), width, height: side }
}

impl Picture {
    fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(&self.luma).expect("as many bytes as pixels");
        drop(writer);
        file
    }

    /// A film of one frame in the middle of a dark room, for the camera that the browser makes up.
    fn film(&self, name: &str) -> PathBuf {
        const SIZE: (usize, usize) = (1280, 720);
        let (left, top) = ((SIZE.0 - self.width) / 2, (SIZE.1 - self.height) / 2);
        let mut frame = vec![40; SIZE.0 * SIZE.1];
        for (line, row) in self.luma.chunks(self.width).zip(frame.chunks_mut(SIZE.0).skip(top)) {
            row[left..left + self.width].copy_from_slice(line);
        }
        // Both colours at their middle: grey.
        frame.resize(SIZE.0 * SIZE.1 * 3 / 2, 128);
        let mut film = b"YUV4MPEG2 W1280 H720 F10:1 Ip A1:1 C420jpeg\nFRAME\n".to_vec();
        film.extend(frame);
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.y4m"));
        fs::write(&path, film).expect("the folder of this build can be written to");
        path
    }
}

fn link(fragment: &str) -> String {
    [ELSEWHERE, fragment].concat()
}

/// Hands pictures to the dialog as a person who chooses files does.
fn choose(page: &Page, pictures: &[Vec<u8>]) {
    let files: Vec<String> = pictures.iter().map(|picture| STANDARD.encode(picture)).collect();
    page.evaluate(&format!(
        "(() => {{
            const files = new DataTransfer();
            for (const [at, text] of {files:?}.entries()) {{
                const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
                files.items.add(new File([bytes], `${{at}}.png`, {{ type: 'image/png' }}));
            }}
            const field = {DIALOG}.querySelector('input[type=file]:not([capture])');
            field.files = files.files;
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
        }})()"
    ));
}

/// A page with the dialog open.
fn scanning(page: &Page, address: &str, button: &str) {
    page.open(address);
    page.press("button", button);
    page.wait_for("the dialog", &format!("{DIALOG}?.open ?? false"));
}

fn is_told(page: &Page, words: &str) {
    page.wait_for(words, &format!("({TOLD}).includes({words:?})"));
}

#[test]
fn the_camera_reads_a_receipt_into_the_review_and_goes_off_with_the_dialog() {
    let link = link(&made::receipt_link());
    let film = codes(std::slice::from_ref(&link), 5).film("receipt");
    let film = format!("--use-file-for-fake-video-capture={}", film.display());
    let browser = Browser::start(Chromium::Installed, &[ALLOWED[0], ALLOWED[1], &film]);
    let site = Site::release();
    let officer = Page::in_browser(&browser, Look::DESKTOP);
    officer.before_load(HOLD);
    scanning(&officer, &site.address(PERIOD), "扫回执码");
    officer.wait_for("the count", &format!("{DIALOG}.innerText.includes('已读入 1 个码')"));
    // It goes on looking, and the same code counts once.
    officer.wait_for("the picture", &format!("!{DIALOG}.querySelector('video').hidden"));
    assert_eq!(rules::axe(&officer), Vec::<String>::new());
    assert_eq!(officer.evaluate("self.cameras.some(one => one.active)"), true);
    officer.key("Escape");
    officer.wait_for("the dialog to be gone", &format!("!{DIALOG}"));
    officer.wait_for(
        "the camera to be off",
        "self.cameras.length === 1 && self.cameras.every(one => !one.active)",
    );
    assert_eq!(officer.text("document.activeElement.innerText"), "扫回执码", "the focus is back");
    assert_eq!(officer.text("document.querySelector('.review textarea').value"), link);
    officer.wait_for(
        "the receipt",
        "document.querySelectorAll('article.receipt').length === 1 && document.querySelector('article.receipt').innerText.includes('海城市')",
    );
    assert_eq!(own_records(&officer), 0, "nothing is taken in by that");
    assert!(site.asked().iter().all(|head| !head.contains("pLan")), "a fragment was sent");
}

#[test]
fn the_camera_goes_off_when_another_page_is_opened() {
    let browser = Browser::start(Chromium::Installed, &ALLOWED);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::DESKTOP);
    page.before_load(HOLD);
    scanning(&page, &site.address("#/device"), "扫码打开");
    page.wait_for("the camera", "self.cameras.some(one => one.active)");
    page.follow("#/about", "关于");
    page.wait_for("the camera to be off", "self.cameras.every(one => !one.active)");
    assert_eq!(page.evaluate(&format!("!!{DIALOG}")), false);
}

#[test]
fn a_picture_of_a_sequence_of_codes_opens_the_whole() {
    let browser = Browser::start(Chromium::Installed, &REFUSED);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::DESKTOP);
    let whole = made::three_years_link();
    let parts = sequence::split(whole.trim_start_matches('#'), 900).expect("several");
    let links: Vec<String> = parts.iter().map(|part| link(&["#", part].concat())).collect();
    let (first, others) = links.split_at(2);
    scanning(&page, &site.address("#/device"), "扫码打开");
    choose(&page, &[codes(first, 3).png()]);
    is_told(&page, &format!("共 {} 段，已收 2 段", links.len()));
    // The rest four to a picture, several pictures at once.
    choose(&page, &others.chunks(4).map(|some| codes(some, 3).png()).collect::<Vec<_>>());
    page.wait_for("the snapshot", "!!document.querySelector('.banner[data-kind=aside]')");
    assert_eq!(page.fragment(), whole);
    assert_eq!(page.evaluate(&format!("!!{DIALOG}")), false);
    assert_eq!(own_records(&page), 0, "what is looked at is not kept");
}

#[test]
fn a_picture_without_a_code_says_so_and_one_of_another_system_is_never_followed() {
    let browser = Browser::start(Chromium::Installed, &REFUSED);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::PHONE);
    scanning(&page, &site.address("#/device"), "扫码打开");
    let empty = Picture { luma: vec![200; 300 * 300], width: 300, height: 300 };
    choose(&page, &[empty.png()]);
    is_told(&page, "图片中没有识别到码");
    choose(&page, &[b"no picture".to_vec()]);
    is_told(&page, "不是浏览器能打开的图片");
    let before = page.address();
    let foreign = "https://pay.example.com/?to=<b>somebody</b>#/device".to_owned();
    choose(&page, &[codes(std::slice::from_ref(&foreign), 6).png()]);
    is_told(&page, "这是别的系统的码");
    assert_eq!(page.text(&format!("{DIALOG}.querySelector('.told code').innerText")), foreign);
    assert_eq!((page.address(), page.evaluate(&format!("{DIALOG}.open"))), (before, true.into()));
    assert_eq!(page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
}

#[test]
fn a_camera_that_is_not_allowed_is_told_and_the_picture_way_stays() {
    let browser = Browser::start(Chromium::Installed, &REFUSED);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::DESKTOP.dark());
    scanning(&page, &site.address(PERIOD), "扫回执码");
    page.wait_for("the sentence", &format!("{DIALOG}.innerText.includes('未获准使用摄像头')"));
    assert_eq!(rules::axe(&page), Vec::<String>::new());
    let link = link(&made::receipt_link());
    choose(&page, &[codes(std::slice::from_ref(&link), 4).png()]);
    is_told(&page, "已读入 1 个码");
    assert_eq!(page.text("document.querySelector('.review textarea').value"), link);
}

#[test]
fn a_host_of_plain_http_offers_the_picture_and_says_why() {
    let browser = Browser::start(Chromium::Installed, &ALLOWED);
    let site = Site::release();
    let page = Page::in_browser(&browser, Look::PHONE);
    scanning(&page, &site.address_on_intranet("#/device"), "扫码打开");
    assert_eq!(page.evaluate("isSecureContext"), false);
    page.wait_for("the sentence", &format!("{DIALOG}.innerText.includes('本页不是 https 网址')"));
    assert_eq!(page.evaluate(&format!("{DIALOG}.querySelector('video').hidden")), true);
    let fields = format!(
        "[...{DIALOG}.querySelectorAll('input[type=file]')]
         .map(one => one.getAttribute('capture') ?? '').join()"
    );
    assert_eq!(page.text(&fields), "environment,", "a photograph, or a picture that is there");
    let asked = link(&made::fill_in_link());
    choose(&page, &[codes(&[asked], 4).png()]);
    page.wait_for("the form", "document.querySelectorAll('form.form input').length > 3");
    assert_eq!(page.fragment(), made::fill_in_link());
}
