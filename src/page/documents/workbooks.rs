//! What makes files for office programs, as one value: in a part of its own, for whoever presses a button.

use super::ledger_book::Making;
use crate::document::Document;
use crate::office::{self, Format, Sheet, Workbook, manuscript};
use crate::page::shared::workbook::{Made, Makers, Standing, Steps};
use crate::standing::AsOf;
use crate::text::Language;

/// All of it. Whoever names this has it in their part.
pub const MAKERS: Makers = Makers { document, tables, ledger: |as_of| steps(as_of) };

fn document(document: &Document, language: Language, format: Format, page: &str) -> Made {
    match format {
        Format::Docx => {
            let made = manuscript::of_document(document, language, page);
            Made { name: office::file_name(&made.title, format), json: made.json(), format }
        }
        Format::Xlsx | Format::Csv => made(&office::of_document(document, language), format),
    }
}

/// A sheet for each table of a page.
fn tables(page: &Standing, format: Format) -> Made {
    let mut book = Workbook { title: page.title.clone(), sheets: vec![] };
    for table in &page.tables {
        let of = Sheet::of(table);
        // A sheet that is called like the page has its title once.
        let own = (of.title != page.title).then(|| of.title.clone());
        let lead = page.marks.iter().cloned().chain(own).collect();
        book.add(Sheet { title: page.title.clone(), lead, notes: vec![page.address.clone()], ..of });
    }
    made(&book, format)
}

fn steps(as_of: AsOf) -> Steps {
    let mut making = Making::new(as_of);
    Box::new(move |as_of| making.step(as_of).map(|book| made(&book, Format::Xlsx)))
}

fn made(book: &Workbook, format: Format) -> Made {
    Made { name: office::file_name(&book.title, format), json: book.json(), format }
}
