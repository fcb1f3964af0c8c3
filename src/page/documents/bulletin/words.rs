//! What bulletin and assessment say.

use super::{Fault, Field, Place, Status};
use crate::ledger::Stage;
use crate::ledger::kinds::Issue;
use crate::page::documents::monthly::Reports;
use crate::page::documents::words::{day, month};
use crate::page::month::cases::words::quarter;
use crate::plan::{Day, Month};
use crate::standing::bulletin::Class;
use crate::standing::due::Due;
use crate::text::{Language, isolated};

/// Stands before and behind a count that leads to what it counts. It never reaches a paper: [`super::model`] takes it out.
pub const COUNT: char = '\u{1f}';

pub struct Words {
    pub numbers: [&'static str; 9],
    pub overall: &'static str,
    pub behind: &'static str,
    pub behind_caption: &'static str,
    pub none_behind: &'static str,
    pub none_judged: &'static str,
    pub reports: &'static str,
    pub not_reported: &'static str,
    pub moved: &'static str,
    pub first_issue: &'static str,
    pub last_issue: &'static str,
    pub this_issue: &'static str,
    pub indicator: &'static str,
    pub tasks: &'static str,
    pub measures: &'static str,
    pub milestones: &'static str,
    pub problems: &'static str,
    pub found_caption: &'static str,
    pub problem: &'static str,
    pub who: &'static str,
    pub cases: &'static str,
    pub no_case: &'static str,
    pub cases_caption: &'static str,
    pub case: &'static str,
    pub unit: &'static str,
    pub state: &'static str,
    pub next: &'static str,
    pub annex: &'static str,
    pub to_now: &'static str,
    pub as_issued: &'static str,
    pub now: &'static str,
    pub paper: &'static str,
    pub of_period: &'static str,
    pub issued_on: &'static str,
    pub issued_by: &'static str,
    pub code: &'static str,
    pub issues_caption: &'static str,
    pub same: &'static str,
    pub not_same: &'static str,
    pub not_here_title: &'static str,
    pub not_here: &'static str,
    pub to_device: &'static str,
    pub corrected: &'static str,
    pub rival_period: &'static str,
    pub rival_number: &'static str,
    pub rival_note: &'static str,
    pub form: &'static str,
    pub form_note: &'static str,
    pub subject: &'static str,
    pub no_subject: &'static str,
    pub propose: &'static str,
    pub another: &'static str,
    pub issue: &'static str,
    pub issue_correction: &'static str,
    pub issued: &'static str,
    pub corrected_to: &'static str,
    pub looking: &'static str,
    pub outrun: &'static str,
    pub was: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub to_cases: &'static str,
}

const ZH: Words = Words {
    numbers: ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、"],
    overall: "总体情况",
    behind: "未达进度或目标的指标",
    behind_caption: "未达进度或目标的指标，按牵头单位",
    none_behind: "有数据的指标中，没有未达进度或目标的。",
    none_judged: "本期没有可评的数据，无从判断。",
    reports: "报送情况",
    not_reported: "未报或退回待改：",
    moved: "与上一期相比",
    first_issue: "此前各期没有印发过，无上一期可比。",
    last_issue: "上一期",
    this_issue: "本期",
    indicator: "指标",
    tasks: "任务进展",
    measures: "举措",
    milestones: "节点目标",
    problems: "困难和问题",
    found_caption: "本次评估查找的问题",
    problem: "问题",
    who: "责任单位或责任人",
    cases: "经验做法和典型案例",
    no_case: "本期无典型案例，按未报送计。",
    cases_caption: "本期报送的典型案例",
    case: "案例",
    unit: "单位",
    state: "状态",
    next: "下一步工作",
    annex: "附件：各项指标进展",
    to_now: "按现有记录重新生成",
    as_issued: "印发时",
    now: "现在",
    paper: "文件",
    of_period: "时段",
    issued_on: "印发日期",
    issued_by: "印发人",
    code: "核对码",
    issues_caption: "已印发",
    same: "核对码一致：本文件由印发时的记录重新算出。",
    not_same: "核对码不一致：本机没有印发时的全部记录，或者后来收到了印发前写下的记录。下面按现有记录重算，与印发的文件可能不同，以印发的文件为准。",
    not_here_title: "没有这份文件",
    to_device: "本机数据",
    not_here: "这里没有这份文件的印发记录。请打开带记录的链接，或在存有记录的设备上打开。",
    corrected: "本期已有更正：",
    rival_period: "同一时段另有一份印发，两份互不更正：",
    rival_number: "另一时段印发的文件用了同一期号：",
    rival_note: "多半是两台设备各自印发。请确认以哪一份为准，并告知收文单位。",
    form: "补写并印发",
    form_note: "数据、名单和表格由本页算出，只补写下列文字。印发是本机的一条记录：按核对码固定内容，以后的数据不改变已印发的文件。印发人自报，未经身份核验；文号、印章由本单位另加。",
    subject: "涉及指标",
    no_subject: "不涉及",
    propose: "列入未达进度或目标的指标",
    another: "再加一个问题",
    issue: "印发",
    issue_correction: "印发更正",
    issued: "已印发。",
    corrected_to: "更正为",
    looking: "正在查看，不能印发。",
    outrun: "写下后，本页数据有变，请核对：",
    was: "写下时：",
    earlier: "前一期",
    later: "后一期",
    to_cases: "典型案例",
};

const EN: Words = Words {
    numbers: ["1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. ", "9. "],
    overall: "Overview",
    behind: "Indicators that are behind or missed",
    behind_caption: "Indicators that are behind or missed, by who leads",
    none_behind: "Of the indicators that have a figure, none is behind.",
    none_judged: "There is no figure to judge by, so nothing can be said.",
    reports: "Reports",
    not_reported: " Not reported, or returned: ",
    moved: "Since the last issue",
    first_issue: "No earlier period was issued, so there is nothing to compare with.",
    last_issue: "Last issue",
    this_issue: "This issue",
    indicator: "Indicator",
    tasks: "Tasks",
    measures: "measures",
    milestones: "milestones",
    problems: "Difficulties and problems",
    found_caption: "Problems that this assessment found",
    problem: "Problem",
    who: "Who sees to it",
    cases: "Good practice and typical cases",
    no_case: "No typical case was handed in; it counts as not delivered.",
    cases_caption: "Typical cases handed in for this period",
    case: "Case",
    unit: "Organisation",
    state: "State",
    next: "What comes next",
    annex: "Annex: every indicator",
    to_now: "Make it anew from today's records",
    as_issued: "As issued",
    now: "Now",
    paper: "Paper",
    of_period: "Period",
    issued_on: "Issued on",
    issued_by: "Issued by",
    code: "Code",
    issues_caption: "Issued papers",
    same: "The code agrees: this paper comes out of the records of the day on which it was issued.",
    not_same: "The code differs: not all records of that day are here, or some that were written before it arrived later. What follows is computed from the records that are here and may differ from the paper that was issued, which is the one that counts.",
    not_here_title: "No such paper",
    to_device: "On this device",
    not_here: "The record that issues this paper is not here. Open a link that carries it, or a device that holds it.",
    corrected: "Corrected since: ",
    rival_period: "Another paper was issued for the same period, and neither corrects the other: ",
    rival_number: "A paper of another period was issued under the same number: ",
    rival_note: "Two devices have probably issued without knowing of each other. Decide which one counts, and tell whoever received them.",
    form: "Complete and issue",
    form_note: "Figures, names and tables are written by this page; only the texts below are yours. Issuing is a record on this device: a code fixes the content, and later figures change nothing that was issued. Who issues it is a claim that nobody checks; number of the document and seal are added by your office.",
    subject: "About",
    no_subject: "no indicator",
    propose: "Take the indicators that are behind",
    another: "Another problem",
    issue: "Issue",
    issue_correction: "Issue a correction",
    issued: "Issued.",
    corrected_to: "Corrected to",
    looking: "You are only looking; nothing can be issued.",
    outrun: "Since this was written the page says something else; read it again: ",
    was: "When it was written: ",
    earlier: "Period before",
    later: "Period after",
    to_cases: "Typical cases",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// 2023 年第三季度, 2023 年下半年, or the months of any other round.
pub fn period(language: Language, months: u32, first: Month, last: Month) -> String {
    let (year, at) = (last.year(), last.number());
    match (months, language) {
        (3, _) => quarter(language, last),
        (6, Language::Zh) => format!("{year}年{}半年", if at == 6 { "上" } else { "下" }),
        (6, Language::En) => format!("{} half of {year}", if at == 6 { "first" } else { "second" }),
        (_, Language::Zh) => format!("{first}至{last}"),
        (_, Language::En) => format!("{first} to {last}"),
    }
}

pub fn title(
    language: Language,
    plan: &str,
    name: &str,
    months: u32,
    due: Due,
    is_correction: bool,
) -> String {
    let period = period(language, months, due.from, due.to);
    match (language, is_correction) {
        (Language::Zh, false) => format!("{plan}{name}（{period}）"),
        (Language::Zh, true) => format!("{plan}{name}（{period}，更正）"),
        (Language::En, false) => format!("{plan}: {name}, {period}"),
        (Language::En, true) => format!("{plan}: {name}, {period} (correction)"),
    }
}

/// By what the paper is written and of which months it speaks, before and after the number of the plan's section: the first
/// round of a plan may be shorter than its name.
pub fn opening(language: Language, plan: &str, name: &str, months: u32, due: Due) -> [String; 2] {
    let period = period(language, months, due.from, due.to);
    let (from, to) = (due.from, due.to);
    match language {
        Language::Zh => [
            format!("按照《{plan}》"),
            format!(
                "关于{name}的要求，现将{period}（{}年{}月至{}月）有关情况通报如下。",
                from.year(),
                from.number(),
                to.number()
            ),
        ],
        Language::En => [
            "Under section ".into(),
            format!(" of the {plan} ({name}), this is how things stood in {period} ({from} to {to})."),
        ],
    }
}

pub fn correction(language: Language, number: u32) -> String {
    match language {
        Language::Zh => format!("本期为第{number}期的更正，原件所载与本期不一致的，以本期为准。"),
        Language::En => format!("This corrects No. {number}; where the two differ, this one counts."),
    }
}

pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Reached => language.pick("达到进度或目标", "on track or met"),
        Class::Behind => language.pick("未达进度或目标", "behind or missed"),
        Class::Unpublished => crate::ledger::words::NOT_YET_PUBLISHED.words(language),
        Class::Unreported => language.pick("无数据或数据过期", "no figure, or an overdue one"),
        Class::BaselineMissing => crate::standing::Light::BaselineMissing.words(language),
        Class::NotJudged => crate::standing::Light::NotJudged.words(language),
        Class::OnceAYear => language.pick("按年统计，本期不评", "counted once a year, not judged now"),
    }
}

