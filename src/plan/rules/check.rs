//! The rules, in the order of the fields of [`Plan`].

use super::ids::Ids;
use super::{Kind, Report, Rule, Step, most, nearest};
use crate::plan::*;
use crate::text::is_unseen_control;

const ORGANISATIONS: &[Kind] = &[Kind::Organisation, Kind::Group, Kind::District];
const MEMBERS: &[Kind] = &[Kind::Organisation, Kind::District];
const DISTRICTS: &[Kind] = &[Kind::District];
const PROJECTS: &[Kind] = &[Kind::Project];
const INDICATORS: &[Kind] = &[Kind::Indicator];
const CONCERNED: &[Kind] = &[
    Kind::Indicator,
    Kind::Milestone,
    Kind::Measure,
    Kind::Task,
    Kind::Project,
    Kind::Organisation,
    Kind::Group,
    Kind::District,
    Kind::Round,
    Kind::Requirement,
];

/// Holds the plan against every rule.
pub(in crate::plan) fn check(plan: &Plan, report: &mut impl Report) {
    let period_is_sound = is_sound(plan.period);
    Check { plan, ids: Ids::of(plan), period_is_sound, report }.whole();
}

struct Check<'a, R> {
    plan: &'a Plan,
    ids: Ids<'a>,
    /// Years are not held against a period that is itself a fault: one fault, not a hundred.
    period_is_sound: bool,
    report: &'a mut R,
}

impl<'a, R: Report> Check<'a, R> {
    fn whole(&mut self) {
        let plan = self.plan;
        self.holds("schema", plan.schema == SCHEMA, || Rule::Form { found: plan.schema });
        self.id_shape(&plan.id);
        self.text("version", &plan.version);
        self.name("title", &plan.title);
        self.name("short_title", &plan.short_title);
        self.at(Step::Field("issuer"), |check| check.reference(&plan.issuer, ORGANISATIONS));
        self.at(Step::Field("document"), |check| check.document(&plan.document));
        self.holds("time_zone", is_zone(&plan.time_zone), || Rule::TimeZone {
            found: plan.time_zone.clone(),
        });
        self.holds("period", self.period_is_sound, || Rule::Period { found: plan.period });
        self.name("purpose", &plan.purpose);
        self.at(Step::Field("cycle"), |check| check.cycle(&plan.cycle));
        self.references("districts", &plan.districts, DISTRICTS);
        self.each("requirements", 0, most::REQUIREMENTS, &plan.requirements, Self::requirement);
        self.each("questions", 0, most::QUESTIONS, &plan.questions, Self::question);
        self.each("organisations", 0, most::ORGANISATIONS, &plan.organisations, Self::organisation);
        self.each("projects", 0, most::PROJECTS, &plan.projects, Self::project);
        self.each("areas", 1, most::AREAS, &plan.areas, Self::area);
        self.each("lists", 0, most::LISTS, &plan.lists, Self::list);
        self.totals();
    }

    fn document(&mut self, document: &'a Document) {
        self.optional_text("number", &document.number);
        self.optional_text("published_at", &document.published_at);
        self.references("rests_on", &document.rests_on, PROJECTS);
    }

    fn cycle(&mut self, cycle: &'a Cycle) {
        let period = self.plan.period;
        let first = cycle.first_month;
        self.text("section", &cycle.section);
        self.holds("first_month", !self.period_is_sound || period.contains(first.year()), || {
            Rule::MonthOutside { found: first, period }
        });
        self.each("rounds", 0, most::ROUNDS, &cycle.rounds, Self::round);
        if let Some(calendar) = &cycle.calendar {
            self.at(Step::Field("calendar"), |check| check.work_calendar(calendar));
        }
        for (at, pair) in cycle.rounds.windows(2).enumerate() {
            let (before, found) = (pair[0].months, pair[1].months);
            self.at(Step::Field("rounds"), |check| {
                check.at(Step::Item(at + 1), |check| {
                    check.holds("months", before <= found, || Rule::RoundOrder { found, before });
                });
            });
        }
    }

    fn work_calendar(&mut self, calendar: &'a WorkCalendar) {
        self.each("days_off", 0, most::DAYS, &calendar.days_off, |_, _| {});
        let worked = &calendar.working_days;
        let is_few = calendar.days_off.len() <= most::DAYS;
        self.each("working_days", 0, most::DAYS, worked, |check, day| {
            let is_off = is_few && calendar.days_off.contains(day);
            if is_off {
                check.report.broken(|| Rule::DayOffAndWorked { day: *day });
            }
        });
    }

