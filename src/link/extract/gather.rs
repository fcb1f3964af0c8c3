//! The letters of one link, brought together over folds: line ends, quote marks, spaces.
//!
//! Where a fold ends and chat begins cannot be seen; it is tried, and the frame's own length and check sum decide.

use super::glyphs::Glyph;
use crate::link::frame::{self, HEAD, MARK};
use crate::link::letters::is_letter;

/// A piece of a folded link that is at least so long is surely a piece, and no word of the chat.
const SURE_PIECE: usize = 16;

/// Letters from one place on.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub letters: String,
    /// For each letter, the index of the glyph behind it.
    pub ends: Vec<usize>,
    /// Letters before the first fold.
    pub unfolded: usize,
    /// Letters before the first piece that might be a word of the chat.
    pub sure: usize,
}

/// Brings together up to `most` letters from a place on. What lies behind a fold takes from `budget`, a character at a time;
/// once it is used up, nothing more is joined, so that no text makes this slow.
pub(super) fn gather(glyphs: &[Glyph], from: usize, most: usize, budget: &mut usize) -> Gathered {
    let mut gathered = Gathered::default();
    take_run(glyphs, from, most, &mut gathered);
    gathered.unfolded = gathered.letters.len();
    gathered.sure = gathered.unfolded;
    let mut at = from + gathered.unfolded;
    let mut is_sure = true;
    while gathered.letters.len() < most {
        let Some(next) = behind_fold(glyphs, at) else { break };
        let before = gathered.letters.len();
        let length = run(glyphs, next, most - before);
        let cost = next - at + length;
        if length == 0 || cost > *budget || begins_another(glyphs, next) {
            break;
        }
        *budget -= cost;
        take_run(glyphs, next, most - before, &mut gathered);
        at = next + length;
        is_sure &= length >= SURE_PIECE;
        if is_sure {
            gathered.sure = gathered.letters.len();
        }
    }
    gathered
}

/// Letters in a row, up to `most`.
pub(super) fn run(glyphs: &[Glyph], from: usize, most: usize) -> usize {
    let letters = glyphs.iter().skip(from).take(most);
    letters.take_while(|glyph| is_letter(glyph.character)).count()
}

fn take_run(glyphs: &[Glyph], from: usize, most: usize, gathered: &mut Gathered) {
    for at in from..from + run(glyphs, from, most) {
        if let Some(glyph) = glyphs.get(at) {
            gathered.letters.push(glyph.character);
            gathered.ends.push(at + 1);
        }
    }
}

/// Where letters may go on behind white space and quote marks; none if something else stands there. Mail marks a
/// folded line with `=` or `\` at its end.
fn behind_fold(glyphs: &[Glyph], from: usize) -> Option<usize> {
    let character = |at: usize| glyphs.get(at).map(|glyph| glyph.character);
    let mut at = from;
    if matches!(character(at), Some('=' | '\\')) {
        at += 1;
    }
    let mut is_line_start = false;
    let mut crossed = false;
    while let Some(next) = character(at) {
        if next.is_whitespace() {
            is_line_start |= matches!(next, '\n' | '\r' | '\u{2028}' | '\u{2029}');
            crossed = true;
        } else if is_line_start && matches!(next, '>' | '|' | '│' | '┃') {
            crossed = true;
        } else if is_line_start && next == '&' && entity(glyphs, at) {
            at += 3;
        } else {
            break;
        }
        at += 1;
    }
    crossed.then_some(at)
}

/// Whether `&gt;` stands here: a quote mark that was escaped.
fn entity(glyphs: &[Glyph], at: usize) -> bool {
    "&gt;".chars().eq(glyphs.iter().skip(at).take(4).map(|glyph| glyph.character))
}

/// Whether a whole head stands here, so that a link of its own begins.
fn begins_another(glyphs: &[Glyph], at: usize) -> bool {
    let start: String = glyphs.iter().skip(at).take(HEAD).map(|glyph| glyph.character).collect();
    start.starts_with(MARK) && start.is_ascii() && frame::head(&start).is_ok()
}
