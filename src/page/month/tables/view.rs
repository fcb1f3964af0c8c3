//! The dialog in which files of tables are looked at before they lie beside the receipts. Decides nothing.

use super::words::{self, Words};
use super::{Cell, Check, Looked, Memory, Said, Table, Upload, look, memory, refused, senders};
use crate::browser::file::{self, Chosen as File};
use crate::browser::{dialog, ignored, random};
use crate::ledger::{Batch, BatchId};
use crate::office::Format;
use crate::page::month::dispatch::view::Page;
use crate::page::shared::table_files::{self, Read, Reader};
use crate::page::shared::workbook::{self, Fetch, Standing};
use crate::plan::{Month, PlanIndex};
use crate::rows::{self, Question};
use crate::standing::duty;
use crate::text::{Language, Text, isolated};
use crate::ui::{dialog_head, said};
use leptos::ev::{DragEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// Most lines of a list that are drawn; the rest is counted, and leaves with what is downloaded.
const MOST_SHOWN: usize = 200;

/// What the dialog is handed by the review around it.
#[derive(Clone, Copy)]
pub struct Taking {
    pub page: Page,
    /// Takes the receipts that were made of files, each with where it comes from.
    pub take: Callback<Vec<(Batch, String)>>,
    pub is_open: RwSignal<bool>,
    /// Files that were dropped beside the dialog, to begin with.
    pub dropped: StoredValue<Vec<File>, LocalStorage>,
}

/// A file on the table.
#[derive(Clone, Copy)]
struct Shown {
    /// Apart from all others, so that one that is removed takes no other's choices along.
    key: u32,
    upload: RwSignal<Upload>,
    looked: Memo<Option<Looked>>,
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Desk {
    taking: Taking,
    language: Language,
    words: &'static Words,
    shown: RwSignal<Vec<Shown>>,
    memory: StoredValue<Memory>,
    told: RwSignal<String>,
}

/// The dialog; `makers` writes what was not taken.
pub fn opened(makers: Fetch) -> AnyView {
    let taking = expect_context::<Taking>();
    let page = taking.page;
    let language = page.state.settings.with_untracked(|settings| settings.language);
    let kept = page.desk.noted(memory::KEPT).unwrap_or_default();
    let desk = Desk {
        taking,
        language,
        words: words::of(language),
        shown: RwSignal::new(vec![]),
        memory: StoredValue::new(Memory::read(&kept)),
        told: RwSignal::new(String::new()),
    };
    let owner = Owner::current();
    let reader = Reader::new(
        language,
        Callback::new(move |read: Read| {
            let add = || desk.add(read.clone());
            // What is made for a file lives as long as the dialog.
            match &owner {
                Some(owner) => owner.with(add),
                None => add(),
            }
        }),
    );
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(move |node| {
        dialog::open(&node);
        reader.take(taking.dropped.try_update_value(std::mem::take).unwrap_or_default());
    });
    let dropped = move |event: DragEvent| {
        event.stop_propagation();
        reader.take(file::dropped_all(&event));
    };
    view! {
        <dialog
            node_ref=node
            class="tables paste"
            aria-label=desk.words.title
            on:close=move |_| taking.is_open.set(false)
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
            on:dragover=|event: DragEvent| event.prevent_default()
            on:drop=dropped
        >
            <div>
                {dialog_head(desk.words.title, desk.words.close)}
                <p class="muted">{desk.words.how}</p>
                {table_files::field(reader, true)}
                <For each=move || desk.shown.get() key=|shown| shown.key let:shown>{article(desk, shown)}</For>
                {actions(desk, makers)}
            </div>
        </dialog>
    }
    .into_any()
}

impl Desk {
    fn add(self, read: Read) {
        let key = self.shown.with_untracked(|shown| shown.iter().map(|one| one.key + 1).max().unwrap_or(0));
        let Read { name, book, .. } = read;
        let upload = RwSignal::new(Upload { name, book, chosen: super::Chosen::default() });
        let page = self.taking.page;
        let looked = Memo::new(move |_| {
            let now = page.month.get()?;
            Some(upload.with(|upload| {
                self.memory.with_value(|memory| page.with_as_of(|as_of| look(as_of, now, upload, memory)))
            }))
        });
        self.shown.update(|shown| shown.push(Shown { key, upload, looked }));
    }

    /// The files that report something and wait for nothing.
    fn ready(self) -> Vec<Shown> {
        let is_ready = |one: &Shown| {
            one.looked.with(|looked| {
                looked.as_ref().is_some_and(|looked| !looked.entries().is_empty() && looked.asked() == 0)
            })
        };
        self.shown.get().into_iter().filter(is_ready).collect()
    }

    /// Puts every file that is ready beside the receipts, and keeps what was assigned.
    fn put(self, event: &MouseEvent) {
        let page = self.taking.page;
        let mut received = vec![];
        let mut memory = self.memory.get_value();
        let ready = untrack(|| self.ready());
        for one in &ready {
            let name = one.upload.with_untracked(|upload| upload.name.clone());
            let Some(writer) = random::writer() else { continue };
            one.looked.with_untracked(|looked| {
                let Some(looked) = looked else { return };
                let batch = looked.batch(BatchId { writer, sequence: 0 }, page.desk.now());
                received.extend(batch.map(|batch| (batch, words::origin(self.language, &name))));
                one.upload.with_untracked(|upload| learn(&mut memory, upload, looked));
            });
        }
        page.desk.note(memory::KEPT, &memory.written());
        self.taking.take.run(received);
        self.shown.update(|shown| shown.retain(|one| !ready.iter().any(|put| put.key == one.key)));
        let waits =
            |one: &&Shown| one.looked.with_untracked(|looked| looked.as_ref().is_some_and(Looked::waits));
        match self.shown.with_untracked(|shown| shown.iter().filter(waits).count()) {
            0 => dialog::close_around(event),
            left => self.told.set(words::waiting(self.language, left)),
        }
    }
}

fn learn(memory: &mut Memory, upload: &Upload, looked: &Looked) {
    let Said::Table(table) = &looked.said else { return };
    let sheet = upload.book.as_ref().ok().and_then(|book| book.sheets.get(looked.sheet));
    if let Some(sheet) = sheet.filter(|_| !table.reading.is_turned) {
        memory.learn(&sheet.grid, &table.reading.questions, &table.answers);
    }
}

/// One file: whose it is, what it says, what is asked, what is left over.
fn article(desk: Desk, shown: Shown) -> AnyView {
    let Desk { language, words, .. } = desk;
    let name = shown.upload.with_untracked(|upload| isolated(&upload.name));
    let plan = desk.taking.page.state.plan();
    let summary = move || {
        let said = |looked: &Looked| summary(language, &plan, looked);
        shown.looked.with(|looked| looked.as_ref().map(said).unwrap_or_default())
    };
    let remove = move |_| desk.shown.update(|all| all.retain(|one| one.key != shown.key));
    view! {
        <article class="table-file">
            <header>
                <h3>{name}</h3>
                <button type="button" on:click=remove>{words.remove}</button>
            </header>
            {choices(desk, shown)}
            <p role="status">{summary}</p>
            {questions(desk, shown)}
            {move || shown.looked.with(|looked| looked.as_ref().map(|looked| lists(desk, shown, looked)))}
        </article>
    }
    .into_any()
}

fn summary(language: Language, plan: &PlanIndex, looked: &Looked) -> String {
    let words = words::of(language);
    match &looked.said {
        Said::NoBook(fault) => words::nothing(language, *fault).to_owned(),
        Said::Empty => words.empty.to_owned(),
        Said::WhoseUnknown => words.whose_unknown.to_owned(),
        Said::NoForm(no_form) => words::no_form(language, no_form),
        Said::Refused(refusal) => words::refusal(language, refusal),
        Said::FillIn { lines, remarks, person, .. } => {
            let counts = words::summary(language, lines.len(), 0, remarks.len());
            let organisation = looked.organisation.as_deref().unwrap_or_default();
            let whose = words::whose(language, plan, organisation, looked.month, person);
            let [stop, colon] = language.pick(["。", "："], [". ", ": "]);
            [words.fill_in, colon, &whose, stop, &counts].concat()
        }
        Said::Table(table) => {
            words::summary(language, table.taken.len(), looked.asked(), looked.left().len())
        }
    }
}

/// Whose table it is, of which month, and which sheet: nothing of a fill-in workbook can be chosen, it says so itself.
fn choices(desk: Desk, shown: Shown) -> AnyView {
    let Desk { language, words, .. } = desk;
    let state = desk.taking.page.state;
    let plan = state.plan();
    let organisations = senders(&plan, language);
    let periods = duty::periods(&plan);
    let is_open = Memo::new(move |_| {
        shown.looked.with(|looked| looked.as_ref().is_some_and(|looked| !looked.sheets.is_empty()))
    });
    let sheets = Memo::new(move |_| {
        shown.looked.with(|looked| looked.as_ref().map(|looked| looked.sheets.clone()).unwrap_or_default())
    });
    let whose = Memo::new(move |_| shown.looked.with(|looked| looked.as_ref()?.organisation.clone()));
    let month = Memo::new(move |_| shown.looked.with(|looked| Some(looked.as_ref()?.month)));
    let at = Memo::new(move |_| shown.looked.with(|looked| looked.as_ref().map_or(0, |looked| looked.sheet)));
    let choose_whose = move |value: String| {
        shown.upload.update(|upload| upload.chosen.organisation = Some(value).filter(|id| !id.is_empty()));
    };
    let choose_month = move |value: String| {
        shown.upload.update(|upload| upload.chosen.month = Month::parse(&value));
    };
    // Another sheet has other questions.
    let choose_sheet = move |value: String| {
        shown.upload.update(|upload| {
            upload.chosen.sheet = value.parse().ok();
            upload.chosen.answers = rows::Answers::default();
        });
    };
    let fields = move || {
        let named = organisations.iter().map(|(id, name)| {
            let (own, id) = (id.clone(), id.clone());
            view! { <option value=id selected=move || whose.with(|whose| whose.as_ref() == Some(&own))>{said(name.clone())}</option> }
        });
        let months = periods.iter().map(|one| {
            let one = *one;
            view! { <option value=one.to_string() selected=move || month.get() == Some(one)>{one.to_string()}</option> }
        });
        let listed = sheets.get();
        let has_many = listed.len() > 1;
        let listed = listed.into_iter().map(|(place, name)| {
            view! { <option value=place.to_string() selected=move || at.get() == place>{name}</option> }
        });
        view! {
            <div class="whose">
                <label>
                    <span>{words.whose}</span>
                    <select on:change:target=move |event| choose_whose(event.target().value())>
                        <option value="" selected=move || whose.with(Option::is_none)>{words.choose}</option>
                        {named.collect::<Vec<_>>()}
                    </select>
                </label>
                <label>
                    <span>{words.month}</span>
                    <select on:change:target=move |event| choose_month(event.target().value())>
                        {months.collect::<Vec<_>>()}
                    </select>
                </label>
                <label hidden=!has_many>
                    <span>{words.sheet}</span>
                    <select on:change:target=move |event| choose_sheet(event.target().value())>
                        {listed.collect::<Vec<_>>()}
                    </select>
                </label>
            </div>
        }
    };
    (move || is_open.get().then(&fields)).into_any()
}

/// What is ambiguous, each with a choice. A question stays in its place when it is answered.
fn questions(desk: Desk, shown: Shown) -> AnyView {
    let each = move || {
        shown.looked.with(|looked| match looked.as_ref().map(|looked| &looked.said) {
            Some(Said::Table(table)) => table.reading.questions.clone(),
            _ => vec![],
        })
    };
    let has_some = Memo::new(move |_| !each().is_empty());
    view! {
        <div class="choices">
            {move || has_some.get().then(|| view! { <p><b>{desk.words.asked}</b></p> })}
            <For each=each key=Clone::clone let:question>{asked(desk, shown, question)}</For>
        </div>
    }
    .into_any()
}

fn asked(desk: Desk, shown: Shown, question: Question) -> AnyView {
    let Desk { language, words, .. } = desk;
    let items = shown.looked.with_untracked(|looked| match looked.as_ref().map(|looked| &looked.said) {
        Some(Said::Table(table)) => table.items.clone(),
        _ => vec![],
    });
    let is_turned = shown.looked.with_untracked(|looked| {
        matches!(looked.as_ref().map(|looked| &looked.said), Some(Said::Table(table)) if table.reading.is_turned)
    });
    let name = |id: &str| {
        items.iter().find(|(one, _)| one == id).map_or_else(|| id.to_owned(), |(_, name)| name.words.clone())
    };
    let label = rows::words::question(language, &question, is_turned, name);
    let options = rows::words::options(language, &question, is_turned, name);
    // What memory answered, or the person before, stands there as chosen.
    let of_question = question.clone();
    let answered = Memo::new(move |_| {
        shown.looked.with(|looked| match looked.as_ref().map(|looked| &looked.said) {
            Some(Said::Table(table)) => table.answers.answered(&of_question),
            _ => None,
        })
    });
    let options: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(at, words)| {
            view! { <option value=at.to_string() selected=move || answered.get() == Some(Some(at))>{words}</option> }
        })
        .collect();
    let choose = move |value: String| {
        let option = value.parse().ok();
        shown.upload.update(|upload| upload.chosen.answers.answer(&question, option));
    };
    view! {
        <label>
            <span>{label}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" disabled selected=move || answered.get().is_none()>{words.choose}</option>
                {options}
                <option value="none" selected=move || answered.get() == Some(None)>{words.none}</option>
            </select>
        </label>
    }
    .into_any()
}

/// What is taken, from which cell, and what is left over.
fn lists(desk: Desk, shown: Shown, looked: &Looked) -> AnyView {
    let words = desk.words;
    let (taken, unknown): (Vec<AnyView>, Option<AnyView>) = match &looked.said {
        Said::Table(table) => {
            let each = table.taken.iter().zip(&table.sources);
            (
                each.map(|(cell, source)| taken(cell, source).into_any()).collect(),
                assigned(desk, shown, table),
            )
        }
        Said::FillIn { lines, .. } => {
            let line = |line: &crate::page::month::form::Line| {
                let says = line.says.iter().cloned().map(said).collect::<Vec<_>>();
                view! { <li><span>{said(line.name.clone())}</span><b class="figure">{says}</b></li> }
                    .into_any()
            };
            (lines.iter().map(line).collect(), None)
        }
        _ => (vec![], None),
    };
    let (unplaced, checks): (&[Cell], &[Check]) = match &looked.said {
        Said::Table(table) => (&table.left, &table.checks),
        Said::FillIn { remarks, .. } => (remarks, &[]),
        _ => (&[], &[]),
    };
    let lines: Vec<AnyView> = unplaced.iter().take(MOST_SHOWN).map(left).collect();
    let to_check =
        checks.iter().take(MOST_SHOWN).map(|check| checked(&words::check(desk.language, check))).collect();
    let list = |title: &'static str, class: &'static str, count: usize, all: Vec<AnyView>, is_open: bool| {
        let more = count.checked_sub(MOST_SHOWN).filter(|more| *more > 0);
        let more = more.map(|more| view! { <li>{words::more(desk.language, more)}</li> });
        (count > 0).then(|| {
            view! { <details open=is_open><summary>{title}" ("{count}")"</summary><ul class=class>{all}{more}</ul></details> }
        })
    };
    view! {
        {list(words.checks, "unplaced", checks.len(), to_check, true)}
        {list(words.taken, "fills", taken.len(), taken, true)}
        {unknown}
        {list(words.left, "unplaced", unplaced.len(), lines, true)}
    }
    .into_any()
}

fn taken(cell: &Cell, source: &str) -> impl IntoView + use<> {
    let from = [cell.place.as_str(), " ", &isolated(&cell.seen), " · ", source].concat();
    view! {
        <li><span>{said(cell.name.clone())}<small>{from}</small></span><b class="figure">{cell.says.clone()}</b></li>
    }
}

/// What speaks against a figure; the item that it goes to has its name before the sentence.
fn checked(cell: &Cell) -> AnyView {
    let name = (!cell.name.words.is_empty()).then(|| view! { <span>{said(cell.name.clone())}" "</span> });
    view! { <li>{name}{left_of(cell)}</li> }.into_any()
}

fn left(cell: &Cell) -> AnyView {
    view! { <li>{left_of(cell)}</li> }.into_any()
}

fn left_of(cell: &Cell) -> AnyView {
    let seen =
        (!cell.seen.is_empty()).then(|| view! { <span class="muted">{isolated(&cell.seen)}</span>" " });
    view! { {cell.place.clone()}" "{seen}{cell.says.clone()} }.into_any()
}

/// Rows with a name that no item has: each may be said to be one.
fn assigned(desk: Desk, shown: Shown, table: &Table) -> Option<AnyView> {
    let count = table.unknown.len() + table.assigned.len();
    let each = table.assigned.iter().chain(&table.unknown).take(MOST_SHOWN).map(|(row, cell)| {
        let row = *row;
        let of_row = table.answers.items.get(&row).cloned().flatten();
        let options = table.items.iter().map(|(id, name): &(String, Text)| {
            let is_chosen = of_row.as_ref() == Some(id);
            view! { <option value=id.clone() selected=is_chosen>{said(name.clone())}</option> }
        });
        let choose = move |id: String| {
            shown.upload.update(|upload| {
                upload.chosen.answers.items.insert(row, Some(id).filter(|id| !id.is_empty()));
            });
        };
        view! {
            <label>
                <span>{cell.place.clone()}" “"{isolated(&cell.seen)}"”"</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="">{desk.words.assign}</option>
                    {options.collect::<Vec<_>>()}
                </select>
            </label>
        }
    });
    let each: Vec<_> = each.collect();
    let more = count.checked_sub(MOST_SHOWN).filter(|more| *more > 0);
    let more = more.map(|more| view! { <p>{words::more(desk.language, more)}</p> });
    (!each.is_empty()).then(|| {
        view! {
            <details class="choices"><summary>{desk.words.unknown}" ("{count}")"</summary>{each}{more}</details>
        }
        .into_any()
    })
}

fn actions(desk: Desk, makers: Fetch) -> AnyView {
    let words = desk.words;
    let ready = Memo::new(move |_| desk.ready().len());
    let left = Memo::new(move |_| {
        let count =
            |one: &Shown| one.looked.with(|looked| looked.as_ref().map_or(0, |looked| looked.left().len()));
        desk.shown.get().iter().map(count).sum::<usize>()
    });
    let save = move |_| save(desk, makers);
    let saving = move || {
        (left.get() > 0).then(|| view! { <button type="button" on:click=save>{words.save_refused}</button> })
    };
    view! {
        <div class="actions">
            <button
                type="button"
                data-main=""
                disabled=move || ready.get() == 0
                on:click=move |event: MouseEvent| desk.put(&event)
            >
                {words.put}" ("{move || ready.get()}")"
            </button>
            {saving}
            <span role="status">{desk.told}</span>
        </div>
    }
    .into_any()
}

/// The rows that were not taken, as a workbook to send back.
fn save(desk: Desk, makers: Fetch) {
    let language = desk.language;
    let files: Vec<(String, Looked)> = desk.shown.with_untracked(|shown| {
        let file = |one: &Shown| {
            Some((one.upload.with_untracked(|upload| upload.name.clone()), one.looked.get_untracked()?))
        };
        shown.iter().filter_map(file).collect()
    });
    let files: Vec<(&str, &Looked)> = files.iter().map(|(name, looked)| (name.as_str(), looked)).collect();
    let standing = Standing {
        title: desk.words.refused.to_owned(),
        marks: vec![],
        address: String::new(),
        tables: vec![refused(&files, language)],
    };
    desk.told.set(workbook::words::of(language).making.to_owned());
    leptos::task::spawn_local(async move {
        let outcome = workbook::save_tables(makers, &standing, Format::Xlsx).await;
        ignored(desk.told.try_set(workbook::words::outcome(language, outcome).to_owned()));
    });
}

/// The button beside the field of receipts, and the dialog once it is open.
pub fn entry(taking: Taking, part: crate::route::ViewPart) -> AnyView {
    provide_context(taking);
    let state = taking.page.state;
    let label = words::of(state.settings.with_untracked(|settings| settings.language)).open;
    let dialog = move || taking.is_open.get().then(|| crate::ui::part(state, part));
    view! {
        <button type="button" aria-haspopup="dialog" on:click=move |_| taking.is_open.set(true)>{label}</button>
        {dialog}
    }
    .into_any()
}
