//! The members of a list that are looked at: by state, district and letters, and by pages.

use crate::ledger::words as ledger_words;
use crate::ledger::{EntryId, ListMember};
use crate::plan::{List, PlanIndex};
use crate::standing::AsOf;
use crate::standing::alike::bare;
use crate::text::{Language, Text};

/// The most members that stand on the page at once; the rest is on further pages.
pub const MOST_SHOWN: usize = 100;
/// Which members are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    pub state: Whose,
    /// Identifier of a district, `-` for those without one; empty for all.
    pub district: String,
    /// Letters of a name or host; empty for all.
    pub search: String,
    /// Counted from 0.
    pub page: usize,
    /// All of them stand on one page, as on paper.
    pub is_whole: bool,
}

impl Choice {
    /// Whether it leaves nobody out who is on the list.
    pub fn is_plain(&self) -> bool {
        self.state == Whose::OnTheList && self.district.is_empty() && self.search.is_empty()
    }
}

/// Members by their state.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Whose {
    /// In any state of the list.
    #[default]
    OnTheList,
    /// In this one.
    In(String),
    /// Off the list again.
    Off,
    /// Whoever was ever on it.
    Ever,
}

impl Whose {
    /// As the value of a choice in markup.
    pub fn slug(&self) -> String {
        match self {
            Self::OnTheList => String::new(),
            Self::In(key) => key.clone(),
            Self::Off => "-".into(),
            Self::Ever => "*".into(),
        }
    }

    pub fn parse(slug: &str) -> Self {
        match slug {
            "" => Self::OnTheList,
            "-" => Self::Off,
            "*" => Self::Ever,
            key => Self::In(key.into()),
        }
    }
}

/// The members that are looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    /// So many fit the choice.
    pub found: usize,
    /// How many pages they are on, at least 1.
    pub pages: usize,
    /// The page that is shown, counted from 0.
    pub page: usize,
    pub rows: Vec<Row>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: EntryId,
    pub name: Text,
    pub state: Text,
    pub since: String,
    pub district: Text,
    pub host: Text,
    pub document: Text,
}

/// The members of a list that fit a choice, as of the day; none where the plan has no such list.
pub fn members(as_of: AsOf, id: &str, choice: &Choice) -> Option<Members> {
    let list = as_of.plan.list(id)?;
    Some(chosen(as_of, list, &as_of.ledger.members(id), choice))
}

fn chosen(as_of: AsOf, list: &List, members: &[ListMember], choice: &Choice) -> Members {
    let today = as_of.today;
    let asked = bare(&choice.search);
    let fits = |member: &&ListMember| {
        // Who comes later is not there yet.
        let Some(_) = member.since(today) else { return false };
        let state = member.state(today);
        let fits_state = match &choice.state {
            Whose::OnTheList => state.is_some(),
            Whose::In(key) => state.is_some_and(|state| **state == **key),
            Whose::Off => state.is_none(),
            Whose::Ever => true,
        };
        let district = member.district.map(|id| &**id);
        let fits_district = match choice.district.as_str() {
            "" => true,
            "-" => district.is_none(),
            id => district == Some(id),
        };
        let has = |words: &str| bare(words).contains(&asked);
        fits_state && fits_district && (asked.is_empty() || has(member.name) || has(member.host))
    };
    let found: Vec<&ListMember> = members.iter().filter(fits).collect();
    let most = if choice.is_whole { found.len().max(1) } else { MOST_SHOWN };
    let pages = found.len().div_ceil(most).max(1);
    let page = choice.page.min(pages - 1);
    let rows = found.iter().skip(page * most).take(most);
    let rows = rows.map(|member| row(as_of, list, member)).collect();
    Members { found: found.len(), pages, page, rows }
}

fn row(as_of: AsOf, list: &List, member: &ListMember) -> Row {
    let AsOf { plan, today, language, .. } = as_of;
    let said = member.states.iter().rev().map(|(one, _)| *one).find(|one| one.from <= today);
    Row {
        id: member.id,
        name: name(member, language),
        state: state(plan, list, member.state(today).map(|key| &**key), language),
        since: member.since(today).map(|day| day.to_string()).unwrap_or_default(),
        district: member.district.map(|id| plan.organisation_name(id, language)).unwrap_or_default(),
        host: Text::typed(member.host, language),
        document: said.map(|one| Text::typed(&one.document, language)).unwrap_or_default(),
    }
}

/// The name of a member; of one whose words were redacted, that they were.
pub fn name(member: &ListMember, language: Language) -> Text {
    match member.name {
        "" => Text::plain(ledger_words::REDACTED.words(language)),
        name => Text::typed(name, language),
    }
}

/// A state by its name; one that the list does not have as it was written; none: off the list.
pub fn state(plan: &PlanIndex, list: &List, key: Option<&str>, language: Language) -> Text {
    match key {
        None => Text::plain(ledger_words::OFF_THE_LIST.words(language)),
        Some(key) => list
            .state(key)
            .map_or_else(|| Text::typed(key, language), |state| plan.say(&state.name, language)),
    }
}
