//! What the page of one problem says.

use super::act::{Act, Fault, Field};
use crate::ledger::kinds::ProblemStep;
use crate::ledger::words as names;
use crate::plan::{Day, Month};
use crate::text::{Language, isolated};

pub struct Words {
    pub none: &'static str,
    pub none_lede: &'static str,
    pub all: &'static str,
    pub facts: &'static str,
    pub history: &'static str,
    pub acts: &'static str,
    pub acts_note: &'static str,
    pub claims: &'static str,
    pub conflicts: &'static str,
    pub handler: &'static str,
    pub turn: &'static str,
    pub due: &'static str,
    pub person: &'static str,
    pub subject: &'static str,
    pub reported_by: &'static str,
    pub reported_on: &'static str,
    pub number: &'static str,
    pub reopened: &'static str,
    pub light_at_closing: &'static str,
    pub lacks_owner: &'static str,
    pub lacks_day: &'static str,
    pub asked_late: &'static str,
    pub irregular: &'static str,
    pub worded_anew: &'static str,
    pub taken_back: &'static str,
    pub taken_back_note: &'static str,
    pub evidence: &'static str,
    pub document: &'static str,
    pub choose: &'static str,
    pub cancel: &'static str,
    pub done: &'static str,
    pub not_kept: &'static str,
    pub nothing_to_do: &'static str,
    pub only_looking: &'static str,
    pub day_example: &'static str,
}

const ZH: Words = Words {
    none: "台账里没有这个问题",
    none_lede: "可能还没有接收它所在的回执，或者链接来自另一台设备的台账。",
    all: "问题清单",
    facts: "基本情况",
    history: "办理过程",
    acts: "办理",
    acts_note: "只列出按程序现在可以办的事项。",
    claims: "姓名、单位和办理意见均为填写人自述，本页不作核验。",
    conflicts: "两台设备同时办理，请核对",
    handler: "承办单位",
    turn: "待办单位",
    due: "时限",
    person: "责任人",
    subject: "涉及事项",
    reported_by: "提出单位",
    reported_on: "提出日期",
    number: "编号",
    reopened: "重新打开次数",
    light_at_closing: "销号当日指标灯",
    lacks_owner: "尚未明确由谁办理，请交办。",
    lacks_day: "尚未明确完成时限，请交办时一并填写。",
    asked_late: "逾期后才申请",
    irregular: "与程序不符，按先后以后写的为准",
    worded_anew: "更正后的表述",
    taken_back: "由提出单位撤回",
    taken_back_note: "不再计入问题清单，办理过程仍予保留。",
    evidence: "佐证：",
    document: "文件：",
    choose: "请选择",
    cancel: "取消",
    done: "已记入台账。",
    not_kept: "尚未存到本机：",
    nothing_to_do: "现在没有需要办理的事项。",
    only_looking: "正在查看的不是本机当前台账，只能查看，不能办理。",
    day_example: "例：2024-09-30",
};

const EN: Words = Words {
    none: "The records have no such problem",
    none_lede: "Its report may not have been accepted yet, or the link comes from another device's records.",
    all: "Reported problems",
    facts: "Facts",
    history: "What was done",
    acts: "Actions",
    acts_note: "Only what the procedure allows now is listed.",
    claims: "Names, organisations and remarks are what people say of themselves; this page verifies none.",
    conflicts: "Two devices acted at once: please check",
    handler: "In charge",
    turn: "Whose turn",
    due: "Due",
    person: "Person",
    subject: "About",
    reported_by: "Reported by",
    reported_on: "Reported on",
    number: "Number",
    reopened: "Times reopened",
    light_at_closing: "Light when closed out",
    lacks_owner: "Nobody is named to see to it: please assign it.",
    lacks_day: "No due day is set: please give one when you assign it.",
    asked_late: "asked after the due day",
    irregular: "outside the procedure; what was written later holds",
    worded_anew: "worded anew",
    taken_back: "taken back by its reporter",
    taken_back_note: "It counts no more; what was done stays on record.",
    evidence: "Evidence: ",
    document: "Document: ",
    choose: "Please choose",
    cancel: "Cancel",
    done: "Recorded.",
    not_kept: "Not saved on this device yet: ",
    nothing_to_do: "There is nothing to do now.",
    only_looking: "This is not this device's current ledger: it can be viewed, but nothing can be done here.",
    day_example: "e.g. 2024-09-30",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What an act is called on its button.
pub fn act(language: Language, act: Act) -> &'static str {
    let (zh, en) = match act {
        Act::Assign => ("交办", "Assign"),
        Act::Check => ("开始核查", "Begin the check"),
        Act::Close => ("销号", "Close out"),
        Act::SendBack => ("退回整改", "Send back"),
        Act::Grant => ("同意延期", "Grant more time"),
        Act::Refuse => ("不同意延期", "Refuse more time"),
        Act::Raise => ("上提、发函", "Escalate"),
        Act::Suspend => ("中止", "Suspend"),
        Act::Resume => ("恢复办理", "Resume"),
        Act::Reopen => ("重新打开", "Reopen"),
    };
    language.pick(zh, en)
}

