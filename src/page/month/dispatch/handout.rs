//! All fill-in links of a period at once: as one text for the chat, and as codes to print.

use super::row::Row;
use super::{asked_problems, words};
use crate::link::capacity::READABLE;
use crate::link::qr::Code;
use crate::plan::Month;
use crate::standing::AsOf;
use crate::standing::window::window;
use crate::text::Text;

/// One text for all: a line that says what it is, then a line for each organisation.
///
/// # Errors
/// The sentence with which the first link could not be made.
pub fn all_links(
    as_of: AsOf,
    month: Month,
    rows: &[Row],
    address: impl Fn(&Row) -> Result<String, String>,
) -> Result<String, String> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let mut whole = words::all_links_title(language, month, window(plan, ledger, month), today, rows.len());
    for row in rows {
        whole.extend(["\n", &row.organisation.text.words, " ", &address(row)?]);
    }
    Ok(whole)
}

/// What a fill-in link to one organisation is, before its address.
///
/// The link takes so many of its open problems and no more; that there are others, nobody would know by it.
pub fn one_link_title(as_of: AsOf, month: Month, id: &str, name: &str) -> String {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let title = words::fill_in_title(language, month, window(plan, ledger, month), today, name);
    let left_out = asked_problems::asked(ledger, id, month.max(today.month())).left_out;
    [title, words::left_out(language, left_out)].concat()
}

/// What is cut out of the sheet for one organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub name: Text,
    /// None where the link is too long for a code that a phone reads.
    pub code: Option<Code>,
}

/// A card for each organisation. `addresses` are tried in their order: the first that a phone reads is taken.
pub fn cards(rows: &[Row], addresses: impl Fn(&Row) -> Vec<String>) -> Vec<Card> {
    let code = |row: &Row| {
        let readable = addresses(row).into_iter().find(|address| address.len() <= READABLE)?;
        Code::encode(&readable).ok()
    };
    rows.iter().map(|row| Card { name: row.organisation.text.clone(), code: code(row) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::Said;
    use crate::ledger::samples::august::{batch, day, month, plan};
    use crate::plan::PlanIndex;
    use crate::standing::duty;
    use crate::text::Language::{self, En, Zh};

    fn on<T>(today: &str, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
        let (plan, ledger): (PlanIndex, Ledger) = (plan(), Ledger::default());
        ask(AsOf { plan: &plan, ledger: &ledger, today: day(today), offset: 480, language })
    }

    fn rows() -> Vec<Row> {
        let (plan, ledger) = (plan(), Ledger::default());
        let as_of =
            AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-03"), offset: 480, language: Zh };
        let rows = super::super::row::rows(as_of, month("2024-08"), None);
        assert_eq!(rows.len(), duty::reporters(&plan).len());
        rows
    }

    #[test]
    fn one_text_has_a_line_for_each_organisation() {
        let rows = rows();
        for language in [Zh, En] {
            let link = |row: &Row| Ok(["http://x/#", &row.id].concat());
            let text = on("2024-09-03", language, |as_of| all_links(as_of, month("2024-08"), &rows, link));
            let text = text.unwrap();
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), rows.len() + 1, "{text}");
            for (line, row) in lines[1..].iter().zip(&rows) {
                assert_eq!(*line, [&row.organisation.text.words, " http://x/#", &row.id].concat());
            }
        }
        let failed =
            on("2024-09-03", Zh, |as_of| all_links(as_of, month("2024-08"), &rows, |_| Err("太长".into())));
        assert_eq!(failed, Err("太长".into()));
    }

    /// walk16 38: one link and all of them say until when, and that nothing classified may be reported.
    #[test]
    fn every_text_with_a_fill_in_link_has_the_deadline_and_the_warning() {
        let rows = rows();
        let texts = |today, language, about: &str| {
            on(today, language, |as_of| {
                let all = all_links(as_of, month(about), &rows, |_| Ok("x".into())).unwrap();
                [
                    one_link_title(as_of, month(about), "haicheng", "海城市"),
                    all.lines().next().unwrap().to_owned(),
                ]
            })
        };
        for (today, language, due, warning) in [
            ("2024-09-03", Zh, "请于 2024-09-05 前报送（时限为假定）", "涉密内容不得填报"),
            ("2024-09-06", Zh, "应于 2024-09-05 前报送（时限为假定），请尽快补报", "涉密内容不得填报"),
            ("2024-09-03", En, "due by 2024-09-05", "Nothing classified"),
            ("2024-09-06", En, "was due by 2024-09-05", "Nothing classified"),
        ] {
            for text in texts(today, language, "2024-08") {
                assert!(text.contains(due) && text.contains(warning), "{text}");
            }
        }
        assert!(texts("2024-09-03", Zh, "2026-11").iter().all(|text| !text.contains("前报送")));
    }

    /// Of a thirteenth problem the text says that it does not come with the link.
    #[test]
    fn problems_that_find_no_room_in_a_link_are_told_with_it() {
        let plan = plan();
        let title = |count: usize, language| {
            let all = (0..count).map(|at| Said::Problem {
                subject: None,
                text: format!("第 {at} 个"),
                who: String::new(),
                until: None,
            });
            let ledger = Ledger::new([batch(1, "2024-09-02", "haicheng", all)]);
            let as_of =
                AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-03"), offset: 480, language };
            one_link_title(as_of, month("2024-08"), "haicheng", "海城市")
        };
        let most = asked_problems::MOST_PROBLEMS;
        assert!(!title(most, Zh).contains("问题"));
        assert!(title(most + 1, Zh).ends_with("另有 1 个问题未随链接带出，请向主管单位核对。"));
        assert!(title(most + 2, En).ends_with("2 more problems do not fit into the link: ask for them."));
    }

    #[test]
    fn a_card_takes_the_first_address_that_a_phone_reads() {
        let rows = rows();
        let long = "z".repeat(READABLE + 1);
        let all = cards(&rows, |_| vec![long.clone(), "https://a.example/#x".into()]);
        assert_eq!(all.len(), rows.len());
        assert_eq!(all[0].code, Code::encode("https://a.example/#x").ok());
        assert_eq!(all[0].name, rows[0].organisation.text);
        assert!(cards(&rows, |_| vec![long.clone()]).iter().all(|card| card.code.is_none()));
        let readable = cards(&rows, |_| vec!["z".repeat(READABLE)]);
        assert!(readable.iter().all(|card| card.code.is_some()));
    }
}
