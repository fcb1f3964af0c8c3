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
    pub outside: &'static str,
    pub retry: &'static str,
    pub backup: &'static str,
    pub undo: &'static str,
    pub taken_in: &'static str,
    pub put_away: &'static str,
}

const ZH: Words = Words {
    sample: "示例数据：完成值均为虚构，目标值来自方案",
    remove_sample: "移除示例",
    compare: "与我的比较",
    merge: "并入我的台账",
    close: "回到我的台账",
    only_to_look: "只含现在的数，或去掉了文字、姓名，或为示例：只能查看、比较，不能并入。",
    outside: "这份快照不含本页的数据：本页的“没有数据”不等于没有报。",
    retry: "再存一次",
    backup: "导出备份",
    undo: "撤销",
    taken_in: "已记入台账。",
    put_away: "关闭",
};

const EN: Words = Words {
    sample: "Sample data: all actuals are invented, the targets are the plan's",
    remove_sample: "Remove the sample",
    compare: "Compare with mine",
    merge: "Merge into mine",
    close: "Back to my ledger",
    only_to_look: "It holds only what counts now, or notes or names were taken out, or it is a sample: to look at and compare, not to merge.",
    outside: "This snapshot holds no data of this page: “no data” here does not mean that nothing was reported.",
    retry: "Save again",
    backup: "Save a backup",
    undo: "Undo",
    taken_in: "Taken into the ledger.",
    put_away: "Close",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What stands in the margin of every printed sheet.
pub fn in_margin(language: Language, up_to: &str, whole: &str) -> String {
    match language {
        Language::Zh => format!("数据截至 {up_to} · 期次指纹 {whole}"),
        Language::En => format!("Data up to {up_to} · Snapshot code {whole}"),
    }
}

/// What stands on the first printed sheet: up to when the data are, and the code of all and of each area.
pub fn on_paper(language: Language, up_to: &str, whole: &str, areas: &[(Text, String)]) -> String {
    let areas = areas.iter().map(|(name, code)| format!("{} {code}", name.words));
    let areas = areas.collect::<Vec<_>>().join(" · ");
    match language {
        Language::Zh => format!("数据截至 {up_to} · 期次指纹 {whole}（{areas}）"),
        Language::En => format!("Data up to {up_to} · Snapshot code {whole} ({areas})"),
    }
}

/// Whose ledger it is, up to when, and as known when: the sender's own words in the middle of a sentence.
pub fn aside(language: Language, aside: &Aside) -> [Text; 3] {
    let Aside { from, up_to, known_on, code, part, .. } = aside;
    if aside.is_own_past {
        let sentence = match language {
            Language::Zh => format!("回看我的台账：数据截至 {up_to}，以 {known_on} 当时已知的为准"),
            Language::En => format!("My ledger as it was: data up to {up_to}, as known on {known_on}"),
        };
        return [Text::plain(sentence), Text::default(), Text::default()];
    }
    let nobody = language.pick("未署名", "nobody named");
    let from = if from.is_empty() { nobody } else { from };
    // The code of a part can be held against no whole.
    let extent = match (part, language) {
        (None, Language::Zh) => format!("期次指纹 {code}"),
        (None, Language::En) => format!("snapshot code {code}"),
        (Some(_), Language::Zh) => "只含一个页面的数据，别处没有的不等于没有报".to_owned(),
        (Some(_), Language::En) => {
            "with the data of one page only, so that what is missing elsewhere may well have been reported"
                .to_owned()
        }
    };
    let (before, after) = match language {
        Language::Zh => (
            "正在看链接里的快照（自称来自 ",
            format!("）：数据截至 {up_to}，{known_on} 制作，{extent}。你自己的台账没有变动"),
        ),
        Language::En => (
            "Looking at a snapshot from a link (it says from ",
            format!("): data up to {up_to}, made on {known_on}, {extent}. Your own ledger is untouched"),
        ),
    };
    [Text::plain(before), typed(from, language), Text::plain(after)]
}
