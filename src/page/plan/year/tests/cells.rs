//! Names in cells, the words of a line read again, and what of a pasted block goes nowhere.

use super::*;
use crate::plan::OrganisationKind;

/// A name that has a mark within is found whole, alone and among others.
#[test]
fn a_group_whose_name_has_marks_in_it_is_one_name() {
    let plan = plan();
    let groups = plan.organisations.iter().filter(|one| one.kind == OrganisationKind::Group);
    let with_marks: Vec<_> = groups.filter(|one| plan.say(&one.name, Zh).words.contains('、')).collect();
    assert!(!with_marks.is_empty(), "the plan names groups such");
    for group in with_marks {
        let name = plan.say(&group.name, Zh).words;
        let id: Id = group.id.as_str().into();
        for cell in [name.clone(), format!("市科技局、{name}"), format!("{name}，市科技局；")] {
            let line = typed("举措", "甲", "市科技局", "").with(Column::Responsible, &cell);
            let lines = read(&plan, &Ledger::default(), OF_2024, &[line]).expect("known names");
            assert!(lines[0].line.responsible.contains(&id), "{cell}");
            let count = if cell == name { 1 } else { 2 };
            assert_eq!(lines[0].line.responsible.len(), count, "{cell}");
        }
    }
    let wrong = typed("举措", "甲", "市科技局、、 市某局、海城市", "");
    let wrong = read(&plan, &Ledger::default(), OF_2024, &[wrong]).unwrap_err();
    assert_eq!((wrong.len(), wrong[0].seen.as_str()), (1, "市某局"));
}

/// A lead that is a group is asked of its members, and stands on their pages.
#[test]
fn a_lead_that_is_a_group_is_its_members() {
    let plan = plan();
    let group = plan.organisation("all-districts").expect("a group");
    let new = typed("举措", "各县区同办", &plan.say(&group.name, Zh).words, "");
    let lines = read(&plan, &Ledger::default(), OF_2024, &[new]).expect("its members report");
    let ledger = Ledger::new([written(1, "2024-01-10", "2024-01", |id| added(lines, id))]);
    let member = &group.members[0];
    assert_eq!(lines_of(as_of(&plan, &ledger, "2024-02-01", Zh), OF_2024, member).len(), 1);
    assert_eq!(duty::duty(&plan, &ledger, member, month("2024-02")).items.len(), 1);
}

/// The words of a line read again unchanged are the line, with whatever it belongs to.
#[test]
fn what_is_worded_anew_unchanged_is_the_same_line() {
    let plan = plan();
    let (mut ledger, own, kept) = begun(&plan);
    let below = typed("工作节点", "下级节点", "海城市", "2024-10-31")
        .with(Column::Parent, "建成“中试基地”信息库")
        .with(Column::Begins, "2024-03-01")
        .with(Column::Responsible, "市科技局");
    let lines = read(&plan, &ledger, OF_2024, &[below]).expect("sound");
    assert_eq!(lines[0].line.parent, Some(own.clone()));
    let third = written(3, "2024-02-10", "2024-02", |id| added(lines, id));
    let child = Item::own_id(EntryId { batch: third.id, index: 0 });
    ledger.add(third);
    for language in Language::ALL {
        for (year, id) in [(OF_2024, &own), (OF_2024, &child), (OF_2024, &kept), (Year(2025), &child)] {
            let cells = worded(as_of(&plan, &ledger, "2024-03-01", language), year, id);
            let again = if year == OF_2024 { cells } else { cells.with(Column::Due, "2025-10-31") };
            let entries = reworded(&plan, &ledger, year, id, &again).expect("its own words");
            let Said::Item(item) = &entries[0].said else { panic!("an item") };
            let crate::ledger::kinds::ItemChange::Listed(new) = &item.change else { panic!("a line") };
            let old = ledger.item_line(id);
            let task = plan.measure(id).map(|place| Id::from(place.task.id.as_str()));
            assert_eq!(new.parent, old.map_or(task, |old| old.parent.clone()), "{id} {year}");
            if let Some(old) = old {
                assert_eq!((&new.lead, &new.title, new.begins), (&old.lead, &old.title, old.begins));
            }
        }
    }
    // Nothing belongs to itself, nor to what belongs to it.
    let cells = worded(as_of(&plan, &ledger, "2024-03-01", Zh), OF_2024, &own);
    for parent in ["建成“中试基地”信息库", "下级节点"] {
        let wrong = reworded(&plan, &ledger, OF_2024, &own, &cells.clone().with(Column::Parent, parent));
        assert_eq!(wrong.unwrap_err()[0].fault, Fault::OwnParent, "{parent}");
    }
}

