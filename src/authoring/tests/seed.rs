//! The text of the plan that ships, held against the plan.json that people made of it by hand.

use super::*;
use crate::plan::Basis;

const TEXT: &str = include_str!("../../../tests/texts/anshan-2023-2025.txt");

/// What no rule can know of this text, and a person decides: two clauses that belong to the milestone before them.
fn decided() -> Authoring {
    let mut work = read(TEXT);
    for words in ["多项产业关键技术实现突破", "初步形成布局合理"] {
        let key = found(&work, 'p', words).key.clone();
        work.decide(&key, Choice::GoesOn);
    }
    confirm_all(&mut work);
    work
}

#[test]
fn the_text_gives_the_plan_but_for_two_decisions() {
    let mut work = read(TEXT);
    confirm_all(&mut work);
    let proposed = sound(&work);
    assert_eq!(counts(&proposed), [4, 11, 23, 17, 26, 10], "by the proposals alone");
    assert_eq!(counts(&sound(&decided())), [4, 11, 23, 17, 26, 8]);
}

#[test]
fn every_target_is_that_of_the_plan_that_ships() {
    let shipped = from_json(include_str!("../../../public/plan.json")).expect("the plan");
    let plan = sound(&decided());
    let figures = |plan: &Plan| -> Vec<(String, String, String, &str, &str)> {
        let tasks = plan.areas.iter().flat_map(|area| &area.tasks);
        let each = tasks.flat_map(|task| task.indicators.iter().map(move |one| (task, one)));
        let each = each.flat_map(|(task, one)| {
            one.targets.iter().map(move |target| {
                let unit = one.unit.wordings().next().unwrap_or_default().to_owned();
                let (comparator, modality) = (target.comparator.slug(), target.modality.slug());
                (
                    task.section.clone(),
                    format!("{} {}", target.year, target.value),
                    unit,
                    comparator,
                    modality,
                )
            })
        });
        let mut all: Vec<_> = each.collect();
        all.sort();
        all
    };
    let (made, wanted) = (figures(&plan), figures(&shipped));
    // 力增 is a slip for 力争: the rules read what stands there, and whoever reads it decides.
    let differing: Vec<_> = made.iter().zip(&wanted).filter(|(one, other)| one != other).collect();
    let differing: Vec<_> = differing.iter().map(|(one, other)| (&*one.1, one.4, other.4)).collect();
    assert_eq!(differing, [("2023 1", "none", "strive")]);
}

#[test]
fn leads_and_milestones_are_those_of_the_plan_that_ships() {
    let shipped = from_json(include_str!("../../../public/plan.json")).expect("the plan");
    let plan = sound(&decided());
    let names = |plan: &Plan, ids: &[String]| -> Vec<String> {
        let name = |id: &String| plan.organisations.iter().find(|one| one.id == *id);
        let own = plan.language;
        ids.iter().filter_map(name).map(|one| canonical(one.name.say(own, own).words)).collect()
    };
    let of = |plan: &Plan| -> Vec<_> {
        let tasks = plan.areas.iter().flat_map(|area| &area.tasks);
        let each = tasks.map(|task| {
            (
                task.section.clone(),
                names(plan, &task.lead),
                names(plan, &task.responsible),
                task.milestones.len(),
            )
        });
        each.collect()
    };
    assert_eq!(of(&plan), of(&shipped));
    let kinds = |plan: &Plan| -> Vec<_> {
        let tasks = plan.areas.iter().flat_map(|area| &area.tasks);
        tasks.flat_map(|task| &task.milestones).map(|one| (one.kind, one.years, one.modality)).collect()
    };
    assert_eq!(kinds(&plan), kinds(&shipped));
}

/// Where people read more into the text than its words say, the rules say that it is not stated.
#[test]
fn a_basis_is_that_of_the_plan_that_ships_or_not_stated() {
    let shipped = from_json(include_str!("../../../public/plan.json")).expect("the plan");
    let plan = sound(&decided());
    let bases = |plan: &Plan| -> Vec<Basis> {
        let tasks = plan.areas.iter().flat_map(|area| &area.tasks);
        tasks.flat_map(|task| &task.indicators).map(|one| one.basis).collect()
    };
    let (made, wanted) = (bases(&plan), bases(&shipped));
    let alike = made.iter().zip(&wanted).filter(|(one, other)| one == other).count();
    let unstated =
        made.iter().zip(&wanted).filter(|(one, other)| one != other && **one == Basis::Unstated).count();
    // The one that is left: 新增市级 stands behind 累计, of which people read that it covers it.
    assert_eq!((alike, unstated), (14, 2), "{made:?} {wanted:?}");
}

#[test]
fn what_the_rules_are_not_sure_of_is_said_beside_the_proposal() {
    let work = read(TEXT);
    let doubts: Vec<_> =
        work.items.iter().flat_map(|one| one.doubts.iter().map(|doubt| (&*one.words, doubt))).collect();
    assert_eq!(
        doubts,
        [("60%", &Doubt::EachYear), ("30人", &Doubt::SpeltOtherwise("引进外高层次人才".into()))]
    );
    let plan = sound(&decided());
    let questions: Vec<_> = plan.questions.iter().flat_map(|one| one.question.wordings().take(1)).collect();
    assert!(questions.iter().any(|one| one.contains("逐年达到还是期末达到")), "{questions:?}");
    assert!(questions.iter().any(|one| one.contains("名称差一字")), "{questions:?}");
}

#[test]
fn the_plan_is_complete_only_when_nothing_is_left() {
    let mut work = read(TEXT);
    assert!(work.left() > 100, "{}", work.left());
    confirm_all(&mut work);
    assert_eq!(work.left(), 0);
    let key = found(&work, 'f', "17.6亿元").key.clone();
    work.decisions.choices.remove(&key);
    let faults = made(&work, None).expect_err("one thing is left");
    assert_eq!(faults, [Fault { key: None, problem: Problem::Left(1) }]);
}

#[test]
fn the_same_decisions_give_the_same_bytes_and_survive_a_change_elsewhere() {
    let work = decided();
    let text = written(&sound(&work));
    let kept = serde_json::to_string(&work.decisions).expect("plain values");
    let again = serde_json::from_str(&kept).expect("what was written");
    let again = Authoring::of(TEXT, again).expect("the text");
    assert_eq!(written(&sound(&again)), text);
    let changed = TEXT.replace("技术合同成交额达到17.6亿元", "技术合同成交额达到18.6亿元");
    let changed = Authoring::of(&changed, again.decisions).expect("the text");
    let left: Vec<_> =
        changed.items.iter().filter(|one| !changed.is_decided(one)).map(|one| &*one.words).collect();
    assert_eq!(left, ["2023年", "18.6亿元"], "what stands in the sentence that changed");
}

#[test]
fn what_stands_in_the_text_can_be_found_there_again() {
    let work = read(TEXT);
    for item in &work.items {
        assert!(TEXT.contains(&work.found.source.raw(item.place.span)), "{}", item.words);
        assert!(TEXT.contains(&work.found.source.raw(item.place.sentence)), "{}", item.words);
    }
    let figure = found(&work, 'f', "1300家");
    assert_eq!(
        work.found.source.raw(figure.place.sentence),
        "到2025年，科技型中小企业注册数达到1300家，高企总数达到600户，雏鹰、瞪羚、独角兽企业达到230家。"
    );
    let line = TEXT.lines().nth(work.found.source.line_of(figure.place.span.from) - 1);
    assert!(line.is_some_and(|line| line.contains("1300家")));
}
