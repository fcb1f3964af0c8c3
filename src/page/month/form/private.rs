//! What looks as if it did not belong on a page without a login: numbers of persons, words of secrecy.
//!
//! This finds slips, no more; it can prove nothing, and it never blocks.

use super::figure::narrow;

/// What a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Private {
    /// A number of an identity card (GB 11643: 18 digits, the last may be X, with a check digit).
    IdentityCard,
    /// A mobile telephone number of the mainland.
    Telephone,
    /// A word of secrecy.
    Secret,
}

/// Marks of secrecy; 保密 alone is an office's everyday word.
const SECRET: [&str; 6] = ["涉密", "绝密", "机密", "秘密", "内部资料", "国家秘密"];
const SECRET_EN: [&str; 4] = ["top secret", "state secret", "classified", "confidential"];

/// The first thing that looks private in a text.
pub fn private(text: &str) -> Option<Private> {
    // Digits may be full width and parted by spaces or hyphens.
    let narrow: String = text.chars().map(narrow).collect();
    if let Some(found) = numbers(&narrow).find_map(|number| of_number(&number)) {
        return Some(found);
    }
    let lower = narrow.to_ascii_lowercase();
    let is_secret = SECRET.iter().chain(&SECRET_EN).any(|word| lower.contains(word));
    // The denial of a secret is none.
    let is_denied = ["不涉密", "非涉密", "不涉及国家秘密", "not classified", "unclassified"];
    (is_secret && !is_denied.iter().any(|word| lower.contains(word))).then_some(Private::Secret)
}

/// Runs of digits, with what parts them taken out; an X may end one.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | 'x' | 'X');
    let bare = |run: &str| {
        run.chars().filter(|letter| !matches!(letter, ' ' | '-')).collect::<String>().to_ascii_uppercase()
    };
    // A run as a whole, and between its spaces: another figure may stand beside the number.
    text.split(move |letter| !is_part(letter))
        .flat_map(move |run| std::iter::once(bare(run)).chain(run.split(' ').map(bare)))
}

fn of_number(number: &str) -> Option<Private> {
    let number = number.trim_start_matches('X');
    if is_identity_card(number) {
        return Some(Private::IdentityCard);
    }
    // With the country's prefix or without.
    let local = match number.strip_prefix("86") {
        Some(rest) if number.len() == 13 => rest,
        _ => number,
    };
    let bytes = local.as_bytes();
    let is_mobile = bytes.len() == 11
        && bytes.iter().all(u8::is_ascii_digit)
        && bytes.first() == Some(&b'1')
        && bytes.get(1).is_some_and(|digit| (b'3'..=b'9').contains(digit));
    is_mobile.then_some(Private::Telephone)
}

fn is_identity_card(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = number.as_bytes();
    let Some((&check, digits)) = bytes.split_last() else { return false };
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECKS.get(sum as usize % 11) == Some(&check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_seen() {
        for (text, found) in [
            // The standard's own example, and the same as an input method may write it.
            ("联系人 11010519491231002X", Private::IdentityCard),
            ("１１０１０５１９４９１２３１００２Ｘ。", Private::IdentityCard),
            ("110105 19491231 002x", Private::IdentityCard),
            ("电话13800138000", Private::Telephone),
            ("138-0013-8000", Private::Telephone),
            ("+86 138 0013 8000", Private::Telephone),
            ("2024 13800138000", Private::Telephone),
            ("此件涉密", Private::Secret),
            ("机密★一年", Private::Secret),
            ("Top Secret annex", Private::Secret),
        ] {
            assert_eq!(private(text), Some(found), "{text}");
        }
    }

    #[test]
    fn everyday_texts_are_left_alone() {
        for text in [
            "",
            "新增3个平台，累计17个",
            "鞍科办〔2023〕17号",
            "2024-09-30 前办结",
            // Eighteen digits with a wrong check digit: a contract number.
            "合同 110105194912310021",
            "0412-5533445",
            "23800138000",
            "138001380001",
            "材料不涉密",
            "保密工作会议",
            "This annex is unclassified",
        ] {
            assert_eq!(private(text), None, "{text}");
        }
    }
}
