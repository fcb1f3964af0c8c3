//! Links of ours in whatever was pasted: many at once, in chat text, quoted, folded, escaped, bare, as text.
//!
//! Only the letters matter, not the address before them: another host, or none, is the same link. Start with
//! [`find`].

mod gather;
mod glyphs;

use super::envelope::{Envelope, LARGEST_BODY};
use super::fault::Fault;
use super::frame::{self, Frame, HEAD, MARK};
use super::sequence::{Added, Gathering, PART, Part};
use gather::{gather, run};
use glyphs::{Glyph, glyphs};

/// Longest text that is looked through, in bytes.
pub const LONGEST_PASTE: usize = 4_000_000;
/// Most links, whole or faulty, that are taken from one text.
pub const MOST_FOUND: usize = 1_000;
/// Most bytes to which all links of one text together may inflate: each of a thousand could be a bomb of four
/// kilobytes. A month of all organisations takes less than a thirtieth of it.
pub const LARGEST_IN_ALL: usize = 2 * LARGEST_BODY;

/// Characters of a link that are shown to say which one is meant.
const EXCERPT: usize = 40;
/// A word that begins like a link in another case is taken for one only if this long.
const RECASED: usize = 24;
/// How often, on average, each character of a text may be joined to something.
const JOINS: usize = 8;

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Findings {
    /// In the order in which they stand.
    pub found: Vec<Found>,
    /// Wholes of which parts were found.
    pub sets: Vec<Gathering>,
    /// There was more than [`MOST_FOUND`] or [`LARGEST_IN_ALL`]; the rest was not looked at.
    pub is_full: bool,
    /// What is left of [`LARGEST_IN_ALL`], for the wholes of [`Self::sets`].
    pub room: Room,
}

/// How many bytes more the links of a text may inflate to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room(usize);

impl Default for Room {
    fn default() -> Self {
        Self(LARGEST_IN_ALL)
    }
}

impl Room {
    /// The envelope in a frame; none if all the links before it left too little room, whatever may be in it.
    pub fn open(&mut self, frame: &Frame, plan: u32) -> Option<Result<Envelope, Fault>> {
        let opened = Envelope::open_within(frame, plan, self.0);
        let used = match &opened {
            Ok(envelope) => envelope.body.len(),
            Err(Fault::InflatesTooFar { .. }) if self.0 < LARGEST_BODY => return None,
            Err(Fault::InflatesTooFar { .. }) => LARGEST_BODY,
            Err(_) => 0,
        };
        self.0 = self.0.saturating_sub(used);
        Some(opened)
    }
}

/// A link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it carries, or why it cannot be read.
    pub content: Result<Content, Fault>,
    /// How the link begins in the text, to show which one is meant. Untrusted.
    pub excerpt: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Index of the same link further up, if it stands there.
    pub repeats: Option<usize>,
}

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A whole link, unpacked.
    Envelope(Envelope),
    /// A part of several; its whole is in [`Findings::sets`].
    Part(Part),
}

/// Finds every link about the plan, and every link of ours that is not to be read with the reason.
///
/// # Errors
/// [`Fault::TooLong`] if the text is longer than [`LONGEST_PASTE`]; nothing was looked at.
pub fn find(text: &str, plan: u32) -> Result<Findings, Fault> {
    if text.len() > LONGEST_PASTE {
        return Err(Fault::TooLong { length: text.len(), limit: LONGEST_PASTE });
    }
    let glyphs = glyphs(text);
    let mut budget = joins(&glyphs);
    let mut findings = Findings::default();
    let mut frames: Vec<Option<Frame>> = Vec::new();
    let mut lines = Lines { text, counted: 0, line: 1 };
    let mut at = 0;
    while let Some(glyph) = glyphs.get(at) {
        let Some(candidate) = candidate(&glyphs, at, &mut budget) else {
            at += 1;
            continue;
        };
        if findings.found.len() == MOST_FOUND {
            findings.is_full = true;
            break;
        }
        let repeats = candidate
            .frame
            .as_ref()
            .ok()
            .and_then(|frame| frames.iter().position(|known| known.as_ref() == Some(frame)));
        let line = lines.of(glyph.start);
        let excerpt = excerpt(text, &glyphs, at, candidate.end);
        let content = match &candidate.frame {
            Err(fault) => Err(fault.clone()),
            Ok(frame) if frame.kind == PART => Part::open(frame).map(Content::Part),
            Ok(frame) => match findings.room.open(frame, plan) {
                Some(opened) => opened.map(Content::Envelope),
                None => {
                    findings.is_full = true;
                    break;
                }
            },
        };
        if let (Ok(Content::Part(part)), None) = (&content, repeats) {
            add(&mut findings.sets, part);
        }
        findings.found.push(Found { content, excerpt, line, repeats });
        frames.push(candidate.frame.ok());
        at = candidate.end.max(at + 1);
    }
    Ok(findings)
}

