//! What the dialog shows and does, as data.

use crate::link::extract::{self, Content};
use crate::link::sequence::{Added, Gathering, Part};
use crate::link::{Envelope, Fault};
use crate::route::Route;

/// Most bytes of a picture that is handed in.
pub const MOST_BYTES: u64 = 20_000_000;
/// Most characters that are shown of a code of another system.
const SHOWN: usize = 300;

/// What codes are read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The officer takes in one receipt after another.
    Collect,
    /// One link is to be opened.
    Open,
}

/// Where codes were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In passing: it sees the same code many times, and most often none.
    Camera,
    /// On purpose: something is said of every picture.
    Picture,
}

/// Why there is no camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// Plain http: browsers hand out no camera there.
    Plain,
    /// The browser knows no cameras.
    Unknown,
    /// The person, the system or the host forbids it.
    Denied,
    /// There is none.
    Missing,
    /// Another program has it, or it is broken.
    Busy,
    /// For any other reason.
    Failed,
}

impl NoCamera {
    /// By the name of the browser's reason (W3C, Media Capture and Streams, `getUserMedia`); none where it could not even
    /// be asked.
    pub fn of(name: Option<&str>, is_secure: bool) -> Self {
        match name {
            None if is_secure => Self::Unknown,
            None => Self::Plain,
            Some("NotAllowedError" | "SecurityError") => Self::Denied,
            Some("NotFoundError" | "OverconstrainedError") => Self::Missing,
            Some("NotReadableError" | "AbortError") => Self::Busy,
            Some(_) => Self::Failed,
        }
    }
}

/// How it is with the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    /// The browser asks the person.
    Asking,
    Live,
    /// Switched off, as while the page is out of sight.
    Off,
    None(NoCamera),
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    Nothing,
    /// A picture is being looked at.
    Reading,
    NoCode,
    /// It was read before.
    Again,
    /// The text of a code that is none of ours, as far as it is shown. Untrusted.
    Elsewhere(String),
    /// A link of ours that cannot be used.
    Fault(Fault),
    TooLarge,
    NoPicture,
    /// The program that reads codes does not start here.
    NoReader,
    /// It ended on this picture.
    ReaderStopped,
    /// So many codes more have been taken in.
    Taken(usize),
    /// One of several codes: what has arrived.
    Part(Gathering),
    Opening,
}

/// What is to be done with what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Put it into the field as if it had been pasted.
    Paste(String),
    /// Keep it with the other parts that wait on this device.
    Keep(Part),
    /// The parts of this set have done their work.
    Forget(u32),
    /// Go to this fragment, without `#`.
    Open(String),
}

/// The dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    pub purpose: Purpose,
    pub lens: Lens,
    pub told: Told,
    /// Codes that were taken in.
    pub taken: usize,
    /// The plan's digest.
    plan: u32,
    /// Address of this page, up to `#`.
    here: String,
    /// Texts that were taken in.
    seen: Vec<String>,
    sets: Vec<Gathering>,
}

/// What one text is.
enum Meaning {
    /// A link that carries data; its fragment.
    Link(String),
    Part(Part),
    /// A page of this very plan and host; its fragment.
    Page(String),
    Fault(Fault),
    Elsewhere,
}

impl Scan {
    /// As it opens, for the plan of that digest on the page of that address.
    pub fn new(purpose: Purpose, plan: u32, here: &str) -> Self {
        Self {
            purpose,
            lens: Lens::Asking,
            told: Told::Nothing,
            taken: 0,
            plan,
            here: here.to_owned(),
            seen: Vec::new(),
            sets: Vec::new(),
        }
    }

    /// Takes up what was read in one picture. `earlier` are parts of a set that wait on this device already.
    pub fn read(&mut self, way: Way, texts: &[String], earlier: impl Fn(u32) -> Vec<Part>) -> Vec<Act> {
        let mut acts = Vec::new();
        let mut said = Vec::new();
        let before = self.taken;
        for text in texts {
            // Two codes in one picture may both be whole; only one can be opened.
            if acts.iter().any(|act| matches!(act, Act::Open(_))) {
                break;
            }
            said.extend(self.take(way, text.trim(), &earlier, &mut acts));
        }
        if self.taken > before {
            said.push(Told::Taken(self.taken - before));
        }
        if texts.is_empty() && way == Way::Picture {
            said.push(Told::NoCode);
        }
        if let Some(told) = said.into_iter().max_by_key(weight) {
            self.told = told;
        }
        acts
    }

