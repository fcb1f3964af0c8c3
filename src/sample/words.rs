//! What the people of the sample write. Every text says that it is one.

use crate::text::Language;

/// Texts in the plan's own language, as its people would write them.
pub struct Words {
    pub officer: &'static str,
    pub people: [&'static str; 6],
    pub notes: [&'static str; 6],
    pub evidence: [&'static str; 3],
    pub progress: [&'static str; 4],
    pub problems: [&'static str; 6],
    pub who: [&'static str; 4],
    pub withdrawn: &'static str,
    pub with_number: &'static str,
    pub number: &'static str,
    pub returned: [&'static str; 3],
    pub mended: &'static str,
    pub corrected: &'static str,
    pub not_published: &'static str,
    pub source: &'static str,
    pub basis: &'static str,
    pub year_target: &'static str,
    pub document: &'static str,
    pub judgement: &'static str,
    pub rule: &'static str,
    /// The name of a member, made of two halves.
    pub member: &'static str,
    pub members: [&'static [&'static str]; 2],
    pub listing: &'static str,
    pub left: &'static str,
}

impl Words {
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
        }
    }
}

static ZH: Words = Words {
    officer: "调度员（示例）",
    people: [
        "张工（示例）",
        "李工（示例）",
        "王工（示例）",
        "赵科（示例）",
        "刘科（示例）",
        "陈主任（示例）",
    ],
    notes: [
        "示例：较上期稳步增长。",
        "示例：新增项已通过认定。",
        "示例：部分项目下月入库。",
        "示例：数据以系统导出为准。",
        "示例：两家企业材料补正中。",
        "示例：集中签约带动增长。",
    ],
    evidence: ["示例：认定文件（虚构）", "示例：系统导出表（虚构）", "示例：统计月报（虚构）"],
    progress: [
        "示例：方案已印发，开始实施。",
        "示例：已完成首批对接。",
        "示例：按计划推进。",
        "示例：已完成并总结。",
    ],
    problems: [
        "示例：申报材料不全，需企业补充。",
        "示例：场地改造进度慢于计划。",
        "示例：配套资金尚未到位。",
        "示例：统计口径与上级系统不一致。",
        "示例：牵头企业负责人更换，需重新对接。",
        "示例：专家评审排期推迟。",
    ],
    who: ["高新科（示例）", "成果科（示例）", "张工（示例）", "分管领导（示例）"],
    withdrawn: "示例：与上月问题重复，撤回。",
    with_number: "示例：企业联系人要求加快办理。",
    number: "联系人（示例）电话 000-0000",
    returned: [
        "示例：缺佐证材料，请补充。",
        "示例：与上期差异较大，请核实。",
        "示例：缺问题责任人，请补充。",
    ],
    mended: "示例：已按退回意见补充。",
    corrected: "示例：上次多写一位，现更正。",
    not_published: "示例：上级尚未公布。",
    source: "示例：虚构基期值",
    basis: "示例：方案未载明口径，会议议定（虚构）。",
    year_target: "示例：按两年目标居中分解（虚构）。",
    document: "示例：年度分解表（虚构）",
    judgement: "示例：项目已签约，预计下季度补上（虚构）。",
    rule: "示例：收紧滞后线（虚构）。",
    member: "{}有限公司（示例）",
    members: [
        &["海纳", "启明", "恒岳", "瑞镁", "钢韵", "云杉", "同泽", "金石", "远帆", "卓能", "盛邦"],
        &["新材料", "智能装备", "耐火科技", "轴承制造", "环保工程", "激光技术", "工业软件"],
    ],
    listing: "示例：认定文件（虚构）",
    left: "示例：未通过复核（虚构）。",
};

static EN: Words = Words {
    officer: "Officer (sample)",
    people: [
        "A. Miller (sample)",
        "B. Costa (sample)",
        "C. Silva (sample)",
        "D. Brown (sample)",
        "E. Novak (sample)",
        "F. Green (sample)",
    ],
    notes: [
        "Sample: steady growth.",
        "Sample: newly recognised.",
        "Sample: more next month.",
        "Sample: as exported.",
        "Sample: papers being completed.",
        "Sample: signed together.",
    ],
    evidence: [
        "Sample: notice (invented)",
        "Sample: export (invented)",
        "Sample: monthly statistics (invented)",
    ],
    progress: [
        "Sample: issued, work has begun.",
        "Sample: first round done.",
        "Sample: going to plan.",
        "Sample: done and reviewed.",
    ],
    problems: [
        "Sample: papers incomplete.",
        "Sample: building works are slow.",
        "Sample: funds not in yet.",
        "Sample: counted otherwise in the other system.",
        "Sample: new contact at the lead firm.",
        "Sample: experts meet later than planned.",
    ],
    who: ["Planning (sample)", "Works (sample)", "A. Miller (sample)", "Deputy (sample)"],
    withdrawn: "Sample: the same as last month's, withdrawn.",
    with_number: "Sample: a firm's contact asks for speed.",
    number: "Contact (sample), phone 000-0000",
    returned: [
        "Sample: evidence missing.",
        "Sample: far from last time, please check.",
        "Sample: who sees to it?",
    ],
    mended: "Sample: added as asked.",
    corrected: "Sample: a digit too many, corrected.",
    not_published: "Sample: not published yet.",
    source: "Sample: invented baseline",
    basis: "Sample: the plan does not say; agreed (invented).",
    year_target: "Sample: half way between two years (invented).",
    document: "Sample: yearly breakdown (invented)",
    judgement: "Sample: signed, catches up next quarter (invented).",
    rule: "Sample: behind begins earlier (invented).",
    member: "{} (sample)",
    members: [
        &[
            "Aurora ",
            "Kestrel ",
            "Northwind ",
            "Juniper ",
            "Meridian ",
            "Halcyon ",
            "Cormorant ",
            "Saltmarsh ",
        ],
        &["One", "Explorer", "Courier", "Pilot", "Guardian", "Pioneer", "Voyager"],
    ],
    listing: "Sample: recognition notice (invented)",
    left: "Sample: did not pass the review (invented).",
};
