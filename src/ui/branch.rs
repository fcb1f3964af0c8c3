//! Branches that open and close, alone and all at once. On paper every one is open.

use crate::text::{Language, Text};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// The branches of a tree, in the order in which they are drawn.
#[derive(Clone)]
pub struct Branches {
    /// Whether each is open; what is missing is closed.
    open: RwSignal<Vec<bool>>,
    drawn: Rc<Cell<usize>>,
}

impl Branches {
    /// Branches about to be drawn, as open as the signal says: a tree that is drawn anew keeps what was open.
    pub fn new(open: RwSignal<Vec<bool>>) -> Self {
        Self { open, drawn: Rc::default() }
    }

    /// Opens or closes every branch.
    pub fn set(&self, is_open: bool) {
        self.open.set(vec![is_open; self.drawn.get()]);
    }

    /// The place of the next one.
    fn join(&self) -> usize {
        self.drawn.replace(self.drawn.get() + 1)
    }
}

/// An item of a list with a button that opens it. `label` says to ears what the button opens.
pub fn branch(
    branches: &Branches,
    label: Text,
    head: impl IntoView + 'static,
    body: impl IntoView + 'static,
) -> AnyView {
    let (at, open) = (branches.join(), branches.open);
    let is_open = Memo::new(move |_| open.with(|open| open.get(at).copied().unwrap_or(false)));
    let press = move |_| {
        open.update(|open| {
            if open.len() <= at {
                open.resize(at + 1, false);
            }
            if let Some(open) = open.get_mut(at) {
                *open = !*open;
            }
        });
    };
    view! {
        <li class="branch" data-open=move || is_open.get().to_string()>
            <div class="branch-head">
                <button class="toggle" lang=label.language.map(Language::tag) aria-label=label.words aria-expanded=move || is_open.get().to_string() on:click=press></button>
                {head}
            </div>
            // Closed by the style sheet, so that paper can open it again.
            <div class="branch-body">{body}</div>
        </li>
    }
    .into_any()
}
