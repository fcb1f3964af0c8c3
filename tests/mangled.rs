//! Links as messengers, mail, people and ill will have mangled them, and what has to come of each.
//!
//! `tests/mangled/expected.tsv` names the outcome of every text beside it, in the order in which links stand there:
//! `kind:crc` of a body that was read (CRC-32, `=n` if it repeats number n), `part:index/count`, or the fault; then
//! what the parts make together, and `full` where the rest was not looked at. The texts were written by a script in
//! another language from the form's description alone. They are kept for ever: a text that once could be read must stay so.

use planboard::link::check::crc32;
use planboard::link::envelope::plan_digest;
use planboard::link::extract::{Content, Findings, Found, find};
use planboard::link::{Envelope, Fault, Kind};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mangled")
}

fn expected() -> Vec<(String, String)> {
    let table = std::fs::read_to_string(folder().join("expected.tsv")).unwrap();
    let rows = table.lines().skip(1).map(|row| row.split_once('\t').unwrap());
    rows.map(|(file, outcome)| (file.into(), outcome.into())).collect()
}

fn told(findings: &Findings, plan: u32) -> String {
    let found = findings.found.iter().map(told_one);
    let sets = findings.sets.iter().map(|set| match set.missing()[..] {
        [] => match set.join().and_then(|frame| Envelope::open(&frame, plan)) {
            Ok(envelope) => format!("joined:{:08x}", crc32(&[&envelope.body])),
            Err(fault) => format!("joined:{}", told_fault(&fault)),
        },
        ref missing => {
            let missing: Vec<String> = missing.iter().map(usize::to_string).collect();
            format!("missing:{}", missing.join(","))
        }
    });
    let rest = findings.is_full.then(|| "full".into());
    let all: Vec<String> = found.chain(sets).chain(rest).collect();
    if all.is_empty() { "nothing".into() } else { all.join(" ") }
}

fn told_one(found: &Found) -> String {
    let repeats = found.repeats.map(|index| format!("={index}")).unwrap_or_default();
    match &found.content {
        Ok(Content::Envelope(envelope)) => {
            format!("{}:{:08x}{repeats}", name(envelope.kind), crc32(&[&envelope.body]))
        }
        Ok(Content::Part(part)) => format!("part:{}/{}{repeats}", part.index + 1, part.count),
        Err(fault) => told_fault(fault),
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::FillIn => "fill-in",
        Kind::Receipt => "receipt",
        Kind::Returned => "returned",
        Kind::Snapshot => "snapshot",
        Kind::Protected => "protected",
    }
}

fn told_fault(fault: &Fault) -> String {
    match fault {
        Fault::NotOurs => "not-ours".into(),
        Fault::Cut { arrived, whole: Some(whole) } => format!("cut:{arrived}/{whole}"),
        Fault::Cut { arrived, whole: None } => format!("cut:{arrived}/?"),
        Fault::Damaged => "damaged".into(),
        Fault::Recased => "recased".into(),
        Fault::NewerVersion { version } => format!("newer:{version}"),
        Fault::UnknownKind { kind } => format!("unknown:{kind}"),
        Fault::OtherPlan { .. } => "other-plan".into(),
        Fault::TooLong { .. } => "too-long".into(),
        Fault::InflatesTooFar { .. } => "inflates".into(),
        Fault::TooMany => "too-many".into(),
        Fault::OutOfTime { .. } => "out-of-time".into(),
    }
}

#[test]
fn every_mangled_text_has_its_outcome() {
    let plan = plan_digest("example-plan");
    let mut wrong = Vec::new();
    for (file, outcome) in expected() {
        let text = std::fs::read_to_string(folder().join(format!("{file}.txt"))).unwrap();
        let told = told(&find(&text, plan).unwrap(), plan);
        if told != outcome {
            wrong.push(format!("{file}: {told}, not {outcome}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_is_in_the_table_and_every_fault_in_a_text() {
    let files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".txt").map(str::to_owned))
        .collect();
    let named: BTreeSet<String> = expected().into_iter().map(|(file, _)| file).collect();
    assert_eq!(files, named);
    let outcomes: String = expected().into_iter().map(|(_, outcome)| outcome + " ").collect();
    for fault in
        ["cut:", "damaged", "recased", "newer:", "unknown:", "other-plan", "too-long", "inflates", "full"]
    {
        assert!(outcomes.contains(fault), "{fault}");
    }
}
