//! Faults of a `plan.json`, from outside: each is found, each stands at its place, and nothing that the
//! page refuses goes without a sentence.

mod at_once;
mod each_fault;
mod mutations;
mod plans;
