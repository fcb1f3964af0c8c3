//! Issued papers: each made again of the records that were known when it was issued, and what is otherwise since.

use super::model::{self, Inserted, Status, of_issue};
use super::words;
use crate::document::{Block, Document};
use crate::ledger::kinds::{Issue, Item};
use crate::ledger::{DEEPEST, EntryId, Found, Ledger, Said};
use crate::plan::{PlanIndex, Round};
use crate::route::{DocumentKind, Route};
use crate::snapshot::code::snapshot_code;
use crate::standing::bulletin::{Bulletin, Moved, bulletin};
use crate::standing::{AsOf, due::Due};
use crate::text::{Cell, Column, Language, Link, Table, Text};

/// An issued paper as it is made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Again {
    /// The paper.
    pub document: Document,
    /// Whether the records here are those of which it was made: its code comes out again.
    pub is_same: bool,
    /// The paper of the same round that was issued after it.
    pub corrected_by: Option<Link>,
    /// Other papers that claim the same place; empty as a rule.
    pub rivals: Vec<Rival>,
    /// Where the paper of the round stands as it would be issued now.
    pub now: Option<Link>,
}

/// What is otherwise since a paper was issued.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// The paper.
    pub issue: Link,
    /// How many figures or lights of the same round stand otherwise now.
    pub differ: usize,
    /// The headings of the parts that would say something else now.
    pub parts: Vec<String>,
    /// Which; none where nothing does.
    pub table: Option<Table>,
}

/// A paper that was issued on a device which did not know of another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Rival {
    /// The paper, with its period, its day and by whom.
    pub paper: Link,
    /// Both are of the same period, and neither corrects the other; else they have the same number.
    pub is_of_period: bool,
}

/// The code of the records about a round.
pub fn code(plan: &PlanIndex, ledger: &Ledger) -> String {
    snapshot_code(plan, ledger).whole.to_string()
}

/// An issued paper by the name of the entry that issues it, made again; none where it is not here.
pub fn again(as_of: AsOf, id: &str) -> Option<Again> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let (issue, found) = by_name(ledger, id)?;
    let round = plan.cycle.rounds.iter().find(|round| *round.id == *issue.document)?;
    let document = made(as_of, round, issue, &found);
    let later =
        ledger.issues(&issue.document).into_iter().find(|(other, _)| other.corrects == Some(found.id));
    let corrected_by = later.map(|(other, found)| link(other, &found, language));
    let now = DocumentKind::of_months(round.months).map(|kind| Link {
        text: Text::plain(words::of(language).to_now),
        href: Route::Document(kind, Some(issue.last)).href(),
    });
    let is_same = code(plan, &ledger.issued_from(issue, &found).up_to(issue.last)) == *issue.code;
    let rivals = rivals(as_of, round, issue, &found);
    Some(Again { document, is_same, corrected_by, rivals, now })
}

/// The paper of an issue, of what was known then.
pub fn made(as_of: AsOf, round: &Round, issue: &Issue, found: &Found) -> Document {
    let status = Status::Issued {
        number: issue.number,
        on: found.batch.written.day(as_of.offset),
        by: found.batch.person.clone(),
        code: issue.code.to_string(),
        is_correction: issue.corrects.is_some(),
    };
    let mut document = with_status(as_of, round, issue, found, &status);
    if let Some(parts) = corrected_parts(as_of, round, issue, found) {
        // Behind what opens the paper and says that it is a correction.
        document.blocks.insert(2.min(document.blocks.len()), Block::said(parts));
    }
    document
}

/// Which parts of the paper that a correction corrects it says otherwise, of the records of which the correction is made; none of
/// a paper that corrects nothing, or nothing that is here.
fn corrected_parts(as_of: AsOf, round: &Round, issue: &Issue, found: &Found) -> Option<String> {
    let then = as_of.ledger.issued_from(issue, found);
    let before = then.find(issue.corrects?)?;
    let Said::Issue(corrected) = &before.entry.said else { return None };
    let was = content(AsOf { ledger: &then, ..as_of }, round, corrected, &before);
    let parts = otherwise(&was, &content(as_of, round, issue, found));
    (!parts.is_empty()).then(|| words::corrected_parts(as_of.language, &parts))
}

