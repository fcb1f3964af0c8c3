//! The list of a year, from what is typed to what the page and the form of a month show of it.

mod cells;
mod months;

use super::*;
use crate::ledger::kinds::{Item, ItemKind};
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Id, Ledger, Said, Stage};
use crate::plan::{PlanIndex, Year};
use crate::rows;
use crate::standing::{AsOf, duty};
use crate::text::Language::{self, En, Zh};

const OF_2024: Year = Year(2024);

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, today: &str, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day(today), offset: 480, language }
}

/// A line as it is typed.
fn typed(kind: &str, title: &str, lead: &str, due: &str) -> Cells {
    Cells::default()
        .with(Column::Kind, kind)
        .with(Column::Title, title)
        .with(Column::Lead, lead)
        .with(Column::Due, due)
        .with(Column::Document, "鞍科发〔2024〕6号")
}

/// What the officer writes about a period on a day.
fn written(writer: u64, on: &str, about: &str, entries: impl FnOnce(BatchId) -> Vec<Entry>) -> Batch {
    let named = officer(writer, on, []);
    Batch { entries: entries(named.id), month: month(about), ..named }
}

/// A list of 2024 begun in January: one node of its own, one measure of the text carried on.
fn begun(plan: &PlanIndex) -> (Ledger, Id, Id) {
    let node = typed("工作节点", "建成“中试基地”信息库", "市科技局", "2024-06-30");
    let new = read(plan, &Ledger::default(), OF_2024, &[node]).expect("sound");
    let added = written(1, "2024-01-10", "2024-01", |id| added(new, id));
    let own = Item::own_id(EntryId { batch: added.id, index: 0 });
    let mut ledger = Ledger::new([added]);
    let kept: Id = first_of_2023(plan, 0).into();
    let cells = Cells::default().with(Column::Document, "鞍科发〔2024〕6号");
    let carried = carried_on(plan, &ledger, OF_2024, std::slice::from_ref(&kept), &cells).expect("it waits");
    ledger.add(written(2, "2024-01-11", "2024-01", |_| carried));
    (ledger, own, kept)
}

fn first_of_2023(plan: &PlanIndex, nth: usize) -> String {
    let of = plan.measures().filter(|place| place.item.year == Some(Year(2023)));
    of.map(|place| place.item.id.clone()).nth(nth).expect("a measure of 2023")
}

fn line<'a>(page: &'a YearPage, id: &str) -> &'a Line {
    let all = page.groups.iter().flat_map(|group| &group.lines);
    all.into_iter().find(|one| *one.id == *id).expect("on the list")
}

/// M39.1: what is added has an identifier that no plan file can have, and the plan stays as it was issued.
#[test]
fn m39_1_added_items_never_collide_with_a_plan_and_the_plan_stays_as_it_is() {
    let plan = plan();
    let before = plan.clone();
    let (ledger, own, kept) = begun(&plan);
    assert!(Item::is_own_id(&own) && own.contains('.'));
    // A later plan file that used such a name would be refused as a whole.
    let text = include_str!("../../../../public/plan.json");
    let quoted = |id: &str| ["\"", id, "\""].concat();
    let later = text.replace(&quoted(&kept), &quoted(&own));
    assert!(later != text && crate::plan::read::from_json(&later).is_none());
    assert!(plan.measure(&own).is_none() && plan.measure(&kept).is_some());
    // The same lines written by another page are other items.
    let again = read(&plan, &Ledger::default(), OF_2024, &[typed("项目", "甲", "市科技局", "")]).unwrap();
    let other = BatchId { writer: 9, sequence: 1 };
    let ids: Vec<String> = [BatchId { writer: 9, sequence: 0 }, other]
        .into_iter()
        .flat_map(|id| added(again.clone(), id))
        .filter_map(|entry| entry.said.subject().map(|id| id.to_string()))
        .collect();
    assert_ne!(ids[0], ids[1]);
    let page = model(as_of(&plan, &ledger, "2024-02-01", Zh), OF_2024);
    assert_eq!(line(&page, &kept).title.words, plan.say(&plan.measure(&kept).unwrap().item.title, Zh).words);
    assert_eq!(plan, before);
}

