//! The monthly form in markup. Decides nothing.
//!
//! Fields are the browser's own while somebody types: what is typed goes into the draft, and comes back into the
//! field only when the draft was changed from elsewhere (one tap, a pasted block).

mod answers;
mod figures;
mod folded;
mod page;
mod paste;
mod problems;
mod receipt;
mod said;
mod send;
mod steps;

pub use page::page;
pub use paste::opened as paste_dialog;
pub use receipt::Receipt;

use super::draft::Draft;
use super::model::{self, Message, Progress};
use super::paste::Block;
use super::sheet::{Sheet, Staged};
use super::spot::Spot;
use super::undo::Undo;
use super::words::{self, Words};
use crate::browser::LoadFailure;
use crate::ledger::Entry;
use crate::plan::Month;
use crate::route::ViewPart;
use crate::state::State;
use crate::text::{Language, Text};
use crate::ui::said as text;
use leptos::prelude::*;

/// Whose form is drawn, and for which month, where a link asks for it and not the route.
#[derive(Clone, Debug)]
pub struct FormOf {
    pub organisation: String,
    pub month: Month,
}

/// What the form does to the world outside.
#[derive(Clone, Copy)]
pub struct Hands {
    /// The draft has changed, and is to be kept.
    pub changed: Callback<Draft>,
    /// The receipt is to be made, of a draft without a fault.
    pub submit: Callback<(Draft, Vec<Entry>)>,
    /// Whether the draft is kept; none before the first change.
    pub kept: RwSignal<Option<Kept>>,
    /// What the draft has become because another tab wrote, too.
    pub incoming: RwSignal<Option<Draft>>,
    /// Until when the period is due, in a sentence as of today.
    pub deadline: Memo<String>,
    /// The form is to be handed out as a workbook, with what was typed so far.
    pub workbook: Callback<Draft>,
    /// What came of that.
    pub saved: RwSignal<String>,
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is on the device, since this time of day.
    Since(String),
    /// It was there when the form was opened; since this day and time of day, where it says so.
    Resumed(Option<String>),
    /// The browser did not take it.
    Refused,
    /// It was, and another page has removed it.
    Removed,
}

/// What the parts of the form share.
#[derive(Clone, Copy)]
struct Here {
    sheet: StoredValue<Sheet>,
    draft: RwSignal<Draft>,
    /// Counts changes of the draft that no field made by itself.
    revision: RwSignal<u32>,
    messages: Memo<Vec<Message>>,
    progress: Memo<Progress>,
    /// The field that is being typed into: nothing new is said about it until it is left.
    typing: RwSignal<Option<Spot>>,
    /// A block that was pasted, while it is looked at.
    pasting: RwSignal<Option<Block>>,
    /// What was filled in one go, in a sentence, and how it is undone.
    filled_in: RwSignal<Option<(String, Option<Undo>)>>,
    hands: Hands,
    language: Language,
    words: &'static Words,
}

/// The form over a sheet, beginning with a draft.
pub fn form(sheet: Sheet, draft: Draft, hands: Hands, language: Language) -> AnyView {
    let here = Here::new(sheet, draft, hands, language);
    Effect::new(move |_| {
        if let Some(all) = hands.incoming.get()
            && here.draft.with_untracked(|draft| *draft != all)
        {
            here.draft.set(all);
            here.revision.update(|revision| *revision += 1);
        }
    });
    drawn(here)
}

impl Here {
    fn new(sheet: Sheet, draft: Draft, hands: Hands, language: Language) -> Self {
        let sheet = StoredValue::new(sheet);
        let draft = RwSignal::new(draft);
        let messages = Memo::new(move |_| {
            sheet.with_value(|sheet| draft.with(|draft| model::messages(sheet, draft, language)))
        });
        let progress = Memo::new(move |_| {
            sheet.with_value(|sheet| draft.with(|draft| model::progress(sheet, draft, language)))
        });
        Self {
            sheet,
            draft,
            revision: RwSignal::new(0),
            messages,
            progress,
            typing: RwSignal::new(None),
            pasting: RwSignal::new(None),
            filled_in: RwSignal::new(None),
            hands,
            language,
            words: words::of(language),
        }
    }
}

