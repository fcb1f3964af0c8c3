//! A plan goes out as a workbook and comes back the same; whatever somebody does to the workbook is understood or told.

use super::*;
use crate::office::Cell;
use crate::plan::PlanIndex;
use crate::rows::{Book, file};
use crate::text::Language::{En, Zh};

const SEED: &str = include_str!("../../../public/plan.json");

fn plan(text: &str) -> PlanIndex {
    from_json(text).expect("a plan")
}

/// The workbook as a file, read as any file is.
fn book_of(plan: &Plan, language: Language) -> Book {
    let bytes = crate::office::xlsx::bytes(&workbook(plan, language)).expect("the format takes it");
    file::read(&bytes).expect("a workbook")
}

/// The example, in which a cell was changed: sheet, row below the heads, head, words.
fn changed(changes: &[(&str, usize, &str, &str)]) -> Outcome {
    let mut book = book_of(&example(Zh).expect("the example"), Zh);
    for (sheet, row, head, words) in changes {
        let grid = &mut book.sheets.iter_mut().find(|one| one.name == *sheet).expect("a sheet").grid;
        let heads =
            grid.rows.iter().position(|row| row.iter().any(|cell| cell.trim_end_matches(" *") == *head));
        let heads = heads.unwrap_or_else(|| panic!("{head} on {sheet}"));
        let column = grid.rows[heads].iter().position(|cell| cell.trim_end_matches(" *") == *head);
        let at = heads + row;
        grid.put(at, column.expect("the column"), words);
    }
    read(&book, None, Zh)
}

/// The field of the plan's sheet.
fn of_plan(field: &str, words: &str) -> Outcome {
    let mut book = book_of(&example(Zh).expect("the example"), Zh);
    let grid = &mut book.sheets[0].grid;
    let row =
        grid.rows.iter().position(|row| row.first().is_some_and(|cell| cell.trim_end_matches(" *") == field));
    grid.put(row.unwrap_or_else(|| panic!("{field}")), 1, words);
    read(&book, None, Zh)
}

fn told(outcome: &Outcome) -> Vec<String> {
    let line = |one: &Told| {
        let quotation = one.said.quotation.as_deref().unwrap_or_default();
        format!("{}｜{}｜{quotation}｜{}", one.place, one.said.found, one.said.advice)
    };
    outcome.faults.iter().map(line).collect()
}

#[test]
fn a_plan_goes_out_and_comes_back_the_same() {
    let binjiang = include_str!("../../../tests/plans/binjiang.json");
    let harbour = include_str!("../../../tests/plans/harbour-city.json");
    for (text, language) in [(SEED, Zh), (SEED, En), (binjiang, Zh), (harbour, En), (harbour, Zh)] {
        let plan = plan(text);
        let back = read(&book_of(&plan, language), None, language);
        assert_eq!(told(&back), Vec::<String>::new(), "{}", plan.id);
        assert_eq!(back.remarks, Vec::<String>::new(), "{}", plan.id);
        let (back, own) = (back.file.expect("a plan"), crate::authoring::written(&plan));
        let differing = back.lines().zip(own.lines()).find(|(one, other)| one != other);
        assert_eq!(differing, None, "{}", plan.id);
        assert_eq!(back, own, "{}", plan.id);
    }
}

/// A plan that uses every field there is. It says some names as an object with its own language alone, which is the same.
#[test]
fn every_field_of_a_plan_has_a_cell() {
    let small = plan(include_str!("../../../tests/plans/small.json"));
    let back = read(&book_of(&small, Zh), None, Zh);
    assert_eq!(told(&back), Vec::<String>::new());
    let value = |text: &str| {
        fn plain(value: &mut Value) {
            if let Some(words) =
                value.as_object().filter(|fields| fields.len() == 1).and_then(|one| one.get("en"))
            {
                *value = words.clone();
            }
            match value {
                Value::Object(fields) => fields.values_mut().for_each(plain),
                Value::Array(all) => all.iter_mut().for_each(plain),
                _ => {}
            }
        }
        let mut value: Value = serde_json::from_str(text).expect("JSON");
        plain(&mut value);
        value
    };
    assert_eq!(value(&back.file.expect("a plan")), value(&crate::authoring::written(&small)));
}

