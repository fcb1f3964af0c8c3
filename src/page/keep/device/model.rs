//! What the page shows, as data.

use super::words;
use super::{Facts, forgets};
use crate::plan::PlanIndex;
use crate::standing::duty;
use crate::storage::{self, BackedUp, Failure, Fault, Freeable, Generation, Kind, Saved, Shelf};
use crate::text::order::Order;
use crate::text::{Language, Text};

/// What the store says of itself.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    pub plan: &'a PlanIndex,
    pub language: Language,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub offset: i32,
    pub shelf: Shelf,
    /// How many batches there are, kept or not.
    pub batches: usize,
    pub saved: Saved,
    pub backed_up: BackedUp,
    pub copies: Result<Vec<Generation>, Failure>,
    /// What could not be read with this load of the page.
    pub faults: Vec<Fault>,
    /// Keys of everything that was moved aside, now or earlier.
    pub aside: Vec<String>,
    /// How many values of each kind are kept.
    pub kept: Result<Vec<(Kind, usize)>, Failure>,
    pub facts: Facts,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// How it stands with what was recorded, in a sentence.
    pub heading: String,
    /// Who one may say to be: identifier and name.
    pub organisations: Vec<(String, Text)>,
    /// *Saved here* and *backed up*.
    pub lights: [Light; 2],
    /// What can be done about what is only in memory.
    pub ways: Vec<Way>,
    pub damaged: Vec<Damaged>,
    /// The sample ledger is on the screen: nothing of it goes into files or copies.
    pub is_sample: bool,
    pub copies: Vec<CopyRow>,
    /// Why the copies cannot be listed.
    pub no_copies: Option<String>,
    /// What clearing the device would remove.
    pub kept: Vec<String>,
    /// How many batches are in no backup file.
    pub not_backed_up: usize,
    /// Where this browser is known to forget.
    pub forgets: Vec<String>,
}

/// One of the two lights.
#[derive(Clone, Debug, PartialEq)]
pub struct Light {
    /// As in the markup: `green`, `amber`, `red`, `none`.
    pub color: &'static str,
    pub name: &'static str,
    pub sentence: String,
    /// When that was so, in the plan's time zone.
    pub at: Option<String>,
}

/// A way out of records that are only in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Backup,
    Retry,
    /// Write back what somebody removed.
    WriteBack,
    RemoveCopies,
    RemoveSample,
    RemoveDamaged,
    /// Merge small old segments.
    Merge,
    /// Get the later release.
    Reload,
}

/// A value that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// Where it is now.
    pub key: String,
    pub sentence: String,
}

/// A copy of the ledger from before an act.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyRow {
    pub key: String,
    /// When it was made, or that it cannot be read.
    pub made: String,
    /// Before what.
    pub before: String,
    pub batches: usize,
    pub can_open: bool,
}

/// The page of what was seen.
pub fn model(seen: Seen) -> Device {
    let language = seen.language;
    let not_backed_up = match seen.backed_up {
        BackedUp::Never => seen.batches,
        BackedUp::Since { batches, .. } => batches,
        BackedUp::All { .. } => 0,
    };
    let no_copies = seen.copies.as_ref().err().map(|why| storage::words::failure(language, *why));
    let kept = seen.kept.as_deref().unwrap_or_default();
    Device {
        heading: words::heading(language, seen.shelf, seen.batches, seen.saved, not_backed_up),
        organisations: organisations(seen.plan, language),
        lights: [saved(&seen), backed_up(&seen)],
        ways: ways(seen.saved),
        damaged: damaged(&seen),
        is_sample: seen.shelf == Shelf::Sample,
        copies: seen.copies.iter().flatten().map(|copy| row(copy, seen.offset, language)).collect(),
        no_copies,
        kept: kept.iter().map(|(kind, count)| words::kept(language, *kind, *count)).collect(),
        not_backed_up: if seen.shelf == Shelf::Sample { 0 } else { not_backed_up },
        forgets: forgets(&seen.facts).into_iter().map(|one| words::forgets(language, one).into()).collect(),
    }
}

