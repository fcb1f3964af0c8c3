//! Small texts beside the ledger: drafts of forms, and who the user says he is. The last to write wins.

use super::access::Failure;
use super::keys::{Kind, Place};
use super::port::Port;

/// The longest text that is kept or read, in UTF-16 code units.
pub const MAX_NOTE_UNITS: usize = 65_536;

/// Drafts and desk of one plan and folder.
pub struct Notes<'a, P> {
    port: &'a P,
    place: &'a Place,
}

impl<'a, P: Port> Notes<'a, P> {
    /// Over a port, for a plan and folder.
    pub fn new(port: &'a P, place: &'a Place) -> Self {
        Self { port, place }
    }

    /// What was typed into a form and not yet recorded.
    pub fn draft(&self, form: &str) -> Option<String> {
        self.read(&self.place.named(Kind::Draft, form))
    }

    /// Every draft that is kept here, by the name of its form; none where the storage is blocked.
    pub fn drafts(&self) -> Vec<(String, String)> {
        let prefix = self.place.prefix(Kind::Draft);
        let keys = self.port.keys().unwrap_or_default();
        let drafts =
            keys.iter().filter_map(|key| Some((key.strip_prefix(&prefix)?.to_owned(), self.read(key)?)));
        drafts.collect()
    }

    /// Keeps what was typed; an empty text removes it.
    ///
    /// # Errors
    /// When there is no room or no storage: the form still has it.
    pub fn keep_draft(&self, form: &str, text: &str) -> Result<(), Failure> {
        self.write(&self.place.named(Kind::Draft, form), text)
    }

    /// Who the user says he is, in the words of whoever wrote it.
    pub fn desk(&self) -> Option<String> {
        self.read(&self.place.desk())
    }

    /// Keeps who the user says he is; an empty text removes it.
    ///
    /// # Errors
    /// When there is no room or no storage.
    pub fn keep_desk(&self, text: &str) -> Result<(), Failure> {
        self.write(&self.place.desk(), text)
    }

    /// By which editions of the plan the records here were made, in the words of whoever wrote it.
    pub fn editions(&self) -> Option<String> {
        self.read(&self.place.editions())
    }

    /// Keeps by which editions the records here were made; an empty text removes it.
    ///
    /// # Errors
    /// When there is no room or no storage.
    pub fn keep_editions(&self, text: &str) -> Result<(), Failure> {
        self.write(&self.place.editions(), text)
    }

    /// What was done on this device and is no entry, under a name.
    pub fn noted(&self, name: &str) -> Option<String> {
        self.read(&self.place.named(Kind::Noted, name))
    }

    /// Keeps it; an empty text removes it.
    ///
    /// # Errors
    /// When there is no room or no storage.
    pub fn keep_noted(&self, name: &str, text: &str) -> Result<(), Failure> {
        self.write(&self.place.named(Kind::Noted, name), text)
    }

    fn read(&self, key: &str) -> Option<String> {
        self.port.get(key).ok().flatten().filter(|text| fits(text))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Failure> {
        if text.is_empty() {
            return Ok(self.port.remove(key)?);
        }
        if !fits(text) {
            return Err(Failure::TooLarge);
        }
        Ok(self.port.set(key, text)?)
    }
}

fn fits(text: &str) -> bool {
    text.encode_utf16().take(MAX_NOTE_UNITS + 1).count() <= MAX_NOTE_UNITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Memory;

    #[test]
    fn a_draft_comes_back_until_it_is_emptied_and_others_stay() {
        let (memory, place) = (Memory::default(), Place::new("p", "/"));
        let notes = Notes::new(&memory, &place);
        assert_eq!(notes.keep_draft("a:b", "一"), Ok(()));
        assert_eq!(notes.keep_draft("a", "二"), Ok(()));
        assert_eq!(notes.keep_desk("科技局"), Ok(()));
        assert_eq!(notes.keep_noted("a", "三"), Ok(()));
        assert_eq!(notes.keep_draft("a", ""), Ok(()));
        assert_eq!(notes.noted("a").as_deref(), Some("三"));
        assert_eq!(notes.draft("a:b").as_deref(), Some("一"));
        assert_eq!(notes.draft("a"), None);
        assert_eq!(notes.desk().as_deref(), Some("科技局"));
    }

    #[test]
    fn the_longest_note_is_kept_and_one_unit_more_is_not() {
        let (memory, place) = (Memory::default(), Place::new("p", "/"));
        let notes = Notes::new(&memory, &place);
        assert_eq!(notes.keep_desk(&"灯".repeat(MAX_NOTE_UNITS)), Ok(()));
        assert!(notes.desk().is_some());
        assert_eq!(notes.keep_desk(&"灯".repeat(MAX_NOTE_UNITS + 1)), Err(Failure::TooLarge));
        assert_eq!(memory.set(&place.desk(), &"a".repeat(MAX_NOTE_UNITS + 1)), Ok(()));
        assert_eq!(notes.desk(), None);
    }
}
