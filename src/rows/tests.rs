use super::*;
use crate::plan::{Month, PlanIndex};
use crate::text::Language::{En, Zh};

fn shipped() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
}

fn items(plan: &PlanIndex) -> Vec<Item> {
    let item = |one: &crate::plan::Indicator| Item {
        id: one.id.clone(),
        names: one.name.wordings().map(str::to_owned).collect(),
        aliases: one.aliases.clone(),
        units: one.unit.wordings().map(str::to_owned).collect(),
        basis: one.basis,
    };
    plan.indicators().map(|place| item(place.item)).collect()
}

fn scope() -> Scope {
    let others = ["海城市", "台安县", "铁东区"].map(str::to_owned).to_vec();
    Scope { month: Month::parse("2024-08").unwrap(), own: vec![], others }
}

fn reading(text: &str) -> Reading {
    let grid = pasted(text, None).unwrap();
    read(&grid, &items(&shipped()), &scope(), &Answers::default(), Nameless::Down(None))
}

/// Each row in short: `item=figure`, `?` for what is asked, `!` with the reason for what is left.
fn fates(reading: &Reading) -> Vec<String> {
    let fate = |line: &Line| match &line.fate {
        Fate::Taken(taken) => [taken.item.as_str(), "=", &words::told(Zh, &taken.told)].concat(),
        Fate::Asked(_) => "?".to_owned(),
        Fate::Left(why) => ["!", &words::why(Zh, why)].concat(),
    };
    reading.lines.iter().map(fate).collect()
}

fn assert_fates(text: &str, expected: &[&str]) {
    assert_eq!(fates(&reading(text)), expected, "{text:?}");
}

/// field 1: numbering is no part of a name.
#[test]
fn numbered_names_find_their_indicators() {
    assert_fates(
        "指标\t完成\n一、高新技术企业总数\t512\n二、科技型中小企业注册数\t1120",
        &["high-tech-enterprises=512", "technology-smes=1120"],
    );
}

/// field 1b: with a column of words position never decides.
#[test]
fn names_that_the_form_has_not_fill_nothing() {
    let unknown = "!表上没有这个名称";
    assert_fates("招商引资到位资金\t30\n固定资产投资\t120\n外贸进出口\t8.6", &[unknown, unknown, unknown]);
    assert_fates("30\t招商引资到位资金\n120\t固定资产投资", &[unknown, unknown]);
    assert_fates("招商引资到位资金\t30", &[unknown]);
    // A number of the row is no figure.
    assert_fates("1\t高新技术企业总数\t约512\n2\t科小\t未统计", &["!不是数", "!不是数"]);
    assert_fates("512\t高新技术企业总数", &["high-tech-enterprises=512"]);
}

/// An officer sees no fields beside a file, and what has no names there goes nowhere.
#[test]
fn figures_without_names_are_left_where_nobody_sees_the_fields() {
    let items = items(&shipped());
    for text in ["完成\n512\n17", "512\n17", "本月\t累计\n8\t512\n2\t17"] {
        let grid = pasted(text, None).unwrap();
        let left = read(&grid, &items, &scope(), &Answers::default(), Nameless::Left);
        assert_eq!(fates(&left), ["!表上没有这个名称"; 2], "{text}");
        assert_eq!(left.questions, [], "{text}");
    }
    let grid = pasted("完成\n512\n17", None).unwrap();
    let mut answers = Answers::default();
    answers.items.insert(2, Some("high-tech-enterprises".into()));
    let assigned = read(&grid, &items, &scope(), &answers, Nameless::Left);
    assert_eq!(fates(&assigned), ["high-tech-enterprises=512", "!表上没有这个名称"]);
}

