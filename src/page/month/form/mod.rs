//! The monthly form of one organisation: what is asked, what was typed, what is wrong with it, and the
//! receipt that comes of it.
//!
//! Start with [`sheet`], what stands on the form; [`Draft`] is what was typed into it, [`model`] what the
//! page shows of both, [`entries`] what is written down in the end.

mod answers;
mod check;
mod draft;
mod entries;
mod fill;
mod fold;
mod handed;
mod letter;
mod merge;
mod model;
mod named;
pub mod paste;
mod preview;
mod private;
#[cfg(test)]
pub mod samples;
mod sent;
mod sheet;
mod spot;
mod stored;
mod undo;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use crate::rows::figure;
#[cfg(test)]
pub use answers::asked;
pub use answers::{Answer, AskedProblem, Reply};
pub use check::{Fault, Finding, Warning, What, check};
pub use draft::{Choice, Draft, Figure, Problem, Step};
pub use entries::entries;
pub use fold::Fold;
pub use handed::handed;
pub use letter::letter;
pub use merge::merged;
pub use model::{
    Form, Message, Progress, Unanswered, messages, model, next_empty, next_warning, progress, unanswered,
};
pub use paste::{Block, Pasted};
pub use preview::{Line, preview};
pub use private::Private;
pub use sent::sent;
pub use sheet::{AskedFigure, Earlier, NoForm, Recorded, Sheet, Staged, scope, sheet};
pub use spot::{AnswerField, ProblemField, Spot};
pub use stored::Unread;
pub use undo::Undo;
#[cfg(feature = "ui")]
pub use view::{FormOf, Hands, Receipt, page, paste_dialog};
