//! The rule as it stands, and what was typed as a change of it.

use super::words;
use crate::ledger::codec::MOST_LETTERS;
use crate::ledger::{Entry, Ledger, RuleChange, Said};
use crate::plan::Quantity;
use crate::rows::figure;
use crate::standing::{Curve, reading};
use crate::text::Language;

/// The rule in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    /// Name, version and thresholds, in a sentence.
    pub sentence: String,
    /// What the fields begin with.
    pub typed: Typed,
}

/// What was typed, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    pub amber: String,
    pub red: String,
    /// Twelve figures with anything but digits and points between them; empty for a straight line.
    pub curve: String,
    pub reason: String,
}

/// The rule of a ledger.
pub fn current(ledger: &Ledger, language: Language) -> Current {
    let rule = reading::rule(ledger);
    let curve = match &rule.curve {
        Curve::Linear => String::new(),
        Curve::ByMonth(percents) => percents.map(|percent| percent.to_string()).join(" "),
    };
    Current {
        sentence: words::current(language, &rule),
        typed: Typed {
            amber: rule.amber_points.to_string(),
            red: rule.red_points.to_string(),
            curve,
            reason: String::new(),
        },
    }
}

/// The entry that changes the rule.
///
/// # Errors
/// A sentence for each fault.
pub fn written(ledger: &Ledger, typed: &Typed, language: Language) -> Result<Entry, Vec<String>> {
    let words = words::of(language);
    let mut faults = Vec::new();
    let amber = points(&typed.amber).ok_or_else(|| faults.push(words.no_amber.to_owned())).ok();
    let red = points(&typed.red).ok_or_else(|| faults.push(words.no_red.to_owned())).ok();
    let percents = typed.curve.split([' ', ',', '，', '、', ';', '；', '\t', '\n', '%', '％']);
    let percents: Vec<Option<Quantity>> = percents.filter(|one| !one.is_empty()).map(points).collect();
    let curve: Option<Vec<Quantity>> = percents.into_iter().collect();
    let curve = curve.filter(|curve| curve.is_empty() || curve.len() == 12);
    if curve.is_none() {
        faults.push(words.no_curve.to_owned());
    }
    let reason = typed.reason.trim();
    if reason.is_empty() || reason.chars().count() > MOST_LETTERS {
        faults.push(words.no_reason.to_owned());
    }
    let (Some(amber), Some(red), Some(curve)) = (amber, red, curve) else { return Err(faults) };
    let change = RuleChange { amber, red, curve, reason: reason.to_owned() };
    if let Err(unsound) = reading::checked(ledger, &change) {
        faults.extend(unsound.into_iter().map(|fault| fault.words(language)));
    }
    match faults.is_empty() {
        true => Ok(Entry { replaces: None, said: Said::Rule(change) }),
        false => Err(faults),
    }
}

fn points(text: &str) -> Option<Quantity> {
    figure::read(text, &[]).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::batch;

    fn typed(amber: &str, red: &str, curve: &str) -> Typed {
        Typed { amber: amber.into(), red: red.into(), curve: curve.into(), reason: "年初会议".into() }
    }

    fn say(typed: &Typed) -> Result<Entry, Vec<String>> {
        written(&Ledger::default(), typed, Language::Zh)
    }

    #[test]
    fn a_change_comes_into_force_with_the_next_version() {
        let ledger = Ledger::default();
        assert!(current(&ledger, Language::Zh).sentence.contains("第 1 版"));
        let curve = "5 10 20，30、40 50 60 70 80 85 95 100%";
        let entry = say(&typed("５", "20", curve)).unwrap();
        let changed = Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 8, [entry])]);
        let now = current(&changed, Language::Zh);
        assert!(now.sentence.contains("第 2 版") && now.sentence.contains('5'), "{}", now.sentence);
        assert_eq!(now.typed.curve, "5 10 20 30 40 50 60 70 80 85 95 100");
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let wrong = Typed { reason: " ".into(), ..typed("x", "", "1 2 3") };
        assert_eq!(say(&wrong).unwrap_err().len(), 4);
        assert_eq!(say(&typed("30", "10", "")).unwrap_err().len(), 1, "slow would begin later than behind");
        assert!(say(&typed("10", "30", "5 4 20 30 40 50 60 70 80 85 95 100")).is_err(), "the curve falls");
        assert!(say(&typed("10", "30", "")).is_ok());
    }

    #[test]
    fn a_reason_has_at_most_as_many_letters_as_the_ledger_takes() {
        let because = |letters| say(&Typed { reason: "字".repeat(letters), ..typed("10", "30", "") });
        assert!(because(MOST_LETTERS).is_ok());
        assert_eq!(because(MOST_LETTERS + 1), Err(vec![words::of(Language::Zh).no_reason.to_owned()]));
    }
}
