//! From what was typed to an issued paper, or everything that is wrong with it.

use super::issued::{self, code, last};
use super::model::{self, Inserted, Place};
use crate::ledger::kinds::{Against, Case, Issue, IssueText};
use crate::ledger::known::CaseState;
use crate::ledger::{BatchId, Entry, EntryId, Ledger, Moment, ProblemStep, Said, Slot};
use crate::page::shared::draft;
use crate::plan::{Day, Month, Round};
use crate::rows::figure;
use crate::standing::AsOf;
use crate::standing::bulletin::{Class, bulletin, is_over, up_to};
use crate::standing::due::Due;
use crate::text::one_line;

/// Most letters of a text that people write into a paper: two pages.
pub const MOST_LETTERS: usize = 2000;
/// Most letters of a problem, of who sees to it, and of a number or day as they are read.
const MOST_OF_A_LINE: usize = 500;
/// Most problems that one assessment opens.
pub const MOST_FOUND: usize = 20;
/// The highest number of an issue: one a week for twenty years.
const HIGHEST: u32 = 999;

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    /// The number of the issue.
    pub number: String,
    /// The texts, by the order of [`Place::ALL`].
    pub texts: [String; 5],
    /// What the page had written when each text was changed last, to tell when that is not so any more.
    pub beside: [String; 5],
    /// The problems that an assessment finds.
    pub found: Vec<Found>,
}

/// A problem that an assessment finds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Found {
    /// What is the matter.
    pub text: String,
    /// Identifier of the indicator that it is about; empty for none.
    pub subject: String,
    /// Who is to see to it.
    pub who: String,
    /// Until when.
    pub until: String,
}

impl Found {
    fn is_empty(&self) -> bool {
        [&self.text, &self.who, &self.until].iter().all(|text| text.trim().is_empty())
    }
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The number of the issue.
    Number,
    /// A text, by its place.
    Text(Place),
    /// What a problem is; counted from 0.
    Problem(usize),
    /// Who sees to it.
    Who(usize),
    /// Until when.
    Until(usize),
}

/// What is wrong with what was typed, or keeps the paper from being issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The round's last month is not over.
    NotOver(Month),
    /// Months that nobody has locked: their figures could change under the paper.
    NotLocked(Vec<Month>),
    /// A paper of other months overlaps these.
    Overlaps { number: u32, first: Month, last: Month },
    /// No number from 1 on.
    Number,
    /// A paper of another round has the number.
    NumberTaken { number: u32, last: Month },
    /// Nothing is otherwise than in the paper that was issued last.
    Unchanged { number: u32 },
    /// An assessment ends in problems, or says why there is none.
    NoProblem,
    /// Somebody is to see to a problem that nobody has worded.
    NotWorded(usize),
    /// Not a day on which a problem can be settled.
    Day(usize),
    /// More letters than a record takes.
    TooLong { field: Field, letters: usize, most: usize },
}

impl Fault {
    /// The field to which it belongs, if to one.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Number | Self::NumberTaken { .. } => Some(Field::Number),
            Self::NoProblem => Some(Field::Problem(0)),
            Self::NotWorded(at) => Some(Field::Problem(*at)),
            Self::Day(at) => Some(Field::Until(*at)),
            Self::TooLong { field, .. } => Some(*field),
            Self::NotOver(_) | Self::NotLocked(_) | Self::Overlaps { .. } | Self::Unchanged { .. } => None,
        }
    }
}

impl Typed {
    /// The text of a place.
    pub fn text(&self, place: Place) -> &str {
        self.texts.get(at(place)).map_or("", String::as_str)
    }

    /// The same, to be written.
    pub fn text_mut(&mut self, place: Place) -> &mut String {
        let [overall, causes, none, experience, next] = &mut self.texts;
        match place {
            Place::Overall => overall,
            Place::Causes => causes,
            Place::NoProblem => none,
            Place::Experience => experience,
            Place::Next => next,
        }
    }

    /// A problem, to be written; those before it are empty where there were fewer.
    pub fn found_mut(&mut self, at: usize) -> &mut Found {
        let at = at.min(MOST_FOUND - 1);
        if self.found.len() <= at {
            self.found.resize(at + 1, Found::default());
        }
        #[expect(clippy::indexing_slicing, reason = "there are as many by now")]
        &mut self.found[at]
    }

