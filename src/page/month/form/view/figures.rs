//! The indicators: a field for each figure, the last one beside it.

use super::super::draft::{Choice, Draft};
use super::super::paste::{Block, is_block};
use super::super::sheet::AskedFigure;
use super::super::spot::Spot;
use super::super::words;
use super::{Here, said, text};
use crate::browser::{clipboard, document};
use crate::text::Text;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The sheet with the figures that have to be filled in; nothing where none is due.
pub fn section(here: Here) -> Option<AnyView> {
    let words = here.words;
    if here.sheet.with_value(|sheet| sheet.figures.is_empty()) {
        return Some(view! { <section class="sheet"><p>{words.no_indicators}</p></section> }.into_any());
    }
    let due: Vec<AskedFigure> = here.sheet.with_value(|sheet| sheet.due_figures().cloned().collect());
    if due.is_empty() {
        return None;
    }
    let title = words::counted(here.language, words.indicators, due.len());
    let up_to = here.sheet.with_value(|sheet| words::up_to(here.language, sheet.month));
    Some(
        view! {
            <section class="sheet">
                <header><h2>{title}</h2><span class="muted">{up_to}</span></header>
                <ul class="fields">{fields(here, due)}</ul>
            </section>
        }
        .into_any(),
    )
}

/// A row for each of these figures.
pub fn fields(here: Here, asked: Vec<AskedFigure>) -> Vec<AnyView> {
    asked.into_iter().map(|asked| field(here, asked)).collect()
}

fn field(here: Here, asked: AskedFigure) -> AnyView {
    let id = asked.id.clone();
    let spot = Spot::Figure(id.clone());
    let wrong = said::is_wrong(here, spot.clone());
    let told = said::messages(here, spot.clone());
    let unit = asked.unit.clone();
    view! {
        <li data-said=move || told.with(|all| (!all.is_empty()).then_some("")) data-wrong=move || wrong.get().then_some("")>
            <label for=spot.element()>
                <span>{text(asked.name.clone())}</span>
                {about(&asked.about, Some(&asked.asks))}
            </label>
            {last(here, &asked)}
            <span class="in">{input(here, &asked, wrong)}<i>{text(unit)}</i></span>
            {said::said(here, spot)}
            {more(here, id, &asked)}
        </li>
    }
    .into_any()
}

/// Section, target and basis, each in a span: which of them there is room for, the style sheet knows.
pub fn about(pieces: &[Text], asks: Option<&str>) -> AnyView {
    let piece = |one: &Text| {
        let words = one.words.trim_start_matches(" · ").to_owned();
        view! { <span>{text(Text { words, ..one.clone() })}</span> }
    };
    let pieces = pieces.iter().map(piece).collect::<Vec<_>>();
    let asks = asks.map(|asks| view! { <span>{asks.to_owned()}</span> });
    view! { <small class="about">{pieces}{asks}</small> }.into_any()
}

fn last(here: Here, asked: &AskedFigure) -> AnyView {
    let now = here.sheet.with_value(|sheet| sheet.month);
    match asked.last {
        Some((of, value)) => {
            let of = words::last(here.language, of, now);
            view! { <span class="last">{of}" "<b class="figure">{value.to_string()}</b></span> }.into_any()
        }
        None => view! { <span class="last">{words::last(here.language, now.plus(-1), now)}" "<b class="figure">"—"</b></span> }.into_any(),
    }
}

fn input(here: Here, asked: &AskedFigure, wrong: Memo<bool>) -> AnyView {
    let id = asked.id.clone();
    let spot = Spot::Figure(id.clone());
    let value = {
        let id = id.clone();
        here.value(move |draft| draft.figures.get(&id).map(|figure| figure.text.clone()).unwrap_or_default())
    };
    let typed = {
        let (id, spot) = (id.clone(), spot.clone());
        move |event| {
            let text = event_target_value(&event);
            here.typed(spot.clone(), |draft| {
                let figure = draft.figure_mut(&id);
                // Whoever types a figure means it.
                (figure.choice, figure.text) = (Choice::Value, text);
            });
        }
    };
    let shown = choice_of(here, id.clone());
    let placeholder = move || match shown.get() {
        Choice::Value => "",
        choice => words::choice(here.language, choice),
    };
    let key = {
        let id = id.clone();
        move |event: KeyboardEvent| move_on(here, &id, &event)
    };
    let pasted = move |event: leptos::ev::Event| {
        if let Some(text) = clipboard::pasted(&event).filter(|block| is_block(block)) {
            event.prevent_default();
            let markup = clipboard::pasted_markup(&event);
            here.pasting.set(Some(Block { text, markup, from: Some(id.clone()), file: None }));
        }
    };
    view! {
        <input
            type="text"
            class="figure"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="next"
            id=spot.element()
            value=untrack(&value)
            prop:value=value
            placeholder=placeholder
            aria-describedby=spot.message()
            aria-invalid=move || wrong.get().then_some("true")
            on:input=typed
            on:blur=move |_| here.left()
            on:keydown=key
            on:paste=move |event| pasted(event.into())
        />
    }
    .into_any()
}