    fn take(
        &mut self,
        way: Way,
        text: &str,
        earlier: impl Fn(u32) -> Vec<Part>,
        acts: &mut Vec<Act>,
    ) -> Option<Told> {
        if self.seen.iter().any(|seen| seen == text) {
            return (way == Way::Picture).then_some(Told::Again);
        }
        let told = match (self.meaning(text), self.purpose) {
            (Meaning::Part(part), _) => self.add(part, text, earlier, acts),
            (Meaning::Link(_), Purpose::Collect) => {
                acts.push(Act::Paste(text.to_owned()));
                self.taken += 1;
                None
            }
            (Meaning::Link(fragment) | Meaning::Page(fragment), Purpose::Open) => {
                acts.push(Act::Open(fragment));
                Some(Told::Opening)
            }
            (Meaning::Fault(fault), _) => return Some(Told::Fault(fault)),
            (Meaning::Elsewhere, _) | (Meaning::Page(_), Purpose::Collect) => {
                return Some(Told::Elsewhere(shown(text)));
            }
        };
        self.seen.push(text.to_owned());
        told
    }

    fn meaning(&self, text: &str) -> Meaning {
        let found = match extract::find(text, self.plan) {
            Ok(findings) => findings.found.into_iter().next(),
            Err(fault) => return Meaning::Fault(fault),
        };
        match found.map(|found| found.content) {
            Some(Ok(Content::Part(part))) => Meaning::Part(part),
            // Written anew: whatever stood around it is left behind.
            Some(Ok(Content::Envelope(envelope))) => {
                Envelope::encode(&envelope).map_or_else(Meaning::Fault, Meaning::Link)
            }
            Some(Err(fault)) => Meaning::Fault(fault),
            None => self.page(text).map_or(Meaning::Elsewhere, Meaning::Page),
        }
    }

    fn page(&self, text: &str) -> Option<String> {
        let (_, fragment) = text.split_once('#').filter(|(address, _)| *address == self.here)?;
        let is_page = fragment.starts_with('/') && !matches!(Route::parse(fragment), Route::Unknown(_));
        is_page.then(|| fragment.to_owned())
    }

    /// The set of a part, with the parts that wait on this device.
    fn set(&mut self, part: &Part, earlier: impl Fn(u32) -> Vec<Part>) -> &mut Gathering {
        let known = self.sets.iter().position(|set| set.set() == part.set);
        let at = known.unwrap_or_else(|| {
            let mut set = Gathering::new(part.clone());
            for other in earlier(part.set) {
                set.add(other);
            }
            self.sets.push(set);
            self.sets.len() - 1
        });
        &mut self.sets[at]
    }

    fn add(
        &mut self,
        part: Part,
        text: &str,
        earlier: impl Fn(u32) -> Vec<Part>,
        acts: &mut Vec<Act>,
    ) -> Option<Told> {
        let purpose = self.purpose;
        let set = self.set(&part, earlier);
        if set.add(part.clone()) == Added::Foreign {
            return Some(Told::Fault(Fault::Damaged));
        }
        let told = Told::Part(set.clone());
        match purpose {
            Purpose::Collect => {
                acts.push(Act::Paste(text.to_owned()));
                self.taken += 1;
            }
            Purpose::Open if set.missing().is_empty() => {
                let whole = set.join().and_then(|frame| frame.encode());
                acts.push(Act::Forget(part.set));
                return Some(match whole {
                    Ok(fragment) => {
                        acts.push(Act::Open(fragment));
                        Told::Opening
                    }
                    Err(fault) => Told::Fault(fault),
                });
            }
            Purpose::Open => acts.push(Act::Keep(part)),
        }
        Some(told)
    }
}

/// What is said when there is more than one thing to say.
fn weight(told: &Told) -> u8 {
    match told {
        Told::Nothing | Told::Reading => 0,
        Told::NoCode => 1,
        Told::Again => 2,
        Told::Elsewhere(_) => 3,
        Told::Fault(_) | Told::TooLarge | Told::NoPicture | Told::NoReader | Told::ReaderStopped => 4,
        Told::Taken(_) => 5,
        Told::Part(_) => 6,
        Told::Opening => 7,
    }
}

fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests;
