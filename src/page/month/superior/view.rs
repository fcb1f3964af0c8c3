//! The dialog in which a superior's table is looked at before it is filled. Decides nothing.

use super::words::{self, Words};
use super::{Cell, Looked, Said, Table, Upload, look};
use crate::browser::worker::{self, WorkerFault};
use crate::browser::{dialog, download, ignored};
use crate::office::Format;
use crate::page::month::dispatch::view::Page;
use crate::page::month::tables::memory::{self, Memory};
use crate::page::shared::table_files::{self, Read, Reader};
use crate::route::ViewPart;
use crate::rows::fill::{self, Asks, Facts, Template, UnitAsked};
use crate::text::{Language, isolated};
use crate::ui::{dialog_head, said};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What the dialog is handed by the page around it.
#[derive(Clone, Copy)]
pub struct Filling {
    page: Page,
    is_open: RwSignal<bool>,
}

impl Filling {
    /// Closed to begin with.
    pub fn new(page: Page) -> Self {
        Self { page, is_open: RwSignal::new(false) }
    }

    /// The button that opens the dialog.
    pub fn button(self) -> AnyView {
        let label = words::of(self.page.state.language()).open;
        view! { <button type="button" aria-haspopup="dialog" on:click=move |_| self.is_open.set(true)>{label}</button> }
            .into_any()
    }

    /// The dialog once it is open.
    pub fn dialog(self) -> AnyView {
        let opened = move || {
            self.is_open.get().then(|| {
                // For this dialog alone: the same part draws the one beside the receipts.
                provide_context(self);
                crate::ui::part(self.page.state, ViewPart::Tables)
            })
        };
        opened.into_any()
    }
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Desk {
    page: Page,
    language: Language,
    words: &'static Words,
    upload: RwSignal<Option<Upload>>,
    /// Their file.
    bytes: StoredValue<Arc<[u8]>>,
    looked: Memo<Option<Looked>>,
    told: RwSignal<String>,
}

/// The dialog.
pub fn opened(filling: Filling) -> AnyView {
    let page = filling.page;
    let language = page.state.settings.with_untracked(|settings| settings.language);
    let upload = RwSignal::new(None::<Upload>);
    let memory = StoredValue::new(kept(page));
    let looked = Memo::new(move |_| {
        let month = page.month.get()?;
        let look = |upload: &Upload| {
            memory.with_value(|memory| page.with_as_of(|as_of| look(as_of, month, upload, memory)))
        };
        upload.with(|upload| upload.as_ref().map(look))
    });
    let desk = Desk {
        page,
        language,
        words: words::of(language),
        upload,
        bytes: StoredValue::new(Arc::from([])),
        looked,
        told: RwSignal::new(String::new()),
    };
    let reader = Reader::of_templates(language, Callback::new(move |read: Read| desk.take(read)));
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|node| dialog::open(&node));
    let month = move || page.month.get().map(|month| words::of_month(language, month));
    let sample = move || page.desk.is_sample().then(|| view! { <p><b>{desk.words.sample}</b></p> });
    view! {
        <dialog
            node_ref=node
            class="tables paste"
            aria-label=desk.words.title
            on:close=move |_| filling.is_open.set(false)
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                {dialog_head(desk.words.title, desk.words.close)}
                <p class="muted">{desk.words.how}</p>
                <p>{month}</p>
                {sample}
                {table_files::field(reader, false)}
                {article(desk)}
                {actions(desk)}
            </div>
        </dialog>
    }
    .into_any()
}

impl Desk {
    fn take(self, read: Read) {
        let Read { name, book, origin } = read;
        let (bytes, facts) = origin.map_or((Arc::from([]), vec![]), |origin| (origin.bytes, origin.facts));
        self.bytes.set_value(bytes);
        self.told.set(String::new());
        let template = book.map(|book| {
            let facts = if facts.is_empty() { vec![Facts::default(); book.sheets.len()] } else { facts };
            Template { book, facts }
        });
        self.upload.set(Some(Upload { name, template, sheet: None, chosen: fill::Chosen::default() }));
    }

    fn choose(self, change: impl FnOnce(&mut Upload)) {
        self.told.set(String::new());
        self.upload.update(|upload| {
            if let Some(upload) = upload {
                change(upload);
            }
        });
    }

    /// Keeps what was assigned, for the next month. Whoever has closed the dialog meanwhile has let go of it.
    fn learn(self) {
        // Anew, with what other tabs have noted meanwhile.
        let mut memory = kept(self.page);
        let learnt = self.looked.try_with_untracked(|looked| {
            if let Some(Said::Table(table)) = looked.as_ref().map(|looked| &looked.said) {
                table.learn(&mut memory);
            }
        });
        if learnt.is_some() {
            self.page.desk.note(memory::KEPT, &memory.written());
        }
    }

