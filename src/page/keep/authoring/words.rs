//! What the page says of its own.

use crate::authoring::workbook::What;
use crate::authoring::{Choice, Doubt, Field, MOST_LETTERS, Of, Part, Problem, Reason, Refused};
use crate::text::{Language, isolated};

pub struct Words {
    pub heading: &'static str,
    pub lede: &'static str,
    pub text: &'static str,
    pub text_note: &'static str,
    pub read: &'static str,
    pub clear: &'static str,
    pub cleared: &'static str,
    pub head: &'static str,
    pub head_note: &'static str,
    pub confirm_head: &'static str,
    pub head_confirmed: &'static str,
    pub found: &'static str,
    pub confirm_all: &'static str,
    pub confirm: &'static str,
    pub is_what: &'static str,
    pub proposed: &'static str,
    pub decided: &'static str,
    pub task: &'static str,
    pub no_task: &'static str,
    pub indicator: &'static str,
    pub name: &'static str,
    pub value: &'static str,
    pub unit: &'static str,
    pub basis: &'static str,
    pub comparator: &'static str,
    pub modality: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub kind: &'static str,
    pub preview: &'static str,
    pub wrong: &'static str,
    pub faulty: &'static str,
    pub download: &'static str,
    pub how: &'static str,
    pub tables: &'static str,
    pub tables_note: &'static str,
    pub template: &'static str,
    pub current: &'static str,
    pub sound: &'static str,
    pub changes: &'static str,
    pub other_plan: &'static str,
    pub no_change: &'static str,
}

const ZH: Words = Words {
    heading: "制作方案文件",
    lede: "另一个方案只要换一个 plan.json：在表格里填写，或粘贴方案全文后逐项确认。没有错误、没有未处理的，才能下载。",
    text: "用方案全文制作",
    text_note: "从 Word 或网页复制全文粘贴，标题编号要保留；页面找出章节、单位、数字和名称。文本只存在本机。",
    read: "读取文本",
    clear: "清空重来",
    cleared: "已清空。",
    head: "方案概况",
    head_note: "由正文开头读出，请核对后确认。",
    confirm_head: "确认概况",
    head_confirmed: "已确认",
    found: "逐项处理",
    confirm_all: "确认本任务的全部建议",
    confirm: "确认",
    is_what: "是什么",
    proposed: "建议",
    decided: "已确认",
    task: "所属任务",
    no_task: "请选择",
    indicator: "指标名称",
    name: "名称",
    value: "数值",
    unit: "单位",
    basis: "口径",
    comparator: "比较词",
    modality: "力度",
    from: "起始年",
    to: "截止年",
    kind: "类型",
    preview: "预览",
    wrong: "以下各处互相矛盾或不完整，改好后才能生成文件：",
    faulty: "生成的文件还有错误，改好后才能下载：",
    download: "下载 plan.json",
    how: "用它替换网页文件夹里的 plan.json（与 index.html 同一文件夹），刷新即可。程序不用重新编译；README 有说明。",
    tables: "用表格制作",
    tables_note: "下载模板，用 Excel、WPS 或 LibreOffice 填好后选择文件；也可以下载现行方案，在上面修改。文件只在本机读取。",
    template: "下载空白模板",
    current: "下载现行方案的表格",
    sound: "没有错误。",
    changes: "与现行方案相比",
    other_plan: "标识与现行方案不同，按另一个方案处理：本机现有的填报记录不会带过去。",
    no_change: "与现行方案完全相同。",
};

