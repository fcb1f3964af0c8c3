//! Everything that can be found: pages, commands, and every part of the plan.

use super::matching::Key;
use super::words::{self, Words};
use crate::page::shared::names;
use crate::plan::{Name, PlanIndex, Year};
use crate::route::{DocumentKind, IndicatorsView, ProblemsView, Route, Shape, Tab, TasksView};
use crate::standing::Light;
use crate::text::{Language, Text};

/// What sort of thing it is. In the order in which equally good groups stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Page,
    Command,
    Area,
    Indicator,
    Milestone,
    Task,
    Measure,
    Project,
    /// A line of a year's list.
    Line,
    List,
    Organisation,
    Requirement,
    Question,
}

/// What happens when it is chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    Open(Route),
    Run(Command),
}

/// What can be done from any page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    SpeakChinese,
    SpeakEnglish,
    ThemeAuto,
    ThemeLight,
    ThemeDark,
    Comfortable,
    Compact,
    Share,
    Print,
    /// Takes back the last act of this tab: offered while there is one.
    Undo,
}

impl Command {
    pub const ALL: [Self; 9] = [
        Self::Share,
        Self::Print,
        Self::SpeakChinese,
        Self::SpeakEnglish,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ThemeAuto,
        Self::Comfortable,
        Self::Compact,
    ];
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub kind: Kind,
    pub act: Act,
    /// The first wording is what the entry is called on the page.
    pub wordings: Vec<Wording>,
    /// Texts and identifiers that are searched and not shown.
    pub texts: Vec<Key>,
    /// Where it stands: a section of the plan, or nothing.
    pub place: Text,
}

/// Words by which something is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    pub text: Text,
    pub key: Key,
}

impl Entry {
    fn new(kind: Kind, act: Act, name: Text) -> Self {
        let wordings = vec![Wording { key: Key::name(&name.words), text: name }];
        Self { kind, act, wordings, texts: Vec::new(), place: Text::default() }
    }

    fn known_as(mut self, others: impl IntoIterator<Item = Text>) -> Self {
        for text in others {
            if self.wordings.iter().all(|known| known.text.words != text.words) {
                self.wordings.push(Wording { key: Key::name(&text.words), text });
            }
        }
        self
    }

    fn saying<'a>(mut self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        self.texts.extend(texts.into_iter().map(Key::text));
        self
    }

    fn at(mut self, place: Text) -> Self {
        self.place = place;
        self
    }
}

/// Everything that can be found in a plan, in the order of its text.
pub fn entries(plan: &PlanIndex, language: Language) -> Vec<Entry> {
    let words = words::of(language);
    let index = Index { plan, language };
    let mut entries = pages(words, language);
    entries.extend(commands(language));
    entries.extend(plan.period.iter().map(|year| year_list(year, language)));
    entries.extend(index.areas());
    entries.extend(index.tasks());
    entries.extend(index.figures());
    entries.extend(index.projects());
    entries.extend(index.lists());
    entries.extend(index.organisations());
    entries.extend(index.rules());
    entries
}

/// A line of a year's list, which opens that list.
pub fn line(name: Text, year: Year) -> Entry {
    Entry::new(Kind::Line, Act::Open(Route::Year(year)), name).at(Text::plain(year.to_string()))
}

/// The list of a year.
fn year_list(year: Year, language: Language) -> Entry {
    let [name, other] = [language, language.other()].map(|language| names::year_list(year, language));
    Entry::new(Kind::Page, Act::Open(Route::Year(year)), Text::plain(name)).saying([other.as_str()])
}

fn pages(words: &'static Words, language: Language) -> Vec<Entry> {
    let indicators = |shape| Route::Indicators(IndicatorsView { shape, ..IndicatorsView::default() });
    let lit = |light| Route::Indicators(IndicatorsView { light: Some(light), ..IndicatorsView::default() });
    let others = [
        (Route::Tasks(TasksView::Tasks), words.task_list),
        (Route::Tasks(TasksView::Projects), words.project_list),
        (indicators(Shape::Way), words.way),
        (indicators(Shape::Compare), words.comparison),
        (indicators(Shape::Multiples), words.multiples),
        (lit(Light::Red), words.red),
        (lit(Light::Missed), words.missed),
        (Route::Problems(ProblemsView::default()), words.problems),
        (Route::Cases(None), words.cases),
        (Route::Districts(String::new()), [language, language.other()].map(names::districts)),
        (Route::Lists, words.lists),
        (Route::Baselines, words.baselines),
        (Route::Adjustments(None), words.adjustments),
        (Route::Compare, words.changes),
        (Route::Device, words.device),
        (Route::MakePlan, words.make_plan),
        (Route::About, words.about),
    ];
    let other = language.pick(Language::En, Language::Zh);
    let tabs = Tab::ALL.map(|tab| (tab.route(), [tab.words(language), tab.words(other)]));
    let papers = DocumentKind::ALL
        .map(|kind| (Route::Document(kind, None), [kind.words(language), kind.words(other)]));
    let entry = |(route, names): (Route, [&'static str; 2])| {
        let [name, other] = names;
        let common = words::common(&route);
        let common = common.iter().map(|(word, spoken)| Text::marked((*word).to_owned(), *spoken, language));
        Entry::new(Kind::Page, Act::Open(route), Text::plain(name)).known_as(common).saying([other])
    };
    tabs.into_iter().chain(others).chain(papers).map(entry).collect()
}

/// The act that can be taken back now, as the first thing that is found.
pub fn undo(language: Language, what: &str) -> Entry {
    Entry::new(Kind::Command, Act::Run(Command::Undo), Text::plain(words::undo(language, what)))
        .saying([words::command(Command::Undo, language.other()), "undo"])
}

fn commands(language: Language) -> Vec<Entry> {
    let name = |command| words::command(command, language);
    let entry = |command| {
        Entry::new(Kind::Command, Act::Run(command), Text::plain(name(command)))
            .saying([words::command(command, language.other())])
    };
    Command::ALL.into_iter().map(entry).collect()
}

/// The parts of one plan on a page in one language.
struct Index<'a> {
    plan: &'a PlanIndex,
    language: Language,
}

