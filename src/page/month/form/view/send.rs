//! The bar at the foot of the form: whether it is kept, a look at the receipt, and the receipt.

use super::super::entries::entries;
use super::super::model::{Message, Progress, next_empty, next_warning, unanswered};
use super::super::preview::{Line, preview};
use super::super::spot::Spot;
use super::super::words::{self, Words};
use super::{Here, Kept, text};
use crate::browser::{dialog, document};
use crate::ui::dialog_head;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

/// The bar, with what stands in the way of the receipt above it.
pub fn bar(here: Here) -> AnyView {
    let words = here.words;
    // Asked for once, the list of faults stays until all are put right.
    let was_asked = RwSignal::new(false);
    let is_looking = RwSignal::new(false);
    let is_asking = RwSignal::new(false);
    let faults = Memo::new(move |_| {
        here.messages.with(|all| all.iter().filter(|one| one.is_fault).cloned().collect::<Vec<Message>>())
    });
    let has_faults = move || {
        let first = faults.with_untracked(|faults| faults.first().map(|fault| fault.spot.element()));
        here.left();
        was_asked.set(first.is_some());
        if let Some(first) = &first {
            let first = first.clone();
            // A folded field opens first.
            document::after_paint(move || document::enter(&first));
        }
        first.is_some()
    };
    let look = move |_| {
        if !has_faults() {
            is_looking.set(true);
        }
    };
    let make = move || {
        if has_faults() {
            return;
        }
        is_looking.set(false);
        // Asked once more, it is made: the question stands above the button.
        if here.progress.with_untracked(|progress| progress.asking().is_some()) && !is_asking.get_untracked()
        {
            is_asking.set(true);
            document::after_paint(|| document::enter(ASKING));
            return;
        }
        submit(here);
    };
    let is_in_question = move || here.progress.with(|progress| progress.asking().is_some());
    let is_blocked = move || was_asked.get() && faults.with(|faults| !faults.is_empty());
    view! {
        {move || is_blocked().then(|| list(here, faults))}
        {move || (is_asking.get() && is_in_question() && !is_blocked()).then(|| ask(here, is_asking))}
        <div class="send" data-unsaved=move || is_unsaved(here).then_some("")>
            {next(here)}
            <span class="state">{move || kept(here)}</span>
            <button type="button" class="look" on:click=look>{words.preview}</button>
            <button type="button" data-main="" on:click=move |_| make()>{words.make}</button>
        </div>
        {move || is_looking.get().then(|| look_at(here, is_looking, make))}
    }
    .into_any()
}

/// What is left to do, in a word: pressed, the next empty field is entered; with none left, the next that looks like a
/// slip.
fn next(here: Here) -> AnyView {
    let last = StoredValue::new(None);
    let left = Memo::new(move |_| {
        let missing = here.progress.with(|progress| progress.missing);
        (missing, here.messages.with(|all| next_warning(all, None).0))
    });
    let enter = move |_| {
        here.left();
        let before: Option<Spot> = last.get_value();
        let empty = here
            .sheet
            .with_value(|sheet| here.draft.with_untracked(|draft| next_empty(sheet, draft, before.as_ref())));
        let unlikely = || here.messages.with_untracked(|all| next_warning(all, before.as_ref()).1);
        let next = empty.or_else(unlikely);
        if let Some(spot) = &next {
            let field = spot.element();
            document::after_paint(move || document::enter(&field));
        }
        last.set_value(next);
    };
    (move || {
        let (missing, warnings) = left.get();
        let (says, goes) = match missing {
            0 => (words::warnings(here.language, warnings), here.words.next_warning),
            _ => (words::missing(here.language, missing), here.words.next_empty),
        };
        (missing + warnings > 0).then(|| {
            view! {
                <button type="button" class="next" on:click=enter>
                    <span>{says}</span>{here.language.pick("，", ": ")}<b>{goes}</b>
                </button>
            }
        })
    })
    .into_any()
}

/// The browser keeps nothing of the draft.
fn is_unsaved(here: Here) -> bool {
    matches!(here.hands.kept.get(), Some(Kept::Refused | Kept::Removed))
}

