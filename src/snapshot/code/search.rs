//! Which state of a ledger a code belongs to. The ledger is gone through once, from its first batch on and a stretch at a
//! time, so that a page can draw in between.

use super::Coding;
use super::pieces::Pieces;
use crate::ledger::{BatchId, Ledger, Moment};
use crate::link::fingerprint::{Code, Fingerprint};
use crate::plan::PlanIndex;
use std::sync::Arc;

/// What a code is to a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The code of the state now.
    Same,
    /// The code of one area as it is now.
    Area(usize),
    /// The code of the whole as it was at a moment.
    Earlier(Moment),
    /// The code of the records now, given by a release whose codes said nothing of the plan.
    Records,
    /// The same of the records as they were at a moment.
    EarlierRecords(Moment),
    /// The code of none of the states that were looked at.
    Unknown,
}

/// Most earlier states that are looked through.
const MOST_STATES: usize = 60;
/// Entries that are gone through at once: some milliseconds on a slow phone.
const STRETCH: usize = 60;

/// A search that goes on with each [`Search::step`].
pub struct Search {
    plan: Arc<PlanIndex>,
    ledger: Arc<Ledger>,
    code: Code,
    /// The code of the state now; none once it was looked at.
    now: Option<Coding>,
    /// Every batch by when it was written.
    order: Vec<(Moment, BatchId)>,
    /// How many of them have been gone through.
    done: usize,
    /// The first and the last moment of which the state is looked at; none where there is only one.
    span: Option<(Moment, Moment)>,
    known: Ledger,
    pieces: Pieces,
    /// The latest moment whose state has the code.
    found: Option<Comparison>,
}

impl Search {
    /// For a code among the state now, its areas, and the latest earlier states.
    pub fn new(plan: Arc<PlanIndex>, ledger: Arc<Ledger>, code: Code) -> Self {
        let mut order: Vec<_> = ledger.batches().map(|batch| (batch.written, batch.id)).collect();
        order.sort();
        let mut moments: Vec<Moment> = order.iter().map(|(written, _)| *written).collect();
        moments.dedup();
        // The last is the state now.
        moments.pop();
        let latest = &moments[moments.len().saturating_sub(MOST_STATES)..];
        let span = latest.first().copied().zip(latest.last().copied());
        let pieces = Pieces::new(&plan);
        let known = Ledger::default();
        let now = Some(Coding::new(plan.clone(), ledger.clone()));
        Self { plan, ledger, code, now, order, done: 0, span, known, pieces, found: None }
    }

    /// Goes on by a stretch; the answer once it is there.
    pub fn step(&mut self) -> Option<Comparison> {
        if let Some(coding) = &mut self.now {
            let now = coding.step()?;
            let of_records = coding.of_records();
            self.now = None;
            return self.is_now(&now, &of_records);
        }
        let Some((first, last)) = self.span else { return Some(Comparison::Unknown) };
        let mut entries = 0;
        while let Some((written, id)) = self.order.get(self.done).copied().filter(|(at, _)| *at <= last) {
            if let Some(batch) = self.ledger.shared(id) {
                entries += batch.entries.len();
                for slot in self.known.add_and_tell(batch.clone()) {
                    self.pieces.look(&self.plan, &self.known, &slot);
                }
            }
            self.done += 1;
            let is_state = self.order.get(self.done).is_none_or(|(next, _)| *next > written);
            if is_state && written >= first {
                if self.pieces.fingerprint().whole == self.code {
                    self.found = Some(Comparison::Earlier(written));
                } else if self.pieces.of_records().whole == self.code {
                    self.found = Some(Comparison::EarlierRecords(written));
                }
                return None;
            }
            if entries >= STRETCH {
                return None;
            }
        }
        Some(self.found.take().unwrap_or(Comparison::Unknown))
    }

