//! Which document is shown.

use crate::text::Language;

/// A document that the page writes from plan and records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// 月调度表: the sheet on the table at the monthly dispatch.
    Monthly,
    /// 季通报: how a quarter stood; named by its last month.
    Bulletin,
    /// 半年评估: how half a year stood; named by its last month.
    Assessment,
    /// 年底对账销账表: what each promise of a year came to. Its period is named by the year's last month.
    Reconciliation,
    /// 县区考核表: what the districts come to by each rule of a year. Its period is named by the year's last month.
    Districts,
    /// 三年总账: the reconciliations of all years of the plan. It has one period, the plan's.
    Account,
}

impl DocumentKind {
    /// Every kind, in the order in which the plan's cycle brings them.
    pub const ALL: [Self; 6] = [
        Self::Monthly,
        Self::Bulletin,
        Self::Assessment,
        Self::Reconciliation,
        Self::Districts,
        Self::Account,
    ];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Bulletin => "bulletin",
            Self::Assessment => "assessment",
            Self::Reconciliation => "reconciliation",
            Self::Districts => "districts",
            Self::Account => "account",
        }
    }

    /// The document of a round of so many months; none where no document is made of it.
    pub fn of_months(months: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.months() == Some(months))
    }

    /// How many months a document speaks of; none of one that speaks of the whole plan.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Monthly => Some(1),
            Self::Bulletin => Some(3),
            Self::Assessment => Some(6),
            Self::Reconciliation | Self::Districts => Some(12),
            Self::Account => None,
        }
    }

    /// The document's name.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Monthly => language.pick("月调度表", "Monthly report sheet"),
            Self::Bulletin => language.pick("季通报", "Quarterly bulletin"),
            Self::Assessment => language.pick("半年评估", "Half-year assessment"),
            Self::Reconciliation => language.pick("年底对账销账表", "Year-end reconciliation"),
            Self::Districts => language.pick("县区考核表", "Assessment of the districts"),
            Self::Account => language.pick("总账", "Final account"),
        }
    }
}
