//! Arbitrary bytes at every door through which links come in: nothing panics, nothing false is read.
//! Bounded, so that it runs with the other tests; with `cargo bolero` the same targets run without end.

use planboard::link::envelope::{Kind, VERSION};
use planboard::link::frame::Frame;
use planboard::link::sequence::{Gathering, Part};
use planboard::link::{Envelope, extract, letters, protected};

const PLAN: u32 = 77;
const ROUNDS: usize = 3_000;

#[test]
fn letters_decode_to_what_encodes_as_them() {
    bolero::check!().with_iterations(ROUNDS).for_each(|bytes: &[u8]| {
        let text = letters::encode(bytes);
        assert_eq!(letters::decode(&text, text.len()).as_deref(), Ok(bytes));
        let strange = String::from_utf8_lossy(bytes);
        if let Ok(read) = letters::decode(&strange, 1_000) {
            assert_eq!(letters::encode(&read), strange);
        }
    });
}

#[test]
fn pasted_bytes_are_read_or_told() {
    bolero::check!().with_iterations(ROUNDS).for_each(|bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        for text in [text.to_string(), format!("#pLanR1{text}"), format!("pLanR1AAAK{text}Z")] {
            let found = extract::find(&text, PLAN).unwrap().found;
            assert!(found.iter().all(|found| found.content.is_err()), "{text}");
            assert!(Envelope::decode(&text, PLAN).is_err());
        }
    });
}

/// Payloads in a frame that arrived whole, as somebody who means harm would send them.
#[test]
fn any_payload_in_a_whole_frame_is_read_or_told() {
    bolero::check!().with_iterations(ROUNDS).for_each(|bytes: &[u8]| {
        let plan = PLAN.to_be_bytes();
        for payload in [bytes.to_vec(), [&plan, bytes].concat(), [&plan, &[1][..], bytes].concat()] {
            for kind in Kind::ALL {
                let frame = Frame { kind: kind.letter(), version: VERSION, payload: payload.clone() };
                let text = frame.encode().unwrap();
                assert_eq!(Frame::decode(&text).as_ref(), Ok(&frame));
                if let Ok(envelope) = Envelope::open(&frame, PLAN) {
                    let again = Envelope::decode(&envelope.encode().unwrap(), PLAN);
                    assert_eq!(again, Ok(envelope));
                }
            }
        }
    });
}

#[test]
fn any_part_is_gathered_or_told() {
    bolero::check!().with_iterations(ROUNDS).for_each(|bytes: &[u8]| {
        let frame = Frame { kind: b'Q', version: VERSION, payload: bytes.to_vec() };
        if let Ok(part) = Part::open(&frame) {
            let gathering = Gathering::new(part);
            assert!(gathering.missing().len() < gathering.count());
            let _ = gathering.join();
        }
    });
}

#[test]
fn any_sealed_body_is_refused() {
    bolero::check!().with_iterations(40).for_each(|bytes: &[u8]| {
        // The least cost in front, so that the door behind the limits is tried too.
        let body = [&[1, 1], bytes].concat();
        let sealed = Envelope { kind: Kind::Protected, plan: PLAN, body };
        let opened = protected::recipe_to_open(&sealed, "correct horse")
            .and_then(|recipe| protected::open(&sealed, &recipe.key()?));
        assert!(opened.is_err());
    });
}
