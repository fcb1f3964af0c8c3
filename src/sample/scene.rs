//! The stage of the sample: who writes, when, and what was written so far.

use super::chance::Chance;
use super::invented::{Invented, invented};
use super::words::Words;
use super::years::Listed;
use super::{FIRST_WRITER, WRITERS};
use crate::ledger::{Batch, BatchId, Entry, Ledger, Moment, Said};
use crate::plan::{Day, Month, PlanIndex, Year};
use crate::standing::{duty, window};

/// Everything that the sample is made from.
pub struct Scene<'a> {
    pub plan: &'a PlanIndex,
    pub chance: Chance,
    pub words: &'static Words,
    /// Periods with the first and last day of their window.
    pub periods: Vec<(Month, Day, Day)>,
    pub reporters: Vec<&'a str>,
    pub invented: Vec<Invented<'a>>,
    /// Lines of the lists of the years.
    pub listed: Vec<Listed>,
    /// Measures that a list has ended.
    pub ended: Vec<(String, Year)>,
    /// Returned batches do not count and are not locked in.
    pub returned: Vec<BatchId>,
    /// The period in which a figure was mistyped.
    pub mistyped: Option<usize>,
    written: Vec<Batch>,
    sequences: Vec<u32>,
    lists: u32,
}

/// Who writes: the officer, or a reporter by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Officer,
    /// The officer at the lists of the years.
    List,
    Clerk(usize),
}

impl<'a> Scene<'a> {
    pub fn new(plan: &'a PlanIndex) -> Self {
        let chance = Chance::of(&plan.id);
        let empty = Ledger::default();
        let window = |month: Month| {
            let (opens, closes) = window::window(plan, &empty, month)?.days();
            Some((month, opens, closes))
        };
        let periods: Vec<_> = duty::periods(plan).into_iter().filter_map(window).collect();
        // One writer is the officer's, one that of the lists; a plan with more reporters than writers shows the first ones at work.
        let reporters: Vec<&str> = duty::reporters(plan).into_iter().take(WRITERS as usize - 2).collect();
        Self {
            plan,
            chance,
            words: Words::of(plan.language),
            sequences: vec![0; reporters.len() + 1],
            lists: 0,
            invented: invented(plan, chance, &periods),
            periods,
            reporters,
            listed: vec![],
            ended: vec![],
            returned: vec![],
            mistyped: None,
            written: vec![],
        }
    }

    /// Writes a batch on a day, between three and eight o'clock UTC: the same day from the Americas to the Pacific.
    pub fn write(&mut self, hand: Hand, day: Day, month: Month, entries: Vec<Entry>) -> Option<BatchId> {
        let (place, organisation) = match hand {
            Hand::Officer | Hand::List => (0, self.bureau()),
            Hand::Clerk(at) => (at + 1, self.reporters.get(at).copied()?),
        };
        let id = match hand {
            Hand::List => self.next_list(),
            _ => BatchId { writer: FIRST_WRITER + place as u64, sequence: *self.sequences.get(place)? },
        };
        match hand {
            Hand::List => self.lists += 1,
            _ => *self.sequences.get_mut(place)? += 1,
        }
        let second = 3 * 3600 + self.chance.lot(organisation, id.sequence as usize, 5 * 3600);
        let written = Moment(Moment::end_of(day.plus(-1), 0).0 + 1 + second);
        let person = match hand {
            Hand::Officer | Hand::List => self.words.officer,
            Hand::Clerk(at) => self.chance.pick("person", at, &self.words.people).unwrap_or_default(),
        };
        self.written.push(Batch {
            id,
            written,
            organisation: organisation.into(),
            person: person.into(),
            month,
            entries,
        });
        Some(id)
    }

    /// Those who keep the ledger: the issuer, where it is one of the plan's organisations.
    fn bureau(&self) -> &'a str {
        let issuer = self.plan.organisation(&self.plan.issuer).map(|one| one.id.as_str());
        issuer.or(self.reporters.first().copied()).unwrap_or(&self.plan.issuer)
    }

    /// The name of the next batch of the lists: the last writer that a sample has.
    pub fn next_list(&self) -> BatchId {
        BatchId { writer: FIRST_WRITER + WRITERS - 1, sequence: self.lists }
    }

    /// Whether the list of a month's year, or of an earlier one, has ended a measure.
    pub fn is_ended(&self, id: &str, month: Month) -> bool {
        self.ended.iter().any(|(ended, year)| ended == id && *year <= month.year())
    }

    pub fn written(&self) -> &[Batch] {
        &self.written
    }

    /// Everything, in the order in which it was written.
    pub fn finish(mut self) -> Vec<Batch> {
        self.written.sort_by_key(|batch| (batch.written, batch.id));
        self.written
    }
}

/// An entry that replaces nothing.
pub fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}
