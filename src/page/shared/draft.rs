//! What stands in the fields of a form, as one text that the device keeps.
//!
//! A form says in which order its fields stand; what was kept in another order, or by another form, is not read.

/// Parts the fields; nobody can type it into one.
const PARTED: char = '\u{1f}';

/// The fields as they are kept.
pub fn kept<'a>(fields: impl IntoIterator<Item = &'a String>) -> String {
    let fields = fields.into_iter().map(|text| text.replace(PARTED, ""));
    fields.collect::<Vec<_>>().join(&PARTED.to_string())
}

/// The fields of what was kept, in the order in which they were.
pub fn fields(kept: &str) -> impl Iterator<Item = String> {
    kept.split(PARTED).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_back_in_their_order_whatever_is_typed() {
        let typed = ["一", "", "a\nb", "c\u{1f}d"].map(String::from);
        assert_eq!(fields(&kept(&typed)).collect::<Vec<_>>(), ["一", "", "a\nb", "cd"]);
    }
}
