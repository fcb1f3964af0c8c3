//! The pages of the districts over the worked example.

use super::allotted::Fault as Wrong;
use super::typed::Fault;
use super::*;
use crate::ledger::kinds::{AssessmentRule, MissingFigure, TieBreak};
use crate::ledger::samples::august::{day, officer, plan};
use crate::ledger::samples::value;
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Said};
use crate::plan::{PlanIndex, Year};
use crate::route::{DistrictsView, Route};
use crate::rows;
use crate::standing::AsOf;
use crate::standing::districts::RuleFault;
use crate::standing::districts::samples::{
    FIGURES, FOUR, ITEMS, class, ledger, rules, with_rules, wujin_2010,
};
use crate::text::{Language, Table};

fn with<T>(plan: &PlanIndex, ledger: &Ledger, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    ask(AsOf { plan, ledger, today: day("2025-02-01"), offset: 480, language })
}

fn of_year() -> DistrictsView {
    DistrictsView::of(Year(2024))
}

fn page(ledger: &Ledger, view: &DistrictsView, language: Language) -> Page {
    with(&plan(), ledger, language, |as_of| model(as_of, view)).expect("a year of the plan")
}

fn words(table: &Table) -> Vec<Vec<String>> {
    let cell = |cell: &crate::text::Cell| cell.pieces.iter().map(|piece| piece.words()).collect::<String>();
    table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}

/// M18 1: every cell opens to its arithmetic, and the score to the sum of the cells.
#[test]
fn every_cell_opens_to_its_arithmetic() {
    let page = page(&with_rules(rules()), &of_year(), Language::Zh);
    let matrix = page.matrix.expect("points");
    let first = &matrix.rows[0];
    assert_eq!((first.place.as_str(), first.total.short.as_str()), ("1", "108.00"));
    assert_eq!(first.cells[0].sentence, "40 × 24 ÷ 20 = 48.00，最高 40 + 4 = 44.00，得 44.00");
    assert_eq!(first.total.sentence, "44.00 + 39.00 + 25.00 = 108.00");
    let last = &matrix.rows[3];
    assert_eq!((last.cells[2].short.as_str(), last.cells[2].sentence.as_str()), ("–", "任务数为0，不计入"));
    assert_eq!(last.total.sentence, "(41.33 + 28.00) × 100 ÷ 75 = 92.44（按未舍入的数计算）");
    assert_eq!(matrix.rows[4].place, "–");
    assert_eq!(matrix.rows[4].total.sentence, "未列入任何类别，不参加排名");
    let english = super::model(
        AsOf {
            plan: &plan(),
            ledger: &with_rules(rules()),
            today: day("2025-02-01"),
            offset: 480,
            language: Language::En,
        },
        &of_year(),
    )
    .and_then(|page| page.matrix)
    .expect("points");
    assert_eq!(
        english.rows[0].cells[0].sentence,
        "40 × 24 ÷ 20 = 48.00, at most 40 + 4 = 44.00, counts 44.00"
    );
}

/// M18 12: where the places of a district differ between rules is marked.
#[test]
fn places_under_every_rule_stand_side_by_side() {
    let page = page(&with_rules(rules()), &of_year(), Language::Zh);
    let table = words(&page.by_rules.expect("four rules"));
    assert_eq!(table[0][1..], ["2", "2", "2", "1", "不一致"]);
    assert_eq!(table[3][1..], ["4", "4", "3", "4", "不一致"]);
    assert_eq!(table[4][1..], ["–", "–", "–", "–", ""]);
    let of_one = super::tests::page(&with_rules(rules()[..1].to_vec()), &of_year(), Language::Zh);
    assert_eq!(of_one.by_rules, None);
    assert_eq!((page.rules.len(), page.rules[0].1), (4, true));
}

