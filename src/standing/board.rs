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

/// How an indicator stands.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardRow {
    /// The latest actual; empty without one.
    pub actual: String,
    /// The light of the indicator.
    pub lit: Lit,
    /// The basis it is read by, in words.
    pub basis: String,
    /// Why, in a few words.
    pub reason: String,
    /// Why, with every number: shown when the light is opened.
    pub sentence: Vec<Text>,
    /// How far the actual reaches on the bar, in thousandths of its width.
    pub fill: Option<u16>,
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
