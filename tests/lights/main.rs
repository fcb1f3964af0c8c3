//! Whoever copies the sentence of a light can compute the light again from it: a script that knows nothing of this
//! program does so for random lights, and notices when a light or a number is wrong.

#[path = "../common/mod.rs"]
mod common;
mod generator;
#[path = "../common/plans.rs"]
mod plans;

use generator::{Chance, Situation, situation};
use planboard::plan::{Day, Month, PlanIndex, Quantity, Year};
use planboard::standing::{Actual, Baseline, Course, Judgement, Light, Rule, judge, words};
use planboard::text::Language;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// How many lights each plan and language gives.
const MANY: usize = 200;

/// A light and its sentence, as they are copied.
struct Line {
    light: Light,
    language: Language,
    sentence: String,
}

impl Line {
    fn with(&self, light: Light) -> String {
        format!("{}\t{}", light.words(self.language), self.sentence)
    }
}

#[test]
fn every_light_can_be_computed_again_from_its_sentence_alone() {
    for (path, language) in every_page() {
        let lines = lines(&common::plan(path), language);
        let (sound, report) = recompute(lines.iter().map(|line| line.with(line.light)));
        assert!(sound, "{path} {language:?}\n{report}");
        assert!(report.contains(&format!("{MANY} lights, 0 wrong")), "{report}");
    }
}

/// A millionth beside a threshold is on its own side in print, too. 820 to 1000 within 2023: 910 by June.
#[test]
fn rounding_never_contradicts_the_light() {
    let plan = common::plan(common::ANSHAN);
    let indicator = plan.indicator("technology-smes").unwrap().item;
    let of = |text| Quantity::parse(text).unwrap();
    let rule = Rule::default();
    let cases = [
        ("910.000001", Light::Green),
        ("909.999999", Light::Green),
        ("892.000001", Light::Green),
        ("892", Light::Amber),
        ("856", Light::Amber),
        ("855.999999", Light::Red),
        ("999.999999", Light::Green),
    ];
    let mut said = Vec::new();
    for ((value, light), language) in
        cases.into_iter().flat_map(|case| Language::ALL.map(|language| (case, language)))
    {
        let actuals = [Actual { month: Month::parse("2023-06").unwrap(), value: of(value) }];
        let course = Course {
            indicator,
            decided_basis: None,
            baseline: Baseline::of_year(Year(2022), of("820")),
            actuals: &actuals,
            set_targets: &[],
            adjusted: &[],
            periods: Default::default(),
        };
        let judgement = judge(&course, &plan, Day::parse("2023-07-01").unwrap(), &rule);
        assert_eq!(judgement.light, light, "{value}");
        let sentence = words::copied(&words::sentence(&judgement, indicator, &plan, &rule, None, language));
        said.push(Line { light, language, sentence }.with(light));
    }
    let (sound, report) = recompute(said.into_iter());
    assert!(sound && report.contains("14 lights, 0 wrong"), "{report}");
}

#[test]
fn the_random_lights_are_of_every_sort() {
    let mut counts: BTreeMap<Light, usize> = BTreeMap::new();
    for path in [common::ANSHAN, common::HARBOUR_CITY] {
        for line in lines(&common::plan(path), Language::Zh) {
            *counts.entry(line.light).or_default() += 1;
        }
    }
    for light in Light::ALL {
        assert!(counts.get(&light).is_some_and(|count| *count >= 5), "{light:?} in {counts:?}");
    }
}

#[test]
fn the_script_notices_every_wrong_light() {
    for (path, language) in every_page() {
        let lines = lines(&common::plan(path), language);
        for step in 1..Light::ALL.len() {
            let wrong = lines.iter().map(|line| line.with(other(line.light, step)));
            let (sound, report) = recompute(wrong);
            assert!(!sound && report.contains(&format!("{MANY} lights, {MANY} wrong")), "{step}\n{report}");
        }
    }
}

