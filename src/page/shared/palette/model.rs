//! The answer to what was typed: grouped by kind, best first, with the matches marked.

use super::index::{Act, Entry, Kind, Wording, entries, line, undo};
use super::matching::{Found, terms};
use crate::plan::{PlanIndex, Year};
use crate::text::{Language, Text};
use std::ops::Range;

/// The index of a plan in a language, made when the palette opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    entries: Vec<Entry>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Answer {
    pub groups: Vec<Group>,
    /// How many things match, shown or not.
    pub count: usize,
}

/// Hits of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub kind: Kind,
    /// The best of them, the best first.
    pub hits: Vec<Hit>,
    /// How many there are, shown or not.
    pub count: usize,
}

/// One hit.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub act: Act,
    pub name: Vec<Piece>,
    /// The other name by which it was found.
    pub also: Option<Vec<Piece>>,
    pub place: Text,
}

/// Words, and whether they are what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: Text,
    pub is_match: bool,
}

/// Most hits of a kind that are shown beside those of other kinds, and alone.
const MOST_AMONG_OTHERS: usize = 6;
const MOST_ALONE: usize = 40;

impl Search {
    pub fn new(plan: &PlanIndex, language: Language) -> Self {
        Self { entries: entries(plan, language) }
    }

    /// With the act that can be taken back now.
    pub fn with_undo(mut self, what: &str, language: Language) -> Self {
        self.entries.insert(0, undo(language, what));
        self
    }

    /// With what stands on the lists of the years.
    pub fn with_lines(mut self, lines: Vec<(Text, Year)>) -> Self {
        self.entries.extend(lines.into_iter().map(|(name, year)| line(name, year)));
        self
    }

    /// What matches all of the words; pages and commands where nothing was typed.
    pub fn find(&self, query: &str) -> Answer {
        let terms = terms(query);
        let scored = self.entries.iter().filter_map(|entry| scored(entry, &terms)).collect();
        grouped(scored)
    }
}

/// A hit with what it is sorted by.
struct Scored<'a> {
    entry: &'a Entry,
    score: u32,
    name: Vec<Range<usize>>,
    /// Which other wording was found, and where.
    also: Option<(&'a Wording, Vec<Range<usize>>)>,
}

fn scored<'a>(entry: &'a Entry, terms: &[String]) -> Option<Scored<'a>> {
    let mut hit = Scored { entry, score: 0, name: Vec::new(), also: None };
    if terms.is_empty() {
        return matches!(entry.kind, Kind::Page | Kind::Command).then_some(hit);
    }
    for term in terms {
        let found = best(entry, term)?;
        hit.score += found.score;
        match found.wording {
            Some((0, range)) => hit.name.push(range),
            Some((other, range)) => {
                let wording = &entry.wordings[other];
                let also = hit.also.get_or_insert_with(|| (wording, Vec::new()));
                if std::ptr::eq(also.0, wording) {
                    also.1.push(range);
                }
            }
            None => {}
        }
    }
    Some(hit)
}

struct Best {
    score: u32,
    /// Which wording was found, and where; none for a text that is not shown.
    wording: Option<(usize, Range<usize>)>,
}

fn best(entry: &Entry, term: &str) -> Option<Best> {
    let wordings = entry.wordings.iter().enumerate().filter_map(|(index, wording)| {
        let Found { range, quality } = wording.key.find(term)?;
        // Another name counts a little less than the one that is shown.
        let score = quality.saturating_sub(if index == 0 { 0 } else { 3 });
        Some(Best { score, wording: Some((index, range)) })
    });
    let texts = entry.texts.iter().filter_map(|text| {
        let found = text.find(term)?;
        Some(Best { score: found.quality / 5, wording: None })
    });
    wordings.chain(texts).reduce(|best, next| if next.score > best.score { next } else { best })
}

fn grouped(scored: Vec<Scored>) -> Answer {
    let count = scored.len();
    let mut kinds: Vec<(Kind, Vec<Scored>)> = Vec::new();
    for hit in scored {
        match kinds.iter_mut().find(|(kind, _)| *kind == hit.entry.kind) {
            Some((_, hits)) => hits.push(hit),
            None => kinds.push((hit.entry.kind, vec![hit])),
        }
    }
    for (_, hits) in &mut kinds {
        // Stable: equally good hits stay in the order of the plan.
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    }
    kinds.sort_by_key(|(kind, hits)| (std::cmp::Reverse(hits[0].score), *kind));
    let most = if kinds.len() == 1 { MOST_ALONE } else { MOST_AMONG_OTHERS };
    let groups = kinds.into_iter().map(|(kind, hits)| Group {
        kind,
        count: hits.len(),
        hits: hits.into_iter().take(shown(kind, most)).map(hit).collect(),
    });
    Answer { groups: groups.collect(), count }
}

