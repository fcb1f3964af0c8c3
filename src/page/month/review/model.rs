//! What the review shows, as data.

use super::compare::{Candidate, Comparison, Kind, Rivals};
use super::describe::{self, Statement, Subject};
use super::earlier::{self, Dropped, Earlier};
use super::flags::{self, Flag};
use super::gather::{Gathered, gather};
use super::{Received, words};
use crate::gate::{Here, Pool, Rights, Why};
use crate::ledger::kinds;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Ledger, Said};
use crate::link::{self, edition::Edition};
use crate::page::month::carried;
use crate::page::month::dispatch::fill_in::last_figure;
use crate::plan::{Day, Month};
use crate::plausible;
use crate::route::Route;
use crate::standing::AsOf;
use crate::text::{Language, Link, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What came in, sorted. The same whatever the order in which it was pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// By organisation as the plan lists them, those that it has not last; then by period and time.
    pub receipts: Vec<Receipt>,
    /// What came in, counted, in a sentence.
    pub summary: String,
}

/// What one organisation says about one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    pub organisation: Id,
    pub name: Text,
    /// Who wrote it, as they call themselves. Untrusted.
    pub person: String,
    pub month: Month,
    /// The day on which the last of it was written, by the writer's clock.
    pub written: Day,
    pub batches: Vec<Batch>,
    /// What it would put into the ledger: of each item what it says in the end.
    pub items: Vec<Item>,
    pub flags: Vec<Flag>,
    /// Another edition of the plan made it than the one that judges here: which, and what to do.
    pub made_otherwise: Option<String>,
    /// What does not belong into a receipt.
    pub apart: Vec<Apart>,
    /// What an earlier receipt of the same unit and period held and this one does not.
    pub dropped: Vec<Dropped>,
    /// The batches that hold it, and that have to be accepted with it to keep it.
    pub earlier: Vec<Batch>,
    /// Batches that were returned before and count again because this receipt was accepted.
    pub revived: Vec<BatchId>,
    /// How the link begins in the text. Untrusted.
    pub source: String,
    /// How often the same came in.
    pub copies: usize,
    /// It was opened as a link, beside whatever was pasted.
    pub is_opened: bool,
}

/// An entry of a receipt, beside what is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub entry: EntryId,
    /// What sort of entry it is.
    pub sort: &'static str,
    pub subject: Subject,
    pub district: Option<Text>,
    pub says: Statement,
    pub kind: Kind,
    /// What stands in its place, or contradicts it.
    pub met: Option<Statement>,
    /// Who said that, as they call themselves. Untrusted.
    pub met_by: Option<String>,
    /// Whose that is, where another organisation speaks of the same item.
    pub met_organisation: Option<Text>,
    /// What looks like a slip in it.
    pub warnings: Vec<String>,
    /// The last figure before the period, with its month.
    pub last: Option<(Month, String)>,
}

/// An entry that does not belong into a receipt.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    pub entry: EntryId,
    pub sort: &'static str,
    pub subject: Subject,
    pub district: Option<Text>,
    pub says: Statement,
    pub why: Why,
}

impl Review {
    /// Whose receipts wait here for somebody to decide, and of which periods.
    pub fn waiting(&self) -> Vec<(Id, Month)> {
        self.receipts.iter().map(|one| (one.organisation.clone(), one.month)).collect()
    }
}

impl Receipt {
    /// Nothing in it contradicts anything, nothing has to be looked at, all of it belongs there.
    pub fn is_clear(&self) -> bool {
        self.apart.is_empty()
            && self.dropped.is_empty()
            && self.warnings() == 0
            && self.items.iter().all(|item| item.kind != Kind::Conflicting)
            && !self.flags.iter().any(|flag| flag.asks_for_a_look())
    }

    /// It answers all that the period asks for.
    pub fn is_whole(&self) -> bool {
        !self.flags.iter().any(|flag| matches!(flag, Flag::Incomplete { .. }))
    }

    /// How many things in it look like a slip.
    pub fn warnings(&self) -> usize {
        self.items.iter().map(|item| item.warnings.len()).sum()
    }

    /// How many entries are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.items.iter().filter(|item| item.kind == kind).count()
    }
}

/// Sorts what came in.
pub fn review(as_of: AsOf, here: Here, received: &[Received]) -> Review {
    let gathered = gather(received);
    let batches = gathered.iter().flat_map(|one| &one.batches);
    let pool = Pool::new(as_of.plan, as_of.ledger, here, batches);
    let all: Vec<(&Gathered, Rights)> = gathered
        .iter()
        .map(|one| (one, Rights::new(as_of.plan, &pool, &one.organisation, one.month)))
        .collect();
    let rivals = Rivals::new(&all);
    let beside = beside(as_of.ledger, &all);
    let beside = beside.as_ref().unwrap_or(as_of.ledger);
    let edition = Edition::of(as_of.plan);
    let mut receipts: Vec<Receipt> = all
        .iter()
        .map(|(one, rights)| Receipt {
            made_otherwise: made_otherwise(as_of.language, &edition, one),
            ..receipt(as_of, here, &pool, rights, &rivals, beside, one)
        })
        .collect();
    let place = |id: &str| as_of.plan.organisations.iter().position(|one| one.id == id);
    receipts.sort_by_key(|one| {
        let place = place(&one.organisation);
        let ids: Vec<_> = one.batches.iter().map(|batch| (batch.written, batch.id)).collect();
        (place.is_none(), place, one.organisation.clone(), one.month, ids)
    });
    let summary = words::summary(as_of.language, &receipts);
    Review { receipts, summary }
}

