//! What else there is to know of a receipt before it is accepted.

use super::compare::slot;
use super::gather::Gathered;
use crate::gate::{Here, Pool};
use crate::ledger::{Ledger, Said};
use crate::plan::Day;
use crate::standing::AsOf;
use crate::standing::completeness::Completeness;
use crate::standing::window::Source;
use crate::standing::{duty, window};

/// Something to know of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// The plan has no such organisation.
    UnknownOrganisation,
    /// It calls itself by the name of an organisation that the plan has, without being that.
    FalseName,
    /// The organisation owes no reports.
    OwesNothing,
    /// The month is not a period of the plan.
    OutsidePeriods,
    /// The month is not over yet.
    NotOver,
    /// It was written after the window.
    Late { closes: Day, source: Source },
    /// It was written later than now, by the writer's own clock.
    Ahead { written: Day },
    /// It says something of one item more often than anybody does: so many times.
    Crowded { count: usize },
    /// The period is locked, and not over this: it will not count.
    AfterLock,
    /// All of it is here already.
    Duplicate,
    /// It was accepted before.
    Accepted,
    /// It was returned before.
    Returned,
    /// It corrects or withdraws something that is not here, so that nobody can see whose it is.
    Unseen,
    /// Another organisation corrects or withdraws something in it.
    Overruled,
    /// It does not say that all has been reported: the organisation will still count as one that has not.
    NotSubmitted,
    /// So many stored values of its device could not be read: it may lack something that was recorded there.
    Unreadable { count: u16 },
    /// Of so many items that the period asks for it answers fewer.
    Incomplete { asked: usize, answered: usize },
}

impl Flag {
    /// Whether a person has to look before it is accepted.
    pub fn asks_for_a_look(self) -> bool {
        match self {
            Self::UnknownOrganisation
            | Self::FalseName
            | Self::Crowded { .. }
            | Self::OwesNothing
            | Self::OutsidePeriods
            | Self::NotOver
            | Self::Ahead { .. }
            | Self::AfterLock
            | Self::Accepted
            | Self::Returned
            | Self::Unseen
            | Self::Unreadable { .. }
            | Self::Overruled => true,
            // An answer to nothing is no report.
            Self::Incomplete { answered, .. } => answered == 0,
            Self::Late { .. } | Self::Duplicate | Self::NotSubmitted => false,
        }
    }
}

/// All that there is to know of a receipt.
pub fn flags(as_of: AsOf, here: Here, pool: &Pool, receipt: &Gathered) -> Vec<Flag> {
    let AsOf { plan, ledger, today, offset, .. } = as_of;
    let Gathered { organisation, month, batches, .. } = receipt;
    let unread = receipt.stamps.iter().map(|stamp| stamp.unread).max().unwrap_or(0);
    let is_period = duty::periods(plan).contains(month);
    let owes = duty::reporters(plan).contains(&&**organisation);
    let is_known = plan.organisation(organisation).is_some();
    // A report is as late as its submission; without one, as the last of it.
    let says_so =
        |batch: &&crate::ledger::Batch| batch.entries.iter().any(|one| one.said == Said::Submission);
    let submitted = batches.iter().rev().find(says_so);
    let written = submitted.or(batches.last()).map(|batch| batch.written.day(offset));
    let last = batches.iter().map(|batch| batch.written).max();
    let crowded = crowded(batches);
    let window = window::window(plan, ledger, *month);
    let is_over = month.day(1).is_none_or(|first| first.month_end() < today);
    let verdicts: Vec<bool> = batches.iter().filter_map(|batch| is_accepted(ledger, batch.id)).collect();
    // A case tells of a round that is over: it is no report of the month, and no lock shuts it out.
    let tells_of_month = batches.is_empty()
        || batches.iter().flat_map(|batch| &batch.entries).any(|entry| !matches!(entry.said, Said::Case(_)));
    let said = || batches.iter().flat_map(|batch| &batch.entries).map(|entry| &entry.said);
    let whole = Completeness::in_statements(plan, ledger, organisation, *month, said());
    let all = [
        (!is_known).then_some(Flag::UnknownOrganisation),
        (!is_known && is_false_name(plan, organisation)).then_some(Flag::FalseName),
        (is_known && !owes).then_some(Flag::OwesNothing),
        (!is_period).then_some(Flag::OutsidePeriods),
        (is_period && !is_over).then_some(Flag::NotOver),
        window
            .filter(|window| written.is_some_and(|on| on > window.closes))
            .filter(|_| tells_of_month && !window::is_before_use(ledger, *month))
            .map(|window| Flag::Late { closes: window.closes, source: window.source }),
        last.filter(|at| *at > here.now).map(|at| Flag::Ahead { written: at.day(offset) }),
        (crowded > MOST_OF_ONE_ITEM).then_some(Flag::Crowded { count: crowded }),
        (tells_of_month && batches.iter().any(|batch| ledger.is_after_lock(*month, batch.id)))
            .then_some(Flag::AfterLock),
        (!batches.is_empty() && batches.iter().all(|batch| pool.is_here(batch))).then_some(Flag::Duplicate),
        verdicts.contains(&true).then_some(Flag::Accepted),
        verdicts.contains(&false).then_some(Flag::Returned),
        batches.iter().any(|batch| pool.replaces_unseen(batch)).then_some(Flag::Unseen),
        batches.iter().any(|batch| pool.is_overruled(batch)).then_some(Flag::Overruled),
        (tells_of_month && submitted.is_none()).then_some(Flag::NotSubmitted),
        (unread > 0).then_some(Flag::Unreadable { count: unread }),
        (tells_of_month && is_period && !whole.is_whole())
            .then_some(Flag::Incomplete { asked: whole.asked, answered: whole.answered }),
    ];
    all.into_iter().flatten().collect()
}

/// How often a receipt may say something of one item: once, and a few corrections.
const MOST_OF_ONE_ITEM: usize = 4;

/// How often it says something of the item of which it says most.
fn crowded(batches: &[crate::ledger::Batch]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for batch in batches {
        for place in batch.entries.iter().filter_map(|entry| slot(batch, &entry.said)) {
            *counts.entry(place).or_insert(0) += 1;
        }
    }
    counts.into_values().max().unwrap_or(0)
}

/// Whether an identifier that the plan does not have reads like the name of an organisation that it has.
fn is_false_name(plan: &crate::plan::PlanIndex, id: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let claimed = plain(id);
    let is_name = |name: &str| plain(name) == claimed;
    !claimed.is_empty()
        && plan.organisations.iter().any(|one| {
            one.name.wordings().any(is_name)
                || one.aliases.iter().chain(&one.as_written).any(|name| is_name(name))
                || is_name(&one.id)
        })
}

/// Whether a batch was accepted or returned, if one of them.
fn is_accepted(ledger: &Ledger, batch: crate::ledger::BatchId) -> Option<bool> {
    match ledger.entry(ledger.verdict(batch)?)?.said {
        Said::Acceptance { .. } => Some(true),
        Said::Return { .. } => Some(false),
        _ => None,
    }
}
