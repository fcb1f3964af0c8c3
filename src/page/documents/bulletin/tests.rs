//! The paper of a round, what keeps it from being issued, and what stays once it is.

use super::issued::last;
use super::model::{beside, draft};
use super::typed::{MOST_FOUND, MOST_LETTERS, noted, outrun, proposed};
use super::*;
use crate::document::{Block, Document};
use crate::ledger::kinds::{Issue, Item};
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, BatchId, Change, Entry, EntryId, Ledger, Moment, ProblemStep, Said};
use crate::plan::{Month, PlanIndex};
use crate::route::{DocumentKind, Route};
use crate::standing::AsOf;
use crate::text::{Language, ListedAt, Piece};

const TODAY: &str = "2024-01-20";

/// A figure of December 2023, and the three months locked.
fn locked(value: &str) -> Ledger {
    let report = reported(1, "2024-01-03", value);
    let locks = ["2023-10", "2023-11", "2023-12"].into_iter().zip(10..).map(|(period, writer)| {
        let accepted = if period == "2023-12" { vec![report.id] } else { vec![] };
        Batch { month: month(period), ..officer(writer, "2024-01-10", [Said::Lock { accepted }]) }
    });
    Ledger::new(locks.chain([report.clone()]))
}

/// The same, with every month of the half-year locked on which the plan is reported.
fn locked_half(value: &str) -> Ledger {
    let mut ledger = locked(value);
    for (period, writer) in [("2023-08", 20), ("2023-09", 21)] {
        ledger.add(Batch {
            month: month(period),
            ..officer(writer, "2024-01-10", [Said::Lock { accepted: vec![] }])
        });
    }
    ledger
}

fn reported(writer: u64, on: &str, value: &str) -> Batch {
    Batch {
        month: month("2023-12"),
        ..batch(writer, on, "science-bureau", [actual("alliances", value).said])
    }
}

fn asked<T>(ledger: &Ledger, today: &str, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    let plan = plan();
    ask(AsOf { plan: &plan, ledger, today: day(today), offset: 480, language })
}

const QUARTER: (DocumentKind, &str) = (DocumentKind::Bulletin, "2023-12");
const HALF: (DocumentKind, &str) = (DocumentKind::Assessment, "2023-12");

fn paper_of(ledger: &Ledger, (kind, last): (DocumentKind, &str), today: &str, typed: &Typed) -> Document {
    asked(ledger, today, Language::Zh, |as_of| {
        let (round, due) = shown(as_of, kind, Month::parse(last)).expect("a round");
        draft(as_of, round, due, &typed.inserted())
    })
}

fn write(
    ledger: &Ledger,
    (kind, last): (DocumentKind, &str),
    today: &str,
    typed: &Typed,
) -> Result<Vec<Entry>, Vec<Fault>> {
    asked(ledger, today, Language::Zh, |as_of| {
        let (round, due) = shown(as_of, kind, Month::parse(last)).expect("a round");
        written(as_of, noon(today), round, due, typed)
    })
}

fn noon(on: &str) -> Moment {
    Moment::end_of(day(on).plus(-1), 480 - 720)
}

/// The ledger with the paper issued on a day, and the name of the entry that issues it.
fn issue(
    ledger: &Ledger,
    of: (DocumentKind, &str),
    today: &str,
    writer: u64,
    typed: &Typed,
) -> (Ledger, String) {
    let entries = write(ledger, of, today, typed).expect("it can be issued");
    let id = BatchId { writer, sequence: 0 };
    let batch = Batch { id, written: noon(today), month: month(of.1), entries, ..officer(writer, today, []) };
    let mut ledger = ledger.clone();
    ledger.add(batch);
    (ledger, Item::own_id(EntryId { batch: id, index: 0 }).to_string())
}

fn issued(ledger: &Ledger, id: &str, today: &str) -> Again {
    asked(ledger, today, Language::Zh, |as_of| again(as_of, id)).expect("it is here")
}

fn numbered(number: &str) -> Typed {
    Typed { number: number.into(), ..Typed::default() }
}

fn with(number: &str, place: Place, text: &str) -> Typed {
    let mut typed = numbered(number);
    *typed.text_mut(place) = text.into();
    typed
}