/// Every leaf of the published form has a column, so a new field cannot be forgotten here.
#[test]
fn every_field_of_the_published_form_has_a_column() {
    let schema: Value = serde_json::from_str(include_str!("../../../public/plan.schema.json")).expect("JSON");
    let mut leaves = vec![];
    walk(&schema, &schema, "", &mut leaves);
    let known: Vec<String> = sheets::FORMS
        .iter()
        .flat_map(|form| {
            let mut path = String::new();
            let mut around = Some(form);
            while let Some(one) = around {
                let field = if one.field.is_empty() { String::new() } else { one.field.to_owned() + "." };
                path = field + &path;
                around = one.within.map(sheets::Form::of);
            }
            form.columns.iter().map(move |column| path.clone() + column.path)
        })
        .collect();
    let missing: Vec<&String> = leaves.iter().filter(|leaf| !known.contains(leaf)).collect();
    assert_eq!(missing, ["$schema", "schema"], "what is fixed");
    for path in &known {
        assert!(leaves.contains(path), "{path} is no field of a plan");
    }
}

fn walk(schema: &Value, part: &Value, path: &str, leaves: &mut Vec<String>) {
    let part = match part.get("$ref").or_else(|| part["anyOf"][0].get("$ref")).and_then(Value::as_str) {
        Some(name) if name.ends_with("/Name") => return leaves.push(path.to_owned()),
        Some(name) => schema.pointer(&name[1..]).expect("a part of the schema"),
        None => part,
    };
    if let Some(fields) = part.get("properties").and_then(Value::as_object) {
        let prefix = if path.is_empty() { String::new() } else { [path, "."].concat() };
        fields.iter().for_each(|(name, field)| walk(schema, field, &(prefix.clone() + name), leaves));
        return;
    }
    match part.get("items") {
        Some(items)
            if items
                .get("$ref")
                .is_some_and(|name| !name.as_str().is_some_and(|one| one.ends_with("/Day"))) =>
        {
            walk(schema, items, path, leaves);
        }
        _ => leaves.push(path.to_owned()),
    }
}

