//! What asking for a name says.

use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub why: &'static str,
    pub name: &'static str,
    pub sign: &'static str,
    pub unsigned: &'static str,
    pub cancel: &'static str,
    pub signs: &'static str,
    pub nobody: &'static str,
    pub change: &'static str,
}

const ZH: Words = Words {
    title: "由谁署名",
    why: "接收、退回、锁定、销号等须记录办理人。姓名只问一次，存在本机，随时可改，未经核验。",
    name: "姓名",
    sign: "确定",
    unsigned: "不署名",
    cancel: "取消",
    signs: "署名：",
    nobody: "未署名",
    change: "更改",
};

const EN: Words = Words {
    title: "Who signs",
    why: "Accepting, returning, locking and closing out are recorded with a name. It is asked for once, kept on this device, can be changed at any time, and is not checked.",
    name: "Name",
    sign: "Sign",
    unsigned: "Continue unsigned",
    cancel: "Cancel",
    signs: "Signed as: ",
    nobody: "unsigned",
    change: "Change",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
