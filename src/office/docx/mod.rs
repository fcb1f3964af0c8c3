//! A manuscript as the bytes of a .docx (ECMA-376, part 1). The same manuscript gives the same bytes.
//!
//! Written element by element, in the order of the schema: the crate that makes such files (docx-rs 0.4.22) has no rows that
//! are repeated at the head of a sheet and orders properties otherwise than the schema, so its bytes would have to be
//! written anew; of the program that writes workbooks, the zip is there already.

mod styles;
mod xml;

use super::NotWritten;
use super::manuscript::{Grid, Manuscript, Part, Run, Section, Sheet};
use std::io::{Cursor, Write};
use xml::Xml;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespace of what is in a document.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// That of what leads from one part to another.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// What is said beside the rest, in half points: 9 pt.
const SMALL: &str = "18";
/// From the text to the page number, and the number's own line: 7 mm and 20 pt.
const FOOT: u32 = 797;

/// The bytes of a .docx.
///
/// # Errors
/// Where the zip refuses the parts; 4 GB are more than any paper has.
pub fn bytes(manuscript: &Manuscript) -> Result<Vec<u8>, NotWritten> {
    let language = manuscript.language.tag();
    let mut targets = Targets::default();
    let document = document(manuscript, &mut targets)?;
    let parts = [
        ("[Content_Types].xml", content_types()?),
        ("_rels/.rels", package()?),
        ("docProps/core.xml", properties(&manuscript.title)?),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", targets.part()?),
        ("word/styles.xml", styles::part(language)?),
        ("word/settings.xml", settings()?),
        ("word/head.xml", head(&manuscript.head)?),
        ("word/odd.xml", foot("PageOdd")?),
        ("word/even.xml", foot("PageEven")?),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a clock: the crate dates what is not dated 1980, and the same paper has the same bytes.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut write = || {
        for (name, bytes) in &parts {
            zip.start_file(*name, options)?;
            zip.write_all(bytes)?;
        }
        Ok(())
    };
    write().map_err(|error: zip::result::ZipError| NotWritten(error.to_string()))?;
    let written = zip.finish().map_err(|error| NotWritten(error.to_string()))?;
    Ok(written.into_inner())
}

/// What a document leads to: the parts beside it, and addresses. Each has a number.
#[derive(Default)]
struct Targets(Vec<String>);

/// Parts that every document has, by the kind of their relation.
const BESIDE: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("header", "head.xml"),
    ("footer", "odd.xml"),
    ("footer", "even.xml"),
];
/// The names of the relations of the last three of them.
const HEAD: &str = "r3";
const ODD: &str = "r4";
const EVEN: &str = "r5";

impl Targets {
    fn name(&mut self, address: &str) -> String {
        let at = self.0.iter().position(|one| one == address).unwrap_or_else(|| {
            self.0.push(address.to_owned());
            self.0.len() - 1
        });
        format!("r{}", BESIDE.len() + 1 + at)
    }

    fn part(&self) -> Result<Vec<u8>, NotWritten> {
        let mut xml = Xml::new();
        xml.element("Relationships", &[("xmlns", &[PACKAGE, "/relationships"].concat())], |xml| {
            let beside = BESIDE.iter().map(|(kind, target)| (*kind, *target, None));
            let outside = self.0.iter().map(|one| ("hyperlink", one.as_str(), Some("External")));
            for (number, (kind, target, mode)) in (1..).zip(beside.chain(outside)) {
                let (id, kind) = (format!("r{number}"), [RELATIONS, "/", kind].concat());
                let mut attributes = vec![("Id", id.as_str()), ("Type", &kind), ("Target", target)];
                attributes.extend(mode.map(|mode| ("TargetMode", mode)));
                xml.empty("Relationship", &attributes);
            }
        });
        xml.bytes()
    }
}

fn document(manuscript: &Manuscript, targets: &mut Targets) -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    let last = manuscript.sections.len().saturating_sub(1);
    xml.element("w:document", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            for (at, section) in manuscript.sections.iter().enumerate() {
                for (number, part) in section.parts.iter().enumerate() {
                    // The last paragraph of a section carries what the section is.
                    let ends = (at != last && number + 1 == section.parts.len()).then_some(section);
                    write(xml, targets, part, section, ends);
                }
                if at == last {
                    sheets(xml, section);
                }
            }
        });
    });
    xml.bytes()
}

