//! 下载 Word 文件, 下载 Excel 表: what makes a file is a part of its own, what writes it is a program of its own, and both are
//! fetched by the first who asks. Whatever of them does not come is told in a sentence, and the page goes on.

pub mod words;

use crate::browser::worker::{self, WorkerFault};
use crate::browser::{LoadFailure, address, download, slices};
use crate::document::Document;
use crate::office::Format;
use crate::standing::AsOf;
use crate::state::{Desk, State};
use crate::text::{Language, Table};
use leptos::prelude::{GetUntracked, untrack};
use std::pin::Pin;

/// A file for the program that writes it.
pub struct Made {
    /// Its name.
    pub name: String,
    /// What is in it, as [`crate::office::Workbook::json`] or [`crate::office::Manuscript::json`] writes it.
    pub json: String,
    /// What it is written as.
    pub format: Format,
}

/// What grows with the ledger is made a step at a time, always of the same plan, ledger and day.
pub type Steps = Box<dyn FnMut(AsOf) -> Option<Made>>;

/// The tables that stand on a page.
pub struct Standing {
    /// The title of the page.
    pub title: String,
    /// What says how its figures are to be taken, a line each.
    pub marks: Vec<String>,
    /// The address of the page.
    pub address: String,
    /// The tables.
    pub tables: Vec<Table>,
}

/// What makes files.
#[derive(Clone, Copy)]
pub struct Makers {
    /// Of a document, in a format; what leads to a page leads to the one at the given address, if any.
    pub document: fn(&Document, Language, Format, &str) -> Made,
    /// Of the tables of a page, in a format of workbooks.
    pub tables: fn(&Standing, Format) -> Made,
    /// Of plan and ledger, a workbook.
    pub ledger: fn(AsOf) -> Steps,
}

/// Asks for the part that makes files.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<Makers, LoadFailure>>>>;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The part that makes it did not arrive.
    NotFetched,
    /// The program that writes it gave no answer.
    NotWritten(WorkerFault),
}

/// Hands a document to the reader as a file.
///
/// # Errors
/// Where a part or the program does not come, or breaks off.
pub async fn save_document(
    fetch: Fetch,
    document: &Document,
    language: Language,
    format: Format,
) -> Result<(), Fault> {
    let makers = fetch().await.map_err(|LoadFailure| Fault::NotFetched)?;
    written((makers.document)(document, language, format, &address::page())).await
}

/// Hands the tables that stand on a page to the reader as a file.
///
/// # Errors
/// As [`save_document`].
pub async fn save_tables(fetch: Fetch, page: &Standing, format: Format) -> Result<(), Fault> {
    let makers = fetch().await.map_err(|LoadFailure| Fault::NotFetched)?;
    written((makers.tables)(page, format)).await
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

/// Has a file written and hands it to the reader.
///
/// # Errors
/// Where the program does not come, or breaks off.
pub async fn written(made: Made) -> Result<(), Fault> {
    let bytes = worker::file(made.format, &made.json).await.map_err(Fault::NotWritten)?;
    download::bytes(&made.name, made.format.media_type(), &bytes);
    Ok(())
}
