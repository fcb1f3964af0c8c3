//! Bytes to batches, trusting nothing: every count is held against a limit before anything is made of it.

mod loop_kinds;

use super::bytes::Reader;
use super::field::{Numbered, kind};
use super::write::{Before, first_month};
use super::{
    COLUMNS, Column, MOST_BATCHES, MOST_BYTES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_ID_LETTERS,
    MOST_LETTERS, MOST_WORDS, VERSION, Vocabulary, text,
};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Moment, Report, RuleChange, Said};
use crate::plan::{Day, Month, Quantity};

/// Why bytes are not batches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not in the form; a part may be missing.
    Damaged,
    /// Written by a later release.
    Newer,
    /// More than any ledger holds, or longer than any text may be.
    TooMany,
}

/// The batches, exactly as they were given to [`super::encode`].
///
/// # Errors
/// [`Refusal`]; nothing is given back then, not even what could be read.
pub fn decode(bytes: &[u8], vocabulary: &Vocabulary) -> Result<Vec<Batch>, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooMany);
    }
    let mut reader = Reader(bytes);
    match reader.byte()? {
        version @ 1..=VERSION => columns(version, reader, vocabulary),
        later if later > VERSION => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged),
    }
}

/// Both versions have the same columns; the second has more kinds.
fn columns(version: u8, mut reader: Reader, vocabulary: &Vocabulary) -> Result<Vec<Batch>, Refusal> {
    let words = words(&mut reader, vocabulary)?;
    let count = reader.count(MOST_BATCHES * 2)?;
    let mut writers = Vec::new();
    for _ in 0..count {
        let bytes = reader.take(8)?.try_into().map_err(|_| Refusal::Damaged)?;
        writers.push(u64::from_le_bytes(bytes));
    }
    let count = reader.count(MOST_BATCHES)?;
    let mut columns = [Reader::default(); COLUMNS];
    for column in &mut columns {
        let length = reader.count(MOST_BYTES)?;
        *column = Reader(reader.take(length)?);
    }
    if !reader.0.is_empty() {
        return Err(Refusal::Damaged);
    }
    let mut columns =
        Columns { version, columns, words, writers, before: Before::default(), room: MOST_ENTRIES_IN_ALL };
    let mut batches = Vec::new();
    for _ in 0..count {
        batches.push(columns.batch()?);
    }
    if columns.columns.iter().any(|column| !column.0.is_empty()) {
        return Err(Refusal::Damaged);
    }
    Ok(batches)
}

fn words(reader: &mut Reader, vocabulary: &Vocabulary) -> Result<Vec<Id>, Refusal> {
    let count = reader.count(MOST_WORDS)?;
    let bits = reader.take(count.div_ceil(8))?;
    let mut words = Vec::new();
    for at in 0..count {
        let is_spelled = bits.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
        words.push(if is_spelled {
            text::text(reader, MOST_ID_LETTERS)?.into()
        } else {
            let bytes = reader.take(2)?.try_into().map_err(|_| Refusal::Damaged)?;
            let short = u16::from_le_bytes(bytes);
            // What the plan here does not have stays visible as something that it does not have.
            vocabulary.long(short).unwrap_or_else(|| format!("?{short:04x}").into())
        });
    }
    Ok(words)
}

struct Columns<'a> {
    version: u8,
    columns: [Reader<'a>; COLUMNS],
    words: Vec<Id>,
    writers: Vec<u64>,
    before: Before,
    /// How many more entries there may be.
    room: usize,
}