fn kept(here: Here) -> Option<AnyView> {
    let words = here.words;
    let warning = |sentence| view! { <strong role="alert" class="unsaved">{sentence}</strong> }.into_any();
    here.hands.kept.get().map(|kept| match kept {
        Kept::Since(time) => {
            view! { <span class="muted">{words.saved}" · "<span class="figure">{time}</span></span> }
                .into_any()
        }
        Kept::Resumed(at) => {
            view! { <span class="muted">{words::resumed(here.language, at.as_deref())}</span> }.into_any()
        }
        Kept::Refused => warning(words.not_saved),
        Kept::Removed => warning(words.removed),
    })
}

fn list(here: Here, faults: Memo<Vec<Message>>) -> AnyView {
    let each = move || {
        let faults = faults.get().into_iter().map(|fault| {
            let field = fault.spot.element();
            view! {
                <li>
                    <button type="button" on:click=move |_| document::enter(&field)>
                        {text(fault.name)}{here.language.pick("：", ": ")}{fault.words}
                    </button>
                </li>
            }
        });
        faults.collect::<Vec<_>>()
    };
    view! {
        <section class="faults" role="alert">
            <p>{move || words::faults(here.language, faults.with(Vec::len))}</p>
            <ul>{each}</ul>
        </section>
    }
    .into_any()
}

/// The element of the question whether an incomplete receipt is to be made.
const ASKING: &str = "form-asking";

/// Asks before an incomplete receipt, with what is missing and the way to each.
fn ask(here: Here, is_asking: RwSignal<bool>) -> AnyView {
    let words = here.words;
    let missing = here.sheet.with_value(|sheet| here.draft.with(|draft| unanswered(sheet, draft)));
    let progress = here.progress.get();
    let question = progress.asking().map(|asking| words::ask_first(here.language, asking));
    let Progress { asked, missing: count, .. } = progress;
    let answered = words::answered(here.language, asked - count.min(asked), asked);
    // Where nothing is due, the first of what may be filled in.
    let any = here.sheet.with_value(|sheet| sheet.figures.first().map(|one| Spot::Figure(one.id.clone())));
    let first = missing.first().map(|one| one.spot.clone()).or(any).map(|spot| spot.element());
    let each = missing.into_iter().map(|one| {
        let field = one.spot.element();
        view! { <li><button type="button" on:click=move |_| document::enter(&field)>{text(one.name)}</button></li> }
    });
    let begin = move |_| {
        is_asking.set(false);
        if let Some(first) = &first {
            document::enter(first);
        }
    };
    view! {
        <section class="faults asking" role="alert" id=ASKING tabindex="-1">
            <p><strong>{question}</strong>" "{answered}</p>
            <p class="actions">
                <button type="button" on:click=begin>{words.fill_first}</button>
                <button type="button" on:click=move |_| submit(here)>{words.make_all_the_same}</button>
            </p>
            <ul>{each.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}

fn submit(here: Here) {
    let draft = here.draft.get_untracked();
    if let Ok(entries) = here.sheet.with_value(|sheet| entries(sheet, &draft)) {
        here.hands.submit.run((draft, entries));
    }
}

/// What the receipt will say.
fn look_at(here: Here, is_looking: RwSignal<bool>, make: impl Fn() + Copy + 'static) -> AnyView {
    let words = here.words;
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|dialog| dialog::open(&dialog));
    let draft = here.draft.get_untracked();
    let told = here.sheet.with_value(|sheet| {
        entries(sheet, &draft).map(|entries| preview(sheet, &entries, here.language)).unwrap_or_default()
    });
    let made = move |event: MouseEvent| {
        dialog::close_around(&event);
        make();
    };
    view! {
        <dialog
            node_ref=node
            class="preview"
            aria-label=words.preview_title
            on:close=move |_| is_looking.set(false)
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
                {dialog_head(words.preview_title, words.close)}
                {lines(told, words)}
                <div class="actions">
                    <button type="button" data-main="" on:click=made>{words.make}</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

/// What a receipt says, line by line.
pub fn lines(told: Vec<Line>, words: &'static Words) -> AnyView {
    if told.is_empty() {
        return view! { <p>{words.preview_nothing}</p> }.into_any();
    }
    let line = |line: Line| {
        let correction = line.is_correction.then(|| view! { <small>{words.correction}</small> });
        let says = line.says.into_iter().map(text).collect::<Vec<_>>();
        view! { <li><span>{text(line.name)}</span><span><b>{says}</b>{correction}</span></li> }
    };
    view! { <ul class="lines">{told.into_iter().map(line).collect::<Vec<_>>()}</ul> }.into_any()
}
