//! What the rows of a dry run come to, once a person has decided what is nearly the same, and the entries that come of
//! them. Every row comes to something that the page tells: none vanishes.

use super::against::{Against, Listed, Writer};
use super::column::{Candidate, Fate, Fault, Reading, Row};
use crate::ledger::codec::MOST_ENTRIES;
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::{Entry, EntryId, Id, Said};
use crate::plan::{Day, List};
use crate::rows::{MOST_LETTERS, MOST_ROWS};
use crate::standing::alike::Likeness;
use std::collections::BTreeMap;

/// A column is written as one batch.
const _: () = assert!(MOST_ROWS <= MOST_ENTRIES);

/// What a person decided of a row that is nearly the same as something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is another one.
    New,
    /// It is the same as this member.
    Member(EntryId),
    /// It is the same as the earlier row with this name.
    Row(String),
    /// It is left out.
    Left,
}

/// What was decided, by the names of the rows: it still holds when a row above is put in or corrected.
pub type Decisions = BTreeMap<String, Decision>;

/// What a row comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new member.
    New,
    /// Another state of this member.
    Change(EntryId),
    /// It says what is known already, here or in an earlier row.
    Known,
    /// A person left it out.
    Left,
    /// A person has to decide.
    Open,
    Faulty(Vec<Fault>),
}

/// A row settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub outcome: Outcome,
    /// What else it says of the member than the list does. A column of names corrects nobody: it is told.
    pub differs: Vec<Detail>,
}

/// What can differ of somebody who is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    District,
    Host,
}

/// What stands in the way of writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hindered {
    pub faulty: usize,
    pub undecided: usize,
    /// Whoever is gone should leave from a day that is none.
    pub leaving: Option<Fault>,
    /// So many entries, more than one batch holds.
    pub too_many: Option<usize>,
}

/// From which day whoever is gone leaves, and by which paper.
pub struct Leaving<'a> {
    pub day: Result<Day, Fault>,
    pub document: &'a str,
}

/// Where a row leads.
#[derive(Clone, PartialEq, Eq)]
enum Target {
    New,
    Of(EntryId),
    Done(Outcome),
}

impl Reading {
    /// What each line comes to.
    pub fn settled(&self, against: &Against, decisions: &Decisions) -> Vec<Settled> {
        let mut targets: Vec<Target> = Vec::new();
        for line in &self.lines {
            let target = self.target(&targets, &line.name, &line.fate, decisions);
            targets.push(target);
        }
        let mut outcomes: Vec<Option<Outcome>> = targets.iter().map(first_outcome).collect();
        let mut of: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
        for (at, target) in targets.iter().enumerate() {
            if let Target::Of(id) = target {
                of.entry(*id).or_default().push(at);
            }
        }
        for (id, places) in &of {
            let Some(member) = against.find(*id) else { continue };
            for (at, outcome) in self.course(member, places, against.writer()) {
                if let Some(place) = outcomes.get_mut(at) {
                    *place = Some(outcome);
                }
            }
        }
        let settled = outcomes.into_iter().zip(&targets).zip(&self.lines).map(|((outcome, target), line)| {
            let differs = match (target, line.fate.row()) {
                (Target::Of(id), Some(row)) => against.find(*id).map(|one| differs(one, row)),
                _ => None,
            };
            Settled { outcome: outcome.unwrap_or(Outcome::Open), differs: differs.unwrap_or_default() }
        });
        settled.collect()
    }

    fn target(&self, before: &[Target], name: &str, fate: &Fate, decisions: &Decisions) -> Target {
        match fate {
            Fate::Faulty(faults) => Target::Done(Outcome::Faulty(faults.clone())),
            Fate::New(_) => Target::New,
            Fate::Of(id, _) => Target::Of(*id),
            Fate::Follows(line, row) => self.follows(before, *line, row),
            Fate::Near(candidates, row) => match decisions.get(name) {
                Some(Decision::Left) => Target::Done(Outcome::Left),
                Some(Decision::New) if row.state.is_none() => {
                    Target::Done(Outcome::Faulty(vec![Fault::NotThere]))
                }
                Some(Decision::New) => Target::New,
                Some(Decision::Member(id)) if has(candidates, &Candidate::Member(*id)) => Target::Of(*id),
                Some(Decision::Row(of)) => {
                    let line = self.lines.iter().position(|line| line.name == *of);
                    let line = line.filter(|line| has(candidates, &Candidate::Line(*line)));
                    line.map_or(Target::Done(Outcome::Open), |line| self.follows(before, line, row))
                }
                // What was decided of another member is no decision any more.
                Some(Decision::Member(_)) | None => Target::Done(Outcome::Open),
            },
        }
    }

    /// A row about whoever an earlier one is about.
    fn follows(&self, before: &[Target], line: usize, row: &Row) -> Target {
        let earlier = self.lines.get(line);
        let is_same = earlier
            .and_then(|line| line.fate.row())
            .is_some_and(|other| (&other.state, other.day) == (&row.state, row.day));
        match before.get(line) {
            Some(Target::Of(id)) => Target::Of(*id),
            Some(Target::Done(Outcome::Left)) => Target::Done(Outcome::Left),
            Some(Target::New) if is_same => Target::Done(Outcome::Known),
            // A new member has no name in the ledger yet to which a second state could be written.
            Some(Target::New) => {
                let row = earlier.map_or(line + 1, |line| line.row);
                Target::Done(Outcome::Faulty(vec![Fault::Twice(row)]))
            }
            // It waits for the earlier one, which says what is wrong.
            Some(Target::Done(_)) | None => Target::Done(Outcome::Known),
        }
    }