impl<'a> Columns<'a> {
    fn batch(&mut self) -> Result<Batch, Refusal> {
        let writer = self.writer(Column::Writer)?;
        let sequence = i64::from(self.before.sequence)
            .checked_add(self.column(Column::Sequence).signed()?)
            .and_then(|sequence| u32::try_from(sequence).ok())
            .ok_or(Refusal::Damaged)?;
        let written = self.before.written.wrapping_add(self.column(Column::Written).signed()? as u64);
        let step = self.column(Column::Month).signed()?;
        let month = self.before.month.checked_add(step).ok_or(Refusal::Damaged)?;
        self.before = Before { sequence, written, month, word: self.before.word };
        let id = BatchId { writer, sequence };
        let organisation = self.word()?;
        let person = self.text()?;
        let count = self.column(Column::Count).count(MOST_ENTRIES)?;
        self.room = self.room.checked_sub(count).ok_or(Refusal::TooMany)?;
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push(self.entry()?);
        }
        Ok(Batch { id, written: Moment(written), organisation, person, month: month_at(month)?, entries })
    }

    fn entry(&mut self) -> Result<Entry, Refusal> {
        let kind = self.column(Column::Kind).byte()?;
        if kind::since(kind & !kind::REPLACES) > self.version {
            return Err(Refusal::Damaged);
        }
        let said = self.said(kind & !kind::REPLACES)?;
        let replaces = if kind & kind::REPLACES != 0 { Some(self.entry_name()?) } else { None };
        Ok(Entry { replaces, said })
    }

    fn said(&mut self, kind: u8) -> Result<Said, Refusal> {
        Ok(match kind {
            kind::ACTUAL => self.actual()?,
            kind::BASELINE => Said::Baseline {
                indicator: self.word()?,
                at: self.month()?,
                value: self.quantity()?,
                source: self.text()?,
            },
            kind::PROGRESS => {
                Said::Progress { subject: self.word()?, stage: self.choice()?, note: self.text()? }
            }
            kind::PROBLEM => self.problem()?,
            kind::SUBMISSION => Said::Submission,
            kind::ACCEPTANCE => Said::Acceptance { of: self.batch_name()? },
            kind::RETURN => Said::Return { of: self.batch_name()?, reason: self.text()? },
            kind::LOCK => {
                let count = self.column(Column::Time).count(MOST_BATCHES)?;
                let mut accepted = Vec::new();
                for _ in 0..count {
                    accepted.push(self.batch_name()?);
                }
                Said::Lock { accepted }
            }
            kind::YEAR_TARGET => Said::YearTarget {
                indicator: self.word()?,
                year: self.year()?,
                value: self.quantity()?,
                reason: self.text()?,
                document: self.text()?,
            },
            kind::JUDGEMENT => {
                Said::Judgement { subject: self.word()?, claim: self.choice()?, reason: self.text()? }
            }
            kind::BASIS_DECISION => {
                Said::BasisDecision { indicator: self.word()?, basis: self.choice()?, reason: self.text()? }
            }
            kind::RULE => self.rule()?,
            kind::WITHDRAWAL => Said::Withdrawal { reason: self.text()? },
            kind::REDACTION => Said::Redaction { of: self.entry_name()? },
            kind::PROBLEM_STEP => Said::ProblemStep {
                of: self.entry_name()?,
                step: self.step()?,
                text: self.text()?,
                document: self.text()?,
            },
            kind::WINDOW => Said::Window { opens: self.day()?, closes: self.day()?, reason: self.text()? },
            kind::START_OF_USE => Said::StartOfUse { reason: self.text()? },
            kind::ITEM => self.item()?,
            kind::MEMBER => self.member()?,
            kind::ADJUSTMENT => self.adjustment()?,
            kind::ALLOTMENT => Said::Allotment {
                indicator: self.word()?,
                district: self.word()?,
                year: self.year()?,
                value: self.quantity()?,
                reason: self.text()?,
                document: self.text()?,
            },
            kind::ASSESSMENT_RULE => self.assessment()?,
            kind::VERDICT => self.verdict()?,
            kind::CASE => self.case()?,
            kind::ISSUE => self.issue()?,
            kind::DECISION => self.decision()?,
            _ => return Err(Refusal::Damaged),
        })
    }

    fn actual(&mut self) -> Result<Said, Refusal> {
        let indicator = self.word()?;
        let choice = self.column(Column::Choice).byte()?;
        let district = if choice & 1 == 1 { Some(self.word()?) } else { None };
        let report = match choice >> 1 {
            0 => Report::Value(self.quantity()?),
            1 => Report::NoChange,
            2 => Report::NothingToReport,
            3 => Report::NotYetPublished,
            _ => return Err(Refusal::Damaged),
        };
        Ok(Said::Actual { indicator, district, report, evidence: self.text()?, note: self.text()? })
    }

    fn problem(&mut self) -> Result<Said, Refusal> {
        let choice = self.column(Column::Choice).byte()?;
        if choice > 3 {
            return Err(Refusal::Damaged);
        }
        let subject = if choice & 1 == 1 { Some(self.word()?) } else { None };
        let until = if choice & 2 == 2 { Some(self.day()?) } else { None };
        Ok(Said::Problem { subject, until, text: self.text()?, who: self.text()? })
    }

    fn rule(&mut self) -> Result<Said, Refusal> {
        let (amber, red) = (self.quantity()?, self.quantity()?);
        let count = self.column(Column::Time).count(12)?;
        let mut curve = Vec::new();
        for _ in 0..count {
            curve.push(self.quantity()?);
        }
        Ok(Said::Rule(RuleChange { amber, red, curve, reason: self.text()? }))
    }

    #[expect(clippy::indexing_slicing, reason = "there is a reader for each column")]
    fn column(&mut self, column: Column) -> &mut Reader<'a> {
        &mut self.columns[column as usize]
    }

    fn choice<T: Numbered>(&mut self) -> Result<T, Refusal> {
        T::of(self.column(Column::Choice).byte()?).ok_or(Refusal::Damaged)
    }

    fn quantity(&mut self) -> Result<Quantity, Refusal> {
        let digits = self.column(Column::Digits).signed()?;
        let decimals = self.column(Column::Decimals).byte()?;
        Quantity::of_digits(digits, decimals).ok_or(Refusal::Damaged)
    }

    fn month(&mut self) -> Result<Month, Refusal> {
        month_at(self.column(Column::Time).signed()?)
    }

    fn day(&mut self) -> Result<Day, Refusal> {
        let days = self.column(Column::Time).signed()?;
        // A thousand years either way.
        let sound = (-365_000..=365_000).contains(&days);
        if sound { Ok(Day::EPOCH.plus(days)) } else { Err(Refusal::Damaged) }
    }

    fn text(&mut self) -> Result<String, Refusal> {
        text::text(self.column(Column::Text), MOST_LETTERS)
    }

    fn word(&mut self) -> Result<Id, Refusal> {
        let step = self.column(Column::Word).signed()?;
        let place = self.before.word.checked_add(step).ok_or(Refusal::Damaged)?;
        self.before.word = place;
        usize::try_from(place).ok().and_then(|place| self.words.get(place)).cloned().ok_or(Refusal::Damaged)
    }

    fn writer(&mut self, column: Column) -> Result<u64, Refusal> {
        let place = self.column(column).number()?;
        let writer = usize::try_from(place).ok().and_then(|place| self.writers.get(place));
        writer.copied().ok_or(Refusal::Damaged)
    }

    fn batch_name(&mut self) -> Result<BatchId, Refusal> {
        let writer = self.writer(Column::Name)?;
        let sequence = self.column(Column::Name).number()?;
        Ok(BatchId { writer, sequence: u32::try_from(sequence).map_err(|_| Refusal::Damaged)? })
    }

    fn entry_name(&mut self) -> Result<EntryId, Refusal> {
        let batch = self.batch_name()?;
        let index = self.column(Column::Name).number()?;
        Ok(EntryId { batch, index: u32::try_from(index).map_err(|_| Refusal::Damaged)? })
    }
}

/// A month by its count from [`first_month`], within a thousand years.
fn month_at(count: i64) -> Result<Month, Refusal> {
    let count = i32::try_from(count).ok().filter(|count| (-12_000..=12_000).contains(count));
    count.map(|count| first_month().plus(count)).ok_or(Refusal::Damaged)
}
