//! Texts with other habits than the plan that ships.

use super::*;
use crate::plan::{Comparator, Role};
use crate::text::Language;

const BINHAI: &str = include_str!("../../../tests/texts/binhai-2026-2030.txt");
const RIVERTON: &str = include_str!("../../../tests/texts/riverton-2027-2030.txt");

fn confirmed(text: &str) -> Authoring {
    let mut work = read(text);
    confirm_all(&mut work);
    work
}

#[test]
fn a_plan_of_five_years_with_other_numbering_is_read_by_the_same_rules() {
    let plan = sound(&confirmed(BINHAI));
    assert_eq!(counts(&plan), [2, 4, 3, 7, 9, 1]);
    assert_eq!(plan.period.to_string(), "2026–2030");
    assert_eq!(plan.document.number.as_deref(), Some("滨交发〔2026〕3号"));
    assert_eq!(
        targets(&plan),
        [
            "公交站点500米覆盖率 | 2026 | reach 85 % | none",
            "公交站点500米覆盖率 | 2028 | reach 90 % | none",
            "公交站点500米覆盖率 | 2030 | reach 95 % | none",
            "新增公交专用道 | 2030 | at-least 120 公里 | none",
            "新能源公交车占比 | 2028 | at-least 80 % | none",
            "更新车辆 | 2028 | unstated 600 台 | strive",
            "建成绿道 | 2030 | unstated 1250 公里 | none",
            "每公里造价 | 2030 | at-most 300 万元 | none",
            "万车死亡率 | 2030 | less-than 1.5 人 | none",
        ]
    );
    let rounds: Vec<_> = plan.cycle.rounds.iter().map(|one| one.months).collect();
    assert_eq!((rounds, plan.cycle.section.as_str()), (vec![3, 12], "第三章 1"));
    let names: Vec<_> = plan.organisations.iter().flat_map(|one| one.name.wordings()).collect();
    assert!(names.contains(&"各区县、开发区") && names.contains(&"滨海公交集团有限公司"), "{names:?}");
    assert_eq!(plan.districts.len(), 2, "东港区, 西岭县");
}

#[test]
fn an_english_plan_of_four_years_without_districts_is_read_in_the_same_way() {
    let mut work = read(RIVERTON);
    assert_eq!(work.language(), Language::En);
    confirm_all(&mut work);
    let mut head = work.head();
    assert_eq!((&*head.issuer, &*head.date, &*head.time_zone), ("Riverton City Council", "2027-01-14", ""));
    // No text says in which time zone its days are meant.
    head.time_zone = "Europe/London".into();
    work.decisions.head = Some(head);
    let plan = sound(&work);
    assert_eq!(counts(&plan), [2, 3, 2, 3, 4, 1]);
    assert_eq!(
        targets(&plan),
        [
            "Plant trees | 2028 | at-least 1200 trees | none",
            "Plant trees | 2030 | greater-than 4000 trees | none",
            "rebuild crossings | 2030 | unstated 35 crossings | none",
            "Reduce the share of empty homes | 2029 | less-than 4 per cent | none",
        ]
    );
    assert_eq!(plan.districts, [""; 0]);
    let rounds: Vec<_> = plan.cycle.rounds.iter().map(|one| one.months).collect();
    assert_eq!(rounds, [3, 12]);
    let lead = work.found.organisations.iter().find(|one| one.name == "Parks Department").expect("it leads");
    assert_eq!(lead.roles.iter().map(|(_, role)| *role).collect::<Vec<_>>(), [Role::Lead]);
}

#[test]
fn limits_come_before_any_work() {
    let of = |text: &str| Authoring::of(text, Decisions::default()).expect_err("it is refused");
    assert_eq!(of("  \n"), Refused::Empty);
    assert_eq!(of("没有编号的一段话。"), Refused::NoHeadings);
    let long = "字".repeat(MOST_LETTERS + 1);
    assert_eq!(of(&long), Refused::TooLong { letters: MOST_LETTERS + 1 });
    let many = ["一、甲\n", &"1个，".repeat(MOST_ITEMS)].concat();
    assert_eq!(of(&many), Refused::TooMany { items: MOST_ITEMS + 1 });
    let headings = ["1.甲\n", &"- 乙\n".repeat(MOST_SECTIONS)].concat();
    assert_eq!(of(&headings), Refused::TooMany { items: MOST_SECTIONS + 1 });
}

