//! What an opened link says.

use crate::link::Kind;
use crate::link::edition::{Edition, Judged};
use crate::link::words::edition;
use crate::text::Language;

pub struct Words {
    pub fault_title: &'static str,
    pub overview: &'static str,
    pub empty: &'static str,
    pub protected: &'static str,
    pub passphrase: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub part_title: &'static str,
    pub part_more: &'static str,
    pub returned: &'static str,
    pub reason: &'static str,
    pub from: &'static str,
    pub correct: &'static str,
    pub claim: &'static str,
    pub from_sample: &'static str,
    pub sample_title: &'static str,
    pub sample_first: &'static str,
    pub remove_sample: &'static str,
}

const ZH: Words = Words {
    fault_title: "这个链接打不开",
    overview: "去总览",
    empty: "链接里没有可用的内容。",
    protected: "这个链接有口令",
    passphrase: "口令",
    open: "打开",
    opening: "正在打开，慢的手机要几秒…",
    part_title: "这是几个码里的一个",
    part_more: "继续扫下一个码；几个码用同一部手机、同一个浏览器打开，会自动拼起来。",
    returned: "填报被退回",
    reason: "退回理由",
    from: "退回人（自报）",
    correct: "去修改",
    claim: "单位和姓名由填报人自报，请收件人核对。",
    from_sample: "这个链接来自示例台账，里面的数都是编的，不能用来填报。请对方移除示例后重新发送。",
    sample_title: "现在显示的是示例台账",
    sample_first: "这个链接是真实填报用的。请先移除示例，再继续；示例里的内容都是编的，移除不会影响真实台账。",
    remove_sample: "移除示例并继续",
};

const EN: Words = Words {
    fault_title: "This link cannot be opened",
    overview: "To the overview",
    empty: "The link holds nothing that can be used.",
    protected: "This link has a passphrase",
    passphrase: "Passphrase",
    open: "Open",
    opening: "Opening; a slow phone takes some seconds…",
    part_title: "This is one of several codes",
    part_more: "Scan the next one; opened on the same phone in the same browser, they are put together.",
    returned: "The report came back",
    reason: "Reason",
    from: "Returned by (a claim)",
    correct: "Note the return and correct",
    claim: "Organisation and name are as reported; check them yourself.",
    from_sample: "This link comes from a sample ledger; its figures are invented, and nothing can be reported on it. Ask for one from the real ledger.",
    sample_title: "The sample ledger is on the screen",
    sample_first: "This link is for real reports. Remove the sample first; all of it is invented, and your real ledger is not touched.",
    remove_sample: "Remove the sample and go on",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// Another edition of the plan made a link than the one that judges here: which, and what to do. None where both judge
/// alike, or where it does not say by which it was made.
pub fn made_otherwise(
    language: Language,
    kind: Kind,
    made_by: Option<&Edition>,
    now: &Edition,
) -> Option<String> {
    let made_by = made_by.filter(|made_by| now.judges(Some(made_by)) == Judged::Otherwise)?;
    let what_to_do = match kind {
        Kind::FillIn => language.pick(
            "请先问清发来链接的人以哪个版本为准；填好的数换了版本也能用。",
            "Ask whoever sent the link which version holds; what you fill in can be used under either.",
        ),
        Kind::Receipt => language.pick(
            "数可以照收；请先核对目标、口径有变的项，并请填报人换用同一版本。",
            "Its figures can be taken all the same. Look first at items whose target or basis has changed, and ask the reporter to use the same version.",
        ),
        Kind::Returned => language.pick(
            "可以照常更正；请先问清退回的人以哪个版本为准。",
            "You can correct it all the same; ask whoever returned it which version holds.",
        ),
        Kind::Snapshot | Kind::Protected => "",
    };
    let made = edition(language, Some(made_by), now);
    Some([made.as_str(), language.pick("", " "), what_to_do].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::fingerprint::Code;

    /// field 6b: where another version judges, both are named and it is said what to do; else nothing is said.
    #[test]
    fn a_link_of_another_version_names_both_and_says_what_to_do() {
        let of = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        let (made, now) = (of(b"14"), of(b"16"));
        for language in Language::ALL {
            let kinds = [Kind::FillIn, Kind::Receipt, Kind::Returned];
            let told = kinds.map(|kind| made_otherwise(language, kind, Some(&made), &now).expect("told"));
            for said in &told {
                assert!(said.contains(&made.name(language)) && said.contains(&now.name(language)), "{said}");
            }
            assert!(told[0] != told[1] && told[1] != told[2]);
            assert_eq!(made_otherwise(language, Kind::FillIn, Some(&now), &now), None);
            assert_eq!(made_otherwise(language, Kind::FillIn, None, &now), None);
        }
    }
}
