use super::photo::{Picture, STRAIGHT, Shot};
use super::{MOST_CODES, MOST_PIXELS, codes};
use crate::link::capacity::{Capacity, READABLE};
use crate::link::qr::Code;
use crate::link::sequence;
use crate::link::{Envelope, Kind};
use proptest::prelude::*;

/// The longest link that is put into one code, of letters as they stand in links.
fn longest() -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let noise =
        (0..READABLE as u32).map(|at| (at.wrapping_mul(2_654_435_761).rotate_left(at % 31) >> 13) as usize);
    let text = noise.map(|at| char::from(letters[at % letters.len()]));
    let link: String = "http://10.20.30.40/plan/#".chars().chain(text).take(READABLE).collect();
    assert!(Capacity::of(&link).is_some_and(|size| size.version >= 25), "a dense code");
    link
}

fn read(picture: &Picture) -> Vec<String> {
    codes(&picture.luma, picture.width, picture.height)
}

fn is_read(text: &str, shot: Shot) {
    let code = Code::encode(text).expect("short enough");
    assert_eq!(read(&shot.of(&code)), [text], "{shot:?}");
}

/// Pictures beside each other in one, as wide as all of them.
fn beside(pictures: &[Picture]) -> Picture {
    let width = pictures.iter().map(|one| one.width).sum();
    let height = pictures.iter().map(|one| one.height).max().unwrap_or_default();
    let line = |one: &Picture, y: u32| {
        let (from, width) = ((y * one.width) as usize, one.width as usize);
        one.luma.get(from..from + width).map_or_else(|| vec![245; width], <[u8]>::to_vec)
    };
    let luma = (0..height).flat_map(|y| pictures.iter().flat_map(move |one| line(one, y))).collect();
    Picture { luma, width, height }
}

/// A code without any camera: so many pixels a module.
fn plain(text: &str, pitch: usize) -> Picture {
    let code = Code::encode(text).expect("short enough");
    let side = code.side() * pitch;
    let light = |at: usize| if code.is_dark(at % side / pitch, at / side / pitch) { 0 } else { 255 };
    Picture { luma: (0..side * side).map(light).collect(), width: side as u32, height: side as u32 }
}

#[test]
fn a_dense_code_is_read_at_four_pixels_a_module_tilted_and_turned() {
    let text = longest();
    let shot = Shot { pitch: 4.0, ..STRAIGHT };
    is_read(&text, shot);
    is_read(&text, Shot { yaw: 25.0, lean: 8.0, roll: -6.0, ..shot });
    is_read(&text, Shot { yaw: -12.0, lean: 15.0, roll: 95.0, ..shot });
}

#[test]
fn a_dense_code_is_read_in_bad_light_blurred_and_between_the_lines_of_a_display() {
    let text = longest();
    let shot = Shot { pitch: 4.3, yaw: 6.0, roll: 3.0, ..STRAIGHT };
    is_read(&text, Shot { shade: 0.6, noise: 8.0, ..shot });
    is_read(&text, Shot { blur: 1.2, ..shot });
    is_read(&text, Shot { display: 2.0, blur: 0.3, ..shot });
    is_read(&text, Shot { yaw: 18.0, lean: -8.0, blur: 1.0, noise: 8.0, shade: 0.4, surround: 22.0, ..shot });
}

#[test]
fn a_code_of_light_on_dark_is_read() {
    let shot = Shot { is_inverted: true, surround: 22.0, yaw: 10.0, ..STRAIGHT };
    is_read("https://kjj.example.gov.cn/plan/#/indicator/high-tech-enterprises", shot);
}

