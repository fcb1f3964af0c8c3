//! What links and codes say to people: what is wrong, and what to do about it.

use super::capacity::READABLE;
use super::edition::{Edition, Judged};
use super::editions::Editions;
use super::envelope::Kind;
use super::fault::Fault;
use super::protected::{ProtectedFault, Worth};
use super::sequence::{Added, Gathering, MOST_PARTS, SplitFault};
use crate::ledger::codec::{MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS};
use crate::text::Language;

/// Fixed words about links, codes and passphrases.
pub struct Words {
    /// Name of the kind 填报链接.
    pub fill_in: &'static str,
    /// Name of the kind 回执.
    pub receipt: &'static str,
    /// Name of the kind 退回.
    pub returned: &'static str,
    /// Name of the kind 快照.
    pub snapshot: &'static str,
    /// Name of a link behind a passphrase, whatever is in it.
    pub protected: &'static str,
    /// Shown when a pasted text holds no link of ours.
    pub nothing_found: &'static str,
    /// Said of a link that stands further up in the same text.
    pub repeated: &'static str,
    /// Shown when a pasted text holds more links than are looked at.
    pub full: &'static str,
    /// Shown when a part arrives that was missing.
    pub part_new: &'static str,
    /// Shown when a part arrives a second time.
    pub part_again: &'static str,
    /// Shown when a part of another set arrives.
    pub part_foreign: &'static str,
    /// Warning beside the choice to send without a passphrase.
    pub unprotected: &'static str,
    /// Advice beside a field for a passphrase.
    pub passphrase: &'static str,
}

const ZH: Words = Words {
    fill_in: "填报链接",
    receipt: "回执",
    returned: "退回",
    snapshot: "快照",
    protected: "加密链接",
    nothing_found: "粘贴的内容里没有本页的链接。请把对方发来的整条消息复制过来。",
    repeated: "与前面的一条相同，只算一次。",
    full: "链接太多，后面的没有再看。请分几次粘贴。",
    part_new: "收到一段。",
    part_again: "这一段已经收到过。",
    part_foreign: "这一段属于另一组，没有放进来。",
    unprotected: "没有口令的链接，谁拿到谁就能看；发出以后收不回来。",
    passphrase: "口令前后的空格不算，全角字母、数字和符号按半角算；大小写和中间的空格要一致。口令请另行告知，不要与链接一起发。",
};

const EN: Words = Words {
    fill_in: "Fill-in link",
    receipt: "Receipt",
    returned: "Return",
    snapshot: "Snapshot",
    protected: "Protected link",
    nothing_found: "No link of this page is in what was pasted. Copy the whole message as it came.",
    repeated: "The same as one further up; counted once.",
    full: "There are too many links; the rest was not looked at. Paste them in several goes.",
    part_new: "One part has arrived.",
    part_again: "This part had arrived before.",
    part_foreign: "This part belongs to another set and was left out.",
    unprotected: "Whoever has a link without a passphrase can read it; once sent, it cannot be called back.",
    passphrase: "Spaces around the passphrase do not count, and full-width letters, digits and signs count as plain ones; capitals and spaces inside must agree. Tell the passphrase by another way than the link.",
};

/// Returns the words in a language.
pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

impl Words {
    /// The name of a kind.
    pub fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::FillIn => self.fill_in,
            Kind::Receipt => self.receipt,
            Kind::Returned => self.returned,
            Kind::Snapshot => self.snapshot,
            Kind::Protected => self.protected,
        }
    }

    /// What a part was to those before it.
    pub fn added(&self, added: Added) -> &'static str {
        match added {
            Added::New => self.part_new,
            Added::Again => self.part_again,
            Added::Foreign => self.part_foreign,
        }
    }
}

