//! A chart on a page: title, drawing or table, what is pointed at in words, source, and the picture to take away.
//!
//! ```ignore
//! chart_frame(State::here(), move || comparison::chart(&plan, &selection.get(), language))
//! ```
//!
//! The closure is asked again when a signal that it reads changes; the drawing then follows without being
//! made anew. Without a browser (native tests, prerendering) everything but the drawing is there.

#[cfg(feature = "csr")]
mod drawing;
mod marks;
mod sentence;
#[cfg(feature = "csr")]
mod take_away;
pub mod words;

use crate::browser::LoadFailure;
use crate::chart::{Chart, Width};
use crate::settings::Theme;
use crate::state::{Charts, OnDemand, State};
use crate::text::Language;
use crate::ui::table;
use leptos::prelude::*;
use sentence::sentence;

/// What a chart has to know of the page around it.
#[derive(Clone, Copy)]
pub struct Surroundings {
    pub language: Language,
    pub theme: Signal<Theme>,
    /// The part that says how charts are drawn; the frame asks for it.
    pub charts: RwSignal<OnDemand<Charts>>,
    /// Address of the page that the chart stands on.
    pub here: Signal<String>,
}

impl From<State> for Surroundings {
    fn from(state: State) -> Self {
        let theme = Signal::derive(move || state.settings.with(|settings| settings.theme));
        let here = Signal::derive(move || state.route.with(crate::route::Route::href));
        Self { language: state.language(), theme, charts: state.charts, here }
    }
}

/// What the parts of a frame share.
#[derive(Clone, Copy)]
struct Frame {
    chart: Memo<Chart>,
    language: Language,
    /// The mark that is read out: the one under the pointer, touched, or with the focus.
    current: RwSignal<Option<usize>>,
    /// Whether the marks have the focus; the pointer then reads nothing out.
    has_focus: RwSignal<bool>,
    /// The pointer is at the mark that is read out: what it says stands there and not below.
    tip: RwSignal<Option<Tip>>,
    /// Address of the page around.
    here: Signal<String>,
    /// The drawing cannot be had.
    failure: RwSignal<Option<LoadFailure>>,
    /// What is drawn as SVG, with width and height, once something is drawn.
    #[cfg(feature = "csr")]
    svg: StoredValue<Option<Svg>, LocalStorage>,
}

#[cfg(feature = "csr")]
type Svg = Box<dyn Fn() -> Option<(String, u32, u32)>>;

/// Where what is pointed at is said.
#[derive(Clone, Copy, PartialEq)]
struct Tip {
    /// Of the pointer, from the drawing's upper left corner, in pixels.
    place: (f64, f64),
    /// To the left of the pointer: there is no room at its right.
    is_left: bool,
    /// Below the pointer: there is no room above it.
    is_below: bool,
}

/// A chart in its frame; `surroundings` is usually the [`State`].
pub fn chart_frame(
    surroundings: impl Into<Surroundings>,
    chart: impl Fn() -> Chart + Send + Sync + 'static,
) -> AnyView {
    let surroundings = surroundings.into();
    let words = words::of(surroundings.language);
    let frame = Frame {
        chart: Memo::new(move |_| chart()),
        language: surroundings.language,
        current: RwSignal::new(None),
        has_focus: RwSignal::new(false),
        tip: RwSignal::new(None),
        here: surroundings.here,
        failure: RwSignal::new(None),
        #[cfg(feature = "csr")]
        svg: StoredValue::new_local(None),
    };
    let as_table = RwSignal::new(false);
    let shows_table = move || as_table.get() || frame.failure.get().is_some();
    let title = move || frame.chart.with(|chart| sentence(&chart.title));
    // With a part in another language the caption names the figure: it says which is which.
    let label = move || frame.chart.with(|chart| chart.title.in_one_language());
    let source = move || frame.chart.with(|chart| sentence(&chart.source));
    view! {
        <figure class="sheet chart" aria-label=label data-table=move || shows_table().then_some("")>
            <figcaption>
                <h2>{title}</h2>
                <div class="actions">
                    <button aria-pressed=move || as_table.get().to_string() on:click=move |_| as_table.update(|on| *on = !*on)>
                        {words.table}
                    </button>
                    {take_away(surroundings, frame)}
                </div>
            </figcaption>
            {move || frame.failure.get().map(|LoadFailure| failed(surroundings, frame))}
            <div class="drawn" hidden=shows_table on:mouseleave=move |_| frame.leave()>
                {description(frame)}
                {canvas(surroundings, frame)}
                {tip(frame)}
                {marks::marks(frame)}
            </div>
            {move || shows_table().then(|| table(frame.chart.with(|chart| chart.table.clone())))}
            <p class="muted source">{source}</p>
        </figure>
    }
    .into_any()
}

