//! What the dialog says.

use super::model::{Lens, NoCamera, Scan, Told};
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub collect: &'static str,
    pub open: &'static str,
    pub close: &'static str,
    pub view: &'static str,
    pub hint: &'static str,
    pub asking: &'static str,
    pub off: &'static str,
    pub again: &'static str,
    pub picture: &'static str,
    pub photograph: &'static str,
    pub choose: &'static str,
    pub drop_here: &'static str,
    pub private: &'static str,
}

const ZH: Words = Words {
    title: "扫码",
    collect: "扫回执码",
    open: "扫码打开",
    close: "关闭",
    view: "摄像头画面",
    hint: "让码占满方框大半并保持稳定；扫屏幕上的码不要贴得太近。",
    asking: "正在打开摄像头；浏览器询问时请选择“允许”。",
    off: "摄像头已关。",
    again: "打开摄像头",
    picture: "也可以从图片读码",
    photograph: "拍照",
    choose: "选择图片",
    drop_here: "截图可以直接粘贴，或拖到这里；一张图可含多个码。",
    private: "画面和图片只在本机识别，不上传，不保存。",
};

const EN: Words = Words {
    title: "Scan a code",
    collect: "Scan receipts",
    open: "Scan a code",
    close: "Close",
    view: "What the camera sees",
    hint: "Let the code fill most of the frame and hold still; do not hold the phone too close to a screen.",
    asking: "Opening the camera; choose “Allow” when the browser asks.",
    off: "The camera is off.",
    again: "Open the camera",
    picture: "Or read a picture",
    photograph: "Take a photo",
    choose: "Choose pictures",
    drop_here: "A screenshot can be pasted or dropped here; one picture may hold several codes.",
    private: "Pictures stay on this device: nothing is sent, nothing is kept.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// How it is with the camera; nothing while it is on.
pub fn lens(language: Language, lens: Lens) -> &'static str {
    let words = of(language);
    match lens {
        Lens::Live => "",
        Lens::Asking => words.asking,
        Lens::Off => words.off,
        Lens::None(why) => no_camera(language, why),
    }
}

fn no_camera(language: Language, why: NoCamera) -> &'static str {
    match why {
        NoCamera::Plain => language.pick(
            "本页不是 https 网址，浏览器不允许使用摄像头。请拍照，或用图片读码。",
            "This page is not served over https, so the browser does not allow the camera. Take a photo, or use a picture.",
        ),
        NoCamera::Unknown => language.pick(
            "此浏览器不支持网页使用摄像头。请拍照，或用图片读码。",
            "This browser does not let pages use the camera. Take a photo, or use a picture.",
        ),
        NoCamera::Denied => language.pick(
            "未获准使用摄像头。请在浏览器地址栏的网站设置里允许后再打开，或用图片读码。",
            "The camera is not allowed. Allow it in the browser's settings for this site and open it again, or use a picture.",
        ),
        NoCamera::Missing => {
            language.pick("没有找到摄像头。请用图片读码。", "No camera was found. Use a picture.")
        }
        NoCamera::Busy => language.pick(
            "摄像头打不开，可能正被其他程序占用。请关闭该程序后再打开，或用图片读码。",
            "The camera cannot be opened; another program may be using it. Close that program and try again, or use a picture.",
        ),
        NoCamera::Failed => {
            language.pick("摄像头没有打开。请用图片读码。", "The camera did not open. Use a picture.")
        }
    }
}

/// What there is to say.
pub fn told(language: Language, told: &Told) -> String {
    let words: &'static str = match told {
        Told::Nothing => "",
        Told::Reading => language.pick("正在读取图片……", "Reading the picture…"),
        Told::NoCode => language.pick(
            "图片中没有识别到码。请让码更大、更正、更清晰后再试。",
            "No code was found in the picture. Try again with the code larger, straighter and sharper.",
        ),
        Told::Again => language.pick("这个码已经读过。", "This code was read before."),
        Told::Elsewhere(_) => language.pick(
            "这是别的系统的码，没有打开。内容是：",
            "This code belongs to another system; it was not opened. Its content:",
        ),
        Told::Fault(fault) => return fault.sentence(language),
        Told::TooLarge => language.pick(
            "图片太大（最多 20 MB、1 亿像素）。请截取有码的部分。",
            "The picture is too large (at most 20 MB and 100 million pixels). Take the part with the code.",
        ),
        Told::NoPicture => language.pick(
            "这个文件不是浏览器能打开的图片。",
            "This file is not a picture that the browser can open.",
        ),
        Told::NoReader => language.pick(
            "读码程序在此浏览器里无法启动。请用手机自带的扫码功能打开，或粘贴链接。",
            "The code reader does not start in this browser. Use the phone's own scanner, or paste the link.",
        ),
        Told::ReaderStopped => language.pick(
            "读取图片时出错，没有读入。请换一张再试。",
            "Reading this picture failed; nothing was read. Try another one.",
        ),
        Told::Taken(1) => language.pick("已读入 1 个码。", "1 code was read."),
        Told::Taken(count) => {
            return language.pick(format!("已读入 {count} 个码。"), format!("{count} codes were read."));
        }
        Told::Part(set) => {
            let next = match set.missing().is_empty() {
                true => "",
                false => language.pick("请接着扫下一个。", " Scan the next one."),
            };
            return set.sentence(language) + next;
        }
        Told::Opening => language.pick("正在打开……", "Opening…"),
    };
    words.to_owned()
}

/// How many codes were taken in so far.
pub fn taken(language: Language, scan: &Scan) -> String {
    match scan.taken {
        0 => language.pick("还没有读到码。", "No code has been read yet.").into(),
        1 => language
            .pick("已读入 1 个码，可以接着扫下一个。", "1 code has been read; go on with the next.")
            .into(),
        count => language.pick(
            format!("已读入 {count} 个码，可以接着扫下一个。"),
            format!("{count} codes have been read; go on with the next."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Fault;

    #[test]
    fn every_sentence_is_in_its_language_and_like_no_other() {
        use NoCamera::{Busy, Denied, Failed, Missing, Plain, Unknown};
        for language in Language::ALL {
            let lenses = [Plain, Unknown, Denied, Missing, Busy, Failed].map(Lens::None);
            let lenses = lenses.into_iter().chain([Lens::Asking, Lens::Off]);
            let lenses = lenses.map(|one| lens(language, one).to_owned());
            let all = [
                Told::Reading,
                Told::NoCode,
                Told::Again,
                Told::Elsewhere(String::new()),
                Told::Fault(Fault::OtherPlan { plan: 1 }),
                Told::TooLarge,
                Told::NoPicture,
                Told::NoReader,
                Told::ReaderStopped,
                Told::Taken(1),
                Told::Taken(3),
                Told::Opening,
            ];
            let sentences: Vec<String> = lenses.chain(all.iter().map(|one| told(language, one))).collect();
            for (index, sentence) in sentences.iter().enumerate() {
                let has_han = sentence.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
                assert_eq!(has_han, language == Language::Zh, "{sentence}");
                assert!(!sentences[..index].contains(sentence), "{sentence}");
            }
        }
    }
}
