//! ECharts, as far as the charts use it: loaded by address, one instance per place, drawn as SVG.

use super::LoadFailure;
use super::{ignored, window};
use crate::chart::Item;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    /// What `charts/echarts.js` leaves on the window.
    type Library;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, place: &HtmlElement, theme: &JsValue, how: &JsValue)
    -> Result<Instance, JsValue>;

    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, options: &JsValue, replace: bool) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance, size: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue);
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, act: &JsValue);
    #[wasm_bindgen(method, catch, js_name = renderToSVGString)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;
    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

/// Name of the library on the window.
const LIBRARY: &str = "planboardCharts";

thread_local! {
    static TRIES: Cell<u32> = const { Cell::new(0) };
}

/// Loads the library once; each later call finds it. A try after a failure asks anew.
pub async fn load() -> Result<(), LoadFailure> {
    if library().is_some() {
        return Ok(());
    }
    let script = script().ok_or(LoadFailure)?;
    let arrived = js_sys::Promise::new(&mut |resolve, reject| {
        ignored(script.add_event_listener_with_callback("load", &resolve));
        ignored(script.add_event_listener_with_callback("error", &reject));
    });
    let head = window().document().and_then(|document| document.head()).ok_or(LoadFailure)?;
    head.append_child(&script).map_err(|_| LoadFailure)?;
    JsFuture::from(arrived).await.map_err(|_| LoadFailure)?;
    library().map(drop).ok_or(LoadFailure)
}

/// Whether a drawing can be made at once.
pub fn is_here() -> bool {
    library().is_some()
}

/// A script element rather than `import()`, which a policy without inline scripts leaves no place for in wasm.
/// The address stands on the tag of the page's own script. A browser may remember that a module failed to
/// load, so each further try has another query, which hosts of files ignore.
fn script() -> Option<HtmlElement> {
    let document = window().document()?;
    let tag = document.query_selector("script[data-charts]").ok()??;
    let mut address = tag.get_attribute("data-charts")?;
    let tries = TRIES.replace(TRIES.get() + 1);
    if tries > 0 {
        address = [&address, "?again=", &tries.to_string()].concat();
    }
    let script = document.create_element("script").ok()?;
    script.set_attribute("type", "module").ok()?;
    script.set_attribute("src", &address).ok()?;
    script.dyn_into().ok()
}

fn library() -> Option<Library> {
    let found = js_sys::Reflect::get(&window(), &LIBRARY.into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// A drawing on the page. It ends, with everything that listens to it, when it is dropped.
pub struct Drawing {
    instance: Instance,
    place: HtmlElement,
    listeners: Vec<Closure<dyn FnMut(JsValue)>>,
}

impl Drawing {
    /// An empty drawing that fills the place, if the library is here.
    pub fn new(place: &HtmlElement) -> Option<Self> {
        let how = object(&[("renderer", "svg".into())]);
        let instance = library()?.init(place, &JsValue::NULL, &how).ok()?;
        Some(Self { instance, place: place.clone(), listeners: Vec::new() })
    }

    /// Shows the options in place of what was shown, at a width and height in pixels.
    pub fn show(&self, options: &str, width: u32, height: u32) {
        let Ok(options) = js_sys::JSON::parse(options) else { return };
        let size = object(&[("width", width.into()), ("height", height.into()), ("silent", true.into())]);
        ignored(self.instance.resize(&size));
        ignored(self.instance.set_option(&options, true));
        // With it the style sheet may fit the whole drawing to a sheet of paper; without, it would be cut.
        if let Ok(Some(svg)) = self.place.query_selector("svg") {
            ignored(svg.set_attribute("viewBox", &format!("0 0 {width} {height}")));
        }
    }

    pub fn highlight(&self, item: Item) {
        self.act("highlight", item);
    }

    pub fn downplay(&self, item: Item) {
        self.act("downplay", item);
    }

    /// Calls back with the item that the event (`click`, `mouseover`, `mousemove`) is about, and with the place of the
    /// pointer in the drawing, in pixels.
    pub fn on(&mut self, event: &str, mut act: impl FnMut(Item, (f64, f64)) + 'static) {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            if let Some(item) = item(&event) {
                act(item, place(&event));
            }
        });
        self.instance.on(event, listener.as_ref());
        self.listeners.push(listener);
    }

    /// What is shown as the text of an SVG file.
    pub fn svg(&self) -> Option<String> {
        self.instance.render_to_svg_string().ok()
    }

    fn act(&self, action: &str, item: Item) {
        self.instance.dispatch_action(&object(&[
            ("type", action.into()),
            ("seriesIndex", (item.series as u32).into()),
            ("dataIndex", (item.index as u32).into()),
            ("dataType", if item.is_edge { "edge".into() } else { JsValue::UNDEFINED }),
        ]));
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}

fn item(event: &JsValue) -> Option<Item> {
    let get = |name: &str| js_sys::Reflect::get(event, &name.into()).ok();
    let count = |name: &str| get(name)?.as_f64().filter(|&count| count >= 0.0).map(|count| count as usize);
    let is_edge = get("dataType")?.as_string().as_deref() == Some("edge");
    Some(Item { series: count("seriesIndex")?, index: count("dataIndex")?, is_edge })
}

/// Where the pointer is, from the drawing's upper left corner.
fn place(event: &JsValue) -> (f64, f64) {
    let pointer = js_sys::Reflect::get(event, &"event".into()).unwrap_or_default();
    let get = |name: &str| js_sys::Reflect::get(&pointer, &name.into()).ok().and_then(|one| one.as_f64());
    (get("offsetX").unwrap_or_default(), get("offsetY").unwrap_or_default())
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        ignored(js_sys::Reflect::set(&object, &(*name).into(), value));
    }
    object.into()
}

/// Watches the size of an element until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _act: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Calls back with width and height in whole pixels, first with those of now.
    pub fn new(element: &HtmlElement, act: impl Fn(u32, u32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let act = Closure::<dyn FnMut()>::new(move || {
            act(watched.client_width().max(0) as u32, watched.client_height().max(0) as u32);
        });
        let observer = ResizeObserver::new(act.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _act: act })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
