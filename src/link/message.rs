//! What the bytes in a link mean: batches of the ledger, and for a snapshot from whom and of when they are.
//!
//! Body of a fill-in link, receipt or return: its [`Stamp`], then batches as [`codec`] writes them, identifiers shortened. Body of
//! a snapshot, version 2: version (1 byte), signs (1: notes taken out, 2: names taken out, 4: sample, 8: only what
//! counted, 16: a page is named, 32: only the part of the ledger that this page shows), the day up to which and the
//! day on which it was known (each 4 bytes, big-endian, days since 1970), length of the sender's name in bytes (1),
//! the name in UTF-8, where a page is named the length of its address in bytes (1) and the address, the edition of the plan by
//! which it was made ([`Edition`]: code, length, name), then the batches. Version 1 is the same without an edition; a release
//! that knows only that one says of version 2 that it is newer.

use super::edition::Edition;
use super::envelope::{Envelope, Kind, plan_digest};
use super::extract::{self, Content};
use super::fault::Fault;
use super::stamp::Stamp;
use crate::ledger::codec::{self, Vocabulary};
use crate::ledger::{Batch, Span};
use crate::plan::{Day, PlanIndex};
use crate::text::is_unseen_control;

/// What a link holds once it is opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// An organisation is asked for a period's figures.
    FillIn(Vec<Batch>, Stamp),
    /// An organisation's answer.
    Receipt(Vec<Batch>, Stamp),
    /// An answer sent back, with the reason in a batch of the bureau.
    Returned(Vec<Batch>, Stamp),
    /// The state as somebody saw it; what it says of itself, then its batches.
    Snapshot(SnapshotHeader, Vec<Batch>),
    /// Behind a passphrase.
    Protected(Envelope),
    /// One of several codes; the others are needed too.
    Part(super::sequence::Part),
}

/// What a snapshot says of itself. All of it is a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotHeader {
    /// The sender, as they call themselves; may be empty.
    pub from: String,
    /// What it is about, at the latest.
    pub up_to: Day,
    /// When it was made.
    pub known_on: Day,
    /// Every text that a person typed into an entry was taken out.
    pub without_notes: bool,
    /// Who reported, and who sees to a problem, was taken out.
    pub without_names: bool,
    /// Only what counted was put in, not how it came about.
    pub only_shown: bool,
    /// It is of the sample data, not of real records.
    pub is_sample: bool,
    /// Address of the page on which it was made, without `#`; empty for the overview.
    pub page: String,
    /// Only the part of the ledger that this page shows was put in.
    pub only_part: bool,
    /// The edition of the plan by which it was made; none where an older release made it.
    pub edition: Option<Edition>,
}

const SNAPSHOT_VERSION: u8 = 2;
const WITHOUT_EDITION: u8 = 1;
const WITHOUT_NOTES: u8 = 1;
const WITHOUT_NAMES: u8 = 2;
const SAMPLE: u8 = 4;
const ONLY_SHOWN: u8 = 8;
const PAGE: u8 = 16;
const ONLY_PART: u8 = 32;
const SIGNS: u8 = 63;
/// Most bytes of a sender's name.
const LONGEST_NAME: usize = 120;
/// Most bytes of a page's address; a longer one is left out, and the link opens as the overview.
pub const LONGEST_PAGE: usize = 255;

impl SnapshotHeader {
    /// Of a whole ledger, real and with nothing taken out, made on the overview.
    pub fn whole(from: &str, up_to: Day, known_on: Day) -> Self {
        Self {
            from: from.into(),
            up_to,
            known_on,
            without_notes: false,
            without_names: false,
            only_shown: false,
            is_sample: false,
            page: String::new(),
            only_part: false,
            edition: None,
        }
    }

    /// With notes or names taken out, or invented, it is for looking and comparing only.
    pub fn is_only_to_look(&self) -> bool {
        self.without_notes || self.without_names || self.only_shown || self.only_part || self.is_sample
    }
}

