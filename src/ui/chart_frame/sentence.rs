//! A sentence in markup.

use crate::chart::Sentence;
use crate::ui::said;
use leptos::prelude::*;

/// The pieces, each marked with its language where it is not the page's.
pub fn sentence(sentence: &Sentence) -> AnyView {
    sentence.0.iter().cloned().map(said).collect::<Vec<_>>().into_any()
}
