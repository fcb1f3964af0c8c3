//! How text and decisions are kept on the device: in pieces, since a note beside the ledger has an end.

use crate::storage::MAX_NOTE_UNITS;

/// Most pieces of one of the two; what is longer is not kept, and the page says so.
pub const MOST_PIECES: usize = 16;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The pasted text.
    Text,
    /// What was decided.
    Decisions,
}

impl What {
    /// The name of a piece among the drafts, counted from 0.
    pub fn name(self, piece: usize) -> String {
        let word = match self {
            Self::Text => "text",
            Self::Decisions => "decisions",
        };
        format!("make-plan/{word}/{piece}")
    }
}

/// Cuts a text into pieces that fit; `None` where they are too many.
pub fn pieces(text: &str) -> Option<Vec<String>> {
    let mut pieces = vec![String::new()];
    let mut units = 0;
    for letter in text.chars() {
        if units + letter.len_utf16() > MAX_NOTE_UNITS {
            pieces.push(String::new());
            units = 0;
        }
        units += letter.len_utf16();
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    (pieces.len() <= MOST_PIECES).then_some(pieces)
}

/// Puts pieces together again, up to the first that is not there.
pub fn joined(piece: impl Fn(usize) -> Option<String>) -> String {
    (0..MOST_PIECES).map_while(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_comes_back_whole_and_one_that_is_too_long_is_not_cut_short() {
        let text = "方案🚀".repeat(MAX_NOTE_UNITS / 2);
        let cut = pieces(&text).expect("a few pieces");
        assert!(cut.len() > 1 && cut.iter().all(|one| one.encode_utf16().count() <= MAX_NOTE_UNITS));
        assert_eq!(joined(|at| cut.get(at).cloned()), text);
        assert_eq!(pieces(""), Some(vec![]));
        assert_eq!(
            pieces(&"字".repeat(MAX_NOTE_UNITS * MOST_PIECES)).map(|all| all.len()),
            Some(MOST_PIECES)
        );
        assert_eq!(pieces(&"字".repeat(MAX_NOTE_UNITS * MOST_PIECES + 1)), None);
    }
}
