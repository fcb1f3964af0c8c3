//! The month as a model: random sequences of what people do, through the real pure models (form, draft, links, gate,
//! review, ledger, storage, standing), against [`reference`], which is a list of what was last sent of each item.
//!
//! A failure prints its number; `MONTH=17 cargo test --test month` runs that sequence alone and tells each step, and
//! `SEQUENCES=9000` before it runs so many.

// Once is enough: with the views compiled in, the models are the same.
#![cfg(not(feature = "ssr"))]

mod acts;
mod agreement;
mod reference;
mod site;

use acts::{Units, World};
use planboard::plan::{PlanIndex, read};

/// So many sequences of both plans together where nothing else is asked for, and so many acts in each.
const SEQUENCES: u64 = 700;
const ACTS: usize = 24;

#[test]
fn no_sequence_of_a_month_loses_anything_or_makes_pages_contradict_each_other() {
    let plans = plans();
    let asked = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let only = asked("MONTH");
    let all = 0..asked("SEQUENCES").unwrap_or(SEQUENCES);
    let numbers = only.map_or(all, |only| only..only + 1);
    let (mut sequences, mut slips) = (0, 0);
    for number in numbers {
        let told = Told { number, is_over: false };
        // One in four in the other plan: whichever it is, `MONTH` leads back to it.
        let (plan, units) = &plans[usize::from(number.is_multiple_of(4))];
        let mut world = World::new(plan, *units, number, only.is_some());
        for _ in 0..ACTS {
            world.act();
        }
        world.ends(number.is_multiple_of(25) || only.is_some());
        told.over();
        (sequences, slips) = (sequences + 1, slips + world.slips);
    }
    // Where a slip is hardly ever sent, that none went in unseen proves nothing.
    assert!(sequences < 50 || slips > sequences / 10, "{slips} slips in {sequences} sequences");
}

/// The shipped plan, with a district that leads a task besides, a district, and a lead of measures alone; and a plan of
/// towns, with a lead of all, a town that has one share, and one that reports problems alone. No two of them report the
/// same figure: whose holds then is not what this asks.
fn plans() -> [(PlanIndex, Units); 2] {
    let plan = |text: &str| read::from_json(text).expect("a sound plan");
    [
        (
            plan(include_str!("../../public/plan.json")),
            ["high-tech-zone", "haicheng", "development-reform-commission"],
        ),
        (
            plan(include_str!("../plans/binjiang.json")),
            ["development-reform", "jia-town", "market-regulation"],
        ),
    ]
}

/// Says which sequence it was when one fails.
struct Told {
    number: u64,
    is_over: bool,
}

impl Told {
    fn over(mut self) {
        self.is_over = true;
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        if !self.is_over {
            eprintln!("sequence {0} failed: MONTH={0} cargo test --test month", self.number);
        }
    }
}
