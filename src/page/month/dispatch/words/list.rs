//! The list of a year in a line: what was added, carried on and ended, and by what paper.

use crate::ledger::words::CARRIED_ON;
use crate::plan::Year;
use crate::standing::year_list::ListCount;
use crate::text::{Language, isolated};

/// What the list is called, and what stands on it.
pub fn of_list(language: Language, year: Year, count: &ListCount) -> (String, String) {
    let name = language.pick(format!("{year} 年清单"), format!("List of {year}"));
    let carried = CARRIED_ON.words(language);
    let parts = [
        (count.added, language.pick("新增", "added")),
        (count.carried, carried),
        (count.reworded, language.pick("改述", "reworded")),
        (count.ended, language.pick("终止", "ended")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts =
        parts.map(|(count, what)| language.pick(format!("{what} {count} 项"), format!("{count} {what}")));
    let parts = parts.collect::<Vec<_>>().join(language.pick("，", ", "));
    let others = count.documents.len().saturating_sub(1);
    let papers = match (count.documents.first().map(|one| isolated(one)), others, language) {
        (None, ..) => String::new(),
        (Some(one), 0, Language::Zh) => format!("；依据{one}"),
        (Some(one), _, Language::Zh) => format!("；依据{one}等 {} 份文件", others + 1),
        (Some(one), 0, Language::En) => format!("; by {one}"),
        (Some(one), _, Language::En) => format!("; by {one} and {others} more"),
    };
    let between = language.pick("：", ": ");
    (name, [between, &parts, &papers, language.pick("。", ".")].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_in_a_line_with_its_papers() {
        let all = ListCount {
            added: 3,
            carried: 12,
            ended: 1,
            documents: vec!["6号", "9号"],
            ..ListCount::default()
        };
        let one = ListCount { reworded: 1, documents: vec!["6号"], ..ListCount::default() };
        let none = ListCount { added: 1, ..ListCount::default() };
        for (count, zh, en) in [
            (
                all,
                "：新增 3 项，结转 12 项，终止 1 项；依据6号等 2 份文件。",
                ": 3 added, 12 carried on, 1 ended; by 6号 and 1 more.",
            ),
            (one, "：改述 1 项；依据6号。", ": 1 reworded; by 6号."),
            (none, "：新增 1 项。", ": 1 added."),
        ] {
            assert_eq!(of_list(Language::Zh, Year(2024), &count), ("2024 年清单".into(), zh.into()));
            assert_eq!(of_list(Language::En, Year(2024), &count), ("List of 2024".into(), en.into()));
        }
    }
}
