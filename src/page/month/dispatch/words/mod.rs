//! What the dispatch page says of its own.

mod list;
mod reminder;
mod sentences;

pub use list::of_list;
pub use reminder::{
    reminder_asked, reminder_head, reminder_lacks, reminder_missing, reminder_names, reminder_to_all,
};
pub use sentences::*;

use super::RowStatus;
use crate::ledger::words as names;
use crate::standing::words::{lacking, not_owed};
use crate::text::Language;

pub struct Words {
    pub calendar: &'static str,
    pub calendar_note: &'static str,
    pub who: &'static str,
    pub organisation: &'static str,
    pub owes: &'static str,
    pub standing: &'static str,
    pub came: &'static str,
    pub actions: &'static str,
    pub me: &'static str,
    pub form: &'static str,
    pub fill_in: &'static str,
    pub back_link: &'static str,
    pub remind: &'static str,
    pub remind_all: &'static str,
    pub all_links: &'static str,
    pub print_codes: &'static str,
    pub print: &'static str,
    pub code: &'static str,
    pub no_code: &'static str,
    pub code_note: &'static str,
    pub reminder: &'static str,
    pub baselines: &'static str,
    pub compare: &'static str,
    pub device: &'static str,
    pub sample_mark: &'static str,
    /// The same within a first line that stands in brackets.
    pub sample_within: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub close: &'static str,
    pub shut_out: &'static str,
    pub todo: &'static str,
    pub nothing_to_do: &'static str,
    pub assumed: &'static str,
    pub assumed_who: &'static str,
    pub assumed_claims: &'static str,
    pub how: &'static str,
    pub how_below: &'static str,
    pub how_returned: &'static str,
    pub lock: &'static str,
    pub timing: &'static str,
    pub move_window: &'static str,
    pub opens: &'static str,
    pub closes: &'static str,
    pub move_reason: &'static str,
    pub moved: &'static str,
    pub moved_mark: &'static str,
    pub start: &'static str,
    pub start_from: &'static str,
    pub started: &'static str,
    pub record: &'static str,
    pub lock_all_the_same: &'static str,
    pub cancel: &'static str,
    pub relock: &'static str,
    pub unlock: &'static str,
    pub unlock_reason: &'static str,
    pub reason_needed: &'static str,
    pub unlocked: &'static str,
    pub locked: &'static str,
    pub locked_mark: &'static str,
    pub only_looking: &'static str,
    pub link_failed: &'static str,
    pub no_dispatch: &'static str,
    pub not_kept: &'static str,
}

const ZH: Words = Words {
    calendar: "调度日历",
    calendar_note: "已报／应报；点击查看当期",
    who: "各单位",
    organisation: "单位",
    owes: "应报",
    standing: "状态",
    came: "报送（自报）",
    actions: "办理",
    me: "本单位",
    form: "填报",
    fill_in: "填报链接",
    back_link: "退回链接",
    remind: "催办",
    remind_all: "一并催办",
    all_links: "复制全部填报链接",
    print_codes: "打印填报二维码",
    print: "打印",
    code: "填报二维码",
    no_code: "链接过长，二维码装不下，请发链接。",
    code_note: "扫码填报，没有网络也能填；填完请将生成的回执发回。涉密内容不得填报。",
    reminder: "待发文字",
    baselines: "基期和口径",
    compare: "变化与核对码",
    device: "本机数据",
    sample_mark: "【示例，均为虚构】",
    sample_within: "示例，均为虚构：",
    copy: "复制",
    copied: "已复制，可以粘贴到群里。",
    not_copied: "浏览器不允许复制，请选中下面的文字自行复制。",
    close: "收起",
    shut_out: "锁定后送到，不计入",
    todo: "待办事项",
    nothing_to_do: "没有待办事项。",
    assumed: "说明",
    assumed_who: "各单位报送内容，方案没有写明。暂按以下理解：牵头单位报任务的指标、举措和节点目标；县（市）区、开发区报本辖区的数；其他责任单位报问题，没有问题的零报告。",
    assumed_claims: "报送时间和署名由填报人自报，未经核验。",
    how: "填报方法：打开填报链接填写，没有网络也能填；填完请将生成的回执发回群里。涉密内容不得填报。",
    how_below: "填报方法：打开下面的填报链接填写，没有网络也能填；填完请将生成的回执发回群里。涉密内容不得填报。",
    how_returned: "修改方法：打开下面的退回链接，改后请将新生成的回执发回群里。涉密内容不得填报。",
    lock: "锁定本期",
    timing: "时限与启用",
    move_window: "调整本期时限",
    opens: "起报日",
    closes: "截止日",
    move_reason: "调整理由",
    moved: "本期时限已调整。",
    moved_mark: "调",
    start: "启用期次",
    start_from: "启用首期",
    started: "启用首期已记录。",
    record: "保存",
    lock_all_the_same: "仍要锁定",
    cancel: "取消",
    relock: "重新锁定",
    unlock: "解除锁定",
    unlock_reason: "解除理由",
    reason_needed: "请写明理由。",
    unlocked: "已解除锁定，后到的记录重新计入。",
    locked: "已锁定：此后送到的不计入，除非重新锁定。",
    locked_mark: "锁",
    only_looking: "正在查看的不是本机当前台账，只能查看，不能办理。",
    link_failed: "未能生成链接：",
    no_dispatch: "方案没有规定按月调度",
    not_kept: "尚未存到本机：",
};

