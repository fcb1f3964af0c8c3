//! Problems that wait for an answer: what is said of each, and the fields which that takes.

use super::super::answers::{Answer, AskedProblem, Reply, left};
use super::super::spot::{AnswerField, Spot};
use super::super::words::answers as words;
use super::figures::line;
use super::{Here, text};
use leptos::prelude::*;

/// The section; nothing where no problem waits.
pub fn section(here: Here) -> Option<AnyView> {
    let mut asked = here.sheet.with_value(|sheet| sheet.asked_problems.clone());
    asked.extend(here.sheet.with_value(|sheet| {
        here.draft.with_untracked(|draft| {
            let left = left(sheet, draft).map(|(number, _)| AskedProblem::left(number, here.language));
            left.collect::<Vec<_>>()
        })
    }));
    if asked.is_empty() {
        return None;
    }
    let (title, note) = (words::title(here.language, asked.len()), words::note(here.language));
    let each = asked.into_iter().map(|one| problem(here, one)).collect::<Vec<_>>();
    Some(
        view! {
            <section class="sheet answers">
                <header><h2>{title}</h2><span class="muted">{note}</span></header>
                <ul>{each}</ul>
            </section>
        }
        .into_any(),
    )
}

fn problem(here: Here, asked: AskedProblem) -> AnyView {
    let number = StoredValue::new(asked.number.clone());
    let chosen = Memo::new(move |_| {
        here.draft
            .with(|draft| number.with_value(|number| draft.answers.get(number).and_then(|one| one.reply)))
    });
    let said = asked.said.iter().map(|one| view! { <blockquote>{text(one.clone())}</blockquote> });
    let said = said.collect::<Vec<_>>();
    let fields = move || {
        let reply = chosen.get()?;
        let own = |part| field(here, number, reply, part);
        let more = match reply {
            Reply::Answer => None,
            Reply::CloseOut => Some(own(AnswerField::Evidence)),
            Reply::MoreTime => Some(own(AnswerField::Until)),
        };
        Some(view! { {own(AnswerField::Text)}{more} })
    };
    let label = [words::choice(here.language), here.language.pick("：", ": "), &asked.text.words].concat();
    let language = asked.text.language.map(|language| language.tag());
    // One that was said in an earlier receipt, or chosen before the officer acted, stays to be seen, whatever the state is
    // by that.
    let said_before =
        here.draft.with_untracked(|draft| draft.answers.get(&asked.number).and_then(|answer| answer.reply));
    let replies =
        Reply::ALL.into_iter().filter(|one| asked.replies.contains(one) || said_before == Some(*one));
    let options = replies.map(|reply| {
        let is_chosen = move || chosen.get() == Some(reply);
        view! {
            <option value=reply.slug() selected=is_chosen prop:selected=is_chosen>{words::reply(here.language, reply)}</option>
        }
    });
    let options = options.collect::<Vec<_>>();
    let choose = move |slug: String| {
        here.filled(|draft| number.with_value(|number| draft.answer_mut(number).reply = Reply::of(&slug)));
    };
    view! {
        <li>
            <fieldset>
                <legend>{text(asked.text)}</legend>
                <small class="muted">{asked.about}</small>
                {said}
                <div class="line">
                    <span aria-hidden="true">{words::choice(here.language)}</span>
                    <select aria-label=label lang=language on:change:target=move |event| choose(event.target().value())>
                        <option value="" selected=move || chosen.get().is_none() prop:selected=move || chosen.get().is_none()>
                            {words::nothing(here.language)}
                        </option>
                        {options}
                    </select>
                </div>
                {fields}
            </fieldset>
        </li>
    }
    .into_any()
}

fn of(answer: &mut Answer, part: AnswerField) -> &mut String {
    match part {
        AnswerField::Text => &mut answer.text,
        AnswerField::Evidence => &mut answer.evidence,
        AnswerField::Until => &mut answer.until,
    }
}

fn field(here: Here, number: StoredValue<String>, reply: Reply, part: AnswerField) -> AnyView {
    let label = words::field(here.language, reply, part);
    let spot = Spot::Answer(number.get_value(), part);
    let value = here.value(move |draft| {
        number.with_value(|number| {
            draft.answers.get(number).map(|one| of(&mut one.clone(), part).clone()).unwrap_or_default()
        })
    });
    let at = spot.clone();
    let typed = move |typed: String| {
        here.typed(at.clone(), |draft| {
            number.with_value(|number| *of(draft.answer_mut(number), part) = typed);
        });
    };
    line(here, spot, label, value, typed)
}
