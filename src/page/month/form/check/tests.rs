use super::*;
use crate::ledger::Ledger;
use crate::ledger::samples::{actual, entry};
use crate::ledger::{Said, Stage as At};
use crate::page::month::form::samples::{lead, ledger, month, told, typed};
use crate::page::month::form::words;
use crate::plan::{Basis, Quantity};
use crate::plausible::{Against, Kind, Of};
use crate::rows::NoSuchDate;
use crate::text::Language::{En, Zh};

fn of(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

fn figure(id: &str) -> Spot {
    Spot::Figure(id.into())
}

fn found(sheet: &Sheet, draft: &Draft) -> Vec<(Spot, What)> {
    check(sheet, draft).into_iter().map(|finding| (finding.spot, finding.what)).collect()
}

#[test]
fn a_figure_that_cannot_be_is_a_fault_and_an_unlikely_one_a_warning() {
    use Fault::*;
    use Kind::*;
    let sheet = lead(&ledger(), "2024-08", Zh);
    let july = month("2024-07");
    let warned = |kind| What::Warning(Warning::Unlikely(kind));
    let last = |last| Against { value: of(last), of: Of::Month(july) };
    let falls = |basis, last, by| Falls { basis, last: (july, of(last)), by: of(by) };
    let cases: &[(&str, &str, What)] = &[
        ("contract-value", "十三", What::Fault(NotANumber)),
        ("contract-value", "1234567890", What::Fault(TooManyDigits)),
        ("contract-value", "12家", What::Fault(OtherUnit { found: "家".into() })),
        ("provincial-platforms", "15", warned(falls(Basis::RunningTotal, "16", "1"))),
        ("technologies-mastered", "11", warned(falls(Basis::Unstated, "12", "1"))),
        ("technologies-mastered", "120", warned(Tenfold(last("12")))),
        ("technology-smes", "100", warned(Tenth(last("1000")))),
        ("technology-smes", "1501", warned(StockMoved(last("1000")))),
        ("technology-smes", "499", warned(StockMoved(last("1000")))),
        ("contract-value", "130000", warned(Thousandfold(last("12.5")))),
        ("contract-value", "0.0013", warned(Thousandfold(last("12.5")))),
    ];
    for (id, text, what) in cases {
        assert_eq!(found(&sheet, &typed(&[(id, text)])), [(figure(id), what.clone())], "{id} {text}");
    }
    let quiet = [
        ("contract-value", "13.1"),
        ("contract-value", "12.50"),
        ("contract-value", "13亿"),
        ("contract-value", "124"),
        ("provincial-platforms", "１７个"),
        ("technologies-mastered", "119"),
        ("technology-smes", "1,500"),
        ("technology-smes", "500"),
        ("conversion-rate", "100%"),
        ("conversion-rate", "100"),
    ];
    for (id, text) in quiet {
        assert_eq!(found(&sheet, &typed(&[(id, text)])), [], "{id} {text}");
    }
}

#[test]
fn without_a_figure_before_the_target_tells_ten_thousandfold() {
    let sheet = lead(&Ledger::default(), "2024-08", Zh);
    let target = Against { value: of("20.3"), of: Of::Target(crate::plan::Year(2025)) };
    let warning = What::Warning(Warning::Unlikely(Kind::Thousandfold(target)));
    assert_eq!(found(&sheet, &typed(&[("contract-value", "125000")])), [(figure("contract-value"), warning)]);
    assert_eq!(found(&sheet, &typed(&[("contract-value", "12.5")])), []);
}

/// field 9: above 100 and below zero a receipt can be made. field 10, field 3b, walk a25: what is a hundredth of the
/// target, ten times it, or a fraction of what is counted is told at its field.
#[test]
fn no_figure_is_refused_for_what_it_is_and_a_slip_is_told_at_its_field() {
    let sheet = lead(&Ledger::default(), "2024-12", Zh);
    for (id, text, begins) in [
        ("conversion-rate", "104.5", "超过 100%"),
        ("provincial-platforms", "-1", "是负数"),
        ("conversion-rate", "0.612", "约为2024 年目标（60%）的百分之一"),
        ("contract-value", "2100", "是2025 年目标（20.3 亿元）的十倍以上"),
        ("provincial-platforms", "12.5", "本项按“个”计，应为整数"),
    ] {
        let found = check(&sheet, &typed(&[(id, text)]));
        let [one] = &found[..] else { panic!("{id} {text}: {found:?}") };
        assert!(!one.what.is_fault() && one.spot == figure(id), "{id} {text}");
        assert!(words::finding(Zh, &sheet, one).starts_with(begins), "{id} {text}");
    }
}

/// field 13: the clerk of a late month is told that it exceeds a later one.
#[test]
fn a_late_month_above_a_later_one_is_told_at_the_field() {
    let sheet = lead(&ledger(), "2024-06", Zh);
    let found = check(&sheet, &typed(&[("provincial-platforms", "17")]));
    let said: Vec<String> = found.iter().map(|one| words::finding(Zh, &sheet, one)).collect();
    assert_eq!(said, ["比7 月已报的 16 个还多 1 个。累计数一般不减：请核对这两个月的数。"]);
}

#[test]
fn a_count_of_the_year_begins_anew_in_january() {
    let sheet = lead(&ledger(), "2024-01", Zh);
    assert_eq!(found(&sheet, &typed(&[("new-platforms", "1")])), []);
    let mut draft = Draft::default();
    draft.figure_mut("new-platforms").choice = Choice::NoChange;
    assert_eq!(found(&sheet, &draft), [(figure("new-platforms"), What::Fault(Fault::BeginsAnew))]);
    draft.figure_mut("new-platforms").choice = Choice::NothingToReport;
    assert_eq!(found(&sheet, &draft), []);
}

#[test]
fn no_change_needs_something_before_it() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = Draft::default();
    draft.figure_mut("foreign-professionals").choice = Choice::NoChange;
    draft.figure_mut("contract-value").choice = Choice::NoChange;
    // What was typed before another choice was made does not count.
    draft.figure_mut("contract-value").text = "十三".into();
    let fault = What::Fault(Fault::NothingBefore);
    assert_eq!(found(&sheet, &draft), [(figure("foreign-professionals"), fault)]);
}