/// M39.2: the page of a year says of each line where it comes from and by what document.
#[test]
fn m39_2_each_line_says_where_it_comes_from_and_by_what_document() {
    let plan = plan();
    let (mut ledger, own, kept) = begun(&plan);
    let id: Id = first_of_2023(&plan, 1).into();
    let other = typed("举措", "改在高新区试点推进", "市科技局", "2024-09-30");
    let reworded = reworded(&plan, &ledger, OF_2024, &id, &other).expect("sound");
    ledger.add(written(3, "2024-01-12", "2024-01", |_| reworded));
    let gone: Id = first_of_2023(&plan, 2).into();
    let why = Cells::default().with(Column::Reason, "并入新任务");
    let done = ended_before(&plan, &ledger, OF_2024, std::slice::from_ref(&gone), &why).expect("it waits");
    ledger.add(written(4, "2024-01-13", "2024-01", |_| done));
    let page = model(as_of(&plan, &ledger, "2024-02-01", Zh), OF_2024);
    assert!(page.lede.contains("原文没有 2024 年自己的任务"), "{}", page.lede);
    let says = |id: &str| {
        let one = line(&page, id);
        let by: Vec<&str> = one.by.iter().map(|text| text.words.as_str()).collect();
        [one.comes.as_str(), "；", &by.join("；")].concat()
    };
    assert_eq!(says(&own), "新增；鞍科发〔2024〕6号；李科 2024-01-10");
    assert_eq!(says(&kept), "结转自 2023 年；鞍科发〔2024〕6号；李科 2024-01-11");
    assert_eq!(says(&id), "改述；鞍科发〔2024〕6号；李科 2024-01-12");
    assert_eq!(says(&gone), "终止，自 2024-01-01 起；并入新任务；李科 2024-01-13");
    assert!(line(&page, &gone).acts.is_empty(), "nothing more is done with what is ended");
    // The year of the text has its own, with their sections.
    let page = model(as_of(&plan, &ledger, "2024-02-01", Zh), Year(2023));
    let first = line(&page, &kept);
    assert_eq!(first.comes, "原文");
    assert_eq!(first.by[0].words, plan.measure(&kept).unwrap().item.section);
    assert!(page.waiting.is_empty(), "nothing stood on a list of 2022");
    // A year that the plan has not.
    let none = model(as_of(&plan, &ledger, "2024-02-01", Zh), Year(2031));
    assert!(!none.is_of_plan && none.groups.is_empty() && none.heading == "方案没有 2031 年");
    let english = format!("{:?}", model(as_of(&plan, &Ledger::default(), "2024-02-01", En), OF_2024).heading);
    assert!(english.is_ascii(), "{english}");
}

/// M39.3: each open measure waits until somebody carries it on, rewords it or ends it; nothing goes over by itself.
#[test]
fn m39_3_nothing_is_taken_over_silently() {
    let plan = plan();
    let (ledger, _, kept) = begun(&plan);
    let of_2023 = plan.measures().filter(|place| place.item.year == Some(Year(2023))).count();
    let waiting = |ledger: &Ledger| -> Vec<Id> {
        let page = model(as_of(&plan, ledger, "2024-02-01", Zh), OF_2024);
        page.waiting.into_iter().map(|one| one.line.id).collect()
    };
    assert_eq!(waiting(&Ledger::default()).len(), of_2023);
    assert_eq!(waiting(&ledger).len(), of_2023 - 1);
    assert!(!waiting(&ledger).contains(&kept));
    // Several at once are entries of one act; what no longer waits is left out, and of nothing there is nothing.
    let none = Cells::default();
    let some: Vec<Id> = waiting(&ledger).into_iter().take(3).chain([kept.clone()]).collect();
    let carried = carried_on(&plan, &ledger, OF_2024, &some, &none).expect("three wait");
    assert_eq!(carried.len(), 3);
    let fault = |of: Result<Vec<Entry>, Vec<Wrong>>| of.unwrap_err()[0].fault;
    assert_eq!(fault(carried_on(&plan, &ledger, OF_2024, &[kept], &none)), Fault::NothingChosen);
    assert_eq!(fault(ended_before(&plan, &ledger, OF_2024, &some, &none)), Fault::NoReason);
    let long = Cells::default().with(Column::Document, &"字".repeat(MOST_NOTE + 1));
    let too_long = Fault::TooLong { most: MOST_NOTE };
    assert_eq!(fault(carried_on(&plan, &ledger, OF_2024, &some, &long)), too_long);
    // What waits says what that means: first nothing changes, then only the list is asked for.
    let waits = |ledger: &Ledger| model(as_of(&plan, ledger, "2024-02-10", Zh), OF_2024).waits;
    assert!(waits(&Ledger::default()).contains("照旧要求填报"));
    assert!(waits(&ledger).contains("在确认之前不要求填报"));
}

