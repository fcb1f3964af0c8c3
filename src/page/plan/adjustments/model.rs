//! The list of adjustments, as data.

use super::words;
use crate::ledger::EntryId;
use crate::ledger::kinds::{AdjustmentChange, AdjustmentKind, Against, Aim, ReasonClass, Status};
use crate::ledger::known::Adjusted;
use crate::page::shared::names;
use crate::page::shared::recorded::lit;
use crate::plan::Comparator;
use crate::standing::{AsOf, Light, Lit, reading};
use crate::text::{Choice, Link, Text, isolated};
use std::collections::BTreeMap;

/// Everything that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub heading: String,
    /// Against which targets is judged, and what that comes to.
    pub lede: String,
    /// Latest first by the day from which they hold.
    pub rows: Vec<Row>,
    /// What can be adjusted.
    pub subjects: Vec<Choice>,
    pub years: Vec<Choice>,
    pub comparators: Vec<Choice>,
    pub classes: Vec<Choice>,
}

/// One adjustment.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: EntryId,
    pub subject: Link,
    pub year: String,
    pub old: String,
    pub new: String,
    /// In what both are counted; empty where they are no figures.
    pub unit: Text,
    pub class: &'static str,
    pub reason: Text,
    /// Number and day of the paper.
    pub document: Text,
    pub decided_by: Text,
    pub effective: String,
    pub state: State,
    /// How it stands, in words of which each is a fact: holds from a later day, speaks of another target, contradicts another.
    pub notes: Vec<String>,
    /// Where the light by it is another one than as issued: as issued, and now.
    pub turned: Option<(Lit, Lit)>,
}

/// How an adjustment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing is judged by it.
    Proposed,
    /// Decided, and its day is yet to come.
    Later,
    /// It is judged by.
    Holds,
    /// Another one holds instead.
    Past,
    /// It contradicts one that holds from the same day and was written first.
    Contradicts,
}

impl State {
    /// The light that stands for it in markup.
    pub fn light(self) -> &'static str {
        match self {
            Self::Proposed | Self::Later => "underway",
            Self::Holds => "met",
            Self::Past => "none",
            Self::Contradicts => "red",
        }
    }
}

/// The page of what a ledger knows.
pub fn model(as_of: AsOf) -> Page {
    let AsOf { plan, ledger, language, .. } = as_of;
    // The list is the same whichever way is judged; each state is told as it is where adjustments count.
    let mut all = ledger.all_adjustments();
    all.sort_by_key(|one| {
        std::cmp::Reverse((one.adjustment.effective, one.found.batch.written, one.found.id))
    });
    let turned = turned(as_of);
    let rows: Vec<Row> = all.iter().map(|one| row(as_of, one, &turned)).collect();
    let plain = |value: String, words: &str| Choice { value, words: Text::plain(words) };
    Page {
        heading: heading(as_of),
        lede: words::lede(language, against(as_of), turned.len()),
        rows,
        subjects: plan
            .indicators()
            .map(|place| Choice {
                value: place.item.id.clone(),
                words: names::indicator(plan, place.item, language).text,
            })
            .collect(),
        years: plan.period.iter().map(|year| plain(year.to_string(), &year.to_string())).collect(),
        comparators: Comparator::ALL
            .into_iter()
            .map(|one| plain(one.slug().to_owned(), one.words(language)))
            .collect(),
        classes: (0..)
            .zip(ReasonClass::ALL)
            .map(|(at, one): (usize, _)| plain(at.to_string(), one.words(language)))
            .collect(),
    }
}

/// How many there are, in a sentence.
pub fn heading(as_of: AsOf) -> String {
    let all = as_of.ledger.all_adjustments();
    let proposed = all.iter().filter(|one| one.adjustment.status == Status::Proposed).count();
    words::heading(as_of.language, all.len() - proposed, proposed)
}

/// Against which targets is judged.
fn against(as_of: AsOf) -> Against {
    if as_of.ledger.is_as_issued() { Against::Issued } else { Against::Adjusted }
}

