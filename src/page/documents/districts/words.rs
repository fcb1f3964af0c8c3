//! What the pages of the districts say of their own; sentences of points are `standing::districts::words`'.

use super::allotted::{Fault as AllotmentFault, Pasted};
use super::typed::{Fault, MOST_ITEMS, Template};
use super::what_if::Fault as WhatIfFault;
use crate::page::shared::names;
use crate::plan::{Month, Quantity, Year};
use crate::standing::districts::{DRAWS, Span, words as said};
use crate::text::{Language, Text, isolated};

pub struct Words {
    pub district: &'static str,
    pub class: &'static str,
    pub indicator: &'static str,
    pub item: &'static str,
    pub role: &'static str,
    pub weight: &'static str,
    pub cap: &'static str,
    pub source: &'static str,
    pub city: &'static str,
    pub sum: &'static str,
    pub rest: &'static str,
    pub never_summed: &'static str,
    pub target: &'static str,
    pub figure: &'static str,
    pub points: &'static str,
    pub arithmetic: &'static str,
    pub lifts: &'static str,
    pub score: &'static str,
    pub place: &'static str,
    pub span: &'static str,
    pub grade: &'static str,
    pub by_rules: &'static str,
    pub differs: &'static str,
    pub differs_mark: &'static str,
    pub matrix: &'static str,
    pub own_items: &'static str,
    pub others: &'static str,
    pub own_mark: &'static str,
    pub compared: &'static str,
    pub no_rule: &'static str,
    pub no_such_rule: &'static str,
    pub no_districts: &'static str,
    pub no_page: &'static str,
    pub no_year: &'static str,
    pub no_district: &'static str,
    pub rule: &'static str,
    pub trial: &'static str,
    pub trial_note: &'static str,
    pub untry: &'static str,
    pub try_form: &'static str,
    pub try_note: &'static str,
    pub try_button: &'static str,
    pub new_figure: &'static str,
    pub seed: &'static str,
    pub none: &'static str,
    pub allot_form: &'static str,
    pub allot_note: &'static str,
    pub allot_save: &'static str,
    pub allot_dismiss: &'static str,
    pub allotted_saved: &'static str,
    pub nothing: &'static str,
    pub document: &'static str,
    pub reason: &'static str,
    pub rule_form: &'static str,
    pub rule_note: &'static str,
    pub rule_save: &'static str,
    pub rule_saved: &'static str,
    pub rule_withdraw: &'static str,
    pub rule_withdrawn: &'static str,
    pub which_rule: &'static str,
    pub new_rule: &'static str,
    pub title: &'static str,
    pub scoring: &'static str,
    pub missing: &'static str,
    pub ties: &'static str,
    pub ties_shared: &'static str,
    pub weight_sum: &'static str,
    pub as_it_is: &'static str,
    pub scaled: &'static str,
    pub classes: &'static str,
    pub grades: &'static str,
    pub more_items: &'static str,
    pub choose: &'static str,
    pub looking: &'static str,
    pub too_long: &'static str,
}

