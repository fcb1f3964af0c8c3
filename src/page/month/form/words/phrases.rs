//! Sentences and phrases of the form with figures and days in them.

use super::super::model::Asking;
use super::super::paste::Pasted;
use super::super::sheet::{Aim, NoForm, Sheet};
use crate::ledger::Stage;
use crate::plan::unit;
use crate::plan::{Basis, Day, Frequency, Milestone, MilestoneKind, Month, Quantity, Year};
use crate::standing::window::Window;
use crate::standing::year_duty::OwedItem;
use crate::standing::{
    self,
    duty::{self, NotOwed},
};
use crate::text::{Language, isolated};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month with its year: 2024 年 8 月, August 2024.
pub fn month(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{} 年 {} 月", month.year(), month.number()),
        Language::En => format!("{} {}", month_name(month), month.year()),
    }
}

fn month_name(month: Month) -> &'static str {
    MONTHS.get(usize::from(month.number()).wrapping_sub(1)).copied().unwrap_or("")
}

fn day(language: Language, day: Day) -> String {
    match language {
        Language::Zh => format!("{}{} 日", month(language, day.month()).replace("月", "月 "), day.number()),
        Language::En => format!("{} {}", day.number(), month(language, day.month())),
    }
}

/// The beginning of the heading; the name of the organisation follows.
pub fn title(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{}调度 · ", self::month(language, month)),
        Language::En => format!("Report for {} · ", self::month(language, month)),
    }
}

/// Until when the form is due, or that it is not: whoever owes nothing is late with nothing.
pub fn deadline(
    language: Language,
    window: Option<Window>,
    not_owed: Option<NotOwed>,
    today: Option<Day>,
) -> String {
    if let Some(why) = not_owed {
        return standing::words::not_owed_sentence(language, why).to_owned();
    }
    let Some(window) = window else { return String::new() };
    let (opens, closes) = window.days();
    let (first, last) = (day(language, opens), day(language, closes));
    let assumed = standing::words::window_source(language, window.source);
    match (language, today) {
        (Language::Zh, Some(today)) if today > closes => {
            format!("应于 {last}前报送{assumed}，已过时限，仍可补报。")
        }
        (Language::En, Some(today)) if today > closes => {
            format!("Was due by {last}{assumed}; a late report may still be sent.")
        }
        (Language::Zh, Some(today)) if today < opens => format!("{first}起报，{last}前报送{assumed}。"),
        (Language::En, Some(today)) if today < opens => format!("Due from {first} to {last}{assumed}."),
        (Language::Zh, _) => format!("请于 {last}前报送{assumed}。"),
        (Language::En, _) => format!("Due by {last}{assumed}."),
    }
}

/// How far the form is: items filled in, stages as they were last, and items due that are not filled.
pub fn progress(language: Language, filled: usize, unchanged: usize, missing: usize) -> String {
    if filled + unchanged + missing == 0 {
        return language.pick("尚未填报。", "Nothing is filled in yet.").to_owned();
    }
    match language {
        Language::Zh => {
            let unchanged =
                if unchanged > 0 { format!("{unchanged} 项同上次，") } else { String::new() };
            let rest =
                if missing > 0 { format!("还差 {missing} 项。") } else { "已填齐。".to_owned() };
            format!("已填 {filled} 项，{unchanged}{rest}")
        }
        Language::En => {
            let unchanged = if unchanged > 0 { format!("{unchanged} as before, ") } else { String::new() };
            let rest = if missing > 0 { format!("{missing} missing.") } else { "none missing.".to_owned() };
            format!("{filled} filled in, {unchanged}{rest}")
        }
    }
}

/// Stored values of this device could not be read: what a receipt from here lacks by that.
pub fn lacking(language: Language, unread: u16) -> Option<String> {
    (unread > 0).then(|| match language {
        Language::Zh => format!(
            "本机有 {unread} 段记录读不出，这份回执可能不全；回执中已注明，收件人可以看到。请核对各项，缺项补报。"
        ),
        Language::En => format!(
            "{unread} of the values stored on this device cannot be read, so this receipt may be incomplete. The receipt says so, and the recipient will see it. Check each item, and report what is missing."
        ),
    })
}

