//! Files of tables that somebody chooses, drops or pastes: read one after another in a thread of their own, with a word
//! while that lasts and a way to call it off. What is made of them is the business of whoever asks.

mod words;

use crate::browser::cancel::Cancel;
use crate::browser::file::Chosen;
use crate::browser::{file, ignored, worker};
use crate::rows::{Book, MOST_FILE, NoBook};
use crate::text::{Language, isolated};
use leptos::prelude::*;

/// What a field offers to choose; the content of a file decides, whatever its name.
const ENDINGS: &str = ".xlsx,.xls,.et,.ods,.csv,.txt";

/// A file with its tables, or why it has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What it is called. Untrusted.
    pub name: String,
    /// Its tables.
    pub book: Result<Book, NoBook>,
}

/// Reads files, and tells how far it is.
#[derive(Clone, Copy)]
pub struct Reader {
    language: Language,
    /// Cells are kept to their end: texts, not a table of figures.
    is_whole: bool,
    phase: RwSignal<Phase>,
    cancel: StoredValue<Option<Cancel>, LocalStorage>,
    read: Callback<Read>,
}

/// How far the reading is.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    Idle,
    /// A file of this name is being read.
    Reading(String),
    /// The program did not answer.
    Stopped(String),
    CalledOff,
}

impl Reader {
    /// Hands every file that was read to `read`.
    pub fn new(language: Language, read: Callback<Read>) -> Self {
        let phase = RwSignal::new(Phase::Idle);
        let reader = Self { language, is_whole: false, phase, cancel: StoredValue::new_local(None), read };
        on_cleanup(move || reader.stop());
        reader
    }

    /// Of files whose cells hold texts.
    pub fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// Reads files one after another.
    pub fn take(self, files: Vec<Chosen>) {
        if files.is_empty() {
            return;
        }
        self.stop();
        let cancel = Cancel::default();
        self.cancel.set_value(Some(cancel.clone()));
        leptos::task::spawn_local(async move {
            for file in files {
                let name = file.name();
                ignored(self.phase.try_set(Phase::Reading(name.clone())));
                let book = match cancel.unless(read(&file)).await {
                    None => {
                        ignored(self.phase.try_set(Phase::CalledOff));
                        return;
                    }
                    Some(None) => {
                        ignored(self.phase.try_set(Phase::Stopped(name)));
                        return;
                    }
                    Some(Some(book)) if self.is_whole => book,
                    Some(Some(book)) => book.map(Book::shortened),
                };
                ignored(self.read.try_run(Read { name, book }));
            }
            ignored(self.phase.try_set(Phase::Idle));
        });
    }

    /// Calls off what is being read.
    fn stop(self) {
        if let Some(cancel) = self.cancel.try_update_value(Option::take).flatten() {
            cancel.cancel();
        }
    }
}

/// The tables of a file; nothing where the program gave no answer.
async fn read(file: &Chosen) -> Option<Result<Book, NoBook>> {
    // Its size is asked before it is read.
    if file.size() > MOST_FILE as u64 {
        return Some(Err(NoBook::TooLarge));
    }
    let bytes = file.bytes().await.ok()?;
    worker::book(&bytes).await.ok()
}

/// The field in which files are chosen, and how far they are.
pub fn field(reader: Reader, has_many: bool) -> AnyView {
    let words = words::of(reader.language);
    let label = if has_many { words.choose_many } else { words.choose };
    let chosen = move |event: leptos::ev::Event| {
        let mut files = file::chosen_all(&event);
        files.truncate(if has_many { MOST_FILES } else { 1 });
        reader.take(files);
    };
    view! {
        <div class="table-files">
            <label>
                <span>{label}</span>
                <input type="file" accept=ENDINGS multiple=has_many on:change=chosen/>
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
            Phase::Stopped(name) => words::stopped(language, &isolated(name)),
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
