//! Batches to bytes.

mod loop_kinds;

use super::bytes::{put, put_signed};
use super::field::{self, Numbered, kind};
use super::text::put_text;
use super::{COLUMNS, Column, Vocabulary};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Report, RuleChange, Said};
use crate::plan::{Day, Month, Quantity};
use std::collections::BTreeMap;

/// Batches as bytes. With a vocabulary, identifiers of its plan are shortened: then only somebody with
/// the same plan can read them, which is right for a link and wrong for storage.
///
/// What was decoded encodes to the same bytes again.
pub fn encode<'a>(batches: impl IntoIterator<Item = &'a Batch>, vocabulary: Option<&Vocabulary>) -> Vec<u8> {
    let mut writer = Writer::default();
    for batch in batches {
        writer.batch(batch);
    }
    writer.finish(vocabulary)
}

/// One batch as bytes: the same for the same batch everywhere.
pub fn encode_one(batch: &Batch) -> Vec<u8> {
    encode([batch], None)
}

#[derive(Default)]
struct Writer {
    columns: [Vec<u8>; COLUMNS],
    words: BTreeMap<Id, usize>,
    spelled: Vec<Id>,
    writers: Vec<u64>,
    /// Where each writer stands: a link can name a hundred thousand.
    places: BTreeMap<u64, usize>,
    before: Before,
    batches: usize,
    /// The first version that has every kind that was written.
    version: u8,
}

/// The batch before, from which a batch counts.
#[derive(Default)]
pub(super) struct Before {
    pub sequence: u32,
    pub written: u64,
    pub month: i64,
    pub word: i64,
}

/// The month from which months are counted.
pub(super) fn first_month() -> Month {
    Month::new(crate::plan::Year(2000), 1).expect("a month")
}