/// Words that begin a sentence: with a capital letter, where the script has one.
pub fn begun_with(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}

/// Words that lead to what they count.
fn counted(words: String) -> String {
    format!("{COUNT}{words}{COUNT}")
}

/// All indicators as the sum of those that are judged and those that exist once a year; the judged ones as the sum of their
/// classes. A class without any is left out.
pub fn counts(language: Language, counts: &[(Class, usize)]) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let judged: Vec<&(Class, usize)> =
        counts.iter().filter(|(class, count)| class.is_counted() && *count > 0).collect();
    let sum: usize = judged.iter().map(|(_, count)| count).sum();
    let each = judged.iter().map(|(of, count)| match language {
        Language::Zh => counted(format!("{}{count}项", class(*of, language))),
        Language::En => counted(format!("{count} {}", class(*of, language))),
    });
    let parts = each.collect::<Vec<_>>().join(language.pick("、", ", "));
    let figures = judged.iter().map(|(_, count)| count.to_string()).collect::<Vec<_>>().join(" + ");
    let equation = match (language, judged.len()) {
        (_, 0 | 1) => String::new(),
        (Language::Zh, _) => format!("（{sum} = {figures}）"),
        (Language::En, _) => format!(" ({sum} = {figures})"),
    };
    let others = all - sum;
    let said = match (language, judged.is_empty()) {
        (Language::Zh, true) => format!("方案共{all}项指标，本期均不评。"),
        (Language::En, true) => format!("The plan has {all} indicators; none is judged for this period."),
        (Language::Zh, false) => format!("方案共{all}项指标，本期应评{sum}项：{parts}{equation}。"),
        (Language::En, false) => {
            format!("The plan has {all} indicators, {sum} of them due to be judged: {parts}{equation}.")
        }
    };
    let rest = match language {
        _ if others == 0 || judged.is_empty() => String::new(),
        Language::Zh => format!("另{}按年统计，不计入。", counted(format!("{others}项"))),
        Language::En => format!(" {} are left out.", counted(format!("{others} counted once a year"))),
    };
    [said, rest].concat()
}

