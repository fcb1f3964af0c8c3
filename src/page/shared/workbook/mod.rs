//! 下载 Excel 表: what makes a workbook is a part of its own, what writes it is a program of its own, and both are fetched
//! by the first who asks. Whatever of them does not come is told in a sentence, and the page goes on.

pub mod words;

use crate::browser::worker::{self, WorkerFault};
use crate::browser::{LoadFailure, download, slices};
use crate::document::Document;
use crate::office::XLSX;
use crate::standing::AsOf;
use crate::state::{Desk, State};
use crate::text::Language;
use leptos::prelude::{GetUntracked, untrack};
use std::pin::Pin;

/// A workbook for the program that writes it.
pub struct Made {
    /// The name of its file.
    pub name: String,
    /// The workbook, as [`crate::office::Workbook::json`] writes it.
    pub json: String,
}

/// What grows with the ledger is made a step at a time, always of the same plan, ledger and day.
pub type Steps = Box<dyn FnMut(AsOf) -> Option<Made>>;

/// What makes workbooks.
#[derive(Clone, Copy)]
pub struct Makers {
    /// Of a document: every table of it.
    pub document: fn(&Document, Language) -> Made,
    /// Of plan and ledger.
    pub ledger: fn(AsOf) -> Steps,
}

/// Asks for the part that makes workbooks.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<Makers, LoadFailure>>>>;

/// Why there is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The part that makes it did not arrive.
    NotFetched,
    /// The program that writes it gave no answer.
    NotWritten(WorkerFault),
}

/// Hands the tables of a document to the reader as a workbook.
///
/// # Errors
/// Where a part or the program does not come, or breaks off.
pub async fn save_document(fetch: Fetch, document: &Document, language: Language) -> Result<(), Fault> {
    let makers = fetch().await.map_err(|LoadFailure| Fault::NotFetched)?;
    written((makers.document)(document, language)).await
}

/// Hands plan and records of this device to the reader as a workbook.
///
/// # Errors
/// As [`save_document`].
pub async fn save_ledger(fetch: Fetch, state: State, desk: Desk) -> Result<(), Fault> {
    let (plan, ledger, language) = untrack(|| (state.plan(), desk.own(), state.language()));
    let offset = desk.offset();
    let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(offset));
    let makers = fetch().await.map_err(|LoadFailure| Fault::NotFetched)?;
    let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
    let mut steps = (makers.ledger)(as_of);
    written(slices::until(|| steps(as_of)).await).await
}

async fn written(made: Made) -> Result<(), Fault> {
    let bytes = worker::xlsx(&made.json).await.map_err(Fault::NotWritten)?;
    download::bytes(&made.name, XLSX, &bytes);
    Ok(())
}
