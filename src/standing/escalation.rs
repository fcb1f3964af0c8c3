//! A rule for letters about overdue problems (提示函, 通知单, 警示函), tried on what is recorded: which letters it would
//! have sent up to a day.
//!
//! The rule is this page's own proposal and nobody's regulation; nothing of a trial is stored. Without a rule there is no
//! letter.

use super::problems::Problem;
use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::known::ProblemSteps;
use crate::ledger::{Found, Ledger, Said};
use crate::plan::Day;

/// Most clauses of a rule.
pub const MOST_CLAUSES: usize = 6;
/// Most days after the due day that a clause may wait.
pub const MOST_DAYS: u16 = 366;

/// Which letters are sent about an overdue problem; at least one clause, the earlier one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// In the order in which they are due.
    pub clauses: Vec<Clause>,
}

/// After how many days which letter goes to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// Whole days after the due day.
    pub after: u16,
    /// The letter.
    pub paper: Paper,
    /// Who gets it.
    pub to: Addressee,
}

/// A letter, the milder first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 提示函.
    Reminder,
    /// 通知单.
    Notice,
    /// 警示函.
    Warning,
}

/// Who gets a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addressee {
    /// The organisation that sees to the problem.
    Handler,
    /// The same, with a copy to the leader who is in charge of it.
    HandlerAndLeader,
}

/// A letter that the rule would have sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter<'a> {
    /// The day on which it would have gone out.
    pub on: Day,
    /// The due day that was missed.
    pub due: Day,
    /// Identifier of the organisation that saw to the problem on that day.
    pub to: &'a str,
    /// The clause that says so, counted from one.
    pub number: usize,
    /// What it says.
    pub clause: Clause,
}

impl Default for Rule {
    /// 1, 15 and 30 days: this page's own figures, to begin a trial with.
    fn default() -> Self {
        let clause = |after, paper, to| Clause { after, paper, to };
        Self {
            clauses: vec![
                clause(1, Paper::Reminder, Addressee::Handler),
                clause(15, Paper::Notice, Addressee::Handler),
                clause(30, Paper::Warning, Addressee::HandlerAndLeader),
            ],
        }
    }
}

impl Paper {
    /// Every letter.
    pub const ALL: [Self; 3] = [Self::Reminder, Self::Notice, Self::Warning];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Notice => "notice",
            Self::Warning => "warning",
        }
    }
}

impl Addressee {
    /// Everybody who can get one.
    pub const ALL: [Self; 2] = [Self::Handler, Self::HandlerAndLeader];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Handler => "handler",
            Self::HandlerAndLeader => "leader",
        }
    }
}

impl Rule {
    /// The rule that an address carries: `1.reminder.handler,15.notice.handler`. None where it means nothing.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(',').collect();
        if parts.len() > MOST_CLAUSES {
            return None;
        }
        let clauses: Vec<Clause> = parts.into_iter().map(clause).collect::<Option<_>>()?;
        clauses.is_sorted().then_some(Self { clauses })
    }

    /// The rule as an address carries it.
    pub fn written(&self) -> String {
        let each = self.clauses.iter();
        let each =
            each.map(|one| [&one.after.to_string(), ".", one.paper.slug(), ".", one.to.slug()].concat());
        each.collect::<Vec<_>>().join(",")
    }

    /// The same rule with other days, as typed; none where one is no number of days, or they do not rise.
    pub fn with_days(&self, days: &[String]) -> Option<Self> {
        let clauses = self.clauses.iter().zip(days);
        let clauses = clauses.map(|(clause, days)| {
            let after: u16 = days.trim().parse().ok()?;
            Some(Clause { after, ..*clause })
        });
        let changed = Self { clauses: clauses.collect::<Option<Vec<_>>>()? };
        Self::read(&changed.written())
    }

    /// The letters that the rule would have sent about a problem up to a day, the first first. Each clause sends one for
    /// each due day that was missed: the clock begins anew when the day is moved before it has run out, stops when the
    /// problem is closed out or put aside, and goes on when it is open again. `offset` is the time zone of the plan, in
    /// minutes.
    pub fn letters<'a>(
        &self,
        ledger: &'a Ledger,
        steps: &ProblemSteps<'a>,
        problem: &Problem<'a>,
        until: Day,
        offset: i32,
    ) -> Vec<Letter<'a>> {
        let mut letters: Vec<Letter> = Vec::new();
        for Span { from, to, due, handler } in spans(ledger, steps, problem, until, offset) {
            for (number, clause) in (1..).zip(&self.clauses) {
                // What fell due while it was closed or put aside would go out on the day on which it is open again.
                let on = due.plus(i64::from(clause.after)).max(from);
                let is_sent = letters.iter().any(|one| (one.due, one.number) == (due, number));
                if on < to && !is_sent {
                    letters.push(Letter { on, due, to: handler, number, clause: *clause });
                }
            }
        }
        letters
    }
}

