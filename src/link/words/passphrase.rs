//! Of protected links: what is wrong with one, and what a passphrase is worth.

use crate::link::protected::{ProtectedFault, Worth};
use crate::text::Language;

impl ProtectedFault {
    /// What is wrong with a protected link or a passphrase and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoPassphrase => language.pick("请输入口令。", "Enter the passphrase.").into(),
            Self::PassphraseTooShort { least } => language.pick(
                format!("口令至少 {least} 个字符：拿到链接的人可以无限次试口令。"),
                format!("The passphrase needs at least {least} characters: whoever has the link can try any number of times."),
            ),
            Self::PassphraseTooLong { most } => language.pick(
                format!("口令最多 {most} 个字符。"),
                format!("The passphrase may have at most {most} characters."),
            ),
            Self::WrongOrChanged => language.pick(
                "打不开：口令不对，或者链接被人改过，两者无法区分。请核对口令，仍打不开就请对方重新发送。",
                "It does not open: either the passphrase is wrong or the link was changed; the two cannot be told apart. Check the passphrase; if it still does not open, ask for the link again.",
            ).into(),
            Self::TooCostly { mebibytes, passes } => language.pick(
                format!("链接要求 {mebibytes} MiB 内存、{passes} 遍运算，超出本页的限度，没有打开。请核实来源。"),
                format!("The link asks for {mebibytes} MiB of memory and {passes} passes, beyond this page's limits; it was not opened. Check where it came from."),
            ),
            Self::TooCheap { mebibytes, passes } => language.pick(
                format!("链接的加密太弱（只用 {mebibytes} MiB 内存、{passes} 遍运算），口令很快就能被试出来，没有打开。本页不会生成这样的链接，请核实来源，并请对方重新发送。"),
                format!("The protection of this link is weak ({mebibytes} MiB of memory, {passes} passes): its passphrase is soon guessed, so it was not opened. This page never makes such links: check where it came from and ask for it again."),
            ),
            Self::NoMemory { mebibytes } => language.pick(
                format!("打开需要 {mebibytes} MiB 内存，浏览器未能分配。请关闭其他网页再试，或换一台设备。"),
                format!("Opening needs {mebibytes} MiB of memory, which the browser could not get. Close other pages and try again, or use another device."),
            ),
            Self::KeyNotMade => language.pick(
                "没有算出密钥：计算密钥的程序没有载入，或中途停止。请检查网络，重新载入本页后再试。",
                "No key was computed: the program for it did not load, or stopped. Check the network, reload this page and try again.",
            ).into(),
            Self::WrongKind => language.pick(
                "加密链接里只能装一层普通链接。",
                "A protected link can hold exactly one plain link.",
            ).into(),
            Self::Link(fault) => fault.sentence(language),
        }
    }
}

impl Worth {
    /// What a passphrase is worth, to whoever chooses one.
    pub fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::Seconds => language.pick(
                "这个口令很弱：拿到链接的人几分钟之内就能逐个试出来，四位数字、日期、连号都是如此。",
                "This passphrase is weak: whoever has the link can try all such passphrases within minutes; four digits, dates and runs of digits are all weak.",
            ),
            Self::Hours => language.pick(
                "这个口令较弱：拿到链接的人最多两天就能逐个试出来。请加长，或混用汉字、字母和符号。",
                "This passphrase is rather weak: whoever has the link can try all such passphrases within two days. Make it longer, or mix letters and signs.",
            ),
            Self::Months => language.pick(
                "这个口令一般：逐个试最多要几天到两年，常用词会快得多。",
                "This passphrase is fair: trying all such passphrases takes from days up to two years, far less for common words.",
            ),
            Self::Years => language.pick(
                "这个口令较强：逐个试要很多年，常用词会快得多。",
                "This passphrase is good: trying all such passphrases takes many years, far less for common words.",
            ),
            Self::Ages => language.pick(
                "这个口令很强：只要不是常用的词句，逐个试是试不出来的。",
                "This passphrase is strong: unless it is a common phrase, it cannot be found by trying.",
            ),
        }
    }
}
