//! The page of one indicator in markup. Decides nothing.

use super::model::{Apart, Facts, IndicatorPage, Neighbour, OpenQuestion, Organisations, model};
use super::standing::Standing;
use super::targets::{Quoted, YearTarget};
use super::with_records::WithRecords;
use super::words::{self, Words};
use crate::page::plan::unknown;
use crate::page::shared::records::{Records, records};
use crate::route::{Route, ViewPart};
use crate::standing::{AsOf, Lit};
use crate::state::State;
use crate::text::{Language, Link, Text};
use crate::ui::{
    chart_frame, crumbs, facts, late_part, light_without_data, link, links, page_head, said, sheet,
};
use leptos::prelude::*;

/// The page of an indicator; what may have been meant where the plan has none of that name. `more` is what records add,
/// as soon as it is here.
pub fn page(state: State, id: &str, more: RwSignal<Option<WithRecords>>) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    match model(&state.plan(), id, language) {
        Some(page) => view(page, Recorded::of(state, id, language, more), state, language),
        None => {
            let asked = unknown::model(&state.plan(), &Route::Indicator(id.to_owned()), language);
            unknown::view(asked, language)
        }
    }
}

/// What records add; it follows them. Without records, and until it is known how to read them, the page is that of the
/// plan alone.
struct Recorded {
    standing: Memo<Option<Standing>>,
    problems: AnyView,
    lists: AnyView,
    more: RwSignal<Option<WithRecords>>,
}

impl Recorded {
    fn of(state: State, id: &str, language: Language, more: RwSignal<Option<WithRecords>>) -> Self {
        let (plan, id) = (state.plan(), id.to_owned());
        let (same, of_problems) = (plan.clone(), id.clone());
        let (also, of_lists) = (plan.clone(), id.clone());
        let standing = Memo::new(move |_| {
            let Records { ledger, today, offset } = records(state)?;
            (more.get()?.standing)(AsOf { plan: &plan, ledger: &ledger, today, offset, language }, &id)
        });
        let problems = move || {
            let Records { ledger, today, offset } = records(state)?;
            let as_of = AsOf { plan: &same, ledger: &ledger, today, offset, language };
            (more.get()?.problems)(as_of, &of_problems)
        };
        let lists = move || {
            let Records { ledger, today, offset } = records(state)?;
            let as_of = AsOf { plan: &also, ledger: &ledger, today, offset, language };
            (more.get()?.lists)(as_of, &of_lists)
        };
        Self { standing, problems: problems.into_any(), lists: lists.into_any(), more }
    }

    /// What is drawn of the standing, by that which reads it.
    fn draw<D>(&self, draw: D) -> impl Fn() -> Option<AnyView> + Send + use<D>
    where
        D: Fn(WithRecords, &Standing) -> Option<AnyView> + Send + 'static,
    {
        let (standing, more) = (self.standing, self.more);
        move || standing.with(|one| one.as_ref().and_then(|one| draw(more.get_untracked()?, one)))
    }
}

fn view(page: IndicatorPage, recorded: Recorded, state: State, language: Language) -> AnyView {
    let words = words::of(language);
    let standing = recorded.standing;
    let head_of = Memo::new(move |_| standing.with(|one| one.as_ref().map(|one| one.head.clone())));
    let (name, asks, compare, leads) = (page.name, page.asks, page.compare, page.facts.lead.named.clone());
    let head = move || {
        let compare = compare.clone();
        let compare = view! { <a class="button" href=compare.href>{said(compare.text)}</a> };
        let (lede, lit, more) = head_of
            .get()
            .map_or_else(Default::default, |one| (one.lede, Some(one.lit), [one.gap, one.since]));
        let sentence: Vec<Text> = lede.into_iter().chain(asks.clone()).collect();
        page_head(name.clone(), at_once(lit, more, leads.clone(), language, words), sentence, compare)
    };
    let bare = page.trajectory;
    let chart = move || {
        standing.with(|one| one.as_ref().map(|one| one.trajectory.clone())).unwrap_or_else(|| bare.clone())
    };
    let decided = Memo::new(move |_| {
        standing.with(|one| one.as_ref().map(|one| one.basis.clone())).unwrap_or_default()
    });
    let why = recorded.draw(move |more, one| Some((more.why)(one, language)));
    let outlook = recorded.draw(move |more, one| (more.outlook)(one, language));
    let reported = recorded.draw(move |more, one| Some((more.reported)(one.reported.clone(), language)));
    let reported = move || reported().unwrap_or_else(|| actuals(words));
    let acts = late_part(state, ViewPart::Acts);
    view! {
        {crumbs(page.path, words.path)}
        {head}
        <div class="beside indicator">
            <div class="stack">{chart_frame(state, chart)} {targets(page.targets, words)}</div>
            <aside class="stack">
                {why}
                {outlook}
                {about(page.facts, decided, language, words)}
                {reading(page.reading, words)}
                {apart(page.apart, words)}
            </aside>
            // Behind why and whose: on a phone and on paper the list of all reports comes last.
            <div class="stack">
                {reported}
                {recorded.problems}
                {recorded.lists}
                {acts}
                {questions(page.questions, words)}
            </div>
        </div>
        {neighbours(page.previous, page.next, words)}
    }
    .into_any()
}

