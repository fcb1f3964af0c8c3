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

use acts::World;

/// So many sequences where nothing else is asked for, and so many acts in each.
const SEQUENCES: u64 = 700;
const ACTS: usize = 24;

#[test]
fn no_sequence_of_a_month_loses_anything_or_makes_pages_contradict_each_other() {
    let plan = planboard::plan::read::from_json(include_str!("../../public/plan.json")).expect("the plan");
    let asked = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let only = asked("MONTH");
    let all = 0..asked("SEQUENCES").unwrap_or(SEQUENCES);
    let numbers = only.map_or(all, |only| only..only + 1);
    let (mut sequences, mut slips) = (0, 0);
    for number in numbers {
        let told = Told { number, is_over: false };
        let mut world = World::new(&plan, number, only.is_some());
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