/// M18 9: a what-if is on the page alone, with its banner, and is no paper.
#[test]
fn what_is_tried_is_told_and_cannot_be_issued() {
    let ledger = with_rules(rules());
    let plain = page(&ledger, &of_year(), Language::Zh);
    assert!(plain.paper.is_some() && plain.trial.is_none());
    let view = DistrictsView {
        figures: vec![("xiuyan".into(), 2, value("4"))],
        weights: vec![(0, value("41"))],
        ..of_year()
    };
    let tried = page(&ledger, &view, Language::Zh);
    assert_eq!(tried.paper, None);
    let (changes, off) = tried.trial.expect("a banner");
    assert_eq!(changes, ["高新技术企业总数权重40→41", "岫岩满族自治县“带土移植”高水平人才团队换成4"]);
    assert_eq!(off, "#/districts/2024");
    assert!(tried.rule.iter().any(|one| one.words.contains("权重合计101")));
    let rows = tried.matrix.expect("points").rows;
    assert!(rows.iter().any(|row| row.cells[2].figure == "4 · 试算数"));
    // The paper of the year knows nothing of it.
    let text = with(&plan(), &ledger, Language::Zh, |as_of| paper(as_of, as_of.today, Year(2024)).text());
    assert!(!text.contains("试算") && !text.contains("101.50"));
}