fn the_issue(ledger: &Ledger, id: &str) -> Issue {
    match &ledger.find(Item::entry_of(id).expect("a name")).expect("here").entry.said {
        Said::Issue(issue) => (**issue).clone(),
        other => panic!("{other:?}"),
    }
}

/// M14.13: an empty ledger gives an honest paper in both languages.
#[test]
fn without_records_the_paper_says_so() {
    for language in Language::ALL {
        for (kind, last) in [QUARTER, HALF] {
            let said = asked(&Ledger::default(), TODAY, language, |as_of| {
                let (round, due) = shown(as_of, kind, Month::parse(last)).expect("a round");
                draft(as_of, round, due, &Default::default()).text()
            });
            let words = words::of(language);
            for told in [words.no_case, words.first_issue, words.none_judged] {
                assert!(said.contains(told), "{told} in {said}");
            }
            assert!(said.contains(language.pick("草稿，未印发", "Draft, not issued")), "{said}");
            assert!(!said.contains("NaN") && !said.contains(words.none_behind), "{said}");
        }
    }
}

/// M14.1: the sum that stands on the paper is that of the classes, and every indicator is named in one of them.
#[test]
fn the_counts_on_the_paper_add_up_and_name_every_indicator() {
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, day("2024-03-01")));
    let document = paper_of(&ledger, QUARTER, "2024-03-01", &Typed::default());
    let text = document.text();
    let sum = text
        .split("本期应评")
        .nth(1)
        .and_then(|rest| rest.split('（').nth(1))
        .and_then(|rest| rest.split('）').next())
        .expect("a sum");
    let (all, parts) = sum.split_once(" = ").expect("an equation");
    let parts: usize = parts.split(" + ").map(|part| part.parse::<usize>().expect("a number")).sum();
    assert_eq!(all.parse(), Ok(parts), "{sum}");
    let counted = document
        .blocks
        .iter()
        .take_while(|block| !matches!(block, Block::Heading(head) if head.words.starts_with("三")));
    let named: Vec<String> = counted
        .flat_map(|block| match block {
            Block::Paragraph(pieces) => pieces.clone(),
            Block::Table(table) => table.rows.iter().flatten().flat_map(|cell| cell.pieces.clone()).collect(),
            _ => vec![],
        })
        .filter_map(|piece| match piece {
            Piece::Link(link) if link.href.starts_with("#/indicator/") => Some(link.href),
            _ => None,
        })
        .collect();
    let mut once = named.clone();
    once.sort();
    once.dedup();
    assert_eq!((once.len(), named.len()), (plan.indicators().count(), plan.indicators().count()));
}

/// M14.7: what was issued comes out byte for byte, on whatever day and in whatever order its records arrived.
#[test]
fn an_issued_paper_is_made_again_to_the_byte() {
    let (ledger, id) = issue(&locked("8"), QUARTER, TODAY, 50, &with("2", Place::Overall, "总体平稳。"));
    let first = issued(&ledger, &id, TODAY);
    assert!(first.is_same, "the code comes out again");
    let text = first.document.text();
    assert!(text.contains("第2期　2024年1月20日印发") && text.contains("总体平稳。"), "{text}");
    assert!(!text.contains("草稿"), "{text}");
    assert_eq!(issued(&ledger, &id, "2026-11-30").document, first.document);
    let turned = Ledger::new(ledger.batches().cloned().collect::<Vec<_>>().into_iter().rev());
    assert_eq!(issued(&turned, &id, "2026-11-30"), first);
}

