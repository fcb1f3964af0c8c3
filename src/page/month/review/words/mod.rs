//! What the review says of its own.

mod sentences;

pub use sentences::*;

use super::Kind;
use crate::text::{Language, isolated};

pub struct Words {
    pub title: &'static str,
    pub paste: &'static str,
    pub paste_note: &'static str,
    pub look: &'static str,
    pub clear: &'static str,
    pub faults: &'static str,
    pub nothing_found: &'static str,
    pub is_empty: &'static str,
    pub is_fill_in: &'static str,
    pub is_returned: &'static str,
    pub is_snapshot: &'static str,
    pub is_protected: &'static str,
    pub is_part: &'static str,
    pub unsigned: &'static str,
    pub unknown: &'static str,
    pub met: &'static str,
    pub last: &'static str,
    pub empty: &'static str,
    pub same: &'static str,
    pub apart: &'static str,
    pub apart_note: &'static str,
    pub whole: &'static str,
    pub keep: &'static str,
    pub keep_note: &'static str,
    pub not_kept_reason: &'static str,
    pub more: &'static str,
    pub accept: &'static str,
    pub accept_clear: &'static str,
    pub give_back: &'static str,
    pub reason: &'static str,
    pub reason_needed: &'static str,
    pub cancel: &'static str,
    pub undo: &'static str,
    pub undone: &'static str,
    pub nothing_to_take: &'static str,
}

const ZH: Words = Words {
    title: "收取回执",
    paste: "粘贴回执",
    paste_note: "可以一次粘贴多份，连同聊天文字、引号、换行一起粘贴。先核对改动，再决定是否接收。",
    look: "核对回执",
    clear: "清空",
    faults: "没有读入的",
    nothing_found: "没有找到回执。请粘贴对方发来的整段链接或文字。",
    is_empty: "这份回执里没有任何内容。",
    is_fill_in: "这是填报链接，不是回执：请填好后把生成的回执发来。",
    is_returned: "这是退回链接，不是回执：应由填报人打开。",
    is_snapshot: "这是快照，不是回执：请直接打开链接查看。",
    is_protected: "这是有口令的链接：请直接打开，输入口令。",
    is_part: "这是多段中的一段，还需其余各段。",
    unsigned: "未署名",
    unknown: "方案没有此项",
    met: "现为",
    last: "上次",
    empty: "没有可接收的内容",
    same: "与台账相同",
    apart: "不属于回执的内容",
    apart_note: "默认不接收。一份填报不拆分：含有下列内容的，整份不接收，除非选择整份接收。",
    whole: "连同上列内容整份接收",
    keep: "保留这些（默认）",
    keep_note: "不保留：接收后这些项不再计入。",
    not_kept_reason: "更正后的回执里没有这一项",
    more: "再显示",
    accept: "接收",
    accept_clear: "接收全部无冲突的",
    give_back: "退回",
    reason: "退回理由",
    reason_needed: "请写明退回理由，填报人可以看到。",
    cancel: "取消",
    undo: "撤销",
    undone: "已撤销，台账回到办理之前。",
    nothing_to_take: "没有可接收的内容：整份均不属于回执。",
};

const EN: Words = Words {
    title: "Collect receipts",
    paste: "Paste receipts",
    paste_note: "Several can be pasted at once, with chat text, quotes and line breaks around them. You first see what would change, then decide.",
    look: "Check receipts",
    clear: "Clear",
    faults: "Not read",
    nothing_found: "No receipt was found. Paste the whole link or text that was sent.",
    is_empty: "There is nothing in this receipt.",
    is_fill_in: "This is a fill-in link, not a receipt: fill in the form first, then send the receipt.",
    is_returned: "This is a return link, not a receipt: the reporter should open it.",
    is_snapshot: "This is a snapshot, not a receipt: open the link to view it.",
    is_protected: "This link has a passphrase: open it and enter the passphrase.",
    is_part: "This is one of several parts; the others are needed too.",
    unsigned: "unsigned",
    unknown: "not in the plan",
    met: "now",
    last: "last",
    empty: "Nothing in it to accept",
    same: "Same as in the ledger",
    apart: "What does not belong in a receipt",
    apart_note: "Not accepted by default. A report is never split: one with any of this is refused as a whole, unless you choose to accept it whole.",
    whole: "Accept it whole, with what is listed above",
    keep: "Keep these (the default)",
    keep_note: "If not kept, they no longer count once it is accepted.",
    not_kept_reason: "not in the corrected receipt",
    more: "Show more",
    accept: "Accept",
    accept_clear: "Accept all without conflicts",
    give_back: "Return",
    reason: "Reason for returning it",
    reason_needed: "Please give a reason: the reporter will see it.",
    cancel: "Cancel",
    undo: "Undo",
    undone: "Undone: the ledger is as it was before.",
    nothing_to_take: "Nothing to accept: none of it belongs in a receipt.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What taking an entry does, in a word.
pub fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::New => language.pick("新", "new"),
        Kind::Changed => language.pick("改", "changed"),
        Kind::Same => language.pick("同", "same"),
        Kind::Older => language.pick("旧", "older"),
        Kind::Conflicting => language.pick("冲突", "conflicting"),
    }
}

/// Why an entry does not belong into a receipt.
pub use crate::gate::words::why;

/// An organisation that the plan does not have. What it calls itself is untrusted.
pub fn unknown_organisation(language: Language, id: &str) -> String {
    [language.pick("方案没有的单位：", "not in the plan: "), &isolated(id)].concat()
}