/// What a field of an act is called.
pub fn field(language: Language, act: Act, field: Field) -> &'static str {
    let (zh, en) = match (field, act) {
        (Field::Organisation, _) => ("交给哪个单位", "To which organisation"),
        (Field::Day, Act::Raise) => ("发出日期（尚未发出则不填）", "Sent on (empty while it is a draft)"),
        (Field::Day, Act::Assign) => ("完成时限（不填则不变）", "Due day (empty: as it is)"),
        (Field::Day, _) => ("延期至", "Until"),
        (Field::To, _) => ("报给谁、发给谁", "To whom"),
        (Field::Paper, _) => ("文种（提示函、通知单、警示函，可不填）", "Letter (optional)"),
        (Field::Document, Act::Close) => ("核查材料、文件", "Evidence of the check, document"),
        (Field::Document, _) => ("督办单文号（可不填）", "Number of the paper (optional)"),
        (Field::Text, Act::Close) => ("解决情况", "How it was settled"),
        (Field::Text, Act::SendBack) => ("退回的理由", "Reason for sending it back"),
        (Field::Text, Act::Refuse) => ("不同意的理由", "Reason for refusing"),
        (Field::Text, Act::Suspend) => ("中止的理由", "Reason for suspending"),
        (Field::Text, Act::Reopen) => ("重新打开的理由", "Reason for reopening"),
        (Field::Text, Act::Assign) => ("办理要求（可不填）", "What is asked (optional)"),
        (Field::Text, _) => ("说明（可不填）", "Remark (optional)"),
    };
    language.pick(zh, en)
}

/// Why an act is refused.
pub fn fault(language: Language, act: Act, fault: &Fault) -> String {
    let said = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::NotNow(state) => {
            let state = state.words(language);
            language.pick(
                format!("问题目前的状态是“{state}”，按程序不能这样办理。"),
                format!("The problem is “{state}”: the procedure does not allow this now."),
            )
        }
        Fault::NoText => match act {
            Act::Close => said("请写明解决情况。", "Please say how it was settled."),
            _ => said("请写明理由。", "Please give a reason."),
        },
        Fault::NoEvidence => said(
            "申请单位没有写明佐证，请填写核查材料或文件。",
            "The organisation named no evidence: please name what was checked, or a document.",
        ),
        Fault::UnknownOrganisation => {
            said("请选择方案中的一个单位。", "Please choose an organisation of the plan.")
        }
        Fault::NoSuchDay => {
            said("没有这一天，请写成 2024-09-30 的样子。", "There is no such day; write it like 2024-09-30.")
        }
        Fault::NoDay => said("请填写延期至哪一天。", "Please say until which day."),
        Fault::BeforeReported(day) => language.pick(
            format!("时限不能早于问题提出的日期（{day}）。"),
            format!("The due day cannot be before the day on which it was reported ({day})."),
        ),
        Fault::SentLater(day) => language.pick(
            format!("发出日期不能晚于今天（{day}）。"),
            format!("It cannot have been sent after today ({day})."),
        ),
        Fault::NoAddressee => said("请写明报给谁、发给谁。", "Please say to whom."),
        Fault::OwnVerifier => said(
            "申请销号的人不能自己销号：请由另一人核查并署名。",
            "Whoever asked for the close-out cannot close it: somebody else has to check and sign.",
        ),
        Fault::TooLong { field: of, letters, most } => {
            let name = field(language, act, *of);
            language.pick(
                format!("“{name}”一栏有 {letters} 个字，最多 {most} 个。"),
                format!("“{name}” has {letters} characters; at most {most} are taken."),
            )
        }
    }
}