/// M14.8: a late figure changes no issued paper; the page counts what is otherwise and drafts the correction.
#[test]
fn a_late_figure_changes_no_issued_paper_and_drafts_a_correction() {
    let (ledger, id) = issue(&locked("8"), QUARTER, TODAY, 50, &with("2", Place::Overall, "总体平稳。"));
    let before = issued(&ledger, &id, TODAY);
    let late = reported(2, "2024-02-01", "21");
    // Under the lock it counts nowhere; once it is taken in by a new lock, it does.
    let mut shut_out = ledger.clone();
    shut_out.add(late.clone());
    assert_eq!(issued(&shut_out, &id, "2024-02-02"), before);
    let accepted = vec![BatchId { writer: 1, sequence: 0 }, late.id];
    let mut ledger = shut_out;
    ledger.add(Batch { month: month("2023-12"), ..officer(60, "2024-02-02", [Said::Lock { accepted }]) });
    assert_eq!(issued(&ledger, &id, "2024-02-03").document, before.document);
    let told = asked(&ledger, "2024-02-03", Language::Zh, |as_of| {
        let (round, due) = shown(as_of, QUARTER.0, Month::parse(QUARTER.1)).expect("a round");
        since(as_of, round, due).expect("it was issued")
    });
    assert_eq!(told.differ, 1);
    let table = told.table.expect("a table");
    let cells: Vec<String> =
        table.rows[0].iter().map(|cell| cell.pieces.iter().map(Piece::words).collect()).collect();
    assert!(cells[1].contains('8') && cells[2].contains("21"), "{cells:?}");

    let typed = asked(&ledger, "2024-02-03", Language::Zh, |as_of| {
        let (round, due) = shown(as_of, QUARTER.0, Month::parse(QUARTER.1)).expect("a round");
        begun(as_of, round, due)
    });
    assert_eq!((typed.number.as_str(), typed.text(Place::Overall)), ("2", "总体平稳。"));
    let (ledger, correction) = issue(&ledger, QUARTER, "2024-02-03", 70, &typed);
    let corrected = issued(&ledger, &correction, "2024-02-03").document.text();
    assert!(corrected.contains("更正") && corrected.contains("21"), "{corrected}");
    let again = issued(&ledger, &id, "2024-02-03");
    assert_eq!(again.document, before.document);
    assert_eq!(again.corrected_by.expect("a link").href, ["#/issued/", &correction].concat());
    assert_eq!(the_issue(&ledger, &correction).corrects, Item::entry_of(&id));
}

/// Records that were written before and came later are no part of what was issued: the code tells it.
#[test]
fn what_was_written_before_and_came_later_is_told() {
    let (mut ledger, id) = issue(&locked("8"), QUARTER, TODAY, 50, &numbered("1"));
    assert!(issued(&ledger, &id, TODAY).is_same);
    let problem = Said::Problem { subject: None, text: "缺设备".into(), who: String::new(), until: None };
    ledger.add(Batch { month: month("2023-12"), ..batch(9, "2024-01-05", "haicheng", [problem]) });
    // The lock does not name it, so it is shut out; one of a month that nobody locked is not.
    let target = Said::YearTarget {
        indicator: "alliances".into(),
        year: crate::plan::Year(2024),
        value: crate::ledger::samples::value("15"),
        reason: "分解".into(),
        document: String::new(),
    };
    ledger.add(officer(8, "2024-01-06", [target]));
    assert!(!issued(&ledger, &id, TODAY).is_same);
}

/// M14.11: whatever keeps a paper from being issued is told at once, and nothing is written.
#[test]
fn what_cannot_be_issued_is_refused_with_all_its_faults() {
    let open = Ledger::new([reported(1, "2024-01-03", "8")]);
    let months = vec![month("2023-12")];
    let mut typed = with("0", Place::Overall, &"好".repeat(MOST_LETTERS + 1));
    assert_eq!(
        write(&open, QUARTER, TODAY, &typed),
        Err(vec![
            Fault::NotLocked(months),
            Fault::Number,
            Fault::TooLong {
                field: Field::Text(Place::Overall),
                letters: MOST_LETTERS + 1,
                most: MOST_LETTERS
            },
        ])
    );
    typed = numbered("１");
    assert_eq!(
        write(&locked("8"), QUARTER, "2023-12-31", &typed),
        Err(vec![Fault::NotOver(month("2023-12"))])
    );
    for wrong in ["", "-1", "1.5", "一", "1000", "0"] {
        assert_eq!(
            write(&locked("8"), QUARTER, TODAY, &numbered(wrong)),
            Err(vec![Fault::Number]),
            "{wrong}"
        );
    }
    let (issued, _) = issue(&locked("8"), QUARTER, TODAY, 50, &typed);
    assert_eq!(write(&issued, QUARTER, "2024-01-21", &typed), Err(vec![Fault::Unchanged { number: 1 }]));
    // The next quarter cannot take the same number, and a paper of other months cannot overlap.
    let faults =
        write(&issued, (DocumentKind::Bulletin, "2024-03"), "2024-04-20", &typed).expect_err("faults");
    assert!(faults.contains(&Fault::NumberTaken { number: 1, last: month("2023-12") }), "{faults:?}");
    let mut overlapping =
        the_issue(&issued, &Item::own_id(EntryId { batch: BatchId { writer: 50, sequence: 0 }, index: 0 }));
    overlapping.last = month("2024-01");
    let other = officer(51, TODAY, [Said::Issue(Box::new(overlapping))]);
    let faults =
        write(&Ledger::new(locked("8").batches().cloned().chain([other])), QUARTER, TODAY, &numbered("2"));
    let expected = Fault::Overlaps { number: 1, first: month("2023-10"), last: month("2024-01") };
    assert_eq!(faults, Err(vec![expected]));
}

