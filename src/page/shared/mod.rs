//! What pages of several rooms use. Knows none of them.

pub mod asked;
pub mod draft;
pub mod lights;
pub mod names;
pub mod palette;
pub mod problems;
pub mod recorded;
#[cfg(feature = "ui")]
pub mod records;
pub mod refused;
#[cfg(feature = "ui")]
pub mod table_files;
pub mod todo;
#[cfg(feature = "ui")]
pub mod workbook;