#[test]
fn the_template_has_a_row_on_each_sheet_and_lists_to_choose_from() {
    for language in [Zh, En] {
        let example = example(language).expect("a sound example");
        assert_eq!(crate::plan::faults::find(&crate::authoring::written(&example)), []);
        let book = workbook(&example, language);
        assert_eq!(book.sheets.len(), sheets::FORMS.len());
        for (sheet, form) in
            book.sheets.iter().zip(&sheets::FORMS).filter(|(_, form)| form.sheet != SheetOf::Related)
        {
            let filled = sheet.rows.iter().filter(|row| row.iter().any(|cell| *cell != Cell::Empty)).count();
            assert!(filled >= 1, "{}", sheet.name);
            let choices =
                form.columns.iter().filter(|column| matches!(column.kind, sheets::Kind::OneOf(_))).count();
            let lists =
                sheet.fields.iter().filter(|field| matches!(field.takes, crate::office::Takes::OneOf(_)));
            assert_eq!(lists.count(), choices, "{}", sheet.name);
        }
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once_by_sheet_and_cell() {
    let outcome = changed(&[
        ("目标", 1, "比较", "不少干"),
        ("目标", 1, "年份", "2026年度"),
        ("任务", 1, "牵头单位", "示列局"),
        ("措施", 1, "所属任务", "没有的任务"),
        ("指标", 1, "计量单位（中文）", ""),
        ("单位", 2, "名称（中文）", "示例局"),
    ]);
    assert_eq!(outcome.file, None);
    let lines = told(&outcome);
    let has = |words: &[&str]| {
        assert!(
            lines.iter().any(|line| words.iter().all(|word| line.contains(word))),
            "{words:?} in {lines:#?}"
        );
    };
    has(&["目标!C4", "不少干", "是不是“不少于”"]);
    has(&["目标!B4", "不是整数", "2026年度"]);
    has(&["任务!H4", "示列局", "是不是“示例局”"]);
    has(&["措施!A4", "没有的任务"]);
    has(&["指标!H4", "缺少"]);
    // Two organisations of one name: whoever is named cannot be known.
    has(&["方案!B11", "2 个同名的", "示例局"]);
    let sheets: Vec<usize> = lines
        .iter()
        .map(|line| sheets::FORMS.iter().position(|form| line.starts_with(form.zh)).expect("a sheet"))
        .collect();
    assert!(sheets.is_sorted(), "{lines:#?}");
}

#[test]
fn a_fault_of_the_rules_is_told_of_its_cell() {
    let outcome = changed(&[("目标", 1, "年份", "2040")]);
    let lines = told(&outcome);
    assert!(lines.len() == 1 && lines[0].starts_with("目标!B4｜"), "{lines:?}");
    let outcome = of_plan("结束年份", "2020");
    assert!(told(&outcome).iter().any(|line| line.starts_with("方案!B")), "{:?}", told(&outcome));
    let outcome = of_plan("标题（中文）", "");
    assert!(told(&outcome).iter().any(|line| line.starts_with("方案!B")), "{:?}", told(&outcome));
}

#[test]
fn widths_dates_columns_and_lines_of_all_kinds_are_understood() {
    let outcome = changed(&[
        ("目标", 1, "年份", "２０２６年"),
        ("目标", 1, "数值", "１，０００．５"),
        ("任务", 1, "责任单位", "示例县，市示例局"),
        ("指标", 35, "所属任务", "注：以上指标按季填报。"),
    ]);
    assert_eq!(told(&outcome), Vec::<String>::new());
    let plan = plan(&outcome.file.expect("a plan"));
    let task = &plan.areas[0].tasks[0];
    assert_eq!(
        (task.indicators[0].targets[0].year.0, task.indicators[0].targets[0].value.to_string().as_str()),
        (2026, "1000.5")
    );
    assert_eq!(task.responsible, ["example-district", "example-bureau"]);
    for (typed, month) in [("2026年5月", "2026-05"), ("2026.5", "2026-05"), ("2026-05-01", "2026-05")] {
        let outcome = of_plan("首次填报月份", typed);
        assert!(
            outcome.file.is_some_and(|file| file.contains(&format!("\"first_month\": \"{month}\""))),
            "{typed}"
        );
    }
    let outcome = of_plan("成文日期", "2026/3/2");
    assert!(outcome.file.is_some_and(|file| file.contains("\"date\": \"2026-03-02\"")));
}

#[test]
fn heads_may_stand_in_any_order_and_one_that_is_missing_or_twice_is_told() {
    let example = example(Zh).expect("the example");
    let mut book = book_of(&example, Zh);
    let sheet =
        |book: &mut Book, name: &str| book.sheets.iter().position(|one| one.name == name).expect("a sheet");
    let at = sheet(&mut book, "目标");
    // Turned round, with a title over merged cells and an empty line above.
    let rows = std::mem::take(&mut book.sheets[at].grid.rows);
    let width = rows.iter().map(Vec::len).max().expect("rows");
    let turned = rows.into_iter().map(|mut row| {
        row.resize(width, String::new());
        row.reverse();
        row
    });
    book.sheets[at].grid.rows = std::iter::once(vec![]).chain(turned).collect();
    book.sheets[at].grid.merges.clear();
    let back = read(&book, None, Zh);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.file.as_deref(), Some(crate::authoring::written(&example).as_str()));

    let mut book = book_of(&example, Zh);
    let at = sheet(&mut book, "目标");
    let heads =
        book.sheets[at].grid.rows.iter().position(|row| row.contains(&"年份 *".to_owned())).expect("heads");
    let column = book.sheets[at].grid.rows[heads].iter().position(|cell| cell == "年份 *").expect("a column");
    book.sheets[at].grid.put(heads, column, "数值");
    book.sheets.retain(|sheet| sheet.name != "任务");
    book.sheets.push(crate::rows::BookSheet { name: "草稿".into(), ..book.sheets[1].clone() });
    let back = read(&book, None, Zh);
    let lines = told(&back);
    assert!(lines.iter().any(|line| line.contains("缺少“年份”这一列")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("目标!") && line.contains("重复")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("没有名为“任务”的工作表")), "{lines:#?}");
    assert!(back.remarks.iter().any(|line| line.contains("草稿")), "{:?}", back.remarks);
}

#[test]
fn an_empty_identifier_is_made_of_the_name_and_stays_in_the_next_edition() {
    let seed = plan(SEED);
    let mut book = book_of(&seed, Zh);
    let at = book.sheets.iter().position(|sheet| sheet.name == "指标").expect("a sheet");
    let grid = &mut book.sheets[at].grid;
    let heads = grid.rows.iter().position(|row| row.contains(&"标识".to_owned())).expect("heads");
    let column = grid.rows[heads].iter().position(|cell| cell == "标识").expect("a column");
    let ids: Vec<String> = (0..grid.rows.len()).map(|row| grid.cell(row, column).to_owned()).collect();
    for row in heads + 1..grid.rows.len() {
        grid.put(row, column, "");
    }
    let back = read(&book, Some(&seed), Zh);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.file.as_deref(), Some(crate::authoring::written(&seed).as_str()));
    // Nothing of an earlier edition is known: it is spelt, and whatever names it by its name follows.
    let grid = &mut book.sheets[at].grid;
    for (row, id) in ids.iter().enumerate().filter(|(_, id)| *id != "conversion-rate") {
        grid.put(row, column, id);
    }
    let spelt = read(&book, None, Zh);
    assert_eq!(told(&spelt), Vec::<String>::new());
    assert!(spelt.file.is_some_and(|file| file.contains("\"id\": \"ke-ji-cheng-guo-zhuan-hua\"")));
}

