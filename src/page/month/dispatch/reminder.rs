//! 催办: what is missing, until when, and how to report it, as a text for the chat.

use super::row::{self, Row, RowStatus};
use super::words;
use crate::plan::Month;
use crate::standing::AsOf;
use crate::standing::Completeness;
use crate::standing::duty::{self, Duty, ReportStatus};
use crate::standing::window::window;
use crate::standing::year_duty::YearDuty;

/// Names of indicators that one text spells out; the rest are counted.
const MOST_NAMES: usize = 20;

/// The text for one organisation; none for a month that is not a period, or where nothing is awaited.
pub fn to(as_of: AsOf, month: Month, organisation: &str) -> Option<String> {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let window = window(plan, ledger, month)?;
    let year = YearDuty::new(ledger, month);
    let report = duty::report_of(plan, ledger, organisation, &year, today, offset);
    let standing = RowStatus::from(report);
    let lacking = row::missing(as_of, organisation, &year, standing);
    if !standing.is_open() && lacking == 0 {
        return None;
    }
    let name = plan.say(&plan.organisation(organisation)?.name, language).words;
    let reason = match report {
        ReportStatus::Returned { batch, .. } => duty::return_reason(ledger, batch),
        _ => None,
    };
    let asked = words::reminder_asked(language, month, standing, window, today, reason.as_deref());
    // Of what has come only what it lacks is asked for.
    let missing = match lacking {
        0 => missing(as_of, &duty::duty_of(plan, ledger, organisation, &year)),
        _ => lacks(as_of, organisation, month),
    };
    // The link itself is put below by whoever can make one.
    let how = match standing {
        RowStatus::Returned => words::of(language).how_returned,
        _ => words::of(language).how_below,
    };
    let lines = [words::reminder_head(language, &name), asked, missing, how.to_owned()];
    Some(lines.join("\n"))
}

/// One text for all who are late or have theirs back; while the window is open, for all who have not reported.
pub fn to_all(as_of: AsOf, month: Month) -> Option<String> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let window = window(plan, ledger, month)?;
    let name = |id: &str| Some(plan.say(&plan.organisation(id)?.name, language).words);
    let names = |is_wanted: &dyn Fn(RowStatus, usize) -> bool| -> Vec<String> {
        let standings = row::standings(as_of, month);
        standings
            .filter(|(_, standing, lacking)| is_wanted(*standing, *lacking))
            .filter_map(|(id, ..)| name(id))
            .collect()
    };
    let open = [RowStatus::Late, RowStatus::Awaited, RowStatus::Returned];
    let lines = open.map(|wanted| {
        words::reminder_names(language, Some(wanted), &names(&|standing, _| standing == wanted))
    });
    let partial = words::reminder_names(language, None, &names(&|_, lacking| lacking > 0));
    let lines: Vec<String> = lines.into_iter().chain([partial]).flatten().collect();
    if lines.is_empty() {
        return None;
    }
    let head = words::reminder_to_all(language, month, window, today);
    Some([vec![head], lines, vec![words::of(language).how.to_owned()]].concat().join("\n"))
}

/// The text to all with a link under each name that is reminded, so that one text is enough.
///
/// # Errors
/// The sentence with which the first link could not be made.
pub fn with_links(
    text: &str,
    rows: &[Row],
    address: impl Fn(&Row) -> Result<String, String>,
) -> Result<String, String> {
    let mut whole = text.to_owned();
    for row in rows.iter().filter(|row| row.reminder.is_some()) {
        let link = address(row)?;
        whole.extend(["\n\n", &row.organisation.text.words, "\n", &link]);
    }
    Ok(whole)
}

/// The figures that are due by name, the rest in numbers.
fn missing(as_of: AsOf, duty: &Duty) -> String {
    let due = duty.indicators.iter().filter(|owed| owed.is_due);
    let names: Vec<String> =
        due.map(|owed| as_of.plan.say(&owed.indicator.name, as_of.language).words).collect();
    let (spelled, more) = spelled(&names);
    words::reminder_missing(as_of.language, spelled, more, duty)
}

/// What is missing of a report that has come, by name.
fn lacks(as_of: AsOf, organisation: &str, month: Month) -> String {
    let all = Completeness::in_ledger(as_of.plan, as_of.ledger, organisation, month).missing;
    let names: Vec<String> = all.iter().map(|one| one.name.say(as_of.plan, as_of.language).words).collect();
    let (spelled, more) = spelled(&names);
    words::reminder_lacks(as_of.language, spelled, more)
}

