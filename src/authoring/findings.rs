//! Everything that is found in a text, each thing with its place: what is to be assigned or dismissed.

use super::figures::{self, Number, What};
use super::head::{self, Head};
use super::outline::Outline;
use super::quotes::{self, Quoted};
use super::roles::{Paragraph, Part, Roles};
use super::source::{Source, Span};
use super::wording::{self, Compared};
use super::work::Refused;
use crate::plan::{Comparator, Modality, Role, Years, unit};
use crate::text::Language;

/// What a text holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The text itself.
    pub source: Source,
    /// Its language.
    pub language: Language,
    /// Its head.
    pub head: Head,
    /// Its headings.
    pub outline: Outline,
    /// What each heading is, as far as the text shows it.
    pub roles: Roles,
    /// Every number.
    pub figures: Vec<Figure>,
    /// What is promised by a year without a number.
    pub phrases: Vec<Phrase>,
    /// Who leads or is responsible, each once, in the order of the text.
    pub organisations: Vec<Organisation>,
    /// Names in quotation marks, each once, in the order of the text.
    pub quotes: Vec<Quote>,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The section; none before the first heading.
    pub section: Option<usize>,
    /// The thing itself.
    pub span: Span,
    /// The sentence around it.
    pub sentence: Span,
}

/// A number with what the words around it say.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands.
    pub place: Place,
    /// The number.
    pub what: What,
    /// The words that carry it, letter by letter.
    pub as_written: Span,
    /// What is counted, as far as the words around the number say it.
    pub name: String,
    /// How it compares, and the words that say so.
    pub compared: Compared,
    /// How firmly it is promised.
    pub modality: Modality,
    /// The years for which it is promised; none where the words name none.
    pub years: Option<Years>,
}

/// A clause that promises a state by a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Where it stands.
    pub place: Place,
    /// What is to be reached.
    pub name: String,
    /// By when.
    pub years: Years,
    /// How firmly it is promised.
    pub modality: Modality,
    /// Whether a clause of the same sentence and years stands right before it.
    pub follows: bool,
}

/// An organisation by the name that the text gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// The name, with brackets of one sort.
    pub name: String,
    /// Every spelling, letter by letter.
    pub as_written: Vec<String>,
    /// Where it is named first.
    pub place: Place,
    /// The sections in which it has a role.
    pub roles: Vec<(usize, Role)>,
}

/// A name in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The name.
    pub name: String,
    /// Where it stands first.
    pub place: Place,
    /// The sections that name it; none before the first heading.
    pub sections: Vec<Option<usize>>,
    /// Whether it is the title of a document.
    pub is_title: bool,
}

/// Most headings of a text: a plan has at most 2000 measures, and people have to look at each.
pub const MOST_SECTIONS: usize = 1000;
/// Most headings, numbers and names of a text; a page with more of them would stand still.
pub const MOST_ITEMS: usize = 4000;
/// Letters of the longest sentence around which words are read; a longer one is no sentence.
const LONGEST_SENTENCE: usize = 3000;
/// Fewest letters of what can be promised.
const LEAST_LETTERS: usize = 4;
/// A name before a number that is shorter is a verb alone, and what is counted stands behind the unit.
const SHORT_NAME: usize = 4;
/// Verbs after which a figure stands before what it counts: 新增10家载体.
const VERBS: [&str; 12] =
    ["新增", "新建", "建成", "建设", "培育", "引进", "攻克", "完成", "打造", "实施", "创建", "培训"];
/// What may stand beside a year that leads a clause.
const LEADS: [&str; 12] =
    ["", "到", "至", "截至", "截止", "在", "从", "by", "in", "until", "by the end of", "from"];

