//! Bulletin and assessment on their pages: the paper, what was issued of it, and the form below. Decides nothing.

use super::{
    Again, Fault, Field, MOST_FOUND, Outrun, Place, Rival, Typed, again, assigned, begun, beside, draft, has,
    inserted, issues, last, noted, outrun, printed, proposed, rivals_of_last, round, shown, since, words,
    written,
};
use crate::browser::{document, ignored};
use crate::ledger::{BatchId, Entry, EntryId};
use crate::page::documents::view::{lost, paper};
use crate::page::shared::records::{with_as_of, writable};
use crate::page::shared::workbook;
use crate::plan::{Month, PlanIndex, Round};
use crate::route::{DocumentKind, Route};
use crate::standing::AsOf;
use crate::standing::due::{Due, series};
use crate::state::{Desk, State, Unkept};
use crate::storage;
use crate::text::{Choice, Language, Link, Table, Text};
use crate::ui::field::{self, Bound, Line};
use crate::ui::{self, link};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    kind: DocumentKind,
    month: Option<Month>,
    language: Language,
    words: &'static words::Words,
    typed: RwSignal<Typed>,
    /// What of it the paper shows: as it was when a field was left last.
    shown: RwSignal<Typed>,
    /// What the page says at the places of the texts.
    beside: Memo<[String; 5]>,
    faults: RwSignal<Vec<Fault>>,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The paper of a round as it would be issued now, and the form in which it is completed and issued.
pub fn page(
    state: State,
    desk: Desk,
    kind: DocumentKind,
    month: Option<Month>,
    fetch: workbook::Fetch,
) -> AnyView {
    let language = state.language();
    let of_round = Memo::new(move |_| with_round(state, desk, kind, month, |_, _, due| due));
    let made = Memo::new(move |_| {
        let none = Typed::default().inserted();
        with_round(state, desk, kind, month, |as_of, round, due| draft(as_of, round, due, &none))
    });
    let shown = RwSignal::new(Typed::default());
    let with_texts = Memo::new(move |_| {
        let none = Typed::default().inserted();
        let typed = shown.get();
        with_round(state, desk, kind, month, |as_of, round, due| inserted(as_of, round, due, &typed))
            .filter(|inserted| *inserted != none)
            .and_then(|inserted| {
                with_round(state, desk, kind, month, |as_of, round, due| draft(as_of, round, due, &inserted))
            })
            .or_else(|| made.get())
    });
    let here = Here {
        state,
        desk,
        kind,
        month,
        language,
        words: words::of(language),
        typed: RwSignal::default(),
        shown,
        beside: Memo::new(move |_| made.with(|made| made.as_ref().map(beside).unwrap_or_default())),
        faults: RwSignal::new(vec![]),
        told: RwSignal::default(),
        told_at: NodeRef::new(),
    };
    begin(here);
    // An undo brings back what was typed.
    desk.on_draft_back(move || begin(here));
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let below = move || {
        of_round.get().map(|due| {
            let form = match is_writable.get() {
                true => form(here, due),
                false => view! { <p class="sheet looking">{here.words.looking}</p> }.into_any(),
            };
            view! {
                <div class="paper-form">
                    {move || issued(here)}
                    {form}
                    <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
                </div>
            }
        })
    };
    let ways = move || of_round.get().map(|due| ways(here, due));
    view! { {paper(state, with_texts, fetch, ways)} {below} }.into_any()
}

/// An issued paper, by the name of the entry that issues it.
pub fn issued_page(state: State, desk: Desk, id: &str, fetch: workbook::Fetch) -> AnyView {
    let id = id.to_owned();
    let made = Memo::new(move |_| with_as_of(state, desk, |as_of| again(as_of, &id)));
    let language = state.language();
    let words = words::of(language);
    let document = Memo::new(move |_| made.with(|made| made.as_ref().map(|again| again.document.clone())));
    let told = move || {
        made.get().map(|Again { is_same, corrected_by, rivals, .. }| {
            let light = if is_same { "met" } else { "outdated" };
            let corrected = corrected_by.map(|one| view! { <p>{words.corrected}{link(one)}</p> });
            let said = if is_same { words.same } else { words.not_same };
            view! {
                <div class="sheet agreement" data-light=light><p>{said}</p>{corrected}{told_of(rivals, words)}</div>
            }
        })
    };
    let way = move || {
        made.get()
            .and_then(|again| again.now)
            .map(|now| view! { <a class="button" href=now.href>{ui::said(now.text)}</a> })
    };
    let none = move || {
        let papers = [DocumentKind::Bulletin, DocumentKind::Assessment].into_iter();
        let papers = papers.filter(|kind| round(&state.plan(), *kind).is_some());
        let ways = papers.map(|kind| (kind.words(language), Route::Document(kind, None)));
        let ways = ways.chain([(words.to_device, Route::Device)]);
        let ways = ways.map(|(name, route)| (name.to_owned(), route)).collect();
        made.with(Option::is_none).then(|| lost(words.not_here_title, words.not_here, ways))
    };
    view! { {none} {told} {move || made.with(Option::is_some).then(|| paper(state, document, fetch, way))} }
        .into_any()
}

