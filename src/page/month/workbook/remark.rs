//! What was seen in a workbook and not taken as it stands.

/// A cell, and why what stands in it was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the sheet. Untrusted.
    pub sheet: String,
    /// The cell, as a spreadsheet names it.
    pub cell: String,
    /// What stands in it. Untrusted.
    pub seen: String,
    /// Why it was not taken.
    pub why: Why,
}

/// Why something was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    NotAFigure,
    TooManyDigits,
    /// A figure of at most 1 in per cent, from a file that does not tell whether its cell shows a per cent.
    MayBeShare,
    /// The unit behind the figure measures something else.
    OtherUnit {
        found: String,
        wanted: String,
    },
    /// What is reported in place of a figure is none of the choices.
    NotAKind,
    /// A figure, and something in its place.
    Contradicts,
    /// That there is a figure was chosen, and there is none.
    NoFigure,
    NotAStage,
    /// The item cannot have this stage.
    StageNotAllowed,
    /// The form asks no such thing.
    UnknownRow,
    /// Several items have the name, and the row has no mark.
    Ambiguous,
    /// The name is that of another item than the mark of the row.
    NameOfAnother,
    /// Several rows of one item say different things.
    Twice,
    /// A problem is about something that the form does not know; the problem itself is taken.
    UnknownSubject,
    NoSuchDay,
    /// A formula without a result, or an error.
    NoValue,
    /// As much as is read of a cell was read, and there may be more.
    MayBeCut,
    /// There are more rows than are read.
    TooManyRows,
}
