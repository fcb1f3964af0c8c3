//! What the about page says of its own.

use crate::plan::{Basis, Comparator, MilestoneKind, Modality, Plan, Window};
use crate::text::Language;

pub struct Words {
    pub document: &'static str,
    pub title: &'static str,
    pub issuer: &'static str,
    pub number: &'static str,
    pub date: &'static str,
    pub notice_date: &'static str,
    pub published_at: &'static str,
    pub period: &'static str,
    pub time_zone: &'static str,
    pub file: &'static str,
    pub cycle: &'static str,
    pub as_written: &'static str,
    pub requirements: &'static str,
    pub questions: &'static str,
    pub questions_note: &'static str,
    pub reading: &'static str,
    pub concerns: &'static str,
    pub legend: &'static str,
    pub basis: &'static str,
    pub basis_note: &'static str,
    pub comparator: &'static str,
    pub comparator_note: &'static str,
    pub bare: &'static str,
    pub modality: &'static str,
    pub modality_note: &'static str,
    pub none: &'static str,
    pub no_modality: &'static str,
    pub milestone: &'static str,
    pub milestone_note: &'static str,
    pub storage: &'static str,
    pub device: &'static str,
    /// Leads to the page on which another bureau makes its plan file.
    pub make_plan: &'static str,
    pub program: &'static str,
    pub version: &'static str,
    pub build: &'static str,
    pub reads: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub diagnostics: &'static str,
    pub diagnostics_note: &'static str,
    pub licences: &'static str,
    pub licences_note: &'static str,
    pub licences_file: &'static str,
}

const ZH: Words = Words {
    document: "方案与文件",
    title: "标题",
    issuer: "印发单位",
    number: "文号",
    date: "落款日期",
    notice_date: "通知日期",
    published_at: "公布网址",
    period: "期间",
    time_zone: "时区",
    file: "数据文件",
    cycle: "调度闭环",
    as_written: "原文写作",
    requirements: "管理要求",
    questions: "待明确事项",
    questions_note: "方案没有写明之处，以及本文件暂按的理解",
    reading: "暂按理解",
    concerns: "涉及",
    legend: "口径和用词",
    basis: "口径",
    basis_note: "口径不同的数不比、不连线、不相加。",
    comparator: "比较词",
    comparator_note: "写在数的前面，照原文，不代为补上。",
    bare: "（无符号）",
    modality: "限定词",
    modality_note: "写在数的后面，照原文。",
    none: "（无）",
    no_modality: "方案没有用这类词",
    milestone: "节点目标",
    milestone_note: "没有数的目标。",
    storage: "本机存储内容",
    device: "本机数据：备份、恢复、清除",
    make_plan: "换成本单位的方案：填写表格或粘贴全文，制作 plan.json",
    program: "程序",
    version: "版本",
    build: "构建",
    reads: "数据格式",
    copy: "复制诊断信息",
    copied: "已复制。",
    not_copied: "浏览器不允许网页复制。请选中下面的文字，按 Ctrl C，或长按后复制。",
    diagnostics: "诊断信息",
    diagnostics_note: "只有版本、浏览器和存储大小，没有个人信息；不会自动发送。",
    licences: "随页面发布的软件及其许可",
    licences_note: "直接用到的；它们各自的依赖和许可全文见",
    licences_file: "licences.txt",
};

