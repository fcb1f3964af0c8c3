//! Members of one list that bear the same name, or nearly the same: what two devices wrote down of one enterprise and
//! nobody could see before both were in one ledger. They are told, and both count, until a person takes one back.

use super::against::Against;
use crate::ledger::EntryId;
use crate::plan::Day;
use crate::standing::alike::{Likeness, Met, Names};

/// The most pairs that stand on the page; of the rest how many there are.
pub const MOST_PAIRS: usize = 20;

/// Two members that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub first: (EntryId, String),
    pub second: (EntryId, String),
    /// Why they are alike; none where the names are the same letter by letter.
    pub likeness: Option<Likeness>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubles {
    pub pairs: Vec<Pair>,
    /// So many more.
    pub more: usize,
}

/// Looks for them a few names at a time, so that a list of thousands holds nothing up.
pub struct Search {
    /// Who is on the list on the day, with the names.
    members: Vec<(EntryId, String)>,
    at: usize,
    known: Names,
    found: Doubles,
}

/// So many names are looked up in a step.
const AT_ONCE: usize = 50;

impl Search {
    pub fn new(against: &Against, day: Day) -> Self {
        let members = against.on_the_list(day).map(|member| (member.id, member.name.clone()));
        Self { members: members.collect(), at: 0, known: Names::default(), found: Doubles::default() }
    }

    /// Goes on; what was found once all names are looked up.
    pub fn step(&mut self) -> Option<Doubles> {
        let end = self.members.len().min(self.at + AT_ONCE);
        for place in self.at..end {
            let Some((id, name)) = self.members.get(place).cloned() else { break };
            let other = match self.known.meet(&name) {
                Met::New => None,
                Met::Known(other) => Some((other, None)),
                Met::Near(found) => found.first().map(|(other, likeness)| (*other, Some(*likeness))),
            };
            let other = other.and_then(|(at, likeness)| Some((self.members.get(at)?.clone(), likeness)));
            match other {
                Some((first, likeness)) if self.found.pairs.len() < MOST_PAIRS => {
                    self.found.pairs.push(Pair { first, second: (id, name.clone()), likeness });
                }
                Some(_) => self.found.more += 1,
                None => {}
            }
            self.known.add(place, &name);
        }
        self.at = end;
        (end == self.members.len()).then(|| std::mem::take(&mut self.found))
    }
}
