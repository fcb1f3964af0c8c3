//! The address bar, history, and where on the page the reader was.

use super::{ignored, window};
use crate::route::Route;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The page that the address bar names.
pub fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The whole address of a page, to be handed around.
pub fn whole(route: &Route) -> String {
    [page(), route.href()].concat()
}

/// What stands before `#` in the address bar.
pub fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to a page; it becomes an entry of its own in the history.
pub fn go(route: &Route) {
    // Only a hash of our own making is set, so this cannot fail but where there is no history at all.
    ignored(window().location().set_hash(&route.address()));
}

/// Puts a page in place of the one shown, without an entry of its own in the history.
pub fn replace(route: &Route) {
    if let Ok(history) = window().history() {
        ignored(history.replace_state_with_url(&JsValue::TRUE, "", Some(&route.href())));
    }
}

thread_local! {
    static SCROLLED: RefCell<BTreeMap<String, f64>> = const { RefCell::new(BTreeMap::new()) };
}

/// Calls back with the new page whenever the address changes, and with whether it was reached by back or
/// forward, for as long as the page lives.
pub fn on_change(mut act: impl FnMut(Route, Arrival) + 'static) {
    let changed = Closure::<dyn FnMut()>::new(move || {
        let back =
            window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_truthy());
        mark_visited();
        act(here(), if back { Arrival::History } else { Arrival::Link });
    });
    mark_visited();
    if let Ok(history) = window().history() {
        ignored(history.set_scroll_restoration(web_sys::ScrollRestoration::Manual));
    }
    ignored(window().add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// How the reader came to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    Link,
    /// By back or forward: the page opens where the reader left it.
    History,
}

/// Remembers how far the page that is left was scrolled.
pub fn leave(route: &Route) {
    let y = window().scroll_y().unwrap_or_default();
    SCROLLED.with_borrow_mut(|places| places.insert(route.address(), y));
}

/// Scrolls to where the reader was, or to the top.
pub fn arrive(route: &Route, arrival: Arrival) {
    let y = match arrival {
        Arrival::Link => 0.0,
        Arrival::History => {
            SCROLLED.with_borrow(|places| places.get(&route.address()).copied().unwrap_or(0.0))
        }
    };
    window().scroll_to_with_x_and_y(0.0, y);
}

/// A visited entry of the history bears a state, so that coming back to it can be told from a link.
fn mark_visited() {
    if let Ok(history) = window().history() {
        ignored(history.replace_state_with_url(&JsValue::TRUE, "", None));
    }
}
