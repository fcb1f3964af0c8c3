//! What records add to the overview. Plain data: the first view and the state hold it without knowing a ledger.

use super::{Light, Lit};
use crate::text::Text;

/// Everything that the overview says once there is a ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// The heading of the page: what stands worst and what else is behind, or that nothing is.
    pub headline: String,
    /// Under the heading: the day up to which data count, and the rule.
    pub lede: String,
    /// How many indicators show which light.
    pub lights: Vec<LightCount>,
    /// One for each indicator, in the order of the plan.
    pub rows: Vec<BoardRow>,
    /// The rows by area, by what needs attention, by who leads: for each `Order` of the route, in its order.
    pub groups: [Vec<Group>; 3],
    /// One for each milestone, in the order of the plan.
    pub milestones: Vec<Lit>,
    /// What the organisation that the user says he is must do now.
    pub todo: Vec<Todo>,
    /// Above the list of what to do: of whom, and of which period.
    pub todo_title: String,
    /// The reported problems that press most; empty without any.
    pub problems: Vec<Todo>,
    /// The title over the problems; empty without any.
    pub problems_title: String,
    /// The rounds of the cycle with the windows that the bureau moved.
    pub due: Vec<DueRow>,
}

/// Whether no row of the board has a light. Where nothing was reported there is no board, and every row is without data.
pub fn has_none(board: Option<&Board>, light: Light) -> bool {
    match board {
        Some(board) => board.lights.iter().all(|one| one.lit.light != light.slug()),
        None => light != Light::NoData,
    }
}

/// A light, and how many indicators show it.
#[derive(Clone, Debug, PartialEq)]
pub struct LightCount {
    /// The light.
    pub lit: Lit,
    /// Number of indicators; above 0, since a light that none shows is left out.
    pub count: usize,
}

/// Rows that stand together on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The mark of an area, 一; empty for what is none.
    pub mark: Text,
    /// What the rows have in common.
    pub title: Text,
    /// How many of them show which light; empty without records.
    pub lights: Vec<LightCount>,
    /// The places of the rows, in the order of the plan.
    pub rows: Vec<usize>,
}

/// How an indicator stands, in a line.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BoardRow {
    /// The latest actual; empty without one.
    pub actual: String,
    /// Its month; empty without an actual.
    pub month: String,
    /// A newer figure had to be there.
    pub is_stale: bool,
    /// What it is more or less than a period before, with an arrow; empty where there is nothing to compare.
    pub change: String,
    /// The light of the indicator.
    pub lit: Lit,
    /// The light's word a month before, where it was another light.
    pub was: Option<&'static str>,
    /// What is missing to the target or is beyond it, or why nothing can be judged, in a few words.
    pub gap: String,
    /// The light is one that somebody has to see to.
    pub needs_attention: bool,
    /// How far the actual reaches on the bar, in thousandths of its width.
    pub fill: Option<u16>,
    /// Where the actual should be by now on the bar, likewise.
    pub expected: Option<u16>,
}

/// Something to do, or a problem that presses.
#[derive(Clone, Debug, PartialEq)]
pub struct Todo {
    /// How urgent it is, with a word of its own: none of an indicator's lights.
    pub lit: Lit,
    /// What there is to do.
    pub sentence: String,
    /// What somebody typed, behind the sentence.
    pub quoted: Option<Text>,
    /// Address of the page on which it is done; begins with `#/`.
    pub href: String,
}

/// One round of the cycle and when it is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// The round's name.
    pub name: Text,
    /// When it is due, or, without a day of today, the rule.
    pub sentence: String,
    /// The window is open on the day.
    pub is_open: bool,
}
