//! The workbook as LibreOffice saves it. What is not installed is not tried, and said.

use super::*;
use std::path::PathBuf;
use std::process::Command;

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("the folder goes");
    }
}

/// The bytes as LibreOffice writes them again; `None` where it is not installed.
fn resaved(bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("planboard-fill-in-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("out")).expect("a folder");
    let folder = Folder(folder);
    let file = folder.0.join("form.xlsx");
    std::fs::write(&file, bytes).expect("written");
    // A profile of its own: two at a time would wait for each other's.
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.0.display());
    let made = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .args([&folder.0.join("out"), &file])
        .output();
    let said = match made {
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("soffice is not here: not tried");
            return None;
        }
        Err(error) => panic!("soffice: {error}"),
    };
    // Without Calc it ends well and writes nothing: what it says tells why.
    let again = std::fs::read(folder.0.join("out/form.xlsx"));
    Some(again.unwrap_or_else(|error| panic!("the file again: {error}: {said}")))
}

#[test]
fn saved_by_libreoffice_it_says_the_same_and_is_protected_still() {
    let sheet = august(Zh);
    let draft = draft(&sheet);
    let made = bytes(&workbook(&sheet, &draft, DIGEST, Zh));
    let Some(again) = resaved(&made) else { return };
    let book = book_of(&again);
    assert!(book.sheets.iter().any(|one| one.is_hidden), "the hidden sheet stays hidden");
    let filled = taken(&book, &sheet);
    assert_eq!((filled.draft, filled.remarks), (draft, vec![]));
    assert!(filled.stamp.is_some());
    let xml = crate::office::xlsx::tests::part(&again, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<sheetProtection") && xml.contains("sheet=\"true\""), "protected still");
    assert!(xml.contains("<dataValidation ") && xml.contains("type=\"list\""), "its lists stay");
}
