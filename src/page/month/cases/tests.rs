//! What is taken and refused of a case, what becomes of it, and what its figures come to.

use super::typed::{MOST_IN_ALL, MOST_OF_A_LINE, MOST_OF_A_PART};
use super::*;
use crate::ledger::kinds;
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Said};
use crate::plan::Month;
use crate::standing::AsOf;
use crate::text::Language::{self, Zh};

const TODAY: &str = "2024-01-20";
const LAST: &str = "2023-12";

fn reported(writer: u64, period: &str, value: &str) -> Batch {
    Batch {
        month: month(period),
        ..batch(writer, "2024-01-03", "science-bureau", [actual("alliances", value).said])
    }
}

fn figures() -> Ledger {
    Ledger::new([reported(1, "2023-09", "8"), reported(2, "2023-12", "21")])
}

fn asked<T>(ledger: &Ledger, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    let plan = plan();
    ask(AsOf { plan: &plan, ledger, today: day(TODAY), offset: 480, language })
}

fn page(ledger: &Ledger, last: &str) -> Cases {
    asked(ledger, Zh, |as_of| model(as_of, Month::parse(last))).expect("quarters")
}

fn sound() -> Typed {
    Typed {
        organisation: "science-bureau".into(),
        subject: "alliances".into(),
        title: "校企共建典型联盟".into(),
        parts: ["原来散。", "建台账，\n逐户走访。", "联盟增加。", "要有专人。"].map(String::from),
        cited: "alliances".into(),
        before: "2023-09".into(),
        after: "2023-12".into(),
        instead: String::new(),
    }
}

fn write(ledger: &Ledger, typed: &Typed) -> Result<Entry, Vec<Fault>> {
    asked(ledger, Zh, |as_of| written(as_of, month(LAST), typed))
}

fn told(typed: &Typed) -> (Ledger, EntryId) {
    let mut ledger = figures();
    let entry = write(&ledger, typed).expect("a sound case");
    let id = BatchId { writer: 50, sequence: 0 };
    ledger.add(Batch {
        id,
        month: month(LAST),
        entries: vec![entry],
        ..batch(50, "2024-01-10", "science-bureau", [])
    });
    (ledger, EntryId { batch: id, index: 0 })
}

fn said(ledger: &mut Ledger, writer: u64, on: &str, entry: Entry) {
    ledger.add(Batch { month: month(LAST), entries: vec![entry], ..officer(writer, on, []) });
}

/// M19.1, M19.13: every fault at once; what is longer than a record takes is told and cut nowhere.
#[test]
fn what_cannot_be_is_refused_with_all_its_faults() {
    let empty = write(&figures(), &Typed::default()).expect_err("faults");
    let parts = Part::ALL.map(Fault::Empty);
    assert_eq!(empty, [vec![Fault::Organisation, Fault::Title], parts.to_vec()].concat());
    let long = "长".repeat(MOST_OF_A_PART + 1);
    let wrong = Typed {
        organisation: "nobody".into(),
        subject: "nothing".into(),
        title: "题".repeat(MOST_OF_A_LINE + 1),
        parts: [long.clone(), long, "好".into(), "好".into()],
        cited: "alliances".into(),
        before: "2023-08".into(),
        after: "2023-12".into(),
        ..Typed::default()
    };
    let too_long = |field, letters, most| Fault::TooLong { field, letters, most };
    assert_eq!(
        write(&figures(), &wrong),
        Err(vec![
            Fault::Organisation,
            Fault::Subject,
            too_long(Field::Title, MOST_OF_A_LINE + 1, MOST_OF_A_LINE),
            too_long(Field::Part(Part::Background), MOST_OF_A_PART + 1, MOST_OF_A_PART),
            too_long(Field::Part(Part::Measures), MOST_OF_A_PART + 1, MOST_OF_A_PART),
            Fault::TooLongInAll { letters: 2 * MOST_OF_A_PART + 4 },
            Fault::NoFigure(Field::Before),
        ])
    );
    assert_eq!(MOST_IN_ALL, 4000);
    let turned = Typed { before: LAST.into(), after: "2023-09".into(), ..sound() };
    assert_eq!(write(&figures(), &turned), Err(vec![Fault::Order]));
    let unknown = Typed { cited: "nothing".into(), ..sound() };
    assert_eq!(write(&figures(), &unknown), Err(vec![Fault::NoFigure(Field::Cited)]));
}

