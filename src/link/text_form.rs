//! A fragment as text for a chat or a mail: a first line for people and what else they read, then the letters in short
//! lines.
//!
//! No line begins or ends with `-` or `_` where that can be helped: chats make lists and italics of them.

use super::frame::MARK;

/// Most letters on a line; mail folds at 78.
pub const LINE: usize = 76;
/// Most characters of the first line that are kept.
pub const TITLE: usize = 100;
/// Most characters that are kept of each line for people below it.
pub const SAID: usize = 200;

/// How many letters earlier a line may end to spare a `-` or `_` its edge.
const SPARED: usize = 16;

/// The text: `【title】`, what it says in lines for people, then the letters.
pub fn text_form(title: &str, said: &[String], fragment: &str) -> String {
    let title: String =
        title.chars().filter(|c| !c.is_control() && !matches!(c, '【' | '】')).take(TITLE).collect();
    // A title that looks like a link would be found as one.
    let title = title.replace(MARK, "plan");
    let mut text = ["【", title.trim(), "】"].concat();
    for line in said {
        let line: String =
            line.chars().filter(|c| !c.is_control() && !matches!(c, '【' | '】')).take(SAID).collect();
        text.push('\n');
        text.push_str(line.replace(MARK, "plan").trim());
    }
    let mut rest = fragment.strip_prefix('#').unwrap_or(fragment);
    while !rest.is_empty() {
        let (line, next) = rest.split_at_checked(line_length(rest)).unwrap_or((rest, ""));
        text.push('\n');
        text.push_str(line);
        rest = next;
    }
    text
}

fn line_length(rest: &str) -> usize {
    if rest.len() <= LINE {
        return rest.len();
    }
    let is_sign = |at: usize| matches!(rest.as_bytes().get(at), Some(b'-' | b'_'));
    let lengths = (LINE - SPARED..=LINE).rev();
    lengths.into_iter().find(|&length| !is_sign(length - 1) && !is_sign(length)).unwrap_or(LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_their_edges_are_letters() {
        let fragment: String = (0..1000u32).map(|at| if at % 3 == 0 { '-' } else { 'a' }).collect();
        let text = text_form("创新提升工程 回执 市科技局 2024-08", &[], &fragment);
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("【创新提升工程 回执 市科技局 2024-08】"));
        let lines: Vec<&str> = lines.collect();
        assert_eq!(lines.concat(), fragment);
        assert!(lines.iter().all(|line| line.len() <= LINE));
        assert!(lines[1..].iter().all(|line| line.starts_with('a')), "{text}");
        assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with('a')), "{text}");
    }

    #[test]
    fn what_is_said_above_the_letters_keeps_to_its_lines() {
        let said = ["技术合同成交额 13.25 亿元".to_owned(), "附注】\npLanR1【".to_owned(), "长".repeat(500)];
        let text = text_form("t", &said, "xyz");
        let lines: Vec<&str> = text.lines().collect();
        let long = "长".repeat(SAID);
        assert_eq!(lines, ["【t】", "技术合同成交额 13.25 亿元", "附注planR1", &long, "xyz"]);
    }

    #[test]
    fn a_title_cannot_break_out_of_its_line() {
        let text = text_form("a】\npLanR1\u{7}【", &[], "xyz");
        assert_eq!(text, "【aplanR1】\nxyz");
        assert_eq!(text_form(&"字".repeat(500), &[], "x").lines().next().unwrap().chars().count(), TITLE + 2);
        assert_eq!(text_form("t", &[], &"-".repeat(80)).lines().count(), 3);
    }
}
