//! All periods of the plan, each with its counts.

use super::Page;
use crate::page::month::dispatch::{Counts, Period};
use crate::plan::Year;
use leptos::prelude::*;

/// The calendar.
pub fn strip(page: Page, years: Vec<(Year, Vec<Period>)>) -> AnyView {
    let words = page.words();
    let (locked, moved) = (words.locked_mark, words.moved_mark);
    let years = years.into_iter().map(|(year, periods)| {
        let is_open = is_near(&periods, page);
        let late: usize = periods.iter().map(|one| one.counts.missing).sum();
        let late = (late > 0)
            .then(|| view! { <span class="light figure" data-report="late">{late.to_string()}</span> });
        let periods = periods.into_iter().map(|one| period(one, locked, moved)).collect::<Vec<_>>();
        view! {
            <li>
                <details open=is_open>
                    <summary><b class="figure">{year.to_string()}</b>{late}</summary>
                    <ul>{periods}</ul>
                </details>
            </li>
        }
    });
    let years = years.collect::<Vec<_>>();
    view! {
        <nav class="sheet periods" aria-label=words.calendar>
            <header><h2>{words.calendar}</h2><span class="muted">{words.calendar_note}</span></header>
            <ul>{years}</ul>
        </nav>
    }
    .into_any()
}

/// Whether a year is laid open: that of the period on the screen.
fn is_near(periods: &[Period], page: Page) -> bool {
    let chosen = page.month.get_untracked();
    periods.iter().any(|one| Some(one.month) == chosen)
}

fn period(period: Period, locked: &'static str, moved: &'static str) -> AnyView {
    let Period { month, label, href, counts, is_chosen, is_locked, is_unused, is_moved, sentence } = period;
    let Counts { owed, reported, reported_late, missing, returned, partial, .. } = counts;
    let is_coming = counts.is_coming() || counts.is_idle();
    let sum =
        if is_coming { "—".to_owned() } else { [&reported.to_string(), "/", &owed.to_string()].concat() };
    let mark = |count: usize, slug: &'static str| {
        (count > 0).then(|| view! { <span class="light figure" data-report=slug>{count.to_string()}</span> })
    };
    let tallies = view! {
        <span class="tallies">
            {mark(missing, "late")} {mark(partial, "partial")} {mark(reported_late, "submitted-late")} {mark(returned, "returned")}
            {is_moved.then(|| view! { <small>{moved}</small> })}
            {is_locked.then(|| view! { <small>{locked}</small> })}
        </span>
    };
    // Its column among twelve, six and four: a plan may begin in any month.
    let before = month.number() - 1;
    let column = |of: u8| (before % of + 1).to_string();
    let columns = ["--of-12:", &column(12), ";--of-6:", &column(6), ";--of-4:", &column(4)].concat();
    let spoken = sentence.clone();
    view! {
        <li style=columns>
            <a
                href=href
                title=spoken
                aria-current=is_chosen.then_some("true")
                data-coming=is_coming.then_some("")
                data-unused=is_unused.then_some("")
            >
                <b>{label}</b>
                <span class="figure">{sum}</span>
                {tallies}
                <span class="spoken">{sentence}</span>
            </a>
        </li>
    }
    .into_any()
}
