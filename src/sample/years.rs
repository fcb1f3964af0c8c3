//! The lists of the years after the first: what goes on, what is ended, what is new, and a node that is moved. They are
//! written under a name of their own, so that a report can say of an item what it is called.

use super::clerks::{measure_stage, stage};
use super::scene::{Hand, Scene, entry};
use crate::ledger::kinds::{Item, ItemChange, ItemKind, ItemLine};
use crate::ledger::{BatchId, Entry, EntryId, Id, Said, Stage};
use crate::plan::{Day, Month, Year, Years};

/// A line of a list, as those who report on it know it.
pub struct Listed {
    pub id: Id,
    /// Years on whose lists it stands.
    pub years: Years,
    pub lead: String,
    due: Option<Day>,
}

/// Writes the list of each year but the first in its January, and moves a node of it in June.
pub fn write(scene: &mut Scene) {
    for year in scene.plan.period.iter().skip(1) {
        let before = Year(year.0.saturating_sub(1));
        let (Some(january), Some(may)) = (Month::new(year, 1), Month::new(year, 5)) else { return };
        if !scene.periods.iter().any(|(month, ..)| *month == may) {
            return;
        }
        let goes_on = taken_over(scene, before, year);
        let Some(opened) = january.day(8) else { return };
        if !goes_on.is_empty() {
            scene.write(Hand::List, opened, january, goes_on);
        }
        let batch = scene.next_list();
        let lines = new_lines(scene, year);
        let entries = (0..).zip(&lines).map(|(index, line)| {
            let id = Item::own_id(EntryId { batch, index });
            said(scene, id, ItemChange::Listed(line.clone()), "")
        });
        let entries: Vec<Entry> = entries.collect();
        note(scene, batch, &lines, year);
        scene.write(Hand::List, opened.plus(1), january, entries);
        move_node(scene, batch, year, may);
    }
}

/// Of the measures of earlier years what is not done goes on, but for one that is ended; so does the project of the year
/// before.
fn taken_over(scene: &mut Scene, before: Year, year: Year) -> Vec<Entry> {
    let Some(december) = Month::new(before, 12) else { return vec![] };
    let past = scene.plan.measures().map(|place| place.item);
    let open: Vec<String> = past
        .filter(|one| one.year.is_some_and(|of| of < year) && !scene.is_ended(&one.id, december))
        .filter(|one| measure_stage(scene, one, december).0 != Stage::Done)
        .map(|one| one.id.clone())
        .collect();
    let mut entries = vec![];
    let ends = if open.len() > 2 { open.last() } else { None };
    for id in &open {
        let change = match Some(id) == ends {
            true => ItemChange::Ended { on: Day::new(year, 1, 1).unwrap_or(Day::EPOCH) },
            false => ItemChange::CarriedOn { year },
        };
        let reason = if Some(id) == ends { scene.words.ended } else { "" };
        entries.push(said(scene, id.as_str().into(), change, reason));
    }
    scene.ended.extend(ends.cloned().map(|id| (id, year)));
    // The project, which takes its time.
    let project = scene.listed.iter_mut().find(|one| one.years.to == before && one.due.is_none());
    if let Some(one) = project {
        one.years.to = year;
        let id = one.id.clone();
        entries.push(said(scene, id, ItemChange::CarriedOn { year }, ""));
    }
    entries
}

/// A measure, a project, and two nodes of the middle and the end of the year.
fn new_lines(scene: &Scene, year: Year) -> Vec<ItemLine> {
    let leads: Vec<&str> = scene.reporters.clone();
    let task = scene.plan.tasks().next().map(|(_, task)| task.id.as_str().into());
    let line = |kind, title: &str, lead: usize, due: Option<Day>| ItemLine {
        kind,
        parent: task.clone(),
        title: [title, &year.to_string(), scene.words.of_year].concat(),
        years: Years { from: year, to: year },
        lead: leads.get(lead).or(leads.first()).map(|id| (*id).into()).into_iter().collect(),
        responsible: vec![],
        begins: None,
        due,
        origin: None,
    };
    let day = |month, day| Day::new(year, month, day);
    let [measure, project, half, end] = scene.words.lines;
    vec![
        line(ItemKind::Measure, measure, 0, day(9, 30)),
        line(ItemKind::Project, project, 0, None),
        line(ItemKind::Node, half, 0, day(6, 30)),
        line(ItemKind::Node, end, 1, day(11, 30)),
    ]
}

/// Those who lead report on them.
fn note(scene: &mut Scene, batch: BatchId, lines: &[ItemLine], year: Year) {
    for (index, line) in (0..).zip(lines) {
        scene.listed.push(Listed {
            id: Item::own_id(EntryId { batch, index }),
            years: Years { from: year, to: year },
            lead: line.lead.first().map(|id| id.to_string()).unwrap_or_default(),
            due: line.due,
        });
    }
}

/// The node of the middle of the year comes two months later.
fn move_node(scene: &mut Scene, batch: BatchId, year: Year, may: Month) {
    let id = Item::own_id(EntryId { batch, index: 2 });
    let (Some(due), Some(on)) = (Day::new(year, 8, 31), Day::new(year, 6, 20)) else { return };
    let entry = said(scene, id, ItemChange::Moved { due }, scene.words.moved);
    scene.write(Hand::List, on, may, vec![entry]);
}

fn said(scene: &Scene, id: Id, change: ItemChange, reason: &str) -> Entry {
    let document = scene.words.document.into();
    entry(Said::Item(Box::new(Item { id, change, reason: reason.into(), document })))
}

/// How far an item has come: from March on under way, done in the month of its day or, where it was moved, later.
pub fn item_stage(listed: &Listed, month: Month) -> (Stage, bool) {
    let begun = Month::new(listed.years.from, 3).unwrap_or(month);
    let done = listed.due.map(|due| due.month().plus(i32::from(due.month().number() == 6) * 2));
    stage(begun, done, month)
}
