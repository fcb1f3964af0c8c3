//! What the page of all indicators says of its own.

use super::filter::Field;
use crate::plan::{Comparator, Year};
use crate::route::{Shape, Sort};
use crate::text::Language;

pub struct Words {
    pub filters: &'static str,
    pub any: &'static str,
    pub sort: &'static str,
    pub shapes: &'static str,
    pub reset: &'static str,
    pub chosen: &'static str,
    pub nothing_title: &'static str,
    pub nothing: &'static str,
    pub unknown_title: &'static str,
    pub without_unknown: &'static str,
    pub list: &'static str,
    pub indicator: &'static str,
    pub task: &'static str,
    pub basis: &'static str,
    pub step: &'static str,
    pub lead: &'static str,
    pub latest: &'static str,
    pub light: &'static str,
    pub unset: &'static str,
    pub one_year: &'static str,
    pub unchanged: &'static str,
    pub compare_which: &'static str,
    pub compare_all: &'static str,
    pub compare_clear: &'static str,
    pub compare_nothing: &'static str,
    pub multiples: &'static str,
    pub multiples_note: &'static str,
    pub not_the_same: &'static str,
}

const ZH: Words = Words {
    filters: "筛选",
    any: "全部",
    sort: "排序",
    shapes: "视图",
    reset: "清除全部筛选",
    chosen: "已选条件",
    nothing_title: "没有指标同时符合这些条件",
    nothing: "年份、比较词、限定词须由同一个目标值满足。请去掉一个条件，或清除全部筛选。",
    unknown_title: "地址中有本方案没有的条件",
    without_unknown: "去掉无法识别的条件",
    list: "目标值前的符号：> 突破，≥ 不少于，≤ 不超过，达 达到；没有符号的，方案只写数字。目标增量旁为相对首个目标值的比例。",
    indicator: "指标",
    task: "任务",
    basis: "口径",
    step: "目标增量",
    lead: "牵头",
    latest: "最近完成",
    light: "状态",
    unset: "未设",
    one_year: "只定一年",
    unchanged: "持平",
    compare_which: "选择比较项",
    compare_all: "不勾选则比较全部。",
    compare_clear: "取消勾选",
    compare_nothing: "勾选的指标均不符合筛选条件。",
    multiples: "每项一图",
    multiples_note: "每图纵轴各异，均从零起；十字为方案目标值，不连线",
    not_the_same: "另有不同口径：",
};

const EN: Words = Words {
    filters: "Filters",
    any: "All",
    sort: "Order",
    shapes: "View",
    reset: "Clear all filters",
    chosen: "Chosen filters",
    nothing_title: "No indicator meets all of these conditions",
    nothing: "Year, comparator and modality must hold for one and the same target. Take one condition away, or clear all filters.",
    unknown_title: "The address contains conditions that this plan does not have",
    without_unknown: "Remove unknown conditions",
    list: "Before a target: > more than, ≥ at least, ≤ at most, to: reach; without a sign the plan gives a bare number. Beside the step: its proportion to the first target.",
    indicator: "Indicator",
    task: "Task",
    basis: "Basis",
    step: "First to last",
    lead: "Lead",
    latest: "Latest actual",
    light: "Status",
    unset: "not set",
    one_year: "one year only",
    unchanged: "unchanged",
    compare_which: "Which to compare",
    compare_all: "With none ticked, all are compared.",
    compare_clear: "Untick all",
    compare_nothing: "The filters leave none of the ticked indicators.",
    multiples: "One chart each",
    multiples_note: "Each chart has its own axis, from zero; a cross is a target of the plan; nothing is joined",
    not_the_same: "Defined differently: ",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Area => language.pick("领域", "Area"),
        Field::Organisation => language.pick("单位", "Organisation"),
        Field::Year => language.pick("有目标的年份", "Year with a target"),
        Field::Basis => language.pick("口径", "Basis"),
        Field::Comparator => language.pick("比较词", "Comparator"),
        Field::Modality => language.pick("限定词", "Modality"),
        Field::Light => language.pick("状态", "Status"),
    }
}

