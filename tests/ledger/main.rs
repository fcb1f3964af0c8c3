//! The ledger from outside: what was ever released opens, what is mangled is told, a full one fits, links are short.

#[path = "../common/mod.rs"]
mod common;
mod every_kind;
mod forger;
mod frozen;
mod full_use;
mod fuzz;
mod json;
mod link_sizes;
mod mangled;
mod storage_size;
