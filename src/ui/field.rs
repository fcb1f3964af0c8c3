//! Fields of forms: a name, and what is typed into a part of one value. What was refused is marked.

use crate::text::{Choice, Language, Text};
use leptos::prelude::*;

/// What a field reads and writes.
pub struct Bound {
    read: Box<dyn Fn() -> String + Send + Sync>,
    write: Box<dyn Fn(String) + Send + Sync>,
    is_wrong: Box<dyn Fn() -> bool + Send + Sync>,
}

impl Bound {
    /// A part of what is typed into a form.
    pub fn new<T: Clone + Send + Sync + 'static>(typed: RwSignal<T>, of: fn(&mut T) -> &mut String) -> Self {
        Self {
            read: Box::new(move || typed.with(|typed| of(&mut typed.clone()).clone())),
            write: Box::new(move |value| typed.update(|typed| *of(typed) = value)),
            is_wrong: Box::new(|| false),
        }
    }

    /// A part of one of several alike, by its place.
    pub fn at<T: Clone + Send + Sync + 'static>(
        typed: RwSignal<T>,
        place: usize,
        of: fn(&mut T, usize) -> &mut String,
    ) -> Self {
        Self {
            read: Box::new(move || typed.with(|typed| of(&mut typed.clone(), place).clone())),
            write: Box::new(move |value| typed.update(|typed| *of(typed, place) = value)),
            is_wrong: Box::new(|| false),
        }
    }

    /// The same, where more comes of what is chosen than that it stands there.
    pub fn written(self, write: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { write: Box::new(write), ..self }
    }

    /// The same, marked while what stands in it is refused.
    pub fn marked(self, is_wrong: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { is_wrong: Box::new(is_wrong), ..self }
    }
}

/// How a field of one line looks; what is empty is left out.
#[derive(Clone, Copy, Default)]
pub struct Line {
    /// What leads to it.
    pub id: &'static str,
    /// The keys that a telephone offers: `decimal`, `numeric`; empty for text.
    pub mode: &'static str,
    /// An example of what is to be typed.
    pub example: &'static str,
}

/// A field of one line.
pub fn line(name: impl IntoView + 'static, look: Line, bound: Bound) -> AnyView {
    named(name.into_any(), look, bound)
}

// Apart, so that the page has it once whatever its name is made of.
fn named(name: AnyView, look: Line, bound: Bound) -> AnyView {
    let Bound { read, write, is_wrong } = bound;
    let some = |words: &'static str| (!words.is_empty()).then_some(words);
    view! {
        <label>
            <span>{name}</span>
            <input
                type="text"
                id=some(look.id)
                inputmode=some(look.mode)
                autocomplete="off"
                placeholder=some(look.example)
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=read
                on:input:target=move |event| write(event.target().value())
            />
        </label>
    }
    .into_any()
}

/// A field of two lines.
pub fn area(name: impl IntoView + 'static, bound: Bound) -> AnyView {
    let Bound { read, write, is_wrong } = bound;
    view! {
        <label>
            <span>{name}</span>
            <textarea
                rows="2"
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=read
                on:input:target=move |event| write(event.target().value())
            ></textarea>
        </label>
    }
    .into_any()
}

/// A list to choose from; `first` stands for nothing chosen.
pub fn select(name: &'static str, first: &'static str, choices: Vec<Choice>, bound: Bound) -> AnyView {
    let Bound { read, write, is_wrong } = bound;
    let options = choices.into_iter().map(|Choice { value, words: Text { words, language } }| {
        view! { <option value=value lang=language.map(Language::tag)>{words}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <label>
            <span>{name}</span>
            <select
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=read
                on:change:target=move |event| write(event.target().value())
            >
                <option value="">{first}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// What is wrong with what was typed, read out as soon as it stands there; nothing where nothing is.
pub fn faults(sentences: Vec<String>) -> Option<AnyView> {
    let each = sentences.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    (!each.is_empty()).then(|| view! { <div role="alert"><ul class="faults">{each}</ul></div> }.into_any())
}