/// M14.9: a half-year ends in problems, or in a reason; those that it finds are opened in the same act.
#[test]
fn an_assessment_opens_the_problems_that_it_finds() {
    let ledger = locked_half("8");
    assert_eq!(write(&ledger, HALF, TODAY, &numbered("1")), Err(vec![Fault::NoProblem]));
    let reasoned = with("1", Place::NoProblem, "各项均按期推进。");
    assert_eq!(write(&ledger, HALF, TODAY, &reasoned).map(|entries| entries.len()), Ok(1));
    let behind = asked(&ledger, TODAY, Language::Zh, |as_of| {
        let (_, due) = shown(as_of, HALF.0, Month::parse(HALF.1)).expect("a round");
        proposed(as_of, due)
    });
    assert_eq!(behind.iter().map(|one| one.subject.as_str()).collect::<Vec<_>>(), ["alliances"]);
    let mut typed = numbered("1");
    typed.take(behind.clone());
    typed.take(behind);
    assert_eq!(typed.found.len(), 1, "taken once");
    let named = |at: usize| Found { text: at.to_string(), subject: at.to_string(), ..Found::default() };
    let mut many = numbered("1");
    many.take((0..MOST_FOUND + 5).map(named).collect());
    assert_eq!(many.found.len(), MOST_FOUND);
    typed.found[0].until = "2024-01-19".into();
    typed.found_mut(1).who = "张三".into();
    assert_eq!(write(&ledger, HALF, TODAY, &typed), Err(vec![Fault::Day(0), Fault::NotWorded(1)]));
    let long = "长".repeat(501);
    typed.found[1] = Found { text: long.clone(), who: long, until: "2024-02-29".into(), ..Found::default() };
    let too_long = |field| Fault::TooLong { field, letters: 501, most: 500 };
    assert_eq!(
        write(&ledger, HALF, TODAY, &typed),
        Err(vec![Fault::Day(0), too_long(Field::Problem(1)), too_long(Field::Who(1))])
    );
    typed.found[1] = Found::default();
    typed.found[0].until = "2024-03-31".into();
    let (with_paper, id) = issue(&ledger, HALF, TODAY, 50, &typed);
    let paper = issued(&with_paper, &id, TODAY).document.text();
    assert!(paper.contains(words::of(Language::Zh).found_caption), "{paper}");
    // They are the bureau's, written after the lock as they should be: no late report.
    let batch = BatchId { writer: 50, sequence: 0 };
    let problem = EntryId { batch, index: 1 };
    assert_eq!(with_paper.change(problem), Some(Change::Shown));
    // Nothing is otherwise, though its problems are on record since; a correction of its words keeps them.
    assert_eq!(write(&with_paper, HALF, TODAY, &numbered("1")), Err(vec![Fault::Unchanged { number: 1 }]));
    let (corrected, correction) =
        issue(&with_paper, HALF, "2024-01-21", 51, &with("1", Place::Causes, "进度偏慢。"));
    let paper = issued(&corrected, &correction, "2024-01-21").document.text();
    assert!(paper.contains(words::of(Language::Zh).found_caption) && paper.contains("进度偏慢"), "{paper}");
    asked(&with_paper, TODAY, Language::Zh, |as_of| {
        let all = crate::standing::problems::problems_on(as_of);
        let [problem] = &all[..] else { panic!("{all:?}") };
        assert_eq!((problem.subject, problem.until), (Some("alliances"), Some(day("2024-03-31"))));
        assert!(problem.is_open());
    });
}

