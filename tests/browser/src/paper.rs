//! What stands on printed sheets, read from a PDF by poppler's `pdftotext`: another author than the one that printed.

use std::io::Write;
use std::process::{Command, Stdio};

/// A sheet: its size and its words, in points from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// The margin that `style/print.css` leaves at the foot: what stands in it is not the page's own.
const FOOT: f64 = 14.0 / 25.4 * 72.0;

/// The sheets of a PDF.
pub fn sheets(pdf: &[u8]) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in boxes(pdf).lines().map(str::trim) {
        let number = |name: &str| attribute(line, name).and_then(|value| value.parse().ok()).unwrap_or(0.0);
        if line.starts_with("<page ") {
            sheets.push(Sheet { width: number("width"), height: number("height"), words: vec![] });
        } else if line.starts_with("<word ")
            && let Some(sheet) = sheets.last_mut()
        {
            let text = line.split_once('>').and_then(|(_, rest)| rest.strip_suffix("</word>"));
            sheet.words.push(Word {
                text: plain(text.unwrap_or_default()),
                left: number("xMin"),
                top: number("yMin"),
                right: number("xMax"),
                bottom: number("yMax"),
            });
        }
    }
    assert!(!sheets.is_empty(), "a PDF has a sheet");
    sheets
}

impl Sheet {
    /// Everything on it in order, without spaces, the foot left out.
    pub fn text(&self) -> String {
        self.words.iter().filter(|word| !self.is_foot(word)).map(|word| word.text.as_str()).collect()
    }

    /// What stands in the margin at its foot, from left to right, without spaces.
    pub fn foot(&self) -> String {
        let mut words: Vec<&Word> = self.words.iter().filter(|word| self.is_foot(word)).collect();
        words.sort_by(|one, other| one.left.total_cmp(&other.left));
        words.into_iter().map(|word| word.text.as_str()).collect()
    }

    /// Words that leave the printed part of the sheet.
    pub fn cut(&self) -> Vec<&Word> {
        let is_out = |word: &&Word| {
            word.left < 20.0
                || word.right > self.width - 20.0
                || word.top < 10.0
                || word.bottom > self.height - 10.0
        };
        self.words.iter().filter(is_out).collect()
    }

    fn is_foot(&self, word: &Word) -> bool {
        word.top > self.height - FOOT
    }
}

fn boxes(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-bbox", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext is installed by tools/setup.sh test");
    let mut input = reader.stdin.take().expect("its input is piped");
    let pdf = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("pdftotext ends");
    let _ = writer.join();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
