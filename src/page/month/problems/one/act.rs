//! What the officer does with a problem, and why it is refused.

use super::One;
use crate::ledger::codec::{MOST_ID_LETTERS, MOST_LETTERS};
use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::known::{ProblemLife, ProblemSteps};
use crate::ledger::{Entry, Found, Said};
use crate::plan::Day;
use crate::rows;
use crate::standing::AsOf;
use crate::standing::problems::{Problem, steps_on};

/// What the officer can do with a problem; which of it now, the table of steps says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// 交办.
    Assign,
    /// 核查.
    Check,
    /// 销号.
    Close,
    /// 退回.
    SendBack,
    /// 同意延期.
    Grant,
    /// 不同意延期.
    Refuse,
    /// 上提.
    Raise,
    /// 中止.
    Suspend,
    /// 恢复办理.
    Resume,
    /// 重新打开.
    Reopen,
}

/// What is typed for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// To which organisation, by identifier.
    Organisation,
    /// A day: until when, or on which it was sent.
    Day,
    /// To whom, as typed.
    To,
    /// Which letter.
    Paper,
    /// A sentence.
    Text,
    /// The paper or the evidence that an act stands on.
    Document,
}

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub organisation: String,
    pub day: String,
    pub to: String,
    pub paper: String,
    pub text: String,
    pub document: String,
}

/// Who acts: for which organisation, and how they call themselves; may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer<'a> {
    pub organisation: &'a str,
    pub person: &'a str,
}

/// Why an act is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The table does not allow it in this state: somebody may have acted meanwhile.
    NotNow(ProblemState),
    /// The sentence is missing.
    NoText,
    /// The evidence is missing: neither the organisation nor the officer names any.
    NoEvidence,
    /// No organisation is chosen, or the plan has none of this name.
    UnknownOrganisation,
    /// There is no such day.
    NoSuchDay,
    /// The day is missing.
    NoDay,
    /// The day is before the problem was reported.
    BeforeReported(Day),
    /// The letter cannot have been sent on a day that is to come.
    SentLater(Day),
    /// To whom is missing.
    NoAddressee,
    /// Whoever asked for the close-out is the one who closes it.
    OwnVerifier,
    /// More letters in a field than the ledger takes.
    TooLong { field: Field, letters: usize, most: usize },
}

impl Field {
    /// What stands in the field.
    pub fn of(self, typed: &Typed) -> &String {
        match self {
            Self::Organisation => &typed.organisation,
            Self::Day => &typed.day,
            Self::To => &typed.to,
            Self::Paper => &typed.paper,
            Self::Text => &typed.text,
            Self::Document => &typed.document,
        }
    }

    /// The same, to change it.
    pub fn of_mut(self, typed: &mut Typed) -> &mut String {
        match self {
            Self::Organisation => &mut typed.organisation,
            Self::Day => &mut typed.day,
            Self::To => &mut typed.to,
            Self::Paper => &mut typed.paper,
            Self::Text => &mut typed.text,
            Self::Document => &mut typed.document,
        }
    }
}

impl Typed {
    /// What stands in the fields once another act is pressed: whatever was typed into them stays, but for a day, which
    /// means something else in each act. What is empty begins with what `one` knows: the day that was asked for, who sees to
    /// it by now, why the rule asks to open it again.
    pub fn for_act(self, before: Option<Act>, act: Act, one: &One) -> Self {
        if before == Some(act) {
            return self;
        }
        let day = one.asked_for.filter(|_| act == Act::Grant).map(|day| day.to_string()).unwrap_or_default();
        let organisation = match self.organisation.as_str() {
            "" if act == Act::Assign => one.handler.clone(),
            _ => self.organisation,
        };
        let text = match &one.reopen {
            Some(why) if act == Act::Reopen && self.text.trim().is_empty() => why.clone(),
            _ => self.text,
        };
        Self { day, organisation, text, ..self }
    }
}

