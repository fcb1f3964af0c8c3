//! The form of a rule.

use super::{Here, record};
use crate::browser::ignored;
use crate::ledger::kinds::{ItemRole, MissingFigure};
use crate::ledger::{BatchId, Entry, EntryId};
use crate::page::documents::districts::{
    ItemTyped, MOST_ITEMS, RuleFormFault, Template, Typed, begun, named, names, withdrawn, words, written,
};
use crate::page::shared::records::with_as_of;
use crate::standing::districts::words as said;
use crate::text::{Choice, Text};
use crate::ui::field::{self, Bound, Line};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Form {
    typed: RwSignal<Typed>,
    faults: RwSignal<Vec<RuleFormFault>>,
}

pub fn form(here: Here) -> AnyView {
    let Here { state, desk, language, words, .. } = here;
    let form = Form { typed: RwSignal::default(), faults: RwSignal::new(vec![]) };
    let Form { typed, faults } = form;
    let plain = |value: usize, words: &str| Choice { value: value.to_string(), words: Text::plain(words) };
    let templates = Template::ALL.into_iter().enumerate();
    let templates = templates.map(|(at, one)| plain(at, words::template(language, one))).collect();
    let take = move |value: String| {
        let template = value.parse().ok().and_then(|at: usize| Template::ALL.get(at).copied());
        typed.update(|typed| typed.take(template.unwrap_or(Template::Wujin2010)));
    };
    let scoring = Bound::new(typed, |typed| &mut typed.scoring).written(take);
    let template = Memo::new(move |_| typed.with(Typed::template));
    let bounds = move || {
        words::bounds(language, template.get()).map(|[first, second]| {
            let decimal = Line { mode: "decimal", ..Line::default() };
            view! {
                {field::line(first, decimal, Bound::new(typed, |typed| &mut typed.first))}
                {field::line(second, decimal, Bound::new(typed, |typed| &mut typed.second))}
            }
        })
    };
    let missing = [MissingFigure::CountsZero, MissingFigure::LeftOut, MissingFigure::LastKnown];
    let missing = missing.into_iter().map(|one| plain(one as usize, said::missing(language, one))).collect();
    let sums = vec![plain(0, words.as_it_is), plain(1, words.scaled)];
    let rules = move || {
        let rules = with_as_of(state, desk, |as_of| {
            let rules = as_of.ledger.assessment_rules(here.year).into_iter();
            let rules = rules.map(|(rule, _)| Choice {
                value: rule.id.to_string(),
                words: Text::typed(&rule.title, language),
            });
            rules.collect::<Vec<_>>()
        });
        let begin = move |id: String| {
            let form =
                untrack(|| with_as_of(state, desk, |as_of| begun(as_of.plan, as_of.ledger, here.year, &id)));
            typed.set(form);
            faults.set(vec![]);
        };
        field::select(
            words.which_rule,
            words.new_rule,
            rules,
            Bound::new(typed, |typed| &mut typed.id).written(begin),
        )
    };
    let items = {
        let plan = state.plan();
        let all = names::indicators(&plan);
        all.iter()
            .map(|one| Choice { value: one.id.clone(), words: plan.say(&one.name, language) })
            .collect::<Vec<_>>()
    };
    let ties = field::select(
        words.ties,
        words.ties_shared,
        items.clone(),
        Bound::new(typed, |typed| &mut typed.ties),
    );
    let title = Line { id: "rule-title", ..Line::default() };
    let (document, reason) = (Line { id: "rule-document", ..title }, Line { id: "rule-reason", ..title });
    let is_changed = Memo::new(move |_| typed.with(|typed| !typed.id.is_empty()));
    let back = move || {
        let press = move |_| withdraw(here, form);
        is_changed
            .get()
            .then(|| view! { <button type="button" on:click=press>{words.rule_withdraw}</button> })
    };
    let told = move || {
        let plan = state.plan();
        let name = |id: &str| match plan.indicator(id) {
            Some(_) => names::item(&plan, id, language).words,
            None => names::district(&plan, id, language).words,
        };
        let each = faults.get();
        field::faults(each.iter().map(|one| words::rule_fault(language, one, name)).collect())
    };
    view! {
        <details class="sheet act-form rule-form">
            <summary><h2>{words.rule_form}</h2></summary>
            <form on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                save(here, form);
            }>
                <p class="muted">{words.rule_note}</p>
                <div class="fields">
                    {rules}
                    {field::line(words.title, title, Bound::new(typed, |typed| &mut typed.title))}
                    {field::select(words.scoring, words.choose, templates, scoring)}
                    {bounds}
                </div>
                {item_rows(here, form, items)}
                <div class="fields">
                    {field::select(words.missing, words.choose, missing, Bound::new(typed, |typed| &mut typed.missing))}
                    {ties}
                    {field::select(words.weight_sum, words.choose, sums, Bound::new(typed, |typed| &mut typed.sum))}
                    {field::area(words.classes, Bound::new(typed, |typed| &mut typed.classes))}
                    {field::area(words.grades, Bound::new(typed, |typed| &mut typed.grades))}
                    {field::line(words.document, document, Bound::new(typed, |typed| &mut typed.document))}
                    {field::line(words.reason, reason, Bound::new(typed, |typed| &mut typed.reason))}
                </div>
                {told}
                <div class="acts">
                    <button type="submit" data-main="">{words.rule_save}</button>
                    {back}
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn item_rows(here: Here, form: Form, items: Vec<Choice>) -> AnyView {
    let Here { language, words, .. } = here;
    let typed = form.typed;
    let count = Memo::new(move |_| typed.with(|typed| typed.items.len()));
    let roles = [ItemRole::Weighted, ItemRole::Bonus, ItemRole::Penalty];
    let roles = roles.into_iter().map(|one| Choice {
        value: (one as usize).to_string(),
        words: Text::plain(said::role(language, one)),
    });
    let roles = roles.collect::<Vec<_>>();
    let rows = move || {
        let row = |at: usize| {
            let bound = |of: fn(&mut Typed, usize) -> &mut String| Bound::at(typed, at, of);
            let decimal = Line { mode: "decimal", ..Line::default() };
            view! {
                <li>
                    {field::select(words.item, words.choose, items.clone(), bound(|typed, at| &mut cell(typed, at).item))}
                    {field::select(words.role, words.choose, roles.clone(), bound(|typed, at| &mut cell(typed, at).role))}
                    {field::line(words.weight, decimal, bound(|typed, at| &mut cell(typed, at).weight))}
                    {field::line(words.cap, decimal, bound(|typed, at| &mut cell(typed, at).cap))}
                    {field::line(words.source, Line::default(), bound(|typed, at| &mut cell(typed, at).source))}
                </li>
            }
        };
        (0..count.get()).map(row).collect::<Vec<_>>()
    };
    let more = move |_| {
        typed.update(|typed| {
            if typed.items.len() < MOST_ITEMS {
                let cap = typed.template().cap().to_owned();
                typed.items.push(ItemTyped { role: "0".into(), cap, ..ItemTyped::default() });
            }
        });
    };
    view! {
        <ol class="rule-items">{rows}</ol>
        <div class="acts"><button type="button" on:click=more>{words.more_items}</button></div>
    }
    .into_any()
}

/// An item by its place; one beyond the rows makes its row.
fn cell(typed: &mut Typed, at: usize) -> &mut ItemTyped {
    if typed.items.len() <= at {
        typed.items.resize(at + 1, ItemTyped::default());
    }
    &mut typed.items[at]
}

fn withdraw(here: Here, form: Form) {
    let made = untrack(|| {
        with_as_of(here.state, here.desk, |as_of| {
            form.typed.with_untracked(|typed| withdrawn(as_of.ledger, here.year, typed))
        })
    });
    match made {
        Ok(entry) => kept(here, form, |_| entry.into_iter().collect(), here.words.rule_withdrawn),
        Err(faults) => form.faults.set(faults),
    }
}

/// Writes it down and begins the form anew.
fn kept(here: Here, form: Form, entries: impl FnOnce(BatchId) -> Vec<Entry> + 'static, done: &'static str) {
    form.faults.set(vec![]);
    record(here, entries, done, move || {
        // The page may have been left meanwhile.
        ignored(form.typed.try_set(Typed::default()));
    });
}

fn save(here: Here, form: Form) {
    let made = untrack(|| {
        with_as_of(here.state, here.desk, |as_of| {
            form.typed.with_untracked(|typed| written(as_of.plan, here.year, typed))
        })
    });
    match made {
        Ok(entry) => {
            let entries = |batch| vec![named(entry, EntryId { batch, index: 0 })];
            kept(here, form, entries, here.words.rule_saved);
        }
        Err(faults) => form.faults.set(faults),
    }
}
