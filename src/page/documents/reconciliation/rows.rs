//! The rows of a reconciliation: one promise each.

use super::words::{self, Words};
use crate::ledger::kinds::{Aim, Outcome, Status, Verdict};
use crate::page::documents::words::{ADJUSTED_TO, NOTHING_MORE, SET_LATER, day, month};
use crate::page::shared::names;
use crate::plan::{Comparator, Modality, Year};
use crate::standing::AsOf;
use crate::standing::adjusted::YearAim;
use crate::standing::reconciliation::{Brought, Class, Promise, Promised, Reconciliation};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// The light that stands for a class in markup.
pub fn light(class: Class) -> &'static str {
    match class {
        Class::Outcome(Outcome::Met | Outcome::Exceeded) => "met",
        Class::Outcome(Outcome::NotMet) => "missed",
        Class::Outcome(Outcome::Carried) => "amber",
        Class::Outcome(Outcome::Adjusted) => "underway",
        Class::Outcome(Outcome::Unpublished) => "outdated",
        Class::Outcome(Outcome::Undecided) | Class::ToJudge => "not-judged",
        Class::NoRecord | Class::NotDue => "none",
    }
}

/// The class in words.
pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Outcome(outcome) => outcome.words(language),
        Class::ToJudge => words::of(language).to_judge,
        Class::NoRecord => words::of(language).no_record,
        Class::NotDue => words::of(language).not_due,
    }
}

/// Every promise of some years, a row each; of more than one year each row says of which. A column without words is left
/// out. None where nothing was promised.
pub fn table(as_of: AsOf, years: &[&Reconciliation]) -> Option<Table> {
    let words = words::of(as_of.language);
    let each = |year: &Reconciliation| -> Vec<Vec<Cell>> {
        let of = (years.len() > 1).then(|| year.year.to_string());
        year.promises.iter().map(|one| row(as_of, one, of.as_deref(), words)).collect()
    };
    let rows: Vec<Vec<Cell>> = years.iter().flat_map(|year| each(year)).collect();
    let columns = vec![
        Column::text(words.promise),
        Column::figure(words.year),
        Column::text(words.asked),
        Column::text(words.figure),
        Column::figure(words.met_since),
        Column::figure(words.reported),
        Column::figure(words.checked),
        Column::text(words.class),
        Column::text(words.ground),
        Column::text(words.carried),
        Column::text(words.signed),
    ];
    let caption = Text::plain(words.caption);
    (!rows.is_empty()).then(|| Table { caption, columns, rows }.without_empty_columns())
}

fn row(as_of: AsOf, promise: &Promise, year: Option<&str>, words: &Words) -> Vec<Cell> {
    let AsOf { plan, language, .. } = as_of;
    let verdict = promise.verdict();
    let plain = |text: String| if text.is_empty() { Cell::default() } else { Cell::plain(text) };
    let unit = match of(promise).0 {
        Promised::Target { place, .. } => plan.say(&place.item.unit, language),
        Promised::Milestone { .. } | Promised::Brought(_) => Text::default(),
    };
    let figure = |value: Option<crate::plan::Quantity>| match value {
        Some(value) => {
            let mut pieces = vec![Piece::Plain(Text::plain(value.to_string()))];
            pieces.extend((!unit.words.is_empty()).then(|| Piece::Note(unit.clone())));
            Cell { pieces }
        }
        None => Cell::default(),
    };
    vec![
        named(as_of, promise),
        year.map(Cell::plain).unwrap_or_default(),
        asked_of(as_of, promise, words),
        found(as_of, promise, &unit),
        plain(met_since(promise, language)),
        figure(verdict.and_then(|one| one.reported)),
        figure(verdict.and_then(|one| one.checked)),
        came_to(promise, words, language),
        ground(promise, words, language),
        verdict.map(|one| carried(as_of, one)).unwrap_or_default(),
        verdict.map(|one| signed(one, words, language)).unwrap_or_default(),
    ]
}

/// What was promised first, and in which year: of what was carried on, what the earlier year promised.
fn of<'a>(promise: &'a Promise) -> (&'a Promised<'a>, Year) {
    match &promise.what {
        Promised::Brought(brought) => (&brought.what, brought.first),
        what => (what, promise.year),
    }
}

/// The promise with its place in the text and who leads.
fn named(as_of: AsOf, promise: &Promise) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let (what, year) = of(promise);
    let (section, lead) = match what {
        Promised::Target { place, .. } => {
            (place.item.target(year).map_or("", |target| &target.section), &place.task.lead[..])
        }
        Promised::Milestone { place, .. } => (place.item.section.as_str(), &place.task.lead[..]),
        Promised::Brought(_) => ("", &[][..]),
    };
    let from = match &promise.what {
        Promised::Brought(brought) => words::carried_from(language, brought.by.year),
        Promised::Target { .. } | Promised::Milestone { .. } => String::new(),
    };
    let lead = lead.iter().filter_map(|id| plan.organisation(id)).map(|one| plan.short_name(one, language));
    let section = (!section.is_empty()).then(|| plan.quote(section, language));
    let notes = joined([Text::plain(from)].into_iter().chain(section).chain(lead), language);
    let link = names::thing(plan, promise.id(), language).map(Piece::Link);
    Cell { pieces: link.into_iter().chain(notes).collect() }
}

