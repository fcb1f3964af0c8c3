//! What the pages show.

use super::super::against::{Against, Writer};
use super::super::district;
use super::super::doubles::{Doubles, MOST_PAIRS, Search};
use super::super::members::{Choice, Whose};
use super::super::one::{model, of_indicator};
use super::super::{all, words};
use super::{LIST, TODAY, entry, id, members_as_of, named, one_as_of, rows, says, three};
use crate::ledger::kinds::Listing;
use crate::ledger::samples::august::{day, figure, month, officer, plan};
use crate::ledger::{Batch, Ledger, Said};
use crate::page::plan::subject::{Body, Listed};
use crate::plan::Basis;
use crate::standing::AsOf;
use crate::standing::alike::Likeness;
use crate::text::Language::{En, Zh};

/// M40 1: state, day in and out, district and document, as of any day; the filters; the line of the year.
#[test]
fn a_list_shows_who_was_on_it_as_of_a_day() {
    let ledger = three();
    let june = members_as_of(&ledger, "2024-06-29", &Choice::default(), Zh);
    assert_eq!(
        rows(&june),
        [
            ("海城三鱼泵业有限公司", "认定", "2023-11-01", "海城市"),
            ("鞍山国扬通信科技有限公司", "认定", "2024-02-01", "铁东区"),
            ("鞍山力邦（集团）有限公司", "认定", "2022-05-01", ""),
        ]
    );
    assert_eq!(june.rows[0].document.words, "鞍科发〔2024〕3号");
    let now = members_as_of(&ledger, TODAY, &Choice::default(), Zh);
    assert_eq!(now.found, 2);
    let off = Choice { state: Whose::Off, ..Choice::default() };
    assert_eq!(
        rows(&members_as_of(&ledger, TODAY, &off, Zh)),
        [("鞍山力邦（集团）有限公司", "退出", "2024-06-30", "")]
    );
    let early = members_as_of(&ledger, "2022-12-31", &Choice { state: Whose::Ever, ..Choice::default() }, Zh);
    assert_eq!(early.found, 1, "who comes later is not there yet");
    let of = |choice: Choice| members_as_of(&ledger, TODAY, &choice, En).found;
    assert_eq!(of(Choice { district: "tiedong".into(), ..Choice::default() }), 1);
    assert_eq!(of(Choice { district: "-".into(), state: Whose::Ever, ..Choice::default() }), 1);
    assert_eq!(of(Choice { search: "三鱼（泵业".into(), ..Choice::default() }), 1, "signs do not matter");
    assert_eq!(of(Choice { state: Whose::In("recognised".into()), ..Choice::default() }), 2);
    let june = one_as_of(&ledger, "2024-06-29", Zh);
    let districts: Vec<_> =
        june.districts.iter().map(|(name, count)| (name.words.as_str(), *count)).collect();
    assert_eq!(districts, [("海城市", 1), ("铁东区", 1), ("未写县（市）区", 1)]);
}

/// M40 2: the figure of the list stands beside the typed one with the difference, and changes it not.
#[test]
fn the_figure_of_a_list_stands_beside_the_typed_one_and_the_difference_is_told() {
    let mut ledger = three();
    let typed = Batch {
        month: month("2024-06"),
        ..officer(7, "2024-07-02", [figure("high-tech-enterprises", None, "512")])
    };
    ledger.add(typed);
    let found = one_as_of(&ledger, TODAY, Zh);
    let of = &found.figures[0];
    assert_eq!(of.indicator.href, "#/indicator/high-tech-enterprises");
    assert_eq!(of.rule, "时点存量：月末最后一天处于“认定”的。");
    assert_eq!(of.beside[0], ["2024-06", "2", "512", "填报数多 510"]);
    assert_eq!(of.beside[1], ["2024-03", "3", "未填报", ""]);
    let english = one_as_of(&ledger, TODAY, En);
    assert_eq!(english.figures[0].beside[0][3], "510 more reported");
    let later = one_as_of(&ledger, "2025-12-31", Zh);
    assert_eq!(later.figures[0].beside.len(), 6, "no more months than can be looked at");
    // Two definitions of one list are two figures.
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(TODAY), offset: 480, language: Zh };
    let gazelles = model(as_of, "gazelle-list").expect("the list");
    let rules: Vec<_> = gazelles.figures.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(
        rules,
        ["时点存量：月末最后一天处于“雏鹰、瞪羚”的。", "时点存量：月末最后一天处于“雏鹰、瞪羚、独角兽”的。"]
    );
    // Without a basis it says what is missing and counts nothing.
    let teams = model(as_of, "relocation-team-list").expect("the list");
    assert!(teams.figures[0].rule.starts_with("口径未载明") && teams.figures[0].beside.is_empty());
}

