//! The headings of a text, one below another, by their numbering alone: the way of numbering that comes first stands
//! highest, and each new way stands below the one before it.

use super::marks::{self, Mark, Style};
use super::source::{Source, Span};

/// A heading with what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// How it is numbered.
    pub style: Style,
    /// Its place in the text as people name it: 二（一）1, 二（一）1·一是, 1.2.
    pub path: String,
    /// Its own numbering: 一 of （一）.
    pub label: String,
    /// The words of the heading, without what follows them on the line.
    pub title: Span,
    /// The section above it.
    pub parent: Option<usize>,
    /// What stands below the heading and below no deeper one; the rest of its own line comes first.
    pub paragraphs: Vec<Span>,
    /// Whether the first paragraph stands on the line of the heading.
    pub has_body: bool,
}

/// The text as sections.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// In the order of the text.
    pub sections: Vec<Section>,
    /// The lines before the first heading.
    pub head: Vec<Span>,
}

/// By how much a number may jump and still go on with its list: people miscount.
const MOST_JUMP: u32 = 3;
/// Most letters of a title whose sentence goes on; beyond them it ends at the first comma.
const LONGEST_TITLE: usize = 40;

impl Outline {
    /// Of a text.
    pub fn of(source: &Source) -> Self {
        let mut reading = Reading { sections: Vec::new(), head: Vec::new(), open: Vec::new() };
        for (_, line) in source.lines() {
            for part in points(source, line) {
                reading.line(source, part);
            }
        }
        Self { sections: reading.sections, head: reading.head }
    }

    /// The sections right below one.
    pub fn below(&self, at: usize) -> impl Iterator<Item = usize> {
        let sections = self.sections.iter().enumerate();
        sections.filter(move |(_, one)| one.parent == Some(at)).map(|(below, _)| below)
    }

    /// The section and those above it, from within.
    pub fn up(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(at), |at| self.sections.get(*at)?.parent)
    }
}

struct Reading {
    sections: Vec<Section>,
    head: Vec<Span>,
    /// The sections that are open, the highest first.
    open: Vec<(usize, Style, u32)>,
}

impl Reading {
    fn line(&mut self, source: &Source, line: Span) {
        // Headings of a text that was copied from elsewhere begin with #.
        let signs = source.narrow(line).iter().take_while(|one| **one == '#').count();
        let bare = source.trimmed(Span::new(line.from + signs, line.to));
        let mark = marks::mark(source.narrow(bare)).filter(|mark| self.goes_on(mark));
        match mark {
            Some(mark) => self.heading(source, bare, mark),
            None => match self.open.last() {
                Some((at, ..)) => {
                    if let Some(section) = self.sections.get_mut(*at) {
                        section.paragraphs.push(bare);
                    }
                }
                None => self.head.push(bare),
            },
        }
    }

    /// Whether a number begins a list or goes on with one that is open; another one is a figure.
    fn goes_on(&self, mark: &Mark) -> bool {
        let Some(number) = mark.number else { return !self.open.is_empty() };
        let last = self.open.iter().find(|(_, style, _)| *style == mark.style).map(|(_, _, last)| *last);
        number == 1 || last.is_some_and(|last| last < number && number <= last + MOST_JUMP)
    }

    fn heading(&mut self, source: &Source, line: Span, mark: Mark) {
        let level = self.open.iter().position(|(_, style, _)| *style == mark.style);
        let number = mark.number.unwrap_or_else(|| {
            level.and_then(|level| self.open.get(level)).map_or(1, |(_, _, last)| last.saturating_add(1))
        });
        self.open.truncate(level.unwrap_or(self.open.len()));
        let parent = self.open.last().map(|(at, ..)| *at);
        let label = if mark.style == Style::Bullet { format!("•{number}") } else { mark.label };
        let (title, body) = title(source, Span::new(line.from + mark.length, line.to));
        let path = path(parent.and_then(|at| self.sections.get(at)), mark.style, &label);
        self.open.push((self.sections.len(), mark.style, number));
        self.sections.push(Section {
            style: mark.style,
            path,
            label,
            title,
            parent,
            paragraphs: body.into_iter().collect(),
            has_body: body.is_some(),
        });
    }
}

/// 二（一）1·一是: numbers that stand for themselves (1.2, 第一章) begin anew.
fn path(parent: Option<&Section>, style: Style, label: &str) -> String {
    let before = parent.map_or("", |parent| parent.path.as_str());
    let is_whole = matches!(style, Style::Dotted(_)) || before.is_empty();
    let between = match style {
        Style::Is | Style::Bullet => "·",
        Style::Word(_) | Style::Chapter => " ",
        Style::Digit if parent.is_some_and(|one| matches!(one.style, Style::Chapter | Style::Word(_))) => " ",
        // Two numbers beside each other would be read as one.
        Style::Digit if before.ends_with(|one: char| one.is_ascii_digit()) => ".",
        _ => "",
    };
    if is_whole { label.to_owned() } else { [before, between, label].concat() }
}