/// The fragment, without `#`, of batches of a kind other than a snapshot, with what it says of the page that made it.
///
/// # Errors
/// [`Fault::TooLong`].
pub fn stamped(kind: Kind, plan: &PlanIndex, stamp: &Stamp, batches: &[Batch]) -> Result<String, Fault> {
    let mut body = vec![];
    stamp.write(&mut body);
    body.extend(codec::encode(batches, Some(&Vocabulary::of(plan))));
    envelope(kind, plan, body).encode()
}

/// The same saying nothing of that, as releases before stamps wrote it.
///
/// # Errors
/// [`Fault::TooLong`].
pub fn seal(kind: Kind, plan: &PlanIndex, batches: &[Batch]) -> Result<String, Fault> {
    stamped(kind, plan, &Stamp::default(), batches)
}

/// A snapshot, to be encoded or sealed with a passphrase.
pub fn snapshot(plan: &PlanIndex, header: &SnapshotHeader, batches: &[Batch]) -> Envelope {
    let page = if header.page.len() <= LONGEST_PAGE { header.page.as_str() } else { "" };
    let sign = |is: bool, sign: u8| if is { sign } else { 0 };
    let signs = sign(header.without_notes, WITHOUT_NOTES)
        | sign(header.without_names, WITHOUT_NAMES)
        | sign(header.is_sample, SAMPLE)
        | sign(header.only_shown, ONLY_SHOWN)
        | sign(!page.is_empty(), PAGE)
        | sign(header.only_part, ONLY_PART);
    let mut body = vec![if header.edition.is_some() { SNAPSHOT_VERSION } else { WITHOUT_EDITION }, signs];
    for day in [header.up_to, header.known_on] {
        body.extend((day.since(Day::EPOCH) as i32).to_be_bytes());
    }
    let from: String = header.from.chars().filter(|letter| !is_unseen_control(*letter)).collect();
    let mut name = from.as_str();
    while name.len() > LONGEST_NAME {
        name = &name[..name.char_indices().next_back().map_or(0, |(at, _)| at)];
    }
    body.push(name.len() as u8);
    body.extend(name.as_bytes());
    if !page.is_empty() {
        body.push(page.len() as u8);
        body.extend(page.as_bytes());
    }
    if let Some(edition) = &header.edition {
        edition.write(&mut body);
    }
    body.extend(codec::encode(batches, Some(&Vocabulary::of(plan))));
    envelope(Kind::Snapshot, plan, body)
}

/// What the address of a link carries; none if the address is a page's.
///
/// # Errors
/// [`Fault`], with a sentence for it.
pub fn open(hash: &str, plan: &PlanIndex) -> Option<Result<Message, Fault>> {
    let opened = extract::opened(hash, plan_digest(&plan.id))?;
    Some(opened.and_then(|content| read(content, plan)))
}

/// What a link that was found in a text carries.
///
/// # Errors
/// [`Fault`], with a sentence for it.
pub fn read(content: Content, plan: &PlanIndex) -> Result<Message, Fault> {
    match content {
        Content::Envelope(envelope) => unfold(envelope, plan),
        Content::Part(part) => Ok(Message::Part(part)),
    }
}

/// What an envelope holds.
///
/// # Errors
/// [`Fault::Damaged`], [`Fault::NewerVersion`] or [`Fault::TooMany`] if the bytes inside are no batches that are read,
/// [`Fault::OutOfTime`] if one of them claims a moment at which nobody speaks of this plan.
pub fn unfold(envelope: Envelope, plan: &PlanIndex) -> Result<Message, Fault> {
    let batches = |bytes: &[u8]| {
        let batches = codec::decode(bytes, &Vocabulary::of(plan)).map_err(|refusal| match refusal {
            codec::Refusal::Newer => Fault::NewerVersion { version: '2' },
            codec::Refusal::Damaged => Fault::Damaged,
            codec::Refusal::TooMany => Fault::TooMany,
        })?;
        let span = Span::of(plan);
        match batches.iter().all(|batch| span.holds(batch.written)) {
            true => Ok(batches),
            false => Err(Fault::OutOfTime { first: span.first, last: span.last }),
        }
    };
    let stamped = || Stamp::read(&envelope.body).and_then(|(stamp, rest)| Ok((batches(rest)?, stamp)));
    Ok(match envelope.kind {
        Kind::FillIn => {
            let (batches, stamp) = stamped()?;
            Message::FillIn(batches, stamp)
        }
        Kind::Receipt => {
            let (batches, stamp) = stamped()?;
            Message::Receipt(batches, stamp)
        }
        Kind::Returned => {
            let (batches, stamp) = stamped()?;
            Message::Returned(batches, stamp)
        }
        Kind::Snapshot => {
            let (header, rest) = header(&envelope.body)?;
            Message::Snapshot(header, batches(rest)?)
        }
        Kind::Protected => Message::Protected(envelope),
    })
}

