//! Measures or milestones: how far each has come, and a sentence about it.

use super::super::sheet::Staged;
use super::super::spot::Spot;
use super::super::words;
use super::figures::about;
use super::{Here, said, text};
use crate::browser::document;
use crate::ledger::Stage;
use crate::text::Text;
use leptos::prelude::*;

/// The sheet with the stages that are asked; nothing where none is.
pub fn section(here: Here, title: &'static str, staged: Vec<Staged>) -> Option<AnyView> {
    if staged.is_empty() {
        return None;
    }
    let title = words::counted(here.language, title, staged.len());
    let key = staged.iter().any(|one| one.unchanged().is_some());
    let key = key.then(|| view! { <span class="muted key"><i></i>{here.words.unchanged_key}</span> });
    Some(
        view! {
            <section class="sheet">
                <header><h2>{title}</h2>{key}</header>
                <ul class="fields steps">{rows(here, staged)}</ul>
            </section>
        }
        .into_any(),
    )
}

/// A row for each of these.
pub fn rows(here: Here, staged: Vec<Staged>) -> Vec<AnyView> {
    staged.into_iter().map(|one| step(here, one)).collect()
}

/// The measures that are not asked any more, while something is said of them: also what another tab says of one
/// meanwhile. One that has been shown stays, also while its sentence is emptied.
pub fn let_go(here: Here) -> impl IntoView {
    let shown = Memo::new(move |before: Option<&Vec<bool>>| {
        here.sheet.with_value(|sheet| {
            here.draft.with(|draft| {
                let stays = |at: usize| before.and_then(|before| before.get(at)).is_some_and(|was| *was);
                let all = sheet.let_go.iter().enumerate();
                all.map(|(at, one)| stays(at) || one.is_still_shown(draft)).collect::<Vec<bool>>()
            })
        })
    });
    move || {
        let all = here.sheet.with_value(|sheet| sheet.let_go.clone());
        let all = all.into_iter().zip(shown.get()).filter_map(|(one, is_shown)| is_shown.then_some(one));
        section(here, here.words.measures_done, all.collect())
    }
}

fn step(here: Here, staged: Staged) -> AnyView {
    let id = staged.id.clone();
    let spot = Spot::Stage(id.clone());
    let name = [&spot.element(), "-name"].concat();
    let now = here.sheet.with_value(|sheet| sheet.month);
    let (last, usual) = (staged.last, staged.unchanged());
    let chosen = {
        let staged = staged.clone();
        Memo::new(move |_| here.draft.with(|draft| staged.stage(draft.steps.get(&staged.id))))
    };
    let is_unchanged = move || chosen.get().is_some() && chosen.get() == usual;
    let radios =
        staged.stages.iter().map(|stage| radio(here, id.clone(), *stage, chosen)).collect::<Vec<_>>();
    // What it was is on the row already where it has not changed.
    let before = move || {
        let (of, stage) = last.filter(|_| !is_unchanged())?;
        let of = words::last(here.language, of, now);
        Some(view! { <small class="before">{of}" "{stage.words(here.language)}</small> })
    };
    let about = about(&staged.about, None);
    let noting = Noting::of(here, &id);
    view! {
        <li>
            <div class="name">
                <span><span id=name.clone()>{text(staged.name.clone())}</span>{noting.button(here, &staged.name)}</span>
                {about}
                {before}
            </div>
            <div
                class="seg"
                role="radiogroup"
                id=spot.element()
                data-unchanged=move || is_unchanged().then_some("")
                aria-labelledby=name
                aria-describedby=spot.message()
            >
                {radios}
            </div>
            {said::said(here, spot)}
            {move || noting.is_open.get().then(|| note(here, id.clone()))}
        </li>
    }
    .into_any()
}

fn radio(here: Here, id: String, stage: Stage, chosen: Memo<Option<Stage>>) -> AnyView {
    let name = Spot::Stage(id.clone()).element();
    let is_chosen = move || chosen.get() == Some(stage);
    let choose = move |_| here.filled(|draft| draft.step_mut(&id).stage = Some(stage));
    view! {
        <label>
            <input type="radio" name=name checked=is_chosen prop:checked=is_chosen on:change=choose/>
            <span>{stage.words(here.language)}</span>
        </label>
    }
    .into_any()
}

/// Whether the sentence about an item is asked for: somebody pressed for it, or something stands in it or is said of it.
#[derive(Clone, Copy)]
struct Noting {
    is_open: Memo<bool>,
    is_pressed: RwSignal<bool>,
    field: StoredValue<String>,
}

impl Noting {
    fn of(here: Here, id: &str) -> Self {
        let (id, spot) = (id.to_owned(), Spot::StageNote(id.to_owned()));
        let field = StoredValue::new(spot.element());
        let is_pressed = RwSignal::new(false);
        let is_used =
            move || here.draft.with(|draft| draft.steps.get(&id).is_some_and(|step| !step.note.is_empty()));
        let is_said = move || here.messages.with(|all| all.iter().any(|one| one.spot == spot));
        // What was opened stays so: it would go under the hands of whoever empties it.
        let is_open = Memo::new(move |was: Option<&bool>| {
            was == Some(&true) || is_pressed.get() || is_used() || is_said()
        });
        Self { is_open, is_pressed, field }
    }

    fn button(self, here: Here, name: &Text) -> AnyView {
        let Self { is_open, is_pressed, field } = self;
        let label = [here.words.stage_note, here.language.pick("：", ": "), &name.words].concat();
        let language = name.language.map(|language| language.tag());
        let open = move |_| {
            is_pressed.set(true);
            document::after_paint(move || document::enter(&field.get_value()));
        };
        (move || {
            let label = label.clone();
            (!is_open.get()).then(|| {
                view! { <button type="button" class="add" lang=language aria-label=label on:click=open>{here.words.add_note}</button> }
            })
        })
        .into_any()
    }
}

fn note(here: Here, id: String) -> AnyView {
    let spot = Spot::StageNote(id.clone());
    let wrong = said::is_wrong(here, spot.clone());
    let of = id.clone();
    let value =
        here.value(move |draft| draft.steps.get(&of).map(|step| step.note.clone()).unwrap_or_default());
    let typed = {
        let spot = spot.clone();
        move |event| {
            let text = event_target_value(&event);
            here.typed(spot.clone(), |draft| draft.step_mut(&id).note = text);
        }
    };
    // Left, the stage may be what is missing: that sentence stands at the stage.
    view! {
        <div class="line">
            <input
                type="text"
                id=spot.element()
                autocomplete="off"
                placeholder=here.words.stage_note
                aria-label=here.words.stage_note
                value=untrack(&value)
                prop:value=value
                aria-describedby=spot.message()
                aria-invalid=move || wrong.get().then_some("true")
                on:input=typed
                on:blur=move |_| here.left()
            />
            {said::said(here, spot)}
        </div>
    }
    .into_any()
}