fn choice_of(here: Here, id: String) -> Memo<Choice> {
    Memo::new(move |_| {
        here.draft.with(|draft| draft.figures.get(&id).map(|figure| figure.choice).unwrap_or_default())
    })
}

/// What is reported: a figure, or that there is none.
fn choices(here: Here, id: String, asked: &AskedFigure) -> AnyView {
    let shown = choice_of(here, id.clone());
    let options = Choice::ALL.into_iter().map(|choice| {
        let is_shown = move || shown.get() == choice;
        view! {
            <option value=choice.slug() selected=is_shown prop:selected=is_shown>
                {words::choice(here.language, choice)}
            </option>
        }
    });
    let options = options.collect::<Vec<_>>();
    let label = [here.words.kind, here.language.pick("：", ": "), &asked.name.words].concat();
    let title = here.words.kind;
    let choose = move |slug: String| {
        let Some(choice) = Choice::of(&slug) else { return };
        here.filled(|draft| {
            let figure = draft.figure_mut(&id);
            figure.choice = choice;
            // Either a figure or that there is none: never one hidden behind the other.
            if choice != Choice::Value {
                figure.text.clear();
            }
        });
    };
    let language = asked.name.language.map(|language| language.tag());
    view! {
        <div class="line">
            <span aria-hidden="true">{title}</span>
            <select aria-label=label lang=language on:change:target=move |event| choose(event.target().value())>{options}</select>
        </div>
    }
    .into_any()
}

/// That there is no figure, evidence and note: folded away until they are used or asked for.
fn more(here: Here, id: String, asked: &AskedFigure) -> AnyView {
    let words = here.words;
    let (evidence, note) = (Spot::Evidence(id.clone()), Spot::Note(id.clone()));
    let told = [said::messages(here, evidence.clone()), said::messages(here, note.clone())];
    let is_used = {
        let id = id.clone();
        move || {
            let says = |draft: &Draft| {
                draft.figures.get(&id).is_some_and(|one| !one.evidence.is_empty() || !one.note.is_empty())
            };
            here.draft.with(says)
        }
    };
    // What was opened stays so: it would close under the hands of whoever types what was missing.
    let is_open = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || is_used() || told.iter().any(|told| told.with(|all| !all.is_empty()))
    });
    let (of_evidence, of_note) = (id.clone(), id.clone());
    let evidence_value = here.value(move |draft| {
        draft.figures.get(&of_evidence).map(|one| one.evidence.clone()).unwrap_or_default()
    });
    let note_value =
        here.value(move |draft| draft.figures.get(&of_note).map(|one| one.note.clone()).unwrap_or_default());
    let choices = choices(here, id.clone(), asked);
    let [note_name, more] = words::note_names(here.language, asked);
    let of = id.clone();
    let typed_evidence = move |typed: String| {
        here.typed(Spot::Evidence(of.clone()), |draft| draft.figure_mut(&of).evidence = typed)
    };
    let typed_note =
        move |typed: String| here.typed(Spot::Note(id.clone()), |draft| draft.figure_mut(&id).note = typed);
    view! {
        <details class="more" open=move || is_open.get()>
            <summary>{more}</summary>
            <div>
                {choices}
                {line(here, evidence, words.evidence, evidence_value, typed_evidence)}
                {line(here, note, note_name, note_value, typed_note)}
            </div>
        </details>
    }
    .into_any()
}

/// A line of text with its name and its sentences.
pub fn line(
    here: Here,
    spot: Spot,
    label: &'static str,
    value: impl Fn() -> String + Send + 'static,
    typed: impl Fn(String) + 'static,
) -> AnyView {
    let wrong = said::is_wrong(here, spot.clone());
    view! {
        <div class="line">
            <label for=spot.element()>{label}</label>
            <input
                type="text"
                id=spot.element()
                autocomplete="off"
                value=untrack(&value)
                prop:value=value
                aria-describedby=spot.message()
                aria-invalid=move || wrong.get().then_some("true")
                on:input=move |event| typed(event_target_value(&event))
                on:blur=move |_| here.left()
            />
            {said::said(here, spot)}
        </div>
    }
    .into_any()
}

/// Enter and the arrows go down and up the column of figures.
fn move_on(here: Here, id: &str, event: &KeyboardEvent) {
    // An input method uses these keys for itself; 229 is what older browsers say then.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let step = match event.key().as_str() {
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    let next = here.sheet.with_value(|sheet| {
        let at = sheet.figures.iter().position(|asked| asked.id == id)?;
        let next = sheet.figures.get(at.checked_add_signed(step)?)?;
        // What may stay empty stands elsewhere, and may be folded.
        let is_due = sheet.figures.get(at)?.is_due;
        let next = Some(next).filter(|next| next.is_due == is_due)?;
        Some(Spot::Figure(next.id.clone()).element())
    });
    if let Some(next) = next {
        document::enter(&next);
    }
}