    /// Takes in problems about indicators that no problem is about yet.
    pub fn take(&mut self, proposed: Vec<Found>) {
        self.found.retain(|one| !one.is_empty());
        for one in proposed {
            let is_new = self.found.iter().all(|here| here.subject != one.subject);
            if is_new && self.found.len() < MOST_FOUND {
                self.found.push(one);
            }
        }
    }

    /// What of it goes into the paper.
    pub fn inserted(&self) -> Inserted {
        let texts = Place::ALL.map(|place| (place, self.text(place).to_owned()));
        let found = self.found.iter().filter(|one| !one.text.trim().is_empty());
        let found = found.map(|one| (one_line(&one.text), one_line(&one.who))).collect();
        Inserted { texts: texts.into(), found }
    }

    /// Whether somebody has written anything but the number.
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(|text| text.trim().is_empty()) && self.found.iter().all(Found::is_empty)
    }

    /// As it is kept on the device.
    pub fn kept(&self) -> String {
        let found = self.found.iter().flat_map(|one| [&one.text, &one.subject, &one.who, &one.until]);
        draft::kept(std::iter::once(&self.number).chain(&self.texts).chain(&self.beside).chain(found))
    }

    /// What was kept; nothing of what does not look like it.
    pub fn read(kept: &str) -> Option<Self> {
        let mut parts = draft::fields(kept);
        let mut next = || parts.next();
        let number = next()?;
        let mut typed = Self { number, ..Self::default() };
        for text in typed.texts.iter_mut().chain(&mut typed.beside) {
            *text = next()?;
        }
        while let Some(text) = next().filter(|_| typed.found.len() < MOST_FOUND) {
            let (subject, who, until) = (next()?, next()?, next()?);
            typed.found.push(Found { text, subject, who, until });
        }
        Some(typed)
    }
}

fn at(place: Place) -> usize {
    Place::ALL.iter().position(|one| *one == place).unwrap_or_default()
}

/// What the form begins with: the texts of the paper that would be corrected, else nothing but the next number.
pub fn begun(as_of: AsOf, round: &Round, due: Due) -> Typed {
    let mut typed = Typed::default();
    let issues = as_of.ledger.issues(&round.id);
    match last(as_of.ledger, round, &due) {
        Some((issue, found)) => {
            typed.number = issue.number.to_string();
            for (place, text) in model::inserted(as_of.ledger, issue, &found).texts {
                *typed.text_mut(place) = text;
            }
            typed.beside = model::beside(&issued::bare(as_of, round, issue, &found));
        }
        None => {
            let highest = issues.iter().map(|(issue, _)| issue.number).max().unwrap_or_default();
            typed.number = highest.saturating_add(1).to_string();
        }
    }
    typed
}

/// What would stand on the paper: what is typed, and the problems that the paper which it corrects has opened.
pub fn inserted(as_of: AsOf, round: &Round, due: Due, typed: &Typed) -> Inserted {
    let mut inserted = typed.inserted();
    if let Some((issue, found)) = last(as_of.ledger, round, &due) {
        inserted.found.splice(0..0, model::inserted(as_of.ledger, issue, &found).found);
    }
    inserted
}

/// The indicators that are behind, as problems to be worded: which they are, who leads, and by how much.
pub fn proposed(as_of: AsOf, due: Due) -> Vec<Found> {
    let AsOf { plan, language, .. } = as_of;
    let ledger = as_of.ledger.up_to(due.to);
    let of_round = AsOf { ledger: &ledger, today: up_to(&due, as_of.today), ..as_of };
    let all = bulletin(of_round, due);
    let each = all.of(Class::Behind).map(|row| {
        let name = plan.say(&row.place.item.name, language).words;
        let reason = crate::standing::words::reason(&row.judgement, &all.rule, language);
        let lead = row.place.task.lead.iter().map(|id| plan.organisation_name(id, language).words);
        Found {
            text: [name, reason].join(language.pick("：", ": ")),
            subject: row.place.item.id.clone(),
            who: lead.collect::<Vec<_>>().join(language.pick("、", ", ")),
            until: String::new(),
        }
    });
    each.take(MOST_FOUND).collect()
}

