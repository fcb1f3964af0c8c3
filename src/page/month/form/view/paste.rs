//! The dialog in which a pasted table is looked at before it fills anything, and what is said afterwards.

use super::super::paste::{Block, Pasted, paste};
use super::super::words;
use super::{Here, text};
use crate::browser::{clipboard, dialog};
use crate::rows::{self, Answers, Fate, Question, Reading};
use crate::text::{Text, isolated};
use crate::ui::dialog_head;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// What is pasted, what was answered, and what both come to.
#[derive(Clone, Copy)]
struct Look {
    here: Here,
    block: RwSignal<Block>,
    answers: RwSignal<Answers>,
    pasted: Memo<Pasted>,
}

/// The dialog over the form that stands around it.
pub fn opened() -> AnyView {
    let here = expect_context::<Here>();
    let words = here.words;
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| dialog::open(&dialog));
    let block = RwSignal::new(here.pasting.get_untracked().unwrap_or_default());
    let answers = RwSignal::new(Answers::default());
    let pasted = Memo::new(move |_| {
        here.sheet
            .with_value(|sheet| block.with(|block| answers.with(|answers| paste(sheet, block, answers))))
    });
    let look = Look { here, block, answers, pasted };
    let has_nothing = move || pasted.with(|pasted| pasted.taken().next().is_none());
    let fill = move |event: MouseEvent| {
        let mut undo = None;
        here.filled(|draft| undo = Some(pasted.with_untracked(|pasted| pasted.fill(draft))));
        let rows = pasted.with_untracked(Pasted::rows);
        if let Some(undo) = undo {
            let said = words::pasted_in(
                here.language,
                rows,
                pasted.with_untracked(|pasted| pasted.taken().count()),
                undo.replaced(),
            );
            here.filled_in.set(Some((said, Some(undo))));
        }
        dialog::close_around(&event);
    };
    view! {
        <dialog
            node_ref=node
            class="paste"
            aria-label=words.paste_title
            on:close=move |_| here.pasting.set(None)
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                {dialog_head(words.paste_title, words.close)}
                <p class="muted">{words.paste_how}</p>
                {field(look)}
                <div class="found" role="status">{move || summary(look)}</div>
                {questions(look)}
                <div>{move || pasted.with(|pasted| lists(here, &pasted.reading))}</div>
                <div class="actions">
                    <button type="button" data-main="" disabled=has_nothing on:click=fill>{words.paste_fill}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

fn field(look: Look) -> AnyView {
    let words = look.here.words;
    let changed = move |text: String| {
        look.answers.set(Answers::default());
        // What is typed has no markup beside it any more.
        look.block.update(|block| (block.text, block.markup) = (text, None));
    };
    let pasted = move |event: leptos::ev::Event| {
        if let (Some(text), Some(markup)) = (clipboard::pasted(&event), clipboard::pasted_markup(&event)) {
            event.prevent_default();
            look.answers.set(Answers::default());
            look.block.update(|block| (block.text, block.markup) = (text, Some(markup)));
        }
    };
    view! {
        <label>
            <span class="spoken">{words.paste_field}</span>
            <textarea
                rows="6"
                autofocus
                spellcheck="false"
                placeholder=words.paste_field
                prop:value=move || look.block.with(|block| block.text.clone())
                on:input=move |event| changed(event_target_value(&event))
                on:paste=move |event| pasted(event.into())
            ></textarea>
        </label>
    }
    .into_any()
}

fn summary(look: Look) -> Option<AnyView> {
    let Here { language, words, .. } = look.here;
    let is_blank = look.block.with(|block| block.text.trim().is_empty());
    let said = look.pasted.with(|pasted| words::pasted(language, pasted));
    (!is_blank)
        .then(|| view! { <p><b>{words.paste_look}</b>{language.pick("：", ": ")}{said}</p> }.into_any())
}

/// What is ambiguous, each with a choice. A question stays in its place when it is answered.
fn questions(look: Look) -> AnyView {
    let has_some = Memo::new(move |_| look.pasted.with(|pasted| !pasted.reading.questions.is_empty()));
    let each = move || look.pasted.with(|pasted| pasted.reading.questions.clone());
    view! {
        <div class="choices">
            {move || has_some.get().then(|| view! { <p><b>{look.here.words.paste_asked}</b></p> })}
            <For each=each key=Clone::clone let:question>{asked(look, question)}</For>
        </div>
    }
    .into_any()
}

fn asked(look: Look, question: Question) -> AnyView {
    let Here { language, words, .. } = look.here;
    let is_turned = look.pasted.with_untracked(|pasted| pasted.reading.is_turned);
    let name = |id: &str| named(look.here, id).words;
    let label = rows::words::question(language, &question, is_turned, name);
    let options = rows::words::options(language, &question, is_turned, name);
    let options: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(at, words)| view! { <option value=at.to_string()>{words}</option> })
        .collect();
    let choose = move |value: String| {
        let option = value.parse().ok();
        look.answers.update(|answers| answers.answer(&question, option));
    };
    view! {
        <label>
            <span>{label}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" disabled selected>{words.paste_choose}</option>
                {options}
                <option value="none">{words.paste_none}</option>
            </select>
        </label>
    }
    .into_any()
}

/// Row by row what would be filled, from where, and what is left over.
fn lists(here: Here, reading: &Reading) -> AnyView {
    let Here { language, words, .. } = here;
    let at = |row| rows::words::row(language, row, reading.is_turned);
    let fills = reading.lines.iter().filter_map(|line| match &line.fate {
        Fate::Taken(taken) => Some((line, taken)),
        Fate::Asked(_) | Fate::Left(_) => None,
    });
    let between = language.pick("，", ", ");
    let fills: Vec<_> = fills
        .map(|(line, taken)| {
            let source = rows::words::source(language, taken, reading.is_turned);
            let from = [
                at(line.row).as_str(),
                language.pick("“", " “"),
                &isolated(&line.words),
                "”",
                between,
                &source,
            ]
            .concat();
            let unit =
                here.sheet.with_value(|sheet| sheet.figure(&taken.item).map(|asked| asked.unit.clone()));
            let unit = unit.filter(|_| matches!(taken.told, rows::Told::Value(_))).map(text);
            view! {
                <li>
                    <span>{text(named(here, &taken.item))}<small>{from}</small></span>
                    <b class="figure">{rows::words::told(language, &taken.told)}" "{unit}</b>
                </li>
            }
        })
        .collect();
    let left = reading.lines.iter().filter_map(|line| match &line.fate {
        Fate::Left(why) => Some((line, rows::words::why(language, why))),
        Fate::Taken(_) | Fate::Asked(_) => None,
    });
    let left: Vec<_> = left
        .map(|(line, why)| {
            view! { <li>{at(line.row)}" "<span class="muted">{isolated(&line.words)}</span>{language.pick("：", ": ")}{why}</li> }
        })
        .collect();
    let head = (!left.is_empty()).then(|| view! { <p><b>{words.paste_left}</b></p> });
    view! {
        <ul class="fills">{fills}</ul>
        {head}
        <ul class="unplaced">{left}</ul>
    }
    .into_any()
}

fn named(here: Here, id: &str) -> Text {
    let name = here.sheet.with_value(|sheet| sheet.figure(id).map(|asked| asked.name.clone()));
    name.unwrap_or_else(|| Text::plain(id))
}