const EN: Words = Words {
    calendar: "Calendar of reports",
    calendar_note: "reported / owed; open a period to see it",
    who: "Organisations",
    organisation: "Organisation",
    owes: "To report",
    standing: "State",
    came: "Received (as stated)",
    actions: "Actions",
    me: "your own",
    form: "Form",
    fill_in: "Fill-in link",
    back_link: "Return link",
    remind: "Remind",
    remind_all: "Remind all",
    all_links: "Copy all fill-in links",
    print_codes: "Print fill-in codes",
    print: "Print",
    code: "Fill-in code",
    no_code: "The link is too long for a code; send the link.",
    code_note: "Scan it, fill in the form (offline too) and send the receipt back. Nothing classified may be reported.",
    reminder: "Text to send",
    baselines: "Baselines and bases",
    compare: "Changes and codes",
    device: "On this device",
    sample_mark: "[sample, all invented] ",
    sample_within: "sample, all invented: ",
    copy: "Copy",
    copied: "Copied; paste it into the chat.",
    not_copied: "The browser does not allow copying. Select the text below and copy it yourself.",
    close: "Close",
    shut_out: "after the lock, not counted",
    todo: "To do now",
    nothing_to_do: "Nothing to do.",
    assumed: "Notes",
    assumed_who: "The plan does not say who reports what. It is read here as follows: lead organisations report a task's indicators, measures and milestones; districts report their own figures; other responsible organisations report problems, or that there are none.",
    assumed_claims: "When a report was written, and by whom, is as stated by the reporter; it is not checked.",
    how: "How to report: open the fill-in link and fill in the form, offline too; then send the receipt back to the chat. Nothing classified may be reported.",
    how_below: "How to report: open the fill-in link below and fill in the form, offline too; then send the receipt back to the chat. Nothing classified may be reported.",
    how_returned: "How to correct it: open the return link below, correct the form and send the new receipt back to the chat. Nothing classified may be reported.",
    lock: "Lock the period",
    timing: "Reporting dates and start of use",
    move_window: "Change the reporting dates of this period",
    opens: "First day",
    closes: "Last day",
    move_reason: "Reason",
    moved: "The reporting dates are changed.",
    moved_mark: "moved",
    start: "Start of use",
    start_from: "First period of use",
    started: "The first period of use is recorded.",
    record: "Save",
    lock_all_the_same: "Lock all the same",
    cancel: "Cancel",
    relock: "Lock again",
    unlock: "Unlock",
    unlock_reason: "Reason for unlocking",
    reason_needed: "Please give a reason.",
    unlocked: "Unlocked: what came later counts again.",
    locked: "Locked: what comes from now on does not count, unless the period is locked again.",
    locked_mark: "locked",
    only_looking: "This is not this device's current ledger: it can be viewed, but nothing can be done here.",
    link_failed: "No link could be made: ",
    no_dispatch: "The plan prescribes no monthly reports",
    not_kept: "Not saved on this device yet: ",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// How an organisation stands, in a word or two: *reported* alone only where nothing is missing.
pub fn standing_of(language: Language, standing: RowStatus, missing: usize) -> String {
    let word = self::standing(language, standing);
    lacking(language, missing)
        .map_or_else(|| word.to_owned(), |lacks| [word, language.pick("，", ", "), &lacks].concat())
}

/// The word for how an organisation stands.
pub fn standing(language: Language, standing: RowStatus) -> &'static str {
    match standing {
        RowStatus::NotOwed(why) => not_owed(language, why),
        RowStatus::Coming => language.pick("未到时限", "not due yet"),
        RowStatus::Awaited => language.pick("待报", "awaited"),
        RowStatus::Late => language.pick("逾期", "overdue"),
        RowStatus::Submitted { is_late: false } => names::REPORTED.words(language),
        RowStatus::Submitted { is_late: true } => language.pick("迟报", "reported late"),
        RowStatus::Accepted { is_late: false } => names::ACCEPTED.words(language),
        RowStatus::Accepted { is_late: true } => language.pick("已接收（迟报）", "accepted (late)"),
        RowStatus::Returned => names::RETURNED.words(language),
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// How many days, in English.
fn days(count: i64) -> String {
    plural(usize::try_from(count).unwrap_or_default(), "day")
}
