use super::*;
use crate::page::form::samples::{lead, ledger};
use crate::page::form::words;
use crate::text::Language::{En, Zh};

fn pasted(block: &str, from: Option<&str>) -> Pasted {
    paste(&lead(&ledger(), "2024-08", Zh), block, from)
}

fn fills(pasted: &Pasted) -> Vec<(&str, &str)> {
    pasted.fills.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect()
}

fn whys(pasted: &Pasted) -> Vec<(usize, Why)> {
    pasted.unplaced.iter().map(|one| (one.row, one.why)).collect()
}

#[test]
fn named_rows_go_to_their_indicators_in_any_order() {
    for block in [
        "攻克产业技术\t11\r\n技术合同成交额\t13.5\r\n",
        "指标\t本月\n攻克产业技术\t11\n技术合同成交额\t13.5",
        "序号\t指标名称\t单位\t完成值\r\n1\t 攻克产业技术\t项\t11\r\n2\t“技术合同成交额”\t亿元\t13.5\r\n\r\n",
        "1. 攻克产业技术（项）\t11\n2、技术合同额\t13.5",
        "\u{feff}攻克 产业技术\t11\r技术合同成交额（亿元）\t13.5\r",
        "\"攻克\n产业技术\"\t11\r\n技术合同成交额\t13.5\r\n",
        "INDUSTRIAL TECHNOLOGIES MASTERED\t11\nValue of technology contracts\t13.5",
    ] {
        let pasted = pasted(block, Some("gazelles"));
        assert_eq!(
            fills(&pasted),
            [("technologies-mastered", "11"), ("contract-value", "13.5")],
            "{block:?}"
        );
        assert_eq!(pasted.unplaced, [], "{block:?}");
    }
}

#[test]
fn of_several_columns_the_head_says_which_or_the_last_is_taken() {
    let headed = pasted("指标\t目标\t本月完成\t累计\n攻克产业技术\t30\t11\t23\n", None);
    assert_eq!((fills(&headed), headed.column), (vec![("technologies-mastered", "11")], Some(3)));
    let bare = pasted("攻克产业技术\t12\t13\n", None);
    assert_eq!((fills(&bare), bare.column), (vec![("technologies-mastered", "13")], Some(3)));
    assert_eq!(pasted("攻克产业技术\t项\t13\n", None).column, None);
}

#[test]
fn what_cannot_be_placed_is_told_with_its_row_and_why() {
    let block = "指标\t完成值\n没有这项\t3\n雏鹰\t190\n攻克产业技术\t约11\n技术合同成交额\t13.5\n技术合同额\t13.6\n高企\t—\n合计\t\n";
    let pasted = pasted(block, None);
    assert_eq!(fills(&pasted), [("contract-value", "13.5")]);
    let expected = [(2, Why::UnknownName), (3, Why::SeveralNames), (4, Why::NotAFigure), (6, Why::Twice)];
    // The row of an unknown name above the first known one counts as the head of the table.
    assert_eq!(whys(&pasted), expected[1..]);
    assert_eq!(pasted.unplaced[0].words, "雏鹰 190");
}

#[test]
fn figures_alone_go_down_the_form_from_the_field() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let ids: Vec<&str> = sheet.figures.iter().map(|asked| asked.id.as_str()).collect();
    let at = ids.iter().position(|id| *id == "technology-smes").unwrap();
    let below = pasted("1,001\r\n\r\n 8 \r\n", Some("technology-smes"));
    assert_eq!(fills(&below), [("technology-smes", "1,001"), (ids[at + 2], "8")]);
    assert_eq!(fills(&pasted("本月\n1\n2\n", None)), [(ids[0], "1"), (ids[1], "2")]);
    let wrong = pasted("1\n多\n3", None);
    assert_eq!(
        (fills(&wrong), whys(&wrong)),
        (vec![(ids[0], "1"), (ids[2], "3")], vec![(2, Why::NotAFigure)])
    );
    let last = pasted("1\n2", ids.last().copied());
    assert_eq!((fills(&last).len(), whys(&last)), (1, vec![(2, Why::NoField)]));
}

#[test]
fn a_single_figure_is_no_block() {
    for (text, expected) in
        [("14", false), ("14\r\n", false), ("14\t15", true), ("14\n15", true), ("", false)]
    {
        assert_eq!(is_block(text), expected, "{text:?}");
    }
}

#[test]
fn a_block_has_an_end() {
    let long = "攻克产业技术\t1\n".repeat(20_000);
    assert_eq!(whys(&pasted(&long, None)), [(1, Why::TooLong)]);
    let many = pasted(&"1\n".repeat(MOST_ROWS + 5), None);
    assert_eq!(many.unplaced.last().map(|one| one.why), Some(Why::TooLong));
    assert!(pasted(&"\t".repeat(100_000), None).fills.is_empty());
    for odd in ["", "\"", "\"\"\"", "\t\n\"a", "\r\n\r\n", "\u{0}\t1"] {
        let _ = pasted(odd, None);
    }
}

#[test]
fn why_a_row_went_nowhere_is_said_in_both_languages() {
    for why in [Why::UnknownName, Why::SeveralNames, Why::Twice, Why::NotAFigure, Why::NoField, Why::TooLong]
    {
        let (zh, en) = (words::unplaced(Zh, 3, why), words::unplaced(En, 3, why));
        assert!(en.is_ascii() && en.contains('3') && zh.contains("第 3 行"), "{en} {zh}");
    }
    let pasted = pasted("技术合同成交额\t13.5\n没有这项\t3", None);
    assert_eq!(words::pasted(Zh, &pasted), "对上 1 项，1 行没有对上。");
    assert_eq!(words::pasted(En, &pasted), "1 placed, 1 rows not.");
}

#[test]
fn of_a_line_only_so_many_cells_and_of_a_name_so_many_letters_are_read() {
    let line = |empty: usize| ["攻克产业技术", &"\t".repeat(empty), "11"].concat();
    let placed = |block: &str| fills(&pasted(block, None)).contains(&("technologies-mastered", "11"));
    assert!(placed(&line(MOST_CELLS - 1)));
    assert!(!placed(&line(MOST_CELLS)));
    let named = |spaces: usize| ["攻克产业技术", &" ".repeat(spaces), "之外\t11"].concat();
    assert!(!placed(&named(1)));
    assert!(placed(&named(LONGEST_NAME)), "what stands behind is not read");
}

#[test]
fn what_is_told_of_a_line_is_short() {
    let unplaced = |block: &str| pasted(block, None).unplaced.remove(0).words;
    let words = unplaced(&format!("攻克产业技术\t{}\n", "约".repeat(500)));
    assert_eq!(words.chars().count(), LONGEST_WORDS);
    assert_eq!(unplaced("攻克产业技术\t约\t甲\t乙\t丙\n"), "攻克产业技术 约 甲");
    let long = unplaced(&"字".repeat(MOST_BYTES));
    assert_eq!(long.chars().count(), LONGEST_WORDS);
}
