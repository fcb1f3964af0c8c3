//! Words that people typed, from right to left, on every page: each stands apart from the sentence around it.

use super::{SMALL, common, drawn_after, every_kind, every_page};
use leptos::prelude::*;
use planboard::gate::{self, Door, Here};
use planboard::ledger::{
    Batch, BatchId, Claim, Entry, EntryId, Ledger, Moment, ProblemStep, Report, Said, Stage,
};
use planboard::page::month::dispatch::{reminder, words};
use planboard::page::month::form::Draft;
use planboard::page::month::{passage, review};
use planboard::plan::{Day, Month, PlanIndex, Quantity};
use planboard::route::Route;
use planboard::standing::AsOf;
use planboard::state::{Desk, Me, OpenedLedger};
use planboard::text::Language;
use std::sync::Arc;

/// Without a fence the figure in it, and whatever follows, would change places with the name.
const NAME: &str = "مريم 3";

/// Every place of a page where the name has no fence, and how often it stands there at all.
fn look(html: &str) -> (Vec<String>, usize) {
    let (mut bare, mut count) = (Vec::new(), 0);
    let mut check = |text: &str| {
        for (at, name) in text.match_indices(NAME) {
            count += 1;
            let is_apart =
                text[..at].ends_with('\u{2068}') && text[at + name.len()..].starts_with('\u{2069}');
            bare.extend((!is_apart).then(|| text.to_owned()));
        }
    };
    for part in html.replace("<!>", "").split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        // What is read out, or shown on hovering and on a phone.
        for name in [" aria-label=\"", " title=\"", " alt=\"", " data-column=\"", " placeholder=\""] {
            check(tag.split_once(name).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default());
        }
        // What stands in a field is a paragraph of its own.
        check(if tag.starts_with("textarea") { "" } else { text });
    }
    (bare, count)
}

fn march() -> Month {
    Month::parse("2031-03").expect("a month")
}

fn batch(writer: u64, organisation: &str, said: Vec<Said>) -> Batch {
    Batch {
        id: BatchId { writer, sequence: 0 },
        written: Moment(1_932_000_000 + writer),
        organisation: organisation.into(),
        person: NAME.into(),
        month: march(),
        entries: said.into_iter().map(|said| Entry { replaces: None, said }).collect(),
    }
}

/// What clerks report under names, organisations and identifiers of this kind, and what an officer answers.
fn reports() -> Vec<Batch> {
    let text = || NAME.to_owned();
    let day = |text: &str| Day::parse(text).expect("a day");
    let actual = |district: Option<&str>| Said::Actual {
        indicator: "trees".into(),
        district: district.map(Into::into),
        report: Report::Value(Quantity::parse("17.6").expect("a figure")),
        evidence: text(),
        note: text(),
    };
    let problem = |subject: Option<&str>, until| Said::Problem {
        subject: subject.map(Into::into),
        text: text(),
        who: text(),
        until,
    };
    let progress =
        |subject: &str| Said::Progress { subject: subject.into(), stage: Stage::Underway, note: text() };
    let own = batch(
        1,
        "council",
        vec![
            problem(None, None),
            problem(Some("plant-trees"), Some(day("2031-03-30"))),
            actual(None),
            actual(Some(NAME)),
            progress("plant-trees"),
            progress(NAME),
            Said::Submission,
        ],
    );
    let strangers = batch(2, NAME, vec![problem(Some(NAME), None), actual(None), progress("tree-nursery")]);
    let returned = batch(3, "east", vec![problem(None, None), Said::Submission]);
    let closed = EntryId { batch: own.id, index: 0 };
    let answers = vec![
        Said::Return { of: returned.id, reason: text() },
        Said::ProblemStep { of: closed, step: ProblemStep::Closed, text: text(), document: text() },
        Said::Window { opens: day("2031-04-01"), closes: day("2031-04-09"), reason: text() },
        Said::Judgement { subject: "trees".into(), claim: Claim::Red, reason: text() },
    ];
    vec![own, strangers, returned, batch(4, "council", answers)]
}