/// The words of a heading, and what follows them on its line.
fn title(source: &Source, line: Span) -> (Span, Option<Span>) {
    let sentence = source.sentences(line).first().copied().unwrap_or(line);
    let clauses = source.clauses(sentence);
    let first = clauses.first().copied().unwrap_or(sentence);
    let is_long = sentence.to - sentence.from > LONGEST_TITLE;
    let last = clauses.last().copied().unwrap_or(sentence);
    let ends_with_colon = matches!(source.at(first.to), Some('：' | ':'));
    let title = if is_long || ends_with_colon { first } else { Span::new(first.from, last.to) };
    let behind = Span::new(title.to, line.to);
    let rest = source.narrow(behind).iter().take_while(|one| "。；;：:.，, ".contains(**one)).count();
    let rest = source.trimmed(Span::new(behind.from + rest, behind.to));
    (title, (!rest.is_empty()).then_some(rest))
}

/// A paragraph that lists its points on one line (一是…；二是…, ①…②…), cut before each of them.
fn points(source: &Source, line: Span) -> Vec<Span> {
    let letters = source.narrow(line);
    let mut starts = vec![];
    for place in 1..letters.len() {
        let is_behind = letters.get(place - 1).is_some_and(|one| "。；：，;:, ".contains(*one));
        let rest = letters.get(place..).unwrap_or_default();
        let number = marks::point(rest).filter(|_| is_behind).and_then(|mark| mark.number);
        let is_own_head = starts.is_empty() && marks::point(letters).is_some();
        let next = starts.len() + 1 + usize::from(is_own_head);
        if number.is_some_and(|number| number as usize == next) {
            starts.push(line.from + place);
        }
    }
    // A lone 一是 is a turn of speech.
    if starts.len() == 1 && marks::point(letters).is_none() {
        starts.clear();
    }
    let ends = starts.iter().copied().chain([line.to]);
    let begins = [line.from].into_iter().chain(starts.iter().copied());
    begins.zip(ends).map(|(from, to)| source.trimmed(Span::new(from, to))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outlined(text: &str) -> Vec<(String, String)> {
        let source = Source::new(text);
        let outline = Outline::of(&source);
        outline.sections.iter().map(|one| (one.path.clone(), source.raw(one.title))).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(path, title)| ((*path).to_owned(), (*title).to_owned())).collect()
    }

    #[test]
    fn each_new_way_of_numbering_stands_below_the_one_before() {
        let text = "一、总体\n二、任务\n（一）生态\n1.转化。围绕产业。\n一是建设。甲。\n二是推动。乙。\n2.攻关。\n（二）企业\n1.联盟\n三、保障";
        assert_eq!(
            outlined(text),
            pairs(&[
                ("一", "总体"),
                ("二", "任务"),
                ("二（一）", "生态"),
                ("二（一）1", "转化"),
                ("二（一）1·一是", "建设"),
                ("二（一）1·二是", "推动"),
                ("二（一）2", "攻关"),
                ("二（二）", "企业"),
                ("二（二）1", "联盟"),
                ("三", "保障"),
            ])
        );
    }

    #[test]
    fn points_on_one_line_are_found_and_a_lone_one_is_not() {
        let text = "1.建设。主要措施：一是修路，二是架桥；三是种树。\n2.管理。一是一，不能含糊。";
        assert_eq!(
            outlined(text),
            pairs(&[
                ("1", "建设"),
                ("1·一是", "修路"),
                ("1·二是", "架桥"),
                ("1·三是", "种树"),
                ("2", "管理"),
            ])
        );
    }

    #[test]
    fn a_number_out_of_order_is_no_heading() {
        assert_eq!(outlined("1.甲\n12.5亿元用于乙\n60. 丙\n2.丁"), pairs(&[("1", "甲"), ("2", "丁")]));
    }

    #[test]
    fn english_headings_are_named_as_they_are_numbered() {
        let text = "1. Healthy streets\n1.1 Trees. Plant more.\n(a) Order them\n1.2 Water\n2. Homes";
        assert_eq!(
            outlined(text),
            pairs(&[
                ("1", "Healthy streets"),
                ("1.1", "Trees"),
                ("1.1(a)", "Order them"),
                ("1.2", "Water"),
                ("2", "Homes"),
            ])
        );
    }
}