/// M40 3: old + in − out = new on one line.
#[test]
fn what_came_and_left_in_a_year_stands_on_one_line() {
    let ledger = three();
    let line = |until: &str, language| one_as_of(&ledger, until, language).line;
    assert_eq!(line(TODAY, Zh), "2024 年：年初 2 + 新增 1 − 退出 1 = 2024-09-12 现有 2");
    assert_eq!(line("2024-06-29", Zh), "2024 年：年初 2 + 新增 1 − 退出 0 = 2024-06-29 现有 3");
    assert_eq!(line("2023-12-31", En), "2023: 1 at the start + 1 in − 0 out = 2 on 2023-12-31");
}

/// The page of all lists: what the text orders apart from what proves a figure, with counts and words of the text.
#[test]
fn every_list_stands_on_one_page_with_its_count_and_its_words() {
    let (plan, ledger) = (plan(), three());
    let of = |language, ledger: &Ledger| {
        all::model(AsOf { plan: &plan, ledger, today: day(TODAY), offset: 480, language })
    };
    let page = of(Zh, &ledger);
    assert_eq!(page.heading, "16 份名单，1 份已有登记", "no sum of what cannot be added");
    let counts: Vec<usize> = page.groups.iter().map(|(_, lines)| lines.len()).collect();
    assert_eq!(counts, [5, 11]);
    let line = page.groups[1].1.iter().find(|line| line.count.is_some()).expect("one has members");
    assert_eq!(line.count, Some(2));
    assert_eq!(
        (line.name.href.as_str(), line.changed.as_str()),
        ("#/list/high-tech-enterprise-list", "2024-09-02")
    );
    assert_eq!(line.source[1].words, "高企总数达到500户");
    assert_eq!(line.proves[0].href, "#/indicator/high-tech-enterprises");
    assert!(of(En, &Ledger::default()).heading.is_ascii());
    assert_eq!(first_of(&page).source[1].words, "不断充实成果转化中试基地培育库");
}

fn first_of(page: &all::All) -> &all::Line {
    &page.groups[0].1[0]
}

/// M40 2: a list on which nobody was yet has no figure anywhere, and 0 is one.
#[test]
fn an_empty_list_has_no_figure_and_one_that_all_left_has_none_of_them() {
    let empty = Ledger::default();
    let one = one_as_of(&empty, TODAY, Zh);
    assert_eq!((one.line.as_str(), one.states[0].1), ("", None));
    assert!(one.figures[0].beside.is_empty() && one.figures[0].line.is_empty());
    let before = one_as_of(&three(), "2022-04-30", Zh);
    assert_eq!((before.line.as_str(), before.states[0].1), ("", None), "nobody was on it yet");
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger: &empty, today: day(TODAY), offset: 480, language: Zh };
    let counts: Vec<_> = all::model(as_of).groups.into_iter().flat_map(|(_, lines)| lines).collect();
    assert!(counts.iter().all(|line| line.count.is_none()));
    let left = Ledger::new([
        says(1, vec![entry(LIST, named("甲厂", None), Some("recognised"), "2024-01-01")]),
        says(2, vec![entry(LIST, Listing::Known { of: id(1, 0) }, None, "2024-06-30")]),
    ]);
    let one = one_as_of(&left, TODAY, Zh);
    assert_eq!(one.states[0].1, Some(0));
    assert_eq!(one.line, "2024 年：年初 0 + 新增 1 − 退出 1 = 2024-09-12 现有 0");
}

/// The page of a list says whether the text orders it or nobody has accepted it yet, and why a level is not counted.
#[test]
fn a_list_says_whose_it_is_and_what_it_cannot_count() {
    let (plan, ledger) = (plan(), three());
    for (language, ours, theirs) in
        [(Zh, "尚未经任何单位认定", "原文要求"), (En, "nobody has accepted", "orders it")]
    {
        let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(TODAY), offset: 480, language };
        for list in &plan.lists {
            let origin = model(as_of, &list.id).expect("the list").origin;
            assert!(origin.contains(if list.stated { theirs } else { ours }), "{}: {origin}", list.id);
        }
        let rule = |basis| words::rule(language, basis, &["认定".into()], plan.period.from);
        assert_ne!(rule(Basis::Level), rule(Basis::Unstated));
        assert!(!rule(Basis::Level).contains("认定"), "there is nothing to decide");
    }
}

