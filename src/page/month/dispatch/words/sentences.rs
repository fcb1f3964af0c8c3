//! Titles, counts and cells.

use super::{days, plural};
use crate::ledger::words as names;
use crate::page::month::dispatch::timing::Wrong;
use crate::page::month::dispatch::{Counts, Lock};
use crate::plan::{Day, Month};
use crate::standing::duty::Duty;
use crate::standing::window::Window;
use crate::standing::words::window_source;
use crate::text::{Language, Text, isolated};

/// A month where its year stands beside it.
pub fn month_of_year(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{} 月", month.number()),
        Language::En => format!("{:02}", month.number()),
    }
}

/// How a period stands, in a sentence.
pub fn heading(
    language: Language,
    about: Month,
    window: Option<Window>,
    today: Day,
    counts: Counts,
) -> String {
    let name = about.words(language);
    let Some((opens, closes)) = window.map(Window::days) else {
        return language.pick(
            format!("{name}不在方案的调度期内"),
            format!("{name} is not a reporting period of the plan"),
        );
    };
    let Counts { owed, reported, missing, returned, partial, waiting, .. } = counts;
    if counts.is_idle() {
        return language.pick(
            format!("{name}调度：没有单位须报"),
            format!("Reports for {name}: no organisation has anything to report"),
        );
    }
    if counts.is_coming() {
        return language.pick(
            format!("{name}调度：{owed} 家应报，{opens} 起报"),
            format!("Reports for {name}: {} to report, from {opens}", plural(owed, "organisation")),
        );
    }
    if reported == owed && waiting == 0 && partial > 0 {
        return language.pick(
            format!("{name}调度：{owed} 家全部已报，其中 {partial} 家缺项"),
            format!("Reports for {name}: all {owed} in, {partial} of them incomplete"),
        );
    }
    if reported == owed && waiting == 0 {
        return language
            .pick(format!("{name}调度：{owed} 家全部已报"), format!("Reports for {name}: all {owed} in"));
    }
    let mut rest = Vec::new();
    if waiting > 0 {
        rest.push(language.pick(format!("{waiting} 家待核对"), format!("{waiting} to be checked")));
    }
    if missing > 0 {
        rest.push(language.pick(format!("{missing} 家逾期"), format!("{missing} overdue")));
    }
    if partial > 0 {
        rest.push(language.pick(format!("{partial} 家缺项"), format!("{partial} incomplete")));
    }
    if returned > 0 {
        rest.push(language.pick(format!("{returned} 家退回待改"), format!("{returned} returned")));
    }
    if missing + returned == 0 && today <= closes {
        rest.push(left(language, closes.since(today)));
    }
    let rest = rest.join(language.pick("，", ", "));
    language.pick(
        format!("{name}调度：{owed} 家已报 {reported} 家，{rest}"),
        format!("Reports for {name}: {reported} of {owed} in, {rest}"),
    )
}

fn left(language: Language, count: i64) -> String {
    match count {
        0 => language.pick("今天截止", "closes today").to_owned(),
        _ => language.pick(format!("距截止还有 {count} 天"), format!("{} left", days(count))),
    }
}

/// The window, today while that matters, and what the title leaves out.
pub fn lede(language: Language, window: Option<Window>, today: Day, counts: Counts) -> String {
    let Some(window) = window else {
        return language
            .pick("请在日历上另选一期。".to_owned(), "Choose another period in the calendar.".to_owned());
    };
    let ((opens, closes), source) = (window.days(), window_source(language, window.source));
    // Once the window is closed, which day it is changes nothing any more.
    let today = match today > closes {
        true => language.pick("已截止".to_owned(), "closed".to_owned()),
        false => language.pick(format!("今天 {today}"), format!("today is {today}")),
    };
    let mut sentence = language.pick(
        format!("填报时限 {opens} 至 {closes}{source}，{today}。"),
        format!("Reports are due {opens} to {closes}{source}; {today}."),
    );
    let parts = [
        (counts.accepted, names::ACCEPTED.words(language)),
        (counts.returned, names::RETURNED.words(language)),
        (counts.reported_late, language.pick("迟报", "reported late")),
        (counts.not_owed, language.pick("本期无须报", "with nothing due")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| match language {
        Language::Zh => format!("{what} {count} 家"),
        Language::En => format!("{count} {what}"),
    });
    let parts = parts.collect::<Vec<_>>().join(language.pick("，", ", "));
    if !parts.is_empty() {
        sentence.push_str(language.pick("", " "));
        sentence.push_str(&parts);
        sentence.push_str(language.pick("。", "."));
    }
    sentence
}

/// A period of the strip, for ears and on hovering.
pub fn period(
    language: Language,
    about: Month,
    counts: Counts,
    is_locked: bool,
    moved: Option<(Day, Day)>,
) -> String {
    let name = about.words(language);
    let Counts { owed, reported, reported_late, missing, returned, partial, .. } = counts;
    let mut parts = match counts.is_coming() {
        _ if counts.is_idle() => {
            vec![language.pick("没有单位须报", "no reports due").to_owned()]
        }
        true => vec![language.pick(format!("{owed} 家，未到时限"), format!("{owed} to report, not due yet"))],
        false => vec![
            language.pick(format!("{owed} 家已报 {reported} 家"), format!("{reported} of {owed} reported")),
        ],
    };
    let more = [
        (missing, language.pick("逾期未报", "overdue")),
        (partial, language.pick("缺项", "incomplete")),
        (reported_late, language.pick("迟报", "reported late")),
        (returned, language.pick("退回", "returned")),
    ];
    parts.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| match language {
        Language::Zh => format!("{what} {count} 家"),
        Language::En => format!("{count} {what}"),
    }));
    if let Some((opens, closes)) = moved {
        parts.push(
            language.pick(
                format!("时限调整为 {opens} 至 {closes}"),
                format!("dates moved to {opens} to {closes}"),
            ),
        );
    }
    if is_locked {
        parts.push(language.pick("已锁定", "locked").to_owned());
    }
    [name.as_str(), language.pick("：", ": "), &parts.join(language.pick("，", ", "))].concat()
}

