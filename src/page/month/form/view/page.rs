//! The form over the desk: where drafts are kept and receipts written down.

use super::super::draft::Draft;
use super::super::handed::handed;
use super::super::letter::letter;
use super::super::merge::merged;
use super::super::model::progress;
use super::super::preview::preview;
use super::super::sent::sent;
use super::super::sheet::sheet;
use super::super::words;
use super::receipt::{self, Made, Receipt};
use super::{Hands, Kept, form};
use crate::browser::{document, ignored};
use crate::ledger::{Batch, Entry};
use crate::link::fingerprint::Code;
use crate::page::month::workbook::saving;
use crate::page::shared::workbook::words as shared_words;
use crate::plan::Month;
use crate::route::Route;
use crate::standing::AsOf;
use crate::standing::duty::not_owed;
use crate::standing::window::window;
use crate::state::{Desk, Me, State, Unkept};
use crate::storage;
use crate::text::{Language, Text};
use crate::ui::page_title;
use leptos::prelude::*;

/// What is on the screen.
#[derive(Clone)]
enum Phase {
    /// The form, over the latest draft.
    Filling,
    Sent(Box<Made>, Box<Batch>),
}

/// The form of an organisation for a period; `receipt` makes what is handed on of batches, the new one last.
/// There is more than one where it corrects what nobody has answered yet.
pub fn page(
    state: State,
    desk: Desk,
    organisation: &str,
    month: Month,
    fill_in: saving::Fetch,
    receipt: impl Fn(&[Batch], Option<&str>, &[String]) -> Receipt + Send + Sync + 'static,
) -> AnyView {
    let language = state.language();
    let name = [organisation, "/", &month.to_string()].concat();
    let (kept_draft, unread) = kept(desk, &name);
    let kept_at = desk.draft(&name).as_deref().and_then(Draft::kept_at);
    let kept_at = kept_at.map(|at| storage::Millis(at.0 * 1000).words(desk.offset()));
    let begun = kept_draft.as_ref().is_some_and(|draft| !draft.is_blank());
    // What was returned comes back filled in; what was sent and not returned is shown again as the receipt that it was.
    let before = untrack(|| sent(&desk.with_lent(), organisation, month));
    let draft = kept_draft.filter(|_| begun).or(before).unwrap_or_else(|| blank(desk));
    let phase = RwSignal::new(Phase::Filling);
    // Beside the kept one: where nothing can be kept, it is the only one.
    let latest = StoredValue::new(draft.clone());
    // What this tab and the others had in common last.
    let common = StoredValue::new(draft);
    let resume = {
        let name = name.clone();
        move |draft: Draft| {
            keep(desk, &name, &draft);
            common.set_value(draft.clone());
            latest.set_value(draft);
            phase.set(Phase::Filling);
            document::begin_page();
        }
    };
    let resume = Callback::new(resume);
    let plan = state.plan();
    let of = organisation.to_owned();
    // The day is asked for once: the fields are not drawn anew under the hands of whoever fills them in at midnight. The
    // sentence above them follows it.
    let today = state.today.get_untracked();
    let deadline = {
        let (plan, of) = (plan.clone(), of.clone());
        Memo::new(move |_| {
            let ledger = desk.with_lent();
            let not_owed = not_owed(&plan, &ledger, &of, month);
            words::deadline(language, window(&plan, &ledger, month), not_owed, state.today.get())
        })
    };
    let sheet = Memo::new(move |_| sheet(&plan, &desk.with_lent(), &of, month, today, language));
    let receipt = StoredValue::new(receipt);
    let made = move |batch: &Batch, is_kept: bool, says: String| {
        let handed = handed(&desk.own(), batch);
        let answered = sheet.with_untracked(|sheet| {
            sheet.as_ref().ok().map(|sheet| {
                let draft = handed.iter().fold(Draft::default(), |all, one| all.with(Draft::from_batch(one)));
                let progress = progress(sheet, &draft, language);
                words::answered(
                    language,
                    progress.asked - progress.missing.min(progress.asked),
                    progress.asked,
                )
            })
        });
        let (lines, said) = sheet.with_untracked(|sheet| {
            let told = |sheet| (preview(sheet, &batch.entries, language), letter(sheet, batch, language));
            sheet.as_ref().map(told).unwrap_or_default()
        });
        let receipt = receipt.with_value(|receipt| receipt(&handed, answered.as_deref(), &said));
        Made { receipt, is_kept, says, answered, lines, code: Code::of_batch(batch).to_string() }
    };
    if !begun {
        let again = untrack(|| {
            let earlier = sheet.with(|sheet| sheet.as_ref().ok().and_then(|sheet| sheet.earlier.clone()))?;
            let batch = desk.own().batch(earlier.batch).filter(|_| !earlier.is_returned).cloned()?;
            let says = words::made_on(language, batch.written.day(desk.offset()));
            Some((made(&batch, true, says), batch))
        });
        if let Some((made, batch)) = again {
            phase.set(Phase::Sent(Box::new(made), Box::new(batch)));
        }
    }
    let submit = submit(desk, organisation.to_owned(), month, name.clone(), phase, language, made);
    let is_kept = RwSignal::new(begun.then_some(Kept::Resumed(kept_at)));
    let incoming = RwSignal::new(None);
    let changed = {
        let name = name.clone();
        move |draft: Draft| {
            // Another tab of this form may have written since: of each field what was typed last stays.
            let all = with_others(desk, &name, &common.get_value(), &draft);
            is_kept.set(Some(keep(desk, &name, &all)));
            common.set_value(all.clone());
            latest.set_value(all.clone());
            if all != draft {
                incoming.set(Some(all));
            }
        }
    };
    let saved = RwSignal::new(String::new());
    let workbook = workbook(state, desk, organisation.to_owned(), month, fill_in, saved);
    let changed = Callback::new(changed);
    let hands = Hands { changed, submit, kept: is_kept, incoming, deadline, workbook, saved };
    // Another page may clear the device while somebody is typing here: nothing is claimed to be kept that is not.
    Effect::new(move |before: Option<u32>| {
        let count = desk.drafts_changed();
        let was_kept = matches!(*is_kept.read_untracked(), Some(Kept::Since(_) | Kept::Resumed(_)));
        if before.is_some() && was_kept && desk.draft(&name).is_none() {
            is_kept.set(Some(Kept::Removed));
        } else if before.is_some() {
            let mine = latest.get_value();
            let all = with_others(desk, &name, &common.get_value(), &mine);
            if all != mine {
                common.set_value(all.clone());
                latest.set_value(all.clone());
                incoming.set(Some(all));
            }
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
                form(sheet, draft, hands, language)
            }
            Err(why) => none(words::no_form(language, &why), language),
        },
        Phase::Sent(made, batch) => {
            let title =
                sheet.with_untracked(|sheet| sheet.as_ref().map(|one| one.title.clone()).unwrap_or_default());
            let of = batch.organisation.clone();
            let back = move || {
                let all = untrack(|| sent(&desk.with_lent(), &of, month));
                resume.run(all.unwrap_or_else(|| Draft::from_batch(&batch)));
            };
            receipt::view(*made, title, month, back, language)
        }
    };
    view! { {unread} {shown} }.into_any()
}