fn write(xml: &mut Xml, targets: &mut Targets, part: &Part, section: &Section, ends: Option<&Section>) {
    let said = |words: &str| vec![plain(words)];
    match part {
        Part::Title(words) => paragraph(xml, targets, "PaperTitle", &said(words), ends),
        Part::Masthead(words) => paragraph(xml, targets, "Masthead", &said(words), ends),
        Part::Heading(words) => paragraph(xml, targets, "Level1", &said(words), ends),
        Part::Paragraph(runs) => paragraph(xml, targets, "Text", runs, ends),
        Part::Note(words) => paragraph(xml, targets, "Remark", &said(words), ends),
        Part::Table(grid) => {
            paragraph(xml, targets, "TableCaption", &said(&grid.caption), None);
            table(xml, targets, grid, extent(section.sheet).room);
            // Neither a section nor a document may end with a table.
            after_table(xml, ends);
        }
    }
}

fn paragraph(xml: &mut Xml, targets: &mut Targets, style: &str, runs: &[Run], ends: Option<&Section>) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", style);
            if let Some(section) = ends {
                sheets(xml, section);
            }
        });
        for one in runs {
            if one.href.is_empty() {
                run(xml, one);
            } else {
                let target = targets.name(&one.href);
                xml.element("w:hyperlink", &[("r:id", &target)], |xml| run(xml, one));
            }
        }
    });
}

fn plain(words: &str) -> Run {
    Run { words: words.to_owned(), ..Run::default() }
}

/// A line as low as it can be.
fn after_table(xml: &mut Xml, ends: Option<&Section>) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
            if let Some(section) = ends {
                sheets(xml, section);
            }
        });
    });
}

/// Words, with quotes, dashes and ellipses in the Chinese face, which a Latin one would make narrow.
fn run(xml: &mut Xml, run: &Run) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
            if run.is_small {
                xml.val("w:sz", SMALL);
                xml.val("w:szCs", SMALL);
            }
        });
        for (number, line) in run.words.split('\n').enumerate() {
            if number > 0 {
                xml.empty("w:br", &[]);
            }
            for (number, piece) in line.split('\t').enumerate() {
                if number > 0 {
                    xml.empty("w:tab", &[]);
                }
                let piece: String = piece.chars().filter(|letter| is_taken(*letter)).collect();
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&piece));
            }
        }
    });
}

/// Whether XML 1.0 has the letter (2.2 *Characters*); of control characters it has none but line and tab, which are written apart.
fn is_taken(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

fn table(xml: &mut Xml, targets: &mut Targets, grid: &Grid, room: u32) {
    let widths = widths(grid, room);
    let dxa = |width: u32| width.to_string();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[("w:w", &dxa(room)), ("w:type", "dxa")]);
            xml.val("w:jc", "center");
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
                    xml.empty(side, &line);
                }
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.element("w:tblCellMar", &[], |xml| {
                for (side, width) in
                    [("w:top", "28"), ("w:left", "57"), ("w:bottom", "28"), ("w:right", "57")]
                {
                    xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
                }
            });
        });
        xml.element("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &dxa(*width))]));
        });
        let heads: Vec<Vec<Run>> = grid.columns.iter().map(|column| vec![plain(&column.head)]).collect();
        let rows = grid.rows.iter().map(|row| (false, row));
        for (is_head, cells) in std::iter::once((true, &heads)).chain(rows) {
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[]);
                    if is_head {
                        xml.empty("w:tblHeader", &[]);
                    }
                });
                for ((cell, column), width) in cells.iter().zip(&grid.columns).zip(&widths) {
                    let style = match (is_head, column.is_numeric) {
                        (true, _) => "TableHead",
                        (false, true) => "TableFigure",
                        (false, false) => "TableText",
                    };
                    xml.element("w:tc", &[], |xml| {
                        xml.element("w:tcPr", &[], |xml| {
                            xml.empty("w:tcW", &[("w:w", &dxa(*width)), ("w:type", "dxa")]);
                            xml.val("w:vAlign", "center");
                        });
                        paragraph(xml, targets, style, cell, None);
                    });
                }
            });
        }
    });
}

