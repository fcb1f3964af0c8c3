//! One file for each fault there is: it is found at its place, as what it is, and told in both languages.

use crate::plans::{SMALL, places, remove, small};
use planboard::plan::faults::{Fault, MOST_FAULTS, Problem, find, find_in_file};
use planboard::plan::rules::Rule;
use planboard::text::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Place to change, new value, path and sort of the one fault.
fn changes() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    let many =
        |what: &str, count: usize| Value::Array((0..count).map(|at| json!(format!("{what}{at}"))).collect());
    vec![
        ("/schema", json!(2), "schema", "form"),
        ("/schema", json!(0), "schema", "form"),
        ("/id", json!("River"), "id", "id shape"),
        ("/id", json!("r".repeat(65)), "id", "id shape"),
        ("/questions/0/id", json!("monthly"), "questions[0].id", "id taken"),
        ("/issuer", json!("councel"), "issuer", "no such"),
        ("/issuer", json!("banks"), "issuer", "other kind"),
        ("/districts/0", json!("council"), "districts[0]", "other kind"),
        ("/organisations/2/members/0", json!("all-towns"), "organisations[2].members[0]", "other kind"),
        ("/questions/0/concerns/0", json!("land"), "questions[0].concerns[0]", "other kind"),
        (
            "/areas/0/tasks/0/projects",
            json!(["river-day", "river-day"]),
            "areas[0].tasks[0].projects[1]",
            "listed twice",
        ),
        ("/organisations/0/members", json!(["east"]), "organisations[0].members", "members outside group"),
        ("/organisations/0/aliases", many("alias ", 501), "organisations[0].aliases", "count"),
        ("/version", json!("  "), "version", "blank"),
        ("/title/zh", json!("\u{3000}"), "title.zh", "blank"),
        ("/purpose", json!("长".repeat(4001)), "purpose", "text too long"),
        ("/projects/0/note/en", json!("\u{1b}[31m"), "projects[0].note.en", "unreadable"),
        ("/time_zone", json!("UTC+8 (Beijing)"), "time_zone", "time zone"),
        ("/time_zone", json!(""), "time_zone", "time zone"),
        ("/period", json!({"from": 2033, "to": 2031}), "period", "period"),
        ("/period/to", json!(2043), "period", "period"),
        ("/period/from", json!(31), "period", "period"),
        (
            "/areas/0/tasks/0/measures/0/year",
            json!(2030),
            "areas[0].tasks[0].measures[0].year",
            "year outside",
        ),
        (
            "/areas/0/tasks/0/indicators/0/targets/1/year",
            json!(2034),
            "areas[0].tasks[0].indicators[0].targets[1].year",
            "year outside",
        ),
        (
            "/areas/0/tasks/0/milestones/0/years/to",
            json!(2034),
            "areas[0].tasks[0].milestones[0].years.to",
            "year outside",
        ),
        (
            "/areas/0/tasks/0/milestones/0/years/from",
            json!(2033),
            "areas[0].tasks[0].milestones[0].years",
            "span reversed",
        ),
        (
            "/areas/0/tasks/0/indicators/0/targets/1/year",
            json!(2031),
            "areas[0].tasks[0].indicators[0].targets[1].year",
            "year order",
        ),
        ("/cycle/first_month", json!("2030-12"), "cycle.first_month", "month outside"),
        ("/cycle/first_month", json!("2034-01"), "cycle.first_month", "month outside"),
        ("/cycle/rounds/1/months", json!(5), "cycle.rounds[1].months", "round months"),
        ("/cycle/rounds/0/months", json!(12), "cycle.rounds[1].months", "round order"),
        ("/cycle/rounds/0/window/closes", json!(29), "cycle.rounds[0].window", "window"),
        ("/cycle/rounds/0/window/opens", json!(0), "cycle.rounds[0].window", "window"),
        ("/cycle/rounds/0/window/opens", json!(6), "cycle.rounds[0].window", "window"),
        (
            "/cycle/calendar",
            json!({"window_ends_on_working_day": true, "days_off": ["2031-10-01"], "working_days": ["2031-10-01"]}),
            "cycle.calendar.working_days[0]",
            "day off and worked",
        ),
        (
            "/cycle/calendar",
            json!({"window_ends_on_working_day": true, "days_off": ["2031-02-29"]}),
            "cycle.calendar.days_off[0]",
            "not written",
        ),
        ("/projects/0/collective/named", json!(7), "projects[0].collective", "collective"),
        ("/projects/0/collective", json!({"count": 0, "named": 0}), "projects[0].collective", "collective"),
        ("/lists/0/figures/0/counts/0", json!("standin"), "lists[0].figures[0].counts[0]", "no state"),
        ("/lists/0/figures/0/counts", json!([]), "lists[0].figures[0].counts", "count"),
        ("/lists/0/figures/0/indicator", json!("banks"), "lists[0].figures[0].indicator", "other kind"),
        ("/lists/0/states/1/key", json!("standing"), "lists[0].states[1].key", "listed twice"),
        ("/lists/0/states/1/key", json!("Felled"), "lists[0].states[1].key", "id shape"),
        ("/lists/0/states", json!([]), "lists[0].states", "count"),
        ("/lists/0/project", json!("council"), "lists[0].project", "other kind"),
        ("/lists/0/as_written", json!(" "), "lists[0].as_written", "blank"),
        ("/lists/0/kind", json!("trees"), "lists[0].kind", "not allowed"),
        ("/document/date", json!("2031-02-29"), "document.date", "not written"),
        ("/cycle/first_month", json!("2031-3"), "cycle.first_month", "not written"),
        (
            "/areas/0/tasks/0/indicators/0/targets/0/value",
            json!(">17.6"),
            "areas[0].tasks[0].indicators[0].targets[0].value",
            "not written",
        ),
        (
            "/areas/0/tasks/0/indicators/0/targets/0/value",
            json!(17.6),
            "areas[0].tasks[0].indicators[0].targets[0].value",
            "wrong shape",
        ),
        ("/period", json!([2031, 2033]), "period", "wrong shape"),
        (
            "/areas/0/tasks/0/indicators/0/basis",
            json!({"stock": null}),
            "areas[0].tasks[0].indicators[0].basis",
            "wrong shape",
        ),
        ("/organisations/0/kind", json!("departement"), "organisations[0].kind", "not allowed"),
        ("/period/to", json!(70_000), "period.to", "out of range"),
        ("/title/en", json!(""), "title.en", "empty"),
        ("/title", json!({}), "title", "empty"),
    ]
}