/// What an issue says, without what only an issued paper has: to be compared with a draft.
pub fn content(as_of: AsOf, round: &Round, issue: &Issue, found: &Found) -> Vec<Block> {
    with_status(as_of, round, issue, found, &Status::Draft).blocks
}

/// What an issue says without what people wrote into it: beside that their texts are read.
pub fn bare(as_of: AsOf, round: &Round, issue: &Issue, found: &Found) -> Document {
    with(as_of, round, issue, found, &Status::Draft, &Inserted::default())
}

fn with_status(as_of: AsOf, round: &Round, issue: &Issue, found: &Found, status: &Status) -> Document {
    with(as_of, round, issue, found, status, &model::inserted(as_of.ledger, issue, found))
}

fn with(
    as_of: AsOf,
    round: &Round,
    issue: &Issue,
    found: &Found,
    status: &Status,
    inserted: &Inserted,
) -> Document {
    let AsOf { plan, ledger, offset, .. } = as_of;
    let due = of_issue(plan, ledger, issue);
    let then = ledger.issued_from(issue, found).up_to(issue.last);
    let of_then = AsOf { ledger: &then, today: issue.up_to, ..as_of };
    model::paper(of_then, round, due, issue.known.day(offset), status, inserted)
}

/// The issue of which an address gives the name.
fn by_name<'a>(ledger: &'a Ledger, id: &str) -> Option<(&'a Issue, Found<'a>)> {
    let found = ledger.find(Item::entry_of(id)?)?;
    match &found.entry.said {
        Said::Issue(issue) => Some((&**issue, found)),
        _ => None,
    }
}

fn link(issue: &Issue, found: &Found, language: Language) -> Link {
    let text = Text::plain(words::issue(language, issue));
    Link { text, href: Route::Issued(Item::own_id(found.id).to_string()).href() }
}

/// The last paper that was issued of a round.
pub fn last<'a>(ledger: &'a Ledger, round: &Round, due: &Due) -> Option<(&'a Issue, Found<'a>)> {
    ledger.issues(&round.id).into_iter().rfind(|(issue, _)| issue.last == due.to)
}

/// What is otherwise since the last paper of a round was issued; none where none was.
pub fn since(as_of: AsOf, round: &Round, due: Due) -> Option<Since> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let (issue, found) = last(ledger, round, &due)?;
    let of_issue = of_issue(plan, ledger, issue);
    // The problems that it opened itself are in the records since: they are no change of what it tells of.
    let now = ledger.without(found.batch.id).up_to(issue.last);
    let of_now = AsOf { ledger: &now, today: issue.up_to, ..as_of };
    let words = words::of(language);
    let moved = moved_since(as_of, issue, &found, &bulletin(of_now, of_issue));
    let inserted = model::inserted(ledger, issue, &found);
    let after =
        model::paper(of_now, round, of_issue, issue.known.day(as_of.offset), &Status::Draft, &inserted);
    let parts = otherwise(&content(as_of, round, issue, &found), &after.blocks);
    let caption = words::since_caption(language, issue);
    let table =
        (!moved.is_empty()).then(|| model::moves(as_of, caption, [words.as_issued, words.now], &moved));
    Some(Since { issue: link(issue, &found, language), differ: moved.len(), parts, table })
}

/// The headings of the parts of a paper that say something else in another one of the same round. What stands before the
/// first heading names the round.
fn otherwise(was: &[Block], now: &[Block]) -> Vec<String> {
    let parts = |blocks: &[Block]| {
        let mut parts: Vec<(String, Vec<Block>)> = Vec::new();
        for block in blocks {
            match (block, parts.last_mut()) {
                (Block::Heading(text), _) => parts.push((text.words.clone(), vec![])),
                (_, Some((_, part))) => part.push(block.clone()),
                (_, None) => {}
            }
        }
        parts
    };
    let (was, now) = (parts(was), parts(now));
    let is_same = |part: &&(String, Vec<Block>)| was.contains(part);
    let gone = was.iter().filter(|(head, _)| now.iter().all(|(other, _)| other != head));
    now.iter().filter(|part| !is_same(part)).chain(gone).map(|(head, _)| head.clone()).collect()
}

