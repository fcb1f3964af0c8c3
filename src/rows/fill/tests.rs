//! Tables of superiors: which cell gets which figure, and what is said of the others.

use super::*;
use crate::plan::{Basis, Month, Quantity, Year};
use crate::rows::file::fill::template;
use crate::rows::{Grid, Item, Merge, Scope, cell_name};

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).expect("a figure")
}

fn scope() -> Scope {
    Scope { month: Month::parse("2024-08").expect("a month"), own: vec![], others: vec!["海城市".into()] }
}

fn item(id: &str, name: &str, units: &[&str], basis: Basis) -> Item {
    let units = units.iter().map(|unit| (*unit).to_owned()).collect();
    Item { id: id.into(), names: vec![name.into()], aliases: vec![], units, basis }
}

fn of(item: Item, actual: &str, last: &str, target: &str) -> Known {
    let value = |text: &str| Quantity::parse(text);
    Known {
        item,
        actual: value(actual),
        latest: Some((Month::parse("2024-06").expect("a month"), quantity("9"))),
        last_month: value(last),
        last_year: None,
        targets: value(target).map(|target| (Year(2024), target)).into_iter().collect(),
        share: value(actual).and(value(target)).map(|_| quantity("96.4")),
        remark: "正常".into(),
        status: "绿灯".into(),
    }
}

fn known() -> Vec<Known> {
    vec![
        of(item("firms", "高新技术企业总数", &["户", "enterprises"], Basis::Stock), "1735", "1700", "1800"),
        of(
            item("contracts", "技术合同成交额", &["亿元", "100 million yuan"], Basis::YearlyFlow),
            "15.23",
            "14",
            "17.6",
        ),
        of(item("spending", "研发投入强度", &["%"], Basis::Level), "2.15", "2.1", ""),
        of(item("small", "科技型中小企业数量", &["家"], Basis::Stock), "", "", "2000"),
    ]
}

/// A line for each cell: its name, and what is written or why nothing is.
fn told(mapping: &Mapping) -> Vec<String> {
    let spot = |spot: &Spot| {
        let says = match &spot.fate {
            Ok(put) => match &put.content {
                Content::Number(number) if *number == put.shown => number.clone(),
                Content::Number(number) => format!("{number} ({})", put.shown),
                Content::Words(words) => words.clone(),
            },
            Err(why) => format!("{why:?}"),
        };
        format!("{} {says}", cell_name(spot.row, spot.column))
    };
    mapping.spots.iter().map(spot).collect()
}

fn grid(rows: &[&[&str]]) -> Grid {
    let mut grid = Grid::default();
    for (row, cells) in rows.iter().enumerate() {
        for (column, words) in cells.iter().enumerate() {
            grid.put(row, column, words);
        }
    }
    grid
}

fn mapped(rows: &[&[&str]], chosen: &Chosen) -> Mapping {
    map(&grid(rows), &Facts::default(), &known(), &scope(), chosen)
}

#[test]
fn a_table_of_the_province_is_filled_in_its_own_units() {
    let made = template(include_bytes!("../../../tests/templates/openpyxl.xlsx")).expect("a template");
    let mut known = known();
    known[2].item.aliases.push("全社会研发投入强度".into());
    let mapping = map(&made.book.sheets[1].grid, &made.facts[1], &known, &scope(), &Chosen::default());
    let asks: Vec<(usize, Option<Asks>)> =
        mapping.columns.iter().map(|column| (column.at, column.asks)).collect();
    assert_eq!(
        asks,
        [
            (1, None),
            (3, None),
            (4, Some(Asks::Target(Year(2024)))),
            (5, Some(Asks::Actual)),
            (6, Some(Asks::Share)),
            (7, Some(Asks::LastMonth)),
            (8, Some(Asks::Remark)),
        ]
    );
    let lines = told(&mapping);
    assert_eq!(
        lines.iter().map(String::as_str).filter(|line| !line.contains("NoFigure(Some")).collect::<Vec<_>>(),
        [
            "D5 1800 (1800 户)",
            "E5 1735 (1735 户)",
            "F5 0.964 (96.4%)",
            "G5 1700 (1700 户)",
            "H5 正常",
            "D6 176000 (176000 万元)",
            "E6 152300 (152300 万元)",
            "F6 0.964 (96.4%)",
            "G6 140000 (140000 万元)",
            "H6 Holds",
            "D7 NoTarget",
            "E7 2.15 (2.15%)",
            "F7 NoTarget",
            "G7 2.1 (2.1%)",
            "H7 正常",
            "D8 2000 (2000 家)",
            "G8 NoFigure(None)",
            "H8 正常",
        ]
    );
    assert_eq!(lines.iter().filter(|line| line.contains("9 家")).count(), 2, "{lines:?}");
    assert_eq!(mapping.unknown, [Row { at: 9, words: "省里另列的一项".into() }]);
    assert_eq!(mapping.left, [(Row { at: 10, words: "合计".into() }, Why::Sum)]);
    // Assigned, its cell with a formula is refused all the same.
    let rows = [(9, Some("contracts".to_owned())), (6, None)].into();
    let mapping = map(
        &made.book.sheets[1].grid,
        &made.facts[1],
        &known,
        &scope(),
        &Chosen { rows, ..Chosen::default() },
    );
    let lines = told(&mapping);
    assert!(lines.contains(&"E9 Computed".to_owned()), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("D9 OtherUnit")), "the row says 个: {lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("D6")), "{lines:?}");
}

