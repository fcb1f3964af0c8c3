//! What figures are looked for: the items, and whose and of which month.

use super::name::Named;
use crate::plan::{Basis, Month, unit};

/// An indicator that a table may have a figure of.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Identifier of the indicator.
    pub id: String,
    /// Every wording of its name.
    pub names: Vec<String>,
    /// Other names, by which people look for it.
    pub aliases: Vec<String>,
    /// Every wording of its unit.
    pub units: Vec<String>,
    /// How its figures are counted (口径), which decides between columns of a month, a year and a total.
    pub basis: Basis,
}

/// Of which month, and whose.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// The month that is reported on.
    pub month: Month,
    /// The names of the district whose figures are looked for; empty where they are the whole city's.
    pub own: Vec<String>,
    /// The names of all other districts.
    pub others: Vec<String>,
}

/// Whose figures a row or column has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Whose {
    #[default]
    Unsaid,
    Whole,
    Own,
    Other,
}

impl Item {
    pub(super) fn is_rate(&self) -> bool {
        self.units.iter().any(|unit| unit::is_rate(unit))
    }
}

/// Whether the words are those of a part of the whole: not the city's figure where another one is.
pub(super) fn is_part(words: &str) -> bool {
    Named::of(words).squeezed().iter().any(|form| matches!(form.as_str(), "小计" | "subtotal"))
}

impl Scope {
    /// Whose figures the words speak of, if they are a name of that sort.
    pub(super) fn whose(&self, words: &str) -> Whose {
        const WHOLE: [&str; 15] = [
            "合计",
            "总计",
            "小计",
            "全市",
            "全区",
            "全县",
            "全市合计",
            "全区合计",
            "市合计",
            "全市总计",
            "汇总",
            "total",
            "sum",
            "city",
            "全市累计",
        ];
        let named = Named::of(words);
        if named.is_one_of(&self.own) {
            return Whose::Own;
        }
        if named.is_one_of(&self.others) {
            return Whose::Other;
        }
        let is_whole = named.squeezed().iter().any(|form| WHOLE.contains(&form.as_str()));
        if is_whole { Whose::Whole } else { Whose::Unsaid }
    }
}
