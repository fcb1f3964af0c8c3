//! Where the columns of a sheet stand, by their heads in either language: nothing goes by position.

use super::sheets::{Column, Form, Kind};
use super::words;
use crate::rows::{Grid, figure};
use crate::text::Language;

/// Most rows above the heads.
const MOST_ABOVE: usize = 20;

/// What a column of the workbook holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// In which thing these are.
    Within,
    /// A field; of a name, the words in a language, or in the plan's own where the head says none.
    Of(&'static Column, Option<Language>),
}

impl Slot {
    /// Where it stands in the object of `plan.json`.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Within => String::new(),
            Self::Of(column, None) => column.path.to_owned(),
            Self::Of(column, Some(language)) => [column.path, ".", language.slug()].concat(),
        }
    }
}

/// What the heads of a sheet say.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The row of the heads.
    pub row: usize,
    /// Each with its place.
    pub known: Vec<(usize, Slot)>,
    /// Heads that say nothing to us, by their places.
    pub unknown: Vec<usize>,
    /// Heads of something that stands further left already.
    pub twice: Vec<usize>,
}

impl Columns {
    /// The row among the first that has most heads, two at least.
    pub(super) fn of(form: &Form, grid: &Grid) -> Option<Self> {
        let rows = 0..grid.rows.len().min(MOST_ABOVE);
        let found = rows.map(|row| Self::at(form, grid, row));
        let best =
            found.reduce(|best, other| if other.known.len() > best.known.len() { other } else { best })?;
        (best.known.len() >= 2).then_some(best)
    }

    fn at(form: &Form, grid: &Grid, row: usize) -> Self {
        let mut columns = Self { row, ..Self::default() };
        for at in 0..grid.width() {
            let words = grid.cell(row, at);
            match slot(form, words) {
                Some(slot) if columns.known.iter().any(|(_, one)| one.is(&slot)) => columns.twice.push(at),
                Some(slot) => columns.known.push((at, slot)),
                None if !words.is_empty() => columns.unknown.push(at),
                None => {}
            }
        }
        columns
    }

    /// What the plan cannot do without and no head names.
    pub(super) fn missing(&self, form: &Form, own: Language) -> Vec<Slot> {
        let has = |path: &str, languages: &[Option<Language>]| {
            let is = |(_, slot): &(usize, Slot)| matches!(slot, Slot::Of(column, of) if column.path == path && languages.contains(of));
            self.known.iter().any(is)
        };
        let within = form.within.map(|_| Slot::Within);
        let within = within.filter(|_| !self.known.iter().any(|(_, slot)| matches!(slot, Slot::Within)));
        let needed = form.columns.iter().filter(|column| column.is_needed).filter(|column| {
            let languages: &[Option<Language>] =
                if column.kind == Kind::Name { &[None, Some(own)] } else { &[None] };
            !has(column.path, languages)
        });
        within.into_iter().chain(needed.map(|column| Slot::Of(column, None))).collect()
    }
}

impl Slot {
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Within, Self::Within) => true,
            (Self::Of(one, of), Self::Of(other, of_other)) => one.path == other.path && of == of_other,
            _ => false,
        }
    }
}

/// What a head means on a sheet.
pub(super) fn slot(form: &Form, head: &str) -> Option<Slot> {
    let head = plain(head);
    if head.is_empty() {
        return None;
    }
    let languages = [Language::Zh, Language::En];
    if let Some(around) = form.within
        && languages.iter().any(|language| plain(&words::within_head(*language, around)) == head)
    {
        return Some(Slot::Within);
    }
    form.columns.iter().find_map(|column| {
        let ofs: &[Option<Language>] = match column.kind {
            Kind::Name => &[Some(Language::Zh), Some(Language::En), None],
            _ => &[None],
        };
        let is = |of: &Option<Language>| {
            languages.iter().any(|shown| plain(&words::headed(column.head(*shown), *of, *shown)) == head)
        };
        ofs.iter().find(|of| is(of)).map(|of| Slot::Of(column, *of))
    })
}

/// A head without its star, spaces, width and case.
fn plain(head: &str) -> String {
    let letters = head.chars().map(figure::narrow).filter(|letter| !letter.is_whitespace() && *letter != '*');
    letters.flat_map(char::to_lowercase).collect()
}