/// M39.4: overdue the day after; how often, from which first day and by whom it was moved stays to be seen.
#[test]
fn m39_4_a_node_is_overdue_the_day_after_and_its_movements_stay() {
    let plan = plan();
    let (mut ledger, own, _) = begun(&plan);
    let at = |ledger: &Ledger, today: &str| {
        let page = model(as_of(&plan, ledger, today, Zh), OF_2024);
        let one = line(&page, &own).clone();
        (one.overdue, one.due, one.moved.into_iter().map(|text| text.words).collect::<Vec<_>>())
    };
    assert_eq!(at(&ledger, "2024-06-30").0, "");
    assert_eq!(at(&ledger, "2024-07-01").0, "逾期 1 天");
    for (writer, on, due) in [(5, "2024-07-02", "2024-08-31"), (6, "2024-08-20", "2024年10月31日")] {
        let cells = Cells::default().with(Column::Due, due).with(Column::Reason, "设备未到");
        let listed = ledger.list_of(OF_2024);
        let one = listed.iter().find(|one| *one.id == own).expect("on the list");
        let moved = moved(one, OF_2024, &cells).expect("sound");
        ledger.add(written(writer, on, "2024-07", |_| moved));
    }
    let (overdue, due, moved) = at(&ledger, "2024-09-01");
    assert_eq!((overdue.as_str(), due.as_str()), ("", "2024-10-31"));
    assert_eq!(
        moved,
        [
            "改期 2 次，最初 2024-06-30",
            "李科 2024-07-02 改至 2024-08-31：设备未到",
            "李科 2024-08-20 改至 2024-10-31：设备未到"
        ]
    );
    assert_eq!(at(&ledger, "2024-11-02").0, "逾期 2 天");
    let done = Said::Progress { subject: own.clone(), stage: Stage::Done, note: String::new() };
    ledger.add(Batch { month: month("2024-10"), ..batch(7, "2024-11-03", "science-bureau", [done]) });
    assert_eq!(at(&ledger, "2024-11-03").0, "", "what is done is not overdue");
}