/// Hands out the form as a workbook; `saved` hears what came of it.
fn workbook(
    state: State,
    desk: Desk,
    organisation: String,
    month: Month,
    fetch: saving::Fetch,
    saved: RwSignal<String>,
) -> Callback<Draft> {
    Callback::new(move |draft: Draft| {
        let (language, organisation) = (state.language(), organisation.clone());
        saved.set(shared_words::of(language).making.to_owned());
        leptos::task::spawn_local(async move {
            let ask = |save: saving::Save| {
                let (plan, ledger, offset) = untrack(|| (state.plan(), desk.with_lent(), desk.offset()));
                let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(offset));
                let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
                save(as_of, &organisation, month, &draft)
            };
            let told = saving::told(fetch, language, ask).await;
            // The page may have been left meanwhile.
            ignored(saved.try_set(told));
        });
    })
}

/// A draft together with what other tabs have kept of it since `common`.
fn with_others(desk: Desk, name: &str, common: &Draft, mine: &Draft) -> Draft {
    match desk.draft(name).as_deref().map(Draft::read) {
        Some(Ok(theirs)) => merged(common, mine, &theirs),
        // Removed, or of another release: what was typed here stands.
        None | Some(Err(_)) => mine.clone(),
    }
}

/// The draft that is kept on the device; of one that cannot be read, what is wrong with it.
fn kept(desk: Desk, name: &str) -> (Option<Draft>, Option<super::super::Unread>) {
    let text = desk.draft(name);
    match text.as_deref().map(Draft::read) {
        None => (None, None),
        Some(Ok(draft)) => (Some(draft), None),
        Some(Err(unread)) => {
            // Set aside as it is: typing would write over it.
            let aside = [name, "/unread"].concat();
            if let Some(text) = &text {
                desk.tell_unkept(Unkept::Note(storage::Kind::Draft), desk.keep_draft(&aside, text));
            }
            (None, Some(unread))
        }
    }
}

fn blank(desk: Desk) -> Draft {
    Draft { person: desk.me.with_untracked(|me| me.person.clone()), ..Draft::default() }
}

/// Keeps a draft; tells the time of day where the plan is.
fn keep(desk: Desk, name: &str, draft: &Draft) -> Kept {
    if desk.keep_draft(name, &draft.write_at(desk.now())).is_err() {
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
    language: Language,
    made: impl Fn(&Batch, bool, String) -> Made + Send + Sync + 'static,
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
        let says = words::of(language).made.to_owned();
        let made = made(&batch, kept.is_ok(), says);
        // What was typed is in the receipt now; where that could not be kept, the draft still has it.
        if kept.is_ok() {
            desk.tell_unkept(Unkept::Left(storage::Kind::Draft), desk.keep_draft(&name, ""));
        }
        phase.set(Phase::Sent(Box::new(made), Box::new(batch)));
        document::begin_page();
    })
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
