use super::*;
use crate::ledger::samples::entry;
use crate::ledger::{Ledger, Said, Stage};
use crate::page::month::form::Choice;
use crate::page::month::form::samples::{LEAD, day, lead, ledger, month, plan, told, typed};
use crate::text::Language::{En, Zh};
use crate::text::Text;

fn said(pieces: &[Text]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

fn asked(sheet: &Sheet, id: &str) -> (String, String, String, Option<String>) {
    let one = sheet.figure(id).unwrap();
    let last = one.last.map(|(of, value)| format!("{of} {value}"));
    (said(&one.about), one.asks.clone(), one.unit.words.clone(), last)
}

#[test]
fn the_heading_names_month_and_organisation_and_the_deadline_says_whether_it_is_assumed() {
    let form = |today: &str, language| {
        model(&plan(), &ledger(), LEAD, month("2024-08"), &Draft::default(), day(today), language).unwrap()
    };
    let open = form("2024-09-03", Zh);
    assert_eq!(said(&open.sheet.title), "2024 年 8 月调度 · 市科技局");
    assert_eq!(open.sheet.deadline, "请于 2024 年 9 月 5 日前报送（时限为假定）。");
    assert_eq!(form("2024-09-05", Zh).sheet.deadline, open.sheet.deadline);
    assert_eq!(
        form("2024-09-06", Zh).sheet.deadline,
        "应于 2024 年 9 月 5 日前报送（时限为假定），已过时限，仍可补报。"
    );
    assert_eq!(
        form("2024-08-20", Zh).sheet.deadline,
        "2024 年 9 月 1 日起报，2024 年 9 月 5 日前报送（时限为假定）。"
    );
    assert!(said(&form("2024-09-03", En).sheet.title).starts_with("Report for August 2024 · "));
    assert_eq!(form("2024-09-03", En).sheet.deadline, "Due by 5 September 2024 (assumed date).");
    let mut stated = serde_json::to_value(&*plan()).unwrap();
    stated["cycle"]["rounds"][0]["window"]["stated"] = true.into();
    let stated = crate::plan::read::from_json(&stated.to_string()).unwrap();
    let form =
        model(&stated, &ledger(), LEAD, month("2024-08"), &Draft::default(), day("2024-09-03"), Zh).unwrap();
    assert_eq!(form.sheet.deadline, "请于 2024 年 9 月 5 日前报送。");
}

#[test]
fn each_field_says_what_is_asked_and_what_it_was_before() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let field = |id| asked(&sheet, id);
    let expect = |about: &str, asks: &str, unit: &str, last: Option<&str>| {
        (about.to_owned(), asks.to_owned(), unit.to_owned(), last.map(str::to_owned))
    };
    let unstated = "口径未载明，请附注说明";
    assert_eq!(
        field("technologies-mastered"),
        expect("二（一）2 · 2025 年目标 ≥30", unstated, "项", Some("2024-07 12"))
    );
    assert_eq!(
        field("contract-value"),
        expect("二（一）1 · 2025 年目标 达 20.3", unstated, "亿元", Some("2024-07 12.5"))
    );
    // A bare number has no comparator.
    assert_eq!(
        field("provincial-platforms"),
        expect("二（三）1 · 2025 年目标 25", "2023 年以来累计", "个", Some("2024-07 16"))
    );
    // walk16 A14: by the name that the basis has everywhere.
    assert_eq!(field("technology-smes").1, crate::plan::Basis::Stock.words(Zh));
    // walk a11: its only target lies behind.
    assert_eq!(field("gazelles").0, "二（二）2 · 2023 年目标 >180 · 目标年份已过，可不填");
    assert_eq!(
        field("new-platforms"),
        expect(
            "二（三）1 · 2023 年目标 ≥25 · 目标年份已过，可不填",
            "2024 年初以来",
            "个",
            Some("2023-12 26")
        )
    );
    assert_eq!(field("conversion-rate").0, "二（一）1 · 2024 年目标 >60 · 每年报一次，本期可不填");
    let is_due = |id: &str| sheet.figure(id).unwrap().is_due;
    assert!(!is_due("gazelles") && !is_due("new-platforms") && is_due("technology-smes"));
}

