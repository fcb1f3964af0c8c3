//! The paper of a round, as a document: written by the page but for the places that are left to people.

use super::issued;
use super::words::{self, Words};
use crate::document::{Block, Document, Sheet};
use crate::ledger::kinds::{Issue, ProblemState};
use crate::ledger::known::{CaseLife, CaseState};
use crate::ledger::{self, Batch, DEEPEST, Ledger, Said, Stage};
use crate::page::documents::monthly::{self, Judged, Reports};
use crate::page::documents::words::masthead;
use crate::page::shared::names;
use crate::plan::{Day, Month, PlanIndex, Round};
use crate::route::{DocumentKind, ProblemsView, Route, TasksView};
use crate::sample;
use crate::standing::bulletin::{self, Bulletin, Class, Moved, State, bulletin};
use crate::standing::due::Due;
use crate::standing::problems::problems_on;
use crate::standing::{AsOf, words::against};
use crate::text::{Cell, Column, Language, Link, ListedAt, Piece, Table, Text};

/// A place of the paper in which people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What it comes to on the whole.
    Overall,
    /// What the problems are caused by.
    Causes,
    /// What others can learn.
    Experience,
    /// What comes next.
    Next,
    /// Why an assessment finds no problem.
    NoProblem,
}

impl Place {
    /// Every place, in the order of the paper.
    pub const ALL: [Self; 5] = [Self::Overall, Self::Causes, Self::NoProblem, Self::Experience, Self::Next];

    /// Its word in records; kept for ever.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Overall => "overall",
            Self::Causes => "causes",
            Self::NoProblem => "no-problem",
            Self::Experience => "experience",
            Self::Next => "next",
        }
    }
}

/// How a paper stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has issued it.
    Draft,
    /// It was issued.
    Issued {
        /// Its number; 0 for none.
        number: u32,
        /// When.
        on: Day,
        /// By whom, as they call themselves; may be empty.
        by: String,
        /// The code of the records of which it was made.
        code: String,
        /// It takes the place of an earlier one.
        is_correction: bool,
    },
}

/// What people put into a paper.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Inserted {
    /// Their sentences, by place.
    pub texts: Vec<(Place, String)>,
    /// The problems that the paper itself finds: what, and who is to see to it.
    pub found: Vec<(String, String)>,
}

impl Inserted {
    fn at(&self, place: Place) -> &str {
        self.texts.iter().find(|(at, _)| *at == place).map_or("", |(_, text)| text.as_str())
    }
}

/// The round of the plan's cycle of which a kind of document is issued; none where the plan names no such round.
pub fn round(plan: &PlanIndex, kind: DocumentKind) -> Option<&Round> {
    bulletin::round(plan, kind.months()?)
}

/// The round of a kind that ends with a month; without one, the last that is over.
pub fn shown<'a>(as_of: AsOf<'a>, kind: DocumentKind, month: Option<Month>) -> Option<(&'a Round, Due)> {
    let round = round(as_of.plan, kind)?;
    Some((round, bulletin::ending(as_of.plan, as_of.ledger, round, month, as_of.today)?))
}

/// The paper as it would be issued now.
pub fn draft(as_of: AsOf, round: &Round, due: Due, inserted: &Inserted) -> Document {
    let known = as_of.today;
    let ledger = as_of.ledger.up_to(due.to);
    let as_of = AsOf { ledger: &ledger, today: bulletin::up_to(&due, known), ..as_of };
    paper(as_of, round, due, known, &Status::Draft, inserted)
}

