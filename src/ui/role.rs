//! What an organisation is to a task: a shape and a word.

use crate::plan::Role;
use crate::text::Language;
use leptos::prelude::*;

/// The part that an organisation has in a task.
pub fn role(role: Role, language: Language) -> AnyView {
    let (slug, words) = match role {
        Role::Lead => ("lead", language.pick("牵头", "lead")),
        Role::Responsible => ("responsible", language.pick("责任", "responsible")),
    };
    view! { <span class="role" data-role=slug>{words}</span> }.into_any()
}