const ZH: Words = Words {
    district: "县（市）区",
    class: "类别",
    indicator: "指标",
    item: "考核指标",
    role: "计分方式",
    weight: "权重",
    cap: "封顶",
    source: "数据来源",
    city: "全市目标",
    sum: "合计",
    rest: "未分解",
    never_summed: "比率，不相加",
    target: "任务数",
    figure: "完成数",
    points: "得分",
    arithmetic: "计算",
    lifts: "进一位最少要",
    score: "总分",
    place: "位次",
    span: "位次区间",
    grade: "等次",
    by_rules: "各办法下的位次",
    differs: "比较",
    differs_mark: "不一致",
    matrix: "得分和位次",
    own_items: "各项得分",
    others: "位次",
    own_mark: "本县区",
    compared: "与各县区比较得出；本页不列其他县区的数据，算式见全部县区页",
    no_rule: "还没有考核办法，不能计分。",
    no_such_rule: "这一年没有这个办法。",
    no_districts: "方案没有列出县（市）区，无从分解和考核。",
    no_page: "没有这一页",
    no_year: "方案没有这一年，或者地址有误。请从下面选一年。",
    no_district: "方案没有这个县（市）区，或者地址有误。请从下面选一个。",
    rule: "办法",
    trial: "试算",
    trial_note: "以下是试算结果，只在这个链接里，不保存，不能印发：",
    untry: "退出试算",
    try_form: "试算",
    try_note: "换权重或换一个完成数，看位次怎么变。试算只写在地址里，把地址发给别人，看到的一样。",
    try_button: "试算",
    new_figure: "完成数换成",
    seed: "抽样种子",
    none: "不换",
    allot_form: "分解到县区",
    allot_note: "可从表格软件整块粘贴；首行是县区、首列是指标的，按名称对上。清空的格撤回原任务数，须写明原因。",
    allot_save: "保存分解",
    allot_dismiss: "不要这些，只用已填入的",
    allotted_saved: "已保存分解。",
    nothing: "没有改动。",
    document: "依据文件",
    reason: "原因",
    rule_form: "考核规则",
    rule_note: "先选计分方法，再列指标。权重合计不是100的照样显示，选“折算”才折算。",
    rule_save: "保存规则",
    rule_saved: "已保存，位次按新规则计算。",
    rule_withdraw: "撤回这个办法",
    rule_withdrawn: "已撤回。",
    which_rule: "新增或修改",
    new_rule: "新增一个",
    title: "名称",
    scoring: "计分方法",
    missing: "缺数据时",
    ties: "同分时",
    ties_shared: "并列，名次顺延空缺",
    weight_sum: "权重合计不是100时",
    as_it_is: "照样计分，注明合计",
    scaled: "折算为100分",
    classes: "分类（每行一类，如“一类：海城市、台安县”；不分类留空）",
    grades: "等次（每行一个，如“优秀 90 第一名”；不定等次留空）",
    more_items: "再加一行",
    choose: "请选择",
    looking: "正在查看别人的数据，不能修改。",
    too_long: "粘贴的内容太长，没有读取。",
};

const EN: Words = Words {
    district: "District",
    class: "Class",
    indicator: "Indicator",
    item: "Item",
    role: "Counts as",
    weight: "Weight",
    cap: "Cap",
    source: "Source of the figures",
    city: "City target",
    sum: "Sum",
    rest: "Not allotted",
    never_summed: "a rate, never added up",
    target: "Allotted",
    figure: "Figure",
    points: "Points",
    arithmetic: "Arithmetic",
    lifts: "Least that lifts it a place",
    score: "Score",
    place: "Place",
    span: "Span of places",
    grade: "Grade",
    by_rules: "Places under every rule",
    differs: "Compared",
    differs_mark: "differs",
    matrix: "Points and places",
    own_items: "Points by item",
    others: "Places",
    own_mark: "this one",
    compared: "comes of comparing all districts; their figures are not on this page, the arithmetic is on that of all",
    no_rule: "There is no rule yet by which districts could be assessed.",
    no_such_rule: "The year has no such rule.",
    no_districts: "The plan names no districts: there is nothing to allot to and nobody to assess.",
    no_page: "No such page",
    no_year: "The plan has no such year, or the address is wrong. Choose one of these.",
    no_district: "The plan has no such district, or the address is wrong. Choose one of these.",
    rule: "Rule",
    trial: "What-if",
    trial_note: "This is a what-if. It stands in this link alone, is not stored and cannot be issued:",
    untry: "End the what-if",
    try_form: "What if",
    try_note: "Try other weights or another figure. It stands in the address alone; whoever opens the address sees the same.",
    try_button: "Try",
    new_figure: "Figure instead",
    seed: "Seed of the draws",
    none: "none",
    allot_form: "Allot to districts",
    allot_note: "A block of a spreadsheet can be pasted; where districts head the columns and indicators the rows, it goes by name. An emptied cell takes the share back and needs a reason.",
    allot_save: "Save",
    allot_dismiss: "Leave them out, keep what was filled",
    allotted_saved: "Saved.",
    nothing: "Nothing has changed.",
    document: "Paper",
    reason: "Reason",
    rule_form: "The rule",
    rule_note: "Choose a scoring first, then list the items. Weights that do not make 100 are shown, and scaled only by choice.",
    rule_save: "Save the rule",
    rule_saved: "Saved; places follow it.",
    rule_withdraw: "Take this rule back",
    rule_withdrawn: "Taken back.",
    which_rule: "New or changed",
    new_rule: "a new one",
    title: "Title",
    scoring: "Scoring",
    missing: "A missing figure",
    ties: "Equal scores",
    ties_shared: "share a place, the next is skipped",
    weight_sum: "Weights that do not make 100",
    as_it_is: "are left so, and the sum is shown",
    scaled: "are scaled to 100",
    classes: "Classes, one a line (“First: Haicheng, Taian”); empty for none",
    grades: "Grades, one a line (“Excellent 90 first”); empty for none",
    more_items: "Another row",
    choose: "Choose",
    looking: "You are only looking; nothing can be changed.",
    too_long: "What was pasted is too long and was not read.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn year(language: Language, year: Year) -> String {
    language.pick(format!("{year}年"), year.to_string())
}