/// The widths of the columns in twentieths of a point: by their shares, and together the room.
fn widths(grid: &Grid, room: u32) -> Vec<u32> {
    let all: u32 = grid.columns.iter().map(|column| column.share).sum::<u32>().max(1);
    // Each from where the one before it ends, so that what is rounded off is never missing in the end.
    let mut before = 0;
    let mut end = 0;
    grid.columns
        .iter()
        .map(|column| {
            before += column.share;
            let begin = std::mem::replace(&mut end, room * before / all);
            end - begin
        })
        .collect()
}

/// Sheets in twentieths of a point.
struct Extent {
    width: u32,
    height: u32,
    /// Above, at the right, below, at the left.
    margins: [u32; 4],
    /// What is left for the text from margin to margin.
    room: u32,
}

/// The standard's margins (37 mm above, 28 mm at the left, text of 156 × 225 mm), turned with the sheet where it lies.
fn extent(sheet: Sheet) -> Extent {
    let (width, height, margins) = match sheet {
        Sheet::Upright => (11_906, 16_838, [2098, 1475, 1984, 1587]),
        Sheet::Wide => (16_838, 11_906, [1587, 1984, 1475, 2098]),
        Sheet::Large => (23_811, 16_838, [1587, 1984, 1475, 2098]),
    };
    Extent { width, height, margins, room: width - margins[1] - margins[3] }
}

fn sheets(xml: &mut Xml, section: &Section) {
    let Extent { width, height, margins: [top, right, bottom, left], .. } = extent(section.sheet);
    xml.element("w:sectPr", &[], |xml| {
        for (kind, head, foot) in [("default", HEAD, ODD), ("even", HEAD, EVEN)] {
            xml.empty("w:headerReference", &[("w:type", kind), ("r:id", head)]);
            xml.empty("w:footerReference", &[("w:type", kind), ("r:id", foot)]);
        }
        xml.val("w:type", "nextPage");
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", &height)];
        if section.sheet != Sheet::Upright {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let margins = [top, right, bottom, left, top / 2, bottom - FOOT].map(|margin| margin.to_string());
        let [top, right, bottom, left, header, footer] = &margins;
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", top),
                ("w:right", right),
                ("w:bottom", bottom),
                ("w:left", left),
                ("w:header", header),
                ("w:footer", footer),
                ("w:gutter", "0"),
            ],
        );
    });
}

fn head(words: &str) -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)], |xml| {
        let runs = [plain(words)];
        let runs = if words.is_empty() { &[] } else { &runs[..] };
        paragraph(xml, &mut Targets::default(), "Head", runs, None);
    });
    xml.bytes()
}

/// The page number between dashes, on the outer side (7.5 of the standard).
fn foot(style: &str) -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.val("w:pStyle", style));
            run(xml, &plain("— "));
            xml.element("w:fldSimple", &[("w:instr", "PAGE")], |xml| run(xml, &plain("1")));
            run(xml, &plain(" —"));
        });
    });
    xml.bytes()
}

fn settings() -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", MAIN)], |xml| {
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.val("w:characterSpacingControl", "compressPunctuation");
        xml.element("w:compat", &[], |xml| {
            // Without it Word opens the paper as one of 2007 and says so over it.
            let named = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &named);
        });
    });
    xml.bytes()
}

fn properties(title: &str) -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    let names = [
        ("xmlns:cp", &*[PACKAGE, "/metadata/core-properties"].concat()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &names, |xml| {
        let title: String = title.chars().filter(|letter| is_taken(*letter)).collect();
        xml.element("dc:title", &[], |xml| xml.text(&title));
    });
    xml.bytes()
}

fn package() -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", &[PACKAGE, "/relationships"].concat())], |xml| {
        let document = [RELATIONS, "/officeDocument"].concat();
        xml.empty("Relationship", &[("Id", "r1"), ("Type", &document), ("Target", "word/document.xml")]);
        let core = [PACKAGE, "/relationships/metadata/core-properties"].concat();
        xml.empty("Relationship", &[("Id", "r2"), ("Type", &core), ("Target", "docProps/core.xml")]);
    });
    xml.bytes()
}

fn content_types() -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &[PACKAGE, "/content-types"].concat())], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
        for (part, kind) in [
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("head", "header"),
            ("odd", "footer"),
            ("even", "footer"),
        ] {
            let (part, kind) = (["/word/", part, ".xml"].concat(), [TYPES, ".", kind, "+xml"].concat());
            xml.empty("Override", &[("PartName", &part), ("ContentType", &kind)]);
        }
    });
    xml.bytes()
}

#[cfg(test)]
mod tests;
