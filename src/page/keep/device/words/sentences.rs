//! Sentences with figures in them.

use crate::link::edition::Edition;
use crate::link::editions::Made;
use crate::page::keep::device::{Forgets, InApp, Opened, Way};
use crate::storage::{self, Cleared, Kind, Reason, Saved, Shelf};
use crate::text::Language::{self, En, Zh};

/// How it stands with what was recorded.
pub fn heading(
    language: Language,
    shelf: Shelf,
    batches: usize,
    saved: Saved,
    not_backed_up: usize,
) -> String {
    if shelf == Shelf::Sample {
        return language.pick("当前为示例台账", "The sample ledger is shown").into();
    }
    match (language, saved) {
        (Zh, Saved::No { batches: unsaved @ 1.., .. }) => format!("有 {unsaved} 次填报未能存下"),
        (En, Saved::No { batches: unsaved @ 1.., .. }) => {
            format!("Not saved on this device: {}", counted(unsaved))
        }
        (_, _) if batches == 0 => {
            language.pick("本机还没有填报", "Nothing has been recorded here yet").into()
        }
        (Zh, _) if not_backed_up == 0 => format!("本机有 {batches} 次填报，都已备份"),
        (Zh, _) => format!("本机有 {batches} 次填报，其中 {not_backed_up} 次没有备份"),
        (En, _) if not_backed_up == 0 => format!("{} on this device, all backed up", counted(batches)),
        (En, _) => format!("{} on this device, {not_backed_up} not backed up", counted(batches)),
    }
}

fn counted(batches: usize) -> String {
    if batches == 1 { "1 record".into() } else { format!("{batches} records") }
}

/// Of *saved here*. Without anything recorded there is nothing to be saved, and nothing that was not.
pub fn saved(language: Language, saved: Saved, batches: usize) -> String {
    match saved {
        Saved::Yes { .. } if batches == 0 => language.pick("没有待存的填报", "Nothing to save yet").into(),
        Saved::No { batches: 0, why } => storage::words::failure(language, why),
        saved => storage::words::saved(language, saved),
    }
}

/// When the last backup was made.
pub fn last_backup(language: Language, at: &str) -> String {
    match language {
        Zh => format!("上次备份 {at}"),
        En => format!("Last backup {at}"),
    }
}

/// What a copy was made before.
pub fn before(language: Language, reason: Reason) -> &'static str {
    match reason {
        Reason::Merge => language.pick("并入收到的填报前", "merging what was received"),
        Reason::Import => language.pick("并入备份文件前", "merging a backup file"),
        Reason::Restore => language.pick("恢复其他副本前", "restoring another copy"),
        Reason::Clear => language.pick("清除本机数据前", "clearing this device"),
    }
}

/// A value that an earlier load of the page moved aside.
pub fn aside_earlier(language: Language, key: &str) -> String {
    match language {
        Zh => format!("此前有一段记录读不出，已移至他处（{key}）。可下载后交维护人员。"),
        En => format!(
            "An earlier part of the records could not be read and was set aside ({key}). Download it for whoever maintains this page."
        ),
    }
}

/// A kind with how many values of it there are.
pub fn kept(language: Language, what: Kind, count: usize) -> String {
    let name = what.words(language);
    match language {
        Zh => format!("{name}：{count} 项"),
        En => format!("{name}: {count}"),
    }
}

/// What was removed.
pub fn cleared(language: Language, cleared: &Cleared) -> String {
    let each: Vec<String> = cleared.0.iter().map(|(kind, count)| kept(language, *kind, *count)).collect();
    match (language, each.is_empty()) {
        (Zh, true) => "本机没有可删除的内容。".into(),
        (En, true) => "There was nothing to remove.".into(),
        (Zh, false) => format!("已删除：{}。", each.join("；")),
        (En, false) => format!("Removed: {}.", each.join("; ")),
    }
}

/// From when a backup file is, and what is new in it.
pub fn opened(language: Language, at: &str, file: &Opened) -> String {
    let (batches, new, only_here) = (file.held.len(), file.new, file.only_here);
    let rest = match (language, only_here) {
        (_, 0) => String::new(),
        (Zh, _) => format!("本机另有 {only_here} 次不在文件里，将予保留。"),
        (En, _) => format!(" Not in the file, and kept here: {}.", counted(only_here)),
    };
    match language {
        Zh => format!("文件存于 {at}，含 {batches} 次填报，其中 {new} 次本机没有。{rest}"),
        En => format!("Saved {at}; it holds {}, {new} of them not on this device.{rest}", counted(batches)),
    }
}

/// How many copies or values were removed.
pub fn removed(language: Language, count: usize) -> String {
    match language {
        Zh => format!("已删除 {count} 份。"),
        En => format!("Removed: {count}."),
    }
}

