//! Who leads and who is responsible, as the text says it: behind a label (牵头单位：…；责任单位：…), in a bracket
//! (市发改委牵头，市财政局配合), or on lines of their own (Lead: …).

use super::source::{Source, Span};
use crate::plan::Role;

/// What a paragraph says of one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The role.
    pub role: Role,
    /// The words that give the role, as written: 牵头单位.
    pub label: String,
    /// Where it begins in the text.
    pub from: usize,
    /// The organisations, in the order of the text.
    pub names: Vec<Span>,
    /// Whether the list ends with 等 (and others).
    pub is_open: bool,
}

/// What a label is made of: a duty, then what has it.
const DUTIES: [(&str, Role); 15] = [
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("主责", Role::Lead),
    ("责任", Role::Responsible),
    ("配合", Role::Responsible),
    ("协办", Role::Responsible),
    ("协同", Role::Responsible),
    ("协作", Role::Responsible),
    ("参与", Role::Responsible),
    ("参加", Role::Responsible),
    ("承办", Role::Responsible),
    ("实施", Role::Responsible),
    ("负责", Role::Responsible),
    ("落实", Role::Responsible),
    ("完成", Role::Responsible),
];
const BEARERS: [&str; 5] = ["责任单位", "单位", "部门", "科室", "处室"];
/// What ends a list in a bracket.
const VERBS: [(&str, Role); 8] = [
    ("牵头负责", Role::Lead),
    ("牵头", Role::Lead),
    ("按职责分工负责", Role::Responsible),
    ("按职责负责", Role::Responsible),
    ("分别负责", Role::Responsible),
    ("负责", Role::Responsible),
    ("配合", Role::Responsible),
    ("参与", Role::Responsible),
];
const ENGLISH: [(&str, Role); 9] = [
    ("lead", Role::Lead),
    ("owner", Role::Lead),
    ("responsible", Role::Responsible),
    ("partner", Role::Responsible),
    ("support", Role::Responsible),
    ("delivery", Role::Responsible),
    ("with", Role::Responsible),
    ("contribut", Role::Responsible),
    ("involved", Role::Responsible),
];
/// Longest English label in letters; a longer stretch before a colon is a sentence.
const LONGEST_LABEL: usize = 40;
/// Districts that are named by their sort and go on with the group before them: 各县（市）区、开发区.
const SORTS: [&str; 8] = ["开发区", "园区", "功能区", "管委会", "经济区", "乡镇", "街道", "新区"];

/// What a paragraph says of roles; nothing of one that speaks of other things.
pub fn duties(source: &Source, paragraph: Span) -> Vec<Duty> {
    let labels = labels(source, paragraph);
    if labels.is_empty() {
        return in_bracket(source, paragraph);
    }
    let ends = labels.iter().skip(1).map(|label| label.start).chain([paragraph.to]);
    labels.iter().zip(ends).map(|(label, end)| of_list(source, label, Span::new(label.end, end))).collect()
}

struct Label {
    role: Role,
    words: String,
    /// Where it begins, and where what it introduces does.
    start: usize,
    end: usize,
}

fn labels(source: &Source, paragraph: Span) -> Vec<Label> {
    let letters = source.narrow(paragraph);
    let colons = letters.iter().enumerate().filter(|(_, one)| matches!(one, '：' | ':')).map(|(at, _)| at);
    colons.filter_map(|colon| label(source, paragraph, paragraph.from + colon)).collect()
}

/// The label that ends before a colon.
fn label(source: &Source, paragraph: Span, colon: usize) -> Option<Label> {
    let before = source.narrow(Span::new(paragraph.from, colon));
    let length = before.iter().rev().take_while(|one| !"。；;，,.（(\t：:【[".contains(**one)).count();
    let span = source.trimmed(Span::new(colon - length, colon));
    let words = source.words(span);
    let role = chinese(&words).or_else(|| english(&words))?;
    Some(Label { role, words, start: span.from, end: colon + 1 })
}

fn chinese(words: &str) -> Option<Role> {
    let bearer = BEARERS.into_iter().find(|bearer| words.ends_with(bearer))?;
    let duty = words.strip_suffix(bearer)?;
    // 责任单位 alone has its duty in the word that bears it.
    let duty = if duty.is_empty() && bearer == "责任单位" { "责任" } else { duty };
    DUTIES.into_iter().find(|(word, _)| duty.starts_with(word)).map(|(_, role)| role)
}

fn english(words: &str) -> Option<Role> {
    let is_label = words.chars().count() <= LONGEST_LABEL && words.is_ascii();
    let lower = words.to_ascii_lowercase();
    ENGLISH.into_iter().find(|(word, _)| is_label && lower.starts_with(word)).map(|(_, role)| role)
}

fn of_list(source: &Source, label: &Label, rest: Span) -> Duty {
    let letters = source.narrow(rest);
    let mut depth = 0_i32;
    let mut end = rest.to;
    for (at, letter) in letters.iter().enumerate() {
        depth +=
            i32::from(matches!(letter, '（' | '(' | '〔')) - i32::from(matches!(letter, '）' | ')' | '〕'));
        let is_stop = depth == 0 && matches!(letter, '；' | ';' | '。' | '\t')
            || *letter == '.' && at + 1 == letters.len();
        if depth < 0 || is_stop {
            end = rest.from + at;
            break;
        }
    }
    let list = source.trimmed(Span::new(rest.from, end));
    named(source, label.role, label.words.clone(), label.start, list)
}

