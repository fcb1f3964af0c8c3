//! The page's side of the programs in threads of their own (`src/bin/worker.rs`, `src/bin/office.rs`, `src/bin/reader.rs`): what takes longer
//! than a frame is asked there. Each is fetched when the first question is asked, so nobody else pays for it.

use super::window;
use crate::link::protected::{KEY, Key, KeyRecipe, ProtectedFault};
use crate::office::Format;
use crate::rows::fill::{self, NoFill, Template, Write};
use crate::rows::{Book, NoBook};
use js_sys::{Array, Promise, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageEvent;

/// The program that makes keys and reads codes.
const WORKER: &str = "worker.js";
/// The program that writes office formats.
const OFFICE: &str = "office.js";
/// The program that reads them.
const READER: &str = "reader.js";

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerFault {
    /// The browser starts no thread for this page.
    CannotStart,
    /// The program did not arrive, or broke off.
    Stopped,
}

/// Makes the key of a protected link.
///
/// # Errors
/// When the device does not give the memory, or the program could not run.
pub async fn key(recipe: &KeyRecipe) -> Result<Key, ProtectedFault> {
    let salt = Uint8Array::from(&recipe.salt[..]);
    let values: [JsValue; 4] =
        [recipe.passphrase.as_str().into(), salt.into(), recipe.mebibytes.into(), recipe.passes.into()];
    // A thread for this key alone: when it goes, so does the memory that was filled.
    let answer = match Worker::start(WORKER) {
        Ok(worker) => worker.ask("key", &values).await,
        Err(fault) => Err(fault),
    };
    let bytes: Uint8Array = answer
        .map_err(|_| ProtectedFault::KeyNotMade)?
        .dyn_into()
        .map_err(|_| ProtectedFault::NoMemory { mebibytes: recipe.mebibytes })?;
    <[u8; KEY]>::try_from(bytes.to_vec()).map(Key).map_err(|_| ProtectedFault::KeyNotMade)
}

/// The texts of all codes in a picture in grey: a byte for each pixel, line by line.
///
/// # Errors
/// When the program does not start, or ends before it has answered.
pub async fn codes(luma: Vec<u8>, width: u32, height: u32) -> Result<Vec<String>, WorkerFault> {
    // One picture comes after another: the thread of the last one is still there, unless it broke off.
    let worker = IDLE.take().map_or_else(|| Worker::start(WORKER), Ok)?;
    let values: [JsValue; 3] = [Uint8Array::from(&luma[..]).into(), width.into(), height.into()];
    let texts: Array = worker.ask("codes", &values).await?.dyn_into().map_err(|_| WorkerFault::Stopped)?;
    IDLE.set(Some(worker));
    Ok(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// The bytes of a file, of a workbook or a manuscript in the text of its `json`.
///
/// # Errors
/// When the program does not start, or ends before it has answered: it says why on the console.
pub async fn file(format: Format, text: &str) -> Result<Vec<u8>, WorkerFault> {
    // A thread for this file alone: with it goes the memory that was filled.
    let answer = Worker::start(OFFICE)?.ask(format.ending(), &[text.into()]).await?;
    let bytes: Uint8Array = answer.dyn_into().map_err(|_| WorkerFault::Stopped)?;
    Ok(bytes.to_vec())
}

/// The tables of a file, or why it has none. When what waits for the answer goes, the program ends: nothing is read on for
/// somebody who has changed their mind.
///
/// # Errors
/// When the program does not start, or ends before it has answered, as it does where a file asks for more memory than there
/// is.
pub async fn book(bytes: &[u8]) -> Result<Result<Book, NoBook>, WorkerFault> {
    let answer = Worker::start(READER)?.ask("book", &[Uint8Array::from(bytes).into()]).await?;
    let text = answer.as_string().ok_or(WorkerFault::Stopped)?;
    serde_json::from_str(&text).map_err(|_| WorkerFault::Stopped)
}

/// The same for a file that is to be filled: what its cells are besides.
///
/// # Errors
/// As [`book`].
pub async fn template(bytes: &[u8]) -> Result<Result<Template, NoBook>, WorkerFault> {
    let answer = Worker::start(READER)?.ask("template", &[Uint8Array::from(bytes).into()]).await?;
    let text = answer.as_string().ok_or(WorkerFault::Stopped)?;
    serde_json::from_str(&text).map_err(|_| WorkerFault::Stopped)
}

/// The file with cells written, or why it is left as it is.
///
/// # Errors
/// As [`book`].
pub async fn filled(bytes: &[u8], writes: &[Write]) -> Result<Result<Vec<u8>, NoFill>, WorkerFault> {
    let writes = fill::told(writes);
    let answer =
        Worker::start(READER)?.ask("filled", &[Uint8Array::from(bytes).into(), writes.into()]).await?;
    let answer: Uint8Array = answer.dyn_into().map_err(|_| WorkerFault::Stopped)?;
    let answer = answer.to_vec();
    // A fault is told in place of a file, which begins otherwise.
    if answer.starts_with(b"PK") {
        return Ok(Ok(answer));
    }
    serde_json::from_slice(&answer).map(Err).map_err(|_| WorkerFault::Stopped)
}

/// Lets go of the thread that waits for another picture.
pub fn rest() {
    IDLE.set(None);
}

thread_local! {
    /// A thread that reads pictures and has none at the moment.
    static IDLE: Cell<Option<Worker>> = const { Cell::new(None) };
}

/// A thread with a program in it; ends when it is dropped.
struct Worker(web_sys::Worker);

impl Worker {
    fn start(program: &str) -> Result<Self, WorkerFault> {
        let address = address(program).ok_or(WorkerFault::CannotStart)?;
        web_sys::Worker::new(&address).map(Self).map_err(|_| WorkerFault::CannotStart)
    }

    /// One question at a time: whoever asks holds the only thread that could hear another.
    async fn ask(&self, name: &str, values: &[JsValue]) -> Result<JsValue, WorkerFault> {
        let answered = Promise::new(&mut |resolve, reject| {
            self.0.set_onmessage(Some(&resolve));
            self.0.set_onerror(Some(&reject));
        });
        let question: Array = std::iter::once(JsValue::from(name)).chain(values.iter().cloned()).collect();
        self.0.post_message(&question).map_err(|_| WorkerFault::Stopped)?;
        let event: MessageEvent =
            JsFuture::from(answered).await.map_err(|_| WorkerFault::Stopped)?.unchecked_into();
        let answer: Array = event.data().dyn_into().map_err(|_| WorkerFault::Stopped)?;
        if answer.length() == 1 { Ok(answer.get(0)) } else { Err(WorkerFault::Stopped) }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// A program lies beside the page's own, whose address stands on the tag of its script.
fn address(program: &str) -> Option<String> {
    let document = window().document()?;
    let glue = document.query_selector("script[data-glue]").ok()??.get_attribute("data-glue")?;
    let folder = &glue[..=glue.rfind('/')?];
    web_sys::Url::new_with_base(&[folder, program].concat(), &document.base_uri().ok()??)
        .ok()
        .map(|address| address.href())
}
