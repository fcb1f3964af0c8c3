//! What of the year's list goes with a fill-in link: the titles of the items that are asked, and which measures of past
//! years go on. The clerk's device knows the plan and no list.

use crate::ledger::kinds::{Item, ItemChange, ItemLine};
use crate::ledger::{Entry, Id, Ledger, Said};
use crate::plan::{Day, Month, PlanIndex, Years};
use crate::standing::duty;
use crate::standing::year_duty::YearDuty;

/// Most entries of a list that a link carries, and that are read of one: far more than one organisation leads.
const MOST_LISTED: usize = 300;

/// What has to be known of the list so that the form asks what the officer's page asks; nothing where the year has none.
pub(super) fn of_year(plan: &PlanIndex, ledger: &Ledger, organisation: &str, month: Month) -> Vec<Entry> {
    let owed = duty::duty(plan, ledger, organisation, month);
    let (list, year) = (YearDuty::new(ledger, month), month.year());
    let lines = owed.items.iter().map(|one| {
        let line = ItemLine {
            kind: one.kind,
            parent: None,
            title: one.title.clone(),
            years: Years { from: year, to: year },
            lead: vec![organisation.into()],
            responsible: vec![],
            begins: None,
            due: one.due,
            origin: None,
        };
        said(one.id.clone(), ItemChange::Listed(line))
    });
    let answerable = duty::answerable(plan, organisation, month).measures;
    let of_past = answerable.iter().filter(|(_, one)| one.year.is_some_and(|of| of < year));
    // That one goes on says that the list has begun, and so that the others do not.
    let goes_on = of_past.filter(|(_, one)| list.has_begun() && list.keeps(one));
    let goes_on = goes_on.map(|(_, one)| said(one.id.as_str().into(), ItemChange::CarriedOn { year }));
    let ended = answerable.iter().filter(|(_, one)| list.has_ended(&one.id));
    let on = month.day(1).unwrap_or(Day::EPOCH);
    let ended = ended.map(|(_, one)| said(one.id.as_str().into(), ItemChange::Ended { on }));
    let mut all: Vec<Entry> = lines.chain(goes_on).chain(ended).take(MOST_LISTED).collect();
    if all.is_empty() {
        // Of a list on which nothing is this organisation's, the first thing: that it has begun changes what is asked.
        all.extend(list.first().map(|id| said(id.clone(), ItemChange::CarriedOn { year })));
    }
    all
}

/// Whether entries of a link are of a list, and of nobody else's.
pub(super) fn is_asked(entries: &[Entry], organisation: &str, month: Month) -> bool {
    let is_own = |item: &Item| match &item.change {
        ItemChange::Listed(line) => {
            let year = Years { from: month.year(), to: month.year() };
            line.years == year && line.lead.iter().all(|id| **id == *organisation)
        }
        ItemChange::CarriedOn { year } => *year == month.year(),
        ItemChange::Ended { on } => on.month() == month,
        ItemChange::Moved { .. } => false,
    };
    entries.len() <= MOST_LISTED
        && entries.iter().all(|entry| match &entry.said {
            Said::Item(item) => entry.replaces.is_none() && is_own(item),
            _ => false,
        })
}

fn said(id: Id, change: ItemChange) -> Entry {
    let item = Item { id, change, reason: String::new(), document: String::new() };
    Entry { replaces: None, said: Said::Item(Box::new(item)) }
}
