//! Everything that was ever said about an indicator, and what became of it. Nothing that was reported vanishes.

use super::words;
use crate::ledger::{Change, Entry, EntryId, Found, Ledger, Said};
use crate::plan::{Basis, Comparator, Indicator, PlanIndex};
use crate::standing::meaning::figures;
use crate::standing::reading;
use crate::standing::{AsOf, Light};
use crate::text::{Cell, Column, Language, Piece, Table, Text};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many rows stand open; the older ones stand behind an opener.
const OPEN: usize = 12;

/// What was reported and decided.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reported {
    /// The latest figures as they were reported; no row without any.
    pub latest: Table,
    /// The older ones, with what opens them.
    pub older: Option<(String, Table)>,
    /// The latest figure of each district, where there are shares.
    pub shares: Option<Table>,
    /// Baselines, decisions, targets of years and judgements.
    pub decisions: Option<Table>,
}

/// The tables of an indicator.
pub fn reported(as_of: AsOf, indicator: &Indicator) -> Reported {
    let AsOf { plan, ledger, language, .. } = as_of;
    let history = History { as_of, replies: replies(ledger) };
    let mut figures: Vec<Row> = Vec::new();
    let mut decisions: Vec<Found> = Vec::new();
    for found in about(ledger, &indicator.id) {
        match &found.entry.said {
            Said::Actual { district, report, evidence, note, .. } => {
                let report = report.words(language);
                figures.push(Row { found, district: district.as_deref(), report, evidence, note });
            }
            _ => decisions.push(found),
        }
    }
    figures.sort_by_key(|row| {
        (Reverse(row.found.batch.month), place(plan, row.district), Reverse(row.found.batch.written))
    });
    decisions.sort_by_key(|found| Reverse((found.batch.written, found.id)));
    let has_shares = figures.iter().any(|row| row.district.is_some());
    let count = figures.len();
    let older = figures.split_off(count.min(OPEN));
    Reported {
        latest: history.figures(&figures, has_shares, words::caption(language, count)),
        older: (!older.is_empty()).then(|| {
            let label = words::older(language, older.len());
            (label.clone(), history.figures(&older, has_shares, label))
        }),
        shares: has_shares.then(|| history.shares(&indicator.id)),
        decisions: (!decisions.is_empty()).then(|| history.decisions(&decisions)),
    }
}

/// Every entry that speaks of the indicator.
pub fn about<'a>(ledger: &'a Ledger, id: &str) -> Vec<Found<'a>> {
    let named =
        ledger.batches().flat_map(|batch| batch.named().map(move |(id, entry)| Found { id, batch, entry }));
    named.filter(|found| speaks_of(&found.entry.said, id)).collect()
}

fn speaks_of(said: &Said, id: &str) -> bool {
    match said {
        Said::Actual { indicator, .. }
        | Said::Baseline { indicator, .. }
        | Said::YearTarget { indicator, .. }
        | Said::BasisDecision { indicator, .. }
        | Said::Allotment { indicator, .. } => &**indicator == id,
        Said::Judgement { subject, .. } => &**subject == id,
        Said::Adjustment(one) => &*one.subject == id,
        Said::Verdict(verdict) => &*verdict.subject == id,
        Said::Progress { .. }
        | Said::Problem { .. }
        | Said::Submission
        | Said::Acceptance { .. }
        | Said::Return { .. }
        | Said::Lock { .. }
        | Said::Rule(_)
        | Said::Withdrawal { .. }
        | Said::Redaction { .. }
        | Said::ProblemStep { .. }
        | Said::Window { .. }
        | Said::StartOfUse { .. }
        | Said::Item(_)
        | Said::Member(_)
        | Said::AssessmentRule(_)
        | Said::Case(_)
        | Said::Issue(_)
        | Said::Decision(_) => false,
    }
}

/// Which entries answer which.
fn replies(ledger: &Ledger) -> BTreeMap<EntryId, Vec<Found<'_>>> {
    let mut replies: BTreeMap<EntryId, Vec<Found>> = BTreeMap::new();
    for batch in ledger.batches() {
        for (id, entry) in batch.named() {
            if let Some(target) = entry.replaces {
                replies.entry(target).or_default().push(Found { id, batch, entry });
            }
        }
    }
    replies
}

