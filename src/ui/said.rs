//! Words of the plan, marked with their language where it is not the page's.

use crate::text::{ISOLATE, Text, is_right_to_left};
use leptos::prelude::*;

/// The words, in a span that names their language only where it differs from the page's. Words of the
/// plan that are read from right to left are isolated, as typed ones are before they come here: they do not turn what
/// stands behind them.
pub fn said(text: Text) -> AnyView {
    if text.words.chars().any(is_right_to_left) && !text.words.contains(ISOLATE) {
        return view! { <bdi>{text.words}</bdi> }.into_any();
    }
    match text.language {
        None => text.words.into_any(),
        Some(language) => view! { <span lang=language.tag()>{text.words}</span> }.into_any(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::text::isolated;

    /// hostile 8
    #[test]
    fn words_from_right_to_left_are_isolated() {
        let html = |words: &str| said(Text::plain(words.to_owned())).to_html();
        assert!(html("שלום").contains("<bdi>שלום"), "{}", html("שלום"));
        assert!(!html("张三").contains("bdi"));
        let sentence = ["销号：", &isolated("שלום 3"), "，3 天"].concat();
        assert_eq!(html(&sentence), sentence, "only the name in it");
    }
}