/// The papers that were issued beside one by somebody who did not know of it: of the same period, neither of which corrects
/// the other even by way of others, and of another period with the same number.
pub fn rivals(as_of: AsOf, round: &Round, issue: &Issue, found: &Found) -> Vec<Rival> {
    let AsOf { ledger, language, offset, .. } = as_of;
    let before = |id: EntryId| {
        let next = |id: &EntryId| match &ledger.find(*id)?.entry.said {
            Said::Issue(issue) => issue.corrects,
            _ => None,
        };
        std::iter::successors(Some(id), next).take(DEEPEST).collect::<Vec<_>>()
    };
    let own = before(found.id);
    let all = ledger.issues(&round.id).into_iter().filter_map(|(other, at)| {
        let is_of_period = other.last == issue.last;
        let is_kin = || own.contains(&at.id) || before(at.id).contains(&found.id);
        let is_rival = match is_of_period {
            true => !is_kin(),
            false => other.number == issue.number && other.number != 0,
        };
        let told = words::told_apart(
            language,
            other,
            &words::period(language, round.months, other.first, other.last),
            at.batch.written.day(offset),
            &at.batch.person,
        );
        let paper = Link { text: Text::guessed(told, language), ..link(other, &at, language) };
        is_rival.then_some(Rival { paper, is_of_period })
    });
    all.collect()
}

/// The same of the last paper of a round; none where none was issued.
pub fn rivals_of_last(as_of: AsOf, round: &Round, due: Due) -> Vec<Rival> {
    last(as_of.ledger, round, &due)
        .map(|(issue, found)| rivals(as_of, round, issue, &found))
        .unwrap_or_default()
}

/// What a correction corrects: the indicators that stand otherwise than in the paper that was issued before it. The ledger is
/// that of which the correction is made.
pub fn corrected(as_of: AsOf, round: &Round, due: &Due, now: &Bulletin) -> Option<Table> {
    let AsOf { ledger, language, .. } = as_of;
    let (issue, found) = last(ledger, round, due)?;
    let moved = moved_since(as_of, issue, &found, now);
    let words = words::of(language);
    let caption = words::corrected_caption(language, issue);
    (!moved.is_empty()).then(|| model::moves(as_of, caption, [words.as_issued, words.corrected_to], &moved))
}

fn moved_since<'a>(as_of: AsOf<'a>, issue: &Issue, found: &Found, now: &Bulletin<'a>) -> Vec<Moved<'a>> {
    let AsOf { plan, ledger, .. } = as_of;
    let then = ledger.issued_from(issue, found).up_to(issue.last);
    let of_then = AsOf { ledger: &then, today: issue.up_to, ..as_of };
    now.moved_since(&bulletin(of_then, of_issue(plan, ledger, issue)))
}

/// Every paper that was issued of a round's kind, the latest first; none without any.
pub fn issues(as_of: AsOf, round: &Round) -> Option<Table> {
    let AsOf { ledger, language, offset, .. } = as_of;
    let words = words::of(language);
    let row = |(issue, found): (&Issue, Found)| {
        vec![
            Cell::from(link(issue, &found, language)),
            Cell::plain(words::period(language, round.months, issue.first, issue.last)),
            Cell::plain(found.batch.written.day(offset).to_string()),
            Text::typed(&found.batch.person, language).into(),
            Cell::plain(issue.code.to_string()),
        ]
    };
    let rows: Vec<Vec<Cell>> = ledger.issues(&round.id).into_iter().rev().map(row).collect();
    let columns = [words.paper, words.of_period, words.issued_on, words.issued_by, words.code];
    let columns = columns.map(Column::text).into();
    let caption = Text::plain(words.issues_caption);
    (!rows.is_empty()).then_some(Table { caption, columns, rows })
}
