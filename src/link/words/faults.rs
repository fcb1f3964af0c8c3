//! Of a link that cannot be read, or was not made.

use crate::ledger::codec::{MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS};
use crate::link::fault::Fault;
use crate::text::Language;

impl Fault {
    /// What is wrong with a link and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NotOurs => language.pick("这不是本页的链接。", "This is not a link of this page.").into(),
            Self::Cut { arrived, whole: Some(whole) } => language.pick(
                format!("链接不完整：共 {whole} 个字符，只收到 {arrived} 个。请对方重新发送，或改发文本、多个二维码。"),
                format!("The link is incomplete: {arrived} of {whole} characters arrived. Ask for it again, or as text or several codes."),
            ),
            Self::Cut { arrived, whole: None } => language.pick(
                format!("链接不完整：只收到开头 {arrived} 个字符。请对方重新发送。"),
                format!("The link is incomplete: only its first {arrived} characters arrived. Ask for it again."),
            ),
            Self::Damaged => language.pick(
                "链接在传送中有字符改变，内容无法确认，没有读入任何数据。请对方重新发送。",
                "Some characters of the link changed on the way, so what was sent cannot be made out; nothing was read. Ask for it again.",
            ).into(),
            Self::Recased => language.pick(
                "链接的大小写在传送中被改动，内容无法还原，没有读入任何数据。请对方重新发送。",
                "Capital and small letters of the link were changed on the way, so its content is lost; nothing was read. Ask for it again.",
            ).into(),
            Self::NewerVersion { version } => language.pick(
                format!("链接完整，但由本页的较新版本（格式 {version}）生成。请刷新或更新本页后再打开。"),
                format!("The link is complete, but was made by a newer release of this page (format {version}). Reload or update the page and open it again."),
            ),
            Self::UnknownKind { kind } => language.pick(
                format!("链接完整，但本版本不认识它的种类（{kind}）。请刷新或更新本页后再打开。"),
                format!("The link is complete, but this release does not know its kind ({kind}). Reload or update the page and open it again."),
            ),
            Self::OtherPlan { .. } => language.pick(
                "链接完整，但属于另一个方案。请在那个方案的页面里打开。",
                "The link is complete, but belongs to another plan. Open it on that plan's page.",
            ).into(),
            Self::TooLong { length, limit } => language.pick(
                format!("内容过长：长度 {length}，上限 {limit}，没有读入。请减少内容，或改用文件。"),
                format!("Too long: {length}, the limit is {limit}; nothing was read. Put less in, or use a file."),
            ),
            Self::InflatesTooFar { limit } => language.pick(
                format!("链接展开后超过 {limit} 字节的上限，没有读入。本页不会生成这样的链接，请核实来源。"),
                format!("What the link carries would expand beyond {limit} bytes; nothing was read. This page never makes such links: check where it came from."),
            ),
            Self::TooMany => language.pick(
                format!("链接完整，但内容超过本页的上限（{MOST_BATCHES} 次填报、{MOST_ENTRIES_IN_ALL} 条记录，其中一次最多 {MOST_ENTRIES} 条；一段文字 {MOST_LETTERS} 字），没有读入。请对方减少内容，分几条链接发送；本页不会生成这样的链接，请核实来源。"),
                format!("The link is complete, but over the limits of this page ({MOST_BATCHES} reports and {MOST_ENTRIES_IN_ALL} entries, {MOST_ENTRIES} entries in one report, {MOST_LETTERS} characters in one text); nothing was read. Ask for less, in several links; this page never makes such links, so check where it came from."),
            ),
            Self::OutOfTime { first, last } => language.pick(
                format!("链接完整，但其中的填写时间有误：不在本方案可能的年份（{first} 至 {last} 年）之内，没有读入。请对方核对设备的日期和时间后重新生成；仍有误，请核实来源。"),
                format!("The link is complete, but something in it is dated outside the years possible for this plan ({first} to {last}); nothing was read. Ask the sender to check the date and time of the device and to make the link again; if that does not help, check where it came from."),
            ),
        }
    }
}

/// Why no link was made of what was to be sent. A link that is too long is a matter of what goes in, so it says what to do
/// instead.
pub fn not_made(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::TooLong { length, limit } => language.pick(
            format!("内容过多，没有生成链接：长度 {length}，上限 {limit}，更长的链接在部分浏览器里打不开。请减少内容，或到“本机数据”页导出备份文件发送。"),
            format!("Too much for a link, so none was made: its length would be {length}, the limit is {limit}, and some browsers open no longer links. Put less in, or send a backup file from the page “On this device”."),
        ),
        other => other.sentence(language),
    }
}
