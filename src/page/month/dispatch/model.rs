//! What the dispatch page shows, as data.

use super::lock::{self, Lock};
use super::period::{self, Counts, Period};
use super::row::{self, Row, RowStatus};
use super::timing::{Timing, timing};
use super::{reminder, words};
use crate::ledger::Id;
use crate::page::shared::problems::{self, Problems};
use crate::page::shared::todo::{Todo, todo};
use crate::plan::{Month, Year};
use crate::route::Route;
use crate::standing::AsOf;
use crate::standing::duty;
use crate::standing::window::window;
use crate::standing::year_list::ListCount;
use crate::text::{Link, Text};

/// One reporting period: who owes what, and how everybody stands with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispatch {
    pub month: Month,
    /// The plan has this period; of another month there is nothing to lock and no paper to write.
    pub is_period: bool,
    /// How the period stands, in a sentence.
    pub heading: String,
    /// When reports may come in, and what else there is to say.
    pub lede: String,
    /// Every period of the plan by year, with its counts.
    pub years: Vec<(Year, Vec<Period>)>,
    /// What of the year's list was added, carried on and ended by then, and by what paper; none where nobody said anything
    /// of it.
    pub list: Option<Listing>,
    /// Who owes a report; nobody for a month that is not a period of the plan.
    pub rows: Vec<Row>,
    /// What the plan does not say and this page takes for granted, in sentences.
    pub assumed: Vec<String>,
    pub timing: Timing,
    pub lock: Lock,
    /// What is asked before a period is locked of which something is missing still.
    pub lock_question: Option<String>,
    /// The text that reminds all at once, while somebody has to be reminded.
    pub remind_all: Option<String>,
    /// Every problem that was reported up to the month of today.
    pub problems: Problems,
    /// What the organisation that the user says he is must do now; none while he has not said.
    pub todo: Option<Vec<Todo>>,
}

/// The list of the year in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// To the list.
    pub link: Link,
    /// What stands on it, counted, and the papers.
    pub told: Vec<Text>,
}

/// The page of a period. `me` is the organisation that the user says he is.
pub fn model(as_of: AsOf, month: Month, me: Option<&str>) -> Dispatch {
    let AsOf { plan, language, .. } = as_of;
    let periods = duty::periods(plan);
    let is_period = periods.contains(&month);
    let rows = if is_period { row::rows(as_of, month, me) } else { Vec::new() };
    let counts = Counts::of(rows.iter().map(|row| (row.standing, row.missing)));
    let window = window(plan, as_of.ledger, month);
    Dispatch {
        month,
        is_period,
        heading: words::heading(language, month, window, as_of.today, counts),
        lede: words::lede(language, window, as_of.today, counts),
        years: period::years(as_of, &periods, month),
        list: listing(as_of, month).filter(|_| is_period),
        rows,
        assumed: assumed(as_of),
        timing: timing(as_of, month),
        lock: lock::look(as_of, month),
        lock_question: words::lock_question(language, counts),
        remind_all: is_period.then(|| reminder::to_all(as_of, month)).flatten(),
        problems: problems::list(as_of, problems::About::Everything),
        todo: me.map(|me| todo(as_of, me)),
    }
}

impl Dispatch {
    /// The same while receipts wait in the review: the title counts those who sent them, and not as overdue.
    pub fn with_waiting(self, as_of: AsOf, waiting: &[(Id, Month)]) -> Self {
        let is_waiting = |row: &&Row| waiting.contains(&(row.id.clone(), self.month));
        let standings: Vec<RowStatus> = self.rows.iter().filter(is_waiting).map(|row| row.standing).collect();
        if standings.is_empty() {
            return self;
        }
        let counts = Counts::of(self.rows.iter().map(|row| (row.standing, row.missing))).waiting(&standings);
        let window = window(as_of.plan, as_of.ledger, self.month);
        Self { heading: words::heading(as_of.language, self.month, window, as_of.today, counts), ..self }
    }
}

fn listing(as_of: AsOf, month: Month) -> Option<Listing> {
    let count = ListCount::new(as_of.ledger, month);
    let (name, told) = words::of_list(as_of.language, month.year(), &count);
    let link = Link { text: Text::plain(name), href: Route::Year(month.year()).href() };
    (!count.is_empty()).then_some(Listing { link, told })
}

