//! The dialog in which a pasted block is looked at before it fills anything.

use super::super::paste::{Pasted, paste};
use super::super::words;
use super::{Here, text};
use crate::browser::dialog;
use crate::text::Text;
use crate::ui::dialog_head;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// The dialog, while there is something to look at.
pub fn dialog(here: Here) -> AnyView {
    let is_open = Memo::new(move |_| here.pasting.with(Option::is_some));
    (move || is_open.get().then(|| opened(here))).into_any()
}

fn opened(here: Here) -> AnyView {
    let words = here.words;
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| dialog::open(&dialog));
    let (block, from) = here.pasting.get_untracked().unwrap_or_default();
    let block = RwSignal::new(block);
    let pasted = Memo::new(move |_| {
        here.sheet.with_value(|sheet| block.with(|block| paste(sheet, block, from.as_deref())))
    });
    let has_nothing = move || pasted.with(|pasted| pasted.fills.is_empty());
    let fill = move |event: MouseEvent| {
        let fills = pasted.with_untracked(|pasted| pasted.fills.clone());
        here.filled(|draft| {
            for (id, figure) in fills {
                let field = draft.figure_mut(&id);
                (field.choice, field.text) = (Default::default(), figure);
            }
        });
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
                <label>
                    <span class="spoken">{words.paste_field}</span>
                    <textarea
                        rows="6"
                        autofocus
                        spellcheck="false"
                        placeholder=words.paste_field
                        prop:value=move || block.get()
                        on:input=move |event| block.set(event_target_value(&event))
                    ></textarea>
                </label>
                <div class="found" role="status">{move || block.with(|block| !block.is_empty()).then(|| found(here, pasted.get()))}</div>
                <div class="actions">
                    <button type="button" data-main="" disabled=has_nothing on:click=fill>{words.paste_fill}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

/// What the block would fill, and what has no place.
fn found(here: Here, pasted: Pasted) -> AnyView {
    let language = here.language;
    let summary = words::pasted(language, &pasted);
    let column =
        pasted.column.map(|column| view! { <p class="muted">{words::pasted_from(language, column)}</p> });
    let fills = pasted.fills.into_iter().map(|(id, figure)| {
        let name = here.sheet.with_value(|sheet| sheet.figure(&id).map(|asked| asked.name.clone()));
        view! { <li><span>{text(name.unwrap_or_else(|| Text::plain(id)))}</span><b class="figure">{figure}</b></li> }
    });
    let fills = fills.collect::<Vec<_>>();
    let unplaced = pasted.unplaced.into_iter().map(|one| {
        view! { <li>{words::unplaced(language, one.row, one.why)}" "<span class="muted">{one.words}</span></li> }
    });
    let unplaced = unplaced.collect::<Vec<_>>();
    view! {
        <p><b>{here.words.paste_look}</b>{language.pick("：", ": ")}{summary}</p>
        {column}
        <ul class="fills">{fills}</ul>
        <ul class="unplaced">{unplaced}</ul>
    }
    .into_any()
}
