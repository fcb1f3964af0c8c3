//! Chance without chance: a number for a name, the same one on every device.

/// Lots that depend on a seed and on what is drawn for, never on what was drawn before.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

impl Chance {
    /// FNV-1a of 64 bits over the plan's identifier.
    pub fn of(plan: &str) -> Self {
        Self(hash(0xcbf2_9ce4_8422_2325, plan))
    }

    /// A number below `many` for a name and a count; 0 if `many` is 0.
    pub fn lot(self, name: &str, count: usize, many: u64) -> u64 {
        mixed(hash(self.0, name).wrapping_add(mixed(count as u64))).checked_rem(many).unwrap_or(0)
    }

    /// One of a list for a name and a count.
    pub fn pick<T: Copy>(self, name: &str, count: usize, list: &[T]) -> Option<T> {
        list.get(self.lot(name, count, list.len() as u64) as usize).copied()
    }
}

fn hash(start: u64, text: &str) -> u64 {
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