    /// What the rows about one member come to, by their places: each is held against what the rows before its day have
    /// made of the member.
    fn course(&self, member: &Listed, places: &[usize], writer: &Writer) -> Vec<(usize, Outcome)> {
        let of = |at: &usize| Some((*at, self.lines.get(*at)?, self.lines.get(*at)?.fate.row()?));
        let mut rows: Vec<_> = places.iter().filter_map(of).collect();
        rows.sort_by_key(|(_, _, row)| row.day);
        let mut written: Option<(Day, Option<&Id>, usize)> = None;
        let mut outcomes = Vec::new();
        for (at, line, row) in rows {
            let outcome = match (member.first(), written) {
                (Some(first), _) if row.day < first => Outcome::Faulty(vec![Fault::Before(first)]),
                (_, Some((day, state, other))) if day == row.day && state != row.state.as_ref() => {
                    Outcome::Faulty(vec![Fault::Contradicts(other)])
                }
                _ => {
                    let listed = member.said(row.day);
                    let state = match (listed, written) {
                        (Some((from, state)), Some((day, _, _))) if from > day => state,
                        (_, Some((_, state, _))) => state,
                        (listed, None) => listed.and_then(|(_, state)| state),
                    };
                    match state == row.state.as_ref() {
                        true => Outcome::Known,
                        false if writer.may_change(member) => Outcome::Change(member.id),
                        false => Outcome::Faulty(vec![Fault::Others]),
                    }
                }
            };
            if matches!(outcome, Outcome::Change(_)) {
                written = Some((row.day, row.state.as_ref(), line.row));
            }
            outcomes.push((at, outcome));
        }
        outcomes
    }

    /// The entries of a dry run, in the order of its rows; `leaving` where somebody asked that whoever is gone leaves.
    ///
    /// # Errors
    /// What stands in the way; then nothing is written.
    pub fn entries(
        &self,
        list: &List,
        settled: &[Settled],
        leaving: Option<Leaving>,
    ) -> Result<Vec<Entry>, Hindered> {
        let count = |is: fn(&Outcome) -> bool| settled.iter().filter(|settled| is(&settled.outcome)).count();
        let gone = leaving.filter(|_| !self.gone.is_empty());
        let (leaving, document) =
            gone.map_or((None, ""), |leaving| (Some(leaving.day), leaving.document.trim()));
        let mut hindered = Hindered {
            faulty: count(|outcome| matches!(outcome, Outcome::Faulty(_))),
            undecided: count(|outcome| matches!(outcome, Outcome::Open)),
            leaving: leaving.clone().and_then(Result::err),
            too_many: None,
        };
        let rows = self.lines.iter().zip(settled);
        let written = rows.filter_map(|(line, settled)| {
            let row = line.fate.row()?;
            match settled.outcome {
                Outcome::New => Some(entry(list, named(row), row)),
                Outcome::Change(of) => Some(entry(list, Listing::Known { of }, row)),
                _ => None,
            }
        });
        let mut entries: Vec<Entry> = written.collect();
        if let Some(Ok(day)) = leaving {
            let document: String = document.chars().take(MOST_LETTERS).collect();
            entries.extend(self.gone.iter().map(|of| left(list, *of, day, &document)));
        }
        if entries.len() > MOST_ENTRIES {
            hindered.too_many = Some(entries.len());
        }
        if hindered == Hindered::default() { Ok(entries) } else { Err(hindered) }
    }
}

impl Fate {
    /// What the row says, where it can be read.
    pub fn row(&self) -> Option<&Row> {
        match self {
            Self::New(row) | Self::Of(_, row) | Self::Follows(_, row) | Self::Near(_, row) => Some(row),
            Self::Faulty(_) => None,
        }
    }
}

fn has(candidates: &[(Candidate, Likeness)], one: &Candidate) -> bool {
    candidates.iter().any(|(candidate, _)| candidate == one)
}

/// What does not depend on the other rows of a member.
fn first_outcome(target: &Target) -> Option<Outcome> {
    match target {
        Target::New => Some(Outcome::New),
        Target::Of(_) => None,
        Target::Done(outcome) => Some(outcome.clone()),
    }
}

/// What a row says and the list says otherwise. An empty cell says nothing.
fn differs(member: &Listed, row: &Row) -> Vec<Detail> {
    let district = row.district.is_some() && row.district != member.district;
    let host = !row.host.is_empty() && row.host != member.host;
    [(district, Detail::District), (host, Detail::Host)]
        .into_iter()
        .filter_map(|(is, detail)| is.then_some(detail))
        .collect()
}

fn named(row: &Row) -> Listing {
    Listing::Named { name: row.name.clone(), district: row.district.clone(), host: row.host.clone() }
}

fn entry(list: &List, who: Listing, row: &Row) -> Entry {
    let said = Member {
        list: list.id.as_str().into(),
        who,
        state: row.state.clone(),
        from: row.day,
        document: row.document.clone(),
        note: row.note.clone(),
    };
    Entry { replaces: None, said: Said::Member(Box::new(said)) }
}

fn left(list: &List, of: EntryId, from: Day, document: &str) -> Entry {
    let said = Member {
        list: list.id.as_str().into(),
        who: Listing::Known { of },
        state: None,
        from,
        document: document.to_owned(),
        note: String::new(),
    };
    Entry { replaces: None, said: Said::Member(Box::new(said)) }
}