/// Pages and commands are few, and nobody can narrow down a list that was not asked for.
fn shown(kind: Kind, most: usize) -> usize {
    if matches!(kind, Kind::Page | Kind::Command) { MOST_ALONE } else { most }
}

fn hit(scored: Scored) -> Hit {
    let entry = scored.entry;
    let also = scored.also.map(|(wording, ranges)| pieces(&wording.text, ranges));
    Hit {
        act: entry.act.clone(),
        name: entry.wordings.first().map(|first| pieces(&first.text, scored.name)).unwrap_or_default(),
        also,
        place: entry.place.clone(),
    }
}

/// The words cut where matches begin and end.
fn pieces(text: &Text, ranges: Vec<Range<usize>>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, letter) in text.words.chars().enumerate() {
        let is_match = ranges.iter().any(|range| range.contains(&at));
        match pieces.last_mut() {
            Some(last) if last.is_match == is_match => last.text.words.push(letter),
            _ => {
                let text = Text { words: letter.into(), language: text.language };
                pieces.push(Piece { text, is_match });
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read::from_json;
    use crate::route::Route;

    fn anshan() -> PlanIndex {
        from_json(include_str!("../../../../public/plan.json")).expect("a sound plan")
    }

    fn small() -> PlanIndex {
        from_json(include_str!("../../../../tests/plans/small.json")).expect("a sound plan")
    }

    fn addresses(answer: &Answer) -> Vec<String> {
        let hits = answer.groups.iter().flat_map(|group| &group.hits);
        let address = |hit: &Hit| match &hit.act {
            Act::Open(route) => route.address(),
            Act::Run(command) => format!("{command:?}"),
        };
        hits.map(address).collect()
    }

    fn words(pieces: &[Piece]) -> String {
        let mark = |piece: &Piece| match piece.is_match {
            true => ["[", &piece.text.words, "]"].concat(),
            false => piece.text.words.clone(),
        };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn people_find_things_by_what_they_call_them() {
        let search = Search::new(&anshan(), Language::Zh);
        for (query, best) in [
            ("高新技术企业", "/indicator/high-tech-enterprises"),
            ("gxjs", "/indicator/high-tech-enterprises"),
            ("gaoxinjishuqiye", "/indicator/high-tech-enterprises"),
            ("高企", "/indicator/high-tech-enterprises"),
            ("high-tech enterprises", "/indicator/high-tech-enterprises"),
            ("市创研中心", "/organisation/innovation-service-centre"),
            ("scyzx", "/organisation/innovation-service-centre"),
            ("市科技局", "/organisation/science-bureau"),
            ("合同 成交额", "/indicator/contract-value"),
            ("contract-value", "/indicator/contract-value"),
            ("任务清单", "/tasks?view=tasks"),
            ("关于", "/about"),
            ("about", "/about"),
            ("深色", "ThemeDark"),
            ("english", "SpeakEnglish"),
            ("备份", "/device"),
            ("bf", "/device"),
            ("示例", "/device"),
            ("清除", "/device"),
            ("恢复", "/device"),
            ("backup", "/device"),
            ("sample", "/device"),
            ("clear", "/device"),
            ("填报", "/dispatch"),
            ("问题", "/problems"),
            ("销号", "/problems"),
            ("新情况", "/dispatch"),
            ("比较", "/compare"),
            ("compare", "/compare"),
            ("红灯", "/indicators?light=red"),
            ("red", "/indicators?light=red"),
            ("未达成", "/indicators?light=missed"),
            ("question-2024", "/about/question-2024"),
            ("Reform Commission", "/organisation/development-reform-commission"),
        ] {
            let found = addresses(&search.find(query));
            assert_eq!(found.first().map(String::as_str), Some(best), "{query}: {found:?}");
        }
    }

    #[test]
    fn every_part_of_the_plan_is_found_by_its_own_name_in_either_language() {
        for plan in [anshan(), small()] {
            for language in Language::ALL {
                let search = Search::new(&plan, language);
                let parts = search.entries.iter().filter(|entry| matches!(entry.act, Act::Open(_)));
                for entry in parts {
                    for wording in &entry.wordings {
                        let answer = search.find(&wording.text.words);
                        let all: Vec<_> = answer.groups.iter().flat_map(|group| &group.hits).collect();
                        assert!(
                            all.iter().any(|hit| hit.act == entry.act),
                            "{language:?} {}",
                            wording.text.words
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_index_holds_every_part_of_the_plan_once() {
        let plan = anshan();
        let search = Search::new(&plan, Language::Zh);
        let count = |kind| search.entries.iter().filter(|entry| entry.kind == kind).count();
        for (kind, expected) in [
            (Kind::Area, 4),
            (Kind::Task, 11),
            (Kind::Measure, 23),
            (Kind::Indicator, 17),
            (Kind::Milestone, 8),
            (Kind::Project, plan.projects.len()),
            (Kind::List, plan.lists.len()),
            (Kind::Organisation, plan.organisations.len()),
            (Kind::Requirement, plan.requirements.len()),
            (Kind::Question, plan.questions.len()),
        ] {
            assert_eq!(count(kind), expected, "{kind:?}");
        }
        let mut acts: Vec<String> = search.entries.iter().map(|entry| format!("{:?}", entry.act)).collect();
        let all = acts.len();
        acts.sort();
        acts.dedup();
        assert_eq!(acts.len(), all);
    }

    #[test]
    fn every_route_that_it_offers_reads_back_from_its_address() {
        for entry in Search::new(&anshan(), Language::En).entries {
            if let Act::Open(route) = entry.act {
                assert_eq!(Route::parse(&route.address()), route);
            }
        }
    }

    #[test]
    fn matches_are_marked_where_they_stand() {
        let search = Search::new(&anshan(), Language::Zh);
        for (query, name, also) in [
            ("gxjs", "[高新技术]企业总数", None),
            ("高企", "高新技术企业总数", Some("[高企]")),
            ("企业 gx", "[高新]技术[企业]总数", None),
        ] {
            let answer = search.find(query);
            let hit = &answer.groups[0].hits[0];
            assert_eq!(words(&hit.name), name, "{query}");
            assert_eq!(hit.also.as_deref().map(words).as_deref(), also, "{query}");
        }
    }

    #[test]
    fn chinese_names_are_marked_as_chinese_on_an_english_page() {
        let search = Search::new(&anshan(), Language::En);
        let answer = search.find("高企");
        let hit = &answer.groups[0].hits[0];
        assert!(hit.name.iter().all(|piece| piece.text.language.is_none()));
        let also = hit.also.as_ref().expect("it was found by another name");
        assert!(also.iter().all(|piece| piece.text.language == Some(Language::Zh)));
    }

    #[test]
    fn nothing_typed_shows_pages_and_commands() {
        let search = Search::new(&small(), Language::En);
        for query in ["", "  ", "\u{3000}"] {
            let kinds: Vec<_> = search.find(query).groups.iter().map(|group| group.kind).collect();
            assert_eq!(kinds, [Kind::Page, Kind::Command], "{query:?}");
        }
    }

    #[test]
    fn all_that_was_typed_must_match() {
        let search = Search::new(&anshan(), Language::Zh);
        assert_eq!(search.find("高新技术 火箭"), Answer::default());
        assert_eq!(search.find("zzzzzz"), Answer::default());
    }

    #[test]
    fn a_group_says_how_many_it_does_not_show() {
        let answer = Search::new(&anshan(), Language::Zh).find("企业");
        let cut = answer.groups.iter().find(|group| group.hits.len() < group.count).expect("many match");
        assert_eq!(cut.hits.len(), MOST_AMONG_OTHERS);
        assert_eq!(answer.count, answer.groups.iter().map(|group| group.count).sum::<usize>());
    }

    #[test]
    fn the_last_act_is_found_only_where_it_can_be_taken_back() {
        for (language, query) in [(Language::Zh, "撤销"), (Language::Zh, "undo"), (Language::En, "undo")] {
            let search = Search::new(&small(), language);
            assert!(!addresses(&search.find(query)).contains(&"Undo".to_owned()));
            let found = addresses(&search.with_undo("接收", language).find(query));
            assert_eq!(found.first().map(String::as_str), Some("Undo"), "{query}");
        }
    }

    #[test]
    fn the_index_does_not_fail_on_hostile_names() {
        let text =
            include_str!("../../../../tests/plans/small.json").replace("Tree nursery", "<b>İ行ﬁ\u{202e}</b>");
        let plan = from_json(&text);
        for plan in plan.iter() {
            let search = Search::new(plan, Language::Zh);
            for query in ["<b>", "h", "İ", "行", &"行".repeat(5000)] {
                let _ = search.find(query);
            }
        }
    }

    #[test]
    fn a_kind_alone_shows_more_and_pages_always_do() {
        let search = Search::new(&anshan(), Language::Zh);
        let many = |kind| {
            let entry = search.entries.iter().find(|entry| entry.kind == kind).expect("the kind");
            let hit = || Scored { entry, score: 1, name: Vec::new(), also: None };
            (0..MOST_ALONE + 1).map(move |_| hit()).collect::<Vec<_>>()
        };
        let shown =
            |hits: Vec<Scored>| grouped(hits).groups.iter().map(|group| group.hits.len()).collect::<Vec<_>>();
        assert_eq!(shown(many(Kind::Organisation)), [MOST_ALONE]);
        let both = many(Kind::Page).into_iter().chain(many(Kind::Organisation)).collect();
        assert_eq!(shown(both), [MOST_ALONE, MOST_AMONG_OTHERS]);
    }
}
