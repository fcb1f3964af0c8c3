//! How a paper looks: the page, the faces and the lines of GB/T 9704-2012 (党政机关公文格式), as styles that people can change
//! at one place in Word, WPS or LibreOffice.
//!
//! The standard wants 22 lines of 28 letters in 16 pt on 156 × 225 mm (7.1 to 7.3). A grid of characters cannot give them: 28
//! letters of 16 pt are wider than 156 mm, so each letter takes two cells (14 a line in LibreOffice 7.4). What holds in
//! whatever face is there is an exact line of 28.95 pt, a quarter of a point less between letters, and no grid.

use super::xml::{Attributes, Xml};
use crate::office::NotWritten;

/// A quarter of a point closer, in twentieths of a point.
const CLOSER: &str = "-5";
/// The line of the text, in twentieths of a point: 28.95 pt.
const LINE: &str = "579";
/// Two letters of the text, with what they stand closer.
const INDENT: &str = "630";

/// The faces that the standard names, and those of what it leaves open.
mod faces {
    pub const TEXT: &str = "仿宋_GB2312";
    pub const TITLE: &str = "方正小标宋简体";
    pub const HEADING: &str = "黑体";
    pub const MASTHEAD: &str = "楷体_GB2312";
    pub const NUMBER: &str = "宋体";
    pub const LATIN: &str = "Times New Roman";
}

/// A style of paragraphs.
pub struct Style {
    /// Its identifier in the file.
    pub id: &'static str,
    name: &'static str,
    face: &'static str,
    /// In half points.
    size: &'static str,
    spacing: Attributes<'static>,
    indent: Attributes<'static>,
    align: &'static str,
    /// Stays with what follows.
    is_kept: bool,
    /// Its level in the outline; none for what is no heading.
    level: Option<&'static str>,
    /// As close as the text, for which the line of 28 letters is measured.
    is_close: bool,
}

const TIGHT: Attributes = &[("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")];
const EXACT: Attributes = &[("w:before", "0"), ("w:after", "0"), ("w:line", LINE), ("w:lineRule", "exact")];
const FIRST_LINE: Attributes = &[("w:firstLine", INDENT)];

const TEXT: Style = Style {
    id: "Text",
    name: "公文正文",
    face: faces::TEXT,
    size: "32",
    spacing: EXACT,
    indent: FIRST_LINE,
    align: "both",
    is_kept: false,
    level: None,
    is_close: true,
};

/// A line in small letters, as in tables.
const SMALL: Style =
    Style { size: "21", spacing: TIGHT, indent: &[], align: "left", is_close: false, ..TEXT };

/// Every style but that of what nothing is said of, in the order of the file.
pub const ALL: [Style; 12] = [
    TEXT,
    Style {
        id: "PaperTitle",
        name: "公文标题",
        face: faces::TITLE,
        size: "44",
        spacing: &[("w:before", "0"), ("w:after", "0"), ("w:line", "700"), ("w:lineRule", "exact")],
        indent: &[],
        align: "center",
        is_kept: true,
        ..TEXT
    },
    Style {
        id: "Masthead",
        name: "公文题注",
        face: faces::MASTHEAD,
        spacing: &[("w:before", "0"), ("w:after", LINE), ("w:line", LINE), ("w:lineRule", "exact")],
        indent: &[],
        align: "center",
        ..TEXT
    },
    Style {
        id: "Level1",
        name: "公文一级标题",
        face: faces::HEADING,
        is_kept: true,
        level: Some("0"),
        ..TEXT
    },
    Style {
        id: "Remark",
        name: "公文注",
        size: "24",
        spacing: &[("w:before", "120"), ("w:after", "120"), ("w:line", "360"), ("w:lineRule", "auto")],
        indent: &[],
        align: "both",
        is_close: false,
        ..TEXT
    },
    Style {
        id: "TableCaption",
        name: "公文表题",
        face: faces::HEADING,
        size: "24",
        spacing: &[("w:before", "160"), ("w:after", "80"), ("w:line", "240"), ("w:lineRule", "auto")],
        align: "center",
        is_kept: true,
        ..SMALL
    },
    Style { id: "TableHead", name: "公文表头", face: faces::HEADING, align: "center", ..SMALL },
    Style { id: "TableText", name: "公文表文", ..SMALL },
    Style { id: "TableFigure", name: "公文表数", align: "right", ..SMALL },
    Style { id: "Head", name: "公文页眉", face: faces::HEADING, size: "24", align: "right", ..SMALL },
    Style {
        id: "PageOdd",
        name: "公文页码单",
        face: faces::NUMBER,
        size: "28",
        indent: &[("w:right", "280")],
        align: "right",
        ..SMALL
    },
    Style {
        id: "PageEven",
        name: "公文页码双",
        face: faces::NUMBER,
        size: "28",
        indent: &[("w:left", "280")],
        ..SMALL
    },
];

/// The part `word/styles.xml`.
pub fn part(language: &str) -> Result<Vec<u8>, NotWritten> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", super::MAIN)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    fonts(xml, faces::TEXT);
                    xml.val("w:sz", "32");
                    xml.val("w:szCs", "32");
                    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| xml.empty("w:spacing", EXACT));
            });
        });
        xml.element(
            "w:style",
            &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")],
            |xml| {
                xml.val("w:name", "Normal");
                xml.empty("w:qFormat", &[]);
            },
        );
        for style in &ALL {
            write(xml, style);
        }
    });
    xml.bytes()
}

fn write(xml: &mut Xml, style: &Style) {
    let attributes = [("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", style.id)];
    xml.element("w:style", &attributes, |xml| {
        xml.val("w:name", style.name);
        xml.val("w:basedOn", "Normal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.is_kept {
                xml.empty("w:keepNext", &[]);
            }
            // A last line is not carried over alone to keep 22 lines on each sheet.
            xml.val("w:widowControl", "0");
            xml.val("w:snapToGrid", "0");
            xml.empty("w:spacing", style.spacing);
            if !style.indent.is_empty() {
                xml.empty("w:ind", style.indent);
            }
            xml.val("w:jc", style.align);
            if let Some(level) = style.level {
                xml.val("w:outlineLvl", level);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            fonts(xml, style.face);
            if style.is_close {
                xml.val("w:spacing", CLOSER);
            }
            xml.val("w:sz", style.size);
            xml.val("w:szCs", style.size);
        });
    });
}

/// All four, so that no face of a theme takes the place of one.
fn fonts(xml: &mut Xml, face: &str) {
    let latin = faces::LATIN;
    xml.empty("w:rFonts", &[("w:ascii", latin), ("w:hAnsi", latin), ("w:eastAsia", face), ("w:cs", latin)]);
}
