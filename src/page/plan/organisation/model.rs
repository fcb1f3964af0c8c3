//! What the page of an organisation shows, as data.

use super::words::{self, Counts};
use crate::page::plan::subject::{Fact, Linker, Listed, Section, lists, words as shared};
use crate::page::shared::lights::{Lights, Stands};
use crate::page::shared::names;
use crate::plan::{Indicator, Organisation, PlanIndex, Role, Task};
use crate::route::{Route, Tab};
use crate::standing::board::LightCount;
use crate::text::{Language, Link, Text};

/// Everything that one organisation answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationPage {
    pub kind: &'static str,
    pub crumbs: Vec<Link>,
    pub heading: Text,
    pub lede: String,
    pub facts: Vec<Fact>,
    /// What it leads, what it answers for by name, and what through each group; none is empty.
    pub duties: Vec<DutyGroup>,
    /// Members, other places that name it, open questions; none is empty.
    pub sections: Vec<Section>,
}

/// The tasks in which it has the same part.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyGroup {
    pub title: Text,
    pub role: Role,
    /// Of the indicators of its tasks, worst first; empty without records.
    pub lights: Vec<LightCount>,
    pub tasks: Vec<Duty>,
}

/// One task with all that it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    pub task: Link,
    pub section: Text,
    /// Who leads, where it is another.
    pub led_by: Vec<Link>,
    pub indicators: Vec<IndicatorLine>,
    pub milestones: Vec<Listed>,
    pub measures: Vec<Link>,
    pub projects: Vec<Link>,
}

/// An indicator with its targets in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorLine {
    pub link: Link,
    pub unit: Text,
    /// Year, and the target as the text has it; only years that have one.
    pub targets: Vec<(String, String)>,
    /// How it stands; none without records.
    pub stands: Option<Stands>,
}

/// The page of an organisation as the plan alone has it, if it has it.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<OrganisationPage> {
    model_with(plan, &Lights::default(), id, language)
}

/// The page of an organisation with how its duties stand.
pub fn model_with(
    plan: &PlanIndex,
    lights: &Lights,
    id: &str,
    language: Language,
) -> Option<OrganisationPage> {
    let organisation = plan.organisation(id)?;
    let linker = Linker::new(plan, language).lit(lights);
    let words = shared::of(language);
    let root = Link { text: Text::plain(words.responsibility), href: Tab::Responsibility.route().href() };
    let duties = duties(linker, organisation);
    let sections = [
        members(linker, organisation),
        Section {
            note: words::of(language).named_note.into(),
            ..lists::mentions(linker, &plan.mentions_of_organisation(id))
        },
        lists::as_written(linker, &organisation.as_written),
        lists::questions(linker, &[id]),
    ];
    Some(OrganisationPage {
        kind: organisation.kind.words(language),
        crumbs: vec![root],
        heading: linker.say(&organisation.name),
        lede: words::sentence(language, counts(plan, id)),
        facts: facts(linker, organisation),
        duties,
        sections: sections.into_iter().filter(Section::has_content).collect(),
    })
}

/// Where a district's own assessment stands, in the plan's last year.
fn assessed(linker: Linker, organisation: &Organisation) -> Vec<Link> {
    let (plan, id) = (linker.plan, organisation.id.as_str());
    let year = plan.period.to.to_string();
    let route = Route::Districts(["/", &year, "/", id].concat());
    let is_district = plan.districts.iter().any(|district| district == id);
    is_district.then(|| Link { text: Text::plain(year), href: route.href() }).into_iter().collect()
}

fn facts(linker: Linker, organisation: &Organisation) -> Vec<Fact> {
    let words = shared::of(linker.language);
    let groups = linker.plan.groups_of(&organisation.id).map(|group| linker.organisation(group)).collect();
    let note = organisation.note.as_ref().map(|note| linker.say(note)).unwrap_or_default();
    let facts = [
        Fact::text(words.kind, Text::plain(organisation.kind.words(linker.language))),
        lists::aliases(linker, &organisation.aliases),
        Fact::links(words.groups, groups),
        Fact::links(names::districts(linker.language), assessed(linker, organisation)),
        Fact::text(words.note, note),
    ];
    facts.into_iter().filter(Fact::has_content).collect()
}

