//! From what was typed to a case, or everything that is wrong with it; and what becomes of a case.

use crate::gate::{Here, Pool, Rights};
use crate::ledger::kinds::{Case, CaseText, Cited, Item};
use crate::ledger::known::{CaseLife, CaseState};
use crate::ledger::{Entry, EntryId, Moment, Said};
use crate::page::shared::draft;
use crate::plan::Month;
use crate::standing::{AsOf, reading};
use crate::text::{Choice, one_line};

/// Most letters of one part: what a record takes.
pub const MOST_OF_A_PART: usize = 2000;
/// Most letters of all parts together. A province asks for at most 4,000 (福建, 2022), another for about 2,000.
pub const MOST_IN_ALL: usize = 4000;
/// Most letters of a title or of a reason.
pub const MOST_OF_A_LINE: usize = 100;

/// A part of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 背景与问题.
    Background,
    /// 做法与创新.
    Measures,
    /// 进展与成效.
    Effect,
    /// 经验启示.
    Experience,
}

impl Part {
    /// Every part, in the order in which a case tells them.
    pub const ALL: [Self; 4] = [Self::Background, Self::Measures, Self::Effect, Self::Experience];

    /// What a case tells in it.
    pub fn of(self, case: &CaseText) -> &str {
        match self {
            Self::Background => &case.background,
            Self::Measures => &case.measures,
            Self::Effect => &case.effect,
            Self::Experience => &case.experience,
        }
    }
}

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    /// Identifier of the organisation whose case it is.
    pub organisation: String,
    /// Identifier of what it is about; empty for nothing in particular.
    pub subject: String,
    /// Its title.
    pub title: String,
    /// What it tells, by the order of [`Part::ALL`].
    pub parts: [String; 4],
    /// Identifier of the indicator that shows its effect; empty for none.
    pub cited: String,
    /// The month before, as in addresses.
    pub before: String,
    /// The month after.
    pub after: String,
    /// The name of the entry that it takes the place of, of a case that was given back; empty for a new one.
    pub instead: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Whose case it is.
    Organisation,
    /// What it is about.
    Subject,
    /// Its title.
    Title,
    /// What it tells.
    Part(Part),
    /// The indicator that shows its effect.
    Cited,
    /// The month before.
    Before,
    /// The month after.
    After,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No organisation of the plan.
    Organisation,
    /// Nothing of the plan, and nothing on a year's list.
    Subject,
    /// The organisation has no part in it: whoever gathers the reports would not take it in.
    OthersSubject,
    /// No title.
    Title,
    /// Nothing stands in a part.
    Empty(Part),
    /// More letters than a record takes.
    TooLong { field: Field, letters: usize, most: usize },
    /// All parts together are longer than a case is.
    TooLongInAll { letters: usize },
    /// No figure of the indicator in that month.
    NoFigure(Field),
    /// The month before is not before the month after.
    Order,
}

impl Fault {
    /// The field to which it belongs, if to one.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Organisation => Some(Field::Organisation),
            Self::Subject | Self::OthersSubject => Some(Field::Subject),
            Self::Title => Some(Field::Title),
            Self::Empty(part) => Some(Field::Part(part)),
            Self::TooLong { field, .. } | Self::NoFigure(field) => Some(field),
            Self::Order => Some(Field::After),
            Self::TooLongInAll { .. } => None,
        }
    }
}

impl Typed {
    /// A part, to be written.
    pub fn part_mut(&mut self, part: Part) -> &mut String {
        let [background, measures, effect, experience] = &mut self.parts;
        match part {
            Part::Background => background,
            Part::Measures => measures,
            Part::Effect => effect,
            Part::Experience => experience,
        }
    }

    /// Whether somebody has told anything.
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty() && self.parts.iter().all(|part| part.trim().is_empty())
    }

    /// How many letters stand in a part as it would be recorded, and in all.
    pub fn letters(&self) -> ([usize; 4], usize) {
        let each = self.parts.each_ref().map(|part| text(part).chars().count());
        (each, each.iter().sum())
    }

    /// As it is kept on the device.
    pub fn kept(&self) -> String {
        let Self { organisation, subject, title, parts, cited, before, after, instead } = self;
        let first = [organisation, subject, title].into_iter();
        draft::kept(first.chain(parts).chain([cited, before, after, instead]))
    }

    /// What was kept; nothing of what does not look like it.
    pub fn read(kept: &str) -> Option<Self> {
        let mut all: Vec<String> = draft::fields(kept).collect();
        // What was kept before a case could be worked over.
        if all.len() == 10 {
            all.push(String::new());
        }
        let all: [String; 11] = all.try_into().ok()?;
        let [organisation, subject, title, one, two, three, four, cited, before, after, instead] = all;
        Some(Self {
            organisation,
            subject,
            title,
            parts: [one, two, three, four],
            cited,
            before,
            after,
            instead,
        })
    }

    /// What the form begins with to work a case over that was given back.
    pub fn again(life: &CaseLife) -> Self {
        let CaseText { subject, title, background, measures, effect, experience, cited, .. } = life.text;
        let cited = cited.first();
        let month = |of: fn(&Cited) -> Month| cited.map(|one| of(one).to_string()).unwrap_or_default();
        Self {
            organisation: life.told.batch.organisation.to_string(),
            subject: subject.as_deref().unwrap_or_default().to_owned(),
            title: title.clone(),
            parts: [background, measures, effect, experience].map(Clone::clone),
            cited: cited.map(|one| one.indicator.to_string()).unwrap_or_default(),
            before: month(|one| one.before),
            after: month(|one| one.after),
            instead: Item::own_id(life.told.id).to_string(),
        }
    }
}

