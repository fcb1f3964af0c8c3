//! The clock.

use crate::plan::{Day, Year};
use gloo::events::EventListener;
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // js-sys has this without `catch`, and an unknown time zone throws.
    #[wasm_bindgen(extends = Date)]
    type Moment;
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn words(this: &Moment, locale: &str, options: &Object) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn time(this: &Moment, locale: &str, options: &Object) -> Result<String, JsValue>;
}

/// The day of today on the device.
pub fn device_today() -> Day {
    let now = Date::new_0();
    // A clock outside the years 1000 to 9999 is no clock; any day will do.
    Day::new(Year(now.get_full_year() as u16), now.get_month() as u8 + 1, now.get_date() as u8)
        .unwrap_or(Day::EPOCH)
}

/// Milliseconds since 1970, by this device's clock.
pub fn now() -> u64 {
    Date::now() as u64
}

/// The day of today in a time zone, or on the device where the browser does not know the zone.
pub fn today(time_zone: &str) -> Day {
    today_in(time_zone).unwrap_or_else(device_today)
}

/// How far the device's time zone is ahead of UTC now, in minutes.
pub fn device_offset() -> i32 {
    -Date::new_0().get_timezone_offset() as i32
}

/// Calls back whenever somebody comes back to the page: to its tab, its window, or by *back* in the history.
pub fn on_return(act: impl Fn() + Clone + 'static) {
    let window = super::window();
    for event in ["focus", "pageshow"] {
        let act = act.clone();
        EventListener::new(&window, event, move |_| act()).forget();
    }
    if let Some(document) = window.document() {
        let listening = EventListener::new(&document.clone(), "visibilitychange", move |_| {
            if !document.hidden() {
                act();
            }
        });
        listening.forget();
    }
}

/// How far a time zone is from UTC now, in minutes, where the browser knows the zone. On a slow phone the answer takes
/// 30 ms.
pub fn offset_in(time_zone: &str) -> Option<i32> {
    let now = Date::new_0();
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &time_zone.into()).ok()?;
    let there = now.unchecked_ref::<Moment>().time("sv-SE", &options).ok()?;
    let utc: String = now.to_iso_string().into();
    // Both read as if they were of Greenwich, to the second: the difference is what counts.
    let read = |words: &str| Some(Date::parse(&[words, "Z"].concat())).filter(|read| read.is_finite());
    Some(((read(&there.replace(' ', "T"))? - read(utc.get(..19)?)?) / 60_000.0).round() as i32)
}

/// The day of today in a time zone, where the browser knows the zone. On a slow phone the answer takes 60 ms,
/// so the first view does not wait for it.
pub fn today_in(time_zone: &str) -> Option<Day> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &time_zone.into()).ok()?;
    // Swedish writes dates as ISO 8601 does.
    Day::parse(&Date::new_0().unchecked_ref::<Moment>().words("sv-SE", &options).ok()?)
}
