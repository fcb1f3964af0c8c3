//! What reconciliation and final account say.

use super::{Fault, Field};
use crate::plan::Year;
use crate::standing::reconciliation::{Because, Class};
use crate::text::Language;

pub struct Words {
    pub promise: &'static str,
    pub asked: &'static str,
    pub figure: &'static str,
    pub first_met: &'static str,
    pub reported: &'static str,
    pub checked: &'static str,
    pub class: &'static str,
    pub ground: &'static str,
    pub carried: &'static str,
    pub signed: &'static str,
    pub year: &'static str,
    pub caption: &'static str,
    pub no_record: &'static str,
    pub set_later: &'static str,
    pub adjusted_to: &'static str,
    pub not_due: &'static str,
    pub by_figures: &'static str,
    pub by_one: &'static str,
    pub by_both: &'static str,
    pub figures_say: &'static str,
    pub today: &'static str,
    pub to_be_verified: &'static str,
    pub sum: &'static str,
    pub items: &'static str,
    pub brought: &'static str,
    pub brought_caption: &'static str,
    pub from_year: &'static str,
    pub owed_by: &'static str,
    pub why: &'static str,
    pub note: &'static str,
    pub nothing: &'static str,
    pub no_promise: &'static str,
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
    promise: "承诺事项",
    asked: "目标",
    figure: "台账数据",
    first_met: "首次达到",
    reported: "自报",
    checked: "核定",
    class: "结论",
    ground: "依据",
    carried: "结转",
    signed: "经办、核验",
    year: "年份",
    caption: "各项承诺的目标、数据和结论",
    no_record: "无记录",
    set_later: "后定目标",
    adjusted_to: "调整为 ",
    not_due: "未到期",
    by_figures: "按数据建议",
    by_one: "待核验：",
    by_both: "已签核",
    figures_say: "数据所示：",
    today: "按今日数据：",
    to_be_verified: "待核验",
    sum: "一、对账结果",
    items: "二、逐项对账",
    brought: "三、往年结转",
    brought_caption: "往年结转至该年的事项",
    from_year: "结转年份",
    owed_by: "承接单位",
    why: "理由",
    note: "结论由数据和目标按原文比较方式算出（突破须大于，不少于含等于），经办人和核验人两人签核后以签核为准。结论分类为本页自定，签名由填写人自报，未经身份核验。",
    nothing: "台账没有该年任何数据，下列结论只说明尚无记录，不说明是否完成。需要：该年12月各项指标数据、节点目标进展。",
    no_promise: "方案没有为该年规定目标，也没有后定目标，无可对账。",
    form: "记一项结论",
    form_note: "与数据所示不同的结论须写理由；经办人和核验人不能是同一人。核验人暂缺可先保存，由核验人补签。",
    choose: "请选择",
    stays: "仍由原单位负责",
    proposed: "数据所示",
    save_one: "保存，待核验",
    save_both: "签核",
    saved_one: "已保存，等核验人补签。",
    saved_both: "已签核。",
    looking: "正在查看，不能记录。",
};

const EN: Words = Words {
    promise: "Promise",
    asked: "Target",
    figure: "Figure on record",
    first_met: "First met",
    reported: "Self-reported",
    checked: "Checked",
    class: "Verdict",
    ground: "Grounds",
    carried: "Carried on",
    signed: "Done, verified by",
    year: "Year",
    caption: "Target, figure and verdict of each promise",
    no_record: "no record",
    set_later: "set later",
    adjusted_to: "adjusted: ",
    not_due: "not due yet",
    by_figures: "proposed by the figures",
    by_one: "to be verified: ",
    by_both: "signed",
    figures_say: "the figures say: ",
    today: "by today's figures: ",
    to_be_verified: "to be verified",
    sum: "1. Result",
    items: "2. Promise by promise",
    brought: "3. Carried on from earlier years",
    brought_caption: "What earlier years carried on to this one",
    from_year: "From",
    owed_by: "Owed by",
    why: "Reason",
    note: "Verdicts are computed from figure and target by the comparison that the text asks for (more than is more than, at least includes equal); once doer and verifier have signed, what they signed counts. The classes are this page's own. Signatures are claims: nobody's identity was checked.",
    nothing: "No figure of this year is on record. The verdicts below only say so, not whether anything was reached. Needed: the figure of every indicator for December, and how far the milestones are.",
    no_promise: "The plan has no target for this year and none was set later: there is nothing to reconcile.",
    form: "Record a verdict",
    form_note: "A verdict that differs from the figures needs a reason. Doer and verifier are two people; without a verifier it is saved and can be signed later.",
    choose: "Choose",
    stays: "stays with whose it was",
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

/// All promises as the sum of their classes; a class without any is left out.
pub fn conservation(language: Language, counts: &[(Class, usize)]) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let parts = counts.iter().filter(|(_, count)| *count > 0).map(|(of, count)| {
        let class = super::rows::class(*of, language);
        language.pick(format!("{class}{count}"), format!("{class} {count}"))
    });
    let parts = parts.collect::<Vec<_>>().join(" + ");
    match language {
        Language::Zh => format!("承诺事项{all}项 = {parts}。"),
        Language::En => format!("{all} promises = {parts}."),
    }
}