/// Items of the year's list, counted.
pub(super) fn items_of_year(language: Language, count: usize) -> String {
    language
        .pick(format!("年度清单事项 {count} 项"), [&plural(count, "item"), " of the year’s list"].concat())
}

/// What an organisation owes, counted.
pub fn owes(language: Language, duty: &Duty) -> String {
    let indicators = duty.indicators.len();
    let due = duty.indicators.iter().filter(|owed| owed.is_due).count();
    let (measures, milestones, items) = (duty.measures.len(), duty.milestones.len(), duty.items.len());
    if indicators + measures + milestones + items == 0 {
        return language.pick("只报问题；没有则零报告", "problems only, or none").to_owned();
    }
    let mut parts = Vec::new();
    if indicators > 0 {
        parts.push(language.pick(
            format!("指标 {indicators} 项（须报 {due} 项）"),
            format!("{} ({due} due)", plural(indicators, "indicator")),
        ));
    }
    if measures > 0 {
        parts.push(language.pick(format!("举措 {measures} 项"), plural(measures, "measure")));
    }
    if items > 0 {
        parts.push(items_of_year(language, items));
    }
    if milestones > 0 {
        parts.push(language.pick(format!("节点 {milestones} 项"), plural(milestones, "milestone")));
    }
    parts.join(language.pick("、", ", "))
}

/// How often an organisation was reminded, and when last.
pub fn reminded(language: Language, count: u16, last: Day) -> String {
    language.pick(
        format!("已催办 {count} 次，最近 {last}"),
        match count {
            1 => format!("reminded on {last}"),
            _ => format!("reminded {count} times, last on {last}"),
        },
    )
}

/// When a report was written and by whom, as it says of itself, isolated.
pub fn came(language: Language, on: Day, person: &str) -> String {
    let person = if person.is_empty() { language.pick("未署名", "unsigned") } else { person };
    format!("{on} · {}", isolated(person))
}

/// The window of a period, and on whose word it stands.
pub fn window(language: Language, window: Window) -> String {
    let ((opens, closes), source) = (window.days(), window_source(language, window.source));
    language.pick(
        format!("本期填报时限 {opens} 至 {closes}{source}。"),
        format!("Reports for this period are due {opens} to {closes}{source}."),
    )
}

/// Since when the page is used.
pub fn start_of_use(language: Language, first: Option<Month>) -> String {
    match (language, first.map(|first| first.words(language))) {
        (Language::Zh, None) => "未设启用首期：方案各期均计为应报。".to_owned(),
        (Language::Zh, Some(first)) => format!("自 {first} 启用，此前各期不要求填报。"),
        (Language::En, None) => {
            "No start of use is set: every period of the plan is to be reported.".to_owned()
        }
        (Language::En, Some(first)) => format!("In use from {first}; no reports are asked for before it."),
    }
}

/// What is wrong with a window.
pub fn wrong_window(language: Language, wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::NoDay => language.pick("日期请写成 2024-09-30。", "Write dates as 2024-09-30."),
        Wrong::Order => language.pick(
            "起报日不能早于当月，截止日不能早于起报日。",
            "The first day cannot be before the month, nor the last day before the first.",
        ),
        Wrong::TooLate => language.pick(
            "截止日比当月晚了一年以上，请核对年份。",
            "The last day is more than a year after the month: check the year.",
        ),
        Wrong::NoReason => language.pick("请写明调整理由。", "Please give a reason."),
    }
}