/// Somebody of that name sits at the device, has begun a form, was sent a receipt, and may look at his snapshot.
fn act(desk: Desk, is_aside: bool) {
    desk.set_me(Me { organisation: Some("council".into()), person: NAME.into() });
    let mut draft = Draft { person: NAME.into(), ..Draft::default() };
    draft.figure_mut("trees").text = ["3", NAME].concat();
    draft.figure_mut("trees").note = NAME.into();
    for form in ["council/2031-03", "east/2031-03"] {
        assert_eq!(desk.keep_draft(form, &draft.write()), Ok(()));
    }
    let mut sent = reports();
    sent.truncate(3);
    sent.iter_mut().for_each(|batch| batch.id.writer += 100);
    sent.extend(every_kind::in_words(NAME));
    for batch in sent {
        desk.put_in_inbox(vec![batch], Default::default());
    }
    if is_aside {
        desk.look_at(OpenedLedger {
            ledger: Arc::new(Ledger::new(every_kind::in_words(NAME))),
            from: NAME.into(),
            up_to: Day::parse("2031-03-31").expect("a day"),
            known_on: Day::parse("2031-04-03").expect("a day"),
            only_to_look: false,
            is_sample: false,
            is_own_past: false,
            part: None,
            code: "ABCD".into(),
            edition: None,
        });
    }
}

fn routes(plan: &PlanIndex) -> Vec<Route> {
    let mut routes = every_page(plan);
    routes.extend(plan.organisations.iter().map(|one| Route::Organisation(one.id.clone())));
    routes.extend(plan.projects.iter().map(|one| Route::Project(one.id.clone())));
    routes.push(Route::Dispatch(Some(march())));
    let form = |organisation: &str| Route::Form { organisation: organisation.into(), month: Some(march()) };
    routes.extend([form("council"), form("east")]);
    routes
}

/// hostile 8b
#[test]
fn what_people_typed_stands_apart_from_the_sentence_around_it_on_every_page() {
    let plan = common::plan(SMALL);
    let mut bare = std::collections::BTreeSet::new();
    let mut shown = std::collections::BTreeMap::<String, usize>::new();
    let mut page = |name: String, html: &str| {
        let (found, count) = look(html);
        bare.extend(found.into_iter().map(|text| format!("{name}: {text}")));
        *shown.entry(name).or_default() += count;
    };
    for language in Language::ALL {
        for (at, (batches, is_aside)) in
            [(reports(), false), (every_kind::in_words(NAME), false), (reports(), true)].iter().enumerate()
        {
            for route in routes(&plan) {
                let name = format!("{at} {}", route.address());
                let html = drawn_after(&plan, batches, route, language, |desk| act(desk, *is_aside));
                page(name, &html);
            }
        }
        let ledger = Ledger::new(reports());
        let here = Here { writer: 7, now: Moment(1_933_000_000) };
        let html = Owner::new().with(|| {
            let arrived = gate::pass(&plan, &ledger, here, Door::Ledger, &every_kind::in_words(NAME));
            assert!(!arrived.apart.is_empty());
            passage::view::view(&plan, &arrived, RwSignal::new(false), language).to_html()
        });
        page("passage".into(), &html);
        let today = Day::parse("2031-04-03").expect("a day");
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset: 480, language };
        page("reminder".into(), &reminder::to(as_of, march(), "east").expect("it was returned"));
        let stranger = review::describe::name(&plan, NAME, language).words;
        page("returned".into(), &words::returned_title(language, march(), &stranger, NAME));
        page("given back".into(), &review::words::given_back(language, &stranger, march()));
    }
    assert!(bare.is_empty(), "{} places:\n{}", bare.len(), bare.into_iter().collect::<Vec<_>>().join("\n"));
    // The pages on which the name has to stand for the test to mean anything.
    let (dispatch, form) = ("/dispatch?month=2031-03", "/form/council?month=2031-03");
    for (page, least) in [
        ("0 /", 2),
        ("0 /indicator/trees", 10),
        ("0 /measure/plant-trees", 4),
        ("0 /project/tree-nursery", 2),
        ("0 /organisation/council", 4),
        (&["0 ", dispatch].concat(), 30),
        (&["1 ", dispatch].concat(), 30),
        (&["1 ", form].concat(), 2),
        ("0 /form/east?month=2031-03", 2),
        ("2 /compare", 2),
        ("passage", 2),
        ("reminder", 2),
        ("returned", 4),
        ("given back", 2),
    ] {
        assert!(shown.get(page).is_some_and(|count| *count >= least), "{page}: {shown:#?}");
    }
    assert_eq!(look(&["<b title=\"", NAME, "\">", NAME, ", 4</b><textarea>", NAME].concat()).0.len(), 2);
}
