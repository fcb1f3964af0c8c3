//! The page about one thing of the plan: a task, a measure, a project, a milestone, an organisation.
//! Each has a model of its own that fills a [`Subject`]; all are drawn by the one view here.
//!
//! [`Linker`] names and links the parts of a plan; `lists` makes the tables and lists in which they stand.

mod linker;
pub mod lists;
pub mod problems;
pub mod progress;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use linker::Linker;

use crate::standing::Lit;
use crate::text::{Language, Link, Table, Text};

/// Everything that stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// What sort of thing it is, and its section in the text.
    pub kind: Text,
    /// The path from the plan to the page.
    pub crumbs: Vec<Link>,
    pub heading: Text,
    /// What the plan asks, in a sentence or two.
    pub lede: Text,
    pub facts: Vec<Fact>,
    /// Only what has content.
    pub sections: Vec<Section>,
}

/// A name and what it stands for: links, then words.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub name: &'static str,
    pub links: Vec<Link>,
    /// What follows the links, or stands alone; empty for nothing.
    pub text: Text,
}

/// A sheet of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: &'static str,
    /// A few words beside the title; empty for none.
    pub note: String,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Table(Table),
    List(Vec<Listed>),
    /// Words of the plan's own text.
    Quotes(Vec<Text>),
    /// What the text leaves open, each with the reading taken.
    Questions(Vec<(Text, Text)>),
}

/// One thing of the plan in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub link: Link,
    /// How it stands; none where nothing was reported.
    pub lit: Option<Lit>,
    /// Small words beside it.
    pub remarks: Vec<Text>,
    /// A sentence below it; empty for none.
    pub text: Text,
}

impl Fact {
    pub fn links(name: &'static str, links: Vec<Link>) -> Self {
        Self { name, links, text: Text::default() }
    }

    pub fn text(name: &'static str, text: Text) -> Self {
        Self { name, links: Vec::new(), text }
    }

    pub fn has_content(&self) -> bool {
        !self.links.is_empty() || !self.text.words.is_empty()
    }
}

impl Section {
    pub fn has_content(&self) -> bool {
        self.body.has_content()
    }

    /// The section of a task on the page of one of its measures: it says whose it is.
    pub fn of_task(self, language: Language) -> Self {
        Self { note: words::of(language).of_task.into(), ..self }
    }
}

impl Body {
    pub fn has_content(&self) -> bool {
        match self {
            Self::Table(table) => !table.rows.is_empty(),
            Self::List(list) => !list.is_empty(),
            Self::Quotes(quotes) => !quotes.is_empty(),
            Self::Questions(questions) => !questions.is_empty(),
        }
    }
}

impl Subject {
    /// The page without the facts and sections that have nothing to say.
    pub fn pruned(mut self) -> Self {
        self.facts.retain(Fact::has_content);
        self.sections.retain(Section::has_content);
        self
    }
}