impl Findings {
    /// Of a text.
    ///
    /// # Errors
    /// If it holds more than a person can look at, or no heading.
    pub fn of(text: &str) -> Result<Self, Refused> {
        let source = Source::new(text);
        let outline = Outline::of(&source);
        let sections = outline.sections.len();
        if sections == 0 {
            return Err(Refused::NoHeadings);
        }
        if sections > MOST_SECTIONS {
            return Err(Refused::TooMany { items: sections });
        }
        let items = sections + count(&source);
        if items > MOST_ITEMS {
            return Err(Refused::TooMany { items });
        }
        let roles = Roles::of(&source, &outline);
        let mut found = Self {
            language: head::language(&source),
            head: head::head(&source, &outline),
            figures: vec![],
            phrases: vec![],
            organisations: vec![],
            quotes: vec![],
            source,
            outline,
            roles,
        };
        for section in
            found.outline.sections.clone().iter().enumerate().map(|(at, one)| (Some(at), one.title))
        {
            found.heading(section.0, section.1);
        }
        for paragraph in found.roles.paragraphs.clone() {
            found.paragraph(&paragraph);
        }
        found.figures.sort_by_key(|one| one.place.span);
        found.phrases.sort_by_key(|one| one.place.span);
        found.quotes.sort_by_key(|one| one.place.span);
        Ok(found)
    }

    /// What a heading is as far as the text shows it.
    pub fn part(&self, section: usize) -> Part {
        self.roles.parts.get(section).copied().unwrap_or(Part::Text)
    }

    /// The section around a place that is proposed to be a part.
    pub fn around(&self, section: Option<usize>, part: Part) -> Option<usize> {
        self.outline.up(section?).find(|at| self.part(*at) == part)
    }

    fn heading(&mut self, section: Option<usize>, title: Span) {
        let names = self.names(section, title, title);
        for number in figures::numbers(&self.source, title, &names) {
            let place = Place { section, span: number.span, sentence: title };
            self.figures.push(bare(place, number));
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let names = self.names(paragraph.section, paragraph.span, paragraph.span);
        let numbers = figures::numbers(&self.source, paragraph.span, &names);
        let reading = Reading { source: &self.source, paragraph, numbers: &numbers };
        let figures: Vec<Figure> = reading.figures();
        if paragraph.section.is_some_and(|at| self.part(at) == Part::Task) {
            self.phrases.extend(reading.phrases());
        }
        self.figures.extend(figures);
        for duty in &paragraph.duties {
            for name in &duty.names {
                self.organisation(paragraph, *name, duty.role);
            }
        }
    }

    /// Notes the quoted names of a paragraph, and says where they stand.
    fn names(&mut self, section: Option<usize>, span: Span, around: Span) -> Vec<Span> {
        let found = quotes::quoted(&self.source, span);
        for Quoted { inner, whole, is_title } in &found {
            let name = self.source.raw(*inner);
            match self.quotes.iter_mut().find(|one| one.name == name) {
                Some(known) => known.sections.push(section),
                None => {
                    let sentences = self.source.sentences(around);
                    let sentence = sentences.into_iter().find(|one| one.holds(*whole)).unwrap_or(around);
                    let place = Place { section, span: *whole, sentence };
                    self.quotes.push(Quote { name, place, sections: vec![section], is_title: *is_title });
                }
            }
        }
        found.into_iter().map(|one| one.whole).collect()
    }

    fn organisation(&mut self, paragraph: &Paragraph, span: Span, role: Role) {
        let Some(section) = paragraph.section else { return };
        let written = self.source.raw(span);
        let name = canonical(&written);
        match self.organisations.iter_mut().find(|one| one.name == name) {
            Some(known) => {
                known.roles.push((section, role));
                if !known.as_written.contains(&written) {
                    known.as_written.push(written);
                }
            }
            None => self.organisations.push(Organisation {
                name,
                as_written: vec![written],
                place: Place { section: Some(section), span, sentence: paragraph.span },
                roles: vec![(section, role)],
            }),
        }
    }
}

/// How many numbers and names stand in a text, counted before anything is made of them.
fn count(source: &Source) -> usize {
    let each = source.lines().into_iter().map(|(_, line)| {
        let names: Vec<Span> = quotes::quoted(source, line).into_iter().map(|one| one.whole).collect();
        names.len() + figures::numbers(source, line, &names).len()
    });
    each.sum()
}

/// A name with brackets of one sort: 县〔市〕区 and 县（市）区 are one.
pub fn canonical(name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        '〔' | '(' | '［' => '（',
        '〕' | ')' | '］' => '）',
        letter => letter,
    });
    let is_latin = name.is_ascii();
    if is_latin { name.to_owned() } else { letters.filter(|one| !one.is_whitespace()).collect() }
}

