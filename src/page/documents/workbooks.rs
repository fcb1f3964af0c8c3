//! What makes files for office programs, as one value: in a part of its own, for whoever presses a button.

use super::ledger_book::Making;
use crate::document::Document;
use crate::office::{self, Format, Sheet, Workbook, manuscript};
use crate::page::shared::workbook::{Made, Makers, Steps};
use crate::standing::AsOf;
use crate::text::{Language, Table};

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
fn tables(title: &str, address: &str, tables: &[Table], format: Format) -> Made {
    let mut book = Workbook { title: title.to_owned(), sheets: vec![] };
    for table in tables {
        let of = Sheet::of(table);
        // A sheet that is called like the page has its title once.
        let lead = if of.title == title { vec![] } else { vec![of.title.clone()] };
        book.add(Sheet { title: title.to_owned(), lead, notes: vec![address.to_owned()], ..of });
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
