//! What somebody probably meant.

/// The known word that the written one is probably a slip of, if any is close enough.
pub(crate) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    // Nobody slips in a text of hundreds of letters, and comparing takes time by the square.
    if written.len() > 100 {
        return None;
    }
    let plain = |word: &str| word.to_ascii_lowercase().replace(['_', '-', ' '], "");
    let own = plain(written);
    let close = known.map(|word| (strsim::osa_distance(&own, &plain(word)), word));
    let (distance, word) = close.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= own.chars().count()).then(|| word.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["short_title", "title", "time_zone", "areas"];
        for (written, meant) in [
            ("shortTitle", Some("short_title")),
            ("tilte", Some("title")),
            ("area", Some("areas")),
            ("timezone", Some("time_zone")),
            ("colour", None),
            ("", None),
            ("标题", None),
        ] {
            assert_eq!(nearest(written, known.into_iter()).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn nobody_slips_in_a_text_of_more_than_a_hundred_letters() {
        let of =
            |letters: usize| nearest(&"a".repeat(letters), ["a".repeat(letters - 1).as_str()].into_iter());
        assert!(of(100).is_some());
        assert_eq!(of(101), None);
    }
}
