use super::*;
use crate::link::Kind;
use crate::link::envelope::plan_digest;
use crate::link::sequence;

const PLAN: u32 = 77;
const HERE: &str = "http://10.0.0.7/plan/";

fn envelope(kind: Kind, body: &[u8]) -> Envelope {
    Envelope { kind, plan: PLAN, body: body.to_vec() }
}

fn link(fragment: &str) -> String {
    ["http://another.host/somewhere/#", fragment].concat()
}

fn receipt(body: &[u8]) -> String {
    link(&envelope(Kind::Receipt, body).encode().expect("short"))
}

fn scan(purpose: Purpose) -> Scan {
    Scan::new(purpose, PLAN, HERE)
}

fn nothing(_: u32) -> Vec<Part> {
    Vec::new()
}

fn parts() -> (String, Vec<String>) {
    let body: Vec<u8> = (0..400_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let whole = envelope(Kind::Snapshot, &body).encode().expect("short");
    let parts = sequence::split(&whole, 200).expect("several");
    assert!(parts.len() >= 3);
    (whole, parts.iter().map(|part| link(part)).collect())
}

#[test]
fn receipts_are_pasted_as_they_are_each_once_and_counted() {
    let mut scan = scan(Purpose::Collect);
    let [one, two] = [receipt(b"one"), receipt(b"two")];
    assert_eq!(scan.read(Way::Camera, std::slice::from_ref(&one), nothing), [Act::Paste(one.clone())]);
    assert_eq!((scan.taken, &scan.told), (1, &Told::Taken(1)));
    // The camera sees it again and again, and then nothing: what was said of it stays.
    for seen in [vec![one.clone()], vec![]] {
        assert_eq!(scan.read(Way::Camera, &seen, nothing), []);
        assert_eq!((scan.taken, &scan.told), (1, &Told::Taken(1)));
    }
    assert_eq!(scan.read(Way::Picture, &[one.clone(), two.clone()], nothing), [Act::Paste(two)]);
    assert_eq!((scan.taken, &scan.told), (2, &Told::Taken(1)));
    assert_eq!(scan.read(Way::Picture, &[one], nothing), []);
    assert_eq!(scan.told, Told::Again);
}

#[test]
fn a_picture_without_a_code_is_told_and_a_look_of_the_camera_is_not() {
    let mut scan = scan(Purpose::Open);
    scan.read(Way::Camera, &[], nothing);
    assert_eq!(scan.told, Told::Nothing);
    scan.read(Way::Picture, &[], nothing);
    assert_eq!(scan.told, Told::NoCode);
}

#[test]
fn a_code_of_another_system_is_shown_and_never_followed() {
    for text in [
        "https://pay.example.com/abc",
        "weixin://wxpay/bizpayurl?pr=1",
        "javascript:alert(1)",
        "http://another.host/plan/#/device",
        "http://10.0.0.7/plan/#/no-such-page/at-all",
        "#/device",
        "",
    ] {
        for purpose in [Purpose::Collect, Purpose::Open] {
            let mut scan = scan(purpose);
            assert_eq!(scan.read(Way::Camera, &[text.to_owned()], nothing), [], "{text}");
            assert_eq!(scan.told, Told::Elsewhere(text.to_owned()));
        }
    }
    let mut scan = scan(Purpose::Open);
    scan.read(Way::Camera, &["字".repeat(3_000)], nothing);
    let Told::Elsewhere(shown) = scan.told else { panic!("{:?}", scan.told) };
    assert_eq!((shown.chars().count(), shown.ends_with('…')), (SHOWN + 1, true));
}

#[test]
fn a_link_is_opened_by_its_fragment_alone_whatever_host_it_names() {
    let sent = envelope(Kind::FillIn, b"asked").encode().expect("short");
    let mut scan = scan(Purpose::Open);
    assert_eq!(scan.read(Way::Camera, &[link(&sent)], nothing), [Act::Open(sent)]);
    assert_eq!(scan.told, Told::Opening);
}

#[test]
fn a_page_of_this_very_host_is_opened_and_is_no_receipt() {
    let page = [HERE, "#/indicator/high-tech-enterprises"].concat();
    let mut open = scan(Purpose::Open);
    let acts = open.read(Way::Picture, std::slice::from_ref(&page), nothing);
    assert_eq!(acts, [Act::Open("/indicator/high-tech-enterprises".into())]);
    let mut collect = scan(Purpose::Collect);
    assert_eq!(collect.read(Way::Picture, std::slice::from_ref(&page), nothing), []);
    assert_eq!(collect.told, Told::Elsewhere(page));
}

#[test]
fn a_link_about_another_plan_or_one_that_was_spoilt_is_told() {
    let other = Envelope { plan: plan_digest("other"), ..envelope(Kind::Receipt, b"x") };
    let other = link(&other.encode().expect("short"));
    let cut = receipt(b"something longer than that")[..50].to_owned();
    for purpose in [Purpose::Collect, Purpose::Open] {
        let mut scan = scan(purpose);
        assert_eq!(scan.read(Way::Camera, std::slice::from_ref(&other), nothing), []);
        assert!(matches!(scan.told, Told::Fault(Fault::OtherPlan { .. })), "{:?}", scan.told);
        assert_eq!(scan.read(Way::Camera, std::slice::from_ref(&cut), nothing), []);
        assert!(matches!(scan.told, Told::Fault(Fault::Cut { .. })), "{:?}", scan.told);
    }
}

#[test]
fn codes_of_a_sequence_come_together_in_any_order_and_open_as_the_whole() {
    let (whole, parts) = parts();
    let mut scan = scan(Purpose::Open);
    let (first, others) = parts.split_first().expect("several");
    for (at, part) in others.iter().rev().enumerate() {
        let acts = scan.read(Way::Camera, std::slice::from_ref(part), nothing);
        assert!(matches!(acts[..], [Act::Keep(_)]), "{acts:?}");
        let Told::Part(set) = &scan.told else { panic!("{:?}", scan.told) };
        assert_eq!(set.missing().len(), parts.len() - at - 1);
    }
    // The same part once more changes nothing.
    assert_eq!(scan.read(Way::Camera, &parts[1..2], nothing), []);
    assert_eq!(scan.read(Way::Camera, std::slice::from_ref(first), nothing)[1..], [Act::Open(whole)]);
}

#[test]
fn one_picture_with_the_whole_sequence_opens_it() {
    let (whole, parts) = parts();
    let acts = scan(Purpose::Open).read(Way::Picture, &parts, nothing);
    assert_eq!(acts.last(), Some(&Act::Open(whole)));
}

#[test]
fn parts_that_wait_on_the_device_count() {
    let (whole, parts) = parts();
    let wait = |set: u32| -> Vec<Part> {
        let fragments = parts[1..].iter().filter_map(|link| link.split_once('#'));
        let kept = fragments.map(|(_, part)| Part::decode(part).expect("a part"));
        kept.filter(|part| part.set == set).collect()
    };
    let acts = scan(Purpose::Open).read(Way::Camera, &parts[..1], wait);
    assert!(matches!(acts[0], Act::Forget(_)));
    assert_eq!(acts[1..], [Act::Open(whole)]);
}

#[test]
fn the_officer_gets_every_part_into_the_field_and_hears_what_is_missing() {
    let (_, parts) = parts();
    let mut scan = scan(Purpose::Collect);
    let acts = scan.read(Way::Camera, &parts[1..2], nothing);
    assert_eq!((acts, scan.taken), (vec![Act::Paste(parts[1].clone())], 1));
    let Told::Part(set) = &scan.told else { panic!("{:?}", scan.told) };
    assert!(!set.missing().contains(&2) && set.missing().contains(&1));
}

#[test]
fn why_there_is_no_camera_is_told_by_the_name_of_the_browsers_reason() {
    use NoCamera::{Busy, Denied, Failed, Missing, Plain, Unknown};
    for (name, is_secure, why) in [
        (None, false, Plain),
        (None, true, Unknown),
        (Some("NotAllowedError"), true, Denied),
        (Some("SecurityError"), true, Denied),
        (Some("NotFoundError"), true, Missing),
        (Some("OverconstrainedError"), true, Missing),
        (Some("NotReadableError"), true, Busy),
        (Some("AbortError"), true, Busy),
        (Some("TypeError"), true, Failed),
        (Some(""), true, Failed),
    ] {
        assert_eq!(NoCamera::of(name, is_secure), why, "{name:?}");
    }
}
