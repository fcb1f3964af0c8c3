//! What a fill-in link carries: who is asked about which period, and what was known of his items last.
//!
//! It is made of batches, so that one codec serves every link. The batch without entries names the asking
//! person, the organisation that is asked and the period; the others hold last values to stand beside the
//! fields, and what the year's list asks of the organisation, for the clerk's device has no list of its own. They are new batches with names of their own and belong into no ledger.

use super::{asked_problems, list};
use crate::ledger::{Batch, BatchId, Entry, Ledger, Moment, Report, Said};
use crate::plan::{Basis, Month, PlanIndex, Quantity};
use crate::standing::meaning::figures;
use crate::standing::{duty, reading};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a fill-in link asks.
#[derive(Clone, Debug, PartialEq)]
pub struct FillIn {
    pub organisation: crate::ledger::Id,
    pub month: Month,
    /// Who asks, as they call themselves; may be empty. Untrusted.
    pub from_person: String,
    /// What was known of the organisation's items before the period, and of figures after it, to be shown beside
    /// the fields and held against them only; and the open problems that it may answer.
    pub last: Vec<Batch>,
}

/// Who asks, and with which name the first batch is made; the others are numbered on from it.
#[derive(Clone, Debug)]
pub struct Asking {
    pub person: String,
    pub id: BatchId,
    pub now: Moment,
    /// Minutes by which the plan's day begins before that of UTC.
    pub offset: i32,
}

/// The batches of a fill-in link for an organisation and a period.
pub fn fill_in_batches(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    month: Month,
    asking: &Asking,
) -> Vec<Batch> {
    let batch = |at: u32, month, person: &str, entries| Batch {
        id: BatchId { writer: asking.id.writer, sequence: asking.id.sequence.wrapping_add(at) },
        written: asking.now,
        organisation: organisation.into(),
        person: person.into(),
        month,
        entries,
    };
    let asks = batch(0, month, &asking.person, Vec::new());
    let mut last = last_values(plan, ledger, organisation, month);
    // The clerk is not to be called late by a window that the officer has moved.
    if let Some((opens, closes)) = ledger.window(month) {
        let said = Said::Window { opens, closes, reason: String::new() };
        last.entry(month).or_default().push(Entry { replaces: None, said });
    }
    // Apart from the window: a release that knows nothing of lists leaves this batch out and keeps the other.
    let asked = list::of_year(plan, ledger, organisation, month);
    let listed = (!asked.is_empty()).then_some((month, asked));
    let last = last.into_iter().chain(listed);
    // Names and remarks stay away: the link is for the clerk's eyes to compare, and short.
    let last = last.zip(1..).map(|((month, entries), at)| batch(at, month, "", entries));
    let mut all: Vec<Batch> = std::iter::once(asks).chain(last).collect();
    let until = month.max(asking.now.day(asking.offset).month());
    let asked = asked_problems::asked(ledger, organisation, until);
    for said in [asked.open, asked.settled].into_iter().filter(|said| !said.is_empty()) {
        // Of the month before, where nobody takes it for a part of the report that is asked.
        let at = u32::try_from(all.len()).unwrap_or(u32::MAX);
        all.push(batch(at, month.plus(-1), "", said));
    }
    all
}

/// What a link asks, if it is a fill-in link: exactly one batch has no entries. Of the others only values of the
/// same organisation from other periods are kept, and from later ones figures alone; from the period itself the window,
/// where it was moved, and what the year's list asks; and its open problems.
pub fn read_fill_in(batches: &[Batch]) -> Option<FillIn> {
    let mut asking = batches.iter().filter(|batch| batch.entries.is_empty());
    let asks = asking.next().filter(|_| asking.next().is_none())?;
    let is_value = |entry: &Entry| {
        entry.replaces.is_none() && matches!(entry.said, Said::Actual { .. } | Said::Progress { .. })
    };
    let is_figure = |entry: &Entry| matches!(entry.said, Said::Actual { .. });
    let is_window = |entry: &Entry| entry.replaces.is_none() && matches!(entry.said, Said::Window { .. });
    let last = batches.iter().filter(|batch| {
        let mut entries = batch.entries.iter();
        !batch.entries.is_empty()
            && batch.organisation == asks.organisation
            && match batch.month.cmp(&asks.month) {
                Ordering::Less => {
                    entries.all(is_value)
                        || asked_problems::is_sound(batch)
                        || asked_problems::is_settled(batch)
                }
                Ordering::Equal => {
                    entries.all(is_window) || list::is_asked(&batch.entries, &asks.organisation, asks.month)
                }
                Ordering::Greater => entries.all(|entry| is_value(entry) && is_figure(entry)),
            }
    });
    Some(FillIn {
        organisation: asks.organisation.clone(),
        month: asks.month,
        from_person: asks.person.clone(),
        last: last.cloned().collect(),
    })
}

