//! A chart as a picture that explains itself away from the page: title above, source below, paper behind.

use super::look::FONT;
use super::measure;
use super::{Chart, Look};

/// A picture as the text of an SVG file.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The whole file, with title, source and paper.
    pub svg: String,
    /// Width of the whole picture in pixels, margins included.
    pub width: u32,
    /// Height of the whole picture in pixels, title and source included.
    pub height: u32,
}

/// The drawing, given as an SVG of a width and height in pixels, with the chart's own words around it.
pub fn picture(chart: &Chart, drawing: &str, drawn: (u32, u32), look: &Look) -> Picture {
    let palette = look.palette();
    let (width, drawn_height) = drawn;
    let margin = look.px(16.0);
    let whole = f64::from(width) + 2.0 * margin;
    let (title_size, source_size) = (look.px(17.0), look.px(12.0));
    let room = f64::from(width);
    let title = measure::wrap(&chart.title.words(), room / title_size, 4);
    let source = measure::wrap(&chart.source.words(), room / source_size, 3);
    let mut top = margin;
    let title = lines(&title, margin, &mut top, title_size, palette.ink, "600");
    top += margin / 2.0;
    let drawing_top = top;
    top += f64::from(drawn_height) + margin / 2.0;
    let source = lines(&source, margin, &mut top, source_size, palette.ink_3, "400");
    let height = (top + margin).ceil();
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}" viewBox="0 0 {whole} {height}" font-family="{FONT}"><rect width="100%" height="100%" fill="{}"/>{title}<g transform="translate({margin} {drawing_top})">{drawing}</g>{source}</svg>"#,
        palette.sheet,
    );
    Picture { svg, width: whole as u32, height: height as u32 }
}

/// Lines of text, each at a place of its own; `top` moves below them.
fn lines(words: &str, left: f64, top: &mut f64, size: f64, color: &str, weight: &str) -> String {
    let line = |line: &str| {
        *top += size * 1.3;
        let words = escaped(line);
        format!(
            r#"<text x="{left}" y="{top}" font-size="{size}" font-weight="{weight}" fill="{color}">{words}</text>"#
        )
    };
    words.lines().map(line).collect()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Most letters of a file's name; file systems take 255 bytes.
const LONGEST_NAME: usize = 40;

/// A name for the file: the title, without what file systems refuse.
pub fn file_name(chart: &Chart) -> String {
    named(&chart.title.words())
}

fn named(title: &str) -> String {
    let title = title.split(['：', ':']).next().unwrap_or_default();
    let plain = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let kept: String = title.chars().map(plain).take(LONGEST_NAME).collect();
    let name: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    if name.is_empty() { "chart".into() } else { name.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Paper, trajectory, words::tests::plan};
    use crate::text::Language;

    fn look() -> Look {
        Look {
            paper: Paper::Light,
            language: Language::Zh,
            width: 300,
            height: 200,
            text: 16.0,
            is_moving: false,
        }
    }

    #[test]
    fn a_picture_has_title_paper_drawing_and_source() {
        let chart = trajectory::chart(&plan(), "conversion-rate", Language::Zh).unwrap();
        let picture = picture(&chart, "<svg>drawn</svg>", (300, 200), &look());
        for part in ["科技成果转化率", "&gt;60", "<svg>drawn</svg>", "来源：", "fill=\"#ffffff\""] {
            assert!(picture.svg.contains(part), "{part} in {}", picture.svg);
        }
        assert!(!picture.svg.contains("力争 >60"), "the figure is escaped");
        assert!(picture.width == 332 && picture.height > 240, "{picture:?}");
    }

    #[test]
    fn a_file_is_named_after_what_the_chart_is_about() {
        let name = |id| file_name(&trajectory::chart(&plan(), id, Language::Zh).unwrap());
        assert_eq!(name("provincial-projects"), "省级-揭榜挂帅-等科技攻关项目");
        assert_eq!(name("gazelles"), "雏鹰-瞪羚企业总数");
    }

    #[test]
    fn a_files_name_is_short() {
        assert_eq!(named(&"字".repeat(LONGEST_NAME + 1)), "字".repeat(LONGEST_NAME));
    }
}
