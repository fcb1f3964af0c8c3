//! What is selected on the overview, in its address: `/?until=2024-06&against=issued&light=red&sort=lead&changed=1&open=ID`.

use super::address::is_plain;
use super::against;
use crate::ledger::kinds::Against;
use crate::plan::Month;
use crate::standing::Light;

/// What stands before the selection in the address.
const BOARD: &str = "/?";
/// Longest identifier that is read.
const LONGEST: usize = 200;

/// Which rows of the board are shown, in which order, and which one is open.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BoardView {
    /// The month (截至) up to whose end figures count; `None` for today.
    pub until: Option<Month>,
    /// Against which targets is judged; `None`: as it was on the page before.
    pub against: Option<Against>,
    /// The rows of one light alone.
    pub light: Option<Light>,
    /// How the rows are put together.
    pub order: Order,
    /// Only the rows whose light was another one a month before.
    pub changed: bool,
    /// The indicator whose row is open, by identifier.
    pub open: Option<String>,
}

/// How the rows of the board are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// As the plan does.
    #[default]
    Area,
    /// Worst first.
    Attention,
    /// By who leads.
    Lead,
}

impl Order {
    /// Every order, as the page offers them.
    pub const ALL: [Self; 3] = [Self::Area, Self::Attention, Self::Lead];

    /// The word in addresses; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Attention => "attention",
            Self::Lead => "lead",
        }
    }
}

impl BoardView {
    /// Reads what [`BoardView::address`] writes; nothing but a sound selection is one.
    pub(super) fn read(hash: &str) -> Option<Self> {
        let mut view = Self::default();
        for pair in hash.strip_prefix(BOARD)?.split('&') {
            let (name, value) = pair.split_once('=')?;
            match name {
                "until" => view.until = Some(Month::parse(value)?),
                "against" => view.against = Some(against::of(value)?),
                "light" => view.light = Some(Light::ALL.into_iter().find(|one| one.slug() == value)?),
                "sort" => view.order = Order::ALL.into_iter().find(|one| one.slug() == value)?,
                "changed" if value == "1" => view.changed = true,
                "open" if is_plain(value) && value.len() <= LONGEST => view.open = Some(value.into()),
                _ => return None,
            }
        }
        (view != Self::default()).then_some(view)
    }

    pub(super) fn address(&self) -> String {
        let mut address = String::new();
        let mut add = |name: &str, value: &str| {
            address.push_str(if address.is_empty() { BOARD } else { "&" });
            address.push_str(name);
            address.push_str(value);
        };
        if let Some(month) = self.until {
            add("until=", &month.to_string());
        }
        if let Some(one) = self.against {
            add("against=", against::slug(one));
        }
        if let Some(light) = self.light {
            add("light=", light.slug());
        }
        if self.order != Order::Area {
            add("sort=", self.order.slug());
        }
        if self.changed {
            add("changed=", "1");
        }
        if let Some(id) = &self.open {
            add("open=", id);
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_longer_than_any_is_not_read() {
        let of = |length: usize| BoardView::read(&["/?open=", &"a".repeat(length)].concat());
        assert!(of(LONGEST).is_some());
        assert_eq!(of(LONGEST + 1), None);
    }
}
