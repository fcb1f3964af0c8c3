//! The order of names in a list, as the browser knows it for each language.

use crate::text::{Collation, Language};
use js_sys::{Array, Object};

/// The order of names in a language: Chinese by sound, English by letter, both without case.
pub fn collation(language: Language) -> Collation {
    // On the host there is no browser to ask, and no list is sorted by name before somebody asks for it.
    if cfg!(not(feature = "csr")) {
        return str::cmp;
    }
    match language {
        Language::Zh => |one, other| compare(one, other, "zh-CN"),
        Language::En => |one, other| compare(one, other, "en"),
    }
}

fn compare(one: &str, other: &str, locale: &str) -> std::cmp::Ordering {
    js_sys::JsString::from(one).locale_compare(other, &Array::of1(&locale.into()), &Object::new()).cmp(&0)
}
