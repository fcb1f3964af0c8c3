//! Sentences in English: what was found, what is allowed, what to do.

use crate::plan::SCHEMA;
use crate::plan::faults::{Problem, Shape, Written};
use crate::plan::read::MOST_BYTES;
use crate::plan::rules::{Kind, Rule, most};

pub(super) fn say(problem: &Problem) -> [String; 3] {
    match problem {
        Problem::TooLarge { bytes } => [
            format!("{bytes} bytes"),
            format!("at most {MOST_BYTES} bytes"),
            "Check that this is the plan and not another file; shorten its texts.".into(),
        ],
        Problem::NotUtf8 { line } => [
            format!("characters in line {line} that are not UTF-8"),
            "text in UTF-8".into(),
            "Save the file again with the encoding UTF-8.".into(),
        ],
        Problem::NotJson { line, column, ends_early, .. } => [
            match ends_early {
                true => format!("the file ends in line {line}, column {column}, before all is closed"),
                false => format!("not JSON from line {line}, column {column} on"),
            },
            "one JSON object".into(),
            match ends_early {
                true => "Add what is missing at the end: a quotation mark, ] or }.".into(),
                false => "Look just before this place for a missing or extra comma, quotation mark or \
                          bracket."
                    .into(),
            },
        ],
        Problem::Foreign { found } => [
            format!("{} that is not a plan", shape(*found)),
            "an object with the fields of a plan, such as schema, period, organisations and areas".into(),
            "Put the plan.json of a plan here.".into(),
        ],
        Problem::Missing { allowed } => {
            ["nothing: the field is missing".into(), shapes(allowed), "Add the field.".into()]
        }
        Problem::Unknown { nearest, allowed } => [
            "a field that the program does not know".into(),
            listed(allowed),
            match nearest {
                Some(name) => format!("Rename it to {name}, if that was meant; otherwise remove it."),
                None => "Remove it.".into(),
            },
        ],
        Problem::Repeated => [
            "a field that is already in this object".into(),
            "each field once".into(),
            "Remove one of the two.".into(),
        ],
        Problem::WrongShape { found, allowed, .. } => [
            shape(*found).into(),
            shapes(allowed),
            match (found, allowed.contains(&Shape::Text), allowed.contains(&Shape::Whole)) {
                (Shape::Whole | Shape::Fraction, true, _) => "Put it in quotation marks.".into(),
                (Shape::Text, _, true) => "Write the number without quotation marks.".into(),
                _ => "Write it in the form that is allowed.".into(),
            },
        ],
        Problem::NotAllowed { allowed, nearest, .. } => [
            "an unknown word".into(),
            format!("one of {}", listed(allowed)),
            match nearest {
                Some(word) => format!("Write {word}, if that was meant."),
                None => "Choose one of these words.".into(),
            },
        ],
        Problem::NotWritten { form, .. } => {
            let [what, example, advice] = match form {
                Written::Day => [
                    "a day of the calendar",
                    "2023-07-25",
                    "Write year, month and day with hyphens; the day must exist.",
                ],
                Written::Month => ["a month", "2023-08", "Write year and month with a hyphen."],
                Written::Quantity => [
                    "a decimal number in quotation marks, with at most 9 digits before the point and 6 after it",
                    "17.6",
                    "Write digits and at most one point; signs such as > or % stand in other fields.",
                ],
            };
            ["a text that is not of that form".into(), format!("{what}, such as {example}"), advice.into()]
        }
        Problem::OutOfRange { least, most, .. } => [
            "a number out of range".into(),
            format!("a whole number from {least} to {most}"),
            "Correct the number.".into(),
        ],
        Problem::Empty => [
            "nothing between the quotation marks".into(),
            "something to read".into(),
            "Write the text.".into(),
        ],
        Problem::Rule(rule) => say_rule(rule),
        Problem::More { count } => {
            [format!("{count} more faults"), "none".into(), "Correct those above, then check again.".into()]
        }
    }
}

