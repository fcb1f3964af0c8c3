//! The banner in markup.

use super::begun::begun;
use super::words::{self, Words};
use crate::browser::{address, clock, document, download, print, storage as kept};
use crate::ledger::kinds::Against;
use crate::link::edition::{Edition, Judged};
use crate::page::keep::compare::{Codes, codes};
use crate::route::{BoardView, Route};
use crate::snapshot::code::snapshot_code;
use crate::state::{Desk, State, Unkept, Viewing};
use crate::storage::{self, Saved};
use crate::ui::{said, signature_dialog};
use leptos::prelude::*;

/// Everything that has to be said over the page; nothing while one's own ledger is on the screen and kept.
pub fn view() -> AnyView {
    let state = State::here();
    let printed = RwSignal::new(String::new());
    print::before(move || {
        if let Some(desk) = state.desk.get_untracked() {
            let (margin, line) = untrack(|| codes_on_paper(state, desk));
            print::in_margin(&margin);
            printed.set(line);
        }
    });
    let banners = move || {
        let words = words::of(state.language());
        state.desk.get().map(|desk| {
            view! {
                {framed(state, desk, words)}
                {unreadable(state, desk, words)}
                {sample(state, desk, words)}
                {aside(state, desk, words)}
                {move || against(state, desk, words)}
                {unsaved(state, desk, words)}
                {unkept(state, desk, words)}
                {short_of_room(state, desk, words)}
                {edition(state, desk, words)}
                {move || draft(state, desk, words)}
                {undo(desk, words)}
                {undone(desk, words)}
                <p class="on-paper figure">{printed}</p>
            }
        })
    };
    // Whoever has gone on to another page has let the offer be.
    Effect::new(move |before: Option<Route>| {
        let page = state.route.with(Route::page);
        if before.is_some_and(|before| before != page)
            && let Some(desk) = state.desk.get_untracked()
        {
            desk.put_undo_away();
            desk.put_undone_away();
        }
        page
    });
    // Apart from them: a banner that comes or goes must not draw the dialog anew.
    let dialog = move || state.desk.get().map(|desk| signature_dialog(state, desk));
    view! { {banners} {dialog} }.into_any()
}

/// 核对码 of what is printed: whoever holds two sheets sees whether they are of one state, and where not. That of the
/// whole for the margin of each sheet, and a line with those of the areas too, for the first one.
fn codes_on_paper(state: State, desk: Desk) -> (String, String) {
    let (language, ledger) = (state.settings.with_untracked(|settings| settings.language), desk.ledger());
    // Nothing to tell apart, or a part, whose code can be held against no whole.
    let is_part = matches!(desk.viewing(), Viewing::Opened(opened) if opened.part.is_some());
    let lacking = match lacking(desk) {
        0 => String::new(),
        count => words::unreadable_on_paper(language, count),
    };
    // A document names its own day, and may lack what came later.
    let is_document = state.route.with_untracked(|route| matches!(route, Route::Document(..)));
    let mark = if desk.is_sample() { words::sample_on_paper(language) } else { "" };
    if ledger.is_empty() || is_part || is_document {
        return ([mark, &lacking].concat(), lacking);
    }
    let plan = state.plan();
    // At once and not in slices: the browser prints what stands there when this returns.
    let Codes { whole, areas } = codes(&plan, &snapshot_code(&plan, &ledger), language);
    let edition = words::edition_on_paper(language, &Edition::of(&plan), made_by(desk));
    let up_to = state.today.get_untracked().map(|day| day.to_string()).unwrap_or_default();
    let on_paper = [lacking.clone(), words::on_paper(language, &up_to, &whole, &areas), edition].concat();
    ([mark, &lacking, &words::in_margin(language, &up_to, &whole)].concat(), on_paper)
}

/// How what is on the screen is judged by the edition of the plan on the screen.
fn made_by(desk: Desk) -> Judged {
    let Some(edition) = desk.edition() else { return Judged::Unknown };
    match desk.viewing() {
        Viewing::Sample => Judged::Alike,
        Viewing::Opened(opened) if !opened.is_own_past => edition.judges(opened.edition.as_ref()),
        Viewing::Own | Viewing::Opened(_) if desk.editions().differ(&edition) => Judged::Otherwise,
        Viewing::Own | Viewing::Opened(_) => Judged::Alike,
    }
}

/// In a frame the page only shows, says so, and leads out of it to what it shows.
fn framed(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    desk.only_shows().then(|| {
        let here = move || state.route.with(Route::href);
        let refused = move || desk.was_refused().then(|| view! { <p><strong>{words.refused}</strong></p> });
        view! {
            <div class="banner" data-kind="framed" role="alert">
                <div><p>{words.framed}</p>{refused}</div>
                <a class="button" href=here target="_blank" rel="noopener">{words.own_tab}</a>
            </div>
        }
        .into_any()
    })
}

