//! Which acts make sense on the page of an indicator, and what can be chosen in them.

use super::{Act, words};
use crate::ledger::{Claim, EntryId, Found, Ledger, Said, Slot};
use crate::page::plan::indicator::standing::history;
use crate::plan::{Basis, Comparator, Indicator, PlanIndex};
use crate::standing::Light;
use crate::standing::reading;
use crate::text::{Language, Text};

/// An act that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub act: Act,
    /// The page asks for it: nothing is judged before.
    pub is_wanted: bool,
    /// What can be chosen; none where the form has no choice.
    pub choices: Vec<Choice>,
    /// What has to be known before.
    pub note: Option<&'static str>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub words: Text,
    /// How the figure that goes with it compares, where it is a target.
    pub compares: Option<Comparator>,
}

/// Every act that makes sense now.
pub fn offers(plan: &PlanIndex, ledger: &Ledger, id: &str, language: Language) -> Vec<Offer> {
    let Some(place) = plan.indicator(id) else { return vec![] };
    let offer = Offers { plan, ledger, indicator: place.item, language };
    Act::ALL.into_iter().filter_map(|act| offer.of(act)).collect()
}

/// The entry that a choice stands for.
pub(super) fn chosen<'a>(found: Vec<Found<'a>>, value: &str) -> Option<Found<'a>> {
    found.into_iter().find(|found| key(found.id) == value)
}

/// The figures that can be corrected or withdrawn: those in force, of periods that are not locked. A lock shuts
/// out whatever comes later, so that a correction would be listed and never count.
pub(super) fn open_figures<'a>(ledger: &'a Ledger, id: &str) -> Vec<Found<'a>> {
    let all = ledger.actuals(id).into_values().flat_map(|months| months.into_values().rev());
    all.filter(|found| !is_locked(ledger, *found)).collect()
}

/// The entries with words, or a person, that can be struck out.
pub(super) fn worded<'a>(ledger: &'a Ledger, id: &str) -> Vec<Found<'a>> {
    let mut found = history::about(ledger, id);
    let about: Vec<EntryId> = found.iter().map(|found| found.id).collect();
    let withdrawals =
        ledger.batches().flat_map(|batch| batch.named().map(move |(id, entry)| Found { id, batch, entry }));
    found.extend(withdrawals.filter(|reply| {
        matches!(reply.entry.said, Said::Withdrawal { .. })
            && reply.entry.replaces.is_some_and(|target| about.contains(&target))
    }));
    let has_words = |found: &Found| {
        !found.batch.person.is_empty() || found.entry.said.words().iter().any(|words| !words.is_empty())
    };
    found.retain(has_words);
    found.sort_by_key(|found| std::cmp::Reverse((found.batch.written, found.id)));
    found
}

fn is_locked(ledger: &Ledger, found: Found) -> bool {
    ledger.shown(&Slot::Lock { month: found.batch.month }).is_some()
}

fn key(id: EntryId) -> String {
    format!("{:x}-{}-{}", id.batch.writer, id.batch.sequence, id.index)
}

struct Offers<'a> {
    plan: &'a PlanIndex,
    ledger: &'a Ledger,
    indicator: &'a Indicator,
    language: Language,
}

impl Offers<'_> {
    fn of(&self, act: Act) -> Option<Offer> {
        let (is_wanted, choices, note) = match act {
            Act::Baseline => return self.baseline(),
            Act::Basis => {
                let is_open = self.indicator.basis == Basis::Unstated;
                let is_wanted = self.ledger.decided_basis(&self.indicator.id).is_none();
                (is_wanted, if is_open { self.bases() } else { vec![] }, None)
            }
            Act::YearTarget => (false, self.years(), None),
            Act::Light => (false, self.claims(), None),
            Act::Correction | Act::Withdrawal => {
                let all = self.ledger.actuals(&self.indicator.id);
                let locked = all.values().flat_map(|months| months.values());
                let has_locked = locked.into_iter().any(|found| is_locked(self.ledger, *found));
                let note = has_locked.then_some(words::of(self.language).locked);
                (false, self.entries(open_figures(self.ledger, &self.indicator.id)), note)
            }
            Act::Redaction => {
                let note = words::of(self.language).redaction_note;
                (false, self.entries(worded(self.ledger, &self.indicator.id)), Some(note))
            }
        };
        (!choices.is_empty()).then_some(Offer { act, is_wanted, choices, note })
    }

    /// Only what starts from somewhere has a baseline: a stock, or the year before a yearly flow.
    fn baseline(&self) -> Option<Offer> {
        let basis = reading::basis(self.ledger, self.indicator);
        let is_missing = self.ledger.baseline(&self.indicator.id).is_none();
        match basis {
            Basis::Stock | Basis::YearlyFlow => Some(Offer {
                act: Act::Baseline,
                is_wanted: is_missing && basis == Basis::Stock,
                choices: vec![],
                note: None,
            }),
            Basis::RunningTotal | Basis::Level | Basis::Unstated => None,
        }
    }

    fn bases(&self) -> Vec<Choice> {
        let stated = Basis::ALL.into_iter().filter(|basis| *basis != Basis::Unstated);
        let choice = |basis: Basis| Choice {
            value: basis.slug().into(),
            words: Text::plain(basis.words(self.language)),
            compares: None,
        };
        stated.map(choice).collect()
    }

    fn years(&self) -> Vec<Choice> {
        let open = self.plan.period.iter().filter(|year| self.indicator.target(*year).is_none());
        open.map(|year| Choice {
            value: year.to_string(),
            words: Text::plain(year.to_string()),
            compares: Some(reading::set_comparator(self.indicator, year)),
        })
        .collect()
    }

    fn claims(&self) -> Vec<Choice> {
        let choice = |claim: Claim| {
            let light = Light::from(claim);
            Choice {
                value: light.slug().into(),
                words: Text::plain(light.words(self.language)),
                compares: None,
            }
        };
        [Claim::Red, Claim::Amber, Claim::Green, Claim::Met].into_iter().map(choice).collect()
    }

    fn entries(&self, found: Vec<Found>) -> Vec<Choice> {
        let choice = |found: Found| Choice { value: key(found.id), words: self.entry(found), compares: None };
        found.into_iter().map(choice).collect()
    }

    /// Enough to know an entry by: its period, district, figure, who wrote it. One string, as an option must be.
    fn entry(&self, found: Found) -> Text {
        let language = self.language;
        let mut parts = vec![Text::plain(found.batch.month.to_string())];
        match &found.entry.said {
            Said::Actual { district, report, .. } => {
                parts.extend(district.as_deref().map(|id| self.plan.organisation_name(id, language)));
                parts.push(Text::plain(report.words(language)));
            }
            said => parts.push(Text::plain(said.kind(language))),
        }
        parts.push(self.plan.organisation_name(&found.batch.organisation, language));
        if !found.batch.person.is_empty() {
            parts.push(Text::typed(&found.batch.person, language));
        }
        let foreign = parts.iter().find_map(|part| part.language);
        let words: Vec<String> = parts.into_iter().map(|part| part.words).collect();
        Text { words: words.join(" · "), language: foreign }
    }
}