/// A column of 单位 with the names of organisations says nothing of units.
#[test]
fn what_is_told_beside_a_figure_decides_and_nothing_else() {
    assert_fates("指标\t单位\t完成\n技术合同成交额\t市科技局\t12.5", &["contract-value=12.5"]);
    assert_fates(
        "指标\t单位\t完成\n高企\t家\t512\n技术合同成交额\t万刀\t2100",
        &["high-tech-enterprises=512", "!表里的单位是万刀，这里的单位是亿元，无法换算"],
    );
    assert_fates("填报单位：科技局  单位：万元\n指标\t完成\n技术合同成交额\t2100", &["contract-value=0.21"]);
    assert_fates(
        "Unit: million yuan\nIndicator\tActual\nValue of technology contracts\t2100",
        &["!表里的单位是million yuan，这里的单位是亿元，无法换算"],
    );
    assert_fates(
        "Unit: 100 million yuan\nIndicator\tActual\nValue of technology contracts\t12.5",
        &["contract-value=12.5"],
    );
    assert_fates("指标\t转化率%\n科技成果转化率\t61.2", &["conversion-rate=61.2"]);
    assert_fates("指标\t完成\t增幅%\n科技成果转化率\t61.2\t4.1", &["conversion-rate=61.2"]);
    assert_fates("指标\t增幅%\n科技成果转化率\t4.1", &["?"]);
    // The total above its districts is that of the item over it.
    assert_fates(
        "指标\t数\n科小\t1120\n高企总数\t\n合计\t512\n海城市\t98",
        &[
            "technology-smes=1120",
            "!这一行没有数",
            "high-tech-enterprises=512",
            "!是县（市）区的数，这里不填",
        ],
    );
}

/// 117.6 % comes out of an .xls as 1.176.
#[test]
fn a_bare_share_is_asked_about_up_to_ten_where_formats_are_not_told() {
    for (text, has_no_formats, is_asked) in [
        ("科技成果转化率\t1.176", false, false),
        ("科技成果转化率\t1.176", true, true),
        ("科技成果转化率\t0.6", false, true),
        ("科技成果转化率\t0.6%", true, false),
        ("科技成果转化率\t61.2", true, false),
        ("高企\t8", true, false),
    ] {
        let grid = Grid { has_no_formats, ..pasted(text, None).unwrap() };
        let reading = read(&grid, &items(&shipped()), &scope(), &Answers::default(), Nameless::Left);
        assert_eq!(fates(&reading) == ["?"], is_asked, "{text} {has_no_formats}");
    }
}

/// Two of a kind in brackets, and the unit of the plan itself.
#[test]
fn words_in_brackets_that_tell_nothing_leave_the_name_as_it_is() {
    let same = &["high-tech-enterprises=512"];
    for name in
        ["高新技术企业（累计）", "（1）高新技术企业总数", "高新技术企业总数（全市）", "高新技术企业总数①"]
    {
        assert_fates(&[name, "\t512"].concat(), same);
    }
    assert_fates("Value of technology contracts (100 million yuan)\t12.5", &["contract-value=12.5"]);
    assert_fates("技术合同成交额/万元\t2100", &["contract-value=0.21"]);
    assert_fates("技术合同成交额（人民币万元）\t2100", &["contract-value=0.21"]);
    for name in [
        "高新技术企业总数（2023年）",
        "高新技术企业（上月）",
        "高新技术企业（目标）",
        "高新技术企业（不含海城）",
    ] {
        assert_fates(&[name, "\t512"].concat(), &["?"]);
    }
}

/// field 1c: a row with a figure is never a head.
#[test]
fn a_first_row_with_a_figure_is_a_row() {
    assert_fates(
        "一、高新技术企业总数\t512\n高新技术企业总数\t600",
        &["!这个名称另有一行，已取那一行", "high-tech-enterprises=600"],
    );
    assert_fates("高企总数\t512\n高企总数\t600", &["?", "?"]);
    assert_fates(
        "高企总数\t512\n高企总数\t512",
        &["high-tech-enterprises=512", "!这个名称另有一行，已取那一行"],
    );
}

/// field 2, field 2b: a total takes the cumulative column, and none of shares, changes or targets.
#[test]
fn a_total_takes_the_cumulative_column() {
    assert_fates("指标\t本月\t本年累计\n新增市级以上科技创新平台\t2\t17", &["new-platforms=17"]);
    assert_fates("指标\t累计完成\t增幅%\n引进国外高层次人才\t18\t40", &["foreign-professionals=18"]);
    assert_fates("指标\t目标\t本月完成\t累计\n攻克产业技术\t30\t11\t23", &["technologies-mastered=23"]);
    assert_fates("指标\t目标\t完成率\n攻克产业技术\t30\t77%", &["!只有目标、比率、增幅或其他月份的列有数"]);
    // A month alone, or two columns without a head: asked.
    assert_fates("指标\t本月\n新增市级以上科技创新平台\t2", &["?"]);
    assert_fates("新增市级以上科技创新平台\t2\t17", &["?"]);
    let taken = reading("指标\t本月\t本年累计\n新增市级以上科技创新平台\t2\t17");
    let Fate::Taken(taken) = &taken.lines[0].fate else { panic!("{taken:?}") };
    assert_eq!((taken.column, taken.head.as_str()), (3, "本年累计"));
}