/// The ledger with what came in and belongs there, where a unit sent several months at once: they are held against each
/// other, as they will stand. None where each unit sent one month.
fn beside(ledger: &Ledger, all: &[(&Gathered, Rights)]) -> Option<Ledger> {
    let mut months: BTreeMap<&Id, BTreeSet<Month>> = BTreeMap::new();
    for (one, _) in all {
        months.entry(&one.organisation).or_default().insert(one.month);
    }
    let mut beside: Option<Ledger> = None;
    for (one, rights) in all.iter().filter(|(one, _)| months[&one.organisation].len() > 1) {
        let belongs =
            |batch: &&Batch| batch.entries.iter().all(|entry| rights.why_not(batch, entry).is_none());
        for batch in one.batches.iter().filter(belongs) {
            beside.get_or_insert_with(|| ledger.clone()).add(batch.clone());
        }
    }
    beside
}

fn receipt<'a>(
    as_of: AsOf<'a>,
    here: Here,
    pool: &Pool<'a>,
    rights: &Rights<'a>,
    rivals: &Rivals<'a>,
    beside: &Ledger,
    one: &'a Gathered,
) -> Receipt {
    let AsOf { plan, language, offset, today, .. } = as_of;
    let (mut items, mut apart) = (Vec::new(), Vec::new());
    let taken_back = one.taken_back(rights);
    for batch in &one.batches {
        for (id, entry) in batch.named() {
            match rights.why_not(batch, entry) {
                Some(why) => apart.push(self::apart(as_of, id, entry, why)),
                // That all has been reported is a flag where it is missing.
                None if entry.said == Said::Submission || taken_back.contains(&id) => {}
                None => {
                    let met = rivals.compare(as_of.ledger, pool, &taken_back, Candidate { id, batch, entry });
                    items.push(item(as_of, pool, beside, batch, id, entry, met));
                }
            }
        }
    }
    let last = one.batches.last();
    let Earlier { dropped, batches: earlier, revived } = earlier::earlier(as_of, pool, rights, one);
    Receipt {
        organisation: one.organisation.clone(),
        name: describe::name(plan, &one.organisation, language),
        person: last.map(|batch| batch.person.clone()).unwrap_or_default(),
        month: one.month,
        written: last.map_or(today, |batch| batch.written.day(offset)),
        batches: one.batches.clone(),
        items,
        flags: flags::flags(as_of, here, pool, one),
        made_otherwise: None,
        apart,
        dropped,
        earlier,
        revived,
        source: one.source.clone(),
        copies: one.copies,
        is_opened: one.is_opened,
    }
}

/// Of several that the same was made by, the one that comes first by its name is told: in whatever order they came.
fn made_otherwise(language: Language, now: &Edition, one: &Gathered) -> Option<String> {
    let made_by = one.stamps.iter().filter_map(|stamp| stamp.edition.as_ref());
    made_by
        .filter_map(|by| carried::words::made_otherwise(language, link::Kind::Receipt, Some(by), now))
        .min()
}

/// What an entry is about: of what is said of a problem, the problem in its own words.
fn subject(as_of: AsOf, pool: &Pool, said: &Said) -> (Subject, Option<Text>) {
    let problem = match said {
        Said::ProblemStep { of, .. } => pool.find(*of).map(|(_, entry)| (*of, &entry.said)),
        _ => None,
    };
    match problem {
        Some((of, Said::Problem { text, .. })) => {
            let href = Route::Problem(kinds::Item::own_id(of).to_string()).href();
            let text = Text::typed(text, as_of.language);
            (Subject::Known(Link { text, href }), None)
        }
        _ => describe::subject(as_of, said),
    }
}

fn item(
    as_of: AsOf,
    pool: &Pool,
    beside: &Ledger,
    batch: &Batch,
    id: EntryId,
    entry: &Entry,
    met: Comparison,
) -> Item {
    let AsOf { plan, ledger, language, .. } = as_of;
    let (subject, district) = subject(as_of, pool, &entry.said);
    let last = match &entry.said {
        Said::Actual { indicator, district, .. } => {
            last_figure(plan, ledger, indicator, district.as_deref(), batch.month)
        }
        _ => None,
    };
    Item {
        entry: id,
        sort: entry.said.kind(language),
        subject,
        district,
        says: describe::statement(plan, &entry.said, language),
        kind: met.kind,
        met: met.met.map(|(_, entry)| describe::statement(plan, &entry.said, language)),
        met_organisation: met
            .met
            .filter(|(theirs, _)| theirs.organisation != batch.organisation)
            .map(|(theirs, _)| describe::name(plan, &theirs.organisation, language)),
        warnings: plausible::warnings(plan, beside, batch.month, std::slice::from_ref(entry))
            .iter()
            .map(|warning| plausible::words::of(language, plan, warning))
            .collect(),
        met_by: met.met.map(|(batch, _)| batch.person.clone()).filter(|person| !person.is_empty()),
        last: last.map(|(month, value)| (month, value.to_string())),
    }
}

fn apart(as_of: AsOf, id: EntryId, entry: &Entry, why: Why) -> Apart {
    let AsOf { plan, language, .. } = as_of;
    let (subject, district) = describe::subject(as_of, &entry.said);
    Apart {
        entry: id,
        sort: entry.said.kind(language),
        subject,
        district,
        says: describe::statement(plan, &entry.said, language),
        why,
    }
}