/// What came in for a month; the numbers add up to the first.
pub fn reports(language: Language, month: Month, reports: &Reports) -> String {
    let Reports { owed, submitted, accepted, returned, missing } = reports;
    let (returned, missing, number) = (returned.len(), missing.len(), month.number());
    match language {
        Language::Zh if *owed == 0 => format!("{number}月没有应报单位。"),
        Language::En if *owed == 0 => format!("{month}: no report is owed."),
        Language::Zh => format!(
            "{number}月应报{}：已接收{accepted}家，待核对{submitted}家，退回待改{returned}家，未报{missing}家。",
            counted(format!("{owed}家"))
        ),
        Language::En => format!(
            "{month}: {} are owed, {accepted} accepted, {submitted} to be checked, {returned} returned, {missing} not sent.",
            counted(format!("{owed} reports"))
        ),
    }
}

/// How a paper is spoken of in the next one; 0 is no number.
fn numbered(language: Language, number: u32) -> String {
    match (language, number) {
        (Language::Zh, 0) => "上一期".into(),
        (Language::Zh, number) => format!("第{number}期"),
        (Language::En, 0) => "the last issue".into(),
        (Language::En, number) => format!("No. {number}"),
    }
}

pub fn none_moved(language: Language, number: u32) -> String {
    let before = numbered(language, number);
    language.pick(
        format!("与{before}相比，各项指标状态没有变化。"),
        format!("No light has changed since {before}."),
    )
}

