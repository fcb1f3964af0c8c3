//! The clock.

use crate::plan::{Day, Year};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // js-sys has this without `catch`, and an unknown time zone throws.
    #[wasm_bindgen(extends = Date)]
    type Moment;
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn words(this: &Moment, locale: &str, options: &Object) -> Result<String, JsValue>;
}

/// The day of today in a time zone; in the device's own where the zone is unknown to it.
pub fn today(time_zone: &str) -> Day {
    let now = Date::new_0();
    let device =
        || Day::new(Year(now.get_full_year() as u16), now.get_month() as u8 + 1, now.get_date() as u8);
    // A clock outside the years 1000 to 9999 is no clock; any day will do.
    in_zone(&now, time_zone).or_else(device).unwrap_or(Day::EPOCH)
}

fn in_zone(now: &Date, time_zone: &str) -> Option<Day> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &time_zone.into()).ok()?;
    // Swedish writes dates as ISO 8601 does.
    Day::parse(&now.unchecked_ref::<Moment>().words("sv-SE", &options).ok()?)
}