fn description(frame: Frame) -> impl IntoView {
    view! { <p class="spoken">{move || frame.chart.with(|chart| sentence(&chart.description))}</p> }
}

/// What is pointed at, beside the pointer. It stays until something else is pointed at, the pointer leaves the drawing,
/// or Escape is pressed. For eyes alone: the marks say the same.
fn tip(frame: Frame) -> impl IntoView {
    move || {
        let Tip { place: (x, y), is_left, is_below } = frame.tip.get()?;
        let says = frame.chart.with(|chart| Some(sentence(&chart.marks.get(frame.current.get()?)?.says)))?;
        let place = ["--x:", &(x as i32).to_string(), "px;--y:", &(y as i32).to_string(), "px"].concat();
        let (left, below) = (is_left.then_some(""), is_below.then_some(""));
        Some(
            view! { <p class="tip" aria-hidden="true" style=place data-left=left data-below=below>{says}</p> },
        )
    }
}

impl Frame {
    /// Nothing is pointed at any more.
    fn leave(self) {
        if self.tip.get_untracked().is_some() {
            self.tip.set(None);
            if !self.has_focus.get_untracked() {
                self.current.set(None);
            }
        }
    }
}

fn failed(surroundings: Surroundings, frame: Frame) -> impl IntoView {
    let words = words::of(surroundings.language);
    let again = move |_| {
        frame.failure.set(None);
        if surroundings.charts.with_untracked(|part| matches!(part, OnDemand::Failed(_))) {
            surroundings.charts.set(OnDemand::Asked);
        }
    };
    view! { <p class="failed" role="alert">{words.failed}" "<button on:click=again>{words.again}</button></p> }
}

/// Where the drawing is. Its height is known before it comes. It is for eyes alone: the description and
/// the marks say what it shows.
fn canvas(surroundings: Surroundings, frame: Frame) -> AnyView {
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "csr")]
    drawing::draw(surroundings, frame, place);
    #[cfg(not(feature = "csr"))]
    let _ = surroundings;
    let height = move |width: Width| {
        frame.chart.with(|chart| format!("{}rem", chart.drawing.height(width) as f32 / 16.0))
    };
    let foreign = move || frame.chart.with(|chart| chart.foreign().map(Language::tag));
    view! {
        <div
            class="canvas"
            aria-hidden="true"
            lang=foreign
            style:--narrow=move || height(Width::Narrow)
            style:--middle=move || height(Width::Middle)
            style:--wide=move || height(Width::Wide)
            node_ref=place
        ></div>
    }
    .into_any()
}

#[cfg(feature = "csr")]
fn take_away(surroundings: Surroundings, frame: Frame) -> AnyView {
    take_away::take_away(surroundings, frame)
}

/// Without a browser there is no picture to take.
#[cfg(not(feature = "csr"))]
fn take_away(_: Surroundings, _: Frame) -> AnyView {
    ().into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::chart::trajectory;
    use crate::chart::words::tests::plan;

    fn html() -> String {
        html_on("#/indicators")
    }

    fn html_on(here: &str) -> String {
        Owner::new().with(|| {
            let surroundings = Surroundings {
                language: Language::Zh,
                theme: Signal::stored(Theme::Light),
                charts: RwSignal::new(OnDemand::Unasked),
                here: Signal::stored(here.to_owned()),
            };
            let plan = plan();
            let chart = move || trajectory::chart(&plan, "technologies-mastered", Language::Zh).unwrap();
            chart_frame(surroundings, chart).to_html().replace("<!>", "")
        })
    }

    #[test]
    fn without_a_browser_everything_but_the_drawing_is_there() {
        let html = html();
        for part in [
            "攻克产业技术",
            "目标轨迹图",
            "2024 年未设目标",
            "来源：",
            "--narrow:",
            "href=\"#/indicator/technologies-mastered\"",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("<svg") && !html.contains("<table"), "{html}");
    }

    /// walk a37
    #[test]
    fn pressing_is_offered_only_where_it_leads_to_another_page() {
        assert!(html_on("#/indicators").contains("点击打开其页面"));
        let own = html_on("#/indicator/technologies-mastered");
        assert!(own.contains("指向或用方向键读出各点") && !own.contains("点击"), "{own}");
    }

    #[test]
    fn one_mark_is_a_stop_of_the_tab_key() {
        let html = html();
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
        assert_eq!(html.matches("tabindex=\"-1\"").count(), 2, "{html}");
    }
}