/// M18 13: of the others, a district's page has the places alone.
#[test]
fn a_district_sees_its_own_figures_and_of_the_others_their_places() {
    let ledger = with_rules(rules());
    let view = DistrictsView { district: Some("xiuyan".into()), ..of_year() };
    let shown = with(&plan(), &ledger, Language::Zh, |as_of| one(as_of, &view, "xiuyan")).expect("its page");
    assert_eq!(shown.lede, "第3名，总分95.25。");
    assert_eq!(shown.total, "38.00 + 38.50 + 18.75 = 95.25");
    let items = words(&shown.items.expect("its items"));
    assert_eq!(items[2][5], "由3到4（差1），升至第2名");
    let places = words(&shown.places.expect("places"));
    assert_eq!(places.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4"]);
    let all = format!("{items:?}{places:?}{}{:?}", shown.lede, shown.rule);
    for theirs in ["108", "99.70", "4.5", "92.44", "0.9"] {
        assert!(!all.contains(theirs), "{theirs} is another district's");
    }
    assert!(with(&plan(), &ledger, Language::Zh, |as_of| one(as_of, &view, "science-bureau")).is_none());
}

/// M18 7: an arrow stands only against the same rule of the same items.
#[test]
fn a_year_before_is_compared_by_the_same_rule_alone() {
    let of = |before: AssessmentRule| {
        let ledger = with_rules(vec![AssessmentRule { year: Year(2023), ..before }, wujin_2010()]);
        page(&ledger, &of_year(), Language::Zh).matrix.expect("points").moved
    };
    assert_eq!(of(wujin_2010()), "箭头：与2023年同一办法、同样指标下的位次相比。");
    let mut other = wujin_2010();
    other.items.pop();
    assert_eq!(of(other), "与2023年不可比：办法或指标不同。");
    let renamed = AssessmentRule { id: "other".into(), ..wujin_2010() };
    assert_eq!(of(renamed), of(wujin_2010()), "a name does not tell");
}

#[test]
fn a_rule_from_elsewhere_that_means_nothing_is_refused_in_a_sentence() {
    let twice =
        AssessmentRule { classes: vec![class("甲类", &FOUR), class("乙类", &FOUR[..1])], ..wujin_2010() };
    let page = page(&with_rules(vec![twice]), &of_year(), Language::Zh);
    assert_eq!(page.refused, ["“海城市”列在两个类别里。"]);
    assert_eq!(page.matrix, None);
}

/// M18 8: the sum of the shares, what is left of the city's target, and what is too much; a rate is never added up.
#[test]
fn shares_add_up_beside_the_citys_target() {
    let share = |indicator: &str, district: &str, figure: &str| Said::Allotment {
        indicator: indicator.into(),
        district: district.into(),
        year: Year(2025),
        value: value(figure),
        reason: String::new(),
        document: String::new(),
    };
    let ledger = Ledger::new([officer(
        1,
        "2025-01-01",
        [
            share("high-tech-enterprises", "haicheng", "400"),
            share("high-tech-enterprises", "taian", "150"),
            share("alliances", "taian", "25"),
            share("conversion-rate", "taian", "60"),
        ],
    )]);
    let view = DistrictsView::of(Year(2025));
    let page = page(&ledger, &view, Language::Zh);
    let table = words(&page.allotted);
    let row = |name: &str| table.iter().find(|row| row[0].starts_with(name)).expect("a row").clone();
    assert_eq!(row("高新技术企业总数")[10..], ["", "550", "50"].map(String::from)[..]);
    assert_eq!(row("高新技术企业总数")[1], "600");
    assert_eq!(row("入库省级典型联盟")[11..], ["25", "超分解5"]);
    assert_eq!(row("科技成果转化率")[11..], ["", "比率，不相加"]);
    assert_eq!(row("创新载体")[11..], ["", ""]);
}

/// Figures are matched by names, whichever way round the block stands; what the plan does not have is told with its row.
#[test]
fn a_block_of_a_spreadsheet_is_put_where_its_names_say() {
    let plan = plan();
    let empty = || Sheet::of(&plan, &Ledger::default(), Year(2025));
    let at = |sheet: &Sheet, indicator: &str, district: &str| {
        let row = names::find_indicator(&plan, indicator).expect("an indicator");
        let column = plan.districts.iter().position(|one| one == district).expect("a district");
        sheet.cells[row][column].clone()
    };
    let read = |text: &str| rows::pasted(text, None).expect("short");
    let mut sheet = empty();
    let told = sheet.paste(&plan, (0, 0), &read("指标\t台安县\t第十区\t合计\n高新技术企业总数\t20\t3\t23\n没有的\t1\t1\t2\n入库省级典型联盟\t7\t1\t8"));
    assert_eq!(
        (at(&sheet, "high-tech-enterprises", "taian"), at(&sheet, "alliances", "taian")),
        ("20".into(), "7".into())
    );
    assert_eq!(
        told,
        Pasted { filled: 2, unknown: vec![(0, "第十区".into()), (2, "没有的".into())], is_cut: false }
    );
    let mut sheet = empty();
    let told = sheet.paste(&plan, (0, 0), &read("县区\t高新技术企业总数\n海城市\t5\n台安县\t6"));
    assert_eq!((at(&sheet, "high-tech-enterprises", "haicheng"), told.filled), ("5".into(), 2));
    let mut sheet = empty();
    let told = sheet.paste(&plan, (1, 8), &read("1\t2\n3\t4"));
    assert_eq!((sheet.cells[1][8].as_str(), sheet.cells[2][8].as_str()), ("1", "3"));
    assert!(told.is_cut && told.filled == 2, "the second column lies beyond the table");
}

/// A block of which something found no place is told, and nothing is saved until somebody says that it is not wanted.
#[test]
fn what_was_pasted_and_left_out_keeps_the_table_from_being_saved() {
    let (plan, ledger) = (plan(), ledger(&FIGURES));
    let mut sheet = Sheet::of(&plan, &ledger, Year(2024));
    let block = "县区\t高新技术企业总数\n海城市\t5\n第十区\t6";
    sheet.paste(&plan, (0, 0), &rows::pasted(block, None).expect("a block"));
    let faults = sheet.written(&plan, &ledger, Year(2024)).expect_err("something was left out");
    assert_eq!(faults, [Wrong::LeftOut]);
    let mut dismissed = sheet.clone();
    dismissed.has_left_out = false;
    assert_eq!(dismissed.written(&plan, &ledger, Year(2024)).expect("sound").len(), 1);
    // A better block takes its place.
    let block = "县区\t高新技术企业总数\n海城市\t5\n台安县\t6";
    sheet.paste(&plan, (0, 0), &rows::pasted(block, None).expect("a block"));
    assert_eq!(sheet.written(&plan, &ledger, Year(2024)).expect("sound").len(), 2);
}

#[test]
fn only_what_differs_is_written_and_nothing_while_anything_is_wrong() {
    let (plan, ledger) = (plan(), ledger(&FIGURES));
    let row = |id: &str| names::find_indicator(&plan, id).expect("an indicator");
    let on_record = Sheet::of(&plan, &ledger, Year(2024));
    assert_eq!(on_record.written(&plan, &ledger, Year(2024)), Ok(vec![]));
    let mut sheet = on_record.clone();
    sheet.cells[row(ITEMS[0])][0] = "101".into();
    let written = sheet.written(&plan, &ledger, Year(2024)).expect("sound");
    assert!(
        matches!(&written[..], [one] if matches!(&one.said, Said::Allotment { value: of, .. } if *of == value("101")))
    );
    sheet.cells[row(ITEMS[0])][1] = String::new();
    sheet.cells[row(ITEMS[1])][0] = "五".into();
    sheet.cells[row(ITEMS[2])][2] = "-1".into();
    sheet.document = "长".repeat(MOST_LETTERS + 1);
    let faults = sheet.written(&plan, &ledger, Year(2024)).expect_err("faults");
    let mut expected = vec![
        Wrong::TooLong(MOST_LETTERS + 1),
        Wrong::NotAFigure { row: row(ITEMS[1]), column: 0, seen: "五".into() },
        Wrong::Negative { row: row(ITEMS[2]), column: 2 },
        Wrong::NoReason,
    ];
    expected.retain(|one| !faults.contains(one));
    assert_eq!((expected, faults.len()), (vec![], 4));
    let mut sheet = on_record;
    sheet.cells[row(ITEMS[0])][1] = String::new();
    sheet.reason = "误填".into();
    let written = sheet.written(&plan, &ledger, Year(2024)).expect("sound");
    let [entry] = &written[..] else { panic!("one entry") };
    assert!(entry.replaces.is_some() && matches!(entry.said, Said::Withdrawal { .. }));
    let mut batches: Vec<Batch> = ledger.batches().cloned().collect();
    batches.push(Batch { entries: written.clone(), ..officer(5, "2024-05-01", []) });
    assert_eq!(Ledger::new(batches).allotments(ITEMS[0], Year(2024)).len(), 3, "the share is gone");
}

fn typed() -> Typed {
    let mut typed = Typed { title: "2024年办法".into(), ..Typed::of(Template::Wujin2010) };
    for (at, (item, weight)) in ITEMS.iter().zip(["40", "35", "25"]).enumerate() {
        (typed.items[at].item, typed.items[at].weight) = ((*item).into(), weight.into());
        typed.items[at].source = "市统计局".into();
    }
    typed
}

/// The entry of what was typed, as it stands in the first batch of a device.
fn named_rule(typed: &Typed, writer: u64) -> Result<Entry, Vec<Fault>> {
    let batch = BatchId { writer, sequence: 0 };
    Ok(named(written(&plan(), Year(2024), typed)?, EntryId { batch, index: 0 }))
}

fn rule_of(typed: &Typed) -> Result<AssessmentRule, Vec<Fault>> {
    match named_rule(typed, 5)?.said {
        Said::AssessmentRule(rule) => Ok(*rule),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_typed_becomes_the_rule_and_begins_the_form_again() {
    let all = Typed {
        missing: "2".into(),
        ties: ITEMS[1].into(),
        classes: "一类：海城市、台安县\n二类: 铁东区".into(),
        grades: "优秀 90 第一名\n良好 70分".into(),
        ..typed()
    };
    let rule = rule_of(&all).expect("sound");
    assert_eq!(
        (&*rule.id, rule.missing, &rule.ties),
        ("rule-5.0.0", MissingFigure::LastKnown, &TieBreak::By(ITEMS[1].into()))
    );
    assert_eq!(rule.classes, [class("一类", &["haicheng", "taian"]), class("二类", &["tiedong"])]);
    assert!(rule.grades[0].first_place_only && !rule.grades[1].first_place_only);
    assert_eq!(rule.items[0].cap, Some(value("4")));
    let again = begun(&plan(), &with_rules(vec![rule.clone()]), Year(2024), "rule-5.0.0");
    assert_eq!(rule_of(&again), Ok(rule));
    let mut of = typed();
    of.take(Template::Wujin2011);
    assert_eq!(rule_of(&of).map(|rule| rule.scoring), Ok(crate::standing::districts::samples::wujin_2011()));
}

/// Two devices that make a rule each make two; those that were counted before stay, and stand first.
#[test]
fn new_rules_of_two_devices_do_not_displace_each_other() {
    let mut batches: Vec<Batch> = with_rules(rules()).batches().cloned().collect();
    for writer in [7, 8] {
        let entry = named_rule(&typed(), writer).expect("sound");
        batches.push(Batch { entries: vec![entry], ..officer(writer, "2024-05-01", []) });
    }
    let ids = |ledger: &Ledger| {
        let rules = ledger.assessment_rules(Year(2024));
        rules.iter().map(|(rule, _)| rule.id.to_string()).collect::<Vec<_>>()
    };
    let ledger = Ledger::new(batches.clone());
    assert_eq!(ids(&ledger), ["r1", "r2", "r3", "r4", "rule-7.0.0", "rule-8.0.0"]);
    // One that is changed keeps its name.
    let changed = Typed { title: "改".into(), ..begun(&plan(), &ledger, Year(2024), "rule-7.0.0") };
    let entry = named_rule(&changed, 9).expect("sound");
    batches.push(Batch { entries: vec![entry], ..officer(9, "2024-05-02", []) });
    assert_eq!(ids(&Ledger::new(batches)).len(), 6);
    let view = DistrictsView { rule: Some("rule-7.0.0".into()), ..of_year() };
    assert!(page(&ledger, &view, Language::Zh).refused.is_empty(), "an address can name it");
}

/// What cannot be read is told, and no figure is left out in silence.
#[test]
fn a_what_if_takes_all_that_is_typed_or_says_why_not() {
    let tried = |form: &WhatIf, view: &DistrictsView| form.tried(view, Year(2024));
    let instead = |district: &str, item: &str, figure: &str| Instead {
        district: district.into(),
        item: item.into(),
        figure: figure.into(),
    };
    let of = |weights: [&str; 3], figures: Vec<Instead>, seed: &str| WhatIf {
        weights: weights.map(str::to_owned).into(),
        figures,
        seed: seed.into(),
    };
    let none = ["", "", ""];
    let both = vec![instead("haicheng", "0", "5"), instead("taian", "1", "１，２００")];
    let sound = tried(&of(["50", "", ""], both, "7"), &of_year()).expect("sound");
    assert_eq!(sound.weights, [(0, value("50"))]);
    assert_eq!(sound.figures, [("haicheng".into(), 0, value("5")), ("taian".into(), 1, value("1200"))]);
    assert_eq!(sound.seed, Some(7));
    // The form begins with all of it, and has a row for another one.
    let again = WhatIf::of(&sound, 3);
    assert_eq!((again.figures.len(), tried(&again, &sound)), (3, Ok(sound.clone())));
    let wrong = of(
        ["很多", "", ""],
        vec![
            instead("haicheng", "", "5"),
            instead("", "0", "5"),
            instead("haicheng", "0", ""),
            instead("haicheng", "0", "五"),
            instead("haicheng", "0", "6"),
            instead("haicheng", "0", "7"),
        ],
        "-1",
    );
    let faults = tried(&wrong, &of_year()).expect_err("faults");
    use WhatIfFault::*;
    let expected = [
        Weight(0, "很多".into()),
        Half(0),
        Half(1),
        Half(2),
        Figure(3, "五".into()),
        Twice(5),
        Seed("-1".into()),
    ];
    assert_eq!(faults, expected);
    let said = |fault: &WhatIfFault| super::words::what_if_fault(Language::Zh, fault, |_| "高企".into());
    assert_eq!(said(&faults[0]), "权重（高企）：“很多”不是数字。");
    assert_eq!(tried(&of(none, vec![], ""), &of_year()), Err(vec![Nothing]));
    assert!(tried(&of(none, vec![], ""), &sound).is_ok(), "emptied, it ends the what-if");
    let many = (0..60).map(|at| instead("taian", &at.to_string(), "1")).collect();
    assert_eq!(tried(&of(none, many, ""), &of_year()), Err(vec![TooMany]));
}

/// A place is compared with the year before by what the rule computes, not by its name; a year is never silent about it.
#[test]
fn a_rule_is_found_again_in_another_year_by_what_it_computes() {
    let last = |rule: AssessmentRule, id: &str| AssessmentRule { id: id.into(), year: Year(2023), ..rule };
    let noted = |before: Vec<AssessmentRule>| {
        let page = page(&with_rules([rules(), before].concat()), &of_year(), Language::Zh);
        let year = page.years.iter().find(|(link, _)| link.text.words.starts_with("2023"));
        let (link, _) = year.expect("the year before").clone();
        (page.matrix.expect("points").moved, link.text.words, link.href)
    };
    let [first, second] = [rules()[0].clone(), rules()[1].clone()];
    let (moved, words, href) = noted(vec![]);
    assert_eq!(
        (moved.as_str(), words.as_str(), href.as_str()),
        ("2023年没有考核办法，位次无从比较。", "2023年", "#/districts/2023")
    );
    let (moved, words, href) = noted(vec![last(second.clone(), "a"), last(first, "rule-9.0.0")]);
    assert!(moved.starts_with("箭头"), "{moved}");
    assert_eq!((words.as_str(), href.as_str()), ("2023年", "#/districts/2023?rule=rule-9.0.0"));
    let (moved, words, href) = noted(vec![last(second, "r1")]);
    assert_eq!(
        (moved.as_str(), words.as_str(), href.as_str()),
        ("与2023年不可比：办法或指标不同。", "2023年（办法不同）", "#/districts/2023")
    );
}

#[test]
fn a_rule_is_taken_back_with_a_reason() {
    let ledger = with_rules(rules());
    let typed = Typed { id: "r2".into(), ..typed() };
    assert_eq!(withdrawn(&ledger, Year(2024), &typed), Err(vec![Fault::NoReason]));
    let typed = Typed { reason: "另行制定".into(), ..typed };
    let entry = withdrawn(&ledger, Year(2024), &typed).expect("a reason").expect("the rule");
    let mut batches: Vec<Batch> = ledger.batches().cloned().collect();
    batches.push(Batch { entries: vec![entry], ..officer(5, "2024-05-01", []) });
    let left = Ledger::new(batches);
    let left: Vec<String> =
        left.assessment_rules(Year(2024)).iter().map(|(rule, _)| rule.id.to_string()).collect();
    assert_eq!(left, ["r1", "r3", "r4"]);
    let other = Typed { id: "none".into(), ..typed };
    assert_eq!(withdrawn(&ledger, Year(2024), &other), Ok(None));
}

/// M18 15: each fault is told with its row.
#[test]
fn bad_input_is_refused_with_its_row() {
    let wrong = |change: &dyn Fn(&mut Typed)| {
        let mut typed = typed();
        change(&mut typed);
        let faults = rule_of(&typed).expect_err("faults");
        let name = |id: &str| id.to_owned();
        faults.iter().map(|one| super::words::rule_fault(Language::Zh, one, name)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(&|typed| typed.items[1].weight = "-35".into()), ["第2行：权重不能小于0。"]);
    assert_eq!(wrong(&|typed| typed.items[2].cap = "-1".into()), ["第3行：封顶分不能小于0。"]);
    assert_eq!(wrong(&|typed| typed.items[0].weight = "很多".into()), ["第1行：“很多”不是数字。"]);
    assert_eq!(wrong(&|typed| typed.items[0].weight = String::new()), ["第1行：请写权重。"]);
    assert_eq!(wrong(&|typed| typed.classes = "一类：第十区".into()), ["第1行：方案没有“第十区”这个县区。"]);
    assert_eq!(wrong(&|typed| typed.classes = "海城市".into()), ["第1行“海城市”：写法不对。"]);
    assert_eq!(wrong(&|typed| typed.classes = "一：台安县\n二：台安县".into()), ["“taian”列在两个类别里。"]);
    let uncapped =
        |typed: &mut Typed| (typed.items[1].role, typed.items[1].cap) = ("1".into(), String::new());
    assert_eq!(wrong(&uncapped), ["第2行：加分、扣分要写数据来源和封顶。"]);
    let long = |most: usize| "长".repeat(most + 1);
    assert_eq!(wrong(&|typed| typed.title = long(200)), ["文字太长：201字。"]);
    assert_eq!(wrong(&|typed| typed.grades = [&long(60), " 1"].concat()), ["文字太长：61字。"]);
    let many = |typed: &mut Typed| typed.items = vec![typed.items[0].clone(); MOST_ITEMS + 1];
    assert_eq!(wrong(&many), ["指标有31项，最多30项。"]);
    // An empty row between does not shift the row that is told.
    let shifted = |typed: &mut Typed| {
        typed.items.insert(0, ItemTyped::default());
        typed.items[2].weight = "-1".into();
    };
    let mut of = typed();
    shifted(&mut of);
    assert_eq!(rule_of(&of), Err(vec![Fault::Rule(RuleFault::NegativeWeight(2))]));
}

/// M18 1: what is printed is what a script that knows nothing of this computes again; see tests/districts/recompute.mjs.
#[test]
fn the_paper_is_the_one_that_the_script_computes_again() {
    let ledger = with_rules(rules());
    for (language, file) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let text = with(&plan(), &ledger, language, |as_of| paper(as_of, as_of.today, Year(2024)).text());
        let path = format!("{}/tests/districts/paper.{file}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("WRITE_PAPERS").is_some() {
            std::fs::write(&path, &text).expect("written");
        }
        let kept = std::fs::read_to_string(&path).expect("a paper");
        assert_eq!(kept, text, "write it again with WRITE_PAPERS=1, and look at it");
    }
}

#[test]
fn a_plan_without_districts_says_so_and_a_rule_that_is_not_there_too() {
    let harbour = include_str!("../../../../tests/plans/harbour-city.json");
    let harbour = crate::plan::read::from_json(harbour).expect("a plan");
    let view = DistrictsView::of(harbour.period.from);
    let shown = with(&harbour, &Ledger::default(), Language::En, |as_of| model(as_of, &view));
    let shown = shown.expect("a year");
    assert!(!shown.has_districts && shown.lede.words.contains("no districts"));
    assert!(page(&Ledger::default(), &of_year(), Language::Zh).has_districts);
    let lost = DistrictsView { rule: Some("none".into()), ..of_year() };
    let page = page(&with_rules(rules()), &lost, Language::Zh);
    assert_eq!((page.refused, page.matrix.is_none()), (vec!["这一年没有这个办法。".to_owned()], true));
}

#[test]
fn a_page_of_another_year_or_address_is_none() {
    let ledger = with_rules(rules());
    let none = with(&plan(), &ledger, Language::Zh, |as_of| model(as_of, &DistrictsView::of(Year(2031))));
    assert!(none.is_none());
    assert!(matches!(of_year().route(), Route::Districts(_)));
}
