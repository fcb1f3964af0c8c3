//! What the palette says of its own.

use super::index::{Command, Kind};
use super::model::{Answer, Group};
use crate::ledger::words::ADJUSTMENT;
use crate::route::{DocumentKind, Route};
use crate::standing::Light;
use crate::text::Language;

/// A page is found by its name in either language; the first is the one that is shown.
type Names = [&'static str; 2];

pub struct Words {
    pub label: &'static str,
    pub placeholder: &'static str,
    pub close: &'static str,
    pub results: &'static str,
    pub hint: &'static str,
    pub task_list: Names,
    pub project_list: Names,
    pub way: Names,
    pub comparison: Names,
    pub multiples: Names,
    pub device: Names,
    pub make_plan: Names,
    pub changes: Names,
    pub problems: Names,
    pub cases: Names,
    pub baselines: Names,
    pub adjustments: Names,
    pub lists: Names,
    pub red: Names,
    pub missed: Names,
    pub about: Names,
}

const ZH: Words = Words {
    label: "搜索与命令",
    placeholder: "名称、简称、拼音首字母，如 gxjs",
    close: "关闭",
    results: "结果",
    hint: "↑ ↓ 选择，回车打开，Esc 关闭",
    task_list: ["任务清单", "List of tasks"],
    project_list: ["项目清单", "List of projects"],
    way: ["目标进程图", "Progress to all targets"],
    comparison: ["指标比较", "Indicators compared"],
    multiples: ["指标小图", "Indicators as small charts"],
    device: ["本机数据", "On this device"],
    make_plan: ["制作方案文件", "Make a plan file"],
    changes: ["变化与核对码", "Changes and codes"],
    problems: ["问题清单", "Reported problems"],
    cases: ["典型案例", "Typical cases"],
    baselines: ["基期和口径", "Baselines and bases"],
    adjustments: [ADJUSTMENT.zh, "Adjusted targets"],
    lists: ["名单和清单", "Lists with members"],
    red: ["滞后的指标", "Indicators behind"],
    missed: ["未达成的指标", "Indicators that missed their target"],
    about: ["关于", "About"],
};

const EN: Words = Words {
    label: "Search and commands",
    placeholder: "Name, short name or pinyin initials",
    close: "Close",
    results: "Results",
    hint: "↑ ↓ to choose, Enter to open, Esc to close",
    task_list: ["List of tasks", "任务清单"],
    project_list: ["List of projects", "项目清单"],
    way: ["Progress to all targets", "目标进程图"],
    comparison: ["Indicators compared", "指标比较"],
    multiples: ["Indicators as small charts", "指标小图"],
    device: ["On this device", "本机数据"],
    make_plan: ["Make a plan file", "制作方案文件"],
    changes: ["Changes and codes", "变化与核对码"],
    problems: ["Reported problems", "问题清单"],
    cases: ["Typical cases", "典型案例"],
    baselines: ["Baselines and bases", "基期和口径"],
    adjustments: ["Adjusted targets", ADJUSTMENT.zh],
    lists: ["Lists with members", "名单和清单"],
    red: ["Indicators behind", "滞后的指标"],
    missed: ["Indicators that missed their target", "未达成的指标"],
    about: ["About", "关于"],
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The command that undoes, with what it takes back.
pub fn undo(language: Language, what: &str) -> String {
    let name = command(Command::Undo, language);
    [name, language.pick("：", ": "), what].concat()
}

/// What people call a page who do not know its name: what they want to do there.
pub fn common(route: &Route) -> &'static [(&'static str, Language)] {
    use Language::{En, Zh};
    match route {
        Route::Device => &[
            ("备份", Zh),
            ("恢复备份", Zh),
            ("看示例、移除示例", Zh),
            ("清除本机数据", Zh),
            ("导出", Zh),
            ("backup", En),
            ("restore", En),
            ("sample", En),
            ("clear this device", En),
        ],
        Route::MakePlan => &[
            ("粘贴方案文本", Zh),
            ("换成本单位的方案", Zh),
            ("方案模板", Zh),
            ("new plan", En),
            ("template of a plan", En),
            ("paste a plan", En),
            ("another bureau", En),
        ],
        Route::Compare => &[
            ("比较两天", Zh),
            ("较上月、较上次快照", Zh),
            ("核对码", Zh),
            ("compare two days", En),
            ("diff", En),
        ],
        Route::Dispatch(_) => &[
            ("填报", Zh),
            ("填报链接", Zh),
            ("催办", Zh),
            ("锁定", Zh),
            ("新情况新问题", Zh),
            ("fill in", En),
            ("remind", En),
            ("problems", En),
        ],
        Route::Document(DocumentKind::Bulletin, _) => {
            &[("季度通报", Zh), ("印发、期号、更正", Zh), ("issue a bulletin", En), ("correction", En)]
        }
        Route::Document(DocumentKind::Assessment, _) => &[("评估报告", Zh), ("review of half a year", En)],
        Route::Document(DocumentKind::Reconciliation, _) => {
            &[("对账、销账、核定", Zh), ("年底考核", Zh), ("close-out of a year", En), ("verdicts", En)]
        }
        Route::Document(DocumentKind::Districts, _) => {
            &[("县区考核排名", Zh), ("ranking of the districts", En)]
        }
        Route::Document(DocumentKind::Account, _) => {
            &[("三年总账", Zh), ("目标完成情况", Zh), ("what became of the plan", En)]
        }
        Route::Districts(_) => &[
            ("考核、排名、位次", Zh),
            ("分解、县区任务、下达", Zh),
            ("ranking", En),
            ("allotment, score", En),
        ],
        Route::Cases(_) => &[("经验做法", Zh), ("报送案例", Zh), ("good practice", En)],
        Route::Problems(_) => {
            &[("销号、交办、核查", Zh), ("督办、提示函", Zh), ("close out", En), ("escalation", En)]
        }
        Route::Indicators(view) => match view.light {
            Some(Light::Red) => &[("红灯", Zh), ("red lights", En)],
            Some(Light::Missed) => &[("未达成", Zh), ("missed", En)],
            _ => &[],
        },
        _ => &[],
    }
}

