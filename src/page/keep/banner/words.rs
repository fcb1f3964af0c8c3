//! What the banner says.

use crate::ledger::kinds::Against;
use crate::link::edition::{Edition, Judged};
pub use crate::link::words::edition;
use crate::plan::Month;
use crate::state::{OpenedLedger, Unkept};
use crate::storage::{self, Failure};
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
    pub device: &'static str,
    pub undo: &'static str,
    pub taken_in: &'static str,
    pub undone: &'static str,
    pub put_away: &'static str,
    pub begun: &'static str,
    pub read: &'static str,
    pub framed: &'static str,
    pub refused: &'static str,
    pub own_tab: &'static str,
    pub to_device: &'static str,
    pub as_issued: &'static str,
    pub as_adjusted: &'static str,
}

const ZH: Words = Words {
    sample: "示例数据：完成值均为虚构，目标值来自方案",
    remove_sample: "移除示例",
    compare: "与本机比较",
    merge: "并入本机台账",
    close: "返回本机台账",
    only_to_look: "只含当前数据、已去掉文字或姓名，或为示例：只能查看、比较，不能并入。",
    outside: "这份快照不含本页的数据：本页没有数据，不等于没有报。",
    retry: "再存一次",
    backup: "导出备份",
    device: "本机数据",
    undo: "撤销",
    taken_in: "已记入台账。",
    undone: "已撤销上一步。",
    put_away: "关闭",
    begun: "接着填：",
    read: "知道了",
    framed: "本页嵌在别的网页里，只能查看，不能填报、确认或修改，以防按钮被遮盖而误点。",
    refused: "刚才的操作没有执行。",
    own_tab: "在单独的标签页中打开",
    to_device: "到“本机数据”页查看、下载",
    as_issued: "改看原目标",
    as_adjusted: "改看调整后",
};

const EN: Words = Words {
    sample: "Sample data: all actuals are invented, the targets are the plan's",
    remove_sample: "Remove the sample",
    compare: "Compare with this device",
    merge: "Merge into this ledger",
    close: "Back to this device's ledger",
    only_to_look: "It holds current data only, or notes or names were removed, or it is a sample: it can be viewed and compared, not merged.",
    outside: "This snapshot holds no data of this page: “no data” here does not mean that nothing was reported.",
    retry: "Save again",
    backup: "Save a backup",
    device: "On this device",
    undo: "Undo",
    taken_in: "Recorded in the ledger.",
    undone: "The last act is undone.",
    put_away: "Close",
    begun: "Go on with: ",
    read: "Understood",
    framed: "This page is embedded in another website, so it can only be viewed and nothing can be entered, accepted or changed: the buttons could have been covered up.",
    refused: "What you just did was not carried out.",
    own_tab: "Open it in a tab of its own",
    to_device: "View and save them on “On this device”",
    as_issued: "See as issued",
    as_adjusted: "See as adjusted",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The month of a form that was begun, and how much of it is filled in.
pub fn begun(language: Language, month: Month, filled: Option<u64>) -> (String, String) {
    let filled = match (filled, language) {
        (None, _) => String::new(),
        (Some(count), Language::Zh) => format!("，已填 {count} 项，还没有生成回执"),
        (Some(count), Language::En) => format!(", {count} filled in, no receipt made yet"),
    };
    (month.words(language), filled)
}

/// Stored values could not be read, so that what every page shows may lack something.
pub fn unreadable(language: Language, count: usize) -> String {
    match language {
        Language::Zh => {
            format!("本机有 {count} 段记录读不出，没有计入：现在显示、打印、发出的数据可能不全。")
        }
        Language::En => format!(
            "{count} of the values stored on this device cannot be read and are left out: what is shown, printed or sent may be incomplete."
        ),
    }
}

/// The same, on paper.
pub fn unreadable_on_paper(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("数据可能不全：打印时本机有 {count} 段记录读不出。"),
        Language::En => {
            format!("Possibly incomplete: {count} stored values could not be read when this was printed. ")
        }
    }
}

/// In the margin of every sheet: the banner stands on the first one alone.
pub fn sample_on_paper(language: Language) -> &'static str {
    language.pick("示例，均为虚构　", "Sample, all invented · ")
}

