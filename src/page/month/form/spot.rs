//! Where on the form something stands, for messages and for the keyboard.

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    Person,
    /// The figure of an indicator, by identifier.
    Figure(String),
    Evidence(String),
    Note(String),
    /// Stage of a measure or milestone, by identifier.
    Stage(String),
    StageNote(String),
    /// A field of a problem, by its number in the draft.
    Problem(u32, ProblemField),
    /// A field of an answer to a problem, by the problem's number.
    Answer(String, AnswerField),
}

/// A field of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemField {
    Text,
    Who,
    Until,
}

/// A field of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerField {
    Text,
    Evidence,
    Until,
}

impl Spot {
    /// The identifier of the field's element. Identifiers of the plan are letters, digits and hyphens.
    pub fn element(&self) -> String {
        match self {
            Self::Person => "form-person".into(),
            Self::Figure(id) => ["form-figure-", id].concat(),
            Self::Evidence(id) => ["form-evidence-", id].concat(),
            Self::Note(id) => ["form-note-", id].concat(),
            Self::Stage(id) => ["form-stage-", id].concat(),
            Self::StageNote(id) => ["form-stage-note-", id].concat(),
            Self::Problem(number, part) => {
                let part = match part {
                    ProblemField::Text => "text",
                    ProblemField::Who => "who",
                    ProblemField::Until => "until",
                };
                ["form-problem-", &number.to_string(), "-", part].concat()
            }
            // A point in it would begin the name of a class where it is looked for.
            Self::Answer(number, part) => {
                let part = match part {
                    AnswerField::Text => "text",
                    AnswerField::Evidence => "evidence",
                    AnswerField::Until => "until",
                };
                ["form-answer-", &number.replace('.', "-"), "-", part].concat()
            }
        }
    }

    /// Whether two fields are about the same item: what is typed into one may put right the other.
    pub fn is_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Person, Self::Person) => true,
            (Self::Figure(one) | Self::Evidence(one) | Self::Note(one), other) => {
                matches!(other, Self::Figure(id) | Self::Evidence(id) | Self::Note(id) if id == one)
            }
            (Self::Stage(one) | Self::StageNote(one), other) => {
                matches!(other, Self::Stage(id) | Self::StageNote(id) if id == one)
            }
            (Self::Problem(one, _), Self::Problem(other, _)) => one == other,
            (Self::Answer(one, _), Self::Answer(other, _)) => one == other,
            (Self::Person | Self::Problem(..) | Self::Answer(..), _) => false,
        }
    }

    /// The identifier of the element that says what is wrong with the field.
    pub fn message(&self) -> String {
        [&self.element(), "-said"].concat()
    }
}