pub fn all_of(language: Language, year: Year) -> String {
    let name = names::districts(language);
    language.pick(format!("{year}年{name}"), format!("{name} {year}"))
}

pub fn of_district(language: Language, district: &str, year: Year) -> String {
    let name = names::districts(language);
    language.pick(format!("{district}　{year}年{name}"), format!("{district} · {name} {year}"))
}

pub fn title(language: Language, plan: &str, year: Year) -> String {
    language.pick(format!("{plan}{year}年县区考核表"), format!("{plan}: assessment of the districts, {year}"))
}

/// How many rules there are and up to which month figures count; nothing of a month before there is an assessment.
pub fn lede(language: Language, rules: usize, month: Option<Option<Month>>) -> Text {
    if rules == 0 {
        return Text::plain(of(language).no_rule);
    }
    let count = language.pick(format!("有{rules}个办法。"), format!("{rules} rules. "));
    Text::plain([count, month.map(|month| until(language, month).words).unwrap_or_default()].concat())
}

/// Up to which month figures count.
pub fn until(language: Language, month: Option<Month>) -> Text {
    Text::plain(match (month, language) {
        (Some(month), Language::Zh) => format!("数据截至{}年{}月。", month.year(), month.number()),
        (Some(month), Language::En) => format!("Figures up to {month}."),
        (None, Language::Zh) => "这一年还没有过报送期的月份，没有数据可计。".to_owned(),
        (None, Language::En) => "No month of the year is over yet: there are no figures to count.".to_owned(),
    })
}

/// A heading with its number.
pub fn numbered(language: Language, at: usize, title: &str) -> String {
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match (language, digits.get(at)) {
        (Language::Zh, Some(digit)) => format!("{digit}、{title}"),
        _ => format!("{}. {title}", at + 1),
    }
}

/// An item with its weight and cap, and where its figures come from; `source` may be empty.
pub fn item(language: Language, item: &str, weight: &str, source: &str) -> String {
    let source = match (source.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("，数据来源：{source}"),
        (false, Language::En) => format!(", figures from {source}"),
    };
    language.pick(format!("{item}：{weight}{source}。"), format!("{item}: {weight}{source}."))
}

pub fn allotted(language: Language, year: Year) -> String {
    language.pick(format!("{year}年任务分解"), format!("What districts are allotted for {year}"))
}

/// What is not allotted, or how much more is allotted than the city owes.
pub fn rest(language: Language, rest: Quantity) -> String {
    if rest < Quantity::ZERO {
        let over = Quantity::ZERO.minus(rest);
        return language.pick(format!("超分解{over}"), format!("{over} more than the city's"));
    }
    rest.to_string()
}

pub fn place_and_score(language: Language, place: usize, score: &str) -> String {
    let place = said::place(language, place);
    language.pick(format!("{place}，总分{score}。"), format!("{place}, score {score}."))
}

/// Between which places a district stands under drawn weights.
pub fn spanned(language: Language, span: Span) -> String {
    if span.best == span.worst {
        let place = said::place(language, span.best);
        return language.pick(
            format!("权重上下浮动20%，位次不变，都是{place}。"),
            format!("With weights drawn within ±20 % it stays {place}."),
        );
    }
    let span = said::span(span);
    language.pick(
        format!("权重上下浮动20%，位次在{span}之间。"),
        format!("Place with weights drawn within ±20 %: {span}."),
    )
}

pub fn drawn(language: Language, seed: u32) -> String {
    language.pick(
        format!("位次区间：各项权重在±20%内随机抽取{DRAWS}次（种子{seed}），最好和最差的位次。"),
        format!("Span of places: best and worst when each weight is drawn within ±20 %, {DRAWS} times (seed {seed})."),
    )
}

pub fn moved(places: i64) -> String {
    match places {
        0 => "＝".to_owned(),
        up if up > 0 => format!("↑{up}"),
        down => format!("↓{}", -down),
    }
}

pub fn moved_since(language: Language, year: Year) -> String {
    language.pick(
        format!("箭头：与{year}年同一办法、同样指标下的位次相比。"),
        format!("Arrows: against {year}, by the same rule of the same items."),
    )
}