/// The entries that issue the paper of a round: the paper itself, and the problems that it finds.
///
/// # Errors
/// Everything that keeps it from being issued, in the order of the form.
pub fn written(
    as_of: AsOf,
    now: Moment,
    round: &Round,
    due: Due,
    typed: &Typed,
) -> Result<Vec<Entry>, Vec<Fault>> {
    let AsOf { plan, ledger, today, .. } = as_of;
    let mut faults = period_faults(as_of, round, due);
    let before = last(ledger, round, &due);
    let number = figure_of(&typed.number);
    match number {
        None => faults.push(Fault::Number),
        Some(number) => {
            let issues = ledger.issues(&round.id);
            let taken = issues.iter().find(|(issue, _)| issue.number == number && issue.last != due.to);
            faults.extend(taken.map(|(issue, _)| Fault::NumberTaken { number, last: issue.last }));
        }
    }
    let (texts, too_long) = texts(round, typed);
    faults.extend(too_long);
    let has_opened =
        before.as_ref().is_some_and(|(issue, found)| !model::inserted(ledger, issue, found).found.is_empty());
    let (problems, wrong) = problems(as_of, round, typed, has_opened);
    faults.extend(wrong);
    let known = known(ledger, now);
    let code = code(plan, &ledger.known_on(known).up_to(due.to));
    let issue = Issue {
        document: round.id.as_str().into(),
        first: due.from,
        last: due.to,
        number: number.unwrap_or_default(),
        up_to: up_to(&due, today),
        known,
        against: if ledger.is_as_issued() { Against::Issued } else { Against::Adjusted },
        rule: None,
        code: code.as_str().into(),
        texts,
        corrects: before.as_ref().map(|(_, found)| found.id),
    };
    if let Some((before, found)) = before
        && number == Some(before.number)
        && problems.is_empty()
        && faults.is_empty()
    {
        let mut inserted = typed.inserted();
        inserted.found = model::inserted(ledger, before, &found).found;
        // The problems that it opened are in the records since: they are no change of what it tells of.
        let ledger = ledger.without(found.batch.id);
        let now = model::draft(AsOf { ledger: &ledger, ..as_of }, round, due, &inserted);
        let was = issued::content(as_of, round, before, &found);
        faults.extend((was == now.blocks).then_some(Fault::Unchanged { number: before.number }));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let said = std::iter::once(Said::Issue(Box::new(issue))).chain(problems);
    Ok(said.map(|said| Entry { replaces: None, said }).collect())
}

/// The entries that say of each adopted case of a round, printed nowhere yet, that it is printed in this paper; `issue` is the
/// name of the entry that issues it.
pub fn printed(as_of: AsOf, due: Due, issue: EntryId) -> Vec<Entry> {
    let all = as_of.ledger.cases_of(due.from..=due.to);
    let adopted = all.iter().filter(|case| case.state >= CaseState::Adopted && case.issue.is_none());
    let each = adopted.map(|case| Case::Adopted { of: case.id, issue: Some(issue) });
    each.map(|case| Entry { replaces: None, said: Said::Case(Box::new(case)) }).collect()
}

/// The entries that hand each problem that a paper opens to whoever leads what it is about, as if it had been assigned on its own
/// page; `entries` are those of the paper, from the first on, in the batch that issues it. One about nothing in particular waits
/// for somebody to assign it.
pub fn assigned(as_of: AsOf, entries: &[Entry], batch: BatchId) -> Vec<Entry> {
    let each = (0..).zip(entries).filter_map(|(index, entry)| {
        let Said::Problem { subject: Some(subject), until, .. } = &entry.said else { return None };
        let lead = as_of.plan.indicator(subject)?.task.lead.first()?;
        let step = ProblemStep::Assigned { to: lead.as_str().into(), until: *until };
        let of = EntryId { batch, index };
        let said = Said::ProblemStep { of, step, text: String::new(), document: String::new() };
        Some(Entry { replaces: None, said })
    });
    each.collect()
}

/// The moment by which all that is here had been written: now, or later where a clock elsewhere is ahead.
fn known(ledger: &Ledger, now: Moment) -> Moment {
    let written = ledger.batches().map(|batch| batch.written).filter(|written| !written.is_beyond());
    written.max().map_or(now, |latest| latest.max(now))
}

fn figure_of(typed: &str) -> Option<u32> {
    let digits: String = typed.trim().chars().take(MOST_OF_A_LINE).map(figure::narrow).collect();
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_plain && (1..=HIGHEST).contains(number))
}

