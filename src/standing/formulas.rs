//! The formulas.
