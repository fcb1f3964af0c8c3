//! Which heading is an area, a task or a measure. Whatever carries 牵头单位 or 责任单位 is a task; what stands above tasks is
//! an area, what stands below one is a measure.

use super::duties::{self, Duty};
use super::figures::{self, What};
use super::marks::Style;
use super::outline::Outline;
use super::source::{Source, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a heading is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 领域.
    Area,
    /// 任务.
    Task,
    /// 举措.
    Measure,
    /// What the plan asks of its own management.
    Requirement,
    /// None of these.
    Text,
}

impl Part {
    /// Every part, in the order in which lists offer them.
    pub const ALL: [Self; 5] = [Self::Area, Self::Task, Self::Measure, Self::Requirement, Self::Text];
}

/// A paragraph with the section that it belongs to; none before the first heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The section.
    pub section: Option<usize>,
    /// All of it.
    pub span: Span,
    /// It without what it says of roles.
    pub body: Span,
    /// Who it says leads and is responsible.
    pub duties: Vec<Duty>,
}

/// The headings with their parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Roles {
    /// By the place of the section.
    pub parts: Vec<Part>,
    /// Every paragraph of the text.
    pub paragraphs: Vec<Paragraph>,
}

/// A year that stands so far from the head of a paragraph still leads it: 力争到.
const LEAD_LETTERS: usize = 6;

impl Roles {
    /// Of an outline.
    pub fn of(source: &Source, outline: &Outline) -> Self {
        let mut paragraphs = paragraphs(source, outline);
        let tasks = tasks(outline, &paragraphs);
        let parts: Vec<Part> = (0..outline.sections.len()).map(|at| part(outline, &tasks, at)).collect();
        settle(source, outline, &parts, &mut paragraphs);
        Self { parts, paragraphs }
    }
}

fn paragraphs(source: &Source, outline: &Outline) -> Vec<Paragraph> {
    let head = outline.head.iter().map(|span| (None, *span));
    let below = outline.sections.iter().enumerate();
    let below = below.flat_map(|(at, one)| one.paragraphs.iter().map(move |span| (Some(at), *span)));
    let each = head.chain(below).map(|(section, span)| {
        let duties = duties::duties(source, span);
        let to = duties.iter().map(|one| one.from).min().unwrap_or(span.to);
        let body = Span::new(span.from, to);
        let bracket = source.narrow(body).iter().rev().take_while(|one| "（(【[ ".contains(**one)).count();
        let body = source.trimmed(Span::new(body.from, body.to - bracket));
        Paragraph { section, span, body, duties }
    });
    each.collect()
}

/// The sections that are tasks. A text that names nobody has tasks where it has points below headings.
fn tasks(outline: &Outline, paragraphs: &[Paragraph]) -> Vec<bool> {
    let mut has_duty = vec![false; outline.sections.len()];
    for paragraph in paragraphs.iter().filter(|one| !one.duties.is_empty()) {
        if let Some(has) = paragraph.section.and_then(|at| has_duty.get_mut(at)) {
            *has = true;
        }
    }
    let mut tasks = borne(outline, has_duty);
    if !tasks.contains(&true) {
        tasks = without_duties(outline);
    }
    let found = tasks.clone();
    for (at, section) in outline.sections.iter().enumerate() {
        let is_task = |other: usize| found.get(other).copied().unwrap_or_default();
        let mut beside = siblings(outline, at);
        let is_beside = beside.any(|other| is_task(other) && style_of(outline, other) == Some(section.style));
        let is_below = outline.up(at).skip(1).any(is_task);
        if let Some(task) = tasks.get_mut(at) {
            *task = (*task || is_beside) && !is_below;
        }
    }
    tasks
}

fn style_of(outline: &Outline, at: usize) -> Option<Style> {
    outline.sections.get(at).map(|one| one.style)
}

fn siblings(outline: &Outline, at: usize) -> impl Iterator<Item = usize> {
    let parent = outline.sections.get(at).and_then(|one| one.parent);
    outline.sections.iter().enumerate().filter(move |(_, one)| one.parent == parent).map(|(other, _)| other)
}

/// To whom duties belong: to the heading that they follow, or, where only the last of each list of points has one, to what
/// stands above the list. From there they may go up again.
fn borne(outline: &Outline, mut has_duty: Vec<bool>) -> Vec<bool> {
    let sections = &outline.sections;
    let mut last_below: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for (at, section) in sections.iter().enumerate() {
        last_below.insert(section.parent, at);
    }
    let is_last = |at: usize| sections.get(at).is_some_and(|one| last_below.get(&one.parent) == Some(&at));
    let depths: Vec<usize> = (0..sections.len()).map(|at| outline.up(at).count()).collect();
    loop {
        let counts = |style: Style| {
            let alike = sections.iter().enumerate().filter(|(at, one)| one.style == style && !is_last(*at));
            alike.fold((0, 0), |(all, with), (at, _)| {
                (all + 1, with + usize::from(has_duty.get(at) == Some(&true)))
            })
        };
        let with_duty = has_duty.iter().enumerate().filter(|(_, has)| **has).map(|(at, _)| at);
        let mut known: Vec<(Style, (usize, usize))> = Vec::new();
        let rising = with_duty.filter(|at| {
            let Some(section) = sections.get(*at).filter(|one| one.parent.is_some()) else { return false };
            let (earlier, with) = match known.iter().find(|(style, _)| *style == section.style) {
                Some((_, counted)) => *counted,
                None => {
                    known.push((section.style, counts(section.style)));
                    counts(section.style)
                }
            };
            section.style.is_point() || is_last(*at) && earlier > 0 && with * 4 < earlier
        });
        // The deepest first: what comes to stand with its like above may stay there.
        let Some(at) = rising.max_by_key(|at| depths.get(*at).copied()) else { return has_duty };
        let parent = sections.get(at).and_then(|one| one.parent);
        for (place, has) in [(Some(at), false), (parent, true)] {
            if let Some(flag) = place.and_then(|place| has_duty.get_mut(place)) {
                *flag = has;
            }
        }
    }
}

