//! What two ledgers show differently, old value beside new: a link against one's own, one day against another.
//! The same value serves every comparison.

#[cfg(test)]
mod items;
pub mod words;

use crate::ledger::kinds::Item;
use crate::ledger::{Id, Ledger, Said, Slot};
use crate::plan::{PlanIndex, Task};
use crate::route::Route;
use crate::snapshot::Excerpt;
use crate::text::{Cell, Column, Language, Link, Table, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What differs between two ledgers.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// In the order of the plan's text; at most 300.
    pub rows: Vec<ChangeRow>,
    /// How many more there are than are listed.
    pub more: usize,
}

/// One place where the two differ.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// The name of what the two say different things about.
    pub subject: Text,
    /// Address of its page; `None` where it has none.
    pub href: Option<String>,
    /// What is said about it: the actual of a month, its progress.
    pub what: String,
    /// What the older ledger shows, in words; a dash where it shows nothing.
    pub old: String,
    /// What the newer ledger shows, in words; a dash where it shows nothing.
    pub new: String,
}

/// Most rows that are listed.
const MOST_ROWS: usize = 300;

/// What `new` shows otherwise than `old`, of the whole ledgers or of a part.
pub fn changes(
    plan: &PlanIndex,
    old: &Ledger,
    new: &Ledger,
    part: Option<&Excerpt>,
    language: Language,
) -> Changes {
    let is_asked = |slot: &Slot| {
        part.is_none_or(|part| {
            [old, new].into_iter().any(|one| one.at(slot).is_some_and(|found| part.holds(one, slot, &found)))
        })
    };
    let slots = old.slots().chain(new.slots()).map(|(slot, _)| slot).filter(|slot| is_asked(slot));
    let slots: BTreeSet<Slot> = slots.map(place).collect();
    let order = Order::of(plan);
    let mut slots: Vec<&Slot> = slots.iter().collect();
    slots.sort_by(|one, other| order.key(one).cmp(&order.key(other)));
    let said = |ledger: &Ledger, slot: &Slot| {
        let found = if is_of_item(slot) { ledger.latest_of_life(slot) } else { ledger.at(slot) };
        found.map(|found| found.entry.said.clone())
    };
    let mut rows = Vec::new();
    for slot in slots {
        let (before, after) = (said(old, slot), said(new, slot));
        if before != after {
            let row = row(plan, slot, before.as_ref(), after.as_ref(), language);
            rows.push(ChangeRow { subject: titled([old, new], slot, row.subject, language), ..row });
        }
    }
    let more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    Changes { rows, more }
}

/// What a place is compared by. Of an item's lines and of its course in a year the latest is compared, under whatever
/// name it is kept: a snapshot gives entries other names.
fn place(slot: &Slot) -> Slot {
    let life = slot.first_of_life().filter(|_| is_of_item(slot));
    life.unwrap_or_else(|| slot.clone())
}

fn is_of_item(slot: &Slot) -> bool {
    matches!(slot, Slot::ItemLine { .. } | Slot::ItemCourse { .. })
}

/// The changes as a table, with the heads of its two value columns.
pub fn table(changes: Changes, old: &str, new: &str, language: Language) -> Table {
    let words = words::of(language);
    let row = |row: ChangeRow| {
        let subject = match row.href {
            Some(href) => Link { text: row.subject, href }.into(),
            None => row.subject.into(),
        };
        vec![subject, Cell::plain(row.what), Cell::plain(row.old), Cell::plain(row.new)]
    };
    Table {
        caption: Text::plain(words.caption),
        columns: vec![
            Column::text(words.subject),
            Column::text(words.what),
            Column::figure(old),
            Column::figure(new),
        ],
        rows: changes.rows.into_iter().map(row).collect(),
    }
}

fn row(
    plan: &PlanIndex,
    slot: &Slot,
    old: Option<&Said>,
    new: Option<&Said>,
    language: Language,
) -> ChangeRow {
    let (subject, href) = subject(plan, slot, language);
    ChangeRow {
        subject,
        href,
        what: words::what(plan, slot, language),
        old: old.map_or_else(|| words::nothing(language).into(), |said| words::value(plan, said, language)),
        new: new.map_or_else(|| words::nothing(language).into(), |said| words::value(plan, said, language)),
    }
}

/// Where everything stands in the plan's text: area by area, task by task; then projects, then organisations. An
/// identifier is nobody's order.
struct Order<'a> {
    things: BTreeMap<&'a str, usize>,
    districts: BTreeMap<&'a str, usize>,
}

