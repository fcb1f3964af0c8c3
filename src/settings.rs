//! How the page looks, as somebody chose it. Kept on the device; no page and no signal knows more of it than this.

#![warn(missing_docs)]

use crate::text::Language;

/// How the page looks; kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark colours.
    pub theme: Theme,
    /// The language of the interface; the plan's own text may be in another.
    pub language: Language,
    /// How close everything stands.
    pub density: Density,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark letters on a light ground, whatever the system has.
    Light,
    /// Light letters on a dark ground, whatever the system has.
    Dark,
}

/// How much room the page leaves between things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Density {
    /// The usual room.
    #[default]
    Comfortable,
    /// Less room, so that more stands on a screen.
    Compact,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in storage and on the root element.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Density {
    /// Every density, the default first.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// The word in storage and on the root element.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}