fn without_duties(outline: &Outline) -> Vec<bool> {
    let is_leaf = |at: usize| outline.below(at).next().is_none();
    let has_points = |at: usize| outline.below(at).next().is_some() && outline.below(at).all(is_leaf);
    let of_points: Vec<bool> = (0..outline.sections.len()).map(has_points).collect();
    let is_deep =
        (0..outline.sections.len()).any(|at| of_points.get(at) == Some(&true) && outline.up(at).count() > 1);
    match is_deep {
        true => of_points,
        // Two levels alone are areas and tasks; one level is tasks.
        false => {
            let has_levels = of_points.contains(&true);
            (0..outline.sections.len())
                .map(|at| is_leaf(at) && (!has_levels || outline.up(at).count() > 1))
                .collect()
        }
    }
}

fn part(outline: &Outline, tasks: &[bool], at: usize) -> Part {
    let is_task = |one: usize| tasks.get(one).copied().unwrap_or_default();
    let parent = outline.sections.get(at).and_then(|one| one.parent);
    if is_task(at) {
        Part::Task
    } else if outline.below(at).any(is_task) {
        Part::Area
    } else if parent.is_some_and(is_task) {
        Part::Measure
    } else if outline.up(at).any(is_task) || outline.below(at).next().is_some() {
        Part::Text
    } else {
        Part::Requirement
    }
}

/// Paragraphs behind the last of a list of points belong to the task above it, once the point has said its own.
fn settle(source: &Source, outline: &Outline, parts: &[Part], paragraphs: &mut [Paragraph]) {
    let mut said: Option<usize> = None;
    for paragraph in paragraphs {
        let Some(at) = paragraph.section else { continue };
        let task = outline.up(at).skip(1).find(|up| parts.get(*up) == Some(&Part::Task));
        let Some(task) = task else { continue };
        let is_first = said != Some(at);
        said = Some(at);
        let Some(section) = outline.sections.get(at) else { continue };
        let is_of_all = !paragraph.duties.is_empty() || is_led_by_year(source, paragraph.span);
        // A point is said on its own line.
        let stays = is_first && (section.has_body || !section.style.is_point() && !is_of_all);
        if !stays {
            paragraph.section = Some(task);
        }
    }
}

fn is_led_by_year(source: &Source, paragraph: Span) -> bool {
    let numbers = figures::numbers(source, paragraph, &[]);
    numbers.first().is_some_and(|one| {
        matches!(one.what, What::Years(_)) && one.span.from <= paragraph.from + LEAD_LETTERS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(String, Part)> {
        let source = Source::new(text);
        let outline = Outline::of(&source);
        let roles = Roles::of(&source, &outline);
        outline.sections.iter().zip(roles.parts).map(|(one, part)| (one.path.clone(), part)).collect()
    }

    #[test]
    fn whoever_is_led_is_a_task_however_deep_it_stands() {
        use Part::{Area, Measure, Requirement, Task};
        let with_points = "一、目标\n二、任务\n1.甲。\n（1）子。\n（2）丑。\n牵头单位：甲局\n2.乙。\n（1）寅。\n（2）卯。\n牵头单位：乙局\n三、保障";
        assert_eq!(
            parts(with_points).into_iter().map(|(_, part)| part).collect::<Vec<_>>(),
            [Requirement, Area, Task, Measure, Measure, Task, Measure, Measure, Requirement]
        );
        let each_led =
            "（一）甲\n1.子。（甲局负责）\n2.丑。（乙局负责）\n（二）乙\n1.寅。（甲局负责）\n2.卯。";
        assert_eq!(
            parts(each_led).into_iter().map(|(_, part)| part).collect::<Vec<_>>(),
            [Area, Task, Task, Area, Task, Task]
        );
    }

    #[test]
    fn a_text_that_names_nobody_has_tasks_above_its_points() {
        use Part::{Area, Measure, Task};
        let text = "一、生态\n（一）转化\n1.甲\n2.乙\n（二）攻关\n1.丙";
        assert_eq!(
            parts(text).into_iter().map(|(_, part)| part).collect::<Vec<_>>(),
            [Area, Task, Measure, Measure, Task, Measure]
        );
    }

    #[test]
    fn what_follows_the_last_point_belongs_to_the_task() {
        let source = Source::new(
            "1.甲。围绕。\n一是修路。多修。\n二是架桥。多架。\n到2025年，达到30家。\n牵头单位：甲局",
        );
        let outline = Outline::of(&source);
        let roles = Roles::of(&source, &outline);
        let sections: Vec<_> = roles.paragraphs.iter().map(|one| one.section).collect();
        assert_eq!(sections, [Some(0), Some(1), Some(2), Some(0), Some(0)]);
    }
}
