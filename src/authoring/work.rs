//! A text on its way to a plan: what was found, and what a person has decided. Start with [`Authoring::of`].

use super::choice::{Choice, MilestoneChoice, TargetChoice};
use super::findings::Findings;
use super::items::{Item, Of, as_milestone, as_target, items};
use crate::plan::{OrganisationKind, Year};
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most letters of a text that are read.
pub const MOST_LETTERS: usize = 200_000;
/// Most letters of what is typed into one field.
pub const MOST_TYPED: usize = 500;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing stands in it.
    Empty,
    /// More letters than [`MOST_LETTERS`].
    TooLong {
        /// How many there are.
        letters: usize,
    },
    /// More things than [`super::MOST_ITEMS`], or more headings than [`super::MOST_SECTIONS`].
    TooMany {
        /// How many there are.
        items: usize,
    },
    /// No heading is numbered.
    NoHeadings,
}

/// What the head of the plan says, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The title as issued.
    pub title: String,
    /// By what people call it.
    pub short_title: String,
    /// Who issues it.
    pub issuer: String,
    /// Number of the document; may be empty.
    pub number: String,
    /// The day that the text bears: 2023-07-25.
    pub date: String,
    /// First year.
    pub from: String,
    /// Last year.
    pub to: String,
    /// Time zone, by its IANA name.
    pub time_zone: String,
    /// What the plan is for.
    pub purpose: String,
    /// The districts that report figures of their own, parted by 、; may be empty.
    pub districts: String,
}

/// A field of the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// The short title.
    ShortTitle,
    /// Who issues it.
    Issuer,
    /// The number of the document.
    Number,
    /// Its day.
    Date,
    /// The first year.
    From,
    /// The last year.
    To,
    /// The time zone.
    TimeZone,
    /// What it is for.
    Purpose,
    /// Its districts.
    Districts,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::ShortTitle,
        Self::Issuer,
        Self::Number,
        Self::Date,
        Self::From,
        Self::To,
        Self::TimeZone,
        Self::Purpose,
        Self::Districts,
    ];

    /// Whether a plan does without.
    pub fn may_be_empty(self) -> bool {
        matches!(self, Self::Number | Self::Districts)
    }
}

impl Typed {
    /// A field.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::ShortTitle => &self.short_title,
            Field::Issuer => &self.issuer,
            Field::Number => &self.number,
            Field::Date => &self.date,
            Field::From => &self.from,
            Field::To => &self.to,
            Field::TimeZone => &self.time_zone,
            Field::Purpose => &self.purpose,
            Field::Districts => &self.districts,
        }
    }

    /// The same, to be written.
    pub fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::ShortTitle => &mut self.short_title,
            Field::Issuer => &mut self.issuer,
            Field::Number => &mut self.number,
            Field::Date => &mut self.date,
            Field::From => &mut self.from,
            Field::To => &mut self.to,
            Field::TimeZone => &mut self.time_zone,
            Field::Purpose => &mut self.purpose,
            Field::Districts => &mut self.districts,
        }
    }
}

/// What a person has decided, apart from the text: this is kept.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// What each thing is, by its key.
    pub choices: BTreeMap<String, Choice>,
    /// What was typed into the head; none while the proposal stands.
    pub head: Option<Typed>,
}

/// A text with what was found in it and what was decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Authoring {
    /// What was found.
    pub found: Findings,
    /// What is to be decided, in the order of the text.
    pub items: Vec<Item>,
    /// What was decided.
    pub decisions: Decisions,
}

impl Authoring {
    /// Reads a text.
    ///
    /// # Errors
    /// See [`Refused`]; limits come before any work.
    pub fn of(text: &str, decisions: Decisions) -> Result<Self, Refused> {
        let letters = text.chars().take(MOST_LETTERS + 1).count();
        if letters > MOST_LETTERS {
            return Err(Refused::TooLong { letters: text.chars().count() });
        }
        if text.trim().is_empty() {
            return Err(Refused::Empty);
        }
        let found = Findings::of(text)?;
        let items = items(&found);
        Ok(Self { found, items, decisions })
    }

    /// What something is: as decided, else as proposed.
    pub fn choice<'a>(&'a self, item: &'a Item) -> &'a Choice {
        self.decisions.choices.get(&item.key).unwrap_or(&item.proposal)
    }

    /// Whether a person has decided it.
    pub fn is_decided(&self, item: &Item) -> bool {
        let choice = self.decisions.choices.get(&item.key);
        // A figure that belongs to no task is not decided, whoever pressed what.
        choice.is_some_and(|choice| !matches!(choice, Choice::Target(target) if target.task.is_empty()))
    }

    /// Decides what something is.
    pub fn decide(&mut self, key: &str, choice: Choice) {
        if self.items.iter().any(|one| one.key == key) {
            self.decisions.choices.insert(key.to_owned(), choice);
        }
    }

    /// What a figure would be as a target, whatever is proposed for it.
    pub fn as_target(&self, item: &Item) -> Option<TargetChoice> {
        match item.of {
            Of::Figure(at) => as_target(&self.found, &self.items, at),
            _ => None,
        }
    }

    /// What a clause would be as a milestone, whatever is proposed for it.
    pub fn as_milestone(&self, item: &Item) -> Option<MilestoneChoice> {
        match item.of {
            Of::Phrase(at) => as_milestone(&self.found, at),
            _ => None,
        }
    }

    /// Takes every proposal of these that nobody has decided.
    pub fn confirm(&mut self, keys: &[&str]) {
        for key in keys {
            let open = self.items.iter().find(|one| one.key == *key).filter(|one| !self.is_decided(one));
            if let Some((key, proposal)) = open.map(|one| (one.key.clone(), self.choice(one).clone())) {
                self.decisions.choices.insert(key, proposal);
            }
        }
    }

    /// Takes the head as it stands.
    pub fn confirm_head(&mut self) {
        self.decisions.head = Some(self.head());
    }

    /// The head: as typed, else as proposed.
    pub fn head(&self) -> Typed {
        self.decisions.head.clone().unwrap_or_else(|| self.proposed_head())
    }

    fn proposed_head(&self) -> Typed {
        let head = &self.found.head;
        let is_district = |item: &&Item| item.proposal == Choice::Organisation(OrganisationKind::District);
        let districts: Vec<&str> =
            self.items.iter().filter(is_district).map(|item| item.words.as_str()).collect();
        let year = |year: Option<Year>| year.map(|one| one.to_string()).unwrap_or_default();
        Typed {
            title: short(&head.title),
            short_title: short(&head.short_title),
            issuer: short(&head.issuer),
            number: short(&head.number),
            date: head.date.map(|day| day.to_string()).unwrap_or_default(),
            from: year(head.period.map(|one| one.from)),
            to: year(head.period.map(|one| one.to)),
            time_zone: self.found.language.pick("Asia/Shanghai", "").to_owned(),
            purpose: short(&head.purpose),
            districts: short(&districts.join(self.found.language.pick("、", ", "))),
        }
    }

    /// How many things nobody has decided; the head counts as one.
    pub fn left(&self) -> usize {
        let open = self.items.iter().filter(|one| !self.is_decided(one)).count();
        open + usize::from(self.decisions.head.is_none())
    }

    /// The item of a finding.
    pub fn item(&self, of: Of) -> Option<&Item> {
        self.items.iter().find(|one| one.of == of)
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.found.language
    }
}

/// No longer than what can be typed.
pub fn short(words: &str) -> String {
    words.chars().take(MOST_TYPED).collect()
}