const EN: Words = Words {
    heading: "Make a plan file",
    lede: "Another plan takes nothing but another plan.json: filled in as a workbook, or made of the pasted text of the plan, confirmed piece by piece. There is one to download when nothing is wrong and nothing left.",
    text: "From the text of a plan",
    text_note: "Copy all of it from Word or a web page, with the numbers of its headings; the page finds sections, organisations, numbers and names. The text stays on this device.",
    read: "Read the text",
    clear: "Clear and start again",
    cleared: "Cleared.",
    head: "About the plan",
    head_note: "Read from the beginning of the text. Check it, then confirm.",
    confirm_head: "Confirm these",
    head_confirmed: "Confirmed",
    found: "One by one",
    confirm_all: "Confirm all proposals of this task",
    confirm: "Confirm",
    is_what: "It is",
    proposed: "proposal",
    decided: "confirmed",
    task: "Task",
    no_task: "Please choose",
    indicator: "Name of the indicator",
    name: "Name",
    value: "Figure",
    unit: "Unit",
    basis: "Basis",
    comparator: "Comparator",
    modality: "How firmly",
    from: "First year",
    to: "Last year",
    kind: "Sort",
    preview: "Preview",
    wrong: "These contradict each other or are incomplete. Correct them to get the file:",
    faulty: "The file would still have faults. Correct them to download it:",
    download: "Download plan.json",
    how: "Put it in the place of plan.json in the folder of the page (beside index.html) and reload. Nothing has to be built; the README says more.",
    tables: "From a workbook",
    tables_note: "Download the template, fill it in with Excel, WPS or LibreOffice, and choose the file; or download the plan that is shown and change it. The file is read on this device alone.",
    template: "Download the template",
    current: "Download this plan as a workbook",
    sound: "Nothing is wrong.",
    changes: "Against the plan that is shown",
    other_plan: "Its identifier is not that of the plan that is shown, so it is another plan: the records of this device do not go over to it.",
    no_change: "It is the same as the plan that is shown.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The part before the first heading.
pub fn head(language: Language) -> &'static str {
    language.pick("题首", "Before the first heading")
}

/// How much is left, of the whole or of a part.
pub fn left(language: Language, left: usize) -> String {
    match (language, left) {
        (Language::Zh, 0) => "全部处理完".into(),
        (Language::En, 0) => "Nothing is left".into(),
        (Language::Zh, _) => format!("还有 {left} 处未处理"),
        (Language::En, 1) => "1 is left".into(),
        (Language::En, _) => format!("{left} are left"),
    }
}

/// Leads to the sentence in which something stands.
pub fn line(language: Language, line: usize) -> String {
    language.pick(format!("第 {line} 行"), format!("Line {line}"))
}

pub fn sort(language: Language, of: Of) -> &'static str {
    match of {
        Of::Section(_) => language.pick("标题", "Heading"),
        Of::Figure(_) => language.pick("数字", "Number"),
        Of::Phrase(_) => language.pick("不带数的目标", "Promise without a number"),
        Of::Organisation(_) => language.pick("单位", "Organisation"),
        Of::Quote(_) => language.pick("名称", "Name"),
    }
}

/// What something may be.
pub fn choice(language: Language, choice: &Choice) -> &'static str {
    match choice {
        Choice::Part(part) => match part {
            Part::Area => language.pick("领域", "Area"),
            Part::Task => language.pick("任务", "Task"),
            Part::Measure => language.pick("举措", "Measure"),
            Part::Requirement => language.pick("工作要求", "Requirement"),
            Part::Text => language.pick("只是标题", "A heading alone"),
        },
        Choice::Target(_) => language.pick("指标目标值", "Target of an indicator"),
        Choice::Years => language.pick("年份（管后面的数）", "Year of what follows"),
        Choice::Milestone(_) => language.pick("节点目标", "Milestone"),
        Choice::GoesOn => language.pick("接上一条节点目标", "Goes on with the one before"),
        Choice::Organisation(kind) => kind.words(language),
        Choice::SameAs(_) => language.pick("与另一单位相同", "Same as another"),
        Choice::Project(kind) => kind.words(language),
        Choice::Dismissed(reason) => match reason {
            Reason::Numbering => language.pick("不取：序号、文号", "Nothing: a number of a list or document"),
            Reason::Day => language.pick("不取：日期", "Nothing: a day"),
            Reason::OfName => language.pick("不取：名称的一部分", "Nothing: part of a name"),
            Reason::Wording => language.pick("不取：行文用语", "Nothing: a turn of speech"),
            Reason::Described => language.pick("不取：叙述，不是目标", "Nothing: described, not promised"),
            Reason::Outside => language.pick("不取：不属于任何任务", "Nothing: of no task"),
            Reason::Repeated => language.pick("不取：别处已有", "Nothing: said elsewhere"),
        },
    }
}