impl Fault {
    /// The field that is to be put right.
    pub fn field(&self) -> Field {
        match self {
            Self::UnknownOrganisation => Field::Organisation,
            Self::NoSuchDay | Self::NoDay | Self::BeforeReported(_) | Self::SentLater(_) => Field::Day,
            Self::NoAddressee => Field::To,
            Self::NoEvidence => Field::Document,
            Self::NoText | Self::NotNow(_) | Self::OwnVerifier => Field::Text,
            Self::TooLong { field, .. } => *field,
        }
    }
}

impl Act {
    /// Every act, in the order in which the page offers them.
    pub const ALL: [Self; 10] = [
        Self::Check,
        Self::Close,
        Self::SendBack,
        Self::Grant,
        Self::Refuse,
        Self::Resume,
        Self::Reopen,
        Self::Assign,
        Self::Raise,
        Self::Suspend,
    ];

    /// The word in markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Check => "check",
            Self::Close => "close",
            Self::SendBack => "send-back",
            Self::Grant => "grant",
            Self::Refuse => "refuse",
            Self::Raise => "raise",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Reopen => "reopen",
        }
    }

    /// What is typed for it, in the order of the form.
    pub fn fields(self) -> &'static [Field] {
        use Field::{Day, Document, Organisation, Paper, Text, To};
        match self {
            Self::Assign => &[Organisation, Day, Text, Document],
            Self::Close => &[Text, Document],
            Self::Check | Self::SendBack | Self::Refuse | Self::Suspend | Self::Resume | Self::Reopen => {
                &[Text]
            }
            Self::Grant => &[Day, Text],
            Self::Raise => &[To, Paper, Day, Text],
        }
    }

    /// Whether it needs a sentence.
    pub fn needs_text(self) -> bool {
        match self {
            Self::Close | Self::SendBack | Self::Refuse | Self::Suspend | Self::Reopen => true,
            Self::Assign | Self::Check | Self::Grant | Self::Raise | Self::Resume => false,
        }
    }

    /// What can be done with a problem that stands so, in the order of [`Act::ALL`].
    pub fn offered(life: &ProblemLife) -> Vec<Self> {
        Self::ALL.into_iter().filter(|act| act.is_possible(life)).collect()
    }

    fn is_possible(self, life: &ProblemLife) -> bool {
        let is_asked = life.asked.is_some();
        let is_decided = !matches!(self, Self::Grant | Self::Refuse) || is_asked;
        is_decided && life.state.after(&self.step(Day::EPOCH, &Typed::default())).is_some()
    }

    /// The step that is taken, of what was typed.
    fn step(self, until: Day, typed: &Typed) -> ProblemStep {
        let day = (until != Day::EPOCH).then_some(until);
        match self {
            Self::Assign => ProblemStep::Assigned { to: typed.organisation.as_str().into(), until: day },
            Self::Check => ProblemStep::CheckBegun,
            Self::Close => ProblemStep::Closed,
            Self::SendBack => ProblemStep::SentBack,
            Self::Grant => ProblemStep::ExtensionGranted { until },
            Self::Refuse => ProblemStep::ExtensionRefused,
            Self::Raise => ProblemStep::Raised {
                to: typed.to.trim().into(),
                paper: typed.paper.trim().into(),
                sent: day,
            },
            Self::Suspend => ProblemStep::Suspended,
            Self::Resume => ProblemStep::Resumed,
            Self::Reopen => ProblemStep::Reopened,
        }
    }
}

