//! What the plan's own notions are called in each language.

use super::{
    Basis, Comparator, DistrictRule, Frequency, MemberKind, MilestoneKind, Modality, Month, OrganisationKind,
    ProjectKind,
};
use crate::text::Language;

impl Month {
    /// The month by name: 2024 年 8 月.
    pub fn words(self, language: Language) -> String {
        match language {
            Language::Zh => format!("{} 年 {} 月", self.year(), self.number()),
            Language::En => self.to_string(),
        }
    }
}

impl Basis {
    /// Every basis, in the order in which lists offer them.
    pub const ALL: [Self; 5] =
        [Self::Stock, Self::YearlyFlow, Self::RunningTotal, Self::Level, Self::Unstated];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Stock => "stock",
            Self::YearlyFlow => "yearly-flow",
            Self::RunningTotal => "running-total",
            Self::Level => "level",
            Self::Unstated => "unstated",
        }
    }

    /// Its name on screen, for example 时点存量.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Stock => language.pick("时点存量", "stock at a point in time"),
            Self::YearlyFlow => language.pick("年度数", "flow of one year"),
            Self::RunningTotal => language.pick("累计数", "running total"),
            Self::Level => language.pick("保持水平", "level to hold"),
            Self::Unstated => language.pick("口径未载明", "basis not stated"),
        }
    }
}

impl MemberKind {
    /// What the members of a list are, for example 企业.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Enterprise => language.pick("企业", "enterprises"),
            Self::Platform => language.pick("科技创新平台", "innovation platforms"),
            Self::Carrier => language.pick("创新载体", "carriers of innovation"),
            Self::PilotBase => language.pick("中试基地", "pilot bases"),
            Self::Alliance => language.pick("联盟", "alliances"),
            Self::Team => language.pick("团队（写团队名称）", "teams, by the name of the team"),
            Self::Project => language.pick("项目", "projects"),
            Self::Demand => language.pick("需求（写需要什么）", "needs: what is looked for"),
            Self::Person => language.pick("人员", "persons"),
            Self::Other => language.pick("成员", "members"),
        }
    }
}

impl Comparator {
    /// Whether a value complies with a target.
    ///
    /// 达到 is met by more as well, and a bare number is read like 不少于: the text gives no reason to punish more.
    pub fn holds<T: PartialOrd>(self, value: T, target: T) -> bool {
        match self {
            Self::GreaterThan => value > target,
            Self::AtLeast | Self::Reach | Self::Unstated => value >= target,
            Self::AtMost => value <= target,
            Self::LessThan => value < target,
        }
    }

    /// Every comparator, in the order in which lists offer them.
    pub const ALL: [Self; 6] =
        [Self::GreaterThan, Self::AtLeast, Self::Reach, Self::AtMost, Self::LessThan, Self::Unstated];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::GreaterThan => "greater-than",
            Self::AtLeast => "at-least",
            Self::Reach => "reach",
            Self::AtMost => "at-most",
            Self::LessThan => "less-than",
            Self::Unstated => "unstated",
        }
    }

    /// What stands before the figure. A bare number has nothing; 达到 is a word, because the text
    /// does not say whether more is meant.
    pub fn mark(self, language: Language) -> &'static str {
        match self {
            Self::GreaterThan => ">",
            Self::AtLeast => "≥",
            Self::Reach => language.pick("达", "to"),
            Self::AtMost => "≤",
            Self::LessThan => "<",
            Self::Unstated => "",
        }
    }

    /// The sign alone, where it has one.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Reach | Self::Unstated => "",
            signed => signed.mark(Language::Zh),
        }
    }

    /// Its name on screen, the plan's own word for it in Chinese, for example 突破.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::GreaterThan => language.pick("突破", "more than"),
            Self::AtLeast => language.pick("不少于", "at least"),
            Self::Reach => language.pick("达到", "reach"),
            Self::AtMost => language.pick("不超过", "at most"),
            Self::LessThan => language.pick("低于", "less than"),
            Self::Unstated => language.pick("只写数字", "a bare number"),
        }
    }
}

impl Modality {
    /// Every modality, firmest first.
    pub const ALL: [Self; 4] = [Self::Ensure, Self::Strive, Self::Seek, Self::None];

    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Ensure => "ensure",
            Self::Strive => "strive",
            Self::Seek => "seek",
            Self::None => "none",
        }
    }

    /// Its name on screen, the plan's own word for it in Chinese, for example 确保.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Ensure => language.pick("确保", "ensure"),
            Self::Strive => language.pick("力争", "strive for"),
            Self::Seek => language.pick("争取", "seek"),
            Self::None => language.pick("无限定词", "none stated"),
        }
    }
}

impl Frequency {
    /// Its name on screen, for example 每月.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Monthly => language.pick("每月", "monthly"),
            Self::Quarterly => language.pick("每季", "quarterly"),
            Self::Yearly => language.pick("每年", "yearly"),
        }
    }
}

impl DistrictRule {
    /// Its name on screen, for example 各地相加.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Sum => language.pick("各地相加", "districts add up"),
            Self::None => language.pick("不分地区", "not by district"),
            Self::Ratio => language.pick("比率，不相加", "a ratio, not added up"),
        }
    }
}

impl MilestoneKind {
    /// Its name on screen: 状态 or 方向.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::State => language.pick("状态", "state to reach"),
            Self::Direction => language.pick("方向", "direction"),
        }
    }
}

impl OrganisationKind {
    /// Its name on screen, for example 事业单位.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Department => language.pick("部门", "department"),
            Self::Institution => language.pick("事业单位", "public institution"),
            Self::District => language.pick("县（市）区、开发区", "district"),
            Self::Group => language.pick("单位组合", "group of organisations"),
            Self::University => language.pick("高校", "university"),
            Self::ResearchInstitute => language.pick("科研院所", "research institute"),
            Self::Enterprise => language.pick("企业", "enterprise"),
            Self::Carrier => language.pick("创新载体", "carrier of innovation"),
            Self::Higher => language.pick("上级单位", "higher authority"),
            Self::Other => language.pick("其他", "other"),
        }
    }
}

impl ProjectKind {
    /// Every kind, in the order in which lists group them.
    pub const ALL: [Self; 9] = [
        Self::Research,
        Self::Platform,
        Self::PilotBase,
        Self::Alliance,
        Self::Construction,
        Self::Fostering,
        Self::Event,
        Self::Programme,
        Self::Other,
    ];

    /// Its name on screen, as the head of a group of projects: plural in English.
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Research => language.pick("科研攻关", "research"),
            Self::Platform => language.pick("平台", "platforms"),
            Self::PilotBase => language.pick("中试基地", "pilot bases"),
            Self::Alliance => language.pick("联盟", "alliances"),
            Self::Construction => language.pick("园区与基地建设", "parks and bases"),
            Self::Fostering => language.pick("企业培育", "enterprise development"),
            Self::Event => language.pick("活动", "events"),
            Self::Programme => language.pick("政策与计划", "programmes and policies"),
            Self::Other => language.pick("其他", "other"),
        }
    }
}
