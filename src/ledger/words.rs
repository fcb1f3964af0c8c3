//! The one name, in both languages, of everything that is said: kinds of entries, stages, reports, and what became of
//! them. Pages take it from here; `tests/names.rs` finds one that spells its own.

mod loop_kinds;

use super::{Change, Report, Said, Slot, Stage};
use crate::text::{Language, Term};

/// An indicator's figure at the end of a period.
pub const ACTUAL: Term = Term { zh: "完成值", en: "actual" };
/// Where a stock stood before the plan began.
pub const BASELINE: Term = Term { zh: "基期值", en: "baseline" };
/// How far a measure, project or milestone has come.
pub const PROGRESS: Term = Term { zh: "进展", en: "progress" };
/// A problem that somebody reported.
pub const PROBLEM: Term = Term { zh: "问题", en: "problem" };
/// That an organisation has reported all that it owes for a period.
pub const SUBMISSION: Term = Term { zh: "报送", en: "submission" };
/// That the officer took over a batch.
pub const ACCEPTANCE: Term = Term { zh: "接收", en: "acceptance" };
/// That the officer gave a batch back.
pub const RETURN: Term = Term { zh: "退回", en: "return" };
/// That a period is closed.
pub const LOCK: Term = Term { zh: "锁定", en: "lock" };
/// A target set after the plan was issued.
pub const YEAR_TARGET: Term = Term { zh: "年度分解目标", en: "yearly target" };
/// A light that a person set.
pub const JUDGEMENT: Term = Term { zh: "人工判灯", en: "light set by judgement" };
/// How the bureau reads an indicator whose basis the plan does not state.
pub const BASIS_DECISION: Term = Term { zh: "口径认定", en: "decision on a basis" };
/// The thresholds and the curve by which lights are judged.
pub const RULE: Term = Term { zh: "判灯规则", en: "rule for lights" };
/// That an earlier entry does not hold.
pub const WITHDRAWAL: Term = Term { zh: "撤回", en: "withdrawal" };
/// That the words of an entry are taken out for good.
pub const REDACTION: Term = Term { zh: "删除文字", en: "redaction" };
/// What became of a problem.
pub const PROBLEM_STEP: Term = Term { zh: "问题办理", en: "action on a problem" };
/// The days on which the reports of a period may come in.
pub const WINDOW: Term = Term { zh: "填报时限", en: "reporting dates" };
/// The first period for which the bureau uses the page.
pub const START_OF_USE: Term = Term { zh: "启用", en: "start of use" };
/// What is said of an item of a year's own list.
pub const ITEM: Term = Term { zh: "年度任务清单", en: "item of a year's list" };
/// A name on a list.
pub const MEMBER: Term = Term { zh: "名单成员", en: "list member" };
/// That what the plan promises is changed by a paper.
pub const ADJUSTMENT: Term = Term { zh: "目标调整", en: "adjustment" };
/// A district's share of an indicator.
pub const ALLOTMENT: Term = Term { zh: "县区分解目标", en: "district allotment" };
/// The rule by which districts are assessed.
pub const ASSESSMENT_RULE: Term = Term { zh: "县区考核办法", en: "assessment rule" };
/// What a promise of a year comes to.
pub const VERDICT: Term = Term { zh: "对账结论", en: "verdict" };
/// A typical case.
pub const CASE: Term = Term { zh: "典型案例", en: "typical case" };
/// That a document was issued.
pub const ISSUE: Term = Term { zh: "文件印发", en: "issued document" };
/// A decision of a meeting.
pub const DECISION: Term = Term { zh: "议定事项", en: "meeting decision" };

/// The stage of what has not begun.
pub const NOT_STARTED: Term = Term { zh: "未启动", en: "not started" };
/// The stage of what has begun and is not done.
pub const UNDERWAY: Term = Term { zh: "推进中", en: "under way" };
/// The stage of what is finished.
pub const DONE: Term = Term { zh: "已完成", en: "done" };

/// Said in place of a figure: as in the period before.
pub const NO_CHANGE: Term = Term { zh: "无变化", en: "no change" };
/// Said in place of a figure: nothing happened.
pub const NOTHING_TO_REPORT: Term = Term { zh: "零报告", en: "nothing to report" };
/// Said in place of a figure: it exists but is not out yet.
pub const NOT_YET_PUBLISHED: Term = Term { zh: "尚未公布", en: "not yet published" };

/// Of a report that has come in.
pub const REPORTED: Term = Term { zh: "已报", en: "reported" };
/// Of a report that the officer took over.
pub const ACCEPTED: Term = Term { zh: "已接收", en: "accepted" };
/// Of a report that the officer gave back.
pub const RETURNED: Term = Term { zh: "已退回", en: "returned" };
/// Of an entry that does not hold any more.
pub const WITHDRAWN: Term = Term { zh: "已撤回", en: "withdrawn" };
/// Of an entry whose words were taken out.
pub const REDACTED: Term = Term { zh: "文字已删除", en: "words redacted" };
/// Of a problem that is settled.
pub const CLOSED_OUT: Term = Term { zh: "已销号", en: "closed out" };
/// Of a problem that was received by who sees to it.
pub const RECEIVED: Term = Term { zh: "已签收", en: "received" };
/// Of a problem that is to be closed, as who sees to it says.
pub const CLOSE_OUT_ASKED: Term = Term { zh: "申请销号", en: "close-out asked" };
/// Of a problem that is being checked.
pub const CHECKING: Term = Term { zh: "核查中", en: "being checked" };
/// Of a problem that was not settled well enough.
pub const SENT_BACK: Term = Term { zh: "退回整改", en: "sent back" };
/// Of a problem that was put aside.
pub const SUSPENDED: Term = Term { zh: "已中止", en: "suspended" };
/// Of what goes on in a later year.
pub const CARRIED_ON: Term = Term { zh: "结转", en: "carried on" };
/// Of a name that is not on its list any more.
pub const OFF_THE_LIST: Term = Term { zh: "退出", en: "off the list" };
/// Of a case that was handed in.
pub const SUBMISSION_STATE: Term = Term { zh: "已报送", en: "handed in" };
/// Of a problem that is open again.
pub const REOPENED: Term = Term { zh: "已重新打开", en: "reopened" };

