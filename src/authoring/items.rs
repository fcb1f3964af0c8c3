//! Everything that is to be decided, in the order of the text, each thing with a key that stays while its sentence
//! stays, and with what is proposed.

use super::choice::{Choice, Doubt, MilestoneChoice, Reason, TargetChoice};
use super::figures::What;
use super::findings::{Figure, Findings, Phrase, Place};
use super::quotes;
use super::roles::Part;
use super::wording;
use crate::plan::{MilestoneKind, OrganisationKind, Year, Years};
use std::collections::BTreeMap;

/// Something that is to be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name among the decisions: made of the words around it, so that a change elsewhere in the text leaves it alone.
    pub key: String,
    /// What was found.
    pub of: Of,
    /// Where.
    pub place: Place,
    /// The words themselves.
    pub words: String,
    /// What it is taken for.
    pub proposal: Choice,
    /// What the proposal is not sure of.
    pub doubts: Vec<Doubt>,
}

/// What was found, by its place among the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A heading.
    Section(usize),
    /// A number.
    Figure(usize),
    /// A clause without a number.
    Phrase(usize),
    /// An organisation.
    Organisation(usize),
    /// A name in quotation marks.
    Quote(usize),
}

/// Fewest letters of a name that may be taken for another from which it differs by one.
const LEAST_ALIKE: usize = 6;

/// Everything that a text holds, in its order.
pub fn items(found: &Findings) -> Vec<Item> {
    let mut keys = Keys::default();
    let mut items = sections(found, &mut keys);
    let tasks: Vec<String> = items.iter().map(|one| one.key.clone()).collect();
    items.extend(figures(found, &tasks, &mut keys));
    items.extend(found.phrases.iter().enumerate().map(|(at, phrase)| {
        let proposal = as_milestone(found, at).map_or(Choice::Dismissed(Reason::Wording), Choice::Milestone);
        let words = found.source.raw(phrase.place.span);
        keys.item(found, Of::Phrase(at), phrase.place, words, proposal, vec![])
    }));
    items.extend(found.organisations.iter().enumerate().map(|(at, one)| {
        let proposal = Choice::Organisation(organisation_kind(&one.name));
        keys.item(found, Of::Organisation(at), one.place, one.name.clone(), proposal, vec![])
    }));
    items.extend(found.quotes.iter().enumerate().map(|(at, one)| {
        let kind = quotes::kind(&one.name, one.is_title);
        // The plan's own name is no project: “创新提升工程” in its title, 《实施方案》 further down.
        let is_short = one.place.section.is_none() && one.name == found.head.short_title;
        let is_own = is_short || one.is_title && found.head.title.ends_with(&one.name);
        let proposal = kind.filter(|_| !is_own).map_or(Choice::Dismissed(Reason::Wording), Choice::Project);
        keys.item(found, Of::Quote(at), one.place, one.name.clone(), proposal, vec![])
    }));
    items.sort_by_key(|one| (one.place.span.from, one.of));
    items
}

fn sections(found: &Findings, keys: &mut Keys) -> Vec<Item> {
    let each = found.outline.sections.iter().enumerate().map(|(at, section)| {
        let place = Place { section: Some(at), span: section.title, sentence: section.title };
        let part = found.part(at);
        let doubts =
            if part == Part::Task && nobody_leads(found, at) { vec![Doubt::NobodyLeads] } else { vec![] };
        keys.item(found, Of::Section(at), place, found.source.raw(section.title), Choice::Part(part), doubts)
    });
    each.collect()
}

/// Whether a task names organisations, none of which leads.
pub fn nobody_leads(found: &Findings, section: usize) -> bool {
    let roles = found.organisations.iter().flat_map(|one| &one.roles).filter(|(of, _)| *of == section);
    let mut roles = roles.map(|(_, role)| *role).peekable();
    roles.peek().is_some() && !roles.any(|role| role == crate::plan::Role::Lead)
}

fn figures(found: &Findings, tasks: &[String], keys: &mut Keys) -> Vec<Item> {
    // The names of each task that stand already, with their units.
    let mut known: Vec<(Option<usize>, String, String)> = Vec::new();
    let each = found.figures.iter().enumerate().map(|(at, figure)| {
        let (proposal, doubts) = proposal(found, figure, tasks, &mut known);
        let words = found.source.raw(figure.place.span);
        keys.item(found, Of::Figure(at), figure.place, words, proposal, doubts)
    });
    each.collect()
}

