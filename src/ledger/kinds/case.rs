//! Typical cases (典型案例).

use crate::ledger::{EntryId, Id};
use crate::plan::Month;

/// A case, or what becomes of one. A draft is no entry: it is told when it is handed in (报送).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Handed in by the organisation whose case it is.
    Told(CaseText),
    /// Given back to be worked over.
    Returned {
        /// The entry that tells the case.
        of: EntryId,
        /// Why, for its writer to read.
        reason: String,
    },
    /// Adopted (采用).
    Adopted {
        /// The entry that tells the case.
        of: EntryId,
        /// The issue in which it was printed; `None` while it is not.
        issue: Option<EntryId>,
    },
    /// Another organisation does the same (推广): the batch's, from its period on.
    TakenUp {
        /// The entry that tells the case.
        of: EntryId,
        /// How, as typed; may be empty.
        text: String,
    },
}

/// A case in its four parts. Figures of effect are taken from the ledger, never typed: what is cited is recomputed, and
/// a figure that was corrected since shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseText {
    /// Identifier of the task, measure, indicator or item that it is about.
    pub subject: Option<Id>,
    /// Its title, as typed.
    pub title: String,
    /// Background and problem (背景与问题).
    pub background: String,
    /// Measures and innovation (做法与创新).
    pub measures: String,
    /// Progress and effect (进展与成效).
    pub effect: String,
    /// Experience (经验启示).
    pub experience: String,
    /// Figures that show its effect.
    pub cited: Vec<Cited>,
    /// Pictures that belong to it; they are kept elsewhere.
    pub pictures: Vec<Picture>,
}

/// An indicator before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Identifier of the indicator.
    pub indicator: Id,
    /// Identifier of the district; `None` for the city's figure.
    pub district: Option<Id>,
    /// The month before.
    pub before: Month,
    /// The month after.
    pub after: Month,
}

/// By what a picture is known again that is kept in a file beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Name of its file, as typed or chosen.
    pub file: String,
    /// What it shows, as typed.
    pub caption: String,
    /// Size in bytes.
    pub bytes: u32,
    /// Its SHA-256.
    pub digest: [u8; 32],
}

impl Case {
    /// The entry that tells the case of which this is a step; none where this tells it.
    pub fn of(&self) -> Option<EntryId> {
        match self {
            Self::Told(_) => None,
            Self::Returned { of, .. } | Self::Adopted { of, .. } | Self::TakenUp { of, .. } => Some(*of),
        }
    }
}