    fn round(&mut self, round: &'a Round) {
        self.id(&round.id);
        self.name("name", &round.name);
        self.optional_text("as_written", &round.as_written);
        self.holds("months", matches!(round.months, 1 | 3 | 6 | 12), || Rule::RoundMonths {
            found: round.months,
        });
        self.name("purpose", &round.purpose);
        let Window { opens, closes, .. } = round.window;
        self.holds("window", 1 <= opens && opens <= closes && closes <= 28, || Rule::Window {
            opens,
            closes,
        });
    }

    fn requirement(&mut self, requirement: &'a Requirement) {
        self.id(&requirement.id);
        self.text("section", &requirement.section);
        self.name("title", &requirement.title);
        self.name("text", &requirement.text);
        self.references("projects", &requirement.projects, PROJECTS);
        self.references("organisations", &requirement.organisations, ORGANISATIONS);
    }

    fn question(&mut self, question: &'a Question) {
        self.id(&question.id);
        self.text("section", &question.section);
        self.name("question", &question.question);
        self.name("reading", &question.reading);
        self.references("concerns", &question.concerns, CONCERNED);
    }

    fn organisation(&mut self, organisation: &'a Organisation) {
        self.id(&organisation.id);
        self.name("name", &organisation.name);
        self.optional_name("short_name", &organisation.short_name);
        self.texts("aliases", &organisation.aliases);
        let may_have_members =
            organisation.kind == OrganisationKind::Group || organisation.members.is_empty();
        self.holds("members", may_have_members, || Rule::MembersOutsideGroup);
        // A member is never a group, so no chain of groups can close into a ring.
        self.references("members", &organisation.members, MEMBERS);
        self.texts("as_written", &organisation.as_written);
        self.optional_name("note", &organisation.note);
    }

    fn project(&mut self, project: &'a Project) {
        self.id(&project.id);
        self.name("name", &project.name);
        self.text("section", &project.section);
        self.references("organisations", &project.organisations, ORGANISATIONS);
        self.texts("aliases", &project.aliases);
        if let Some(Collective { count, named }) = project.collective {
            self.holds("collective", count >= 1 && named <= count, || Rule::Collective { count, named });
        }
        self.texts("as_written", &project.as_written);
        self.optional_name("note", &project.note);
    }

    fn area(&mut self, area: &'a Area) {
        self.id(&area.id);
        self.text("section", &area.section);
        self.text("mark", &area.mark);
        self.name("title", &area.title);
        self.each("tasks", 1, most::TASKS, &area.tasks, Self::task);
    }

    fn task(&mut self, task: &'a Task) {
        self.id(&task.id);
        self.text("section", &task.section);
        self.name("title", &task.title);
        self.name("summary", &task.summary);
        self.references("lead", &task.lead, ORGANISATIONS);
        self.references("responsible", &task.responsible, ORGANISATIONS);
        self.each("measures", 0, most::MEASURES, &task.measures, Self::measure);
        self.each("indicators", 0, most::INDICATORS, &task.indicators, Self::indicator);
        self.each("milestones", 0, most::MILESTONES, &task.milestones, Self::milestone);
        self.references("projects", &task.projects, PROJECTS);
        self.references("organisations", &task.organisations, ORGANISATIONS);
    }

    fn measure(&mut self, measure: &'a Measure) {
        self.id(&measure.id);
        self.text("section", &measure.section);
        self.name("title", &measure.title);
        self.name("summary", &measure.summary);
        if let Some(year) = measure.year {
            self.year("year", year);
        }
        self.references("projects", &measure.projects, PROJECTS);
        self.references("organisations", &measure.organisations, ORGANISATIONS);
    }

    fn indicator(&mut self, indicator: &'a Indicator) {
        self.id(&indicator.id);
        self.name("name", &indicator.name);
        self.name("definition", &indicator.definition);
        self.name("unit", &indicator.unit);
        let years = usize::from(most::YEARS);
        self.each("targets", 0, years, &indicator.targets, Self::target);
        for (at, pair) in indicator.targets.windows(2).enumerate() {
            let (before, found) = (pair[0].year, pair[1].year);
            self.at(Step::Field("targets"), |check| {
                check.at(Step::Item(at + 1), |check| {
                    check.holds("year", before < found, || Rule::YearOrder { found, before });
                });
            });
        }
        self.texts("aliases", &indicator.aliases);
        self.each("related", 0, most::LISTED, &indicator.related, |check, related| {
            check.at(Step::Field("indicator"), |check| check.relation(indicator, related));
            check.name("reason", &related.reason);
        });
        self.optional_name("reading", &indicator.reading);
    }

    fn target(&mut self, target: &'a Target) {
        self.year("year", target.year);
        self.text("section", &target.section);
        self.text("as_written", &target.as_written);
    }

