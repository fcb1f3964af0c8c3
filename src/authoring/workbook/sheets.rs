//! Which sheets a plan has as a workbook, and which columns: one table for the writer and the reader.

use super::choices::Choices;
use crate::authoring::ids;
use crate::text::Language;

/// A sheet for each sort of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetOf {
    /// What is said of the plan as a whole: a row for each field.
    Plan,
    /// Areas.
    Areas,
    /// Tasks.
    Tasks,
    /// Measures.
    Measures,
    /// Indicators.
    Indicators,
    /// Target figures.
    Targets,
    /// Milestones.
    Milestones,
    /// Organisations.
    Organisations,
    /// Projects.
    Projects,
    /// Rounds of the cycle.
    Rounds,
    /// What the plan demands of its own carrying out.
    Requirements,
    /// Where the text is unclear, and how it is read.
    Questions,
    /// Indicators that say nearly the same.
    Related,
    /// Lists with members.
    Lists,
    /// What the members of a list may be.
    States,
    /// Which figures a list proves.
    Figures,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// The identifier; one is made of the name where the cell is empty.
    Id(Option<ids::Kind>),
    /// Words in both languages, a column each.
    Name,
    /// A whole number.
    Whole,
    /// A figure with its decimals.
    Figure,
    /// A day.
    Day,
    /// A month.
    Month,
    /// Days, one on a line.
    Days,
    /// One of a list.
    OneOf(Choices),
    /// A thing of another sheet, by its name.
    Ref(Among),
    /// Such things.
    Refs(Among),
    /// Wordings, one on a line: a comma may belong to them.
    Lines,
    /// Short words without commas.
    Keys,
}

/// Among which things a name is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    /// The rows of a sheet.
    Sheet(SheetOf),
    /// Everything that has an identifier.
    All,
}

/// A column; on the sheet of the plan, a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Where it stands in the object of `plan.json`, with points between the steps.
    pub path: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub kind: Kind,
    /// The plan cannot do without it.
    pub is_needed: bool,
}

impl Column {
    pub(super) fn head(&self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }
}

/// What `plan.json` has of a sheet.
pub(super) struct Form {
    pub sheet: SheetOf,
    pub zh: &'static str,
    pub en: &'static str,
    /// The field of the list in the object around it.
    pub field: &'static str,
    /// The sheet of the things that hold these; the first column then says in which.
    pub within: Option<SheetOf>,
    pub columns: &'static [Column],
}

impl Form {
    pub(super) fn name(&self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }

    /// A workbook without it is no plan.
    pub(super) fn is_needed(&self) -> bool {
        matches!(
            self.sheet,
            SheetOf::Plan | SheetOf::Areas | SheetOf::Tasks | SheetOf::Organisations | SheetOf::Rounds
        )
    }

    /// What holds these has the list, be it empty.
    pub(super) fn is_always(&self) -> bool {
        matches!(
            self.sheet,
            SheetOf::Tasks
                | SheetOf::Measures
                | SheetOf::Indicators
                | SheetOf::Targets
                | SheetOf::Milestones
                | SheetOf::States
        )
    }

    pub(super) fn of(sheet: SheetOf) -> &'static Self {
        FORMS.iter().find(|form| form.sheet == sheet).unwrap_or(&FORMS[0])
    }

    /// The sheets of the things that stand within these.
    pub(super) fn held_by(sheet: Option<SheetOf>) -> impl Iterator<Item = &'static Self> {
        FORMS.iter().filter(move |form| form.sheet != SheetOf::Plan && form.within == sheet)
    }
}

const fn column(path: &'static str, zh: &'static str, en: &'static str, kind: Kind) -> Column {
    Column { path, zh, en, kind, is_needed: true }
}

const fn maybe(path: &'static str, zh: &'static str, en: &'static str, kind: Kind) -> Column {
    Column { path, zh, en, kind, is_needed: false }
}

const fn id(kind: ids::Kind) -> Column {
    maybe("id", "标识", "Identifier", Kind::Id(Some(kind)))
}

const SECTION: Column = column("section", "章节", "Section", Kind::Words);
const AS_WRITTEN: Column = column("as_written", "原文", "As written", Kind::Words);
const WORDINGS: Column = maybe("as_written", "原文写法", "As written", Kind::Lines);
const ALIASES: Column = maybe("aliases", "别名", "Other names", Kind::Lines);
const NOTE: Column = maybe("note", "说明", "Note", Kind::Name);
const PROJECTS: Column =
    maybe("projects", "相关项目", "Projects", Kind::Refs(Among::Sheet(SheetOf::Projects)));
const ORGANISATIONS: Column =
    maybe("organisations", "相关单位", "Organisations", Kind::Refs(Among::Sheet(SheetOf::Organisations)));
const MODALITY: Column = column("modality", "力度", "How firm", Kind::OneOf(Choices::Modality));

const fn organisations(path: &'static str, zh: &'static str, en: &'static str) -> Column {
    column(path, zh, en, Kind::Refs(Among::Sheet(SheetOf::Organisations)))
}