/// How many verdicts are signed, and how many of them the figures of today would not bear out.
pub fn signed(language: Language, signed: usize, all: usize, differ: usize) -> String {
    let said = match language {
        Language::Zh => format!("已签核{signed}项，未签核{}项。", all - signed),
        Language::En => format!("{signed} signed, {} not signed.", all - signed),
    };
    let differs = match language {
        _ if signed == 0 => String::new(),
        Language::Zh if differ == 0 => "按今日数据，签核结论均不变。".into(),
        Language::En if differ == 0 => " By today's figures no signed verdict would differ.".into(),
        Language::Zh => format!("按今日数据，{differ}项签核结论会不同，签核结论不自动更改。"),
        Language::En => {
            format!(
                " By today's figures {differ} signed verdicts would differ; what was signed is not changed."
            )
        }
    };
    [said, differs].concat()
}

/// For how many indicators the text has a target of the year, where it leaves the year open for others.
pub fn in_text(language: Language, year: Year, count: usize, others: usize) -> String {
    match language {
        Language::Zh if count == 0 => {
            format!("方案文本没有为{year}年规定指标目标，本表只对账后来下达的目标和该年到期的节点目标。")
        }
        Language::Zh => format!(
            "方案文本为{count}项指标规定了{year}年目标，其余{others}项未设，只有后来下达目标的才列入。"
        ),
        Language::En if count == 0 => format!(
            "The text has no targets of indicators for {year}: only targets set later and milestones that end with it are reconciled."
        ),
        Language::En => format!(
            "The text has targets for {year} of {count} indicators and none of {others}, which are here only where one was set later."
        ),
    }
}

/// Verdicts on what the year does not promise any more.
pub fn strays(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("另有{count}项结论所记事项已不在该年承诺之内，不计入上列合计。"),
        Language::En => format!(
            "{count} verdicts are on something that this year does not promise; they are not counted."
        ),
    }
}

pub fn because(language: Language, because: Because) -> &'static str {
    match because {
        Because::NotDue => language.pick("该年尚未结束", "the year is not over"),
        Because::Complies => language.pick("12月数据符合目标", "the figure of December complies"),
        Because::CompliedEarly => {
            language.pick("年内累计已达到，不会再减少", "reached within the year, and cannot be lost again")
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
            language.pick("单位报完成，须附佐证并由人认定", "reported as done; to be judged on evidence")
        }
        Because::SaidNotDone => language.pick("单位报年底尚未完成", "reported as not done by the year's end"),
        Because::SaidDoneLater => language.pick(
            "该年内没有记录，之后报完成，须由人认定何时完成",
            "nothing was reported by the year's end; done was reported later: somebody has to say when it was",
        ),
        Because::Direction => {
            language.pick("属方向性要求，须由人认定", "a direction has no end: somebody has to judge it")
        }
        Because::NotReported => language.pick("没有进展记录", "nothing was reported"),
    }
}

pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Subject => language.pick("承诺事项", "Promise"),
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
        Fault::Subject => said("请选择一项承诺。", "Choose a promise."),
        Fault::Figure(_) => match language {
            Language::Zh => format!("{name}不是可以记录的数字，请只写数字。"),
            Language::En => format!("{name}: no figure that can be recorded. Type nothing but the figure."),
        },
        Fault::Outcome => said("请选择结论。", "Choose a verdict."),
        Fault::NoReason => said(
            "结论与数据所示不同，或不是完成，请写明理由。",
            "The verdict differs from the figures, or is not that it was met: give the reason.",
        ),
        Fault::NoEvidence => said("完成须写明佐证。", "What is met needs evidence."),
        Fault::CarriedYear { first, last } => match language {
            Language::Zh => format!("转入年份应在{first}至{last}年之间。"),
            Language::En => format!("Carried on to: a year from {first} to {last}."),
        },
        Fault::CarriedTo => said("方案没有这个承接单位。", "The plan has no such organisation."),
        Fault::Day => said("对账日期不是日期，例如 2024-01-20。", "Day: not a date, such as 2024-01-20."),
        Fault::BeforeYearEnd(year) => match language {
            Language::Zh => format!("{year}年尚未结束，且数据未证明已提前完成，不能下结论。"),
            Language::En => {
                format!("{year} is not over on that day, and no figure proves it reached for good.")
            }
        },
        Fault::InFuture => said("对账日期晚于今天。", "Day: later than today."),
        Fault::NoDoer => said("请写经办人。", "Say who did it."),
        Fault::SamePerson => {
            said("核验人不能与经办人相同。", "The verifier has to be somebody else than the doer.")
        }
        Fault::TooLong { letters, .. } => match language {
            Language::Zh => format!("{name}有 {letters} 字，最多 {} 字。", super::MOST_LETTERS),
            Language::En => format!("{name}: {letters} letters, {} at most.", super::MOST_LETTERS),
        },
    }
}
