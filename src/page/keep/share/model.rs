//! What is handed around.

use crate::link::capacity::{self, READABLE};
use crate::link::fingerprint;
use crate::link::qr::{Code, TooLong};
use crate::link::sequence;
use crate::link::words::not_made;
use crate::text::Language;

/// Most characters of an address that stand beside its code.
const LONGEST_SHOWN: usize = 120;
/// Most words of an address that name a file.
const MOST_WORDS: usize = 8;

/// A view to hand around.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub title: String,
    /// The whole address, from the scheme on.
    pub address: String,
    /// Title and address as they are copied, for a messenger.
    pub text: String,
    pub code: Result<Code, TooLong>,
    /// Name of the code's file, without an ending.
    pub file_name: String,
    /// Whether others can open the address: not one that names this device alone.
    pub is_reachable: bool,
    /// 核对码 of one's own records, where the address carries all of them.
    pub snapshot: Option<fingerprint::Code>,
}

impl Share {
    /// The same, unless its address is one that some browsers do not open.
    ///
    /// # Errors
    /// A sentence that says so.
    pub fn offered(self, language: Language) -> Result<Self, String> {
        let (page, fragment) = self.address.split_once('#').unwrap_or((&self.address, ""));
        match capacity::link(page, fragment) {
            Ok(_) => Ok(self),
            Err(fault) => Err(not_made(&fault, language)),
        }
    }

    /// The same with what stands on the board, above every other line.
    pub fn with_headline(self, headline: &str) -> Self {
        Self { text: self.text.replacen('\n', &["\n", headline, "\n"].concat(), 1), ..self }
    }

    /// The same with one more line of text between title and address.
    pub fn with_line(self, line: &str) -> Self {
        Self { text: [self.title.as_str(), "\n", line, "\n", &self.address].concat(), ..self }
    }

    /// An address that carries data is as long as a page; beside a code its beginning is enough.
    pub fn short_address(&self) -> String {
        let beginning: String = self.address.chars().take(LONGEST_SHOWN).collect();
        if beginning.len() < self.address.len() { [&beginning, "…"].concat() } else { beginning }
    }

    /// The codes to show one after another: one where it can be read from a screen, else several that make the same
    /// link together. None where not even those will do.
    pub fn codes(&self) -> Vec<Code> {
        if self.address.len() <= READABLE {
            return self.code.clone().into_iter().collect();
        }
        let Some((page, fragment)) = self.address.split_once('#') else { return vec![] };
        let room = READABLE.saturating_sub(page.len() + 1);
        let parts = sequence::split(fragment, room).unwrap_or_default();
        let codes = parts.iter().map(|part| Code::encode(&[page, "#", part].concat()));
        codes.collect::<Result<_, _>>().unwrap_or_default()
    }
}

/// The view with a title at a whole address.
pub fn model(title: String, address: String) -> Share {
    Share {
        text: [title.as_str(), "\n", &address].concat(),
        code: Code::encode(&address),
        file_name: file_name(&address),
        is_reachable: is_reachable(&address),
        snapshot: None,
        title,
        address,
    }
}

/// Whether the PDF that a browser makes of a page can be searched and copied from. What Firefox writes looks right, but
/// most of its Chinese letters stand for others.
#[cfg(any(test, feature = "ui"))] // Asked by the view alone.
pub fn prints_searchably(agent: &str) -> bool {
    // By its engine: on an iPhone it draws with WebKit, and says FxiOS.
    !agent.contains("Firefox/")
}

