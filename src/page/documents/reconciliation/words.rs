//! What reconciliation and final account say.

use super::{Fault, Field};
use crate::page::documents::words::{day, month};
use crate::plan::Year;
use crate::standing::reconciliation::{Because, Class};
use crate::text::Language;

pub struct Words {
    pub promise: &'static str,
    pub asked: &'static str,
    pub figure: &'static str,
    pub met_since: &'static str,
    pub reported: &'static str,
    pub checked: &'static str,
    pub class: &'static str,
    pub ground: &'static str,
    pub carried: &'static str,
    pub signed: &'static str,
    pub year: &'static str,
    pub caption: &'static str,
    pub to_judge: &'static str,
    pub no_record: &'static str,
    pub conflicting: &'static str,
    pub not_due: &'static str,
    pub by_figures: &'static str,
    pub by_one: &'static str,
    pub by_both: &'static str,
    pub also_by_one: &'static str,
    pub also_by_both: &'static str,
    pub figures_say: &'static str,
    pub to_be_verified: &'static str,
    pub names_out: &'static str,
    pub data: &'static str,
    pub reason: &'static str,
    pub evidence: &'static str,
    pub source: &'static str,
    pub sum: &'static str,
    pub items: &'static str,
    pub brought: &'static str,
    pub brought_caption: &'static str,
    pub from_year: &'static str,
    pub to_year: &'static str,
    pub owed_by: &'static str,
    pub became: &'static str,
    pub strays: &'static str,
    pub note: &'static str,
    pub nothing: &'static str,
    pub no_promise: &'static str,
    pub only_brought: &'static str,
    pub form: &'static str,
    pub form_note: &'static str,
    pub choose: &'static str,
    pub stays: &'static str,
    pub proposed: &'static str,
    pub save_one: &'static str,
    pub save_both: &'static str,
    pub saved_one: &'static str,
    pub saved_both: &'static str,
    pub looking: &'static str,
}

const ZH: Words = Words {
    promise: "目标事项",
    asked: "目标",
    figure: "台账数据",
    met_since: "达标起始月",
    reported: "自报",
    checked: "核定",
    class: "结论",
    ground: "依据",
    carried: "结转",
    signed: "经办、核验",
    year: "年份",
    caption: "各目标事项的目标值、台账数据和结论",
    to_judge: "待认定",
    no_record: "无记录",
    conflicting: "另有同日生效的不同调整，以先作出的为准",
    not_due: "未到期",
    by_figures: "按数据建议",
    by_one: "待核验：",
    by_both: "已签字确认",
    also_by_one: "另有一项待核验：",
    also_by_both: "另有一项已签字的不同结论：",
    figures_say: "台账数据显示：",
    to_be_verified: "待核验",
    names_out: "姓名已隐去",
    data: "数据：",
    reason: "理由：",
    evidence: "佐证：",
    source: "来源：",
    sum: "一、对账结果",
    items: "二、逐项对账",
    brought: "三、以前年度结转",
    brought_caption: "以前年度结转至本年度的事项",
    from_year: "来源年度",
    to_year: "转入年度",
    owed_by: "承接单位",
    became: "接续结论",
    strays: "不计入合计的结论（所涉事项已不是该年度目标）",
    note: "结论由数据和目标按原文比较方式算出（突破须大于，不少于含等于；达到、未写明比较方式的，均含等于），经办人和核验人两人签字确认后以签字为准。本表核对指标目标和节点目标，年度清单所列任务不在其内。结论分类为本页自定，签名由填写人自报，未经身份核验。",
    nothing: "台账中没有本年度12月的指标数据，也没有节点目标进展；下列结论只表明尚无记录，不表明是否完成。需要：本年度12月各项指标数据、节点目标进展。",
    no_promise: "方案未规定本年度目标，也未另行下达，本年度无对账事项。",
    only_brought: "方案已期满，本表仅核对以前年度结转的事项：只能销账，或者写明理由终结，不再结转。",
    form: "登记结论",
    form_note: "与台账数据不一致的结论须写理由，填了核定数的以核定数为准；经办人和核验人不能是同一人。核验人暂缺可先保存，由核验人签字；内容要改的退回经办人。",
    choose: "请选择",
    stays: "仍由原单位负责",
    proposed: "台账数据显示",
    save_one: "保存，待核验",
    save_both: "签字确认",
    saved_one: "已保存，待核验人签字。",
    saved_both: "已签字确认。",
    looking: "当前为只读查看，不能登记。",
};