pub fn no_rule_before(language: Language, year: Year) -> String {
    language.pick(
        format!("{year}年没有考核办法，位次无从比较。"),
        format!("{year} has no rule: places cannot be compared."),
    )
}

/// A year of which no rule is like the one that is shown.
pub fn year_by_another(language: Language, year: Year) -> String {
    language.pick(format!("{year}年（办法不同）"), format!("{year} (another rule)"))
}

pub fn not_comparable(language: Language, year: Year) -> String {
    language.pick(
        format!("与{year}年不可比：办法或指标不同。"),
        format!("Not comparable with {year}: the rule or its items differ."),
    )
}

pub fn tried_weight(language: Language, item: &str, was: Option<Quantity>, weight: Quantity) -> String {
    match was {
        Some(was) => {
            language.pick(format!("{item}权重{was}→{weight}"), format!("{item}: weight {was} → {weight}"))
        }
        None => language.pick(format!("没有第{item}项"), format!("there is no item {item}")),
    }
}

pub fn tried_figure(language: Language, district: &str, item: &str, value: Quantity) -> String {
    language.pick(format!("{district}{item}换成{value}"), format!("{district}, {item}: {value} instead"))
}

pub fn template(language: Language, template: Template) -> &'static str {
    match template {
        Template::Wujin2010 => {
            language.pick("武进2010：按完成比例，超额封顶", "Wujin 2010: in proportion, capped")
        }
        Template::MinMax => language.pick("极差标准化：最低1分，最高100分", "Min-max: 1 to 100"),
        Template::Wujin2011 => language.pick("武进2011：以平均数为基准", "Wujin 2011: around the average"),
    }
}

/// The two figures of a scoring; none of one that has none.
pub fn bounds(language: Language, template: Template) -> Option<[&'static str; 2]> {
    match template {
        Template::Wujin2010 => None,
        Template::MinMax => {
            Some(language.pick(["最低分", "最高分"], ["Marks of the least", "Marks of the most"]))
        }
        Template::Wujin2011 => {
            Some(language.pick(["每档百分比", "每档分值"], ["Step in per cent", "Points of a step"]))
        }
    }
}

/// What came of a paste.
pub fn pasted(language: Language, pasted: &Pasted) -> String {
    let mut told =
        language.pick(format!("已填入{}格。", pasted.filled), format!("{} cells filled. ", pasted.filled));
    for (row, name) in &pasted.unknown {
        let (row, name) = (row + 1, isolated(name));
        told.push_str(&language.pick(
            format!("第{row}行“{name}”：方案没有，未填入。"),
            format!("Row {row}, “{name}”: the plan has none, left out. "),
        ));
    }
    if pasted.is_cut {
        told.push_str(language.pick("表外的格没有填入。", "Cells beyond the table were left out."));
    }
    told
}

/// What is wrong with the table of allotments; rows and columns are named.
pub fn allotment_fault(
    language: Language,
    fault: &AllotmentFault,
    named: impl Fn(usize, usize) -> (String, String),
) -> String {
    match fault {
        AllotmentFault::NotAFigure { row, column, seen } => {
            let ((indicator, district), seen, row) = (named(*row, *column), isolated(seen), row + 1);
            language.pick(
                format!("第{row}行 {indicator}，{district}：“{seen}”不是数字，或单位不符。"),
                format!("Row {row}, {indicator}, {district}: “{seen}” is no figure, or of another unit."),
            )
        }
        AllotmentFault::Negative { row, column } => {
            let ((indicator, district), row) = (named(*row, *column), row + 1);
            language.pick(
                format!("第{row}行 {indicator}，{district}：任务数不能小于0。"),
                format!("Row {row}, {indicator}, {district}: a share below 0."),
            )
        }
        AllotmentFault::LeftOut => language
            .pick(
                "粘贴的内容有没填入的，不能保存。请改好名称再粘贴，或确认不要这些。",
                "Something that was pasted was left out: nothing is saved. Mend the names and paste again, or leave them out.",
            )
            .to_owned(),
        AllotmentFault::NoReason => {
            language.pick("撤回任务数，请写明原因。", "Give the reason for taking a share back.").to_owned()
        }
        AllotmentFault::TooLong(letters) => {
            language.pick(format!("文字太长：{letters}字。"), format!("Too long: {letters} letters."))
        }
    }
}

