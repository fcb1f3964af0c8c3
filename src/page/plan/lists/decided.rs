//! The entries that come of a dry run, once a person has decided what is nearly the same.

use super::column::{Candidate, Fate, Line, Reading, Row, changes};
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::{Entry, EntryId, ListMember, Said};
use crate::plan::{Day, List};
use crate::rows::MOST_LETTERS;
use std::collections::BTreeMap;

/// What a person decided of a row that is nearly the same as something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is another one.
    New,
    /// It is the same as this.
    Same(Candidate),
    /// It is left out.
    Left,
}

/// What stands in the way of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hindered {
    pub faulty: usize,
    pub undecided: usize,
}

impl Reading {
    /// The entries of a dry run, in the order of its rows; `leaves` says from which day whoever is gone leaves the list,
    /// if somebody asked for that.
    ///
    /// # Errors
    /// How many rows are faulty or undecided; then nothing is written.
    pub fn entries(
        &self,
        list: &List,
        members: &[ListMember],
        decisions: &BTreeMap<usize, Decision>,
        leaves: Option<(Day, &str)>,
    ) -> Result<Vec<Entry>, Hindered> {
        let faulty = self.lines.iter().filter(|line| matches!(line.fate, Fate::Faulty(_))).count();
        let is_open =
            |line: &&Line| matches!(line.fate, Fate::Near(..)) && !decisions.contains_key(&line.row);
        let undecided = self.lines.iter().filter(is_open).count();
        if faulty + undecided > 0 {
            return Err(Hindered { faulty, undecided });
        }
        let mut entries = Vec::new();
        let same_as = |id: EntryId, row: &Row| {
            let member = members.iter().find(|member| member.id == id)?;
            match changes(member, row.clone()) {
                Fate::Changes(id, row) => Some(entry(list, Listing::Known { of: id }, &row)),
                _ => None,
            }
        };
        for line in &self.lines {
            match (&line.fate, decisions.get(&line.row)) {
                (Fate::New(row), _) | (Fate::Near(_, row), Some(Decision::New)) if row.state.is_some() => {
                    entries.push(entry(list, named(row), row));
                }
                (Fate::Changes(id, row), _) => {
                    entries.push(entry(list, Listing::Known { of: *id }, row));
                }
                (Fate::Near(_, row), Some(Decision::Same(Candidate::Member(id)))) => {
                    entries.extend(same_as(*id, row));
                }
                _ => {}
            }
        }
        if let Some((day, document)) = leaves {
            let out = |id: &EntryId| {
                let row = Row {
                    name: String::new(),
                    state: None,
                    day,
                    district: None,
                    host: String::new(),
                    document: document.trim().chars().take(MOST_LETTERS).collect(),
                    note: String::new(),
                };
                entry(list, Listing::Known { of: *id }, &row)
            };
            entries.extend(self.gone.iter().map(out));
        }
        Ok(entries)
    }

    /// How many rows have a fate.
    pub fn count(&self, is: impl Fn(&Fate) -> bool) -> usize {
        self.lines.iter().filter(|line| is(&line.fate)).count()
    }
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