/// M14.9: a correction of a paper that gave a reason and found nothing needs one as well.
#[test]
fn a_correction_without_problems_says_why_there_are_none() {
    let ledger = locked_half("8");
    let (ledger, _) = issue(&ledger, HALF, TODAY, 50, &with("1", Place::NoProblem, "各项均按期推进。"));
    let bare = with("1", Place::Overall, "总体平稳。");
    assert_eq!(write(&ledger, HALF, "2024-01-21", &bare), Err(vec![Fault::NoProblem]));
}

/// The page has to say so when a text has to be read again, and only then: not of what was just issued.
#[test]
fn an_issued_text_is_marked_when_a_figure_changes_and_not_before() {
    let typed = with("1", Place::Overall, "总体平稳。");
    let (ledger, _) = issue(&locked("8"), QUARTER, TODAY, 50, &typed);
    let marked = |ledger: &Ledger| {
        let begun = asked(ledger, "2024-01-25", Language::Zh, |as_of| {
            let (round, due) = shown(as_of, QUARTER.0, Month::parse(QUARTER.1)).expect("a round");
            begun(as_of, round, due)
        });
        assert_eq!(begun.text(Place::Overall), "总体平稳。");
        outrun(&begun, &beside(&paper_of(ledger, QUARTER, "2024-01-25", &Typed::default()))).len()
    };
    assert_eq!(marked(&ledger), 0);
    let mut later = ledger;
    late(&mut later);
    assert_eq!(marked(&later), 1);
}

/// Another figure of the round's last month, taken in by a new lock.
fn late(ledger: &mut Ledger) {
    let report = reported(60, "2024-01-21", "21");
    let accepted = vec![BatchId { writer: 1, sequence: 0 }, report.id];
    ledger.add(report);
    ledger.add(Batch { month: month("2023-12"), ..officer(61, "2024-01-22", [Said::Lock { accepted }]) });
}

/// What it corrects stands on the paper, with the figure as it was issued.
#[test]
fn a_correction_says_what_it_corrects() {
    let (mut ledger, _) = issue(&locked("8"), QUARTER, TODAY, 50, &numbered("1"));
    late(&mut ledger);
    let (ledger, id) = issue(&ledger, QUARTER, "2024-01-25", 51, &numbered("1"));
    let paper = issued(&ledger, &id, "2024-01-25").document;
    let caption = words::corrected_caption(
        Language::Zh,
        &the_issue(&ledger, &Item::own_id(EntryId { batch: BatchId { writer: 50, sequence: 0 }, index: 0 })),
    );
    let table = paper.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption.words == caption => Some(table),
        _ => None,
    });
    let rows = &table.expect("what is corrected").rows;
    let said = |at: usize| rows[0][at].pieces.iter().map(Piece::words).collect::<String>();
    assert_eq!(rows.len(), 1);
    assert!(said(1).starts_with('8') && said(2).starts_with("21"), "{rows:?}");
    assert!(paper.masthead.words.contains("第1期更正"), "{}", paper.masthead.words);
}

/// M14.10: every closing is counted in one paper, also one between the end of a round and the end of its window.
#[test]
fn a_closing_is_counted_in_one_paper() {
    let problem = batch(
        40,
        "2023-11-10",
        "science-bureau",
        [Said::Problem { subject: None, text: "缺场地".into(), who: String::new(), until: None }],
    );
    let of = EntryId { batch: problem.id, index: 0 };
    let closing =
        Said::ProblemStep { of, step: ProblemStep::Closed, text: "已核".into(), document: String::new() };
    let closed = Batch { month: month("2024-01"), ..officer(41, "2024-01-03", [closing]) };
    let ledger = Ledger::new([Batch { month: month("2023-11"), ..problem }, closed]);
    let counted = |last: &str| {
        let text = paper_of(&ledger, (DocumentKind::Bulletin, last), "2024-04-20", &Typed::default()).text();
        let rest = text.split("销号").nth(1).expect("a count").to_owned();
        rest.split('个').next().expect("a figure").to_owned()
    };
    assert_eq!([counted("2023-12"), counted("2024-03")], ["1", "0"]);
}

