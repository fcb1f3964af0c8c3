//! What was owed in a month stays as it was, and each line says from where it comes, whatever is written later.

use super::*;

const LEAD: &str = "science-bureau";

fn owed(plan: &PlanIndex, ledger: &Ledger, organisation: &str, about: &str) -> (usize, usize) {
    let duty = duty::duty(plan, ledger, organisation, month(about));
    (duty.items.len(), duty.measures.len())
}

/// The list has begun though all that was on it is ended: in the months before, and in those after.
#[test]
fn ending_the_only_item_of_a_list_changes_no_month_before_and_does_not_unbegin_it() {
    let plan = plan();
    let node = typed("工作节点", "甲", "市科技局", "2024-06-30");
    let new = read(&plan, &Ledger::default(), OF_2024, &[node]).expect("sound");
    let first = written(1, "2024-01-10", "2024-01", |id| added(new, id));
    let own = Item::own_id(EntryId { batch: first.id, index: 0 });
    let mut ledger = Ledger::new([first]);
    let before: Vec<_> =
        ["2023-12", "2024-02", "2024-04"].map(|about| owed(&plan, &ledger, LEAD, about)).into();
    assert_eq!(before[1].1, 0, "nothing of the past was taken over");
    let end = Cells::default().with(Column::Due, "2024-05-20").with(Column::Reason, "并入");
    ledger.add(written(2, "2024-05-20", "2024-05", |_| ended(&own, OF_2024, &end).expect("sound")));
    let after: Vec<_> =
        ["2023-12", "2024-02", "2024-04"].map(|about| owed(&plan, &ledger, LEAD, about)).into();
    assert_eq!(after, before);
    assert_eq!(owed(&plan, &ledger, LEAD, "2024-05"), (0, 0), "ended, and the list has begun all the same");
    let page = model(as_of(&plan, &ledger, "2024-06-10", Zh), OF_2024);
    assert!(page.waits.contains("2024 年清单已经开始"), "{}", page.waits);
}

/// Another lead is asked from the period of its entry on; the first due day and what moved it stay to be seen.
#[test]
fn rewording_with_another_lead_and_day_changes_no_month_before() {
    let plan = plan();
    let (mut ledger, own, _) = begun(&plan);
    let other = typed("工作节点", "建成“中试基地”信息库", "海城市", "2024-09-30");
    let entries = reworded(&plan, &ledger, OF_2024, &own, &other).expect("sound");
    ledger.add(written(3, "2024-05-10", "2024-05", |_| entries));
    let of = |organisation, about| owed(&plan, &ledger, organisation, about).0;
    assert_eq!([of(LEAD, "2024-04"), of("haicheng", "2024-04")], [1, 0]);
    assert_eq!([of(LEAD, "2024-05"), of("haicheng", "2024-05")], [0, 1]);
    let page = model(as_of(&plan, &ledger, "2024-06-10", Zh), OF_2024);
    let one = line(&page, &own);
    assert_eq!(one.due, "2024-09-30");
    let moved: Vec<&str> = one.moved.iter().map(|text| text.words.as_str()).collect();
    assert_eq!(moved, ["改期 1 次，最初 2024-06-30", "李科 2024-05-10 改至 2024-09-30：鞍科发〔2024〕6号"]);
}

/// The year that something is carried on from: of its last list, of the text where no list had it.
#[test]
fn what_goes_on_names_the_list_that_had_it_last() {
    let plan = plan();
    let (ledger, _, kept) = begun(&plan);
    let id: Id = first_of_2023(&plan, 1).into();
    let none = Cells::default();
    let of_2025 = Year(2025);
    let both = carried_on(&plan, &ledger, of_2025, &[kept.clone(), id.clone()], &none).expect("both wait");
    assert_eq!(both.len(), 2);
    let mut ledger = ledger;
    ledger.add(written(3, "2025-01-10", "2025-01", |_| both));
    let page = model(as_of(&plan, &ledger, "2025-02-01", Zh), of_2025);
    assert_eq!(line(&page, &kept).comes, "结转自 2024 年");
    assert_eq!(line(&page, &id).comes, "结转自 2023 年", "it waited through 2024");
}

/// A node that an ended list carries is overdue nowhere; one that goes on is shown once, on its last list.
#[test]
fn the_timeline_shows_no_node_that_a_later_list_ends() {
    let plan = plan();
    let (mut ledger, own, _) = begun(&plan);
    let shown = |ledger: &Ledger, today: &str| nodes(&plan, ledger, day(today), Zh).len();
    assert_eq!(shown(&ledger, "2025-02-01"), 1);
    let why = Cells::default().with(Column::Reason, "不再推进");
    let end = ended_before(&plan, &ledger, Year(2025), std::slice::from_ref(&own), &why).expect("it waits");
    ledger.add(written(3, "2025-01-10", "2025-01", |_| end));
    assert_eq!(shown(&ledger, "2025-02-01"), 0);
}

/// From which period on it is asked, and whether the reports of that period may be in already.
#[test]
fn the_period_of_what_is_written_now_is_told_with_what_it_means() {
    let plan = plan();
    let none = Ledger::default();
    for (today, year, about, is_over) in [
        ("2024-01-02", 2024, "2024 年 1 月", false),
        ("2024-06-03", 2024, "2024 年 5 月", false),
        ("2024-06-20", 2024, "2024 年 5 月", true),
        ("2026-11-30", 2024, "2024 年 12 月", true),
        ("2024-06-20", 2025, "2025 年 1 月", false),
    ] {
        let from = model(as_of(&plan, &none, today, Zh), Year(year)).from;
        assert!(from.contains(about), "{today} {year}: {from}");
        assert_eq!(from.contains("补报"), is_over, "{today} {year}: {from}");
    }
}

/// Organisation and things of the plan show what was added, carried on and ended, with the paper.
#[test]
fn other_pages_show_what_goes_on_and_what_was_ended_with_its_paper() {
    let plan = plan();
    let (mut ledger, own, kept) = begun(&plan);
    let end = Cells::default()
        .with(Column::Due, "2024-03-01")
        .with(Column::Reason, "并入")
        .with(Column::Document, "鞍科发〔2024〕9号");
    ledger.add(written(3, "2024-03-01", "2024-03", |_| ended(&own, OF_2024, &end).expect("sound")));
    let as_of = as_of(&plan, &ledger, "2024-04-01", Zh);
    let told = |section: crate::page::plan::subject::Section| -> String { format!("{:?}", section.body) };
    let of_lead = told(section(as_of, LEAD));
    for words in ["结转自 2023 年", "鞍科发〔2024〕6号", "终止，自 2024-03-01 起", "鞍科发〔2024〕9号"]
    {
        assert!(of_lead.contains(words), "{words}: {of_lead}");
    }
    assert!(lines_of(as_of, OF_2024, "taian").iter().all(|one| one.id != own), "another's");
    let task = plan.measure(&kept).expect("a measure").task;
    let about = lines_about(as_of, OF_2024, &[task.id.as_str(), &kept]);
    assert_eq!(about.iter().map(|one| &one.id).collect::<Vec<_>>(), [&kept]);
}
