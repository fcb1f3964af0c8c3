//! What makes workbooks, as one value: in a part of its own, for whoever presses the button.

use super::ledger_book::Making;
use crate::office::{self, Workbook};
use crate::page::shared::workbook::{Made, Makers, Steps};
use crate::standing::AsOf;

/// All of it. Whoever names this has it in their part.
pub const MAKERS: Makers = Makers {
    document: |document, language| made(&office::of_document(document, language)),
    ledger: |as_of| steps(as_of),
};

fn steps(as_of: AsOf) -> Steps {
    let mut making = Making::new(as_of);
    Box::new(move |as_of| making.step(as_of).map(|book| made(&book)))
}

fn made(book: &Workbook) -> Made {
    Made { name: office::file_name(&book.title, "xlsx"), json: book.json() }
}
