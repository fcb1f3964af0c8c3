//! What the pages show, beside the reference and beside each other.

use super::acts::{ITEMS, Mail, UNITS, World, month};
use super::reference::{Items, Verdict};
use crate::storage::{content, ledger};
use planboard::ledger::{Report as Told, Said, Slot};
use planboard::plan::PlanIndex;
use planboard::text::Language::Zh;
use planboard_browser_tests::wait::until;
use planboard_browser_tests::{Found, Page};
use serde_json::json;
use std::collections::BTreeSet;

pub fn unit_name(plan: &PlanIndex, unit: &str) -> String {
    plan.say(&plan.organisation(unit).expect("the plan has it").name, Zh).words
}

pub fn item_name(plan: &PlanIndex, id: &str) -> String {
    plan.say(&plan.indicator(id).expect("the plan has it").item.name, Zh).words
}

/// The first with a role whose name begins so: names of fields go on with what is asked.
pub fn starting(page: &Page, role: &str, name: &str) -> Found {
    until(&format!("a {role} “{name}…”"), || {
        let all = page.all(role, None);
        let found = all.iter().find(|one| one.name.starts_with(name)).cloned();
        found.ok_or_else(|| format!("{:?}", all.iter().map(|one| &one.name).collect::<Vec<_>>()))
    })
}

pub fn value(page: &Page, field: &Found) -> String {
    let value = page.call_on(field, "function () { return this.value }", json!([]));
    value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Puts text into a field, as a paste does.
pub fn set(page: &Page, field: &Found, text: &str) {
    let put = "function (text) {
        this.focus();
        this.value = text;
        this.dispatchEvent(new InputEvent('input', { bubbles: true }));
        this.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    page.call_on(field, put, json!([{ "value": text }])).expect("a field");
}

pub fn problem_fields(page: &Page) -> Vec<Found> {
    page.all("textbox", None).into_iter().filter(|field| field.name.starts_with("情况")).collect()
}

/// What stands in each row of the page's tables.
fn rows(page: &Page) -> Vec<String> {
    let rows = page.text(
        "JSON.stringify([...document.querySelectorAll('main tr')].map(row => row.innerText.replace(/\\s+/g, ' ').trim()))",
    );
    serde_json::from_str(&rows).expect("a list of texts")
}

/// The number of a problem in a sentence.
pub fn number(text: &str) -> Option<u32> {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    text.split("问题").skip(1).find_map(|rest| digits(rest).parse().ok())
}

/// The form has what was typed or sent, and nothing else.
pub fn form(world: &World, clerk: usize) {
    form_in(world, clerk, &world.clerks[clerk].page);
}

pub fn form_in(world: &World, clerk: usize, page: &Page) {
    let clerk = &world.clerks[clerk];
    let names: Vec<(&str, String)> = ITEMS.iter().map(|id| (*id, item_name(&world.plan, id))).collect();
    until("the form to show what was typed", || {
        crate::month::unfold(page);
        let fields = page.all("textbox", None);
        let mut shown = Items::new();
        for (id, name) in &names {
            let field = fields.iter().find(|one| one.name.starts_with(name)).ok_or("no such field")?;
            let value = value(page, field);
            if !value.is_empty() {
                shown.insert((*id).to_owned(), value);
            }
        }
        let told = fields.iter().filter(|field| field.name.starts_with("情况"));
        let told: BTreeSet<u32> = told.filter_map(|field| number(&value(page, field))).collect();
        match (&shown, &told) == (&clerk.typed, &clerk.problems) {
            true => Ok(()),
            false => Err(format!("{shown:?} {told:?}, not {:?} {:?}", clerk.typed, clerk.problems)),
        }
    });
}

/// The review leaves nothing out of what a receipt says in the end.
pub fn review(world: &World, mail: &Mail) {
    let page = &world.officer;
    let article = page.all("article", None).into_iter().next().expect("a receipt");
    let lines = page.call_on(
        &article,
        "function () { return JSON.stringify([...this.querySelectorAll('li')].map(one => one.textContent)) }",
        json!([]),
    );
    let lines: Vec<String> =
        serde_json::from_str(lines.expect("a receipt").as_str().unwrap_or_default()).expect("a list");
    // Each report carries those before it: of an item that was corrected the last figure is asked for.
    let items: Items = mail
        .reports
        .iter()
        .flat_map(|one| one.items.iter())
        .map(|(id, figure)| (id.clone(), figure.clone()))
        .collect();
    for (id, figure) in &items {
        let name = item_name(&world.plan, id);
        let is_it = |line: &String| line.contains(&name) && line.contains(&**figure);
        assert!(lines.iter().any(is_it), "{name} {figure} is not in the review: {lines:#?}");
    }
    for report in &mail.reports {
        for problem in &report.problems {
            let text = format!("问题{problem}");
            assert!(lines.iter().any(|line| line.contains(&text)), "{text} is not in the review: {lines:#?}");
        }
    }
}

/// How a unit stands, by the reference, as every page may say it.
fn standing(world: &World, unit: usize) -> &'static [&'static str] {
    match world.reference.of(unit, month()).last().map(|one| one.verdict) {
        Some(Verdict::Accepted) => &["已接收"],
        Some(Verdict::Returned) => &["已退回"],
        Some(Verdict::None) => &["已报", "迟报"],
        None => &["逾期", "待报", "启用前", "无须报"],
    }
}