/// The city first, then the districts in the order of the plan.
fn place(plan: &PlanIndex, district: Option<&str>) -> usize {
    let Some(district) = district else { return 0 };
    plan.districts.iter().position(|id| id == district).map_or(usize::MAX, |at| at + 1)
}

struct Row<'a> {
    found: Found<'a>,
    district: Option<&'a str>,
    report: String,
    evidence: &'a str,
    note: &'a str,
}

struct History<'a> {
    as_of: AsOf<'a>,
    replies: BTreeMap<EntryId, Vec<Found<'a>>>,
}

impl History<'_> {
    fn language(&self) -> Language {
        self.as_of.language
    }

    fn figures(&self, rows: &[Row], has_shares: bool, caption: String) -> Table {
        let words = words::of(self.language());
        let mut columns = vec![Column::text(words.month)];
        columns.extend(has_shares.then(|| Column::text(words.district)));
        columns.extend([
            Column::figure(words.figure),
            Column::text(words.state),
            Column::text(words.who),
            Column::text(words.when),
            Column::text(words.evidence),
            Column::text(words.note),
        ]);
        let row = |row: &Row| {
            let mut cells = vec![Cell::plain(row.found.batch.month.to_string())];
            cells.extend(has_shares.then(|| self.district(row.district).into()));
            cells.extend([
                Cell::plain(row.report.clone()),
                self.state(row.found),
                self.who(row.found),
                Cell::plain(self.day(row.found)),
                self.typed(row.evidence),
                self.typed(row.note),
            ]);
            cells
        };
        let table = Table { caption: Text::plain(caption), columns, rows: rows.iter().map(row).collect() };
        table.without_empty_columns()
    }

    fn district(&self, district: Option<&str>) -> Text {
        match district {
            Some(id) => self.as_of.plan.organisation_name(id, self.language()),
            None => Text::plain(words::of(self.language()).city),
        }
    }

    fn typed(&self, words: &str) -> Cell {
        if words.is_empty() { Cell::default() } else { Text::typed(words, self.language()).into() }
    }

    /// A reason, and the paper that it stands in.
    fn with_paper(&self, reason: &str, document: &str) -> Cell {
        let mut cell = self.typed(reason);
        if !document.is_empty() {
            cell.pieces.push(Piece::Note(Text::typed(document, self.language())));
        }
        cell
    }

    fn day(&self, found: Found) -> String {
        found.batch.written.day(self.as_of.offset).to_string()
    }

    fn who(&self, found: Found) -> Cell {
        let organisation = self.as_of.plan.organisation_name(&found.batch.organisation, self.language());
        let person = Some(&found.batch.person).filter(|person| !person.is_empty());
        let person = person.map(|person| Piece::Note(Text::typed(person, self.language())));
        Cell { pieces: [Piece::Plain(organisation)].into_iter().chain(person).collect() }
    }

    /// What became of an entry, and what did it: the figure in its place, or the reason.
    fn state(&self, found: Found) -> Cell {
        let change = self.as_of.ledger.change(found.id).unwrap_or(Change::Shown);
        let mut pieces = vec![Piece::Plain(Text::plain(change.words(self.language())))];
        pieces.extend(self.because(found, change).map(Piece::Note));
        Cell { pieces }
    }

    fn because(&self, found: Found, change: Change) -> Option<Text> {
        let in_force = |reply: &&Found| self.as_of.ledger.change(reply.id) == Some(Change::Shown);
        let mut replies = self.replies.get(&found.id).into_iter().flatten().filter(in_force);
        match change {
            Change::Shown | Change::Superseded | Change::AfterLock => None,
            Change::Corrected => replies.find_map(|reply| match &reply.entry.said {
                Said::Actual { report, .. } => {
                    Some(Text::plain(["→ ", &report.words(self.language())].concat()))
                }
                _ => None,
            }),
            Change::Withdrawn => replies.find_map(|reply| match &reply.entry.said {
                Said::Withdrawal { reason } => Some(Text::typed(reason, self.language())),
                _ => None,
            }),
            Change::Returned => {
                let verdict = self.as_of.ledger.verdict(found.batch.id)?;
                match &self.as_of.ledger.entry(verdict)?.said {
                    Said::Return { reason, .. } => Some(Text::typed(reason, self.language())),
                    _ => None,
                }
            }
        }
    }

    /// Each district with the latest figure that counts.
    fn shares(&self, id: &str) -> Table {
        let words = words::of(self.language());
        let all = self.as_of.ledger.actuals(id);
        let basis = self
            .as_of
            .plan
            .indicator(id)
            .map_or(Basis::Unstated, |place| reading::basis(self.as_of.ledger, place.item));
        let row = |district: &String| {
            let reported = all.iter().find(|(of, _)| of.as_deref() == Some(district.as_str()));
            let latest = reported.and_then(|(_, months)| figures(basis, months).into_iter().next_back());
            let (month, value) = latest
                .map(|(month, value)| (month.to_string(), value.to_string()))
                .unwrap_or_else(|| (String::new(), "—".to_owned()));
            vec![self.district(Some(district)).into(), Cell::plain(value), Cell::plain(month)]
        };
        Table {
            caption: Text::plain(words.shares),
            columns: vec![
                Column::text(words.district),
                Column::figure(words.figure),
                Column::text(words.month),
            ],
            rows: self.as_of.plan.districts.iter().map(row).collect(),
        }
    }

    fn decisions(&self, decisions: &[Found]) -> Table {
        let words = words::of(self.language());
        let row = |found: &Found| {
            let (what, reason) = self.decision(found.entry);
            vec![
                Cell::plain(what),
                reason,
                self.state(*found),
                self.who(*found),
                Cell::plain(self.day(*found)),
            ]
        };
        Table {
            caption: Text::plain(words.decisions),
            columns: vec![
                Column::text(words.what),
                Column::text(words.reason),
                Column::text(words.state),
                Column::text(words.who),
                Column::text(words.when),
            ],
            rows: decisions.iter().map(row).collect(),
        }
    }

    /// The sign by which a target that was set later is judged; empty for a word, which the plan's own targets bear.
    fn sign(&self, entry: &Entry) -> &'static str {
        let Said::YearTarget { indicator, year, .. } = &entry.said else { return "" };
        let compares =
            self.as_of.plan.indicator(indicator).map(|place| reading::set_comparator(place.item, *year));
        compares.map_or("", Comparator::sign)
    }

    fn decision(&self, entry: &Entry) -> (String, Cell) {
        let language = self.language();
        match &entry.said {
            Said::Baseline { at, value, source, .. } => {
                let what = match language {
                    Language::Zh => format!("基期 {at}：{value}"),
                    Language::En => format!("Baseline {at}: {value}"),
                };
                (what, self.typed(source))
            }
            Said::YearTarget { year, value, reason, document, .. } => {
                let sign = self.sign(entry);
                let what = match language {
                    Language::Zh => format!("{year} 年分解目标：{sign}{value}"),
                    Language::En => format!("Target of {year}, set later: {sign}{value}"),
                };
                (what, self.with_paper(reason, document))
            }
            Said::BasisDecision { basis, reason, .. } => {
                let what = [language.pick("口径认定：", "Basis: "), basis.words(language)].concat();
                (what, self.typed(reason))
            }
            Said::Judgement { claim, reason, .. } => {
                let light = Light::from(*claim).words(language);
                (
                    ([language.pick("人工判灯：", "Light set by judgement: "), light].concat()),
                    self.typed(reason),
                )
            }
            Said::Adjustment(one) => {
                let (year, from, change) = (one.year, one.effective, one.words(language));
                let what = match language {
                    Language::Zh => format!("{year} 年目标调整：{change}，{from} 起"),
                    Language::En => format!("Adjustment for {year}: {change}, from {from}"),
                };
                (what, self.with_paper(&one.reason, &one.document))
            }
            Said::Verdict(one) => {
                let outcome = one.outcome.words(language);
                let what = match language {
                    Language::Zh => format!("{} 年对账：{outcome}", one.year),
                    Language::En => format!("Verdict on {}: {outcome}", one.year),
                };
                (what, self.typed(&one.reason))
            }
            Said::Allotment { district, year, value, reason, document, .. } => {
                let district = self.as_of.plan.organisation_name(district, language).words;
                let what = match language {
                    Language::Zh => format!("{year} 年分解到{district}：{value}"),
                    Language::En => format!("Allotted to {district} for {year}: {value}"),
                };
                (what, self.with_paper(reason, document))
            }
            // Only these speak of an indicator without being figures of it; see `speaks_of`.
            _ => (String::new(), Cell::default()),
        }
    }
}