/// field 3: another unit of the same is converted exactly, one of something else refused with both named.
#[test]
fn a_unit_of_the_table_is_converted_or_named() {
    assert_fates("技术合同成交额（万元）\t2100", &["contract-value=0.21"]);
    assert_fates(
        "单位：万元\n指标\t完成\n技术合同成交额\t2100\n高企\t512",
        &["contract-value=0.21", "high-tech-enterprises=512"],
    );
    assert_fates(
        "指标\t单位\t完成\n技术合同成交额\t万元\t2,100\n高企\t家\t512",
        &["contract-value=0.21", "high-tech-enterprises=512"],
    );
    assert_fates("指标\t累计（万元）\n技术合同成交额\t2100", &["contract-value=0.21"]);
    assert_fates("技术合同成交额\t12.5亿", &["contract-value=12.5"]);
    assert_fates("技术合同成交额（万美元）\t2100", &["!表里的单位是万美元，这里的单位是亿元，无法换算"]);
    assert_fates("技术合同成交额\t51.2%", &["!表里的单位是%，这里的单位是亿元，无法换算"]);
    assert_fates("科技成果转化率\t51.2%", &["conversion-rate=51.2"]);
}

#[test]
fn a_table_with_the_items_in_its_columns_is_turned() {
    assert_fates("县区\t高企总数\n海城市\t50\n合计\t512", &["high-tech-enterprises=512"]);
    let text = "县区\t高企总数\t科小\n海城市\t50\t100\n合计\t512\t1120";
    assert!(reading(text).is_turned);
    assert_fates(text, &["high-tech-enterprises=512", "technology-smes=1120"]);
    let own = Scope { own: vec!["海城市".into()], others: vec!["台安县".into()], ..scope() };
    let district = read(
        &pasted(text, None).unwrap(),
        &items(&shipped()),
        &own,
        &Answers::default(),
        Nameless::Down(None),
    );
    assert_eq!(fates(&district), ["high-tech-enterprises=50", "technology-smes=100"]);
}

#[test]
fn markup_brings_merged_cells() {
    let markup = "<html><style>td{a:b}</style><table><tr><td rowspan=2>指标</td><td colspan=\"2\">完成情况</td></tr>\
        <tr><td>本月</td><td>本年累计</td></tr><tr><td>1. 新增市级以上<br>科技创新平台</td><td>2</td><td>17</td></tr>\
        <tr><td>合计&nbsp;</td><td>2<!-- x --></td><td>&#49;7</td></tr></table>";
    let grid = pasted("x", Some(markup)).unwrap();
    assert_eq!(grid.merges.len(), 2);
    let reading = read(&grid, &items(&shipped()), &scope(), &Answers::default(), Nameless::Down(None));
    assert_eq!(fates(&reading)[0], "new-platforms=17", "{reading:?}");
    let Fate::Taken(taken) = &reading.lines[0].fate else { panic!() };
    assert_eq!(taken.head, "完成情况 本年累计");
    for odd in [
        "<table>",
        "<table><tr><td",
        "<table><td rowspan=999999 colspan=999999>1",
        "<!--",
        "&#x;<table><tr><td>&#0;&bad",
    ] {
        let _ = pasted("1", Some(odd));
    }
}

