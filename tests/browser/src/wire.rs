//! The protocol itself: commands with their answers, and events by tab.

use crate::wait;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// One line to a browser, shared by all of its tabs.
pub struct Wire {
    out: Mutex<Box<dyn Write + Send>>,
    next: AtomicU64,
    heard: Arc<Heard>,
}

/// Where the answer to a command comes.
pub type Answer = Receiver<Result<Value, String>>;

#[derive(Default)]
struct Heard {
    answers: Mutex<HashMap<u64, Sender<Result<Value, String>>>>,
    events: Mutex<HashMap<String, Sender<Event>>>,
}

/// Something that a tab said by itself.
#[derive(Clone, Debug)]
pub struct Event {
    pub method: String,
    pub params: Value,
}

impl Wire {
    /// Listens to what comes in until the browser goes.
    pub fn new(out: impl Write + Send + 'static, from: impl Read + Send + 'static) -> Self {
        let heard = Arc::new(Heard::default());
        let listener = heard.clone();
        std::thread::spawn(move || listener.listen(BufReader::new(from)));
        Self { out: Mutex::new(Box::new(out)), next: AtomicU64::new(1), heard }
    }

    /// Sends a command, to the browser or to one of its tabs, and waits for the answer.
    ///
    /// # Errors
    /// The browser's own words when it refuses, or a sentence when it is gone.
    pub fn call(&self, session: Option<&str>, method: &str, params: Value) -> Result<Value, String> {
        let answer = self.send(session, method, params)?;
        let answer = answer.recv_timeout(wait::ANSWER);
        answer
            .unwrap_or_else(|silence| Err(format!("no answer ({silence})")))
            .map_err(|no| format!("{method}: {no}"))
    }

    /// Sends a command and does not wait; the answer comes, if ever, to where this tells.
    ///
    /// # Errors
    /// A sentence when the browser is gone.
    pub fn send(&self, session: Option<&str>, method: &str, params: Value) -> Result<Answer, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (sender, answer) = channel();
        self.heard.answers.lock().unwrap().insert(id, sender);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let sent = self.out.lock().unwrap().write_all(&bytes);
        sent.map_err(|gone| format!("{method}: the browser is gone ({gone})"))?;
        Ok(answer)
    }

    /// The events of a tab from now on.
    pub fn events_of(&self, session: &str) -> Receiver<Event> {
        let (sender, receiver) = channel();
        self.heard.events.lock().unwrap().insert(session.to_owned(), sender);
        receiver
    }
}

impl Heard {
    fn listen(&self, mut from: impl BufRead) {
        let mut message = Vec::new();
        while from.read_until(0, &mut message).is_ok_and(|length| length > 0) {
            message.pop();
            if let Ok(value) = serde_json::from_slice(&message) {
                self.take(value);
            }
            message.clear();
        }
        // Whoever still waits hears that nobody will answer.
        self.answers.lock().unwrap().clear();
    }

    fn take(&self, mut message: Value) {
        match message["id"].as_u64() {
            Some(id) => {
                let Some(waiting) = self.answers.lock().unwrap().remove(&id) else { return };
                let answer = match message.get("error") {
                    Some(error) => Err(error["message"].as_str().unwrap_or("refused").to_owned()),
                    None => Ok(message["result"].take()),
                };
                let _ = waiting.send(answer);
            }
            None => {
                let (Some(session), Some(method)) =
                    (message["sessionId"].as_str(), message["method"].as_str())
                else {
                    return;
                };
                if let Some(tab) = self.events.lock().unwrap().get(session) {
                    let _ = tab.send(Event { method: method.to_owned(), params: message["params"].clone() });
                }
            }
        }
    }
}