pub fn moved_caption(language: Language, number: u32) -> String {
    let before = numbered(language, number);
    language
        .pick(format!("与{before}相比状态有变化的指标"), format!("Lights that have changed since {before}"))
}

/// How far all of a sort have come, as a sum; a stage that none has is left out.
pub fn stages(language: Language, name: &str, counts: &[(Option<Stage>, usize)]) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let shown = counts.iter().filter(|(_, count)| *count > 0).map(|(stage, count)| {
        let word =
            stage.map_or(language.pick("无记录", "without a record"), |stage| stage.words(language));
        language.pick(format!("{word}{count}项"), format!("{count} {word}"))
    });
    let shown = shown.collect::<Vec<_>>().join(language.pick("、", ", "));
    let all = counted(language.pick(format!("{name}{all}项"), format!("{all} {name}")));
    language.pick(format!("{all}：{shown}。"), format!("{all}: {shown}."))
}

pub fn not_started(language: Language, name: &str) -> String {
    let stage = Stage::NotStarted.words(language);
    language.pick(format!("{stage}的{name}"), begun_with(&format!("{name} {stage}")))
}

pub fn problems(
    language: Language,
    new: usize,
    closed: usize,
    on: Day,
    open: usize,
    overdue: usize,
) -> String {
    match language {
        Language::Zh => {
            format!(
                "本期新增问题{new}个，{}。截至{}，{}，其中{}。",
                counted(format!("销号{closed}个")),
                day(language, on),
                counted(format!("未销号{open}个")),
                counted(format!("逾期{overdue}个"))
            )
        }
        Language::En => format!(
            "Problems of this period: {new} new, {}. On {on} {}, of them {}.",
            counted(format!("{closed} closed out")),
            counted(format!("{open} were open")),
            counted(format!("{overdue} overdue"))
        ),
    }
}

/// How the paper stands, before who issues it.
pub fn mark(language: Language, status: &Status) -> String {
    match (status, language) {
        (Status::Draft, Language::Zh) => "草稿，未印发".into(),
        (Status::Draft, Language::En) => "Draft, not issued".into(),
        (Status::Issued { number, on, is_correction, .. }, language) => {
            let (name, day) = (self::number(language, *number, *is_correction), day(language, *on));
            language.pick(format!("{name}　{day}印发"), format!("{name} · issued {day}"))
        }
    }
}

