//! Codes in a picture from a camera. Pure, and the only room that may be slow: a worker of its own runs it, so that
//! the page never waits.
//!
//! [`codes`] is all that there is to call. Finding and decoding is done by `rxing`, the port of ZXing-C++; which
//! pictures it is shown, and when to stop, is decided here. It may panic on a picture that nobody has thought of: then
//! the worker ends, and the page starts another.

#![warn(missing_docs)]

mod grey;
#[cfg(test)]
mod photo;
mod read;
#[cfg(test)]
mod tests;

use grey::Grey;

/// Most pixels of a picture: 2,800 by 2,800 and a little.
pub const MOST_PIXELS: usize = 8_000_000;
/// Most codes that are taken from one picture; a sequence has no more parts.
pub const MOST_CODES: usize = 60;

/// Edges that a picture has at least for a smaller copy of it to be looked at.
const WORTH_HALVING: usize = 400;

/// The texts of all codes in a picture in grey: a byte for each pixel, line by line, 0 is black. Each text once; at
/// most [`MOST_CODES`]. Empty for a picture that is none: sides and bytes that do not agree, or more than
/// [`MOST_PIXELS`]. What is no UTF-8 is left with marks in place of what could not be read.
pub fn codes(luma: &[u8], width: u32, height: u32) -> Vec<String> {
    let Some(picture) = Grey::new(luma, width, height) else { return Vec::new() };
    let mut texts = Vec::new();
    for look in LOOKS {
        let Some(look) = look(&picture) else { continue };
        let has_more = read::read(look, &mut texts);
        // Whatever looked like the corner of a code belongs to one that was read: another look finds nothing more.
        if !texts.is_empty() && !has_more {
            break;
        }
    }
    texts
}

/// The ways to look at a picture, the most promising first.
const LOOKS: [fn(&Grey) -> Option<Grey>; 4] = [
    |picture| Some(picture.clone()),
    // The grid of a display makes patterns with that of the camera; a little blur takes them away.
    |picture| Some(picture.smoothed()),
    // A code that fills a large photograph is sharp enough at half the size, and its noise is halved too.
    |picture| (picture.shorter() >= WORTH_HALVING).then(|| picture.halved()),
    // Some programs draw light on dark.
    |picture| Some(picture.inverted()),
];
