//! What a chart has to know about the page to be drawn: paper, width, size of text, movement.

use crate::text::Language;

/// The surroundings of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Decides the colours.
    pub paper: Paper,
    /// The language of the page.
    pub language: Language,
    /// Width of the drawing in CSS pixels.
    pub width: u32,
    /// Height of the drawing in CSS pixels.
    pub height: u32,
    /// Size of the page's text in CSS pixels; 16 is usual.
    pub text: f64,
    /// Whether things may move.
    pub is_moving: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Paper {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// Class of width. `style/parts/chart.css` draws the same lines: 30 rem and 50 rem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Below 30 times the text size, as on a phone.
    Narrow,
    /// From 30 to below 50 times the text size.
    Middle,
    /// From 50 times the text size.
    Wide,
}

/// Colours of the tokens of the style sheet: paper, ink and steel; red, amber and green, which belong to the lights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub sheet: &'static str,
    pub line: &'static str,
    pub ink: &'static str,
    pub ink_2: &'static str,
    pub ink_3: &'static str,
    pub steel: &'static str,
    pub steel_2: &'static str,
    pub steel_wash: &'static str,
    pub sunken: &'static str,
    pub red: &'static str,
    pub amber: &'static str,
    pub green: &'static str,
}

/// The page's text face, as in the style sheet's `--font`.
pub const FONT: &str = "PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, system-ui, sans-serif";

const LIGHT: Palette = Palette {
    sheet: "#ffffff",
    line: "#dcd9cf",
    ink: "#1c2329",
    ink_2: "#4c555d",
    ink_3: "#5f676e",
    steel: "#1f4e6e",
    steel_2: "#3f7699",
    steel_wash: "#e4edf3",
    sunken: "#edebe4",
    red: "#b3261e",
    amber: "#8a5a00",
    green: "#1f6b43",
};

const DARK: Palette = Palette {
    sheet: "#1b2127",
    line: "#2c353d",
    ink: "#e8ebed",
    ink_2: "#a7b1b9",
    ink_3: "#8f9aa3",
    steel: "#8fc1e3",
    steel_2: "#6ba3c8",
    steel_wash: "#1f3342",
    sunken: "#10141a",
    red: "#ff8f84",
    amber: "#f0bd57",
    green: "#74cf9c",
};

impl Look {
    /// Class of width, measured in text sizes so that a bigger text makes a chart narrower.
    pub fn class(&self) -> Width {
        match f64::from(self.width) / self.text {
            ems if ems < 30.0 => Width::Narrow,
            ems if ems < 50.0 => Width::Middle,
            _ => Width::Wide,
        }
    }

    /// A length that was measured at a text of 16 px.
    pub fn px(&self, length: f64) -> f64 {
        (length * self.text / 16.0).round()
    }

    /// The colours for this paper.
    pub fn palette(&self) -> Palette {
        match self.paper {
            Paper::Light => LIGHT,
            Paper::Dark => DARK,
        }
    }
}

impl Width {
    /// Returns the value given for this class.
    pub fn pick<T>(self, narrow: T, middle: T, wide: T) -> T {
        match self {
            Self::Narrow => narrow,
            Self::Middle => middle,
            Self::Wide => wide,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bigger_text_makes_a_chart_narrower() {
        let look = |width, text| Look {
            paper: Paper::Light,
            language: Language::Zh,
            width,
            height: 260,
            text,
            is_moving: false,
        };
        for (width, text, class) in [
            (320, 16.0, Width::Narrow),
            (479, 16.0, Width::Narrow),
            (480, 16.0, Width::Middle),
            (480, 32.0, Width::Narrow),
            (1000, 16.0, Width::Wide),
        ] {
            assert_eq!(look(width, text).class(), class, "{width} at {text}");
        }
    }

    #[test]
    fn the_palette_is_the_style_sheets_own() {
        let sheet = include_str!("../../style/tokens.css");
        let token = |name: &str, light: &str, dark: &str| format!("--{name}: light-dark({light}, {dark});");
        for (name, light, dark) in [
            ("sheet", LIGHT.sheet, DARK.sheet),
            ("line", LIGHT.line, DARK.line),
            ("ink", LIGHT.ink, DARK.ink),
            ("ink-2", LIGHT.ink_2, DARK.ink_2),
            ("ink-3", LIGHT.ink_3, DARK.ink_3),
            ("steel", LIGHT.steel, DARK.steel),
            ("steel-2", LIGHT.steel_2, DARK.steel_2),
            ("steel-wash", LIGHT.steel_wash, DARK.steel_wash),
            ("sunken", LIGHT.sunken, DARK.sunken),
            ("red", LIGHT.red, DARK.red),
            ("amber", LIGHT.amber, DARK.amber),
            ("green", LIGHT.green, DARK.green),
        ] {
            assert!(sheet.contains(&token(name, light, dark)), "{name}");
        }
    }
}