impl Fault {
    /// What is wrong with a link and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NotOurs => language.pick("这不是本页的链接。", "This is no link of this page.").into(),
            Self::Cut { arrived, whole: Some(whole) } => language.pick(
                format!("链接不完整：共 {whole} 个字符，只收到 {arrived} 个。请对方重新发送，或改发文本、多个二维码。"),
                format!("The link is incomplete: {arrived} of {whole} characters arrived. Ask for it again, or as text or several codes."),
            ),
            Self::Cut { arrived, whole: None } => language.pick(
                format!("链接不完整：只收到开头 {arrived} 个字符。请对方重新发送。"),
                format!("The link is incomplete: only its first {arrived} characters arrived. Ask for it again."),
            ),
            Self::Damaged => language.pick(
                "链接里有字符在途中变了，内容已无法确认，没有读入任何数据。请对方重新发送。",
                "Some characters of the link changed on the way, so what was sent cannot be told; nothing was read. Ask for it again.",
            ).into(),
            Self::Recased => language.pick(
                "链接的大小写在途中被改了，内容已无法还原，没有读入任何数据。请对方重新发送。",
                "Capitals and small letters of the link were changed on the way and cannot be told apart any more; nothing was read. Ask for it again.",
            ).into(),
            Self::NewerVersion { version } => language.pick(
                format!("链接完整，但由本页的较新版本（格式 {version}）生成。请刷新或更新本页后再打开。"),
                format!("The link is whole, but made by a newer release of this page (form {version}). Reload or update the page and open it again."),
            ),
            Self::UnknownKind { kind } => language.pick(
                format!("链接完整，但本版本不认识它的种类（{kind}）。请刷新或更新本页后再打开。"),
                format!("The link is whole, but this release does not know its kind ({kind}). Reload or update the page and open it again."),
            ),
            Self::OtherPlan { .. } => language.pick(
                "链接完整，但属于另一个方案。请在那个方案的页面里打开。",
                "The link is whole, but about another plan. Open it on the page of that plan.",
            ).into(),
            Self::TooLong { length, limit } => language.pick(
                format!("太长：{length}，最多 {limit}，没有读入。请减少内容，或改用文件。"),
                format!("Too long: {length}, the most is {limit}; nothing was read. Put less in, or use a file."),
            ),
            Self::InflatesTooFar { limit } => language.pick(
                format!("链接展开后超过 {limit} 字节的上限，没有读入。本页不会生成这样的链接，请核实来源。"),
                format!("What the link carries would grow beyond {limit} bytes; nothing was read. This page makes no such links: check where it came from."),
            ),
            Self::TooMany => language.pick(
                format!("链接完整，但内容超过本页的上限（{MOST_BATCHES} 次填报、{MOST_ENTRIES_IN_ALL} 条记录，其中一次最多 {MOST_ENTRIES} 条；一段文字 {MOST_LETTERS} 字），没有读入。请对方减少内容，分几条链接发送；本页不会生成这样的链接，请核实来源。"),
                format!("The link is whole, but it holds more than this page reads (the most is {MOST_BATCHES} batches and {MOST_ENTRIES_IN_ALL} entries, {MOST_ENTRIES} of one batch, and {MOST_LETTERS} characters of one text); nothing was read. Ask for less, in several links; this page makes no such links: check where it came from."),
            ),
            Self::OutOfTime { first, last } => language.pick(
                format!("链接完整，但其中的填写时间不可能：不在本方案可能的年份（{first} 至 {last} 年）之内，没有读入。请对方核对设备的日期和时间，再重新生成；仍是这样，请核实来源。"),
                format!("The link is whole, but something in it claims to be written outside the years in which anybody speaks of this plan ({first} to {last}); nothing was read. Ask the sender to set date and time of the device and to make it again; if that does not help, check where it came from."),
            ),
        }
    }
}

impl ProtectedFault {
    /// What is wrong with a protected link or a passphrase and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoPassphrase => language.pick("请输入口令。", "Enter the passphrase.").into(),
            Self::PassphraseTooShort { least } => language.pick(
                format!("口令至少 {least} 个字符：拿到链接的人可以不限次数地试。"),
                format!("The passphrase needs at least {least} characters: whoever has the link can try as often as he likes."),
            ),
            Self::PassphraseTooLong { most } => language.pick(
                format!("口令最多 {most} 个字符。"),
                format!("The passphrase has at most {most} characters."),
            ),
            Self::WrongOrChanged => language.pick(
                "打不开：口令不对，或者链接被人改过，两者无法区分。请核对口令，仍打不开就请对方重新发送。",
                "It does not open: the passphrase is wrong or somebody changed the link; nobody can tell which. Check the passphrase; if it still does not open, ask for the link again.",
            ).into(),
            Self::TooCostly { mebibytes, passes } => language.pick(
                format!("链接要求 {mebibytes} MiB 内存、{passes} 遍运算，不在本页的限度之内，没有打开。请核实来源。"),
                format!("The link asks for {mebibytes} MiB of memory and {passes} passes, outside this page's limits; it was not opened. Check where it came from."),
            ),
            Self::TooCheap { mebibytes, passes } => language.pick(
                format!("链接的加密太弱（只用 {mebibytes} MiB 内存、{passes} 遍运算），口令很快就能被试出来，没有打开。本页不会做出这样的链接，请核实来源，请对方重新发送。"),
                format!("The protection of this link is weak ({mebibytes} MiB of memory, {passes} passes): its passphrase is soon guessed, and it was not opened. This page makes no such links; check where it came from and ask for it again."),
            ),
            Self::NoMemory { mebibytes } => language.pick(
                format!("打开需要 {mebibytes} MiB 内存，本机给不出。请关闭其他网页再试，或换一台设备。"),
                format!("Opening needs {mebibytes} MiB of memory, which this device does not give. Close other pages and try again, or use another device."),
            ),
            Self::KeyNotMade => language.pick(
                "没有算出密钥：计算密钥的程序没有载入，或中途停止了。请检查网络，重新载入本页后再试。",
                "No key was made: the program for it did not arrive, or broke off. Check the network, reload this page and try again.",
            ).into(),
            Self::WrongKind => language.pick(
                "加密链接里只能装一层普通链接。",
                "A protected link holds one plain link, and only one.",
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
                "This passphrase is weak: whoever has the link tries all like it within minutes; so it is with four digits, dates and runs.",
            ),
            Self::Hours => language.pick(
                "这个口令较弱：拿到链接的人最多两天就能逐个试出来。请加长，或混用汉字、字母和符号。",
                "This passphrase is rather weak: whoever has the link tries all like it within two days at most. Make it longer, or mix letters and signs.",
            ),
            Self::Months => language.pick(
                "这个口令一般：逐个试最多要几天到两年，常用词会快得多。",
                "This passphrase is fair: trying all like it takes days to two years at most, and far less for common words.",
            ),
            Self::Years => language.pick(
                "这个口令较强：逐个试要很多年，常用词会快得多。",
                "This passphrase is good: trying all like it takes many years, though far less for common words.",
            ),
            Self::Ages => language.pick(
                "这个口令很强：只要不是常用的词句，逐个试是试不出来的。",
                "This passphrase is strong: unless it is a common phrase, nobody gets to it by trying.",
            ),
        }
    }
}

