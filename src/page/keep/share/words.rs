//! What the share dialog says of its own.

use crate::plan::Day;
use crate::snapshot::make::Extent;
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub close: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub sheet: &'static str,
    pub print: &'static str,
    pub code: &'static str,
    pub code_note: &'static str,
    pub codes_note: &'static str,
    pub too_long: &'static str,
    pub unsearchable: &'static str,
    pub large: &'static str,
    pub small: &'static str,
    pub download: &'static str,
    pub unreachable: &'static str,
    pub private: &'static str,
    pub before: &'static str,
    pub next: &'static str,
    pub what: &'static str,
    pub address_only: &'static str,
    pub of_page: &'static str,
    pub shown: &'static str,
    pub whole: &'static str,
    pub without_notes: &'static str,
    pub without_names: &'static str,
    pub passphrase: &'static str,
    pub make: &'static str,
    pub making: &'static str,
    pub snapshot_code: &'static str,
    pub sample: &'static str,
    pub no_chance: &'static str,
    pub incomplete: &'static str,
    pub tables: &'static str,
}

const ZH: Words = Words {
    title: "分享本页",
    close: "关闭",
    link: "本页链接",
    copy: "复制标题和链接",
    copied: "已复制。",
    not_copied: "浏览器不允许网页复制（未加密的网址常见）。链接已选中，请按 Ctrl C，或长按后复制。",
    sheet: "发送到……",
    print: "打印",
    code: "本页二维码",
    code_note: "扫码打开同一页、同一选择。",
    codes_note: "这是其中一部分：全部扫完方可合成这个链接。",
    unsearchable: "火狐浏览器打印出的 PDF 无法搜索和复制中文；需要可搜索的 PDF，请用 Chrome 或 Edge 打印。",
    too_long: "链接过长，二维码装不下；请复制链接。",
    large: "全屏投影",
    small: "退出全屏",
    download: "下载 SVG",
    unreachable: "此地址只能在本机打开；放到网站上以后，他人方可使用链接和二维码。",
    private: "链接里 # 之后的部分不会发给网站。",
    before: "上一个码",
    next: "下一个码",
    what: "链接里放什么",
    address_only: "只放页面地址",
    of_page: "加上本页的数据（只供查看、比较）",
    shown: "加上当前全部数据（只供查看、比较）",
    whole: "加上整本台账（对方可以并入）",
    without_notes: "去掉文字说明",
    without_names: "去掉姓名",
    passphrase: "口令（可不填；另行告知，不要和链接一起发）",
    make: "生成链接",
    making: "正在生成……",
    snapshot_code: "核对码",
    sample: "示例数据，均为虚构",
    incomplete: "数据不全（本机有记录读不出）",
    no_chance: "此浏览器不提供随机数，不能设口令；请换用其他浏览器。",
    tables: "本页表格",
};

const EN: Words = Words {
    title: "Share this page",
    close: "Close",
    link: "Link to this page",
    copy: "Copy title and link",
    copied: "Copied.",
    not_copied: "The browser does not allow copying (usual for addresses without encryption). The link is selected: press Ctrl C, or press and hold.",
    sheet: "Send to…",
    print: "Print",
    code: "QR code of this page",
    code_note: "Opens the same page with the same selection.",
    codes_note: "This is one part only: scan all of them to get the link.",
    unsearchable: "Chinese text in a PDF printed from Firefox cannot be searched or copied; where that matters, print from Chrome or Edge.",
    too_long: "The link is too long for a code; copy it instead.",
    large: "Full screen for a projector",
    small: "Leave full screen",
    download: "Download SVG",
    unreachable: "Only this device can open this address; once it is on a website, others can use the link and the code.",
    private: "What follows # in the link is never sent to the site.",
    before: "Previous code",
    next: "Next code",
    what: "What goes into the link",
    address_only: "The address of the page only",
    of_page: "With the data of this page (to view and compare)",
    shown: "With all current data (to view and compare)",
    whole: "With the whole ledger (can be merged)",
    without_notes: "Without notes",
    without_names: "Without names",
    passphrase: "Passphrase (optional; send it separately from the link)",
    make: "Make the link",
    making: "Making the link…",
    snapshot_code: "Snapshot code",
    sample: "Sample data, all invented",
    incomplete: "Incomplete (some records on this device cannot be read)",
    no_chance: "This browser has no source of random numbers, so no passphrase can be set; use another browser.",
    tables: "Tables of this page",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// A choice of what goes into the link.
pub fn extent(language: Language, extent: Extent) -> &'static str {
    let words = of(language);
    match extent {
        Extent::Address => words.address_only,
        Extent::Page => words.of_page,
        Extent::Shown => words.shown,
        Extent::Whole => words.whole,
    }
}

/// What stands on the board, and up to which day the figures are.
pub fn headline(language: Language, headline: &str, up_to: Day) -> String {
    match language {
        Language::Zh => format!("{headline}。数据截至 {up_to}"),
        Language::En => format!("{headline}. Data up to {up_to}"),
    }
}

/// How long a link is, and whether it may be cut.
pub fn length(language: Language, characters: usize) -> String {
    let is_long = characters > 2000;
    match (language, is_long) {
        (Language::Zh, false) => format!("共 {characters} 个字符。"),
        (Language::Zh, true) => {
            format!(
                "共 {characters} 个字符。部分聊天软件、短信和邮件会截断这么长的链接；截断的链接打开时会提示，可改用一个或多个二维码。"
            )
        }
        (Language::En, false) => format!("{characters} characters."),
        (Language::En, true) => format!(
            "{characters} characters. Some chat and mail programs cut links of this length; a link that was cut says so when opened. Use one or more QR codes instead."
        ),
    }
}

/// Which of several codes is shown.
pub fn step(language: Language, at: usize, count: usize) -> String {
    match language {
        Language::Zh => format!("第 {at} 个，共 {count} 个"),
        Language::En => format!("{at} of {count}"),
    }
}
