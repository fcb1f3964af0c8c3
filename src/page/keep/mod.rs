//! What a device keeps and hands on: records, backups, snapshots, comparisons, and the banner that tells of them.

pub mod authoring;
#[cfg(feature = "ui")]
pub mod banner;
#[cfg(feature = "ui")]
pub mod changes;
pub mod compare;
pub mod device;
pub mod share;