#[test]
fn every_code_of_a_sequence_is_read_from_one_picture() {
    let body = longest().into_bytes();
    let whole = Envelope { kind: Kind::Snapshot, plan: 7, body }.encode().expect("short enough");
    let parts = sequence::split(&whole, 300).expect("several");
    assert!(parts.len() >= 4);
    let pictures: Vec<Picture> = parts.iter().map(|part| plain(part, 3)).collect();
    let mut found = read(&beside(&pictures));
    found.sort_unstable();
    let mut sent = parts;
    sent.sort_unstable();
    assert_eq!(found, sent);
}

#[test]
fn the_same_code_twice_counts_once_and_beside_it_others_are_still_found() {
    let [one, other] = [plain("https://example.org/#/one", 4), plain("二", 9)];
    let mut found = read(&beside(&[one.clone(), other, one]));
    found.sort_unstable();
    assert_eq!(found, ["https://example.org/#/one", "二"]);
}

#[test]
fn no_more_codes_are_taken_than_a_sequence_has() {
    let rows: Vec<Picture> = (0..8)
        .map(|row| beside(&(0..8).map(|at| plain(&format!("{row} {at}"), 3)).collect::<Vec<_>>()))
        .collect();
    let (width, height) = (rows[0].width, rows.iter().map(|row| row.height).sum());
    let luma = rows.into_iter().flat_map(|row| row.luma).collect();
    assert_eq!(read(&Picture { luma, width, height }).len(), MOST_CODES);
}

#[test]
fn what_is_no_picture_has_no_codes() {
    let code = plain("https://example.org", 4);
    assert_eq!(read(&code).len(), 1);
    assert!(codes(&code.luma, code.width, code.height + 1).is_empty());
    assert!(codes(&code.luma[1..], code.width, code.height).is_empty());
    assert!(codes(&[], 0, 0).is_empty());
    assert!(codes(&[], u32::MAX, u32::MAX).is_empty());
    let wide = MOST_PIXELS as u32 / 100 + 1;
    assert!(codes(&vec![255; wide as usize * 100], wide, 100).is_empty());
}

#[test]
fn a_text_in_another_character_set_is_shown_as_far_as_it_can_be_read() {
    // 鞍山 in GBK, as old programs write it.
    let code = qrcode::QrCode::new([0xb0, 0xb0, 0xc9, 0xbd, b'!']).expect("short");
    let side = code.width() + 8;
    let colors = code.to_colors();
    let is_dark = |x: usize, y: usize| {
        let within = x >= 4 && y >= 4 && x < side - 4 && y < side - 4;
        within && colors[(y - 4) * (side - 8) + x - 4] == qrcode::Color::Dark
    };
    let edge = side * 5;
    let luma: Vec<u8> =
        (0..edge * edge).map(|at| if is_dark(at % edge / 5, at / edge / 5) { 0 } else { 255 }).collect();
    let found = codes(&luma, edge as u32, edge as u32);
    assert!(found.len() == 1 && found[0].ends_with('!'), "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn no_picture_makes_it_panic(width in 0_u32..90, height in 0_u32..90, seed in any::<u64>(), coarse in 1_u32..7) {
        let dot = |at: u32| {
            let (x, y) = (at % width / coarse, at / width / coarse);
            let mixed = seed.wrapping_mul(u64::from(x * 131 + y * 7919) + 1);
            if mixed >> 40 & 1 == 1 { 255 } else { 0 }
        };
        let luma: Vec<u8> = (0..width * height).map(dot).collect();
        codes(&luma, width, height);
    }

    #[test]
    fn a_spoilt_code_is_read_as_it_was_or_not_at_all(spots in prop::collection::vec((0_usize..110, 0_usize..110, 1_usize..24, any::<u8>()), 0..12)) {
        let text = "https://example.org/#/indicator";
        let mut picture = plain(text, 3);
        let width = picture.width as usize;
        for (x, y, size, light) in spots {
            for line in picture.luma.chunks_mut(width).skip(y).take(size) {
                line.iter_mut().skip(x).take(size).for_each(|spot| *spot = light);
            }
        }
        prop_assert!(read(&picture).iter().all(|found| found == text));
    }
}
