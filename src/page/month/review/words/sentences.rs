//! Counts, flags and outcomes, in sentences.

use crate::ledger::words as names;
use crate::link::extract::{LARGEST_IN_ALL, MOST_FOUND};
use crate::page::month::review::{Flag, Kind, Receipt};
use crate::plan::{Day, Month};
use crate::standing::words::window_source;
use crate::text::Language;

/// What came in, counted.
pub fn summary(language: Language, receipts: &[Receipt]) -> String {
    let clear = receipts.iter().filter(|one| one.is_clear()).count();
    let total = receipts.len();
    let partial = receipts.iter().filter(|one| !one.is_whole()).count();
    let partial = match partial {
        0 => String::new(),
        _ => language.pick(format!("{partial} 份有缺项。"), format!(" {partial} incomplete.")),
    };
    let said = match (language, total, total - clear) {
        (Language::Zh, 0, _) => "没有回执。".into(),
        (Language::Zh, _, 0) => format!("{total} 份回执，都没有冲突。"),
        (Language::Zh, _, rest) => format!("{total} 份回执，{rest} 份须核对后再定。"),
        (Language::En, 0, _) => "No receipts.".into(),
        (Language::En, _, 0) => format!("{}, none in conflict.", plural(total, "receipt")),
        (Language::En, _, rest) => format!("{}, {rest} to be checked.", plural(total, "receipt")),
    };
    let pasted_too = receipts.iter().filter(|one| one.is_opened && one.copies > 1).count();
    let pasted_too = match pasted_too {
        0 => String::new(),
        _ => language.pick(
            format!("粘贴的链接中有 {pasted_too} 份已在下面打开。"),
            format!(" Of what was pasted, {pasted_too} is open below already."),
        ),
    };
    [said, partial, pasted_too].concat()
}

/// 核对码 of a receipt, behind how much it holds.
pub fn check_code(language: Language, code: &str) -> String {
    [language.pick(" · 核对码 ", " · check code "), code].concat()
}