/// M19.2, M19.3: figures are taken from the ledger, and one that is corrected later shows.
#[test]
fn the_effect_is_taken_from_the_ledger_and_shows_when_it_changes() {
    let (mut ledger, _) = told(&sound());
    let of = |ledger: &Ledger| page(ledger, LAST).cases.remove(0).effects.remove(0);
    let effect = of(&ledger);
    assert_eq!(effect.sentence, "2023年9月 8 → 2023年12月 21");
    assert!(!effect.is_changed);
    let later =
        Batch { written: crate::ledger::Moment::end_of(day("2024-02-01"), 480), ..reported(3, LAST, "15") };
    ledger.add(later);
    let effect = of(&ledger);
    assert_eq!((effect.sentence.as_str(), effect.is_changed), ("2023年9月 8 → 2023年12月 15", true));
}

/// M19.4: whoever leads a task and has none is named, and a returned case counts as none.
#[test]
fn who_has_none_is_named() {
    let names = |ledger: &Ledger| {
        page(ledger, LAST).without.into_iter().map(|one| one.text.words).collect::<Vec<_>>()
    };
    let all = names(&figures());
    assert!(all.iter().any(|name| name == "市科技局") && all.len() > 1, "{all:?}");
    let (mut ledger, id) = told(&sound());
    let without = names(&ledger);
    assert_eq!(without.len() + 1, all.len());
    assert!(!without.iter().any(|name| name == "市科技局"), "{without:?}");
    said(&mut ledger, 60, "2024-01-12", act(id, Act::Return, "缺数据").expect("a reason"));
    assert_eq!(names(&ledger), all);
    // It is of its quarter alone.
    assert!(page(&ledger, "2023-09").cases.is_empty());
}

#[test]
fn a_case_is_given_back_with_a_reason_or_adopted() {
    let (mut ledger, id) = told(&sound());
    for reason in ["", "  ", &"长".repeat(MOST_OF_A_LINE + 1)] {
        assert_eq!(act(id, Act::Return, reason), None);
    }
    let state = |ledger: &Ledger| {
        let case = page(ledger, LAST).cases.remove(0);
        (case.lit.word, case.reason.words, case.is_open)
    };
    assert_eq!(state(&ledger), ("已报送", String::new(), true));
    said(&mut ledger, 60, "2024-01-12", act(id, Act::Return, "缺数据").expect("a reason"));
    assert_eq!(state(&ledger), ("已退回", "缺数据".into(), false));
    // Told anew in place of the first, it is handed in again, and the reason is gone.
    let again = page(&ledger, LAST).cases.remove(0).again.expect("it can be worked over");
    assert_eq!(
        Typed { instead: String::new(), ..again.clone() },
        Typed { parts: again.parts.clone(), ..sound() }
    );
    assert_eq!(Typed::read(&again.kept()), Some(again.clone()));
    let other = Typed { organisation: "tax-bureau".into(), subject: String::new(), ..again.clone() };
    assert_eq!(write(&ledger, &other).expect("sound").replaces, None, "nobody replaces another's case");
    let anew = write(&ledger, &again).expect("sound");
    assert_eq!(anew.replaces, Some(id));
    ledger.add(Batch {
        month: month(LAST),
        entries: vec![anew],
        ..batch(51, "2024-01-13", "science-bureau", [])
    });
    assert_eq!(state(&ledger), ("已报送", String::new(), true));
    said(&mut ledger, 61, "2024-01-14", act(id, Act::Adopt, "").expect("an act"));
    assert_eq!(state(&ledger).0, "已采用");
}

