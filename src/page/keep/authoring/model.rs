//! What stands on the page: the things of a text by task, each with what it is and what else it may be.

use super::words;
use crate::authoring::{Authoring, Choice, Item, MilestoneChoice, Of, Part, Reason, TargetChoice, short};
use crate::plan::{Basis, Comparator, MilestoneKind, Modality, OrganisationKind, ProjectKind};
use crate::text::Language;

/// What was found in one task, or in a part of the text that is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its section and heading; the name of the part before the first heading.
    pub title: String,
    /// The keys of its things, in the order of the text.
    pub keys: Vec<String>,
    /// How many of them nobody has decided.
    pub left: usize,
}

/// One thing of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its key.
    pub key: String,
    /// What sort of thing it is: 数, 节点, 单位.
    pub sort: &'static str,
    /// Its words.
    pub words: String,
    /// Where it stands, and the sentence around it.
    pub line: usize,
    /// The sentence.
    pub sentence: String,
    /// What it may be: the value in the list, and the words.
    pub options: Vec<(String, &'static str)>,
    /// What it is, by the value in the list.
    pub chosen: String,
    /// Whether a person has decided it.
    pub is_decided: bool,
    /// What the proposal is not sure of.
    pub doubts: Vec<String>,
    /// The details of a target, milestone or other name.
    pub details: Details,
}

/// What has to be said of a thing beside what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Details {
    /// Nothing.
    None,
    /// Of a target.
    Target(TargetChoice),
    /// Of a milestone.
    Milestone(MilestoneChoice),
    /// The other name of an organisation.
    SameAs(String),
}

/// A field of the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The task of a target, by its key.
    Task,
    /// Name of indicator, milestone or organisation.
    Name,
    /// The figure.
    Value,
    /// Its unit.
    Unit,
    /// How it is counted.
    Basis,
    /// How it compares.
    Comparator,
    /// How firmly it is promised.
    Modality,
    /// The first year.
    From,
    /// The last year.
    To,
    /// Whether a milestone can be reached.
    Kind,
}

/// Every kind of organisation, as the list offers them.
const ORGANISATIONS: [OrganisationKind; 10] = [
    OrganisationKind::Department,
    OrganisationKind::Institution,
    OrganisationKind::District,
    OrganisationKind::Group,
    OrganisationKind::University,
    OrganisationKind::ResearchInstitute,
    OrganisationKind::Enterprise,
    OrganisationKind::Carrier,
    OrganisationKind::Higher,
    OrganisationKind::Other,
];