    /// What is shown of a table.
    fn table<T: Default>(self, pick: impl FnOnce(&Table) -> T) -> T {
        self.looked.with(|looked| match looked.as_ref().map(|looked| &looked.said) {
            Some(Said::Table(table)) => pick(table),
            _ => T::default(),
        })
    }
}

/// What was assigned in other months, as this device keeps it.
fn kept(page: Page) -> Memory {
    page.desk.noted(memory::KEPT).map(|text| Memory::read(&text)).unwrap_or_default()
}

fn article(desk: Desk) -> AnyView {
    let name =
        Memo::new(move |_| desk.upload.with(|upload| upload.as_ref().map(|upload| isolated(&upload.name))));
    let summary = move || {
        desk.looked
            .with(|looked| looked.as_ref().map(|looked| looked.summary(desk.language)).unwrap_or_default())
    };
    let lists = move || desk.table(|table| Some(lists(desk, table)));
    let shown = move || {
        name.get().map(|name| {
            view! {
                <article class="table-file">
                    <header><h3>{name}</h3></header>
                    {sheets(desk)}
                    <p role="status">{summary}</p>
                    {columns(desk)}
                    {units(desk)}
                    {rows(desk)}
                    {lists}
                </article>
            }
        })
    };
    shown.into_any()
}

fn sheets(desk: Desk) -> AnyView {
    let listed = Memo::new(move |_| {
        desk.looked.with(|looked| looked.as_ref().map(|looked| looked.sheets.clone()).unwrap_or_default())
    });
    let at = Memo::new(move |_| desk.looked.with(|looked| looked.as_ref().map_or(0, |looked| looked.sheet)));
    // Another sheet has other columns and rows.
    let choose = move |value: String| {
        desk.choose(|upload| {
            upload.sheet = value.parse().ok();
            upload.chosen = fill::Chosen::default();
        });
    };
    let field = move || {
        let listed = listed.get();
        (listed.len() > 1).then(|| {
            let options = listed.into_iter().map(|(place, name)| {
                view! { <option value=place.to_string() selected=move || at.get() == place>{name}</option> }
            });
            view! {
                <div class="whose">
                    <label>
                        <span>{desk.words.sheet}</span>
                        <select on:change:target=move |event| choose(event.target().value())>
                            {options.collect::<Vec<_>>()}
                        </select>
                    </label>
                </div>
            }
        })
    };
    field.into_any()
}

/// What each column gets, as its head says or as somebody chooses.
fn columns(desk: Desk) -> AnyView {
    let plan = desk.page.state.plan();
    let all = Asks::all(plan.period.iter());
    let heads = Memo::new(move |_| {
        desk.table(|table| {
            let columns = table.mapping.columns.iter();
            columns.map(|one| (one.at, one.words.clone(), table.mapping.is_turned)).collect::<Vec<_>>()
        })
    });
    let column = move |(at, words, is_turned): (usize, String, bool)| {
        let now = Memo::new(move |_| {
            desk.table(|table| table.mapping.columns.iter().find(|one| one.at == at).and_then(|one| one.asks))
        });
        let options = all.iter().enumerate().map(|(place, asks)| {
            let asks = *asks;
            let words = fill::words::asks(desk.language, asks);
            view! { <option value=place.to_string() selected=move || now.get() == Some(asks)>{words}</option> }
        });
        let options = options.collect::<Vec<_>>();
        let all = all.clone();
        let choose = move |value: String| {
            let asks = value.parse::<usize>().ok().and_then(|place| all.get(place).copied());
            desk.choose(|upload| {
                upload.chosen.columns.insert(at, asks);
            });
        };
        view! {
            <label>
                <span>{words::column(desk.language, at, &words, is_turned)}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="" selected=move || now.get().is_none()>{desk.words.alone}</option>
                    {options}
                </select>
            </label>
        }
    };
    let shown = move || {
        let heads = heads.get();
        (!heads.is_empty()).then(|| {
            let each = heads.into_iter().map(&column).collect::<Vec<_>>();
            view! { <details class="choices" open=true><summary>{desk.words.columns}</summary>{each}</details> }
        })
    };
    shown.into_any()
}

/// Units that their table does not say.
fn units(desk: Desk) -> AnyView {
    let asked = Memo::new(move |_| desk.table(|table| table.mapping.units.clone()));
    let one = move |UnitAsked { unit, options }: UnitAsked| {
        let (own, told) = (unit.clone(), unit.clone());
        let now = Memo::new(move |_| {
            desk.upload
                .with(|upload| upload.as_ref().and_then(|upload| upload.chosen.units.get(&told).cloned()))
        });
        let options = options.into_iter().map(|one| {
            let value = one.clone();
            let shown = one.clone();
            view! { <option value=value selected=move || now.with(|now| now.as_ref() == Some(&one))>{shown}</option> }
        });
        let options = options.collect::<Vec<_>>();
        let choose = move |value: String| {
            desk.choose(|upload| {
                upload.chosen.units.insert(unit.clone(), value);
            });
        };
        view! {
            <label>
                <span>{words::unit(desk.language, &own)}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="" disabled selected=move || now.with(Option::is_none)>{desk.words.choose}</option>
                    {options}
                </select>
            </label>
        }
    };
    let shown = move || {
        let asked = asked.get();
        (!asked.is_empty()).then(|| {
            let each = asked.into_iter().map(one).collect::<Vec<_>>();
            view! { <div class="choices"><p><b>{desk.words.units}</b></p>{each}</div> }
        })
    };
    shown.into_any()
}