/// The names that are spelled out, and how many more there are.
fn spelled(names: &[String]) -> (&[String], usize) {
    let (spelled, more) = names.split_at(names.len().min(MOST_NAMES));
    (spelled, more.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, day, figure, month, officer, plan};
    use crate::ledger::{Ledger, Said};
    use crate::text::Language::{self, En, Zh};

    fn text(ledger: &Ledger, today: &str, id: &str, language: Language) -> Option<String> {
        let plan = plan();
        let as_of = AsOf { plan: &plan, ledger, today: day(today), offset: 480, language };
        to(as_of, month("2024-09"), id)
    }

    /// Everything that is asked of 海城市 for September.
    fn whole(on: &str) -> crate::ledger::Batch {
        let figures = ["new-provincial-carriers", "carriers", "alliances"];
        let figures = figures.map(|id| figure(id, Some("haicheng"), "1"));
        let said = figures.into_iter().chain([Said::Submission]);
        crate::ledger::Batch { month: month("2024-09"), ..batch(1, on, "haicheng", said) }
    }

    /// walk a4, a20: a report that is not whole is called so, and reminded of what it lacks alone.
    #[test]
    fn a_report_that_lacks_something_is_reminded_of_that() {
        let part =
            batch(1, "2024-10-02", "haicheng", [figure("carriers", Some("haicheng"), "1"), Said::Submission]);
        let part = crate::ledger::Batch { month: month("2024-09"), ..part };
        let said = text(&Ledger::new([part]), "2024-10-08", "haicheng", Zh).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[1], "2024 年 9 月的回执已收到，但有缺项。");
        assert_eq!(lines[2], "还缺：入库省级典型联盟。");
        assert!(!said.contains("逾期"), "{said}");
    }

    #[test]
    fn a_reminder_says_what_is_missing_until_when_and_how() {
        let empty = Ledger::default();
        let late = text(&empty, "2024-10-08", "haicheng", Zh).unwrap();
        assert!(
            late.starts_with(
                "【催办】海城市：\n2024 年 9 月调度应于 2024-10-05 前报送（时限为假定），已逾期 3 天。"
            ),
            "{late}"
        );
        let plan = plan();
        for owed in duty::duty(&plan, &empty, "haicheng", month("2024-09")).indicators {
            let name = plan.say(&owed.indicator.name, Zh).words;
            assert_eq!(late.contains(&name), owed.is_due, "{name}");
        }
        assert!(late.contains("填报链接"), "{late}");
        let open = text(&empty, "2024-10-03", "haicheng", Zh).unwrap();
        assert!(open.contains("2024-10-01 至 2024-10-05 报送（时限为假定），还有 2 天"), "{open}");
        let others = text(&empty, "2024-10-08", "tax-bureau", Zh).unwrap();
        assert!(others.contains("零报告"), "{others}");
    }

    #[test]
    fn nobody_is_reminded_of_what_he_has_done_or_need_not_do_yet() {
        assert_eq!(text(&Ledger::default(), "2024-09-20", "haicheng", Zh), None);
        let sent = whole("2024-10-02");
        let mut ledger = Ledger::new([sent.clone()]);
        assert_eq!(text(&ledger, "2024-10-08", "haicheng", Zh), None);
        ledger.add(officer(2, "2024-10-03", [Said::Return { of: sent.id, reason: "<b>缺附件".into() }]));
        let returned = text(&ledger, "2024-10-08", "haicheng", Zh).unwrap();
        assert!(returned.contains("已退回") && returned.contains("<b>缺附件"), "{returned}");
    }

    #[test]
    fn one_text_names_all_who_are_late() {
        let plan = plan();
        let sent = whole("2024-10-02");
        let ledger = Ledger::new([sent]);
        let as_of =
            |language| AsOf { plan: &plan, ledger: &ledger, today: day("2024-10-06"), offset: 480, language };
        let text = to_all(as_of(Zh), month("2024-09")).unwrap();
        assert!(text.contains("台安县") && !text.contains("海城市"), "{text}");
        assert!(text.contains("逾期未报"), "{text}");
        let english = to_all(as_of(En), month("2024-09")).unwrap();
        assert!(english.contains("Overdue") && english.contains("2024-10-05"), "{english}");
        assert_eq!(to_all(as_of(Zh), month("2024-12")), None);
    }

    /// The text to all has a link for each whom it reminds, and for nobody else.
    #[test]
    fn the_text_to_all_carries_the_link_of_each_who_is_reminded() {
        let plan = plan();
        let ledger = Ledger::new([whole("2024-10-02")]);
        let today = day("2024-10-06");
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language: Zh };
        let page = crate::page::month::dispatch::model(as_of, month("2024-09"), None);
        let text = page.remind_all.expect("somebody is late");
        let whole = with_links(&text, &page.rows, |row| Ok(["http://x/#", &row.id].concat())).unwrap();
        assert!(whole.starts_with(&text), "{whole}");
        for row in &page.rows {
            let link = [row.organisation.text.words.as_str(), "\nhttp://x/#", &row.id].concat();
            assert_eq!(whole.contains(&link), row.reminder.is_some(), "{}", row.id);
        }
        assert!(page.rows.iter().any(|row| row.reminder.is_none()));
        assert_eq!(with_links(&text, &page.rows, |_| Err("太长".into())), Err("太长".into()));
    }

    #[test]
    fn a_text_spells_out_so_many_names_and_counts_the_rest() {
        let names = |count: usize| vec!["指标".to_owned(); count];
        let of = |count: usize| {
            let names = names(count);
            let (spelled, more) = spelled(&names);
            (spelled.len(), more)
        };
        assert_eq!((of(MOST_NAMES), of(MOST_NAMES + 7)), ((MOST_NAMES, 0), (MOST_NAMES, 7)));
    }
}
