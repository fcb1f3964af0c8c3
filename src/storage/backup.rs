//! The backup file, and which batches the last one held.
//!
//! Bytes of the file, numbers little-endian: magic `89 50 4C 42 0D 0A 1A 0A` (eight bytes that a transfer as text
//! destroys, after PNG's), version (1), length of the plan's id (1), the id in UTF-8, moment of writing in
//! milliseconds since 1970 (8), length of the note (2), the note in UTF-8, number of batches (4), digest of their ids (8),
//! length of the body (4), the body as the ledger's codec writes it, CRC-32 of all before (4). The note tells by which
//! editions of the plan the batches were made, in the words of whoever wrote it. Version 1 is the same without a note, and
//! is written where there is nothing to note.

use super::access::Failure;
use super::envelope::{Content, Refusal, crc32, unwrap, wrap};
use super::identity::{BatchId, Millis, digest, fingerprint};
use super::port::Port;
use super::segment::{SegmentCodec, Shelf};
use super::store::Store;
use std::collections::BTreeSet;

/// The largest file that is opened, in bytes.
pub const MAX_FILE: u64 = 16 * 1024 * 1024;

const MAGIC: [u8; 8] = [0x89, b'P', b'L', b'B', 0x0d, 0x0a, 0x1a, 0x0a];
const VERSION: u8 = 2;
const WITHOUT_NOTE: u8 = 1;
/// Most bytes of a note; a longer one is not written.
const LONGEST_NOTE: usize = 4_096;

/// A backup file, and what to note once the user has kept it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub bytes: Vec<u8>,
    /// For [`Store::note_backup`].
    pub mark: Mark,
}

/// Which batches a backup file held. Each takes 32 bits, so that one new batch among thousands is taken for an old
/// one once in about a million times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    at: Millis,
    batches: BTreeSet<u32>,
}

/// A backup file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored<B> {
    /// When it was written, by the clock of its device.
    pub at: Millis,
    /// By which editions of the plan it was made, in the words of whoever wrote it; empty where it does not say.
    pub note: String,
    /// What it holds.
    pub batches: Vec<B>,
}

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// Not a backup file of this program.
    NotOurs,
    /// The end is missing.
    Cut,
    /// Changed since it was written.
    Damaged,
    /// Written by a later release.
    Newer,
    /// Of the plan with this id.
    OtherPlan(String),
    /// Larger than [`MAX_FILE`]: its size in bytes.
    TooLarge(u64),
    /// Whole, but with more in it than the ledger's codec reads.
    TooMany,
}

/// Whether the last backup file holds everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackedUp {
    /// No backup file is known on this device.
    Never,
    /// So many batches came after the one of this moment.
    Since {
        /// When the last file was written.
        at: Millis,
        /// How many batches are not in it.
        batches: usize,
    },
    /// It holds everything.
    All {
        /// When the file was written.
        at: Millis,
    },
}

/// Asks before a file is read whether its size, in bytes, is one to read.
///
/// # Errors
/// [`FileRefusal::TooLarge`].
pub fn admit(size: u64) -> Result<(), FileRefusal> {
    if size > MAX_FILE { Err(FileRefusal::TooLarge(size)) } else { Ok(()) }
}

/// Writes a backup file of batches given in the order of their ids.
pub fn write<C: SegmentCodec>(
    codec: &C,
    plan: &str,
    batches: &[C::Batch],
    now: Millis,
    note: &str,
) -> Option<Vec<u8>> {
    let note = if note.len() <= LONGEST_NOTE { note } else { "" };
    let body = codec.encode(batches);
    let mut bytes = MAGIC.to_vec();
    bytes.push(if note.is_empty() { WITHOUT_NOTE } else { VERSION });
    bytes.push(u8::try_from(plan.len()).ok()?);
    bytes.extend(plan.as_bytes());
    bytes.extend(now.0.to_le_bytes());
    if !note.is_empty() {
        bytes.extend(u16::try_from(note.len()).ok()?.to_le_bytes());
        bytes.extend(note.as_bytes());
    }
    bytes.extend(u32::try_from(batches.len()).ok()?.to_le_bytes());
    bytes.extend(digest(batches.iter().map(|batch| codec.id(batch))).to_le_bytes());
    bytes.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    bytes.extend(body);
    bytes.extend(crc32(&bytes).to_le_bytes());
    (bytes.len() as u64 <= MAX_FILE).then_some(bytes)
}

