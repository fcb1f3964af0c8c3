//! The list of a year as it was of a month: what is said later changes no month before.

use super::*;

fn of_month(writer: u64, on: &str, about: &str, said: impl IntoIterator<Item = Said>) -> Batch {
    Batch { month: Month::parse(about).expect("a month"), ..officer(writer, on, said) }
}

fn led_by(lead: &str, due: Option<&str>) -> ItemChange {
    let years = Years { from: Year(2024), to: Year(2024) };
    ItemChange::Listed(ItemLine { years, lead: vec![lead.into()], ..line("甲", due) })
}

fn told(ledger: &Ledger, about: &str) -> Vec<(String, Option<Day>, bool, bool)> {
    let (listed, ended) = ledger.list_as_of(Month::parse(about).expect("a month"));
    let lead = |one: &Listed| one.line.map(|line| line.lead[0].to_string()).unwrap_or_default();
    listed.iter().map(|one| (lead(one), one.due, one.was_put, ended.contains(&**one.id))).collect()
}

/// M39: what was worded anew, moved and ended in later months is as it was in earlier ones.
#[test]
fn a_month_knows_what_was_said_of_it_or_before() {
    let ledger = Ledger::new([
        of_month(1, "2024-01-10", "2024-01", [item("a.0.0", led_by("taian", Some("2024-06-30")))]),
        of_month(2, "2024-05-10", "2024-05", [item("a.0.0", led_by("haicheng", Some("2024-08-31")))]),
        of_month(3, "2024-07-10", "2024-07", [item("a.0.0", ItemChange::Moved { due: day("2024-10-31") })]),
        of_month(4, "2024-09-10", "2024-09", [item("a.0.0", ItemChange::Ended { on: day("2024-09-10") })]),
    ]);
    let of = |lead: &str, due: &str, is_ended| vec![(lead.to_owned(), Some(day(due)), true, is_ended)];
    assert_eq!(told(&ledger, "2023-12"), []);
    assert_eq!(told(&ledger, "2024-01"), of("taian", "2024-06-30", false));
    assert_eq!(told(&ledger, "2024-04"), of("taian", "2024-06-30", false));
    assert_eq!(told(&ledger, "2024-05"), of("haicheng", "2024-08-31", false));
    assert_eq!(told(&ledger, "2024-08"), of("haicheng", "2024-10-31", false));
    // Ended, it is still what the list began with.
    assert_eq!(told(&ledger, "2024-09"), of("haicheng", "2024-10-31", true));
    let one = &ledger.list_of(Year(2024))[0];
    let moved: Vec<Option<Day>> = one.movements.iter().map(|one| one.due).collect();
    assert_eq!(
        moved,
        [Some(day("2024-08-31")), Some(day("2024-10-31"))],
        "a line that moves it is a movement"
    );
    assert_eq!((one.first_due, one.wordings.len()), (Some(day("2024-06-30")), 2));
    assert_eq!(ledger.item_line("a.0.0").map(|line| line.lead[0].to_string()).as_deref(), Some("haicheng"));
}

/// The first day that there was stays known, whatever is written after it and from wherever the item was moved.
#[test]
fn lines_and_movements_make_one_life_of_a_due_day() {
    let moved = |due: &str| ItemChange::Moved { due: day(due) };
    let cases = [
        ("never", vec![led_by("taian", Some("2024-06-30"))], Some("2024-06-30"), vec![]),
        (
            "the same day again is no movement",
            vec![led_by("taian", Some("2024-06-30")), led_by("haicheng", Some("2024-06-30"))],
            Some("2024-06-30"),
            vec![],
        ),
        (
            "a line after a movement holds",
            vec![
                led_by("taian", Some("2024-06-30")),
                moved("2024-08-31"),
                led_by("taian", Some("2024-09-30")),
            ],
            Some("2024-06-30"),
            vec![Some("2024-08-31"), Some("2024-09-30")],
        ),
        (
            "taken away",
            vec![led_by("taian", Some("2024-06-30")), led_by("taian", None)],
            Some("2024-06-30"),
            vec![None],
        ),
        ("of the plan", vec![moved("2024-08-31")], None, vec![Some("2024-08-31")]),
    ];
    for (name, changes, first, movements) in cases {
        let batches = (1..).zip(changes).map(|(at, change)| {
            officer(at, &format!("2024-02-{at:02}"), [item("a.0.0", change), carried("a.0.0")])
        });
        let ledger = Ledger::new(batches);
        let listed = ledger.list_of(Year(2024));
        let one = &listed[0];
        let found: Vec<Option<Day>> = one.movements.iter().map(|one| one.due).collect();
        let expected: Vec<Option<Day>> = movements.iter().map(|due| due.map(day)).collect();
        assert_eq!((one.first_due, found), (first.map(day), expected), "{name}");
    }
}

fn carried(id: &str) -> Said {
    item(id, ItemChange::CarriedOn { year: Year(2024) })
}

/// What nobody settled waits in every later year, from the latest list that had it; what was ended there does not.
#[test]
fn what_waits_is_of_the_latest_list_that_had_it() {
    let ledger = Ledger::new([
        officer(
            1,
            "2023-08-10",
            [
                item("a.0.0", listed("甲", (2023, 2023), None)),
                item("b.0.0", listed("乙", (2023, 2024), None)),
            ],
        ),
        officer(2, "2023-08-11", [item("c.0.0", listed("丙", (2023, 2023), None))]),
        officer(3, "2024-03-01", [item("c.0.0", ItemChange::CarriedOn { year: Year(2024) })]),
        officer(4, "2024-05-01", [item("b.0.0", ItemChange::Ended { on: day("2024-05-01") })]),
    ]);
    let waiting = ledger.to_take_over(Year(2025));
    let waiting: Vec<(&str, ListedHow, Option<Year>)> =
        waiting.iter().map(|one| (&**one.id, one.how, one.before)).collect();
    assert_eq!(
        waiting,
        [
            ("a.0.0", ListedHow::InWords { since: Year(2023) }, None),
            ("c.0.0", ListedHow::CarriedOn, Some(Year(2023))),
        ]
    );
    let carried = officer(
        5,
        "2025-01-08",
        [
            item("a.0.0", ItemChange::CarriedOn { year: Year(2025) }),
            item("c.0.0", ItemChange::CarriedOn { year: Year(2025) }),
        ],
    );
    let ledger = Ledger::new(ledger.batches().cloned().chain([carried]));
    let before: Vec<Option<Year>> = ledger.list_of(Year(2025)).iter().map(|one| one.before).collect();
    assert_eq!(before, [Some(Year(2023)), Some(Year(2024))], "the year that it is carried on from");
    assert!(ledger.to_take_over(Year(2025)).is_empty());
}