impl<'a> Order<'a> {
    fn of(plan: &'a PlanIndex) -> Self {
        let of_task = |task: &'a Task| {
            let indicators = task.indicators.iter().map(|one| one.id.as_str());
            let measures = task.measures.iter().map(|one| one.id.as_str());
            let milestones = task.milestones.iter().map(|one| one.id.as_str());
            indicators.chain(measures).chain(milestones)
        };
        let projects = plan.projects.iter().map(|one| one.id.as_str());
        let organisations = plan.organisations.iter().map(|one| one.id.as_str());
        let all = plan.tasks().flat_map(|(_, task)| of_task(task)).chain(projects).chain(organisations);
        let districts = plan.districts.iter().map(String::as_str);
        Self {
            things: all.zip(0..).collect(),
            // The city's own figure stands before those of its districts.
            districts: districts.zip(1..).collect(),
        }
    }

    /// What belongs to the ledger as a whole stands last, and what the plan does not have before it.
    fn key<'s>(&self, slot: &'s Slot) -> (usize, usize, &'s Slot) {
        let thing = match about(slot) {
            Some(id) => self.things.get(&**id).copied().unwrap_or(usize::MAX - 1),
            None => usize::MAX,
        };
        let district = match slot {
            Slot::Actual { district: Some(id), .. } => {
                self.districts.get(&**id).copied().unwrap_or(usize::MAX)
            }
            _ => 0,
        };
        (thing, district, slot)
    }
}

/// The thing of the plan of which a slot speaks; none for what belongs to the ledger as a whole.
fn about(slot: &Slot) -> Option<&Id> {
    match slot {
        Slot::Submission { organisation, .. } => Some(organisation),
        Slot::Member { list, .. } => Some(list),
        slot => slot.subject(),
    }
}

/// A line of a year's list by its title, which only a ledger knows.
fn titled(ledgers: [&Ledger; 2], slot: &Slot, named: Text, language: Language) -> Text {
    let own = about(slot).filter(|id| Item::is_own_id(id));
    let line = own.and_then(|id| ledgers.into_iter().rev().find_map(|ledger| ledger.item_line(id)));
    line.map_or(named, |line| Text::typed(&line.title, language))
}

