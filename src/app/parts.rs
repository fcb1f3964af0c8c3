//! Parts of the program that load on demand, so that they cost the first view nothing.
//!
//! Without the feature `split` these are ordinary functions: development and native tests never see
//! the splitter. The same NAME means the same file; what several parts share becomes files of its own, which
//! `tools/parts.mjs` puts together so that no page asks for many.

use crate::app::pages;
use crate::browser::{LoadFailure, document};
use crate::route::ViewPart;
use crate::state::{Draw, State};
use crate::{
    app::{desk, follow},
    chart::{self, Drawing, Look},
    page::documents::workbooks::MAKERS,
    page::month::workbook::saving::{SAVE, Save},
    page::plan::indicator::with_records::{WITH_RECORDS, WithRecords},
    page::plan::indicators::way::WayChart,
    page::plan::judging::{JUDGING, Judging},
    page::shared::refused::{self, Refusal},
    page::shared::workbook::Makers,
    state::{Charts, Desk, OnDemand},
};
use leptos::prelude::*;
use std::pin::Pin;
use std::task::Poll;

/// A function that hands out something of a part. The splitter wants a plain function and makes it
/// asynchronous; without the splitter an asynchronous one stands there, so that callers need not know.
macro_rules! part {
    ($part:ident: $name:ident, $what:path, $kind:ty) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
        pub(super) fn $name() -> Result<$kind, LoadFailure> {
            Ok($what)
        }

        #[cfg(not(feature = "split"))]
        pub(super) async fn $name() -> Result<$kind, LoadFailure> {
            Ok($what)
        }
    };
}

part!(plan: plan, pages::plan, Draw);
part!(indicators: indicators, pages::indicators, Draw);
part!(indicator: indicator, pages::indicator, Draw);
part!(acts: acts, pages::acts, Draw);
part!(adjustments: adjustments, pages::adjustments, Draw);
part!(lists: lists, pages::lists, Draw);
part!(about: about, pages::about, Draw);
part!(year: year, pages::year, Draw);
part!(dispatch: dispatch, pages::dispatch, Draw);
part!(problems: problems, pages::problems, Draw);
part!(review: review, pages::review, Draw);
part!(form: form, pages::form, Draw);
part!(cases: cases, pages::cases, Draw);
part!(districts: districts, pages::districts, Draw);
part!(documents: documents, pages::documents, Draw);
part!(papers: papers, pages::papers, Draw);
part!(paste: paste, pages::paste, Draw);
part!(tables: tables, pages::tables, Draw);
part!(device: device, pages::device, Draw);
part!(author: author, pages::author, Draw);
part!(compare: compare, pages::compare, Draw);
part!(carried: carried, pages::carried, Draw);
part!(share: share, pages::share, Draw);
part!(palette: palette, pages::palette, Draw);
// Storage, codec and fold: what a page with records needs, the overview too.
part!(ledger: open_desk, desk::open, fn(State) -> desk::Opened);
// What records add to the pages of the plan, and to that of an indicator: without records nobody asks for it.
part!(judging: judging, JUDGING, Judging);
part!(standing: with_records, WITH_RECORDS, WithRecords);
part!(way: way, chart::way::chart, WayChart);
// What makes workbooks; what writes them is a program of its own.
part!(workbooks: workbooks, MAKERS, Makers);
// The same for the form of one organisation: whoever sends links all day has nothing of papers.
part!(fill_in: fill_in, SAVE, Save);
// What stands over every page, and the judging of the overview.
part!(board: following, follow::follow, fn(State, Desk));
// `charming` and what it serialises with is in this part alone.
part!(charts: chart_options, chart::options::json, fn(&Drawing, Look) -> String);
// The page that names every fault of a `plan.json`, with the schema of it.
part!(refused: refused, refused::page, fn(Refusal) -> AnyView);

/// A part on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Draw, LoadFailure>>>>;

fn coming(part: ViewPart) -> Coming {
    match part {
        ViewPart::Plan => Box::pin(plan()),
        ViewPart::Indicators => Box::pin(indicators()),
        ViewPart::Indicator => Box::pin(indicator()),
        ViewPart::Acts => Box::pin(acts()),
        ViewPart::Adjustments => Box::pin(adjustments()),
        ViewPart::Lists => Box::pin(lists()),
        ViewPart::About => Box::pin(about()),
        ViewPart::Year => Box::pin(year()),
        ViewPart::Dispatch => Box::pin(dispatch()),
        ViewPart::Problems => Box::pin(problems()),
        ViewPart::Review => Box::pin(review()),
        ViewPart::Form => Box::pin(form()),
        ViewPart::Cases => Box::pin(cases()),
        ViewPart::Districts => Box::pin(districts()),
        ViewPart::Documents => Box::pin(documents()),
        ViewPart::Papers => Box::pin(papers()),
        ViewPart::Paste => Box::pin(paste()),
        ViewPart::Tables => Box::pin(tables()),
        ViewPart::Device => Box::pin(device()),
        ViewPart::Author => Box::pin(author()),
        ViewPart::Compare => Box::pin(compare()),
        ViewPart::Carried => Box::pin(carried()),
        ViewPart::Share => Box::pin(share()),
        ViewPart::Palette => Box::pin(palette()),
    }
}

/// Asks for a part that draws, and for the ledger beside it where it needs that; the state hears when both have come
/// or one has failed to, and the styles with them.
pub fn load(state: State, part: ViewPart) {
    let coming = coming(part);
    let coming: Coming = match part.needs_ledger() {
        true => Box::pin(both(coming, Box::pin(opened(state)))),
        false => coming,
    };
    let dressed = document::dressed();
    leptos::task::spawn_local(async move {
        let loaded = coming.await;
        dressed.await;
        state.part(part).set(Some(loaded));
    });
}

/// Fetches the ledger and opens the desk.
async fn opened(state: State) -> Result<(), LoadFailure> {
    open_desk().await?(state).await;
    Ok(())
}

/// Waits for a part and for the desk, which were asked for at once.
async fn both(
    mut part: Coming,
    mut desk: Pin<Box<dyn Future<Output = Result<(), LoadFailure>>>>,
) -> Result<Draw, LoadFailure> {
    let (mut draw, mut is_open) = (None, None);
    std::future::poll_fn(move |context| {
        if draw.is_none()
            && let Poll::Ready(done) = part.as_mut().poll(context)
        {
            draw = Some(done);
        }
        if is_open.is_none()
            && let Poll::Ready(done) = desk.as_mut().poll(context)
        {
            is_open = Some(done);
        }
        match (draw, is_open) {
            (Some(draw), Some(is_open)) => Poll::Ready(is_open.and(draw)),
            _ => Poll::Pending,
        }
    })
    .await
}

/// Opens the desk, for a first view that shows records. What does not come is asked for again with the next page.
pub fn load_ledger(state: State) {
    state.is_judging.set(true);
    leptos::task::spawn_local(async move {
        if opened(state).await.is_err() {
            state.is_judging.set(false);
        }
    });
}

/// Fetches the part with the charts whenever somebody has asked for it.
pub fn follow_charts(state: State) {
    Effect::new(move |_| {
        if state.charts.with(|part| matches!(part, OnDemand::Asked)) {
            leptos::task::spawn_local(async move {
                let part = chart_options().await;
                state
                    .charts
                    .set(part.map_or_else(OnDemand::Failed, |options| OnDemand::Here(Charts { options })));
            });
        }
    });
}
