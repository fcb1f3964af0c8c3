//! Papers as others read them: LibreOffice, which sets them on sheets, and mammoth. What is not installed is not tried, and
//! said; `tools/setup.sh test` brings both.

use super::*;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("planboard-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, document: &document::Document) -> PathBuf {
        let file = self.0.join("paper.docx");
        let made = bytes(&of_document(document, Language::Zh, "https://plan.example/")).expect("a file");
        std::fs::write(&file, made).expect("written");
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("the folder goes");
    }
}

/// What a program prints; `None` where it is not installed.
fn printed(program: &str, arguments: &[&str]) -> Option<String> {
    let output = match Command::new(program).args(arguments).output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            eprintln!("{program} is not here: not tried");
            return None;
        }
        Err(error) => panic!("{program}: {error}"),
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {complaint}");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The sheets as LibreOffice sets them, each with its lines as they lie; `None` where it is not installed.
fn sheets(folder: &Folder, file: &Path) -> Option<Vec<Vec<String>>> {
    let path = |path: &Path| path.to_str().expect("a path").to_owned();
    // A profile of its own: two at a time would wait for each other's.
    let profile = format!("-env:UserInstallation=file://{}/profile", path(&folder.0));
    let (out, file) = (path(&folder.0), path(file));
    printed("soffice", &[&profile, "--headless", "--convert-to", "pdf", "--outdir", &out, &file])?;
    let text = printed("pdftotext", &["-layout", &path(&folder.0.join("paper.pdf")), "-"])?;
    let lines = |sheet: &str| {
        sheet.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(lines).collect())
}

fn bare(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn paper(blocks: Vec<Block>) -> document::Document {
    document::Document {
        title: Text::plain("季通报"),
        masthead: Text::plain("市科技局"),
        is_issued: false,
        blocks,
        sheet: document::Sheet::Wide,
    }
}

/// GB/T 9704-2012, 5.2.3: 22 lines a sheet, 28 letters a line; 7.5: the number of the page on the outer side.
#[test]
fn a_full_sheet_has_twenty_two_lines_of_twenty_eight_letters() {
    let folder = Folder::new("lines");
    let text = "国务院关于加快推进创新提升工程实施方案".chars().cycle().take(28 * 80).collect::<String>();
    let Some(sheets) = sheets(&folder, &folder.file(&paper(vec![Block::said(text)]))) else { return };
    assert_eq!(sheets.len(), 4);
    for (number, sheet) in (1..).zip(&sheets) {
        let [head, text @ .., foot] = &sheet[..] else { panic!("a sheet without lines") };
        assert_eq!(bare(head), "草稿");
        assert_eq!(bare(foot), format!("—{number}—"));
        let space = foot.chars().take_while(|letter| *letter == ' ').count();
        assert_eq!(space > 20, number % 2 == 1, "odd numbers to the right: {foot:?}");
        let letters: Vec<usize> = text.iter().map(|line| bare(line).chars().count()).collect();
        match number {
            1 => assert_eq!(letters[..4], [3, 4, 26, 28], "title, masthead, and an indent of two"),
            4 => {}
            _ => assert_eq!(letters, [28; 22]),
        }
    }
}

#[test]
fn the_head_of_a_table_stands_on_each_sheet_and_no_row_is_torn() {
    let folder = Folder::new("table");
    let columns = (0..9).map(|at| TableColumn::text(format!("第{at}列"))).collect();
    let row = |number: usize| {
        let long = Cell::plain(format!("始{number}、{}、终{number}", "推进情况".repeat(20)));
        std::iter::once(Cell::plain(format!("行{number}")))
            .chain([long])
            .chain((2..9).map(|_| Cell::default()))
            .collect()
    };
    let table = Table { caption: Text::plain("表"), columns, rows: (100..130).map(row).collect() };
    let blocks = vec![Block::said("正文"), Block::Table(table), Block::said("后文")];
    let Some(sheets) = sheets(&folder, &folder.file(&paper(blocks))) else { return };
    let said: Vec<String> = sheets.iter().map(|sheet| bare(&sheet.concat())).collect();
    let of_table: Vec<&String> = said.iter().filter(|sheet| sheet.contains("始")).collect();
    assert!(of_table.len() > 3, "{} sheets", of_table.len());
    for sheet in of_table {
        for column in 0..9 {
            assert_eq!(sheet.matches(&format!("第{column}列")).count(), 1, "the head");
        }
        for number in 100..130 {
            let begins = sheet.contains(&format!("始{number}"));
            assert_eq!(begins, sheet.contains(&format!("终{number}")), "row {number} is torn");
        }
    }
    for number in 100..130 {
        assert_eq!(said.iter().filter(|sheet| sheet.contains(&format!("始{number}"))).count(), 1);
    }
    assert!(said.first().is_some_and(|sheet| sheet.contains("正文")));
    assert!(said.last().is_some_and(|sheet| sheet.contains("后文")));
}

#[test]
fn mammoth_reads_what_the_page_says() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/words.mjs");
    if !script.with_file_name("../../node_modules/mammoth").exists() {
        eprintln!("mammoth is not here: not tried");
        return;
    }
    let folder = Folder::new("mammoth");
    let plan = plan();
    let ledger = Ledger::new(crate::sample::until(&plan, day("2024-09-20")));
    let as_of =
        AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-20"), offset: 480, language: Language::Zh };
    let document = monthly::model(as_of, month("2024-08"));
    let file = folder.file(&document);
    let Some(text) = printed("node", &[script.to_str().expect("a path"), file.to_str().expect("a path")])
    else {
        return;
    };
    let apart = |words: &str| bare(words).replace('、', "");
    let text = apart(&text);
    for line in said_by(&document) {
        assert!(text.contains(&apart(&line)), "{line:?}");
    }
    assert!(text.len() > 1000);
}
