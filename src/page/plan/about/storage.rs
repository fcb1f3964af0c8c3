//! What is kept on the device, in words.

use crate::storage::Kind;
use crate::text::Language;

/// Every key of the page on the device begins with this.
pub const PREFIX: &str = "planboard:";

/// What is kept where, and what leaves the device, sentence by sentence.
pub fn sentences(language: Language) -> [&'static str; 3] {
    language.pick(
        [
            "填报内容只存在本机浏览器里；更换电脑、更换浏览器或清除网站数据后即丢失。请以备份文件为准。",
            "没有服务器端，没有账号，没有统计：看了什么、选了什么、填了什么都不离开本机，除非自行将链接、二维码或备份文件交给他人。",
            "网站只看到对文件的请求；网址里 # 之后的部分（页面、选择，以及链接里带的数据）从不发给网站。",
        ],
        [
            "What is recorded is kept in this browser alone: on another computer, in another browser, or once the site's data are cleared, it is not there. A backup file is the copy to rely on.",
            "There is no server behind the page, no account and no statistics: what is read, chosen or recorded here does not leave the device unless you hand on a link, a code or a backup file.",
            "The site sees only requests for files; what follows # in an address (page, selection, and the data that a link carries) is never sent to it.",
        ],
    )
}

/// How the page's keys begin on this device, each with what is kept under it. After the word of a ledger's key
/// come the plan's id and the folder of the page.
pub fn keys(language: Language) -> Vec<(String, &'static str)> {
    let settings = language.pick("明暗、语言和疏密", "theme, language and density");
    let ledger = Kind::ALL.map(|one| ([PREFIX, one.word(), ":"].concat(), one.words(language)));
    std::iter::once(([PREFIX, "settings"].concat(), settings)).chain(ledger).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Place;

    #[test]
    fn every_key_that_is_written_is_named_once() {
        let keys = keys(Language::Zh);
        let place = Place::new("plan", "/folder/");
        for kind in Kind::ALL {
            let written = place.named(kind, "x");
            assert_eq!(keys.iter().filter(|(start, _)| written.starts_with(start)).count(), 1, "{written}");
        }
        assert_eq!(keys.len(), Kind::ALL.len() + 1);
    }
}