    /// Two indicators that must not be joined say so on both sides, else one page would warn and the
    /// other would not.
    fn relation(&mut self, from: &Indicator, related: &'a Related) {
        let id = || related.indicator.clone();
        self.reference(&related.indicator, INDICATORS);
        if related.indicator == from.id {
            return self.report.broken(|| Rule::RelatedToItself { id: id() });
        }
        let first = from.related.iter().find(|other| other.indicator == related.indicator);
        if first.is_some_and(|first| !std::ptr::eq(first, related)) {
            self.report.broken(|| Rule::ListedTwice { id: id() });
        }
        let tasks = self.plan.areas.iter().flat_map(|area| &area.tasks);
        let other = tasks.flat_map(|task| &task.indicators).find(|other| other.id == related.indicator);
        if other.is_some_and(|other| !other.related.iter().any(|back| back.indicator == from.id)) {
            self.report.broken(|| Rule::NotMutual { id: id() });
        }
    }

    fn milestone(&mut self, milestone: &'a Milestone) {
        let years = milestone.years;
        self.id(&milestone.id);
        self.name("name", &milestone.name);
        self.holds("years", years.from <= years.to, || Rule::SpanReversed { found: years });
        self.at(Step::Field("years"), |check| {
            check.year("from", years.from);
            check.year("to", years.to);
        });
        self.text("section", &milestone.section);
        self.text("as_written", &milestone.as_written);
        self.references("projects", &milestone.projects, PROJECTS);
        self.references("organisations", &milestone.organisations, ORGANISATIONS);
    }

    fn list(&mut self, list: &'a List) {
        self.id(&list.id);
        self.name("name", &list.name);
        self.text("section", &list.section);
        self.text("as_written", &list.as_written);
        self.each("states", 1, most::STATES, &list.states, |check, state| {
            check.holds("key", is_id(&state.key), || Rule::IdShape { found: state.key.clone() });
            let first = list.states.iter().find(|other| other.key == state.key);
            let is_first = first.is_some_and(|first| std::ptr::eq(first, state));
            check.holds("key", is_first, || Rule::ListedTwice { id: state.key.clone() });
            check.name("name", &state.name);
        });
        self.each("figures", 0, most::FIGURES, &list.figures, |check, figure| {
            check.at(Step::Field("indicator"), |check| check.counted(list, figure));
            check
                .each("counts", 1, most::STATES, &figure.counts, |check, key| check.state(list, figure, key));
        });
        if let Some(project) = &list.project {
            self.at(Step::Field("project"), |check| check.reference(project, PROJECTS));
        }
        self.optional_name("note", &list.note);
    }

    fn counted(&mut self, list: &'a List, figure: &'a ListFigure) {
        let id = &figure.indicator;
        self.reference(id, INDICATORS);
        let first = list.figures.iter().find(|other| other.indicator == *id);
        if first.is_some_and(|first| !std::ptr::eq(first, figure)) {
            self.report.broken(|| Rule::ListedTwice { id: id.clone() });
        }
        let tasks = self.plan.areas.iter().flat_map(|area| &area.tasks);
        let indicator = tasks.flat_map(|task| &task.indicators).find(|one| one.id == *id);
        if indicator.is_some_and(|one| one.basis == Basis::Level) {
            self.report.broken(|| Rule::CountsLevel { id: id.clone() });
        }
    }

    fn state(&mut self, list: &'a List, figure: &'a ListFigure, key: &'a String) {
        // Of states that are faulty themselves nobody knows which one is meant: one fault, not two.
        let are_sound = !list.states.is_empty() && list.states.iter().all(|state| is_id(&state.key));
        if are_sound && list.state(key).is_none() {
            self.report.broken(|| {
                let keys = list.states.iter().map(|state| state.key.as_str());
                Rule::NoState { key: key.clone(), nearest: nearest(key, keys) }
            });
        }
        let first = figure.counts.iter().find(|other| *other == key);
        if first.is_some_and(|first| !std::ptr::eq(first, key)) {
            self.report.broken(|| Rule::ListedTwice { id: key.clone() });
        }
    }

    fn totals(&mut self) {
        let tasks = || self.plan.areas.iter().flat_map(|area| &area.tasks);
        let totals = [
            (Kind::Task, tasks().count(), most::TASKS),
            (Kind::Measure, tasks().map(|task| task.measures.len()).sum(), most::MEASURES),
            (Kind::Indicator, tasks().map(|task| task.indicators.len()).sum(), most::INDICATORS),
            (Kind::Milestone, tasks().map(|task| task.milestones.len()).sum(), most::MILESTONES),
        ];
        for (of, found, most) in totals {
            self.holds("areas", found <= most, || Rule::Total { of, found, most });
        }
    }
}

/// What the rules are made of.
impl<'a, R: Report> Check<'a, R> {
    fn at(&mut self, step: Step<'static>, check: impl FnOnce(&mut Self)) {
        self.report.enter(step);
        check(self);
        self.report.leave();
    }