/// The papers that claim the place of one, and what is to be done about it; nothing where none does.
fn told_of(rivals: Vec<Rival>, words: &'static words::Words) -> Option<AnyView> {
    let (of_period, of_number): (Vec<_>, Vec<_>) = rivals.into_iter().partition(|one| one.is_of_period);
    let each = [(words.rival_period, of_period), (words.rival_number, of_number)];
    let each = each.into_iter().filter(|(_, all)| !all.is_empty()).map(|(said, all)| {
        let all = all.into_iter().map(|one| view! { <li>{link(one.paper)}</li> }).collect::<Vec<_>>();
        view! { <p>{said}</p> <ul>{all}</ul> }
    });
    let each = each.collect::<Vec<_>>();
    (!each.is_empty()).then(|| {
        view! { <div class="rivals" role="note">{each}<p class="muted">{words.rival_note}</p></div> }
            .into_any()
    })
}

/// Hands plan, ledger, day and the round to what is made of them; none where the plan has no such round.
fn with_round<T>(
    state: State,
    desk: Desk,
    kind: DocumentKind,
    month: Option<Month>,
    ask: impl FnOnce(AsOf, &Round, Due) -> T,
) -> Option<T> {
    with_as_of(state, desk, |as_of| shown(as_of, kind, month).map(|(round, due)| ask(as_of, round, due)))
}

fn of_here<T>(here: Here, ask: impl FnOnce(AsOf, &Round, Due) -> T) -> Option<T> {
    let Here { state, desk, kind, month, .. } = here;
    with_round(state, desk, kind, month, ask)
}

/// The name under which the device keeps what is typed.
fn draft_name(here: Here) -> Option<String> {
    untrack(|| of_here(here, |_, round, due| [&round.id, "/", &due.to.to_string()].concat()))
}

/// What was typed here before, else what a new paper begins with.
fn begin(here: Here) {
    let kept = draft_name(here).and_then(|name| here.desk.draft(&name)).and_then(|kept| Typed::read(&kept));
    let typed = kept.or_else(|| untrack(|| of_here(here, begun))).unwrap_or_default();
    here.shown.set(typed.clone());
    here.typed.set(typed);
}

/// A field was left: the paper shows what stands in it, and the device keeps it.
fn left(here: Here) {
    let before = here.shown.get_untracked();
    let mut typed = here.typed.get_untracked();
    here.beside.with_untracked(|beside| noted(&mut typed, &before, beside));
    if let Some(name) = draft_name(here) {
        let kept = if typed.is_empty() { String::new() } else { typed.kept() };
        let outcome = here.desk.keep_draft(&name, &kept);
        here.desk.tell_unkept(Unkept::Note(storage::Kind::Draft), outcome);
    }
    here.typed.set(typed);
    // A field is also left by pressing what stands below it, and the paper above may grow.
    document::after_press(move || {
        if let Some(typed) = here.typed.try_get_untracked() {
            ignored(here.shown.try_set(typed));
        }
    });
}

/// Where one goes from here: back to the work, to the rounds before and after, and to the other kind.
fn ways(here: Here, due: Due) -> AnyView {
    let Here { state, kind, language, words, .. } = here;
    let plan = state.plan();
    let at = |month: Month, name: &'static str| {
        let href = Route::Document(kind, Some(month)).href();
        ends(&plan, kind, month).then(|| view! { <a class="button" href=href>{name}</a> })
    };
    let months = round(&plan, kind).map_or(0, |round| round.months as i32);
    let back = crate::page::documents::words::of(language).back;
    // The other paper of months that end together, if the plan's cycle has one.
    let others =
        [DocumentKind::Bulletin, DocumentKind::Assessment].into_iter().filter(|other| *other != kind);
    let other = others.filter(|other| ends(&plan, *other, due.to)).map(|other| {
        let href = Route::Document(other, Some(due.to)).href();
        let name = round(&plan, other).map(|round| plan.say(&round.name, language));
        name.map(|name| view! { <a class="button" href=href>{ui::said(name)}</a> })
    });
    let other = other.collect::<Vec<_>>();
    let cases = (kind == DocumentKind::Bulletin).then(|| {
        let href = Route::Cases(Some(due.to)).href();
        view! { <a class="button" href=href>{words.to_cases}</a> }
    });
    view! {
        <a class="button" href=Route::Dispatch(Some(due.to)).href()>{back}</a>
        {at(due.to.plus(-months), words.earlier)}
        {at(due.to.plus(months), words.later)}
        {other}
        {cases}
    }
    .into_any()
}

