//! The numbering at the head of a line: 一、 （一） 1. （1） ① 一是, 第一章, 1.1, (a), Goal 1:, and bullets.

/// In which way a heading is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 第一章, 第一部分.
    Chapter,
    /// 一、
    Han,
    /// （一）
    HanBracket,
    /// 1. or 1、
    Digit,
    /// （1） or 1）
    DigitBracket,
    /// ①
    Circled,
    /// 一是
    Is,
    /// 1.1, with so many numbers.
    Dotted(usize),
    /// (a)
    Letter,
    /// A dot or dash.
    Bullet,
    /// Goal 1: with the place of the word in [`WORDS`].
    Word(usize),
}

impl Style {
    /// Whether it numbers the points of a task and never what organisations answer for.
    pub fn is_point(self) -> bool {
        matches!(self, Self::Circled | Self::Is | Self::Letter | Self::Bullet)
    }
}

/// The numbering of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The way of numbering.
    pub style: Style,
    /// The number; bullets have none.
    pub number: Option<u32>,
    /// How a section is named by it: 一, （一）, 1, 一是.
    pub label: String,
    /// How many letters of the line it takes.
    pub length: usize,
}

/// Words before a number that head a part of a plan.
const WORDS: [&str; 12] = [
    "goal",
    "priority",
    "theme",
    "pillar",
    "objective",
    "programme",
    "program",
    "project",
    "task",
    "action",
    "measure",
    "step",
];
/// The highest number of a heading; a larger one is a figure or a year.
const HIGHEST: u32 = 99;

/// The numbering with which a line begins, in letters of half width.
pub fn mark(line: &[char]) -> Option<Mark> {
    let line = Line(line);
    [chapter, circled, bracketed, han, dotted, digit, letter, word, bullet]
        .into_iter()
        .find_map(|read| read(line))
        .filter(|mark| mark.number.is_none_or(|number| (1..=HIGHEST).contains(&number)))
}

/// 一是 or ① at a place within a paragraph.
pub fn point(letters: &[char]) -> Option<Mark> {
    let line = Line(letters);
    let is = || {
        let (number, length) = line.han_number(0).filter(|(_, length)| line.at(*length) == Some('是'))?;
        line.found(Style::Is, number, line.text(0, length + 1), length + 1)
    };
    circled(line).or_else(is)
}

#[derive(Clone, Copy)]
struct Line<'a>(&'a [char]);

impl Line<'_> {
    fn at(self, place: usize) -> Option<char> {
        self.0.get(place).copied()
    }

    fn text(self, from: usize, to: usize) -> String {
        self.0.get(from..to).unwrap_or_default().iter().collect()
    }

    /// How many letters from a place on are of a kind.
    fn run(self, from: usize, is_kind: impl Fn(char) -> bool) -> usize {
        self.0.iter().skip(from).take_while(|one| is_kind(**one)).count()
    }

    fn blanks(self, from: usize) -> usize {
        self.run(from, char::is_whitespace)
    }

    /// A number below a hundred in Chinese, and behind which letter it ends.
    fn han_number(self, from: usize) -> Option<(u32, usize)> {
        let length = self.run(from, |one| "一二三四五六七八九十".contains(one));
        let number = super::han::number(self.0.get(from..from + length)?)?;
        Some((u32::try_from(number).ok()?, from + length))
    }

    fn digits(self, from: usize) -> Option<(u32, usize)> {
        let length = self.run(from, |one| one.is_ascii_digit());
        Some((self.text(from, from + length).parse().ok()?, from + length))
    }

    fn found(self, style: Style, number: u32, label: String, length: usize) -> Option<Mark> {
        Some(Mark { style, number: Some(number), label, length: length + self.blanks(length) })
    }
}

fn chapter(line: Line) -> Option<Mark> {
    let (number, end) = line.han_number(1).filter(|_| line.at(0) == Some('第'))?;
    let unit =
        ["部分", "章", "节", "篇"].into_iter().find(|unit| line.text(end, end + 2).starts_with(unit))?;
    let end = end + unit.chars().count();
    let behind = line.run(end, |one| matches!(one, '、' | '：' | ':'));
    line.found(Style::Chapter, number, line.text(0, end), end + behind)
}

fn han(line: Line) -> Option<Mark> {
    let (number, end) = line.han_number(0)?;
    match line.at(end)? {
        '是' => point(line.0),
        '、' | '.' => line.found(Style::Han, number, line.text(0, end), end + 1),
        _ => None,
    }
}

fn bracketed(line: Line) -> Option<Mark> {
    let opens = matches!(line.at(0), Some('（' | '(' | '〔' | '【'));
    let from = usize::from(opens);
    let closes = |end: usize| matches!(line.at(end), Some('）' | ')' | '〕' | '】'));
    if let Some((number, end)) = line.han_number(from).filter(|(_, end)| opens && closes(*end)) {
        return line.found(Style::HanBracket, number, format!("（{}）", line.text(from, end)), end + 1);
    }
    let (number, end) = line.digits(from).filter(|(_, end)| closes(*end))?;
    line.found(Style::DigitBracket, number, format!("（{number}）"), end + 1)
}

