//! What the page for an unknown address says.

use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub asked: &'static str,
    pub nearest: &'static str,
    pub pages: &'static str,
    pub about: &'static str,
    pub device: &'static str,
    /// What sort of thing a page is.
    pub page: &'static str,
}

const ZH: Words = Words {
    title: "没有这个页面",
    asked: "要找的地址：",
    nearest: "最接近的",
    pages: "所有页面",
    about: "关于",
    device: "本机数据",
    page: "页面",
};

const EN: Words = Words {
    title: "No such page",
    asked: "Requested address: ",
    nearest: "Closest matches",
    pages: "All pages",
    about: "About",
    device: "On this device",
    page: "page",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// Why the page is not there, in a sentence.
pub fn sentence(language: Language, has_nearest: bool) -> &'static str {
    match has_nearest {
        true => language.pick(
            "地址可能不完整，或属于另一份方案。下面是最接近的内容。",
            "The address may have been cut short, or belong to another plan. The closest matches are below.",
        ),
        false => language.pick(
            "地址可能不完整，或属于另一份方案。可从下面的页面找起。",
            "The address may have been cut short, or belong to another plan. Start from one of these pages.",
        ),
    }
}
