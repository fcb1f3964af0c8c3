//! Numbers in Chinese characters.

/// The value of a digit.
fn digit(letter: char) -> Option<u64> {
    Some(match letter {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn power(letter: char) -> Option<u64> {
    Some(match letter {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// Whether a letter can stand in such a number.
pub fn is_of_number(letter: char) -> bool {
    digit(letter).is_some() || power(letter).is_some()
}

/// The number, below ten thousand; none of what is not written as one.
pub fn number(letters: &[char]) -> Option<u64> {
    let (mut sum, mut one, mut last) = (0, None, u64::MAX);
    for letter in letters {
        if let Some(value) = digit(*letter) {
            if one.is_some_and(|before| before != 0) {
                return None;
            }
            one = Some(value);
            continue;
        }
        let power = power(*letter).filter(|power| *power < last)?;
        // 十二 leaves the one out; 百 alone does as well.
        sum += one.take().filter(|value| *value > 0).unwrap_or(1) * power;
        last = power;
    }
    (!letters.is_empty()).then_some(sum + one.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_a_number_is_read_and_nothing_else() {
        for (words, value) in [
            ("一", Some(1)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("三百零五", Some(305)),
            ("两千", Some(2000)),
            ("一二", None),
            ("十百", None),
            ("", None),
            ("人", None),
        ] {
            assert_eq!(number(&words.chars().collect::<Vec<_>>()), value, "{words}");
        }
    }
}
