//! Which room may know which, read from the `use` lines and the inline paths of the sources. Tests may look anywhere.

#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::Chars;

/// Each room with the rooms that it may know: only such as stand above it, so there is no circle.
const ROOMS: [(&str, &str); 27] = [
    ("text", ""),
    ("plan", "text"),
    ("ledger", "text plan"),
    ("standing", "text plan ledger"),
    ("plausible", "text plan ledger standing"),
    ("rows", "text plan ledger"),
    ("sample", "text plan ledger standing"),
    ("gate", "text plan ledger standing sample"),
    ("storage", "text plan ledger"),
    ("link", "text plan ledger"),
    ("scan", "link"),
    ("route", "text plan ledger standing"),
    ("chart", "text plan standing route"),
    ("settings", "text"),
    ("snapshot", "text plan ledger standing link route"),
    ("document", "text"),
    ("office", "text plan document"),
    ("authoring", "text plan rows office"),
    ("browser", "text plan rows storage link route office chart settings"),
    ("state", "text plan ledger standing sample gate storage link route chart settings snapshot browser"),
    ("ui", "text plan ledger link route document chart settings browser state"),
    ("page/shared", "text plan ledger standing rows route document office settings browser state ui"),
    ("page/plan", "text plan ledger standing rows storage route chart settings browser state ui page/shared"),
    (
        "page/month",
        "text plan ledger standing plausible rows sample gate storage link route office settings snapshot browser state \
         ui page/shared page/plan",
    ),
    (
        "page/keep",
        "text plan ledger standing rows authoring sample gate storage link route settings snapshot browser state ui \
         page/shared page/plan page/month office",
    ),
    (
        "page/documents",
        "text plan ledger standing sample rows storage route document office snapshot browser state ui page/shared \
         page/month",
    ),
    (
        "app",
        "text plan ledger standing sample storage link route chart settings snapshot browser state ui \
         page/shared page/plan page/month page/keep page/documents",
    ),
];

#[test]
fn every_room_knows_only_the_rooms_of_its_row() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = module_of(&file);
        let room = room_of(&module);
        let allowed = ROOMS.iter().find(|(name, _)| *name == room).map_or("", |(_, allowed)| allowed);
        for path in paths(&module, &text) {
            let known = room_of(&path);
            if known != room && !allowed.split_whitespace().any(|one| one == known) {
                wrong.push(format!("{}: {room} names {}", file.display(), path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_row_and_knows_only_rooms_above_it() {
    let rooms: BTreeSet<String> = sources().iter().map(|(file, _)| room_of(&module_of(file))).collect();
    assert_eq!(rooms, ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (at, (name, allowed)) in ROOMS.iter().enumerate() {
        for known in allowed.split_whitespace() {
            assert!(ROOMS[..at].iter().any(|(above, _)| *above == known), "{name} may know {known}");
        }
    }
}

#[test]
fn paths_are_found_however_they_are_written() {
    let module = ["page", "plan", "overview"].map(String::from);
    let text = "use crate::{app::desk, page::{month::form, shared::{names, known as k}}};\n\
                fn f() { crate::state::State::here(); super::super::super::gate::pass(); } // crate::sample\n\
                #[cfg(test)]\nmod tests { use crate::browser; }\n";
    let found: Vec<String> = paths(&module, text).iter().map(|path| room_of(path)).collect();
    assert_eq!(found, ["app", "page/month", "page/shared", "page/shared", "state", "gate"]);
}

/// The sources of the rooms, without the roots of the program.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = sources::sources();
    found.retain(|(file, _)| !matches!(module_of(file).join("/").as_str(), "lib" | "main" | "page"));
    found
}

/// `page/plan/overview/mod.rs` → page, plan, overview.
fn module_of(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    let names = file.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod").collect()
}

fn room_of(path: &[String]) -> String {
    match path {
        [page, room, ..] if page == "page" => [page, "/", room].concat(),
        [room, ..] => room.clone(),
        [] => String::new(),
    }
}

/// Every path within the program that a source names before its tests, from the root of the program.
fn paths(module: &[String], text: &str) -> Vec<Vec<String>> {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let text: String = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let mut found = Vec::new();
    for (at, start) in text.match_indices("crate::") {
        tree(&mut found, &mut Vec::new(), &mut text[at + start.len()..].chars().peekable());
    }
    for (at, _) in text.match_indices("super::").filter(|(at, _)| !text[..*at].ends_with("super::")) {
        let rest = text[at..].trim_start_matches("super::");
        let up = (text.len() - at - rest.len()) / "super::".len();
        let mut from = module[..module.len().saturating_sub(up)].to_vec();
        tree(&mut found, &mut from, &mut rest.chars().peekable());
    }
    found
}

/// Reads `a::{b, c::d}` behind what stands before it.
fn tree(found: &mut Vec<Vec<String>>, before: &mut Vec<String>, rest: &mut Peekable<Chars>) {
    let depth = before.len();
    loop {
        let mut name = String::new();
        while let Some(letter) = rest.next_if(|one| one.is_alphanumeric() || matches!(one, '_' | ' ')) {
            name.push(letter);
        }
        // What stands behind `as` is another name of the same.
        before.push(name.trim().split(' ').next().unwrap_or_default().to_owned());
        match rest.peek() {
            Some(':') => while rest.next_if_eq(&':').is_some() {},
            Some('{') => {
                before.pop();
                while rest.next_if(|one| matches!(one, '{' | ',')).is_some() {
                    tree(found, before, rest);
                }
                rest.next();
                break;
            }
            // Nothing stands behind the last comma.
            _ => {
                found.extend((!before.ends_with(&[String::new()])).then(|| before.clone()));
                break;
            }
        }
    }
    before.truncate(depth);
}