#[test]
fn a_unit_that_is_not_said_is_asked_and_not_taken_for_granted() {
    let rows: [&[&str]; 4] =
        [&["项目", "累计完成"], &["技术合同成交额", ""], &["高新技术企业总数", "/"], &["研发投入强度", ""]];
    let mapping = mapped(&rows, &Chosen::default());
    assert_eq!(told(&mapping), ["B2 NoUnit(\"亿元\")", "B3 1735", "B4 2.15"]);
    let options = ["元", "万元", "亿元"].map(str::to_owned).to_vec();
    assert_eq!(mapping.units, [UnitAsked { unit: "亿元".into(), options }]);
    let units = [("亿元".to_owned(), "万元".to_owned())].into();
    let mapping = mapped(&rows, &Chosen { units, ..Chosen::default() });
    assert_eq!(told(&mapping)[0], "B2 152300 (152300 万元)");
    assert_eq!(mapping.units.len(), 1, "it can be told otherwise");
}

#[test]
fn conversion_is_exact_in_both_directions() {
    for (value, own, theirs, number) in [
        ("15.23", "亿元", "万元", "152300"),
        ("15.234567", "亿元", "元", "1523456700"),
        ("123456789.123456", "亿元", "元", "12345678912345600"),
        ("12345", "万元", "亿元", "1.2345"),
        ("5", "万元", "亿元", "0.0005"),
        ("-20", "万元", "亿元", "-0.002"),
        ("0", "万元", "亿元", "0"),
        ("17.60", "亿元", "亿元", "17.60"),
    ] {
        let known = [of(item("one", "某项金额", &[own], Basis::Stock), value, "", "")];
        let grid = grid(&[&["指标", "单位", "完成"], &["某项金额", theirs, ""]]);
        let mapping = map(&grid, &Facts::default(), &known, &scope(), &Chosen::default());
        let put = mapping.spots[0].fate.as_ref().expect("written");
        assert_eq!(put.content, Content::Number(number.into()), "{value} {own}");
    }
    let known = [of(item("one", "某项面积", &["亩"], Basis::Stock), "5", "", "")];
    let grid = grid(&[&["指标", "单位", "完成"], &["某项面积", "万元", ""]]);
    let mapping = map(&grid, &Facts::default(), &known, &scope(), &Chosen::default());
    assert!(matches!(mapping.spots[0].fate, Err(Why::OtherUnit { .. })));
}

#[test]
fn a_rate_is_a_fraction_where_the_cell_shows_per_cents() {
    let rows: [&[&str]; 3] =
        [&["指标", "完成值", "完成率（%）"], &["研发投入强度", "", ""], &["高新技术企业总数", "", ""]];
    let facts = Facts { percents: vec![(1, 1), (2, 1)], ..Facts::default() };
    let mapping = map(&grid(&rows), &facts, &known(), &scope(), &Chosen::default());
    assert_eq!(told(&mapping), ["B2 0.0215 (2.15%)", "C2 NoTarget", "B3 PercentCell", "C3 96.4 (96.4%)"]);
}

#[test]
fn what_must_stay_stays() {
    let rows: [&[&str]; 6] = [
        &["指标", "累计完成", "本月完成", "同比增长"],
        &["高新技术企业总数", "请填", "", ""],
        &["技术合同成交额（亿元）", "", "", ""],
        &["海城市", "高新技术企业总数", "", ""],
        &["研发投入强度", "", "", ""],
        &["总计", "", "", ""],
    ];
    let mut table = grid(&rows);
    table.merges.push(Merge { row: 3, column: 1, rows: 2, columns: 1 });
    let facts = Facts { formulas: vec![(2, 1)], locked: vec![(1, 2)], ..Facts::default() };
    let mapping = map(&table, &facts, &known(), &scope(), &Chosen::default());
    assert_eq!(
        told(&mapping)[..4],
        ["B2 Holds", "C2 Locked", "B3 Computed", "C3 OneMonth"].map(str::to_owned)
    );
    assert!(told(&mapping).contains(&"B5 Covered".to_owned()), "{:?}", told(&mapping));
    assert!(mapping.left.iter().any(|(row, why)| row.words == "总计" && *why == Why::Sum));
    assert_eq!(
        mapping.columns.iter().map(|one| one.asks).collect::<Vec<_>>(),
        [Some(Asks::Actual), Some(Asks::Actual), None]
    );
    // Whatever the head says, the officer decides.
    let columns = [(2, None), (4, Some(Asks::Status))].into();
    let mapping = map(&table, &facts, &known(), &scope(), &Chosen { columns, ..Chosen::default() });
    assert!(
        told(&mapping).contains(&"D2 绿灯".to_owned())
            && !told(&mapping).iter().any(|line| line.starts_with('B'))
    );
}