/// （市发改委牵头，市财政局、市科技局按职责分工负责） at the end of a paragraph.
fn in_bracket(source: &Source, paragraph: Span) -> Vec<Duty> {
    let letters = source.narrow(paragraph);
    let Some(open) = letters.iter().rposition(|one| matches!(one, '（' | '(' | '【')) else {
        return vec![];
    };
    let rest = letters.get(open + 1..).unwrap_or_default();
    let Some(length) = rest.iter().position(|one| matches!(one, '）' | ')' | '】')) else { return vec![] };
    let behind = rest.get(length + 1..).unwrap_or_default();
    if behind.iter().any(|one| !matches!(one, '。' | '；' | ' ')) {
        return vec![];
    }
    let from = paragraph.from + open + 1;
    let inside = Span::new(from, from + length);
    let clauses = source.sentences(inside).into_iter().flat_map(|one| source.clauses(one));
    let mut found = Vec::new();
    for clause in clauses {
        let words = source.words(clause);
        let Some((verb, role)) = VERBS.into_iter().find(|(verb, _)| words.ends_with(verb)) else {
            return vec![];
        };
        let names = Span::new(clause.from, clause.to - verb.chars().count());
        let by = usize::from(source.at(names.from) == Some('由'));
        let names = Span::new(names.from + by, names.to);
        found.push(named(source, role, verb.to_owned(), clause.from, source.trimmed(names)));
    }
    found.retain(|one| !one.names.is_empty());
    found
}

fn named(source: &Source, role: Role, label: String, from: usize, list: Span) -> Duty {
    let words = source.words(list);
    let (others, is_open) = ["等有关单位", "等相关单位", "等单位", "等部门", "等", " and others", " et al"]
        .into_iter()
        .find(|others| words.ends_with(others))
        .map_or((0, false), |others| (others.chars().count(), true));
    let names = names(source, Span::new(list.from, list.to - others));
    Duty { role, label, from, names, is_open }
}

/// The names of a list. 各县（市）区、开发区 is one: whoever is named by sort alone goes on with the group before.
fn names(source: &Source, list: Span) -> Vec<Span> {
    let mut cut: Vec<Span> = Vec::new();
    let mut from = list.from;
    let mut depth = 0_i32;
    let letters = source.narrow(list);
    for (at, letter) in letters.iter().enumerate() {
        depth +=
            i32::from(matches!(letter, '（' | '(' | '〔')) - i32::from(matches!(letter, '）' | ')' | '〕'));
        let rest = letters.get(at..).unwrap_or_default();
        let word: String = rest.iter().take(5).collect();
        let length = match letter {
            '、' | '，' | ',' | '；' => 1,
            ' ' if word == " and " => 5,
            _ => continue,
        };
        if depth == 0 {
            cut.push(Span::new(from, list.from + at));
            from = list.from + at + length;
        }
    }
    cut.push(Span::new(from, list.to));
    let mut names: Vec<Span> = Vec::new();
    for one in cut.into_iter().map(|one| source.trimmed(one)).filter(|one| !one.is_empty()) {
        let is_sort = SORTS.contains(&source.words(one).as_str());
        match names.last_mut() {
            Some(before) if is_sort && source.at(before.from) == Some('各') => before.to = one.to,
            _ => names.push(one),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Role, String, Vec<String>, bool)> {
        let source = Source::new(text);
        let found = duties(&source, source.all());
        let each = found.into_iter().map(|one| {
            let names = one.names.into_iter().map(|name| source.raw(name)).collect();
            (one.role, one.label, names, one.is_open)
        });
        each.collect()
    }

    fn duty(role: Role, label: &str, names: &[&str], is_open: bool) -> (Role, String, Vec<String>, bool) {
        (role, label.into(), names.iter().map(|one| (*one).to_owned()).collect(), is_open)
    }

    #[test]
    fn roles_are_read_however_a_plan_writes_them() {
        use Role::{Lead, Responsible};
        for (text, expected) in [
            (
                "（牵头单位：市发改委；责任单位：市科技局、各相关县〔市〕区、开发区等）",
                vec![
                    duty(Lead, "牵头单位", &["市发改委"], false),
                    duty(Responsible, "责任单位", &["市科技局", "各相关县〔市〕区、开发区"], true),
                ],
            ),
            (
                "牵头单位：市住建局；配合单位：市财政局，滨江新区、开发区",
                vec![
                    duty(Lead, "牵头单位", &["市住建局"], false),
                    duty(Responsible, "配合单位", &["市财政局", "滨江新区", "开发区"], false),
                ],
            ),
            (
                "推进项目建设。（市发展改革委牵头，市财政局、市科技局按职责分工负责）",
                vec![
                    duty(Lead, "牵头", &["市发展改革委"], false),
                    duty(Responsible, "按职责分工负责", &["市财政局", "市科技局"], false),
                ],
            ),
            (
                "Lead: Parks Department; partners: Water Board and Housing Office.",
                vec![
                    duty(Lead, "Lead", &["Parks Department"], false),
                    duty(Responsible, "partners", &["Water Board", "Housing Office"], false),
                ],
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_bracket_or_a_colon_about_other_things_gives_nobody_a_role() {
        for text in [
            "支持海城市国家级创新型县（市）建设",
            "主要目标：到2025年（含），达到30家。",
            "Note: see below",
            "具体负责：甲",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
