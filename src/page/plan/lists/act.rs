//! What may be written down of one member, and what becomes of what was typed. Pure.

use super::members;
use crate::ledger::codec::MOST_LETTERS;
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::{Entry, EntryId, Ledger, ListMember, Said, Slot};
use crate::plan::{Day, List, Month, PlanIndex};
use crate::rows;
use crate::standing::duty;
use crate::text::{Language, Text};

/// An act of the officer on a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Another state from a day on, or off the list.
    Change,
    /// Another name, district or host in the place of a wrong one.
    Correct,
    /// It should never have been written: the whole member, or one of its states.
    Withdraw,
    /// Takes the name out for good, everywhere.
    Redact,
}

impl Act {
    pub const ALL: [Self; 4] = [Self::Change, Self::Correct, Self::Withdraw, Self::Redact];
}

/// What an organisation may do with a member: the issuer everything; another one changes and takes back what it wrote down
/// itself, and strikes nothing out. The gate of whoever takes its records in refuses the rest.
pub fn offered(plan: &PlanIndex, ledger: &Ledger, member: EntryId, organisation: &str) -> Vec<Act> {
    let is_own = ledger.batch(member.batch).is_some_and(|batch| *batch.organisation == *organisation);
    match plan.issuer == organisation {
        true => Act::ALL.to_vec(),
        false if is_own => Act::ALL.into_iter().filter(|act| *act != Act::Redact).collect(),
        false => vec![],
    }
}

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Key of the state, `-` for off the list.
    pub state: String,
    pub day: String,
    pub document: String,
    /// Why.
    pub note: String,
    pub name: String,
    /// Identifier; empty for none.
    pub district: String,
    pub host: String,
    /// What is withdrawn: [`WHOLE`], or a state by [`which`].
    pub which: String,
    pub is_sure: bool,
}

/// All of a member is withdrawn.
pub const WHOLE: &str = "whole";

/// A state among those that can be withdrawn, as the value of a choice in markup: by the entry, for its place changes when
/// another state comes before it.
pub fn which(id: EntryId) -> String {
    format!("{:x}-{}-{}", id.batch.writer, id.batch.sequence, id.index)
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoState,
    NoDay,
    NoSuchDay,
    /// It has not come yet.
    Future,
    /// Before the member came on the list.
    Before(Day),
    /// That is its state on that day already.
    SameState,
    NoName,
    /// Nothing is different.
    Unchanged,
    TooLong,
    NoReason,
    /// Nothing is chosen that could be withdrawn, or it is not there any more.
    NoChoice,
    /// The period in which it was written is locked: what replies to it would not count.
    Locked(Month),
    NotSure,
}

/// The entries that come of an act on a member.
///
/// # Errors
/// All that is wrong.
pub fn written(
    list: &List,
    ledger: &Ledger,
    member: &ListMember,
    today: Day,
    act: Act,
    typed: &Typed,
) -> Result<Vec<Entry>, Vec<Fault>> {
    match act {
        Act::Change => changed(list, member, today, typed),
        Act::Correct => corrected(list, ledger, member, typed),
        Act::Withdraw => withdrawn(ledger, member, typed),
        Act::Redact if typed.is_sure => Ok(redacted(ledger, member)),
        Act::Redact => Err(vec![Fault::NotSure]),
    }
}

fn changed(list: &List, member: &ListMember, today: Day, typed: &Typed) -> Result<Vec<Entry>, Vec<Fault>> {
    let mut faults = Vec::new();
    let state = list.state(&typed.state).map(|state| state.key.as_str().into());
    if state.is_none() && typed.state != "-" {
        faults.push(Fault::NoState);
    }
    let first = member.states.first().map(|(one, _)| one.from);
    let day = match rows::day(&typed.day) {
        Err(_) => Err(Fault::NoSuchDay),
        Ok(None) => Err(Fault::NoDay),
        Ok(Some(day)) if day > today => Err(Fault::Future),
        Ok(Some(day)) => match first {
            Some(first) if day < first => Err(Fault::Before(first)),
            _ if faults.is_empty() && member.state(day) == state.as_ref() => Err(Fault::SameState),
            _ => Ok(day),
        },
    };
    faults.extend(day.err());
    faults.extend(too_long(&[&typed.document, &typed.note]));
    match day {
        Ok(from) if faults.is_empty() => {
            let (document, note) = (typed.document.trim().into(), typed.note.trim().into());
            let who = Listing::Known { of: member.id };
            Ok(vec![entry(None, Member { list: list.id.as_str().into(), who, state, from, document, note })])
        }
        _ => Err(faults),
    }
}

