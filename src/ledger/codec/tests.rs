//! Round trips, limits, and that no bytes whatever bring the reader down.

use super::*;
use crate::ledger::samples::{actual, batch, entry, value};
use crate::ledger::{Batch, BatchId, Claim, Entry, EntryId, ProblemStep, Report, RuleChange, Said, Stage};
use crate::plan::{Basis, Day, Month, Year};
use proptest::prelude::*;

fn id(sequence: u32) -> BatchId {
    BatchId { writer: 0x0123_4567_89ab_cdef, sequence }
}

/// One entry of every kind, with every field filled.
fn every_kind() -> Vec<Batch> {
    let other = BatchId { writer: u64::MAX, sequence: 7 };
    let month = Month::new(Year(2022), 12).unwrap();
    let reports =
        [Report::Value(value("-17.60")), Report::NoChange, Report::NothingToReport, Report::NotYetPublished];
    let mut said: Vec<Said> = reports
        .into_iter()
        .map(|report| Said::Actual {
            indicator: "technical-contracts".into(),
            district: Some("haicheng".into()),
            report,
            evidence: "鞍科发〔2024〕6号".into(),
            note: "含“揭榜挂帅”项目 <b>=1+1</b>".into(),
        })
        .collect();
    said.extend([
        Said::Baseline {
            indicator: "high-tech".into(),
            at: month,
            value: value("495"),
            source: "年报".into(),
        },
        Said::Progress { subject: "m-1".into(), stage: Stage::Underway, note: "已开工".into() },
        Said::Problem {
            subject: Some("m-1".into()),
            text: "资金未到位".into(),
            who: "市财政局".into(),
            until: Day::parse("2024-12-31"),
        },
        Said::Problem { subject: None, text: String::new(), who: String::new(), until: None },
        Said::Submission,
        Said::Acceptance { of: other },
        Said::Return { of: other, reason: "缺附件".into() },
        Said::Lock { accepted: vec![id(0), other] },
        Said::YearTarget {
            indicator: "high-tech".into(),
            year: Year(2024),
            value: value("550"),
            reason: "年度分解".into(),
            document: "鞍科办〔2024〕1号".into(),
        },
        Said::Judgement { subject: "ms-1".into(), claim: Claim::Amber, reason: "排名未公布".into() },
        Said::BasisDecision {
            indicator: "teams".into(), basis: Basis::RunningTotal, reason: "会议".into()
        },
        Said::Rule(RuleChange {
            amber: value("0.5"),
            red: value("30"),
            curve: (1..=12).map(|month| value(&(month * 8).to_string())).collect(),
            reason: "试行".into(),
        }),
    ]);
    let mut entries: Vec<Entry> = said.into_iter().map(entry).collect();
    let target = EntryId { batch: other, index: 3 };
    entries.push(Entry { replaces: Some(target), said: Said::Withdrawal { reason: "错报".into() } });
    entries.push(entry(Said::Redaction { of: target }));
    for step in [ProblemStep::Closed, ProblemStep::Reopened] {
        let (text, document) = ("已拨付".into(), "鞍财〔2024〕9号".into());
        entries.push(entry(Said::ProblemStep { of: target, step, text, document }));
    }
    let (opens, closes) = (Day::parse("2024-10-08").unwrap(), Day::parse("2024-10-12").unwrap());
    entries.push(entry(Said::Window { opens, closes, reason: "国庆假期".into() }));
    entries.push(entry(Said::StartOfUse { reason: String::new() }));
    entries.extend(crate::ledger::samples::loop_kinds::every_kind(target).into_iter().map(entry));
    let later = batch(BatchId { writer: 5, sequence: 0 }, u64::MAX, 1, [actual("high-tech", "561")]);
    vec![batch(id(41), 1_725_500_000, 8, entries), later, batch(id(2), 0, 12, [])]
}

#[test]
fn every_kind_reads_back_and_encodes_to_the_same_bytes() {
    let batches = every_kind();
    let bytes = encode(&batches, None);
    let again = decode(&bytes, &Vocabulary::default()).unwrap();
    assert_eq!(again, batches);
    assert_eq!(encode(&again, None), bytes);
}

#[test]
fn a_batch_is_written_in_the_first_version_that_has_its_kinds() {
    let version = |said: Said| encode_one(&batch(id(1), 5, 8, [entry(said)]))[0];
    assert_eq!(version(Said::Submission), 1);
    assert_eq!(version(Said::StartOfUse { reason: String::new() }), 2);
    for said in crate::ledger::samples::loop_kinds::every_kind(EntryId::FIRST) {
        assert_eq!(version(said), 2);
    }
    assert_eq!(encode(&[], None)[0], 1);
    // What claims to be older than its kinds is damaged.
    let mut bytes = encode_one(&batch(id(1), 5, 8, [entry(Said::StartOfUse { reason: String::new() })]));
    bytes[0] = 1;
    assert_eq!(decode(&bytes, &Vocabulary::default()), Err(Refusal::Damaged));
}