fn is_said(said: &str, expected: &[&str]) -> bool {
    let all = ["已接收", "已退回", "已报", "迟报"];
    // 已接收（迟报）
    let said_of: Vec<&str> = all.into_iter().filter(|word| said.contains(word)).collect();
    match said_of.first() {
        Some(first) => expected.contains(first),
        None => expected.iter().all(|word| !all.contains(word)),
    }
}

/// The dispatch page and what is kept: how each unit stands, every problem, every figure.
pub fn dispatch(world: &World) {
    let page = &world.officer;
    let (open, _) = world.reference.problems();
    until("the dispatch page to show what the reference has", || {
        let rows = rows(page);
        for (unit, id) in UNITS.iter().enumerate() {
            let name = unit_name(&world.plan, id);
            let row = rows.iter().find(|row| row.starts_with(&name) && number(row).is_none());
            let row = row.ok_or_else(|| format!("no row of {name}"))?;
            let expected = standing(world, unit);
            if !is_said(row, expected) {
                return Err(format!("{} is not {expected:?}", row));
            }
        }
        let listed: BTreeSet<u32> = rows.iter().filter_map(|row| number(row)).collect();
        if listed != open {
            return Err(format!("problems {listed:?}, not {open:?}: {rows:#?}"));
        }
        Ok(())
    });
    figures(world);
}

/// What the officer's browser keeps, read as a page that is loaded now would read it.
fn figures(world: &World) {
    let ledger = ledger(&content(&world.officer));
    for (unit, id) in UNITS.iter().enumerate() {
        let mut kept = Items::new();
        for item in ITEMS {
            let slot = Slot::Actual { indicator: item.into(), district: Some((*id).into()), month: month() };
            if let Some(Said::Actual { report: Told::Value(value), .. }) =
                ledger.at(&slot).map(|found| &found.entry.said)
            {
                kept.insert(item.to_owned(), value.to_string());
            }
        }
        assert_eq!(kept, world.reference.standing(unit, month()), "{id}");
    }
}

/// The pages of the indicators have every figure, and those of the units say what the dispatch page says.
pub fn other_pages(world: &World) {
    let page = &world.officer;
    let (open, _) = world.reference.problems();
    for item in ITEMS {
        page.follow(&format!("#/indicator/{item}"), &item_name(&world.plan, item));
        until("the page of the indicator to show what the reference has", || {
            let rows = rows(page);
            for (unit, id) in UNITS.iter().enumerate() {
                let name = unit_name(&world.plan, id);
                let standing = world.reference.standing(unit, month());
                let stands = standing.get(item).map_or("—", String::as_str);
                let of_unit = |row: &&String| row.starts_with(&format!("{name} "));
                let shown = rows.iter().find(of_unit).and_then(|row| row.split(' ').nth(1)).unwrap_or("—");
                if shown != stands {
                    return Err(format!("{item} of {name} is {shown}, not {stands}: {rows:#?}"));
                }
                // What does not stand is listed all the same.
                for report in world.reference.of(unit, month()) {
                    let Some(figure) = report.items.get(item) else { continue };
                    let said = format!("2024-08 {name} {figure} ");
                    let is_returned = report.verdict == Verdict::Returned;
                    let is_it =
                        |row: &String| row.starts_with(&said) && (!is_returned || row.contains("已退回"));
                    if !rows.iter().any(is_it) {
                        return Err(format!("{said} of {report:?} is not there: {rows:#?}"));
                    }
                }
            }
            Ok(())
        });
    }
    for (unit, id) in UNITS.iter().enumerate() {
        let name = unit_name(&world.plan, id);
        page.follow(&format!("#/organisation/{id}"), &name);
        let own: BTreeSet<u32> = {
            let of = world.reference.of(unit, month());
            of.iter().flat_map(|report| report.problems.intersection(&open)).copied().collect()
        };
        until("the page of the unit to show its problems", || {
            let listed: BTreeSet<u32> = rows(page).iter().filter_map(|row| number(row)).collect();
            if listed == own { Ok(()) } else { Err(format!("{listed:?}, not {own:?}: {}", page.written())) }
        });
    }
}