pub fn sort(language: Language, sort: Sort) -> &'static str {
    match sort {
        Sort::Plan => language.pick("方案顺序", "as in the plan"),
        Sort::Name => language.pick("名称", "by name"),
        Sort::Step => language.pick("增幅", "by step"),
        Sort::Basis => language.pick("口径", "by basis"),
    }
}

pub fn shape(language: Language, shape: Shape) -> &'static str {
    match shape {
        Shape::List => language.pick("清单", "List"),
        Shape::Way => language.pick("进程", "Progress"),
        Shape::Compare => language.pick("比较", "Compare"),
        Shape::Multiples => language.pick("小图", "Small charts"),
    }
}

/// A comparator with the sign by which it stands in the tables.
pub fn comparator(language: Language, comparator: Comparator) -> String {
    let words = comparator.words(language);
    match comparator {
        Comparator::Reach | Comparator::Unstated => words.into(),
        _ => [comparator.mark(language), " ", words].concat(),
    }
}

/// A choice and how many indicators it leaves.
pub fn counted(language: Language, name: &str, count: usize) -> String {
    match language {
        Language::Zh => format!("{name}（{count}）"),
        Language::En => format!("{name} ({count})"),
    }
}

/// A condition by its name and what was chosen in it.
pub fn condition(language: Language, name: &str) -> String {
    [name, language.pick("：", ": ")].concat()
}

pub fn headline(language: Language, left: usize, all: usize, figures: usize) -> String {
    match language {
        Language::Zh if left == all => format!("{all} 项指标，共定 {figures} 个目标值"),
        Language::Zh => format!("{all} 项指标中的 {left} 项，共定 {figures} 个目标值"),
        Language::En if left == all => {
            format!("{all} {}, {figures} {}", plural(all, "indicator"), plural(figures, "target figure"))
        }
        Language::En => format!(
            "{left} of {all} {}, with {figures} {}",
            plural(all, "indicator"),
            plural(figures, "target figure")
        ),
    }
}

/// How the targets spread over the years, how many bases the text leaves open, and how many of these were decided.
pub fn lede(language: Language, years: &[(Year, usize)], unstated: usize, decided: usize) -> String {
    let each = years.iter().map(|&(year, count)| match (language, count) {
        (Language::Zh, 0) => format!("{year} 年未设"),
        (Language::Zh, _) => format!("{year} 年 {count} 个"),
        (Language::En, 0) => format!("none for {year}"),
        (Language::En, _) => format!("{count} for {year}"),
    });
    let each: Vec<String> = each.collect();
    let mut sentence = match language {
        Language::Zh => format!("目标值：{}", each.join("，")),
        Language::En => format!("Targets: {}", each.join(", ")),
    };
    if unstated > 0 {
        sentence.push_str(&match language {
            Language::Zh => format!("；{unstated} 项的口径方案未载明"),
            Language::En if unstated == 1 => "; the plan does not state the basis of 1".into(),
            Language::En => format!("; the plan does not state the basis of {unstated}"),
        });
    }
    if decided > 0 {
        sentence.push_str(&match language {
            Language::Zh if decided == unstated => "，已认定".into(),
            Language::Zh => format!("，其中 {decided} 项已认定"),
            Language::En if decided == unstated => ", and the bureau has decided it".into(),
            Language::En => format!(", and the bureau has decided that of {decided}"),
        });
    }
    sentence.push_str(language.pick("。", "."));
    sentence
}

/// A filter that the plan knows nothing of.
pub fn unknown(language: Language, name: &str, value: &str) -> String {
    match language {
        Language::Zh => format!("{name}：方案中没有“{value}”。"),
        Language::En => format!("{name}: the plan has no “{value}”."),
    }
}

/// The name of the table for ears.
pub fn caption(language: Language, left: usize) -> String {
    match language {
        Language::Zh => format!("{left} 项指标"),
        Language::En => format!("{left} {}", plural(left, "indicator")),
    }
}

/// What a filter's removal is called.
pub fn remove(language: Language, name: &str) -> String {
    match language {
        Language::Zh => format!("去掉条件：{name}"),
        Language::En => format!("Remove filter: {name}"),
    }
}

pub fn compared_id_unknown(language: Language) -> &'static str {
    language.pick("比较", "Compared")
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { noun.into() } else { [noun, "s"].concat() }
}