/// The last figure and the last stage of each item that the organisation owes, by the month it is of, and the next
/// figure where the period is a late one: whoever fills it in is to see that it exceeds what came after.
fn last_values(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    month: Month,
) -> BTreeMap<Month, Vec<Entry>> {
    let duty = duty::duty(plan, ledger, organisation, month);
    let mut last: BTreeMap<Month, Vec<Entry>> = BTreeMap::new();
    let mut put = |month, said| last.entry(month).or_default().push(Entry { replaces: None, said });
    for owed in &duty.indicators {
        let district = owed.is_share.then_some(organisation);
        let around = [
            last_figure(plan, ledger, &owed.indicator.id, district, month),
            next_figure(plan, ledger, &owed.indicator.id, district, month),
        ];
        for (of, value) in around.into_iter().flatten() {
            put(
                of,
                Said::Actual {
                    indicator: owed.indicator.id.as_str().into(),
                    district: district.map(Into::into),
                    report: Report::Value(value),
                    evidence: String::new(),
                    note: String::new(),
                },
            );
        }
    }
    let measures = duty.measures.iter().map(|(_, one)| one.id.as_str());
    let items = duty.items.iter().map(|one| &*one.id);
    for id in measures.chain(items).chain(duty.milestones.iter().map(|(_, one)| one.id.as_str())) {
        if let Some((of, stage, _)) = ledger.stage(id, month.plus(-1)) {
            put(of, Said::Progress { subject: id.into(), stage, note: String::new() });
        }
    }
    last
}

/// The last figure before a period, for the city or a district, with the month of which it is.
pub fn last_figure(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &str,
    district: Option<&str>,
    before: Month,
) -> Option<(Month, Quantity)> {
    let actuals = ledger.actuals(indicator);
    let reported = actuals.get(&district.map(Into::into))?;
    figures(basis(plan, ledger, indicator), reported)
        .range(..before)
        .next_back()
        .map(|(month, value)| (*month, *value))
}

/// The basis by which the figures of an indicator are read; one that the plan does not have has none.
fn basis(plan: &PlanIndex, ledger: &Ledger, indicator: &str) -> Basis {
    plan.indicator(indicator).map_or(Basis::Unstated, |place| reading::basis(ledger, place.item))
}