/// The paper of a round. The day of `as_of` is the one up to which data count and its ledger holds no reports on later months;
/// `known` is the day on which all of it was known.
pub fn paper(
    as_of: AsOf,
    round: &Round,
    due: Due,
    known: Day,
    status: &Status,
    inserted: &Inserted,
) -> Document {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let words = words::of(language);
    let all = bulletin(as_of, due);
    let mut parts = Parts { words, blocks: vec![opening(as_of, round, due)] };
    if let Status::Issued { is_correction: true, number, .. } = status {
        parts.blocks.push(Block::said(words::correction(language, *number)));
        parts.blocks.extend(issued::corrected(as_of, round, &due, &all).map(Block::Table));
    }
    parts.head(words.overall);
    parts.blocks.extend(counted(as_of, &all));
    parts.typed(inserted, Place::Overall, language);
    parts.head(words.behind);
    parts.blocks.push(behind(as_of, &all));
    parts.head(words.reports);
    parts.blocks.extend(reports(as_of, due));
    parts.head(words.moved);
    parts.blocks.push(moved_since_last(as_of, round, due, &all));
    parts.head(words.tasks);
    parts.blocks.extend(tasks(as_of, due));
    parts.head(words.problems);
    parts.blocks.push(problem_counts(as_of, round, due));
    parts.blocks.extend(monthly::open_problems(as_of));
    parts.blocks.extend(found(inserted, words, language));
    parts.typed(inserted, Place::Causes, language);
    // A reason for finding nothing is none beside what was found.
    if inserted.found.is_empty() {
        parts.typed(inserted, Place::NoProblem, language);
    }
    parts.head(words.cases);
    parts.blocks.push(cases(as_of, due, words));
    parts.typed(inserted, Place::Experience, language);
    if !inserted.at(Place::Next).trim().is_empty() {
        parts.head(words.next);
        parts.typed(inserted, Place::Next, language);
    }
    parts.blocks.push(Block::Heading(Text::plain(words.annex)));
    let judged: Vec<Judged> = all.rows.iter().map(|row| (row.place, row.judgement.clone())).collect();
    let rows: Vec<&Judged> = judged.iter().collect();
    parts.blocks.push(Block::Table(annex(as_of, &all, &rows)));
    let note = monthly::note(language, &all.rule, against(ledger, today, language));
    let note = [note, words::of_status(language, status)].concat();
    parts.blocks.push(Block::Note(Text::plain(note)));
    let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
    let issuer = plan.organisation_name(&plan.issuer, language).words;
    let before = issued::last(ledger, round, &due).filter(|_| *status == Status::Draft);
    let mark = match before {
        Some((issue, _)) => words::issued_before(language, issue),
        None => words::mark(language, status),
    };
    let masthead = masthead(language, is_sample, &issuer, today, known);
    Document {
        title: title(as_of, round, due, status),
        masthead: Text::plain([mark.as_str(), language.pick("　", " · "), &masthead].concat()),
        blocks: parts.blocks,
        is_issued: matches!(status, Status::Issued { .. }),
        sheet: Sheet::Wide,
    }
}

/// What a paper says of its own at each of the places in which people write, in the order of [`Place::ALL`]: what a text there
/// speaks of.
pub fn beside(paper: &Document) -> [String; 5] {
    let mut sections = paper.blocks.split(|block| matches!(block, Block::Heading(_))).skip(1).map(said_of);
    let mut at = |skipped: usize| sections.nth(skipped).unwrap_or_default();
    let (overall, problems, cases) = (at(0), at(4), at(0));
    [overall.clone(), problems.clone(), problems, cases, overall]
}

/// The sentences of a section, without what stands in tables.
fn said_of(blocks: &[Block]) -> String {
    let said = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(pieces) => Some(pieces.iter().map(Piece::words).collect::<String>()),
        _ => None,
    });
    said.collect::<Vec<_>>().join("\n")
}

/// The blocks of a paper while it is written; headings are numbered as they come.
struct Parts {
    words: &'static Words,
    blocks: Vec<Block>,
}

impl Parts {
    fn head(&mut self, title: &str) {
        let at = self.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        let number = self.words.numbers.get(at).copied().unwrap_or_default();
        self.blocks.push(Block::Heading(Text::plain([number, title].concat())));
    }

    /// What people wrote at a place, a paragraph a line.
    fn typed(&mut self, inserted: &Inserted, place: Place, language: Language) {
        let lines = inserted.at(place).lines().map(str::trim).filter(|line| !line.is_empty());
        let paragraphs = lines.map(|line| Block::Paragraph(vec![Piece::Plain(Text::typed(line, language))]));
        self.blocks.extend(paragraphs);
    }
}

fn title(as_of: AsOf, round: &Round, due: Due, status: &Status) -> Text {
    let AsOf { plan, language, .. } = as_of;
    let [plan_title, name] = [&plan.short_title, &round.name].map(|name| plan.say(name, language).words);
    let is_correction = matches!(status, Status::Issued { is_correction: true, .. });
    Text::plain(words::title(language, &plan_title, &name, round.months, due, is_correction))
}

fn opening(as_of: AsOf, round: &Round, due: Due) -> Block {
    let AsOf { plan, language, .. } = as_of;
    let [plan_title, name] = [&plan.title, &round.name].map(|name| plan.say(name, language).words);
    let [before, after] = words::opening(language, &plan_title, &name, round.months, due);
    // The number of the section is the text's own, and in its language.
    let pieces = [Text::plain(before), plan.quote(&plan.cycle.section, language), Text::plain(after)];
    Block::Paragraph(pieces.map(Piece::Plain).into())
}

