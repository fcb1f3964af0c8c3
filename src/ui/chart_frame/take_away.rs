//! The chart as a picture: to a file, or to the clipboard.

use super::words::{self, Words};
use super::{Frame, Surroundings};
use crate::browser::{document, picture as browser};
use crate::browser::{media, picture::PictureFailure};
use crate::chart::picture::{self, Picture};
use crate::chart::{Look, Paper};
use crate::settings::Theme;
use leptos::prelude::*;

/// The menu; it opens in place.
pub(super) fn take_away(surroundings: Surroundings, frame: Frame) -> AnyView {
    let words = words::of(surroundings.language);
    let outcome = RwSignal::new("");
    let make = move || picture_of(surroundings, frame);
    let svg = move |_| {
        outcome.set(match make() {
            Some((picture, name)) => said(browser::download_svg(&picture.svg, &name), "", words),
            None => words.no_picture,
        });
    };
    let png = move |_| {
        let Some((picture, name)) = make() else { return outcome.set(words.no_picture) };
        leptos::task::spawn_local(async move {
            let done = browser::download_png(picture.svg, picture.width, picture.height, &name).await;
            outcome.try_set(said(done, "", words));
        });
    };
    let copy = move |_| {
        let Some((picture, _)) = make() else { return outcome.set(words.no_picture) };
        let copied = browser::copy(picture.svg, picture.width, picture.height);
        leptos::task::spawn_local(async move {
            outcome.try_set(said(copied.await, words.copied, words));
        });
    };
    view! {
        <details class="take-away">
            <summary>{words.take_away}</summary>
            <div>
                <button on:click=png>{words.png}</button>
                <button on:click=svg>{words.svg}</button>
                <button on:click=copy>{words.copy}</button>
                <p role="status">{move || outcome.get()}</p>
            </div>
        </details>
    }
    .into_any()
}

fn said(done: Result<(), PictureFailure>, success: &'static str, words: &Words) -> &'static str {
    match done {
        Ok(()) => success,
        Err(PictureFailure::NotDrawn) => words.no_picture,
        Err(PictureFailure::NoClipboard) => words.cannot_copy,
    }
}

/// The picture of what is shown, and a name for its file.
fn picture_of(surroundings: Surroundings, frame: Frame) -> Option<(Picture, String)> {
    let (svg, width, height) = frame.svg.with_value(|svg| svg.as_ref().and_then(|svg| svg()))?;
    let is_dark = match surroundings.theme.get_untracked() {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::Auto => media::matches(media::DARK),
    };
    let look = Look {
        paper: if is_dark { Paper::Dark } else { Paper::Light },
        language: surroundings.language,
        width,
        height,
        text: document::text_size(),
        is_moving: false,
    };
    frame.chart.with_untracked(|chart| {
        Some((picture::picture(chart, &svg, (width, height), &look), picture::file_name(chart)))
    })
}