/// What goes on in the words of the text, and what waits, is not said twice.
#[test]
fn the_same_text_as_of_what_goes_on_or_waits_is_refused() {
    let plan = plan();
    let (ledger, _, kept) = begun(&plan);
    let title = |id: &str| plan.say(&plan.measure(id).expect("a measure").item.title, Zh).words;
    for (id, fault) in [(kept.to_string(), Fault::OnTheList), (first_of_2023(&plan, 1), Fault::Waits)] {
        let wrong = read(&plan, &ledger, OF_2024, &[typed("举措", &title(&id), "市科技局", "")]);
        assert_eq!(wrong.unwrap_err()[0].fault, fault);
        // It may be worded anew in its own words.
        let same = typed("举措", &title(&id), "市科技局", "");
        assert!(reworded(&plan, &ledger, OF_2024, &id.as_str().into(), &same).is_ok());
    }
}

/// Columns without a place, a head twice, and what stands beyond the last column are told.
#[test]
fn what_of_a_block_goes_nowhere_is_told() {
    let empty = Cells::of(ItemKind::Measure, Zh);
    let told = |block: &str, column: Column| {
        let grid = rows::pasted(block, None).expect("short");
        pasted(&mut vec![empty.clone()], (0, column), &grid, &empty)
    };
    let heads = told("序号\t工作任务\t内容\t牵头\t备注\t\n1\t甲\t乙\t市科技局\t\t丙\n", Column::Kind);
    assert_eq!(
        (heads.rows, heads.dropped.clone(), heads.beyond),
        (1, vec!["序号".into(), "内容".to_owned()], 1)
    );
    let words = words::pasted(Zh, &heads);
    assert!(words.contains("“序号”“内容”这几列没有对应的栏") && words.contains("另有 1 列"), "{words}");
    assert!(words::pasted(En, &heads).contains("No column here for"));
    let beyond = told("2024-06-30\t文件\t多\t\n2024-07-30\t文件\t余\t\n", Column::Due);
    assert_eq!((beyond.rows, beyond.dropped.len(), beyond.beyond), (2, 0, 1));
    let fine = told("甲\t\t市科技局\n", Column::Title);
    assert_eq!(words::pasted(Zh, &fine), "已填入 1 行，尚未写入。");
}

/// A movement is one sentence, whatever was typed as its reason.
#[test]
fn a_movement_is_told_in_one_sentence() {
    let day = Some(day("2024-08-31"));
    for (due, why, expected) in [
        (day, ["设备未到。", "鞍科发〔2024〕6号"], "李科 改至 2024-08-31：设备未到，鞍科发〔2024〕6号"),
        (day, ["", "鞍科发〔2024〕6号"], "李科 改至 2024-08-31：鞍科发〔2024〕6号"),
        (day, ["", ""], "李科 改至 2024-08-31"),
        (None, ["并入；", ""], "李科 改为不定时限：并入"),
    ] {
        assert_eq!(words::movement(Zh, "李科", due, why), expected);
    }
    assert_eq!(
        words::movement(En, "Li, 2024-07-02", day, ["Late.", "6"]),
        "Li, 2024-07-02, to 2024-08-31: Late, 6"
    );
}
