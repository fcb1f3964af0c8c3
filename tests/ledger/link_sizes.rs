//! How long links are, with the longest host that an intranet is likely to have.

use crate::{common, json};
use miniz_oxide::deflate::compress_to_vec;
use planboard::ledger::{Batch, BatchId, Entry, Moment, Report, Said, Stage};
use planboard::link::edition::Edition;
use planboard::link::stamp::Stamp;
use planboard::link::{Kind, letters, message};
use planboard::plan::{Day, Month, PlanIndex, Quantity};
use planboard::sample;
use planboard::standing::duty;

/// Forty characters of host.
const ADDRESS: &str = "https://innovations.science-bureau.anshan.gov.cn/#";
const NOTE: &str = "较上月新增两家";

/// A month of an organisation with everything that it owes filled in, and a note on every so many items.
fn month_of(plan: &PlanIndex, organisation: &str, place: u64, notes: usize) -> Batch {
    let month = Month::parse("2024-09").unwrap();
    let duty = duty::answerable(plan, organisation, month);
    let mut left = notes;
    let mut note = || {
        let has = left > 0;
        left = left.saturating_sub(1);
        if has { NOTE.to_owned() } else { String::new() }
    };
    let mut entries = Vec::new();
    for (at, owed) in duty.indicators.iter().enumerate() {
        let target = owed.indicator.targets.last().map_or(Quantity::ZERO, |target| target.value);
        let digits = target.digits() * 4 / 5 + at as i64;
        let said = Said::Actual {
            indicator: owed.indicator.id.as_str().into(),
            district: owed.is_share.then(|| organisation.into()),
            report: Report::Value(Quantity::of_digits(digits, target.decimals()).unwrap()),
            evidence: String::new(),
            note: note(),
        };
        entries.push(said);
    }
    let measures = duty.measures.iter().map(|(_, one)| one.id.as_str());
    for id in measures.chain(duty.milestones.iter().map(|(_, one)| one.id.as_str())) {
        let stage = if entries.len().is_multiple_of(5) { Stage::Done } else { Stage::Underway };
        entries.push(Said::Progress { subject: id.into(), stage, note: note() });
    }
    if entries.is_empty() {
        let (text, who) = (NOTE.into(), "张工".into());
        entries.push(Said::Problem { subject: None, text, who, until: Day::parse("2024-11-30") });
    }
    entries.push(Said::Submission);
    let entries = entries.into_iter().map(|said| Entry { replaces: None, said }).collect();
    // Random writers, as pages take them.
    let writer = (place + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let written = Moment(1_727_800_000 + place * 1_777);
    let id = BatchId { writer, sequence: 0 };
    Batch { id, written, organisation: organisation.into(), person: "王工".into(), month, entries }
}

fn ours(plan: &PlanIndex, kind: Kind, batches: &[Batch]) -> usize {
    let fragment = match kind {
        Kind::Snapshot => {
            let day = Day::parse("2024-09-30").unwrap();
            let edition = Some(Edition::of(plan));
            let slip = message::SnapshotHeader {
                edition,
                ..message::SnapshotHeader::whole("市科技局", day, day.plus(5))
            };
            message::snapshot(plan, &slip, batches).encode()
        }
        kind => {
            let stamp = Stamp { edition: Some(Edition::of(plan)), unread: 0 };
            message::stamped(kind, plan, &stamp, batches)
        }
    };
    let link = [ADDRESS, &fragment.unwrap()].concat();
    assert!(message::open(link.split_once('#').unwrap().1, plan).unwrap().is_ok());
    link.len()
}

/// The same as JSON, deflated as far as it goes, in the letters of base64url; without check or version.
fn as_json(batches: &[Batch]) -> usize {
    let json = json::json(batches).to_string();
    ADDRESS.len() + letters::encode(&compress_to_vec(json.as_bytes(), 10)).len()
}

#[test]
fn a_month_fits_in_one_code_and_a_month_of_all_in_two_thousand_characters() {
    assert_eq!(ADDRESS.strip_prefix("https://").unwrap().find('/'), Some(40));
    let plan = common::plan(common::ANSHAN);
    let biggest = month_of(&plan, "science-bureau", 0, 5);
    assert!(biggest.entries.len() > 40);
    let mut one = biggest.clone();
    one.entries.truncate(1);
    let all: Vec<Batch> =
        (0..).zip(duty::reporters(&plan)).map(|(place, id)| month_of(&plan, id, place, 3)).collect();
    let year: Vec<Batch> =
        sample::batches(&plan).into_iter().filter(|batch| batch.month.year().0 == 2024).collect();
    let three = sample::batches(&plan);
    let cases = [
        ("one item", Kind::Receipt, vec![one], 300),
        ("the biggest organisation's month", Kind::Receipt, vec![biggest], 1_000),
        ("a month of all", Kind::Snapshot, all, 1_999),
        ("a year of the sample", Kind::Snapshot, year, usize::MAX),
        ("three years of the sample", Kind::Snapshot, three, usize::MAX),
    ];
    println!("{:<34} {:>8} {:>8} {:>8}", "", "entries", "ours", "JSON");
    for (name, kind, batches, most) in cases {
        let entries: usize = batches.iter().map(|batch| batch.entries.len()).sum();
        let (ours, json) = (ours(&plan, kind, &batches), as_json(&batches));
        println!("{name:<34} {entries:>8} {ours:>8} {json:>8}");
        assert!(ours <= most && ours < json, "{name}: {ours} characters, JSON {json}");
    }
}

/// Nothing above knows which plan it is: the biggest month of another city's plan fits as well.
#[test]
fn a_month_of_another_plan_fits_in_one_code() {
    let plan = common::plan(common::HARBOUR_CITY);
    for organisation in duty::reporters(&plan) {
        let mut batch = month_of(&plan, organisation, 0, 5);
        batch.month = plan.cycle.first_month.plus(5);
        assert!(ours(&plan, Kind::Receipt, &[batch]) <= 1_000, "{organisation}");
    }
}
