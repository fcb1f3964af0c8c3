//! Who a batch is, and when something was written.

use crate::plan::Day;

pub use crate::ledger::BatchId;

/// A moment in milliseconds since 1970-01-01T00:00Z, by the clock of the device. Handed in, never read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// A moment as date and time where the plan is.
    pub fn words(self, offset: i32) -> String {
        let minutes = (self.0 / 60_000) as i64 + i64::from(offset);
        let day = Day::EPOCH.plus(minutes.div_euclid(1440));
        let minute = minutes.rem_euclid(1440);
        format!("{day} {:02}:{:02}", minute / 60, minute % 60)
    }
}

impl Millis {
    /// Milliseconds from an earlier moment; none if the other one is later, as after a clock was set back.
    pub fn since(self, earlier: Self) -> Option<u64> {
        self.0.checked_sub(earlier.0)
    }
}

/// A number for a set of batches that is the same in whatever order they are counted.
pub fn digest(ids: impl IntoIterator<Item = BatchId>) -> u64 {
    ids.into_iter().fold(0, |sum: u64, id| sum.wrapping_add(fingerprint(id)))
}

/// A well mixed number for one batch (the finaliser of SplitMix64, applied to each half).
pub fn fingerprint(id: BatchId) -> u64 {
    mixed(mixed(id.writer).wrapping_add(u64::from(id.sequence)))
}

fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_batches_does_not_change_the_digest_but_each_batch_does() {
        let ids: Vec<BatchId> = (0..50).map(|sequence| BatchId { writer: 7, sequence }).collect();
        let all = digest(ids.iter().copied());
        assert_eq!(all, digest(ids.iter().rev().copied()));
        for left_out in &ids {
            assert_ne!(all, digest(ids.iter().copied().filter(|id| id != left_out)));
        }
    }

    #[test]
    fn writer_and_sequence_are_not_mixed_up() {
        let one = BatchId { writer: 1, sequence: 2 };
        let other = BatchId { writer: 2, sequence: 1 };
        assert_ne!(fingerprint(one), fingerprint(other));
    }

    #[test]
    fn a_clock_that_was_set_back_gives_no_age() {
        assert_eq!(Millis(5).since(Millis(3)), Some(2));
        assert_eq!(Millis(3).since(Millis(5)), None);
    }
}