/// The same, for faults that take more than one changed value.
fn other_files() -> Vec<(String, &'static str, &'static str)> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut plan = small();
        change(&mut plan);
        plan.to_string()
    };
    vec![
        (format!("{SMALL}{}", " ".repeat(2_000_000)), "", "too large"),
        (SMALL.replacen("\"period\":", "\"period\"", 1), "", "not JSON"),
        (String::new(), "", "not JSON"),
        (r#"{"name": "left-pad", "version": "1.0.0", "title": "x"}"#.into(), "", "foreign"),
        ("[1, 2]".into(), "", "foreign"),
        (changed(&|plan| drop(remove(plan, "/areas/0/mark"))), "areas[0].mark", "missing"),
        (
            changed(&|plan| plan["areas"][0]["tasks"][0]["indicators"][0]["basis"] = json!("level")),
            "lists[0].figures[0].indicator",
            "counts level",
        ),
        (changed(&|plan| plan["areas"][0]["colour"] = json!(1)), "areas[0].colour", "unknown"),
        (SMALL.replacen("short_title", "shortTitle", 1), "shortTitle", "unknown"),
        (
            SMALL.replacen("\"mark\": \"A\"", "\"mark\": \"A\", \"mark\": \"B\"", 1),
            "areas[0].mark",
            "repeated",
        ),
        (
            changed(&|plan| {
                plan["questions"] = json!([]);
                plan["areas"] = json!([]);
                // They name indicators, of which there is none then.
                plan["lists"] = json!([]);
            }),
            "areas",
            "count",
        ),
        (
            changed(&|plan| {
                let indicator = &mut plan["areas"][1]["tasks"][0]["indicators"][0];
                indicator["related"] = json!([{"indicator": "trees", "reason": "Both grow."}]);
            }),
            "areas[1].tasks[0].indicators[0].related[0].indicator",
            "not mutual",
        ),
        (
            changed(&|plan| {
                let indicator = &mut plan["areas"][1]["tasks"][0]["indicators"][0];
                indicator["related"] = json!([{"indicator": "fish", "reason": "The same."}]);
            }),
            "areas[1].tasks[0].indicators[0].related[0].indicator",
            "related to itself",
        ),
        (
            changed(&|plan| {
                let related = &mut plan["areas"][0]["tasks"][0]["indicators"][0]["related"];
                related
                    .as_array_mut()
                    .expect("a list")
                    .push(json!({"indicator": "new-trees", "reason": "Again."}));
            }),
            "areas[0].tasks[0].indicators[0].related[1].indicator",
            "listed twice",
        ),
        (
            changed(&|plan| {
                let empty = plan["areas"][1]["tasks"][0].clone();
                for area in 0..2 {
                    let tasks = (0..101).map(|at| {
                        let mut task = empty.clone();
                        task["id"] = json!(format!("task-{area}-{at}"));
                        task["indicators"] = json!([]);
                        task
                    });
                    let kept = plan["areas"][area]["tasks"][0].clone();
                    plan["areas"][area]["tasks"] = std::iter::once(kept).chain(tasks).collect();
                }
            }),
            "areas",
            "total",
        ),
    ]
}

