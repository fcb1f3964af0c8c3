//! The drawing in its frame: it comes when library and options are here, follows chart, theme and width at
//! once, and goes with the page.

use super::{Frame, Surroundings, Tip};
use crate::browser::echarts::{self, Drawing, SizeWatch};
use crate::browser::{address, document, keyboard, media};
use crate::chart::{Item, Look, Paper};
use crate::route::Route;
use crate::settings::Theme;
use crate::state::OnDemand;
use leptos::prelude::*;

/// Paper is narrower than most screens: the printed drawing is made for this width, at a text of 16 px, and fitted to
/// the sheet.
const PRINTED_WIDTH: f64 = 680.0;

/// How high what is said at the pointer may become; nearer to the upper edge it stands below.
const ROOM_ABOVE: f64 = 96.0;

/// Draws into the place, now and whenever something changes.
pub(super) fn draw(surroundings: Surroundings, frame: Frame, place: NodeRef<leptos::html::Div>) {
    let canvas = Canvas::new();
    let is_loaded = RwSignal::new(echarts::is_here());
    load_when_wanted(surroundings, frame, is_loaded);
    watch(canvas, frame, place);
    Effect::new(move |_| {
        let Some(place) = place.get().filter(|_| is_loaded.get()) else { return };
        let options = match surroundings.charts.get() {
            OnDemand::Here(charts) => charts.options,
            OnDemand::Failed(failure) => return frame.failure.set(Some(failure)),
            OnDemand::Unasked | OnDemand::Asked => return,
        };
        let (width, height) = canvas.size.get();
        if width == 0 || height == 0 {
            return;
        }
        let printed = canvas.is_printing.get();
        let text = document::text_size();
        let (width, height) =
            if printed { frame.chart.with(|chart| on_paper(chart, text)) } else { (width, height) };
        let is_first = canvas.drawing.with_value(Option::is_none);
        // ECharts unveils a flow by a clip that goes on growing even when the next options say not to move: what is printed
        // meanwhile would be cut. A new drawing has none.
        if is_first || printed {
            canvas.drawing.set_value(None);
            canvas.drawing.set_value(begin(canvas, frame, &place));
        }
        let look = Look {
            paper: paper(surroundings.theme.get(), canvas.is_dark.get(), printed),
            language: surroundings.language,
            width,
            height,
            text,
            is_moving: is_first && !printed && !media::matches(media::STILL),
        };
        let options = frame.chart.with(|chart| options(&chart.drawing, look));
        canvas.drawing.with_value(|drawing| match drawing {
            Some(drawing) => drawing.show(&options, width, height),
            None => frame.failure.set(Some(crate::browser::LoadFailure)),
        });
    });
    follow_current(canvas, frame);
    frame.svg.set_value(Some(Box::new(move || {
        let (width, height) = canvas.size.get_untracked();
        canvas.drawing.with_value(|drawing| Some((drawing.as_ref()?.svg()?, width, height)))
    })));
}

/// What one drawing works with; local to the thread, as everything of the browser is.
#[derive(Clone, Copy)]
struct Canvas {
    drawing: StoredValue<Option<Drawing>, LocalStorage>,
    /// Width and height of the place, in pixels.
    size: RwSignal<(u32, u32)>,
    is_dark: RwSignal<bool>,
    is_printing: RwSignal<bool>,
}

impl Canvas {
    fn new() -> Self {
        Self {
            drawing: StoredValue::new_local(None),
            size: RwSignal::new((0, 0)),
            is_dark: RwSignal::new(media::matches(media::DARK)),
            is_printing: RwSignal::new(false),
        }
    }
}

/// Asks for the library and for the part with the options, at first and after each failure.
fn load_when_wanted(surroundings: Surroundings, frame: Frame, is_loaded: RwSignal<bool>) {
    Effect::new(move |_| {
        if frame.failure.with(Option::is_some) {
            return;
        }
        if surroundings.charts.with_untracked(|part| matches!(part, OnDemand::Unasked)) {
            surroundings.charts.set(OnDemand::Asked);
        }
        if !is_loaded.get_untracked() {
            leptos::task::spawn_local(async move {
                // The page may have gone in the meantime: what is set then is gone as well.
                match echarts::load().await {
                    Ok(()) => drop(is_loaded.try_set(true)),
                    Err(failure) => drop(frame.failure.try_set(Some(failure))),
                }
            });
        }
    });
}

