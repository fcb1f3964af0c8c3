//! Lists with members (名单、培育库、清单).

use crate::ledger::{EntryId, Id};
use crate::plan::Day;

/// That a name is on a list in a state from a day on, or not any more.
///
/// A state is said with the day from which it holds, so that a list can be counted as of any day: who is 入库 in March
/// and 认定 in October was 入库 in June. The name stands in one entry only, so that one redaction takes it out
/// everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Identifier of the list.
    pub list: Id,
    /// Who it is.
    pub who: Listing,
    /// The state from the day on, in the list's own words (入库, 申报, 认定 …); `None`: off the list (退出).
    pub state: Option<Id>,
    /// The first day of the state: the day in, or the day out.
    pub from: Day,
    /// The paper that says so; may be empty.
    pub document: String,
    /// What is to be added, such as why it is off; may be empty.
    pub note: String,
}

/// Who a member is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Named here first.
    Named {
        /// Its name, as typed.
        name: String,
        /// Identifier of its district; `None` where it has none or nobody said which.
        district: Option<Id>,
        /// The organisation that hosts it (依托单位), as typed; may be empty.
        host: String,
    },
    /// Somebody who is on the list already.
    Known {
        /// The entry that named it.
        of: EntryId,
    },
}