/// The line for people above the letters of a receipt. What may be missing comes first: a long line is cut at its end.
pub fn receipt_title(
    language: Language,
    unread: u16,
    [plan, organisation, month]: [&str; 3],
    answered: Option<&str>,
) -> String {
    let lacking = match (unread, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("可能不全（填报设备有 {unread} 段记录读不出）· "),
        (_, Language::En) => format!("Possibly incomplete ({unread} stored values unreadable) · "),
    };
    let between = if answered.is_some() { language.pick("，", ", ") } else { "" };
    let receipt = language.pick(" 回执 ", " receipt ");
    [&lacking, plan, receipt, organisation, " ", month, between, answered.unwrap_or_default()].concat()
}

/// How much of what is asked a receipt answers.
pub fn answered(language: Language, answered: usize, asked: usize) -> String {
    match language {
        Language::Zh if asked == 0 => "本期没有须报项".to_owned(),
        Language::En if asked == 0 => "nothing was due".to_owned(),
        Language::Zh if answered == asked => format!("{asked} 项已全部填报"),
        Language::Zh => format!("{asked} 项中已填 {answered} 项"),
        Language::En if answered == asked => format!("all {asked} items answered"),
        Language::En => format!("{answered} of {asked} items answered"),
    }
}

/// What must be filled in, with how many there are of it.
pub fn counted(language: Language, what: &str, count: usize) -> String {
    match language {
        Language::Zh => format!("{what} {count} 项"),
        Language::En => format!("{what} ({count})"),
    }
}

/// How many items are due and not filled in, in the bar at the foot.
pub fn missing(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("还差 {count} 项"),
        Language::En => format!("{count} missing"),
    }
}

/// How many items may stay empty.
pub fn optional(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("可不填的 {count} 项"),
        Language::En => format!("Optional ({count})"),
    }
}

/// Why they may: of how many the target's year is past, and how many are asked less often.
pub fn why_optional(language: Language, sheet: &Sheet) -> String {
    let past = sheet.optional_figures().filter(|asked| asked.is_past).count();
    let rare = sheet.optional_figures().count() - past;
    let done = sheet.optional_steps().count();
    let of = |count: usize, zh: &str, en: &str| match language {
        _ if count == 0 => None,
        Language::Zh => Some(format!("{zh} {count}")),
        Language::En => Some(format!("{count} {en}")),
    };
    let all = [
        of(rare, "本期无须报", "nothing due"),
        of(past, "目标年份已过", "past their last target"),
        of(done, Stage::Done.words(Language::Zh), Stage::Done.words(Language::En)),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(language.pick("，", ", "))
}

/// Behind a stage that is as it was last.
pub fn as_before(language: Language) -> &'static str {
    language.pick("（同上次）", " (as before)")
}

/// Behind what takes the place of something recorded.
pub fn correction(language: Language) -> &'static str {
    language.pick("（更正）", " (correction)")
}

/// Behind a figure: the one before it.
pub fn before(language: Language, of: Month, now: Month, value: Quantity) -> String {
    let of = last(language, of, now);
    match language {
        Language::Zh => format!("（{of} {value}）"),
        Language::En => format!(" ({of} {value})"),
    }
}

/// Stages that are as they were last, in one line.
pub fn unchanged(language: Language, stages: &[Stage]) -> String {
    let count = |stage: Stage| stages.iter().filter(|one| **one == stage).count();
    let each =
        [Stage::NotStarted, Stage::Underway, Stage::Done].into_iter().filter(|stage| count(*stage) > 0);
    let each: Vec<String> = each.map(|stage| format!("{} {}", stage.words(language), count(stage))).collect();
    let all = stages.len();
    match language {
        Language::Zh => format!("同上次 {all} 项：{}", each.join("，")),
        Language::En => format!("As before, {all}: {}", each.join(", ")),
    }
}

/// Who says so, and the code by which two people see whether they have the same receipt.
pub fn signature(language: Language, person: &str, code: &str) -> String {
    match (person.trim(), language) {
        ("", Language::Zh) => format!("填报人未署名，核对码 {code}"),
        ("", Language::En) => format!("Not signed, check code {code}"),
        (person, Language::Zh) => format!("填报人：{}，核对码 {code}", isolated(person)),
        (person, Language::En) => format!("Filled in by {}, check code {code}", isolated(person)),
    }
}

/// Who fills in, on the line of the folded field.
pub fn signed(language: Language, person: &str) -> String {
    match (person.trim(), language) {
        ("", Language::Zh) => "写在回执上，可不填".to_owned(),
        ("", Language::En) => "shown on the receipt; optional".to_owned(),
        (person, Language::Zh) => format!("{}，将写在回执上", isolated(person)),
        (person, Language::En) => format!("{}, as on the receipt", isolated(person)),
    }
}

