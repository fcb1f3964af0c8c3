//! The tables that are made at once.

use super::{Made, words};
use crate::ledger::kinds::{Aim, ItemKind, Verdict};
use crate::ledger::{Ledger, Said};
use crate::page::documents::monthly::words as monthly;
use crate::page::documents::reconciliation::{Field, words as reconciled};
use crate::page::documents::words::{ADJUSTED_TO, SET_LATER};
use crate::page::shared::{asked, names, problems as shared, recorded};
use crate::plan::{Indicator, Month, Place, PlanIndex, Quantity, Year};
use crate::standing::adjusted::year_aim;
use crate::standing::problems::problems_on;
use crate::standing::reconciliation::reconciliation;
use crate::standing::{self, AsOf, Bases, reading};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// Every indicator: what it is, what is asked of it year by year, and how it stands.
pub fn indicators(as_of: AsOf) -> Made {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let (words, heads) = (words::of(language), monthly::of(language));
    let (rule, bases) = (reading::rule(ledger), Bases::new(plan, ledger));
    let years: Vec<Year> = plan.period.iter().collect();
    let row = |place: Place<Indicator>| {
        let indicator = place.item;
        let judged = reading::judged(plan, ledger, indicator, today, &rule);
        let mut cells = vec![
            names::area(plan, place.area, language).into(),
            plan.say(&place.task.title, language).into(),
            plan.say(&indicator.name, language).into(),
            plan.say(&indicator.unit, language).into(),
            Cell::plain(bases.words(indicator, language)),
        ];
        cells.extend(years.iter().map(|year| target(as_of, indicator, *year)));
        let latest = judged.latest;
        cells.extend([
            latest.map(|one| figure(plan, indicator, one.value)).unwrap_or_default(),
            latest.map(|one| Cell::plain(one.month.to_string())).unwrap_or_default(),
            Cell::plain(judged.light.words(language)),
            Cell::plain(standing::words::gap(&judged, indicator, plan, &rule, language)),
            Cell::plain(standing::words::reason(&judged, &rule, language)),
            organisations(as_of, &place.task.lead),
        ]);
        cells
    };
    let mut columns =
        [words.area, words.task, heads.indicator, words.unit, words.basis].map(Column::text).to_vec();
    columns.extend(years.iter().map(|year| Column::text(words::target_of(language, *year))));
    columns.extend([
        Column::figure(heads.latest),
        Column::text(words.month),
        Column::text(heads.light),
        Column::text(words.gap),
        Column::text(heads.reason),
        Column::text(heads.lead),
    ]);
    let rows = plan.indicators().map(row).collect();
    let caption = Text::plain(heads.indicators_caption);
    Some((words.indicators, Table { caption, columns, rows }))
}

/// What is asked of a year as the plan prints it, with its comparator and word of promise; what was set later, and what a
/// paper adjusted it to.
fn target(as_of: AsOf, indicator: &Indicator, year: Year) -> Cell {
    let AsOf { ledger, today, language, .. } = as_of;
    let aim = year_aim(ledger, indicator, year, today);
    let mut pieces = match (indicator.target(year), aim.issued) {
        (Some(target), _) => vec![Piece::Plain(Text::plain(asked::figure(target, language)))],
        (None, Some(set)) => vec![
            Piece::Plain(Text::plain(Aim::words(Some(set), language))),
            Piece::Note(Text::plain(SET_LATER.words(language))),
        ],
        (None, None) => vec![],
    };
    if aim.by.is_some() {
        let now = [ADJUSTED_TO.words(language), &Aim::words(aim.adjusted, language)].concat();
        pieces.push(Piece::Note(Text::plain(now)));
    }
    if pieces.is_empty() {
        pieces.push(Piece::Note(Text::plain(words::of(language).unset)));
    }
    Cell { pieces }
}