/// Size, system theme and printing, for as long as the frame stands.
fn watch(canvas: Canvas, frame: Frame, place: NodeRef<leptos::html::Div>) {
    let watches = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        canvas.size.set((place.client_width().max(0) as u32, place.client_height().max(0) as u32));
        let size = SizeWatch::new(&place, move |width, height| {
            // The place on paper is another one; what is drawn for it has its own size.
            if canvas.is_printing.try_get_untracked() == Some(false)
                && canvas.size.try_get_untracked().is_some_and(|size| size != (width, height))
            {
                canvas.size.set((width, height));
                // What is drawn anew stands elsewhere than where the pointer found it.
                frame.leave();
            }
        });
        let dark = media::on_change(media::DARK, move |is_dark| {
            canvas.is_dark.try_set(is_dark);
        });
        let print = media::on_print(move |is_printing| {
            canvas.is_printing.try_set(is_printing);
        });
        let escape = keyboard::on_escape(move || frame.leave());
        watches.set_value(Some((size, dark, print, escape)));
    });
}

fn begin(canvas: Canvas, frame: Frame, place: &web_sys::HtmlElement) -> Option<Drawing> {
    let mut drawing = Drawing::new(place)?;
    let mark_of = move |item: Item| frame.chart.with_untracked(|chart| chart.mark_of(item));
    let point = move |item: Item, (x, y): (f64, f64)| {
        let (Some(at), false) = (mark_of(item), frame.has_focus.get_untracked()) else { return };
        if frame.current.get_untracked() != Some(at) {
            frame.current.set(Some(at));
        }
        // A finger lies on what it points at: there it is said below the drawing.
        if !media::matches(media::TOUCH) {
            let (width, _) = canvas.size.get_untracked();
            let tip = Tip { place: (x, y), is_left: x > f64::from(width) / 2.0, is_below: y < ROOM_ABOVE };
            frame.tip.set(Some(tip));
        }
    };
    drawing.on("mouseover", point);
    drawing.on("mousemove", point);
    drawing.on("click", move |item, _| {
        let Some(at) = mark_of(item) else { return };
        // A finger cannot point without pressing: the first touch reads, the link below opens.
        if media::matches(media::TOUCH) {
            return frame.current.set(Some(at));
        }
        let href = frame.chart.with_untracked(|chart| chart.marks[at].href.clone());
        address::go(&Route::parse(&href));
    });
    Some(drawing)
}

/// Emphasises in the drawing what the keyboard has reached in the list.
fn follow_current(canvas: Canvas, frame: Frame) {
    Effect::new(move |before: Option<Option<Item>>| {
        let now = frame.current.get().filter(|_| frame.has_focus.get());
        let now =
            now.and_then(|at| frame.chart.with_untracked(|chart| chart.marks.get(at).map(|mark| mark.item)));
        canvas.drawing.with_value(|drawing| {
            let Some(drawing) = drawing else { return };
            if let Some(before) = before.flatten() {
                drawing.downplay(before);
            }
            if let Some(now) = now {
                drawing.highlight(now);
            }
        });
        now
    });
}

/// Width and height of the printed drawing.
fn on_paper(chart: &crate::chart::Chart, text: f64) -> (u32, u32) {
    let width = PRINTED_WIDTH * text / 16.0;
    let height = f64::from(chart.drawing.height(crate::chart::Width::Middle)) * text / 16.0;
    (width.round() as u32, height.round() as u32)
}

fn paper(theme: Theme, is_dark: bool, is_printed: bool) -> Paper {
    match theme {
        _ if is_printed => Paper::Light,
        Theme::Dark => Paper::Dark,
        Theme::Light => Paper::Light,
        Theme::Auto if is_dark => Paper::Dark,
        Theme::Auto => Paper::Light,
    }
}
