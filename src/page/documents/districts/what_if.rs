//! From what was typed to a what-if, or everything that is wrong with it. It goes into the address, and nowhere else.

use crate::plan::{Quantity, Year};
use crate::route::{DistrictsView, Route};
use crate::rows::figure;

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Other weights, by the place of the item in the rule; empty where it stays.
    pub weights: Vec<String>,
    /// Other figures, a row each; an empty row says nothing.
    pub figures: Vec<Instead>,
    /// The seed of the drawn weights; empty for that of every page.
    pub seed: String,
}

/// Another figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instead {
    /// Identifier of the district.
    pub district: String,
    /// Place of the item in the rule.
    pub item: String,
    /// The figure.
    pub figure: String,
}

impl Instead {
    fn is_empty(&self) -> bool {
        [&self.district, &self.item, &self.figure].iter().all(|text| text.trim().is_empty())
    }
}

/// What is wrong with a what-if; rows are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The weight of this item is no figure, as it stands there.
    Weight(usize, String),
    /// The figure of this row is none, as it stands there.
    Figure(usize, String),
    /// A row that lacks its district, its item or its figure.
    Half(usize),
    /// The district and the item of this row stand in an earlier one.
    Twice(usize),
    /// No seed.
    Seed(String),
    /// More than an address carries.
    TooMany,
    /// Nothing is tried.
    Nothing,
}

impl Fault {
    /// The row of figures to which it belongs, if to one.
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::Figure(row, _) | Self::Half(row) | Self::Twice(row) => Some(*row),
            Self::Weight(..) | Self::Seed(_) | Self::TooMany | Self::Nothing => None,
        }
    }
}

impl WhatIf {
    /// What the form begins with: what an address tries of a rule with so many items.
    pub fn of(view: &DistrictsView, items: usize) -> Self {
        let weight = |at: usize| {
            let tried = view.weights.iter().find(|(one, _)| *one == at);
            tried.map(|(_, weight)| weight.to_string()).unwrap_or_default()
        };
        let figures = view.figures.iter().map(|(district, at, value)| Instead {
            district: district.clone(),
            item: at.to_string(),
            figure: value.to_string(),
        });
        let mut form = Self {
            weights: (0..items).map(weight).collect(),
            figures: figures.collect(),
            seed: view.seed.map(|seed| seed.to_string()).unwrap_or_default(),
        };
        form.leave_room();
        form
    }

    /// The last row is empty, so that there is one for another figure.
    pub fn leave_room(&mut self) {
        if self.figures.last().is_none_or(|last| !last.is_empty()) {
            self.figures.push(Instead::default());
        }
    }

    /// The selection that tries it, in place of what another one tries.
    ///
    /// # Errors
    /// Every fault, in the order of the form: what cannot be read is never left out in silence.
    pub fn tried(&self, view: &DistrictsView, year: Year) -> Result<DistrictsView, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut weights: Vec<(usize, Quantity)> = Vec::new();
        for (at, text) in self.weights.iter().enumerate() {
            match figure::read(text, &[]) {
                Ok(value) => weights.extend(value.map(|value| (at, value))),
                Err(_) => faults.push(Fault::Weight(at, text.clone())),
            }
        }
        let mut figures: Vec<(String, usize, Quantity)> = Vec::new();
        for (row, one) in self.figures.iter().enumerate().filter(|(_, one)| !one.is_empty()) {
            let item = one.item.parse().ok().filter(|_| !one.district.is_empty());
            match (item, figure::read(&one.figure, &[])) {
                (_, Err(_)) => faults.push(Fault::Figure(row, one.figure.clone())),
                (None, _) | (_, Ok(None)) => faults.push(Fault::Half(row)),
                (Some(item), Ok(Some(value))) => {
                    if figures.iter().any(|(district, at, _)| *district == one.district && *at == item) {
                        faults.push(Fault::Twice(row));
                    }
                    figures.push((one.district.clone(), item, value));
                }
            }
        }
        let seed = match self.seed.trim() {
            "" => None,
            typed => typed.parse().map_err(|_| faults.push(Fault::Seed(typed.to_owned()))).ok(),
        };
        let tried = DistrictsView { year: Some(year), weights, figures, seed, ..view.untried() };
        if faults.is_empty() {
            let is_nothing = !tried.is_trial() && !view.is_trial() && tried.seed == view.seed;
            faults.extend(is_nothing.then_some(Fault::Nothing));
            faults.extend((!is_carried(&tried)).then_some(Fault::TooMany));
        }
        if faults.is_empty() { Ok(tried) } else { Err(faults) }
    }
}

/// Whether an address carries all of it.
fn is_carried(view: &DistrictsView) -> bool {
    match Route::parse(&view.route().address()) {
        Route::Districts(rest) => DistrictsView::read(&rest).as_ref() == Some(view),
        _ => false,
    }
}