impl Index<'_> {
    fn entry(&self, kind: Kind, route: Route, name: &Name, id: &str) -> Entry {
        let say = |wanted: Language| {
            let said = name.say(wanted, self.plan.language);
            Text::marked(said.words, said.language, self.language)
        };
        Entry::new(kind, Act::Open(route), say(self.language))
            .known_as([say(self.language.other())])
            .saying([id])
    }

    fn quoted<'b>(&'b self, words: &'b [String]) -> impl Iterator<Item = Text> + 'b {
        words.iter().map(|words| self.plan.quote(words, self.language))
    }

    fn section(&self, section: &str) -> Text {
        self.plan.quote(section, self.language)
    }

    fn areas(&self) -> impl Iterator<Item = Entry> {
        self.plan.areas.iter().map(|area| {
            let view = IndicatorsView { area: Some(area.id.clone()), ..IndicatorsView::default() };
            self.entry(Kind::Area, Route::Indicators(view), &area.title, &area.id)
                .at(self.section(&area.section))
        })
    }

    fn tasks(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (_, task) in self.plan.tasks() {
            entries.push(
                self.entry(Kind::Task, Route::Task(task.id.clone()), &task.title, &task.id)
                    .saying(task.summary.wordings())
                    .at(self.section(&task.section)),
            );
            entries.extend(task.measures.iter().map(|measure| {
                self.entry(Kind::Measure, Route::Measure(measure.id.clone()), &measure.title, &measure.id)
                    .saying(measure.summary.wordings())
                    .at(self.section(&measure.section))
            }));
        }
        entries
    }

    fn figures(&self) -> Vec<Entry> {
        let indicators = self.plan.indicators().map(|place| {
            let indicator = place.item;
            self.entry(
                Kind::Indicator,
                Route::Indicator(indicator.id.clone()),
                &indicator.name,
                &indicator.id,
            )
            .known_as(self.quoted(&indicator.aliases))
            .saying(indicator.definition.wordings())
            .saying(indicator.targets.iter().map(|target| target.as_written.as_str()))
            .at(self.section(&place.task.section))
        });
        let milestones = self.plan.milestones().map(|place| {
            let milestone = place.item;
            self.entry(
                Kind::Milestone,
                Route::Milestone(milestone.id.clone()),
                &milestone.name,
                &milestone.id,
            )
            .saying([milestone.as_written.as_str()])
            .at(self.section(&milestone.section))
        });
        indicators.chain(milestones).collect()
    }

    fn projects(&self) -> impl Iterator<Item = Entry> {
        self.plan.projects.iter().map(|project| {
            self.entry(Kind::Project, Route::Project(project.id.clone()), &project.name, &project.id)
                .known_as(self.quoted(&project.aliases))
                .known_as(self.quoted(&project.as_written))
                .at(self.section(&project.section))
        })
    }

    fn lists(&self) -> impl Iterator<Item = Entry> {
        self.plan.lists.iter().map(|list| {
            let route = Route::List { id: list.id.clone(), until: None };
            self.entry(Kind::List, route, &list.name, &list.id).at(self.section(&list.section))
        })
    }

    fn organisations(&self) -> impl Iterator<Item = Entry> {
        self.plan.organisations.iter().map(|one| {
            self.entry(Kind::Organisation, Route::Organisation(one.id.clone()), &one.name, &one.id)
                .known_as(one.short_name.as_ref().map(|name| self.plan.say(name, self.language)))
                .known_as(self.quoted(&one.aliases))
                .known_as(self.quoted(&one.as_written))
        })
    }

    /// Requirements and open questions; both stand on the about page.
    fn rules(&self) -> Vec<Entry> {
        let requirements = self.plan.requirements.iter().map(|one| {
            self.entry(Kind::Requirement, Route::AboutPart(one.id.clone()), &one.title, &one.id)
                .saying(one.text.wordings())
                .at(self.section(&one.section))
        });
        let questions = self.plan.questions.iter().map(|one| {
            self.entry(Kind::Question, Route::AboutPart(one.id.clone()), &one.question, &one.id)
                .saying(one.reading.wordings())
                .at(self.section(&one.section))
        });
        requirements.chain(questions).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list of each year of the plan, in both languages.
    #[test]
    fn the_list_of_every_year_can_be_found() {
        let text = include_str!("../../../../public/plan.json");
        let plan = crate::plan::read::from_json(text).expect("the shipped plan");
        for (language, name) in [(Language::Zh, "2024 年清单"), (Language::En, "List of 2024")] {
            let all = entries(&plan, language);
            let lists = |entry: &&Entry| matches!(entry.act, Act::Open(Route::Year(_)));
            let names: Vec<&str> =
                all.iter().filter(lists).map(|entry| entry.wordings[0].text.words.as_str()).collect();
            assert_eq!(names.len(), plan.period.iter().count());
            assert!(names.contains(&name), "{names:?}");
        }
    }
}