#[test]
fn of_two_rows_of_one_name_nobody_knows_which_is_meant() {
    let rows: [&[&str]; 3] = [&["指标", "完成"], &["高新技术企业总数", ""], &["高新技术企业总数", ""]];
    let mapping = mapped(&rows, &Chosen::default());
    assert!(mapping.spots.is_empty());
    assert_eq!(mapping.unknown.iter().map(|row| row.at).collect::<Vec<_>>(), [2, 3]);
    let rows_chosen = [(3, Some("firms".to_owned()))].into();
    let mapping = mapped(&rows, &Chosen { rows: rows_chosen, ..Chosen::default() });
    assert_eq!(told(&mapping), ["B3 1735"]);
    assert_eq!(mapping.unknown.iter().map(|row| row.at).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_table_with_its_items_across_is_filled_at_the_true_places() {
    let rows: [&[&str]; 4] = [
        &["指标", "高新技术企业总数", "技术合同成交额", "研发投入强度"],
        &["单位", "户", "万元", "%"],
        &["2024年目标", "", "", ""],
        &["累计完成", "", "", ""],
    ];
    let facts = Facts { percents: vec![(3, 3)], formulas: vec![(2, 1)], ..Facts::default() };
    let mapping = map(&grid(&rows), &facts, &known(), &scope(), &Chosen::default());
    assert!(mapping.is_turned);
    assert_eq!(
        told(&mapping),
        [
            "B3 Computed",
            "B4 1735 (1735 户)",
            "C3 176000 (176000 万元)",
            "C4 152300 (152300 万元)",
            "D3 NoTarget",
            "D4 0.0215 (2.15%)",
        ]
    );
}

#[test]
fn what_is_written_comes_through_as_it_was() {
    let write = |sheet: &str, row, column, content| Write { sheet: sheet.to_owned(), row, column, content };
    let writes = vec![
        write("上报 & \"表\"", 4, 27, Content::Number("-0.5".into())),
        write("二", 0, 0, Content::Words("甲\n乙\t\u{1e}丙\u{1f}".into())),
    ];
    let mut through = heard(&super::told(&writes)).expect("a text of that sort");
    assert_eq!(through[1].content, Content::Words("甲\n乙\t丙".into()));
    through[1].content = writes[1].content.clone();
    assert_eq!(through, writes);
    assert_eq!(heard(""), Some(vec![]));
    for text in ["a", "a\u{1f}1\u{1f}2\u{1f}x\u{1f}3", "a\u{1f}-1\u{1f}2\u{1f}n\u{1f}3"] {
        assert_eq!(heard(text), None, "{text:?}");
    }
}

#[test]
fn whatever_a_table_is_it_is_looked_through() {
    for rows in [&[][..], &[&[][..]], &[&["", ""]], &[&["1", "2"], &["3", "4"]], &[&["技术合同成交额"]]]
    {
        assert!(mapped(rows, &Chosen::default()).spots.is_empty());
    }
}

#[test]
fn every_reason_is_a_sentence_in_both_languages() {
    use crate::text::Language;
    let all = [
        Why::Computed,
        Why::Locked,
        Why::Covered,
        Why::Holds,
        Why::NoFigure(None),
        Why::NoFigure(Some((Month::parse("2024-06").expect("a month"), "9 家".into()))),
        Why::NoTarget,
        Why::NothingSaid,
        Why::NoUnit("亿元".into()),
        Why::OtherUnit { found: "亩".into(), own: "亿元".into() },
        Why::NoRate,
        Why::PercentCell,
        Why::OtherSpan,
        Why::OneMonth,
        Why::Sum,
        Why::District,
    ];
    for why in &all {
        let (zh, en) = (words::why(Language::Zh, why), words::why(Language::En, why));
        assert!(zh.chars().count() > 5 && en.len() > 10 && zh != en, "{why:?}");
    }
    assert!(words::why(Language::Zh, &Why::Computed).contains("公式"));
}
