//! What an officer may write of a member.

use super::super::act::{self, Act, Fault as ActFault, Typed, WHOLE, which};
use super::super::decided::Outcome;
use super::super::members::{Choice, Whose};
use super::{LIST, TODAY, entry, id, members_as_of, named, one_as_of, pasted, rows, says, three};
use crate::ledger::samples::august::{day, month, officer, plan};
use crate::ledger::{Batch, Entry, Ledger, Said};
use crate::text::Language::Zh;

/// M40 6: one redaction removes a name everywhere, the earlier wrong one too; days and states stay.
#[test]
fn a_redaction_takes_a_name_out_everywhere() {
    let plan = plan();
    let list = plan.list(LIST).expect("the list");
    let mut ledger = three();
    let act = |ledger: &Ledger, act, typed: &Typed| {
        let members = ledger.members(LIST);
        let member = members.iter().find(|member| member.id == id(1, 2)).expect("the member");
        act::written(list, ledger, member, day(TODAY), act, typed)
    };
    let right = Typed { name: "鞍山力邦集团".into(), district: "tiexi".into(), ..Typed::default() };
    ledger.add(says(3, act(&ledger, Act::Correct, &right).expect("a correction")));
    let choice = Choice { state: Whose::Off, ..Choice::default() };
    assert_eq!(
        rows(&members_as_of(&ledger, TODAY, &choice, Zh)),
        [("鞍山力邦集团", "退出", "2024-06-30", "铁西区")]
    );
    assert_eq!(act(&ledger, Act::Redact, &Typed::default()), Err(vec![ActFault::NotSure]));
    let sure = Typed { is_sure: true, ..Typed::default() };
    let redactions = act(&ledger, Act::Redact, &sure).expect("redactions");
    assert_eq!(redactions.len(), 2, "the name that was corrected goes too");
    ledger.add(says(4, redactions));
    assert_eq!(
        rows(&members_as_of(&ledger, TODAY, &choice, Zh)),
        [("文字已删除", "退出", "2024-06-30", "铁西区")]
    );
    let all: String =
        ledger.batches().flat_map(|one| &one.entries).map(|one| format!("{:?}", one.said)).collect();
    assert!(!all.contains("力邦"), "{all}");
    // A name that was redacted is like no other.
    assert_eq!(pasted(&ledger, LIST, "鞍山力邦集团有限公司").outcomes(&[]), [Outcome::New]);
}

/// M40 1: what an officer may write of a member, and what is refused.
#[test]
fn a_member_changes_its_state_by_a_day_and_faults_are_told_at_once() {
    let plan = plan();
    let list = plan.list(LIST).expect("the list");
    let mut ledger = three();
    let act = |ledger: &Ledger, act, typed: &Typed| {
        let members = ledger.members(LIST);
        act::written(list, ledger, &members[0], day(TODAY), act, typed)
    };
    for (typed, faults) in [
        (Typed::default(), vec![ActFault::NoState, ActFault::NoDay]),
        (
            Typed { state: "-".into(), day: "2024-09-31".into(), ..Typed::default() },
            vec![ActFault::NoSuchDay],
        ),
        (Typed { state: "-".into(), day: "2024-09-13".into(), ..Typed::default() }, vec![ActFault::Future]),
        (
            Typed { state: "-".into(), day: "2023-10-31".into(), ..Typed::default() },
            vec![ActFault::Before(day("2023-11-01"))],
        ),
        (
            Typed { state: "recognised".into(), day: "2024-09-01".into(), ..Typed::default() },
            vec![ActFault::SameState],
        ),
    ] {
        assert_eq!(act(&ledger, Act::Change, &typed), Err(faults), "{typed:?}");
    }
    let out =
        Typed {
            state: "-".into(), day: "2024-09-01".into(), note: "未通过复审".into(), ..Typed::default()
        };
    ledger.add(says(3, act(&ledger, Act::Change, &out).expect("it leaves")));
    let line = one_as_of(&ledger, TODAY, Zh).line;
    assert_eq!(line, "2024 年：年初 2 + 新增 1 − 退出 2 = 2024-09-12 现有 1");
    // The last state alone is taken back, then the whole member.
    let nothing = act(&ledger, Act::Withdraw, &Typed::default());
    assert_eq!(nothing, Err(vec![ActFault::NoReason, ActFault::NoChoice]));
    let why = Typed { note: "误登".into(), which: WHOLE.into(), ..Typed::default() };
    // Neither a place in the list of states nor the entry that names the member is a state to take back: never all of it.
    for which in [String::new(), "1".into(), "7".into(), which(id(1, 0)), which(id(9, 9))] {
        let refused = act(&ledger, Act::Withdraw, &Typed { which, ..why.clone() });
        assert_eq!(refused, Err(vec![ActFault::NoChoice]));
    }
    let state = Typed { which: which(id(3, 0)), ..why.clone() };
    let withdrawal = act(&ledger, Act::Withdraw, &state).expect("a withdrawal");
    assert_eq!(withdrawal.iter().map(|one| one.replaces).collect::<Vec<_>>(), [Some(id(3, 0))]);
    ledger.add(says(4, withdrawal));
    assert_eq!(
        act(&ledger, Act::Withdraw, &state),
        Err(vec![ActFault::NoChoice]),
        "it is taken back already"
    );
    assert_eq!(members_as_of(&ledger, TODAY, &Choice::default(), Zh).found, 2);
    ledger.add(says(5, act(&ledger, Act::Withdraw, &why).expect("a withdrawal")));
    let ever = Choice { state: Whose::Ever, ..Choice::default() };
    assert_eq!(members_as_of(&ledger, TODAY, &ever, Zh).found, 2);
}

