//! How wide words are, about: good enough to break and cut labels without asking a browser.

/// Width of the words in text sizes: a Han character is one, a Latin letter a bit over a half.
pub fn ems(words: &str) -> f64 {
    words.chars().map(em).sum()
}

fn em(letter: char) -> f64 {
    match letter {
        '\u{2e80}'..='\u{ffef}' | '“' | '”' | '—' | '…' => 1.0,
        'm' | 'w' | 'M' | 'W' | '%' => 0.85,
        'A'..='Z' => 0.66,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | ' ' | ',' | '.' | '\'' => 0.32,
        _ => 0.56,
    }
}

/// The words in lines of at most so many text sizes, and at most so many lines; what does not fit ends in `…`.
pub fn wrap(words: &str, most_ems: f64, most_lines: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(words) {
        let count = lines.len();
        match lines.last_mut() {
            // On the last line all that is left stands, to be cut.
            Some(last) if ems(last) + ems(piece.trim_end()) <= most_ems || count == most_lines => {
                last.push_str(piece)
            }
            _ => lines.push(piece.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line.trim_end(), most_ems)).collect::<Vec<_>>().join("\n")
}

/// The words, cut to so many text sizes.
pub fn cut(words: &str, most_ems: f64) -> String {
    if ems(words) <= most_ems {
        return words.to_owned();
    }
    let mut left = most_ems - 1.0;
    let mut kept: String = words
        .chars()
        .take_while(|&letter| {
            left -= em(letter);
            left >= 0.0
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// What may not be broken: a Latin word with the space behind it; between Han characters any place will do,
/// but for signs that may not begin a line.
fn pieces(words: &str) -> Vec<&str> {
    let mut ends = Vec::new();
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let Some(&(_, next)) = letters.peek() else { break };
        let opens = matches!(letter, '“' | '（' | '《' | '(');
        let may_begin =
            !matches!(next, '，' | '。' | '、' | '”' | '）' | '》' | '；' | '：' | ')' | ',' | '.' | ' ');
        let is_place = letter == ' ' || em(letter) >= 1.0 || em(next) >= 1.0;
        if is_place && may_begin && !opens {
            ends.push(end);
        }
    }
    let mut start = 0;
    let mut pieces = Vec::with_capacity(ends.len() + 1);
    for end in ends {
        pieces.push(&words[start..end]);
        start = end;
    }
    pieces.push(&words[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_break_where_their_language_breaks() {
        for (words, most_ems, lines, wrapped) in [
            ("高新技术企业总数", 5.0, 2, "高新技术企\n业总数"),
            ("Municipal Bureau of Statistics", 9.0, 3, "Municipal Bureau\nof Statistics"),
            ("推进、落实", 2.0, 3, "推\n进、\n落实"),
            ("高新技术企业总数", 3.0, 2, "高新技\n术企…"),
            ("", 5.0, 2, ""),
        ] {
            assert_eq!(wrap(words, most_ems, lines), wrapped);
        }
    }

    #[test]
    fn a_cut_label_says_that_it_was_cut() {
        assert_eq!(cut("高新技术企业", 4.0), "高新技…");
        assert_eq!(cut("高新", 4.0), "高新");
    }
}