fn proposal(
    found: &Findings,
    figure: &Figure,
    tasks: &[String],
    known: &mut Vec<(Option<usize>, String, String)>,
) -> (Choice, Vec<Doubt>) {
    let (value, unit, is_han) = match &figure.what {
        What::Years(_) => return (Choice::Years, vec![]),
        What::Code => return (Choice::Dismissed(Reason::OfName), vec![]),
        What::Amount { value, unit, is_han } => (value, unit, *is_han),
    };
    let task = found.around(figure.place.section, Part::Task);
    let Some(years) = figure.years.filter(|_| !unit.is_empty() || !figure.compared.words.is_empty()) else {
        let reason = match (is_han, task) {
            (true, _) => Reason::Wording,
            (false, Some(_)) => Reason::Described,
            (false, None) => Reason::Outside,
        };
        return (Choice::Dismissed(reason), vec![]);
    };
    let mut doubts = Vec::new();
    let name = indicator(figure, task, unit, known, &mut doubts);
    let is_doubtful = [
        (years.from < years.to, Doubt::EachYear),
        (unit.is_empty(), Doubt::NoUnit),
        (value.is_none(), Doubt::TooManyDigits),
        (name.is_empty(), Doubt::NoName),
        (task.is_none(), Doubt::NoTask),
    ];
    doubts.extend(is_doubtful.into_iter().filter(|(is, _)| *is).map(|(_, doubt)| doubt));
    let target = target(found, figure, name, years, task.and_then(|at| tasks.get(at)));
    (target.map_or(Choice::Dismissed(Reason::Described), |target| Choice::Target(Box::new(target))), doubts)
}

/// A figure as a target; none of a year or a part of a name.
fn target(
    found: &Findings,
    figure: &Figure,
    indicator: String,
    years: Years,
    task: Option<&String>,
) -> Option<TargetChoice> {
    let What::Amount { value, unit, .. } = &figure.what else { return None };
    let words = found.source.words(figure.as_written);
    Some(TargetChoice {
        task: task.cloned().unwrap_or_default(),
        indicator,
        value: value.map(|one| one.to_string()).unwrap_or_default(),
        unit: unit.clone(),
        basis: wording::basis(&words, unit),
        comparator: figure.compared.comparator,
        modality: figure.modality,
        from: years.from.0,
        to: years.to.0,
    })
}

/// What a figure would be as a target, whatever is proposed; its years are the plan's where its words name none.
pub fn as_target(found: &Findings, items: &[Item], at: usize) -> Option<TargetChoice> {
    let figure = found.figures.get(at)?;
    let years = figure.years.or(found.head.period).unwrap_or(Years { from: Year(0), to: Year(0) });
    let task = found.around(figure.place.section, Part::Task);
    let task = task.and_then(|section| items.iter().find(|one| one.of == Of::Section(section)));
    target(found, figure, figure.name.clone(), years, task.map(|one| &one.key))
}

/// What a clause would be as a milestone, whatever is proposed.
pub fn as_milestone(found: &Findings, at: usize) -> Option<MilestoneChoice> {
    let phrase = found.phrases.get(at)?;
    Some(MilestoneChoice {
        name: phrase.name.clone(),
        kind: kind_of(phrase),
        modality: phrase.modality,
        from: phrase.years.from.0,
        to: phrase.years.to.0,
    })
}

/// The name of the indicator: one that stands already in the task, letter by letter or with one letter more or less.
fn indicator(
    figure: &Figure,
    task: Option<usize>,
    unit: &str,
    known: &mut Vec<(Option<usize>, String, String)>,
    doubts: &mut Vec<Doubt>,
) -> String {
    let of_task = || known.iter().filter(|(of, _, with)| *of == task && with == unit);
    // A sentence may begin with it in a capital.
    if let Some((_, name, _)) = of_task().find(|(_, name, _)| name.eq_ignore_ascii_case(&figure.name)) {
        return name.clone();
    }
    let alike = of_task().find(|(_, name, _)| is_slip(name, &figure.name)).map(|(_, name, _)| name.clone());
    if let Some(alike) = alike {
        doubts.push(Doubt::SpeltOtherwise(figure.name.clone()));
        return alike;
    }
    known.push((task, figure.name.clone(), unit.to_owned()));
    figure.name.clone()
}

