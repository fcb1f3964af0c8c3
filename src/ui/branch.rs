//! Branches that open and close, alone and all at once. On paper every one is open.

use crate::text::{Language, Text};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// The branches of a tree. A branch joins when it is drawn.
#[derive(Clone, Default)]
pub struct Branches(Rc<RefCell<Vec<RwSignal<bool>>>>);

impl Branches {
    /// Opens or closes every branch.
    pub fn set(&self, open: bool) {
        self.0.borrow().iter().for_each(|branch| branch.set(open));
    }

    fn join(&self) -> RwSignal<bool> {
        let branch = RwSignal::new(false);
        self.0.borrow_mut().push(branch);
        branch
    }
}

/// An item of a list with a button that opens it. `label` says to ears what the button opens.
pub fn branch(
    branches: &Branches,
    label: Text,
    head: impl IntoView + 'static,
    body: impl IntoView + 'static,
) -> AnyView {
    let open = branches.join();
    view! {
        <li class="branch" data-open=move || open.get().to_string()>
            <div class="branch-head">
                <button class="toggle" lang=label.language.map(Language::tag) aria-label=label.words aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)></button>
                {head}
            </div>
            // Closed by the style sheet, so that paper can open it again.
            <div class="branch-body">{body}</div>
        </li>
    }
    .into_any()
}
