//! Days within a sentence: a line may break before one, never at the hyphens in it.

/// The pieces of words, each with whether it is a day such as 2024-06-30.
pub fn dated(words: &str) -> Vec<(&str, bool)> {
    const DAY: &str = "dddd-dd-dd";
    let is_day = |at: &usize| {
        let letters = words.get(*at..).and_then(|rest| rest.get(..DAY.len()));
        letters.is_some_and(|letters| {
            letters.chars().zip(DAY.chars()).all(|(letter, form)| match form {
                '-' => letter == '-',
                _ => letter.is_ascii_digit(),
            })
        })
    };
    let (mut pieces, mut from) = (vec![], 0);
    while let Some(at) = (from..words.len()).find(is_day) {
        let end = at + DAY.len();
        pieces.extend([(&words[from..at], false), (&words[at..end], true)]);
        from = end;
    }
    pieces.push((&words[from..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_apart_and_nothing_is_lost() {
        for (words, days) in [
            ("", vec![]),
            ("李科 2024-01-10", vec!["2024-01-10"]),
            ("李科 2024-07-02 改至 2024-08-31：设备未到", vec!["2024-07-02", "2024-08-31"]),
            ("2024-08-31", vec!["2024-08-31"]),
            ("电话 010-1234-56，第 2024-8-1 号", vec![]),
            ("２０２４-08-31，长", vec![]),
        ] {
            let pieces = dated(words);
            assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), words);
            let found: Vec<&str> = pieces.iter().filter(|(_, is)| *is).map(|(piece, _)| *piece).collect();
            assert_eq!(found, days, "{words}");
        }
    }
}