    fn holds(&mut self, field: &'static str, holds: bool, rule: impl FnOnce() -> Rule) {
        if !holds {
            self.at(Step::Field(field), |check| check.report.broken(rule));
        }
    }

    /// Every item of a list, unless there are so many that looking at each would take long.
    fn each<T>(
        &mut self,
        field: &'static str,
        least: usize,
        most: usize,
        items: &'a [T],
        mut check_one: impl FnMut(&mut Self, &'a T),
    ) {
        let found = items.len();
        self.holds(field, least <= found && found <= most, || Rule::Count { found, least, most });
        if found > most {
            return;
        }
        self.at(Step::Field(field), |check| {
            for (at, item) in items.iter().enumerate() {
                check.at(Step::Item(at), |check| check_one(check, item));
            }
        });
    }

    fn id(&mut self, id: &'a str) {
        self.id_shape(id);
        if let Some(by) = self.ids.earlier(id) {
            self.holds("id", false, || Rule::IdTaken { id: id.into(), by });
        }
    }

    fn id_shape(&mut self, id: &str) {
        self.holds("id", is_id(id), || Rule::IdShape { found: id.into() });
    }

    fn references(&mut self, field: &'static str, ids: &'a [String], wanted: &'static [Kind]) {
        self.each(field, 0, most::LISTED, ids, |check, id| {
            check.reference(id, wanted);
            let first = ids.iter().find(|other| *other == id);
            if first.is_some_and(|first| !std::ptr::eq(first, id)) {
                check.report.broken(|| Rule::ListedTwice { id: id.clone() });
            }
        });
    }

    fn reference(&mut self, id: &str, wanted: &'static [Kind]) {
        match self.ids.kind(id) {
            Some(kind) if wanted.contains(&kind) => {}
            Some(is) => self.report.broken(|| Rule::OtherKind { id: id.into(), is, wanted }),
            None => {
                let ids = &self.ids;
                self.report.broken(|| {
                    let known = ids.of_kinds(wanted).filter(|known| is_id(known));
                    Rule::NoSuch { id: id.into(), wanted, nearest: nearest(id, known) }
                });
            }
        }
    }

    fn year(&mut self, field: &'static str, found: Year) {
        let period = self.plan.period;
        self.holds(field, !self.period_is_sound || period.contains(found), || Rule::YearOutside {
            found,
            period,
        });
    }

    fn name(&mut self, field: &'static str, name: &Name) {
        self.at(Step::Field(field), |check| {
            for (language, words) in name.fields() {
                match language {
                    Some(language) => check.text(language, words),
                    None => check.words(words),
                }
            }
        });
    }

    fn optional_name(&mut self, field: &'static str, name: &Option<Name>) {
        if let Some(name) = name {
            self.name(field, name);
        }
    }

    fn texts(&mut self, field: &'static str, texts: &'a [String]) {
        self.each(field, 0, most::LISTED, texts, |check, text| check.words(text));
    }

    fn optional_text(&mut self, field: &'static str, text: &Option<String>) {
        if let Some(text) = text {
            self.text(field, text);
        }
    }

    fn text(&mut self, field: &'static str, text: &str) {
        self.at(Step::Field(field), |check| check.words(text));
    }

    fn words(&mut self, text: &str) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.report.broken(|| Rule::Blank);
        }
        if length > most::TEXT {
            self.report.broken(|| Rule::TextTooLong { found: length });
        }
        if text.chars().any(is_unreadable) {
            self.report.broken(|| Rule::Unreadable { found: text.into() });
        }
    }
}

/// Lower-case letters and digits in words joined by single hyphens: safe in an address, a key and a file name.
fn is_id(id: &str) -> bool {
    let is_word = |word: &[u8]| {
        !word.is_empty() && word.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    id.len() <= most::ID && id.as_bytes().split(|byte| *byte == b'-').all(is_word)
}

/// Whether it is written like a name of the IANA data base; only a browser knows whether there is such a zone.
fn is_zone(zone: &str) -> bool {
    let is_part = |part: &[u8]| {
        part.first().is_some_and(u8::is_ascii_alphabetic)
            && part.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(byte))
    };
    zone.len() <= most::ID && zone.as_bytes().split(|byte| *byte == b'/').all(is_part)
}

fn is_sound(period: Years) -> bool {
    let (from, to) = (period.from.0, period.to.0);
    1000 <= from && from <= to && to <= 9999 && to - from < most::YEARS
}

/// A line may break; anything else that nobody sees breaks files and screens, or turns the sentence around it. U+FFFD is what a
/// decoder leaves of a file that was not saved as UTF-8.
fn is_unreadable(letter: char) -> bool {
    is_unseen_control(letter) && letter != '\n' || letter == '\u{fffd}'
}
