//! The dialog in which a table, pasted or from a file, is looked at before it fills anything, and what is said afterwards.

use super::super::paste::{Block, File, Pasted, paste};
use super::super::words;
use super::{Here, text};
use crate::browser::{clipboard, dialog, file};
use crate::page::month::workbook::{self, words as workbook_words};
use crate::page::shared::table_files::{self, Read, Reader};
use crate::rows::{self, Answers, Fate, Question};
use crate::state::State;
use crate::text::{Text, isolated};
use crate::ui::dialog_head;
use leptos::ev::{DragEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// What is pasted, what was answered, and what both come to.
#[derive(Clone, Copy)]
struct Look {
    here: Here,
    block: RwSignal<Block>,
    answers: RwSignal<Answers>,
    pasted: Memo<Pasted>,
    /// Why a file was not read.
    told: RwSignal<String>,
}

/// The dialog over the form that stands around it.
pub fn opened() -> AnyView {
    let here = expect_context::<Here>();
    let words = here.words;
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| dialog::open(&dialog));
    let block = RwSignal::new(here.pasting.get_untracked().unwrap_or_default());
    let answers = RwSignal::new(Answers::default());
    let plan = workbook::plan_digest(&State::here().plan());
    let pasted = Memo::new(move |_| {
        here.sheet.with_value(|sheet| {
            block.with(|block| answers.with(|answers| paste(sheet, block, answers, plan)))
        })
    });
    let look = Look { here, block, answers, pasted, told: RwSignal::new(String::new()) };
    let reader = Reader::new(here.language, Callback::new(move |read: Read| look.take(read)));
    let dropped = move |event: DragEvent| {
        event.stop_propagation();
        reader.take(file::dropped(&event).into_iter().collect());
    };
    let has_nothing = move || pasted.with(|pasted| pasted.fills() == 0);
    let fill = move |event: MouseEvent| {
        let mut undo = None;
        here.filled(|draft| undo = Some(pasted.with_untracked(|pasted| pasted.fill(draft))));
        let rows = pasted.with_untracked(Pasted::rows);
        if let Some(undo) = undo {
            let said =
                words::pasted_in(here.language, rows, pasted.with_untracked(Pasted::fills), undo.replaced());
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
            on:dragover=|event: DragEvent| event.prevent_default()
            on:drop=dropped
        >
            <div>
                {dialog_head(words.paste_title, words.close)}
                <p class="muted">{words.paste_how}</p>
                {table_files::field(reader, false)}
                {sheets(look)}
                {field(look)}
                <div class="found" role="status">{move || summary(look)}</div>
                {questions(look)}
                <div>{move || pasted.with(|pasted| lists(here, pasted))}</div>
                <div class="actions">
                    <button type="button" data-main="" disabled=has_nothing on:click=fill>{words.paste_fill}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

impl Look {
    fn take(self, read: Read) {
        self.answers.set(Answers::default());
        match read.book {
            Ok(book) => {
                self.told.set(String::new());
                let file = Some(File::new(read.name, book));
                self.block
                    .update(|block| *block = Block { file, from: block.from.take(), ..Block::default() });
            }
            Err(fault) => self.told.set(rows::words::no_book(self.here.language, fault).to_owned()),
        }
    }
}

/// Which sheet of a file is read, where it has several.
fn sheets(look: Look) -> AnyView {
    let language = look.here.language;
    let listed = Memo::new(move |_| {
        look.block.with(|block| {
            let file = block.file.as_ref().filter(|file| workbook::recognise(&file.book).is_none());
            let names = file.map(|file| file.book.sheets.iter().map(|sheet| isolated(&sheet.name)).collect());
            (block.file.as_ref().map(|file| isolated(&file.name)), names.unwrap_or_else(Vec::<String>::new))
        })
    });
    let choose = move |value: String| {
        look.answers.set(Answers::default());
        look.block.update(|block| {
            if let Some(file) = &mut block.file {
                file.sheet = value.parse().unwrap_or_default();
            }
        });
    };
    let at = Memo::new(move |_| look.block.with(|block| block.file.as_ref().map_or(0, |file| file.sheet)));
    (move || {
        let (file, names) = listed.get();
        let has_many = names.len() > 1;
        let options: Vec<_> = names
            .into_iter()
            .enumerate()
            .map(|(place, name)| {
                view! { <option value=place.to_string() selected=move || at.get() == place>{name}</option> }
            })
            .collect();
        file.map(|file| {
            view! {
                <div class="whose">
                    <p>{file}</p>
                    <label hidden=!has_many>
                        <span>{language.pick("工作表", "Sheet")}</span>
                        <select on:change:target=move |event| choose(event.target().value())>{options}</select>
                    </label>
                </div>
            }
        })
    })
    .into_any()
}

fn field(look: Look) -> AnyView {
    let words = look.here.words;
    let changed = move |text: String| {
        look.answers.set(Answers::default());
        // What is typed has no markup beside it any more.
        look.block.update(|block| (block.text, block.markup, block.file) = (text, None, None));
    };
    let pasted = move |event: leptos::ev::Event| {
        if let (Some(text), Some(markup)) = (clipboard::pasted(&event), clipboard::pasted_markup(&event)) {
            event.prevent_default();
            look.answers.set(Answers::default());
            look.block.update(|block| (block.text, block.markup, block.file) = (text, Some(markup), None));
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
    let told = look.told.get();
    if !told.is_empty() {
        return Some(view! { <p>{told}</p> }.into_any());
    }
    let is_blank = look.block.with(|block| block.text.trim().is_empty() && block.file.is_none());
    let said = look.pasted.with(|pasted| match &pasted.refusal {
        Some(refusal) => workbook_words::refused(language, refusal),
        None => words::pasted(language, pasted),
    });
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
fn lists(here: Here, pasted: &Pasted) -> AnyView {
    let Here { language, words, .. } = here;
    let reading = &pasted.reading;
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
    let remarks = pasted.filled.iter().flat_map(|filled| &filled.remarks);
    let remarks =
        remarks.map(|remark| view! { <li>{workbook_words::remark(language, remark)}</li> }.into_any());
    let left: Vec<_> = left
        .map(|(line, why)| {
            view! { <li>{at(line.row)}" "<span class="muted">{isolated(&line.words)}</span>{language.pick("：", ": ")}{why}</li> }.into_any()
        })
        .chain(remarks)
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