fn files() -> Vec<(String, &'static str, &'static str)> {
    let single = changes().into_iter().map(|(place, value, path, sort)| {
        let mut plan = small();
        // A field that the plan leaves out is added.
        match plan.pointer_mut(place) {
            Some(old) => *old = value,
            None => {
                let (object, field) = place.rsplit_once('/').expect("a place");
                plan.pointer_mut(object).expect("an object")[field] = value;
            }
        }
        (plan.to_string(), path, sort)
    });
    single.chain(other_files()).collect()
}

#[test]
fn each_fault_is_found_alone_at_its_place() {
    for (text, path, sort) in files() {
        let faults = find(&text);
        let [fault] = &faults[..] else { panic!("{path}, {sort}: {faults:#?}") };
        assert_eq!((fault.path.as_str(), name(&fault.problem)), (path, sort));
    }
}

#[test]
fn there_is_a_file_for_every_sort_of_fault() {
    let met: BTreeSet<&str> =
        files().iter().flat_map(|(text, ..)| find(text)).map(|fault| name(&fault.problem)).collect();
    let elsewhere = ["not UTF-8", "more"];
    for sort in SORTS {
        assert!(met.contains(sort) || elsewhere.contains(sort), "no file has the fault: {sort}");
    }
}

#[test]
fn each_fault_is_told_in_both_languages() {
    let is_han = |letter: char| {
        ('\u{2e80}'..='\u{9fff}').contains(&letter) || ('\u{ff00}'..='\u{ffef}').contains(&letter)
    };
    let mut all: Vec<Fault> = files().iter().flat_map(|(text, ..)| find(text)).collect();
    all.extend(find_in_file(b"{\n\xc4\xfa"));
    all.extend(find(&many_faults()).pop());
    for fault in all {
        let [zh, en] = Language::ALL.map(|language| fault.say(language));
        for words in [&en.found, &en.allowed, &en.advice] {
            assert!(!words.is_empty() && !words.contains(is_han), "{fault:?}: {words}");
        }
        for words in [&zh.found, &zh.advice] {
            assert!(words.contains(is_han), "{fault:?}: {words}");
        }
        assert!(!zh.allowed.is_empty() && zh.quotation == en.quotation);
        for language in Language::ALL {
            let line = fault.line(language);
            assert!(line.contains(&fault.path) && !line.contains(char::is_control), "{line}");
        }
    }
}

#[test]
fn a_fault_reads_as_a_person_would_say_it() {
    let line = |text: &str, language| find(text)[0].line(language);
    let year = SMALL.replacen("\"year\": 2033", "\"year\": 2035", 1);
    assert_eq!(
        line(&year, Language::En),
        "areas[0].tasks[0].indicators[0].targets[1].year (trees): the year 2035; allowed: a year from 2031 to \
         2033, the period of the plan. Correct the year, or the period of the plan."
    );
    assert_eq!(
        line(&SMALL.replacen("\"issuer\": \"council\"", "\"issuer\": \"councel\"", 1), Language::Zh),
        "issuer：不存在的标识“councel”；应为：单位、单位组合、县（市）区或开发区的标识。\
         如果本意是 council，请改正；否则请补上缺少的内容，或删去这处引用。"
    );
    let broken = line(&SMALL.replacen("\"period\":", "\"period\"", 1), Language::En);
    let at = 1 + SMALL.lines().position(|line| line.contains("\"period\":")).expect("the line");
    let start = format!("whole file: not JSON from line {at}, column 12 on “  \"period\" {{ \"from\": 2031");
    assert!(broken.starts_with(&start), "{broken}");
}

#[test]
fn many_faults_are_counted_not_listed() {
    let faults = find(&many_faults());
    assert_eq!(faults.len(), MOST_FAULTS + 1);
    assert_eq!(faults[MOST_FAULTS].problem, Problem::More { count: 300 - MOST_FAULTS });
}

fn many_faults() -> String {
    let mut plan = small();
    plan["organisations"][0]["aliases"] = (0..300).map(Value::from).collect();
    plan.to_string()
}

