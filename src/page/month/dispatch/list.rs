//! What of the year's list goes with a fill-in link: the titles of the items that are asked, and which measures of past
//! years go on. The clerk's device knows the plan and no list.

use crate::ledger::kinds::{Item, ItemChange, ItemLine};
use crate::ledger::{Entry, Id, Ledger, Said};
use crate::plan::{Day, Month, PlanIndex, Years};
use crate::standing::duty::{self, Duty};
use crate::standing::year_duty::YearDuty;
use std::collections::BTreeSet;

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
    let carried = |id: Id| said(id, ItemChange::CarriedOn { year });
    // That one goes on says that the list has begun, and so that the others do not.
    let of_past = owed.measures.iter().filter(|(_, one)| one.year.is_some_and(|of| of < year));
    let goes_on = of_past.filter(|_| list.has_begun()).map(|(_, one)| carried(one.id.as_str().into()));
    let mut all: Vec<Entry> = lines.chain(goes_on).collect();
    if all.is_empty() {
        // Of a list on which nothing is this organisation's, the first thing: that it has begun changes what is asked. It
        // stands before what says that just this is not asked.
        all.extend(list.first().cloned().map(carried));
    }
    let on = month.day(1).unwrap_or(Day::EPOCH);
    let ended = not_asked(plan, &list, &owed).into_iter().map(|id| said(id, ItemChange::Ended { on }));
    all.into_iter().chain(ended).take(MOST_LISTED).collect()
}