/// M40 2: beside the figure of an indicator stands what the list makes by the indicator's own basis, never a stock
/// beside a figure of the year.
#[test]
fn the_page_of_an_indicator_has_the_figure_of_its_own_basis() {
    let plan = plan();
    let list = "relocation-team-list";
    let indicator = &plan.list(list).expect("the list").figures[0].indicator;
    let team = |name: &str, from: &str| entry(list, named(name, None), Some("introduced"), from);
    let mut ledger = Ledger::new([says(
        1,
        vec![team("甲团队", "2022-03-01"), team("乙团队", "2023-05-01"), team("丙团队", "2024-02-01")],
    )]);
    let said = |ledger: &Ledger, language| {
        let as_of = AsOf { plan: &plan, ledger, today: day(TODAY), offset: 480, language };
        of_indicator(as_of, indicator).into_iter().map(|(_, said)| said).collect::<Vec<_>>()
    };
    for (basis, listed) in [(Basis::Stock, 3), (Basis::YearlyFlow, 1), (Basis::RunningTotal, 2)] {
        let decided =
            Said::BasisDecision { indicator: indicator.as_str().into(), basis, reason: "会议".into() };
        let mut ledger = ledger.clone();
        ledger.add(officer(5, "2024-09-03", [decided]));
        assert!(
            said(&ledger, Zh)[0].contains(&format!("名单数 {listed}，未填报")),
            "{:?}",
            said(&ledger, Zh)
        );
        assert!(said(&ledger, En)[0].contains(&format!("{listed} by the list, not reported")));
    }
    assert_eq!(said(&Ledger::default(), Zh), ["名单还没有登记成员，不作数"]);
    let typed = Batch {
        month: month("2024-06"),
        ..officer(7, "2024-07-02", [figure("high-tech-enterprises", None, "5")])
    };
    ledger = three();
    ledger.add(typed);
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(TODAY), offset: 480, language: Zh };
    let found = of_indicator(as_of, "high-tech-enterprises");
    assert_eq!(found[0].1, "2024-06 名单数 2，填报数 5（填报数多 3）");
}

/// M40 7: the page of a district shows its own, and nobody else's.
#[test]
fn a_district_has_its_own_members_on_its_page() {
    let (plan, mut ledger) = (plan(), three());
    let of = |ledger: &Ledger, district: &str, until: &str| {
        let as_of = AsOf { plan: &plan, ledger, today: day(until), offset: 480, language: Zh };
        let Body::List(lists) = district::section(as_of, district).body else { panic!("no list") };
        let words = |one: &Listed| one.remarks.iter().map(|text| text.words.clone()).collect::<Vec<_>>();
        lists.iter().map(|one| (one.link.href.clone(), words(one))).collect::<Vec<_>>()
    };
    let list = "#/list/high-tech-enterprise-list".to_owned();
    let haicheng = ["现有 1 个", "海城三鱼泵业有限公司"].map(str::to_owned).to_vec();
    assert_eq!(of(&ledger, "haicheng", TODAY), [(list.clone(), haicheng)]);
    assert_eq!(of(&ledger, "haicheng", "2023-10-31"), [], "not yet");
    assert_eq!(of(&ledger, "tiexi", TODAY), []);
    assert_eq!(of(&ledger, &plan.issuer, TODAY), [], "only a district has a part of a list");
    let many = |at: usize| {
        entry(LIST, named(&format!("台安{at}号材料厂"), Some("taian")), Some("recognised"), "2024-01-01")
    };
    ledger.add(says(5, (0..9).map(many).collect()));
    let taian = of(&ledger, "taian", TODAY);
    assert_eq!((taian[0].1.len(), taian[0].1[0].as_str(), taian[0].1[7].as_str()), (8, "现有 9 个", "…"));
}

/// What two devices wrote down of one enterprise is told after both are in one ledger; who is off the list, or redacted,
/// is no double.
#[test]
fn members_that_may_be_one_are_told() {
    let member = |name: &str| entry(LIST, named(name, None), Some("recognised"), "2024-01-15");
    let found = |ledger: &Ledger, until: &str| {
        let mut search = Search::new(&Against::new(ledger, LIST, Writer::new(&plan(), "taian")), day(until));
        std::iter::from_fn(|| Some(search.step())).find_map(|found| found).expect("an end")
    };
    let mut ledger = three();
    assert_eq!(found(&ledger, TODAY), Doubles::default());
    ledger.add(says(
        5,
        vec![
            member("海城三鱼泵业有限公司"),
            member("鞍山国杨通信科技有限公司"),
            member("鞍山力邦集团有限公司"),
        ],
    ));
    let doubles = found(&ledger, TODAY);
    let pairs: Vec<_> =
        doubles.pairs.iter().map(|pair| (pair.first.0, pair.second.0, pair.likeness)).collect();
    assert_eq!(pairs, [(id(1, 0), id(5, 0), None), (id(1, 1), id(5, 1), Some(Likeness::Letter))]);
    assert_eq!(found(&ledger, "2024-06-29").pairs.len(), 3, "who had not left yet is one too");
    assert_eq!(found(&ledger, "2024-01-14").pairs.len(), 0);
    let many = (0..60).map(|_| member("同名的一个企业")).collect();
    let doubles = found(&Ledger::new([says(1, many)]), TODAY);
    assert_eq!((doubles.pairs.len(), doubles.more), (MOST_PAIRS, 59 - MOST_PAIRS));
    assert!(words::more_doubles(Zh, doubles.more).contains("39"));
}
