//! Batches as the JSON that somebody would write who takes no care of length: to read, and to compare with.

// The bench takes this file by its path, and looks for its modules elsewhere.
#[path = "json/loop_kinds.rs"]
mod loop_kinds;

use planboard::ledger::{Batch, BatchId, Entry, EntryId, Report, Said};
use serde_json::{Value, json};

/// An array of batches.
pub fn json<'a>(batches: impl IntoIterator<Item = &'a Batch>) -> Value {
    batches.into_iter().map(batch).collect()
}

fn batch(batch: &Batch) -> Value {
    json!({
        "id": name(batch.id),
        "written": batch.written.0,
        "organisation": &*batch.organisation,
        "person": batch.person,
        "month": batch.month.to_string(),
        "entries": batch.entries.iter().map(entry).collect::<Value>(),
    })
}

fn entry(entry: &Entry) -> Value {
    let mut value = said(&entry.said);
    if let (Some(target), Value::Object(fields)) = (entry.replaces, &mut value) {
        fields.insert("replaces".into(), entry_name(target).into());
    }
    value
}

fn said(said: &Said) -> Value {
    match said {
        Said::Actual { indicator, district, report, evidence, note } => json!({
            "kind": "actual", "indicator": &**indicator, "district": district.as_deref(),
            "report": report_words(report), "evidence": evidence, "note": note,
        }),
        Said::Baseline { indicator, at, value, source } => json!({
            "kind": "baseline", "indicator": &**indicator, "at": at.to_string(), "value": value.to_string(),
            "source": source,
        }),
        Said::Progress { subject, stage, note } => json!({
            "kind": "progress", "subject": &**subject, "stage": format!("{stage:?}"), "note": note,
        }),
        Said::Problem { subject, text, who, until } => json!({
            "kind": "problem", "subject": subject.as_deref(), "text": text, "who": who,
            "until": until.map(|day| day.to_string()),
        }),
        Said::Submission => json!({"kind": "submission"}),
        Said::Acceptance { of } => json!({"kind": "acceptance", "of": name(*of)}),
        Said::Return { of, reason } => json!({"kind": "return", "of": name(*of), "reason": reason}),
        Said::Lock { accepted } => {
            json!({"kind": "lock", "accepted": accepted.iter().map(|id| name(*id)).collect::<Vec<_>>()})
        }
        Said::YearTarget { indicator, year, value, reason, document } => json!({
            "kind": "year target", "indicator": &**indicator, "year": year.0, "value": value.to_string(),
            "reason": reason, "document": document,
        }),
        Said::Judgement { subject, claim, reason } => json!({
            "kind": "judgement", "subject": &**subject, "claim": format!("{claim:?}"), "reason": reason,
        }),
        Said::BasisDecision { indicator, basis, reason } => json!({
            "kind": "basis", "indicator": &**indicator, "basis": format!("{basis:?}"), "reason": reason,
        }),
        Said::Rule(change) => json!({
            "kind": "rule", "amber": change.amber.to_string(), "red": change.red.to_string(),
            "curve": change.curve.iter().map(ToString::to_string).collect::<Vec<_>>(), "reason": change.reason,
        }),
        Said::Withdrawal { reason } => json!({"kind": "withdrawal", "reason": reason}),
        Said::Redaction { of } => json!({"kind": "redaction", "of": entry_name(*of)}),
        Said::ProblemStep { of, step, text, document } => json!({
            "kind": "problem step", "of": entry_name(*of), "step": loop_kinds::step(step), "text": text,
            "document": document,
        }),
        Said::Window { opens, closes, reason } => json!({
            "kind": "window", "opens": opens.to_string(), "closes": closes.to_string(), "reason": reason,
        }),
        Said::StartOfUse { reason } => json!({"kind": "start of use", "reason": reason}),
        Said::Item(item) => loop_kinds::item(item),
        Said::Member(member) => loop_kinds::member(member),
        Said::Adjustment(adjustment) => loop_kinds::adjustment(adjustment),
        Said::Allotment { indicator, district, year, value, reason, document } => json!({
            "kind": "allotment", "indicator": &**indicator, "district": &**district, "year": year.0,
            "value": value.to_string(), "reason": reason, "document": document,
        }),
        Said::AssessmentRule(rule) => loop_kinds::assessment(rule),
        Said::Verdict(verdict) => loop_kinds::verdict(verdict),
        Said::Case(case) => loop_kinds::case(case),
        Said::Issue(issue) => loop_kinds::issue(issue),
        Said::Decision(decision) => loop_kinds::decision(decision),
    }
}

fn report_words(report: &Report) -> String {
    match report {
        Report::Value(value) => value.to_string(),
        other => format!("{other:?}"),
    }
}

fn name(id: BatchId) -> String {
    format!("{:016x}-{}", id.writer, id.sequence)
}

fn entry_name(id: EntryId) -> String {
    format!("{}-{}", name(id.batch), id.index)
}