/// That something is in no backup file.
pub fn lost_with_it(language: Language, batches: usize) -> String {
    match language {
        Zh => format!("其中 {batches} 次填报没有备份。请先导出备份。"),
        En => format!("{} not backed up. Save a backup first.", counted(batches)),
    }
}

/// The button of a way out.
pub fn way(language: Language, way: Way) -> &'static str {
    let words = super::of(language);
    match way {
        Way::Backup => words.save_backup,
        Way::Retry => words.retry,
        Way::WriteBack => words.write_back,
        Way::RemoveCopies => words.remove_copies,
        Way::RemoveSample => words.remove_sample,
        Way::RemoveDamaged => words.remove_damaged,
        Way::Merge => words.merge,
        Way::Reload => words.reload,
    }
}

/// Where a browser is known to forget, and what to do.
pub fn forgets(language: Language, forgets: Forgets) -> &'static str {
    match forgets {
        Forgets::Everything => language.pick(
            "此浏览器不允许本页存任何内容：页面一关，所填内容即丢失。请用普通窗口打开，或在离开前导出备份。",
            "This browser does not let the page store anything: what you enter is lost when the page is closed. Open it in a normal window, or save a backup before you leave.",
        ),
        Forgets::Private => language.pick(
            "浏览器给的空间很小，可能是无痕窗口，也可能是磁盘将满；无痕窗口关闭后数据即丢失。请用普通窗口打开。",
            "The browser allows very little storage: this may be a private window, or the disk is nearly full. A private window loses everything when it is closed; open the page in a normal one.",
        ),
        Forgets::SevenDays => language.pick(
            "苹果浏览器：累计使用满七天而未打开本页，本页存的数据会被删除。请每次填完导出备份，或把本页添加到主屏幕。",
            "Browsers by Apple remove what a page stored after seven days of use without opening it. Save a backup each time, or add the page to the home screen.",
        ),
        Forgets::InApp(InApp::WeChat) => language.pick(
            "本页在微信里打开：数据存在微信里，清理微信后即丢失，也常无法下载文件。请点右上角，选“在浏览器打开”。",
            "This page is open inside WeChat: data stay inside WeChat and are lost when it is cleared, and files often cannot be saved. Choose “Open in browser” from its menu.",
        ),
        Forgets::InApp(InApp::WeCom) => language.pick(
            "本页在企业微信里打开：数据存在企业微信里，清理后即丢失，也常无法下载文件。请选“在浏览器打开”。",
            "This page is open inside WeCom: data stay inside WeCom and are lost when it is cleared, and files often cannot be saved. Choose “Open in browser” from its menu.",
        ),
        Forgets::InApp(InApp::DingTalk) => language.pick(
            "本页在钉钉里打开：数据存在钉钉里，清理后即丢失，也常无法下载文件。请选“在浏览器打开”。",
            "This page is open inside DingTalk: data stay inside DingTalk and are lost when it is cleared, and files often cannot be saved. Choose “Open in browser” from its menu.",
        ),
        Forgets::InApp(InApp::Qq) => language.pick(
            "本页在 QQ 里打开：数据存在 QQ 里，清理后即丢失，也常无法下载文件。请选“在浏览器打开”。",
            "This page is open inside QQ: data stay inside QQ and are lost when it is cleared, and files often cannot be saved. Choose “Open in browser” from its menu.",
        ),
        Forgets::InApp(InApp::Feishu) => language.pick(
            "本页在飞书里打开：数据存在飞书里，清理后即丢失，也常无法下载文件。请选“在浏览器打开”。",
            "This page is open inside Feishu: data stay inside Feishu and are lost when it is cleared, and files often cannot be saved. Choose “Open in browser” from its menu.",
        ),
    }
}

/// Since when records were made by a version of the plan.
pub fn made_by(language: Language, made: &Made, offset: i32) -> String {
    let since = made.since.day(offset);
    match (&made.by, language) {
        (None, Language::Zh) => "更早的记录：版本不详".into(),
        (None, Language::En) => "Earlier records: version not known".into(),
        (Some(by), Language::Zh) => format!("{since} 起：版本 {}", by.name(language)),
        (Some(by), Language::En) => format!("From {since}: version {}", by.name(language)),
    }
}

/// By which version everything is judged.
pub fn judged_by(language: Language, now: &Edition, others_made: bool) -> String {
    let name = now.name(language);
    match (others_made, language) {
        (false, Language::Zh) => format!("现在按版本 {name}评判。"),
        (false, Language::En) => format!("Judged by version {name}."),
        (true, Language::Zh) => format!("现在一律按版本 {name}评判，完成率和灯可能与填报时不同。"),
        (true, Language::En) => {
            format!(
                "Everything is now judged by version {name}: attainment and lights may differ from what they were."
            )
        }
    }
}
