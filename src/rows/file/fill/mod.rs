//! Writes figures into a workbook of somebody else, and changes nothing else in it: of the zip only the parts of the sheets
//! that are written and the part of the workbook are new, and of a sheet only the cells. Programs that read a workbook and
//! write it anew lose charts, rules and rich text of it.
//!
//! A sheet is found by the name that the workbook gives it and by what its relation leads to (ECMA-376 part 1, 18.2.19, and
//! part 2, 9.3), never by the name of its part. Formulas keep the values that they were saved with, so the workbook is
//! marked to be computed anew when it is opened (18.2.2, `fullCalcOnLoad`).

mod container;
mod part;
mod styles;

use super::{inflates_within, part as text_of};
use crate::rows::fill::{Content, Facts, NoFill, Template, Write};
use crate::rows::{BookFormat, MOST_FILE, NoBook, cell_name};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::Cursor;
use styles::Style;
use zip::ZipArchive;

/// The tables of a workbook with what its cells are besides.
///
/// # Errors
/// As [`super::read`].
pub fn template(bytes: &[u8]) -> Result<Template, NoBook> {
    let book = super::read(bytes)?;
    let mut facts = vec![Facts::default(); book.sheets.len()];
    if book.format != BookFormat::Xlsx {
        return Ok(Template { book, facts });
    }
    let mut package = Package::open(bytes)?;
    let styles = package.styles()?;
    for (facts, sheet) in facts.iter_mut().zip(&book.sheets) {
        let Some(text) = package.sheet(&sheet.name) else { continue };
        let scan = part::Scan::of(&text).ok_or(NoBook::Damaged)?;
        *facts = scan.facts(&styles, sheet.grid.rows.len(), sheet.grid.width());
    }
    Ok(Template { book, facts })
}

/// The workbook with the cells written, of two for one cell the first; without any, the same bytes.
///
/// # Errors
/// See [`NoFill`]; nothing is written in part.
pub fn filled(bytes: &[u8], writes: &[Write]) -> Result<Vec<u8>, NoFill> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(NoFill::NotXlsx);
    }
    let mut package = Package::open(bytes).map_err(NoFill::NoBook)?;
    if writes.is_empty() {
        return Ok(bytes.to_vec());
    }
    let damaged = || NoFill::NoBook(NoBook::Damaged);
    // Put into order one by one: what sorts would be larger than what writes.
    let mut ordered: Vec<&Write> = vec![];
    for write in writes {
        let place = (&write.sheet, write.row, write.column);
        if let Err(at) = ordered.binary_search_by(|one| (&one.sheet, one.row, one.column).cmp(&place)) {
            ordered.insert(at, write);
        }
    }
    let is_refused = |write: &&Write| matches!(&write.content, Content::Number(number) if !is_number(number));
    if let Some(write) = writes.iter().find(is_refused) {
        return Err(NoFill::NoNumber(cell_name(write.row, write.column)));
    }
    let mut changed: Vec<(String, Vec<u8>)> = vec![];
    for cells in ordered.chunk_by(|one, other| one.sheet == other.sheet) {
        let sheet = cells.first().map(|write| write.sheet.as_str()).unwrap_or_default();
        let none = || NoFill::NoSheet(sheet.to_owned());
        let name = package.part_of(sheet).ok_or_else(none)?;
        let text = package.sheet(sheet).ok_or_else(none)?;
        let scan = part::Scan::of(&text).ok_or_else(damaged)?;
        let text =
            scan.written(&text, cells).map_err(|(row, column)| NoFill::Computed(cell_name(row, column)))?;
        changed.push((name, text.into_bytes()));
    }
    let workbook = text_of(&mut package.archive, &package.workbook).ok_or_else(damaged)?;
    let anew = computed_anew(&workbook).ok_or_else(damaged)?;
    if anew != workbook {
        changed.push((package.workbook, anew.into_bytes()));
    }
    container::with(bytes, &changed).ok_or_else(damaged)
}

/// A decimal as XML Schema writes it, of no more digits than a figure may have in any unit.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.len() <= LONGEST_NUMBER && is_digits(whole) && is_digits(fraction)
}

/// Most letters of a number that is written.
const LONGEST_NUMBER: usize = 40;

/// A workbook as a zip of parts that lead to one another.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The name of the part of the workbook.
    workbook: String,
    /// Sheets of cells by name, each with its part.
    sheets: Vec<(String, String)>,
    /// The name of the part of the styles.
    styles: Option<String>,
}

/// A part leads to another one.
struct Relation {
    id: String,
    /// The last step of its type: `worksheet`.
    kind: String,
    part: String,
}

