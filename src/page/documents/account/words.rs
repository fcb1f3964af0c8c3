//! What the final account says of its own; its rows speak as the reconciliation does.

use crate::plan::{Day, Years};
use crate::text::Language;

pub struct Words {
    pub sum: &'static str,
    pub years: &'static str,
    pub fields: &'static str,
    pub nothing: &'static str,
    pub brought: &'static str,
    pub brought_caption: &'static str,
}

const ZH: Words = Words {
    sum: "一、总体结果",
    years: "二、逐年逐项",
    fields: "各年目标值和节点目标的结论，一格一项",
    nothing: "台账中没有各年12月的指标数据，也没有节点目标进展；下列结论只表明尚无记录，不表明是否完成。需要：各指标目标年份12月的数据、节点目标进展、经签字确认的年底对账结论。",
    brought: "三、结转事项",
    brought_caption: "结转至以后年度、方案期满后继续办理的事项",
};

const EN: Words = Words {
    sum: "1. Result",
    years: "2. Year by year, promise by promise",
    fields: "What became of each target and milestone, a field each",
    nothing: "Neither a December figure nor the state of a milestone is on record for any year that is over. The verdicts below only say so, not whether anything was reached. Needed: the figure of every indicator for December of each target's year, how far the milestones are, and signed reconciliations.",
    brought: "3. Carried on",
    brought_caption: "What was carried on to later years, and after the plan",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn title(language: Language, plan: &str, years: Years) -> String {
    language.pick(format!("{plan}总账（{years}）"), format!("{plan}: final account, {years}"))
}

/// Whether the plan is over.
pub fn end(language: Language, years: Years, today: Day) -> String {
    let is_over = years.to < today.year();
    match language {
        Language::Zh if is_over => format!("方案实施期为{years}年，已经结束。"),
        Language::Zh => format!("方案实施期为{years}年，尚未结束，未到期事项不作结论。"),
        Language::En if is_over => format!("The plan covered {years} and is over."),
        Language::En => {
            format!("The plan covers {years} and is not over: what is not due yet has no verdict.")
        }
    }
}