/// M39.5: everything that is wrong, at once, each with its row, its column and what was seen; then nothing is written.
#[test]
fn m39_5_bad_lines_are_refused_with_their_places() {
    let plan = plan();
    let (ledger, ..) = begun(&plan);
    let task = plan.tasks().next().expect("a task").1;
    let rows = [
        typed("工作节点", "甲", "市科技局", ""),
        typed("工作节点", "乙", "市科技局", "2023-12-31"),
        typed("举措", "丙", "市某局、市科技局", "2024-03-01").with(Column::Begins, "2024-04-01"),
        typed("举措", "甲", "", "明天"),
        typed("事情", "", "市科技局", "").with(Column::Parent, "没有这个任务"),
        Cells::default(),
        typed("项目", &"长".repeat(MOST_TITLE + 1), "市科技局", ""),
        typed("举措", "建成\u{3000}“中试基地”信息库", "市科技局", ""),
        typed("举措", "丁", "市科技局", "").with(Column::Parent, &task.section),
    ];
    let wrong = read(&plan, &ledger, OF_2024, &rows).unwrap_err();
    let found: Vec<(usize, Column, Fault, &str)> =
        wrong.iter().map(|one| (one.row, one.column, one.fault, one.seen.as_str())).collect();
    let long = "长".repeat(MOST_TITLE + 1);
    assert_eq!(
        found,
        [
            (0, Column::Due, Fault::NodeWithoutDay, ""),
            (1, Column::Due, Fault::BeforeTheYear, "2023-12-31"),
            (2, Column::Lead, Fault::UnknownOrganisation, "市某局"),
            (2, Column::Due, Fault::EndBeforeBegin, "2024-03-01"),
            (3, Column::Title, Fault::Twice { row: 0 }, "甲"),
            (3, Column::Lead, Fault::NoLead, ""),
            (3, Column::Due, Fault::NoSuchDay, "明天"),
            (4, Column::Kind, Fault::UnknownKind, "事情"),
            (4, Column::Title, Fault::NoTitle, ""),
            (4, Column::Parent, Fault::UnknownParent, "没有这个任务"),
            (6, Column::Title, Fault::TooLong { most: MOST_TITLE }, long.as_str()),
            (7, Column::Title, Fault::OnTheList, "建成\u{3000}“中试基地”信息库"),
        ]
    );
    assert_eq!(words::told(Zh, &wrong[2]), "第 3 行“牵头单位”：方案中没有“市某局”这个单位。");
    for one in &wrong {
        assert!(!words::told(En, one).is_empty());
    }
    let outside = read(&plan, &ledger, Year(2027), &[typed("举措", "戊", "市科技局", "")]).unwrap_err();
    assert_eq!((outside.len(), outside[0].fault), (1, Fault::YearOutside));
    let good = read(&plan, &ledger, OF_2024, &rows[8..]).expect("sound");
    assert_eq!(good[0].line.parent.as_deref(), Some(task.id.as_str()));
    // A line may be reworded in its own words, and keeps its name.
    let (ledger, own, _) = begun(&plan);
    let same = typed("工作节点", "建成“中试基地”信息库", "市科技局", "2024-07-31");
    let entries = reworded(&plan, &ledger, OF_2024, &own, &same).expect("its own words");
    assert_eq!(entries[0].said.subject(), Some(&own));
    // Acts on one line.
    let listed = ledger.list_of(OF_2024);
    let one = listed.iter().find(|one| *one.id == own).expect("on the list");
    let act = |due: &str, why: &str| Cells::default().with(Column::Due, due).with(Column::Reason, why);
    let fault = |of: Result<Vec<Entry>, Vec<Wrong>>| of.unwrap_err()[0].fault;
    assert_eq!(fault(moved(one, OF_2024, &act("2024-06-30", "x"))), Fault::SameDay);
    assert_eq!(fault(moved(one, OF_2024, &act("2023-06-30", "x"))), Fault::BeforeTheYear);
    assert_eq!(fault(moved(one, OF_2024, &act("2024-08-31", ""))), Fault::NoReason);
    assert_eq!(fault(ended(&own, OF_2024, &act("2025-01-01", "x"))), Fault::OtherYear);
    assert_eq!(fault(ended(&own, OF_2024, &act("", "x"))), Fault::NoDay);
}

/// Limits: rows at once, letters of a note.
#[test]
fn no_more_rows_are_written_at_once_than_may_be() {
    let plan = plan();
    let rows = |count: usize| -> Vec<Cells> {
        (0..count).map(|at| typed("举措", &format!("第 {at} 项"), "市科技局", "")).collect()
    };
    let none = Ledger::default();
    assert_eq!(read(&plan, &none, OF_2024, &rows(MOST_ROWS)).map(|all| all.len()), Ok(MOST_ROWS));
    let wrong = read(&plan, &none, OF_2024, &rows(MOST_ROWS + 1)).unwrap_err();
    assert_eq!((wrong.len(), wrong[0].fault), (1, Fault::TooManyRows { most: MOST_ROWS }));
    let long = typed("举措", "甲", "市科技局", "").with(Column::Document, &"字".repeat(MOST_NOTE + 1));
    assert_eq!(
        read(&plan, &none, OF_2024, &[long]).unwrap_err()[0].fault,
        Fault::TooLong { most: MOST_NOTE }
    );
}