#[test]
fn a_correction_needs_a_note_and_the_same_figure_does_not() {
    let mut ledger = ledger();
    ledger.add(told(2, "2024-08", [actual("contract-value", "13")]));
    let sheet = lead(&ledger, "2024-08", Zh);
    assert_eq!(found(&sheet, &typed(&[("contract-value", "13.0")])), []);
    let mut draft = typed(&[("contract-value", "14")]);
    let before = crate::ledger::Report::Value(of("13"));
    let fault = What::Fault(Fault::CorrectionWithoutNote { before });
    assert_eq!(found(&sheet, &draft), [(Spot::Note("contract-value".into()), fault)]);
    draft.figure_mut("contract-value").note = "漏报一份合同".into();
    assert_eq!(found(&sheet, &draft), []);
}

#[test]
fn a_note_without_what_it_is_about_would_be_lost() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = Draft::default();
    draft.figure_mut("contract-value").evidence = "清单".into();
    let measure = sheet.measures[0].id.clone();
    draft.step_mut(&measure).note = "已开工".into();
    let fault = || What::Fault(Fault::NoteAlone);
    assert_eq!(found(&sheet, &draft), [(figure("contract-value"), fault()), (Spot::Stage(measure), fault())]);
}

#[test]
fn texts_have_an_end_and_what_looks_private_is_told() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = typed(&[("contract-value", "13")]);
    let spot = Spot::Note("contract-value".into());
    draft.figure_mut("contract-value").note = "字".repeat(MOST_LETTERS);
    assert_eq!(found(&sheet, &draft), []);
    draft.figure_mut("contract-value").note.push('字');
    let fault = Fault::TooLong { letters: MOST_LETTERS + 1, most: MOST_LETTERS };
    assert_eq!(found(&sheet, &draft), [(spot.clone(), What::Fault(fault))]);
    draft.figure_mut("contract-value").note = "联系 13800138000".into();
    let warning = Warning::LooksPrivate(Private::Telephone);
    assert_eq!(found(&sheet, &draft), [(spot, What::Warning(warning))]);
    let person = Draft { person: "名".repeat(MOST_ID_LETTERS + 1), ..Draft::default() };
    assert!(matches!(found(&sheet, &person)[..], [(Spot::Person, What::Fault(Fault::TooLong { .. }))]));
}