/// In the order in which people fill them in.
pub(super) const FORMS: [Form; 16] = [
    Form {
        sheet: SheetOf::Plan,
        zh: "方案",
        en: "Plan",
        field: "",
        within: None,
        columns: &[
            maybe("id", "标识", "Identifier", Kind::Id(Some(ids::Kind::Plan))),
            column("version", "版本", "Version", Kind::Words),
            column("language", "语言", "Language", Kind::OneOf(Choices::Language)),
            column("title", "标题", "Title", Kind::Name),
            column("short_title", "简称", "Short title", Kind::Name),
            column("issuer", "印发单位", "Issued by", Kind::Ref(Among::Sheet(SheetOf::Organisations))),
            maybe("document.number", "文号", "Document number", Kind::Words),
            column("document.date", "成文日期", "Date of the document", Kind::Day),
            maybe("document.notice_date", "通知日期", "Date of the notice", Kind::Day),
            maybe("document.published_at", "公开网址", "Published at", Kind::Words),
            maybe("document.rests_on", "依据文件", "Rests on", Kind::Refs(Among::Sheet(SheetOf::Projects))),
            column("time_zone", "时区", "Time zone", Kind::Words),
            column("period.from", "起始年份", "First year", Kind::Whole),
            column("period.to", "结束年份", "Last year", Kind::Whole),
            column("purpose", "目的", "Purpose", Kind::Name),
            column("cycle.section", "调度所在章节", "Section on reporting", Kind::Words),
            column("cycle.first_month", "首次填报月份", "First month reported on", Kind::Month),
            maybe(
                "cycle.calendar.window_ends_on_working_day",
                "逢休息日顺延",
                "Windows end on working days",
                Kind::OneOf(Choices::YesNo),
            ),
            maybe("cycle.calendar.days_off", "休息日", "Days off", Kind::Days),
            maybe("cycle.calendar.working_days", "调休上班日", "Days worked instead", Kind::Days),
            organisations("districts", "县区", "Districts"),
        ],
    },
    Form {
        sheet: SheetOf::Areas,
        zh: "领域",
        en: "Areas",
        field: "areas",
        within: None,
        columns: &[
            id(ids::Kind::Area),
            column("mark", "序号", "Number", Kind::Words),
            SECTION,
            column("title", "标题", "Title", Kind::Name),
        ],
    },
    Form {
        sheet: SheetOf::Tasks,
        zh: "任务",
        en: "Tasks",
        field: "tasks",
        within: Some(SheetOf::Areas),
        columns: &[
            id(ids::Kind::Task),
            SECTION,
            column("title", "标题", "Title", Kind::Name),
            column("summary", "概要", "Summary", Kind::Name),
            organisations("lead", "牵头单位", "Lead"),
            organisations("responsible", "责任单位", "Responsible"),
            column("responsible_open", "另有未列名单位", "Others not named", Kind::OneOf(Choices::YesNo)),
            ORGANISATIONS,
            PROJECTS,
        ],
    },
    Form {
        sheet: SheetOf::Measures,
        zh: "措施",
        en: "Measures",
        field: "measures",
        within: Some(SheetOf::Tasks),
        columns: &[
            id(ids::Kind::Measure),
            SECTION,
            column("title", "标题", "Title", Kind::Name),
            column("summary", "概要", "Summary", Kind::Name),
            maybe("year", "年份", "Year", Kind::Whole),
            ORGANISATIONS,
            PROJECTS,
        ],
    },
    Form {
        sheet: SheetOf::Indicators,
        zh: "指标",
        en: "Indicators",
        field: "indicators",
        within: Some(SheetOf::Tasks),
        columns: &[
            id(ids::Kind::Indicator),
            column("name", "名称", "Name", Kind::Name),
            column("definition", "定义", "Definition", Kind::Name),
            column("basis", "口径", "Basis", Kind::OneOf(Choices::Basis)),
            column("unit", "计量单位", "Unit", Kind::Name),
            column("frequency", "频次", "How often", Kind::OneOf(Choices::Frequency)),
            column("districts", "分县区", "By district", Kind::OneOf(Choices::Districts)),
            ALIASES,
            maybe("reading", "读法", "Reading", Kind::Name),
        ],
    },
    Form {
        sheet: SheetOf::Targets,
        zh: "目标",
        en: "Targets",
        field: "targets",
        within: Some(SheetOf::Indicators),
        columns: &[
            column("year", "年份", "Year", Kind::Whole),
            column("comparator", "比较", "Comparison", Kind::OneOf(Choices::Comparator)),
            column("value", "数值", "Figure", Kind::Figure),
            MODALITY,
            SECTION,
            AS_WRITTEN,
        ],
    },
    Form {
        sheet: SheetOf::Milestones,
        zh: "节点",
        en: "Milestones",
        field: "milestones",
        within: Some(SheetOf::Tasks),
        columns: &[
            id(ids::Kind::Milestone),
            column("name", "名称", "Name", Kind::Name),
            column("kind", "类别", "Kind", Kind::OneOf(Choices::Milestone)),
            column("years.from", "起始年份", "First year", Kind::Whole),
            column("years.to", "结束年份", "Last year", Kind::Whole),
            MODALITY,
            SECTION,
            AS_WRITTEN,
            ORGANISATIONS,
            PROJECTS,
        ],
    },
    Form {
        sheet: SheetOf::Organisations,
        zh: "单位",
        en: "Organisations",
        field: "organisations",
        within: None,
        columns: &[
            id(ids::Kind::Organisation),
            column("name", "名称", "Name", Kind::Name),
            maybe("short_name", "简称", "Short name", Kind::Name),
            column("kind", "类别", "Kind", Kind::OneOf(Choices::Organisation)),
            ALIASES,
            WORDINGS,
            maybe("members", "成员单位", "Members", Kind::Refs(Among::Sheet(SheetOf::Organisations))),
            NOTE,
        ],
    },
    Form {
        sheet: SheetOf::Projects,
        zh: "项目",
        en: "Projects",
        field: "projects",
        within: None,
        columns: &[
            id(ids::Kind::Project),
            column("name", "名称", "Name", Kind::Name),
            column("kind", "类别", "Kind", Kind::OneOf(Choices::Project)),
            SECTION,
            ALIASES,
            WORDINGS,
            ORGANISATIONS,
            maybe("collective.count", "合称个数", "Stands for so many", Kind::Whole),
            maybe("collective.named", "其中列名个数", "Of them named", Kind::Whole),
            NOTE,
        ],
    },
    Form {
        sheet: SheetOf::Rounds,
        zh: "调度安排",
        en: "Rounds",
        field: "cycle.rounds",
        within: None,
        columns: &[
            id(ids::Kind::Round),
            column("name", "名称", "Name", Kind::Name),
            column("months", "间隔月数", "Every so many months", Kind::Whole),
            column("purpose", "用途", "Purpose", Kind::Name),
            column("window.opens", "开始日", "Opens on day", Kind::Whole),
            column("window.closes", "截止日", "Closes on day", Kind::Whole),
            column("window.stated", "原文载明日期", "Days are stated", Kind::OneOf(Choices::YesNo)),
            maybe("as_written", "原文", "As written", Kind::Words),
        ],
    },
    Form {
        sheet: SheetOf::Requirements,
        zh: "工作要求",
        en: "Requirements",
        field: "requirements",
        within: None,
        columns: &[
            id(ids::Kind::Requirement),
            SECTION,
            column("title", "标题", "Title", Kind::Name),
            column("text", "内容", "Text", Kind::Name),
            ORGANISATIONS,
            PROJECTS,
        ],
    },
    Form {
        sheet: SheetOf::Questions,
        zh: "存疑",
        en: "Questions",
        field: "questions",
        within: None,
        columns: &[
            id(ids::Kind::Question),
            SECTION,
            column("question", "疑问", "Question", Kind::Name),
            column("reading", "暂按", "Read as", Kind::Name),
            maybe("concerns", "涉及", "Concerns", Kind::Refs(Among::All)),
        ],
    },
    Form {
        sheet: SheetOf::Related,
        zh: "相近指标",
        en: "Related",
        field: "related",
        within: Some(SheetOf::Indicators),
        columns: &[
            column(
                "indicator",
                "相近的指标",
                "Related indicator",
                Kind::Ref(Among::Sheet(SheetOf::Indicators)),
            ),
            column("reason", "区别", "How they differ", Kind::Name),
        ],
    },
    Form {
        sheet: SheetOf::Lists,
        zh: "名单",
        en: "Lists",
        field: "lists",
        within: None,
        columns: &[
            maybe("id", "标识", "Identifier", Kind::Id(None)),
            column("name", "名称", "Name", Kind::Name),
            column("stated", "原文要求", "Text orders it", Kind::OneOf(Choices::YesNo)),
            SECTION,
            AS_WRITTEN,
            column("kind", "成员类别", "What is listed", Kind::OneOf(Choices::Member)),
            column("persons", "含个人姓名", "Names persons", Kind::OneOf(Choices::YesNo)),
            maybe("project", "对应项目", "Project", Kind::Ref(Among::Sheet(SheetOf::Projects))),
            NOTE,
        ],
    },
    Form {
        sheet: SheetOf::States,
        zh: "名单状态",
        en: "States",
        field: "states",
        within: Some(SheetOf::Lists),
        columns: &[
            column("key", "代号", "Key", Kind::Words),
            column("name", "名称", "Name", Kind::Name),
            column("stated", "原文载明", "Stated", Kind::OneOf(Choices::YesNo)),
        ],
    },
    Form {
        sheet: SheetOf::Figures,
        zh: "名单计数",
        en: "Figures of lists",
        field: "figures",
        within: Some(SheetOf::Lists),
        columns: &[
            column("indicator", "指标", "Indicator", Kind::Ref(Among::Sheet(SheetOf::Indicators))),
            column("counts", "计入的状态代号", "Counted states", Kind::Keys),
        ],
    },
];