/// How many indicators are in each class, as a sum, and which they are; those behind stand in a table of their own.
fn counted(as_of: AsOf, all: &Bulletin) -> Vec<Block> {
    let language = as_of.language;
    // The classes that the sentence names, in its order; only what is behind has a table of its own.
    let counts = all.counts().into_iter().filter(|(_, count)| *count > 0);
    let words = words::of(language);
    let to = |class: Class| ListedAt::Below(if class == Class::Behind { words.behind } else { words.annex });
    let mut blocks =
        vec![leading(words::counts(language, &all.counts()), counts.map(|(class, _)| to(class)))];
    let named = Class::ALL.into_iter().filter(|class| *class != Class::Behind);
    blocks.extend(named.filter_map(|class| {
        let links: Vec<Link> =
            all.of(class).map(|row| names::indicator(as_of.plan, row.place.item, language)).collect();
        let name = words::begun_with(words::class(class, language));
        (!links.is_empty()).then(|| Block::Paragraph(listed(language, &name, links)))
    }));
    blocks
}

/// 达到进度：甲、乙。
fn listed(language: Language, name: &str, links: impl IntoIterator<Item = Link>) -> Vec<Piece> {
    let plain = |words: &str| Piece::Plain(Text::plain(words));
    let mut pieces = vec![plain(&[name, language.pick("：", ": ")].concat())];
    for (at, link) in links.into_iter().enumerate() {
        if at > 0 {
            pieces.push(plain(language.pick("、", ", ")));
        }
        pieces.push(Piece::Link(link));
    }
    pieces.push(plain(language.pick("。", ".")));
    pieces
}

/// What is behind, by who leads, in the order in which the plan names organisations.
fn behind(as_of: AsOf, all: &Bulletin) -> Block {
    let plan = as_of.plan;
    let mut rows: Vec<Judged> = all.of(Class::Behind).map(|row| (row.place, row.judgement.clone())).collect();
    if rows.is_empty() {
        let words = words::of(as_of.language);
        let has_any = all.of(Class::Reached).next().is_some();
        return Block::said(if has_any { words.none_behind } else { words.none_judged });
    }
    let place = |(place, _): &Judged| {
        let lead = place.task.lead.first();
        plan.organisations.iter().position(|one| Some(&one.id) == lead)
    };
    rows.sort_by_key(place);
    let rows: Vec<&Judged> = rows.iter().collect();
    let mut table = monthly::indicators(as_of, &rows, &all.rule);
    // Whose it is comes first: the paper is read for names.
    for row in &mut table.rows {
        row.rotate_right(1);
    }
    table.columns.rotate_right(1);
    table.caption = Text::plain(words::of(as_of.language).behind_caption);
    Block::Table(table)
}

/// What came in for each month of the round, and who has not reported, by name.
fn reports(as_of: AsOf, due: Due) -> Vec<Block> {
    let language = as_of.language;
    let months = (0..=due.to.since(due.from)).map(|later| due.from.plus(later));
    let each = months.map(|month| {
        let reports = Reports::of(as_of, month);
        let of_month = ListedAt::Page(Route::Dispatch(Some(month)).href());
        let mut pieces = pieces(&words::reports(language, month, &reports), [of_month]);
        let told = pieces.len();
        let missing: Vec<&str> = reports.missing.iter().chain(&reports.returned).copied().collect();
        let links = missing.iter().filter_map(|id| monthly::organisation(as_of, id));
        for (at, link) in links.enumerate() {
            let before = if at == 0 { words::of(language).not_reported } else { language.pick("、", ", ") };
            pieces.push(Piece::Plain(Text::plain(before)));
            pieces.push(Piece::Link(link));
        }
        if pieces.len() > told {
            pieces.push(Piece::Plain(Text::plain(language.pick("。", "."))));
        }
        Block::Paragraph(pieces)
    });
    each.collect()
}

/// What stands otherwise than in the last issue of an earlier round; without one, that there is none to compare with.
fn moved_since_last(as_of: AsOf, round: &Round, due: Due, all: &Bulletin) -> Block {
    let words = words::of(as_of.language);
    let issues = as_of.ledger.issues(&round.id);
    let earlier = issues.into_iter().filter(|(issue, _)| issue.last < due.to);
    let Some((issue, found)) = earlier.max_by_key(|(issue, _)| issue.last) else {
        return Block::said(words.first_issue);
    };
    let then = as_of.ledger.issued_from(issue, &found).up_to(issue.last);
    let of_then = AsOf { ledger: &then, today: issue.up_to, ..as_of };
    let before = bulletin(of_then, of_issue(as_of.plan, as_of.ledger, issue));
    let mut lights = all.moved_since(&before);
    lights.retain(|one| one.was.light != one.now.light);
    if lights.is_empty() {
        return Block::said(words::none_moved(as_of.language, issue.number));
    }
    let caption = words::moved_caption(as_of.language, issue.number);
    Block::Table(moves(as_of, caption, [words.last_issue, words.this_issue], &lights))
}