/// A figure of an indicator: of one in per cent, a per cent.
pub fn figure(plan: &PlanIndex, indicator: &Indicator, value: Quantity) -> Cell {
    let is_percent = plan.say(&indicator.unit, plan.language).words.trim() == "%";
    Cell::plain(value.to_string() + if is_percent { "%" } else { "" })
}

/// Organisations by name, one after another.
fn organisations<S: AsRef<str>>(as_of: AsOf, ids: &[S]) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let names = ids.iter().map(|id| plan.organisation_name(id.as_ref(), language).words);
    Cell::plain(names.collect::<Vec<_>>().join(language.pick("、", ", ")))
}

/// How far something has come by now, since which month that is said, and what was said with it.
fn progress(ledger: &Ledger, id: &str, until: Month, language: Language) -> [Cell; 3] {
    let Some((month, stage, found)) = ledger.stage(id, until) else { return Default::default() };
    let note = match &found.entry.said {
        Said::Progress { note, .. } => Text::typed(note, language).into(),
        _ => Cell::default(),
    };
    [Cell::plain(stage.words(language)), Cell::plain(month.to_string()), note]
}

/// Every measure, then every project.
pub fn things(as_of: AsOf) -> Made {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let (words, heads) = (words::of(language), monthly::of(language));
    let measures = plan.measures().map(|place| {
        let one = place.item;
        let said = vec![
            Cell::plain(ItemKind::Measure.words(language)),
            plan.say(&one.title, language).into(),
            plan.say(&place.task.title, language).into(),
            plan.quote(&one.section, language).into(),
            one.year.map(|year| Cell::plain(year.to_string())).unwrap_or_default(),
            organisations(as_of, &place.task.lead),
        ];
        (said, one.id.as_str())
    });
    let projects = plan.projects.iter().map(|one| {
        let said = vec![
            Cell::plain(ItemKind::Project.words(language)),
            plan.say(&one.name, language).into(),
            Cell::default(),
            plan.quote(&one.section, language).into(),
            Cell::default(),
            organisations(as_of, &one.organisations),
        ];
        (said, one.id.as_str())
    });
    let rows = measures.chain(projects).map(|(mut cells, id)| {
        cells.extend(progress(ledger, id, today.month(), language));
        cells
    });
    let columns = [
        words.kind,
        words.name,
        words.task,
        words.section,
        words.year,
        heads.organisation,
        crate::ledger::words::PROGRESS.words(language),
        words.month,
        words.note,
    ];
    let caption = Text::plain(words.things_caption);
    Some((words.things, Table { caption, columns: columns.map(Column::text).into(), rows: rows.collect() }))
}

/// Every milestone.
pub fn milestones(as_of: AsOf) -> Made {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let (words, heads) = (words::of(language), monthly::of(language));
    let rows = plan.milestones().map(|place| {
        let one = place.item;
        let lit = recorded::milestone(ledger, one, today, language);
        let [_, month, note] = progress(ledger, &one.id, today.month(), language);
        vec![
            plan.say(&one.name, language).into(),
            plan.say(&place.task.title, language).into(),
            plan.quote(&one.section, language).into(),
            Cell::plain(one.years.to_string()),
            plan.quote(&one.as_written, language).into(),
            Cell::plain(lit.word),
            month,
            note,
            organisations(as_of, &place.task.lead),
        ]
    });
    let columns = [
        words.name,
        words.task,
        words.section,
        words.year,
        words.as_written,
        heads.light,
        words.month,
        words.note,
        heads.lead,
    ];
    let rows: Vec<Vec<Cell>> = rows.collect();
    let caption = Text::plain(words.milestones_caption);
    let columns = columns.map(Column::text).into();
    (!rows.is_empty()).then_some((words.milestones, Table { caption, columns, rows }))
}