#[test]
fn a_block_has_an_end() {
    assert_eq!(pasted(&"字".repeat(MOST_BYTES), None), Err(TooLong));
    let grid = pasted(&"1\n".repeat(MOST_ROWS + 5), None).unwrap();
    assert_eq!((grid.rows.len(), grid.is_cut), (MOST_ROWS, true));
    let many = read(&grid, &items(&shipped()), &scope(), &Answers::default(), Nameless::Down(None));
    assert_eq!(many.lines.last().map(|line| &line.fate), Some(&Fate::Left(Why::TooLong)));
    let wide = pasted(&["1\t".repeat(MOST_CELLS + 9), "2\n".into()].concat(), None).unwrap();
    assert_eq!(wide.width(), MOST_CELLS);
    let long = pasted(&["字".repeat(MOST_LETTERS + 9), "\t1".into()].concat(), None).unwrap();
    assert_eq!(long.cell(0, 0).chars().count(), MOST_LETTERS);
    let markup = ["<table><tr><td>", &"字".repeat(MOST_MARKUP), "</td></tr></table>"].concat();
    assert_eq!(pasted("2", Some(&markup)).unwrap().cell(0, 0), "2");
    let rows = ["<table>", &"<tr><td>1</td></tr>".repeat(MOST_ROWS + 3), "</table>"].concat();
    assert_eq!(pasted("2", Some(&rows)).unwrap().rows.len(), MOST_ROWS);
    for odd in ["", "\"", "\"\"\"", "\t\n\"a", "\r\n\r\n", "\u{0}\t1", ",,,\n,,", "|||\n|--|", "：\n："] {
        let grid = pasted(odd, None).unwrap();
        let _ = read(&grid, &items(&shipped()), &scope(), &Answers::default(), Nameless::Down(None));
    }
}

#[test]
fn what_is_told_of_a_row_is_short() {
    let told = |text: &str| reading(text).lines.remove(0).words;
    assert_eq!(told(&format!("攻克产业技术\t{}\n", "约".repeat(150))).chars().count(), 60);
    assert_eq!(told("攻克产业技术\t约\t甲\t乙\t丙\n"), "攻克产业技术 约 甲");
}

#[test]
fn every_reason_and_question_is_said_in_both_languages() {
    let other = Why::OtherUnit { found: "t".into(), wanted: "km".into() };
    let whys = [
        Why::UnknownName,
        Why::Twice,
        Why::NotAFigure,
        Why::Empty,
        other,
        Why::OtherDistrict,
        Why::Whole,
        Why::NoColumn,
        Why::NoField,
        Why::NotChosen,
        Why::TooLong,
    ];
    for why in whys {
        let (zh, en) = (words::why(Zh, &why), words::why(En, &why));
        assert!(!zh.is_ascii() && en.is_ascii() && en.len() > 9, "{en} {zh}");
    }
    for text in ["雏鹰\t190", "高企\t1\n高企\t2", "攻克产业技术\t12\t13"] {
        let reading = reading(text);
        let [question] = &reading.questions[..] else { panic!("{text}: {reading:?}") };
        for language in [Zh, En] {
            assert!(words::question(language, question, false, str::to_owned).ends_with(['？', '?']));
            assert_eq!(words::options(language, question, false, str::to_owned).len(), 2);
        }
        let mut answers = Answers::default();
        answers.answer(question, Some(1));
        let answered =
            read(&pasted(text, None).unwrap(), &items(&shipped()), &scope(), &answers, Nameless::Down(None));
        assert_eq!(
            answered.lines.iter().filter(|line| matches!(line.fate, Fate::Taken(_))).count(),
            1,
            "{text}"
        );
        answers.answer(question, None);
        let none =
            read(&pasted(text, None).unwrap(), &items(&shipped()), &scope(), &answers, Nameless::Down(None));
        assert!(none.lines.iter().all(|line| matches!(line.fate, Fate::Left(_))), "{text}: {none:?}");
    }
}

/// What a sheet becomes where names are pasted is read as the sheet is.
#[test]
fn a_sheet_as_text_is_read_as_the_sheet() {
    let mut grid = Grid::default();
    for (row, cells) in
        [["名称", "备注"], ["甲\"乙\"", "一\n二"], ["丙\t丁", ""], ["", "戊"]].iter().enumerate()
    {
        cells.iter().enumerate().for_each(|(column, words)| grid.put(row, column, words));
    }
    grid.merges.push(Merge { row: 2, column: 0, rows: 2, columns: 1 });
    let text = grid.tabbed();
    assert_eq!(text, "名称\t备注\n\"甲\"\"乙\"\"\"\t\"一\n二\"\n丙 丁\t\n丙 丁\t戊");
    assert_eq!(listed(&text, None).expect("short").spread(), grid.spread());
}