/// Whoever issued the plan, then whoever reports, as names are looked up.
fn organisations(plan: &PlanIndex, language: Language) -> Vec<(String, Text)> {
    let issuer = Some(plan.issuer.as_str());
    let others = duty::reporters(plan).into_iter().filter(|id| Some(*id) != issuer);
    let named = |id: &str| Some((id.to_owned(), plan.say(&plan.organisation(id)?.name, language)));
    let mut others: Vec<(String, Text)> = others.filter_map(named).collect();
    Order::new().sort(&mut others, |(_, name)| name.words.clone());
    issuer.and_then(named).into_iter().chain(others).collect()
}

fn saved(seen: &Seen) -> Light {
    let (color, at) = match seen.saved {
        Saved::Yes { at } => (if seen.batches == 0 { "none" } else { "green" }, at),
        Saved::No { batches: 0, .. } | Saved::Unredacted { .. } => ("amber", None),
        Saved::No { .. } => ("red", None),
    };
    Light {
        color,
        name: words::of(seen.language).saved,
        sentence: words::saved(seen.language, seen.saved, seen.batches),
        at: at.map(|at| at.words(seen.offset)),
    }
}

fn backed_up(seen: &Seen) -> Light {
    let language = seen.language;
    let name = words::of(language).backed_up;
    if seen.shelf == Shelf::Sample {
        let name = words::of(language).sample_backup;
        let sentence = words::of(language).sample_not_backed_up.to_owned();
        return Light { color: "none", name, sentence, at: None };
    }
    let (color, at) = match seen.backed_up {
        BackedUp::Never if seen.batches == 0 => ("none", None),
        BackedUp::Never => ("red", None),
        BackedUp::Since { at, .. } => ("amber", Some(at)),
        BackedUp::All { at } => ("green", Some(at)),
    };
    Light {
        color,
        name,
        sentence: storage::words::backed_up(language, seen.backed_up),
        at: at.map(|at| words::last_backup(language, &at.words(seen.offset))),
    }
}

pub(super) fn ways(saved: Saved) -> Vec<Way> {
    let (Saved::No { why, .. } | Saved::Unredacted { why }) = saved else { return Vec::new() };
    match why {
        Failure::Full(Freeable { generations, sample, damaged, segments }) => {
            let free = [
                (generations, Way::RemoveCopies),
                (sample, Way::RemoveSample),
                (damaged, Way::RemoveDamaged),
                (segments, Way::Merge),
            ];
            let free = free.into_iter().filter(|(units, _)| *units > 0).map(|(_, way)| way);
            std::iter::once(Way::Backup).chain(free).chain([Way::Retry]).collect()
        }
        // The banner over the page leads out of the frame.
        Failure::Framed => Vec::new(),
        Failure::Newer => vec![Way::Reload, Way::Backup],
        Failure::Vanished => vec![Way::WriteBack, Way::Backup],
        Failure::Blocked | Failure::TooLarge | Failure::Unconfirmed | Failure::Unreadable(_) => {
            vec![Way::Backup, Way::Retry]
        }
    }
}

/// What was found damaged now, then what was moved aside by an earlier load.
fn damaged(seen: &Seen) -> Vec<Damaged> {
    let key = |fault: &Fault| fault.moved.clone().unwrap_or_else(|| fault.key.clone());
    let now = seen
        .faults
        .iter()
        .map(|fault| Damaged { key: key(fault), sentence: storage::words::fault(seen.language, fault) });
    let earlier = seen.aside.iter().filter(|aside| !seen.faults.iter().any(|fault| &key(fault) == *aside));
    let earlier = earlier
        .map(|aside| Damaged { key: aside.clone(), sentence: words::aside_earlier(seen.language, aside) });
    now.chain(earlier).collect()
}

fn row(copy: &Generation, offset: i32, language: Language) -> CopyRow {
    let (made, before) = match copy.made {
        Ok((at, reason)) => (at.words(offset), words::before(language, reason)),
        Err(_) => (words::of(language).unreadable_copy.to_owned(), ""),
    };
    let (key, before) = (copy.key.clone(), before.to_owned());
    CopyRow { key, made, before, batches: copy.batches, can_open: copy.made.is_ok() }
}