#[test]
fn a_file_in_another_encoding_is_told_from_its_first_such_line() {
    let mut bytes = SMALL.as_bytes().to_vec();
    let line = 1 + bytes.iter().take(400).filter(|byte| **byte == b'\n').count();
    bytes[400] = 0xc4;
    assert_eq!(find_in_file(&bytes)[0].problem, Problem::NotUtf8 { line });
    assert_eq!(find_in_file(SMALL.as_bytes()), []);
}

#[test]
fn all_faults_are_named_at_once() {
    let mut plan = small();
    plan["areas"][0]["title"] = json!(3);
    plan["period"]["to"] = json!("2033");
    remove(&mut plan, "/organisations/1/kind");
    let faults = find(&plan.to_string());
    let paths: BTreeSet<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, BTreeSet::from(["areas[0].title", "organisations[1].kind", "period.to"]));
    let items: BTreeSet<_> = faults.iter().filter_map(|fault| fault.item.as_deref()).collect();
    assert_eq!(items, BTreeSet::from(["east", "land"]));
}

#[test]
fn the_small_plan_has_every_field_of_the_form() {
    let schema: Value = serde_json::from_str(include_str!("../../public/plan.schema.json")).expect("JSON");
    let definitions = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
    let fields: BTreeSet<&str> = definitions
        .filter_map(|definition| definition["properties"].as_object())
        .flat_map(|fields| fields.keys().map(String::as_str))
        .collect();
    let plan = small();
    let written: BTreeSet<String> =
        places(&plan).iter().map(|(pointer, _)| crate::plans::field(pointer).to_string()).collect();
    for field in fields {
        assert!(written.contains(field), "{field}");
    }
}

/// Every name that [`name`] gives.
const SORTS: &[&str] = &[
    "too large",
    "not UTF-8",
    "not JSON",
    "foreign",
    "missing",
    "unknown",
    "repeated",
    "wrong shape",
    "not allowed",
    "not written",
    "out of range",
    "empty",
    "more",
    "form",
    "id shape",
    "id taken",
    "no such",
    "other kind",
    "listed twice",
    "related to itself",
    "not mutual",
    "members outside group",
    "count",
    "total",
    "blank",
    "text too long",
    "unreadable",
    "time zone",
    "period",
    "year outside",
    "month outside",
    "span reversed",
    "year order",
    "round months",
    "round order",
    "window",
    "day off and worked",
    "collective",
    "no state",
    "counts level",
];

/// No arm for the rest: a new fault does not compile until it is named here, and in [`SORTS`] for a file.
fn name(problem: &Problem) -> &'static str {
    match problem {
        Problem::TooLarge { .. } => "too large",
        Problem::NotUtf8 { .. } => "not UTF-8",
        Problem::NotJson { .. } => "not JSON",
        Problem::Foreign { .. } => "foreign",
        Problem::Missing { .. } => "missing",
        Problem::Unknown { .. } => "unknown",
        Problem::Repeated => "repeated",
        Problem::WrongShape { .. } => "wrong shape",
        Problem::NotAllowed { .. } => "not allowed",
        Problem::NotWritten { .. } => "not written",
        Problem::OutOfRange { .. } => "out of range",
        Problem::Empty => "empty",
        Problem::More { .. } => "more",
        Problem::Rule(rule) => match rule {
            Rule::Form { .. } => "form",
            Rule::IdShape { .. } => "id shape",
            Rule::IdTaken { .. } => "id taken",
            Rule::NoSuch { .. } => "no such",
            Rule::OtherKind { .. } => "other kind",
            Rule::ListedTwice { .. } => "listed twice",
            Rule::RelatedToItself { .. } => "related to itself",
            Rule::NotMutual { .. } => "not mutual",
            Rule::MembersOutsideGroup => "members outside group",
            Rule::Count { .. } => "count",
            Rule::Total { .. } => "total",
            Rule::Blank => "blank",
            Rule::TextTooLong { .. } => "text too long",
            Rule::Unreadable { .. } => "unreadable",
            Rule::TimeZone { .. } => "time zone",
            Rule::Period { .. } => "period",
            Rule::YearOutside { .. } => "year outside",
            Rule::MonthOutside { .. } => "month outside",
            Rule::SpanReversed { .. } => "span reversed",
            Rule::YearOrder { .. } => "year order",
            Rule::RoundMonths { .. } => "round months",
            Rule::RoundOrder { .. } => "round order",
            Rule::Window { .. } => "window",
            Rule::DayOffAndWorked { .. } => "day off and worked",
            Rule::Collective { .. } => "collective",
            Rule::NoState { .. } => "no state",
            Rule::CountsLevel { .. } => "counts level",
        },
    }
}