/// The groups of a text, in its order.
pub fn groups(work: &Authoring, language: Language) -> Vec<Group> {
    let mut groups: Vec<(Option<usize>, Group)> = Vec::new();
    for item in &work.items {
        let section = item.place.section;
        let of = work.found.around(section, Part::Task).or(section);
        let place = match groups.iter().position(|(known, _)| *known == of) {
            Some(place) => place,
            None => {
                let title = of.map_or_else(|| words::head(language).to_owned(), |at| title(work, at));
                groups.push((of, Group { title, keys: vec![], left: 0 }));
                groups.len() - 1
            }
        };
        if let Some((_, group)) = groups.get_mut(place) {
            group.left += usize::from(!work.is_decided(item));
            group.keys.push(item.key.clone());
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn title(work: &Authoring, at: usize) -> String {
    let section = work.found.outline.sections.get(at);
    section.map(|one| [&one.path, "　", &work.found.source.raw(one.title)].concat()).unwrap_or_default()
}

/// The tasks to which a target may belong: key and heading.
pub fn tasks(work: &Authoring) -> Vec<(String, String)> {
    let each = work.items.iter().filter_map(|item| match (item.of, work.choice(item)) {
        (Of::Section(at), Choice::Part(Part::Task)) => Some((item.key.clone(), title(work, at))),
        _ => None,
    });
    each.collect()
}

/// A thing of the text by its key.
pub fn row(work: &Authoring, key: &str, language: Language) -> Option<Row> {
    let item = work.items.iter().find(|one| one.key == key)?;
    let choice = work.choice(item);
    let options = options(item.of).into_iter().map(|one| (value(&one), words::choice(language, &one)));
    Some(Row {
        key: item.key.clone(),
        sort: words::sort(language, item.of),
        words: item.words.clone(),
        line: work.found.source.line_of(item.place.span.from),
        sentence: work.found.source.raw(item.place.sentence),
        options: options.collect(),
        chosen: value(choice),
        is_decided: work.is_decided(item),
        doubts: item.doubts.iter().map(|doubt| words::doubt(language, doubt)).collect(),
        details: match choice {
            Choice::Target(target) => Details::Target((**target).clone()),
            Choice::Milestone(milestone) => Details::Milestone(milestone.clone()),
            Choice::SameAs(name) => Details::SameAs(name.clone()),
            _ => Details::None,
        },
    })
}

/// What a thing may be. What a target or milestone says stands in its details; here it is empty.
fn options(of: Of) -> Vec<Choice> {
    let dismissed = Reason::ALL.map(Choice::Dismissed);
    match of {
        Of::Section(_) => Part::ALL.map(Choice::Part).into(),
        Of::Figure(_) => {
            [Choice::Target(Box::new(no_target())), Choice::Years].into_iter().chain(dismissed).collect()
        }
        Of::Phrase(_) => {
            let milestone = Choice::Milestone(MilestoneChoice {
                name: String::new(),
                kind: MilestoneKind::State,
                modality: Modality::None,
                from: 0,
                to: 0,
            });
            [milestone, Choice::GoesOn].into_iter().chain(dismissed).collect()
        }
        Of::Organisation(_) => {
            let kinds = ORGANISATIONS.into_iter().map(Choice::Organisation);
            kinds.chain([Choice::SameAs(String::new()), Choice::Dismissed(Reason::Wording)]).collect()
        }
        Of::Quote(_) => ProjectKind::ALL.into_iter().map(Choice::Project).chain(dismissed).collect(),
    }
}

fn no_target() -> TargetChoice {
    TargetChoice {
        task: String::new(),
        indicator: String::new(),
        value: String::new(),
        unit: String::new(),
        basis: Basis::Unstated,
        comparator: Comparator::Unstated,
        modality: Modality::None,
        from: 0,
        to: 0,
    }
}

/// What stands for a choice in the list.
fn value(choice: &Choice) -> String {
    match choice {
        Choice::Part(part) => format!("part-{part:?}"),
        Choice::Target(_) => "target".into(),
        Choice::Years => "years".into(),
        Choice::Milestone(_) => "milestone".into(),
        Choice::GoesOn => "goes-on".into(),
        Choice::Organisation(kind) => format!("organisation-{kind:?}"),
        Choice::SameAs(_) => "same-as".into(),
        Choice::Project(kind) => format!("project-{kind:?}"),
        Choice::Dismissed(reason) => format!("no-{reason:?}"),
    }
}

/// Decides that a thing is what stands for it in the list.
pub fn choose(work: &mut Authoring, key: &str, chosen: &str) {
    let Some(item) = work.items.iter().find(|one| one.key == key) else { return };
    let Some(choice) = options(item.of).into_iter().find(|one| value(one) == chosen) else { return };
    let choice = match choice {
        Choice::Target(_) => target_of(work, item),
        Choice::Milestone(_) => work.as_milestone(item).map(Choice::Milestone),
        other => Some(other),
    };
    if let Some(choice) = choice {
        let key = item.key.clone();
        work.decide(&key, choice);
    }
}

/// The proposal, where it is a target; what was typed before stays.
fn target_of(work: &Authoring, item: &Item) -> Option<Choice> {
    let known = [work.choice(item), &item.proposal].into_iter().find(|one| matches!(one, Choice::Target(_)));
    known.cloned().or_else(|| work.as_target(item).map(|target| Choice::Target(Box::new(target))))
}

/// Writes a field of the details: that decides the thing.
pub fn write(work: &mut Authoring, key: &str, detail: Detail, typed: &str) {
    let Some(item) = work.items.iter().find(|one| one.key == key) else { return };
    let typed = short(typed);
    let year = |was: u16| typed.trim().parse().unwrap_or(was);
    let mut choice = work.choice(item).clone();
    match &mut choice {
        Choice::Target(target) => match detail {
            Detail::Task => target.task = typed,
            Detail::Name => target.indicator = typed,
            Detail::Value => target.value = typed,
            Detail::Unit => target.unit = typed,
            Detail::Basis => target.basis = by(&Basis::ALL, Basis::slug, &typed).unwrap_or(target.basis),
            Detail::Comparator => {
                target.comparator =
                    by(&Comparator::ALL, Comparator::slug, &typed).unwrap_or(target.comparator);
            }
            Detail::Modality => {
                target.modality = by(&Modality::ALL, Modality::slug, &typed).unwrap_or(target.modality)
            }
            Detail::From => target.from = year(target.from),
            Detail::To => target.to = year(target.to),
            Detail::Kind => {}
        },
        Choice::Milestone(milestone) => match detail {
            Detail::Name => milestone.name = typed,
            Detail::Modality => {
                milestone.modality = by(&Modality::ALL, Modality::slug, &typed).unwrap_or(milestone.modality);
            }
            Detail::From => milestone.from = year(milestone.from),
            Detail::To => milestone.to = year(milestone.to),
            Detail::Kind => {
                milestone.kind =
                    if typed == DIRECTION { MilestoneKind::Direction } else { MilestoneKind::State };
            }
            Detail::Task | Detail::Value | Detail::Unit | Detail::Basis | Detail::Comparator => {}
        },
        Choice::SameAs(name) if detail == Detail::Name => *name = typed,
        _ => {}
    }
    let key = item.key.clone();
    work.decide(&key, choice);
}

/// What stands for [`MilestoneKind::Direction`] in the list.
pub const DIRECTION: &str = "direction";

fn by<T: Copy>(all: &[T], slug: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|one| slug(*one) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::{Decisions, MOST_TYPED};

    const TEXT: &str = "一、任务\n1.绿道。修建。\n到2030年，绿道达到100公里，力争建成驿站，其中示范段3个。\n牵头单位：甲局；责任单位：乙局\n2.公交。\n牵头单位：乙局";

    fn read() -> Authoring {
        Authoring::of(TEXT, Decisions::default()).expect("a text with headings")
    }

    fn key(work: &Authoring, words: &str) -> String {
        work.items.iter().find(|one| one.words == words).map(|one| one.key.clone()).expect("it is found")
    }

    fn left(work: &Authoring) -> Vec<(String, usize)> {
        groups(work, Language::Zh).into_iter().map(|one| (one.title, one.left)).collect()
    }

    #[test]
    fn one_press_takes_the_proposals_of_a_task_and_of_no_other() {
        let mut work = read();
        let before = left(&work);
        assert_eq!(
            before.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(),
            ["一　任务", "一1　绿道", "一2　公交"]
        );
        let group = groups(&work, Language::Zh).remove(1);
        work.confirm(&group.keys.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(left(&work)[1].1, 0);
        assert_eq!(left(&work)[2], before[2]);
    }

    #[test]
    fn what_is_chosen_and_typed_is_what_the_thing_is() {
        let mut work = read();
        let figure = key(&work, "100公里");
        choose(&mut work, &figure, "no-Described");
        assert_eq!(row(&work, &figure, Language::Zh).expect("a row").chosen, "no-Described");
        choose(&mut work, &figure, "target");
        write(&mut work, &figure, Detail::Comparator, "at-least");
        write(&mut work, &figure, Detail::To, "2029");
        write(&mut work, &figure, Detail::To, "二〇三〇");
        let row = row(&work, &figure, Language::Zh).expect("a row");
        let Details::Target(target) = row.details else { panic!("{row:?}") };
        assert_eq!(
            (target.comparator, target.to),
            (Comparator::AtLeast, 2029),
            "no year is not written over one"
        );
        assert_eq!((row.line, row.is_decided), (3, true));
        assert!(row.sentence.starts_with("到2030年"), "{}", row.sentence);
    }

    #[test]
    fn what_the_list_does_not_offer_is_not_chosen() {
        let mut work = read();
        let phrase = key(&work, "力争建成驿站");
        for wrong in ["part-Task", "", "no-Nothing"] {
            choose(&mut work, &phrase, wrong);
        }
        assert!(!row(&work, &phrase, Language::En).expect("a row").is_decided);
    }

    #[test]
    fn each_thing_can_be_what_it_is_proposed_to_be() {
        let work = read();
        for item in &work.items {
            let row = row(&work, &item.key, Language::Zh).expect("a row");
            assert!(row.options.iter().any(|(value, _)| *value == row.chosen), "{row:?}");
        }
    }

    #[test]
    fn a_name_has_an_end() {
        let mut work = read();
        let figure = key(&work, "100公里");
        write(&mut work, &figure, Detail::Name, &"长".repeat(MOST_TYPED + 1));
        let Details::Target(target) = row(&work, &figure, Language::Zh).expect("a row").details else {
            panic!()
        };
        assert_eq!(target.indicator.chars().count(), MOST_TYPED);
    }
}
