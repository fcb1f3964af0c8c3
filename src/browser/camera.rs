//! The camera: asked for, shown, looked through, and let go.

use super::grey::{Canvas, Grey};
use super::{ignored, window};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamTrack, MediaStreamTrackState};

/// A camera that is on, until this value is dropped.
pub struct Camera {
    stream: MediaStream,
    canvas: RefCell<Option<Canvas>>,
}

/// The browser gives no camera.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name of the browser's reason; none where it could not even be asked.
    pub name: Option<String>,
    /// The page came by https, or from this very device.
    pub is_secure: bool,
}

/// Longest edge of a picture that is looked at.
const EDGE: u32 = 1_280;

impl Camera {
    /// Asks for the camera that looks away from the person; the browser asks them.
    ///
    /// # Errors
    /// With the browser's reason.
    pub async fn open() -> Result<Self, Refused> {
        let (devices, ask) = asking().ok_or_else(|| refused(None))?;
        let promise = ask.call1(&devices, &wanted()).map_err(|error| refused(Some(&error)))?;
        let promise = promise.dyn_into::<Promise>().map_err(|other| refused(Some(&other)))?;
        let stream = JsFuture::from(promise).await.map_err(|error| refused(Some(&error)))?;
        let stream = stream.dyn_into().map_err(|other| refused(Some(&other)))?;
        Ok(Self { stream, canvas: RefCell::new(None) })
    }

    /// Shows what it sees.
    pub fn show_in(&self, video: &HtmlVideoElement) {
        video.set_muted(true);
        video.set_src_object(Some(&self.stream));
        if let Ok(playing) = video.play() {
            wasm_bindgen_futures::spawn_local(async move {
                // It may be taken off the page before it plays.
                ignored(JsFuture::from(playing).await);
            });
        }
    }

    /// Nobody has taken it away.
    pub fn is_on(&self) -> bool {
        let is_live = |track: JsValue| {
            track.unchecked_into::<MediaStreamTrack>().ready_state() == MediaStreamTrackState::Live
        };
        self.stream.get_tracks().iter().any(is_live)
    }

    /// Switches it off; for good.
    pub fn stop(&self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }

    /// What it sees now: the square in the middle, which is what the person sees of it. None until there is a
    /// picture.
    pub async fn look(&self, video: &HtmlVideoElement) -> Option<Grey> {
        let (width, height) = (video.video_width(), video.video_height());
        let square = width.min(height);
        if square == 0 {
            return None;
        }
        let edge = square.min(EDGE);
        let canvas = match self.canvas.take().filter(|canvas| canvas.width == edge) {
            Some(canvas) => canvas,
            None => Canvas::new(edge, edge)?,
        };
        let (left, top) = (f64::from(width - square) / 2.0, f64::from(height - square) / 2.0);
        let (from, to) = (f64::from(square), f64::from(edge));
        let drawn =
            canvas.context.draw_image_with_html_video_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                video, left, top, from, from, 0.0, 0.0, to, to,
            );
        let grey = match drawn {
            Ok(()) => canvas.grey().await,
            Err(_) => None,
        };
        self.canvas.replace(Some(canvas));
        grey
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `navigator.mediaDevices.getUserMedia`, where there is all of that: a typed call would throw on plain http.
fn asking() -> Option<(JsValue, Function)> {
    let devices = Reflect::get(&window().navigator(), &"mediaDevices".into()).ok()?;
    let ask = Reflect::get(&devices, &"getUserMedia".into()).ok()?.dyn_into().ok()?;
    Some((devices, ask))
}

/// A dense code needs as many pixels as there are.
fn wanted() -> Object {
    let ideal = |value: JsValue| {
        let wish = Object::new();
        ignored(Reflect::set(&wish, &"ideal".into(), &value));
        wish
    };
    let video = Object::new();
    for (name, value) in
        [("facingMode", "environment".into()), ("width", 1_920.into()), ("height", 1_080.into())]
    {
        // A new object takes whatever is put into it.
        ignored(Reflect::set(&video, &name.into(), &ideal(value)));
    }
    let wanted = Object::new();
    ignored(Reflect::set(&wanted, &"video".into(), &video));
    wanted
}

/// What the browser says of an error; of something else that it gave, that it has no name.
fn refused(error: Option<&JsValue>) -> Refused {
    let name = |error| Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    Refused {
        name: error.map(|error| name(error).unwrap_or_default()),
        is_secure: window().is_secure_context(),
    }
}