/// A block of a spreadsheet goes by its heads, or from the cell on; merged leads stand in each row; what has no room is told.
#[test]
fn a_block_from_a_spreadsheet_fills_the_table() {
    let plan = plan();
    let empty = Cells::of(ItemKind::Measure, Zh);
    let mut table = vec![empty.clone(); 2];
    let block = "牵头部门\t工作任务\t完成时限\t序号\n市科技局\t甲\t2024/6/30\t1\n市工信局\t乙\t\t2\n海城市\t丙\t2024.9.1\t3\n";
    let grid = rows::pasted(block, None).expect("short");
    let told = pasted(&mut table, (0, Column::Kind), &grid, &empty);
    assert_eq!((told.rows, told.left, told.is_cut), (3, 0, false));
    assert_eq!(told.dropped, ["序号"], "it has no place, and is told");
    let lines = read(&plan, &Ledger::default(), OF_2024, &table).expect("sound");
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0].line.due, Some(day("2024-06-30")));
    assert_eq!(lines[2].line.lead, ["haicheng".into()]);
    // Without heads it goes on from the cell.
    let mut table = vec![empty.clone()];
    let grid = rows::pasted("丁\t\t市科技局\n戊\t\t市科技局", None).expect("short");
    pasted(&mut table, (0, Column::Title), &grid, &empty);
    assert_eq!((table[1].get(Column::Title), table[1].get(Column::Lead)), ("戊", "市科技局"));
    // More than may be written at once finds no room and is told.
    let many: String = (0..MOST_ROWS + 5).map(|at| format!("第 {at} 项\t\t市科技局\n")).collect();
    let mut table = vec![empty.clone()];
    let told = pasted(&mut table, (0, Column::Title), &rows::pasted(&many, None).expect("short"), &empty);
    assert_eq!((table.len(), told.rows, told.left), (MOST_ROWS, MOST_ROWS, 5));
}

/// What a unit owes in a month follows the list of its year, from the period of its entries on.
#[test]
fn what_is_owed_follows_the_list_of_the_year() {
    let plan = plan();
    let (mut ledger, own, kept) = begun(&plan);
    let lead = "science-bureau";
    let owes = |ledger: &Ledger, about: &str| {
        let duty = duty::duty(&plan, ledger, lead, month(about));
        let items: Vec<String> = duty.items.iter().map(|one| one.id.to_string()).collect();
        let measures: Vec<String> = duty.measures.iter().map(|(_, one)| one.id.clone()).collect();
        (items, measures)
    };
    let none = Ledger::default();
    let (_, all) = owes(&none, "2024-02");
    assert!(all.len() > 10, "without a list it is as before");
    assert_eq!(owes(&ledger, "2023-12"), owes(&none, "2023-12"), "another year");
    assert_eq!(owes(&ledger, "2025-02"), (vec![], all.clone()), "a year without a list");
    assert_eq!(owes(&ledger, "2024-02"), (vec![own.to_string()], vec![kept.to_string()]));
    // What was listed for March is not missing in February.
    let later = read(&plan, &ledger, OF_2024, &[typed("项目", "甲项目", "市科技局", "")]).unwrap();
    ledger.add(written(3, "2024-04-02", "2024-03", |id| added(later, id)));
    assert_eq!((owes(&ledger, "2024-02").0.len(), owes(&ledger, "2024-03").0.len()), (1, 2));
    // Ended, it is not owed from that month on.
    let end = Cells::default().with(Column::Due, "2024-05-20").with(Column::Reason, "并入");
    ledger.add(written(4, "2024-05-20", "2024-05", |_| ended(&own, OF_2024, &end).expect("sound")));
    assert_eq!((owes(&ledger, "2024-04").0.len(), owes(&ledger, "2024-05").0.len()), (2, 1));
    let end = Cells::default().with(Column::Due, "2024-06-01").with(Column::Reason, "并入");
    ledger.add(written(5, "2024-06-01", "2024-06", |_| ended(&kept, OF_2024, &end).expect("sound")));
    assert_eq!((owes(&ledger, "2024-05").1.len(), owes(&ledger, "2024-06").1.len()), (1, 0));
    assert!(!owes(&ledger, "2025-02").1.contains(&kept.to_string()), "what is ended stays so");
}