/// The envelope of an opened address, whatever a program appended to it. None if the address is a page's.
pub fn opened(hash: &str, plan: u32) -> Option<Result<Content, Fault>> {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    if hash.starts_with('/') {
        return None;
    }
    if hash.len() > LONGEST_PASTE {
        return Some(Err(Fault::TooLong { length: hash.len(), limit: LONGEST_PASTE }));
    }
    let glyphs = glyphs(hash);
    let candidate = candidate(&glyphs, 0, &mut joins(&glyphs))?;
    Some(candidate.frame.and_then(|frame| match frame.kind {
        PART => Part::open(&frame).map(Content::Part),
        _ => Envelope::open(&frame, plan).map(Content::Envelope),
    }))
}

/// A place where a link of ours begins, read.
struct Candidate {
    frame: Result<Frame, Fault>,
    /// Index of the glyph at which to look on.
    end: usize,
}

fn candidate(glyphs: &[Glyph], at: usize, budget: &mut usize) -> Option<Candidate> {
    let first = glyphs.get(at)?.character;
    if !first.eq_ignore_ascii_case(&'p') || !is_border(glyphs, at) {
        return None;
    }
    let start = gather(glyphs, at, HEAD, budget);
    let mark = start.letters.get(..MARK.len())?;
    let is_unfolded = start.unfolded >= MARK.len();
    // Only where a link is found: else each of many short words would be run over by all before it.
    let end = || at + run(glyphs, at, frame::LONGEST);
    if mark != MARK {
        let end = (is_unfolded && is_recased(&start.letters)).then(end).filter(|end| end - at >= RECASED);
        return end.map(|end| Candidate { frame: Err(Fault::Recased), end });
    }
    match frame::head(&start.letters) {
        Ok(head) => Some(whole(glyphs, at, head.whole, budget)),
        // A head over a fold may have eaten a word of the chat: then it is the head that was cut.
        Err(_) if is_unfolded && start.unfolded < HEAD => {
            Some(Candidate { frame: Err(Fault::Cut { arrived: start.unfolded, whole: None }), end: end() })
        }
        Err(fault) if is_unfolded => Some(Candidate { frame: Err(fault), end: end() }),
        Err(_) => None,
    }
}

/// Reads a link whose head says how long it is.
fn whole(glyphs: &[Glyph], at: usize, whole: usize, budget: &mut usize) -> Candidate {
    let gathered = gather(glyphs, at, whole, budget);
    let end = at + gathered.unfolded;
    let frame = Frame::decode(&gathered.letters);
    let frame = match frame {
        Ok(frame) => {
            return Candidate { frame: Ok(frame), end: gathered.ends.last().copied().unwrap_or(end) };
        }
        Err(Fault::Damaged) if gathered.unfolded < whole && !gathered.letters.ends_with(frame::END) => {
            // As many letters as it takes, but the last of them are of the chat.
            Fault::Cut { arrived: gathered.sure.min(whole - 1), whole: Some(whole) }
        }
        Err(Fault::Cut { .. }) => Fault::Cut { arrived: gathered.sure, whole: Some(whole) },
        Err(fault) => fault,
    };
    Candidate { frame: Err(frame), end }
}

/// How many characters of a text may be joined to something, so that no text makes finding slow.
fn joins(glyphs: &[Glyph]) -> usize {
    JOINS * glyphs.len()
}

fn add(sets: &mut Vec<Gathering>, part: &Part) {
    let is_taken = sets.iter_mut().any(|set| set.add(part.clone()) != Added::Foreign);
    if !is_taken {
        sets.push(Gathering::new(part.clone()));
    }
}

/// A link begins where no word goes on; `_` and `-` before it may be a chat's marks for italics and lists.
fn is_border(glyphs: &[Glyph], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| glyphs.get(before));
    // A link that ends in a letter may be followed by the next at once.
    before.is_none_or(|glyph| !glyph.character.is_ascii_alphanumeric() || glyph.character == frame::END)
}

/// Whether a text begins as a link of a version that we know does, but for its case.
fn is_recased(letters: &str) -> bool {
    let mut after = letters.bytes().skip(MARK.len());
    let begins = frame::head(letters) == Err(Fault::Recased);
    begins
        && after.next().is_some_and(|kind| kind.is_ascii_alphabetic())
        && after.next() == Some(super::envelope::VERSION)
}

fn excerpt(text: &str, glyphs: &[Glyph], from: usize, to: usize) -> String {
    let shown = glyphs.get(from..to).unwrap_or_default();
    let (Some(first), Some(last)) = (shown.first(), shown.iter().take(EXCERPT).next_back()) else {
        return String::new();
    };
    let mut excerpt = text.get(first.start..last.end).unwrap_or_default().replace(char::is_whitespace, " ");
    if shown.len() > EXCERPT {
        excerpt.push('…');
    }
    excerpt
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, at: usize) -> usize {
        let passed = self.text.get(self.counted..at).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.counted = at;
        self.line
    }
}

#[cfg(test)]
mod tests;
