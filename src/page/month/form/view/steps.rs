//! Measures or milestones: how far each has come, and a sentence about it.

use super::super::sheet::Staged;
use super::super::spot::Spot;
use super::super::words;
use super::{Here, said, text};
use crate::ledger::Stage;
use leptos::prelude::*;

/// The sheet with the stages that are asked; nothing where none is.
pub fn section(here: Here, title: &'static str, staged: Vec<Staged>) -> Option<AnyView> {
    if staged.is_empty() {
        return None;
    }
    let steps = staged.into_iter().map(|one| step(here, one)).collect::<Vec<_>>();
    Some(
        view! {
            <section class="sheet">
                <header><h2>{title}</h2></header>
                <ul class="fields steps">{steps}</ul>
            </section>
        }
        .into_any(),
    )
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
    let last = staged.last.map(|(of, stage)| {
        let of = words::last(here.language, of, now);
        view! { <small class="before">{of}" "{stage.words(here.language)}</small> }
    });
    let about = staged.about.iter().cloned().map(text).collect::<Vec<_>>();
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| here.draft.with(|draft| draft.steps.get(&id).and_then(|step| step.stage)))
    };
    let radios =
        staged.stages.iter().map(|stage| radio(here, id.clone(), *stage, chosen)).collect::<Vec<_>>();
    view! {
        <li>
            <div class="name" id=name.clone()><span>{text(staged.name)}</span><small>{about}</small>{last}</div>
            <div class="seg" role="radiogroup" id=spot.element() aria-labelledby=name aria-describedby=spot.message()>
                {radios}
            </div>
            {said::said(here, spot)}
            {note(here, id)}
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
                value=value()
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