#[test]
fn a_basis_that_was_decided_and_a_target_set_later_stand_at_the_field() {
    let mut ledger = ledger();
    let decision = Said::BasisDecision {
        indicator: "contract-value".into(),
        basis: crate::plan::Basis::YearlyFlow,
        reason: String::new(),
    };
    let target = Said::YearTarget {
        indicator: "contract-value".into(),
        year: crate::plan::Year(2024),
        value: crate::plan::Quantity::parse("19").unwrap(),
        reason: String::new(),
        document: String::new(),
    };
    ledger.add(told(3, "2024-07", [entry(decision), entry(target)]));
    let field = asked(&lead(&ledger, "2024-08", Zh), "contract-value");
    assert_eq!((field.0.as_str(), field.1.as_str()), ("二（一）1 · 2024 年分解目标 达 19", "2024 年初以来"));
    let field = asked(&lead(&ledger, "2025-08", Zh), "contract-value");
    assert_eq!(field.0, "二（一）1 · 2025 年目标 达 20.3");
}

/// walk16 39: where another figure takes the place of one, the field asks for the reason by its name.
#[test]
fn the_reason_of_a_correction_is_asked_for_by_its_name() {
    use crate::page::month::form::words;
    let mut ledger = ledger();
    ledger.add(told(3, "2024-08", [crate::ledger::samples::actual("contract-value", "13")]));
    let names = |language, id: &str| {
        let sheet = lead(&ledger, "2024-08", language);
        words::note_names(language, sheet.figure(id).expect("a field"))
    };
    assert_eq!(names(Zh, "contract-value"), ["更正原因", "零报告、更正原因"]);
    assert_eq!(names(Zh, "technology-smes"), ["附注", "零报告、附注"]);
    assert_eq!(names(En, "contract-value")[0], "Reason for the correction");
    let draft = typed(&[("contract-value", "14")]);
    let all = messages(&lead(&ledger, "2024-08", Zh), &draft, Zh);
    let fault = all.iter().find(|one| one.is_fault).expect("no reason is given");
    assert!(fault.words.contains("更正原因") && !fault.words.contains("附注"), "{}", fault.words);
}

#[test]
fn a_district_is_asked_for_its_own_share() {
    let sheet = sheet(&plan(), &ledger(), "haicheng", month("2024-09"), None, Zh).unwrap();
    let field = asked(&sheet, "alliances");
    assert_eq!(
        (field.0.as_str(), field.1.as_str()),
        ("二（二）1 · 全市 2025 年目标 ≥20", "本辖区，2023 年以来累计")
    );
    assert!(sheet.measures.is_empty());
}

#[test]
fn the_citys_figure_is_not_shown_beside_a_districts() {
    let mut ledger = ledger();
    ledger.add(told(3, "2024-06", [crate::ledger::samples::actual("alliances", "14")]));
    let of = |id: &str| {
        sheet(&plan(), &ledger, id, month("2024-09"), None, Zh).unwrap().figure("alliances").unwrap().last
    };
    assert!(of(LEAD).is_some());
    assert_eq!(of("haicheng"), None);
}

#[test]
fn what_was_filled_is_counted_and_what_is_missing_too() {
    let mut ledger = ledger();
    let done = Said::Progress { subject: "platform-system".into(), stage: Stage::Done, note: String::new() };
    let count = |ledger: &Ledger, draft: &Draft| {
        let form = model(&plan(), ledger, LEAD, month("2024-08"), draft, None, Zh).unwrap();
        (form.progress.filled, form.progress.missing, form.progress.words)
    };
    let sheet = lead(&ledger, "2024-08", Zh);
    let due = sheet.figures.iter().filter(|one| one.is_due).count();
    let all = due + sheet.measures.len() + sheet.milestones.len();
    assert_eq!(count(&ledger, &Draft::default()).1, all);
    let mut draft = typed(&[("contract-value", "13"), ("gazelles", "200"), ("technology-smes", "很多")]);
    draft.figure_mut("relocation-teams").choice = Choice::NotYetPublished;
    let number = draft.add_problem();
    let expected = (3, all - 1, format!("已填 3 项，还差 {} 项。", all - 1));
    assert_eq!(count(&ledger, &draft), expected);
    draft.problem_mut(number).unwrap().text = "缺".into();
    assert_eq!(count(&ledger, &draft).0, 4);
    // What was done needs no saying again.
    ledger.add(told(3, "2024-07", [entry(done)]));
    assert_eq!(count(&ledger, &draft).1, all - 2);
}

/// walk a2: an empty receipt is asked about as an incomplete one is, also by whom nothing is due.
#[test]
fn an_incomplete_and_an_empty_form_ask_before_the_receipt() {
    let asking = |of: &str, month: Month, draft: &Draft| {
        model(&plan(), &ledger(), of, month, draft, None, Zh).unwrap().progress.asking()
    };
    let empty = Draft::default();
    assert!(matches!(asking(LEAD, month("2024-08"), &empty), Some(Asking::Missing(count)) if count > 1));
    assert_eq!(asking("haicheng", month("2024-08"), &empty), Some(Asking::Nothing));
    assert_eq!(asking("tax-bureau", month("2024-08"), &empty), Some(Asking::Nothing));
    assert_eq!(asking("haicheng", month("2024-08"), &typed(&[("alliances", "2")])), None);
}