fn header(body: &[u8]) -> Result<(SnapshotHeader, &[u8]), Fault> {
    let (&[version, signs, a, b, c, d, e, f, g, h, length], rest) =
        body.split_first_chunk::<11>().ok_or(Fault::Damaged)?;
    if version > SNAPSHOT_VERSION {
        return Err(Fault::NewerVersion { version: '3' });
    }
    let (name, rest) = rest.split_at_checked(length.into()).ok_or(Fault::Damaged)?;
    let from = std::str::from_utf8(name).map_err(|_| Fault::Damaged)?;
    let day = |bytes| Day::EPOCH.plus(i64::from(i32::from_be_bytes(bytes)).clamp(-200_000, 200_000));
    let (page, rest) = match signs & PAGE {
        0 => (&[][..], rest),
        _ => {
            let (&length, rest) = rest.split_first().ok_or(Fault::Damaged)?;
            rest.split_at_checked(length.into()).ok_or(Fault::Damaged)?
        }
    };
    let page = std::str::from_utf8(page).map_err(|_| Fault::Damaged)?;
    let (edition, rest) = match version {
        WITHOUT_EDITION => (None, rest),
        _ => Edition::read(rest).map(|(edition, rest)| (Some(edition), rest)).ok_or(Fault::Damaged)?,
    };
    // What turns the direction of reading would make the sentence around the name read otherwise.
    let has_unseen = from.chars().chain(page.chars()).any(is_unseen_control);
    let is_sound = version >= WITHOUT_EDITION && signs <= SIGNS && !has_unseen;
    let header = SnapshotHeader {
        from: from.into(),
        up_to: day([a, b, c, d]),
        known_on: day([e, f, g, h]),
        without_notes: signs & WITHOUT_NOTES != 0,
        without_names: signs & WITHOUT_NAMES != 0,
        is_sample: signs & SAMPLE != 0,
        only_shown: signs & ONLY_SHOWN != 0,
        page: page.into(),
        only_part: signs & ONLY_PART != 0,
        edition,
    };
    if is_sound { Ok((header, rest)) } else { Err(Fault::Damaged) }
}

