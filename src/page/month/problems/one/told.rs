//! What was done with a problem, first to last: how it was worded, every step, and what was taken back of these.

use super::words;
use crate::ledger::kinds::ProblemStep;
use crate::ledger::known::ProblemLife;
use crate::ledger::{Change, EntryId, Found, Said};
use crate::page::shared::problems as shared;
use crate::plan::Day;
use crate::standing::AsOf;
use crate::text::Text;

/// One thing that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub entry: EntryId,
    pub on: Day,
    /// What was done, in a sentence without a full stop.
    pub what: Text,
    /// For whom, and who: claims.
    pub by: Text,
    /// What was typed, and the paper or evidence. Untrusted; may be empty.
    pub typed: Text,
    pub document: Text,
    /// What the paper is, before its name.
    pub document_is: &'static str,
    /// What is to be noticed about it.
    pub marks: Vec<&'static str>,
}

/// Everything that was said of the problem that some entries say, by the day of today; of one that was taken back there is
/// no life, and nothing of it is out of order.
pub fn told(as_of: AsOf, ids: &[EntryId], life: Option<&ProblemLife>) -> Vec<Told> {
    let all = as_of.ledger.told_of_problem(ids);
    let known = all.into_iter().filter(|found| match found.entry.said {
        // Reports count by the period of which they are, everything else by the day on which it was written.
        Said::Problem { .. } => found.batch.month <= as_of.today.month(),
        _ => found.batch.written.day(as_of.offset) <= as_of.today,
    });
    known.map(|found| one(as_of, found, life)).collect()
}

fn one(as_of: AsOf, found: Found, life: Option<&ProblemLife>) -> Told {
    let (words, language) = (words::of(as_of.language), as_of.language);
    let typed = |text: &str| match text.trim() {
        "" => Text::default(),
        text => Text::typed(text, language),
    };
    let mut marks = Vec::new();
    let (mut document, mut document_is) = ("", words.document);
    let (what, text) = match &found.entry.said {
        Said::Problem { until, text, .. } => {
            marks.extend(found.entry.replaces.map(|_| words.worded_anew));
            let what = Text::plain(words::reported(language, found.batch.month, *until));
            (what, shared::text(language, text))
        }
        Said::ProblemStep { step, text, document: paper, .. } => {
            document = paper;
            match step {
                ProblemStep::CloseOutAsked { evidence } => {
                    (document, document_is) = (evidence, words.evidence)
                }
                ProblemStep::Closed => document_is = words.evidence,
                _ => {}
            }
            let to = match step {
                ProblemStep::Assigned { to, .. } => shared::organisation(as_of, to).text.words,
                _ => String::new(),
            };
            (Text::guessed(words::step(language, step, &to), language), typed(text))
        }
        Said::Withdrawal { reason } => {
            let of = found.entry.replaces.and_then(|id| as_of.ledger.entry(id));
            let of = of.map(|entry| match &entry.said {
                Said::ProblemStep { step, .. } => step.words(language),
                other => other.kind(language),
            });
            (Text::plain(words::taken_back_step(language, of.unwrap_or_default())), typed(reason))
        }
        // Nothing else is said of a problem.
        _ => (Text::default(), Text::default()),
    };
    if let Some(life) = life {
        let asked = life.requests.iter().find(|asked| asked.step.id == found.id);
        marks.extend(asked.filter(|asked| asked.is_late(as_of.offset)).map(|_| words.asked_late));
        marks.extend(life.irregular.contains(&found.id).then_some(words.irregular));
    }
    // A wording that another one follows needs no word: the later one says that it is worded anew.
    marks.extend(match as_of.ledger.change(found.id) {
        None | Some(Change::Shown | Change::Superseded | Change::Corrected) => None,
        Some(other) => Some(other.words(language)),
    });
    Told {
        entry: found.id,
        on: found.batch.written.day(as_of.offset),
        what,
        by: by(as_of, found),
        typed: text,
        document: typed(document),
        document_is,
        marks,
    }
}

/// For whom it was said, and who.
pub fn by(as_of: AsOf, found: Found) -> Text {
    let language = as_of.language;
    let organisation = shared::organisation(as_of, &found.batch.organisation).text.words;
    Text::guessed(words::by(language, &organisation, &found.batch.person), language)
}
