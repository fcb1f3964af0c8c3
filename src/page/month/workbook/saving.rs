//! 填报表 as a file: what makes it is a part of its own that the first press of a button fetches, and so is the program
//! that writes it. The pages name nothing here but types, and the sentence for a part that did not come.

use super::{model, plan_digest};
use crate::browser::LoadFailure;
use crate::office::{self, Format};
use crate::page::month::form::words as form_words;
use crate::page::month::form::{Draft, sheet};
use crate::page::shared::workbook::{self, Fault, Made, words};
use crate::plan::Month;
use crate::standing::AsOf;
use crate::text::Language;
use std::pin::Pin;

/// A file on its way; what came of it, in a sentence.
pub type Saving = Pin<Box<dyn Future<Output = String>>>;

/// Makes the workbook of an organisation and a month, with what was typed so far, and hands it to the reader.
pub type Save = fn(AsOf, &str, Month, &Draft) -> Saving;

/// Asks for the part that does so.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<Save, LoadFailure>>>>;

/// Whoever names this has all of it in their part.
pub const SAVE: Save = save;

/// Fetches the part, has it save by `ask`, and tells what came of it.
pub async fn told(fetch: Fetch, language: Language, ask: impl FnOnce(Save) -> Saving) -> String {
    match fetch().await {
        Ok(save) => ask(save).await,
        Err(LoadFailure) => words::outcome(language, Err(Fault::NotFetched)).to_owned(),
    }
}

fn save(as_of: AsOf, organisation: &str, month: Month, draft: &Draft) -> Saving {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let sheet = match sheet(plan, ledger, organisation, month, Some(today), language) {
        Ok(sheet) => sheet,
        Err(why) => return Box::pin(std::future::ready(form_words::no_form(language, &why))),
    };
    let book = model::workbook(&sheet, draft, plan_digest(plan), language);
    let format = Format::Xlsx;
    let made = Made { name: office::file_name(&book.title, format), json: book.json(), format };
    Box::pin(async move { words::outcome(language, workbook::written(made).await).to_owned() })
}
