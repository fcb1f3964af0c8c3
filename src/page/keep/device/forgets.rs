//! Where a browser is known to forget, by what it says of itself.

/// What the browser tells of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its user agent.
    pub agent: String,
    /// How many bytes it says this origin may take; none where it does not say, as on a plain http host.
    pub quota: Option<u64>,
    /// Storage cannot be used at all.
    pub is_blocked: bool,
}

/// A way in which a browser forgets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgets {
    /// Nothing can be stored.
    Everything,
    /// It gives so little room that this is a private window, or the disk is nearly full.
    Private,
    /// What a page stored goes after seven days in which the browser was used and the page was not opened.
    SevenDays,
    /// A window inside another app, with a storage of its own.
    InApp(InApp),
}

/// An app that opens links in a window of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InApp {
    WeChat,
    WeCom,
    DingTalk,
    Qq,
    Feishu,
}

/// A window that is not private is given gigabytes, by every browser that says how much.
const LITTLE: u64 = 1 << 30;

/// Every way that is known of such a browser, the surest first.
pub fn forgets(facts: &Facts) -> Vec<Forgets> {
    let blocked = facts.is_blocked.then_some(Forgets::Everything);
    let private = facts.quota.is_some_and(|quota| quota < LITTLE).then_some(Forgets::Private);
    let in_app = in_app(&facts.agent).map(Forgets::InApp);
    let week = is_webkit_of_apple(&facts.agent).then_some(Forgets::SevenDays);
    [blocked, private, in_app, week].into_iter().flatten().collect()
}

/// The names are those of the tokens, each at the start of one: `MQQBrowser` is a browser, and part of WeChat.
fn in_app(agent: &str) -> Option<InApp> {
    let has = |name: &str| agent.split([' ', ';', '(', ')']).any(|token| token.starts_with(name));
    // WeCom also says that it is WeChat.
    let known = [
        ("wxwork/", InApp::WeCom),
        ("MicroMessenger/", InApp::WeChat),
        ("DingTalk/", InApp::DingTalk),
        ("QQ/", InApp::Qq),
        ("Lark/", InApp::Feishu),
        ("Feishu/", InApp::Feishu),
    ];
    known.into_iter().find(|(name, _)| has(name)).map(|(_, app)| app)
}

/// Every browser of a phone or tablet by Apple, and Safari on a Mac (as which an iPad introduces itself).
fn is_webkit_of_apple(agent: &str) -> bool {
    let is_phone = ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name));
    let is_safari = agent.contains("Macintosh")
        && agent.contains("Version/")
        && agent.contains("Safari/")
        && !["Chrome/", "Chromium/", "Edg/", "Firefox/"].iter().any(|name| agent.contains(name));
    is_phone || is_safari
}

#[cfg(test)]
mod tests {
    use super::Forgets::{Everything, InApp as App, Private, SevenDays};
    use super::*;

    fn of(agent: &str) -> Vec<Forgets> {
        forgets(&Facts { agent: agent.into(), ..Facts::default() })
    }

    #[test]
    fn a_browser_is_known_by_what_it_says_of_itself() {
        let cases: [(&str, &[Forgets]); 13] = [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
                &[],
            ),
            ("Mozilla/5.0 (Windows NT 6.1; rv:109.0) Gecko/20100101 Firefox/115.0", &[]),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                &[],
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15",
                &[SevenDays],
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/112.0.5615.46 Mobile/15E148 Safari/604.1",
                &[SevenDays],
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.34(0x1800222f) NetType/WIFI Language/zh_CN",
                &[App(InApp::WeChat), SevenDays],
            ),
            (
                "Mozilla/5.0 (Linux; Android 12; M2102J2SC Build/SKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 MQQBrowser/6.2 TBS/046317 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.30.2244",
                &[App(InApp::WeChat)],
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36 wxwork/4.0.8 (MicroMessenger/6.2) WindowsWechat",
                &[App(InApp::WeCom)],
            ),
            (
                "Mozilla/5.0 (Linux; U; Android 11; zh-CN) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/69.0.3497.100 UWS/3.22 Mobile Safari/537.36 AliApp(DingTalk/6.5.50) com.alibaba.android.rimet/1",
                &[App(InApp::DingTalk)],
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 QQ/8.8.50.635 V1_IPH_SQ",
                &[App(InApp::Qq), SevenDays],
            ),
            (
                "Mozilla/5.0 (Linux; U; Android 12; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/98.0.4758.102 MQQBrowser/13.3 Mobile Safari/537.36",
                &[],
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.71 Safari/537.36 QQBrowser/11.5",
                &[],
            ),
            (
                "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98.0.4758.101 Mobile Safari/537.36 Lark/6.1.0 LarkLocale/zh_CN",
                &[App(InApp::Feishu)],
            ),
        ];
        for (agent, expected) in cases {
            assert_eq!(of(agent), expected, "{agent}");
        }
    }

    #[test]
    fn little_room_is_a_sign_and_no_word_about_it_is_none() {
        let with = |quota| forgets(&Facts { quota, ..Facts::default() });
        assert_eq!(with(None), []);
        assert_eq!(with(Some((1 << 30) - 1)), [Private]);
        assert_eq!(with(Some(1 << 30)), []);
        let blocked = Facts { is_blocked: true, ..Facts::default() };
        assert_eq!(forgets(&blocked), [Everything]);
    }
}