/// Nothing here follows the draft but what stands in a closure: else every button that fills something would draw the form
/// anew, and the sentence that says what it did would be gone with the old one.
fn drawn(here: Here) -> AnyView {
    let sheet = here.sheet;
    view! {
        {head(here)}
        {filled_in(here)}
        <form class="form" novalidate on:submit=|event| event.prevent_default()>
            {earlier(here)}
            {figures::section(here)}
            {steps::section(here, here.words.measures, needed(sheet, |sheet| &sheet.measures))}
            {steps::section(here, here.words.items, needed(sheet, |sheet| &sheet.items))}
            {steps::let_go(here)}
            {steps::section(here, here.words.milestones, needed(sheet, |sheet| &sheet.milestones))}
            {answers::section(here)}
            {folded::problems(here)}
            {folded::optional(here)}
            {folded::person(here)}
            {folded::workbook(here)}
            <div class="claims">
                <p class="muted">{here.words.claims}</p>
                <p class="secret"><strong>{here.words.nothing_secret}</strong></p>
            </div>
            {send::bar(here)}
        </form>
        {pasting(here)}
    }
    .into_any()
}

/// Those that have to be answered.
fn needed(sheet: StoredValue<Sheet>, of: fn(&Sheet) -> &Vec<Staged>) -> Vec<Staged> {
    sheet.with_value(|sheet| of(sheet).iter().filter(|staged| staged.is_needed()).cloned().collect())
}

impl Here {
    /// What a field made of itself.
    fn typed(&self, spot: Spot, change: impl FnOnce(&mut Draft)) {
        self.typing.set(Some(spot));
        self.draft.update(change);
        self.keep();
    }

    /// What was chosen, or filled from elsewhere: the fields show it.
    fn filled(&self, change: impl FnOnce(&mut Draft)) {
        self.typing.set(None);
        self.draft.update(change);
        self.revision.update(|revision| *revision += 1);
        self.keep();
    }

    /// Fills what is empty, and says how much that was, with the way back.
    fn fill(&self, fill: fn(&mut Draft, &Sheet) -> usize, says: fn(Language, usize) -> String) {
        let before = self.draft.get_untracked();
        let mut count = 0;
        self.filled(|draft| count = self.sheet.with_value(|sheet| fill(draft, sheet)));
        let undo = self.draft.with_untracked(|after| Undo::between(&before, after));
        self.filled_in.set(Some((says(self.language, count), (count > 0).then_some(undo))));
    }

    fn left(&self) {
        self.typing.set(None);
    }

    fn keep(&self) {
        self.hands.changed.run(self.draft.get_untracked());
    }

    /// A value of the draft for a field: read again only when the draft was changed from elsewhere.
    fn value(self, of: impl Fn(&Draft) -> String + Send + Sync + 'static) -> impl Fn() -> String + Send {
        let (draft, revision) = (self.draft, self.revision);
        move || {
            revision.track();
            draft.with_untracked(&of)
        }
    }
}

fn head(here: Here) -> AnyView {
    let Here { words, sheet, progress, .. } = here;
    let title = sheet.with_value(|sheet| sheet.title.clone());
    let deadline = move || here.hands.deadline.get();
    let between = here.language.pick("", " ");
    let has_figures = sheet.with_value(|sheet| !sheet.figures.is_empty());
    let actions = has_figures.then(|| {
        view! {
            <button type="button" on:click=move |_| here.pasting.set(Some(Block::default()))>{words.paste}</button>
            <button type="button" on:click=move |_| here.fill(Draft::fill_as_last_month, words::filled_as_last)>{words.as_last}</button>
            <button type="button" on:click=move |_| here.fill(Draft::fill_nothing, words::filled_nothing)>{words.nothing}</button>
        }
    });
    view! {
        <div class="page-title form-title">
            <div>
                <h1 tabindex="-1">{title.into_iter().map(text).collect::<Vec<_>>()}</h1>
                <p>{deadline}{between}<span>{move || progress.with(|progress| progress.words.clone())}</span><span class="untouched">{between}{words.untouched}</span></p>
                {far(progress)}
            </div>
            <div class="actions">{actions}</div>
        </div>
    }
    .into_any()
}

