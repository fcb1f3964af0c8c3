//! What stands on the page of a year.

use super::acts;
use super::line::{self, Line, Source};
use super::words::{self, Counts};
use crate::ledger::Id;
use crate::ledger::kinds::ItemKind;
use crate::ledger::known::ListedHow;
use crate::page::shared::{names, recorded};
use crate::plan::{Measure, Year};
use crate::route::Route;
use crate::standing::window::window;
use crate::standing::year_duty::YearDuty;
use crate::standing::year_list::year_list;
use crate::standing::{AsOf, Lit};
use crate::text::{Language, Link, Text};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct YearPage {
    pub year: Year,
    pub heading: String,
    /// What the text itself has for the year, and what holds until the list begins.
    pub lede: String,
    /// The years of the plan, and which is shown.
    pub years: Vec<(Link, bool)>,
    /// The plan has the year: else nothing can be written.
    pub is_of_plan: bool,
    /// 任务清单, 项目清单, 工作节点; none is empty.
    pub groups: Vec<Group>,
    /// What waits to be taken over, in the order of the text, then of the list.
    pub waiting: Vec<Waiting>,
    /// What the waiting means for what is asked of organisations, in a sentence; empty where nothing waits.
    pub waits: String,
    /// From which period on what is written now is asked for, in a sentence.
    pub from: String,
}

/// The lines of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub title: &'static str,
    pub note: String,
    pub lines: Vec<Line>,
    /// What the text names and the list says nothing of, folded below them; it may be long.
    pub of_text: Vec<Line>,
    /// The same counted, in words.
    pub fold: String,
}

/// An open item of an earlier year.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub line: Line,
    /// How far it had come; none where nothing was reported.
    pub lit: Option<Lit>,
}

/// The page of a year.
pub fn model(as_of: AsOf, year: Year) -> YearPage {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let list = year_list(plan, ledger, year);
    let is_of_plan = plan.period.contains(year);
    let of_plan = list.of_plan.iter().map(|one| line::of_plan(as_of, one));
    let listed = list.listed.iter().map(|one| line::of_list(as_of, year, one));
    let own: Vec<Line> = of_plan.chain(listed).filter(|_| is_of_plan).collect();
    // Measures as the text has them: those of the year, and those that go on in their own words.
    let goes_on = list.listed.iter().filter(|one| one.how == ListedHow::CarriedOn && one.line.is_none());
    let goes_on = goes_on.filter_map(|one| plan.measure(one.id)).map(|place| place.item);
    let measures: Vec<&Measure> = list.of_plan.iter().copied().chain(goes_on).collect();
    let of_text: Vec<Line> = of_text(as_of, year, &measures).into_iter().filter(|_| is_of_plan).collect();
    let waiting_of_plan = list.waiting_of_plan.iter().map(|one| line::of_plan(as_of, one));
    let waiting = list.waiting.iter().map(|one| line::of_list(as_of, year, one));
    let waiting: Vec<Waiting> = waiting_of_plan
        .chain(waiting)
        .filter(|_| is_of_plan)
        .map(|line| Waiting {
            lit: as_of
                .ledger
                .stage(&line.id, today.month())
                .map(|(_, stage, _)| recorded::stage(stage, language)),
            line,
        })
        .collect();
    let from = acts::period(plan, year, today);
    let has_begun = YearDuty::new(ledger, from).has_begun();
    let is_over = window(plan, ledger, from).is_none_or(|window| window.days().1 < today);
    let ended = own.iter().filter(|one| one.source == Source::Ended).count();
    let counts = Counts {
        listed: own.len() - ended,
        ended,
        overdue: own.iter().filter(|one| !one.overdue.is_empty()).count(),
        waiting: waiting.len(),
    };
    let in_text = plan.measures().filter(|place| place.item.year == Some(year)).count();
    let years = plan.period.iter().map(|one| {
        let link = Link { text: Text::plain(one.to_string()), href: Route::Year(one).href() };
        (link, one == year)
    });
    YearPage {
        year,
        heading: if is_of_plan {
            words::heading(language, year, counts)
        } else {
            words::no_year(language, year)
        },
        lede: words::lede(language, plan.period, year, in_text),
        years: years.collect(),
        is_of_plan,
        from: words::from(language, from, is_over),
        waits: if waiting.is_empty() { String::new() } else { words::waits(language, year, has_begun) },
        groups: groups(language, own, &of_text),
        waiting,
    }
}

/// Projects that the measures of the year name, and milestones of the plan that fall into it, as the text has them.
fn of_text(as_of: AsOf, year: Year, measures: &[&Measure]) -> Vec<Line> {
    let AsOf { plan, language, .. } = as_of;
    let named = |id: &str| measures.iter().any(|one| one.projects.iter().any(|project| project == id));
    let bare = |id: &Id, kind, title: Text, href: String, section: &str| Line {
        id: id.clone(),
        kind,
        title,
        href: Some(href),
        parent: None,
        source: Source::Text,
        comes: words::source(language, Source::Text, year),
        by: vec![plan.quote(section, language)],
        lead: vec![],
        responsible: vec![],
        due: String::new(),
        moved: vec![],
        lit: line::stands(as_of, id, None).0,
        overdue: String::new(),
        acts: vec![],
    };
    let projects = plan.projects.iter().filter(|one| named(&one.id)).map(|one| {
        let href = Route::Project(one.id.clone()).href();
        let id = one.id.as_str().into();
        let organisations = one.organisations.iter().filter_map(|id| plan.organisation(id));
        let responsible = organisations.map(|one| names::organisation(plan, one, language)).collect();
        Line {
            responsible,
            ..bare(&id, ItemKind::Project, plan.say(&one.name, language), href, &one.section)
        }
    });
    let milestones = plan.milestones().filter(|place| place.item.years.contains(year)).map(|place| {
        let one = place.item;
        let href = Route::Milestone(one.id.clone()).href();
        let title = plan.say(&one.name, language);
        let parent = names::task(plan, place.task, language);
        let lead = place.task.lead.iter().filter_map(|id| plan.organisation(id));
        let lead = lead.map(|one| names::organisation(plan, one, language));
        Line {
            parent: Some(parent),
            lead: lead.collect(),
            due: one.years.to_string(),
            ..bare(&one.id.as_str().into(), ItemKind::Node, title, href, &one.section)
        }
    });
    projects.chain(milestones).collect()
}

/// By kind; what is ended stands last in its group.
fn groups(language: Language, mut lines: Vec<Line>, text: &[Line]) -> Vec<Group> {
    lines.sort_by_key(|one| (one.source == Source::Ended, one.kind));
    let words = words::of(language);
    let group = |title, kinds: &[ItemKind]| {
        let of = |lines: &[Line]| -> Vec<Line> {
            lines.iter().filter(|one| kinds.contains(&one.kind)).cloned().collect()
        };
        let (lines, of_text) = (of(&lines), of(text));
        let open = lines.iter().filter(|one| one.source != Source::Ended).count();
        let note = words::group_note(language, open + of_text.len());
        Group { title, note, fold: words::of_text(language, of_text.len()), lines, of_text }
    };
    let all = [
        group(words.tasks, &[ItemKind::Task, ItemKind::Measure]),
        group(words.projects, &[ItemKind::Project]),
        group(words.nodes, &[ItemKind::Node]),
    ];
    all.into_iter().filter(|group| !group.lines.is_empty() || !group.of_text.is_empty()).collect()
}
