//! Names in quotation marks: “…”, 《…》, 「…」.

use super::source::{Source, Span};
use crate::plan::ProjectKind;

/// A name in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The name without its marks.
    pub inner: Span,
    /// With its marks.
    pub whole: Span,
    /// Whether it is the title of a document (《…》).
    pub is_title: bool,
}

/// What a name of a project ends with, and what sort of project it is.
const ENDS: [(&str, ProjectKind); 34] = [
    ("中试基地", ProjectKind::PilotBase),
    ("联盟", ProjectKind::Alliance),
    ("共同体", ProjectKind::Alliance),
    ("方案", ProjectKind::Programme),
    ("计划", ProjectKind::Programme),
    ("规划", ProjectKind::Programme),
    ("行动", ProjectKind::Programme),
    ("工程", ProjectKind::Programme),
    ("办法", ProjectKind::Programme),
    ("意见", ProjectKind::Programme),
    ("条例", ProjectKind::Programme),
    ("清单", ProjectKind::Programme),
    ("目录", ProjectKind::Programme),
    ("基金", ProjectKind::Programme),
    ("专项", ProjectKind::Programme),
    ("品牌", ProjectKind::Programme),
    ("实验室", ProjectKind::Platform),
    ("中心", ProjectKind::Platform),
    ("平台", ProjectKind::Platform),
    ("系统", ProjectKind::Platform),
    ("研发", ProjectKind::Research),
    ("研究", ProjectKind::Research),
    ("研制", ProjectKind::Research),
    ("项目", ProjectKind::Research),
    ("基地", ProjectKind::Construction),
    ("园", ProjectKind::Construction),
    ("园区", ProjectKind::Construction),
    ("大厦", ProjectKind::Construction),
    ("改造", ProjectKind::Construction),
    ("大会", ProjectKind::Event),
    ("大赛", ProjectKind::Event),
    ("活动", ProjectKind::Event),
    ("论坛", ProjectKind::Event),
    ("活动周", ProjectKind::Event),
];

/// Letters of the longest name; what is closed later than that was opened by mistake.
const LONGEST_NAME: usize = 200;

/// Every name in quotation marks in a paragraph, the outermost of those within each other.
pub fn quoted(source: &Source, paragraph: Span) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut at = paragraph.from;
    while at < paragraph.to {
        let closing = source.at(at).and_then(closing);
        match closing.and_then(|closing| end(source, at, paragraph.to.min(at + LONGEST_NAME), closing)) {
            Some(end) => {
                found.push(Quoted {
                    inner: Span::new(at + 1, end),
                    whole: Span::new(at, end + 1),
                    is_title: source.at(at) == Some('《'),
                });
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found.retain(|one| !source.trimmed(one.inner).is_empty());
    found
}

/// What a name stands for, by its end; none of a turn of speech.
pub fn kind(words: &str, is_title: bool) -> Option<ProjectKind> {
    // 中试基地 is one thing, 基地 another: the longest end counts.
    let hits = ENDS.iter().filter(|(end, _)| words.ends_with(end));
    let kind = hits.max_by_key(|(end, _)| end.len()).map(|(_, kind)| *kind);
    kind.or(is_title.then_some(ProjectKind::Programme))
}

fn closing(opening: char) -> Option<char> {
    Some(match opening {
        '“' => '”',
        '《' => '》',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

/// Where the mark that was opened is closed, with others of its sort within it.
fn end(source: &Source, open: usize, to: usize, closing: char) -> Option<usize> {
    let opening = source.at(open)?;
    let mut depth = 0_u32;
    for place in open..to {
        let letter = source.at(place)?;
        if letter == opening {
            depth += 1;
        } else if letter == closing {
            depth -= 1;
            if depth == 0 {
                return Some(place);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_is_closed_much_later_was_opened_by_mistake() {
        let far = ["“", &"字".repeat(LONGEST_NAME), "”"].concat();
        let source = Source::new(&far);
        assert_eq!(quoted(&source, source.all()), []);
    }

    #[test]
    fn names_are_found_whole_and_turns_of_speech_are_none() {
        let source =
            Source::new("落实《关于“五大工程”的方案（2023）》，推进“甲中试基地”建设，攻克“卡脖子”，“未完");
        let found = quoted(&source, source.all());
        let each: Vec<_> = found
            .iter()
            .map(|one| {
                let words = source.raw(one.inner);
                let kind = kind(&words, one.is_title);
                (words, kind)
            })
            .collect();
        assert_eq!(
            each,
            [
                ("关于“五大工程”的方案（2023）".to_owned(), Some(ProjectKind::Programme)),
                ("甲中试基地".to_owned(), Some(ProjectKind::PilotBase)),
                ("卡脖子".to_owned(), None),
            ]
        );
    }
}
