//! What the page says of storage: what happened, where, and what to do.

use super::{
    BackedUp, Failure, Fault, FileRefusal, Freeable, Kind, LEAST_ROOM, MAX_FILE, MOST_ROOM, Refusal, Room,
    Saved,
};
use crate::ledger::codec::{MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS};
use crate::text::Language;

impl Kind {
    /// What is kept under the keys of a kind.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Ledger => language.pick("填报记录", "what was recorded"),
            Self::Sample => language.pick("示例台账", "the sample ledger"),
            Self::Draft => language.pick("未填完的填报表", "unfinished forms"),
            Self::Generation => language.pick("历史副本", "earlier copies of the ledger"),
            Self::Damaged => language.pick("读不出的内容（原样）", "what could not be read, as found"),
            Self::Backup => language.pick("上次备份的范围", "what the last backup contained"),
            Self::Desk => language.pick("使用人的单位和姓名", "your organisation and name"),
            Self::Edition => language.pick("填报时的方案版本", "plan versions by which records were made"),
            Self::Noted => language.pick("催办和快照的记录", "notes of reminders and snapshots"),
            Self::Removal => language.pick("待删除的记录段", "records about to be removed"),
        }
    }
}

/// Of an act that was not kept.
pub fn failure(language: Language, failure: Failure) -> String {
    let text = match failure {
        Failure::Blocked => language.pick(
            "浏览器不允许本页在本机存数据（可能是无痕窗口或安全设置）。刚填的内容还在本页里：请先导出备份，再关闭页面。",
            "The browser does not let this page store anything on this device (perhaps a private window or a security setting). What you entered is still on this page: save a backup before you close it.",
        ),
        Failure::Framed => language.pick(
            "本页嵌在别的网页里，只能查看，刚才的操作没有执行。请在单独的标签页中打开本页后再操作。",
            "This page is embedded in another website and can only be viewed: what you just did was not carried out. Open it in a tab of its own first.",
        ),
        Failure::Full(freeable) => return full(language, freeable),
        Failure::Newer => language.pick(
            "本机台账由更新版本的程序写成，本页只能查看，不会改动。请刷新页面、换成新版本后再填。",
            "The ledger on this device was written by a later release, so this page can only show it. Reload to get that release, then enter again.",
        ),
        Failure::TooLarge => language.pick(
            "本次内容过大，本机存不下。请分几次导入，或先导出备份。",
            "This is too much to store on this device at once. Import it in parts, or save a backup first.",
        ),
        Failure::Unconfirmed => language.pick(
            "写入本机后核对不一致，原有数据没有变动。请再试一次；仍不行，请导出备份。",
            "What was written to this device could not be confirmed; earlier data are untouched. Try again, and save a backup if it still fails.",
        ),
        Failure::Vanished => language.pick(
            "本机存的数据在页面打开期间被清除，本页里还有一份。请写回本机，或导出备份。",
            "What was stored on this device was removed while this page was open; the page still has it. Write it back, or save a backup.",
        ),
        Failure::Unreadable(refusal) => return [
            language.pick("这份副本打不开：", "This copy cannot be opened: "),
            &reason(language, refusal),
            language.pick("。现有台账没有变动，请换一份。", ". The ledger is as it was; choose another copy."),
        ]
        .concat(),
    };
    text.to_owned()
}

/// The storage fills up; reckoned by the browser that gives least.
pub fn short_of_room(language: Language, room: Room) -> String {
    let (used, least, most) = (room.used, LEAST_ROOM, MOST_ROOM);
    match language {
        Language::Zh => format!(
            "本机存储空间即将用完：已用约 {} 万字。Safari 等浏览器约 {} 万字即满，其他浏览器约 {} 万字。请先导出备份，再到“本机数据”页删除不用的历史副本或移除示例台账。",
            used / 10_000,
            least / 10_000,
            most / 10_000
        ),
        Language::En => format!(
            "Storage on this device is nearly full: about {} thousand characters are in use. Safari allows about {} thousand, other browsers about {} thousand. Save a backup, then remove earlier copies or the sample ledger on the page “On this device”.",
            used / 1000,
            least / 1000,
            most / 1000
        ),
    }
}

/// What there is to free, each with its size.
fn to_free(language: Language, freeable: Freeable) -> Vec<String> {
    let Freeable { generations, sample, damaged, segments } = freeable;
    [
        (generations, language.pick("历史副本", "earlier copies")),
        (sample, language.pick("示例台账", "the sample ledger")),
        (damaged, language.pick("读不出的旧值", "values that could not be read")),
        (segments, language.pick("可整理的旧记录段", "old segments that can be merged")),
    ]
    .into_iter()
    .filter(|(size, _)| *size > 0)
    .map(|(size, what)| match language {
        Language::Zh => format!("{what}（{} 千字）", size.div_ceil(1000)),
        Language::En => format!("{what} ({} thousand characters)", size.div_ceil(1000)),
    })
    .collect()
}