/// M14.6: what a person wrote stays when a figure changes, and is marked where the page says something else beside it.
#[test]
fn a_text_stays_and_is_marked_when_its_figures_change() {
    let of = |value: &str| beside(&paper_of(&locked(value), QUARTER, TODAY, &Typed::default()));
    let (was, now) = (of("8"), of("21"));
    assert_ne!(was[0], now[0], "one more has reached its target");
    let mut typed = with("1", Place::Overall, "总体平稳。");
    noted(&mut typed, &Typed::default(), &was);
    assert!(outrun(&typed, &was).is_empty());
    let marked = outrun(&typed, &now);
    let [one] = &marked[..] else { panic!("{marked:?}") };
    assert_eq!((one.place, &one.was, &one.now), (Place::Overall, &was[0], &now[0]));
    // Read again and changed, it speaks of what the page says now.
    let before = typed.clone();
    *typed.text_mut(Place::Overall) = "总体好转。".into();
    noted(&mut typed, &before, &now);
    assert!(outrun(&typed, &now).is_empty());
    let paper = paper_of(&locked("21"), QUARTER, TODAY, &typed).text();
    assert!(paper.contains("总体好转。"), "{paper}");
}

/// M14.5 and M14.10.
#[test]
fn movement_is_told_since_the_last_issue() {
    let plan: PlanIndex = plan();
    let sample = Ledger::new(crate::sample::until(&plan, day("2025-03-01")));
    let (first, second) = ((DocumentKind::Bulletin, "2024-03"), (DocumentKind::Bulletin, "2024-06"));
    let (ledger, _) = issue(&sample, first, "2025-03-01", 90, &numbered("1"));
    let text = paper_of(&ledger, second, "2025-03-01", &Typed::default()).text();
    assert!(!text.contains("此前各期没有印发过"), "{text}");
    assert!(text.contains("与第1期相比"), "{text}");
    assert!(text.contains("本期无典型案例"), "{text}");
    assert!(text.contains("示例，均为虚构"), "{text}");
    asked(&ledger, "2025-03-01", Language::Zh, |as_of| {
        let (round, due) = shown(as_of, DocumentKind::Bulletin, Month::parse("2024-03")).expect("a round");
        assert_eq!(last(as_of.ledger, round, &due).map(|(issue, _)| issue.number), Some(1));
        assert_eq!(begun(as_of, round, due).number, "1");
        let (round, due) = shown(as_of, DocumentKind::Bulletin, Month::parse("2024-06")).expect("a round");
        assert_eq!(begun(as_of, round, due).number, "2", "the next number");
    });
}

#[test]
fn a_draft_is_read_back_as_it_was_kept_and_nothing_else_is() {
    let mut typed = with("3", Place::Next, "抓好\n两件事\u{1f}。");
    typed.found_mut(1).text = "缺地".into();
    typed.beside[0] = "共17项".into();
    let read = Typed::read(&typed.kept()).expect("it was kept");
    assert_eq!(read.text(Place::Next), "抓好\n两件事。");
    assert_eq!((&read.number, &read.beside, &read.found), (&typed.number, &typed.beside, &typed.found));
    for other in ["", "x", "{\"filled\":1}", "1\u{1f}a\u{1f}b"] {
        assert_eq!(Typed::read(other), None, "{other}");
    }
}

