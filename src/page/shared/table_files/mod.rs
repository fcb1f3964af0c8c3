//! Files of tables that somebody chooses, drops or pastes: read one after another in a thread of their own, with a word
//! while that lasts and a way to call it off. What is made of them is the business of whoever asks.

mod words;

use crate::browser::cancel::Cancel;
use crate::browser::file::Chosen;
use crate::browser::{file, ignored, worker};
use crate::rows::fill::{Facts, Template};
use crate::rows::{Book, MOST_FILE, NoBook};
use crate::text::{Language, isolated};
use leptos::prelude::*;
use std::collections::VecDeque;
use std::sync::Arc;

/// What a field offers to choose; the content of a file decides, whatever its name.
const ENDINGS: &str = ".xlsx,.xls,.et,.ods,.csv,.txt";
/// The same where a file is to be filled.
const OF_TEMPLATES: &str = ".xlsx";

/// A file with its tables, or why it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What it is called. Untrusted.
    pub name: String,
    /// Its tables.
    pub book: Result<Book, NoBook>,
    /// What it takes to fill it, where that was asked for.
    pub origin: Option<Origin>,
}

/// What it takes to fill a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// What the cells of its sheets are besides their words.
    pub facts: Vec<Facts>,
}

/// Reads files, and tells how far it is.
#[derive(Clone, Copy)]
pub struct Reader {
    language: Language,
    /// Cells are kept to their end: texts, not a table of figures.
    is_whole: bool,
    phase: RwSignal<Phase>,
    /// Of what is being read; nothing while nothing is.
    cancel: StoredValue<Option<Cancel>, LocalStorage>,
    /// Files that are read next.
    waiting: StoredValue<VecDeque<Chosen>, LocalStorage>,
    read: Callback<Read>,
    /// Files are to be filled.
    is_of_templates: bool,
}

/// How far the reading is.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    Idle,
    /// A file of this name is being read.
    Reading(String),
    /// Of these files the program did not answer.
    Stopped(Vec<String>),
    CalledOff,
}

impl Reader {
    /// Hands every file that was read to `read`.
    pub fn new(language: Language, read: Callback<Read>) -> Self {
        let (phase, cancel) = (RwSignal::new(Phase::Idle), StoredValue::new_local(None));
        let waiting = StoredValue::new_local(VecDeque::new());
        let reader = Self { language, is_whole: false, phase, cancel, waiting, read, is_of_templates: false };
        on_cleanup(move || reader.stop());
        reader
    }

    /// Of files whose cells hold texts.
    pub fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// The same for files that are to be filled: they are handed over too.
    pub fn of_templates(language: Language, read: Callback<Read>) -> Self {
        Self { is_of_templates: true, ..Self::new(language, read) }
    }

    /// Reads files one after another, behind those that wait already.
    pub fn take(self, files: Vec<Chosen>) {
        let is_reading = self.cancel.with_value(Option::is_some);
        self.waiting.update_value(|waiting| waiting.extend(files));
        if is_reading || self.waiting.with_value(VecDeque::is_empty) {
            return;
        }
        let cancel = Cancel::default();
        self.cancel.set_value(Some(cancel.clone()));
        leptos::task::spawn_local(async move {
            let mut unread = vec![];
            while let Some(file) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
                let name = file.name();
                ignored(self.phase.try_set(Phase::Reading(name.clone())));
                let read = match cancel.unless(read(&file, self.is_of_templates)).await {
                    None => {
                        ignored(self.phase.try_set(Phase::CalledOff));
                        return;
                    }
                    // The others may still be read.
                    Some(None) => {
                        unread.push(name);
                        continue;
                    }
                    Some(Some(read)) if self.is_whole => read,
                    Some(Some(read)) => Read { book: read.book.map(Book::shortened), ..read },
                };
                ignored(self.read.try_run(read));
            }
            ignored(self.cancel.try_set_value(None));
            let phase = if unread.is_empty() { Phase::Idle } else { Phase::Stopped(unread) };
            ignored(self.phase.try_set(phase));
        });
    }

    /// Calls off what is being read.
    fn stop(self) {
        ignored(self.waiting.try_update_value(VecDeque::clear));
        if let Some(cancel) = self.cancel.try_update_value(Option::take).flatten() {
            cancel.cancel();
        }
    }
}

/// The tables of a file; nothing where the program gave no answer.
async fn read(file: &Chosen, is_of_templates: bool) -> Option<Read> {
    let name = file.name();
    // Its size is asked before it is read.
    if file.size() > MOST_FILE as u64 {
        return Some(Read { name, book: Err(NoBook::TooLarge), origin: None });
    }
    let bytes = file.bytes().await.ok()?;
    if !is_of_templates {
        return Some(Read { name, book: worker::book(&bytes).await.ok()?, origin: None });
    }
    Some(match worker::template(&bytes).await.ok()? {
        Ok(Template { book, facts }) => {
            Read { name, book: Ok(book), origin: Some(Origin { bytes: bytes.into(), facts }) }
        }
        Err(fault) => Read { name, book: Err(fault), origin: None },
    })
}

/// The field in which files are chosen, and how far they are.
pub fn field(reader: Reader, has_many: bool) -> AnyView {
    let words = words::of(reader.language);
    let (label, endings) = match (reader.is_of_templates, has_many) {
        (true, _) => (words.choose_template, OF_TEMPLATES),
        (false, true) => (words.choose_many, ENDINGS),
        (false, false) => (words.choose, ENDINGS),
    };
    let chosen = move |event: leptos::ev::Event| {
        let mut files = file::chosen_all(&event);
        files.truncate(if has_many { MOST_FILES } else { 1 });
        reader.take(files);
    };
    view! {
        <div class="table-files">
            <label>
                <span>{label}</span>
                <input type="file" accept=endings multiple=has_many on:change=chosen/>
            </label>
            {status(reader)}
        </div>
    }
    .into_any()
}

/// Most files that are taken at once.
pub const MOST_FILES: usize = 60;

fn status(reader: Reader) -> AnyView {
    let language = reader.language;
    let words = words::of(language);
    let said = move || {
        reader.phase.with(|phase| match phase {
            Phase::Idle => String::new(),
            Phase::Reading(name) => words::reading(language, &isolated(name)),
            Phase::Stopped(names) => {
                let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
                words::stopped(language, &names.join(language.pick("、", ", ")))
            }
            Phase::CalledOff => words.called_off.to_owned(),
        })
    };
    let is_reading = Memo::new(move |_| reader.phase.with(|phase| matches!(phase, Phase::Reading(_))));
    let stop = move || {
        is_reading.get().then(|| {
            view! { <button type="button" on:click=move |_| reader.stop()>{words.stop}</button> }
        })
    };
    view! { <span role="status">{said}</span>{stop} }.into_any()
}
