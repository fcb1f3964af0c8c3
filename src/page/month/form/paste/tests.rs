use super::*;
use crate::page::month::form::samples::{lead, ledger};
use crate::page::month::form::words;
use crate::rows::Question;
use crate::text::Language::{En, Zh};

fn block(text: &str) -> Block {
    Block { text: text.into(), ..Block::default() }
}

fn pasted(text: &str) -> Pasted {
    paste(&lead(&ledger(), "2024-08", Zh), &block(text), &Answers::default(), 0)
}

fn fills(pasted: &Pasted) -> Vec<(&str, String)> {
    pasted.taken().map(|taken| (taken.item.as_str(), rows::words::told(Zh, &taken.told))).collect()
}

fn as_said<'a>(pairs: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    pairs.iter().map(|(id, told)| (*id, (*told).to_owned())).collect()
}

#[test]
fn named_rows_go_to_their_indicators_in_any_order() {
    for text in [
        "攻克产业技术\t11\r\n技术合同成交额\t13.5\r\n",
        "指标\t本月\n攻克产业技术\t11\n技术合同成交额\t13.5",
        "序号\t指标名称\t单位\t完成值\r\n1\t 攻克产业技术\t项\t11\r\n2\t“技术合同成交额”\t亿元\t13.5\r\n\r\n",
        "1. 攻克产业技术（项）\t11\n2、技术合同额\t13.5",
        "\u{feff}攻克 产业技术\t11\r\n技术合同成交额（亿元）\t13.5\r\n",
        "\"攻克\n产业技术\"\t11\r\n技术合同成交额\t13.5\r\n",
        "INDUSTRIAL TECHNOLOGIES MASTERED\t11\nValue of technology contracts\t13.5",
    ] {
        let pasted = paste(
            &lead(&ledger(), "2024-08", Zh),
            &Block { from: Some("gazelles".into()), ..block(text) },
            &Answers::default(),
            0,
        );
        assert_eq!(
            fills(&pasted),
            as_said(&[("technologies-mastered", "11"), ("contract-value", "13.5")]),
            "{text:?}"
        );
        assert_eq!(pasted.rows(), 2, "{text:?}");
    }
}

#[test]
fn figures_alone_go_down_the_form_from_the_field() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let ids: Vec<&str> = sheet.figures.iter().map(|asked| asked.id.as_str()).collect();
    let at = ids.iter().position(|id| *id == "technology-smes").unwrap();
    let from = |text: &str, from: &str| {
        paste(&sheet, &Block { from: Some(from.into()), ..block(text) }, &Answers::default(), 0)
    };
    let below = from("1,001\r\n\r\n 8 \r\n", "technology-smes");
    assert_eq!(fills(&below), as_said(&[("technology-smes", "1001"), (ids[at + 2], "8")]));
    assert_eq!(fills(&pasted("本月\n1\n2\n")), as_said(&[(ids[0], "1"), (ids[1], "2")]));
    let wrong = pasted("1\n多\n3");
    assert_eq!(fills(&wrong), as_said(&[(ids[0], "1"), (ids[2], "3")]));
    assert_eq!(wrong.left(), 1);
    let last = from("1\n2", ids.last().unwrap());
    assert_eq!((fills(&last).len(), last.left()), (1, 1));
}

#[test]
fn a_single_figure_is_no_block() {
    for (text, expected) in
        [("14", false), ("14\r\n", false), ("14\t15", true), ("14\n15", true), ("", false)]
    {
        assert_eq!(is_block(text), expected, "{text:?}");
    }
}

/// walk b16: afterwards a sentence says what went where, and one undo brings back what stood there.
#[test]
fn what_was_filled_is_said_and_undone_but_for_what_was_changed_since() {
    let mut draft = Draft::default();
    draft.figure_mut("contract-value").text = "9".into();
    draft.figure_mut("contract-value").note = "注".into();
    let before = draft.clone();
    let pasted = pasted("攻克产业技术\t11\n技术合同成交额\t13.5\n没有这项\t3\n引进国外高层次人才\t无变化");
    let undo = pasted.fill(&mut draft);
    assert_eq!(draft.figures["contract-value"].text, "13.5");
    assert_eq!(draft.figures["contract-value"].note, "注");
    assert_eq!(draft.figures["foreign-professionals"].choice, Choice::NoChange);
    assert_eq!(
        words::pasted_in(Zh, pasted.rows(), pasted.taken().count(), undo.replaced()),
        "粘贴的表共 4 行，已填 3 项，其中 1 项原来有内容，其余 1 行未填。"
    );
    assert!(words::pasted_in(En, pasted.rows(), pasted.taken().count(), undo.replaced()).is_ascii());
    let mut undone = draft.clone();
    undo.undo(&mut undone);
    assert_eq!(undone, before);
    draft.figure_mut("technologies-mastered").text = "12".into();
    undo.undo(&mut draft);
    assert_eq!(draft.figures["technologies-mastered"].text, "12");
    assert_eq!(draft.figures["contract-value"].text, "9");
}