/// Asks whether a receipt is to be made though something is missing, or there is nothing on it at all.
pub fn ask_first(language: Language, asking: Asking) -> String {
    let missing = match asking {
        Asking::Nothing => {
            return language
                .pick(
                    "未填任何一项：确认没有要报的内容，仍要生成？",
                    "Nothing is filled in. Is there nothing to report? Make the receipt all the same?",
                )
                .to_owned();
        }
        Asking::Unchanged(count) => {
            return match language {
                Language::Zh => format!("{count} 项进展均同上次，未作改动：仍要生成？"),
                Language::En => {
                    format!(
                        "Nothing was changed: all {count} stages are as before. Make the receipt all the same?"
                    )
                }
            };
        }
        Asking::Missing(count) => count,
    };
    match language {
        Language::Zh => format!("还差 {missing} 项没填：仍要生成？"),
        Language::En if missing == 1 => "1 item is not filled in. Make the receipt all the same?".to_owned(),
        Language::En => format!("{missing} items are not filled in. Make the receipt all the same?"),
    }
}

/// How many places have to be put right before a receipt can be made.
pub fn faults(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 处须改正，改正后方可生成回执："),
        Language::En if count == 1 => "1 field must be corrected before a receipt can be made:".to_owned(),
        Language::En => format!("{count} fields must be corrected before a receipt can be made:"),
    }
}

/// How many fields look like a slip, at the foot of the form.
pub fn warnings(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 处疑似笔误，请核对"),
        Language::En if count == 1 => "1 field looks wrong".to_owned(),
        Language::En => format!("{count} fields look wrong"),
    }
}

/// What *as last month* did.
pub fn filled_as_last(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, 0) => "没有可照旧的：各空项上月均无数据。".to_owned(),
        (Language::Zh, _) => format!("已按上月填入 {count} 项。"),
        (Language::En, 0) => "Nothing to carry over: no empty item has data from last month.".to_owned(),
        (Language::En, 1) => "1 item filled as last month.".to_owned(),
        (Language::En, _) => format!("{count} items filled as last month."),
    }
}

/// What *nothing to report* did.
pub fn filled_nothing(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, 0) => "没有空着的须报指标，未作改动。".to_owned(),
        (Language::Zh, _) => format!("已将 {count} 个空项记为零报告，已填的未动。"),
        (Language::En, 0) => "No figure that is due is empty: nothing was changed.".to_owned(),
        (Language::En, 1) => {
            "1 empty item is now set to “nothing to report”; what was filled in stays.".to_owned()
        }
        (Language::En, _) => {
            format!("{count} empty items are now set to “nothing to report”; what was filled in stays.")
        }
    }
}

/// On which day a receipt was made that is shown again.
pub fn made_on(language: Language, on: Day) -> String {
    let on = day(language, on);
    match language {
        Language::Zh => format!("本期回执已于 {on}生成；收件人没有收到的，可以再发一次"),
        Language::En => format!("This receipt was made on {on}; if it has not arrived, send it again"),
    }
}

/// Of which day the figures are.
pub fn up_to(language: Language, month: Month) -> String {
    let Some(first) = month.day(1) else { return String::new() };
    let end = day(language, first.month_end());
    match language {
        Language::Zh => format!("截至 {end}的数"),
        Language::En => format!("as of {end}"),
    }
}

/// Which figure a basis asks for.
pub fn asks(language: Language, basis: Basis, month: Month, first: Year, is_share: bool) -> String {
    let words = match (basis, language) {
        (Basis::YearlyFlow, Language::Zh) => format!("{} 年初以来", month.year()),
        (Basis::YearlyFlow, Language::En) => format!("since January {}", month.year()),
        (Basis::RunningTotal, Language::Zh) => format!("{first} 年以来累计"),
        (Basis::RunningTotal, Language::En) => format!("total since {first}"),
        (Basis::Stock | Basis::Level, _) => basis.words(language).to_owned(),
        (Basis::Unstated, Language::Zh) => "口径未载明，请附注说明".to_owned(),
        (Basis::Unstated, Language::En) => "basis not stated: explain it in the note".to_owned(),
    };
    match (is_share, language) {
        (false, _) => words,
        (true, Language::Zh) => format!("本辖区，{words}"),
        (true, Language::En) => format!("your own district, {words}"),
    }
}

