//! That a document was issued (印发). The document itself is not kept: it is computed again from what stands here.

use crate::ledger::{EntryId, Id, Moment};
use crate::plan::{Day, Month};

/// A document as it was issued: what makes it byte for byte the same again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which document, by the identifier of its round in the plan's cycle: 季通报, 半年评估, or whatever that names.
    pub document: Id,
    /// First month of its period.
    pub first: Month,
    /// Last month of its period.
    pub last: Month,
    /// Its number (第 N 期); 0 where it has none.
    pub number: u32,
    /// The day up to which data count.
    pub up_to: Day,
    /// What was known then: nothing that was written later is in it.
    pub known: Moment,
    /// Whether it judges as issued or as adjusted.
    pub against: Against,
    /// Name of the assessment rule by which it ranks; none where it ranks nobody. The rule for lights is the one known then.
    pub rule: Option<Id>,
    /// The snapshot code (期次指纹), in letters.
    pub code: Id,
    /// What people wrote into it.
    pub texts: Vec<IssueText>,
    /// The issue that it corrects (更正).
    pub corrects: Option<EntryId>,
}

/// A text that somebody wrote into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueText {
    /// The place in the document.
    pub place: Id,
    /// The text, as typed.
    pub text: String,
}

/// Against what is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// The plan as issued, and targets that were set where it has none.
    Issued,
    /// With the adjustments in force.
    Adjusted,
}