/// What a receipt would do, counted.
pub fn counts(language: Language, receipt: &Receipt) -> String {
    let kinds = [Kind::New, Kind::Changed, Kind::Conflicting, Kind::Older, Kind::Same];
    let counts = kinds.map(|kind| (super::kind(language, kind), receipt.count(kind)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0).map(|(words, count)| match language {
        Language::Zh => format!("{words} {count} 项"),
        Language::En => format!("{count} {words}"),
    });
    counts.collect::<Vec<_>>().join(language.pick("，", ", "))
}

/// Something to know of a receipt.
pub fn flag(language: Language, flag: Flag) -> String {
    let says = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match flag {
        Flag::UnknownOrganisation => says("方案没有这个单位", "the plan has no such organisation"),
        Flag::FalseName => says(
            "所用名称与方案中的单位相同，但不是该单位",
            "it uses the name of an organisation of the plan, but is not that organisation",
        ),
        Flag::Crowded { count } => language.pick(
            format!("同一项报了 {count} 次"),
            format!("reports one item {count} times"),
        ),
        Flag::OwesNothing => says("这个单位无须报", "this organisation owes no report"),
        Flag::OutsidePeriods => says("不在方案的调度期内", "not a period of the plan"),
        Flag::NotOver => says("这个月还没有过完", "the month is not over yet"),
        Flag::Late { closes, source } => {
            let source = window_source(language, source);
            language.pick(
                format!("迟报：{closes} 已截止{source}"),
                format!("late: was due by {closes}{source}"),
            )
        }
        Flag::Ahead { written } => language.pick(
            format!("填写时间（{written}）晚于现在，对方的时钟可能偏快；接收后也不会覆盖其他数据"),
            format!("written later than now (on {written}): the writer's clock may be wrong; even if accepted, it does not replace other figures"),
        ),
        Flag::AfterLock => says("本期已锁定，接收后也不计入", "the period is locked: it would not count"),
        Flag::Duplicate => says("台账里已有", "already in the ledger"),
        Flag::Accepted => says("此前已接收", "accepted before"),
        Flag::Returned => says("此前已退回", "returned before"),
        Flag::Unseen => says(
            "更正或撤回的记录本机没有，无法确认属于谁",
            "corrects or withdraws an entry that is not here, so its owner cannot be told",
        ),
        Flag::Overruled => says(
            "另有单位更正或撤回了其中的记录",
            "another organisation corrects or withdraws something in it",
        ),
        Flag::NotSubmitted => says("没有“报送”一项，接收后仍计为未报", "no submission in it: still counts as not reported"),
        Flag::Unreadable { count } => language.pick(
            format!("填报设备上有 {count} 段记录读不出，这份可能不全：请与填报人核对后再接收"),
            format!(
                "{count} stored values could not be read on the device where it was made, so it may be incomplete: check with the reporter before accepting it"
            ),
        ),
        Flag::Incomplete { asked, answered } => language.pick(
            format!("{asked} 项中已报 {answered} 项，缺 {} 项", asked - answered),
            format!("{answered} of {} answered, {} missing", plural(asked, "item"), asked - answered),
        ),
    }
}

/// A fault of one link, and where it stands in what was pasted.
pub fn fault_on_line(language: Language, line: usize, fault: &str) -> String {
    language.pick(format!("第 {line} 行：{fault}"), format!("Line {line}: {fault}"))
}

/// Where a receipt in parts came from.
pub fn parts(language: Language, count: usize) -> String {
    language.pick(format!("{count} 段合成"), format!("put together from {count} parts"))
}

/// There was more than is looked at.
pub fn full(language: Language) -> String {
    let (most, megabytes) = (MOST_FOUND, LARGEST_IN_ALL >> 20);
    language.pick(
        format!("一次最多核对 {most} 条链接，展开后合计 {megabytes} MB，其余没有读入。请先办理这些，再粘贴其余的。"),
        format!(
            "At most {most} links, {megabytes} MB in all, are checked at once; the rest was not read. Deal with these first, then paste the rest."
        ),
    )
}

/// There was more than is reviewed at once.
pub fn full_of_entries(language: Language, most: usize) -> String {
    language.pick(
        format!("一次最多核对 {most} 条记录，这份没有读入。请先办理前面的，再粘贴这份。"),
        format!("At most {most} entries are checked at once; this receipt was not read. Deal with the others first, then paste it."),
    )
}

/// By when a problem is to be settled.
pub fn until(language: Language, day: Day) -> String {
    language.pick(format!("{day} 前"), format!("by {day}"))
}

/// The last figure before the period.
pub fn last(language: Language, month: Month, value: &str) -> String {
    let month = month.words(language);
    language.pick(format!("{month} {value}"), format!("{value} in {month}"))
}

/// The same receipt was pasted several times.
pub fn copies(language: Language, count: usize) -> String {
    language.pick(format!("粘贴了 {count} 次，只算一份"), format!("pasted {count} times, counted once"))
}

/// What was accepted.
pub fn accepted(language: Language, receipts: usize, items: usize, kept: usize) -> String {
    let mut said = match language {
        Language::Zh => format!("已接收 {receipts} 份回执，{items} 项"),
        Language::En => {
            format!("Accepted {}, {}", plural(receipts, "receipt"), plural(items, "item"))
        }
    };
    if kept > 0 {
        let (zh, en) =
            (format!("；上次报过的 {kept} 项保留"), format!("; {kept} from the earlier report kept"));
        said += &language.pick(zh, en);
    }
    said + language.pick("。", ".")
}

/// What an earlier receipt of the same unit and period held and this one does not.
pub fn dropped(language: Language, count: usize) -> String {
    language.pick(
        format!("上次报过、这次没有的 {count} 项"),
        format!("Reported before but not in this one: {}", plural(count, "item")),
    )
}

/// Whether such an item counts at the moment.
pub fn dropped_state(language: Language, is_standing: bool) -> &'static str {
    match is_standing {
        true => language.pick("现计入", "counts now"),
        false => language.pick("已退回，现不计入", "returned, does not count now"),
    }
}

/// Two organisations speak of the same item: whose the other one is.
pub fn met_organisation(language: Language, name: &str) -> String {
    language.pick(format!("{name}报的"), format!("reported by {name}"))
}

/// What became of a receipt that was dealt with before.
pub fn dealt_with(language: Language, name: &str, month: Month, is_returned: bool) -> String {
    let became = if is_returned { names::RETURNED } else { names::ACCEPTED }.words(language);
    let month = month.words(language);
    language.pick(
        format!("{name} {month}的回执{became}"),
        format!("the report of {name} for {month} was {became}"),
    )
}

/// Links were opened of which the receipts were dealt with before.
pub fn opened_again(language: Language, known: &[String]) -> String {
    let list = known.join(language.pick("，", ", "));
    language.pick(
        format!("{list}，不再列在下面。要再核对一遍，请粘贴这条链接。"),
        format!("Dealt with before: {list}. It is not listed below; paste the link to check it once more."),
    )
}

/// What was returned.
pub fn given_back(language: Language, name: &str, month: Month) -> String {
    let month = month.words(language);
    language.pick(
        format!("已退回{name} {month}的回执。请将下面的链接发给填报人。"),
        format!("Returned the report of {name} for {month}. Send the link below to the reporter."),
    )
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
