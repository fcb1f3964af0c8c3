//! What calamine does not tell of an .xlsx: which rows and columns are not shown (ECMA-376 part 1, sections 18.3.1.73 and 18.3.1.13),
//! and whether the parts are there on which the words of cells rest. The names of elements may have any prefix.

use super::{is_within, part};
use crate::rows::{BookSheet, NoBook};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::Cursor;
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A part that a workbook rests on.
struct Relation {
    id: String,
    /// The last word of its kind: `worksheet`, `styles`.
    kind: String,
    /// Its name in the zip.
    name: String,
}

/// Whether the parts are there on which the words of cells rest, and of the size that they say. calamine reads a workbook without them
/// too: a share of `120%` would then be 1.2; and it sets aside room for as many strings as are said to be there.
///
/// # Errors
/// [`NoBook::Damaged`].
pub(super) fn check(archive: &mut Archive) -> Result<(), NoBook> {
    let workbook = root(archive);
    let relations = relations(archive, &workbook);
    let is_lost = |one: &Relation| {
        matches!(one.kind.as_str(), "styles" | "sharedStrings") && archive.index_for_name(&one.name).is_none()
    };
    if relations.iter().any(is_lost) {
        return Err(NoBook::Damaged);
    }
    let is_strings = |name: &String| name.to_lowercase().ends_with("sharedstrings.xml");
    let names = archive.file_names().filter_map(|name| name.ok().map(std::borrow::Cow::into_owned));
    let names: Vec<String> = names.filter(is_strings).collect();
    for name in names {
        let text = part(archive, &name).unwrap_or_default();
        let mut says = 0;
        each(&text, |element| {
            if element.local_name().as_ref() == "sst" {
                let count = attribute(element, "uniqueCount").and_then(|count| count.parse::<usize>().ok());
                says = says.max(count.unwrap_or_default());
            }
        });
        // Each has a tag at least.
        if says > text.len() {
            return Err(NoBook::Damaged);
        }
    }
    Ok(())
}

/// Marks the rows and columns of the sheets that are not shown.
pub(super) fn hide(archive: &mut Archive, sheets: &mut [BookSheet]) {
    let workbook = root(archive);
    let relations = relations(archive, &workbook);
    let mut ids: HashMap<String, String> = HashMap::new();
    let text = part(archive, &workbook).unwrap_or_default();
    each(&text, |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
        {
            ids.insert(name, id);
        }
    });
    for sheet in sheets {
        let id = ids.get(&sheet.name);
        let Some(one) = relations.iter().find(|one| Some(&one.id) == id) else { continue };
        let text = part(archive, &one.name).unwrap_or_default();
        // Most sheets hide nothing, and are long.
        if text.contains("hidden") {
            mark(&text, sheet);
        }
    }
}

fn mark(text: &str, sheet: &mut BookSheet) {
    let mut row = 0;
    each(text, |element| match element.local_name().as_ref() {
        "row" => {
            row = attribute(element, "r").and_then(|row| row.parse::<usize>().ok()).unwrap_or(row + 1);
            if is_hidden(element) && row > 0 && is_within(row - 1, 0) {
                sheet.hidden_rows.push(row - 1);
            }
        }
        "col" if is_hidden(element) => {
            let place = |name: &str| attribute(element, name).and_then(|place| place.parse::<usize>().ok());
            let (first, last) = (place("min").unwrap_or(1).max(1), place("max").unwrap_or_default());
            sheet.hidden_columns.extend((first - 1..last).take_while(|column| is_within(0, *column)));
        }
        _ => {}
    });
    sorted(&mut sheet.hidden_rows);
    sorted(&mut sheet.hidden_columns);
}

/// In order and each once, as [`BookSheet::hides`] looks for them.
pub(super) fn sorted(places: &mut Vec<usize>) {
    places.sort_unstable();
    places.dedup();
}

/// The name of the part that lists the sheets; some programs name it otherwise than most.
fn root(archive: &mut Archive) -> String {
    let named =
        relations(archive, "").into_iter().find(|one| one.kind == "officeDocument").map(|one| one.name);
    named.unwrap_or_else(|| "xl/workbook.xml".to_owned())
}

/// What a part rests on; of the part without a name, the whole file.
fn relations(archive: &mut Archive, of: &str) -> Vec<Relation> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let folder = if folder.is_empty() { String::new() } else { [folder, "/"].concat() };
    let text = part(archive, &[&folder, "_rels/", name, ".rels"].concat()).unwrap_or_default();
    let mut found = vec![];
    each(&text, |element| {
        let (Some(id), Some(kind), Some(target)) =
            (attribute(element, "Id"), attribute(element, "Type"), attribute(element, "Target"))
        else {
            return;
        };
        let name = target.strip_prefix('/').map_or_else(|| [&folder, &*target].concat(), str::to_owned);
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let is_outside = attribute(element, "TargetMode").as_deref() == Some("External");
        // A path may go up; what is written so is not looked for, and nothing is said of it.
        if !is_outside && !name.contains("..") {
            found.push(Relation { id, kind, name });
        }
    });
    found
}

/// Every element of a text with its attributes, as far as it can be read.
fn each(text: &str, mut see: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
}

/// An attribute by its name without a prefix.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}
