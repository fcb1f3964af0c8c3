//! M40: what a list shows as of a day, what a pasted column comes to, and what an officer may write of a member.

use super::act::{self, Act, Fault as ActFault, Typed};
use super::column::{Block, Candidate, Fate, Fault, Reading, Refused, read};
use super::decided::{Decision, Hindered};
use super::one::{Choice, MOST_SHOWN, One, Whose, model};
use super::{all, words};
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::samples::august::{day, figure, month, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Moment, Said};
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::standing::alike::Likeness;
use crate::text::Language::{self, En, Zh};
use std::collections::BTreeMap;

const LIST: &str = "high-tech-enterprise-list";
const TODAY: &str = "2024-09-12";

fn entry(list: &str, who: Listing, state: Option<&str>, from: &str) -> Entry {
    let said = Member {
        list: list.into(),
        who,
        state: state.map(Into::into),
        from: day(from),
        document: "鞍科发〔2024〕3号".into(),
        note: String::new(),
    };
    Entry { replaces: None, said: Said::Member(Box::new(said)) }
}

fn named(name: &str, district: Option<&str>) -> Listing {
    Listing::Named { name: name.into(), district: district.map(Into::into), host: String::new() }
}

/// A batch of the officer; the next one is written an hour later.
fn says(writer: u64, entries: Vec<Entry>) -> Batch {
    let first = officer(writer, "2024-09-02", []);
    Batch { entries, written: Moment(first.written.0 + writer * 3600), ..first }
}

fn id(writer: u64, index: u32) -> EntryId {
    EntryId { batch: BatchId { writer, sequence: 0 }, index }
}

/// Three of them, one off the list since June.
fn three() -> Ledger {
    Ledger::new([
        says(
            1,
            vec![
                entry(
                    LIST,
                    named("海城三鱼泵业有限公司", Some("haicheng")),
                    Some("recognised"),
                    "2023-11-01",
                ),
                entry(
                    LIST,
                    named("鞍山国扬通信科技有限公司", Some("tiedong")),
                    Some("recognised"),
                    "2024-02-01",
                ),
                entry(LIST, named("鞍山力邦（集团）有限公司", None), Some("recognised"), "2022-05-01"),
            ],
        ),
        says(2, vec![entry(LIST, Listing::Known { of: id(1, 2) }, None, "2024-06-30")]),
    ])
}

fn shown_as_of(ledger: &Ledger, until: &str, choice: &Choice, language: Language) -> One {
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger, today: day(until), offset: 480, language };
    model(as_of, LIST, choice).expect("the list")
}

fn rows(one: &One) -> Vec<(&str, &str, &str, &str)> {
    let rows = one.members.rows.iter();
    rows.map(|row| {
        (row.name.words.as_str(), row.state.words.as_str(), row.since.as_str(), row.district.words.as_str())
    })
    .collect()
}

fn pasted(plan: &PlanIndex, ledger: &Ledger, list: &str, text: &str) -> Reading {
    let of = plan.list(list).expect("the list");
    let block = Block {
        text: text.into(),
        state: of.states[0].key.clone(),
        day: "2024-09-01".into(),
        ..Block::default()
    };
    read(plan, of, &ledger.members(list), &block, day(TODAY))
}

fn entries(
    plan: &PlanIndex,
    ledger: &Ledger,
    reading: &Reading,
    decisions: &[(usize, Decision)],
    leaves: Option<&str>,
) -> Result<Vec<Entry>, Hindered> {
    let decisions: BTreeMap<usize, Decision> = decisions.iter().cloned().collect();
    let list = plan.list(LIST).expect("the list");
    reading.entries(list, &ledger.members(LIST), &decisions, leaves.map(|text| (day(text), "文")))
}

