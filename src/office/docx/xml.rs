//! Markup, written as it is opened and closed; `quick_xml` sees to escaping.

use crate::office::NotWritten;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes with their values.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part of the package while it is written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
    /// What went wrong first: told when the part is done.
    fault: Option<std::io::Error>,
}

impl Xml {
    pub fn new() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), fault: None };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element with what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element of the one attribute `w:val`.
    pub fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    pub fn text(&mut self, words: &str) {
        self.event(Event::Text(BytesText::new(words)));
    }

    /// The part.
    ///
    /// # Errors
    /// Where something of it could not be written.
    pub fn bytes(self) -> Result<Vec<u8>, NotWritten> {
        match self.fault {
            Some(fault) => Err(NotWritten(fault.to_string())),
            None => Ok(self.writer.into_inner()),
        }
    }

    fn event(&mut self, event: Event) {
        let failed = self.writer.write_event(event).err();
        self.fault = self.fault.take().or(failed);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