fn envelope(kind: Kind, plan: &PlanIndex, body: Vec<u8>) -> Envelope {
    Envelope { kind, plan: plan_digest(&plan.id), body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::Said;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::plan::Year;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn batches() -> Vec<Batch> {
        let id = BatchId { writer: 77, sequence: 1 };
        vec![batch(id, 1_725_000_000, 8, [actual("alliances", "12"), entry(Said::Submission)])]
    }

    fn from(name: &str) -> SnapshotHeader {
        let day = Day::parse("2024-08-31").unwrap();
        SnapshotHeader { without_notes: true, ..SnapshotHeader::whole(name, day, day.plus(5)) }
    }

    #[test]
    fn every_kind_carries_its_batches() {
        let plan = plan();
        let carried = |kind| open(&seal(kind, &plan, &batches()).unwrap(), &plan).unwrap().unwrap();
        assert_eq!(carried(Kind::FillIn), Message::FillIn(batches(), Stamp::default()));
        assert_eq!(carried(Kind::Receipt), Message::Receipt(batches(), Stamp::default()));
        assert_eq!(carried(Kind::Returned), Message::Returned(batches(), Stamp::default()));
    }

    #[test]
    fn a_snapshot_says_from_whom_and_of_when_it_is() {
        let plan = plan();
        let sent = snapshot(&plan, &from("王工"), &batches()).encode().unwrap();
        assert_eq!(open(&sent, &plan).unwrap(), Ok(Message::Snapshot(from("王工"), batches())));
        let of_page =
            SnapshotHeader { page: "/indicator/alliances".into(), only_part: true, ..from("王工") };
        let sent = snapshot(&plan, &of_page, &batches()).encode().unwrap();
        assert_eq!(open(&sent, &plan).unwrap(), Ok(Message::Snapshot(of_page.clone(), batches())));
        let too_long = SnapshotHeader { page: "/x".repeat(200), ..of_page };
        let sent = snapshot(&plan, &too_long, &batches()).encode().unwrap();
        assert!(
            matches!(open(&sent, &plan).unwrap(), Ok(Message::Snapshot(header, _)) if header.page.is_empty())
        );
        let long = snapshot(&plan, &from(&"鞍".repeat(100)), &[]).encode().unwrap();
        assert_eq!(open(&long, &plan).unwrap(), Ok(Message::Snapshot(from(&"鞍".repeat(40)), vec![])));
    }

    /// field 6: a snapshot says by which edition of the plan it was made; one of an older release says nothing of it.
    #[test]
    fn a_snapshot_says_by_which_edition_of_the_plan_it_was_made() {
        let plan = plan();
        let edition = Edition::of(&plan);
        for page in ["", "/indicator/alliances"] {
            let header =
                SnapshotHeader { edition: Some(edition.clone()), page: page.into(), ..from("王工") };
            let sent = snapshot(&plan, &header, &batches());
            assert_eq!(
                sent.body[0], SNAPSHOT_VERSION,
                "a release that reads no edition calls it newer, never damaged"
            );
            assert_eq!(
                open(&sent.encode().unwrap(), &plan).unwrap(),
                Ok(Message::Snapshot(header, batches()))
            );
        }
        let older = snapshot(&plan, &from("王工"), &batches());
        assert_eq!(older.body[0], WITHOUT_EDITION);
    }

    /// field 6b: fill-in link, receipt and return say by which edition they were made; those of an older release say
    /// nothing of it and open as before.
    #[test]
    fn every_link_says_by_which_edition_of_the_plan_it_was_made() {
        let plan = plan();
        let stamp = Stamp { edition: Some(Edition::of(&plan)), unread: 2 };
        for stamp in [stamp, Stamp::default()] {
            let opened =
                |kind| open(&stamped(kind, &plan, &stamp, &batches()).unwrap(), &plan).unwrap().unwrap();
            assert_eq!(opened(Kind::FillIn), Message::FillIn(batches(), stamp.clone()));
            assert_eq!(opened(Kind::Receipt), Message::Receipt(batches(), stamp.clone()));
            assert_eq!(opened(Kind::Returned), Message::Returned(batches(), stamp.clone()));
        }
        let newer = envelope(Kind::Receipt, &plan, vec![0x80, 0xff]).encode().unwrap();
        assert_eq!(open(&newer, &plan).unwrap(), Err(Fault::NewerVersion { version: '3' }));
    }

    #[test]
    fn a_receipt_whose_inside_is_no_ledger_is_refused() {
        let plan = plan();
        for body in [vec![], vec![1], vec![1, 2, 3], vec![0; 40]] {
            let sent = envelope(Kind::Receipt, &plan, body.clone()).encode().unwrap();
            assert_eq!(open(&sent, &plan).unwrap(), Err(Fault::Damaged));
            let sent = envelope(Kind::Snapshot, &plan, body).encode().unwrap();
            assert!(open(&sent, &plan).unwrap().is_err());
        }
        let newer = envelope(Kind::Receipt, &plan, vec![9]).encode().unwrap();
        assert!(matches!(open(&newer, &plan).unwrap(), Err(Fault::NewerVersion { .. })));
    }

    #[test]
    fn a_link_that_holds_more_than_is_read_says_so_and_is_not_called_damaged() {
        let plan = plan();
        let id = BatchId { writer: 77, sequence: 1 };
        let of = |count| vec![batch(id, 1_725_000_000, 8, vec![entry(Said::Submission); count])];
        for kind in [Kind::FillIn, Kind::Receipt, Kind::Returned] {
            let opened = |count| open(&seal(kind, &plan, &of(count)).unwrap(), &plan).unwrap();
            assert!(opened(codec::MOST_ENTRIES).is_ok());
            assert_eq!(opened(codec::MOST_ENTRIES + 1), Err(Fault::TooMany));
        }
        let sent = snapshot(&plan, &from("王工"), &of(codec::MOST_ENTRIES + 1)).encode().unwrap();
        assert_eq!(open(&sent, &plan).unwrap(), Err(Fault::TooMany));
        let words = vec![entry(Said::Withdrawal { reason: "字".repeat(codec::MOST_LETTERS + 1) })];
        let sent = seal(Kind::Receipt, &plan, &[batch(id, 1, 8, words)]).unwrap();
        assert_eq!(open(&sent, &plan).unwrap(), Err(Fault::TooMany));
    }

    /// hostile 2: what claims to be written at a moment at which nobody speaks of the plan is refused, by every kind of
    /// link, with a sentence that says so.
    #[test]
    fn a_moment_outside_the_plans_possible_years_is_refused_as_such() {
        let plan = plan();
        let id = BatchId { writer: 77, sequence: 1 };
        let honest = batches().remove(0);
        let fault = Fault::OutOfTime { first: Year(2013), last: Year(2035) };
        for moment in [0, 1, 1_300_000_000, 2_082_758_400, 4_102_444_800, 253_402_300_800, u64::MAX] {
            let strange = batch(id, moment, 8, [actual("alliances", "99")]);
            for kind in [Kind::FillIn, Kind::Receipt, Kind::Returned] {
                let sent = seal(kind, &plan, &[honest.clone(), strange.clone()]).unwrap();
                assert_eq!(open(&sent, &plan).unwrap(), Err(fault.clone()), "{moment}");
            }
            let sent = snapshot(&plan, &from("王工"), &[strange]).encode().unwrap();
            assert_eq!(open(&sent, &plan).unwrap(), Err(fault.clone()), "{moment}");
        }
        assert!(fault.sentence(crate::text::Language::Zh).contains("2013 至 2035"));
    }

    #[test]
    fn signs_days_and_letters_that_no_header_has_are_refused_or_held_within_the_calendar() {
        let plan = plan();
        let changed = |at: usize, bytes: &[u8]| {
            let mut body = snapshot(&plan, &from("王工"), &batches()).body;
            body[at..at + bytes.len()].copy_from_slice(bytes);
            open(&envelope(Kind::Snapshot, &plan, body).encode().unwrap(), &plan).unwrap()
        };
        assert!(changed(1, &[WITHOUT_NOTES | SAMPLE]).is_ok());
        assert_eq!(changed(1, &[SIGNS + 1]), Err(Fault::Damaged));
        assert_eq!(changed(11, b"\0"), Err(Fault::Damaged), "a control character in the name");
        // hostile 8: 王工 takes as many bytes as two such controls.
        for turned in ["\u{202e}\u{202e}", "\u{2066}\u{2069}", "\u{200f}\u{2028}"] {
            assert_eq!(changed(11, turned.as_bytes()), Err(Fault::Damaged), "{turned:?}");
        }
        assert_eq!(changed(0, &[SNAPSHOT_VERSION + 1]), Err(Fault::NewerVersion { version: '3' }));
        assert_eq!(changed(0, &[0]), Err(Fault::Damaged));
        for (days, within) in [(i32::MAX, 200_000), (200_001, 200_000), (i32::MIN, -200_000), (3, 3)] {
            for at in [2, 6] {
                let Ok(Message::Snapshot(header, _)) = changed(at, &days.to_be_bytes()) else {
                    panic!("{days}")
                };
                let day = if at == 2 { header.up_to } else { header.known_on };
                assert_eq!(day.since(Day::EPOCH), within, "{days}");
            }
        }
    }

    #[test]
    fn an_address_of_a_page_carries_nothing() {
        assert_eq!(open("#/indicators", &plan()), None);
    }
}
