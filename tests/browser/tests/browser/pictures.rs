//! Pictures of each page for people to look at; drawn when `PLANBOARD_SHOTS` names a folder for them:
//! `PLANBOARD_SHOTS=/tmp/shots cargo test --manifest-path tests/browser/Cargo.toml pictures`.
//! `PLANBOARD_SHOTS_ONLY=indicator` draws only those whose names hold the word.

use crate::every_page::open_overlay;
use crate::plans;
use planboard::route::{Overlay, Route};
use planboard_browser_tests::{Look, Page, Site};
use std::path::{Path, PathBuf};

#[test]
fn pictures_wide() {
    draw(Look::DESKTOP);
}

#[test]
fn pictures_narrow() {
    draw(Look::PHONE);
}

fn draw(shape: Look) {
    let Some(folder) = std::env::var_os("PLANBOARD_SHOTS").map(PathBuf::from) else { return };
    let only = std::env::var("PLANBOARD_SHOTS_ONLY").unwrap_or_default();
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let site = Site::release();
    for look in [shape, shape.dark(), shape.english(), shape.dark().english()] {
        let page = Page::new(look);
        for route in
            Route::examples(&plans::shipped()).into_iter().filter(|route| name(route).contains(&only))
        {
            page.open(&site.address(&route.href()));
            save(&folder, &name(&route), look, &page.whole_picture());
        }
        for overlay in Overlay::examples().into_iter().filter(|_| only.is_empty()) {
            page.open(&site.address(""));
            open_overlay(&page, overlay);
            save(&folder, &format!("dialog-{overlay:?}").to_lowercase(), look, &page.picture());
        }
        // A picture is of what is there, faults included; other tests say what is wrong.
        for complaint in page.complaints() {
            eprintln!("{look}: {complaint}");
        }
    }
}

fn save(folder: &Path, name: &str, look: Look, picture: &[u8]) {
    let file = folder.join(format!("{name}-{look}.png"));
    std::fs::write(&file, picture).unwrap_or_else(|error| panic!("{file:?}: {error}"));
}

/// The address as the name of a file.
fn name(route: &Route) -> String {
    let address = route.address();
    let words: Vec<&str> = address.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
    let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    if name.is_empty() { "overview".into() } else { name }
}