fn members(linker: Linker, organisation: &Organisation) -> Section {
    let members = organisation.members.iter().filter_map(|id| linker.plan.organisation(id));
    lists::organisations(linker, shared::of(linker.language).members, members)
}

fn duties(linker: Linker, organisation: &Organisation) -> Vec<DutyGroup> {
    let Linker { plan, language, .. } = linker;
    let words = words::of(language);
    let with = |wanted: (Role, Option<&str>)| {
        let tasks = plan.tasks().map(|(_, task)| task);
        tasks
            .filter(|task| {
                let role = plan.role(task, &organisation.id);
                role.map(|(role, group)| (role, group.map(|group| group.id.as_str()))) == Some(wanted)
            })
            .collect::<Vec<_>>()
    };
    let name = |role| match role {
        Role::Lead => words.lead,
        Role::Responsible => words.responsible,
    };
    let mut ways: Vec<(Role, Option<&Organisation>)> = vec![(Role::Lead, None), (Role::Responsible, None)];
    for group in plan.groups_of(&organisation.id) {
        ways.extend([(Role::Lead, Some(group)), (Role::Responsible, Some(group))]);
    }
    let groups = ways.into_iter().map(|(role, group)| {
        let tasks = with((role, group.map(|group| group.id.as_str())));
        let said = group.map(|group| linker.say(&group.name));
        let through = said.as_ref().map(|said| said.words.as_str());
        let title = words::group_title(name(role), through, tasks.len(), language);
        // A title around a name in another language is marked as a whole: better than not at all.
        let title = Text { words: title, language: said.and_then(|said| said.language) };
        let lights = linker.lights.map(|lights| lights.counts(tasks.iter().copied())).unwrap_or_default();
        let tasks = tasks.into_iter().map(|task| duty(linker, organisation, task)).collect();
        DutyGroup { title, role, lights, tasks }
    });
    groups.filter(|group| !group.tasks.is_empty()).collect()
}

fn duty(linker: Linker, organisation: &Organisation, task: &Task) -> Duty {
    let leads = task.lead.contains(&organisation.id);
    let milestones = task.milestones.iter().map(|milestone| Listed {
        link: linker.milestone(milestone),
        lit: linker.light(&milestone.id),
        remarks: lists::milestone_remarks(linker, milestone),
        text: Text::default(),
    });
    let projects = lists::projects_of_task(linker.plan, task);
    Duty {
        task: linker.task(task),
        section: linker.section(&task.section),
        led_by: if leads { Vec::new() } else { linker.organisations(&task.lead) },
        indicators: task.indicators.iter().map(|indicator| indicator_line(linker, indicator)).collect(),
        milestones: milestones.collect(),
        measures: task.measures.iter().map(|measure| linker.measure(measure)).collect(),
        projects: projects.into_iter().map(|project| linker.project(project)).collect(),
    }
}

fn indicator_line(linker: Linker, indicator: &Indicator) -> IndicatorLine {
    let targets = indicator.targets.iter();
    IndicatorLine {
        link: linker.indicator(indicator),
        unit: linker.say(&indicator.unit),
        targets: targets
            .map(|target| (target.year.to_string(), lists::target_words(target, linker.language)))
            .collect(),
        stands: linker.stands(indicator).cloned(),
    }
}

fn counts(plan: &PlanIndex, id: &str) -> Counts {
    let mut counts = Counts { mentions: plan.mentions_of_organisation(id).len(), ..Counts::default() };
    for (_, task) in plan.tasks() {
        match plan.role(task, id) {
            None => continue,
            Some((Role::Lead, None)) => counts.leads += 1,
            Some((Role::Responsible, None)) => counts.responsible += 1,
            Some((_, Some(_))) => counts.through_groups += 1,
        }
        counts.indicators += task.indicators.len();
        counts.targets += task.indicators.iter().map(|indicator| indicator.targets.len()).sum::<usize>();
        counts.milestones += task.milestones.len();
    }
    counts
}
