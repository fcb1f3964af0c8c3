//! What an opened row says of its own.

use crate::text::Language;

pub struct Words {
    pub lead: &'static str,
    pub responsible: &'static str,
    pub lights: &'static str,
    pub next: &'static str,
    pub page: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    /// Of the small chart.
    pub chart: &'static str,
}

const ZH: Words = Words {
    lead: "牵头",
    responsible: "责任",
    lights: "各期状态",
    next: "下一步",
    page: "查看本指标",
    copy: "复制整句",
    copied: "已复制",
    chart: "历次完成值与目标",
};

const EN: Words = Words {
    lead: "Lead",
    responsible: "Responsible",
    lights: "By period",
    next: "Next",
    page: "Open its page",
    copy: "Copy the sentence",
    copied: "Copied",
    chart: "Reported figures and targets",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