/// What somebody with one minute asks: the light, by how much, whose it is, since when.
fn at_once(
    lit: Option<Lit>,
    more: [String; 2],
    leads: Vec<Link>,
    language: Language,
    words: &'static Words,
) -> AnyView {
    let light = match lit {
        Some(Lit { light, word }) => view! { <span class="light" data-light=light>{word}</span> }.into_any(),
        None => light_without_data(words.no_light).into_any(),
    };
    let [gap, since] = more.map(|one| (!one.is_empty()).then(|| view! { <span>{one}</span> }));
    let leads = (!leads.is_empty())
        .then(|| view! { <span>{words.lead}{language.pick("：", ": ")}{links(leads, language)}</span> });
    view! { <p class="at-once">{light}{gap}{leads}{since}</p> }.into_any()
}

fn targets(years: Vec<YearTarget>, words: &'static Words) -> AnyView {
    let years = years.into_iter().map(|year| {
        let (state, content) = match year.target {
            None => ("unset", view! { <p>{words.unset}</p> }.into_any()),
            Some(target) => ("set", quoted(target, words)),
        };
        view! { <li data-state=state><span class="figure">{year.year}</span><div>{content}</div></li> }
    });
    sheet(Text::plain(words.targets), (), view! { <ol class="asked">{years.collect::<Vec<_>>()}</ol> })
}

fn quoted(target: Quoted, words: &'static Words) -> AnyView {
    let mark = (!target.mark.is_empty()).then(|| view! { <span class="mark">{target.mark}</span> });
    let means = target.means.map(|means| view! { <span class="muted">{means}</span> });
    view! {
        <p>{mark}<b class="figure">{target.value}</b><span class="unit">{target.gap}{said(target.unit)}</span>{means}</p>
        <blockquote lang=target.as_written.language.map(Language::tag)><q>{target.as_written.words}</q></blockquote>
        <small>{words.section}{said(target.section)}</small>
    }
    .into_any()
}

fn actuals(words: &'static Words) -> AnyView {
    let light = light_without_data(words.no_light);
    sheet(Text::plain(words.actuals), light, view! { <p>{words.no_actuals}</p> })
}

/// `decided` is the basis as the bureau decided it; empty as long as the plan's word stands.
fn about(facts_of: Facts, decided: Memo<Vec<Text>>, language: Language, words: &'static Words) -> AnyView {
    let (stated, note) = (facts_of.basis, facts_of.basis_note);
    let basis = move || match decided.get() {
        bare if bare.is_empty() => {
            let note = note.map(|note| view! { <small>{note}</small> });
            view! { {stated}{note} }.into_any()
        }
        decided => decided.into_iter().map(said).collect::<Vec<_>>().into_any(),
    };
    let mut rows = vec![
        (words.definition, said(facts_of.definition)),
        (words.basis, basis.into_any()),
        (words.unit, said(facts_of.unit)),
        (words.frequency, facts_of.frequency.into_any()),
    ];
    rows.extend(facts_of.districts.map(|rule| (words.districts, rule.into_any())));
    rows.push((words.lead, organisations(facts_of.lead, language)));
    rows.push((words.responsible, organisations(facts_of.responsible, language)));
    if !facts_of.aliases.is_empty() {
        let each = facts_of.aliases.into_iter().map(|alias| view! { <li>{said(alias)}</li> });
        rows.push((words.aliases, view! { <ul class="aliases">{each.collect::<Vec<_>>()}</ul> }.into_any()));
    }
    sheet(Text::plain(words.facts), (), facts(rows))
}

fn organisations(list: Organisations, language: Language) -> AnyView {
    let others = list.and_others.map(|words| view! { <span>{language.pick("", " ")}{words}</span> });
    view! { {links(list.named, language)}{others} }.into_any()
}

fn reading(reading: Option<Text>, words: &'static Words) -> Option<AnyView> {
    let content = view! { <p class="said">{said(reading?)}</p> };
    Some(sheet(Text::plain(words.reading), (), content))
}

fn apart(others: Vec<Apart>, words: &'static Words) -> Option<AnyView> {
    if others.is_empty() {
        return None;
    }
    let others =
        others.into_iter().map(|other| view! { <li>{link(other.indicator)}<p>{said(other.reason)}</p></li> });
    let others = others.collect::<Vec<_>>();
    let content = view! { <ul class="apart">{others}</ul><p class="muted">{words.apart_note}</p> };
    Some(sheet(Text::plain(words.apart), (), content))
}

fn questions(questions: Vec<OpenQuestion>, words: &'static Words) -> Option<AnyView> {
    if questions.is_empty() {
        return None;
    }
    let questions = questions.into_iter().map(|one| {
        view! {
            <li>
                <p>{said(one.question)}</p>
                <p class="muted">{words.how_read}{said(one.reading)}</p>
            </li>
        }
    });
    let content = view! { <ul class="questions">{questions.collect::<Vec<_>>()}</ul> };
    Some(sheet(Text::plain(words.questions), (), content))
}

fn neighbours(previous: Option<Neighbour>, next: Option<Neighbour>, words: &'static Words) -> AnyView {
    let one = |way: &'static str, neighbour: Neighbour| {
        view! { <a rel=way href=neighbour.link.href><small>{neighbour.label}</small>{said(neighbour.link.text)}</a> }
    };
    let previous = previous.map(|neighbour| one("prev", neighbour));
    let next = next.map(|neighbour| one("next", neighbour));
    view! { <nav class="neighbours" aria-label=words.neighbours>{previous}{next}</nav> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
