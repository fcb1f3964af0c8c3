//! The backup file and its light.

use super::*;
use crate::storage::{BackedUp, FileRefusal, MAX_FILE, admit, open_backup, write_backup};
use proptest::prelude::*;

fn file() -> Vec<u8> {
    tab(&many_loads(), 99).backup(hours(50), "").unwrap().bytes
}

#[test]
fn a_backup_holds_everything_and_opens_on_an_empty_device() {
    let memory = many_loads();
    let bytes = tab(&memory, 99).backup(hours(50), "").unwrap().bytes;
    let opened = open_backup(&Lines, "plan", &bytes).unwrap();
    assert_eq!((opened.at, &opened.batches), (hours(50), &stored(&memory)));
    let empty = Memory::default();
    assert_eq!(tab(&empty, 1).append(opened.batches, hours(60)), Ok(36));
    assert_eq!(stored(&empty), stored(&memory));
}

#[test]
fn each_wrong_file_is_refused_with_its_own_reason() {
    let open = |bytes: &[u8]| open_backup(&Lines, "plan", bytes).unwrap_err();
    assert_eq!(open(b""), FileRefusal::NotOurs);
    assert_eq!(open(b"PK\x03\x04 a workbook"), FileRefusal::NotOurs);
    assert_eq!(open_backup(&Lines, "p2", &file()).unwrap_err(), FileRefusal::OtherPlan("plan".into()));
    let mut newer = file();
    newer[8] = 3;
    assert_eq!(open(&newer), FileRefusal::Newer);
    let mut more = file();
    more.push(0);
    assert_eq!(open(&more), FileRefusal::Damaged);
    // A transfer as text turns CR LF into LF.
    let mut text = file();
    text.remove(4);
    assert_eq!(open(&text), FileRefusal::NotOurs);
}

#[test]
fn the_largest_file_is_read_and_one_byte_more_is_not() {
    assert_eq!(admit(MAX_FILE), Ok(()));
    assert_eq!(admit(MAX_FILE + 1), Err(FileRefusal::TooLarge(MAX_FILE + 1)));
    let mut bytes = file();
    bytes.resize(MAX_FILE as usize + 1, 0);
    assert_eq!(open_backup(&Lines, "plan", &bytes), Err(FileRefusal::TooLarge(MAX_FILE + 1)));
    let huge = long(1, 0, MAX_FILE as usize);
    assert_eq!(write_backup(&Lines, "plan", &[huge], hours(0), ""), None, "a file that could not be opened");
}

#[test]
fn a_length_that_lies_allocates_nothing_and_is_a_cut() {
    let mut bytes = file();
    let at = 10 + "plan".len() + 8 + 4 + 8;
    bytes[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(open_backup(&Lines, "plan", &bytes), Err(FileRefusal::Cut));
}

#[test]
fn the_light_counts_what_came_since_and_lasts() {
    let memory = many_loads();
    let mut first = tab(&memory, 50);
    assert_eq!(first.backed_up(), BackedUp::Never);
    let backup = first.backup(hours(20), "").unwrap();
    assert_eq!(first.append([batch(50, 0)], hours(21)), Ok(1));
    assert_eq!(first.note_backup(backup.mark), Ok(()));
    let since = BackedUp::Since { at: hours(20), batches: 1 };
    assert_eq!(first.backed_up(), since);
    assert_eq!(tab(&memory, 51).backed_up(), since);
    let backup = first.backup(hours(22), "").unwrap();
    assert_eq!(first.note_backup(backup.mark), Ok(()));
    assert_eq!(tab(&memory, 52).backed_up(), BackedUp::All { at: hours(22) });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_cut_file_is_called_cut(left in 1usize..400) {
        let mut bytes = file();
        prop_assume!(left < bytes.len());
        bytes.truncate(left);
        prop_assert_eq!(open_backup(&Lines, "plan", &bytes), Err(FileRefusal::Cut));
    }

    #[test]
    fn a_changed_byte_is_refused(at in any::<proptest::sample::Index>(), with in 1u8..) {
        let mut bytes = file();
        let at = at.index(bytes.len());
        bytes[at] ^= with;
        prop_assert!(open_backup(&Lines, "plan", &bytes).is_err());
    }
}

#[test]
fn a_plan_whose_id_is_longer_than_the_file_can_say_has_no_file() {
    let write = |letters: usize| write_backup(&Lines, &"p".repeat(letters), &[batch(1, 0)], hours(0), "");
    let bytes = write(255).unwrap();
    assert_eq!(open_backup(&Lines, &"p".repeat(255), &bytes).unwrap().batches, [batch(1, 0)]);
    assert_eq!(write(256), None);
}

/// field 6b: a file says by which versions of the plan it was made; one without a note is a file as version 1 wrote it.
#[test]
fn a_note_comes_back_and_one_that_is_too_long_is_left_out() {
    let write = |note: &str| write_backup(&Lines, "plan", &[batch(1, 0)], hours(0), note).unwrap();
    let open = |bytes: &[u8]| open_backup(&Lines, "plan", bytes).map(|file| file.note);
    for note in ["", "+ABCD-EFGH 1 2024年修订\n", &"x".repeat(4_096)] {
        assert_eq!(open(&write(note)), Ok(note.to_owned()));
        assert_eq!(write(note)[8], if note.is_empty() { 1 } else { 2 });
    }
    assert_eq!(open(&write(&"x".repeat(4_097))), Ok(String::new()));
    let sealed = |mut bytes: Vec<u8>| {
        let end = bytes.len() - 4;
        let sum = crate::storage::envelope::crc32(&bytes[..end]).to_le_bytes();
        bytes[end..].copy_from_slice(&sum);
        open(&bytes)
    };
    let (mut no_text, noted) = (write("xyz"), write(&"x".repeat(4_096)));
    let at = no_text.windows(3).position(|three| three == b"xyz").expect("the note");
    no_text[at] = 0xff;
    assert_eq!(sealed(no_text), Err(FileRefusal::Damaged));
    let mut longer = noted;
    longer[at - 2..at].copy_from_slice(&4_097u16.to_le_bytes());
    longer.insert(at, b'x');
    assert_eq!(sealed(longer), Err(FileRefusal::Damaged));
}