/// What stands otherwise since is told of all that the paper says, not of the figures alone; the correction says it as well.
#[test]
fn every_part_that_is_otherwise_since_is_named() {
    let told = |ledger: &Ledger, language: Language| {
        asked(ledger, "2024-02-03", language, |as_of| {
            let (round, due) = shown(as_of, QUARTER.0, Month::parse(QUARTER.1)).expect("a round");
            since(as_of, round, due).expect("it was issued")
        })
    };
    let (mut ledger, _) = issue(&locked("8"), QUARTER, TODAY, 50, &with("2", Place::Overall, "总体平稳。"));
    let same = told(&ledger, Language::Zh);
    assert_eq!((same.differ, same.parts.len()), (0, 0), "{:?}", same.parts);
    let problem = Said::Problem { subject: None, text: "缺设备".into(), who: String::new(), until: None };
    ledger.add(Batch { month: month("2023-12"), ..officer(60, "2024-01-22", [problem]) });
    let one = told(&ledger, Language::Zh);
    assert_eq!((one.differ, &one.parts[..]), (0, &["六、困难和问题".to_owned()][..]));
    let said = words::since(Language::Zh, one.differ, &one.parts);
    assert!(said.contains("各项指标没有不同，但“六、困难和问题”的内容不同"), "{said}");
    assert_eq!(told(&ledger, Language::En).parts, ["6. Difficulties and problems"]);
    let (ledger, correction) =
        issue(&ledger, QUARTER, "2024-02-03", 70, &with("2", Place::Overall, "总体平稳。"));
    let paper = issued(&ledger, &correction, "2024-02-03").document.text();
    assert!(paper.contains("与原件不同的部分：“六、困难和问题”。"), "{paper}");
}

/// Two devices that issue without knowing of each other: each paper and the form tell of the other one.
#[test]
fn two_first_issues_of_a_period_or_of_a_number_are_told() {
    let of_last = |ledger: &Ledger, (kind, last): (DocumentKind, &str)| {
        asked(ledger, "2024-05-01", Language::Zh, |as_of| {
            let (round, due) = shown(as_of, kind, Month::parse(last)).expect("a round");
            rivals_of_last(as_of, round, due)
        })
    };
    let (here, first) = issue(&locked("8"), QUARTER, TODAY, 50, &numbered("1"));
    assert!(issued(&here, &first, TODAY).rivals.is_empty() && of_last(&here, QUARTER).is_empty());
    let (there, second) = issue(&locked("8"), QUARTER, "2024-01-21", 51, &numbered("3"));
    let merged = Ledger::new(here.batches().chain(there.batches()).cloned());
    for (id, other, said) in
        [(&first, &second, "第3期（2023年第四季度，2024年1月21日印发"), (&second, &first, "第1期（")]
    {
        let rivals = issued(&merged, id, TODAY).rivals;
        let [one] = &rivals[..] else { panic!("{rivals:?}") };
        assert_eq!((one.paper.href.clone(), one.is_of_period), (["#/issued/", other].concat(), true));
        assert!(one.paper.text.words.starts_with(said), "{:?}", one.paper.text);
    }
    assert_eq!(of_last(&merged, QUARTER).len(), 1, "the form tells it too");
    // A correction and what it corrects are no rivals, however long the chain; the other one stays one.
    let corrected = |number: &str, place: Place, text: &str| with(number, place, text);
    let (merged, third) =
        issue(&merged, QUARTER, "2024-01-22", 52, &corrected("3", Place::Overall, "更正。"));
    let (merged, fourth) =
        issue(&merged, QUARTER, "2024-01-23", 53, &corrected("3", Place::Overall, "再更正。"));
    for id in [&third, &fourth, &second] {
        let hrefs: Vec<String> =
            issued(&merged, id, TODAY).rivals.into_iter().map(|one| one.paper.href).collect();
        assert_eq!(hrefs, [["#/issued/", &first].concat()], "{id}");
    }
    // The same number in another period.
    let (next, _) =
        issue(&locked("8"), (DocumentKind::Bulletin, "2024-03"), "2024-04-20", 54, &numbered("1"));
    let merged = Ledger::new(here.batches().chain(next.batches()).cloned());
    let rivals = of_last(&merged, (DocumentKind::Bulletin, "2024-03"));
    assert!(matches!(&rivals[..], [one] if !one.is_of_period), "{rivals:?}");
}

