//! From the empty page to the app: plan, settings and address are read, the app is drawn out of
//! sight and put in the place of the prerendered view in one step.

use super::{parts, refused, shell, title};
use crate::browser::address::{self, Arrival};
use crate::browser::{clock, document, fetch, settings, storage};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::clock::Looked;
use crate::state::{Overlay, State};
use crate::text::Language;
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;
use web_sys::HtmlElement;

/// Starts the app.
pub fn launch() {
    // Not through Leptos: its own executor stands only after the first mount.
    wasm_bindgen_futures::spawn_local(async {
        let text = fetch::plan_text().await;
        let plan = text.as_deref().ok().and_then(fetch::plan).and_then(|plan| plan.indexed());
        // Reading and drawing are two tasks, so that neither keeps a slow phone from answering a touch.
        document::next_task().await;
        let place = document::detached();
        match plan {
            Some(plan) => mount_to(place.clone(), move || ready(plan, place)).forget(),
            None => {
                mount_to(place.clone(), move || refused::refused(text)).forget();
                document::swap_in(&place);
            }
        }
    });
}

fn ready(plan: PlanIndex, place: HtmlElement) -> AnyView {
    let plan_language = plan.language;
    let otherwise = Settings { theme: Theme::Auto, language: plan_language, density: Density::Comfortable };
    let today = clock::device_today();
    let (id, folder) = (plan.id.clone(), storage::folder());
    // A reload on another page of a snapshot opens the snapshot first, which then leads to that page.
    let here = match (address::here(), storage::looked_at(&id, &folder)) {
        (link @ Route::Carried(_), _) | (link, None) => link,
        (_, Some(link)) => Route::Carried(link.into()),
    };
    let state = State::new(Arc::new(plan), here, settings::load(otherwise), Some(today));
    follow_clock(state);
    follow_address(state);
    follow_settings(state);
    follow_page(state);
    state.fetch_by(parts::load);
    stand(state, place);
    parts::follow_charts(state);
    // In a frame, what stands over the page says so, and where a form was begun, how to go on with it.
    if document::is_framed()
        || storage::has_own_records(&id, &folder)
        || storage::has_sample(&id, &folder)
        || storage::has_draft(&id, &folder)
    {
        parts::load_ledger(state);
    }
    // Another tab may write the first records of this device.
    storage::on_storage(move |_, _| {
        let has_records = || storage::has_own_records(&id, &folder) || storage::has_sample(&id, &folder);
        if state.desk.with_untracked(Option::is_none) && has_records() {
            parts::load_ledger(state);
        }
    });
    crate::browser::keyboard::on_palette_key(move || {
        // While it is open, the key leaves it and what was typed alone.
        if state.overlay.get_untracked() != Some(Overlay::Palette) {
            state.overlay.set(Some(Overlay::Palette));
        }
    });
    shell(state)
}

/// Puts the app into the page: at once where nothing can be read yet, else when it has more to show than a sentence that
/// its page is on the way.
fn stand(state: State, place: HtmlElement) {
    Effect::new(move |stands: Option<bool>| {
        let is_time = stands == Some(true) || is_drawn(state) || !document::can_be_read();
        if is_time && stands != Some(true) {
            let place = place.clone();
            leptos::task::spawn_local(async move {
                // What the same signal draws comes first.
                document::next_task().await;
                document::swap_in(&place);
            });
        }
        is_time
    });
}

/// Whether the part of the page is here, or known not to come.
fn is_drawn(state: State) -> bool {
    state.route.with(Route::part).is_none_or(|part| state.part(part).with(Option::is_some))
}

/// The one clock of the page. The device may be in another time zone than the plan: the day is put right once the first
/// view stands, then at each midnight of the plan, and whenever somebody comes back to the page.
fn follow_clock(state: State) {
    gloo::timers::callback::Timeout::new(500, move || look_at_clock(state)).forget();
    clock::on_return(move || {
        if LOOKED.get().is_some_and(|looked| looked.is_stale(clock::now())) {
            look_at_clock(state);
        }
    });
}

thread_local! {
    static LOOKED: Cell<Option<Looked>> = const { Cell::new(None) };
}

fn look_at_clock(state: State) {
    let zone = &state.plan().time_zone;
    let today = clock::today(zone);
    state.day_is(today);
    document::tell_day(today);
    let looked = Looked::now(clock::now(), clock::offset_in(zone).unwrap_or_else(clock::device_offset));
    // Whoever came back has a timer running already, which finds nothing to do.
    LOOKED.set(Some(looked));
    gloo::timers::callback::Timeout::new(looked.sleep(clock::now()), move || {
        if LOOKED.get() == Some(looked) {
            look_at_clock(state);
        }
    })
    .forget();
}

fn follow_address(state: State) {
    address::on_change(move |route, arrival: Arrival| {
        let before = state.route.get_untracked();
        if before == route {
            return;
        }
        address::leave(&before);
        state.overlay.set(None);
        state.route.set(route.clone());
        if before.page() != route.page() {
            document::after_paint(move || address::arrive(&route, arrival));
        }
    });
}

fn follow_settings(state: State) {
    Effect::new(move |before: Option<Settings>| {
        let now = state.settings.get();
        document::apply(now);
        if before.is_some_and(|before| before != now) {
            state.are_settings_lost.set(!settings::save(now));
        }
        now
    });
    // A selection on a page leaves its title: telling a browser the same one again costs a slow phone milliseconds.
    Effect::new(move |before: Option<String>| {
        let language: Language = state.language();
        let title = title(&state.plan(), &state.route.read(), language);
        if before.as_ref() != Some(&title) {
            document::set_title(&title);
        }
        title
    });
}

/// Moves the focus to the heading of a page that was opened by a link, as soon as the page is drawn;
/// not at the start, where the reader's own position counts.
fn follow_page(state: State) {
    let first = state.route.get_untracked().page();
    Effect::new(move |before: Option<(Route, bool)>| {
        let page = state.route.with(Route::page);
        let drawn = is_drawn(state);
        let (old, was_drawn) = before.unwrap_or((first.clone(), true));
        let opened = old != page || !was_drawn;
        if opened && drawn {
            document::after_paint(document::focus_heading);
        }
        // At the start a page that is still loading counts as drawn: it takes no focus.
        (page.clone(), drawn || page == first)
    });
}