/// The target that a field names. The city's, where a district reports its share.
pub fn target(language: Language, aim: &Aim, is_share: bool) -> String {
    let mark = match aim.comparator.mark(language) {
        "" => String::new(),
        mark if mark.chars().all(char::is_alphabetic) => format!("{mark} "),
        mark => mark.to_owned(),
    };
    let (year, value) = (aim.year, aim.value);
    match language {
        Language::Zh => {
            let whose = if is_share { "全市 " } else { "" };
            let kind = if aim.is_set_later { "分解目标" } else { "目标" };
            format!(" · {whose}{year} 年{kind} {mark}{value}")
        }
        Language::En => {
            let whose = if is_share { "the city's " } else { "" };
            let kind = if aim.is_set_later { "target set later" } else { "target" };
            format!(" · {whose}{year} {kind} {mark}{value}")
        }
    }
}

/// No figure is due for this period.
pub fn not_due(language: Language, frequency: Frequency) -> String {
    match (language, frequency) {
        (Language::Zh, Frequency::Yearly) => " · 每年报一次，本期可不填".to_owned(),
        (Language::Zh, _) => " · 每季报一次，本期可不填".to_owned(),
        (Language::En, Frequency::Yearly) => " · reported once a year, optional now".to_owned(),
        (Language::En, _) => " · reported once a quarter, optional now".to_owned(),
    }
}

/// That no target asks for the figure any more.
pub fn past(language: Language) -> &'static str {
    language.pick(" · 目标年份已过，可不填", " · the year of its last target is past, optional")
}

/// The year whose measure it is.
pub fn measure_of(language: Language, year: Year) -> String {
    match language {
        Language::Zh => format!(" · {year} 年举措"),
        Language::En => format!(" · measure of {year}"),
    }
}

/// What an item of the year's list is, and its due day.
pub fn item_about(language: Language, item: &OwedItem, has_section: bool) -> String {
    let before = if has_section { " · " } else { "" };
    let (kind, year) = (item.kind.words(language), language.pick("年度清单", "year’s list"));
    let due = item.due.map(|due| language.pick(format!(" · {due} 前完成"), format!(" · due {due}")));
    [before, year, " · ", kind, &due.unwrap_or_default()].concat()
}

/// Years and kind of a milestone.
pub fn milestone_about(language: Language, milestone: &Milestone) -> String {
    let years = milestone.years;
    let direction = match milestone.kind {
        MilestoneKind::State => "",
        MilestoneKind::Direction => {
            language.pick("，属方向，不选“已完成”", ", a direction: it is never done")
        }
    };
    match language {
        Language::Zh => format!(" · {years} 年{direction}"),
        Language::En => format!(" · {years}{direction}"),
    }
}

/// What stands before the last figure: 上月, or its month.
pub fn last(language: Language, of: Month, now: Month) -> String {
    match language {
        Language::Zh if now.since(of) == 1 => "上月".to_owned(),
        Language::En if now.since(of) == 1 => "last month".to_owned(),
        Language::Zh if of.year() == now.year() => format!("{} 月", of.number()),
        _ => month(language, of),
    }
}

pub fn until(language: Language, until: Day) -> String {
    match language {
        Language::Zh => format!("{}前", day(language, until)),
        Language::En => format!("by {}", day(language, until)),
    }
}

/// What became of what the organisation sent before.
pub fn earlier(language: Language, standing: duty::ReportStatus) -> String {
    let words = match standing {
        duty::ReportStatus::Returned { .. } => {
            language.pick("本期回执已被退回，请改后重报。", "The receipt for this period was returned: correct it and send it again.")
        }
        duty::ReportStatus::Accepted { .. } => language.pick(
            "本期已报，已接收。再报即为更正，改动的数须填写更正原因。",
            "This period was reported and accepted. Another receipt is a correction: give the reason for the correction of each figure that changes.",
        ),
        duty::ReportStatus::Submitted { .. } => language.pick(
            "本期已报。再报即为更正，改动的数须填写更正原因。",
            "This period was reported. Another receipt is a correction: give the reason for the correction of each figure that changes.",
        ),
        duty::ReportStatus::NotOwed(_)
        | duty::ReportStatus::Coming
        | duty::ReportStatus::Awaited
        | duty::ReportStatus::Late => "",
    };
    words.to_owned()
}