/// Whether two names differ by one letter that one of them lacks. One that stands in place of another (省级, 市级) is a
/// difference, not a slip.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    short.len() >= LEAST_ALIKE && short.len() + 1 == long.len() && short.get(same..) == long.get(same + 1..)
}

fn kind_of(phrase: &Phrase) -> MilestoneKind {
    if wording::is_direction(&phrase.name) { MilestoneKind::Direction } else { MilestoneKind::State }
}

/// What sort of organisation bears a name, by its end.
fn organisation_kind(name: &str) -> OrganisationKind {
    use OrganisationKind::{
        Carrier, Department, District, Enterprise, Group, Higher, Institution, Other, ResearchInstitute,
        University,
    };
    const ENDS: [(&str, OrganisationKind); 36] = [
        ("局", Department),
        ("委", Department),
        ("办", Department),
        ("部", Department),
        ("厅", Higher),
        ("政府", Department),
        ("法院", Department),
        ("检察院", Department),
        ("办公室", Department),
        ("委员会", Department),
        ("中心", Institution),
        ("馆", Institution),
        ("站", Institution),
        ("总队", Institution),
        ("支队", Institution),
        ("公司", Enterprise),
        ("集团", Enterprise),
        ("银行", Enterprise),
        ("大学", University),
        ("学院", University),
        ("研究院", ResearchInstitute),
        ("研究所", ResearchInstitute),
        ("科学院", ResearchInstitute),
        ("孵化器", Carrier),
        ("产业园", Carrier),
        ("区", District),
        ("县", District),
        ("市", District),
        ("Department", Department),
        ("Council", Department),
        ("Office", Department),
        ("Bureau", Department),
        ("University", University),
        ("District", District),
        ("Borough", District),
        ("Ministry", Higher),
    ];
    // 各县（市）区 and 有关单位 are several.
    if name.starts_with(['各', '有']) || name.starts_with("相关") {
        return Group;
    }
    let hits = ENDS.iter().filter(|(end, _)| name.ends_with(end));
    hits.max_by_key(|(end, _)| end.len()).map_or(Other, |(_, kind)| *kind)
}

/// Gives each thing a key of its own.
#[derive(Default)]
struct Keys(BTreeMap<String, usize>);

impl Keys {
    fn item(
        &mut self,
        found: &Findings,
        of: Of,
        place: Place,
        words: String,
        proposal: Choice,
        doubts: Vec<Doubt>,
    ) -> Item {
        let (letter, around) = match of {
            Of::Section(at) => {
                ('s', found.outline.sections.get(at).map_or("", |one| one.label.as_str()).to_owned())
            }
            Of::Figure(_) => ('f', found.source.raw(place.sentence)),
            Of::Phrase(_) => ('p', found.source.raw(place.sentence)),
            Of::Organisation(_) => ('o', String::new()),
            Of::Quote(_) => ('q', String::new()),
        };
        let hash = fnv([around.as_str(), "\n", words.as_str()].concat().as_bytes());
        let key = format!("{letter}{hash:08x}");
        let count = self.0.entry(key.clone()).or_insert(0);
        *count += 1;
        // The same words in the same sentence are counted in their order.
        let key = if *count == 1 { key } else { format!("{key}.{count}") };
        Item { key, of, place, words, proposal, doubts }
    }
}

/// FNV-1a: the same on every device.
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_is_missing_is_a_slip_and_one_that_differs_is_not() {
        assert!(is_slip("引进国外高层次人才", "引进外高层次人才"));
        for (one, other) in [
            ("新增省级科技创新平台", "新增市级科技创新平台"),
            ("新增市级以上科技创新平台", "新增市级科技创新平台"),
            ("载体", "载体数"),
            ("雏鹰、瞪羚企业", "雏鹰、瞪羚企业"),
        ] {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }
}
