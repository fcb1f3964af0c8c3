//! The parts that pages are made of. No state of the app is read inside them.

mod branch;
pub mod chart_frame;
mod code;
mod dialog_head;
mod document;
pub mod field;
mod fresh;
mod light;
mod links;
mod page_title;
mod part;
mod reckoned;
mod role;
mod said;
mod sheet;
mod signature;
mod switch;
mod table;

pub use branch::{Branches, branch};
pub use chart_frame::{Surroundings, chart_frame};
pub use code::code;
pub use dialog_head::dialog_head;
pub use document::document;
pub use fresh::IntoFresh;
pub use light::light_without_data;
pub use links::{crumbs, link, links};
pub use page_title::{page_head, page_title};
pub use part::{late_part, part};
pub use reckoned::reckoned;
pub use role::role;
pub use said::said;
pub use sheet::{facts, sheet};
pub use signature::{signature_dialog, signs_as};
pub use switch::switch;
pub use table::table;