/// What keeps a round from being issued at all, whatever is typed.
pub fn period_faults(as_of: AsOf, round: &Round, due: Due) -> Vec<Fault> {
    let AsOf { ledger, today, .. } = as_of;
    let mut faults = Vec::new();
    if !is_over(&due, today) {
        faults.push(Fault::NotOver(due.to));
    }
    // Of a month on which nobody has reported there is nothing to lock.
    let is_reported = |month: &Month| {
        ledger.of_month(*month).any(|batch| batch.entries.iter().any(|entry| entry.said.is_lockable()))
    };
    let months = (0..=due.to.since(due.from)).map(|later| due.from.plus(later)).filter(is_reported);
    let open: Vec<Month> =
        months.filter(|month| ledger.shown(&Slot::Lock { month: *month }).is_none()).collect();
    if !open.is_empty() && is_over(&due, today) {
        faults.push(Fault::NotLocked(open));
    }
    let issues = ledger.issues(&round.id);
    let overlapping = issues
        .iter()
        .find(|(issue, _)| issue.last != due.to && issue.first <= due.to && due.from <= issue.last);
    faults.extend(overlapping.map(|(issue, _)| Fault::Overlaps {
        number: issue.number,
        first: issue.first,
        last: issue.last,
    }));
    faults
}

/// Whether the paper of a round has a place.
pub fn has(round: &Round, place: Place) -> bool {
    round.months > 3 || !matches!(place, Place::Causes | Place::NoProblem)
}

fn texts(round: &Round, typed: &Typed) -> (Vec<IssueText>, Vec<Fault>) {
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    for place in Place::ALL.into_iter().filter(|place| has(round, *place)) {
        let lines = typed.text(place).lines().map(one_line).filter(|line| !line.is_empty());
        let text = lines.collect::<Vec<_>>().join("\n");
        let letters = text.chars().count();
        if letters > MOST_LETTERS {
            faults.push(Fault::TooLong { field: Field::Text(place), letters, most: MOST_LETTERS });
        }
        if !text.is_empty() {
            texts.push(IssueText { place: place.slug().into(), text });
        }
    }
    (texts, faults)
}

/// The problems that the paper opens; an assessment has some, or the one that it corrects `has_opened` some, or it says why
/// there are none.
fn problems(as_of: AsOf, round: &Round, typed: &Typed, has_opened: bool) -> (Vec<Said>, Vec<Fault>) {
    let (mut said, mut faults) = (Vec::new(), Vec::new());
    if round.months <= 3 {
        return (said, faults);
    }
    for (at, one) in typed.found.iter().enumerate().filter(|(_, one)| !one.is_empty()) {
        let [text, who] = [&one.text, &one.who].map(|text| one_line(text));
        if text.is_empty() {
            faults.push(Fault::NotWorded(at));
        }
        for (text, field) in [(&text, Field::Problem(at)), (&who, Field::Who(at))] {
            let letters = text.chars().count();
            if letters > MOST_OF_A_LINE {
                faults.push(Fault::TooLong { field, letters, most: MOST_OF_A_LINE });
            }
        }
        let until = day(&one.until, as_of.today);
        if until.is_err() {
            faults.push(Fault::Day(at));
        }
        let subject = as_of.plan.indicator(&one.subject).map(|place| place.item.id.as_str().into());
        said.push(Said::Problem { subject, text, who, until: until.unwrap_or_default() });
    }
    if said.is_empty() && !has_opened && typed.text(Place::NoProblem).trim().is_empty() {
        faults.push(Fault::NoProblem);
    }
    (said, faults)
}

/// The day until which a problem is to be settled; none where nobody typed one.
fn day(typed: &str, today: Day) -> Result<Option<Day>, ()> {
    match crate::rows::day(typed) {
        Ok(day) if day.is_none_or(|day| today <= day) => Ok(day),
        _ => Err(()),
    }
}

/// A text that people wrote beside a sentence of the page that says something else by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outrun {
    /// Where the text stands.
    pub place: Place,
    /// What the page said when the text was changed last.
    pub was: String,
    /// What it says now.
    pub now: String,
}

/// The texts that have to be read again: what the page says beside them is otherwise by now.
pub fn outrun(typed: &Typed, beside: &[String; 5]) -> Vec<Outrun> {
    let each = Place::ALL
        .into_iter()
        .zip(typed.beside.iter().zip(beside))
        .filter(|(place, (was, now))| !typed.text(*place).trim().is_empty() && !was.is_empty() && was != now);
    each.map(|(place, (was, now))| Outrun { place, was: was.clone(), now: now.clone() }).collect()
}

/// Notes for every text that was changed what the page says beside it now.
pub fn noted(typed: &mut Typed, before: &Typed, beside: &[String; 5]) {
    let texts = typed.texts.iter().zip(&before.texts).zip(beside);
    for (was, ((text, earlier), now)) in typed.beside.iter_mut().zip(texts) {
        if text != earlier {
            now.clone_into(was);
        }
    }
}