/// Of what a slot speaks, by the plan's name for it.
fn subject(plan: &PlanIndex, slot: &Slot, language: Language) -> (Text, Option<String>) {
    let Some(id) = about(slot) else { return (Text::plain(words::ledger(language)), None) };
    let named = |name, route: Route| (plan.say(name, language), Some(route.href()));
    if let Some(place) = plan.indicator(id) {
        named(&place.item.name, Route::Indicator(id.to_string()))
    } else if let Some(place) = plan.measure(id) {
        named(&place.item.title, Route::Measure(id.to_string()))
    } else if let Some(place) = plan.milestone(id) {
        named(&place.item.name, Route::Milestone(id.to_string()))
    } else if let Some(project) = plan.project(id) {
        named(&project.name, Route::Project(id.to_string()))
    } else if let Some(organisation) = plan.organisation(id) {
        named(&organisation.name, Route::Organisation(id.to_string()))
    } else if let Some(list) = plan.list(id) {
        named(&list.name, Route::List { id: id.to_string(), until: None })
    } else {
        (Text::typed(id, language), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::plan::Day;
    use crate::snapshot::excerpt;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../public/plan.json")).expect("the shipped plan")
    }

    /// M40 1: a member's state has the name that the plan gives it, and the list its own, not the words for records.
    #[test]
    fn a_state_of_a_member_is_named_as_the_plan_names_it() {
        use crate::ledger::kinds::{Listing, Member};
        let said = |state: &str| {
            entry(Said::Member(Box::new(Member {
                list: "high-tech-enterprise-list".into(),
                who: Listing::Named { name: "甲厂".into(), district: None, host: String::new() },
                state: Some(state.into()),
                from: Day::parse("2024-08-01").expect("a day"),
                document: String::new(),
                note: String::new(),
            })))
        };
        let of = |state| Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 8, [said(state)])]);
        for (state, zh, en) in
            [("recognised", "认定", "recognised"), ("of-another-plan", "of-another-plan", "of-another-plan")]
        {
            for (language, name) in [(Language::Zh, zh), (Language::En, en)] {
                let found = changes(&plan(), &Ledger::default(), &of(state), None, language);
                assert_eq!(found.rows[0].new, name);
            }
        }
        let found = changes(&plan(), &Ledger::default(), &of("recognised"), None, Language::Zh);
        assert_eq!(found.rows[0].subject.words, "高新技术企业名单");
        assert_eq!(found.rows[0].href.as_deref(), Some("#/list/high-tech-enterprise-list"));
    }

    #[test]
    fn old_stands_beside_new_and_what_is_the_same_is_left_out() {
        let of =
            |writer, figure| batch(BatchId { writer, sequence: 0 }, writer, 8, [actual("alliances", figure)]);
        let old = Ledger::new([of(1, "11")]);
        let new = Ledger::new([
            of(1, "11"),
            of(2, "12"),
            batch(BatchId { writer: 3, sequence: 0 }, 9, 8, [entry(Said::Submission)]),
        ]);
        let found = changes(&plan(), &old, &new, None, Language::Zh);
        let cells: Vec<_> = found.rows.iter().map(|row| (row.old.as_str(), row.new.as_str())).collect();
        assert_eq!(cells, [("11", "12"), ("—", "已报")]);
        assert!(found.rows[0].what.contains("2024-08"));
        assert_eq!(changes(&plan(), &new, &new, None, Language::Zh).rows, []);
        let part = excerpt(&plan(), &new, &Route::parse("#/indicator/gazelles"), Day::EPOCH);
        assert!(part.is_some() && changes(&plan(), &old, &new, part.as_ref(), Language::Zh).rows.is_empty());
        let english = changes(&plan(), &old, &new, None, Language::En);
        assert!(english.rows.iter().all(|row| row.what.is_ascii() && row.new.is_ascii()), "{english:?}");
    }

    /// walk a31: rows follow the text of the plan, whatever its identifiers are; what is cut off is its end.
    #[test]
    fn rows_stand_in_the_order_of_the_plan() {
        for text in [
            include_str!("../../../public/plan.json"),
            include_str!("../../../tests/plans/harbour-city.json"),
            include_str!("../../../tests/plans/binjiang.json"),
        ] {
            let plan = crate::plan::read::from_json(text).expect("the plan");
            let of = |id: &str, district: Option<&str>| {
                entry(Said::Actual {
                    indicator: id.into(),
                    district: district.map(Into::into),
                    report: crate::ledger::Report::NoChange,
                    evidence: String::new(),
                    note: String::new(),
                })
            };
            let mut expected = Vec::new();
            let mut entries = vec![entry(Said::StartOfUse { reason: String::new() })];
            for (_, task) in plan.tasks() {
                for one in &task.indicators {
                    expected.push(Route::Indicator(one.id.clone()).href());
                    entries.insert(0, of(&one.id, None));
                }
                for one in &task.measures {
                    expected.push(Route::Measure(one.id.clone()).href());
                    let stage = crate::ledger::Stage::Done;
                    let said = Said::Progress { subject: one.id.as_str().into(), stage, note: String::new() };
                    entries.insert(0, entry(said));
                }
            }
            let ledger = |entries| Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 8, entries)]);
            let rows = |new: &Ledger| changes(&plan, &Ledger::default(), new, None, Language::Zh).rows;
            let mut found = rows(&ledger(entries));
            assert_eq!(found.pop().and_then(|row| row.href), None, "the ledger's own stands last");
            let found: Vec<_> = found.into_iter().filter_map(|row| row.href).collect();
            assert_eq!(found, expected);
            // Districts of one indicator, too, and the city before them.
            let id = &plan.indicators().next().expect("an indicator").item.id;
            let mut shares: Vec<_> = plan.districts.iter().rev().map(|one| of(id, Some(one))).collect();
            shares.push(of(id, None));
            let said: Vec<String> = rows(&ledger(shares)).into_iter().map(|row| row.what).collect();
            let name =
                |id: &String| plan.say(&plan.organisation(id).expect("a district").name, Language::Zh).words;
            let names = std::iter::once(String::from("2024-08")).chain(plan.districts.iter().map(name));
            let is_there = said.iter().zip(names).all(|(said, name)| said.ends_with(&name));
            assert!(is_there && said.len() == plan.districts.len() + 1, "{said:?}");
        }
    }

    #[test]
    fn so_many_rows_are_listed_and_the_rest_is_counted() {
        let of = |count: usize| {
            let entries = (0..count).map(|at| actual(&format!("i-{at}"), "1"));
            let new = Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 8, entries)]);
            let changes = changes(&plan(), &Ledger::default(), &new, None, Language::Zh);
            (changes.rows.len(), changes.more)
        };
        assert_eq!((of(MOST_ROWS), of(MOST_ROWS + 2)), ((MOST_ROWS, 0), (MOST_ROWS, 2)));
    }
}