#[test]
fn the_script_notices_a_wrong_number() {
    let lines = lines(&common::plan(common::ANSHAN), Language::En);
    let with_progress: Vec<&Line> =
        lines.iter().filter(|line| line.sentence.contains("expected progress ")).collect();
    assert!(with_progress.len() > 20);
    // Of a path that is past, an earlier target's value does not matter any more.
    let from_baseline: Vec<&Line> =
        with_progress.into_iter().filter(|line| !line.sentence.contains("that year's target")).collect();
    // The share of the way bears the name of the attainment where it counts from nothing.
    let marks: [&[&str]; 3] =
        [&["expected progress "], &["%, progress from the baseline ", "%, attainment "], &["path from "]];
    for mark in marks {
        let wrong = from_baseline.iter().map(|line| spoilt(line, mark));
        let (sound, report) = recompute(wrong);
        let all = from_baseline.len();
        assert!(!sound && report.contains(&format!("{all} lights, {all} wrong")), "{mark:?}\n{report}");
    }
}

#[test]
fn the_script_refuses_silence_and_nonsense() {
    assert!(!recompute(std::iter::empty()).0);
    assert!(!recompute(["met\tIt is met.".to_owned()].into_iter()).0);
}

#[test]
fn what_is_not_marked_as_another_language_has_no_han_characters_in_english() {
    for path in plans::EVERY {
        let plan = common::plan(path);
        let mut chance = Chance(7);
        for _ in 0..MANY {
            let situation = situation(&plan, &mut chance);
            let judgement = judged(&plan, &situation);
            let pieces =
                words::sentence(&judgement, situation.indicator, &plan, &situation.rule, None, Language::En);
            let reason = words::reason(&judgement, &situation.rule, Language::En);
            let own = pieces.iter().filter(|piece| piece.language.is_none()).map(|piece| &piece.words);
            for said in own.chain([&reason]) {
                assert!(!said.chars().any(|letter| ('\u{3000}'..='\u{ffef}').contains(&letter)), "{said}");
            }
        }
    }
}

/// The line with another number behind the words: 12 becomes 712, and -12 becomes 12.
fn spoilt(line: &Line, marks: &[&str]) -> String {
    let sound = line.with(line.light);
    let mark = marks.iter().find(|mark| sound.contains(**mark)).expect("the sentence has the words");
    let (before, after) = sound.split_once(*mark).expect("the sentence has the words");
    let number = after.strip_prefix('-').map_or(format!("7{after}"), str::to_owned);
    [before, *mark, &number].concat()
}

fn every_page() -> impl Iterator<Item = (&'static str, Language)> {
    plans::EVERY.into_iter().flat_map(|path| Language::ALL.into_iter().map(move |language| (path, language)))
}

/// Another light, a different one for each step.
fn other(light: Light, step: usize) -> Light {
    let at = Light::ALL.iter().position(|one| *one == light).unwrap();
    Light::ALL[(at + step) % Light::ALL.len()]
}

fn lines(plan: &PlanIndex, language: Language) -> Vec<Line> {
    let mut chance = Chance(20_230_725);
    (0..MANY)
        .map(|_| {
            let situation = situation(plan, &mut chance);
            let judgement = judged(plan, &situation);
            let pieces =
                words::sentence(&judgement, situation.indicator, plan, &situation.rule, None, language);
            Line { light: judgement.light, language, sentence: words::copied(&pieces) }
        })
        .collect()
}

fn judged(plan: &PlanIndex, situation: &Situation) -> Judgement {
    let course = Course {
        indicator: situation.indicator,
        decided_basis: situation.decided_basis,
        baseline: situation.baseline,
        actuals: &situation.actuals,
        set_targets: &situation.set_targets,
        adjusted: &situation.adjusted,
        periods: Default::default(),
    };
    judge(&course, plan, situation.as_of, &situation.rule)
}

/// Whether the script agrees with every line, and what it prints.
fn recompute(lines: impl Iterator<Item = String>) -> (bool, String) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lights/recompute.mjs");
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed, as CONTRIBUTING.md asks");
    let text = lines.map(|line| line + "\n").collect::<String>();
    node.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains(" wrong"), "the script did not reach its end");
    (output.status.success(), report)
}