/// M40 1: state, day in and out, district and document, as of any day; the filters; the line of the year.
#[test]
fn a_list_shows_who_was_on_it_as_of_a_day() {
    let ledger = three();
    let june = shown_as_of(&ledger, "2024-06-29", &Choice::default(), Zh);
    assert_eq!(
        rows(&june),
        [
            ("海城三鱼泵业有限公司", "认定", "2023-11-01", "海城市"),
            ("鞍山国扬通信科技有限公司", "认定", "2024-02-01", "铁东区"),
            ("鞍山力邦（集团）有限公司", "认定", "2022-05-01", ""),
        ]
    );
    assert_eq!(june.members.rows[0].document.words, "鞍科发〔2024〕3号");
    let now = shown_as_of(&ledger, TODAY, &Choice::default(), Zh);
    assert_eq!(now.members.found, 2);
    let off = Choice { state: Whose::Off, ..Choice::default() };
    assert_eq!(
        rows(&shown_as_of(&ledger, TODAY, &off, Zh)),
        [("鞍山力邦（集团）有限公司", "退出", "2024-06-30", "")]
    );
    let early = shown_as_of(&ledger, "2022-12-31", &Choice { state: Whose::Ever, ..Choice::default() }, Zh);
    assert_eq!(early.members.found, 1, "who comes later is not there yet");
    let of = |choice: Choice| shown_as_of(&ledger, TODAY, &choice, En).members.found;
    assert_eq!(of(Choice { district: "tiedong".into(), ..Choice::default() }), 1);
    assert_eq!(of(Choice { district: "-".into(), state: Whose::Ever, ..Choice::default() }), 1);
    assert_eq!(of(Choice { search: "三鱼（泵业".into(), ..Choice::default() }), 1, "signs do not matter");
    assert_eq!(of(Choice { state: Whose::In("recognised".into()), ..Choice::default() }), 2);
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
    let found = shown_as_of(&ledger, TODAY, &Choice::default(), Zh);
    let of = &found.figures[0];
    assert_eq!(of.indicator.href, "#/indicator/high-tech-enterprises");
    assert_eq!(of.rule, "时点存量：月末最后一天处于“认定”的。");
    assert_eq!(of.beside[0], ["2024-06", "2", "512", "填报数多 510"]);
    assert_eq!(of.beside[1], ["2024-03", "3", "未填报", ""]);
    let english = shown_as_of(&ledger, TODAY, &Choice::default(), En);
    assert_eq!(english.figures[0].beside[0][3], "510 more reported");
    let later = shown_as_of(&ledger, "2025-12-31", &Choice::default(), Zh);
    assert_eq!(later.figures[0].beside.len(), 6, "no more months than can be looked at");
    // Two definitions of one list are two figures.
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(TODAY), offset: 480, language: Zh };
    let gazelles = model(as_of, "gazelle-list", &Choice::default()).expect("the list");
    let rules: Vec<_> = gazelles.figures.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(
        rules,
        ["时点存量：月末最后一天处于“雏鹰、瞪羚”的。", "时点存量：月末最后一天处于“雏鹰、瞪羚、独角兽”的。"]
    );
    // Without a basis it says what is missing and counts nothing.
    let teams = model(as_of, "relocation-team-list", &Choice::default()).expect("the list");
    assert!(teams.figures[0].rule.starts_with("口径未载明") && teams.figures[0].beside.is_empty());
}

/// M40 3: old + in − out = new on one line.
#[test]
fn what_came_and_left_in_a_year_stands_on_one_line() {
    let ledger = three();
    let line = |until: &str, language| shown_as_of(&ledger, until, &Choice::default(), language).line;
    assert_eq!(line(TODAY, Zh), "2024 年：年初 2 + 新增 1 − 退出 1 = 2024-09-12 在册 2");
    assert_eq!(line("2024-06-29", Zh), "2024 年：年初 2 + 新增 1 − 退出 0 = 2024-06-29 在册 3");
    assert_eq!(line("2023-12-31", En), "2023: 1 at the start + 1 in − 0 out = 2 on 2023-12-31");
}

