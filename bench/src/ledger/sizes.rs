//! Ledgers of a given size.

use super::full_use::full_use;
use planboard::ledger::{Batch, Id, Said};
use planboard::plan::PlanIndex;

/// About so many entries over the same three years: what is beyond one city's full use is that of more cities, each
/// with indicators and measures of its own. Without locks, which would close one city's month over another's.
pub fn of_size(plan: &PlanIndex, entries: usize) -> Vec<Batch> {
    let one = full_use(plan);
    let (mut all, mut count) = (Vec::new(), 0);
    for city in 0.. {
        for batch in &one {
            let mut batch = batch.clone();
            batch.entries.retain(|entry| !matches!(entry.said, Said::Lock { .. }));
            if batch.entries.is_empty() {
                continue;
            }
            batch.id.writer ^= city << 40;
            batch.written.0 += city;
            batch.entries.iter_mut().for_each(|entry| move_to(city, &mut entry.said));
            count += batch.entries.len();
            all.push(batch);
            if count >= entries {
                return all;
            }
        }
    }
    all
}

fn move_to(city: u64, said: &mut Said) {
    let moved = |id: &mut Id| {
        if city > 0 {
            *id = format!("{id}-{city}").into();
        }
    };
    match said {
        Said::Actual { indicator, .. } => moved(indicator),
        Said::Progress { subject, .. } => moved(subject),
        Said::Acceptance { of } => of.writer ^= city << 40,
        _ => {}
    }
}