/// Something beside the records was not kept, removed or undone.
pub fn unkept(language: Language, what: Unkept, why: Failure) -> String {
    match (language, what) {
        (_, Unkept::Undo) => {
            let start =
                language.pick("未能撤销，台账没有变动。", "It was not undone, and the ledger is as it was. ");
            [start, &storage::words::failure(language, why)].concat()
        }
        (Language::Zh, Unkept::Left(kind)) => {
            ["未能从本机删除：", kind.words(language), "。下次打开本页时仍在。"].concat()
        }
        (Language::En, Unkept::Left(kind)) => [
            "This could not be removed from this device: ",
            kind.words(language),
            ". It will be there when you open this page again.",
        ]
        .concat(),
        (_, Unkept::Note(kind)) => lasts(language, kind.words(language), why),
        (_, Unkept::Part) => {
            lasts(language, language.pick("刚打开的这一段", "the part you just opened"), why)
        }
    }
}

/// The settings were not stored.
pub fn settings_lost(language: Language) -> String {
    lasts(language, language.pick("语言、明暗和疏密", "language, theme and density"), Failure::Vanished)
}

/// What was not stored is there until the page is closed.
fn lasts(language: Language, what: &str, why: Failure) -> String {
    let why = match why {
        Failure::Full(_) => language.pick("（存储空间已满）", " (its storage is full)"),
        Failure::Blocked => language.pick("（浏览器不允许本页存数据）", " (the browser does not allow it)"),
        _ => "",
    };
    match language {
        Language::Zh => ["未能存到本机", why, "：", what, "。关闭本页后即丢失。"].concat(),
        Language::En => [
            "This could not be stored on this device",
            why,
            ": ",
            what,
            ". It is lost when you close this page.",
        ]
        .concat(),
    }
}

/// What stands in the margin of every printed sheet.
pub fn in_margin(language: Language, up_to: &str, whole: &str) -> String {
    match language {
        Language::Zh => format!("数据截至 {up_to} · 核对码 {whole}"),
        Language::En => format!("Data up to {up_to} · Snapshot code {whole}"),
    }
}

/// What stands on the first printed sheet: up to when the data are, and the code of all and of each area.
pub fn on_paper(language: Language, up_to: &str, whole: &str, areas: &[(Text, String)]) -> String {
    let areas = areas.iter().map(|(name, code)| format!("{} {code}", name.words));
    let areas = areas.collect::<Vec<_>>().join(" · ");
    match language {
        Language::Zh => format!("数据截至 {up_to} · 核对码 {whole}（{areas}）"),
        Language::En => format!("Data up to {up_to} · Snapshot code {whole} ({areas})"),
    }
}

/// One's own records were made by one version of the plan and are judged by another.
pub fn edition_changed(language: Language, made_by: &Edition, now: &Edition) -> String {
    let (by, name) = (made_by.name(language), now.name(language));
    match language {
        Language::Zh => {
            format!("方案已更换：部分记录按版本 {by}填报，现按版本 {name}评判，完成率和灯可能与当时不同。")
        }
        Language::En => format!(
            "The plan was replaced: records here were made under version {by} and are now judged by version {name}. Attainment and lights may differ from what they were."
        ),
    }
}

/// The version of the plan, behind the codes on a printed sheet.
pub fn edition_on_paper(language: Language, now: &Edition, judged: Judged) -> String {
    let name = now.name(language);
    match (judged, language) {
        (Judged::Alike, Language::Zh) => format!(" · 方案版本 {name}"),
        (Judged::Alike, Language::En) => format!(" · Plan version {name}"),
        (Judged::Otherwise, Language::Zh) => format!(" · 按方案版本 {name}评判，其中有按其他版本填报的记录"),
        (Judged::Otherwise, Language::En) => {
            format!(" · Judged by plan version {name}; some records were made under another version")
        }
        (Judged::Unknown, Language::Zh) => format!(" · 按方案版本 {name}评判，填报时的版本不详"),
        (Judged::Unknown, Language::En) => {
            format!(
                " · Judged by plan version {name}; the version under which the records were made is not known"
            )
        }
    }
}

