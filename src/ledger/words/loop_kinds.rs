//! What the choices of the kinds of the whole loop are called.

use super::{
    CARRIED_ON, CHECKING, CLOSE_OUT_ASKED, CLOSED_OUT, RECEIVED, REOPENED, RETURNED, SENT_BACK,
    SUBMISSION_STATE, SUSPENDED, UNDERWAY,
};
use crate::ledger::kinds::{
    Actor, Adjustment, AdjustmentChange, Aim, ItemChange, ItemKind, Outcome, ProblemState, ProblemStep,
    ReasonClass, Status,
};
use crate::ledger::known::CaseState;
use crate::text::Language;

impl ProblemStep {
    /// What became of the problem.
    pub fn words(&self, language: Language) -> &'static str {
        match self {
            Self::Assigned { .. } => language.pick("已交办", "assigned"),
            Self::Received => RECEIVED.words(language),
            Self::Answered => language.pick("已答复", "answered"),
            Self::ExtensionAsked { .. } => language.pick("申请延期", "extension asked"),
            Self::ExtensionGranted { .. } => language.pick("同意延期", "extension granted"),
            Self::ExtensionRefused => language.pick("不同意延期", "extension refused"),
            Self::Raised { .. } => language.pick("已上提", "escalated"),
            Self::CloseOutAsked { .. } => CLOSE_OUT_ASKED.words(language),
            Self::CheckBegun => CHECKING.words(language),
            Self::Closed => CLOSED_OUT.words(language),
            Self::SentBack => SENT_BACK.words(language),
            Self::Suspended => SUSPENDED.words(language),
            Self::Resumed => language.pick("恢复办理", "resumed"),
            Self::Reopened => REOPENED.words(language),
        }
    }
}

impl ProblemState {
    /// The state in words.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::New => language.pick("新增", "new"),
            Self::Received => RECEIVED.words(language),
            Self::Underway => UNDERWAY.words(language),
            Self::CloseOutAsked => CLOSE_OUT_ASKED.words(language),
            Self::Checking => CHECKING.words(language),
            Self::SentBack => SENT_BACK.words(language),
            Self::Closed => CLOSED_OUT.words(language),
            Self::Suspended => SUSPENDED.words(language),
            Self::Reopened => REOPENED.words(language),
        }
    }
}

impl Actor {
    /// Whose turn it is.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Organisation => language.pick("承办单位", "the organisation in charge"),
            Self::Officer => language.pick("主管单位", "the plan's issuer"),
            Self::Nobody => language.pick("无", "nobody"),
        }
    }
}

impl ItemKind {
    /// What the item is.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Task => language.pick("任务", "task"),
            Self::Measure => language.pick("举措", "measure"),
            Self::Project => language.pick("项目", "project"),
            Self::Node => language.pick("工作节点", "node"),
        }
    }
}

impl ItemChange {
    /// What becomes of the item.
    pub fn words(&self, language: Language) -> &'static str {
        match self {
            Self::Listed(_) => language.pick("列入清单", "listed"),
            Self::CarriedOn { .. } => CARRIED_ON.words(language),
            Self::Ended { .. } => language.pick("终止", "ended"),
            Self::Moved { .. } => language.pick("调整时限", "due day moved"),
        }
    }
}

impl Adjustment {
    /// Whether it is proposed or decided, and old and new where they are figures or bases.
    pub fn words(&self, language: Language) -> String {
        let of = |aim: &Option<Aim>| Aim::words(*aim, language);
        let change = match &self.change {
            AdjustmentChange::Target { old, new } => [of(old), " → ".into(), of(new)].concat(),
            AdjustmentChange::Basis { old, new } => {
                [old.words(language), " → ", new.words(language)].concat()
            }
            AdjustmentChange::Wording { .. } => language.pick("文字调整", "wording").into(),
            AdjustmentChange::Merged { .. } => language.pick("合并", "merged").into(),
            AdjustmentChange::Ended => language.pick("取消", "ended").into(),
        };
        [self.status.words(language), " · ", &change].concat()
    }
}

impl Aim {
    /// The target as a board has it, sign before figure; what is said where there is none.
    pub fn words(aim: Option<Self>, language: Language) -> String {
        match aim {
            Some(aim) => {
                let mark = aim.comparator.mark(language);
                // A word would run into the figure.
                let between = if mark.ends_with(|last: char| last.is_ascii_alphabetic()) { " " } else { "" };
                [mark, between, &aim.value.to_string()].concat()
            }
            None => language.pick("无", "none").into(),
        }
    }
}

impl ReasonClass {
    /// Every class, as a list offers them.
    pub const ALL: [Self; 5] = [Self::ForceMajeure, Self::Policy, Self::Basis, Self::Superior, Self::Other];

    /// The class in words.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::ForceMajeure => language.pick("不可抗力", "force majeure"),
            Self::Policy => language.pick("政策变化", "change of policy"),
            Self::Basis => language.pick("口径变化", "change of basis"),
            Self::Superior => language.pick("上级要求", "required from above"),
            Self::Other => language.pick("其他", "other"),
        }
    }
}

impl Status {
    /// Whether it is proposed or decided.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Proposed => language.pick("拟议", "proposed"),
            Self::Decided => language.pick("已定", "decided"),
        }
    }
}

impl Outcome {
    /// Every outcome, in the order in which they are counted.
    pub const ALL: [Self; 7] = [
        Self::Met,
        Self::Exceeded,
        Self::NotMet,
        Self::Carried,
        Self::Adjusted,
        Self::Unpublished,
        Self::Undecided,
    ];

    /// What the promise comes to.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Met => language.pick("销账", "met"),
            Self::Exceeded => language.pick("超额完成", "exceeded"),
            Self::NotMet => language.pick("未完成", "not met"),
            Self::Carried => CARRIED_ON.words(language),
            Self::Adjusted => language.pick("调整", "adjusted"),
            Self::Unpublished => language.pick("未公布", "not yet published"),
            Self::Undecided => language.pick("口径不清", "basis undecided"),
        }
    }
}

impl CaseState {
    /// How the case stands.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::HandedIn => SUBMISSION_STATE.words(language),
            Self::Returned => RETURNED.words(language),
            Self::Adopted => language.pick("已采用", "adopted"),
            Self::TakenUp => language.pick("已推广", "taken up"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::samples::loop_kinds::{adjustment, aim};

    /// 突破 20 and 20 are two promises: old and new are told with how a figure has to compare.
    #[test]
    fn an_adjustment_tells_old_and_new_with_how_they_compare() {
        let change = AdjustmentChange::Target { old: Some(aim("20")), new: None };
        let told = |status| match adjustment(change.clone(), "2024-07-01", status) {
            Said::Adjustment(one) => Language::ALL.map(|language| one.words(language)),
            other => panic!("{other:?}"),
        };
        assert_eq!(told(Status::Decided), ["已定 · >20 → 无", "decided · >20 → none"]);
        assert_eq!(told(Status::Proposed)[0], "拟议 · >20 → 无");
    }
}