#[test]
fn what_is_pasted_is_summed_up_in_both_languages() {
    let pasted = pasted("雏鹰\t190\n攻克产业技术\t11\n没有这项\t3");
    assert_eq!(words::pasted(Zh, &pasted), "共 3 行，对应 1 项，1 行待选择，1 行不填入。");
    assert_eq!(words::pasted(En, &pasted), "Rows: 3; matched: 1, 1 to be chosen, 1 left out.");
    let [question @ Question::Item { .. }] = &pasted.reading.questions[..] else { panic!("{pasted:?}") };
    let mut answers = Answers::default();
    answers.answer(question, Some(0));
    let answered = paste(&lead(&ledger(), "2024-08", Zh), &block("雏鹰\t190"), &answers, 0);
    assert_eq!(fills(&answered), as_said(&[("gazelles", "190")]));
}

/// A figure from a file remembers its cell and the digest of the file; what somebody wrote as evidence stays.
#[test]
fn what_comes_from_a_file_says_from_which_cell() {
    let ledger = ledger();
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut grid = rows::Grid::default();
    for (row, cells) in [["指标", "本期"], ["高企", "505"], ["科小", "2000"]].iter().enumerate() {
        cells.iter().enumerate().for_each(|(column, words)| grid.put(row, column, words));
    }
    let table = rows::BookSheet { name: "8月".into(), grid, ..rows::BookSheet::default() };
    let book =
        Book { digest: "3f2a9c".into(), sheets: vec![rows::BookSheet::default(), table], ..Book::default() };
    let file = File::new("报表.xlsx".into(), book);
    assert_eq!(file.sheet, 1, "an empty sheet is not what somebody chose the file for");
    let pasted = paste(&sheet, &Block { file: Some(file), ..Block::default() }, &Answers::default(), 0);
    assert_eq!((pasted.fills(), pasted.left()), (2, 0));
    let mut draft = Draft::default();
    draft.figure_mut("technology-smes").evidence = "名单".into();
    pasted.fill(&mut draft);
    assert_eq!(draft.figures["high-tech-enterprises"].evidence, "报表.xlsx 8月!B2 #3f2a9c");
    assert_eq!(draft.figures["technology-smes"].evidence, "名单");
}

/// A fill-in workbook fills all that it says, and one of another month fills nothing.
#[test]
fn a_fill_in_workbook_fills_what_it_says_or_nothing() {
    let ledger = ledger();
    let sheet = lead(&ledger, "2024-08", Zh);
    let plan = 7;
    let mut draft = Draft { person: "王工".into(), ..Draft::default() };
    draft.figure_mut("technology-smes").text = "2001".into();
    let made = workbook::workbook(&sheet, &draft, plan, Zh);
    let bytes = crate::office::xlsx::bytes(&made).expect("the format takes it");
    let book = rows::file::read(&bytes).expect("a workbook");
    let block = Block { file: Some(File::new("填报表.xlsx".into(), book)), ..Block::default() };
    let pasted = paste(&sheet, &block, &Answers::default(), plan);
    assert_eq!((pasted.fills(), pasted.left(), pasted.refusal.clone()), (1, 0, None), "{pasted:?}");
    let mut filled = Draft::default();
    pasted.fill(&mut filled);
    assert_eq!((filled.person.as_str(), filled.figures["technology-smes"].text.as_str()), ("王工", "2001"));
    // What is typed already stays, and a problem that both have is one.
    let mut typed = Draft::default();
    let typed_problem = typed.add_problem();
    typed.problem_mut(typed_problem).expect("a problem").text = "缺场地".into();
    let mut both = typed.clone();
    let more = both.add_problem();
    both.problem_mut(more).expect("a problem").text = "缺人手".into();
    let made = workbook::workbook(&sheet, &both, plan, Zh);
    let book = rows::file::read(&crate::office::xlsx::bytes(&made).expect("a file")).expect("a workbook");
    let again = Block { file: Some(File::new("填报表.xlsx".into(), book)), ..Block::default() };
    paste(&sheet, &again, &Answers::default(), plan).fill(&mut typed);
    let told: Vec<(u32, &str)> = typed.problems.iter().map(|one| (one.number, one.text.as_str())).collect();
    assert_eq!(told, [(0, "缺场地"), (1, "缺人手")]);
    let other = lead(&ledger, "2024-09", Zh);
    let refused = paste(&other, &block, &Answers::default(), plan);
    assert!(refused.refusal.is_some() && refused.fills() == 0);
}
