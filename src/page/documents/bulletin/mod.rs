//! 季通报 and 半年评估: what a round of several months came to, as a paper, the form in which people add their sentences and
//! issue it, and every issued one made again of the records that were known then.
//!
//! [`paper`] is the paper, [`draft`] what it comes to now, [`again`] an issued one; [`written`] makes entries of what was
//! typed.

mod issued;
mod model;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use issued::{Again, Rival, Since, again, issues, last, rivals_of_last, since};
pub use model::{Place, Status, beside, draft, paper, round, shown};
pub use typed::{
    Fault, Field, Found, MOST_FOUND, Outrun, Typed, assigned, begun, has, inserted, noted, outrun,
    period_faults, printed, proposed, written,
};

#[cfg(test)]
mod tests;
