//! Names on lists: a few of the plan's lists with members that come, change their state and leave over the years.

use super::scene::{Hand, Scene, entry};
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::{Entry, EntryId, Said};
use crate::plan::{Day, List};

/// Days after the window until the officer has brought the lists up to date.
const LISTED_AFTER: i64 = 8;
/// How many lists have members in the sample.
const LISTS: usize = 3;
/// How many are on a list before the first period.
const AT_FIRST: usize = 7;

/// What changes on the lists in a period, counted from the first.
pub fn note(scene: &mut Scene, at: usize) {
    let Some(&(month, _, closes)) = scene.periods.get(at) else { return };
    let lists = chosen(scene);
    let mut entries = Vec::new();
    for (place, list) in lists.into_iter().enumerate() {
        if at == 0 {
            entries.extend((0..AT_FIRST).filter_map(|one| before(scene, list, place, one)));
        }
        let end = month.day(1).map(Day::month_end).unwrap_or(closes);
        match scene.chance.lot(&list.id, at, 4) {
            0 => entries.extend(named(scene, list, place, AT_FIRST + at, first_state(list), end.plus(-9))),
            1 => entries.extend(moved(scene, list, at, end.plus(-4))),
            _ => {}
        }
    }
    if !entries.is_empty() {
        scene.write(Hand::Officer, closes.plus(LISTED_AFTER), month, entries);
    }
}

/// Lists that hold no persons: those that prove a figure first.
fn chosen<'a>(scene: &Scene<'a>) -> Vec<&'a List> {
    let without_persons = || scene.plan.lists.iter().filter(|list| !list.persons);
    let proving = without_persons().filter(|list| !list.figures.is_empty());
    let mut others = without_persons().filter(|list| list.figures.is_empty());
    // One that the text orders, where there is one, beside those that prove something.
    let mut lists: Vec<&List> = proving.take(LISTS - 1).collect();
    lists.extend(others.next());
    lists
}

/// Who was there before the plan began or the first period was over.
fn before(scene: &Scene, list: &List, place: usize, one: usize) -> Option<Entry> {
    let (first, ..) = *scene.periods.first()?;
    let months = 2 + scene.chance.lot(&list.id, 1000 + one, 30) as i32;
    let day = first.plus(-months).day(1 + scene.chance.lot(&list.id, 2000 + one, 28) as u32)?;
    let states = list.states.len() as u64;
    let state = list.states.get(scene.chance.lot(&list.id, 3000 + one, states) as usize)?;
    named(scene, list, place, one, &state.key, day)
}

fn named(scene: &Scene, list: &List, place: usize, one: usize, state: &str, from: Day) -> Option<Entry> {
    let words = scene.words;
    let (first, second) = (words.members[0], words.members[1]);
    // The counts of both halves have no divisor in common: no name comes again before all pairs are used.
    let begin = first.get((one + place * 3) % first.len())?;
    let end = second.get((one + place) % second.len())?;
    let name = words.member.replacen("{}", &[*begin, *end].concat(), 1);
    let district = scene.chance.pick(&list.id, 4000 + one, &scene.plan.districts.iter().collect::<Vec<_>>());
    let said = Member {
        list: list.id.as_str().into(),
        who: Listing::Named { name, district: district.map(|id| id.as_str().into()), host: String::new() },
        state: Some(state.into()),
        from,
        document: words.listing.into(),
        note: String::new(),
    };
    Some(entry(Said::Member(Box::new(said))))
}

/// Somebody's next state; out of the last one the way leads off the list.
fn moved(scene: &Scene, list: &List, at: usize, from: Day) -> Option<Entry> {
    let mut last: Vec<(EntryId, Option<&str>, Day)> = Vec::new();
    for (id, entry) in scene.written().iter().flat_map(|batch| batch.named()) {
        let Said::Member(said) = &entry.said else { continue };
        if *said.list != list.id {
            continue;
        }
        match said.who {
            Listing::Named { .. } => last.push((id, said.state.as_deref(), said.from)),
            Listing::Known { of } => {
                if let Some(one) = last.iter_mut().find(|(id, ..)| *id == of) {
                    (one.1, one.2) = (said.state.as_deref(), said.from);
                }
            }
        }
    }
    last.retain(|(_, state, since)| state.is_some() && *since < from);
    let &(of, state, _) =
        last.get(scene.chance.lot(&list.id, 5000 + at, last.len().max(1) as u64) as usize)?;
    let place = list.states.iter().position(|one| Some(one.key.as_str()) == state)?;
    let next = list.states.get(place + 1).map(|one| one.key.as_str().into());
    let note = if next.is_none() { scene.words.left } else { "" };
    let said = Member {
        list: list.id.as_str().into(),
        who: Listing::Known { of },
        state: next,
        from,
        document: scene.words.listing.into(),
        note: note.into(),
    };
    Some(entry(Said::Member(Box::new(said))))
}

fn first_state(list: &List) -> &str {
    list.states.first().map_or("", |state| &state.key)
}