/// What the list knows and the period does not ask of the organisation: it was ended, is another's now, is done, or begins
/// later. The clerk's device may know it from an earlier link, or by the plan; what waits to be taken over it leaves out
/// by itself.
fn not_asked(plan: &PlanIndex, list: &YearDuty, owed: &Duty) -> BTreeSet<Id> {
    let measures = duty::answerable(plan, owed.organisation, owed.month).measures.into_iter();
    let measures = measures.map(|(_, one)| Id::from(one.id.as_str())).filter(|id| list.has_said(id));
    let led = list.ever_led(plan, owed.organisation).into_iter().cloned();
    let is_asked = |id: &Id| {
        owed.measures.iter().any(|(_, one)| *one.id == **id) || owed.items.iter().any(|one| one.id == *id)
    };
    measures.chain(led).filter(|id| !is_asked(id)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::kinds::ItemKind;
    use crate::ledger::samples::august::{batch, month, morning, officer, plan};
    use crate::ledger::{Batch, BatchId, Stage, codec};
    use crate::page::month::dispatch::fill_in::{Asking, fill_in_batches, read_fill_in};
    use crate::page::month::form::sheet;
    use crate::plan::Year;
    use crate::text::Language::Zh;

    const LEAD: &str = "science-bureau";

    fn own(title: &str, lead: &str) -> ItemLine {
        ItemLine {
            kind: ItemKind::Node,
            parent: None,
            title: title.into(),
            years: Years { from: Year(2024), to: Year(2024) },
            lead: vec![lead.into()],
            responsible: vec![],
            begins: None,
            due: Day::parse("2024-10-31"),
            origin: None,
        }
    }

    fn listed(entries: Vec<Entry>) -> Ledger {
        let batch = Batch { entries, month: month("2024-01"), ..officer(1, "2024-01-10", []) };
        Ledger::new([batch])
    }

    /// Something is taken over, and was done in a month before.
    fn listed_and_done(id: &Id) -> Ledger {
        let mut ledger = listed(vec![said(id.clone(), ItemChange::CarriedOn { year: Year(2024) })]);
        let done = Said::Progress { subject: id.clone(), stage: Stage::Done, note: String::new() };
        ledger.add(Batch { month: month("2024-06"), ..batch(5, "2024-07-02", LEAD, [done]) });
        ledger
    }

    fn past(plan: &PlanIndex, nth: usize) -> Id {
        let of = plan.measures().filter(|place| place.item.year == Some(Year(2023)));
        of.map(|place| place.item.id.as_str().into()).nth(nth).expect("a measure of 2023")
    }

    fn asking() -> Asking {
        Asking {
            person: "李科".into(),
            id: BatchId { writer: 7, sequence: 3 },
            now: morning("2024-09-01"),
            offset: 480,
        }
    }

    /// What the clerk's form asks who has nothing but the link, and what the officer's page asks.
    fn asked(plan: &PlanIndex, ledger: &Ledger, organisation: &str) -> [Vec<(String, String)>; 2] {
        let batches = fill_in_batches(plan, ledger, organisation, month("2024-08"), &asking());
        let vocabulary = codec::Vocabulary::of(plan);
        let bytes = codec::encode(&batches, Some(&vocabulary));
        let opened = codec::decode(&bytes, &vocabulary).expect("what was written");
        let lent = Ledger::new(read_fill_in(&opened).expect("a fill-in link").last);
        [&lent, ledger].map(|ledger| {
            let sheet = sheet(plan, ledger, organisation, month("2024-08"), None, Zh).expect("a form");
            sheet.staged().map(|one| (one.id.clone(), one.name.words.clone())).collect()
        })
    }

    /// M39.2: the clerk's device has no list; the form of a month asks by the link what the officer's page asks.
    #[test]
    fn m39_2_the_form_behind_a_link_asks_what_the_list_asks() {
        let plan = plan();
        let (first, second) = (past(&plan, 0), past(&plan, 1));
        let begun = |line: Option<ItemLine>, carried: &[&Id], ended: &[&Id]| {
            let line = line.map(|line| said("1f.0.3".into(), ItemChange::Listed(line)));
            let carried =
                carried.iter().map(|id| said((*id).clone(), ItemChange::CarriedOn { year: Year(2024) }));
            let on = Day::parse("2024-06-01").expect("a day");
            let ended = ended.iter().map(|id| said((*id).clone(), ItemChange::Ended { on }));
            listed(line.into_iter().chain(carried).chain(ended).collect())
        };
        let node = own("建成中试基地信息库", LEAD);
        for (ledger, has_node, count) in [
            (Ledger::default(), false, None),
            (begun(Some(node.clone()), &[], &[]), true, Some(0)),
            (begun(Some(node.clone()), &[&first], &[]), true, Some(1)),
            (begun(None, &[&first, &second], &[&second]), false, Some(1)),
            (begun(None, &[], &[&first]), false, None),
            // Begun by what another organisation leads: nothing of the past is asked of this one.
            (begun(Some(own("别的单位的节点", "haicheng")), &[], &[]), false, Some(0)),
            (begun(Some(own("别的单位的节点", "haicheng")), &[], &[&first]), false, Some(0)),
            // All that was ever on the list was ended: it has begun all the same.
            (begun(None, &[&first], &[&first]), false, Some(0)),
            (begun(Some(node.clone()), &[], &[&"1f.0.3".into()]), false, Some(0)),
            // A measure of the text whose line has another lead is asked of that one.
            (listed(vec![said(first.clone(), ItemChange::Listed(own("改述", "haicheng")))]), false, Some(0)),
            (listed_and_done(&first), false, Some(0)),
        ] {
            let [clerk, officer] = asked(&plan, &ledger, LEAD);
            assert_eq!(clerk, officer);
            assert_eq!(clerk.iter().any(|(_, name)| name == "建成中试基地信息库"), has_node);
            let of_past =
                |id: &str| plan.measure(id).is_some_and(|place| place.item.year == Some(Year(2023)));
            let past = clerk.iter().filter(|(id, _)| of_past(id)).count();
            if let Some(count) = count {
                assert_eq!(past, count);
            } else {
                assert!(past > 10, "as before there were lists");
            }
        }
        let [haicheng, _] = asked(&plan, &begun(Some(own("海城节点", "haicheng")), &[], &[]), "haicheng");
        assert!(
            haicheng.iter().any(|(_, name)| name == "海城节点"),
            "a district that leads an item is asked"
        );
    }

    /// A device that knows the list from before: what is not asked any more is taken away by the link.
    #[test]
    fn what_an_earlier_link_told_is_taken_away_by_a_later_one() {
        let plan = plan();
        let id = || Id::from("1f.0.3");
        let before = listed(vec![said(id(), ItemChange::Listed(own("节点", LEAD)))]);
        let on = Day::parse("2024-07-10").expect("a day");
        let begins = ItemLine { begins: Day::parse("2024-11-01"), ..own("节点", LEAD) };
        for (name, change) in [
            ("ended", ItemChange::Ended { on }),
            ("another's", ItemChange::Listed(own("节点", "haicheng"))),
            ("later", ItemChange::Listed(begins)),
        ] {
            let mut ledger = before.clone();
            let later = Batch { entries: vec![said(id(), change)], ..officer(2, "2024-07-10", []) };
            ledger.add(Batch { month: month("2024-07"), ..later });
            let batches = fill_in_batches(&plan, &ledger, LEAD, month("2024-08"), &asking());
            let mut device = before.clone();
            for batch in read_fill_in(&batches).expect("a fill-in link").last {
                device.add(batch);
            }
            let [theirs, ours] = [&device, &ledger].map(|ledger| {
                let duty = duty::duty(&plan, ledger, LEAD, month("2024-08"));
                (duty.items.len(), duty.measures.len())
            });
            assert_eq!(theirs, ours, "{name}");
            assert_eq!(ours.0, 0, "{name}");
        }
    }

    #[test]
    fn of_a_list_a_link_holds_what_is_the_organisations_and_so_much_of_it() {
        let plan = plan();
        let month = month("2024-08");
        let lines = |count: usize| -> Vec<Entry> {
            let id = |at: usize| -> Id { format!("1f.0.{at}").into() };
            (0..count).map(|at| said(id(at), ItemChange::Listed(own(&format!("第 {at} 项"), LEAD)))).collect()
        };
        let sent = of_year(&plan, &listed(lines(MOST_LISTED + 1)), LEAD, month);
        assert_eq!(sent.len(), MOST_LISTED);
        assert!(is_asked(&sent, LEAD, month));
        assert!(!is_asked(&lines(MOST_LISTED + 1), LEAD, month), "more than anybody leads");
        assert!(!is_asked(&sent, "haicheng", month), "another's");
        let moved = ItemChange::Moved { due: Day::EPOCH };
        assert!(!is_asked(&[said("1f.0.1".into(), moved)], LEAD, month));
        assert!(!is_asked(&batch(1, "2024-08-30", LEAD, [Said::Submission]).entries, LEAD, month));
    }
}