/// Whether a round of a kind ends with a month.
fn ends(plan: &PlanIndex, kind: DocumentKind, month: Month) -> bool {
    round(plan, kind).is_some_and(|round| series(plan, round).any(|due| due.to == month))
}

/// What was issued of this kind, and what is otherwise since the last paper of the round.
fn issued(here: Here) -> Option<AnyView> {
    let (since, all, rivals): (Option<super::Since>, Option<Table>, Vec<Rival>) =
        of_here(here, |as_of, round, due| {
            (since(as_of, round, due), issues(as_of, round), rivals_of_last(as_of, round, due))
        })?;
    let language = here.language;
    let since = since.map(|one| {
        let said = words::since(language, one.differ, &one.parts);
        view! { <p>{link(one.issue)}{said}</p> {one.table.map(ui::table)} }
    });
    let all = all.map(ui::table);
    (since.is_some() || all.is_some()).then(|| {
        let rivals = told_of(rivals, here.words);
        view! { <section class="sheet issued">{since}{rivals}{all}</section> }.into_any()
    })
}

fn form(here: Here, due: Due) -> AnyView {
    let Here { state, words, kind, .. } = here;
    let plan = state.plan();
    let Some(of) = round(&plan, kind) else { return ().into_any() };
    let texts = Place::ALL.into_iter().filter(|place| has(of, *place)).map(|place| text(here, place));
    let texts = texts.collect::<Vec<_>>();
    let found = (of.months > 3).then(|| found(here, due));
    let is_correction = move || of_here(here, |as_of, round, due| last(as_of.ledger, round, &due).is_some());
    let save = move || match is_correction() {
        Some(true) => words.issue_correction,
        _ => words.issue,
    };
    let form = view! {
        <form
            on:change=move |_| left(here)
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                submit(here);
            }
        >
            <p class="muted">{words.form_note}</p>
            {move || hindered(here)}
            <div class="fields">
                {line(here, Field::Number, "numeric", Bound::new(here.typed, |typed| &mut typed.number))}
            </div>
            {found}
            <div class="fields" data-wide="">{texts}</div>
            {move || outruns(here)}
            {move || faults(here)}
            <div class="acts"><button type="submit" data-main="">{save}</button></div>
        </form>
    };
    view! { <section class="sheet act-form"><header><h2>{words.form}</h2></header>{form}</section> }
        .into_any()
}

fn line(here: Here, field: Field, mode: &'static str, bound: Bound) -> AnyView {
    let bound = bound.marked(move || is_wrong(here, field));
    field::line(words::field(here.language, field), Line { mode, ..Line::default() }, bound)
}

fn text(here: Here, place: Place) -> AnyView {
    let of: fn(&mut Typed) -> &mut String = match place {
        Place::Overall => |typed| typed.text_mut(Place::Overall),
        Place::Causes => |typed| typed.text_mut(Place::Causes),
        Place::NoProblem => |typed| typed.text_mut(Place::NoProblem),
        Place::Experience => |typed| typed.text_mut(Place::Experience),
        Place::Next => |typed| typed.text_mut(Place::Next),
    };
    let field = Field::Text(place);
    let bound = Bound::new(here.typed, of).marked(move || is_wrong(here, field));
    field::area(words::field(here.language, field), bound)
}

/// The problems that an assessment finds, a row each, and one more.
fn found(here: Here, due: Due) -> AnyView {
    let Here { state, desk, words, language, typed, .. } = here;
    let plan = state.plan();
    let subjects: Vec<Choice> = plan
        .indicators()
        .map(|place| Choice { value: place.item.id.clone(), words: plan.say(&place.item.name, language) })
        .collect();
    let count = RwSignal::new(typed.with_untracked(|typed| typed.found.len()).max(1));
    let row = move |at: usize| {
        let subject = Bound::at(typed, at, |typed, at| &mut typed.found_mut(at).subject);
        view! {
            <div class="fields">
                {line(here, Field::Problem(at), "", Bound::at(typed, at, |typed, at| &mut typed.found_mut(at).text))}
                {field::select(words.subject, words.no_subject, subjects.clone(), subject)}
                {line(here, Field::Who(at), "", Bound::at(typed, at, |typed, at| &mut typed.found_mut(at).who))}
                {line(here, Field::Until(at), "", Bound::at(typed, at, |typed, at| &mut typed.found_mut(at).until))}
            </div>
        }
        .into_any()
    };
    let rows = move || (0..count.get()).map(&row).collect::<Vec<_>>();
    let propose = move |_| {
        let behind = untrack(|| with_as_of(state, desk, |as_of| proposed(as_of, due)));
        typed.update(|typed| typed.take(behind));
        count.set(typed.with_untracked(|typed| typed.found.len()).max(1));
        left(here);
    };
    let another = move |_| count.update(|count| *count = (*count + 1).min(MOST_FOUND));
    view! {
        <div class="found">{rows}</div>
        <div class="acts">
            <button type="button" on:click=propose>{words.propose}</button>
            <button type="button" on:click=another disabled=move || { count.get() >= MOST_FOUND }>{words.another}</button>
        </div>
    }
    .into_any()
}