impl SplitFault {
    /// Why there are no several codes.
    pub fn sentence(self, language: Language) -> String {
        match self {
            Self::NotWhole => language
                .pick("这不是一条完整的链接，不能分段。", "This is no whole link; it cannot be split.")
                .into(),
            Self::TooMany { parts } => language.pick(
                format!("需要 {parts} 个二维码，最多 {MOST_PARTS} 个。请减少内容，或改用文件。"),
                format!("It would take {parts} codes; the most is {MOST_PARTS}. Put less in, or use a file."),
            ),
            Self::NoRoom => {
                language.pick("每段太短，装不下内容。", "The parts are too short to hold anything.").into()
            }
        }
    }
}

impl Gathering {
    /// How many parts have arrived and which are missing.
    pub fn sentence(&self, language: Language) -> String {
        let missing = self.missing();
        let (count, arrived) = (self.count(), self.count() - missing.len());
        if missing.is_empty() {
            return language.pick(format!("{count} 段已齐。"), format!("All {count} parts have arrived."));
        }
        let numbers: Vec<String> = missing.iter().map(usize::to_string).collect();
        language.pick(
            format!("共 {count} 段，已收 {arrived} 段，还缺第 {} 段。", numbers.join("、")),
            format!("{arrived} of {count} parts have arrived; missing: {}.", numbers.join(", ")),
        )
    }
}

/// Why no link was made of what was to be sent. A link that is too long is a matter of what goes in, so it says what to do
/// instead.
pub fn not_made(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::TooLong { length, limit } => language.pick(
            format!("内容太多，没有生成链接：长度 {length}，上限 {limit}，更长的链接在部分浏览器里打不开。请减少内容，或在“本机”页导出备份文件发送。"),
            format!("Too much for a link, so none was made: its length is {length}, the most is {limit}, and some browsers open no longer one. Put less in, or send a backup file from the page On this device."),
        ),
        other => other.sentence(language),
    }
}

/// Why a text of so many characters is offered as several codes or as text instead of one code.
pub fn too_long_for_one_code(characters: usize, language: Language) -> String {
    language.pick(
        format!("一个二维码超过 {READABLE} 个字符手机就难以从屏幕上扫出；这里有 {characters} 个，所以分成几个码，逐个扫就合成一个，也可以直接发链接。"),
        format!("Beyond {READABLE} characters a phone hardly reads one code from a screen; these are {characters}, so there are several codes. Scanned one after another they make one link; the link itself can be sent as well."),
    )
}

/// By which version of the plan something was made, and by which one it is judged here.
pub fn edition(language: Language, made_by: Option<&Edition>, now: &Edition) -> String {
    let (name, judged) = (now.name(language), now.judges(made_by));
    let by = made_by.map(|made_by| made_by.name(language)).unwrap_or_default();
    match (judged, language) {
        (Judged::Alike, Language::Zh) => format!("制作和评判都按方案版本 {name}。"),
        (Judged::Alike, Language::En) => format!("Made and judged by version {name} of the plan."),
        (Judged::Otherwise, _) => judged_otherwise(language, &by, &name),
        (Judged::Unknown, Language::Zh) => {
            format!("由旧版页面制作，未注明方案版本；这里按版本 {name} 评判。")
        }
        (Judged::Unknown, Language::En) => format!(
            "An older release made it and does not say by which version of the plan; it is judged here by version {name}."
        ),
    }
}