#[test]
fn a_direction_is_never_done_and_what_was_done_stays_so() {
    let mut ledger = ledger();
    let done = Said::Progress { subject: "platform-system".into(), stage: At::Done, note: String::new() };
    ledger.add(told(3, "2024-07", [entry(done)]));
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = Draft::default();
    draft.step_mut("talent-hub").stage = Some(At::Done);
    draft.step_mut("platform-system").stage = Some(At::Underway);
    let expected = [
        (Spot::Stage("platform-system".into()), What::Warning(Warning::Unlikely(Kind::FellBack))),
        (Spot::Stage("talent-hub".into()), What::Fault(Fault::DirectionDone)),
    ];
    assert_eq!(found(&sheet, &draft), expected);
}

#[test]
fn a_problem_needs_words_and_a_day_that_there_is() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = Draft::default();
    let number = draft.add_problem();
    assert_eq!(found(&sheet, &draft), []);
    draft.problem_mut(number).unwrap().until = "2024-02-30".into();
    let spot = |part| Spot::Problem(number, part);
    let expected = [
        (spot(ProblemField::Text), What::Fault(Fault::ProblemWithoutText)),
        (spot(ProblemField::Until), What::Fault(Fault::NoSuchDate)),
    ];
    assert_eq!(found(&sheet, &draft), expected);
}

#[test]
fn a_day_is_read_as_people_write_it() {
    let day =
        |text: &str| crate::rows::day(text).map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    for text in [
        "2024-09-05",
        "2024/9/5",
        "2024.9.5",
        "2024年9月5日",
        "２０２４－０９－０５",
        "2024 年 9 月 5 日",
        "20240905",
    ] {
        assert_eq!(day(text).as_deref(), Ok("2024-09-05"), "{text}");
    }
    assert_eq!(day(" ").as_deref(), Ok(""));
    for text in [
        "9月5日",
        "2023-02-29",
        "明天",
        "2024-13-01",
        "24-09-05",
        "2024-09",
        "2024-09-05-1",
        "2024--5",
        "20240230",
    ] {
        assert_eq!(crate::rows::day(text), Err(NoSuchDate), "{text}");
    }
}

/// Every sentence, in both languages.
#[test]
fn each_finding_says_what_to_do_and_english_has_no_chinese_in_it() {
    let sheet = |language| lead(&ledger(), "2024-08", language);
    let last = of("12.5");
    let faults = [
        Fault::NotANumber,
        Fault::TooManyDigits,
        Fault::OtherUnit { found: "家".into() },
        Fault::NothingBefore,
        Fault::BeginsAnew,
        Fault::NoSuchDate,
        Fault::TooLong { letters: 2001, most: 2000 },
        Fault::CorrectionWithoutNote { before: crate::ledger::Report::NoChange },
        Fault::CorrectionWithoutNote { before: crate::ledger::Report::Value(last) },
        Fault::NoteAlone,
        Fault::ProblemWithoutText,
        Fault::DirectionDone,
    ];
    let warnings = [
        Warning::Unlikely(Kind::FellBack),
        Warning::LooksPrivate(Private::IdentityCard),
        Warning::LooksPrivate(Private::Telephone),
        Warning::LooksPrivate(Private::Secret),
    ];
    let all = faults.into_iter().map(What::Fault).chain(warnings.into_iter().map(What::Warning));
    for what in all {
        let finding = Finding { spot: figure("contract-value"), what };
        let (zh, en) = (sheet(Zh), sheet(En));
        let (zh, en) = (words::finding(Zh, &zh, &finding), words::finding(En, &en, &finding));
        assert!(en.is_ascii() || !en.chars().any(|one| ('\u{3000}'..'\u{ffff}').contains(&one)), "{en}");
        assert!(zh.ends_with(['。', '？']) && zh.chars().any(|one| one > '\u{4e00}'), "{zh}");
        assert!(en.ends_with(['.', '?']) && en.chars().count() > 15, "{en}");
    }
    let fell = found(&sheet(Zh), &typed(&[("technologies-mastered", "11")]));
    let finding = Finding { spot: fell[0].0.clone(), what: fell[0].1.clone() };
    assert_eq!(
        words::finding(Zh, &sheet(Zh), &finding),
        "比上月的 12 项少 1 项。同一年里的数一般不减：确有更正请在附注写明，否则请核对。"
    );
}

