//! What the banner says.

use crate::page::recorded::typed;
use crate::state::Aside;
use crate::text::{Language, Text};

pub struct Words {
    pub sample: &'static str,
    pub remove_sample: &'static str,
    pub compare: &'static str,
    pub merge: &'static str,
    pub close: &'static str,
    pub only_to_look: &'static str,
    pub retry: &'static str,
    pub backup: &'static str,
    pub undo: &'static str,
    pub taken_in: &'static str,
}

const ZH: Words = Words {
    sample: "示例数据：完成值均为虚构，目标值来自方案",
    remove_sample: "移除示例",
    compare: "与我的比较",
    merge: "并入我的台账",
    close: "回到我的台账",
    only_to_look: "已去掉文字或姓名，或为示例：只能查看、比较，不能并入。",
    retry: "再存一次",
    backup: "导出备份",
    undo: "撤销",
    taken_in: "已并入台账。",
};

const EN: Words = Words {
    sample: "Sample data: all actuals are invented, the targets are the plan's",
    remove_sample: "Remove the sample",
    compare: "Compare with mine",
    merge: "Merge into mine",
    close: "Back to my ledger",
    only_to_look: "Notes or names were taken out, or it is a sample: to look at and compare, not to merge.",
    retry: "Save again",
    backup: "Save a backup",
    undo: "Undo",
    taken_in: "Taken into the ledger.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// Whose ledger it is, up to when, and as known when: the sender's own words in the middle of a sentence.
pub fn aside(language: Language, aside: &Aside) -> [Text; 3] {
    let Aside { from, up_to, known_on, .. } = aside;
    if aside.is_own_past {
        let sentence = match language {
            Language::Zh => format!("回看我的台账：数据截至 {up_to}，以 {known_on} 当时已知的为准"),
            Language::En => format!("My ledger as it was: data up to {up_to}, as known on {known_on}"),
        };
        return [Text::plain(sentence), Text::default(), Text::default()];
    }
    let nobody = language.pick("未署名", "nobody named");
    let from = if from.is_empty() { nobody } else { from };
    let (before, after) = match language {
        Language::Zh => (
            "正在看链接里的快照（自称来自 ",
            format!("）：数据截至 {up_to}，{known_on} 制作。你自己的台账没有变动"),
        ),
        Language::En => (
            "Looking at a snapshot from a link (it says from ",
            format!("): data up to {up_to}, made on {known_on}. Your own ledger is untouched"),
        ),
    };
    [Text::plain(before), typed(from, language), Text::plain(after)]
}
