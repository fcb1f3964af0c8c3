//! Against which targets is judged, in a sentence.

use crate::ledger::Ledger;
use crate::plan::Day;
use crate::text::Language;

/// Whether targets are judged as issued or as adjusted, and how many a paper adjusted by a day; empty where none is.
pub fn against(ledger: &Ledger, day: Day, language: Language) -> String {
    match (language, ledger.is_as_issued(), ledger.count_in_force(day)) {
        (_, _, 0) => String::new(),
        (Language::Zh, false, count) => format!("目标按调整后（{count} 项）。"),
        (Language::Zh, true, count) => format!("目标按方案原文（调整 {count} 项不计入）。"),
        (Language::En, false, count) => format!(" Targets as adjusted ({count})."),
        (Language::En, true, count) => {
            format!(" Targets as issued ({count} adjusted).")
        }
    }
}