/// Rows that are no item by their name alone: each may be said to be one.
fn rows(desk: Desk) -> AnyView {
    let unknown = Memo::new(move |_| {
        desk.table(|table| {
            let rows = table.mapping.unknown.iter();
            rows.map(|row| (row.at, row.words.clone(), table.mapping.is_turned)).collect::<Vec<_>>()
        })
    });
    let items = Memo::new(move |_| desk.table(|table| table.items.clone()));
    let one = move |(at, words, is_turned): (usize, String, bool)| {
        let now = Memo::new(move |_| desk.table(|table| table.chosen.rows.get(&at).cloned().flatten()));
        let options = items.get().into_iter().map(|(id, name)| {
            let own = id.clone();
            view! { <option value=id selected=move || now.with(|now| now.as_ref() == Some(&own))>{said(name)}</option> }
        });
        let options = options.collect::<Vec<_>>();
        let choose = move |id: String| {
            desk.choose(|upload| {
                upload.chosen.rows.insert(at, Some(id).filter(|id| !id.is_empty()));
            });
        };
        view! {
            <label>
                <span>{words::row(desk.language, at, is_turned)}" “"{isolated(&words)}"”"</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="">{desk.words.alone}</option>
                    {options}
                </select>
            </label>
        }
    };
    let shown = move || {
        let unknown = unknown.get();
        (!unknown.is_empty()).then(|| {
            let each = unknown.into_iter().map(one).collect::<Vec<_>>();
            view! {
                <details class="choices" open=true><summary>{desk.words.unknown}" ("{each.len()}")"</summary>{each}</details>
            }
        })
    };
    shown.into_any()
}

/// What is written, and what stays as it is.
fn lists(desk: Desk, table: &Table) -> AnyView {
    let list = |title: &'static str, class: &'static str, all: Vec<AnyView>| {
        (!all.is_empty()).then(|| {
            view! { <details open=true><summary>{title}" ("{all.len()}")"</summary><ul class=class>{all}</ul></details> }
        })
    };
    let put = table.put.iter().map(put).collect();
    let left = table.left.iter().map(left).collect();
    view! { {list(desk.words.put, "fills", put)} {list(desk.words.left, "unplaced", left)} }.into_any()
}

fn put(cell: &Cell) -> AnyView {
    let from = [cell.place.as_str(), " ", &cell.asks].concat();
    view! {
        <li><span>{said(cell.name.clone())}<small>{from}</small></span><b class="figure">{isolated(&cell.says)}</b></li>
    }
    .into_any()
}

fn left(cell: &Cell) -> AnyView {
    view! { <li>{cell.place.clone()}" "{said(cell.name.clone())}" "<span class="muted">{cell.asks.clone()}</span>" "{cell.says.clone()}</li> }
        .into_any()
}

fn actions(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.looked.with(|looked| looked.as_ref().map_or(0, Looked::count)));
    let kept = move || (count.get() > 0).then(|| view! { <p class="muted">{desk.words.kept}</p> });
    view! {
        {kept}
        <div class="actions">
            <button type="button" data-main="" disabled=move || count.get() == 0 on:click=move |_| save(desk)>
                {desk.words.save}" ("{move || count.get()}")"
            </button>
            <span role="status">{desk.told}</span>
        </div>
    }
    .into_any()
}

/// Has their file filled and hands it over.
fn save(desk: Desk) {
    let Desk { language, words, .. } = desk;
    let writes = untrack(|| desk.table(|table| table.writes.clone()));
    let name = desk
        .upload
        .with_untracked(|upload| upload.as_ref().map(|upload| upload.name.clone()).unwrap_or_default());
    let bytes = desk.bytes.get_value();
    desk.told.set(words.making.to_owned());
    leptos::task::spawn_local(async move {
        let told = match worker::filled(&bytes, &writes).await {
            Ok(Ok(filled)) => {
                desk.learn();
                download::bytes(&words::file_name(language, &name), Format::Xlsx.media_type(), &filled);
                words::saved(language, writes.len())
            }
            Ok(Err(fault)) => fill::words::no_fill(language, &fault),
            Err(WorkerFault::CannotStart) => words.cannot_start.to_owned(),
            Err(WorkerFault::Stopped) => words.stopped.to_owned(),
        };
        ignored(desk.told.try_set(told));
    });
}
