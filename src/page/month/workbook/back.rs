//! A workbook that came back, as a draft of the form it was made for, with a remark for each cell that was not taken.
//!
//! A row is known by its mark in the hidden column, and its name has to agree; without the mark by its name alone. Columns
//! are known by their heads. A row that says nothing leaves nothing in the draft.

mod page;
mod row;

use super::remark::{Remark, Why};
use super::{Kind, MARK, MONTH_KEY, ORGANISATION_KEY, PLAN_KEY, VERSION, VERSION_KEY};
use crate::page::month::form::{Draft, Figure, Sheet, Step};
use crate::plan::Month;
use crate::rows::{Book, BookSheet};
use page::Page;
use std::collections::BTreeMap;

/// For what a workbook was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The digest of the plan: [`super::plan_digest`].
    pub plan: u32,
    /// Identifier of the organisation. Untrusted.
    pub organisation: String,
    pub month: Month,
    /// The form of the workbook itself.
    version: u32,
}

/// What a workbook says.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Only what somebody wrote; of an empty form it is empty.
    pub draft: Draft,
    /// In the order of the sheets and their rows.
    pub remarks: Vec<Remark>,
    /// For what it says that it was made; `None` where the hidden sheet is gone, so that nobody knows whose it is.
    pub stamp: Option<Stamp>,
}

/// A workbook is not taken at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No sheet has the heads of the form.
    NoForm,
    /// A newer page made it.
    Newer,
    OtherPlan,
    /// Of the organisation with this identifier. Untrusted.
    OtherOrganisation(String),
    OtherMonth(Month),
}

/// For what a workbook was made, if it is a fill-in workbook and its hidden sheet is whole.
pub fn recognise(book: &Book) -> Option<Stamp> {
    let stamp = book.sheets.iter().find(|sheet| is_stamp(sheet))?;
    let said = |key: &str| {
        let row = (0..stamp.grid.rows.len()).find(|row| stamp.grid.cell(*row, 0) == key)?;
        Some(stamp.grid.cell(row, 1))
    };
    Some(Stamp {
        plan: u32::from_str_radix(said(PLAN_KEY)?, 16).ok()?,
        organisation: said(ORGANISATION_KEY)?.to_owned(),
        month: Month::parse(said(MONTH_KEY)?)?,
        version: said(VERSION_KEY)?.parse().ok()?,
    })
}

fn is_stamp(sheet: &BookSheet) -> bool {
    sheet.grid.cell(0, 0) == MARK
}

/// What a workbook says of the form that it was made for; `plan` is the digest of the plan.
///
/// # Errors
/// See [`Refusal`]. Whatever is wrong with a single cell is a remark.
pub fn read(book: &Book, sheet: &Sheet, plan: u32) -> Result<Filled, Refusal> {
    let stamp = recognise(book);
    if let Some(stamp) = &stamp {
        fits(stamp, sheet, plan)?;
    }
    let places = if stamp.is_some() { places(book) } else { vec![] };
    let shown = book.sheets.iter().filter(|one| !one.is_hidden && !is_stamp(one));
    let pages: Vec<Page> = shown.filter_map(Page::of).collect();
    if pages.is_empty() {
        return Err(Refusal::NoForm);
    }
    let mut reading = Reading { sheet, places, is_known: stamp.is_some(), ..Reading::new(sheet) };
    pages.iter().for_each(|page| reading.page(page));
    let (draft, remarks) = reading.settled();
    Ok(Filled { draft, remarks, stamp })
}

fn fits(stamp: &Stamp, sheet: &Sheet, plan: u32) -> Result<(), Refusal> {
    if stamp.version > VERSION {
        return Err(Refusal::Newer);
    }
    if stamp.plan != plan {
        return Err(Refusal::OtherPlan);
    }
    if stamp.organisation != sheet.organisation {
        return Err(Refusal::OtherOrganisation(stamp.organisation.clone()));
    }
    if stamp.month != sheet.month {
        return Err(Refusal::OtherMonth(stamp.month));
    }
    Ok(())
}

/// Where which row stood when the file was made, counted from 1.
fn places(book: &Book) -> Vec<(Kind, String, usize)> {
    let Some(stamp) = book.sheets.iter().find(|sheet| is_stamp(sheet)) else { return vec![] };
    let rows = 0..stamp.grid.rows.len();
    rows.filter_map(|row| {
        let cell = |column| stamp.grid.cell(row, column);
        let kind = Kind::ALL.into_iter().find(|kind| kind.slug() == cell(0))?;
        Some((kind, cell(1).to_owned(), cell(2).parse().ok()?))
    })
    .collect()
}

/// A value with the place from which it came: the remark that it gets if another row contradicts it.
type Found<T> = (T, Remark);

/// What was read so far.
struct Reading<'a> {
    sheet: &'a Sheet,
    places: Vec<(Kind, String, usize)>,
    /// The file says for what it was made, so its marks can be trusted.
    is_known: bool,
    draft: Draft,
    figures: BTreeMap<String, Vec<Found<Figure>>>,
    steps: BTreeMap<String, Vec<Found<Step>>>,
    remarks: Vec<Remark>,
}

impl<'a> Reading<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            places: vec![],
            is_known: false,
            draft: Draft::default(),
            figures: BTreeMap::new(),
            steps: BTreeMap::new(),
            remarks: vec![],
        }
    }

    /// Of an item that several rows speak of, what they all say; where they differ, nothing.
    fn settled(self) -> (Draft, Vec<Remark>) {
        let Self { mut draft, figures, steps, mut remarks, .. } = self;
        for (id, found) in figures {
            if let Some(figure) = agreed(found, &mut remarks) {
                draft.figures.insert(id, figure);
            }
        }
        for (id, found) in steps {
            if let Some(step) = agreed(found, &mut remarks) {
                draft.steps.insert(id, step);
            }
        }
        (draft, remarks)
    }
}

fn agreed<T: PartialEq>(found: Vec<Found<T>>, remarks: &mut Vec<Remark>) -> Option<T> {
    let (first, _) = found.first()?;
    if found.iter().any(|(one, _)| one != first) {
        remarks.extend(found.into_iter().map(|(_, remark)| Remark { why: Why::Twice, ..remark }));
        return None;
    }
    found.into_iter().next().map(|(one, _)| one)
}
