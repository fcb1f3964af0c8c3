//! The document: its title, the attributes of its root, focus, and the place of the app.

use super::{ignored, window};
use crate::plan::Day;
use crate::settings::Settings;
use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// Shows the settings on the root element, where the style sheet reads them.
pub fn apply(settings: Settings) {
    if let Some(root) = document().document_element() {
        ignored(root.set_attribute("data-theme", settings.theme.slug()));
        ignored(root.set_attribute("data-density", settings.density.slug()));
        ignored(root.set_attribute("lang", settings.language.tag()));
    }
}

/// Shows the page without what an outsider does not know: the style sheet leaves out the other pages and the search.
pub fn receive_guest(is_here: bool) {
    if let Some(root) = document().document_element() {
        ignored(root.toggle_attribute_with_force("data-guest", is_here));
    }
}

/// Says on the root element which day the plan's clock has: from then on the page is as it stays until midnight.
pub fn tell_day(today: Day) {
    if let Some(root) = document().document_element() {
        ignored(root.set_attribute("data-today", &today.to_string()));
    }
}

pub fn set_title(title: &str) {
    document().set_title(title);
}

pub fn title() -> String {
    document().title()
}

/// Moves the focus to the heading of the page, which a screen reader then speaks.
pub fn focus_heading() {
    focus("main h1");
}

/// An act has drawn another page in the place of the one on the screen, and the button that was pressed is gone: the
/// new one is read from its top.
pub fn begin_page() {
    after_paint(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_heading();
    });
}

/// Calls back when what was changed just now stands on the screen.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    ignored(window().request_animation_frame(act.unchecked_ref()));
}

/// Calls back in a task of its own behind the frame that shows what was changed just now.
pub fn behind_the_frame(act: impl FnOnce() + 'static) {
    after_paint(|| {
        gloo::timers::callback::Timeout::new(0, act).forget();
    });
}

/// Calls back when a press that goes on now is over: what grows under a finger would take the button away from it.
pub fn after_press(act: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(400, act).forget();
}

/// Calls back when the page goes out of sight, until the listener is dropped.
pub fn on_hidden(act: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "visibilitychange", move |_| {
        if document().hidden() {
            act();
        }
    })
}

/// Asks start.js, once, for the styles of what loads on demand; done when they are here, or cannot be had.
pub fn dressed() -> impl Future<Output = ()> {
    let dress = Reflect::get(&window(), &"planboardDress".into())
        .ok()
        .and_then(|dress| dress.dyn_into::<Function>().ok());
    let promise = dress.and_then(|dress| dress.call0(&JsValue::NULL).ok()).map(Promise::from);
    async move {
        if let Some(promise) = promise {
            // A sheet that did not come is told by boot.js.
            ignored(JsFuture::from(promise).await);
        }
    }
}

/// Lets the browser do what it has to do before the program goes on.
pub async fn next_task() {
    gloo::timers::future::TimeoutFuture::new(0).await;
}

/// Closes the menu that is open in the bar and gives the focus back to its button.
pub fn close_menu() {
    if let Ok(Some(menu)) = document().query_selector("details[open]") {
        ignored(menu.remove_attribute("open"));
        focus("details summary");
    }
}

/// Moves the focus to the first element that the selector finds.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        ignored(element.focus_with_options(&options));
    }
}

/// Moves the focus into a field, by identifier, brings it into view and selects what stands in it. Nothing
/// happens where there is none.
pub fn enter(id: &str) {
    let Some(found) = document().get_element_by_id(id) else { return };
    // Whatever it is folded into opens: what is hidden takes no focus.
    while let Some(fold) = found.closest("details:not([open])").ok().flatten() {
        ignored(fold.set_attribute("open", ""));
    }
    if let Some(field) = found.dyn_ref::<web_sys::HtmlInputElement>() {
        ignored(field.focus());
        field.select();
        return;
    }
    // A group has no focus of its own: its first field takes it.
    let first = found.query_selector("input, select").ok().flatten().unwrap_or(found);
    if let Some(field) = first.dyn_ref::<HtmlElement>() {
        ignored(field.focus());
    }
}

/// The identifier of what has the focus; none where that has none.
pub fn focused_id() -> Option<String> {
    Some(document().active_element()?.id()).filter(|id| !id.is_empty())
}

/// Moves the focus to one of the links in an element, counted from 0.
pub fn focus_nth_link(within: &Element, at: usize) {
    let found = within.query_selector_all("a").ok().and_then(|links| links.item(at as u32));
    if let Some(link) = found.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        ignored(link.focus());
    }
}

/// Size of the page's text in CSS pixels.
pub fn text_size() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // Not Rust's reader of fractions: it brings a table of 10 KB into every page with a chart.
    size.map(|size| js_sys::Number::parse_float(&size)).filter(|size| *size > 0.0).unwrap_or(16.0)
}

/// Scrolls to an element and moves the focus to it. Nothing happens where there is none.
pub fn arrive_at(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        ignored(element.focus());
    }
}

/// Scrolls to the heading of the second level that ends with these words and moves the focus to it, for it is no place to which
/// an address leads. Nothing happens where there is none.
pub fn arrive_at_heading(words: &str) {
    let Ok(all) = document().query_selector_all("h2") else { return };
    let mut all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
    let found = all.find(|one| one.text_content().is_some_and(|said| said.trim_end().ends_with(words)));
    if let Some(heading) = found {
        ignored(heading.set_attribute("tabindex", "-1"));
        heading.scroll_into_view();
        ignored(heading.focus());
    }
}

/// A place for the app that is not on the page yet.
pub fn detached() -> HtmlElement {
    let place = document().create_element("div").expect("a document makes elements");
    ignored(place.set_attribute("data-app", ""));
    place.unchecked_into()
}

/// Whether a prerendered page stands; else a frame does. `public/boot.js` decides.
pub fn can_be_read() -> bool {
    document().document_element().is_some_and(|root| !root.has_attribute("data-frame"))
}

/// Puts the app where the prerendered page (or the frame) stands, in one step; from now on boot.js leaves it alone.
pub fn swap_in(place: &Element) {
    let document = document();
    match document.query_selector("[data-app]").ok().flatten() {
        Some(prerendered) => {
            ignored(prerendered.replace_with_with_node_1(place));
        }
        None => {
            if let Some(body) = document.body() {
                ignored(body.append_child(place));
            }
        }
    }
    if let Some(root) = document.document_element() {
        ignored(root.remove_attribute("data-frame"));
        ignored(root.set_attribute("data-stands", ""));
    }
}

fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

/// Whether the page stands in a frame: of another page, or of one of this origin that may itself stand in one.
pub fn is_framed() -> bool {
    let window = window();
    let top: Option<wasm_bindgen::JsValue> = window.top().ok().flatten().map(Into::into);
    top.is_none_or(|top| !js_sys::Object::is(&top, &window))
}