fn circled(line: Line) -> Option<Mark> {
    let first = line.at(0).filter(|one| ('①'..='⑳').contains(one))?;
    line.found(Style::Circled, u32::from(first) - u32::from('①') + 1, first.to_string(), 1)
}

/// 1.1 with a blank or a letter behind it: 1.5亿元 is a figure.
fn dotted(line: Line) -> Option<Mark> {
    let (_, mut end) = line.digits(0)?;
    let (mut count, mut last) = (1, 0);
    while line.at(end) == Some('.')
        && let Some((number, next)) = line.digits(end + 1)
    {
        (count, last, end) = (count + 1, number, next);
    }
    let label = line.text(0, end);
    let end = end + usize::from(line.at(end) == Some('.'));
    let is_apart = line.at(end).is_some_and(|one| one.is_whitespace() || one == '、');
    if count < 2 || !is_apart {
        return None;
    }
    line.found(Style::Dotted(count), last, label, end + line.run(end, |one| one == '、'))
}

fn digit(line: Line) -> Option<Mark> {
    let (number, end) = line.digits(0)?;
    let is_mark = matches!(line.at(end), Some('.' | '、'));
    let is_figure = line.at(end + 1).is_none_or(|one| one.is_ascii_digit());
    if !is_mark || is_figure {
        return None;
    }
    line.found(Style::Digit, number, number.to_string(), end + 1)
}

fn letter(line: Line) -> Option<Mark> {
    let from = usize::from(line.at(0) == Some('('));
    let one = line.at(from).filter(char::is_ascii_lowercase)?;
    if line.at(from + 1) != Some(')') {
        return None;
    }
    line.found(Style::Letter, u32::from(one) - u32::from('a') + 1, format!("({one})"), from + 2)
}

/// Goal 1: Healthy streets.
fn word(line: Line) -> Option<Mark> {
    let length = line.run(0, |one| one.is_ascii_alphabetic());
    let word = line.text(0, length).to_ascii_lowercase();
    let place = WORDS.iter().position(|one| *one == word)?;
    let (number, end) = line.digits(length + line.blanks(length))?;
    if !matches!(line.at(end), Some(':' | '.' | '：' | ' ' | '-')) {
        return None;
    }
    let behind = line.run(end, |one| matches!(one, ':' | '.' | '：' | '-' | ' '));
    line.found(Style::Word(place), number, line.text(0, end), end + behind)
}

fn bullet(line: Line) -> Option<Mark> {
    let is_bullet = matches!(line.at(0), Some('•' | '·' | '●' | '◆' | '■' | '-' | '*'));
    let blanks = line.blanks(1);
    (is_bullet && blanks > 0).then(|| Mark {
        style: Style::Bullet,
        number: None,
        label: "•".into(),
        length: 1 + blanks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_numbering_is_read() {
        for (line, style, number, label, rest) in [
            ("一、总体要求", Style::Han, 1, "一", "总体要求"),
            ("十二、保障", Style::Han, 12, "十二", "保障"),
            ("（三）加强", Style::HanBracket, 3, "（三）", "加强"),
            ("(三) 加强", Style::HanBracket, 3, "（三）", "加强"),
            ("2.大力", Style::Digit, 2, "2", "大力"),
            ("2、大力", Style::Digit, 2, "2", "大力"),
            ("（2）大力", Style::DigitBracket, 2, "（2）", "大力"),
            ("2) 大力", Style::DigitBracket, 2, "（2）", "大力"),
            ("③大力", Style::Circled, 3, "③", "大力"),
            ("二是推进", Style::Is, 2, "二是", "推进"),
            ("第三章 保障", Style::Chapter, 3, "第三章", "保障"),
            ("1.2 Trees", Style::Dotted(2), 2, "1.2", "Trees"),
            ("1.2.3. Trees", Style::Dotted(3), 3, "1.2.3", "Trees"),
            ("(b) Plant", Style::Letter, 2, "(b)", "Plant"),
            ("Goal 2: Trees", Style::Word(0), 2, "Goal 2", "Trees"),
        ] {
            let letters: Vec<char> = line.chars().collect();
            let mark = mark(&letters).unwrap_or_else(|| panic!("{line}"));
            let behind: String = letters[mark.length..].iter().collect();
            assert_eq!((mark.style, mark.number, &*mark.label, &*behind), (style, Some(number), label, rest));
        }
    }

    #[test]
    fn a_figure_or_a_year_at_the_head_of_a_line_is_no_numbering() {
        for line in [
            "2023年，力争",
            "1.5亿元",
            "17.6亿元",
            "2023-2025年",
            "一批项目",
            "三家登记站",
            "10家",
            "-5度",
            "100. Trees",
        ] {
            assert_eq!(mark(&line.chars().collect::<Vec<_>>()), None, "{line}");
        }
    }
}