const EN: Words = Words {
    promise: "Promise",
    asked: "Target",
    figure: "Figure on record",
    met_since: "Met since",
    reported: "Self-reported",
    checked: "Checked",
    class: "Verdict",
    ground: "Grounds",
    carried: "Carried on",
    signed: "Done by, verified by",
    year: "Year",
    caption: "Target, figure and verdict of each promise",
    to_judge: "to be judged",
    no_record: "no record",
    conflicting: "another adjustment holds from the same day; the one made first counts",
    not_due: "not due yet",
    by_figures: "proposed by the figures",
    by_one: "to be verified: ",
    by_both: "signed",
    also_by_one: "another waits to be verified: ",
    also_by_both: "another one is signed too: ",
    figures_say: "the figures say: ",
    to_be_verified: "to be verified",
    names_out: "names taken out",
    data: "Figures: ",
    reason: "Reason: ",
    evidence: "Evidence: ",
    source: "Source: ",
    sum: "1. Result",
    items: "2. Promise by promise",
    brought: "3. Carried on from earlier years",
    brought_caption: "What earlier years carried on to this one",
    from_year: "From",
    to_year: "To",
    owed_by: "Owed by",
    became: "What became of it",
    strays: "Verdicts about something that their year no longer asks for; they are not counted",
    note: "Verdicts are computed from figure and target by the comparison that the text asks for (\"more than\" does not include the figure itself, \"at least\" does; \"reach\" and a bare number include equal); once doer and verifier have signed, what they signed counts. Targets of indicators and milestones are reconciled here, not the tasks of a year's list. The classes are this page's own. Signatures are claims: nobody's identity was checked.",
    nothing: "Neither a December figure nor the state of a milestone is on record for this year. The verdicts below only say so, not whether anything was reached. Needed: the figure of every indicator for December, and how far the milestones are.",
    no_promise: "The plan has no target for this year and none was set later: there is nothing to reconcile.",
    only_brought: "The plan is over: only what earlier years carried on is reconciled here. It is closed or ended with a reason, and goes on no further.",
    form: "Record a verdict",
    form_note: "A verdict that differs from the figures, the checked one first, needs a reason. Doer and verifier are two people; without a verifier it is saved, and the verifier signs it or sends it back as it is.",
    choose: "Choose",
    stays: "stays with the same organisation",
    proposed: "The figures say",
    save_one: "Save, to be verified",
    save_both: "Sign",
    saved_one: "Saved; it waits for the verifier.",
    saved_both: "Signed.",
    looking: "You are only looking; nothing can be recorded.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn title(language: Language, plan: &str, year: Year) -> String {
    language.pick(format!("{plan}{year}年年底对账销账表"), format!("{plan}: reconciliation of {year}"))
}

pub fn to_year(language: Language, year: Year) -> String {
    language.pick(format!("转入{year}年"), format!("to {year}"))
}

/// A count with what is counted, in English.
fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// All promises as the sum of their classes; a class without any is left out.
pub fn conservation(language: Language, all: usize, counts: &[(Class, usize)]) -> String {
    let parts = counts.iter().filter(|(_, count)| *count > 0).map(|(of, count)| {
        let class = super::rows::class(*of, language);
        language.pick(format!("{class}{count}"), format!("{class} {count}"))
    });
    let parts = parts.collect::<Vec<_>>().join(" + ");
    match language {
        Language::Zh => format!("目标事项{all}项 = {parts}。"),
        Language::En => format!("{} = {parts}.", many(all, "promise", "promises")),
    }
}

/// How many verdicts are signed, and how many of them the figures of today do not bear out.
pub fn signed(language: Language, signed: usize, all: usize, differ: usize) -> String {
    let said = match language {
        Language::Zh => format!("已签字确认{signed}项，未签字确认{}项。", all - signed),
        Language::En => format!("{signed} signed, {} not signed.", all - signed),
    };
    let differs = match language {
        _ if signed == 0 => String::new(),
        Language::Zh if differ == 0 => "签字结论与今日台账数据均一致。".into(),
        Language::En if differ == 0 => " No signed verdict differs from what the figures say today.".into(),
        Language::Zh => {
            format!("已签字结论中，{differ}项与今日台账数据显示的不同；签字结论不自动更改。")
        }
        Language::En => format!(
            " Of the signed verdicts, {} from what the figures say today; what was signed is not changed.",
            many(differ, "differs", "differ")
        ),
    };
    [said, differs].concat()
}

