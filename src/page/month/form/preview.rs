//! What a receipt says, line by line, before it is made.

use super::sheet::Sheet;
use super::words;
use crate::ledger::{Entry, ProblemStep, Said, Stage};
use crate::plan::unit;
use crate::text::{Language, Text};

/// One statement of a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about; empty where it stands for itself.
    pub name: Text,
    /// Pieces of what is said, without anything between them. What was typed is marked where its language is not the page's.
    pub says: Vec<Text>,
    /// Whether it takes the place of something that was recorded.
    pub is_correction: bool,
    /// A stage that is as it was last, and nothing more is said of it.
    pub unchanged: Option<Stage>,
}

/// Every statement, in the order of the receipt.
pub fn preview(sheet: &Sheet, entries: &[Entry], language: Language) -> Vec<Line> {
    entries.iter().filter_map(|entry| line(sheet, entry, language)).collect()
}

fn line(sheet: &Sheet, entry: &Entry, language: Language) -> Option<Line> {
    let named = |id: &str| {
        let subject = sheet.subjects.iter().find(|(one, _)| one == id).map(|(_, name)| name.clone());
        // A line of a year's list is no subject of the plan; its name is an entry's.
        let staged = || sheet.staged().find(|one| one.id == id).map(|one| one.name.clone());
        subject.or_else(staged).unwrap_or_else(|| Text::typed(id, language))
    };
    let typed = |words: &str| Text::typed(words, language);
    let mut unchanged = None;
    let (name, mut says, notes): (Text, Vec<Text>, Vec<&str>) = match &entry.said {
        Said::Actual { indicator, report, evidence, note, .. } => {
            let said = report.words(language);
            let says = match (report.value(), sheet.figure(indicator)) {
                // English money has its sign and its power; a unit of the other language keeps its own.
                (Some(_), Some(asked)) if asked.unit.language.is_none() => {
                    vec![Text::plain(unit::written(&said, &asked.unit.words))]
                }
                (Some(_), Some(asked)) => {
                    vec![Text::plain(said), Text::plain(unit::gap(&asked.unit.words)), asked.unit.clone()]
                }
                _ => vec![Text::plain(said)],
            };
            (named(indicator), says, vec![evidence, note])
        }
        Said::Progress { subject, stage, note } => {
            let before = sheet.staged().find(|one| one.id == **subject).and_then(|one| one.last);
            let is_same = before.is_some_and(|(_, before)| before == *stage);
            unchanged = Some(*stage).filter(|_| is_same && note.is_empty());
            let same = is_same.then(|| Text::plain(words::as_before(language)));
            (
                named(subject),
                [Text::plain(stage.words(language))].into_iter().chain(same).collect(),
                vec![note],
            )
        }
        Said::Problem { subject, text, who, until } => {
            let until = until.map(|day| words::until(language, day)).unwrap_or_default();
            let name = subject.as_deref().map(named).unwrap_or_default();
            let mut says = vec![Text::plain(words::of(language).problem_before), typed(text)];
            says.extend(
                (!until.is_empty()).then(|| Text::plain([words::of(language).between, &until].concat())),
            );
            (name, says, vec![who])
        }
        Said::Withdrawal { .. } => {
            let is_answer = entry.replaces.is_some_and(|id| sheet.answered.contains(&id));
            let problem = words::of(language).problem_taken_back;
            let taken_back = if is_answer { words::answers::takes_back(language) } else { problem };
            (Text::default(), vec![Text::plain(taken_back)], vec![])
        }
        Said::ProblemStep { of, step, text, .. } => {
            let asked = sheet.asked_problems.iter().find(|asked| asked.of == *of);
            let name = asked
                .map_or_else(|| Text::plain(words::answers::a_problem(language)), |asked| asked.text.clone());
            let evidence = match step {
                ProblemStep::CloseOutAsked { evidence } => evidence.as_str(),
                _ => "",
            };
            (name, vec![Text::plain(words::answers::told(language, step))], vec![text, evidence])
        }
        // The heading of the preview says it.
        Said::Submission => return None,
        // The form writes nothing of this sort.
        Said::Baseline { .. }
        | Said::Acceptance { .. }
        | Said::Return { .. }
        | Said::Lock { .. }
        | Said::YearTarget { .. }
        | Said::Judgement { .. }
        | Said::BasisDecision { .. }
        | Said::Rule(_)
        | Said::Redaction { .. }
        | Said::Window { .. }
        | Said::StartOfUse { .. }
        | Said::Item(_)
        | Said::Member(_)
        | Said::Adjustment(_)
        | Said::Allotment { .. }
        | Said::AssessmentRule(_)
        | Said::Verdict(_)
        | Said::Case(_)
        | Said::Issue(_)
        | Said::Decision(_) => return None,
    };
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        says.extend([Text::plain(words::of(language).between), typed(note)]);
    }
    Some(Line { name, says, is_correction: entry.replaces.is_some(), unchanged })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::entry;
    use crate::page::month::form::samples::{lead, ledger};

    /// An item has no name in the plan: only its sheet knows it.
    #[test]
    fn an_item_of_a_years_list_is_called_by_its_title() {
        let mut sheet = lead(&ledger(), "2024-08", Language::Zh);
        let mut item = sheet.measures[0].clone();
        item.id = "53414d504c4553ff.4.0".into();
        item.name = Text::plain("完成中试基地选址");
        sheet.items.push(item);
        let said = |subject: &str| {
            let stage = Said::Progress { subject: subject.into(), stage: Stage::Done, note: String::new() };
            preview(&sheet, &[entry(stage)], Language::Zh)[0].name.words.clone()
        };
        assert_eq!(said("53414d504c4553ff.4.0"), "完成中试基地选址");
        assert_eq!(said(&sheet.measures[0].id), sheet.measures[0].name.words);
        assert_eq!(said("unknown"), "unknown");
    }
}