#[test]
fn a_vocabulary_shortens_what_its_plan_has_and_spells_the_rest() {
    let batches = every_kind();
    let vocabulary = Vocabulary::new(["technical-contracts", "high-tech", "science-bureau", "haicheng"]);
    let bytes = encode(&batches, Some(&vocabulary));
    assert!(bytes.len() + 40 < encode(&batches, None).len());
    assert_eq!(decode(&bytes, &vocabulary).unwrap(), batches);
    // Another plan reads the same batches, and shows what it does not know as unknown.
    let stranger = decode(&bytes, &Vocabulary::default()).unwrap();
    assert!(stranger[0].organisation.starts_with('?'));
    assert_eq!(stranger[0].entries.len(), batches[0].entries.len());
}

#[test]
fn identifiers_with_one_digest_are_spelled() {
    // Found by search: both have the digest that the test computes.
    let ids: Vec<String> = (0..2000).map(|number| format!("id-{number}")).collect();
    let vocabulary = Vocabulary::new(ids.iter().map(String::as_str));
    let spelled = ids.iter().filter(|id| vocabulary.short(id).is_none()).count();
    assert!(spelled > 0, "two thousand identifiers of 16 bits have some in common");
    for id in &ids {
        let one = batch(BatchId { writer: 1, sequence: 1 }, 1, 1, [actual(id, "1")]);
        assert_eq!(decode(&encode([&one], Some(&vocabulary)), &vocabulary).unwrap(), [one]);
    }
}

#[test]
fn a_later_version_is_told_from_damage() {
    let mut bytes = encode(&every_kind(), None);
    bytes[0] = VERSION + 1;
    assert_eq!(decode(&bytes, &Vocabulary::default()), Err(Refusal::Newer));
    bytes[0] = 0;
    assert_eq!(decode(&bytes, &Vocabulary::default()), Err(Refusal::Damaged));
    assert_eq!(decode(&[], &Vocabulary::default()), Err(Refusal::Damaged));
}

#[test]
fn cut_anywhere_it_is_refused() {
    let bytes = encode(&every_kind(), None);
    for length in 0..bytes.len() {
        assert!(decode(&bytes[..length], &Vocabulary::default()).is_err(), "{length} of {}", bytes.len());
    }
    assert!(decode(&[&bytes[..], &[0]].concat(), &Vocabulary::default()).is_err(), "a byte too many");
}

#[test]
fn every_limit_is_kept() {
    let read = |batches: &[Batch]| decode(&encode(batches, None), &Vocabulary::default());
    let of = |entries: Vec<Entry>| [batch(id(0), 1, 1, entries)];
    assert!(read(&of(vec![entry(Said::Submission); MOST_ENTRIES])).is_ok());
    assert_eq!(read(&of(vec![entry(Said::Submission); MOST_ENTRIES + 1])), Err(Refusal::TooMany));
    let reason = |letters| of(vec![entry(Said::Withdrawal { reason: "字".repeat(letters) })]);
    assert!(read(&reason(MOST_LETTERS)).is_ok());
    assert_eq!(read(&reason(MOST_LETTERS + 1)), Err(Refusal::TooMany));
    let named = |letters: usize| of(vec![actual(&"x".repeat(letters), "1")]);
    assert!(read(&named(MOST_ID_LETTERS)).is_ok());
    assert_eq!(read(&named(MOST_ID_LETTERS + 1)), Err(Refusal::TooMany));
    let curve =
        RuleChange { amber: value("1"), red: value("2"), curve: vec![value("1"); 13], reason: String::new() };
    assert_eq!(read(&of(vec![entry(Said::Rule(curve))])), Err(Refusal::TooMany));
    assert_eq!(decode(&vec![VERSION; MOST_BYTES + 1], &Vocabulary::default()), Err(Refusal::TooMany));
    let many: Vec<Batch> = (0..=MOST_BATCHES as u32).map(|sequence| batch(id(sequence), 1, 1, [])).collect();
    assert_eq!(read(&many), Err(Refusal::TooMany));
}