/// What replies to an entry of a locked period would not count: it is refused, and new ones are of an open period.
#[test]
fn a_locked_period_refuses_corrections_and_takes_no_new_names() {
    let plan = plan();
    let mut ledger = three();
    let current = act::period(&plan, &ledger, day(TODAY));
    assert_eq!(current, month("2024-08"));
    let accepted = ledger.batches().map(|batch| batch.id).collect();
    ledger.add(officer(8, "2024-09-10", [Said::Lock { accepted }]));
    assert_eq!(act::period(&plan, &ledger, day(TODAY)), month("2024-09"));
    let members = ledger.members(LIST);
    assert_eq!(members.len(), 3, "what was there stays");
    let list = plan.list(LIST).expect("the list");
    let why = Typed { note: "误登".into(), which: WHOLE.into(), ..Typed::default() };
    let refused = act::written(list, &ledger, &members[0], day(TODAY), Act::Withdraw, &why);
    assert_eq!(refused, Err(vec![ActFault::Locked(month("2024-08"))]));
}

/// The acts that the gate of others would refuse are not offered.
#[test]
fn whoever_reports_is_offered_only_what_is_his_own() {
    let plan = plan();
    let mut ledger = three();
    let theirs =
        says(5, vec![entry(LIST, named("台安甲厂", Some("taian")), Some("recognised"), "2024-01-01")]);
    ledger.add(Batch { organisation: "taian".into(), ..theirs });
    let of = |member, organisation: &str| act::offered(&plan, &ledger, member, organisation);
    assert_eq!(of(id(1, 0), &plan.issuer), Act::ALL);
    assert_eq!(of(id(5, 0), &plan.issuer), Act::ALL);
    assert_eq!(of(id(5, 0), "taian"), [Act::Change, Act::Correct, Act::Withdraw]);
    assert_eq!(of(id(1, 0), "taian"), []);
}

/// M40 6: a correction that another device wrote beside the one that holds names the member too.
#[test]
fn a_redaction_takes_competing_corrections_along_and_so_does_a_withdrawal() {
    let plan = plan();
    let list = plan.list(LIST).expect("the list");
    let mut ledger = three();
    let correction = |name: &str| Entry {
        replaces: Some(id(1, 2)),
        ..entry(LIST, named(name, None), Some("recognised"), "2022-05-01")
    };
    ledger.add(says(5, vec![correction("鞍山力邦甲")]));
    ledger.add(says(6, vec![correction("鞍山力邦乙")]));
    let act = |act, typed: &Typed| {
        let members = ledger.members(LIST);
        let member = members.iter().find(|member| member.id == id(1, 2)).expect("the member");
        assert_eq!(member.name, "鞍山力邦乙", "the later holds");
        act::written(list, &ledger, member, day(TODAY), act, typed).expect("entries")
    };
    let redactions = act(Act::Redact, &Typed { is_sure: true, ..Typed::default() });
    assert_eq!(redactions.len(), 3);
    let withdrawals =
        act(Act::Withdraw, &Typed { which: WHOLE.into(), note: "误登".into(), ..Typed::default() });
    assert_eq!(withdrawals.len(), 3);
    let mut redacted = ledger.clone();
    redacted.add(says(7, redactions));
    let all: String =
        redacted.batches().flat_map(|one| &one.entries).map(|one| format!("{:?}", one.said)).collect();
    assert!(!all.contains("力邦"), "{all}");
    let mut withdrawn = ledger.clone();
    withdrawn.add(says(7, withdrawals));
    assert!(withdrawn.members(LIST).iter().all(|member| member.id != id(1, 2)), "no other name comes up");
}