/// The same of a draft of which an earlier paper is issued.
pub fn issued_before(language: Language, one: &Issue) -> String {
    let name = issue(language, one);
    language.pick(
        format!("{name}已印发，以下按现有数据生成"),
        format!("{name} is issued; below is what the figures say now"),
    )
}

/// How anybody can check an issued paper; nothing of a draft.
pub fn of_status(language: Language, status: &Status) -> String {
    let Status::Issued { by, code, .. } = status else { return String::new() };
    let by = isolated(by);
    match language {
        Language::Zh if by.is_empty() => format!("核对码 {code}：由同样的记录可重新算出本文件。"),
        Language::En if by.is_empty() => format!(" Code {code}: the same records give this paper again."),
        Language::Zh => {
            format!("印发人{by}（自报，未经核验）。核对码 {code}：由同样的记录可重新算出本文件。")
        }
        Language::En => {
            format!(
                " Issued by {by} (a claim, not checked). Code {code}: the same records give this paper again."
            )
        }
    }
}

/// The name of an issued paper.
pub fn issue(language: Language, issue: &Issue) -> String {
    number(language, issue.number, issue.corrects.is_some())
}

fn number(language: Language, number: u32, is_correction: bool) -> String {
    match (language, is_correction) {
        (Language::Zh, false) if number == 0 => "无期号".into(),
        (Language::Zh, true) if number == 0 => "更正".into(),
        (Language::En, false) if number == 0 => "Not numbered".into(),
        (Language::En, true) if number == 0 => "Correction".into(),
        (Language::Zh, false) => format!("第{number}期"),
        (Language::Zh, true) => format!("第{number}期更正"),
        (Language::En, false) => format!("No. {number}"),
        (Language::En, true) => format!("No. {number}, correction"),
    }
}

pub fn corrected_caption(language: Language, one: &Issue) -> String {
    let name = issue(language, one);
    language.pick(format!("对{name}的更正"), format!("What is corrected of {name}"))
}

pub fn since_caption(language: Language, one: &Issue) -> String {
    let name = issue(language, one);
    language.pick(format!("{name}印发以来不同的数据"), format!("What is otherwise since {name} was issued"))
}

/// What is otherwise since the last paper of the round was issued.
pub fn since(language: Language, differ: usize, parts: &[String]) -> String {
    let parts = quoted(language, parts);
    match (language, parts.is_empty(), differ) {
        (Language::Zh, true, _) => "已印发；按现有记录重算，各部分内容都没有不同。".into(),
        (Language::En, true, _) => {
            " is issued; made of today's records, every part of it is the same.".into()
        }
        (Language::Zh, false, 0) => format!(
            "已印发；印发以来，各项指标没有不同，但{parts}的内容不同。已印发的文件不变，需要时可印发更正。"
        ),
        (Language::En, false, 0) => format!(
            " is issued; no indicator stands otherwise since, but these parts do: {parts}. What was issued stays as it is; a correction can be issued."
        ),
        (Language::Zh, false, differ) => format!(
            "已印发；印发以来，本期有{differ}项指标的数据或状态不同，{parts}的内容不同。已印发的文件不变，需要时可印发更正。"
        ),
        (Language::En, false, differ) => format!(
            " is issued; {differ} indicators of the period stand otherwise since, and so do these parts: {parts}. What was issued stays as it is; a correction can be issued."
        ),
    }
}

/// Headings one after another; between marks of quotation Chinese has none.
fn quoted(language: Language, heads: &[String]) -> String {
    let each = heads.iter().map(|head| format!("“{head}”"));
    each.collect::<Vec<_>>().join(language.pick("", ", "))
}

/// What a correction says of the paper that it corrects.
pub fn corrected_parts(language: Language, parts: &[String]) -> String {
    let parts = quoted(language, parts);
    language.pick(format!("与原件不同的部分：{parts}。"), format!("These parts differ from it: {parts}."))
}

