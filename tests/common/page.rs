//! Pages rendered on the host.

use planboard::app::rendered;
use planboard::plan::PlanIndex;
use planboard::route::Route;
use planboard::text::Language;
use std::sync::Arc;

/// The whole page at an address, as markup.
pub fn render(plan: &PlanIndex, address: &str, language: Language) -> String {
    rendered(&Arc::new(plan.clone()), Route::parse(address), language)
}

/// What stands in the markup outside elements that are marked as Chinese, without tags and attributes that
/// nobody reads; attributes that are read out (`aria-label` and its like) stay.
pub fn outside_chinese(html: &str) -> String {
    let mut out = String::new();
    // Per open element: whether its content is Chinese.
    let mut open: Vec<bool> = vec![false];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let is_chinese = *open.last().unwrap_or(&false);
        if !is_chinese {
            out.push_str(&rest[..start]);
        }
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end);
        let tag = &rest[start + 1..end];
        rest = rest.get(end + 1..).unwrap_or("");
        if tag.starts_with('/') {
            open.pop();
            continue;
        }
        let inside = match tag.split(" lang=\"").nth(1) {
            Some(language) => language.starts_with("zh"),
            None => is_chinese,
        };
        if !inside {
            let read = ["aria-label=\"", "title=\"", "alt=\"", "data-column=\""];
            for value in read.iter().filter_map(|name| tag.split(name).nth(1)?.split('"').next()) {
                out.push_str(value);
            }
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let is_void = matches!(name, "input" | "br" | "img" | "meta" | "link" | "hr") || tag.ends_with('/');
        if !is_void && !tag.starts_with('!') {
            open.push(inside);
        }
    }
    out.push_str(rest);
    out
}

/// Whether the letter is a Han character.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
