//! The page as markup, rendered on the host over a storage in memory, and the acts behind its buttons.

use super::{Page, clear, files, page};
use crate::browser::LoadFailure;
use crate::ledger::samples::august::{day, month, plan, report};
use crate::ledger::samples::{actual, entry};
use crate::ledger::{Batch, Entry, Said};
use crate::link::edition::Edition;
use crate::link::fingerprint::Code;
use crate::page::keep::device::{Facts, opened, words};
use crate::page::shared::workbook::Makers;
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::settings::{Density, Settings, Theme};
use crate::state::{Desk, Me, Setup, State};
use crate::storage::{BackedUp, FileRefusal, Kind, Memory, Place, Port, Saved};
use crate::text::Language::{self, En, Zh};
use leptos::prelude::*;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

const START: u64 = 1_725_930_000_000;
const DAY: u64 = 86_400_000;

thread_local! {
    static NOW: Cell<u64> = const { Cell::new(START) };
}

fn desk(plan: &PlanIndex, memory: &Memory, writer: u64) -> Desk {
    let place = Place::new(&plan.id, "/");
    let port = Rc::new(memory.clone());
    Desk::new(Setup { port, place, clock: || NOW.with(Cell::get), writer, offset: 480 })
}

fn state(plan: &PlanIndex, language: Language) -> State {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    State::new(Arc::new(plan.clone()), Route::Device, settings, Some(day("2024-09-10")))
}

fn parts(plan: &PlanIndex, desk: Desk) -> Page {
    Page {
        state: state(plan, Zh),
        desk,
        language: Zh,
        words: words::of(Zh),
        told: RwSignal::new(String::new()),
        file: RwSignal::new(None),
        workbooks: no_workbooks,
        turn: RwSignal::new(0),
    }
}

/// No part is fetched on the host.
fn no_workbooks() -> Pin<Box<dyn Future<Output = Result<Makers, LoadFailure>>>> {
    Box::pin(std::future::ready(Err(LoadFailure)))
}

fn render(plan: &PlanIndex, desk: Desk, language: Language, facts: Facts) -> String {
    page(state(plan, language), desk, RwSignal::new(facts), no_workbooks).to_html().replace("<!>", "")
}

fn figure(text: &str) -> Vec<Entry> {
    vec![actual("alliances", text)]
}

fn problem(text: &str) -> Vec<Entry> {
    vec![entry(Said::Problem { text: text.into(), who: String::new(), until: None, subject: None })]
}

#[test]
fn the_page_shows_lights_files_copies_and_who_may_be_chosen() {
    Owner::new().with(|| {
        let (plan, memory) = (plan(), Memory::default());
        let desk = desk(&plan, &memory, 1);
        desk.take_in(vec![report(5, "2024-09-04", "haicheng")]).expect("room");
        let agent = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.34";
        let html = render(&plan, desk, Zh, Facts { agent: agent.into(), ..Facts::default() });
        let html = html.replace(" class=\"light\"", "");
        assert!(html.contains("本机有 1 次填报，其中 1 次没有备份"), "{html}");
        assert!(html.contains("data-light=\"green\">本机已存") && html.contains("data-light=\"red\">已备份"));
        assert!(
            html.contains("type=\"file\"")
                && html.contains("并入收到的填报")
                && html.contains("扫码打开</button>")
                && html.contains("显示示例台账")
        );
        let owing = crate::standing::duty::reporters(&plan).len();
        assert!(html.matches("<option").count() > owing);
        assert!(html.contains("在浏览器打开") && html.contains("七天"));
        assert!(!html.contains("全部删除<"), "clearing takes a second step");
    });
}

#[test]
fn a_plan_in_english_is_drawn_without_chinese() {
    Owner::new().with(|| {
        let text = include_str!("../../../../../tests/plans/harbour-city.json");
        let plan = crate::plan::read::from_json(text).expect("the second plan");
        let memory = Memory::default();
        let damaged = [Place::new(&plan.id, "/").prefix(Kind::Ledger), "1".into()].concat();
        memory.set(&damaged, "<b>nonsense").expect("room");
        let desk = desk(&plan, &memory, 1);
        desk.take_in(vec![]).expect("room");
        let facts = Facts { quota: Some(5), is_blocked: true, ..Facts::default() };
        let html = render(&plan, desk, En, facts);
        assert_eq!(html.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c)), None, "{html}");
        assert!(
            html.contains("Remove what cannot be read") && html.contains("cannot be read: it is damaged")
        );
    });
}