/// What a kind is called as the head of a group.
pub fn kind(kind: Kind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        Kind::Page => ("页面", "Pages"),
        Kind::Command => ("命令", "Commands"),
        Kind::Area => ("领域", "Areas"),
        Kind::Indicator => ("指标", "Indicators"),
        Kind::Milestone => ("节点目标", "Milestones"),
        Kind::Task => ("任务", "Tasks"),
        Kind::Measure => ("举措", "Measures"),
        Kind::Project => ("项目", "Projects"),
        Kind::Line => ("年度清单", "Lists of the years"),
        Kind::List => ("名单", "Lists"),
        Kind::Organisation => ("单位", "Organisations"),
        Kind::Requirement => ("管理要求", "Requirements"),
        Kind::Question => ("待明确事项", "Open questions"),
    };
    language.pick(zh, en)
}

/// What a command is called.
pub fn command(command: Command, language: Language) -> &'static str {
    let (zh, en) = match command {
        Command::SpeakChinese => ("界面用中文", "Interface in Chinese"),
        Command::SpeakEnglish => ("界面用英文", "Interface in English"),
        Command::ThemeAuto => ("明暗随系统", "System theme"),
        Command::ThemeLight => ("浅色", "Light theme"),
        Command::ThemeDark => ("深色", "Dark theme"),
        Command::Comfortable => ("宽松", "Comfortable spacing"),
        Command::Compact => ("紧凑", "Compact spacing"),
        Command::Share => ("分享本页", "Share this page"),
        Command::Print => ("打印本页", "Print this page"),
        Command::Undo => ("撤销上一步", "Undo the last act"),
    };
    language.pick(zh, en)
}

/// How many of a group are shown, where not all are.
pub fn shown_of(group: &Group, language: Language) -> Option<String> {
    let (shown, count) = (group.hits.len(), group.count);
    (shown < count)
        .then(|| language.pick(format!("前 {shown} 项，共 {count} 项"), format!("first {shown} of {count}")))
}

/// What a screen reader hears after each letter.
pub fn status(answer: &Answer, query: &str, language: Language) -> String {
    match (query.trim().is_empty(), answer.count) {
        (true, _) => String::new(),
        (false, 0) => language.pick("没有找到", "Nothing found").into(),
        (false, 1) => language.pick("找到 1 项", "1 result").into(),
        (false, count) => language.pick(format!("找到 {count} 项"), format!("{count} results")),
    }
}

/// What to try when nothing was found.
pub fn nothing(language: Language) -> &'static str {
    language.pick(
        "没有找到。可以试试简称、拼音首字母，或少写几个字。",
        "Nothing found. Try a short name, pinyin initials or fewer words.",
    )
}