const EN: Words = Words {
    document: "The plan and its file",
    title: "Title",
    issuer: "Issued by",
    number: "Number",
    date: "Date of the text",
    notice_date: "Date of the notice",
    published_at: "Published at",
    period: "Years",
    time_zone: "Time zone",
    file: "Data file",
    cycle: "Reporting cycle",
    as_written: "as written",
    requirements: "Management requirements",
    questions: "Open questions",
    questions_note: "What the plan does not say, and how this file reads it until somebody decides",
    reading: "Read as",
    concerns: "Concerns",
    legend: "Bases and terms",
    basis: "Basis",
    basis_note: "Figures of different bases are never compared, joined or added.",
    comparator: "Comparator",
    comparator_note: "Comes before the figure, as in the text; none is added.",
    bare: "(no sign)",
    modality: "Modality",
    modality_note: "Comes after the figure, as in the text.",
    none: "(none)",
    no_modality: "the plan uses no such word",
    milestone: "Milestones",
    milestone_note: "Targets without a number.",
    storage: "What is kept on this device",
    device: "On this device: back up, restore, clear",
    make_plan: "Use another plan: fill in a workbook or paste its text, and make a plan.json",
    program: "Program",
    version: "Version",
    build: "Build",
    reads: "Reads data of",
    copy: "Copy diagnostics",
    copied: "Copied.",
    not_copied: "The browser does not allow copying. Select the text below and press Ctrl C, or press and hold.",
    diagnostics: "Diagnostics",
    diagnostics_note: "Only versions, browser and storage sizes, nothing personal; nothing is sent automatically.",
    licences: "Software shipped with the page, and its licences",
    licences_note: "Direct dependencies; their own dependencies, and the licences in full, are in",
    licences_file: "licences.txt",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn heading(language: Language, questions: usize) -> String {
    match (language, questions) {
        (Language::Zh, 0) => "方案理解与本机存储".into(),
        (Language::En, 0) => "How the plan is read, and what is kept on this device".into(),
        (Language::Zh, _) => format!("方案有 {questions} 处没有写明，本页列出暂按的理解"),
        (Language::En, 1) => "The plan leaves one point open; here is how it is read".into(),
        (Language::En, _) => format!("The plan leaves {questions} points open; here is how they are read"),
    }
}

/// In place of links that are too many to read at once.
pub fn folded(language: Language, count: usize) -> String {
    language.pick(format!("涉及方案中 {count} 项"), format!("Concerns {count} parts of the plan"))
}

pub fn file(language: Language, plan: &Plan) -> String {
    let (id, version, schema) = (&plan.id, &plan.version, plan.schema);
    match language {
        Language::Zh => format!("plan.json：{id}，第 {version} 版，格式 {schema}"),
        Language::En => format!("plan.json: {id}, edition {version}, schema {schema}"),
    }
}

pub fn window(language: Language, window: &Window) -> String {
    let (opens, closes) = (window.opens, window.closes);
    match (language, window.stated) {
        (Language::Zh, true) => format!("期满次月 {opens}—{closes} 日报送"),
        (Language::Zh, false) => format!("期满次月 {opens}—{closes} 日报送；时限为假定，方案没有写明"),
        (Language::En, true) => format!("due on day {opens}–{closes} of the month after"),
        (Language::En, false) => {
            format!("due on day {opens}–{closes} of the month after; assumed, the plan does not say")
        }
    }
}

pub fn basis(language: Language, basis: Basis) -> &'static str {
    let (zh, en) = match basis {
        Basis::Stock => ("截至某一天的总数", "how many there are on a day"),
        Basis::YearlyFlow => ("一年之内新增或完成的数量", "how much is added or done within one year"),
        Basis::RunningTotal => ("自方案第一年起累计", "the sum since the plan's first year"),
        Basis::Level => ("要保持的水平或比率", "a level or ratio to hold"),
        Basis::Unstated => ("方案没有说明，不作推测", "the plan does not say, and nothing is assumed"),
    };
    language.pick(zh, en)
}

pub fn meaning(language: Language, comparator: Comparator) -> &'static str {
    let (zh, en) = match comparator {
        Comparator::GreaterThan => {
            ("突破：须大于这个数，相等不算", "surpass: more than the figure; equal is not enough")
        }
        Comparator::AtLeast => ("不少于、以上：等于或多于", "not less than: equal or more"),
        Comparator::Reach => (
            "达到：达到这个数；超过的如何认定，原文未写明",
            "reach: arrive at the figure; the text says nothing of more",
        ),
        Comparator::AtMost => ("不超过：等于或少于", "at most: equal or less"),
        Comparator::LessThan => ("低于：须小于这个数", "less than the figure"),
        Comparator::Unstated => ("方案只写数，没有比较词", "the plan gives a bare number"),
    };
    language.pick(zh, en)
}

pub fn firmness(language: Language, modality: Modality) -> &'static str {
    let (zh, en) = match modality {
        Modality::Ensure => ("须保证完成", "has to be achieved"),
        Modality::Strive => ("须尽力完成", "to be achieved by every effort"),
        Modality::Seek => ("努力争取", "to be sought"),
        Modality::None => ("", ""),
    };
    language.pick(zh, en)
}

pub fn kind(language: Language, kind: MilestoneKind) -> &'static str {
    let (zh, en) = match kind {
        MilestoneKind::State => ("是否达到，可以判定", "reached or not"),
        MilestoneKind::Direction => ("朝此推进，不存在“完成”", "to move towards; it is never done"),
    };
    language.pick(zh, en)
}
