//! What the styles of a workbook say of a cell (ECMA-376 part 1, 18.8).

use super::{attribute, each, is_true};

/// The style of a cell, as far as it matters to whoever writes one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// It shows a number as per cent.
    pub is_percent: bool,
    /// It can be written though the sheet is protected.
    pub is_unlocked: bool,
}

/// The styles of cells, by their place in `cellXfs`; nothing where they cannot be read.
pub(super) fn of(text: &str) -> Option<Vec<Style>> {
    let mut codes: Vec<(u32, bool)> = vec![(9, true), (10, true)];
    let mut styles: Vec<Style> = vec![];
    let mut is_in_cells = false;
    each(text, |element| match element.local_name().as_ref() {
        "numFmt" => {
            let id = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
            if let (Some(id), Some(code)) = (id, attribute(element, "formatCode")) {
                codes.push((id, is_percent(&code)));
            }
        }
        "cellStyleXfs" | "cellStyles" | "dxfs" => is_in_cells = false,
        "cellXfs" => is_in_cells = true,
        "xf" if is_in_cells => {
            let id: Option<u32> = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
            let is_percent = codes.iter().rev().find(|(of, _)| Some(*of) == id).is_some_and(|(_, is)| *is);
            styles.push(Style { is_percent, is_unlocked: false });
        }
        "protection" if is_in_cells => {
            if let Some(style) = styles.last_mut() {
                style.is_unlocked = is_true(element, "locked") == Some(false);
            }
        }
        _ => {}
    })?;
    Some(styles)
}

/// Whether a format of numbers has a sign of per cent that is no word of its own (18.8.31).
fn is_percent(code: &str) -> bool {
    let mut is_quoted = false;
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => {
                letters.next();
            }
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_per_cent_counts_where_it_is_no_word() {
        for (code, is) in
            [("0%", true), ("0.00%;[Red]-0.00%", true), ("0.0\"%\"", false), ("0\\%", false), ("0", false)]
        {
            assert_eq!(is_percent(code), is, "{code}");
        }
    }
}