fn assumed(as_of: AsOf) -> Vec<String> {
    let monthly = as_of.plan.cycle.rounds.iter().min_by_key(|round| round.months);
    let window = monthly.map(|round| &round.window).filter(|window| !window.stated);
    let window = window.map(|window| words::assumed_window(as_of.language, window.opens, window.closes));
    let words = words::of(as_of.language);
    window.into_iter().chain([words.assumed_who.to_owned(), words.assumed_claims.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{self as samples, day, month, plan, report};
    use crate::ledger::{Ledger, Said};
    use crate::page::month::dispatch::Lock;
    use crate::text::Language::{En, Zh};

    fn as_of<'a>(plan: &'a crate::plan::PlanIndex, ledger: &'a Ledger, today: &str) -> AsOf<'a> {
        AsOf { plan, ledger, today: day(today), offset: 480, language: Zh }
    }

    fn standing(page: &Dispatch, id: &str) -> RowStatus {
        page.rows.iter().find(|row| &*row.id == id).unwrap().standing
    }

    /// How many have something due.
    fn owing(plan: &crate::plan::PlanIndex, about: Month) -> usize {
        let all = duty::reporters(plan);
        all.iter()
            .filter(|id| !duty::is_nothing_due(&duty::duty(plan, &Ledger::default(), id, about)))
            .count()
    }

    /// walk a20: who has nothing due is not red, not owed and not reminded.
    #[test]
    fn who_has_nothing_due_is_told_so_and_not_red() {
        let plan = plan();
        let ledger = Ledger::default();
        let page = |about| model(as_of(&plan, &ledger, "2024-10-08"), month(about), None);
        let august = page("2024-08");
        let idle: Vec<&crate::page::month::dispatch::Row> =
            august.rows.iter().filter(|row| matches!(row.standing, RowStatus::NotOwed(_))).collect();
        // One district leads a task besides: its measures are due.
        assert_eq!(idle.len(), plan.districts.len() - 1);
        for row in idle {
            assert_eq!(words::standing(Zh, row.standing), "本期无须报", "{}", row.id);
            assert_eq!((row.standing.slug(), &row.reminder), ("not-owed", &None));
            let name = &row.organisation.text.words;
            assert!(!august.remind_all.as_ref().unwrap().contains(name.as_str()), "{name}");
        }
        // At the end of a quarter their figures are due.
        assert!(page("2024-09").rows.iter().all(|row| row.standing == RowStatus::Late));
    }

    /// walk a21: said once since when the page is used, nothing before is red, owed or late anywhere.
    #[test]
    fn before_the_start_of_use_nothing_is_owed_in_rows_calendar_and_list() {
        let plan = plan();
        let start = crate::page::month::dispatch::timing::start("").said;
        let ledger = Ledger::new([samples::officer(1, "2024-09-01", [start])]);
        let page = |about| model(as_of(&plan, &ledger, "2024-09-03"), month(about), Some("science-bureau"));
        let july = page("2024-07");
        assert!(july.rows.iter().all(|row| matches!(row.standing, RowStatus::NotOwed(_))));
        assert_eq!((july.heading.as_str(), &july.remind_all), ("2024 年 7 月调度：没有单位须报", &None));
        let periods: Vec<&Period> = july.years.iter().flat_map(|(_, periods)| periods).collect();
        for period in periods {
            let is_before = period.month < month("2024-08");
            assert_eq!(period.is_unused, is_before, "{}", period.month);
            assert!(!is_before || (period.counts.missing, period.counts.owed) == (0, 0), "{}", period.month);
        }
        let todo = page("2024-08").todo.unwrap();
        let texts: Vec<&str> = todo.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts[0], "报 2024 年 8 月，2024-09-05 截止，还有 2 天");
        assert!(texts.iter().all(|text| !text.contains("未报")), "{texts:?}");
        // Without it all eleven would be late.
        let none = Ledger::default();
        let late = model(as_of(&plan, &none, "2024-09-03"), month("2024-08"), Some("science-bureau"));
        assert!(late.todo.unwrap()[0].text.contains("此前另有 11 期未报"));
    }

    /// field 12: a moved window is told with its reason wherever the period is; an assumed one is called so.
    #[test]
    fn a_moved_window_is_told_with_its_reason_in_page_calendar_and_reminder() {
        let plan = plan();
        let about = month("2024-09");
        let moved =
            crate::page::month::dispatch::timing::move_window(about, "2024-10-08", "2024-10-12", "国庆假期")
                .unwrap();
        let batch = crate::ledger::Batch { month: about, ..samples::officer(1, "2024-09-28", [moved.said]) };
        let ledger = Ledger::new([batch]);
        let at = |ledger, today| model(as_of(&plan, ledger, today), about, None);
        let empty = Ledger::default();
        let before = at(&empty, "2024-10-06");
        assert!(
            before.heading.contains("家逾期") && before.lede.contains("（时限为假定）"),
            "{}",
            before.lede
        );
        assert!(before.remind_all.unwrap().contains("（时限为假定）"));
        let page = at(&ledger, "2024-10-06");
        assert!(!page.heading.contains("逾期"), "{}", page.heading);
        assert!(page.lede.contains("2024-10-08 至 2024-10-12（时限已调整）"), "{}", page.lede);
        assert_eq!(page.remind_all, None, "it is not open yet");
        assert_eq!(page.timing.reason.as_ref().unwrap().words, "国庆假期");
        let period =
            page.years.iter().flat_map(|(_, periods)| periods).find(|one| one.month == about).unwrap();
        assert!(period.is_moved && period.sentence.contains("2024-10-12"), "{}", period.sentence);
        let late = at(&ledger, "2024-10-13");
        assert!(late.remind_all.unwrap().contains("2024-10-08 至 2024-10-12（时限已调整）"));
    }

    #[test]
    fn the_title_counts_who_has_reported_and_who_is_late() {
        let plan = plan();
        let ledger =
            Ledger::new([report(1, "2024-09-04", "science-bureau"), report(2, "2024-09-04", "haicheng")]);
        let all = duty::reporters(&plan).len();
        // And 海城市, of which nothing falls due in August, but which has reported.
        let owed = owing(&plan, month("2024-08")) + 1;
        let late = model(as_of(&plan, &ledger, "2024-09-06"), month("2024-08"), None);
        assert_eq!(
            late.heading,
            format!("2024 年 8 月调度：{owed} 家已报 2 家，{} 家逾期，1 家缺项", owed - 2)
        );
        let open = model(as_of(&plan, &ledger, "2024-09-03"), month("2024-08"), None);
        assert_eq!(open.heading, format!("2024 年 8 月调度：{owed} 家已报 2 家，1 家缺项，距截止还有 2 天"));
        let last = model(as_of(&plan, &ledger, "2024-09-05"), month("2024-08"), None);
        assert_eq!(last.heading, format!("2024 年 8 月调度：{owed} 家已报 2 家，1 家缺项，今天截止"));
        let coming = model(as_of(&plan, &ledger, "2024-08-20"), month("2024-09"), None);
        assert_eq!(coming.heading, format!("2024 年 9 月调度：{all} 家应报，2024-10-01 起报"));
    }

    /// walk16 A9: whoever's receipt waits in the review is counted as that, and is not overdue.
    #[test]
    fn the_title_counts_what_waits_in_the_review() {
        let plan = plan();
        let about = month("2024-08");
        let ledger = Ledger::new([report(1, "2024-09-04", "science-bureau")]);
        let as_of = as_of(&plan, &ledger, "2024-09-06");
        let page = model(as_of, about, None);
        let owed = owing(&plan, about);
        let late = |count: usize| format!("2024 年 8 月调度：{owed} 家已报 1 家，{count} 家逾期，1 家缺项");
        assert_eq!(page.heading, late(owed - 1));
        let wait = |id: &str, about: &str| (Id::from(id), month(about));
        let other =
            page.clone().with_waiting(as_of, &[wait("tax-bureau", "2024-07"), wait("nobody", "2024-08")]);
        assert_eq!(other, page);
        let waits = page.with_waiting(as_of, &[wait("tax-bureau", "2024-08"), wait("tax-bureau", "2024-08")]);
        assert_eq!(
            waits.heading,
            format!("2024 年 8 月调度：{owed} 家已报 1 家，1 家待核对，{} 家逾期，1 家缺项", owed - 2)
        );
        // All the rest wait: nothing is overdue, and nothing is left of a window that is past.
        let all: Vec<(Id, Month)> = duty::reporters(&plan).into_iter().map(|id| (id.into(), about)).collect();
        let heading = waits.with_waiting(as_of, &all).heading;
        assert!(
            heading.contains("家待核对") && !heading.contains("逾期") && !heading.contains("距截止"),
            "{heading}"
        );
    }

    #[test]
    fn the_title_says_when_all_is_there() {
        let plan = plan();
        let all = duty::reporters(&plan);
        let batches = all.iter().zip(1..).map(|(id, writer)| report(writer, "2024-09-04", id));
        let mut ledger = Ledger::new(batches);
        let about = month("2024-08");
        let page = model(as_of(&plan, &ledger, "2024-09-20"), about, None);
        assert_eq!(page.heading, format!("2024 年 8 月调度：{} 家全部已报，其中 3 家缺项", all.len()));
        assert!(page.remind_all.unwrap().contains("已报、缺项 3 家"));
        let of = report(1, "2024-09-04", all[0]).id;
        ledger.add(samples::officer(90, "2024-09-06", [Said::Return { of, reason: "缺附件".into() }]));
        let page = model(as_of(&plan, &ledger, "2024-09-20"), about, None);
        let (reported, owed) = (all.len() - 1, all.len());
        assert_eq!(
            page.heading,
            format!("2024 年 8 月调度：{owed} 家已报 {reported} 家，2 家缺项，1 家退回待改")
        );
        assert_eq!(standing(&page, all[0]), RowStatus::Returned);
        assert_eq!(
            page.rows.iter().find(|row| &*row.id == all[0]).unwrap().reason.as_deref(),
            Some("缺附件")
        );
    }

    #[test]
    fn every_standing_is_told_with_who_and_when() {
        let plan = plan();
        let on_time = report(1, "2024-09-04", "haicheng");
        let too_late = report(2, "2024-09-08", "science-bureau");
        let mut ledger = Ledger::new([on_time.clone(), too_late]);
        ledger.add(samples::officer(9, "2024-09-09", [Said::Acceptance { of: on_time.id }]));
        let page = model(as_of(&plan, &ledger, "2024-09-10"), month("2024-08"), Some("haicheng"));
        assert_eq!(standing(&page, "haicheng"), RowStatus::Accepted { is_late: false });
        assert_eq!(standing(&page, "science-bureau"), RowStatus::Submitted { is_late: true });
        assert_eq!(standing(&page, "taian"), RowStatus::NotOwed(duty::NotOwed::NothingDue));
        assert_eq!(standing(&page, "tax-bureau"), RowStatus::Late);
        let row = page.rows.iter().find(|row| &*row.id == "haicheng").unwrap();
        assert!(row.is_me);
        assert_eq!(row.came.as_deref(), Some("2024-09-04 · 王工"));
        assert_eq!(row.owes, "指标 3 项（须报 0 项）");
        assert_eq!(row.form, "#/form/haicheng?month=2024-08");
        assert_eq!(row.organisation.href, "#/organisation/haicheng");
        let other = page.rows.iter().find(|row| &*row.id == "tax-bureau").unwrap();
        assert_eq!(other.owes, "只报问题；没有则零报告");
    }

    #[test]
    fn the_strip_counts_every_period_and_links_to_it() {
        let plan = plan();
        let mut ledger = Ledger::new([report(1, "2024-09-08", "haicheng")]);
        ledger.add(samples::officer(9, "2024-09-09", [lock::lock_entry(&ledger, month("2024-08")).said]));
        let page = model(as_of(&plan, &ledger, "2024-09-10"), month("2024-08"), None);
        let all: Vec<&Period> = page.years.iter().flat_map(|(_, periods)| periods).collect();
        assert_eq!(all.len(), 29);
        let chosen = all.iter().find(|period| period.is_chosen).unwrap();
        assert_eq!((chosen.href.as_str(), chosen.is_locked), ("#/dispatch?month=2024-08", true));
        let counts = chosen.counts;
        assert_eq!((counts.reported, counts.reported_late, counts.missing), (1, 1, counts.owed - 1));
        assert!(all.iter().find(|period| period.month == month("2024-09")).unwrap().counts.is_coming());
        assert!(matches!(page.lock, Lock::Locked { accepted: 1, shut_out: 0, .. }));
    }

    /// walk a28: locking asks first, and says what is missing.
    #[test]
    fn a_lock_asks_first_while_something_is_missing() {
        let plan = plan();
        let all = duty::reporters(&plan);
        let owed = owing(&plan, month("2024-08"));
        let sent = |count: usize| {
            all.iter().zip(1..).take(count).map(|(id, writer)| report(writer, "2024-09-04", id))
        };
        let question =
            |ledger: &Ledger| model(as_of(&plan, ledger, "2024-09-06"), month("2024-08"), None).lock_question;
        let mut ledger = Ledger::new(sent(2));
        let asked = question(&ledger).unwrap();
        assert!(asked.starts_with(&format!("{} 家未报，2 家缺项，2 家的回执未接收。", owed - 2)), "{asked}");
        let of = report(1, "2024-09-04", all[0]).id;
        ledger.add(samples::officer(90, "2024-09-06", [Said::Return { of, reason: "空".into() }]));
        let asked = question(&ledger).unwrap();
        assert!(asked.contains("1 家退回待改") && asked.contains("1 家的回执未接收"), "{asked}");
        let mut whole = Ledger::new(sent(all.len()));
        let accepted = sent(all.len()).map(|batch| Said::Acceptance { of: batch.id }).collect::<Vec<_>>();
        whole.add(samples::officer(91, "2024-09-06", accepted));
        // Of those who lead, not everything has come.
        let asked = question(&whole).unwrap();
        assert!(asked.starts_with("3 家缺项。"), "{asked}");
        let counts = Counts { owed: 2, reported: 2, accepted: 2, ..Counts::default() };
        assert_eq!(words::lock_question(Zh, counts), None);
    }

    #[test]
    fn a_month_outside_the_plan_is_told_as_such() {
        let plan = plan();
        let page = model(as_of(&plan, &Ledger::default(), "2024-09-10"), month("2022-01"), None);
        assert_eq!(page.heading, "2022 年 1 月不在方案的调度期内");
        assert!(page.rows.is_empty() && page.remind_all.is_none() && !page.is_period);
        assert!(page.years.iter().all(|(_, periods)| periods.iter().all(|one| !one.is_chosen)));
    }

    #[test]
    fn what_is_assumed_is_told() {
        let plan = plan();
        let ledger = Ledger::default();
        let page = model(as_of(&plan, &ledger, "2024-09-10"), month("2024-08"), None);
        assert!(page.assumed[0].contains("1—5 日") && page.assumed.len() == 3);
        let mut stated = (*plan).clone();
        stated.cycle.rounds.iter_mut().for_each(|round| round.window.stated = true);
        let json = serde_json::to_string(&stated).unwrap();
        let stated = crate::plan::read::from_json(&json).expect("a plan that states its window");
        assert_eq!(model(as_of(&stated, &ledger, "2024-09-10"), month("2024-08"), None).assumed.len(), 2);
    }

    #[test]
    fn english_output_has_no_chinese_of_its_own() {
        let text = include_str!("../../../../tests/plans/harbour-city.json");
        let plan = crate::plan::read::from_json(text).expect("the second plan");
        let ledger = Ledger::default();
        for today in ["2024-01-10", "2026-09-06", "2031-01-01"] {
            let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(today), offset: 0, language: En };
            let month = duty::current(&plan, day(today)).unwrap();
            let page = format!("{:?}", model(as_of, month, Some(&plan.issuer)));
            let han = page.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c) || *c > '\u{f900}');
            assert_eq!(han, None, "{page}");
        }
    }
}
