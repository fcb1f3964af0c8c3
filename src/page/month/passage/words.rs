//! What stands around an arrival that is looked at.

use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub insist: &'static str,
    pub apart: &'static str,
    pub refused: &'static str,
    pub confirm: &'static str,
    pub nothing: &'static str,
    pub more: &'static str,
}

const ZH: Words = Words {
    title: "并入本机台账",
    insist: "连同上列内容一起并入",
    apart: "默认不并入的",
    refused: "不能并入的",
    confirm: "确认并入",
    nothing: "没有可以并入的新内容。",
    more: "再显示",
};

const EN: Words = Words {
    title: "Merge into this ledger",
    insist: "Merge what is listed above too",
    apart: "Left out unless you ask for it",
    refused: "Never merged",
    confirm: "Merge now",
    nothing: "Nothing new to merge.",
    more: "Show more",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