/// A paper beside others with the same name: 第1期（2023年第四季度，2024年1月20日印发，印发人张三）.
pub fn told_apart(language: Language, one: &Issue, period: &str, on: Day, by: &str) -> String {
    let (name, by, on) = (issue(language, one), isolated(by), day(language, on));
    match (language, by.is_empty()) {
        (Language::Zh, true) => format!("{name}（{period}，{on}印发）"),
        (Language::Zh, false) => format!("{name}（{period}，{on}印发，印发人{by}）"),
        (Language::En, true) => format!("{name} ({period}, issued {on})"),
        (Language::En, false) => format!("{name} ({period}, issued {on} by {by})"),
    }
}

pub fn field(language: Language, field: Field) -> String {
    let numbered = |zh: &str, en: &str, at: usize| match language {
        Language::Zh => format!("{zh}{}", at + 1),
        Language::En => format!("{en} {}", at + 1),
    };
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match field {
        Field::Number => plain("期号", "Number of the issue"),
        Field::Text(Place::Overall) => plain("总体评价", "On the whole"),
        Field::Text(Place::Causes) => plain("问题原因", "Causes of the problems"),
        Field::Text(Place::Experience) => plain("经验做法", "Good practice"),
        Field::Text(Place::Next) => plain("下一步工作", "What comes next"),
        Field::Text(Place::NoProblem) => plain("未发现问题的理由", "Why no problem was found"),
        Field::Problem(at) => numbered("问题", "Problem", at),
        Field::Who(at) => numbered("责任单位或责任人", "Who sees to problem", at),
        Field::Until(at) => numbered("完成时限", "Problem due", at),
    }
}

pub fn fault(language: Language, fault: &Fault) -> String {
    let months = |months: &[Month]| {
        let each = months.iter().map(|one| self::month(language, *one));
        each.collect::<Vec<_>>().join(language.pick("、", ", "))
    };
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::NotOver(month) => match language {
            Language::Zh => format!("本期到{}为止，尚未结束，不能印发。", self::month(language, *month)),
            Language::En => format!("The period goes to {month} and is not over: it cannot be issued."),
        },
        Fault::NotLocked(open) => match language {
            Language::Zh => format!("{}尚未锁定，数据还会变。请先在调度页锁定。", months(open)),
            Language::En => {
                format!(
                    "{} not locked: figures could still change. Lock on the page of reports first.",
                    months(open)
                )
            }
        },
        Fault::Overlaps { number, first, last } => match language {
            Language::Zh => {
                let [first, last] = [first, last].map(|one| self::month(language, *one));
                format!("第{number}期（{first}至{last}）与本期时段重叠。")
            }
            Language::En => format!("No. {number} ({first} to {last}) overlaps with this period."),
        },
        Fault::Number => plain("期号请写1至999的数字。", "Number of the issue: a figure from 1 to 999."),
        Fault::NumberTaken { number, last } => match language {
            Language::Zh => {
                let last = self::month(language, *last);
                format!("第{number}期已用于截至{last}的一期，请换一个期号。")
            }
            Language::En => format!("No. {number} is that of the period to {last}; take another."),
        },
        Fault::Unchanged { number } => match language {
            Language::Zh => format!("与已印发的第{number}期没有不同，不必再印发。"),
            Language::En => format!("Nothing is otherwise than in No. {number}, which is issued already."),
        },
        Fault::NoProblem => plain(
            "评估须列出找到的困难和问题；确实没有的，请写明理由。",
            "An assessment names the problems that it found; where there is none, say why.",
        ),
        Fault::NotWorded(at) => match language {
            Language::Zh => format!("问题{}没有写内容。", at + 1),
            Language::En => format!("Problem {}: say what is the matter.", at + 1),
        },
        Fault::Day(at) => match language {
            Language::Zh => format!("问题{}的完成时限不是今天或以后的日期，例如 2024-03-31。", at + 1),
            Language::En => format!("Problem {}: not a day from today on, such as 2024-03-31.", at + 1),
        },
        Fault::TooLong { field: of, letters, most } => {
            let name = field(language, *of);
            match language {
                Language::Zh => format!("{name}有 {letters} 字，最多 {most} 字。"),
                Language::En => format!("{name}: {letters} letters, {most} at most."),
            }
        }
    }
}
