//! The kinds of the whole loop as JSON.

use super::entry_name;
use planboard::ledger::EntryId;
use planboard::ledger::Id;
use planboard::ledger::kinds::{
    Adjustment, AdjustmentChange, Aim, AssessmentRule, Case, CaseText, Decision, Issue, Item, ItemChange,
    Listing, Member, ProblemStep, Scoring, TieBreak, Verdict,
};
use planboard::plan::{Day, Quantity};
use serde_json::{Value, json};

fn id(id: Option<&Id>) -> Option<&str> {
    id.map(|id| &**id)
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn figure(value: Option<Quantity>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn name(id: Option<EntryId>) -> Option<String> {
    id.map(entry_name)
}

pub fn step(step: &ProblemStep) -> Value {
    match step {
        ProblemStep::Assigned { to, until } => json!({"assigned": &**to, "until": day(*until)}),
        ProblemStep::ExtensionAsked { until } => json!({"extension asked": until.to_string()}),
        ProblemStep::ExtensionGranted { until } => json!({"extension granted": until.to_string()}),
        ProblemStep::Raised { to, paper, sent } => {
            json!({"raised": to, "paper": &**paper, "sent": day(*sent)})
        }
        ProblemStep::CloseOutAsked { evidence } => json!({"close-out asked": evidence}),
        plain => json!(format!("{plain:?}")),
    }
}

pub fn item(item: &Item) -> Value {
    let change = match &item.change {
        ItemChange::Listed(line) => json!({
            "kind": format!("{:?}", line.kind), "parent": id(line.parent.as_ref()), "title": line.title,
            "from": line.years.from.0, "to": line.years.to.0,
            "lead": line.lead.iter().map(|id| &**id).collect::<Vec<_>>(),
            "responsible": line.responsible.iter().map(|id| &**id).collect::<Vec<_>>(),
            "begins": day(line.begins), "due": day(line.due), "origin": id(line.origin.as_ref()),
        }),
        ItemChange::CarriedOn { year } => json!({"carried on": year.0}),
        ItemChange::Ended { on } => json!({"ended": on.to_string()}),
        ItemChange::Moved { due } => json!({"moved": due.to_string()}),
    };
    json!({
        "kind": "item", "id": &*item.id, "change": change, "reason": item.reason, "document": item.document,
    })
}

pub fn member(member: &Member) -> Value {
    let who = match &member.who {
        Listing::Named { name, district, host } => {
            json!({"name": name, "district": id(district.as_ref()), "host": host})
        }
        Listing::Known { of } => json!(entry_name(*of)),
    };
    json!({
        "kind": "member", "list": &*member.list, "who": who, "state": id(member.state.as_ref()),
        "from": member.from.to_string(), "document": member.document, "note": member.note,
    })
}

fn aim(aim: Option<Aim>) -> Value {
    aim.map_or(Value::Null, |aim| {
        let (comparator, modality) = (format!("{:?}", aim.comparator), format!("{:?}", aim.modality));
        json!({"value": aim.value.to_string(), "comparator": comparator, "modality": modality})
    })
}

pub fn adjustment(one: &Adjustment) -> Value {
    let change = match &one.change {
        AdjustmentChange::Target { old, new } => json!({"target": [aim(*old), aim(*new)]}),
        AdjustmentChange::Wording { old, new } => json!({"wording": [old, new]}),
        AdjustmentChange::Basis { old, new } => json!({"basis": [format!("{old:?}"), format!("{new:?}")]}),
        AdjustmentChange::Merged { into } => json!({"merged": &**into}),
        AdjustmentChange::Ended => json!("ended"),
    };
    json!({
        "kind": "adjustment", "subject": &*one.subject, "year": one.year.0, "change": change,
        "class": format!("{:?}", one.class), "reason": one.reason, "document": one.document,
        "dated": day(one.dated), "decided by": one.decided_by, "effective": one.effective.to_string(),
        "status": format!("{:?}", one.status),
    })
}

pub fn assessment(rule: &AssessmentRule) -> Value {
    let items = rule.items.iter().map(|one| {
        json!({
            "item": &*one.item, "role": format!("{:?}", one.role), "weight": one.weight.to_string(),
            "cap": figure(one.cap), "source": one.source,
        })
    });
    let classes = rule.classes.iter().map(|class| {
        json!({"name": &*class.name, "districts": class.districts.iter().map(|id| &**id).collect::<Vec<_>>()})
    });
    let grades = rule.grades.iter().map(|grade| {
        json!({"name": &*grade.name, "from": grade.from.to_string(), "first only": grade.first_place_only})
    });
    let scoring = match rule.scoring {
        Scoring::Proportion => json!("proportion"),
        Scoring::MinMax { low, high } => json!({"low": low.to_string(), "high": high.to_string()}),
        Scoring::AroundAverage { step, points } => {
            json!({"step": step.to_string(), "points": points.to_string()})
        }
    };
    let ties = match &rule.ties {
        TieBreak::Shared => None,
        TieBreak::By(item) => Some(&**item),
    };
    json!({
        "kind": "assessment rule", "id": &*rule.id, "year": rule.year.0, "title": rule.title,
        "items": items.collect::<Value>(), "scoring": scoring, "classes": classes.collect::<Value>(),
        "grades": grades.collect::<Value>(), "missing": format!("{:?}", rule.missing), "ties": ties,
        "sum": format!("{:?}", rule.sum), "reason": rule.reason, "document": rule.document,
    })
}

pub fn verdict(verdict: &Verdict) -> Value {
    let carried = verdict.carried.as_ref().map(|carried| {
        let (organisation, item) = (id(carried.organisation.as_ref()), id(carried.item.as_ref()));
        json!({"year": carried.year.0, "organisation": organisation, "item": item})
    });
    json!({
        "kind": "verdict", "subject": &*verdict.subject, "year": verdict.year.0,
        "reported": figure(verdict.reported), "checked": figure(verdict.checked),
        "outcome": format!("{:?}", verdict.outcome), "reason": verdict.reason, "source": verdict.source,
        "evidence": verdict.evidence,
        "carried": carried, "on": verdict.on.to_string(), "doer": verdict.doer, "verifier": verdict.verifier,
        "status": format!("{:?}", verdict.status),
    })
}

pub fn case(case: &Case) -> Value {
    let says = match case {
        Case::Told(text) => case_text(text),
        Case::Returned { of, reason } => json!({"returned": entry_name(*of), "reason": reason}),
        Case::Adopted { of, issue } => json!({"adopted": entry_name(*of), "issue": name(*issue)}),
        Case::TakenUp { of, text } => json!({"taken up": entry_name(*of), "text": text}),
    };
    json!({"kind": "case", "says": says})
}

fn case_text(text: &CaseText) -> Value {
    let cited = text.cited.iter().map(|one| {
        let district = id(one.district.as_ref());
        json!([&*one.indicator, district, one.before.to_string(), one.after.to_string()])
    });
    let pictures = text.pictures.iter().map(|one| json!([one.file, one.caption, one.bytes, one.digest]));
    json!({
        "subject": id(text.subject.as_ref()), "title": text.title, "background": text.background,
        "measures": text.measures, "effect": text.effect, "experience": text.experience,
        "cited": cited.collect::<Value>(), "pictures": pictures.collect::<Value>(),
    })
}

pub fn issue(issue: &Issue) -> Value {
    json!({
        "kind": "issue", "document": &*issue.document, "first": issue.first.to_string(),
        "last": issue.last.to_string(), "number": issue.number, "up to": issue.up_to.to_string(),
        "known": issue.known.0, "against": format!("{:?}", issue.against), "rule": id(issue.rule.as_ref()),
        "code": &*issue.code,
        "texts": issue.texts.iter().map(|one| json!([&*one.place, one.text])).collect::<Value>(),
        "corrects": name(issue.corrects),
    })
}

pub fn decision(decision: &Decision) -> Value {
    match decision {
        Decision::Taken { subject, problem, meeting, what, who, by } => json!({
            "kind": "decision", "subject": id(subject.as_ref()), "problem": name(*problem), "meeting": meeting,
            "what": what, "who": who, "by": day(*by),
        }),
        Decision::Settled { of, text } => {
            json!({"kind": "decision settled", "of": entry_name(*of), "text": text})
        }
    }
}
