//! The form over the desk: where drafts are kept and receipts written down.

use super::super::draft::Draft;
use super::super::handed::handed;
use super::super::sheet::{Sheet, sheet};
use super::super::words;
use super::receipt::{self, Made, Receipt};
use super::{Hands, Kept, form};
use crate::browser::document;
use crate::ledger::{Batch, Entry};
use crate::plan::Month;
use crate::route::Route;
use crate::state::{Desk, Me, State};
use crate::text::{Language, Text};
use crate::ui::page_title;
use leptos::prelude::*;

/// What is on the screen.
#[derive(Clone)]
enum Phase {
    /// The form, over the latest draft.
    Filling,
    Sent(Made, Box<Batch>),
}

/// The form of an organisation for a period; `receipt` makes what is handed on of batches, the new one last.
/// There is more than one where it corrects what nobody has answered yet.
pub fn page(
    state: State,
    desk: Desk,
    organisation: &str,
    month: Month,
    receipt: impl Fn(&[Batch]) -> Receipt + Send + Sync + 'static,
) -> AnyView {
    let language = state.language();
    let name = [organisation, "/", &month.to_string()].concat();
    let (draft, unread) = kept(desk, &name);
    let phase = RwSignal::new(Phase::Filling);
    // Beside the kept one: where nothing can be kept, it is the only one.
    let latest = StoredValue::new(draft);
    let resume = {
        let name = name.clone();
        move |draft: Draft| {
            keep(desk, &name, &draft);
            latest.set_value(draft);
            phase.set(Phase::Filling);
            document::begin_page();
        }
    };
    let resume = Callback::new(resume);
    let plan = state.plan();
    let of = organisation.to_owned();
    // The day is asked for once: a form does not change under the hands of whoever fills it in at midnight.
    let today = state.today.get_untracked();
    let sheet = Memo::new(move |_| sheet(&plan, &desk.with_lent(), &of, month, today, language));
    let submit = submit(desk, organisation.to_owned(), month, name.clone(), phase, receipt);
    let is_kept = RwSignal::new(None);
    let changed = {
        let name = name.clone();
        move |draft: Draft| {
            is_kept.set(Some(keep(desk, &name, &draft)));
            latest.set_value(draft);
        }
    };
    let hands = Hands { changed: Callback::new(changed), submit, kept: is_kept };
    // Another page may clear the device while somebody is typing here: nothing is claimed to be kept that is not.
    Effect::new(move |before: Option<u32>| {
        let count = desk.drafts_changed();
        let was_kept = matches!(*is_kept.read_untracked(), Some(Kept::Since(_)));
        if before.is_some() && was_kept && desk.draft(&name).is_none() {
            is_kept.set(Some(Kept::Removed));
        }
        count
    });
    let unread =
        unread.map(|unread| view! { <p class="earlier" role="alert">{words::unread(language, unread)}</p> });
    // The first drawing takes the focus from nothing.
    let is_drawn = StoredValue::new(false);
    let shown = move || match phase.get() {
        Phase::Filling => match sheet.get() {
            Ok(sheet) => {
                // Drawn anew when the ledger changes (another tab): with all that was typed by then, and the focus
                // back where it was.
                let draft = latest.get_value();
                if is_drawn.get_value()
                    && let Some(field) = document::focused_id()
                {
                    document::after_paint(move || document::focus(&["#", &field].concat()));
                }
                is_drawn.set_value(true);
                let go_on = go_on(desk, &sheet, &draft, resume, language);
                view! { {go_on} {form(sheet, draft, hands, language)} }.into_any()
            }
            Err(why) => none(words::no_form(language, &why), language),
        },
        Phase::Sent(made, batch) => {
            let title =
                sheet.with_untracked(|sheet| sheet.as_ref().map(|one| one.title.clone()).unwrap_or_default());
            let back = move || resume.run(Draft::from_batch(&batch));
            receipt::view(made, title, month, back, language)
        }
    };
    view! { {unread} {shown} }.into_any()
}

/// The draft that is kept on the device; of one that cannot be read, an empty one, and what is wrong with it.
fn kept(desk: Desk, name: &str) -> (Draft, Option<super::super::Unread>) {
    let text = desk.draft(name);
    match text.as_deref().map(Draft::read) {
        None => (blank(desk), None),
        Some(Ok(draft)) => (draft, None),
        Some(Err(unread)) => {
            // Set aside as it is: typing would write over it.
            let aside = [name, "/unread"].concat();
            if let Some(text) = &text {
                let _ = desk.keep_draft(&aside, text);
            }
            (blank(desk), Some(unread))
        }
    }
}

fn blank(desk: Desk) -> Draft {
    Draft { person: desk.me.with_untracked(|me| me.person.clone()), ..Draft::default() }
}

/// Keeps a draft; tells the time of day where the plan is.
fn keep(desk: Desk, name: &str, draft: &Draft) -> Kept {
    if desk.keep_draft(name, &draft.write()).is_err() {
        return Kept::Refused;
    }
    let minutes = i64::try_from(desk.now().0 / 60).unwrap_or_default() + i64::from(desk.offset());
    let minutes = minutes.rem_euclid(24 * 60);
    Kept::Since(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

fn submit(
    desk: Desk,
    organisation: String,
    month: Month,
    name: String,
    phase: RwSignal<Phase>,
    receipt: impl Fn(&[Batch]) -> Receipt + Send + Sync + 'static,
) -> Callback<(Draft, Vec<Entry>)> {
    Callback::new(move |(draft, entries): (Draft, Vec<Entry>)| {
        // The receipt bears the name that stands on the form; whoever has said which organisation he is stays it.
        let me = desk.me.get_untracked();
        let person = draft.person.trim().to_owned();
        if me.person != person || me.organisation.is_none() {
            let own = me.organisation.or_else(|| Some(organisation.as_str().into()));
            desk.set_me(Me { organisation: own, person });
        }
        let (batch, kept) = desk.write(organisation.as_str().into(), month, entries);
        let made = Made { receipt: receipt(&handed(&desk.own(), &batch)), is_kept: kept.is_ok() };
        // What was typed is in the receipt now; where that could not be kept, the draft still has it.
        if kept.is_ok() {
            let _ = desk.keep_draft(&name, "");
        }
        phase.set(Phase::Sent(made, Box::new(batch)));
        document::begin_page();
    })
}

/// Offers to go on from what was sent before, as long as nothing was typed.
fn go_on(
    desk: Desk,
    sheet: &Sheet,
    draft: &Draft,
    resume: Callback<Draft>,
    language: Language,
) -> Option<AnyView> {
    let earlier = sheet.earlier.clone()?;
    let sent = desk.with_lent().batch(earlier.batch).cloned()?;
    if !draft.is_blank() {
        return None;
    }
    let go = move |_| resume.run(Draft::from_batch(&sent));
    Some(
        view! { <p class="go-on"><button type="button" on:click=go>{words::of(language).go_on}</button></p> }
            .into_any(),
    )
}

fn none(why: String, language: Language) -> AnyView {
    let title = language.pick("没有这张表", "There is no such form");
    let dispatch = Route::Dispatch(None).href();
    let words = words::of(language);
    view! {
        {page_title(Text::plain(title), Text::plain(why), ())}
        <p><a class="button" href=dispatch>{words.to_dispatch}</a></p>
    }
    .into_any()
}