#[test]
fn a_backup_is_looked_into_then_taken_in_and_can_be_undone() {
    Owner::new().with(|| {
        let plan = plan();
        let (here, there) = (Memory::default(), Memory::default());
        let officer = desk(&plan, &here, 1);
        let (_, kept) = officer.write("science-bureau".into(), month("2024-08"), figure("12"));
        kept.expect("room");
        let markup = "<img src=x onerror=alert(1)>";
        officer.write("science-bureau".into(), month("2024-08"), problem(markup)).1.expect("room");
        let edition = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        officer.judge_by(edition(b"14"));
        let bytes = officer.backup().expect("a small ledger");
        assert!(matches!(officer.backed_up(), BackedUp::All { .. }));

        let other = desk(&plan, &there, 2);
        other.write("haicheng".into(), month("2024-08"), figure("11")).1.expect("room");
        let before: Vec<Batch> = other.own().batches().cloned().collect();
        other.judge_by(edition(b"16"));
        let stored = there.content();
        let file = other.read_backup(&bytes).expect("a whole file");
        let look = opened(&plan, &other.own(), other.here(), file, Zh);
        let html = files::content(parts(&plan, other), look.clone()).to_html();
        assert!(
            html.contains("含 2 次填报，其中 2 次本机没有") && html.contains("另有 1 次不在文件里"),
            "{html}"
        );
        assert!(!html.contains("<img") && html.contains("&lt;img"), "{html}");
        assert!(html.contains("并入本机台账"));
        let both = [edition(b"14"), edition(b"16")].map(|edition| edition.name(Zh));
        assert!(both.iter().all(|name| html.contains(name)), "field 6b: {html}");
        assert_eq!(there.content(), stored, "looking writes nothing");

        other.take_in_backup(look.passage.batches(true), &look.made_by).expect("room");
        assert_eq!(other.own().batches().count(), 3);
        assert!(other.can_undo());
        let html = render(&plan, other, Zh, Facts::default());
        assert!(html.contains(">并入备份文件前<"), "{html}");
        other.undo().expect("the copy");
        assert_eq!(other.own().batches().cloned().collect::<Vec<_>>(), before);

        let again =
            opened(&plan, &officer.own(), officer.here(), officer.read_backup(&bytes).expect("a file"), Zh);
        let html = files::content(parts(&plan, officer), again).to_html();
        assert!(html.contains("无须并入") && !html.contains("并入本机台账"), "{html}");
        assert_eq!(other.read_backup(&bytes[..bytes.len() - 3]), Err(FileRefusal::Cut));
    });
}

#[test]
fn the_sample_is_kept_out_of_files_and_leaves_without_a_trace() {
    Owner::new().with(|| {
        let (plan, memory) = (plan(), Memory::default());
        let desk = desk(&plan, &memory, 1);
        desk.write("haicheng".into(), month("2024-08"), figure("11")).1.expect("room");
        let before = memory.content();
        desk.show_sample(crate::sample::batches(&plan)).expect("room");
        let html = render(&plan, desk, Zh, Facts::default());
        assert!(html.contains("当前为示例台账") && html.contains("移除示例台账"), "{html}");
        assert!(!html.contains("type=\"file\"") && !html.contains(">导出备份<"));
        desk.remove_sample();
        assert_eq!(memory.content(), before);
        assert_eq!(desk.own().batches().count(), 1);
    });
}

#[test]
fn clearing_lists_what_goes_takes_a_tick_and_leaves_nothing_of_this_plan() {
    Owner::new().with(|| {
        let (plan, memory) = (plan(), Memory::default());
        memory.set("planboard:settings", "x").expect("room");
        memory.set(&Place::new("other", "/").desk(), "x").expect("room");
        let desk = desk(&plan, &memory, 1);
        desk.set_me(Me { organisation: Some("haicheng".into()), person: "王工".into() });
        desk.take_in(vec![report(5, "2024-09-04", "haicheng")]).expect("room");
        let kept = desk.kept().expect("storage");
        assert_eq!(kept, [(Kind::Ledger, 1), (Kind::Generation, 1), (Kind::Desk, 1)]);
        let rows = kept.iter().map(|(kind, count)| words::kept(Zh, *kind, *count)).collect();
        let html = clear::asked(parts(&plan, desk), rows, 1, RwSignal::new(true)).to_html();
        assert!(html.contains("填报记录：1 项") && html.contains("没有备份"), "{html}");
        assert!(html.contains("<button type=\"button\" disabled"), "{html}");
        let cleared = desk.clear().expect("storage");
        assert!(words::cleared(Zh, &cleared).contains("填报记录：1 项"));
        assert_eq!(desk.kept(), Ok(vec![]));
        assert_eq!(memory.content().len(), 2);
        assert_eq!((desk.own().batches().count(), desk.me.get_untracked()), (0, Me::default()));
    });
}

#[test]
fn merging_old_segments_brings_what_other_pages_wrote() {
    Owner::new().with(|| {
        let (plan, memory) = (plan(), Memory::default());
        NOW.set(START);
        let listener = desk(&plan, &memory, 9);
        for writer in 1..=3 {
            let other = desk(&plan, &memory, writer);
            other.write("haicheng".into(), month("2024-08"), figure("11")).1.expect("room");
        }
        assert_eq!(listener.own().batches().count(), 0);
        NOW.set(START + 3 * DAY);
        let segments = memory.content().len();
        listener.compact().expect("room");
        NOW.set(START);
        assert_eq!(listener.own().batches().count(), 3);
        assert!(memory.content().len() < segments);
        assert!(matches!(listener.saved(), Saved::Yes { .. }));
        assert_eq!(desk(&plan, &memory, 10).own().batches().count(), 3);
    });
}