/// On every page, since each lacks what could not be read. Somebody else's records are whole whatever happened here.
fn unreadable(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let count = lacking(desk);
    (count > 0).then(|| {
        view! {
            <div class="banner" data-kind="unreadable" role="alert">
                <p>{words::unreadable(state.language(), count)}</p>
                <a class="button" href=Route::Device.href()>{words.to_device}</a>
            </div>
        }
        .into_any()
    })
}

/// How many values what is on the screen lacks.
fn lacking(desk: Desk) -> usize {
    match desk.viewing() {
        Viewing::Own => desk.unreadable(),
        Viewing::Opened(opened) if opened.is_own_past => desk.unreadable(),
        Viewing::Sample | Viewing::Opened(_) => 0,
    }
}

fn sample(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let is_sample = match desk.viewing() {
        Viewing::Own => false,
        Viewing::Sample => true,
        Viewing::Opened(opened) => opened.is_sample,
    };
    let can_remove = desk.viewing() == Viewing::Sample;
    is_sample.then(|| {
        let remove = move |_| {
            desk.remove_sample();
            state.overlay.set(None);
            gone();
        };
        let remove = can_remove.then(|| view! { <button on:click=remove>{words.remove_sample}</button> });
        view! { <div class="banner" data-kind="sample" role="status"><p>{words.sample}</p>{remove}</div> }
            .into_any()
    })
}

