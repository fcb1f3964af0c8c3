//! A picture that the person hands to the page, in grey: taken with the phone, a part of the screen, a file.

use super::document;
use super::file::Chosen;
use super::grey::{Canvas, Grey, lines_at_once};
use super::{ignored, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlImageElement, ImageBitmap, Url};

/// Why a picture was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// More pixels than a device may have room for.
    TooLarge,
    /// The browser does not know it as a picture.
    NoPicture,
}

/// Longest edge of a picture that is looked at; larger ones are made smaller. A code of 125 modules on a third of the
/// picture still has six pixels each.
const EDGE: u32 = 2_560;
/// Most pixels of a picture, as it is in the file: more than any phone's camera makes by itself, and 400 MB at most
/// while the browser decodes it.
const MOST_PIXELS: u64 = 100_000_000;

/// A picture in grey, made smaller where it is large.
///
/// # Errors
/// When it has too many pixels, or is no picture.
pub async fn grey(file: &Chosen) -> Result<Grey, PhotoFault> {
    let image = loaded(file).await.ok_or(PhotoFault::NoPicture)?;
    // Known from the head of the file: nothing has been decoded yet.
    let pixels = u64::from(image.natural_width()) * u64::from(image.natural_height());
    match pixels {
        0 => return Err(PhotoFault::NoPicture),
        1..=MOST_PIXELS => {}
        _ => return Err(PhotoFault::TooLarge),
    }
    let bitmap = decoded(file, &image).await.ok_or(PhotoFault::NoPicture)?;
    let grey = drawn(&bitmap).await.ok_or(PhotoFault::TooLarge);
    bitmap.close();
    grey
}

async fn loaded(file: &Chosen) -> Option<HtmlImageElement> {
    let address = Url::create_object_url_with_blob(file.blob()).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&address);
    let loaded = JsFuture::from(js_sys::Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    }))
    .await;
    // It is not needed any more, or was no picture.
    ignored(Url::revoke_object_url(&address));
    loaded.ok().map(|_| image)
}

/// Decodes beside the page. What is not made of pixels, as a code that was saved from the share dialog, has to go
/// by the element.
async fn decoded(file: &Chosen, image: &HtmlImageElement) -> Option<ImageBitmap> {
    let of_file = window().create_image_bitmap_with_blob(file.blob()).ok()?;
    let bitmap = match JsFuture::from(of_file).await {
        Ok(bitmap) => bitmap,
        Err(_) => {
            let of_element = window().create_image_bitmap_with_html_image_element(image).ok()?;
            JsFuture::from(of_element).await.ok()?
        }
    };
    JsValue::dyn_into(bitmap).ok()
}

/// Strip by strip, so that the page is never held up.
async fn drawn(bitmap: &ImageBitmap) -> Option<Grey> {
    let (from_width, from_height) = (bitmap.width(), bitmap.height());
    let longest = from_width.max(from_height);
    let smaller = |edge: u32| match longest {
        0..=EDGE => edge,
        _ => ((u64::from(edge) * u64::from(EDGE) / u64::from(longest)) as u32).max(1),
    };
    let (width, height) = (smaller(from_width), smaller(from_height));
    let step = lines_at_once(width).min(height);
    let strip = Canvas::new(width, step)?;
    let scale = f64::from(from_height) / f64::from(height);
    let mut luma = Vec::with_capacity(width as usize * height as usize);
    for from in (0..height).step_by(step as usize) {
        let lines = step.min(height - from);
        let (top, high) = (f64::from(from) * scale, f64::from(lines) * scale);
        let (wide, to_wide, to_high) = (f64::from(from_width), f64::from(width), f64::from(lines));
        strip.clear();
        strip
            .context
            .draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                bitmap, 0.0, top, wide, high, 0.0, 0.0, to_wide, to_high,
            )
            .ok()?;
        strip.read(0, lines, &mut luma)?;
        document::next_task().await;
    }
    Some(Grey { luma, width, height })
}