/// M40 4: a column is told row by row: new, there already, nearly the same, gone, faulty with the place.
#[test]
fn a_pasted_column_is_told_row_by_row_before_anything_is_written() {
    let (plan, ledger) = (plan(), three());
    let text = "序号\t企业名称\t状态\t认定日期\t县（市）区\t联系电话\n\
                1\t海城三鱼泵业有限公司\t认定\t2024-09-01\t海城市\t0412\n\
                2\t海城三鱼泵业\t认定\t2024-09-01\t海城市\t0412\n\
                3\t鞍山新材料研究所有限公司\t\t2024年8月15日\t铁东区\t\n\
                4\t鞍山国杨通信科技有限公司\t认定\t2024/9/1\t\t\n\
                5\t鞍山另一家有限公司\t评审中\t2024-13-01\t沈河区\t\n\
                6\t鞍山新材料研究所有限公司\t认定\t2024-09-01\t\t\n\
                7\t\t认定\t2024-09-01\t铁东区\t\n\
                8\t早来的有限公司\t认定\t2025-01-01\t\t\n\
                \t合计\t8\t\t\t\n";
    let found = pasted(&plan, &ledger, LIST, text);
    let fates: Vec<(usize, &Fate)> = found.lines.iter().map(|line| (line.row, &line.fate)).collect();
    assert_eq!(fates.len(), 8);
    assert!(matches!(fates[0], (2, Fate::There(of)) if *of == id(1, 0)), "{fates:?}");
    let near = |at: usize| match fates[at].1 {
        Fate::Near(candidates, _) => candidates.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(near(1)[0], (Candidate::Member(id(1, 0)), Likeness::Form));
    assert!(
        matches!(fates[2].1, Fate::New(row) if row.day == day("2024-08-15") && row.district.as_deref() == Some("tiedong"))
    );
    assert_eq!(near(3), [(Candidate::Member(id(1, 1)), Likeness::Letter)]);
    let three = vec![
        Fault::State("评审中".into()),
        Fault::Day("2024-13-01".into()),
        Fault::District("沈河区".into()),
    ];
    assert_eq!(fates[4].1, &Fate::Faulty(three), "all that is wrong with a row at once");
    assert_eq!(fates[5].1, &Fate::Faulty(vec![Fault::Twice(4)]));
    assert_eq!(fates[6], (8, &Fate::Faulty(vec![Fault::NoName])));
    assert_eq!(fates[7].1, &Fate::Faulty(vec![Fault::Future(day("2025-01-01"))]));
    assert_eq!((found.left, found.unread.clone()), (1, vec!["联系电话".to_owned()]));
    assert_eq!(found.gone, [], "whoever may be meant is not gone");
    // Nothing is written while a row is faulty or undecided.
    let hindered = entries(&plan, &ledger, &found, &[], None).unwrap_err();
    assert_eq!(hindered, Hindered { faulty: 4, undecided: 2 });
    for language in Language::ALL {
        assert!(words::dry_run(language, &found).contains('8'), "{}", words::dry_run(language, &found));
    }
}

/// M40 4: nothing is joined but by a person, row by row; it is one batch, and whoever is gone leaves only when asked.
#[test]
fn near_names_are_joined_only_by_a_decision_and_the_gone_leave_only_when_asked() {
    let (plan, ledger) = (plan(), three());
    let found = pasted(&plan, &ledger, LIST, "海城三鱼泵业\n鞍山甲新材料厂\n");
    assert_eq!(found.gone, [id(1, 1)]);
    let undecided = entries(&plan, &ledger, &found, &[], None);
    assert_eq!(undecided, Err(Hindered { faulty: 0, undecided: 1 }));
    let after = |decision: Decision, leaves| {
        let entries = entries(&plan, &ledger, &found, &[(1, decision)], leaves).expect("all is decided");
        let mut after = ledger.clone();
        after.add(says(9, entries));
        let names: Vec<String> = after
            .members(LIST)
            .iter()
            .filter(|one| one.state(day(TODAY)).is_some())
            .map(|one| one.name.to_owned())
            .collect();
        names
    };
    let (sanyu, guoyang, jia) = ("海城三鱼泵业有限公司", "鞍山国扬通信科技有限公司", "鞍山甲新材料厂");
    assert_eq!(after(Decision::Same(Candidate::Member(id(1, 0))), None), [sanyu, guoyang, jia]);
    assert_eq!(after(Decision::New, None), [sanyu, guoyang, "海城三鱼泵业", jia]);
    assert_eq!(after(Decision::Left, None), [sanyu, guoyang, jia]);
    assert_eq!(after(Decision::Left, Some("2024-09-01")), [sanyu, jia]);
}

/// M40 4: two rows of one column that are nearly the same are offered too.
#[test]
fn rows_that_are_near_to_each_other_are_offered_and_a_second_state_is_a_change() {
    let (plan, ledger) = (plan(), three());
    let found = pasted(&plan, &ledger, LIST, "鞍山乙重工有限公司\n鞍山乙重工\n");
    assert!(
        matches!(&found.lines[1].fate, Fate::Near(all, _) if all[0] == (Candidate::Row(1), Likeness::Form)),
        "{found:?}"
    );
    let found =
        pasted(&plan, &ledger, LIST, "名称\t状态\n鞍山国扬通信科技有限公司\t退出\n从未见过的厂家\t退出\n");
    assert!(matches!(&found.lines[0].fate, Fate::Changes(of, row) if *of == id(1, 1) && row.state.is_none()));
    assert_eq!(found.lines[1].fate, Fate::Faulty(vec![Fault::NotThere]));
}

/// M40 6: a list holds no names of persons unless it says so, and where that can be known they are refused.
#[test]
fn names_of_persons_are_refused_where_the_list_may_not_hold_them() {
    let (plan, ledger) = (plan(), three());
    let text = "姓名\t县区\n约翰·史密斯\t高新区\n";
    let refused = pasted(&plan, &ledger, "foreign-expert-demand-list", text);
    assert_eq!((refused.refused, refused.lines.len()), (Some(Refused::Persons), 0));
    assert!(words::dry_run(Zh, &refused).contains("不写人名"));
    let taken = pasted(&plan, &ledger, "foreign-professional-list", text);
    assert!(matches!(&taken.lines[..], [line] if matches!(line.fate, Fate::New(_))), "{taken:?}");
    let holding: Vec<&str> =
        plan.lists.iter().filter(|list| list.persons).map(|list| list.id.as_str()).collect();
    assert_eq!(holding, ["foreign-professional-list"]);
    let holds = shown_as_of(&ledger, TODAY, &Choice::default(), Zh).holds;
    assert_eq!(holds, "本名单写企业，不写人名。");
}

/// M40 6: one redaction removes a name everywhere, the earlier wrong one too; days and states stay.
#[test]
fn a_redaction_takes_a_name_out_everywhere() {
    let plan = plan();
    let list = plan.list(LIST).expect("the list");
    let mut ledger = three();
    let act = |ledger: &Ledger, act, typed: &Typed| {
        let members = ledger.members(LIST);
        let member = members.iter().find(|member| member.id == id(1, 2)).expect("the member");
        act::written(list, ledger, member, day(TODAY), act, typed)
    };
    let right = Typed { name: "鞍山力邦集团".into(), district: "tiexi".into(), ..Typed::default() };
    ledger.add(says(3, act(&ledger, Act::Correct, &right).expect("a correction")));
    let choice = Choice { state: Whose::Off, ..Choice::default() };
    assert_eq!(
        rows(&shown_as_of(&ledger, TODAY, &choice, Zh)),
        [("鞍山力邦集团", "退出", "2024-06-30", "铁西区")]
    );
    assert_eq!(act(&ledger, Act::Redact, &Typed::default()), Err(vec![ActFault::NotSure]));
    let sure = Typed { is_sure: true, ..Typed::default() };
    let redactions = act(&ledger, Act::Redact, &sure).expect("redactions");
    assert_eq!(redactions.len(), 2, "the name that was corrected goes too");
    ledger.add(says(4, redactions));
    assert_eq!(
        rows(&shown_as_of(&ledger, TODAY, &choice, Zh)),
        [("文字已删除", "退出", "2024-06-30", "铁西区")]
    );
    let all: String =
        ledger.batches().flat_map(|one| &one.entries).map(|one| format!("{:?}", one.said)).collect();
    assert!(!all.contains("力邦"), "{all}");
    // A name that was redacted is like no other.
    let found = pasted(&plan, &ledger, LIST, "鞍山力邦集团有限公司");
    assert!(matches!(found.lines[0].fate, Fate::New(_)));
}

/// M40 1: what an officer may write of a member, and what is refused.
#[test]
fn a_member_changes_its_state_by_a_day_and_faults_are_told_at_once() {
    let plan = plan();
    let list = plan.list(LIST).expect("the list");
    let mut ledger = three();
    let act = |ledger: &Ledger, act, typed: &Typed| {
        let members = ledger.members(LIST);
        act::written(list, ledger, &members[0], day(TODAY), act, typed)
    };
    for (typed, faults) in [
        (Typed::default(), vec![ActFault::NoState, ActFault::NoDay]),
        (
            Typed { state: "-".into(), day: "2024-09-31".into(), ..Typed::default() },
            vec![ActFault::NoSuchDay],
        ),
        (Typed { state: "-".into(), day: "2024-09-13".into(), ..Typed::default() }, vec![ActFault::Future]),
        (
            Typed { state: "-".into(), day: "2023-10-31".into(), ..Typed::default() },
            vec![ActFault::Before(day("2023-11-01"))],
        ),
        (
            Typed { state: "recognised".into(), day: "2024-09-01".into(), ..Typed::default() },
            vec![ActFault::SameState],
        ),
    ] {
        assert_eq!(act(&ledger, Act::Change, &typed), Err(faults), "{typed:?}");
    }
    let out =
        Typed {
            state: "-".into(), day: "2024-09-01".into(), note: "未通过复审".into(), ..Typed::default()
        };
    ledger.add(says(3, act(&ledger, Act::Change, &out).expect("it leaves")));
    let line = shown_as_of(&ledger, TODAY, &Choice::default(), Zh).line;
    assert_eq!(line, "2024 年：年初 2 + 新增 1 − 退出 2 = 2024-09-12 在册 1");
    // The last state alone is taken back, then the whole member.
    assert_eq!(act(&ledger, Act::Withdraw, &Typed::default()), Err(vec![ActFault::NoReason]));
    let why = Typed { note: "误登".into(), ..Typed::default() };
    ledger.add(says(
        4,
        act(&ledger, Act::Withdraw, &Typed { which: "1".into(), ..why.clone() }).expect("a withdrawal"),
    ));
    assert_eq!(shown_as_of(&ledger, TODAY, &Choice::default(), Zh).members.found, 2);
    ledger.add(says(5, act(&ledger, Act::Withdraw, &why).expect("a withdrawal")));
    let ever = Choice { state: Whose::Ever, ..Choice::default() };
    assert_eq!(shown_as_of(&ledger, TODAY, &ever, Zh).members.found, 2);
}

/// What replies to an entry of a locked period would not count: it is refused, and new ones are of an open period.
#[test]
fn a_locked_period_refuses_corrections_and_takes_no_new_names() {
    let plan = plan();
    let mut ledger = three();
    let current = act::period(&plan, &ledger, day(TODAY));
    assert_eq!(current, month("2024-08"));
    let accepted = ledger.batches().map(|batch| batch.id).collect();
    ledger.add(officer(8, "2024-09-10", [Said::Lock { accepted }]));
    assert_eq!(act::period(&plan, &ledger, day(TODAY)), month("2024-09"));
    let members = ledger.members(LIST);
    assert_eq!(members.len(), 3, "what was there stays");
    let list = plan.list(LIST).expect("the list");
    let why = Typed { note: "误登".into(), ..Typed::default() };
    let refused = act::written(list, &ledger, &members[0], day(TODAY), Act::Withdraw, &why);
    assert_eq!(refused, Err(vec![ActFault::Locked(month("2024-08"))]));
}

/// M40 5: a list of 3,000 in steps that nobody waits for, with so many rows on the page and no more.
#[test]
fn three_thousand_members_are_shown_by_pages_and_six_hundred_names_are_read_at_once() {
    let plan = plan();
    let name = |at: usize| format!("鞍山第{at}号新材料科技有限公司");
    let many = |from: usize| -> Vec<Entry> {
        let district = |at: usize| plan.districts.get(at % 9).map(String::as_str);
        (from..from + 1000)
            .map(|at| entry(LIST, named(&name(at), district(at)), Some("recognised"), "2024-01-15"))
            .collect()
    };
    let ledger = Ledger::new([says(1, many(0)), says(2, many(1000)), says(3, many(2000))]);
    let begun = std::time::Instant::now();
    let first = shown_as_of(&ledger, TODAY, &Choice::default(), Zh);
    let shown = begun.elapsed();
    assert_eq!((first.members.found, first.members.pages, first.members.rows.len()), (3000, 30, MOST_SHOWN));
    let beyond = shown_as_of(&ledger, TODAY, &Choice { page: 99, ..Choice::default() }, Zh).members;
    assert_eq!((beyond.page, beyond.rows.len()), (29, MOST_SHOWN));
    let searched =
        shown_as_of(&ledger, TODAY, &Choice { search: "第2718号".into(), ..Choice::default() }, Zh);
    assert_eq!(searched.members.found, 1);
    let column: String = (2700..3300).map(|at| name(at) + "\n").collect();
    let begun = std::time::Instant::now();
    let found = pasted(&plan, &ledger, LIST, &column);
    let read = begun.elapsed();
    assert_eq!(found.count(|fate| matches!(fate, Fate::There(_))), 300);
    assert_eq!(found.count(|fate| matches!(fate, Fate::New(_))), 300);
    assert_eq!(found.gone.len(), 2700);
    // Generous: what grows with the square takes minutes here, in a build without optimisation.
    assert!(shown.as_millis() < 2000 && read.as_millis() < 4000, "{shown:?} {read:?}");
}

/// The page of all lists: what the text orders apart from what proves a figure, with counts and words of the text.
#[test]
fn every_list_stands_on_one_page_with_its_count_and_its_words() {
    let (plan, ledger) = (plan(), three());
    let of = |language, ledger: &Ledger| {
        all::model(AsOf { plan: &plan, ledger, today: day(TODAY), offset: 480, language })
    };
    let page = of(Zh, &ledger);
    assert_eq!(page.heading, "16 份名单，在册 2 个");
    let counts: Vec<usize> = page.groups.iter().map(|(_, lines)| lines.len()).collect();
    assert_eq!(counts, [5, 11]);
    let line = page.groups[1].1.iter().find(|line| line.count > 0).expect("one has members");
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

/// A name that ends with a figure is a name, a column with its numbers beside it is one, and a table without heads is
/// not guessed at.
#[test]
fn a_column_is_read_as_it_stands_and_a_table_without_heads_is_not_guessed_at() {
    let (plan, ledger) = (plan(), Ledger::default());
    let names = |text: &str| -> Vec<String> {
        pasted(&plan, &ledger, LIST, text).lines.into_iter().map(|line| line.name).collect()
    };
    assert_eq!(names("Pier 9\nQuay, North\n"), ["Pier 9", "Quay, North"]);
    assert_eq!(names("1\t甲材料厂家\n2\t乙材料厂家\n"), ["甲材料厂家", "乙材料厂家"]);
    assert_eq!(names("高企名单\t\n名称\t备注\n甲材料厂家\t新\n"), ["甲材料厂家"]);
    let unclear = pasted(&plan, &ledger, LIST, "甲材料厂家\t海城市\n乙材料厂家\t台安县\n");
    assert_eq!(unclear.refused, Some(Refused::NoNames));
    assert_eq!(pasted(&plan, &ledger, LIST, " \n").refused, None);
    let long = pasted(&plan, &ledger, LIST, &"字".repeat(crate::rows::MOST_BYTES));
    assert_eq!(long.refused, Some(Refused::TooLong));
    let deep =
        pasted(&plan, &ledger, LIST, &["甲\t乙\n".repeat(5), "名称\t备注\n甲材料厂家\t新\n".into()].concat());
    assert_eq!(deep.refused, Some(Refused::NoNames), "a head stands near the top");
    let number = pasted(&plan, &ledger, LIST, "名称\n12\n");
    assert_eq!(number.lines[0].fate, Fate::Faulty(vec![Fault::Number]));
    let cut = pasted(&plan, &ledger, LIST, &format!("名称\n{}\n", "长".repeat(300)));
    assert_eq!(cut.lines[0].fate, Fate::Faulty(vec![Fault::LongName]));
}