/// Every field of letters, with the most that it takes.
#[test]
fn no_field_takes_more_letters_than_the_ledger_does() {
    let mut ledger = ledger();
    let problem = Said::Problem { subject: None, text: "缺场地".into(), who: String::new(), until: None };
    ledger.add(told(3, "2024-07", [entry(Said::Submission), entry(problem)]));
    let sheet = lead(&ledger, "2024-08", Zh);
    let measure = sheet.measures[0].id.clone();
    let number = || sheet.asked_problems[0].number.clone();
    let of = |spot: &Spot, letters: usize| {
        let mut draft = typed(&[("contract-value", "13")]);
        let long = "字".repeat(letters);
        match spot {
            Spot::Person => draft.person = long,
            Spot::Evidence(id) => draft.figure_mut(id).evidence = long,
            Spot::Note(id) => draft.figure_mut(id).note = long,
            Spot::StageNote(id) => {
                *draft.step_mut(id) = Step { stage: Some(At::Underway), note: long };
            }
            Spot::Problem(_, part) => {
                let number = draft.add_problem();
                let problem = draft.problem_mut(number).unwrap();
                problem.text = "缺".into();
                *(if *part == ProblemField::Who { &mut problem.who } else { &mut problem.text }) = long;
            }
            Spot::Answer(number, part) => {
                let answer = draft.answer_mut(number);
                let text = || "已办妥".to_owned();
                *answer = Answer {
                    reply: Some(Reply::CloseOut),
                    text: text(),
                    evidence: text(),
                    ..Answer::default()
                };
                *(if *part == AnswerField::Text { &mut answer.text } else { &mut answer.evidence }) = long;
            }
            Spot::Figure(_) | Spot::Stage(_) => unreachable!("no field of letters"),
        }
        found(&sheet, &draft)
    };
    let value = || "contract-value".to_owned();
    for (spot, most) in [
        (Spot::Person, MOST_ID_LETTERS),
        (Spot::Evidence(value()), MOST_LETTERS),
        (Spot::Note(value()), MOST_LETTERS),
        (Spot::StageNote(measure), MOST_LETTERS),
        (Spot::Problem(0, ProblemField::Text), MOST_LETTERS),
        (Spot::Problem(0, ProblemField::Who), MOST_LETTERS),
        (Spot::Answer(number(), AnswerField::Text), MOST_LETTERS),
        (Spot::Answer(number(), AnswerField::Evidence), MOST_LETTERS),
    ] {
        assert_eq!(of(&spot, most), [], "{spot:?}");
        let fault = What::Fault(Fault::TooLong { letters: most + 1, most });
        assert_eq!(of(&spot, most + 1), [(spot, fault)]);
    }
}

#[test]
fn of_a_day_only_so_many_letters_are_looked_at() {
    let day = |spaces: usize| crate::rows::day(&["2024", &" ".repeat(spaces), "-09-05"].concat());
    assert!(day(20).is_ok());
    assert_eq!(day(40), Err(NoSuchDate));
}