/// For how many of all indicators the text has a target of the year, where it leaves the year open for others.
pub fn in_text(language: Language, year: Year, count: usize, all: usize) -> String {
    let others = all - count;
    match language {
        Language::Zh if count == 0 => {
            format!("方案未规定{year}年指标目标，本表仅核对另行下达的目标和年内到期的节点目标。")
        }
        Language::Zh => format!(
            "方案为{count}项指标规定了{year}年目标；其余{others}项未作规定，另行下达目标的方列入本表。"
        ),
        Language::En if count == 0 => format!(
            "The text has no targets of indicators for {year}: only targets set later and milestones that end with it are reconciled."
        ),
        Language::En => format!(
            "The text sets a target for {year} for {count} of {}; the others are here only where one was set later.",
            many(all, "indicator", "indicators")
        ),
    }
}

/// How many of the promises earlier years carried on.
pub fn of_earlier(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("其中{count}项由以前年度结转而来，在转入年度再次列入。"),
        Language::En => format!(
            "{} carried on from an earlier year and stands again in the year that takes it over.",
            many(count, "promise was", "promises were")
        ),
    }
}

/// Against which targets is judged, where a paper adjusted some: `all` in the records, `judged` in what is reconciled.
pub fn against(language: Language, is_as_issued: bool, all: usize, judged: usize) -> String {
    match (language, is_as_issued) {
        (Language::Zh, true) if all > 0 => "按方案原定目标对账，调整不计入。".into(),
        (Language::En, true) if all > 0 => " Judged by the targets as issued; no adjustment counts.".into(),
        (Language::Zh, false) if judged > 0 => format!("有{judged}项目标按调整后的目标值对账。"),
        (Language::En, false) if judged > 0 => {
            format!(" {} judged as adjusted.", many(judged, "target is", "targets are"))
        }
        _ => String::new(),
    }
}

/// From which year something was carried on.
pub fn carried_from(language: Language, year: Year) -> String {
    language.pick(format!("{year}年结转"), format!("carried on from {year}"))
}

pub fn because(language: Language, because: Because) -> &'static str {
    match because {
        Because::NotDue => language.pick("本年度尚未结束", "the year is not over"),
        Because::Complies => language.pick("12月数据符合目标", "the figure of December complies"),
        Because::CompliedEarly => {
            language.pick("此前累计数已达到目标", "a figure before December had reached it")
        }
        Because::FallsShort => language.pick("12月数据不符合目标", "the figure of December does not comply"),
        Because::NoFigure => language.pick("没有12月数据", "no figure for December"),
        Because::NotYetPublished => {
            language.pick("单位报12月数据尚未公布", "December's figure is reported as not out yet")
        }
        Because::NoBasis => {
            language.pick("方案未写明口径，也未另行确定", "the text states no basis, and none was decided")
        }
        Because::TakenAway => language.pick("目标已按文件取消", "a paper took the target away"),
        Because::OnlyAsAdjusted => {
            language.pick("符合调整后的目标，不符合原目标", "complies as adjusted, not as issued")
        }
        Because::SaidDone => {
            language.pick("单位报完成，须凭佐证材料认定", "reported as done; to be judged on evidence")
        }
        Because::SaidNotDone => language.pick("单位报年底尚未完成", "reported as not done by the year's end"),
        Because::SaidDoneLater => language.pick(
            "年内没有记录，年后报完成，须认定何时完成",
            "nothing was reported by the year's end; done was reported later: somebody has to say when it was",
        ),
        Because::Direction => {
            language.pick("属方向性要求，须作认定", "a direction, not an end state: somebody has to judge it")
        }
        Because::Brought => language.pick(
            "以前年度结转，须销账或者写明理由终结",
            "carried on from an earlier year: to be closed, or ended with a reason",
        ),
        Because::NotReported => language.pick("没有进展记录", "nothing was reported"),
    }
}

pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Subject => language.pick("目标事项", "Promise"),
        Field::Reported => language.pick("自报数", "Self-reported figure"),
        Field::Checked => language.pick("核定数", "Checked figure"),
        Field::Outcome => language.pick("结论", "Verdict"),
        Field::Reason => language.pick("理由", "Reason"),
        Field::Source => language.pick("数据来源", "Source of the figure"),
        Field::Evidence => language.pick("佐证", "Evidence"),
        Field::CarriedYear => language.pick("转入年份", "Carried on to"),
        Field::CarriedTo => language.pick("承接单位", "Taken over by"),
        Field::On => language.pick("对账日期", "Day"),
        Field::Doer => language.pick("经办人", "Done by"),
        Field::Verifier => language.pick("核验人", "Verified by"),
    }
}

pub fn fault(language: Language, fault: Fault) -> String {
    let name = field(language, fault.field());
    let said = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::Subject => said("请选择目标事项。", "Choose a promise."),
        Fault::Figure(_) => match language {
            Language::Zh => format!("{name}只能填数字。"),
            Language::En => format!("{name}: type a number and nothing else."),
        },
        Fault::Outcome => said("请选择结论。", "Choose a verdict."),
        Fault::NoReason => said(
            "结论与台账数据或者核定数不一致，或者不是销账、超额完成的，须写明理由。",
            "Give the reason: the verdict is not what the figures say, or is neither \"met\" nor \"exceeded\".",
        ),
        Fault::NoReasonAnew => said(
            "已签字的结论重新签字的，须写明改变的理由。",
            "Give the reason why what was signed is signed anew.",
        ),
        Fault::NotChecked => {
            said("结论为销账、超额完成的，须填核定数。", "What is met or exceeded needs a checked figure.")
        }
        Fault::NoEvidence => {
            said("结论为销账、超额完成的，须写明佐证材料。", "What is met or exceeded needs evidence.")
        }
        Fault::NoPaper => said(
            "结论为调整的，须有调整文件：登记目标调整，或者在佐证中写明文号。",
            "\"Adjusted\" needs a paper: record the adjustment, or give the paper's number as evidence.",
        ),
        Fault::CarriedYear { first, last } if first == last => match language {
            Language::Zh => format!("只能转入{first}年。"),
            Language::En => format!("Carried on to: {first} only."),
        },
        Fault::CarriedYear { first, last } => match language {
            Language::Zh => format!("转入年份应在{first}至{last}年之间。"),
            Language::En => format!("Carried on to: a year from {first} to {last}."),
        },
        Fault::LastYear => said(
            "方案期满后的事项不再结转，只能销账或者写明理由终结。",
            "After the plan nothing is carried on: it is closed, or ended with a reason.",
        ),
        Fault::CarriedTo => said("方案没有这个承接单位。", "The plan has no such organisation."),
        Fault::Day => said("对账日期不是日期，例如 2024-01-20。", "Day: not a date, such as 2024-01-20."),
        Fault::BeforeYearEnd(year) => match language {
            Language::Zh => format!("{year}年尚未结束，且数据未证明已提前完成，不能下结论。"),
            Language::En => {
                format!("{year} is not over on that day, and no figure proves it reached for good.")
            }
        },
        Fault::BeforeProof(of) => match language {
            Language::Zh => {
                format!("{}末的数据才证明完成，对账日期不能早于该月最后一天。", month(language, of))
            }
            Language::En => format!("Day: the figure that proves it is that of the end of {of}."),
        },
        Fault::BeforeCarried(on) => match language {
            Language::Zh => format!("对账日期早于结转日期{}。", day(language, on)),
            Language::En => format!("Day: it was carried on later than that, on {on}."),
        },
        Fault::InFuture => said("对账日期晚于今天。", "Day: later than today."),
        Fault::NoDoer => said("请填写经办人。", "Say who did it."),
        Fault::SamePerson => {
            said("核验人不能与经办人相同。", "The verifier has to be somebody else than the doer.")
        }
        Fault::Signed => said(
            "已签字的结论须由经办人、核验人重新签字，不能改为待核验。",
            "It is signed: doer and verifier have to sign anew, and one alone cannot take it back.",
        ),
        Fault::NotAsSaved => said(
            "核验人只能签字或退回；内容要改的，由经办人修改后重新保存。",
            "Whoever verifies signs what stands there or sends it back; the doer changes it and saves it again.",
        ),
        Fault::TooLong { letters, .. } => match language {
            Language::Zh => format!("{name}有{letters}字，最多{}字。", super::MOST_LETTERS),
            Language::En => format!("{name}: {letters} letters, {} at most.", super::MOST_LETTERS),
        },
    }
}