#[test]
fn what_many_batches_hold_together_is_limited_too() {
    let read =
        |batches: &[Batch]| decode(&encode(batches, None), &Vocabulary::default()).map(|read| read.len());
    let full = |sequence| batch(id(sequence), 1, 1, vec![entry(Said::Submission); MOST_ENTRIES]);
    let most = (MOST_ENTRIES_IN_ALL / MOST_ENTRIES) as u32;
    let mut batches: Vec<Batch> = (0..most).map(full).collect();
    assert_eq!(read(&batches), Ok(batches.len()));
    batches.push(batch(id(most), 1, 1, [entry(Said::Submission)]));
    assert_eq!(read(&batches), Err(Refusal::TooMany));

    let named = |word: usize| Entry { replaces: None, ..actual(&word.to_string(), "1") };
    let of = |words: usize| -> Vec<Batch> {
        let words: Vec<usize> = (0..words).collect();
        let chunks = words.chunks(MOST_ENTRIES).zip(0..);
        chunks.map(|(chunk, at)| batch(id(at), 1, 1, chunk.iter().map(|word| named(*word)))).collect()
    };
    // The organisation is a word too.
    assert!(read(&of(MOST_WORDS - 1)).is_ok());
    assert_eq!(read(&of(MOST_WORDS)), Err(Refusal::TooMany));
}

/// The numbers of the first two steps are older than the others; what they were written as stays as it was.
#[test]
fn the_first_two_steps_of_a_problem_are_written_as_when_they_were_the_only_ones() {
    for (step, number) in [(ProblemStep::Closed, 0), (ProblemStep::Reopened, 1)] {
        let said =
            Said::ProblemStep { of: EntryId::FIRST, step, text: "办结".into(), document: String::new() };
        let bytes = Columned::of(&[batch(id(0), 1, 1, [entry(said)])]);
        let column = |column: Column| bytes.0[column as usize].clone();
        assert_eq!((column(Column::Choice), column(Column::Kind)), (vec![number], vec![14]));
        assert_eq!((column(Column::Time), column(Column::Name).len()), (vec![], 3));
    }
}

#[test]
fn an_entry_has_at_most_so_many_parts() {
    use crate::ledger::kinds::{ItemChange, ItemLine};
    use crate::ledger::samples::loop_kinds::{item, line};
    let listed = |count| {
        let lead = vec!["haicheng".into(); count];
        written(item("1f.0.3", ItemChange::Listed(ItemLine { lead, ..line("", None) })))
            .map(|read| read.len())
    };
    assert_eq!((listed(MOST_PARTS), listed(MOST_PARTS + 1)), (Ok(1), Err(Refusal::TooMany)));
}

#[test]
fn a_span_of_years_that_ends_before_it_begins_is_refused() {
    use crate::ledger::kinds::{ItemChange, ItemLine};
    use crate::ledger::samples::loop_kinds::{item, line};
    use crate::plan::Years;
    let span = |from, to| {
        let years = Years { from: Year(from), to: Year(to) };
        written(item("1f.0.3", ItemChange::Listed(ItemLine { years, ..line("", None) })))
            .map(|read| read.len())
    };
    assert_eq!((span(2024, 2024), span(2025, 2024)), (Ok(1), Err(Refusal::Damaged)));
    assert_eq!(span(2024, 10_000), Err(Refusal::TooMany));
}

/// Every choice of every kind of the whole loop, set to a number that has no meaning.
#[test]
fn a_choice_of_no_meaning_is_refused_in_every_kind() {
    for said in crate::ledger::samples::loop_kinds::every_kind(EntryId::FIRST) {
        let whole = Columned::of(&[batch(id(0), 1, 1, [entry(said.clone())])]);
        for at in 0..whole.0[Column::Choice as usize].len() {
            let mut bytes = Columned(whole.0.clone(), whole.1.clone());
            bytes.0[Column::Choice as usize][at] = 14;
            let read = decode(&bytes.bytes(), &Vocabulary::default());
            assert_eq!(read, Err(Refusal::Damaged), "{at} of {said:?}");
        }
    }
}

/// What one entry reads back as.
fn written(said: Said) -> Result<Vec<Batch>, Refusal> {
    decode(&encode(&[batch(id(0), 1, 1, [entry(said)])], None), &Vocabulary::default())
}

#[test]
fn the_tables_and_columns_cannot_claim_more_than_there_may_be() {
    let read = |head: &[u64], rest: &[u8]| {
        let mut bytes = vec![VERSION];
        head.iter().for_each(|number| bytes::put(&mut bytes, *number));
        bytes.extend(rest);
        decode(&bytes, &Vocabulary::default())
    };
    // No words; so many writers of eight bytes; no batches; every column empty.
    let writers = |count: usize| read(&[0, count as u64], &vec![0; count * 8 + 1 + COLUMNS]);
    assert_eq!(writers(MOST_BATCHES * 2), Ok(vec![]));
    assert_eq!(writers(MOST_BATCHES * 2 + 1), Err(Refusal::TooMany));
    // No words, no writers, no batches; a first column that is not there.
    let column = |length: usize| read(&[0, 0, 0, length as u64], &[]);
    assert_eq!(column(MOST_BYTES), Err(Refusal::Damaged));
    assert_eq!(column(MOST_BYTES + 1), Err(Refusal::TooMany));
}

