//! What of a form is asked, shown and reported with a draft.

use super::super::draft::{Draft, Step};
use super::{AskedFigure, Sheet, Staged};
use crate::ledger::Stage;
use crate::plan::{Basis, Month, Quantity};
use crate::rows::Item;

impl Sheet {
    pub fn figure(&self, id: &str) -> Option<&AskedFigure> {
        self.figures.iter().find(|asked| asked.id == id)
    }

    /// What a table may have a figure of.
    pub fn items_of_figures(&self) -> Vec<Item> {
        let item = |asked: &AskedFigure| Item {
            id: asked.id.clone(),
            names: asked.names.clone(),
            aliases: asked.aliases.clone(),
            units: asked.units.clone(),
            basis: asked.basis,
        };
        self.figures.iter().map(item).collect()
    }

    /// What is asked: measures, items of the year's list, then milestones.
    pub fn staged(&self) -> impl Iterator<Item = &Staged> {
        self.measures.iter().chain(&self.items).chain(&self.milestones)
    }

    /// What the form shows with a draft: what is asked, and what is not asked any more while something is said of it.
    /// An earlier month may call a measure done after a stage was chosen here; that stage is sent all the same.
    pub fn shown<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = &'a Staged> {
        let still = self.let_go.iter().filter(|one| one.is_still_shown(draft));
        self.measures.iter().chain(still).chain(&self.items).chain(&self.milestones)
    }
}

impl Staged {
    /// Whether a measure that is not asked any more stays on the form: the draft says something of it, or the
    /// organisation has said something of it for the period and may have to correct that.
    pub fn is_still_shown(&self, draft: &Draft) -> bool {
        self.recorded.as_ref().is_some_and(|recorded| recorded.is_own) || draft.says_of(&self.id)
    }

    /// What was done before needs no saying again.
    pub fn is_needed(&self) -> bool {
        !matches!(self.last, Some((_, Stage::Done)))
    }

    /// The stage of the last report, which stands as long as nobody chooses another: a receipt then reports that nothing
    /// has changed. None without an earlier report, and none where the period has one already.
    pub fn unchanged(&self) -> Option<Stage> {
        let (_, stage) = self.last.filter(|_| self.is_needed() && self.recorded.is_none())?;
        Some(stage).filter(|stage| self.stages.contains(stage))
    }

    /// The stage that is reported: the one that was chosen, else the unchanged one.
    pub fn stage(&self, step: Option<&Step>) -> Option<Stage> {
        match step.and_then(|step| step.stage) {
            Some(stage) => Some(stage).filter(|stage| self.stages.contains(stage)),
            None => self.unchanged(),
        }
    }
}

impl AskedFigure {
    /// The last figure, where this one can be held against it: a count of the year begins anew in January.
    pub fn comparable(&self, month: Month) -> Option<Quantity> {
        let (of, value) = self.last?;
        (self.basis != Basis::YearlyFlow || of.year() == month.year()).then_some(value)
    }
}
