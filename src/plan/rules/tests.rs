//! Every bound on what a plan may hold: as much is read, one more is not.

use super::{Report, Rule, Step, check, most};
use crate::plan::Plan;
use crate::plan::faults::{Fault, Problem, find, find_in_file};
use crate::plan::read::{MOST_BYTES, from_json};
use serde::Deserialize;
use serde_json::{Value, json};

const SMALL: &str = include_str!("../../../tests/plans/small.json");

fn small() -> Value {
    serde_json::from_str(SMALL).expect("JSON")
}

/// Every broken rule with its place, however many there are.
#[derive(Default)]
struct Told {
    path: Vec<String>,
    rules: Vec<(String, Rule)>,
}

impl Report for Told {
    fn enter(&mut self, step: Step<'static>) {
        self.path.push(match step {
            Step::Field(field) => field.into(),
            Step::Item(at) => at.to_string(),
        });
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn broken(&mut self, rule: impl FnOnce() -> Rule) {
        self.rules.push((format!("/{}", self.path.join("/")), rule()));
    }
}

fn rules(plan: &Value) -> Vec<(String, Rule)> {
    let plan = Plan::deserialize(plan).expect("a plan's form");
    let mut told = Told::default();
    check(&plan, &mut told);
    told.rules
}

/// What is said of a list with so many times its first item, or a text where it has none.
fn filled(list: &str, count: usize) -> Vec<(String, Rule)> {
    let mut plan = small();
    let place = plan.pointer_mut(list).unwrap_or_else(|| panic!("{list}"));
    let item = place.get(0).cloned().unwrap_or_else(|| json!("x"));
    *place = vec![item; count].into();
    rules(&plan)
}

#[test]
fn no_list_is_longer_than_its_bound() {
    let task = "/areas/0/tasks/0";
    let of = |list: &str| [task, list].concat();
    let indicator = |list: &str| of(&["/indicators/0", list].concat());
    for (list, most) in [
        ("/areas".to_owned(), most::AREAS),
        ("/areas/0/tasks".to_owned(), most::TASKS),
        (of("/measures"), most::MEASURES),
        (of("/indicators"), most::INDICATORS),
        (of("/milestones"), most::MILESTONES),
        ("/organisations".to_owned(), most::ORGANISATIONS),
        ("/projects".to_owned(), most::PROJECTS),
        ("/requirements".to_owned(), most::REQUIREMENTS),
        ("/questions".to_owned(), most::QUESTIONS),
        ("/lists".to_owned(), most::LISTS),
        ("/lists/0/states".to_owned(), most::STATES),
        ("/lists/0/figures".to_owned(), most::FIGURES),
        ("/cycle/rounds".to_owned(), most::ROUNDS),
        (of("/lead"), most::LISTED),
        (indicator("/aliases"), most::LISTED),
        (indicator("/related"), most::LISTED),
        (indicator("/targets"), usize::from(most::YEARS)),
    ] {
        let of_list = |told: Vec<(String, Rule)>| -> Vec<usize> {
            let told = told.into_iter().filter(|(path, _)| *path == list);
            let found = |(_, rule)| match rule {
                Rule::Count { found, .. } => Some(found),
                _ => None,
            };
            told.filter_map(found).collect()
        };
        assert!(of_list(filled(&list, most)).is_empty(), "{list}");
        let beyond = filled(&list, most + 1);
        // Looking at each of so many would take long.
        let item = format!("{list}/0");
        assert!(beyond.iter().all(|(path, _)| !path.starts_with(&item)), "{list}");
        assert_eq!(of_list(beyond), [most + 1], "{list}");
    }
}

/// field 12: the lists of days are bounded, and no day stands in both.
#[test]
fn days_off_and_working_days_are_bounded_and_apart() {
    let told = |off: usize, worked: usize| {
        let mut plan = small();
        let calendar = json!({
            "window_ends_on_working_day": true,
            "days_off": vec!["2031-10-01"; off],
            "working_days": vec!["2031-10-11"; worked],
        });
        plan["cycle"]["calendar"] = calendar;
        let rules = rules(&plan).into_iter().filter(|(path, _)| path.starts_with("/cycle/calendar"));
        rules.map(|(path, _)| path).collect::<Vec<_>>()
    };
    assert_eq!(told(most::DAYS, most::DAYS), Vec::<String>::new());
    assert_eq!(told(most::DAYS + 1, 0), ["/cycle/calendar/days_off"]);
    assert_eq!(told(0, most::DAYS + 1), ["/cycle/calendar/working_days"]);
    let mut plan = small();
    plan["cycle"]["calendar"] = json!({
        "window_ends_on_working_day": false,
        "days_off": ["2031-10-01", "2031-10-02"],
        "working_days": ["2031-10-11", "2031-10-02"],
    });
    let day = crate::plan::Day::parse("2031-10-02").expect("a day");
    let both = ("/cycle/calendar/working_days/1".to_owned(), Rule::DayOffAndWorked { day });
    assert!(rules(&plan).contains(&both));
}

#[test]
fn over_all_areas_there_are_no_more_than_of_one() {
    let totals = |list: &str, counts: &[usize]| {
        let mut plan = small();
        let mut area = plan["areas"][0].clone();
        area["tasks"] = vec![area["tasks"][0].clone()].into();
        let with = |count: &usize| {
            let mut area = area.clone();
            let place = area.pointer_mut(list).expect("a list");
            *place = vec![place[0].clone(); *count].into();
            area
        };
        plan["areas"] = counts.iter().map(with).collect();
        rules(&plan).iter().filter(|(_, rule)| matches!(rule, Rule::Total { .. })).count()
    };
    for (list, most) in [
        ("/tasks", most::TASKS),
        ("/tasks/0/measures", most::MEASURES),
        ("/tasks/0/indicators", most::INDICATORS),
        ("/tasks/0/milestones", most::MILESTONES),
    ] {
        assert_eq!((totals(list, &[most]), totals(list, &[most - 1, 2])), (0, 1), "{list}");
    }
}

#[test]
fn texts_identifiers_zones_and_periods_have_an_end() {
    let told = |place: &str, value: Value| {
        let mut plan = small();
        *plan.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
        rules(&plan).into_iter().map(|(_, rule)| rule).collect::<Vec<_>>()
    };
    let long = |letters: usize| json!("a".repeat(letters));
    let is = |rules: Vec<Rule>, wanted: fn(&Rule) -> bool| rules.iter().any(wanted);
    let text: fn(&Rule) -> bool = |rule| matches!(rule, Rule::TextTooLong { .. });
    assert!(
        !is(told("/purpose", long(most::TEXT)), text) && is(told("/purpose", long(most::TEXT + 1)), text)
    );
    let id: fn(&Rule) -> bool = |rule| matches!(rule, Rule::IdShape { .. });
    assert!(!is(told("/id", long(most::ID)), id) && is(told("/id", long(most::ID + 1)), id));
    let zone: fn(&Rule) -> bool = |rule| matches!(rule, Rule::TimeZone { .. });
    assert!(
        !is(told("/time_zone", long(most::ID)), zone) && is(told("/time_zone", long(most::ID + 1)), zone)
    );
    let period: fn(&Rule) -> bool = |rule| matches!(rule, Rule::Period { .. });
    let last = |years: u16| told("/period/to", json!(2031 + years - 1));
    assert!(!is(last(most::YEARS), period) && is(last(most::YEARS + 1), period));
}

#[test]
fn a_file_is_no_longer_than_what_is_read() {
    let padded = |length: usize| format!("{SMALL}{}", " ".repeat(length - SMALL.len()));
    let (whole, longer) = (padded(MOST_BYTES), padded(MOST_BYTES + 1));
    assert!(
        from_json(&whole).is_some() && find(&whole).is_empty() && find_in_file(whole.as_bytes()).is_empty()
    );
    assert!(from_json(&longer).is_none());
    for faults in [find(&longer), find_in_file(longer.as_bytes())] {
        assert!(matches!(faults[..], [Fault { problem: Problem::TooLarge { .. }, .. }]), "{faults:?}");
    }
    // Before the text is held to be UTF-8, which takes time.
    let strange = find_in_file(&vec![0xff; MOST_BYTES + 1]);
    assert!(matches!(strange[..], [Fault { problem: Problem::TooLarge { .. }, .. }]), "{strange:?}");
}

#[test]
fn of_a_line_that_is_no_json_a_piece_is_shown() {
    let long = "字".repeat(500);
    let faults = find(&format!("{{ \"a\": \"{long}\" x \"{long}\" }}"));
    let [Fault { problem: Problem::NotJson { written, .. }, .. }] = &faults[..] else { panic!("{faults:?}") };
    assert!(written.chars().count() <= 40, "{written}");
}

/// hostile 8: what turns the direction of writing, or is not seen at all, stands in no name or title of a plan.
#[test]
fn letters_that_nobody_sees_are_refused_in_every_text_of_a_plan() {
    for letter in
        ['\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{e0041}']
    {
        for field in ["title", "short_title"] {
            let mut plan = small();
            let text = &mut plan[field];
            let place = if text.is_object() { &mut text["zh"] } else { text };
            *place = Value::from(format!("方案{letter}名称"));
            let text = plan.to_string();
            assert!(from_json(&text).is_none(), "{field} with {:x}", u32::from(letter));
        }
    }
}
