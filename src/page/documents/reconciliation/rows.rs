//! The rows of a reconciliation: one promise each.

use super::words::{self, Words};
use crate::ledger::kinds::{Aim, Outcome, Status, Verdict};
use crate::page::shared::{asked, names};
use crate::route::Route;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Class, Promise, Promised, Reconciliation};
use crate::text::{Cell, Column, Language, Link, Piece, Table, Text};

/// The light that stands for a class in markup.
pub fn light(class: Class) -> &'static str {
    match class {
        Class::Outcome(Outcome::Met | Outcome::Exceeded) => "met",
        Class::Outcome(Outcome::NotMet) => "missed",
        Class::Outcome(Outcome::Carried) => "amber",
        Class::Outcome(Outcome::Adjusted) => "underway",
        Class::Outcome(Outcome::Unpublished) => "outdated",
        Class::Outcome(Outcome::Undecided) => "not-judged",
        Class::NoRecord | Class::NotDue => "none",
    }
}

/// The class in words.
pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Outcome(outcome) => outcome.words(language),
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
        Column::figure(words.first_met),
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
    let verdict = promise.verdict.map(|(verdict, _)| verdict);
    let plain = |text: String| if text.is_empty() { Cell::default() } else { Cell::plain(text) };
    let unit = match &promise.what {
        Promised::Target { place, .. } => plan.say(&place.item.unit, language),
        Promised::Milestone { .. } => Text::default(),
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
        plain(first_met(promise, language)),
        figure(verdict.and_then(|one| one.reported)),
        figure(verdict.and_then(|one| one.checked)),
        came_to(promise, words, language),
        ground(promise, language),
        verdict.map(|one| carried(as_of, one)).unwrap_or_default(),
        verdict.map(|one| signed(one, words, language)).unwrap_or_default(),
    ]
}

/// The promise with its place in the text and who leads.
fn named(as_of: AsOf, promise: &Promise) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let (link, section, lead) = match &promise.what {
        Promised::Target { place, .. } => {
            let section = place.item.target(promise.year).map_or("", |target| &target.section);
            (names::indicator(plan, place.item, language), section, &place.task.lead)
        }
        Promised::Milestone { place, .. } => {
            let link = names::thing(plan, &place.item.id, language);
            let link = link.unwrap_or_else(|| unknown(&place.item.id, language));
            (link, place.item.section.as_str(), &place.task.lead)
        }
    };
    let lead = lead.iter().filter_map(|id| plan.organisation(id)).map(|one| plan.short_name(one, language));
    let section = (!section.is_empty()).then(|| plan.quote(section, language));
    let notes = joined(section.into_iter().chain(lead), language);
    Cell { pieces: [Piece::Link(link)].into_iter().chain(notes).collect() }
}

/// Small words on one line; what is in another language stands on one of its own.
fn joined(all: impl Iterator<Item = Text>, language: Language) -> Vec<Piece> {
    let (own, others): (Vec<Text>, Vec<Text>) =
        all.filter(|text| !text.words.is_empty()).partition(|text| text.language.is_none());
    let own = own.into_iter().map(|text| text.words).collect::<Vec<_>>();
    let line = (!own.is_empty()).then(|| Text::plain(own.join(language.pick("　", " · "))));
    line.into_iter().chain(others).map(Piece::Note).collect()
}

/// Something that the plan does not have, as its identifier.
fn unknown(id: &str, language: Language) -> Link {
    Link { text: Text::typed(id, language), href: Route::Overview.href() }
}

/// The target as issued, with its word of promise, and as a paper adjusted it; the words of a milestone.
fn asked_of(as_of: AsOf, promise: &Promise, words: &Words) -> Cell {
    let AsOf { plan, language, .. } = as_of;
    let (place, aim) = match &promise.what {
        Promised::Target { place, aim, .. } => (place, aim),
        Promised::Milestone { place, .. } => return plan.quote(&place.item.as_written, language).into(),
    };
    let mut pieces = Vec::new();
    match (place.item.target(promise.year), aim.issued) {
        (Some(target), _) => {
            pieces.push(Piece::Plain(Text::plain(asked::short(target, language))));
            let modality = asked::modality(target, language);
            pieces.extend(modality.map(|word| Piece::Note(Text::plain(word))));
        }
        (None, Some(set)) => {
            pieces.push(Piece::Plain(Text::plain(Aim::words(Some(set), language))));
            pieces.push(Piece::Note(Text::plain(words.set_later)));
        }
        (None, None) => {}
    }
    if let Some(by) = aim.by {
        let now = [words.adjusted_to, &Aim::words(aim.adjusted, language)].concat();
        pieces.push(Piece::Plain(Text::plain(now)));
        pieces.push(Piece::Note(Text::typed(&by.adjustment.document, language)));
    }
    Cell { pieces }
}

/// The figure that counts, with its month; of a milestone, what was reported of it.
fn found(as_of: AsOf, promise: &Promise, unit: &Text) -> Cell {
    let language = as_of.language;
    let (said, month) = match &promise.what {
        Promised::Target { figure: Some(one), .. } => (one.value.to_string(), one.month),
        Promised::Milestone { reported: Some((month, stage)), .. } => {
            (stage.words(language).to_owned(), *month)
        }
        Promised::Target { .. } | Promised::Milestone { .. } => return Cell::default(),
    };
    let notes = joined([unit.clone(), Text::plain(month.words(language))].into_iter(), language);
    Cell { pieces: [Piece::Plain(Text::plain(said))].into_iter().chain(notes).collect() }
}

/// The first month that proved it, of what is met.
fn first_met(promise: &Promise, language: Language) -> String {
    let (Promised::Target { first_met, .. } | Promised::Milestone { first_met, .. }) = &promise.what;
    first_met.map(|month| month.words(language)).unwrap_or_default()
}

/// The class, and whose word it is: a proposal of the figures, one signature, or two.
fn came_to(promise: &Promise, words: &Words, language: Language) -> Cell {
    let of = promise.class();
    let mut pieces = vec![Piece::Light { light: light(of), word: class(of, language) }];
    let mut note = |said: &str| pieces.push(Piece::Note(Text::plain(said)));
    match promise.verdict {
        Some((one, _)) if one.status == Status::Decided => note(words.by_both),
        Some((one, _)) => note(&[words.by_one, one.outcome.words(language)].concat()),
        None if promise.proposal.outcome.is_some() => note(words.by_figures),
        None => {}
    }
    if promise.is_against_figures() {
        note(&[words.figures_say, class(promise.proposal.class(), language)].concat());
    }
    if promise.would_differ {
        note(&[words.today, class(promise.proposal.class(), language)].concat());
    }
    Cell { pieces }
}

/// What the figures say, then what people wrote: reason, evidence and source.
fn ground(promise: &Promise, language: Language) -> Cell {
    let because = words::because(language, promise.proposal.because);
    let mut pieces = vec![Piece::Plain(Text::plain(because))];
    if let Some((one, _)) = promise.verdict {
        let typed = [&one.reason, &one.evidence, &one.source].into_iter().filter(|text| !text.is_empty());
        pieces.extend(typed.map(|text| Piece::Plain(Text::typed(text, language))));
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
    let mut pieces = vec![Piece::Plain(Text::typed(&verdict.doer, language))];
    pieces.push(match verdict.verifier.trim() {
        "" => Piece::Note(Text::plain(words.to_be_verified)),
        name => Piece::Plain(Text::typed(name, language)),
    });
    pieces.push(Piece::Note(Text::plain(verdict.on.to_string())));
    Cell { pieces }
}