fn corrected(
    list: &List,
    ledger: &Ledger,
    member: &ListMember,
    typed: &Typed,
) -> Result<Vec<Entry>, Vec<Fault>> {
    let mut faults = Vec::new();
    let name = typed.name.trim();
    let host = typed.host.trim();
    let district = Some(typed.district.as_str()).filter(|id| !id.is_empty());
    if name.is_empty() {
        faults.push(Fault::NoName);
    }
    if (name, host, district) == (member.name, member.host, member.district.map(|id| &**id)) {
        faults.push(Fault::Unchanged);
    }
    faults.extend(too_long(&[name, host]));
    faults.extend(locked(ledger, member.named.id));
    let Said::Member(said) = &member.named.entry.said else { return Err(vec![Fault::NoName]) };
    if !faults.is_empty() {
        return Err(faults);
    }
    let who = Listing::Named { name: name.into(), district: district.map(Into::into), host: host.into() };
    let said = Member { list: list.id.as_str().into(), who, ..(**said).clone() };
    Ok(vec![entry(Some(member.named.id), said)])
}

fn withdrawn(ledger: &Ledger, member: &ListMember, typed: &Typed) -> Result<Vec<Entry>, Vec<Fault>> {
    let mut faults = Vec::new();
    let reason = typed.note.trim();
    if reason.is_empty() {
        faults.push(Fault::NoReason);
    }
    faults.extend(too_long(&[reason]));
    let alone = member.states.iter().filter(|(one, _)| matches!(one.who, Listing::Known { .. }));
    let mut alone = alone.map(|(_, found)| found.id);
    let wrong = match typed.which.as_str() {
        // Whoever takes back the name takes back what stood there before it was corrected, and what others put there.
        WHOLE => namings(ledger, member),
        asked => alone.find(|id| which(*id) == asked).into_iter().collect(),
    };
    if wrong.is_empty() {
        faults.push(Fault::NoChoice);
    }
    faults.extend(wrong.iter().find_map(|id| locked(ledger, *id)));
    if !faults.is_empty() {
        return Err(faults);
    }
    let withdrawal = |id| Entry { replaces: Some(id), said: Said::Withdrawal { reason: reason.into() } };
    Ok(wrong.into_iter().map(withdrawal).collect())
}

/// Every entry that ever named it: the name is taken out of each.
fn redacted(ledger: &Ledger, member: &ListMember) -> Vec<Entry> {
    let redaction = |of| Entry { replaces: None, said: Said::Redaction { of } };
    namings(ledger, member).into_iter().map(redaction).collect()
}

/// Every entry that names a member or ever did: the one that holds, what it corrects, and the corrections beside it that
/// others wrote and that do not hold.
fn namings(ledger: &Ledger, member: &ListMember) -> Vec<EntryId> {
    let is_naming = |said: &Said| match said {
        Said::Member(said) => matches!(said.who, Listing::Named { .. }),
        _ => false,
    };
    let named = ledger.batches().flat_map(|batch| batch.named());
    let namings = named.filter(|(id, entry)| is_naming(&entry.said) && ledger.origin(*id) == member.id);
    namings.map(|(id, _)| id).collect()
}

/// What replies to an entry of a locked period does not count.
fn locked(ledger: &Ledger, id: EntryId) -> Option<Fault> {
    let month = ledger.batch(id.batch)?.month;
    ledger.shown(&Slot::Lock { month }).map(|_| Fault::Locked(month))
}

fn too_long(texts: &[&str]) -> Option<Fault> {
    texts.iter().any(|text| text.trim().chars().count() > MOST_LETTERS).then_some(Fault::TooLong)
}

fn entry(replaces: Option<EntryId>, said: Member) -> Entry {
    Entry { replaces, said: Said::Member(Box::new(said)) }
}

/// The period about which it is written: the current one, or the month of today where that is locked and would shut it
/// out.
pub fn period(plan: &PlanIndex, ledger: &Ledger, today: Day) -> Month {
    let current =
        duty::current(plan, today).filter(|month| ledger.shown(&Slot::Lock { month: *month }).is_none());
    current.unwrap_or_else(|| today.month())
}

/// A member as its dialog shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub name: Text,
    /// What stands in the fields at first.
    pub typed: Typed,
    pub history: Vec<Happened>,
    pub is_redacted: bool,
}

/// A state of a member.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    pub day: String,
    pub state: Text,
    /// Document and note.
    pub said: Text,
    /// By which word it is withdrawn alone; none where it names the member.
    pub which: Option<String>,
}

/// A member by its identifier.
pub fn shown(
    plan: &PlanIndex,
    ledger: &Ledger,
    list: &List,
    id: EntryId,
    language: Language,
) -> Option<Shown> {
    let all = ledger.members(&list.id);
    let member = all.iter().find(|member| member.id == id)?;
    let words = |said: &Member| {
        let both: Vec<&str> = [&said.document, &said.note].into_iter().map(|one| one.trim()).collect();
        both.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(language.pick("；", "; "))
    };
    let history = member.states.iter().map(|(said, found)| Happened {
        day: said.from.to_string(),
        state: members::state(plan, list, said.state.as_deref(), language),
        said: Text::typed(&words(said), language),
        which: matches!(said.who, Listing::Known { .. }).then(|| which(found.id)),
    });
    Some(Shown {
        name: members::name(member, language),
        typed: Typed {
            name: member.name.to_owned(),
            district: member.district.map(|id| id.to_string()).unwrap_or_default(),
            host: member.host.to_owned(),
            ..Typed::default()
        },
        history: history.collect(),
        is_redacted: member.name.is_empty(),
    })
}
