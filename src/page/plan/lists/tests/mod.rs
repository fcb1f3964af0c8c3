//! M40: what a list shows as of a day, what a pasted column comes to, and what an officer may write of a member.

mod acts;
mod pasting;
mod repeated;
mod size;
mod standing;

use super::against::{Against, Writer};
use super::column::{self, Block, Reading, read};
use super::decided::{Decision, Hindered, Leaving, Outcome, Settled};
use super::members::{Choice, Members, members};
use super::one::{One, model};
use crate::ledger::kinds::{Listing, Member};
use crate::ledger::samples::august::{day, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Moment, Said};
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::text::Language;

pub const LIST: &str = "high-tech-enterprise-list";
pub const TODAY: &str = "2024-09-12";

pub fn entry(list: &str, who: Listing, state: Option<&str>, from: &str) -> Entry {
    let said = Member {
        list: list.into(),
        who,
        state: state.map(Into::into),
        from: day(from),
        document: "鞍科发〔2024〕3号".into(),
        note: String::new(),
    };
    Entry { replaces: None, said: Said::Member(Box::new(said)) }
}

pub fn named(name: &str, district: Option<&str>) -> Listing {
    Listing::Named { name: name.into(), district: district.map(Into::into), host: String::new() }
}

/// A batch of the officer; the next one is written an hour later.
pub fn says(writer: u64, entries: Vec<Entry>) -> Batch {
    let first = officer(writer, "2024-09-02", []);
    Batch { entries, written: Moment(first.written.0 + writer * 3600), ..first }
}

pub fn id(writer: u64, index: u32) -> EntryId {
    EntryId { batch: BatchId { writer, sequence: 0 }, index }
}

/// Three of them, one off the list since June.
pub fn three() -> Ledger {
    Ledger::new([
        says(
            1,
            vec![
                entry(
                    LIST,
                    named("海城三鱼泵业有限公司", Some("haicheng")),
                    Some("recognised"),
                    "2023-11-01",
                ),
                entry(
                    LIST,
                    named("鞍山国扬通信科技有限公司", Some("tiedong")),
                    Some("recognised"),
                    "2024-02-01",
                ),
                entry(LIST, named("鞍山力邦（集团）有限公司", None), Some("recognised"), "2022-05-01"),
            ],
        ),
        says(2, vec![entry(LIST, Listing::Known { of: id(1, 2) }, None, "2024-06-30")]),
    ])
}

pub fn one_as_of(ledger: &Ledger, until: &str, language: Language) -> One {
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger, today: day(until), offset: 480, language };
    model(as_of, LIST).expect("the list")
}

pub fn members_as_of(ledger: &Ledger, until: &str, choice: &Choice, language: Language) -> Members {
    let plan = plan();
    let as_of = AsOf { plan: &plan, ledger, today: day(until), offset: 480, language };
    members(as_of, LIST, choice).expect("the list")
}

pub fn rows(members: &Members) -> Vec<(&str, &str, &str, &str)> {
    let rows = members.rows.iter();
    rows.map(|row| {
        (row.name.words.as_str(), row.state.words.as_str(), row.since.as_str(), row.district.words.as_str())
    })
    .collect()
}

/// What was pasted with the first state of the list and a day, against a ledger.
pub struct Pasted {
    pub plan: PlanIndex,
    pub against: Against,
    pub reading: Reading,
}

pub fn pasted(ledger: &Ledger, list: &str, text: &str) -> Pasted {
    pasted_with(ledger, list, text, None)
}

pub fn pasted_with(ledger: &Ledger, list: &str, text: &str, markup: Option<&str>) -> Pasted {
    pasted_by(&plan().issuer, ledger, list, text, markup)
}

pub fn pasted_by(
    organisation: &str,
    ledger: &Ledger,
    list: &str,
    text: &str,
    markup: Option<&str>,
) -> Pasted {
    let plan = plan();
    let of = plan.list(list).expect("the list");
    let block = Block {
        text: text.into(),
        markup: markup.map(str::to_owned),
        state: of.states[0].key.clone(),
        day: "2024-09-01".into(),
        ..Block::default()
    };
    let against = Against::new(ledger, list, Writer::new(&plan, organisation));
    let reading = read(&plan, of, &against, &block, day(TODAY));
    Pasted { plan, against, reading }
}

impl Pasted {
    pub fn settled(&self, decisions: &[(&str, Decision)]) -> Vec<Settled> {
        let decisions = decisions.iter().map(|(name, one)| ((*name).to_owned(), one.clone())).collect();
        self.reading.settled(&self.against, &decisions)
    }

    pub fn outcomes(&self, decisions: &[(&str, Decision)]) -> Vec<Outcome> {
        self.settled(decisions).into_iter().map(|one| one.outcome).collect()
    }

    pub fn entries(
        &self,
        decisions: &[(&str, Decision)],
        leaves: Option<&str>,
    ) -> Result<Vec<Entry>, Hindered> {
        let list = self.plan.list(LIST).expect("the list");
        let leaving = leaves.map(|text| Leaving { day: column::day(text, day(TODAY)), document: "文" });
        self.reading.entries(list, &self.settled(decisions), leaving)
    }
}
