//! Which part of the program draws what: a link asks for the part of its page and for no other. Pure.
//!
//! `public/start.js` asks for the files of a part before the program runs; a test holds it against this.

use super::{DocumentKind, Overlay, Route};

/// A part of the program that loads on demand and draws a page, a piece of one, or what lies over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewPart {
    /// Tasks, organisations, milestones and whatever else tells the plan.
    Plan,
    /// The list of indicators, their comparison and small charts.
    Indicators,
    /// The page of one indicator.
    Indicator,
    /// What may be written down on the page of an indicator, and the table of baselines and bases.
    Acts,
    /// Adjusted targets.
    Adjustments,
    /// Lists with members, and what may be written down about them.
    Lists,
    /// The page about the plan's reading, what is kept where, and diagnostics.
    About,
    /// The list of one year, and what is written down on it.
    Year,
    /// The dispatch of a period: who owes what, reminders, fill-in links, lock.
    Dispatch,
    /// The list of problems, and one of them.
    Problems,
    /// The receipts on the page of the dispatch.
    Review,
    /// The monthly form of an organisation, and its receipt.
    Form,
    /// Typical cases.
    Cases,
    /// 县区考核.
    Districts,
    /// Documents written from plan and records.
    Documents,
    /// Those that are issued: of a quarter, of a half-year, and each as it was issued.
    Papers,
    /// The dialog that takes a pasted table into the form.
    Paste,
    /// The dialog in which files of tables are looked at before they lie beside the receipts.
    Tables,
    /// What is kept on this device.
    Device,
    /// A plan made of its pasted text.
    Author,
    /// Two states beside each other.
    Compare,
    /// An opened link.
    Carried,
    /// The dialog that shares the view.
    Share,
    /// Search; with a table of Chinese sounds.
    Palette,
}

impl ViewPart {
    /// Every part, in the order in which they are declared.
    pub const ALL: [Self; 24] = [
        Self::Plan,
        Self::Indicators,
        Self::Indicator,
        Self::Acts,
        Self::Adjustments,
        Self::Lists,
        Self::About,
        Self::Year,
        Self::Dispatch,
        Self::Problems,
        Self::Review,
        Self::Form,
        Self::Cases,
        Self::Districts,
        Self::Documents,
        Self::Papers,
        Self::Paste,
        Self::Tables,
        Self::Device,
        Self::Author,
        Self::Compare,
        Self::Carried,
        Self::Share,
        Self::Palette,
    ];

    /// Whether it can show nothing before the ledger is read, even where there are no records. What shows records beside
    /// the plan does without: where there are records, the ledger is on its way already.
    pub fn needs_ledger(self) -> bool {
        match self {
            Self::Acts
            | Self::Adjustments
            | Self::Year
            | Self::Lists
            | Self::Dispatch
            | Self::Problems
            | Self::Review
            | Self::Form
            | Self::Cases
            | Self::Districts
            | Self::Documents
            | Self::Papers
            | Self::Device
            | Self::Author
            | Self::Compare
            | Self::Carried
            | Self::Share => true,
            // Both dialogs stand in a page that has it.
            Self::Plan
            | Self::Indicators
            | Self::Indicator
            | Self::About
            | Self::Paste
            | Self::Tables
            | Self::Palette => false,
        }
    }
}

impl Route {
    /// The part that draws the page; none for the overview, which the first wasm draws.
    pub fn part(&self) -> Option<ViewPart> {
        Some(match self {
            Self::Overview | Self::Board(_) => return None,
            Self::Indicators(_) => ViewPart::Indicators,
            Self::Indicator(_) => ViewPart::Indicator,
            Self::Tasks(_)
            | Self::Task(_)
            | Self::Measure(_)
            | Self::Project(_)
            | Self::Milestone(_)
            | Self::Responsibility(_)
            | Self::Organisation(_)
            | Self::Timeline
            | Self::Unknown(_) => ViewPart::Plan,
            Self::Year(_) => ViewPart::Year,
            Self::Dispatch(_) => ViewPart::Dispatch,
            Self::Problems(_) | Self::Problem(_) => ViewPart::Problems,
            Self::Form { .. } => ViewPart::Form,
            Self::Cases(_) => ViewPart::Cases,
            Self::Districts(_) => ViewPart::Districts,
            Self::Lists | Self::List { .. } => ViewPart::Lists,
            Self::Baselines => ViewPart::Acts,
            Self::Adjustments(_) => ViewPart::Adjustments,
            Self::Document(kind, _) => match kind {
                DocumentKind::Bulletin | DocumentKind::Assessment => ViewPart::Papers,
                DocumentKind::Districts => ViewPart::Districts,
                DocumentKind::Monthly | DocumentKind::Reconciliation | DocumentKind::Account => {
                    ViewPart::Documents
                }
            },
            Self::Issued(_) => ViewPart::Papers,
            Self::Compare => ViewPart::Compare,
            Self::Device => ViewPart::Device,
            Self::MakePlan => ViewPart::Author,
            Self::Carried(_) => ViewPart::Carried,
            Self::About | Self::AboutPart(_) => ViewPart::About,
        })
    }
}

