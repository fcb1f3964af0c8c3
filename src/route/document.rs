//! Which document is shown.

use crate::text::Language;

/// A document that the page writes from plan and records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// 月调度表: the sheet on the table at the monthly dispatch.
    Monthly,
}

impl DocumentKind {
    /// Every kind, in the order in which the plan's cycle brings them.
    pub const ALL: [Self; 1] = [Self::Monthly];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
        }
    }

    /// The document's name.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Monthly => language.pick("月调度表", "Monthly report sheet"),
        }
    }
}
