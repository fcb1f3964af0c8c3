//! Of what comes in several codes.

use crate::link::capacity::READABLE;
use crate::link::sequence::{Gathering, MOST_PARTS, SplitFault};
use crate::text::Language;

impl SplitFault {
    /// Why there are no several codes.
    pub fn sentence(self, language: Language) -> String {
        match self {
            Self::NotWhole => language
                .pick("这不是一条完整的链接，不能分段。", "This is not a complete link; it cannot be split.")
                .into(),
            Self::TooMany { parts } => language.pick(
                format!("需要 {parts} 个二维码，最多 {MOST_PARTS} 个。请减少内容，或改用文件。"),
                format!(
                    "It would take {parts} codes; the limit is {MOST_PARTS}. Put less in, or use a file."
                ),
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

/// Why a text of so many characters is offered as several codes or as text instead of one code.
pub fn too_long_for_one_code(characters: usize, language: Language) -> String {
    language.pick(
        format!("二维码超过 {READABLE} 个字符，手机就难以从屏幕上扫出；这里有 {characters} 个，因此分成几个码，逐个扫完即可合成，也可以直接发链接。"),
        format!("Phones can hardly scan a code of more than {READABLE} characters from a screen; this link has {characters}, so it is split into several codes. Scan them one after another, or send the link itself."),
    )
}