/// A case tells of a round that is over: its last month is locked by then.
#[test]
fn a_case_that_is_handed_in_after_the_lock_is_one() {
    let (mut ledger, id) = told(&sound());
    let lock = Said::Lock { accepted: vec![] };
    ledger.add(Batch { month: month(LAST), ..officer(70, "2024-01-05", [lock]) });
    let all = page(&ledger, LAST);
    assert_eq!(all.cases.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
    assert_eq!(ledger.change(id), Some(crate::ledger::Change::Shown));
}

/// What the form offers of the plan is what the gate takes in from that organisation, and nothing else is written down.
#[test]
fn an_organisation_tells_of_what_is_its_own_alone() {
    let plan = plan();
    let ledger = figures();
    let offered = |organisation: &str| -> Vec<String> {
        let all = asked(&ledger, Zh, |as_of| subjects(as_of, month(LAST), organisation));
        all.into_iter().map(|one| one.value).collect()
    };
    assert!(offered("").is_empty() && offered("nobody").is_empty());
    let own = offered("haicheng");
    let others: Vec<&String> =
        plan.tasks().map(|(_, task)| &task.id).filter(|id| !own.contains(id)).collect();
    assert!(!own.is_empty() && !others.is_empty(), "{own:?}");
    let of = |subject: &str| {
        let typed = Typed { organisation: "haicheng".into(), subject: subject.into(), ..sound() };
        write(&ledger, &typed)
    };
    for id in &own {
        let entry = of(id).unwrap_or_else(|faults| panic!("{id}: {faults:?}"));
        let batch =
            Batch { month: month(LAST), entries: vec![entry], ..batch(50, "2024-01-10", "haicheng", []) };
        let here = crate::gate::Here { writer: 9, now: batch.written };
        let pool = crate::gate::Pool::new(&plan, &ledger, here, std::iter::once(&batch));
        let rights = crate::gate::Rights::new(&plan, &pool, "haicheng", month(LAST));
        assert_eq!(rights.why_not(&batch, &batch.entries[0]), None, "{id}");
    }
    for id in others {
        assert_eq!(of(id), Err(vec![Fault::OthersSubject]), "{id}");
    }
}

/// A receipt says in plain words which case it carries.
#[test]
fn the_receipt_of_a_case_names_it() {
    let (ledger, id) = told(&sound());
    let batch = ledger.batch(id.batch).expect("here");
    assert_eq!(letter(batch, Zh), ["典型案例《校企共建典型联盟》，全文24字"]);
    assert_eq!(letter(batch, Language::En), ["Typical case “校企共建典型联盟”, 24 letters"]);
}

#[test]
fn a_case_is_recorded_as_it_was_typed() {
    let entry = write(&figures(), &sound()).expect("sound");
    let Said::Case(case) = entry.said else { panic!("a case") };
    let kinds::Case::Told(text) = *case else { panic!("told") };
    assert_eq!(text.measures, "建台账，\n逐户走访。");
    assert_eq!(text.cited.len(), 1);
    let plain = Typed { cited: String::new(), subject: String::new(), ..sound() };
    assert!(write(&figures(), &plain).is_ok());
    let markup = Typed { title: "<b>=1+1</b>".into(), ..sound() };
    let (ledger, _) = told(&markup);
    assert_eq!(page(&ledger, LAST).cases.remove(0).title.words, "<b>=1+1</b>");
}

#[test]
fn a_draft_is_read_back_as_it_was_kept_and_nothing_else_is() {
    let typed = Typed { title: "题\u{1f}目".into(), ..sound() };
    let read = Typed::read(&typed.kept()).expect("it was kept");
    assert_eq!(read, Typed { title: "题目".into(), ..typed });
    for other in ["", "x", "{\"filled\":1}", "1\u{1f}a\u{1f}b"] {
        assert_eq!(Typed::read(other), None, "{other}");
    }
}

/// M19.9: a case of 2,000 letters goes by a receipt link of at most 4,000 letters.
#[test]
fn a_case_of_two_thousand_letters_fits_a_link() {
    // Sentences, not one letter over and over: what packs well proves nothing.
    let json = include_str!("../../../../public/plan.json");
    let mut sentences: Vec<&str> =
        json.split("\"zh\": \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    sentences.sort();
    sentences.dedup();
    sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.chars().count()));
    let letters: Vec<char> = sentences.concat().chars().take(1_980).collect();
    let parts: Vec<String> = letters.chunks(495).map(|part| part.iter().collect()).collect();
    let parts: [String; 4] = parts.try_into().expect("four parts");
    let typed = Typed { parts, ..sound() };
    let ledger = figures();
    let entry = write(&ledger, &typed).expect("sound");
    let batch =
        Batch { month: month(LAST), entries: vec![entry], ..batch(50, "2024-01-10", "science-bureau", []) };
    let plan = plan();
    let link = crate::link::message::seal(crate::link::Kind::Receipt, &plan, &[batch]).expect("a link");
    assert!(link.len() <= 4_000, "{} letters", link.len());
}