/// Whose ledger it is, up to when, and as known when: the sender's own words in the middle of a sentence.
pub fn aside(language: Language, opened: &OpenedLedger) -> [Text; 3] {
    let OpenedLedger { from, up_to, known_on, code, part, .. } = opened;
    if opened.is_own_past {
        let sentence = match language {
            Language::Zh => format!("正在回看本机台账：数据截至 {up_to}，以 {known_on} 已知的为准"),
            Language::En => {
                format!("This device's ledger as it was: data up to {up_to}, as known on {known_on}")
            }
        };
        return [Text::plain(sentence), Text::default(), Text::default()];
    }
    let is_signed = !from.is_empty();
    let nobody = language.pick("制作人未署名", "unsigned");
    let from = if from.is_empty() { nobody } else { from };
    // The code of a part can be held against no whole.
    let extent = match (part, language) {
        (None, Language::Zh) => format!("核对码 {code}"),
        (None, Language::En) => format!("snapshot code {code}"),
        (Some(_), Language::Zh) => "只含一个页面的数据，其他页面没有数据不等于没有报".to_owned(),
        (Some(_), Language::En) => {
            "with the data of one page only: what is missing elsewhere may well have been reported".to_owned()
        }
    };
    let (before, after) = match language {
        Language::Zh => (
            if is_signed {
                "正在查看链接中的快照（署名 "
            } else {
                "正在查看链接中的快照（"
            },
            format!("）：数据截至 {up_to}，{known_on} 制作，{extent}。本机台账没有变动"),
        ),
        Language::En => (
            if is_signed {
                "Viewing a snapshot from a link (signed, as stated: "
            } else {
                "Viewing a snapshot from a link ("
            },
            format!("): data up to {up_to}, made on {known_on}, {extent}. Your own ledger is untouched"),
        ),
    };
    [Text::plain(before), Text::typed(from, language), Text::plain(after)]
}

/// How many targets are adjusted, which leads to them, and against which is judged: one line on a telephone.
pub fn against(language: Language, against: Against, count: usize) -> (String, &'static str) {
    let adjusted = match language {
        Language::Zh => format!("发文调整目标 {count} 项"),
        Language::En if count == 1 => "1 adjusted target".into(),
        Language::En => format!("{count} adjusted targets"),
    };
    let judged = match against {
        Against::Adjusted => language.pick("，现按调整后判灯", ", judged as adjusted"),
        Against::Issued => language.pick("，现按原目标判灯", ", judged as issued"),
    };
    (adjusted, judged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::fingerprint::Code;
    use crate::storage::{Freeable, Kind};

    fn edition(code: &[u8]) -> Edition {
        Edition { code: Code::of(code), version: "1".into() }
    }

    /// field 6: under one name two editions are still told apart, on the screen and on paper.
    #[test]
    fn the_banner_says_by_which_version_it_was_made_and_is_judged() {
        let (made, now) = (edition(b"14"), edition(b"16"));
        let both = |language: Language| [made.name(language), now.name(language)];
        for language in Language::ALL {
            let said = super::edition(language, Some(&made), &now);
            assert!(both(language).iter().all(|name| said.contains(name)), "{said}");
            let said = edition_changed(language, &made, &now);
            assert!(both(language).iter().all(|name| said.contains(name)), "{said}");
            let alike = super::edition(language, Some(&now), &now);
            assert!(alike.contains(&now.name(language)) && alike != super::edition(language, None, &now));
            let on_paper = [Judged::Alike, Judged::Otherwise, Judged::Unknown]
                .map(|judged| edition_on_paper(language, &now, judged));
            assert!(on_paper.iter().all(|line| line.contains(&now.name(language))));
            assert!(on_paper[0] != on_paper[1] && on_paper[1] != on_paper[2]);
        }
    }

    /// hostile 7
    #[test]
    fn what_could_not_be_read_is_told_on_the_screen_and_on_paper() {
        for language in Language::ALL {
            let (screen, paper) = (unreadable(language, 3), unreadable_on_paper(language, 3));
            assert!(screen.contains(" 3 ") || screen.starts_with("3 "), "{screen}");
            assert!(paper.contains(" 3 "), "{paper}");
        }
    }

    #[test]
    fn what_was_not_kept_is_said_with_its_name_in_both_languages() {
        let full = Failure::Full(Freeable::default());
        for (what, why, zh, en) in [
            (Unkept::Note(Kind::Desk), full, "存储空间已满", "storage is full"),
            (Unkept::Note(Kind::Backup), Failure::Blocked, "上次备份的范围", "the last backup"),
            (Unkept::Part, full, "这一段", "the part"),
            (Unkept::Left(Kind::Sample), Failure::Blocked, "未能从本机删除：示例台账", "the sample ledger"),
            (Unkept::Undo, Failure::Vanished, "未能撤销", "not undone"),
        ] {
            let (in_chinese, in_english) = (unkept(Language::Zh, what, why), unkept(Language::En, what, why));
            assert!(in_chinese.contains(zh), "{in_chinese}");
            assert!(in_english.contains(en), "{in_english}");
        }
    }
}