fn aside(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let Viewing::Opened(opened) = desk.viewing() else { return None };
    let sentence = words::aside(state.language(), &opened).into_iter().map(said).collect::<Vec<_>>();
    let edition = desk.edition().filter(|_| !opened.is_own_past);
    let edition = edition.map(|now| words::edition(state.language(), opened.edition.as_ref(), &now));
    let note = (opened.only_to_look && !opened.is_own_past)
        .then(|| view! { <p class="muted">{words.only_to_look}</p> });
    let outside = move || desk.is_outside().then(|| view! { <p><strong>{words.outside}</strong></p> });
    let merge = (!opened.only_to_look).then(|| merge(words));
    Some(
        view! {
            <div class="banner" data-kind="aside" role="status">
                <div><p>{sentence}</p>{edition.map(|sentence| view! { <p>{sentence}</p> })}{outside}{note}</div>
                <div class="actions">
                    <a class="button" href=Route::Compare.href()>{words.compare}</a>
                    {merge}
                    <button on:click=move |_| leave(state, desk)>{words.close}</button>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// Against which targets is judged, wherever a paper adjusted one. The overview says it by itself.
fn against(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let is_said =
        state.route.with(|route| route.board_view().is_some() || matches!(route, Route::Adjustments(_)));
    let (ledger, today) = (desk.ledger(), state.today.get()?);
    let count = ledger.count_in_force(today);
    if is_said || count == 0 {
        return None;
    }
    let against = desk.against();
    let other = match against {
        Against::Adjusted => (Against::Issued, words.as_issued),
        Against::Issued => (Against::Adjusted, words.as_adjusted),
    };
    let (adjusted, judged) = words::against(state.language(), against, count);
    Some(
        view! {
            <div class="banner" data-kind="against" role="status">
                <p><a href=Route::Adjustments(None).href()>{adjusted}</a>{judged}</p>
                <button on:click=move |_| desk.judge_against(other.0)>{other.1}</button>
            </div>
        }
        .into_any(),
    )
}

/// Leads to the page that says what merging would bring.
fn merge(words: &'static Words) -> AnyView {
    let go = |_| address::go(&Route::Compare);
    view! { <button on:click=go>{words.merge}</button> }.into_any()
}

/// Back to one's own ledger, and to today: what is looked at has a day of its own.
pub fn leave(state: State, desk: Desk) {
    kept::note_looked_at(&state.plan().id, &kept::folder(), None);
    desk.look_away();
    state.follow_day(clock::today(&state.plan().time_zone));
    let page = state.route.get_untracked();
    if matches!(page, Route::Carried(_)) {
        address::go(&Route::Overview);
        return;
    }
    // A board that says up to which month figures count would look back again.
    if let Some(view) = page.board_view().filter(|view| view.until.is_some()) {
        let today = Route::board(BoardView { until: None, ..view });
        address::replace(&today);
        state.route.set(today);
    }
    // The page stays, but not the link in the address: it would open the snapshot again.
    if matches!(address::here(), Route::Carried(_)) {
        address::go(&page);
    }
    gone();
}

/// The banner has gone with the button that was pressed: the focus goes on from the page's heading.
fn gone() {
    document::after_paint(document::focus_heading);
}

fn unsaved(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let saved = desk.saved();
    if matches!(saved, Saved::Yes { .. }) {
        return None;
    }
    let sentence = storage::words::saved(state.language(), saved);
    let backup = to_file(state, desk);
    Some(
        view! {
            <div class="banner" data-kind="unsaved" role="alert">
                <p>{sentence}</p>
                <div class="actions">
                    <button on:click=move |_| desk.retry()>{words.retry}</button>
                    <button on:click=move |_| backup()>{words.backup}</button>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// The settings, or something else beside the records, were not kept. Where the records are not kept either, that is said
/// instead.
fn unkept(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let language = state.language();
    let sentence = match desk.unkept() {
        _ if !matches!(desk.saved(), Saved::Yes { .. }) => return None,
        Some((what, why)) => words::unkept(language, what, why),
        None if state.are_settings_lost.get() => words::settings_lost(language),
        None => return None,
    };
    let read = move |_| {
        desk.put_unkept_away();
        state.are_settings_lost.set(false);
        gone();
    };
    Some(
        view! {
            <div class="banner" data-kind="unkept" role="alert">
                <p>{sentence}</p>
                <button on:click=read>{words.read}</button>
            </div>
        }
        .into_any(),
    )
}

/// Saves the whole ledger as a file.
fn to_file(state: State, desk: Desk) -> impl Fn() + Clone + 'static {
    let name = [state.plan().id.as_str(), ".planboard"].concat();
    move || {
        if let Some(bytes) = desk.backup() {
            download::bytes(&name, "application/octet-stream", &bytes);
        }
    }
}

/// The storage fills up, and what is there is still kept.
fn short_of_room(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let room = desk.short_of_room().filter(|_| matches!(desk.saved(), Saved::Yes { .. }))?;
    let sentence = storage::words::short_of_room(state.language(), room);
    let backup = to_file(state, desk);
    Some(
        view! {
            <div class="banner" data-kind="room" role="status">
                <p>{sentence}</p>
                <div class="actions">
                    <button on:click=move |_| backup()>{words.backup}</button>
                    <a class="button" href=Route::Device.href()>{words.device}</a>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// Another edition of the plan judges what was recorded by one before.
fn edition(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let now = desk.edition().filter(|_| desk.viewing() == Viewing::Own && !desk.own().is_empty())?;
    let sentence = words::edition_changed(state.language(), desk.editions().changed(&now)?, &now);
    let read = move |_| {
        desk.read_of_edition();
        gone();
    };
    Some(
        view! {
            <div class="banner" data-kind="edition" role="status">
                <p>{sentence}</p>
                <button on:click=read>{words.read}</button>
            </div>
        }
        .into_any(),
    )
}

/// That the last act was taken back: nothing else on the page need show it.
fn undone(desk: Desk, words: &'static Words) -> Option<AnyView> {
    desk.is_undone().then(|| {
        let away = move |_| {
            desk.put_undone_away();
            gone();
        };
        view! {
            <div class="banner" data-kind="undone" role="status">
                <p>{words.undone}</p>
                <button class="away" aria-label=words.put_away title=words.put_away on:click=away>"×"</button>
            </div>
        }
        .into_any()
    })
}

/// A form was begun here and not sent: where one begins, the way back to it.
fn draft(state: State, desk: Desk, words: &'static Words) -> Option<AnyView> {
    let is_here =
        state.route.with(|route| matches!(route, Route::Overview | Route::Board(_) | Route::Dispatch(_)));
    desk.drafts_changed();
    if !is_here || desk.viewing() != Viewing::Own {
        return None;
    }
    let plan = state.plan();
    let begun = begun(&desk.drafts(), |id| plan.organisation(id).is_some())?;
    let name = plan.organisation_name(&begun.organisation, state.language());
    let (month, filled) = words::begun(state.language(), begun.month, begun.filled);
    let form = Route::Form { organisation: begun.organisation, month: Some(begun.month) };
    Some(
        view! {
            <div class="banner" data-kind="draft" role="status">
                <p>{words.begun}<a href=form.href()>{said(name)}" "{month}</a>{filled}</p>
            </div>
        }
        .into_any(),
    )
}

fn undo(desk: Desk, words: &'static Words) -> Option<AnyView> {
    desk.offers_undo().then(|| {
        let away = move |_| {
            desk.put_undo_away();
            gone();
        };
        let act = move |_| {
            // The bar goes in any case: where it could not be undone, another one says why.
            desk.tell_unkept(Unkept::Undo, desk.undo());
            desk.put_undo_away();
            gone();
        };
        view! {
            <div class="banner" data-kind="undo" role="status">
                <p>{words.taken_in}</p>
                <div class="actions">
                    <button on:click=act>{words.undo}</button>
                    <button class="away" aria-label=words.put_away title=words.put_away on:click=away>"×"</button>
                </div>
            </div>
        }
        .into_any()
    })
}
