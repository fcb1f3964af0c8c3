//! What the page for an unknown address shows, as data.

use super::nearest::{nearest, pages};
use super::words;
use crate::page::plan::subject::{Linker, Listed, words as shared};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::text::{Language, Link, Text};

/// The page for an address that leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// What was asked for, as people read it.
    pub asked: String,
    pub sentence: &'static str,
    pub nearest: Vec<Listed>,
    pub pages: Vec<Link>,
}

/// The page for a route that the plan does not have.
pub fn model(plan: &PlanIndex, route: &Route, language: Language) -> Unknown {
    let asked = decoded(&route.address());
    let linker = Linker::new(plan, language);
    let nearest = nearest(linker, wanted(&asked), kind(&asked, language));
    let page = |(route, words): (Route, &'static str)| Link { text: Text::plain(words), href: route.href() };
    let pages = pages(language).into_iter().map(page).collect();
    Unknown { sentence: words::sentence(language, !nearest.is_empty()), asked, nearest, pages }
}

/// What sort of thing was asked for, in the words of [`nearest`].
fn kind(address: &str, language: Language) -> Option<&'static str> {
    let words = shared::of(language);
    Some(match address.split('/').nth(1)? {
        "indicator" => words.indicator,
        "task" => words.task,
        "measure" => words.measure,
        "milestone" => words.milestone,
        "project" => words.project,
        "organisation" | "form" => words.organisation,
        _ => return None,
    })
}

/// The part of an address that names something: behind the last stroke, before the selection.
fn wanted(address: &str) -> &str {
    let path = address.split('?').next().unwrap_or(address);
    path.rsplit('/').find(|part| !part.is_empty()).unwrap_or(path)
}

/// An address without per cent signs; what does not decode is left as it is.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                bytes.push(digit(*high).unwrap_or_default() * 16 + digit(*low).unwrap_or_default());
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}
