//! The things of a text in markup, by task: folded until somebody opens it, since a plan has hundreds.

use super::{Here, change};
use crate::authoring::{MilestoneChoice, TargetChoice};
use crate::page::keep::authoring::model::{self, DIRECTION, Detail, Details, Group, Row};
use crate::page::keep::authoring::words;
use crate::plan::{Basis, Comparator, MilestoneKind, Modality};
use leptos::ev::Event;
use leptos::html::Details as DetailsElement;
use leptos::prelude::*;

/// Every group. The list follows the text alone; how much is left in each follows what is decided.
pub(super) fn groups(here: Here) -> AnyView {
    let groups = Memo::new(move |_| {
        here.work
            .with(|work| work.as_ref().map(|work| model::groups(work, here.language)).unwrap_or_default())
    });
    let shape = Memo::new(move |_| {
        groups
            .with(|groups| groups.iter().map(|one| (one.title.clone(), one.keys.clone())).collect::<Vec<_>>())
    });
    (move || {
        let each = shape
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, (title, keys))| group(here, groups, at, title, keys));
        each.collect::<Vec<_>>()
    })
    .into_any()
}

fn group(here: Here, groups: Memo<Vec<Group>>, at: usize, title: String, keys: Vec<String>) -> AnyView {
    let is_open = RwSignal::new(false);
    let left = Memo::new(move |_| groups.with(|groups| groups.get(at).map_or(0, |one| one.left)));
    let element: NodeRef<DetailsElement> = NodeRef::new();
    let toggled = move |_: Event| is_open.set(element.get_untracked().is_some_and(|one| one.open()));
    let keys = StoredValue::new(keys);
    let content = move || {
        is_open.get().then(|| {
            let confirm = move |_| {
                change(here, |work| {
                    keys.with_value(|keys| work.confirm(&keys.iter().map(String::as_str).collect::<Vec<_>>()));
                });
            };
            let rows = keys.get_value().into_iter().map(|key| thing(here, key)).collect::<Vec<_>>();
            view! {
                <div class="acts">
                    <button type="button" disabled=move || left.get() == 0 on:click=confirm>{here.words.confirm_all}</button>
                </div>
                <ul class="things">{rows}</ul>
            }
        })
    };
    view! {
        <details node_ref=element on:toggle=toggled>
            <summary>
                <span>{title}</span>
                <small data-decided=move || (left.get() == 0).then_some("")>{move || words::left(here.language, left.get())}</small>
            </summary>
            {content}
        </details>
    }
    .into_any()
}

/// One thing: its words, which open to the sentence, what it is, and what has to be said of it.
fn thing(here: Here, key: String) -> AnyView {
    let Here { work, language, words, .. } = here;
    let of = key.clone();
    let row = Memo::new(move |_| work.with(|work| model::row(work.as_ref()?, &of, language)));
    let Some(Row { sort, words: own, line, sentence, options, doubts, .. }) = row.get_untracked() else {
        return ().into_any();
    };
    let key = StoredValue::new(key);
    let options = options.into_iter().map(|(value, words)| view! { <option value=value>{words}</option> });
    let options = options.collect::<Vec<_>>();
    let chosen = move || row.with(|row| row.as_ref().map(|row| row.chosen.clone()).unwrap_or_default());
    let choose =
        move |value: String| change(here, |work| key.with_value(|key| model::choose(work, key, &value)));
    let is_decided = Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(|row| row.is_decided)));
    let confirm = move |_| change(here, |work| key.with_value(|key| work.confirm(&[key.as_str()])));
    let state = move || if is_decided.get() { words.decided } else { words.proposed };
    let doubts = doubts.into_iter().map(|doubt| view! { <li>{doubt}</li> }).collect::<Vec<_>>();
    let doubts = (!doubts.is_empty()).then(|| view! { <ul class="doubts">{doubts}</ul> });
    let name = [words.is_what, language.pick("：", ": "), &own].concat();
    let text = work.with_untracked(|work| work.as_ref().map(|work| work.language().tag()));
    let shape = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| Shape::of(&row.details))));
    view! {
        <li class="thing" data-decided=move || is_decided.get().then_some("")>
            <details class="where">
                <summary><small>{sort}</small>" "<b lang=text>{own}</b></summary>
                <p><small>{words::line(language, line)}</small>" "<q lang=text>{sentence}</q></p>
            </details>
            <label class="what">
                <select aria-label=name prop:value=chosen on:change:target=move |event| choose(event.target().value())>
                    {options}
                </select>
            </label>
            <span class="state" data-decided=move || is_decided.get().then_some("")>{state}</span>
            <button type="button" hidden=move || is_decided.get() on:click=confirm>{words.confirm}</button>
            {doubts}
            {move || details(here, row, shape.get(), key)}
        </li>
    }
    .into_any()
}

/// Which fields the details have: they are drawn anew only where that changes.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    None,
    Target,
    Milestone,
    SameAs,
}

