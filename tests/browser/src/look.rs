//! How a page is looked at: width, theme, language, finger or mouse.

/// A way of looking at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Of the window, in CSS pixels.
    pub width: u32,
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub scale: u32,
    pub is_dark: bool,
    /// `zh` or `en`.
    pub language: &'static str,
    /// A finger instead of a mouse.
    pub has_touch: bool,
    /// Scripts run.
    pub has_script: bool,
}

impl Look {
    /// 1440 × 900 with a mouse, light, in Chinese.
    pub const DESKTOP: Self = Self {
        width: 1440,
        height: 900,
        scale: 1,
        is_dark: false,
        language: "zh",
        has_touch: false,
        has_script: true,
    };

    /// 390 × 844 with a finger, light, in Chinese.
    pub const PHONE: Self = Self { width: 390, height: 844, has_touch: true, ..Self::DESKTOP };

    /// Of all combinations of width, theme and language those four in which every pair of values occurs.
    pub const PAIRWISE: [Self; 4] =
        [Self::DESKTOP, Self::DESKTOP.dark().english(), Self::PHONE.dark(), Self::PHONE.english()];

    pub const fn dark(self) -> Self {
        Self { is_dark: true, ..self }
    }

    pub const fn english(self) -> Self {
        Self { language: "en", ..self }
    }

    /// A window of another size.
    pub const fn sized(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    pub const fn without_script(self) -> Self {
        Self { has_script: false, ..self }
    }

    pub fn theme(self) -> &'static str {
        if self.is_dark { "dark" } else { "light" }
    }

    /// Whether the interface speaks Chinese.
    pub fn is_chinese(self) -> bool {
        self.language == "zh"
    }

    /// The word for the language of the look.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        if self.is_chinese() { zh } else { en }
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}x{}-{}-{}", self.width, self.height, self.theme(), self.language)
    }
}