/// The months of an issue with its window.
pub fn of_issue(plan: &PlanIndex, ledger: &Ledger, issue: &Issue) -> Due {
    let round = plan.cycle.rounds.iter().find(|round| *round.id == *issue.document);
    let due = round.and_then(|round| bulletin::ending(plan, ledger, round, Some(issue.last), issue.up_to));
    let window = due.map_or((issue.up_to, issue.up_to), |due| (due.opens, due.closes));
    Due { from: issue.first, to: issue.last, opens: window.0, closes: window.1 }
}

/// Indicators with how they stood and how they stand.
pub fn moves(as_of: AsOf, caption: String, [was, now]: [&str; 2], moved: &[Moved]) -> Table {
    let AsOf { plan, language, .. } = as_of;
    let words = words::of(language);
    let state = |state: State| {
        let figure = state.latest.map(|latest| {
            let value = Piece::Plain(Text::plain(latest.value.to_string()));
            [value, Piece::Note(Text::plain(latest.month.words(language)))]
        });
        let light = Piece::Light { light: state.light.slug(), word: state.light.words(language) };
        Cell { pieces: figure.into_iter().flatten().chain([light]).collect() }
    };
    let row = |one: &Moved| {
        let indicator = names::indicator(plan, one.place.item, language);
        vec![indicator.into(), state(one.was), state(one.now)]
    };
    let columns = [words.indicator, was, now].map(Column::text).into();
    Table { caption: Text::plain(caption), columns, rows: moved.iter().map(row).collect() }
}

/// How far measures and milestones have come, each as a sum; what has not started is named.
fn tasks(as_of: AsOf, due: Due) -> Vec<Block> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let words = words::of(language);
    let stage = |id: &str| ledger.stage(id, due.to).map(|(_, stage, _)| stage);
    let measures: Vec<(&str, Option<Stage>)> =
        plan.measures().map(|place| (place.item.id.as_str(), stage(&place.item.id))).collect();
    let milestones: Vec<(&str, Option<Stage>)> =
        plan.milestones().map(|place| (place.item.id.as_str(), stage(&place.item.id))).collect();
    let mut blocks = Vec::new();
    let [list, line] = [Route::Tasks(TasksView::Tree), Route::Timeline].map(|route| route.href());
    for (name, all, page) in [(words.measures, measures, list), (words.milestones, milestones, line)] {
        if all.is_empty() {
            continue;
        }
        let counts = [Some(Stage::Done), Some(Stage::Underway), Some(Stage::NotStarted), None]
            .map(|of| (of, all.iter().filter(|(_, stage)| *stage == of).count()));
        blocks.push(leading(words::stages(language, name, &counts), [ListedAt::Page(page)]));
        let idle = all.iter().filter(|(_, stage)| *stage == Some(Stage::NotStarted));
        let links: Vec<Link> = idle.filter_map(|(id, _)| names::thing(plan, id, language)).collect();
        if !links.is_empty() {
            blocks.push(Block::Paragraph(listed(language, &words::not_started(language, name), links)));
        }
    }
    blocks
}

/// How many problems came up in the round, were closed since the round before was counted, and are open now: no closing is
/// counted in two papers, and none in neither.
fn problem_counts(as_of: AsOf, round: &Round, due: Due) -> Block {
    let all = problems_on(as_of);
    let is_within = |month: Month| (due.from..=due.to).contains(&month);
    let new = all.iter().filter(|one| is_within(one.since)).count();
    let last = Some(due.from.plus(-1));
    let before = bulletin::ending(as_of.plan, as_of.ledger, round, last, as_of.today).map(|due| {
        // What was issued before its window closed has counted up to then.
        issued::last(as_of.ledger, round, &due).map_or(due.closes, |(issue, _)| issue.up_to)
    });
    let closed = all.iter().filter(|one| {
        let on = one.closing.as_ref().map(|closing| closing.step.batch.written.day(as_of.offset));
        on.is_some_and(|on| before.is_none_or(|before| before < on) && on <= as_of.today)
    });
    let closed = closed.count();
    let open = all.iter().filter(|one| one.is_open()).count();
    let overdue = all.iter().filter(|one| one.is_open() && one.overdue(as_of.today).is_some()).count();
    let of = |view: ProblemsView| ListedAt::Page(Route::Problems(view).href());
    let lists = [
        of(ProblemsView { state: Some(ProblemState::Closed), ..ProblemsView::default() }),
        of(ProblemsView::default()),
        of(ProblemsView { is_overdue: true, ..ProblemsView::default() }),
    ];
    leading(words::problems(as_of.language, new, closed, as_of.today, open, overdue), lists)
}

