//! A day as people type it, and as spreadsheets hand it out.

use super::figure;
use crate::plan::Day;

/// There is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDate;

/// The day that is typed; none where nothing is. Read are `2024-09-30`, `2024/9/30`, `2024.9.30`, `2024年9月30日` and
/// `20240930`, in either width.
///
/// # Errors
/// [`NoSuchDate`].
pub fn day(text: &str) -> Result<Option<Day>, NoSuchDate> {
    let narrow: String = text.trim().chars().take(40).map(figure::narrow).filter(|one| *one != ' ').collect();
    if narrow.is_empty() {
        return Ok(None);
    }
    if narrow.len() == 8 && narrow.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = narrow.split_at(4);
        let (month, day) = rest.split_at(2);
        return Day::parse(&format!("{year}-{month}-{day}")).map(Some).ok_or(NoSuchDate);
    }
    let bare = narrow.strip_suffix(['日', '号']).unwrap_or(&narrow);
    let parts: Vec<&str> = bare.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else { return Err(NoSuchDate) };
    let is_number = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(NoSuchDate);
    }
    Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")).map(Some).ok_or(NoSuchDate)
}
