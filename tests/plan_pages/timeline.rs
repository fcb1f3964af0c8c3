use crate::{anshan, harbour_city};
use planboard::page::plan::timeline::{Phase, Timeline, model};
use planboard::plan::Day;
use planboard::text::Language::{En, Zh};

fn on(day: &str) -> Timeline {
    model(&anshan(), None, None, Day::parse(day), Zh)
}

/// How many rounds are past, coming and open.
fn phases(page: &Timeline) -> [usize; 3] {
    let rounds = || page.calendar.iter().flat_map(|year| &year.months).flat_map(|month| &month.rounds);
    [Phase::Past, Phase::Coming, Phase::Open]
        .map(|phase| rounds().filter(|round| round.phase == Some(phase)).count())
}

#[test]
fn each_day_has_its_past_and_its_coming_rounds() {
    // 29 months, 10 quarters, 5 half years and 3 years end from August 2023 to December 2025.
    let cases = [
        ("2023-08-10", [0, 47, 0], "下一次是月调度，2023-09-01 至 2023-09-05 填报"),
        ("2023-09-01", [0, 46, 1], "月调度正在填报，2023-09-05 截止，还有 4 天"),
        ("2023-09-05", [0, 46, 1], "月调度正在填报，2023-09-05 截止，还有 0 天"),
        ("2023-09-06", [1, 46, 0], "下一次是月调度，2023-10-01 至 2023-10-05 填报"),
        ("2024-01-03", [5, 38, 4], "月调度正在填报，2024-01-05 截止，还有 2 天"),
        ("2026-01-06", [47, 0, 0], "方案期已满，47 次调度、通报、评估、对账的时限都已过去"),
        ("2026-11-24", [47, 0, 0], "方案期已满，47 次调度、通报、评估、对账的时限都已过去"),
    ];
    for (day, expected, headline) in cases {
        let page = on(day);
        assert_eq!(phases(&page), expected, "{day}");
        assert_eq!(page.headline.words, headline, "{day}");
    }
}

#[test]
fn without_a_day_nothing_is_past_or_open() {
    let page = model(&anshan(), None, None, None, Zh);
    assert_eq!(phases(&page), [0, 0, 0]);
    assert_eq!(page.headline.words, "方案期内须调度、通报、评估、对账 47 次");
}

#[test]
fn the_calendar_begins_with_the_first_month_that_can_be_reported() {
    let page = on("2026-11-24");
    let first = &page.calendar[0].months[0];
    assert_eq!((first.month.as_str(), first.rounds[0].reports_on.as_str()), ("2023-09", "报 2023-08"));
    let last = page.calendar.last().and_then(|year| year.months.last()).expect("a last month");
    assert_eq!((last.month.as_str(), last.rounds.len()), ("2026-01", 4));
}

#[test]
fn a_year_says_how_much_it_leaves_unset() {
    let notes = |page: Timeline| page.years.into_iter().map(|year| year.note).collect::<Vec<_>>();
    let anshan = notes(model(&anshan(), None, None, None, Zh));
    assert_eq!(anshan[1], "1 个目标值，其余 16 项指标未设");
    for note in notes(model(&harbour_city(), None, None, None, En)) {
        assert!(!note.contains("not set"), "every year of the second plan is set: {note}");
    }
}

#[test]
fn a_window_says_whether_the_plan_states_it() {
    let sources = |page: Timeline| page.rounds.into_iter().map(|round| round.source).collect::<Vec<_>>();
    assert_eq!(sources(on("2026-11-24")), ["时限为假定，方案没有写明"; 4]);
    assert_eq!(sources(model(&harbour_city(), None, None, None, En)), ["dates as the plan states"; 2]);
}