fn bare(place: Place, number: Number) -> Figure {
    let compared = wording::compared("", "");
    let (name, modality) = (String::new(), Modality::None);
    Figure { place, what: number.what, as_written: place.sentence, name, compared, modality, years: None }
}

/// A paragraph that is being read.
struct Reading<'a> {
    source: &'a Source,
    paragraph: &'a Paragraph,
    numbers: &'a [Number],
}

impl Reading<'_> {
    fn figures(&self) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        let body = self.paragraph.body;
        let sentences: Vec<(Span, Vec<Span>)> = self.sentences();
        for number in self.numbers {
            let sentence = sentences.iter().find(|(one, _)| one.holds(number.span));
            let (around, clauses) =
                sentence.map_or((self.paragraph.span, &[][..]), |(one, of)| (*one, of.as_slice()));
            let place = Place { section: self.paragraph.section, span: number.span, sentence: around };
            let is_amount = matches!(number.what, What::Amount { .. }) && body.holds(number.span);
            let clause = clauses.iter().position(|one| is_amount && one.holds(number.span));
            let figure = match clause {
                Some(at) => self.amount(number, place, clauses, at, figures.last()),
                None => bare(place, number.clone()),
            };
            figures.push(figure);
        }
        figures
    }

    /// The sentences of the paragraph with their clauses.
    fn sentences(&self) -> Vec<(Span, Vec<Span>)> {
        let mut all = self.source.sentences(self.paragraph.body);
        all.retain(|one| one.to - one.from <= LONGEST_SENTENCE);
        all.into_iter().map(|one| (one, self.source.clauses(one))).collect()
    }

    fn amount(
        &self,
        number: &Number,
        place: Place,
        clauses: &[Span],
        at: usize,
        last: Option<&Figure>,
    ) -> Figure {
        let clause = clauses.get(at).copied().unwrap_or(place.sentence);
        if self.is_of_name(number, clause) {
            return bare(place, number.clone());
        }
        let lead = at.checked_sub(1).and_then(|before| clauses.get(before)).copied();
        let lead = lead.filter(|lead| self.is_lead(*lead));
        let segment = self.segment(clause, number.span);
        let before = self.source.words(Span::new(segment.from, number.span.to));
        let unit_and_number = self.source.words(number.span);
        let before = before.strip_suffix(&unit_and_number).unwrap_or_default();
        let behind = self.source.words(Span::new(number.span.to, segment.to));
        let mut compared = wording::compared(before, &behind);
        let modality = wording::modality(&self.source.words(segment));
        let firm = lead.map_or(Modality::None, |lead| wording::modality(&self.source.words(lead)));
        let mut name = self.name(&compared.rest, &number.what, &behind);
        // 达到10个、12个: the second number has the name of the first.
        let is_list = last.is_some_and(|last| last.as_written.holds(number.span));
        if let Some(last) = last.filter(|_| name.is_empty() && is_list) {
            name.clone_from(&last.name);
            compared = last.compared.clone();
        }
        let as_written = match lead.filter(|_| firm != Modality::None) {
            Some(lead) => Span::new(lead.from, clause.to),
            None => clause,
        };
        Figure {
            place,
            what: number.what.clone(),
            as_written,
            name,
            compared,
            modality: if modality == Modality::None { firm } else { modality },
            years: self.years(number.span, clause, place.sentence),
        }
    }

    /// The numbers of a clause that are no part of the name of what another counts.
    fn counted(&self, clause: Span) -> impl Iterator<Item = &Number> {
        self.numbers.iter().filter(move |one| clause.holds(one.span) && !self.is_of_name(one, clause))
    }

    /// 站点500米覆盖率达到85%: a number that does not compare and from which no mark parts the next belongs to its name.
    fn is_of_name(&self, number: &Number, clause: Span) -> bool {
        let is_amount = |one: &Number| matches!(one.what, What::Amount { .. });
        let next = self.numbers.iter().find(|one| is_amount(one) && one.span.from >= number.span.to);
        let Some(next) = next.filter(|next| is_amount(number) && clause.holds(next.span)) else {
            return false;
        };
        let between = self.source.words(Span::new(number.span.to, next.span.from));
        let before = self.source.words(Span::new(clause.from, number.span.from));
        let is_bare = wording::compared(&before, &between).comparator == Comparator::Unstated;
        let is_parted = between.is_empty()
            || between.contains(['、', '，', ',', '和', '及', '或'])
            || between.contains(" and ");
        is_bare && !is_parted
    }

    /// The part of a clause that speaks of one number, where several stand in it.
    fn segment(&self, clause: Span, number: Span) -> Span {
        let of_clause = || self.counted(clause);
        let before = of_clause().filter(|one| one.span.to <= number.from).map(|one| one.span.to).max();
        let mut from = before.unwrap_or(clause.from);
        if before.is_some() {
            let rest = self.source.words(Span::new(from, number.from));
            let bound = rest.len() - wording::without_bound(&rest).len();
            let bound = rest.get(..bound).unwrap_or_default().chars().count();
            let marks = rest.chars().skip(bound).take_while(|one| "、，,和及以 ".contains(*one)).count();
            from += bound + marks;
        }
        let next = of_clause().filter(|one| one.span.from >= number.to).map(|one| one.span.from).min();
        let to = match next {
            // Up to the mark before the next; without one the words belong to the next.
            Some(next) => {
                let between = self.source.narrow(Span::new(number.to, next));
                let mark = between.iter().position(|one| matches!(one, '、' | '和' | '及'));
                number.to + mark.unwrap_or_default()
            }
            None => clause.to,
        };
        Span::new(from, to)
    }

    /// What is counted: the words before the number, and those behind its unit where those before are a verb alone.
    fn name(&self, before: &str, what: &What, behind: &str) -> String {
        let name = wording::name(before);
        let behind = wording::name(wording::without_bound(behind));
        if name.is_ascii() && behind.is_ascii() && !(name.is_empty() && behind.is_empty()) {
            // English counts with the thing itself: plant 1,200 trees.
            let counted = match what {
                What::Amount { unit, .. } if unit::is_counted(unit) => unit.as_str(),
                _ => "",
            };
            let words = [name.as_str(), counted, &self.without_years(&behind)];
            return words.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
        }
        let is_verb = name.chars().count() < SHORT_NAME || VERBS.iter().any(|verb| name.ends_with(verb));
        if is_verb { [name, behind].concat() } else { name }
    }

    /// English says `by 2030` behind what is promised.
    fn without_years(&self, words: &str) -> String {
        let lower = words.to_ascii_lowercase();
        let cuts = [" by the end of ", " by ", " until ", " in "].into_iter().filter_map(|word| {
            let at = [" ", &lower].concat().find(word)?;
            let behind = lower.get(at + word.len() - 1..)?;
            behind.starts_with(|one: char| one.is_ascii_digit()).then_some(at)
        });
        cuts.min().and_then(|at| words.get(..at)).unwrap_or(words).trim().to_owned()
    }

    /// The years that lead a figure: those before it in its clause, else behind it in its clause, else before it in its
    /// sentence, else the last that the paragraph named; English names them at the end of the sentence.
    fn years(&self, number: Span, clause: Span, sentence: Span) -> Option<Years> {
        let years = |within: Span| {
            self.numbers.iter().filter(move |one| within.holds(one.span)).filter_map(|one| match one.what {
                What::Years(years) => Some((one.span, years)),
                _ => None,
            })
        };
        if let Some(years) = self.one_by_one(number, clause) {
            return Some(years);
        }
        let before = |within: Span| years(within).rfind(|(span, _)| span.to <= number.from);
        let found = before(clause)
            .or_else(|| years(clause).next())
            .or_else(|| before(sentence))
            .or_else(|| years(sentence).next())
            .or_else(|| before(self.paragraph.body));
        found.map(|(_, years)| years)
    }

    /// 2023年、2024年分别达到10个、12个: each year with its figure.
    fn one_by_one(&self, number: Span, clause: Span) -> Option<Years> {
        let words = self.source.words(clause);
        if !words.contains("分别") && !words.contains("respectively") {
            return None;
        }
        let of_clause = self.counted(clause);
        let (mut years, mut amounts) = (Vec::new(), Vec::new());
        for one in of_clause {
            match one.what {
                What::Years(span) => years.push(span),
                What::Amount { .. } => amounts.push(one.span),
                What::Code => {}
            }
        }
        let at = amounts.iter().position(|one| *one == number)?;
        (years.len() == amounts.len()).then(|| years.get(at).copied()).flatten()
    }

    /// Whether a clause only says by when, and how firmly.
    fn is_lead(&self, clause: Span) -> bool {
        let has_years =
            self.numbers.iter().any(|one| clause.holds(one.span) && matches!(one.what, What::Years(_)));
        has_years && LEADS.contains(&wording::name(&self.unnumbered(clause)).to_ascii_lowercase().trim())
    }

    /// The words of a clause without its numbers.
    fn unnumbered(&self, clause: Span) -> String {
        let mut words = String::new();
        let mut from = clause.from;
        for number in self.numbers.iter().filter(|one| clause.holds(one.span)) {
            words.push_str(&self.source.words(Span::new(from, number.span.from)));
            from = number.span.to;
        }
        words + &self.source.words(Span::new(from, clause.to))
    }

    fn phrases(&self) -> Vec<Phrase> {
        let mut found = Vec::new();
        for (sentence, clauses) in self.sentences() {
            let mut follows = false;
            for (at, clause) in clauses.iter().enumerate() {
                let lead = at.checked_sub(1).and_then(|before| clauses.get(before)).copied();
                let phrase = self.phrase(*clause, lead, sentence);
                let is_phrase = phrase.is_some();
                found.extend(phrase.map(|phrase| Phrase { follows, ..phrase }));
                follows = is_phrase;
            }
        }
        found
    }

    fn phrase(&self, clause: Span, lead: Option<Span>, sentence: Span) -> Option<Phrase> {
        let has_amount =
            self.numbers.iter().any(|one| clause.holds(one.span) && matches!(one.what, What::Amount { .. }));
        if has_amount || self.is_lead(clause) {
            return None;
        }
        let up_to = Span::new(sentence.from, clause.to);
        let mut years =
            self.numbers.iter().filter(|one| up_to.holds(one.span)).filter_map(|one| match one.what {
                What::Years(years) => Some(years),
                _ => None,
            });
        let years = years.next_back()?;
        let words = self.unnumbered(clause);
        let has_year = words.chars().count() < clause.to - clause.from;
        let name = wording::name(if has_year { without_leads(&words) } else { words.trim() });
        if name.chars().count() < LEAST_LETTERS {
            return None;
        }
        let firm = lead.filter(|lead| self.is_lead(*lead));
        let firm = firm.map_or(Modality::None, |lead| wording::modality(&self.source.words(lead)));
        let own = wording::modality(&self.source.words(clause));
        Some(Phrase {
            place: Place { section: self.paragraph.section, span: clause, sentence },
            name: self.in_full(clause, &name),
            years,
            modality: if own == Modality::None { firm } else { own },
            follows: false,
        })
    }

    /// The name as written, where it stands in the clause as it is.
    fn in_full(&self, clause: Span, name: &str) -> String {
        let raw = self.source.raw(clause);
        if raw.contains(name) { name.to_owned() } else { raw }
    }
}

/// The words without what led the year that was taken out of them: 到, by.
fn without_leads(words: &str) -> &str {
    let words = words.trim();
    let lower = words.to_ascii_lowercase();
    let lead = LEADS.iter().filter(|lead| !lead.is_empty() && lower.starts_with(*lead));
    let lead = lead.max_by_key(|lead| lead.len()).map_or(0, |lead| lead.len());
    let tail = [" by", " in", " until"].into_iter().find(|tail| lower.ends_with(tail)).map_or(0, str::len);
    let end = words.len().saturating_sub(tail);
    words.get(lead.min(end)..end).unwrap_or(words)
}