/// Opens a backup file.
///
/// # Errors
/// See [`FileRefusal`].
pub fn open<C: SegmentCodec>(codec: &C, plan: &str, bytes: &[u8]) -> Result<Restored<C::Batch>, FileRefusal> {
    admit(bytes.len() as u64)?;
    if bytes.len() < MAGIC.len() && !bytes.is_empty() && MAGIC.starts_with(bytes) {
        return Err(FileRefusal::Cut);
    }
    let mut rest = bytes.strip_prefix(&MAGIC).ok_or(FileRefusal::NotOurs)?;
    let [version] = take::<1>(&mut rest)?;
    if version > VERSION {
        return Err(FileRefusal::Newer);
    }
    let [length] = take::<1>(&mut rest)?;
    let id = part(&mut rest, usize::from(length))?;
    let at = Millis(u64::from_le_bytes(take(&mut rest)?));
    let note = match version {
        WITHOUT_NOTE => &[],
        _ => {
            let length = u16::from_le_bytes(take(&mut rest)?);
            part(&mut rest, length.into())?
        }
    };
    let count = u32::from_le_bytes(take(&mut rest)?);
    let sum = u64::from_le_bytes(take(&mut rest)?);
    let length = u32::from_le_bytes(take(&mut rest)?);
    let body = part(&mut rest, length as usize)?;
    let check = u32::from_le_bytes(take(&mut rest)?);
    let covered = bytes.len() - rest.len() - 4;
    if version < WITHOUT_NOTE || !rest.is_empty() || bytes.get(..covered).map(crc32) != Some(check) {
        return Err(FileRefusal::Damaged);
    }
    if id != plan.as_bytes() {
        return Err(FileRefusal::OtherPlan(String::from_utf8_lossy(id).into_owned()));
    }
    let note = std::str::from_utf8(note).ok().filter(|note| note.len() <= LONGEST_NOTE);
    let note = note.ok_or(FileRefusal::Damaged)?.to_owned();
    let batches = codec.decode(body).map_err(|refusal| match refusal {
        Refusal::Newer => FileRefusal::Newer,
        Refusal::OtherPlan => FileRefusal::OtherPlan(String::new()),
        Refusal::Damaged | Refusal::TooLarge => FileRefusal::Damaged,
        Refusal::TooMany => FileRefusal::TooMany,
    })?;
    let whole = batches.len() == count as usize && digest(batches.iter().map(|batch| codec.id(batch))) == sum;
    if whole { Ok(Restored { at, note, batches }) } else { Err(FileRefusal::Damaged) }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], FileRefusal> {
    let (head, tail) = rest.split_first_chunk::<N>().ok_or(FileRefusal::Cut)?;
    *rest = tail;
    Ok(*head)
}

fn part<'a>(rest: &mut &'a [u8], length: usize) -> Result<&'a [u8], FileRefusal> {
    let (head, tail) = rest.split_at_checked(length).ok_or(FileRefusal::Cut)?;
    *rest = tail;
    Ok(head)
}

impl Mark {
    fn of(ids: impl Iterator<Item = BatchId>, at: Millis) -> Self {
        Self { at, batches: ids.map(short).collect() }
    }

    fn body(&self) -> Vec<u8> {
        self.batches.iter().flat_map(|short| short.to_le_bytes()).collect()
    }

    fn read(plan: &str, text: &str) -> Option<Self> {
        let opened = unwrap(Content::Mark, plan, text).ok()?;
        let (each, rest) = opened.body.as_chunks::<4>();
        let batches = each.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect();
        rest.is_empty().then_some(Self { at: opened.written, batches })
    }
}

fn short(id: BatchId) -> u32 {
    fingerprint(id) as u32
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// The whole ledger as a file with a note; none if it is larger than a file may be.
    pub fn backup(&self, now: Millis, note: &str) -> Option<Backup> {
        let batches: Vec<C::Batch> = self.batches.values().cloned().collect();
        let bytes = write(&self.codec, self.place.plan(), &batches, now, note)?;
        Some(Backup { bytes, mark: Mark::of(self.batches.keys().copied(), now) })
    }

    /// Notes that the user has kept a backup file; of the sample ledger nothing is noted.
    ///
    /// # Errors
    /// When that could not be written: the light then goes back with the next load.
    pub fn note_backup(&mut self, mark: Mark) -> Result<(), Failure> {
        if self.shelf == Shelf::Sample {
            return Ok(());
        }
        let text = wrap(Content::Mark, self.place.plan(), mark.at, &mark.body());
        self.mark = Some(mark);
        self.set_making_room(&self.place.backup(), &text)
    }

    /// Notes a backup file that was opened here: what came out of a file is in one. A file that holds less of what is
    /// here than the one known does not take its place.
    ///
    /// # Errors
    /// As [`Store::note_backup`].
    pub fn note_file(&mut self, at: Millis, held: impl Iterator<Item = BatchId>) -> Result<(), Failure> {
        let found = Mark::of(held, at);
        let gain = |mark: &Mark| (std::cmp::Reverse(self.missing(mark)), mark.at);
        if self.mark.as_ref().is_some_and(|known| gain(known) >= gain(&found)) {
            return Ok(());
        }
        self.note_backup(found)
    }

    /// How many batches are here and not in a file.
    fn missing(&self, mark: &Mark) -> usize {
        self.batches.keys().filter(|id| !mark.batches.contains(&short(**id))).count()
    }

    /// Whether the last backup file holds everything.
    pub fn backed_up(&self) -> BackedUp {
        let Some(mark) = &self.mark else { return BackedUp::Never };
        match self.missing(mark) {
            0 => BackedUp::All { at: mark.at },
            batches => BackedUp::Since { at: mark.at, batches },
        }
    }

    pub(super) fn stored_mark(&self) -> Option<Mark> {
        if self.shelf == Shelf::Sample {
            return None;
        }
        let text = self.access.get(&self.place.backup()).ok().flatten()?;
        Mark::read(self.place.plan(), &text)
    }
}