/// A paragraph of which each count, in the order in which they stand, leads to where it is listed.
fn leading(said: String, lists: impl IntoIterator<Item = ListedAt>) -> Block {
    Block::Paragraph(pieces(&said, lists))
}

fn pieces(said: &str, lists: impl IntoIterator<Item = ListedAt>) -> Vec<Piece> {
    let mut lists = lists.into_iter();
    let each = said.split(words::COUNT).enumerate().filter(|(_, words)| !words.is_empty());
    each.map(|(at, words)| match (at % 2 == 1).then(|| lists.next()).flatten() {
        Some(to) => Piece::Count { text: Text::plain(words), to },
        None => Piece::Plain(Text::plain(words)),
    })
    .collect()
}

/// The problems that the paper itself finds.
fn found(inserted: &Inserted, words: &Words, language: Language) -> Option<Block> {
    let row = |(text, who): &(String, String)| {
        vec![Text::typed(text, language).into(), Text::typed(who, language).into()]
    };
    let rows: Vec<Vec<Cell>> = inserted.found.iter().map(row).collect();
    let columns = [words.problem, words.who].map(Column::text).into();
    let table = Table { caption: Text::plain(words.found_caption), columns, rows };
    (!table.rows.is_empty()).then(|| Block::Table(table.without_empty_columns()))
}

/// The cases that were told in the months of the round; without any, that there is none, which counts as not delivered.
fn cases(as_of: AsOf, due: Due, words: &Words) -> Block {
    let AsOf { plan, ledger, language, .. } = as_of;
    let all = ledger.cases_of(due.from..=due.to);
    let of_round = all.iter().filter(|case| case.state != CaseState::Returned);
    let row = |case: &CaseLife| {
        let unit = plan.organisation_name(&case.told.batch.organisation, language);
        let state = case.state.words(language);
        vec![Text::typed(&case.text.title, language).into(), unit.into(), Cell::plain(state)]
    };
    let rows: Vec<Vec<Cell>> = of_round.map(row).collect();
    if rows.is_empty() {
        return Block::said(words.no_case);
    }
    let columns = [words.case, words.unit, words.state].map(Column::text).into();
    Block::Table(Table { caption: Text::plain(words.cases_caption), columns, rows })
}

/// All indicators. Where the round counts one otherwise than by its light, for its figure is of an earlier month, the row says so.
fn annex(as_of: AsOf, all: &Bulletin, rows: &[&Judged]) -> Table {
    let mut table = monthly::indicators(as_of, rows, &all.rule);
    for (cells, row) in table.rows.iter_mut().zip(&all.rows) {
        let is_of_light =
            matches!(row.class, Class::Reached | Class::Behind | Class::BaselineMissing | Class::NotJudged);
        if let Some(state) = cells.get_mut(monthly::STATE).filter(|_| !is_of_light) {
            state.pieces.push(Piece::Note(Text::plain(words::class(row.class, as_of.language))));
        }
    }
    table
}

/// What people put into a document when it was issued: its texts, and the problems that it opened, or one that it corrects.
pub fn inserted(ledger: &Ledger, issue: &Issue, found: &ledger::Found) -> Inserted {
    let known = |slug: &str| Place::ALL.into_iter().find(|place| place.slug() == slug);
    let texts = issue.texts.iter().filter_map(|one| Some((known(&one.place)?, one.text.clone())));
    let mut opened = opened(found.batch);
    let mut corrected = issue.corrects;
    for _ in 0..DEEPEST {
        let Some(before) = corrected.and_then(|id| ledger.find(id)) else { break };
        let Said::Issue(issue) = &before.entry.said else { break };
        opened.splice(0..0, self::opened(before.batch));
        corrected = issue.corrects;
    }
    Inserted { texts: texts.collect(), found: opened }
}

/// The problems that a batch opens.
fn opened(batch: &Batch) -> Vec<(String, String)> {
    let problems = batch.entries.iter().filter_map(|entry| match &entry.said {
        Said::Problem { text, who, .. } => Some((text.clone(), who.clone())),
        _ => None,
    });
    problems.collect()
}
