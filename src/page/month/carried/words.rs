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
    overview: "打开总览",
    empty: "链接里没有可用的内容。",
    protected: "这个链接有口令",
    passphrase: "口令",
    open: "打开",
    opening: "正在打开，较慢的手机需要几秒……",
    part_title: "这是多个码中的一个",
    part_more: "请继续扫下一个码；用同一部手机、同一个浏览器依次打开，即自动合成。",
    returned: "填报被退回",
    reason: "退回理由",
    from: "退回人（自报）",
    correct: "去修改",
    claim: "单位和姓名由填报人自报，请收件人核对。",
    from_sample: "这个链接来自示例台账，数据均为虚构，不能用于填报。请对方移除示例台账后重新发送。",
    sample_title: "当前为示例台账",
    sample_first: "这个链接用于真实填报。请先移除示例台账再继续；示例内容均为虚构，移除不影响真实台账。",
    remove_sample: "移除示例并继续",
};

const EN: Words = Words {
    fault_title: "This link cannot be opened",
    overview: "To the overview",
    empty: "The link holds nothing that can be used.",
    protected: "This link has a passphrase",
    passphrase: "Passphrase",
    open: "Open",
    opening: "Opening; slow phones take a few seconds…",
    part_title: "This is one of several codes",
    part_more: "Scan the next one; codes opened on the same phone in the same browser are put together.",
    returned: "The report was returned",
    reason: "Reason",
    from: "Returned by (as stated)",
    correct: "Correct the report",
    claim: "Organisation and name are as stated by the reporter; the recipient should check them.",
    from_sample: "This link comes from a sample ledger with invented figures and cannot be used for reporting. Ask for one from the real ledger.",
    sample_title: "The sample ledger is shown",
    sample_first: "This link is for real reports. Remove the sample ledger first; all of it is invented, and the real ledger is not affected.",
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
            "请先与发送人确认以哪个版本为准；所填数据更换版本后仍可使用。",
            "Ask the sender which version applies; what you fill in can be used under either.",
        ),
        Kind::Receipt => language.pick(
            "数据可照常接收；请先核对目标、口径有变的项，并请填报人换用同一版本。",
            "Its figures can still be accepted. First check items whose target or basis has changed, and ask the reporter to use the same version.",
        ),
        Kind::Returned => language.pick(
            "可以照常更正；请先与退回人确认以哪个版本为准。",
            "You can still correct it; first ask whoever returned it which version applies.",
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