pub fn doubt(language: Language, doubt: &Doubt) -> String {
    match doubt {
        Doubt::EachYear => language
            .pick(
                "写的是一段年份：建议按逐年达到；如为期末达到，请改起始年。",
                "A span of years: proposed for each year. If it means the end, change the first year.",
            )
            .into(),
        Doubt::NoUnit => language.pick("没有单位。", "It has no unit.").into(),
        Doubt::TooManyDigits => {
            language.pick("位数太多，请换更大的单位。", "Too many digits: use a larger unit.").into()
        }
        Doubt::SpeltOtherwise(name) => language.pick(
            format!("此处写作“{name}”，差一字，建议视为同一指标。"),
            format!("Written as “{name}” here; taken for the same indicator."),
        ),
        Doubt::NoName => language
            .pick("前后看不出指标名称，请填写。", "The words around it name nothing: please do.")
            .into(),
        Doubt::NoTask => {
            language.pick("不在任何任务下，请选择所属任务。", "It stands in no task: choose one.").into()
        }
        Doubt::NobodyLeads => language
            .pick(
                "未写牵头单位：建议由第一个单位牵头。",
                "Nobody is said to lead: the first organisation is proposed.",
            )
            .into(),
    }
}

pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Title => language.pick("标题", "Title"),
        Field::ShortTitle => language.pick("简称", "Short title"),
        Field::Issuer => language.pick("印发单位", "Issued by"),
        Field::Number => language.pick("文号（可空）", "Number of the document (may be empty)"),
        Field::Date => language.pick("落款日期，如 2023-07-25", "Day of the text, such as 2023-07-25"),
        Field::From => language.pick("起始年", "First year"),
        Field::To => language.pick("截止年", "Last year"),
        Field::TimeZone => language.pick("时区，如 Asia/Shanghai", "Time zone, such as Europe/London"),
        Field::Purpose => language.pick("目的", "Purpose"),
        Field::Districts => language.pick(
            "报数的县区，用顿号分开（可空）",
            "Districts with figures of their own, by commas (may be empty)",
        ),
    }
}

pub fn refused(language: Language, refused: Refused) -> String {
    match refused {
        Refused::Empty => language.pick("请先粘贴方案文本。", "Paste the text of a plan first.").into(),
        Refused::TooLong { letters } => language.pick(
            format!("共 {letters} 字，最多 {MOST_LETTERS} 字。请只粘贴方案正文。"),
            format!("{letters} letters; at most {MOST_LETTERS}. Paste the plan alone."),
        ),
        Refused::TooMany { items } => language.pick(
            format!("标题、数字和名称共 {items} 处，太多。请只粘贴方案正文，去掉附表。"),
            format!("{items} headings, numbers and names are too many. Paste the plan without its tables."),
        ),
        Refused::NoHeadings => language
            .pick(
                "没有找到带编号的标题（一、（一）1. 等）。复制时请保留编号。",
                "No numbered heading (1., 1.1, Goal 1) was found. Keep the numbers when you copy.",
            )
            .into(),
    }
}

/// A problem with the words that it is about.
pub fn about(language: Language, words: &str, sentence: &str) -> String {
    let short: String = words.chars().take(30).collect();
    language.pick(format!("“{short}”：{sentence}"), format!("“{short}”: {sentence}"))
}

pub fn problem(language: Language, problem: &Problem) -> String {
    match problem {
        Problem::Left(count) => left(language, *count),
        Problem::Empty(of) => {
            let name = field(language, *of);
            language.pick(format!("请填写{name}。"), format!("Fill in: {name}."))
        }
        Problem::NotWritten(of) => {
            let name = field(language, *of);
            language.pick(format!("写法不对：{name}。"), format!("Not written as it should be: {name}."))
        }
        Problem::TooLong => language.pick("字数太多。", "Too many letters.").into(),
        Problem::NoTasks => language.pick("没有一个标题是任务。", "No heading is a task.").into(),
        Problem::NoTask => language.pick("它不在任何任务之下。", "It belongs to no task.").into(),
        Problem::NotAFigure => {
            language.pick("数值要写成数字，如 17.6。", "Write the figure in digits, such as 17.6.").into()
        }
        Problem::Unnamed => {
            language.pick("请填写指标名称和单位。", "Name the indicator and its unit.").into()
        }
        Problem::YearTwice { indicator, year } => language.pick(
            format!("指标“{indicator}”在 {year} 年有两个目标值。"),
            format!("The indicator “{indicator}” has two targets for {year}."),
        ),
        Problem::Units { indicator } => language.pick(
            format!("指标“{indicator}”的单位前后不同。"),
            format!("The indicator “{indicator}” has different units."),
        ),
        Problem::GoesOnWithNothing => {
            language.pick("前面没有可以接上的节点目标。", "No milestone stands right before it.").into()
        }
        Problem::SameAsNobody { name } => {
            language.pick(format!("没有叫“{name}”的单位。"), format!("No organisation is called “{name}”."))
        }
    }
}