impl Writer {
    fn batch(&mut self, batch: &Batch) {
        self.batches += 1;
        let writer = self.writer(batch.id.writer);
        put(self.column(Column::Writer), writer);
        let step = i64::from(batch.id.sequence) - i64::from(self.before.sequence);
        put_signed(self.column(Column::Sequence), step);
        let step = batch.written.0.wrapping_sub(self.before.written) as i64;
        put_signed(self.column(Column::Written), step);
        let month = i64::from(batch.month.since(first_month()));
        let step = month - self.before.month;
        put_signed(self.column(Column::Month), step);
        self.before.sequence = batch.id.sequence;
        self.before.written = batch.written.0;
        self.before.month = month;
        self.word(&batch.organisation);
        put_text(self.column(Column::Text), &batch.person);
        put(self.column(Column::Count), batch.entries.len() as u64);
        for entry in &batch.entries {
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let replaces = if entry.replaces.is_some() { kind::REPLACES } else { 0 };
        let said = self.said(&entry.said);
        self.version = self.version.max(kind::since(said));
        self.column(Column::Kind).push(said | replaces);
        if let Some(target) = entry.replaces {
            self.entry_name(target);
        }
    }

    /// Writes the fields and gives the number of the kind.
    fn said(&mut self, said: &Said) -> u8 {
        match said {
            Said::Actual { indicator, district, report, evidence, note } => {
                self.word(indicator);
                self.choice(field::report(report) << 1 | u8::from(district.is_some()));
                if let Some(district) = district {
                    self.word(district);
                }
                if let Report::Value(value) = report {
                    self.quantity(*value);
                }
                self.text(evidence);
                self.text(note);
                kind::ACTUAL
            }
            Said::Baseline { indicator, at, value, source } => {
                self.word(indicator);
                self.month(*at);
                self.quantity(*value);
                self.text(source);
                kind::BASELINE
            }
            Said::Progress { subject, stage, note } => {
                self.word(subject);
                self.choice(stage.number());
                self.text(note);
                kind::PROGRESS
            }
            Said::Problem { subject, text, who, until } => {
                self.choice(u8::from(subject.is_some()) | u8::from(until.is_some()) << 1);
                if let Some(subject) = subject {
                    self.word(subject);
                }
                if let Some(until) = until {
                    self.day(*until);
                }
                self.text(text);
                self.text(who);
                kind::PROBLEM
            }
            Said::Submission => kind::SUBMISSION,
            Said::Acceptance { of } => {
                self.batch_name(*of);
                kind::ACCEPTANCE
            }
            Said::Return { of, reason } => {
                self.batch_name(*of);
                self.text(reason);
                kind::RETURN
            }
            Said::Lock { accepted } => {
                put(self.column(Column::Time), accepted.len() as u64);
                for batch in accepted {
                    self.batch_name(*batch);
                }
                kind::LOCK
            }
            Said::YearTarget { indicator, year, value, reason, document } => {
                self.word(indicator);
                self.year(*year);
                self.quantity(*value);
                self.text(reason);
                self.text(document);
                kind::YEAR_TARGET
            }
            Said::Judgement { subject, claim, reason } => {
                self.word(subject);
                self.choice(claim.number());
                self.text(reason);
                kind::JUDGEMENT
            }
            Said::BasisDecision { indicator, basis, reason } => {
                self.word(indicator);
                self.choice(basis.number());
                self.text(reason);
                kind::BASIS_DECISION
            }
            Said::Rule(change) => self.rule(change),
            Said::Withdrawal { reason } => {
                self.text(reason);
                kind::WITHDRAWAL
            }
            Said::Redaction { of } => {
                self.entry_name(*of);
                kind::REDACTION
            }
            Said::ProblemStep { of, step, text, document } => {
                self.entry_name(*of);
                self.step(step);
                self.text(text);
                self.text(document);
                kind::PROBLEM_STEP
            }
            Said::Window { opens, closes, reason } => {
                self.day(*opens);
                self.day(*closes);
                self.text(reason);
                kind::WINDOW
            }
            Said::StartOfUse { reason } => {
                self.text(reason);
                kind::START_OF_USE
            }
            Said::Item(item) => {
                self.item(item);
                kind::ITEM
            }
            Said::Member(member) => {
                self.member(member);
                kind::MEMBER
            }
            Said::Adjustment(adjustment) => {
                self.adjustment(adjustment);
                kind::ADJUSTMENT
            }
            Said::Allotment { indicator, district, year, value, reason, document } => {
                self.word(indicator);
                self.word(district);
                self.year(*year);
                self.quantity(*value);
                self.text(reason);
                self.text(document);
                kind::ALLOTMENT
            }
            Said::AssessmentRule(rule) => {
                self.assessment(rule);
                kind::ASSESSMENT_RULE
            }
            Said::Verdict(verdict) => {
                self.verdict(verdict);
                kind::VERDICT
            }
            Said::Case(case) => {
                self.case(case);
                kind::CASE
            }
            Said::Issue(issue) => {
                self.issue(issue);
                kind::ISSUE
            }
            Said::Decision(decision) => {
                self.decision(decision);
                kind::DECISION
            }
        }
    }

    fn rule(&mut self, change: &RuleChange) -> u8 {
        self.quantity(change.amber);
        self.quantity(change.red);
        put(self.column(Column::Time), change.curve.len() as u64);
        for value in &change.curve {
            self.quantity(*value);
        }
        self.text(&change.reason);
        kind::RULE
    }

    #[expect(clippy::indexing_slicing, reason = "there are bytes for each column")]
    fn column(&mut self, column: Column) -> &mut Vec<u8> {
        &mut self.columns[column as usize]
    }

    fn choice(&mut self, number: u8) {
        self.column(Column::Choice).push(number);
    }

    fn quantity(&mut self, value: Quantity) {
        put_signed(self.column(Column::Digits), value.digits());
        self.column(Column::Decimals).push(value.decimals());
    }

    fn month(&mut self, month: Month) {
        put_signed(self.column(Column::Time), i64::from(month.since(first_month())));
    }

    fn day(&mut self, day: Day) {
        put_signed(self.column(Column::Time), day.since(Day::EPOCH));
    }

    fn text(&mut self, text: &str) {
        put_text(self.column(Column::Text), text);
    }

    /// Identifiers that follow each other in the table cost a byte that repeats.
    fn word(&mut self, id: &Id) {
        let next = self.spelled.len();
        let place = *self.words.entry(id.clone()).or_insert(next);
        if place == next {
            self.spelled.push(id.clone());
        }
        let step = place as i64 - self.before.word;
        self.before.word = place as i64;
        put_signed(self.column(Column::Word), step);
    }

    fn writer(&mut self, writer: u64) -> u64 {
        let next = self.writers.len();
        let place = *self.places.entry(writer).or_insert(next);
        if place == next {
            self.writers.push(writer);
        }
        place as u64
    }

    fn batch_name(&mut self, id: BatchId) {
        let writer = self.writer(id.writer);
        put(self.column(Column::Name), writer);
        put(self.column(Column::Name), id.sequence.into());
    }

    fn entry_name(&mut self, id: EntryId) {
        self.batch_name(id.batch);
        put(self.column(Column::Name), id.index.into());
    }

    fn finish(self, vocabulary: Option<&Vocabulary>) -> Vec<u8> {
        let mut bytes = vec![self.version.max(1)];
        put(&mut bytes, self.spelled.len() as u64);
        // A bit for each word says whether it is spelled.
        let shorts: Vec<Option<u16>> =
            self.spelled.iter().map(|id| vocabulary.and_then(|vocabulary| vocabulary.short(id))).collect();
        for eight in shorts.chunks(8) {
            let bits = eight.iter().enumerate().map(|(at, short)| u8::from(short.is_none()) << at);
            bytes.push(bits.sum());
        }
        for (id, short) in self.spelled.iter().zip(shorts) {
            match short {
                Some(short) => bytes.extend(short.to_le_bytes()),
                None => put_text(&mut bytes, id),
            }
        }
        put(&mut bytes, self.writers.len() as u64);
        for writer in self.writers {
            bytes.extend(writer.to_le_bytes());
        }
        put(&mut bytes, self.batches as u64);
        for column in self.columns {
            put(&mut bytes, column.len() as u64);
            bytes.extend(column);
        }
        bytes
    }
}
