//! The list of a year in a line: what was added, carried on and ended, and by what paper.

use crate::ledger::words::CARRIED_ON;
use crate::page::shared::names;
use crate::plan::Year;
use crate::standing::year_list::ListCount;
use crate::text::{Language, Text};

/// What the list is called, and what stands on it: pieces without anything between them.
pub fn of_list(language: Language, year: Year, count: &ListCount) -> (String, Vec<Text>) {
    let name = names::year_list(year, language);
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
    let end = language.pick("。", ".");
    let start = [language.pick("：", ": "), &parts].concat();
    let Some(paper) = count.documents.first() else {
        return (name, vec![Text::plain([start.as_str(), end].concat())]);
    };
    let more = match (others, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("等 {} 份文件", others + 1),
        (_, Language::En) => format!(" and {others} more"),
    };
    let told = vec![
        Text::plain([start.as_str(), language.pick("；依据", "; by ")].concat()),
        Text::typed(paper, language),
        Text::plain([more.as_str(), end].concat()),
    ];
    (name, told)
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
            for (language, name, line) in
                [(Language::Zh, "2024 年清单", zh), (Language::En, "List of 2024", en)]
            {
                let (called, told) = of_list(language, Year(2024), &count);
                let words: String = told.iter().map(|piece| piece.words.as_str()).collect();
                assert_eq!((called.as_str(), words.as_str()), (name, line));
                // What was typed is marked as Chinese on an English page, and nothing else is.
                let marked = told.iter().filter(|piece| piece.language.is_some()).count();
                assert_eq!(marked, usize::from(language == Language::En && !count.documents.is_empty()));
            }
        }
    }
}