/// Small words on one line; what is in another language stands on one of its own.
fn joined(all: impl Iterator<Item = Text>, language: Language) -> Vec<Piece> {
    let (own, others): (Vec<Text>, Vec<Text>) =
        all.filter(|text| !text.words.is_empty()).partition(|text| text.language.is_none());
    let own = own.into_iter().map(|text| text.words).collect::<Vec<_>>();
    let line = (!own.is_empty()).then(|| Text::plain(own.join(language.pick("　", " · "))));
    line.into_iter().chain(others).map(Piece::Note).collect()
}

/// The target as issued, with its word of promise, and as a paper adjusted it; the words of a milestone.
fn asked_of(as_of: AsOf, promise: &Promise, words: &Words) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let aim = match of(promise).0 {
        Promised::Target { aim, .. } => aim,
        Promised::Milestone { place, .. } => return plan.quote(&place.item.as_written, language).into(),
        Promised::Brought(_) => return Cell::default(),
    };
    let YearAim { issued, set_by, adjusted, by, conflicts, .. } = &**aim;
    let mut pieces = Vec::new();
    let note = |words: &str| Piece::Note(Text::plain(words));
    if let Some(issued) = issued {
        pieces.push(Piece::Plain(Text::plain(asks(issued, language))));
        let modality = Some(issued.modality).filter(|one| *one != Modality::None);
        pieces.extend(modality.map(|one| note(one.words(language))));
    }
    if let Some(paper) = set_by {
        pieces.push(note(SET_LATER.words(language)));
        pieces.extend((!paper.is_empty()).then(|| Piece::Note(Text::typed(paper, language))));
    }
    if let Some(by) = by {
        let to = adjusted.as_ref().map_or(NOTHING_MORE.words(language).to_owned(), |aim| asks(aim, language));
        pieces.push(Piece::Plain(Text::plain([ADJUSTED_TO.words(language), &to].concat())));
        pieces.push(Piece::Note(Text::typed(&by.adjustment.document, language)));
    }
    pieces.extend((!conflicts.is_empty()).then(|| note(words.conflicting)));
    Cell { pieces }
}

/// A target in the words of the text: how a figure has to compare, and with what. A bare number stays bare.
fn asks(aim: &Aim, language: Language) -> String {
    match aim.comparator {
        Comparator::Unstated => aim.value.to_string(),
        named => [named.words(language), language.pick("", " "), &aim.value.to_string()].concat(),
    }
}

/// The figure that counts, with its month; of a milestone, what was reported of it.
fn found(as_of: AsOf, promise: &Promise, unit: &Text) -> Cell {
    let language = as_of.language;
    let (said, of) = match &promise.what {
        Promised::Target { figure: Some(one), .. } => (one.value.to_string(), one.month),
        Promised::Milestone { reported: Some((month, stage)), .. } => {
            (stage.words(language).to_owned(), *month)
        }
        Promised::Target { .. } | Promised::Milestone { .. } | Promised::Brought(_) => {
            return Cell::default();
        }
    };
    let notes = joined([unit.clone(), Text::plain(month(language, of))].into_iter(), language);
    Cell { pieces: [Piece::Plain(Text::plain(said))].into_iter().chain(notes).collect() }
}

/// The month since which it is met, of what is met by what is on record or by what was signed.
fn met_since(promise: &Promise, language: Language) -> String {
    let is_met =
        |class| matches!(class, Class::Outcome(Outcome::Met | Outcome::Exceeded | Outcome::Adjusted));
    let since =
        promise.what.met_since().filter(|_| is_met(promise.proposal.class()) || is_met(promise.class()));
    since.map(|since| month(language, since)).unwrap_or_default()
}

/// The class, and whose word it is: a proposal of the figures, one signature, or two; and what else is said of it.
fn came_to(promise: &Promise, words: &Words, language: Language) -> Cell {
    let of = promise.class();
    let mut pieces = vec![Piece::Light { light: light(of), word: class(of, language) }];
    let mut note = |said: &str| pieces.push(Piece::Note(Text::plain(said)));
    match promise.said {
        Some(said) if said.stands.0.is_signed() => {
            note(words.by_both);
            if let Some((waits, _)) = said.waits {
                note(&[words.also_by_one, waits.outcome.words(language)].concat());
            }
            if let Some((other, _)) = said.other {
                note(&[words.also_by_both, other.outcome.words(language)].concat());
            }
        }
        Some(said) => note(&[words.by_one, said.stands.0.outcome.words(language)].concat()),
        None if promise.proposal.outcome.is_some() => note(words.by_figures),
        None => {}
    }
    if promise.is_against_figures() {
        note(&[words.figures_say, class(promise.proposal.class(), language)].concat());
    }
    Cell { pieces }
}