/// The texts beside which the page says something else by now.
fn outruns(here: Here) -> Option<AnyView> {
    let (language, words) = (here.language, here.words);
    let all = here.shown.with(|typed| here.beside.with(|beside| outrun(typed, beside)));
    let each = all.into_iter().map(|Outrun { place, was, now }| {
        let name = words::field(language, Field::Text(place));
        view! {
            <li><p><b>{name}</b>" "{words.outrun}{now}</p><p class="muted">{words.was}{was}</p></li>
        }
    });
    let each = each.collect::<Vec<_>>();
    (!each.is_empty()).then(|| view! { <ul class="outrun">{each}</ul> }.into_any())
}

fn faults(here: Here) -> Option<AnyView> {
    field::faults(here.faults.with(|all| all.iter().map(|one| words::fault(here.language, one)).collect()))
}

/// What keeps the paper from being issued today, before anybody writes into it: each sentence with where it is mended.
fn hindered(here: Here) -> Option<AnyView> {
    let all = of_here(here, super::period_faults)?;
    let each = all.iter().map(|one| {
        let months = match one {
            Fault::NotLocked(months) => months.as_slice(),
            _ => &[],
        };
        let ways = months.iter().map(|month| {
            let text = Text::plain(crate::page::documents::words::month(here.language, *month));
            view! { " " {link(Link { text, href: Route::Dispatch(Some(*month)).href() })} }
        });
        let ways = ways.collect::<Vec<_>>();
        view! { <li>{words::fault(here.language, one)}{ways}</li> }
    });
    let each = each.collect::<Vec<_>>();
    (!each.is_empty()).then(|| view! { <ul class="hindered">{each}</ul> }.into_any())
}

fn is_wrong(here: Here, field: Field) -> bool {
    here.faults.with(|faults| faults.iter().any(|one| one.field() == Some(field)))
}

fn submit(here: Here) {
    here.told.set(String::new());
    left(here);
    let typed = here.typed.get_untracked();
    let made = untrack(|| {
        of_here(here, |as_of, round, due| (due, written(as_of, here.desk.now(), round, due, &typed)))
    });
    match made {
        Some((due, Ok(_))) => {
            here.faults.set(vec![]);
            record(here, due);
        }
        Some((_, Err(found))) => here.faults.set(found),
        None => {}
    }
}

/// Written as one act with a copy from before, so that one undo takes back the paper and the problems that it opened. It is
/// made once more when the name is known: signing takes its time.
fn record(here: Here, due: Due) {
    let Here { state, desk, language, words, .. } = here;
    desk.sign(move || {
        // Whoever signs may have left the page: then nothing is issued.
        let Some(typed) = here.typed.try_get_untracked() else { return };
        let made =
            untrack(|| of_here(here, |as_of, round, due| written(as_of, desk.now(), round, due, &typed)));
        let entries = match made {
            Some(Ok(entries)) => entries,
            Some(Err(found)) => {
                ignored(here.faults.try_set(found));
                return;
            }
            None => return,
        };
        let plan = state.plan();
        let printed = |id: BatchId| {
            let issue = EntryId { batch: id, index: 0 };
            untrack(|| with_as_of(state, desk, |as_of| printed(as_of, due, issue)))
        };
        let assigned = |id: BatchId, entries: &[Entry]| {
            untrack(|| with_as_of(state, desk, |as_of| assigned(as_of, entries, id)))
        };
        let all = |id: BatchId| {
            let more = [assigned(id, &entries), printed(id)].concat();
            entries.into_iter().chain(more).collect()
        };
        let told = match desk.take_in_named(&desk.officer(&plan), due.to, all) {
            Ok(()) => {
                if let Some(name) = draft_name(here) {
                    desk.tell_unkept(Unkept::Left(storage::Kind::Draft), desk.spend_draft(&name));
                }
                begin(here);
                words.issued.to_owned()
            }
            Err(failure) => storage::words::failure(language, failure),
        };
        ignored(here.told.try_set(told));
        document::after_paint(move || {
            if let Some(told) = here.told_at.try_get_untracked().flatten() {
                ignored(told.focus());
            }
        });
    });
}
