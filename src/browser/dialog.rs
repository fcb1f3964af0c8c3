//! Dialogs: the browser keeps the focus inside and everything behind them inert.

use super::{ignored, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Opens a dialog over the page, unless it is open already.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that is not on the page.
        ignored(dialog.show_modal());
    }
}

/// Closes the dialog around an event's element; the browser gives the focus back to where it was.
pub fn close_around(event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = element.and_then(|element| element.closest("dialog").ok().flatten());
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Closes the dialog when the click is on the ground behind it: a click inside has an inner element
/// as its target.
pub fn close_on_backdrop(event: &Event) {
    if let Some(dialog) = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Brings an element into view by the shortest way. Nothing happens where there is none.
pub fn reveal(id: &str) {
    if let Some(element) = window().document().and_then(|document| document.get_element_by_id(id)) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