impl Overlay {
    /// The part that draws it.
    pub fn part(self) -> ViewPart {
        match self {
            Self::Palette => ViewPart::Palette,
            Self::Share => ViewPart::Share,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    /// The name in `src/app/parts.rs` and in start.js.
    fn name(part: ViewPart) -> String {
        format!("{part:?}").to_lowercase()
    }

    fn next(part: ViewPart) -> Option<ViewPart> {
        Some(match part {
            ViewPart::Plan => ViewPart::Indicators,
            ViewPart::Indicators => ViewPart::Indicator,
            ViewPart::Indicator => ViewPart::Acts,
            ViewPart::Acts => ViewPart::Adjustments,
            ViewPart::Adjustments => ViewPart::Lists,
            ViewPart::Lists => ViewPart::About,
            ViewPart::About => ViewPart::Year,
            ViewPart::Year => ViewPart::Dispatch,
            ViewPart::Dispatch => ViewPart::Problems,
            ViewPart::Problems => ViewPart::Review,
            ViewPart::Review => ViewPart::Form,
            ViewPart::Form => ViewPart::Cases,
            ViewPart::Cases => ViewPart::Districts,
            ViewPart::Districts => ViewPart::Documents,
            ViewPart::Documents => ViewPart::Papers,
            ViewPart::Papers => ViewPart::Paste,
            ViewPart::Paste => ViewPart::Tables,
            ViewPart::Tables => ViewPart::Device,
            ViewPart::Device => ViewPart::Author,
            ViewPart::Author => ViewPart::Compare,
            ViewPart::Compare => ViewPart::Carried,
            ViewPart::Carried => ViewPart::Share,
            ViewPart::Share => ViewPart::Palette,
            ViewPart::Palette => return None,
        })
    }

    #[test]
    fn every_part_is_listed_at_its_own_place() {
        let parts: Vec<ViewPart> = std::iter::successors(Some(ViewPart::Plan), |part| next(*part)).collect();
        assert_eq!(parts, ViewPart::ALL);
        assert!(parts.iter().enumerate().all(|(place, part)| *part as usize == place));
    }

    /// `word: 'part more'` in the table of start.js: what an address that begins with the word asks for.
    fn asked_early(hash: &str) -> Vec<String> {
        let script = include_str!("../../public/start.js");
        let table = script.split("const PARTS = {").nth(1).and_then(|rest| rest.split("};").next()).unwrap();
        let path = hash.trim_start_matches("#/").split('?').next().unwrap();
        let word = match hash.strip_prefix("#pLan") {
            Some(rest) => rest.chars().take(1).map(|kind| ["pLan", &kind.to_string()].concat()).collect(),
            None => path.split('/').next().unwrap().to_owned(),
        };
        let line = |word: &str| {
            let start = [" ", word, ": '"].concat();
            table.split(&start).nth(1).and_then(|rest| rest.split('\'').next())
        };
        // A name with a stroke in it stands between quotation marks.
        let quoted = path.contains(['/', '-']).then(|| ["'", path, "'"].concat());
        let otherwise = if word.starts_with("pLan") { "pLan" } else { "other" };
        let found = quoted.and_then(|name| line(&name)).or_else(|| line(&word)).or_else(|| line(otherwise));
        found.unwrap().split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn start_js_asks_for_the_part_that_draws_the_page() {
        let plan: Plan = serde_json::from_str(include_str!("../../public/plan.json")).unwrap();
        let mut pages = Route::examples(&plan.indexed().unwrap());
        pages.extend(
            ["pLanF1", "pLanR1", "pLanB1", "pLanS1", "pLanX1", "pLanP1"]
                .map(|link| Route::Carried(link.into())),
        );
        for page in pages {
            let Some(part) = page.part() else { continue };
            let asked = asked_early(&page.href());
            assert_eq!(asked.first(), Some(&name(part)), "{page:?}");
            assert_eq!(asked.last().is_some_and(|last| last == "ledger"), part.needs_ledger(), "{page:?}");
        }
    }
}