/// What is wrong with the rule that was typed.
pub fn rule_fault(language: Language, fault: &Fault, name: impl Fn(&str) -> String) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::NoTitle => plain("请写名称。", "Give it a title."),
        Fault::NoReason => plain("撤回办法，请写明原因。", "Give the reason for taking the rule back."),
        Fault::NoItem(row) => {
            let row = row + 1;
            language.pick(format!("第{row}行：请选择指标。"), format!("Row {row}: choose an indicator."))
        }
        Fault::NotAFigure(row, seen) => {
            let seen = isolated(seen);
            match (row.map(|row| row + 1), seen.is_empty(), language) {
                (Some(row), true, Language::Zh) => format!("第{row}行：请写权重。"),
                (Some(row), true, Language::En) => format!("Row {row}: give the weight."),
                (Some(row), false, Language::Zh) => format!("第{row}行：“{seen}”不是数字。"),
                (Some(row), false, Language::En) => format!("Row {row}: “{seen}” is no figure."),
                (None, true, Language::Zh) => "请写计分方法的数字。".to_owned(),
                (None, true, Language::En) => "Give the figures of the scoring.".to_owned(),
                (None, false, Language::Zh) => format!("计分方法：“{seen}”不是数字。"),
                (None, false, Language::En) => format!("Scoring: “{seen}” is no figure."),
            }
        }
        Fault::Unbounded(row) => {
            let row = row + 1;
            language.pick(
                format!("第{row}行：加分、扣分要写数据来源和封顶。"),
                format!("Row {row}: a bonus or penalty needs its source and a cap."),
            )
        }
        Fault::Line(row, seen) => {
            let (row, seen) = (row + 1, isolated(seen));
            language.pick(
                format!("第{row}行“{seen}”：写法不对。"),
                format!("Line {row}, “{seen}”: not written as the example is."),
            )
        }
        Fault::UnknownDistrict(row, seen) => {
            let (row, seen) = (row + 1, isolated(seen));
            language.pick(
                format!("第{row}行：方案没有“{seen}”这个县区。"),
                format!("Line {row}: the plan has no district “{seen}”."),
            )
        }
        Fault::TooMany(count) => language.pick(
            format!("指标有{count}项，最多{MOST_ITEMS}项。"),
            format!("{count} items, {MOST_ITEMS} at most."),
        ),
        Fault::TooLong(letters) => {
            language.pick(format!("文字太长：{letters}字。"), format!("Too long: {letters} letters."))
        }
        Fault::Rule(fault) => said::fault(language, fault, name),
    }
}

/// What is wrong with a what-if; items are named by their place.
pub fn what_if_fault(language: Language, fault: &WhatIfFault, item: impl Fn(usize) -> String) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        WhatIfFault::Weight(at, seen) => {
            let (item, seen) = (item(*at), isolated(seen));
            language.pick(
                format!("权重（{item}）：“{seen}”不是数字。"),
                format!("Weight of {item}: “{seen}” is no figure."),
            )
        }
        WhatIfFault::Figure(row, seen) => {
            let (row, seen) = (row + 1, isolated(seen));
            language.pick(
                format!("第{row}行完成数：“{seen}”不是数字。"),
                format!("Row {row}: “{seen}” is no figure."),
            )
        }
        WhatIfFault::Half(row) => {
            let row = row + 1;
            language.pick(
                format!("第{row}行：县（市）区、考核指标、完成数要一起填。"),
                format!("Row {row}: district, item and figure go together."),
            )
        }
        WhatIfFault::Twice(row) => {
            let row = row + 1;
            language.pick(
                format!("第{row}行：同一县（市）区的同一指标前面已填。"),
                format!("Row {row}: the same district and item stand in an earlier row."),
            )
        }
        WhatIfFault::Seed(seen) => {
            let seen = isolated(seen);
            language.pick(
                format!("抽样种子：“{seen}”不是可用的整数。"),
                format!("Seed: “{seen}” is no whole number that can be used."),
            )
        }
        WhatIfFault::TooMany => {
            plain("改动太多，链接放不下，请减少几处。", "So many changes find no room in a link; try fewer.")
        }
        WhatIfFault::Nothing => plain(
            "没有换权重，也没有换完成数，无从试算。",
            "No weight and no figure is changed: there is nothing to try.",
        ),
    }
}

/// A rule by its place among those of the year.
pub fn rule_number(language: Language, number: usize) -> String {
    language.pick(format!("办法{number}"), format!("Rule {number}"))
}
