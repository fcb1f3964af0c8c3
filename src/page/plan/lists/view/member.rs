//! The dialog of one member: its course, and what may be written down of it.

use super::super::act::{Act, Fault, Shown, Typed, WHOLE, offered, shown, written};
use super::super::words;
use super::Here;
use super::fields::{districts, line, select, sure};
use super::members::opener;
use crate::browser::{dialog, document};
use crate::ledger::EntryId;
use crate::ledger::words as names;
use crate::text::Text;
use crate::ui::said;
use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// The head of the dialog, which names it: an element, so that a name of another language is not read out in the page's.
const TITLE: &str = "member-title";

/// The dialog of a member; none where nothing names it any more.
pub fn dialog(here: Here, id: EntryId, opened: RwSignal<Option<EntryId>>) -> Option<AnyView> {
    let plan = here.state.plan();
    let ledger = untrack(|| here.desk.ledger());
    let list = plan.list(&here.id)?;
    let member = shown(&plan, &ledger, list, id, here.language)?;
    let words = here.words;
    let node = NodeRef::<html::Dialog>::new();
    node.on_load(|node| dialog::open(&node));
    let history = member.history.iter().cloned().map(|one| {
        let more = (!one.said.words.is_empty()).then(|| view! { <small>{said(one.said)}</small> });
        view! { <li><span class="figure">{one.day}</span>" "{said(one.state)}" "{more}</li> }
    });
    let history = history.collect::<Vec<_>>();
    let acts = offered(&plan, &ledger, id, &untrack(|| here.desk.officer(&plan)));
    let none = acts.is_empty().then(|| view! { <p class="muted">{words::not_yours(here.language)}</p> });
    let acts = acts.into_iter().filter(|act| *act != Act::Redact || !member.is_redacted);
    let acts = acts.map(|act| form(here.clone(), id, act, &member)).collect::<Vec<_>>();
    Some(
        view! {
            <dialog
                node_ref=node
                class="member"
                aria-labelledby=TITLE
                on:close=move |_| {
                    opened.set(None);
                    // The row may have been drawn anew meanwhile, and its button with it.
                    document::after_paint(move || document::focus(&["#", &opener(id)].concat()));
                }
                on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
            >
                <div>
                    {head(member.name, words.close)}
                    <p><b>{words.history}</b></p>
                    <ol class="course">{history}</ol>
                    {none}
                    {acts}
                </div>
            </dialog>
        }
        .into_any(),
    )
}

fn head(name: Text, close: &'static str) -> AnyView {
    view! {
        <header>
            <h2 id=TITLE>{said(name)}</h2>
            <button type="button" on:click=|event: MouseEvent| dialog::close_around(&event)>{close}</button>
        </header>
    }
    .into_any()
}

fn form(here: Here, id: EntryId, act: Act, member: &Shown) -> AnyView {
    let (language, words) = (here.language, here.words);
    let first = match act {
        Act::Change => Typed { day: here.today().to_string(), ..Typed::default() },
        Act::Correct => member.typed.clone(),
        Act::Withdraw | Act::Redact => Typed::default(),
    };
    let typed = RwSignal::new(first);
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fields = fields(&here, act, typed, member);
    let listed = move || {
        let faults = faults.get();
        (!faults.is_empty()).then(|| {
            let each = faults.into_iter().map(|one| view! { <li>{words::act_fault(language, one)}</li> });
            view! { <div role="alert"><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match record(&here, id, act, typed, &event) {
            Ok(()) => faults.set(vec![]),
            Err(all) => faults.set(all),
        }
    };
    view! {
        <details class="act" open=act == Act::Change>
            <summary>{words::act(language, act)}</summary>
            <form on:submit=submit>
                {fields}
                {listed}
                <button type="submit" data-main="">{words.save}</button>
            </form>
        </details>
    }
    .into_any()
}

fn fields(here: &Here, act: Act, typed: RwSignal<Typed>, member: &Shown) -> AnyView {
    let Here { state, id, language, words, .. } = here;
    let (plan, language, words) = (state.plan(), *language, *words);
    match act {
        Act::Change => {
            let states = plan.list(id).map(|list| list.states.clone()).unwrap_or_default();
            let mut options = vec![(String::new(), Text::plain(words.choose_state))];
            options.extend(states.iter().map(|one| (one.key.clone(), plan.say(&one.name, language))));
            options.push(("-".to_owned(), Text::plain(names::OFF_THE_LIST.words(language))));
            view! {
                {select(words.state, options, "", move |value| typed.update(|typed| typed.state = value))}
                {line(words.day, "date", typed, |typed| &mut typed.day)}
                {line(words.document, "text", typed, |typed| &mut typed.document)}
                {line(words.note, "text", typed, |typed| &mut typed.note)}
            }
            .into_any()
        }
        Act::Correct => {
            let district = typed.with_untracked(|typed| typed.district.clone());
            let options = districts(&plan, words.no_district, None, language);
            let choice = (!plan.districts.is_empty()).then(|| {
                select(words.district, options, &district, move |value| {
                    typed.update(|typed| typed.district = value)
                })
            });
            view! {
                {line(words.name, "text", typed, |typed| &mut typed.name)}
                {choice}
                {line(words.host, "text", typed, |typed| &mut typed.host)}
            }
            .into_any()
        }
        Act::Withdraw => {
            let mut options = vec![(String::new(), Text::plain(words.choose_what))];
            options.extend(member.history.iter().filter_map(|one| {
                let said = [&one.day, " ", &one.state.words].concat();
                Some((one.which.clone()?, Text { words: said, language: one.state.language }))
            }));
            options.push((WHOLE.to_owned(), Text::plain(words.whole)));
            view! {
                {select(words.which, options, "", move |value| typed.update(|typed| typed.which = value))}
                {line(words.reason, "text", typed, |typed| &mut typed.note)}
            }
            .into_any()
        }
        Act::Redact => sure(
            words.sure,
            move || typed.with(|typed| typed.is_sure),
            move |is_sure| typed.update(|typed| typed.is_sure = is_sure),
        ),
    }
}

/// Writes what was typed and closes the dialog; what is wrong with it otherwise.
fn record(
    here: &Here,
    id: EntryId,
    act: Act,
    typed: RwSignal<Typed>,
    event: &Event,
) -> Result<(), Vec<Fault>> {
    let (plan, ledger) = (here.state.plan(), untrack(|| here.desk.ledger()));
    let Some(list) = plan.list(&here.id) else { return Ok(()) };
    let members = ledger.members(&here.id);
    let Some(member) = members.iter().find(|member| member.id == id) else { return Ok(()) };
    let entries = typed.with_untracked(|typed| written(list, &ledger, member, here.today(), act, typed))?;
    // The dialog closes first, so that whoever is asked for a name is not asked behind it.
    dialog::close_around(event);
    here.write(entries, here.words.saved.to_owned(), || ());
    Ok(())
}