/// Every problem that was ever reported, what presses most first.
pub fn problems(as_of: AsOf) -> Made {
    let AsOf { plan, language, .. } = as_of;
    let (words, heads) = (words::of(language), monthly::of(language));
    let of = shared::words::of(language);
    let rows = problems_on(as_of).into_iter().map(|problem| {
        let row = shared::row(as_of, &problem);
        vec![
            row.text.text.into(),
            row.subject.map(|link| link.text.into()).unwrap_or_default(),
            plan.organisation_name(problem.organisation, language).into(),
            row.organisation.text.into(),
            row.who.into(),
            Cell::plain(problem.since.to_string()),
            problem.until.map(|day| Cell::plain(day.to_string())).unwrap_or_default(),
            Cell::plain(problem.life.state.words(language)),
            Cell { pieces: [row.state.as_str(), row.lacks].map(|one| Piece::Note(Text::plain(one))).into() },
            row.closing.map(Cell::from).unwrap_or_default(),
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let columns = [
        of.problem,
        of.subject,
        words.reported_by,
        heads.organisation,
        heads.who,
        of.since,
        of.until,
        of.state,
        heads.reason,
        words.closing,
    ];
    Some((
        of.title,
        Table { caption: Text::plain(of.caption), columns: columns.map(Column::text).into(), rows },
    ))
}

/// Every verdict that somebody wrote down, year by year; none where nobody did.
pub fn verdicts(as_of: AsOf) -> Made {
    let language = as_of.language;
    let rows = as_of.plan.period.iter().flat_map(|year| of_year(as_of, year)).collect::<Vec<_>>();
    let head = |field: Field| reconciled::field(language, field);
    let mut columns = vec![Column::text(reconciled::of(language).year), Column::text(head(Field::Subject))];
    columns.extend([Column::figure(head(Field::Reported)), Column::figure(head(Field::Checked))]);
    columns.extend(
        [
            head(Field::Outcome),
            head(Field::Reason),
            head(Field::Source),
            head(Field::Evidence),
            head(Field::CarriedYear),
            head(Field::CarriedTo),
            head(Field::On),
            head(Field::Doer),
            head(Field::Verifier),
            reconciled::of(language).signed,
        ]
        .map(Column::text),
    );
    let name = crate::ledger::words::VERDICT.words(language);
    (!rows.is_empty()).then(|| (name, Table { caption: Text::plain(name), columns, rows }))
}

/// The verdicts of a year, in the order of the plan; on what it does not promise any more, last.
fn of_year(as_of: AsOf, year: Year) -> Vec<Vec<Cell>> {
    let all = reconciliation(as_of, year);
    let of_promises = all.promises.into_iter().filter_map(|promise| promise.said);
    of_promises.chain(all.strays).map(|said| verdict(as_of, said.stands.0)).collect()
}

fn verdict(as_of: AsOf, one: &Verdict) -> Vec<Cell> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let typed = |text: &str| Cell::from(Text::typed(text, language));
    let value = |value: Option<Quantity>| {
        let Some(value) = value else { return Cell::default() };
        match plan.indicator(&one.subject) {
            Some(place) => figure(plan, place.item, value),
            None => Cell::plain(value.to_string()),
        }
    };
    let subject = names::told(plan, ledger, &one.subject, language).map(|link| link.text);
    let carried = one.carried.as_ref();
    let to = carried.and_then(|to| to.organisation.as_ref()).map(|id| plan.organisation_name(id, language));
    let words = reconciled::of(language);
    vec![
        Cell::plain(one.year.to_string()),
        subject.unwrap_or_else(|| Text::typed(&one.subject, language)).into(),
        value(one.reported),
        value(one.checked),
        Cell::plain(one.outcome.words(language)),
        typed(&one.reason),
        typed(&one.source),
        typed(&one.evidence),
        carried.map(|to| Cell::plain(to.year.to_string())).unwrap_or_default(),
        to.map(Cell::from).unwrap_or_default(),
        Cell::plain(one.on.to_string()),
        typed(&one.doer),
        typed(&one.verifier),
        Cell::plain(if one.is_signed() { words.by_both } else { words.to_be_verified }),
    ]
}