fn clause(text: &str) -> Option<Clause> {
    let (after, rest) = text.split_once('.')?;
    let (paper, to) = rest.split_once('.')?;
    let is_plain =
        !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit()) && !after.starts_with('0');
    let after: u16 = after.parse().ok().filter(|days| is_plain && *days <= MOST_DAYS)?;
    let paper = Paper::ALL.into_iter().find(|one| one.slug() == paper)?;
    let to = Addressee::ALL.into_iter().find(|one| one.slug() == to)?;
    Some(Clause { after, paper, to })
}

/// Days on which a problem was open with one due day, and one organisation saw to it: from the first to before the last.
struct Span<'a> {
    from: Day,
    to: Day,
    due: Day,
    handler: &'a str,
}

/// The problem as it stood on each day up to `until`: what was known on a day decides what would have been sent on it.
fn spans<'a>(
    ledger: &'a Ledger,
    steps: &ProblemSteps<'a>,
    problem: &Problem<'a>,
    until: Day,
    offset: i32,
) -> Vec<Span<'a>> {
    let origins = problem.ids.iter().map(|id| ledger.origin(*id));
    let reports = origins.chain(problem.ids.iter().copied()).filter_map(|id| ledger.find(id));
    let mut told: Vec<Found> = reports.chain(steps.steps_of(&problem.ids)).collect();
    told.sort_by_key(|found| ledger.rank(found.id));
    let end = until.plus(1);
    let (mut all, mut state) = (Vec::new(), ProblemState::New);
    let (mut from, mut due, mut is_set) = (None, None, false);
    let mut assigned: Option<&'a str> = None;
    let mut close = |from: Option<Day>, to: Day, state: ProblemState, due, handler| {
        let is_running = !matches!(state, ProblemState::Closed | ProblemState::Suspended);
        if let (Some(from), Some(due), true) = (from, due, is_running)
            && from < to
        {
            all.push(Span { from, to, due, handler });
        }
    };
    for found in told {
        let on = found.batch.written.day(offset);
        if on >= end {
            break;
        }
        close(from, on, state, due, assigned.unwrap_or(problem.organisation));
        from = Some(on);
        match &found.entry.said {
            // A later report does not move a day that the officer has set.
            Said::Problem { until: Some(day), .. } if !is_set => due = Some(*day),
            // Nobody but who sees to it can say how far it has come.
            Said::ProblemStep { step, .. }
                if step.is_reported() && assigned.is_some_and(|id| *id != *found.batch.organisation) => {}
            Said::ProblemStep { step, .. } => {
                state = state.with(step);
                if let ProblemStep::Assigned { to, .. } = step {
                    assigned = Some(to);
                }
                if let ProblemStep::Assigned { until: Some(day), .. }
                | ProblemStep::ExtensionGranted { until: day } = step
                {
                    (due, is_set) = (Some(*day), true);
                }
            }
            _ => {}
        }
    }
    close(from, end, state, due, assigned.unwrap_or(problem.organisation));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, day, officer};
    use crate::ledger::{BatchId, EntryId};
    use crate::plan::Month;
    use crate::standing::problems::problems;

    fn problem(until: Option<&str>) -> Said {
        let (text, who) = ("缺地".into(), "李强".into());
        Said::Problem { subject: None, text, who, until: until.map(day) }
    }

    fn step(step: ProblemStep) -> Said {
        let of = EntryId { batch: BatchId { writer: 1, sequence: 0 }, index: 0 };
        Said::ProblemStep { of, step, text: "由".into(), document: String::new() }
    }

    /// Letters by day, as `day clause`.
    fn sent(until: Option<&str>, steps: &[(&str, ProblemStep)], today: &str) -> Vec<String> {
        let begun = batch(1, "2024-09-02", "haicheng", [problem(until)]);
        let steps = steps.iter().zip(5..).map(|((on, one), writer)| officer(writer, on, [step(one.clone())]));
        let ledger = Ledger::new(std::iter::once(begun).chain(steps));
        let all = problems(&ledger, Month::parse("2025-12").expect("a month"));
        let letters = Rule::default().letters(&ledger, &ledger.problem_steps(), &all[0], day(today), 480);
        letters.iter().map(|one| format!("{} {}", one.on, one.number)).collect()
    }

    /// A letter goes to whoever saw to the problem on its day, and not to whom it was handed afterwards.
    #[test]
    fn a_letter_goes_to_whoever_saw_to_the_problem_on_its_day() {
        let assigned = |to: &str| step(ProblemStep::Assigned { to: to.into(), until: None });
        let ledger = Ledger::new([
            batch(1, "2024-09-02", "haicheng", [problem(Some("2024-09-30"))]),
            officer(2, "2024-10-10", [assigned("taian")]),
            officer(3, "2024-10-20", [assigned("tax-bureau")]),
        ]);
        let all = problems(&ledger, Month::parse("2025-12").expect("a month"));
        let letters =
            Rule::default().letters(&ledger, &ledger.problem_steps(), &all[0], day("2024-12-31"), 480);
        let sent: Vec<(String, &str)> = letters.iter().map(|one| (one.on.to_string(), one.to)).collect();
        let sent: Vec<(&str, &str)> = sent.iter().map(|(on, to)| (on.as_str(), *to)).collect();
        assert_eq!(sent, [("2024-10-01", "haicheng"), ("2024-10-15", "taian"), ("2024-10-30", "tax-bureau")]);
    }

    /// Criteria 6 and 7: which letters the rule would have sent, by what was known on each day.
    #[test]
    fn the_rule_sends_its_letters_on_their_days_and_no_others() {
        let assigned = |until| ProblemStep::Assigned { to: "taian".into(), until: Some(day(until)) };
        let granted = |until| ProblemStep::ExtensionGranted { until: day(until) };
        type Case<'a> = (Option<&'a str>, Vec<(&'a str, ProblemStep)>, &'a str, &'a [&'a str]);
        let cases: [Case; 9] = [
            (None, vec![], "2025-12-31", &[]),
            (Some("2024-09-30"), vec![], "2024-09-30", &[]),
            (Some("2024-09-30"), vec![], "2024-10-01", &["2024-10-01 1"]),
            (Some("2024-09-30"), vec![], "2024-12-31", &["2024-10-01 1", "2024-10-15 2", "2024-10-30 3"]),
            // Closed in time, closed after the first letter.
            (Some("2024-09-30"), vec![("2024-09-20", ProblemStep::Closed)], "2024-12-31", &[]),
            (Some("2024-09-30"), vec![("2024-10-03", ProblemStep::Closed)], "2024-12-31", &["2024-10-01 1"]),
            // A day that was moved in time counts, and one that was moved late does not take back what went out.
            (
                Some("2024-09-30"),
                vec![("2024-09-10", assigned("2024-10-31"))],
                "2024-11-02",
                &["2024-11-01 1"],
            ),
            (
                Some("2024-09-30"),
                vec![("2024-10-05", granted("2024-10-31"))],
                "2024-11-02",
                &["2024-10-01 1", "2024-11-01 1"],
            ),
            // Put aside it runs no further; taken up again, what fell due meanwhile goes out.
            (
                Some("2024-09-30"),
                vec![("2024-10-05", ProblemStep::Suspended), ("2024-11-10", ProblemStep::Resumed)],
                "2024-11-10",
                &["2024-10-01 1", "2024-11-10 2", "2024-11-10 3"],
            ),
        ];
        for (until, steps, today, letters) in cases {
            assert_eq!(sent(until, &steps, today), letters, "{until:?} {steps:?} {today}");
        }
    }

    #[test]
    fn a_rule_reads_back_from_its_address() {
        let rule = Rule::default();
        assert_eq!(rule.written(), "1.reminder.handler,15.notice.handler,30.warning.leader");
        assert_eq!(Rule::read(&rule.written()), Some(rule.clone()));
        let days = |all: [&str; 3]| rule.with_days(&all.map(str::to_owned)).map(|rule| rule.written());
        assert_eq!(
            days(["3", " 7 ", "10"]).as_deref(),
            Some("3.reminder.handler,7.notice.handler,10.warning.leader")
        );
        assert_eq!(
            (days(["3", "x", "10"]), days(["0", "7", "10"]), days(["9", "7", "10"])),
            (None, None, None)
        );
    }

    #[test]
    fn a_rule_that_means_nothing_is_none() {
        let many = vec!["1.reminder.handler"; MOST_CLAUSES];
        assert!(Rule::read(&many.join(",")).is_some());
        assert!(Rule::read("366.reminder.handler").is_some());
        let more = [many, vec!["1.reminder.handler"]].concat().join(",");
        let wrong =
            ["", "soon", "1", "1.reminder", "1.letter.handler", "1.reminder.mayor", "01.reminder.handler"];
        let wrong = wrong.into_iter().chain([
            "+1.reminder.handler",
            "0.reminder.handler",
            "367.reminder.handler",
            "15.notice.handler,1.reminder.handler",
            "1.reminder.handler,",
            more.as_str(),
        ]);
        for text in wrong {
            assert_eq!(Rule::read(text), None, "{text}");
        }
    }
}
