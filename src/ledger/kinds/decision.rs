//! Decisions of a meeting (议定事项).

use crate::ledger::{EntryId, Id};
use crate::plan::Day;

/// A decision, or that it is settled. Whether it is late is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Taken.
    Taken {
        /// Identifier of that which it is about; `None` for nothing in particular.
        subject: Option<Id>,
        /// The problem that was raised to the meeting.
        problem: Option<EntryId>,
        /// The meeting, as typed; may be empty.
        meeting: String,
        /// What was decided, as typed.
        what: String,
        /// Who sees to it, as typed; may be empty.
        who: String,
        /// By when; `None` where nobody named a day.
        by: Option<Day>,
    },
    /// Done, or not needed any more.
    Settled {
        /// The entry that took it.
        of: EntryId,
        /// How, as typed.
        text: String,
    },
}