/// M14.3: every count leads to a page or a part that there is; the words of the paper are no others for it.
#[test]
fn every_count_leads_to_what_it_counts() {
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, day("2024-03-01")));
    for language in Language::ALL {
        let paper = asked(&ledger, "2024-03-01", language, |as_of| {
            let (round, due) = shown(as_of, QUARTER.0, Month::parse(QUARTER.1)).expect("a round");
            draft(as_of, round, due, &Default::default())
        });
        let heads: Vec<&str> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(text) => Some(text.words.as_str()),
                _ => None,
            })
            .collect();
        let counts: Vec<(&str, &ListedAt)> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(pieces) => Some(pieces),
                _ => None,
            })
            .flatten()
            .filter_map(|piece| match piece {
                Piece::Count { text, to } => Some((text.words.as_str(), to)),
                _ => None,
            })
            .collect();
        for (words, to) in &counts {
            assert!(words.chars().any(|letter| letter.is_ascii_digit()), "{words}");
            match to {
                ListedAt::Page(href) => assert!(!matches!(Route::parse(href), Route::Unknown(_)), "{href}"),
                ListedAt::Below(head) => assert!(heads.iter().any(|one| one.ends_with(head)), "{head}"),
            }
        }
        let to_behind = counts.iter().find(|(_, to)| **to == ListedAt::Below(words::of(language).behind));
        let (said, _) = to_behind.expect("what is behind is counted");
        assert!(said.contains(words::class(crate::standing::bulletin::Class::Behind, language)), "{said}");
        let pages = |start: &str| {
            counts
                .iter()
                .filter(|(_, to)| matches!(to, ListedAt::Page(href) if href.starts_with(start)))
                .count()
        };
        assert_eq!(
            [pages("#/dispatch"), pages("#/problems"), pages("#/tasks"), pages("#/timeline")],
            [3, 3, 1, 1]
        );
        assert!(!paper.text().contains(words::COUNT), "no mark stays");
    }
}

/// A problem that a half-year finds is handed at once to whoever leads what it is about, with its day.
#[test]
fn a_found_problem_is_assigned_to_the_lead_of_its_indicator() {
    let ledger = locked_half("8");
    let mut typed = numbered("1");
    let found =
        |text: &str, subject: &str| Found { text: text.into(), subject: subject.into(), ..Found::default() };
    typed.found = vec![found("联盟偏少", "alliances"), found("缺场地", "")];
    typed.found[0].until = "2024-03-31".into();
    let mut entries = write(&ledger, HALF, TODAY, &typed).expect("it can be issued");
    let id = BatchId { writer: 50, sequence: 0 };
    let more = asked(&ledger, TODAY, Language::Zh, |as_of| assigned(as_of, &entries, id));
    entries.extend(more);
    let batch = Batch { id, written: noon(TODAY), month: month(HALF.1), entries, ..officer(50, TODAY, []) };
    let mut ledger = ledger;
    ledger.add(batch);
    asked(&ledger, TODAY, Language::Zh, |as_of| {
        let all = crate::standing::problems::problems_on(as_of);
        let of = |text: &str| all.iter().find(|one| one.text == text).expect("it is open");
        let lead = &as_of.plan.indicator("alliances").expect("of the plan").task.lead[0];
        let one = of("联盟偏少");
        assert_eq!((one.handler(), one.until), (lead.as_str(), Some(day("2024-03-31"))));
        assert!(one.is_open() && one.life.irregular.is_empty());
        assert_eq!(of("缺场地").life.assigned, None);
    });
    // The paper says nothing else for it.
    let id = Item::own_id(EntryId { batch: id, index: 0 }).to_string();
    assert!(issued(&ledger, &id, TODAY).is_same);
    asked(&ledger, TODAY, Language::Zh, |as_of| {
        let (round, due) = shown(as_of, HALF.0, Month::parse(HALF.1)).expect("a round");
        assert_eq!(since(as_of, round, due).expect("issued").parts, [""; 0]);
    });
}

/// Markup, formulas and endless names stay text.
#[test]
fn what_people_type_is_text_on_the_paper() {
    let hostile = "<img src=x onerror=alert(1)>=1+1";
    let (ledger, id) = issue(&locked("8"), QUARTER, TODAY, 50, &with("1", Place::Overall, hostile));
    let document = issued(&ledger, &id, TODAY).document;
    let typed = document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(pieces) if pieces.iter().any(|piece| piece.words().contains("onerror")) => {
            Some(pieces)
        }
        _ => None,
    });
    assert!(matches!(&typed.expect("it is there")[..], [Piece::Plain(_)]));
    for name in ["", "x", "1.0", "ffffffffffffffffff.0.0", "1.0.0"] {
        assert!(asked(&ledger, TODAY, Language::Zh, |as_of| again(as_of, name)).is_none(), "{name}");
    }
}
