//! A batch: what one writer wrote down at once, and how it is named for ever.

use super::{Entry, Id};
use crate::plan::{Day, Month};
use std::collections::BTreeSet;

/// The name of a batch. A writer is one load of the page (64 random bits); it numbers its batches from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId {
    /// 64 random bits, drawn afresh at each load of the page.
    pub writer: u64,
    /// The writer's count of batches, from 0.
    pub sequence: u32,
}

/// The name of an entry: its place in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The batch in which it stands.
    pub batch: BatchId,
    /// Its place among the entries of the batch, from 0.
    pub index: u32,
}

impl EntryId {
    /// Before every other in order, to begin a range with.
    pub(crate) const FIRST: Self = Self { batch: BatchId { writer: 0, sequence: 0 }, index: 0 };
}

/// When something was written down: whole seconds since 1970-01-01 00:00 UTC, by the writer's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

impl Moment {
    /// Of what was written nobody can tell when: before everything else.
    pub const UNKNOWN: Self = Self(0);
    /// The first second of 2200: what claims to be written later than this was not.
    pub const BEYOND: Self = Self(7_258_118_400);

    /// Whether it lies beyond the calendar, where no honest clock ever is.
    pub fn is_beyond(self) -> bool {
        self >= Self::BEYOND
    }

    /// The moment, or [`Moment::UNKNOWN`] for one beyond the calendar.
    pub fn known(self) -> Self {
        if self.is_beyond() { Self::UNKNOWN } else { self }
    }

    /// The day in UTC plus the given minutes of offset.
    pub fn day(self, offset_minutes: i32) -> Day {
        // A moment from a link may be any number.
        let seconds = (self.0 as i64).saturating_add(i64::from(offset_minutes) * 60);
        Day::EPOCH.plus(seconds.div_euclid(86_400))
    }

    /// The last second of a day in UTC plus the given minutes of offset.
    pub fn end_of(day: Day, offset_minutes: i32) -> Self {
        let seconds = (day.since(Day::EPOCH) + 1) * 86_400 - 1 - i64::from(offset_minutes) * 60;
        Self(seconds.max(0) as u64)
    }
}

/// What one person wrote down at once about one reporting period.
///
/// Organisation and person are claims: nobody logs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its name for ever.
    pub id: BatchId,
    /// When it was written, as it says itself; [`Moment::UNKNOWN`] where nobody can tell.
    pub written: Moment,
    /// Identifier of the organisation for which it was written.
    pub organisation: Id,
    /// Who wrote it, as they call themselves; may be empty.
    pub person: String,
    /// The reporting period of which the entries speak.
    pub month: Month,
    /// In the order in which they were written; an entry's place is part of its name.
    pub entries: Vec<Entry>,
}

impl Batch {
    /// The entries with their names.
    pub fn named(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().zip(0..).map(|(entry, index)| (EntryId { batch: self.id, index }, entry))
    }

    /// The batch without the words of those of its entries that are struck out, and then without the person; none if
    /// it has no such words.
    pub fn struck(&self, struck: &BTreeSet<EntryId>) -> Option<Self> {
        let (first, last) =
            (EntryId { batch: self.id, index: 0 }, EntryId { batch: self.id, index: u32::MAX });
        let mut bare = None;
        for id in struck.range(first..=last) {
            let Some(entry) = self.entries.get(id.index as usize) else { continue };
            if !self.person.is_empty() || entry.said.words().iter().any(|word| !word.is_empty()) {
                let bare = bare.get_or_insert_with(|| Self { person: String::new(), ..self.clone() });
                if let Some(entry) = bare.entries.get_mut(id.index as usize) {
                    entry.said = entry.said.without_words();
                }
            }
        }
        bare
    }

    /// What two different batches of one name come to: one of them was struck out, or tampered with. A text that is
    /// missing stays missing, so that nothing which was struck out comes back, not even where nobody knows of the
    /// redaction; of everything else the greater one stays, field by field. So their order does not matter.
    pub(crate) fn join(&self, other: &Self) -> Self {
        let longer = self.entries.len().max(other.entries.len());
        let joined = |at| match (self.entries.get(at), other.entries.get(at)) {
            (Some(mine), Some(theirs)) => Some(self.join_entry(mine, theirs)),
            (mine, theirs) => mine.or(theirs).cloned(),
        };
        Self {
            id: self.id,
            written: self.written.max(other.written),
            organisation: self.organisation.clone().max(other.organisation.clone()),
            person: joined_words(&self.person, &other.person).to_owned(),
            month: self.month.max(other.month),
            entries: (0..longer).filter_map(joined).collect(),
        }
    }

    fn join_entry(&self, mine: &Entry, theirs: &Entry) -> Entry {
        let bare = |entry: &Entry| {
            let bare = Entry { said: entry.said.without_words(), ..entry.clone() };
            super::codec::encode_one(&Self { entries: vec![bare], ..Self::bare(self.id) })
        };
        let (one, other) = (bare(mine), bare(theirs));
        if one == other {
            let mut joined = mine.clone();
            joined.said.join_words(&theirs.said);
            return joined;
        }
        if one > other { mine.clone() } else { theirs.clone() }
    }

    fn bare(id: BatchId) -> Self {
        let month = Day::EPOCH.month();
        Self {
            id,
            written: Moment(0),
            organisation: "".into(),
            person: String::new(),
            month,
            entries: vec![],
        }
    }
}

/// Of two forms of a text the one that stays: none at all before any, else the later one in the order of letters.
pub(super) fn joined_words<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.is_empty() || other.is_empty() { "" } else { one.max(other) }
}
