//! Pictures: from SVG to PNG, to a file, to the clipboard.

use super::window;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFailure {
    /// It could not be drawn.
    NotDrawn,
    /// The browser, or a page that is not served by https, has no clipboard for pictures.
    NoClipboard,
}

/// Device pixels per CSS pixel of a PNG: sharp on paper and on a projector.
const SCALE: f64 = 2.0;

/// Hands the text of an SVG file to the reader as a file.
pub fn download_svg(svg: &str, name: &str) -> Result<(), PictureFailure> {
    blob(svg).and_then(|blob| download(&blob, &[name, ".svg"].concat())).ok_or(PictureFailure::NotDrawn)
}

/// Hands an SVG to the reader as a PNG file.
pub async fn download_png(svg: String, width: u32, height: u32, name: &str) -> Result<(), PictureFailure> {
    let png = png(svg, width, height).await.map_err(|_| PictureFailure::NotDrawn)?;
    download(png.unchecked_ref(), &[name, ".png"].concat()).ok_or(PictureFailure::NotDrawn)
}

/// Puts an SVG on the clipboard as a PNG. To be called from a click: the clipboard is given the promise of
/// a picture, because some browsers refuse it once the click is over.
pub fn copy(svg: String, width: u32, height: u32) -> impl Future<Output = Result<(), PictureFailure>> {
    let written = write(future_to_promise(png(svg, width, height)));
    async move {
        let written = written.ok_or(PictureFailure::NoClipboard)?;
        JsFuture::from(written).await.map(drop).map_err(refusal)
    }
}

/// The browser may have a clipboard and refuse it; anything else that fails is the drawing.
fn refusal(error: JsValue) -> PictureFailure {
    match get(&error, "name").and_then(|name| name.as_string()).as_deref() {
        Some("NotAllowedError" | "SecurityError" | "NotSupportedError") => PictureFailure::NoClipboard,
        _ => PictureFailure::NotDrawn,
    }
}

/// `navigator.clipboard.write([new ClipboardItem({ "image/png": picture })])`, where there is all of that.
fn write(picture: Promise) -> Option<Promise> {
    let clipboard = get(&window().navigator(), "clipboard")?;
    let write: Function = get(&clipboard, "write")?.dyn_into().ok()?;
    let item: Function = get(&window(), "ClipboardItem")?.dyn_into().ok()?;
    let content = Object::new();
    Reflect::set(&content, &"image/png".into(), &picture).ok()?;
    let item = Reflect::construct(&item, &Array::of1(&content)).ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// The PNG as a `Blob`.
async fn png(svg: String, width: u32, height: u32) -> Result<JsValue, JsValue> {
    let nothing = || JsValue::NULL;
    let source = blob(&svg).ok_or_else(nothing)?;
    let address = Url::create_object_url_with_blob(&source)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    decoded?;
    let document = window().document().ok_or_else(nothing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width((f64::from(width) * SCALE) as u32);
    canvas.set_height((f64::from(height) * SCALE) as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or_else(nothing)?.dyn_into().map_err(JsValue::from)?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let mut failure = None;
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            failure = reject.call1(&JsValue::NULL, &error).err();
        }
    });
    let png = JsFuture::from(promise).await?;
    // A canvas that is too large for the device yields nothing instead of failing.
    if png.is_null() { Err(png) } else { Ok(png) }
}

fn blob(svg: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind).ok()
}

fn download(blob: &Blob, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = window().document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has begun with the click and keeps the content.
    Url::revoke_object_url(&address).ok()
}
