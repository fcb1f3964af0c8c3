//! What somebody fills in on a sheet: which cells are open, what they take, and the list from which is chosen.
//!
//! A field belongs to a sheet and covers cells of one column. Of a protected sheet the fields alone can be written. The
//! protection has no password: it keeps people from slips, and from nothing else.

use super::sheet::{units, within};
use serde::{Deserialize, Serialize};

/// Most letters of a list that stands in the rule of a cell, in UTF-16 units with the commas between its entries.
pub const LONGEST_LIST: usize = 255;
/// Most letters of what is shown beside a cell that was entered, likewise.
pub const LONGEST_HELP: usize = 255;

/// Cells of one column that somebody fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The column, counted from 0.
    pub column: u16,
    /// The first and the last row, counted from 0, which is the row below the heads. Only rows that the sheet has are open.
    pub rows: (u32, u32),
    /// What may stand in it.
    pub takes: Takes,
    /// What is shown beside the cell when it is entered; empty for nothing.
    #[serde(default)]
    pub help: String,
}

/// What may stand in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Takes {
    /// Any words.
    Words,
    /// A figure. Anything else is taken after a question, for people write *14.5 亿元* too.
    Figure,
    /// A day; what is typed stays as the program understands it.
    Day,
    /// One of these, and nothing else.
    OneOf(Vec<String>),
    /// One of these; another is taken after a question.
    Suggested(Vec<String>),
}

impl Field {
    /// Whether a cell belongs to it.
    pub fn holds(&self, row: u32, column: u16) -> bool {
        let (first, last) = self.rows;
        self.column == column && (first..=last).contains(&row)
    }

    /// What is shown beside the cell, as far as there is room.
    pub fn help(&self) -> String {
        within(self.help.chars(), LONGEST_HELP)
    }
}

impl Takes {
    /// The list from which is chosen, without entries that are empty.
    pub fn options(&self) -> Option<Vec<&str>> {
        match self {
            Self::Words | Self::Figure | Self::Day => None,
            Self::OneOf(options) | Self::Suggested(options) => {
                Some(options.iter().map(String::as_str).filter(|option| !option.trim().is_empty()).collect())
            }
        }
    }
}

/// Whether a list can stand in the rule of a cell. One with a comma in an entry would become other entries, one with a
/// quotation mark is broken by LibreOffice: such a list, and one that is too long, stands on a hidden sheet.
pub fn fits_in_rule(options: &[&str]) -> bool {
    let is_plain = |option: &&str| !option.contains([',', '"', '\n']) && option.trim() == *option;
    let commas = options.len().saturating_sub(1);
    let letters: usize = options.iter().map(|option| units(option)).sum();
    options.iter().all(is_plain) && letters + commas <= LONGEST_LIST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_in_the_rule_only_where_every_program_reads_it_as_it_is() {
        let long = "项".repeat(127);
        for (options, fits) in [
            (vec!["未启动", "推进中"], true),
            (vec![], true),
            (vec!["计划, 实际"], false),
            (vec!["完成\"好\""], false),
            (vec![" 前有空格"], false),
            (vec!["两\n行"], false),
            // 127 + 1 + 127: all that fits; a letter beyond the basic plane counts as two.
            (vec![&long, &long], true),
            (vec![&long, &long, ""], false),
            (vec!["𠮷"; 85], true),
            (vec!["𠮷"; 86], false),
        ] {
            assert_eq!(fits_in_rule(&options), fits, "{options:?}");
        }
    }

    #[test]
    fn help_is_cut_to_what_a_program_shows() {
        let field = |help: String| Field { column: 0, rows: (0, 0), takes: Takes::Words, help };
        assert_eq!(units(&field("𠮷".repeat(200)).help()), LONGEST_HELP - 1);
        assert_eq!(field("口径".into()).help(), "口径");
    }

    #[test]
    fn an_entry_without_words_is_none() {
        let takes = Takes::Suggested(vec!["甲".into(), " ".into(), String::new()]);
        assert_eq!(takes.options(), Some(vec!["甲"]));
        assert_eq!(Takes::Figure.options(), None);
    }
}
