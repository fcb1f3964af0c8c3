//! The identifiers of a plan by 16 bits of their digest, so that a link need not spell them.

use crate::ledger::Id;
use crate::plan::PlanIndex;
use std::collections::BTreeMap;

/// The identifiers of a plan by their short digests. Two that share a digest are spelled out.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: BTreeMap<u16, Option<Id>>,
}

impl Vocabulary {
    /// Every identifier of which an entry can speak.
    pub fn of(plan: &PlanIndex) -> Self {
        let organisations = plan.organisations.iter().map(|one| one.id.as_str());
        let projects = plan.projects.iter().map(|one| one.id.as_str());
        let indicators = plan.indicators().map(|place| place.item.id.as_str());
        let measures = plan.measures().map(|place| place.item.id.as_str());
        let milestones = plan.milestones().map(|place| place.item.id.as_str());
        Self::new(organisations.chain(projects).chain(indicators).chain(measures).chain(milestones))
    }

    /// From a list of identifiers, which may have repeats.
    pub fn new<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: BTreeMap<u16, Option<Id>> = BTreeMap::new();
        for id in ids {
            let word = words.entry(digest(id)).or_insert_with(|| Some(id.into()));
            if word.as_deref() != Some(id) {
                *word = None;
            }
        }
        Self { words }
    }

    /// The digest that stands for an identifier in this plan.
    pub(super) fn short(&self, id: &str) -> Option<u16> {
        let short = digest(id);
        (self.words.get(&short)?.as_deref() == Some(id)).then_some(short)
    }

    /// The identifier for which a digest stands.
    pub(super) fn long(&self, short: u16) -> Option<Id> {
        self.words.get(&short)?.clone()
    }
}

/// FNV-1a of 32 bits, folded to 16.
/// Source: <http://www.isthe.com/chongo/tech/comp/fnv/>, section on changing the size of the digest.
fn digest(id: &str) -> u16 {
    let hash =
        id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 16) as u16 ^ hash as u16
}