/// Only the device itself reaches a page at its own name or in its own folders.
fn is_reachable(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    if !matches!(scheme, "http" | "https") {
        return false;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    !(name == "localhost" || name.ends_with(".localhost") || name == "::1" || name.starts_with("127."))
}

/// From the page's own part of the address, in letters that every file system takes.
fn file_name(address: &str) -> String {
    let page = address.split_once('#').map_or("", |(_, page)| page);
    let path = page.split('?').next().unwrap_or_default();
    let words: Vec<&str> = path
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .collect();
    if words.is_empty() { "overview".into() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::capacity::LONGEST_LINK;

    /// engine B9: an address that Firefox would not open is not offered, whatever it carries.
    #[test]
    fn an_address_that_is_too_long_is_not_offered() {
        let page = "https://a.example/#";
        let of = |letters: usize| model("a".into(), [page, &"z".repeat(letters)].concat());
        let most = LONGEST_LINK - page.len();
        assert!(of(most).offered(Language::Zh).is_ok());
        let why = of(most + 1).offered(Language::Zh).unwrap_err();
        assert!(why.contains("没有生成") && why.contains("备份文件"), "{why}");
    }

    /// engine F9: in Firefox whoever prints is told.
    #[test]
    fn whose_pdf_cannot_be_searched_is_known() {
        let gecko = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";
        assert!(!prints_searchably(gecko));
        for agent in [
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/153.0 Mobile/15E148 Safari/605.1.15",
            "",
        ] {
            assert!(prints_searchably(agent), "{agent}");
        }
    }

    #[test]
    fn what_is_copied_is_the_title_and_the_link() {
        let share = model("高新技术企业 · 方案".into(), "https://example.org/#/indicator/x".into());
        assert_eq!(share.text, "高新技术企业 · 方案\nhttps://example.org/#/indicator/x");
        assert_eq!(share.code, Code::encode("https://example.org/#/indicator/x"));
    }

    #[test]
    fn the_snapshot_code_goes_along_with_the_link() {
        let share = model("方案".into(), "https://example.org/#pLan1".into()).with_line("核对码 7KQ2-M0XD");
        assert_eq!(share.text, "方案\n核对码 7KQ2-M0XD\nhttps://example.org/#pLan1");
    }

    #[test]
    fn an_address_of_this_device_alone_is_told_apart() {
        for (address, expected) in [
            ("https://kjj.example.gov.cn/plan/#/", true),
            ("http://10.0.0.7:8080/#/", true),
            ("http://localhost:8080/#/", false),
            ("http://LOCALHOST.example/#/", true),
            ("http://plan.localhost/#/", false),
            ("http://127.0.0.1/#/", false),
            ("http://[::1]:8080/#/", false),
            ("http://[2001:db8::1]/#/", true),
            ("file:///C:/plan/index.html#/", false),
            ("http://localhost@example.org/#/", true),
        ] {
            assert_eq!(model(String::new(), address.into()).is_reachable, expected, "{address}");
        }
    }

    #[test]
    fn the_file_is_named_after_the_page() {
        for (page, expected) in [
            ("/", "overview"),
            ("/tasks?view=projects", "tasks"),
            ("/indicator/high-tech-enterprises", "indicator-high-tech-enterprises"),
            ("/../<x>", "x"),
        ] {
            let address = ["https://example.org/plan/#", page].concat();
            assert_eq!(model(String::new(), address).file_name, expected);
        }
    }

    #[test]
    fn a_long_address_is_shown_and_named_by_its_beginning() {
        let of = |length: usize| model(String::new(), "a".repeat(length)).short_address();
        assert_eq!(of(LONGEST_SHOWN), "a".repeat(LONGEST_SHOWN));
        assert_eq!(of(LONGEST_SHOWN + 1), ["a".repeat(LONGEST_SHOWN).as_str(), "…"].concat());
        let long = model(String::new(), ["https://example.org/#", &"/x".repeat(50)].concat());
        assert_eq!(long.file_name, ["x"; MOST_WORDS].join("-"));
    }

    /// walk d5: who gets the text reads what is the matter before he opens the link.
    #[test]
    fn the_copied_text_says_what_stands_on_the_board_above_code_and_link() {
        let share = model("总览".into(), "https://a.example/#x".into()).with_line("核对码 A");
        let text = share.with_headline("8 月：技术合同成交额滞后；数据至 2024-09-06").text;
        let lines: Vec<&str> = text.lines().collect();
        let expected =
            ["总览", "8 月：技术合同成交额滞后；数据至 2024-09-06", "核对码 A", "https://a.example/#x"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn beyond_what_a_phone_reads_there_are_several_codes_each_within_it() {
        let link = crate::link::Envelope {
            kind: crate::link::Kind::Snapshot,
            plan: 1,
            body: (0..2_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect(),
        };
        let share = model(String::new(), ["https://example.org/#", &link.encode().unwrap()].concat());
        assert!(share.address.len() > READABLE && share.codes().len() > 1);
        let most = Code::encode(&"z".repeat(READABLE)).unwrap().side();
        assert!(share.codes().iter().all(|code| code.side() <= most));
        assert_eq!(model(String::new(), "z".repeat(READABLE)).codes().len(), 1);
    }
}