fn say_rule(rule: &Rule) -> [String; 3] {
    match rule {
        Rule::Form { found } => [
            format!("a file of format {found}"),
            format!("format {SCHEMA}"),
            match *found > SCHEMA {
                true => "Use a newer release of this page, or a file for this one.".into(),
                false => "Update the file to the format that plan.schema.json describes.".into(),
            },
        ],
        Rule::IdShape { .. } => [
            "an identifier of another shape".into(),
            format!(
                "lower-case letters a-z, digits and single hyphens between them, at most {} characters",
                most::ID
            ),
            "Rename it, and every reference to it.".into(),
        ],
        Rule::IdTaken { by, .. } => [
            format!("an identifier already used by {}", kind(*by)),
            "an identifier of its own".into(),
            "Give one of the two another identifier, and correct the references to it.".into(),
        ],
        Rule::NoSuch { wanted, nearest, .. } => [
            "an identifier that does not exist".into(),
            format!("the identifier of {}", kinds(wanted)),
            match nearest {
                Some(id) => format!(
                    "Write {id}, if that was meant; otherwise add the missing part or remove the reference."
                ),
                None => "Correct it, add the missing part, or remove the reference.".into(),
            },
        ],
        Rule::OtherKind { is, wanted, .. } => [
            format!("the identifier of {}", kind(*is)),
            format!("the identifier of {}", kinds(wanted)),
            "Refer to something of this kind, or change the kind of what is referred to.".into(),
        ],
        Rule::ListedTwice { .. } => [
            "an identifier that is already in this list".into(),
            "each identifier once".into(),
            "Remove one of the two.".into(),
        ],
        Rule::RelatedToItself { .. } => [
            "the indicator itself".into(),
            "another indicator".into(),
            "Name the other indicator, or remove the entry.".into(),
        ],
        Rule::NotMutual { .. } => [
            "an indicator that does not name this one in return".into(),
            "two indicators that name each other".into(),
            "Add this indicator to the related of the other, or remove the entry here.".into(),
        ],
        Rule::MembersOutsideGroup => [
            "members of an organisation that is not a group".into(),
            "members only where kind is group".into(),
            "Set kind to group, or remove the members.".into(),
        ],
        Rule::Count { found, least, most } => [
            format!("{found} in the list"),
            format!("{least} to {most}"),
            match found < least {
                true => "Add what is missing.".into(),
                false => "Shorten the list.".into(),
            },
        ],
        Rule::Total { of, found, most } => [
            format!("{found} in all, counting each {}", bare(*of)),
            format!("at most {most} in the whole plan"),
            "Divide the plan.".into(),
        ],
        Rule::Blank => ["an empty text".into(), "something to read".into(), "Write the text.".into()],
        Rule::TextTooLong { found } => [
            format!("{found} characters"),
            format!("at most {} characters", most::TEXT),
            "Shorten the text.".into(),
        ],
        Rule::Unreadable { .. } => [
            "control characters, invisible characters (such as those that change the direction of writing) or characters that could not be read".into(),
            "readable text".into(),
            "Remove them; save the file with the encoding UTF-8.".into(),
        ],
        Rule::TimeZone { .. } => [
            "not the name of a time zone".into(),
            "a name of the IANA time zone database, such as Asia/Shanghai".into(),
            "Write the name of the zone, without spaces.".into(),
        ],
        Rule::Period { found } => [
            format!("{} to {}", found.from, found.to),
            format!("from an earlier to a later year of four digits, at most {} years", most::YEARS),
            "Correct the years.".into(),
        ],
        Rule::YearOutside { found, period } => [
            format!("the year {found}"),
            format!("a year from {} to {}, the period of the plan", period.from, period.to),
            "Correct the year, or the period of the plan.".into(),
        ],
        Rule::MonthOutside { found, period } => [
            format!("the month {found}"),
            format!("a month from {}-01 to {}-12, the period of the plan", period.from, period.to),
            "Correct the month, or the period of the plan.".into(),
        ],
        Rule::SpanReversed { found } => [
            format!("{} to {}", found.from, found.to),
            "from an earlier year to a later, or the same year twice".into(),
            "Swap the two years.".into(),
        ],
        Rule::YearOrder { found, before } => [
            format!("the year {found} after the year {before}"),
            "one target for each year, in ascending order".into(),
            "Put the targets in order; two targets for one year are two indicators.".into(),
        ],
        Rule::RoundMonths { found } => {
            [format!("{found} months"), "1, 3, 6 or 12 months".into(), "Choose one of these.".into()]
        }
        Rule::RoundOrder { found, before } => [
            format!("a round of {found} months after one of {before} months"),
            "the most frequent round first".into(),
            "Put the rounds in order.".into(),
        ],
        Rule::Window { opens, closes } => [
            format!("from day {opens} to day {closes}"),
            "from an earlier to a later day of the month, 1 to 28".into(),
            "Correct the days; the 29th does not come in every month.".into(),
        ],
        Rule::DayOffAndWorked { day } => [
            format!("{day} is both"),
            "a day that is either a day off or a working day".into(),
            "Take the day out of one of the two lists.".into(),
        ],
        Rule::Collective { count, named } => [
            format!("{named} named of {count}"),
            "at least one, and no more named than there are".into(),
            "Correct the two numbers.".into(),
        ],
        Rule::NoState { nearest, .. } => [
            "a state that the list does not have".into(),
            "a key among the states of this list".into(),
            match nearest {
                Some(key) => format!("Write {key}, if that was meant; otherwise add the state to the list."),
                None => "Correct it, or add the state to the list.".into(),
            },
        ],
        Rule::CountsLevel { .. } => [
            "an indicator of the basis level".into(),
            "an indicator of which members can be counted: stock, yearly_flow, running_total or unstated".into(),
            "Name the indicator that the list proves, or remove the entry.".into(),
        ],
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "null",
        Shape::Truth => "true or false",
        Shape::Whole => "a whole number",
        Shape::Fraction => "a number with a decimal point or exponent",
        Shape::Text => "a text in quotation marks",
        Shape::List => "a list in [ ]",
        Shape::Object => "an object in { }",
    }
}

fn shapes(shapes: &[Shape]) -> String {
    shapes.iter().copied().map(shape).collect::<Vec<_>>().join(" or ")
}

fn kinds(kinds: &[Kind]) -> String {
    kinds.iter().copied().map(kind).collect::<Vec<_>>().join(", ")
}

fn kind(of: Kind) -> String {
    let article = if "aio".contains(&bare(of)[..1]) { "an" } else { "a" };
    format!("{article} {}", bare(of))
}

fn bare(kind: Kind) -> &'static str {
    match kind {
        Kind::Round => "round",
        Kind::Requirement => "requirement",
        Kind::Question => "question",
        Kind::Organisation => "organisation",
        Kind::Group => "group of organisations",
        Kind::District => "district",
        Kind::Project => "project",
        Kind::Area => "area",
        Kind::Task => "task",
        Kind::Measure => "measure",
        Kind::Indicator => "indicator",
        Kind::Milestone => "milestone",
        Kind::List => "list with members",
    }
}

fn listed(words: &[String]) -> String {
    words.join(", ")
}