/// That the window is not the plan's.
pub fn assumed_window(language: Language, opens: u32, closes: u32) -> String {
    match language {
        Language::Zh => {
            format!("填报时限（次月 {opens}—{closes} 日）方案没有写明，为方案数据中的假定，可以调整。")
        }
        Language::En => format!(
            "The plan does not state the reporting dates (day {opens}–{closes} of the next month): they are assumed in the plan's data and can be changed."
        ),
    }
}

/// Whether the period is closed, in a sentence that begins with the name of whoever closed it.
pub fn lock_sentence(language: Language, lock: &Lock) -> [Text; 2] {
    match lock {
        Lock::Open { batches } => {
            let sentence = language.pick(
                format!("本期未锁定，已有 {batches} 份填报。锁定后，后到的不计入。"),
                format!(
                    "Not locked; {} so far. Once locked, what comes later does not count.",
                    plural(*batches, "report")
                ),
            );
            [Text::default(), Text::plain(sentence)]
        }
        Lock::Locked { on, by, accepted, shut_out } => {
            let by = if by.is_empty() { language.pick("未署名", "somebody") } else { by };
            let rest = language.pick(
                format!(" 于 {on} 锁定了 {accepted} 份填报；此后送到 {shut_out} 份，不计入。"),
                format!(
                    " locked {} on {on}; {shut_out} came later and do not count.",
                    plural(*accepted, "report")
                ),
            );
            [Text::typed(by, language), Text::plain(rest)]
        }
    }
}

/// What is asked before a period is locked; nothing where everything is there and accepted.
pub fn lock_question(language: Language, counts: Counts) -> Option<String> {
    let Counts { owed, reported, accepted, returned, partial, .. } = counts;
    let silent = owed - reported - returned;
    let parts = [
        (silent, language.pick("家未报", "have not reported")),
        (partial, language.pick("家缺项", "are incomplete")),
        (returned, language.pick("家退回待改", "were returned")),
        (reported - accepted, language.pick("家的回执未接收", "are not accepted yet")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    let list = parts.join(language.pick("，", ", "));
    (!parts.is_empty()).then(|| {
        language.pick(
            format!("{list}。锁定后，后到的不计入。仍要锁定？"),
            format!("{list}. Once locked, what comes later does not count. Lock all the same?"),
        )
    })
}

/// Until when a period is to be reported, within a sentence that goes on; nothing where it has no window.
fn due(language: Language, window: Option<Window>, today: Day) -> String {
    let Some(window) = window else { return String::new() };
    let ((_, closes), source) = (window.days(), window_source(language, window.source));
    match (language, today > closes) {
        (Language::Zh, false) => format!("，请于 {closes} 前报送{source}"),
        (Language::Zh, true) => format!("，应于 {closes} 前报送{source}，请尽快补报"),
        (Language::En, false) => format!(", due by {closes}{source}"),
        (Language::En, true) => format!(", was due by {closes}{source}"),
    }
}

/// What a fill-in link is, before its address.
pub fn fill_in_title(
    language: Language,
    about: Month,
    window: Option<Window>,
    today: Day,
    name: &str,
) -> String {
    let (month, due) = (about.words(language), due(language, window, today));
    language.pick(
        format!("【填报链接】{name} {month}调度{due}：打开填写，没有网络也能填，填完请将回执发回。涉密内容不得填报。"),
        format!("Fill-in link for {name}, {month}{due}: open it, fill in the form (offline too), send the receipt back. Nothing classified may be reported."),
    )
}

/// That so many open problems find no room in a link; nothing where all do.
pub fn left_out(language: Language, count: usize) -> String {
    match (count, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("另有 {count} 个问题未随链接带出，请向主管单位核对。"),
        (1, Language::En) => " 1 more problem does not fit into the link: ask for it.".to_owned(),
        (_, Language::En) => format!(" {count} more problems do not fit into the link: ask for them."),
    }
}

/// What the text with all fill-in links is, before them.
pub fn all_links_title(
    language: Language,
    about: Month,
    window: Option<Window>,
    today: Day,
    count: usize,
) -> String {
    let (month, due) = (about.words(language), due(language, window, today));
    language.pick(
        format!("【填报链接】{month}调度，共 {count} 家{due}：请打开本单位的链接填写，没有网络也能填，填完请将回执发回。涉密内容不得填报。"),
        format!("Fill-in links for {month}, {}{due}: open your own, fill in the form (offline too), send the receipt back. Nothing classified may be reported.", plural(count, "organisation")),
    )
}

/// What the sheet of codes is.
pub fn codes_title(language: Language, about: Month) -> String {
    let month = about.words(language);
    language.pick(format!("{month}调度填报二维码"), format!("Fill-in codes for {month}"))
}

/// What a returned report is, before its address.
pub fn returned_title(language: Language, about: Month, name: &str, reason: &str) -> String {
    let (month, reason) = (about.words(language), isolated(reason));
    language.pick(
        format!("【退回】{name} {month}调度：{reason}。打开链接改后重报。"),
        format!("Returned: {name}, {month}: {reason}. Open the link, correct it and report again."),
    )
}