/// The first due day and the one that holds.
pub fn due(language: Language, first: Option<Day>, due: Option<Day>) -> String {
    match (first, due) {
        (_, None) => language.pick("未定", "no day set").to_owned(),
        (Some(first), Some(due)) if first != due => {
            language.pick(format!("{due}（最初为 {first}）"), format!("{due} (first {first})"))
        }
        (_, Some(due)) => due.to_string(),
    }
}

/// How often.
pub fn times(language: Language, count: usize) -> String {
    language.pick(format!("{count} 次"), count.to_string())
}

/// What it is about is no longer there.
pub fn subject_gone(language: Language, id: &str) -> String {
    let id = isolated(id);
    language.pick(format!("{id}（该事项已不在方案中）"), format!("{id} (no longer in the plan)"))
}

/// That it was reported.
pub fn reported(language: Language, month: Month, until: Option<Day>) -> String {
    let of = language.pick(format!("{}年{}月", month.year(), month.number()), month.to_string());
    match until {
        None => language.pick(format!("在 {of}调度中提出"), format!("reported for {of}")),
        Some(day) => language.pick(
            format!("在 {of}调度中提出，拟于 {day} 前解决"),
            format!("reported for {of}, to be settled by {day}"),
        ),
    }
}

/// A step as a sentence; `to` is the name of the organisation to which it was handed.
pub fn step(language: Language, step: &ProblemStep, to: &str) -> String {
    let to = isolated(to);
    match step {
        ProblemStep::Assigned { until: None, .. } => {
            language.pick(format!("交{to}办理"), format!("assigned to {to}"))
        }
        ProblemStep::Assigned { until: Some(day), .. } => {
            language.pick(format!("交{to}办理，限 {day} 前办结"), format!("assigned to {to}, due {day}"))
        }
        ProblemStep::ExtensionAsked { until } => {
            language.pick(format!("申请延期至 {until}"), format!("asked for more time until {until}"))
        }
        ProblemStep::ExtensionGranted { until } => {
            language.pick(format!("同意延期至 {until}"), format!("granted more time until {until}"))
        }
        ProblemStep::Raised { to, paper, sent } => raised(language, to, paper, *sent),
        ProblemStep::Received
        | ProblemStep::Answered
        | ProblemStep::ExtensionRefused
        | ProblemStep::CloseOutAsked { .. }
        | ProblemStep::CheckBegun
        | ProblemStep::Closed
        | ProblemStep::SentBack
        | ProblemStep::Suspended
        | ProblemStep::Resumed
        | ProblemStep::Reopened => step.words(language).to_owned(),
    }
}

fn raised(language: Language, to: &str, paper: &str, sent: Option<Day>) -> String {
    let (to, paper) = (isolated(to), isolated(paper));
    let what = match paper.as_str() {
        "" => language.pick(format!("上提{to}"), format!("escalated to {to}")),
        paper => language.pick(format!("拟向{to}发{paper}"), format!("{paper} to {to}")),
    };
    let when = match sent {
        Some(day) => language.pick(format!("，{day} 已发出"), format!(", sent {day}")),
        None => language.pick("，尚未发出", ", not sent yet").to_owned(),
    };
    [what, when].concat()
}

/// That something said before was taken back: what it was, in its own word.
pub fn taken_back_step(language: Language, what: &str) -> String {
    language.pick(format!("撤回此前的“{what}”"), format!("took back: {what}"))
}

/// For whom, and who.
pub fn by(language: Language, organisation: &str, person: &str) -> String {
    match person.trim() {
        "" => isolated(organisation),
        person => [isolated(organisation).as_str(), language.pick(" ", ", "), &isolated(person)].concat(),
    }
}

/// Two decisions that contradict each other: day, who, what of each.
pub fn conflict(
    language: Language,
    earlier: (Day, String, &'static str),
    later: (Day, String, &'static str),
) -> String {
    let one = |(day, by, what): (Day, String, &'static str)| {
        language.pick(format!("{day} {by}：{what}"), format!("{day} {by}: {what}"))
    };
    let (earlier, later) = (one(earlier), one(later));
    language.pick(
        format!("{earlier}；{later}。两条办理相隔不到一天，办理人可能互不知情，现以后一条为准。"),
        format!("{earlier}; {later}. They were written within a day by different pages, perhaps unaware of each other; the later one holds."),
    )
}

/// What a problem is called where its words are too long for a heading.
pub fn kind(language: Language) -> &'static str {
    names::PROBLEM.words(language)
}
