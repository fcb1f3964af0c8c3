//! The selection of the list of problems: which state, whose, only what is overdue; and a rule that is tried on it.

use super::Address;
use crate::ledger::kinds::ProblemState;

/// The selection of the list of problems. All of it stands in the address.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ProblemsView {
    /// Only problems in this state.
    pub state: Option<ProblemState>,
    /// Only problems that the organisation with this identifier reported or sees to.
    pub organisation: Option<String>,
    /// Only open problems whose day is past.
    pub is_overdue: bool,
    /// The rule for letters that is tried on the list, as it stands in the address: the page reads it, which is not in the
    /// first wasm. `None` while none is tried. Nothing of it is stored.
    pub trial: Option<String>,
}

impl ProblemState {
    /// The word in an address; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Received => "received",
            Self::Underway => "underway",
            Self::CloseOutAsked => "asked",
            Self::Checking => "checking",
            Self::SentBack => "sent-back",
            Self::Closed => "closed",
            Self::Suspended => "suspended",
            Self::Reopened => "reopened",
        }
    }
}

impl ProblemsView {
    /// The selection that an address names, unless it names something that does not exist.
    pub(super) fn read(address: &Address) -> Option<Self> {
        let known = ["state", "organisation", "overdue", "trial"];
        if address.names().any(|name| !known.contains(&name)) {
            return None;
        }
        let state = match address.get("state") {
            None => None,
            Some(slug) => Some(ProblemState::ALL.into_iter().find(|state| state.slug() == slug)?),
        };
        let is_overdue = match address.get("overdue") {
            None => false,
            Some("1") => true,
            Some(_) => return None,
        };
        let trial = address.get("trial").map(str::to_owned);
        let organisation = address.get("organisation").map(str::to_owned);
        Some(Self { state, organisation, is_overdue, trial })
    }

    /// The address of the selection.
    pub(super) fn address(&self) -> String {
        Address::new("problems")
            .with("state", self.state.map(ProblemState::slug))
            .with("organisation", self.organisation.as_deref())
            .with("overdue", self.is_overdue.then_some("1"))
            .with("trial", self.trial.as_deref())
            .text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;

    #[test]
    fn a_selection_reads_back_from_its_address() {
        for state in ProblemState::ALL {
            let view = ProblemsView {
                state: Some(state),
                organisation: Some("haicheng".into()),
                is_overdue: true,
                trial: Some("1.reminder.handler".into()),
            };
            assert_eq!(Route::parse(&view.address()), Route::Problems(view));
        }
        assert_eq!(Route::parse("#/problems"), Route::Problems(ProblemsView::default()));
    }

    #[test]
    fn a_selection_that_means_nothing_is_an_unknown_address() {
        for query in ["state=late", "overdue=0", "overdue=", "whose=me", "trial=", "state="] {
            let hash = format!("/problems?{query}");
            assert!(matches!(Route::parse(&hash), Route::Unknown(_)), "{hash}");
        }
    }
}