#[test]
fn a_lock_names_at_most_as_many_batches_as_there_may_be() {
    let lock = |count| written(Said::Lock { accepted: vec![id(1); count] }).map(|read| read.len());
    assert_eq!(lock(MOST_BATCHES), Ok(1));
    assert_eq!(lock(MOST_BATCHES + 1), Err(Refusal::TooMany));
}

#[test]
fn years_months_and_days_that_no_calendar_needs_are_refused() {
    let year = |year| {
        let (value, reason, document) = (value("1"), String::new(), String::new());
        written(Said::YearTarget { indicator: "cores".into(), year: Year(year), value, reason, document })
            .map(|read| read.len())
    };
    assert_eq!((year(9999), year(10_000)), (Ok(1), Err(Refusal::TooMany)));
    let mut second = Vec::new();
    let mut read = |column: Column, number: i64, said: Said| {
        let mut bytes = Columned::of(&[batch(id(0), 1, 1, [entry(said)])]);
        second.clear();
        bytes::put_signed(&mut second, number);
        bytes.0[column as usize].clone_from(&second);
        decode(&bytes.bytes(), &Vocabulary::default())
    };
    let problem =
        || Said::Problem { subject: None, text: String::new(), who: String::new(), until: Some(Day::EPOCH) };
    for (days, is_read) in [(365_000, true), (365_001, false), (-365_000, true), (-365_001, false)] {
        assert_eq!(read(Column::Time, days, problem()).is_ok(), is_read, "{days} days");
    }
    for (months, is_read) in [(12_000, true), (12_001, false), (-12_000, true), (-12_001, false)] {
        assert_eq!(read(Column::Month, months, Said::Submission).is_ok(), is_read, "{months} months");
    }
    assert_eq!(read(Column::Time, i64::MAX, problem()), Err(Refusal::Damaged));
    assert_eq!(read(Column::Month, i64::MIN, Said::Submission), Err(Refusal::Damaged));
}

#[test]
fn a_choice_that_is_none_is_refused() {
    let mut bytes = Columned::of(&[batch(
        id(0),
        1,
        1,
        [entry(Said::Problem { subject: None, text: String::new(), who: String::new(), until: None })],
    )]);
    assert_eq!(bytes.0[Column::Choice as usize], [0]);
    bytes.0[Column::Choice as usize] = vec![4];
    assert_eq!(decode(&bytes.bytes(), &Vocabulary::default()), Err(Refusal::Damaged));
}

#[test]
fn columns_with_something_left_are_refused() {
    for column in 0..COLUMNS {
        let mut bytes = Columned::of(&every_kind());
        assert_eq!(decode(&bytes.bytes(), &Vocabulary::default()), Ok(every_kind()));
        bytes.0[column].push(0);
        assert_eq!(decode(&bytes.bytes(), &Vocabulary::default()), Err(Refusal::Damaged), "{column}");
    }
}

/// The columns of encoded batches apart, to put something else into one: what comes before them is as it was.
struct Columned(Vec<Vec<u8>>, Vec<u8>);

impl Columned {
    fn of(batches: &[Batch]) -> Self {
        let all = encode(batches, None);
        let mut reader = bytes::Reader(&all[1..]);
        let words = reader.count(MOST_WORDS).unwrap();
        reader.take(words.div_ceil(8)).unwrap();
        for _ in 0..words {
            text::text(&mut reader, MOST_ID_LETTERS).unwrap();
        }
        let writers = reader.count(MOST_BATCHES).unwrap();
        reader.take(writers * 8).unwrap();
        reader.count(MOST_BATCHES).unwrap();
        let head = all[..all.len() - reader.0.len()].to_vec();
        let column = |reader: &mut bytes::Reader| {
            let length = reader.count(MOST_BYTES).unwrap();
            reader.take(length).unwrap().to_vec()
        };
        Self((0..COLUMNS).map(|_| column(&mut reader)).collect(), head)
    }

    fn bytes(&self) -> Vec<u8> {
        let mut all = self.1.clone();
        for column in &self.0 {
            bytes::put(&mut all, column.len() as u64);
            all.extend(column);
        }
        all
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_bytes_bring_the_reader_down(mut bytes: Vec<u8>) {
        let _ = decode(&bytes, &Vocabulary::default());
        bytes.insert(0, VERSION);
        let _ = decode(&bytes, &Vocabulary::default());
    }

    #[test]
    fn what_still_reads_after_a_change_encodes_to_what_was_read(at: proptest::sample::Index, byte: u8) {
        let mut bytes = encode(&every_kind(), None);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(batches) = decode(&bytes, &Vocabulary::default()) {
            let again = encode(&batches, None);
            prop_assert_eq!(decode(&again, &Vocabulary::default()).unwrap(), batches);
        }
    }
}