    fn is_now(&self, now: &Fingerprint, of_records: &Fingerprint) -> Option<Comparison> {
        if now.whole == self.code {
            return Some(Comparison::Same);
        }
        if of_records.whole == self.code {
            return Some(Comparison::Records);
        }
        let area = now.areas.iter().find(|(_, code)| *code == self.code);
        area.map(|(area, _)| Comparison::Area(*area))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{Batch, Said};
    use crate::sample;
    use crate::snapshot::code::snapshot_code;
    use crate::snapshot::code::tests::{plan, reported};

    fn compare(ledger: &Ledger, code: Code) -> Comparison {
        let mut search = Search::new(Arc::new(plan()), Arc::new(ledger.clone()), code);
        loop {
            if let Some(answer) = search.step() {
                return answer;
            }
        }
    }

    /// The same by what it means: the code of the ledger as it was known at each moment.
    fn earlier(ledger: &Ledger, code: Code) -> Comparison {
        let mut moments: Vec<Moment> = ledger.batches().map(|batch| batch.written).collect();
        moments.sort();
        moments.dedup();
        let mut latest = moments.into_iter().rev().skip(1).take(MOST_STATES);
        let found = latest.find(|moment| snapshot_code(&plan(), &ledger.known_on(*moment)).whole == code);
        found.map_or(Comparison::Unknown, Comparison::Earlier)
    }

    #[test]
    fn an_earlier_state_is_recognised() {
        let plan = plan();
        let now = Ledger::new([reported(1, 1, "alliances", "11"), reported(2, 2, "alliances", "12")]);
        let code = snapshot_code(&plan, &now.known_on(Moment(1))).whole;
        assert_eq!(compare(&now, code), Comparison::Earlier(Moment(1)));
        assert_eq!(compare(&now, snapshot_code(&plan, &now).whole), Comparison::Same);
        assert_eq!(compare(&now, snapshot_code(&plan, &now).areas[0].1), Comparison::Area(0));
        assert_eq!(compare(&now, Code::of(b"another")), Comparison::Unknown);
        assert_eq!(compare(&Ledger::default(), Code::of(b"another")), Comparison::Unknown);
    }

    #[test]
    fn only_the_latest_states_are_looked_through() {
        let plan = plan();
        let states: Vec<Batch> =
            (0..=MOST_STATES as u64 + 1).map(|at| reported(at, at, "alliances", &at.to_string())).collect();
        let now = Ledger::new(states);
        let of = |moment| compare(&now, snapshot_code(&plan, &now.known_on(Moment(moment))).whole);
        assert_eq!(of(1), Comparison::Earlier(Moment(1)));
        assert_eq!(of(0), Comparison::Unknown, "one too far back");
    }

    #[test]
    fn of_states_with_one_code_the_latest_is_named() {
        let same = |writer, written| reported(writer, written, "alliances", "11");
        let now = Ledger::new([same(1, 1), same(2, 2), reported(3, 3, "alliances", "12")]);
        let code = snapshot_code(&plan(), &now.known_on(Moment(1))).whole;
        assert_eq!(compare(&now, code), Comparison::Earlier(Moment(2)));
    }

    /// With corrections, returns and locks: each changes what was said before.
    #[test]
    fn every_state_of_a_ledger_with_everything_in_it_is_found() {
        let plan = plan();
        let now = Ledger::new(sample::batches(&plan));
        let mut moments: Vec<Moment> = now.batches().map(|batch| batch.written).collect();
        moments.sort();
        moments.dedup();
        let count = moments.len();
        for moment in moments.into_iter().skip(count - MOST_STATES - 3).step_by(7) {
            let code = snapshot_code(&plan, &now.known_on(moment)).whole;
            assert_eq!(compare(&now, code), earlier(&now, code), "{moment:?}");
        }
    }

    /// field 6: a code from paper of a release before editions counted is recognised, and told apart.
    #[test]
    fn a_code_of_the_records_alone_is_recognised_as_that() {
        use crate::snapshot::code::code_of_records;
        let plan = plan();
        let now = Ledger::new([reported(1, 1, "alliances", "11"), reported(2, 2, "alliances", "12")]);
        assert_eq!(compare(&now, code_of_records(&plan, &now).whole), Comparison::Records);
        let before = code_of_records(&plan, &now.known_on(Moment(1))).whole;
        assert_eq!(compare(&now, before), Comparison::EarlierRecords(Moment(1)));
    }

    #[test]
    fn a_step_stops_after_a_stretch() {
        let first = BatchId { writer: 1, sequence: 0 };
        let many = (0..STRETCH).map(|at| actual(&format!("i-{at}"), "1"));
        let said = batch(first, 1, 8, many);
        let more = batch(BatchId { writer: 2, sequence: 0 }, 1, 8, [entry(Said::Submission)]);
        let now = Ledger::new([said, more, reported(3, 2, "alliances", "1")]);
        let mut search = Search::new(Arc::new(plan()), Arc::new(now), Code::of(b"another"));
        let steps = std::iter::from_fn(|| search.step().is_none().then_some(())).count();
        // The state now: two stretches of slots, and the code; then the stretch of entries and the state.
        assert_eq!(steps, 2 + 1 + 2);
    }
}
