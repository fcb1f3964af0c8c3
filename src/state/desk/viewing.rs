//! Which ledger is on the screen.

use super::Desk;
use crate::ledger::kinds::Against;
use crate::ledger::{Ledger, Moment};
use crate::link::edition::Edition;
use crate::plan::Day;
use crate::snapshot::Excerpt;
use crate::storage::Shelf;
use leptos::prelude::*;
use std::sync::Arc;

/// Which ledger is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Viewing {
    /// One's own.
    Own,
    /// The invented one; it is kept apart and never merges.
    Sample,
    /// Something that was opened to be looked at.
    Opened(Arc<OpenedLedger>),
}

/// A ledger from a link or file, to look at and to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedLedger {
    pub ledger: Arc<Ledger>,
    /// From whom, as they call themselves.
    pub from: String,
    /// What it is about, at the latest, and when it was made.
    pub up_to: Day,
    pub known_on: Day,
    /// Notes or names were taken out, or it is a sample: it cannot be merged.
    pub only_to_look: bool,
    pub is_sample: bool,
    /// It is one's own ledger as it was known on a day.
    pub is_own_past: bool,
    /// Only this part of a ledger was put in.
    pub part: Option<Excerpt>,
    /// 核对码 of what was put in, judged by the plan of this page.
    pub code: String,
    /// The edition of the plan by which it was made; none where it does not say.
    pub edition: Option<Edition>,
}

impl Desk {
    /// The ledger on the screen; whoever asks is told when it changes. Where targets are judged as issued, it is read so.
    pub fn ledger(&self) -> Arc<Ledger> {
        let shown = self.shown();
        match self.against.get() {
            Against::Issued if !shown.all_adjustments().is_empty() => self.as_issued(shown),
            Against::Issued | Against::Adjusted => shown,
        }
    }

    /// Against which targets every page judges.
    pub fn against(&self) -> Against {
        self.against.get()
    }

    /// From now on every page judges against these targets.
    pub fn judge_against(&self, against: Against) {
        if self.against.get_untracked() != against {
            self.against.set(against);
        }
    }

    fn as_issued(&self, shown: Arc<Ledger>) -> Arc<Ledger> {
        let known = self.as_issued.with_value(|last| {
            last.as_ref().filter(|(of, _)| Arc::ptr_eq(of, &shown)).map(|(_, issued)| issued.clone())
        });
        known.unwrap_or_else(|| {
            let issued = Arc::new(shown.as_issued());
            self.as_issued.set_value(Some((shown, issued.clone())));
            issued
        })
    }

    fn shown(&self) -> Arc<Ledger> {
        self.viewing.with(|viewing| match viewing {
            Viewing::Own | Viewing::Sample => self.own.get(),
            Viewing::Opened(opened) if opened.part.is_some() && !self.is_covered.get() => Arc::default(),
            Viewing::Opened(opened) => opened.ledger.clone(),
        })
    }

    /// Says whether the page on the screen shows nothing but what the part that is looked at holds. On any other page
    /// that part is not shown: it would say of everything else that nobody had reported it.
    pub fn cover(&self, is_covered: bool) {
        if self.is_covered.get_untracked() != is_covered {
            self.is_covered.set(is_covered);
        }
    }

    /// Whether the page on the screen is outside of the part that is looked at, and shows nothing of it.
    pub fn is_outside(&self) -> bool {
        self.viewing.with(|viewing| matches!(viewing, Viewing::Opened(opened) if opened.part.is_some()))
            && !self.is_covered.get()
    }

    /// Shows something that was opened, beside one's own.
    pub fn look_at(&self, opened: OpenedLedger) {
        self.viewing.set(Viewing::Opened(Arc::new(opened)));
    }

    /// Shows one's own ledger as it was known at the end of a day, with the figures up to another one.
    pub fn look_back(&self, up_to: Day, known_on: Day) {
        let known =
            self.own.get_untracked().known_on(Moment::end_of(known_on, self.offset())).up_to(up_to.month());
        self.look_at(OpenedLedger {
            ledger: Arc::new(known),
            from: String::new(),
            up_to,
            known_on,
            only_to_look: true,
            is_sample: self.is_sample(),
            is_own_past: true,
            part: None,
            code: String::new(),
            edition: None,
        });
    }

    /// Back to one's own ledger (or the sample, where that is on).
    pub fn look_away(&self) {
        let shelf = self.recorder.with_value(|recorder| recorder.store.shelf());
        self.viewing.set(if shelf == Shelf::Sample { Viewing::Sample } else { Viewing::Own });
    }
}
