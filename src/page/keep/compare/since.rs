//! From when on people ask what has changed: the last month, the last lock, the last snapshot.

use super::words;
use crate::ledger::{Ledger, Moment, Slot};
use crate::page::keep::share::Made;
use crate::plan::{Day, PlanIndex};
use crate::standing::duty;
use crate::text::Language;

/// A moment with which now is compared, by a press.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    pub name: String,
    pub from: Moment,
}

/// Those that there are.
pub fn since(
    plan: &PlanIndex,
    ledger: &Ledger,
    today: Day,
    offset: i32,
    snapshot: Option<Made>,
    language: Language,
) -> Vec<Since> {
    let words = words::of(language);
    let month = today.month().plus(-1).day(1).map(|first| Since {
        name: words.since_month.to_owned(),
        from: Moment::end_of(first.month_end(), offset),
    });
    let locks = duty::periods(plan).into_iter();
    let locks = locks.filter_map(|month| Some((ledger.at(&Slot::Lock { month })?.batch.written, month)));
    let lock = locks
        .max()
        .map(|(from, month)| Since { name: words::since_lock(language, month, from.day(offset)), from });
    let snapshot = snapshot.map(|made| Since {
        name: words::since_snapshot(language, made.at.day(offset), &made.code.to_string()),
        from: made.at,
    });
    [month, lock, snapshot].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::samples::august::{day, officer, plan, report};
    use crate::link::fingerprint::Code;
    use crate::text::Language::{En, Zh};

    #[test]
    fn the_month_before_is_always_there_lock_and_snapshot_once_they_were_made() {
        let plan = plan();
        let sent = report(1, "2024-09-04", "haicheng");
        let mut ledger = Ledger::new([sent.clone()]);
        let found = since(&plan, &ledger, day("2024-09-10"), 480, None, Zh);
        let month = Since { name: "较上月末".into(), from: Moment::end_of(day("2024-08-31"), 480) };
        assert_eq!(found, [month]);
        let lock = officer(9, "2024-09-06", [Said::Lock { accepted: vec![sent.id] }]);
        ledger.add(lock.clone());
        let made = Made { at: Moment(lock.written.0 + 86_400), code: Code::of(b"a") };
        let found = since(&plan, &ledger, day("2024-09-10"), 480, Some(made), Zh);
        assert_eq!(found[1].from, lock.written);
        assert_eq!(found[1].name, "较上期锁定（2024 年 8 月，2024-09-06）");
        assert_eq!(found[2].from, made.at);
        assert!(found[2].name.starts_with("较上次快照（2024-09-07，"), "{}", found[2].name);
        let english = since(&plan, &ledger, day("2024-01-10"), 480, Some(made), En);
        assert_eq!(english[0].from, Moment::end_of(day("2023-12-31"), 480));
        assert!(english.iter().all(|one| one.name.is_ascii()), "{english:?}");
    }
}