impl<'a> Package<'a> {
    /// Within the same limits as a table is read.
    fn open(bytes: &'a [u8]) -> Result<Self, NoBook> {
        if bytes.len() > MOST_FILE {
            return Err(NoBook::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoBook::Damaged)?;
        if archive.len() > super::MOST_ENTRIES {
            return Err(NoBook::TooMuch);
        }
        inflates_within(&mut archive)?;
        let top = text_of(&mut archive, "_rels/.rels").unwrap_or_default();
        let top = relations(&top, "").ok_or(NoBook::Damaged)?;
        let workbook = top.into_iter().find(|one| one.kind == "officeDocument").map(|one| one.part);
        let workbook = workbook.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let text = text_of(&mut archive, &workbook).ok_or(NoBook::Unknown)?;
        let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let separator = if folder.is_empty() { "" } else { "/" };
        let beside = [folder, separator, "_rels/", file, ".rels"].concat();
        let beside = text_of(&mut archive, &beside).ok_or(NoBook::Damaged)?;
        let relations = relations(&beside, folder).ok_or(NoBook::Damaged)?;
        let listed = listed(&text).ok_or(NoBook::Damaged)?;
        let part = |id: &str| relations.iter().find(|one| one.id == id && one.kind == "worksheet");
        let sheets = listed.into_iter().filter_map(|(name, id)| Some((name, part(&id)?.part.clone())));
        let sheets = sheets.collect();
        let styles = relations.iter().find(|one| one.kind == "styles").map(|one| one.part.clone());
        Ok(Self { archive, workbook, sheets, styles })
    }

    fn part_of(&self, sheet: &str) -> Option<String> {
        self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, part)| part.clone())
    }

    fn sheet(&mut self, name: &str) -> Option<String> {
        let part = self.part_of(name)?;
        text_of(&mut self.archive, &part)
    }

    /// A workbook without styles has ordinary cells; of one whose styles cannot be read nobody knows what its cells show.
    fn styles(&mut self) -> Result<Vec<Style>, NoBook> {
        let Some(part) = &self.styles else { return Ok(vec![]) };
        let text = text_of(&mut self.archive, part);
        text.and_then(|text| styles::of(&text)).ok_or(NoBook::Damaged)
    }
}

/// The relations of a part that lies in a folder; none where they cannot be read.
fn relations(text: &str, folder: &str) -> Option<Vec<Relation>> {
    let mut all = vec![];
    each(text, |element| {
        if element.local_name().as_ref() == "Relationship"
            && attribute(element, "TargetMode").as_deref() != Some("External")
            && let (Some(id), Some(kind), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Type"), attribute(element, "Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            all.push(Relation { id, kind, part: resolved(folder, &target) });
        }
    })?;
    Some(all)
}

/// The sheets of a workbook, from left to right: name and the identifier of a relation.
fn listed(text: &str) -> Option<Vec<(String, String)>> {
    let mut all = vec![];
    each(text, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
        {
            all.push((name, id));
        }
    })?;
    Some(all)
}

/// A target as the name of a part: from the root, or from the folder of whoever leads there.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = vec![];
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Looks at every element of a text; nothing where it is not well formed.
fn each(text: &str, mut look: impl FnMut(&BytesStart)) -> Option<()> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => look(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// The value of an attribute, by its name without a prefix.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}

/// A truth as XML Schema writes it.
fn is_true(element: &BytesStart, name: &str) -> Option<bool> {
    attribute(element, name).map(|value| matches!(value.as_str(), "1" | "true"))
}

/// The part of a workbook, marked to be computed anew when it is opened. Where it says nothing of computing, that stands
/// behind the last of what the schema has before it (CT_Workbook, ECMA-376 part 1, annex A).
fn computed_anew(text: &str) -> Option<String> {
    const BEFORE: [&str; 9] = [
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
    ];
    let mut reader = Reader::from_str(text);
    let (mut depth, mut behind) = (0_usize, None);
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match &event {
            Event::Start(element) | Event::Empty(element) if depth == 1 => {
                let (name, is_empty) = (element.local_name(), matches!(event, Event::Empty(_)));
                if name.as_ref() == "calcPr" {
                    if is_true(element, "fullCalcOnLoad") == Some(true) {
                        return Some(text.to_owned());
                    }
                    let end = if is_empty { "/>" } else { ">" };
                    let kept = part::tag(element, &["fullCalcOnLoad"]);
                    let tag = [&kept, " fullCalcOnLoad=\"1\"", end].concat();
                    return part::replaced(text, &[(from, to, tag)]);
                }
                if BEFORE.contains(&name.as_ref()) {
                    behind = Some((to, prefix(element).to_owned()));
                }
                depth += usize::from(!is_empty);
            }
            Event::Start(_) => depth += 1,
            Event::End(element) => {
                depth = depth.checked_sub(1)?;
                if depth == 1 && BEFORE.contains(&element.local_name().as_ref()) {
                    behind = behind.map(|(_, prefix)| (to, prefix));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let (at, prefix) = behind?;
    part::replaced(text, &[(at, at, ["<", &prefix, "calcPr fullCalcOnLoad=\"1\"/>"].concat())])
}

/// The prefix of an element with its colon; empty where it has none.
fn prefix<'a>(element: &'a BytesStart) -> &'a str {
    let name = element.name().0;
    name.rfind(':').and_then(|at| name.get(..=at)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