impl Shape {
    fn of(details: &Details) -> Self {
        match details {
            Details::None => Self::None,
            Details::Target(_) => Self::Target,
            Details::Milestone(_) => Self::Milestone,
            Details::SameAs(_) => Self::SameAs,
        }
    }
}

type Read = Memo<Option<Row>>;

fn details(here: Here, row: Read, shape: Option<Shape>, key: StoredValue<String>) -> Option<AnyView> {
    let words = here.words;
    let line = |name: &'static str, detail: Detail| line(here, row, key, name, detail);
    let list = |name: &'static str, detail: Detail, of: Vec<(String, String)>| {
        list(here, row, key, name, detail, of)
    };
    let language = here.language;
    let modalities =
        || Modality::ALL.map(|one| (one.slug().to_owned(), one.words(language).to_owned())).to_vec();
    let fields = match shape? {
        Shape::None => return None,
        Shape::SameAs => vec![line(words.name, Detail::Name)],
        Shape::Milestone => {
            let kinds = [("", MilestoneKind::State), (DIRECTION, MilestoneKind::Direction)];
            let kinds = kinds.map(|(value, kind)| (value.to_owned(), kind.words(language).to_owned()));
            vec![
                line(words.name, Detail::Name),
                list(words.kind, Detail::Kind, kinds.to_vec()),
                list(words.modality, Detail::Modality, modalities()),
                line(words.from, Detail::From),
                line(words.to, Detail::To),
            ]
        }
        Shape::Target => {
            let bases = Basis::ALL.map(|one| (one.slug().to_owned(), one.words(language).to_owned()));
            let comparators =
                Comparator::ALL.map(|one| (one.slug().to_owned(), one.words(language).to_owned()));
            let tasks = here.work.with_untracked(|work| work.as_ref().map(model::tasks).unwrap_or_default());
            let tasks = std::iter::once((String::new(), words.no_task.to_owned())).chain(tasks);
            vec![
                line(words.indicator, Detail::Name),
                list(words.comparator, Detail::Comparator, comparators.to_vec()),
                line(words.value, Detail::Value),
                line(words.unit, Detail::Unit),
                line(words.from, Detail::From),
                line(words.to, Detail::To),
                list(words.basis, Detail::Basis, bases.to_vec()),
                list(words.modality, Detail::Modality, modalities()),
                list(words.task, Detail::Task, tasks.collect()),
            ]
        }
    };
    Some(view! { <div class="fields">{fields}</div> }.into_any())
}

fn line(here: Here, row: Read, key: StoredValue<String>, name: &'static str, detail: Detail) -> AnyView {
    let write = move |typed: String| {
        change(here, |work| key.with_value(|key| model::write(work, key, detail, &typed)))
    };
    view! {
        <label>
            <span>{name}</span>
            <input
                type="text"
                autocomplete="off"
                prop:value=move || value(row, detail)
                on:change:target=move |event| write(event.target().value())
            />
        </label>
    }
    .into_any()
}

fn list(
    here: Here,
    row: Read,
    key: StoredValue<String>,
    name: &'static str,
    detail: Detail,
    of: Vec<(String, String)>,
) -> AnyView {
    let write = move |typed: String| {
        change(here, |work| key.with_value(|key| model::write(work, key, detail, &typed)))
    };
    let options = of.into_iter().map(|(value, words)| view! { <option value=value>{words}</option> });
    let options = options.collect::<Vec<_>>();
    view! {
        <label>
            <span>{name}</span>
            <select
                prop:value=move || value(row, detail)
                on:change:target=move |event| write(event.target().value())
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn value(row: Read, detail: Detail) -> String {
    row.with(|row| row.as_ref().map(|row| detail_of(&row.details, detail)).unwrap_or_default())
}

/// What stands in a field.
fn detail_of(details: &Details, detail: Detail) -> String {
    match details {
        Details::None => String::new(),
        Details::SameAs(name) => name.clone(),
        Details::Target(TargetChoice {
            task,
            indicator,
            value,
            unit,
            basis,
            comparator,
            modality,
            from,
            to,
        }) => match detail {
            Detail::Task => task.clone(),
            Detail::Name => indicator.clone(),
            Detail::Value => value.clone(),
            Detail::Unit => unit.clone(),
            Detail::Basis => basis.slug().into(),
            Detail::Comparator => comparator.slug().into(),
            Detail::Modality => modality.slug().into(),
            Detail::From => from.to_string(),
            Detail::To => to.to_string(),
            Detail::Kind => String::new(),
        },
        Details::Milestone(MilestoneChoice { name, kind, modality, from, to }) => match detail {
            Detail::Name => name.clone(),
            Detail::Kind if *kind == MilestoneKind::Direction => DIRECTION.into(),
            Detail::Modality => modality.slug().into(),
            Detail::From => from.to_string(),
            Detail::To => to.to_string(),
            _ => String::new(),
        },
    }
}