fn full(language: Language, freeable: Freeable) -> String {
    let ways = to_free(language, freeable);
    let start = language.pick(
        "浏览器给本页的存储空间已满，本次没有存下；原有数据完好，刚填的内容还在本页里。请先导出备份",
        "The browser's storage for this page is full, so this was not stored; earlier data are intact, and what you entered is still on this page. Save a backup first",
    );
    let end = match (language, ways.is_empty()) {
        (Language::Zh, true) => "。".to_owned(),
        (Language::En, true) => ".".to_owned(),
        (Language::Zh, false) => format!("，再腾出空间：{}。", ways.join("、")),
        (Language::En, false) => format!(", then make room: {}.", ways.join(", ")),
    };
    [start, &end].concat()
}

/// Of a value that could not be read.
pub fn fault(language: Language, fault: &Fault) -> String {
    let why = reason(language, fault.refusal);
    let (key, kept) = (&fault.key, fault.moved.is_some());
    match (language, kept) {
        (Language::Zh, true) => {
            format!("本机有一段记录读不出：{why}（{key}）。已原样移至他处，其余照常；可下载后交维护人员。")
        }
        (Language::Zh, false) => {
            format!("本机有一段记录读不出：{why}（{key}）。已留在原处，其余照常；可下载后交维护人员。")
        }
        (Language::En, true) => format!(
            "One part of the records on this device cannot be read: {why} ({key}). It was set aside unchanged, and the rest is in use; download it for whoever maintains this page."
        ),
        (Language::En, false) => format!(
            "One part of the records on this device cannot be read: {why} ({key}). It stays where it is, and the rest is in use; download it for whoever maintains this page."
        ),
    }
}

fn reason(language: Language, refusal: Refusal) -> String {
    match refusal {
        Refusal::Damaged => language.pick("内容损坏或不完整", "it is damaged or incomplete"),
        Refusal::Newer => language.pick("由更新版本的程序写成", "a later release wrote it"),
        Refusal::OtherPlan => language.pick("属于另一份方案", "it belongs to another plan"),
        Refusal::TooLarge => language.pick("超过可读的长度", "it is longer than this page can read"),
        Refusal::TooMany => return too_many(language),
    }
    .to_owned()
}

/// Of what is whole, but holds more than is read.
fn too_many(language: Language) -> String {
    language.pick(
        format!("内容完整，但超过可读的数量（{MOST_BATCHES} 次填报、{MOST_ENTRIES_IN_ALL} 条记录，其中一次最多 {MOST_ENTRIES} 条；一段文字 {MOST_LETTERS} 字）"),
        format!("it is complete, but over the limits: {MOST_BATCHES} reports and {MOST_ENTRIES_IN_ALL} entries, {MOST_ENTRIES} entries in one report, {MOST_LETTERS} characters in one text"),
    )
}

/// Of a file that is not opened.
pub fn file(language: Language, refusal: &FileRefusal) -> String {
    let text = match refusal {
        FileRefusal::NotOurs => language.pick(
            "这不是本程序的备份文件。请选用“导出备份”存下的文件。",
            "This is not a backup file of this program. Choose a file that was saved as a backup.",
        ),
        FileRefusal::Cut => language.pick(
            "备份文件不完整，末尾缺失，可能是传输中断。请重新传一份。",
            "The backup file is incomplete: its end is missing, probably after an interrupted transfer. Transfer it again.",
        ),
        FileRefusal::Damaged => language.pick(
            "备份文件的内容被改动或损坏，没有导入任何内容。请换一份备份。",
            "The backup file was changed or damaged, and nothing was imported. Use another backup.",
        ),
        FileRefusal::Newer => language.pick(
            "备份文件由更新版本的程序写成。请刷新页面、换成新版本后再打开。",
            "This backup file was written by a later release. Reload to get that release, then open it.",
        ),
        FileRefusal::TooMany => {
            let why = too_many(language);
            return match language {
                Language::Zh => format!("备份文件{why}，没有导入任何内容。本程序不会写出这样的文件，请核实来源，换一份备份。"),
                Language::En => format!("The backup file was not imported: {why}. This program never writes such files: check where it came from, and use another backup."),
            };
        }
        FileRefusal::OtherPlan(plan) => {
            return match language {
                Language::Zh => format!("备份文件属于另一份方案（{plan}），没有导入。请在那份方案的页面里打开。"),
                Language::En => {
                    format!("The backup file belongs to another plan ({plan}) and was not imported. Open it on that plan's page.")
                }
            };
        }
        FileRefusal::TooLarge(size) => {
            let (size, limit) = (size.div_ceil(1_048_576), MAX_FILE / 1_048_576);
            return match language {
                Language::Zh => format!("文件有 {size} MB，超过 {limit} MB 的上限，没有读取。请确认选的是备份文件。"),
                Language::En => {
                    format!("The file has {size} MB; at most {limit} MB are read. Check that it is a backup file.")
                }
            };
        }
    };
    text.to_owned()
}