/// What a plan holds.
pub fn counted(language: Language) -> [&'static str; 8] {
    language.pick(
        ["领域", "任务", "举措", "指标", "目标值", "节点目标", "单位", "项目"],
        [
            "areas",
            "tasks",
            "measures",
            "indicators",
            "target figures",
            "milestones",
            "organisations",
            "projects",
        ],
    )
}

pub fn overview_columns(language: Language) -> [&'static str; 3] {
    language.pick(["指标或节点目标", "目标", "任务"], ["Indicator or milestone", "Targets", "Task"])
}

pub fn overview_caption(language: Language) -> &'static str {
    language.pick("方案的指标和节点目标", "Indicators and milestones of the plan")
}

/// What somebody typed, behind a sentence about it.
pub fn quoted(language: Language, words: &str) -> String {
    let words = isolated(words);
    language.pick(format!("：“{words}”"), format!(": “{words}”"))
}

pub fn whole_workbook(language: Language) -> &'static str {
    language.pick("整个文件", "The whole file")
}

/// How many things are wrong with a workbook.
pub fn faults(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, _) => format!("有 {count} 处需要改正，改好后重新选择文件："),
        (Language::En, 1) => "1 thing has to be corrected. Then choose the file again:".into(),
        (Language::En, _) => format!("{count} things have to be corrected. Then choose the file again:"),
    }
}

pub fn faults_caption(language: Language) -> &'static str {
    language.pick("表格里的问题", "What is wrong in the workbook")
}

pub fn fault_columns(language: Language) -> [&'static str; 4] {
    language.pick(["位置", "问题", "应为", "怎么办"], ["Place", "What is wrong", "Allowed", "What to do"])
}

pub fn changes_caption(language: Language) -> &'static str {
    language.pick("新旧方案的不同", "Differences between the two versions")
}

pub fn change_columns(language: Language) -> [&'static str; 5] {
    language.pick(["表", "名称", "变化", "原来", "现在"], ["Sheet", "Name", "Change", "Before", "Now"])
}

/// What is otherwise, then the old and the new words.
pub fn change(language: Language, what: &What) -> [String; 3] {
    let told = |words: &str, old: &str, new: &str| [words.to_owned(), old.to_owned(), new.to_owned()];
    match what {
        What::Added => told(language.pick("新增", "added"), "", ""),
        What::Removed => told(language.pick("删除", "removed"), "", ""),
        What::Identifier { old, new } => told(language.pick("标识改变", "another identifier"), old, new),
        What::Field { field, old, new, .. } => told(field, old, new),
    }
}

/// More differences than are listed.
pub fn more_changes(language: Language, more: usize) -> String {
    language.pick(format!("另有 {more} 处不同，没有列出。"), format!("{more} more are not listed."))
}

/// Records that have nothing any more that they are about.
pub fn records_lost(language: Language, name: &str, count: usize) -> String {
    let name = isolated(name);
    match (language, count) {
        (Language::Zh, _) => {
            format!(
                "“{name}”：{count} 条记录按原标识保存，新方案里没有这个标识，页面上不再显示；数据不删除。"
            )
        }
        (Language::En, 1) => {
            format!(
                "“{name}”: 1 record is kept under the old identifier, which the new version lacks; pages no longer show it."
            )
        }
        (Language::En, _) => {
            format!(
                "“{name}”: {count} records are kept under the old identifier, which the new version lacks; pages no longer show them."
            )
        }
    }
}

/// Records that mean something else.
pub fn records_changed(language: Language, name: &str, count: usize, field: &str) -> String {
    let name = isolated(name);
    match (language, count) {
        (Language::Zh, _) => {
            format!("“{name}”：{field}改变，已有的 {count} 条记录是按原来的意思填的，请核对。")
        }
        (Language::En, 1) => {
            format!("“{name}”: {field} is otherwise; 1 record was made in the old sense. Check it.")
        }
        (Language::En, _) => {
            format!("“{name}”: {field} is otherwise; {count} records were made in the old sense. Check them.")
        }
    }
}

/// Records that stay as they are, of all on this device.
pub fn records_kept(language: Language, kept: usize, all: usize) -> String {
    match language {
        Language::Zh => format!("本机 {all} 条记录中，{kept} 条不受影响。"),
        Language::En => format!("{kept} of the {all} records on this device stay as they are."),
    }
}