/// Why there is no such form.
pub fn no_form(language: Language, why: &NoForm) -> String {
    match (language, why) {
        (Language::Zh, NoForm::UnknownOrganisation) => "本方案没有这个单位。请从调度页的名单中选择。".into(),
        (Language::En, NoForm::UnknownOrganisation) => {
            "This plan has no such organisation. Choose one from the list on the reports page.".into()
        }
        (Language::Zh, NoForm::OwesNothing) => "按方案，这个单位没有须报事项。请从调度页的名单中选择。".into(),
        (Language::En, NoForm::OwesNothing) => {
            "Under the plan, this organisation has nothing to report. Choose one from the list on the reports page.".into()
        }
        (Language::Zh, NoForm::NotAPeriod(Some((first, last)))) => {
            format!("这不是调度期：可报 {} 至 {}。", month(language, *first), month(language, *last))
        }
        (Language::En, NoForm::NotAPeriod(Some((first, last)))) => {
            format!("This is not a reporting period: they run from {} to {}.", month(language, *first), month(language, *last))
        }
        (Language::Zh, NoForm::NotAPeriod(None)) => "本方案没有规定调度期。".into(),
        (Language::En, NoForm::NotAPeriod(None)) => "This plan sets no reporting periods.".into(),
    }
}

/// What a pasted block would fill, in a sentence.
pub fn pasted(language: Language, pasted: &Pasted) -> String {
    let (rows, fills) = (pasted.rows(), pasted.fills());
    let (asked, left) = (pasted.asked(), pasted.left());
    match language {
        Language::Zh => {
            let asked = if asked > 0 { format!("，{asked} 行待选择") } else { String::new() };
            let left = if left > 0 { format!("，{left} 行不填入") } else { String::new() };
            format!("共 {rows} 行，对应 {fills} 项{asked}{left}。")
        }
        Language::En => {
            let asked = if asked > 0 { format!(", {asked} to be chosen") } else { String::new() };
            let left = if left > 0 { format!(", {left} left out") } else { String::new() };
            format!("Rows: {rows}; matched: {fills}{asked}{left}.")
        }
    }
}

/// What was filled in, in a sentence.
pub fn pasted_in(language: Language, rows: usize, fills: usize, replaced: usize) -> String {
    match language {
        Language::Zh => {
            let replaced =
                if replaced > 0 { format!("，其中 {replaced} 项原来有内容") } else { String::new() };
            let rest = rows.saturating_sub(fills);
            let rest = if rest > 0 { format!("，其余 {rest} 行未填") } else { String::new() };
            format!("粘贴的表共 {rows} 行，已填 {fills} 项{replaced}{rest}。")
        }
        Language::En => {
            let replaced = if replaced > 0 {
                format!(", {replaced} of them replacing earlier contents")
            } else {
                String::new()
            };
            format!("Pasted {rows} rows, filled in {fills} items{replaced}.")
        }
    }
}

/// A figure for a sentence, with its unit where that is in the page's language.
pub fn figure(value: Quantity, unit: &str) -> String {
    [value.to_string().as_str(), unit::gap(unit), unit].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// walk16 A12: a receipt that is shown again says that all is filled in, and not that it was sent to anybody.
    #[test]
    fn a_receipt_that_is_shown_again_does_not_claim_to_have_been_sent() {
        let on = Day::parse("2024-09-03").expect("a day");
        let said = [made_on(Language::Zh, on), answered(Language::Zh, 19, 19), answered(Language::Zh, 5, 19)];
        assert_eq!(said[0], "本期回执已于 2024 年 9 月 3 日生成；收件人没有收到的，可以再发一次");
        assert_eq!(said[1..], ["19 项已全部填报", "19 项中已填 5 项"]);
    }

    /// hostile 7b: what may be missing stands in the text of a receipt, also where the line is too long, and on its page.
    #[test]
    fn a_receipt_says_in_page_and_text_that_records_could_not_be_read() {
        for language in Language::ALL {
            let title =
                |unread, name: &str| receipt_title(language, unread, ["创新", name, "2024-08"], Some("x"));
            let long = crate::link::text_form::text_form(&title(3, &"长".repeat(200)), &[], "pLan");
            assert!(long.lines().next().is_some_and(|line| line.contains("3")), "{long}");
            assert_eq!(lacking(language, 0), None);
            assert!(lacking(language, 3).is_some_and(|said| said.contains("3")));
            assert!(title(3, "科技局").ends_with(&title(0, "科技局")) && title(3, "") != title(0, ""));
        }
    }
}