/// Of words that were struck out and are stored all the same.
fn unredacted(language: Language, why: Failure) -> String {
    let ways = match why {
        Failure::Full(freeable) => to_free(language, freeable),
        _ => Vec::new(),
    };
    match (language, why) {
        (Language::Zh, Failure::Full(_)) => {
            let ways = if ways.is_empty() { String::new() } else { format!("：{}", ways.join("、")) };
            format!(
                "记录已全部存到本机，但已删除的文字还在较早的存档里：空间已满，未能改写。以后每次填报都会重试；请腾出空间{ways}。"
            )
        }
        (Language::En, Failure::Full(_)) => {
            let ways = if ways.is_empty() { String::new() } else { format!(": {}", ways.join(", ")) };
            format!(
                "Everything is saved on this device, but redacted words are still in what was stored earlier: there was no room to rewrite it. Each new entry tries again; make room{ways}."
            )
        }
        (Language::Zh, _) => {
            "记录已全部存到本机，但已删除的文字还在较早的存档里，未能改写。以后每次填报都会重试；也请现在再试一次。".into()
        }
        (Language::En, _) => {
            "Everything is saved on this device, but redacted words are still in what was stored earlier, which could not be rewritten. Each new entry tries again; please try again now as well.".into()
        }
    }
}

/// Of *saved here*; the moment is put into words by the caller, who knows the time zone.
pub fn saved(language: Language, saved: Saved) -> String {
    match (language, saved) {
        (_, Saved::Yes { .. }) => language.pick("已存到本机", "Saved on this device").to_owned(),
        (_, Saved::Unredacted { why }) => unredacted(language, why),
        (Language::Zh, Saved::No { batches, why }) => {
            format!("本机未存（{batches} 次填报）：{}", failure(language, why))
        }
        (Language::En, Saved::No { batches, why }) => {
            format!("Not saved on this device (reports: {batches}): {}", failure(language, why))
        }
    }
}

/// Of *backed up*; the moment is put into words by the caller.
pub fn backed_up(language: Language, backed_up: BackedUp) -> String {
    match (language, backed_up) {
        (_, BackedUp::Never) => language.pick("还没有备份", "Never backed up").to_owned(),
        (_, BackedUp::All { .. }) => language.pick("已全部备份", "All backed up").to_owned(),
        (Language::Zh, BackedUp::Since { batches, .. }) => format!("上次备份后又有 {batches} 次填报"),
        (Language::En, BackedUp::Since { batches, .. }) => {
            format!("Reports since the last backup: {batches}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_no_han_characters_and_every_failure_says_what_to_do() {
        let room = Freeable { generations: 1, sample: 2000, damaged: 3, segments: 4 };
        let refusals =
            [Refusal::Damaged, Refusal::Newer, Refusal::OtherPlan, Refusal::TooLarge, Refusal::TooMany];
        let mut failures = vec![
            Failure::Blocked,
            Failure::Framed,
            Failure::Full(room),
            Failure::Full(Freeable::default()),
            Failure::Newer,
            Failure::TooLarge,
            Failure::Unconfirmed,
            Failure::Vanished,
        ];
        failures.extend(refusals.map(Failure::Unreadable));
        let files = [
            FileRefusal::NotOurs,
            FileRefusal::Cut,
            FileRefusal::Damaged,
            FileRefusal::Newer,
            FileRefusal::OtherPlan("p".into()),
            FileRefusal::TooLarge(20 << 20),
            FileRefusal::TooMany,
        ];
        let mut all: Vec<String> = failures.iter().map(|one| failure(Language::En, *one)).collect();
        all.extend(files.iter().map(|one| file(Language::En, one)));
        for refusal in refusals {
            for moved in [None, Some("k".to_owned())] {
                all.push(fault(Language::En, &Fault { key: "k".into(), refusal, moved }));
            }
        }
        for why in [Failure::Blocked, Failure::Full(room), Failure::Full(Freeable::default())] {
            all.push(saved(Language::En, Saved::Unredacted { why }));
            assert!(saved(Language::Zh, Saved::Unredacted { why }).contains('请'));
        }
        let han = |text: &str| text.chars().any(|one| ('\u{3000}'..='\u{9fff}').contains(&one));
        for text in &all {
            assert!(!han(text) && text.ends_with('.'), "{text}");
        }
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len());
        assert!(failures.iter().all(|one| failure(Language::Zh, *one).contains('请')));
    }

    #[test]
    fn a_full_store_names_only_what_there_is_to_free() {
        let text = full(Language::En, Freeable { sample: 1500, ..Freeable::default() });
        assert!(text.ends_with("then make room: the sample ledger (2 thousand characters)."), "{text}");
    }
}