/// A text as it is recorded: a line for each that was typed, without empty ones.
fn text(typed: &str) -> String {
    typed.lines().map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The entry that tells a case of the round that ends with a month.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn written(as_of: AsOf, month: Month, typed: &Typed) -> Result<Entry, Vec<Fault>> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let mut faults = Vec::new();
    if plan.organisation(&typed.organisation).is_none() {
        faults.push(Fault::Organisation);
    }
    let subject = Some(typed.subject.as_str()).filter(|id| !id.is_empty());
    if let Some(id) = subject {
        if crate::page::shared::names::told(plan, ledger, id, language).is_none() {
            faults.push(Fault::Subject);
        } else if plan.organisation(&typed.organisation).is_some()
            && !with_rights(as_of, month, &typed.organisation, |rights| rights.may_name(id))
        {
            faults.push(Fault::OthersSubject);
        }
    }
    let title = one_line(&typed.title);
    let letters = title.chars().count();
    if title.is_empty() {
        faults.push(Fault::Title);
    }
    if letters > MOST_OF_A_LINE {
        faults.push(Fault::TooLong { field: Field::Title, letters, most: MOST_OF_A_LINE });
    }
    let (each, in_all) = typed.letters();
    for (part, letters) in Part::ALL.into_iter().zip(each) {
        if letters == 0 {
            faults.push(Fault::Empty(part));
        }
        if letters > MOST_OF_A_PART {
            faults.push(Fault::TooLong { field: Field::Part(part), letters, most: MOST_OF_A_PART });
        }
    }
    if in_all > MOST_IN_ALL {
        faults.push(Fault::TooLongInAll { letters: in_all });
    }
    let cited = cited(as_of, typed).unwrap_or_else(|found| {
        faults.extend(found);
        None
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let [background, measures, effect, experience] = typed.parts.each_ref().map(|part| text(part));
    let told = CaseText {
        subject: subject.map(Into::into),
        title,
        background,
        measures,
        effect,
        experience,
        cited: cited.into_iter().collect(),
        pictures: vec![],
    };
    // Only what is there and was given back is replaced; of anything else a case of its own is told.
    let given_back = ledger.cases().into_iter().find(|life| {
        life.state == CaseState::Returned && *Item::own_id(life.told.id) == *typed.instead.as_str()
    });
    let replaces = given_back
        .filter(|life| *life.told.batch.organisation == *typed.organisation.as_str())
        .map(|life| life.told.id);
    Ok(Entry { replaces, said: Said::Case(Box::new(Case::Told(told))) })
}

/// What an organisation may tell a case of: the tasks in which it has a part and their measures. Nothing while none is chosen.
pub fn subjects(as_of: AsOf, month: Month, organisation: &str) -> Vec<Choice> {
    let AsOf { plan, language, .. } = as_of;
    if plan.organisation(organisation).is_none() {
        return vec![];
    }
    let tasks = plan.tasks().map(|(_, task)| (&task.id, &task.title));
    let all = tasks.chain(plan.measures().map(|place| (&place.item.id, &place.item.title)));
    with_rights(as_of, month, organisation, |rights| {
        all.filter(|(id, _)| rights.may_name(id))
            .map(|(id, title)| Choice { value: id.clone(), words: plan.say(title, language) })
            .collect()
    })
}

/// Asks the gate that the receipt of a case meets later.
fn with_rights<T>(as_of: AsOf, month: Month, organisation: &str, ask: impl FnOnce(&Rights) -> T) -> T {
    let here = Here { writer: 0, now: Moment::end_of(as_of.today, as_of.offset) };
    let pool = Pool::new(as_of.plan, as_of.ledger, here, std::iter::empty());
    ask(&Rights::new(as_of.plan, &pool, organisation, month))
}

/// The figure that is cited: both months have one, and the earlier is first.
fn cited(as_of: AsOf, typed: &Typed) -> Result<Option<Cited>, Vec<Fault>> {
    if typed.cited.is_empty() {
        return Ok(None);
    }
    let Some(place) = as_of.plan.indicator(&typed.cited) else {
        return Err(vec![Fault::NoFigure(Field::Cited)]);
    };
    let figures = reading::figures(as_of.plan, as_of.ledger, place.item);
    let month = |text: &str| Month::parse(text).filter(|month| figures.iter().any(|one| one.month == *month));
    match (month(&typed.before), month(&typed.after)) {
        (Some(before), Some(after)) if before < after => {
            let indicator = place.item.id.as_str().into();
            Ok(Some(Cited { indicator, district: None, before, after }))
        }
        (Some(_), Some(_)) => Err(vec![Fault::Order]),
        (before, after) => {
            let lacking = [(before, Field::Before), (after, Field::After)];
            let lacking = lacking.into_iter().filter(|(month, _)| month.is_none());
            Err(lacking.map(|(_, field)| Fault::NoFigure(field)).collect())
        }
    }
}

/// What an officer does with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is adopted; the paper in which it is printed is named when that is issued.
    Adopt,
    /// It is given back to be worked over.
    Return,
}

/// The entry of what an officer does with a case; giving it back needs a reason, which is none for adopting it. None where
/// the reason is missing or longer than a record takes.
pub fn act(of: EntryId, act: Act, reason: &str) -> Option<Entry> {
    let reason = one_line(reason);
    let case = match act {
        Act::Adopt => Case::Adopted { of, issue: None },
        Act::Return => {
            let letters = reason.chars().count();
            if letters == 0 || letters > MOST_OF_A_LINE {
                return None;
            }
            Case::Returned { of, reason }
        }
    };
    Some(Entry { replaces: None, said: Said::Case(Box::new(case)) })
}