#[test]
fn whoever_owes_nothing_is_not_told_to_be_late() {
    let deadline = |of: &str, about: &str, language| {
        let form =
            model(&plan(), &ledger(), of, month(about), &Draft::default(), day("2026-11-29"), language);
        form.unwrap().sheet.deadline
    };
    assert!(deadline("haicheng", "2024-08", Zh).starts_with("本期没有到期的指标，无须报"));
    assert!(deadline("haicheng", "2024-08", En).starts_with("No figure is due"));
    assert!(deadline("haicheng", "2024-09", Zh).contains("已过时限"), "a quarter ends");
    assert!(deadline("tax-bureau", "2024-08", Zh).contains("已过时限"), "that there are no problems is owed");
}

#[test]
fn a_direction_has_no_stage_done() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let stages = |id: &str| sheet.staged().find(|one| one.id == id).unwrap().stages.clone();
    assert_eq!(stages("talent-hub"), [Stage::NotStarted, Stage::Underway]);
    assert_eq!(stages("platform-system").len(), 3);
}

#[test]
fn what_was_sent_before_is_told_with_the_reason_of_its_return() {
    let mut ledger = ledger();
    let sent = told(5, "2024-08", [entry(Said::Submission)]);
    let of = sent.id;
    ledger.add(sent);
    let earlier = |ledger: &Ledger, language| lead(ledger, "2024-08", language).earlier.unwrap();
    assert!(!earlier(&ledger, Zh).is_returned);
    ledger.add(told(6, "2024-08", [entry(Said::Return { of, reason: "缺名单".into() })]));
    let returned = earlier(&ledger, Zh);
    assert_eq!(
        (returned.is_returned, returned.batch, returned.reason.as_deref()),
        (true, of, Some("缺名单"))
    );
    assert!(returned.words.contains("退回") && earlier(&ledger, En).words.contains("returned"));
}

#[test]
fn there_is_no_form_outside_the_plan() {
    let none = |organisation: &str, about: &str| {
        sheet(&plan(), &ledger(), organisation, month(about), None, Zh).unwrap_err()
    };
    assert_eq!(none("nobody", "2024-08"), NoForm::UnknownOrganisation);
    let span = Some((month("2023-08"), month("2025-12")));
    assert_eq!(none(LEAD, "2023-07"), NoForm::NotAPeriod(span));
    assert_eq!(none(LEAD, "2026-01"), NoForm::NotAPeriod(span));
    assert_eq!(none("all-districts", "2024-08"), NoForm::OwesNothing);
    for why in
        [NoForm::UnknownOrganisation, NoForm::OwesNothing, NoForm::NotAPeriod(span), NoForm::NotAPeriod(None)]
    {
        let en = words::no_form(En, &why);
        assert!(en.is_ascii() && en.ends_with('.') && words::no_form(Zh, &why).ends_with('。'), "{en}");
    }
}

#[test]
fn english_has_chinese_only_where_it_is_marked() {
    let sheet = lead(&ledger(), "2024-08", En);
    let plain = |text: &Text| match text.language {
        None => text.words.clone(),
        Some(_) => String::new(),
    };
    let mut all: Vec<String> = sheet.title.iter().map(plain).collect();
    for one in &sheet.figures {
        all.extend(one.about.iter().chain([&one.name, &one.unit]).map(plain));
        all.push(one.asks.clone());
    }
    all.extend(sheet.staged().flat_map(|one| one.about.iter().chain([&one.name]).map(plain)));
    all.push(words::progress(En, 1, 3, 2));
    all.push(words::up_to(En, month("2024-08")));
    let stray: String = all.concat().chars().filter(|one| ('\u{3000}'..'\u{a000}').contains(one)).collect();
    assert_eq!(stray, "");
    assert!(all.concat().contains("2025 target to 20.3"));
}