/// The indicators whose light by the adjusted target is another one than as issued; nothing where judged as issued.
fn turned(as_of: AsOf<'_>) -> BTreeMap<&str, (Light, Light)> {
    let AsOf { plan, ledger, today, .. } = as_of;
    let rule = reading::rule(ledger);
    let one = |indicator: &'_ crate::plan::Indicator| {
        let judged = reading::judged(plan, ledger, indicator, today, &rule);
        judged.as_issued.map(|issued| (issued, judged.light))
    };
    plan.indicators().filter_map(|place| Some((place.item.id.as_str(), one(place.item)?))).collect()
}

fn row(as_of: AsOf, one: &Adjusted, turned: &BTreeMap<&str, (Light, Light)>) -> Row {
    let AsOf { plan, language, .. } = as_of;
    let said = one.adjustment;
    let typed = |text: &str| if text.is_empty() { Text::default() } else { Text::typed(text, language) };
    let (old, new) = sides(said.change.clone(), language);
    let state = state(as_of, one);
    let turned = turned.get(&*said.subject).filter(|_| state == State::Holds);
    let paper = isolated(&said.document);
    let document = match said.dated {
        _ if said.document.is_empty() => words::of(language).no_document.to_owned(),
        Some(day) => {
            [paper.as_str(), language.pick("（", " ("), &day.to_string(), language.pick("）", ")")].concat()
        }
        _ => paper,
    };
    Row {
        id: one.found.id,
        subject: names::thing(plan, &said.subject, language).unwrap_or_else(|| Link {
            text: Text::typed(&said.subject, language),
            href: crate::route::Route::Overview.href(),
        }),
        year: said.year.to_string(),
        old,
        new,
        unit: plan
            .indicator(&said.subject)
            .filter(|_| said.kind() == AdjustmentKind::Target)
            .map(|place| plan.say(&place.item.unit, language))
            .unwrap_or_default(),
        class: said.class.words(language),
        reason: typed(&said.reason),
        document: Text::guessed(document, language),
        decided_by: typed(&said.decided_by),
        effective: said.effective.to_string(),
        state,
        notes: notes(as_of, one, state),
        turned: turned.map(|(issued, now)| (lit(*issued, language), lit(*now, language))),
    }
}

fn sides(change: AdjustmentChange, language: crate::text::Language) -> (String, String) {
    match change {
        AdjustmentChange::Target { old, new } => (Aim::words(old, language), Aim::words(new, language)),
        AdjustmentChange::Wording { old, new } => (isolated(&old), isolated(&new)),
        AdjustmentChange::Basis { old, new } => (old.words(language).into(), new.words(language).into()),
        AdjustmentChange::Merged { into } => (String::new(), words::merged(language, &into)),
        AdjustmentChange::Ended => (String::new(), words::of(language).ended.into()),
    }
}

/// How it stands, whichever way is judged.
fn state(as_of: AsOf, one: &Adjusted) -> State {
    let said = one.adjustment;
    if said.status == Status::Proposed {
        return State::Proposed;
    }
    if as_of.today < said.effective {
        return State::Later;
    }
    let force = as_of.ledger.deciding(&said.subject, said.year, said.kind(), as_of.today);
    if force.judged.is_some_and(|judged| judged.found.id == one.found.id) {
        State::Holds
    } else if force.conflicts.iter().any(|other| other.found.id == one.found.id) {
        State::Contradicts
    } else {
        State::Past
    }
}

fn notes(as_of: AsOf, one: &Adjusted, state: State) -> Vec<String> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let said = one.adjustment;
    let mut notes = Vec::new();
    if state == State::Contradicts {
        notes.push(words::of(language).contradicts.to_owned());
    }
    if let (State::Holds, Some(place)) = (state, plan.indicator(&said.subject)) {
        let aim = crate::standing::adjusted::year_aim(ledger, place.item, said.year, as_of.today);
        if aim.by.is_some() && aim.is_of_another {
            notes.push(words::of(language).of_another.to_owned());
        }
    }
    notes
}
