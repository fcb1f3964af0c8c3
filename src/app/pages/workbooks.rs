//! What makes workbooks, in a part that only whoever asks for one fetches.

#[cfg(feature = "csr")]
use crate::app::parts;
use crate::browser::LoadFailure;
#[cfg(not(feature = "csr"))]
use crate::page::documents::workbooks::MAKERS;
#[cfg(not(feature = "csr"))]
use crate::page::month::workbook::saving::SAVE;
use crate::page::month::workbook::saving::Save;
use crate::page::shared::workbook::Makers;
use std::pin::Pin;

/// Asks for what makes workbooks.
#[cfg(feature = "csr")]
pub fn makers() -> Pin<Box<dyn Future<Output = Result<Makers, LoadFailure>>>> {
    Box::pin(parts::workbooks())
}

/// On the host nothing has to be fetched.
#[cfg(not(feature = "csr"))]
pub fn makers() -> Pin<Box<dyn Future<Output = Result<Makers, LoadFailure>>>> {
    Box::pin(std::future::ready(Ok(MAKERS)))
}

/// Asks for what makes a fill-in workbook.
#[cfg(feature = "csr")]
pub fn fill_in() -> Pin<Box<dyn Future<Output = Result<Save, LoadFailure>>>> {
    Box::pin(parts::fill_in())
}

/// On the host nothing has to be fetched.
#[cfg(not(feature = "csr"))]
pub fn fill_in() -> Pin<Box<dyn Future<Output = Result<Save, LoadFailure>>>> {
    Box::pin(std::future::ready(Ok(SAVE)))
}