/// The dialog that takes a pasted table: a part of the program that comes when it is opened for the first time.
fn pasting(here: Here) -> AnyView {
    provide_context(here);
    let state = State::here();
    let part = state.part(ViewPart::Paste);
    let is_open = Memo::new(move |_| here.pasting.with(Option::is_some));
    Effect::new(move |_| match (is_open.get(), part.get()) {
        (true, None) => state.ask_for(ViewPart::Paste),
        // It is asked for again when the button is pressed again.
        (true, Some(Err(LoadFailure))) => {
            here.pasting.set(None);
            part.set(None);
            here.filled_in.set(Some((here.words.paste_failed.to_owned(), None)));
        }
        _ => {}
    });
    (move || is_open.get().then(|| part.get().and_then(Result::ok).map(|draw| draw()))).into_any()
}

/// How far the form is, as a bar; the sentence above it says the same.
fn far(progress: Memo<Progress>) -> AnyView {
    let part = move |state: &'static str, of: fn(&Progress) -> usize| {
        let grow = move || progress.with(of).to_string();
        view! { <i data-state=state style:flex-grow=grow></i> }
    };
    view! {
        <div class="far" aria-hidden="true">
            {part("filled", |one| one.filled)}
            {part("unchanged", |one| one.unchanged)}
            {part("missing", |one| one.missing)}
        </div>
    }
    .into_any()
}

/// What was filled in one go, with the way back.
fn filled_in(here: Here) -> AnyView {
    let undo = move |_| {
        let Some((_, Some(undo))) = here.filled_in.get_untracked() else { return };
        here.filled(|draft| undo.undo(draft));
        here.filled_in.set(Some((here.words.undone.to_owned(), None)));
    };
    let said = move || {
        here.filled_in.get().map(|(said, can_undo)| {
            let button = can_undo
                .is_some()
                .then(|| view! { <button type="button" on:click=undo>{here.words.undo}</button> });
            view! { <p>{said}</p> {button} }
        })
    };
    view! { <div class="filled-in" role="status">{said}</div> }.into_any()
}

/// What was sent before for the period, and why it came back.
fn earlier(here: Here) -> Option<AnyView> {
    let earlier = here.sheet.with_value(|sheet| sheet.earlier.clone())?;
    let reason = earlier
        .reason
        .map(|reason| view! { <blockquote>{text(Text::typed(&reason, here.language))}</blockquote> });
    let state = if earlier.is_returned { "returned" } else { "sent" };
    Some(
        view! { <div class="earlier" role="status" data-state=state><p>{earlier.words}</p>{reason}</div> }
            .into_any(),
    )
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::page::month::form::samples::{lead, ledger, plan};
    use crate::route::Route;
    use crate::settings::{Density, Settings, Theme};
    use std::sync::Arc;

    /// walk16 A5: a button that fills many fields draws the form no second time, so that what it says of that, with the way
    /// back, stays.
    #[test]
    fn what_a_button_says_stays_because_the_form_is_drawn_once() {
        let settings = Settings { theme: Theme::Auto, language: Language::Zh, density: Density::Comfortable };
        Owner::new().with(|| {
            provide_context(State::new(Arc::new(plan()), Route::Overview, settings, None));
            let hands = Hands {
                changed: Callback::new(|_| {}),
                submit: Callback::new(|_| {}),
                kept: RwSignal::new(None),
                incoming: RwSignal::new(None),
                deadline: Memo::new(|_| String::new()),
                workbook: Callback::new(|_| {}),
                saved: RwSignal::new(String::new()),
            };
            let here =
                Here::new(lead(&ledger(), "2024-08", Language::Zh), Draft::default(), hands, Language::Zh);
            let times = Memo::new(move |before: Option<&u32>| {
                drop(drawn(here));
                before.map_or(1, |before| before + 1)
            });
            assert_eq!(times.get_untracked(), 1);
            here.fill(Draft::fill_nothing, words::filled_nothing);
            assert_eq!(times.get_untracked(), 1);
            let (said, undo) = here.filled_in.get_untracked().expect("a sentence");
            assert!(said.contains("空项记为零报告") && undo.is_some(), "{said}");
            // A second time there is nothing to fill, and that is said.
            here.fill(Draft::fill_nothing, words::filled_nothing);
            let (said, undo) = here.filled_in.get_untracked().expect("a sentence");
            assert!(said.contains("未作改动") && undo.is_none(), "{said}");
        });
    }
}
