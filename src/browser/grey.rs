//! Pictures in grey, for the worker that reads codes. Read off a canvas in strips, with a pause after each: no task
//! holds the page for longer than a blink, however slow the phone.

use super::{document, window};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A byte for each pixel, line by line; 0 is black.
pub struct Grey {
    pub luma: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Pixels that are read at once: about 10 ms on a slow phone.
const AT_ONCE: u32 = 160_000;

/// A canvas that nobody sees.
pub(super) struct Canvas {
    pub context: CanvasRenderingContext2d,
    pub width: u32,
    pub height: u32,
}

/// How many lines of so many pixels are read at once.
pub(super) fn lines_at_once(width: u32) -> u32 {
    (AT_ONCE / width.max(1)).max(1)
}

impl Canvas {
    /// None where the browser has no room for it.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        let canvas: HtmlCanvasElement =
            window().document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        // Kept in the memory of the processor: it is only ever read from.
        let options = Object::new();
        Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
        let canvas = Self { context, width, height };
        // What is transparent in a picture is paper.
        canvas.clear();
        Some(canvas)
    }

    /// White all over.
    pub fn clear(&self) {
        self.context.set_fill_style_str("#fff");
        self.context.fill_rect(0.0, 0.0, f64::from(self.width), f64::from(self.height));
    }

    /// Adds so many lines to a picture in grey; none where the browser does not hand them out.
    pub fn read(&self, from: u32, lines: u32, luma: &mut Vec<u8>) -> Option<()> {
        let (y, width, height) = (f64::from(from), f64::from(self.width), f64::from(lines));
        let colours = self.context.get_image_data(0.0, y, width, height).ok()?.data();
        // Rec. 601, in 256ths.
        let grey = |pixel: &[u8]| match pixel {
            [red, green, blue, ..] => {
                let sum = 77 * u32::from(*red) + 150 * u32::from(*green) + 29 * u32::from(*blue);
                (sum >> 8) as u8
            }
            _ => 0,
        };
        luma.extend(colours.chunks_exact(4).map(grey));
        Some(())
    }

    /// All of it.
    pub async fn grey(&self) -> Option<Grey> {
        let (width, height) = (self.width, self.height);
        let mut luma = Vec::with_capacity(width as usize * height as usize);
        let step = lines_at_once(width);
        for from in (0..height).step_by(step as usize) {
            self.read(from, step.min(height - from), &mut luma)?;
            document::next_task().await;
        }
        Some(Grey { luma, width, height })
    }
}