/// The entries of an act: one for each entry that says the problem, so that the step is of all of them.
///
/// # Errors
/// Everything that is wrong with it; then nothing is written.
pub fn written(
    as_of: AsOf,
    problem: &Problem,
    act: Act,
    typed: &Typed,
    signer: Signer,
) -> Result<Vec<Entry>, Vec<Fault>> {
    let life = &problem.life;
    if !act.is_possible(life) {
        return Err(vec![Fault::NotNow(life.state)]);
    }
    let steps = steps_on(as_of);
    let has = |field: Field| act.fields().contains(&field);
    let mut faults = Vec::new();
    if has(Field::Organisation) && as_of.plan.organisation(&typed.organisation).is_none() {
        faults.push(Fault::UnknownOrganisation);
    }
    if act == Act::Raise && typed.to.trim().is_empty() {
        faults.push(Fault::NoAddressee);
    }
    let day = has(Field::Day).then(|| day(as_of, problem, act, typed)).transpose();
    let day = day.map_err(|fault| faults.push(fault)).ok().flatten().flatten();
    if act.needs_text() && typed.text.trim().is_empty() {
        faults.push(Fault::NoText);
    }
    if act == Act::Close {
        faults.extend(unproved(&steps, problem, typed, signer));
    }
    // What stands in a field of another act is not written down with this one.
    for field in act.fields() {
        let most = if *field == Field::Paper { MOST_ID_LETTERS } else { MOST_LETTERS };
        let letters = field.of(typed).trim().chars().count();
        if letters > most {
            faults.push(Fault::TooLong { field: *field, letters, most });
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let step = act.step(day.unwrap_or(Day::EPOCH), typed);
    let text_of = |field: Field, text: &str| if has(field) { text.trim().to_owned() } else { String::new() };
    let entry = |of| {
        let (text, document) = (text_of(Field::Text, &typed.text), text_of(Field::Document, &typed.document));
        Entry { replaces: None, said: Said::ProblemStep { of, step: step.clone(), text, document } }
    };
    Ok(problem.ids.iter().map(|id| entry(*id)).collect())
}

/// The day that was typed; none where the field is empty and may be.
fn day(as_of: AsOf, problem: &Problem, act: Act, typed: &Typed) -> Result<Option<Day>, Fault> {
    let Some(day) = rows::day(&typed.day).map_err(|_| Fault::NoSuchDay)? else {
        return if act == Act::Grant { Err(Fault::NoDay) } else { Ok(None) };
    };
    let reported = reported_on(as_of, problem);
    match act {
        Act::Raise if day > as_of.today => Err(Fault::SentLater(as_of.today)),
        _ => match reported.filter(|reported| day < *reported) {
            Some(reported) => Err(Fault::BeforeReported(reported)),
            None => Ok(Some(day)),
        },
    }
}

/// The day on which the problem was first written down, where the plan is.
pub fn reported_on(as_of: AsOf, problem: &Problem) -> Option<Day> {
    let ledger = as_of.ledger;
    let origins = problem.ids.iter().map(|id| ledger.origin(*id));
    let batches = origins.chain(problem.ids.iter().copied()).filter_map(|id| ledger.batch(id.batch));
    batches.map(|batch| batch.written.day(as_of.offset)).min()
}

/// Why a problem cannot be closed out: nothing proves it, or nobody else has looked.
fn unproved(steps: &ProblemSteps, problem: &Problem, typed: &Typed, signer: Signer) -> Vec<Fault> {
    let asked = asked(steps, problem);
    let evidence = asked.and_then(|found| match &found.entry.said {
        Said::ProblemStep { step: ProblemStep::CloseOutAsked { evidence }, .. } => Some(evidence.trim()),
        _ => None,
    });
    let mut faults = Vec::new();
    if evidence.is_none_or(str::is_empty) && typed.document.trim().is_empty() {
        faults.push(Fault::NoEvidence);
    }
    // Within one organisation, whoever checks has to be named, and to be somebody else.
    let is_own = asked.is_some_and(|found| {
        let (theirs, own) = (found.batch.person.trim(), signer.person.trim());
        let is_same_person = !own.is_empty() && own == theirs;
        let is_unnamed = own.is_empty() || theirs.is_empty();
        is_same_person || (&*found.batch.organisation == signer.organisation && is_unnamed)
    });
    if is_own {
        faults.push(Fault::OwnVerifier);
    }
    faults
}

/// The step by which the close-out was asked for last.
fn asked<'a>(steps: &ProblemSteps<'a>, problem: &Problem) -> Option<Found<'a>> {
    let is_asking = |found: &Found| {
        matches!(&found.entry.said, Said::ProblemStep { step: ProblemStep::CloseOutAsked { .. }, .. })
    };
    steps.steps_of(&problem.ids).into_iter().rev().find(is_asking)
}