/// Every name that a page may not spell for itself; such as are ordinary words too are not among them.
pub const NAMES: [Term; 30] = [
    BASELINE,
    YEAR_TARGET,
    JUDGEMENT,
    BASIS_DECISION,
    RULE,
    REDACTION,
    PROBLEM_STEP,
    WINDOW,
    START_OF_USE,
    NOT_STARTED,
    UNDERWAY,
    DONE,
    NO_CHANGE,
    NOTHING_TO_REPORT,
    NOT_YET_PUBLISHED,
    REPORTED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN,
    REDACTED,
    CLOSED_OUT,
    REOPENED,
    SUBMISSION,
    ITEM,
    MEMBER,
    ADJUSTMENT,
    ALLOTMENT,
    ASSESSMENT_RULE,
    VERDICT,
    DECISION,
];

impl Said {
    /// What kind of entry it is.
    pub fn kind(&self, language: Language) -> &'static str {
        match self {
            Self::Actual { .. } => ACTUAL,
            Self::Baseline { .. } => BASELINE,
            Self::Progress { .. } => PROGRESS,
            Self::Problem { .. } => PROBLEM,
            Self::Submission => SUBMISSION,
            Self::Acceptance { .. } => ACCEPTANCE,
            Self::Return { .. } => RETURN,
            Self::Lock { .. } => LOCK,
            Self::YearTarget { .. } => YEAR_TARGET,
            Self::Judgement { .. } => JUDGEMENT,
            Self::BasisDecision { .. } => BASIS_DECISION,
            Self::Rule(_) => RULE,
            Self::Withdrawal { .. } => WITHDRAWAL,
            Self::Redaction { .. } => REDACTION,
            Self::ProblemStep { .. } => PROBLEM_STEP,
            Self::Window { .. } => WINDOW,
            Self::StartOfUse { .. } => START_OF_USE,
            Self::Item(_) => ITEM,
            Self::Member(_) => MEMBER,
            Self::Adjustment(_) => ADJUSTMENT,
            Self::Allotment { .. } => ALLOTMENT,
            Self::AssessmentRule(_) => ASSESSMENT_RULE,
            Self::Verdict(_) => VERDICT,
            Self::Case(_) => CASE,
            Self::Issue(_) => ISSUE,
            Self::Decision(_) => DECISION,
        }
        .words(language)
    }
}

impl Slot {
    /// What kind of entry it holds.
    pub fn kind(&self, language: Language) -> &'static str {
        match self {
            Self::Actual { .. } => ACTUAL,
            Self::Baseline { .. } => BASELINE,
            Self::Progress { .. } => PROGRESS,
            Self::Problem { .. } => PROBLEM,
            Self::Submission { .. } => SUBMISSION,
            Self::Lock { .. } => LOCK,
            Self::YearTarget { .. } => YEAR_TARGET,
            Self::Judgement { .. } => JUDGEMENT,
            Self::Basis { .. } => BASIS_DECISION,
            Self::Rule => RULE,
            Self::ProblemStep { .. } => PROBLEM_STEP,
            Self::Window { .. } => WINDOW,
            Self::StartOfUse => START_OF_USE,
            Self::ItemLine { .. } | Self::ItemCourse { .. } | Self::DueDay { .. } => ITEM,
            Self::Member { .. } => MEMBER,
            Self::Adjustment { .. } => ADJUSTMENT,
            Self::Allotment { .. } => ALLOTMENT,
            Self::AssessmentRule { .. } => ASSESSMENT_RULE,
            Self::Verdict { .. } => VERDICT,
            Self::Case { .. } => CASE,
            Self::Issue { .. } => ISSUE,
            Self::Decision { .. } => DECISION,
        }
        .words(language)
    }
}

impl Stage {
    /// The stage in words.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::NotStarted => NOT_STARTED,
            Self::Underway => UNDERWAY,
            Self::Done => DONE,
        }
        .words(language)
    }
}

impl Report {
    /// The figure, or what was said in its place.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Value(value) => value.to_string(),
            Self::NoChange => NO_CHANGE.words(language).into(),
            Self::NothingToReport => NOTHING_TO_REPORT.words(language).into(),
            Self::NotYetPublished => NOT_YET_PUBLISHED.words(language).into(),
        }
    }
}

impl Change {
    /// What became of the entry.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Shown => language.pick("有效", "in force"),
            Self::Superseded => language.pick("已被后报数据取代", "superseded"),
            Self::Corrected => language.pick("已更正", "corrected"),
            Self::Withdrawn => WITHDRAWN.words(language),
            Self::Returned => RETURNED.words(language),
            Self::AfterLock => language.pick("锁定后送到，不计入", "after the lock, not counted"),
        }
    }
}