/// By which versions a backup file was made, where it says so; where others than the one here, what to do.
pub fn editions_of_file(language: Language, made_by: &Editions, now: &Edition) -> Option<String> {
    made_by.made().iter().find(|made| made.by.is_some())?;
    let others: Vec<String> = made_by.others(now).iter().map(|by| by.name(language)).collect();
    if others.is_empty() {
        return Some(edition(language, Some(now), now));
    }
    let told = judged_otherwise(language, &others.join(language.pick("、", ", ")), &now.name(language));
    let what_to_do = language.pick(
        "记录可以照常并入，一条不少；要看当时的灯，请在当时版本的方案里打开这个文件。",
        " Its records can be taken in all the same. To see the lights of that time, open the file where that version of the plan is in use.",
    );
    Some(told + what_to_do)
}

fn judged_otherwise(language: Language, by: &str, name: &str) -> String {
    match language {
        Language::Zh => {
            format!("注意：制作时按方案版本 {by}，这里按版本 {name} 评判，完成率和灯可能与制作人所见不同。")
        }
        Language::En => format!(
            "Mind: made by version {by} of the plan and judged here by version {name}. Rates and lights may differ from what its maker saw."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Year;

    fn sentences(language: Language) -> Vec<String> {
        let faults = [
            Fault::NotOurs,
            Fault::Cut { arrived: 31, whole: Some(97) },
            Fault::Cut { arrived: 5, whole: None },
            Fault::Damaged,
            Fault::Recased,
            Fault::NewerVersion { version: '2' },
            Fault::UnknownKind { kind: 'w' },
            Fault::OtherPlan { plan: 1 },
            Fault::TooLong { length: 12, limit: 11 },
            Fault::InflatesTooFar { limit: 11 },
            Fault::TooMany,
            Fault::OutOfTime { first: Year(2013), last: Year(2035) },
        ];
        let protected = [
            ProtectedFault::NoPassphrase,
            ProtectedFault::PassphraseTooShort { least: 8 },
            ProtectedFault::PassphraseTooLong { most: 256 },
            ProtectedFault::WrongOrChanged,
            ProtectedFault::TooCostly { mebibytes: 255, passes: 9 },
            ProtectedFault::TooCheap { mebibytes: 1, passes: 1 },
            ProtectedFault::NoMemory { mebibytes: 32 },
            ProtectedFault::KeyNotMade,
            ProtectedFault::WrongKind,
        ];
        let split = [SplitFault::NotWhole, SplitFault::TooMany { parts: 99 }, SplitFault::NoRoom];
        let faults = faults.iter().map(|fault| fault.sentence(language));
        let protected = protected.iter().map(|fault| fault.sentence(language));
        let split = split.iter().map(|fault| fault.sentence(language));
        let unmade = not_made(&Fault::TooLong { length: 12, limit: 11 }, language);
        let others = [too_long_for_one_code(1200, language), unmade];
        faults.chain(protected).chain(split).chain(others).collect()
    }

    #[test]
    fn every_fault_has_a_sentence_of_its_own_in_its_language() {
        for language in Language::ALL {
            let sentences = sentences(language);
            for (index, sentence) in sentences.iter().enumerate() {
                let has_han = sentence.chars().any(|c| ('\u{3000}'..='\u{9fff}').contains(&c));
                assert_eq!(has_han, language == Language::Zh, "{sentence}");
                assert!(!sentences[..index].contains(sentence), "{sentence}");
            }
        }
        let cut = &sentences(Language::En)[1];
        assert!(cut.contains("31 of 97"), "{cut}");
        for language in Language::ALL {
            let many = Fault::TooMany.sentence(language);
            for most in [MOST_BATCHES, MOST_ENTRIES, MOST_ENTRIES_IN_ALL, MOST_LETTERS] {
                assert!(many.contains(&most.to_string()), "{many}");
            }
        }
    }

    /// field 6b: a backup file tells by which versions it was made and what to do; one of an older release says nothing.
    #[test]
    fn a_file_of_another_version_names_them_and_says_what_to_do() {
        use crate::ledger::Moment;
        use crate::link::fingerprint::Code;
        let edition = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        let (one, two, now) = (edition(b"1"), edition(b"2"), edition(b"now"));
        for language in [Language::Zh, Language::En] {
            let told = |all: &[&Edition]| {
                let mut editions = Editions::default();
                for (at, by) in (1..).zip(all) {
                    editions.note(by, Moment(at), false);
                }
                editions_of_file(language, &Editions::read(&editions.written()), &now)
            };
            let said = told(&[&one, &two, &now]).expect("told");
            assert!([&one, &two, &now].iter().all(|by| said.contains(&by.name(language))), "{said}");
            let alike = told(&[&now]).expect("told");
            assert!(alike.contains(&now.name(language)) && alike.len() < said.len());
            assert_eq!(told(&[]), None);
        }
    }
}
