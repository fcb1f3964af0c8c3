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
    hint: "让码占满方框的大半，拿稳；屏幕上的码不要贴得太近。",
    asking: "正在打开摄像头；浏览器询问时请选择“允许”。",
    off: "摄像头已关。",
    again: "打开摄像头",
    picture: "也可以从图片读码",
    photograph: "拍照",
    choose: "选择图片",
    drop_here: "截图可以直接粘贴，或拖到这里；一张图里可以有几个码。",
    private: "画面和图片只在本机上读，不上传，也不保存。",
};

const EN: Words = Words {
    title: "Scan a code",
    collect: "Scan receipts",
    open: "Scan a code",
    close: "Close",
    view: "What the camera sees",
    hint: "Let the code fill most of the square and hold still; do not come too near to a screen.",
    asking: "The camera is being opened; choose “Allow” when the browser asks.",
    off: "The camera is off.",
    again: "Open the camera",
    picture: "Or read a picture",
    photograph: "Take a photo",
    choose: "Choose pictures",
    drop_here: "A screenshot can be pasted, or dropped here; one picture may hold several codes.",
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
            "本页不是 https 网址，浏览器不让它用摄像头。请拍一张照片，或用图片读码。",
            "This page is not served by https, so browsers give it no camera. Take a photo, or use a picture.",
        ),
        NoCamera::Unknown => language.pick(
            "这个浏览器不能让网页用摄像头。请拍一张照片，或用图片读码。",
            "This browser gives pages no camera. Take a photo, or use a picture.",
        ),
        NoCamera::Denied => language.pick(
            "没有得到使用摄像头的许可。可以在浏览器地址栏的网站设置里允许后再打开，或用图片读码。",
            "The camera is not allowed. Allow it in the browser's settings for this site and open it again, or use a picture.",
        ),
        NoCamera::Missing => {
            language.pick("没有找到摄像头。请用图片读码。", "No camera was found. Use a picture.")
        }
        NoCamera::Busy => language.pick(
            "摄像头打不开，可能正被别的程序使用。关掉那个程序后再打开，或用图片读码。",
            "The camera does not open; another program may be using it. Close that and open it again, or use a picture.",
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
        Told::Reading => language.pick("正在读图片…", "The picture is being read…"),
        Told::NoCode => language.pick(
            "图片里没有读到码。请让码更大、更正、更清楚，再试一次。",
            "No code was read in the picture. Try again with the code larger, straighter and sharper.",
        ),
        Told::Again => language.pick("这个码已经读过。", "This code was read before."),
        Told::Elsewhere(_) => language.pick(
            "这是别的系统的码，没有打开。内容是：",
            "This is a code of another system; it was not opened. It says:",
        ),
        Told::Fault(fault) => return fault.sentence(language),
        Told::TooLarge => language.pick(
            "图片太大（最多 20 MB、1 亿像素）。请截取有码的部分。",
            "The picture is too large (at most 20 MB and 100 million pixels). Take the part with the code.",
        ),
        Told::NoPicture => language.pick(
            "这个文件不是浏览器能打开的图片。",
            "This file is no picture that the browser can open.",
        ),
        Told::NoReader => language.pick(
            "读码的程序在这个浏览器里启动不了。请用手机自带的扫码打开，或把链接粘贴进来。",
            "The program that reads codes does not start in this browser. Use the phone's own scanner, or paste the link.",
        ),
        Told::ReaderStopped => language.pick(
            "这张图读到一半出错了，没有读入。请换一张再试。",
            "Reading this picture failed half-way; nothing was taken. Try another one.",
        ),
        Told::Taken(1) => language.pick("读到一个码，已放进来。", "A code was read and put in."),
        Told::Taken(count) => {
            return language.pick(
                format!("读到 {count} 个码，已放进来。"),
                format!("{count} codes were read and put in."),
            );
        }
        Told::Part(set) => {
            let next = match set.missing().is_empty() {
                true => "",
                false => language.pick(" 请接着扫下一个。", " Scan the next one."),
            };
            return set.sentence(language) + next;
        }
        Told::Opening => language.pick("正在打开…", "Opening…"),
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
