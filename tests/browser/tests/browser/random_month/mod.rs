//! A dozen random months through the real page: two clerks and an officer, each in a profile of their own, fill in,
//! send, accept, return, correct, undo, reload and open second tabs in an order of chance, and after each act what the
//! pages show is held against the [`reference`] of `tests/month`, which knows none of the product's models.
//!
//! In each sequence every sort of act comes at least once. A failure prints its number; `RANDOM_MONTH=7` runs that
//! sequence alone and tells each act.

mod acts;
mod checks;
#[path = "../../../../month/reference.rs"]
#[expect(dead_code, reason = "nobody locks, or lets something go, in these sequences")]
mod reference;

use acts::{Act, World};

/// How many sequences there are, and how many acts of chance in each beside one of every sort.
const SEQUENCES: u64 = 12;
const MORE: usize = 1;

/// SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((value ^ (value >> 31)) % bound.max(1) as u64) as usize
    }
}

/// Every sort of act once, and a few more, in an order of chance.
fn order(chance: &mut Chance) -> Vec<Act> {
    let mut acts = Act::ALL.to_vec();
    acts.extend((0..MORE).map(|_| Act::ALL[chance.below(Act::ALL.len())]));
    for at in (1..acts.len()).rev() {
        acts.swap(at, chance.below(at + 1));
    }
    acts
}

/// Says which sequence it was when one fails.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("sequence {0} failed: RANDOM_MONTH={0} runs it alone", self.0);
        }
    }
}

/// The sequences whose numbers leave that rest: two tests go side by side.
fn run(rest: u64) {
    let only = std::env::var("RANDOM_MONTH").ok().and_then(|text| text.parse::<u64>().ok());
    let is_asked = |number: &u64| number % 2 == rest && only.is_none_or(|only| only == *number);
    for number in (0..only.map_or(SEQUENCES, |only| only + 1)).filter(is_asked) {
        let _told = Told(number);
        let mut chance = Chance(number);
        let acts = order(&mut chance);
        let mut world = World::new(chance, only.is_some());
        acts.into_iter().for_each(|act| world.act(act));
        world.ends();
    }
}

#[test]
fn no_even_sequence_loses_anything_or_makes_pages_contradict_each_other() {
    run(0);
}

#[test]
fn no_odd_sequence_loses_anything_or_makes_pages_contradict_each_other() {
    run(1);
}
