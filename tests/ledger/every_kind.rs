//! Batches with an entry of every kind, every choice and every text field.

#[path = "whole_loop.rs"]
pub mod whole_loop;

use planboard::ledger::{Batch, BatchId, Claim, Entry, EntryId, Moment, Report, RuleChange, Said, Stage};
use planboard::plan::{Basis, Day, Month, Quantity, Year};

const REPORTER: u64 = 0x0123_4567_89ab_cdef;
const OFFICER: u64 = 0xfedc_ba98_7654_3210;

const IDS: [&str; 5] = ["council", "trees", "east", "plant-trees", "gone-elsewhere"];
const WORDS: &str = "示例 a\nb 😀é";
/// What other programs would run, draw or obey.
const HOSTILE: &str = "=1+1 @SUM(A1) <img src=x onerror=alert(1)>\"'&amp; \u{202e}txt.exe \u{200b}\u{feff}";
const HOSTILE_IDS: [&str; 5] = [HOSTILE, "<script>", "=cmd|' /C calc'!A0", "\u{202e}", "../../x"];

/// A reporter's batches and an officer's, about the small plan's things and one that it does not have.
pub fn every_kind() -> Vec<Batch> {
    whole(&IDS, WORDS)
}

/// The kinds that the first version of the codec had.
#[allow(dead_code)] // One of the tests that share this file asks for it.
pub fn every_first_kind() -> Vec<Batch> {
    of(&IDS, WORDS)
}

/// The same about the same things, with these words in every text field.
#[allow(dead_code)] // One of the tests that share this file asks for it.
pub fn in_words(words: &str) -> Vec<Batch> {
    whole(&IDS, words)
}

/// The same, with something hostile in every text field and identifier.
pub fn hostile() -> Vec<Batch> {
    whole(&HOSTILE_IDS, HOSTILE)
}

/// The same of the kinds that the first version had.
#[allow(dead_code)] // One of the tests that share this file asks for it.
pub fn hostile_first() -> Vec<Batch> {
    of(&HOSTILE_IDS, HOSTILE)
}

fn whole(ids: &[&'static str; 5], words: &str) -> Vec<Batch> {
    let [organisation, indicator, district, measure, unknown] = *ids;
    let entry = EntryId { batch: name(REPORTER, 0), index: 8 };
    let about = whole_loop::About { indicator, district, measure, unknown, entry, words };
    let batch = |id, written, said: Vec<Said>| Batch {
        id,
        written: Moment(written),
        organisation: organisation.into(),
        person: words.to_owned(),
        month: Month::parse("2031-03").expect("a month"),
        entries: said.into_iter().map(self::entry).collect(),
    };
    let mut batches = of(ids, words);
    batches.push(batch(name(REPORTER, 9), 1_932_100_000, about.reported()));
    batches.push(batch(name(OFFICER, 1), 1_932_150_000, about.officers()));
    batches
}

fn of(ids: &[&'static str; 5], words: &str) -> Vec<Batch> {
    let [organisation, indicator, district, measure, unknown] = *ids;
    let text = || words.to_owned();
    let actual = |district: Option<&str>, report| {
        entry(Said::Actual {
            indicator: indicator.into(),
            district: district.map(Into::into),
            report,
            evidence: text(),
            note: text(),
        })
    };
    let progress =
        |subject: &str, stage| entry(Said::Progress { subject: subject.into(), stage, note: text() });
    let problem = |subject: Option<&str>, until: Option<&str>| {
        let until = until.and_then(Day::parse);
        entry(Said::Problem { subject: subject.map(Into::into), text: text(), who: text(), until })
    };
    let (first, second) = (name(REPORTER, 0), name(REPORTER, 7));
    let reports = vec![
        actual(None, Report::Value(value("17.60"))),
        actual(Some(district), Report::Value(value("-0.000001"))),
        actual(Some(unknown), Report::NoChange),
        actual(None, Report::NothingToReport),
        actual(None, Report::NotYetPublished),
        progress(measure, Stage::NotStarted),
        progress(measure, Stage::Underway),
        progress(unknown, Stage::Done),
        problem(Some(measure), Some("2031-04-30")),
        problem(None, None),
        entry(Said::Submission),
    ];
    let reply = |index, said| Entry { replaces: Some(EntryId { batch: first, index }), said };
    let mended = vec![
        reply(0, actual(None, Report::Value(value("999999999.999999"))).said),
        reply(8, Said::Withdrawal { reason: text() }),
    ];
    let target = |year, value| Said::YearTarget {
        indicator: indicator.into(),
        year: Year(year),
        value,
        reason: text(),
        document: text(),
    };
    let judged = |claim| Said::Judgement { subject: indicator.into(), claim, reason: text() };
    let decided = |basis| Said::BasisDecision { indicator: unknown.into(), basis, reason: text() };
    let curve = (1..=12).filter_map(|month| Quantity::of_digits(month * 100 / 12, 0)).collect();
    let month = Month::parse("2030-12").expect("a month");
    let mut said = vec![
        Said::Baseline { indicator: indicator.into(), at: month, value: value("12"), source: text() },
        Said::Acceptance { of: second },
        Said::Return { of: first, reason: text() },
        Said::Lock { accepted: vec![first, second] },
        target(2032, value("25.5")),
        Said::Rule(RuleChange { amber: value("10"), red: value("25.50"), curve, reason: text() }),
        Said::Rule(RuleChange { amber: value("0"), red: value("100"), curve: vec![], reason: text() }),
        Said::Redaction { of: EntryId { batch: first, index: 9 } },
    ];
    said.extend([Claim::Red, Claim::Amber, Claim::Green, Claim::Met].map(judged));
    said.extend(
        [Basis::Stock, Basis::YearlyFlow, Basis::RunningTotal, Basis::Level, Basis::Unstated].map(decided),
    );
    let batch = |id: BatchId, written, entries| Batch {
        id,
        written: Moment(written),
        organisation: organisation.into(),
        person: text(),
        month: Month::parse("2031-03").expect("a month"),
        entries,
    };
    vec![
        batch(first, 1_932_000_000, reports),
        batch(second, 1_932_086_400, mended),
        batch(name(OFFICER, 0), 1_932_000_001, said.into_iter().map(entry).collect()),
    ]
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}

fn name(writer: u64, sequence: u32) -> BatchId {
    BatchId { writer, sequence }
}

fn value(text: &str) -> Quantity {
    Quantity::parse(text).expect("a figure")
}