/// walk a26, field 16: what is wrong is not filled in, and every line of the list of faults names its item.
#[test]
fn what_is_wrong_is_not_filled_in_and_names_its_item() {
    let ledger = ledger();
    let sheet = lead(&ledger, "2024-08", Zh);
    let wrong = typed(&[("contract-value", "很多"), ("technology-smes", "x")]);
    assert_eq!(progress(&sheet, &wrong, Zh).filled, 0);
    let missing: Vec<_> = unanswered(&sheet, &wrong).into_iter().map(|one| one.spot).collect();
    assert!(missing.contains(&Spot::Figure("contract-value".into())));
    let faults: Vec<_> = messages(&sheet, &wrong, Zh).into_iter().filter(|one| one.is_fault).collect();
    assert_eq!(faults.len(), 2);
    for fault in faults {
        let Spot::Figure(id) = &fault.spot else { panic!("{:?}", fault.spot) };
        assert_eq!(fault.name, sheet.figure(id).expect("asked").name);
    }
}

/// Last month's stage stands until another is chosen, is counted apart, and is never made up.
#[test]
fn a_stage_is_as_it_was_until_another_is_chosen() {
    let mut ledger = ledger();
    let underway =
        |id: &str| entry(Said::Progress { subject: id.into(), stage: Stage::Underway, note: String::new() });
    let measure = lead(&ledger, "2024-08", Zh).measures[0].id.clone();
    ledger.add(told(3, "2024-07", [underway(&measure), underway("platform-system")]));
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = Draft::default();
    let counts = |draft: &Draft| {
        let now = progress(&sheet, draft, Zh);
        (now.filled, now.unchanged, now.missing)
    };
    let all = progress(&sheet, &draft, Zh).asked;
    assert_eq!(counts(&draft), (0, 2, all - 2));
    assert!(progress(&sheet, &draft, Zh).words.contains("2 项同上次"));
    assert_eq!(sheet.measures[1].stage(None), None, "nothing was said of it before");
    draft.step_mut(&measure).stage = Some(Stage::Done);
    assert_eq!(counts(&draft), (1, 1, all - 2));
    // Chosen as it was, it is unchanged all the same.
    draft.step_mut(&measure).stage = Some(Stage::Underway);
    assert_eq!(counts(&draft), (0, 2, all - 2));
    // What the period has already been told of is not told again by itself.
    ledger.add(told(4, "2024-08", [underway("platform-system")]));
    let of = |id: &str| lead(&ledger, "2024-08", Zh).staged().find(|one| one.id == id).unwrap().unchanged();
    assert_eq!((of("platform-system"), of(&measure)), (None, Some(Stage::Underway)));
}

/// The next empty field, in the order of the form and round again.
#[test]
fn the_next_empty_field_is_the_one_after_the_last() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = Draft::default();
    let missing: Vec<Spot> = unanswered(&sheet, &draft).into_iter().map(|one| one.spot).collect();
    let mut last = None;
    for spot in &missing {
        last = next_empty(&sheet, &draft, last.as_ref());
        assert_eq!(last.as_ref(), Some(spot));
    }
    assert_eq!(next_empty(&sheet, &draft, last.as_ref()).as_ref(), missing.first(), "round again");
    // Filled in meanwhile, it is still the place to go on from.
    let Spot::Figure(id) = &missing[0] else { panic!("{missing:?}") };
    draft.figure_mut(id).text = "1".into();
    assert_eq!(next_empty(&sheet, &draft, missing.first()), Some(missing[1].clone()));
    assert_eq!(next_empty(&sheet, &draft, None), Some(missing[1].clone()));
}

/// walk a25: the foot of the form counts what looks like a slip and goes from one to the next, round again.
#[test]
fn warnings_are_counted_and_gone_through_in_the_order_of_the_form() {
    let sheet = lead(&ledger(), "2024-08", Language::Zh);
    let draft = typed(&[
        ("technologies-mastered", "12.5"),
        ("provincial-platforms", "16.5"),
        ("contract-value", "x"),
    ]);
    let all = messages(&sheet, &draft, Language::Zh);
    let (count, first) = next_warning(&all, None);
    assert_eq!((count, first.clone()), (2, Some(Spot::Figure("technologies-mastered".into()))), "{all:?}");
    let (_, second) = next_warning(&all, first.as_ref());
    assert_eq!(second, Some(Spot::Figure("provincial-platforms".into())));
    assert_eq!(next_warning(&all, second.as_ref()).1, first, "round again");
    // What was put right meanwhile is no place to go on from.
    assert_eq!(next_warning(&all, Some(&Spot::Person)).1, first);
    assert_eq!(next_warning(&[], None), (0, None));
    let words = |language, count| crate::page::month::form::words::warnings(language, count);
    assert_eq!(words(Language::Zh, 2), "2 处疑似笔误，请核对");
    assert_eq!(words(Language::En, 1), "1 field looks wrong");
}