#[test]
fn any_other_workbook_is_told_to_be_none() {
    let sheet = crate::rows::BookSheet { name: "Sheet1".into(), ..Default::default() };
    let book = Book { sheets: vec![sheet], ..Book::default() };
    for language in [Zh, En] {
        let outcome = read(&book, None, language);
        assert_eq!(
            (outcome.file, outcome.faults.len()),
            (None, 5),
            "the five sheets that no plan can do without"
        );
    }
}

#[test]
fn what_was_typed_is_shown_short_and_harmless() {
    let typed = format!("不少{}\u{202e}", "于".repeat(300));
    let outcome = changed(&[("目标", 1, "比较", &typed)]);
    let quoted = outcome.faults[0].said.quotation.clone().expect("what was typed");
    assert!(quoted.chars().count() < 70 && !quoted.contains('\u{202e}'), "{quoted}");
}

/// What differs between the plan that ships and the same with some words of its file replaced, each once.
fn otherwise(replacements: &[(&str, &str)]) -> Vec<Difference> {
    let mut text = crate::authoring::written(&plan(SEED));
    for (old, new) in replacements {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    differences(&plan(SEED), &plan(&text), Zh)
}

#[test]
fn the_same_plan_has_no_difference() {
    assert_eq!(differences(&plan(SEED), &plan(SEED), Zh), []);
    assert_eq!(otherwise(&[]), []);
}

#[test]
fn a_field_that_is_otherwise_is_told_with_both_values() {
    let all = otherwise(&[("\"value\": \"60\"", "\"value\": \"65\"")]);
    let [one] = all.as_slice() else { panic!("{all:#?}") };
    assert_eq!((one.sheet, one.id.as_deref()), (SheetOf::Targets, None));
    assert!(one.name.contains("科技成果转化率"), "{}", one.name);
    let What::Field { field, is_meaning, old, new } = &one.what else { panic!("{one:?}") };
    assert_eq!((field.as_str(), is_meaning, old.as_str(), new.as_str()), ("数值", &false, "60", "65"));
    let all = otherwise(&[("\"basis\": \"stock\"", "\"basis\": \"yearly_flow\"")]);
    assert!(matches!(&all[0].what, What::Field { is_meaning: true, .. }), "{all:#?}");
}

#[test]
fn another_identifier_is_no_new_thing_and_what_is_new_or_gone_is_told() {
    let old = plan(SEED);
    let mut text = crate::authoring::written(&old);
    text = text.replace("\"conversion-rate\"", "\"conversion-share\"");
    let all = differences(&old, &plan(&text), Zh);
    let is = |one: &Difference| matches!(&one.what, What::Identifier { old, new } if old == "conversion-rate" && new == "conversion-share");
    assert!(is(&all[0]) && all[0].sheet == SheetOf::Indicators, "{all:#?}");
    // What stands in it, and what names it, is the same.
    assert_eq!(all.len(), 1, "{all:#?}");
    let mut less = Plan::clone(&old);
    let measure = less.areas[0].tasks[0].measures.pop().expect("a measure");
    for question in &mut less.questions {
        question.concerns.retain(|id| *id != measure.id);
    }
    let less = plan(&crate::authoring::written(&less));
    let gone = differences(&old, &less, Zh);
    assert!(
        gone.iter().any(|one| one.what == What::Removed && one.id.as_deref() == Some(&*measure.id)),
        "{gone:#?}"
    );
    let back = differences(&less, &old, Zh);
    assert!(back.iter().any(|one| one.what == What::Added && one.sheet == SheetOf::Measures), "{back:#?}");
}

#[test]
fn another_plan_is_lent_no_identifier() {
    let seed = plan(SEED);
    let mut book = book_of(&seed, Zh);
    for id in ["", "another-plan"] {
        book.sheets[0].grid.put(3, 1, id);
        assert_eq!(book.sheets[0].grid.cell(3, 0), "标识", "the row of the identifier");
        let file = read(&book, Some(&seed), Zh).file.expect("a plan");
        assert!(!file.contains(&format!("\"id\": \"{}\"", seed.id)), "{id}");
    }
}

#[test]
fn heads_that_stand_far_down_are_not_looked_for() {
    let mut book = book_of(&example(Zh).expect("the example"), Zh);
    let rows = &mut book.sheets[1].grid.rows;
    rows.splice(0..0, std::iter::repeat_n(vec!["x".to_owned()], 30));
    assert!(told(&read(&book, None, Zh)).iter().any(|line| line.starts_with("领域｜找不到表头")));
}