/// What the ledger says today, then what people wrote, each with its name.
fn ground(promise: &Promise, words: &Words, language: Language) -> Cell {
    let because = words::because(language, promise.proposal.because);
    let Some(one) = promise.verdict() else { return Cell::plain(because) };
    let mut pieces = vec![Piece::Plain(Text::plain([words.data, because].concat()))];
    let typed = [(words.reason, &one.reason), (words.evidence, &one.evidence), (words.source, &one.source)];
    for (name, text) in typed.into_iter().filter(|(_, text)| !text.is_empty()) {
        let typed = Text::typed(text, language);
        match typed.language {
            None => pieces.push(Piece::Note(Text::plain([name, &typed.words].concat()))),
            Some(_) => pieces.extend([Text::plain(name), typed].map(Piece::Note)),
        }
    }
    Cell { pieces }
}

fn carried(as_of: AsOf, verdict: &Verdict) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let Some(to) = &verdict.carried else { return Cell::default() };
    let mut pieces = vec![Piece::Plain(Text::plain(words::to_year(language, to.year)))];
    pieces.extend(to.organisation.as_ref().map(|id| Piece::Note(plan.organisation_name(id, language))));
    Cell { pieces }
}

/// Doer and verifier, as they call themselves, and the day.
fn signed(verdict: &Verdict, words: &Words, language: Language) -> Cell {
    let names = [&verdict.doer, &verdict.verifier].map(|name| name.trim());
    let given = names.into_iter().filter(|name| !name.is_empty());
    let mut pieces: Vec<Piece> = given.map(|name| Piece::Plain(Text::typed(name, language))).collect();
    let note = |words: &str| Piece::Note(Text::plain(words));
    match verdict.status {
        Status::Decided if verdict.is_signed() => {
            pieces.extend(names.contains(&"").then(|| note(words.names_out)));
        }
        Status::Decided | Status::Proposed => pieces.push(note(words.to_be_verified)),
    }
    pieces.push(note(&day(language, verdict.on)));
    Cell { pieces }
}

/// What was carried on, a row each: from which year and to which, who owes it, why, and what became of it there, as far as
/// the years handed in say so. None where nothing was.
pub fn brought(as_of: AsOf, all: &[&Brought], years: &[&Reconciliation], caption: &str) -> Option<Table> {
    let AsOf { plan, language, .. } = as_of;
    let words = words::of(language);
    let row = |one: &&Brought| {
        let to = one.by.carried.as_ref()?;
        let owed = to.organisation.as_ref().map(|id| plan.organisation_name(id, language));
        let there = years.iter().find(|year| year.year == to.year);
        let there = there.and_then(|year| year.promises.iter().find(|promise| promise.id() == one.what.id()));
        Some(vec![
            names::thing(plan, one.what.id(), language)?.into(),
            Cell::plain(one.by.year.to_string()),
            Cell::plain(to.year.to_string()),
            owed.unwrap_or_else(|| Text::plain(words.stays)).into(),
            Text::typed(&one.by.reason, language).into(),
            there.map(|promise| came_to(promise, words, language)).unwrap_or_default(),
        ])
    };
    let rows: Vec<Vec<Cell>> = all.iter().filter_map(row).collect();
    let columns = vec![
        Column::text(words.promise),
        Column::text(words.from_year),
        Column::text(words.to_year),
        Column::text(words.owed_by),
        Column::text(words.reason.trim_end_matches(['：', ':', ' '])),
        Column::text(words.became),
    ];
    (!rows.is_empty()).then(|| Table { caption: Text::plain(caption), columns, rows }.without_empty_columns())
}

/// Verdicts on what their years do not promise any more, a row each. None where there are none.
pub fn strays(as_of: AsOf, years: &[&Reconciliation]) -> Option<Table> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let words = words::of(language);
    let all = years.iter().flat_map(|year| &year.strays).map(|said| said.stands.0);
    let rows: Vec<Vec<Cell>> = all
        .map(|one| {
            let of = Class::Outcome(one.outcome);
            let named = names::told(plan, ledger, &one.subject, language);
            vec![
                named.map_or_else(|| Text::typed(&one.subject, language).into(), Cell::from),
                Cell::plain(one.year.to_string()),
                Cell { pieces: vec![Piece::Light { light: light(of), word: class(of, language) }] },
                signed(one, words, language),
            ]
        })
        .collect();
    let columns = [words.promise, words.year, words.class, words.signed].map(Column::text).into();
    (!rows.is_empty()).then(|| Table { caption: Text::plain(words.strays), columns, rows })
}