/// Around each of its numbers all of it would be read.
#[test]
fn a_sentence_that_does_not_end_is_no_sentence() {
    let years = |letters: usize| {
        let text = ["1.甲\n到2030年，", &"路".repeat(letters), "达到5公里。"].concat();
        read(&text).found.figures.last().map(|one| one.years.is_some())
    };
    assert_eq!((years(500), years(5000)), (Some(true), Some(false)));
}

#[test]
fn what_is_typed_has_an_end() {
    let mut work = confirmed(BINHAI);
    let item = found(&work, 'f', "85%").clone();
    let Choice::Target(mut target) = work.choice(&item).clone() else { panic!("a target") };
    target.indicator = "长".repeat(MOST_TYPED + 1);
    work.decide(&item.key, Choice::Target(target));
    let head = work.head();
    work.decisions.head = Some(Typed { purpose: "长".repeat(MOST_TYPED + 1), ..head });
    let faults = made(&work, None).expect_err("both are too long");
    let keys: Vec<_> = faults.iter().map(|one| (one.key.clone(), &one.problem)).collect();
    assert_eq!(keys, [(None, &Problem::TooLong), (Some(item.key), &Problem::TooLong)]);
    assert_eq!(short(&"长".repeat(MOST_TYPED + 1)).chars().count(), MOST_TYPED);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let mut work = confirmed(BINHAI);
    let mut change = |words: &str, change: fn(&mut TargetChoice)| {
        let item = found(&work, 'f', words).clone();
        let Choice::Target(mut target) = work.choice(&item).clone() else { panic!("{words}") };
        change(&mut target);
        work.decide(&item.key, Choice::Target(target));
        item.key
    };
    let twice = change("90%", |target| (target.from, target.to) = (2026, 2026));
    let none = change("80%", |target| target.value = "八成".into());
    let unnamed = change("300万元", |target| target.indicator = " ".into());
    let stray = change("1.5人", |target| target.task = "s0".into());
    let phrase = found(&work, 'p', "2030年前建成").key.clone();
    work.decide(&phrase, Choice::GoesOn);
    let organisation = found(&work, 'o', "市公安局").key.clone();
    work.decide(&organisation, Choice::SameAs("市局".into()));
    work.decisions.head =
        work.decisions.head.map(|head| Typed { date: "三月".into(), title: String::new(), ..head });
    let faults = made(&work, None).expect_err("much is wrong");
    let expected = [
        (None, Problem::Empty(Field::Title)),
        (None, Problem::NotWritten(Field::Date)),
        (Some(organisation), Problem::SameAsNobody { name: "市局".into() }),
        (Some(twice), Problem::YearTwice { indicator: "公交站点500米覆盖率".into(), year: 2026 }),
        (Some(none), Problem::NotAFigure),
        (Some(phrase), Problem::GoesOnWithNothing),
        (Some(unnamed), Problem::Unnamed),
        (Some(stray), Problem::NoTask),
    ];
    assert_eq!(faults, expected.map(|(key, problem)| Fault { key, problem }));
}

#[test]
fn a_figure_that_belongs_to_no_task_is_not_decided_by_agreeing() {
    let text = "一、目标\n到2030年，绿道达到100公里。\n二、任务\n1.绿道。修建。\n牵头单位：甲局\n2.公交。\n牵头单位：乙局";
    let mut work = confirmed(text);
    assert_eq!(work.left(), 1);
    let item = found(&work, 'f', "100公里").clone();
    assert!(item.doubts.contains(&Doubt::NoTask));
    let Choice::Target(target) = item.proposal else { panic!("{item:?}") };
    let task = found(&work, 's', "绿道").key.clone();
    work.decide(&item.key, Choice::Target(Box::new(TargetChoice { task, ..*target })));
    assert_eq!(work.left(), 0);
}

#[test]
fn words_decide_the_comparator_and_a_sign_is_taken_as_it_stands() {
    let text = "1.甲。修建。\n到2030年，绿道>100公里，桥≥20座，路灯超过300个。\n牵头单位：甲局\n2.乙。\n牵头单位：乙局";
    let comparators: Vec<_> = read(text).found.figures.iter().map(|one| one.compared.comparator).collect();
    use Comparator::{AtLeast, GreaterThan, Unstated};
    assert_eq!(comparators, [Unstated, GreaterThan, AtLeast, GreaterThan]);
}