/// The first figure after a period, for the city or a district, with the month of which it is.
fn next_figure(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &str,
    district: Option<&str>,
    after: Month,
) -> Option<(Month, Quantity)> {
    let actuals = ledger.actuals(indicator);
    let reported = actuals.get(&district.map(Into::into))?;
    figures(basis(plan, ledger, indicator), reported)
        .range(after.plus(1)..)
        .next()
        .map(|(month, value)| (*month, *value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, day, figure, month, morning, plan};
    use crate::ledger::samples::value;
    use crate::ledger::{Stage, codec};

    fn asking() -> Asking {
        let id = BatchId { writer: 7, sequence: 3 };
        Asking { person: "李科".into(), id, now: morning("2024-09-01"), offset: 480 }
    }

    fn of(month: &str, batch: Batch) -> Batch {
        Batch { month: self::month(month), ..batch }
    }

    fn ledger() -> Ledger {
        let done =
            |id: &str| Said::Progress { subject: id.into(), stage: Stage::Underway, note: "长".repeat(50) };
        let plan = plan();
        let measure = plan.measures().next().unwrap().item.id.clone();
        Ledger::new([
            of("2024-06", batch(1, "2024-07-02", "haicheng", [figure("alliances", Some("haicheng"), "2")])),
            of("2024-07", batch(2, "2024-08-02", "haicheng", [figure("alliances", Some("haicheng"), "3")])),
            of("2024-08", batch(3, "2024-08-30", "haicheng", [figure("alliances", Some("haicheng"), "9")])),
            of("2024-07", batch(4, "2024-08-02", "taian", [figure("alliances", Some("taian"), "4")])),
            of(
                "2024-07",
                batch(5, "2024-08-02", "science-bureau", [figure("alliances", None, "40"), done(&measure)]),
            ),
        ])
    }

    #[test]
    fn a_link_carries_who_is_asked_and_his_own_last_values_only() {
        let batches = fill_in_batches(&plan(), &ledger(), "haicheng", month("2024-08"), &asking());
        let asked = read_fill_in(&batches).unwrap();
        assert_eq!((&*asked.organisation, asked.month), ("haicheng", month("2024-08")));
        assert_eq!(asked.from_person, "李科");
        assert_eq!(asked.last.len(), 1);
        assert_eq!(asked.last[0].month, month("2024-07"));
        assert_eq!(asked.last[0].entries.len(), 1);
        assert_eq!(asked.last[0].entries[0].said, figure("alliances", Some("haicheng"), "3"));
    }

    /// field 13: the clerk of a late month gets the figure of the later one to hold against.
    #[test]
    fn a_late_months_link_carries_the_next_figure_too() {
        let batches = fill_in_batches(&plan(), &ledger(), "haicheng", month("2024-07"), &asking());
        let asked = read_fill_in(&batches).unwrap();
        let of: Vec<Month> = asked.last.iter().map(|batch| batch.month).collect();
        assert_eq!(of, [month("2024-06"), month("2024-08")]);
        assert_eq!(asked.last[1].entries[0].said, figure("alliances", Some("haicheng"), "9"));
    }

    #[test]
    fn a_lead_gets_the_citys_figures_and_its_progress_without_the_remarks() {
        let batches = fill_in_batches(&plan(), &ledger(), "science-bureau", month("2024-08"), &asking());
        let said: Vec<&Said> = batches.iter().flat_map(|one| &one.entries).map(|entry| &entry.said).collect();
        assert_eq!(said.len(), 2);
        assert_eq!(*said[0], figure("alliances", None, "40"));
        assert!(matches!(said[1], Said::Progress { stage: Stage::Underway, note, .. } if note.is_empty()));
    }

    /// field 12: the clerk's form knows the window that the officer moved.
    #[test]
    fn a_moved_window_goes_with_the_link_and_nothing_else_of_the_period() {
        let about = month("2024-08");
        let window =
            Said::Window { opens: day("2024-09-09"), closes: day("2024-09-13"), reason: "假期".into() };
        let mut ledger = ledger();
        ledger.add(of("2024-08", batch(9, "2024-08-30", "science-bureau", [window])));
        let plan = plan();
        let asked = read_fill_in(&fill_in_batches(&plan, &ledger, "haicheng", about, &asking())).unwrap();
        let of_period: Vec<&Said> = asked
            .last
            .iter()
            .filter(|batch| batch.month == about)
            .flat_map(|batch| batch.entries.iter().map(|entry| &entry.said))
            .collect();
        let (opens, closes) = (day("2024-09-09"), day("2024-09-13"));
        assert_eq!(of_period, [&Said::Window { opens, closes, reason: String::new() }]);
        assert_eq!(Ledger::new(asked.last).window(about), Some((opens, closes)));
    }

    #[test]
    fn no_change_stands_for_the_figure_before_it() {
        let mut ledger = Ledger::new([of(
            "2024-05",
            batch(1, "2024-06-01", "science-bureau", [figure("alliances", None, "40")]),
        )]);
        let same = match figure("alliances", None, "1") {
            Said::Actual { indicator, district, evidence, note, .. } => {
                Said::Actual { indicator, district, report: Report::NoChange, evidence, note }
            }
            other => other,
        };
        ledger.add(of("2024-06", batch(2, "2024-07-01", "science-bureau", [same])));
        let found = last_figure(&plan(), &ledger, "alliances", None, month("2024-08"));
        assert_eq!(found, Some((month("2024-06"), value("40"))));
    }

    #[test]
    fn the_batches_have_names_of_their_own_and_survive_the_codec_in_any_order() {
        let plan = plan();
        let ledger = ledger();
        let mut batches = fill_in_batches(&plan, &ledger, "haicheng", month("2024-08"), &asking());
        assert!(batches.iter().all(|one| ledger.batch(one.id).is_none()));
        let vocabulary = codec::Vocabulary::of(&plan);
        let bytes = codec::encode(&batches, Some(&vocabulary));
        let read = codec::decode(&bytes, &vocabulary).unwrap();
        assert_eq!(read_fill_in(&read), read_fill_in(&batches));
        batches.reverse();
        assert!(read_fill_in(&batches).is_some());
    }

    #[test]
    fn what_does_not_belong_into_such_a_link_is_left_out() {
        let plan = plan();
        let mut batches = fill_in_batches(&plan, &ledger(), "haicheng", month("2024-08"), &asking());
        let honest = read_fill_in(&batches).unwrap();
        let hostile = [Said::Lock { accepted: vec![] }, Said::Submission];
        batches.push(of("2024-07", batch(20, "2024-08-01", "haicheng", hostile)));
        batches
            .push(of("2024-07", batch(21, "2024-08-01", "taian", [figure("alliances", Some("taian"), "1")])));
        batches.push(of(
            "2024-08",
            batch(22, "2024-08-01", "haicheng", [figure("alliances", Some("haicheng"), "1")]),
        ));
        assert_eq!(read_fill_in(&batches), Some(honest));
        let receipt = batch(1, "2024-09-01", "haicheng", [Said::Submission]);
        assert_eq!(read_fill_in(&[receipt]), None);
        assert_eq!(read_fill_in(&[]), None);
        let empty = |writer| batch(writer, "2024-09-01", "haicheng", []);
        assert_eq!(read_fill_in(&[empty(1), empty(2)]), None, "it asks twice");
    }
}
