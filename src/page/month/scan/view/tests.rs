//! The dialog as markup, rendered on the host.

use super::*;
use crate::ledger::samples::august::plan;
use crate::page::month::scan::{NoCamera, Scan};
use crate::settings::{Density, Settings, Theme};
use crate::state::Setup;
use crate::storage::{Memory, Place};
use crate::text::Language::{En, Zh};
use std::rc::Rc;
use std::sync::Arc;

fn clock() -> u64 {
    0
}

fn render(purpose: Purpose, is_touch: bool, language: Language, change: impl FnOnce(&mut Scan)) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let html = Owner::new().with(|| {
        let plan = plan();
        let place = Place::new(&plan.id, "/");
        let state = State::new(Arc::new(plan), Route::Device, settings, None);
        let port = Rc::new(Memory::default());
        let desk = Desk::new(Setup { port, place, clock, writer: 9, offset: 480 });
        let mut scan = Scan::new(purpose, 1, "http://10.0.0.7/");
        change(&mut scan);
        let mut scanner = Scanner::over(state, desk, scan, Callback::new(|_| ()));
        scanner.is_touch = is_touch;
        drawn(scanner, RwSignal::new(true)).to_html()
    });
    html.replace("<!>", "")
}

#[test]
fn whatever_the_camera_does_a_picture_can_be_chosen_and_it_stays_on_the_device() {
    let lenses =
        [Lens::Asking, Lens::Live, Lens::Off, Lens::None(NoCamera::Plain), Lens::None(NoCamera::Denied)];
    for lens in lenses {
        let html = render(Purpose::Open, false, Zh, |scan| scan.lens = lens);
        assert!(html.contains("选择图片") && html.contains("不上传"), "{html}");
        assert!(html.contains(words::lens(Zh, lens)), "{html}");
        let is_dark = html.split("<video").nth(1).and_then(|rest| rest.split('>').next());
        assert_eq!(is_dark.is_some_and(|video| video.contains("hidden")), lens != Lens::Live, "{html}");
        let can_be_opened = matches!(lens, Lens::Off | Lens::None(_));
        assert_eq!(html.contains("打开摄像头</button>"), can_be_opened, "{html}");
    }
}

#[test]
fn a_phone_takes_a_photograph_with_the_camera_that_looks_away() {
    let phone = render(Purpose::Open, true, En, |_| ());
    assert!(phone.contains("Take a photo") && phone.contains("capture=\"environment\""), "{phone}");
    let desktop = render(Purpose::Open, false, En, |_| ());
    assert!(!desktop.contains("capture=") && desktop.contains("multiple"), "{desktop}");
}

#[test]
fn a_code_of_another_system_is_text_and_no_link() {
    let text = "<img src=x onerror=alert(1)> https://pay.example.com";
    let html = render(Purpose::Open, false, Zh, |scan| scan.told = Told::Elsewhere(text.into()));
    assert!(html.contains("&lt;img") && !html.contains("<img") && !html.contains("<a "), "{html}");
}

#[test]
fn only_who_collects_sees_a_count() {
    let count = |purpose| render(purpose, false, Zh, |scan| scan.taken = 3).contains("已读入 3 个码");
    assert!(count(Purpose::Collect) && !count(Purpose::Open));
}
