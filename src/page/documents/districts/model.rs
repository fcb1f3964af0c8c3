//! The page of a year's districts, as data.

use super::{names, words};
use crate::ledger::kinds::{Against, AssessmentRule, TieBreak};
use crate::ledger::{Id, Ledger};
use crate::plan::{Basis, Year};
use crate::route::{DistrictsView, DocumentKind, Route};
use crate::standing::AsOf;
use crate::standing::adjusted::year_aim;
use crate::standing::districts::{
    Assessment, Counted, Figure, Refused, Row, Spanning, Trial, against, assess, like, places_by_rules,
    tried, words as said,
};
use crate::standing::reading::basis;
use crate::standing::shares::shares;
use crate::text::{Cell as TableCell, Column, Language, Link, Piece, Table, Text, isolated};

/// The seed of the drawn weights where the address names none.
const SEED: u32 = 1;

/// What a year's page shows of a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The year.
    pub year: Year,
    /// The other years of the plan, with whether each is this one.
    pub years: Vec<(Link, bool)>,
    /// The rules of the year, with whether each is shown.
    pub rules: Vec<(Link, bool)>,
    /// What the page says in a sentence.
    pub lede: Text,
    /// The document; none while something is tried, which cannot be issued.
    pub paper: Option<Link>,
    /// What is tried, in sentences, and where it ends. Empty: nothing is.
    pub trial: Option<(Vec<String>, String)>,
    /// The rule in sentences.
    pub rule: Vec<Text>,
    /// Why the rule makes no places.
    pub refused: Vec<String>,
    /// The points.
    pub matrix: Option<Matrix>,
    /// Places under every rule of the year; none with fewer than two.
    pub by_rules: Option<Table>,
    /// What is allotted.
    pub allotted: Table,
    /// Whether the plan has districts: without any there is nothing to be typed.
    pub has_districts: bool,
}

/// Districts by items.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The heads of the items, with weight and cap.
    pub items: Vec<(Text, String)>,
    /// The districts, best place first.
    pub rows: Vec<MatrixRow>,
    /// Whether the rule has classes.
    pub has_classes: bool,
    /// Whether the rule has grades.
    pub has_grades: bool,
    /// How the span of places was drawn.
    pub drawn: String,
    /// What an arrow compares with; why there is none.
    pub moved: String,
}

/// A district.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its identifier.
    pub id: Id,
    /// Its name, which leads to its page.
    pub district: Link,
    /// Its class; empty without classes.
    pub class: Text,
    /// By the items.
    pub cells: Vec<Cell>,
    /// Score, and how it comes about.
    pub total: Cell,
    /// Its place with what it moved; a dash where it has none.
    pub place: String,
    /// How it moved against the year before by the same rule; empty where that is not comparable.
    pub moved: String,
    /// Its grade.
    pub grade: Text,
}

/// What stands in a cell, and the arithmetic to which it opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Points, or a dash.
    pub short: String,
    /// The figure that counts with its month; empty for a score.
    pub figure: String,
    /// How it comes about.
    pub sentence: String,
}

/// What a selection shows: the rule and what the districts come to by it.
pub struct Shown {
    /// The year.
    pub year: Year,
    /// The rule, as it is on record.
    pub rule: Option<AssessmentRule>,
    /// What the districts come to, with what is tried.
    pub assessment: Option<Result<Assessment, Refused>>,
}

/// The year of a selection: that of the address, else the plan's last that is over.
fn year(as_of: AsOf, view: &DistrictsView) -> Option<Year> {
    let period = as_of.plan.period;
    let over = Year(as_of.today.year().0.saturating_sub(1)).clamp(period.from, period.to);
    Some(view.year.unwrap_or(over)).filter(|year| period.contains(*year))
}

/// What a selection shows; none of a year that the plan does not have.
pub fn shown(as_of: AsOf, view: &DistrictsView) -> Option<Shown> {
    let AsOf { plan, ledger, today, .. } = as_of;
    let year = year(as_of, view)?;
    let rules = ledger.assessment_rules(year);
    let mut rules = rules.into_iter().map(|(rule, _)| rule);
    let rule = match &view.rule {
        Some(id) => rules.find(|rule| *rule.id == **id),
        None => rules.next(),
    };
    let assessment = rule.map(|rule| match view.is_trial() {
        true => tried(plan, ledger, rule, today, &trial(view)),
        false => assess(plan, ledger, rule, today),
    });
    Some(Shown { year, rule: rule.cloned(), assessment })
}

/// What draws the weights of a selection; none where nothing is assessed.
pub fn spanning(as_of: AsOf, view: &DistrictsView) -> Option<Spanning> {
    let assessment = shown(as_of, view)?.assessment?.ok()?;
    Some(Spanning::new(&assessment, view.seed.unwrap_or(SEED)))
}

fn trial(view: &DistrictsView) -> Trial {
    let figures = view.figures.iter().map(|(id, at, value)| (id.as_str().into(), *at, *value));
    Trial { weights: view.weights.clone(), figures: figures.collect() }
}

/// The page of a selection; none of a year that the plan does not have.
pub fn model(as_of: AsOf, view: &DistrictsView) -> Option<Page> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let Shown { year, rule, assessment } = shown(as_of, view)?;
    let view = &DistrictsView { year: Some(year), ..view.clone() };
    let years = plan.period.iter().map(|one| {
        let (rule, is_other) = rule_in(ledger, rule.as_ref().filter(|_| one != year), one);
        let text = if is_other { words::year_by_another(language, one) } else { words::year(language, one) };
        let href = DistrictsView { rule, ..DistrictsView::of(one) }.route().href();
        (Link { text: Text::plain(text), href }, one == year)
    });
    let all = ledger.assessment_rules(year);
    let rules = all.iter().filter(|(rule, _)| is_named(&rule.id)).map(|(one, _)| {
        let of = DistrictsView { rule: Some(one.id.to_string()), ..DistrictsView::of(year) };
        let is_shown = rule.as_ref().is_some_and(|rule| rule.id == one.id);
        (Link { text: Text::typed(&one.title, language), href: of.route().href() }, is_shown)
    });
    let refused = match &assessment {
        Some(Err(refused)) => {
            let name = |id: &str| isolated(&names::district(plan, id, language).words);
            said::refused(language, refused, name)
        }
        None if view.rule.is_some() => vec![words::of(language).no_such_rule.to_owned()],
        _ => vec![],
    };
    let assessed = assessment.as_ref().and_then(|assessment| assessment.as_ref().ok());
    let trial = view.is_trial().then(|| (changes(as_of, view, rule.as_ref()), view.untried().route().href()));
    let paper = (!view.is_trial() && !all.is_empty()).then(|| paper_link(year, language));
    Some(Page {
        year,
        years: years.collect(),
        rules: rules.collect(),
        lede: match plan.districts.is_empty() {
            true => Text::plain(words::of(language).no_districts),
            false => words::lede(language, all.len(), assessed.map(|one| one.month)),
        },
        has_districts: !plan.districts.is_empty(),
        paper: paper.flatten(),
        trial,
        rule: rule.as_ref().map(|rule| sentences(as_of, rule, assessed)).unwrap_or_default(),
        refused,
        matrix: assessed.map(|assessed| matrix(as_of, view, assessed)),
        by_rules: by_rules(as_of, year),
        allotted: allotted(as_of, year),
    })
}

/// What an address of another year has to name such that the page shows the rule that is shown here, and whether that year has
/// rules but none like it.
fn rule_in(ledger: &Ledger, rule: Option<&AssessmentRule>, year: Year) -> (Option<String>, bool) {
    let all: Vec<&AssessmentRule> = ledger.assessment_rules(year).into_iter().map(|(rule, _)| rule).collect();
    let (Some(rule), Some(first)) = (rule, all.first()) else { return (None, false) };
    match like(all.iter().copied(), rule) {
        Some(found) => ((found.id != first.id && is_named(&found.id)).then(|| found.id.to_string()), false),
        None => (None, true),
    }
}

/// Whether an address can name it.
fn is_named(id: &str) -> bool {
    let view = DistrictsView { rule: Some(id.to_owned()), ..DistrictsView::of(Year(2000)) };
    matches!(view.route(), Route::Districts(rest) if DistrictsView::read(&rest) == Some(view))
}

fn paper_link(year: Year, language: Language) -> Option<Link> {
    let kind = DocumentKind::Districts;
    let month = crate::plan::Month::new(year, 12)?;
    Some(Link { text: Text::plain(kind.words(language)), href: Route::Document(kind, Some(month)).href() })
}

/// What is tried, a sentence each; one that names what is not there says so.
fn changes(as_of: AsOf, view: &DistrictsView, rule: Option<&AssessmentRule>) -> Vec<String> {
    let AsOf { plan, language, .. } = as_of;
    let item = |at: usize| {
        let found = rule.and_then(|rule| rule.items.get(at));
        found.map_or_else(
            || (at + 1).to_string(),
            |item| isolated(&names::item(plan, &item.item, language).words),
        )
    };
    let weights = view.weights.iter().map(|(at, weight)| {
        let was = rule.and_then(|rule| rule.items.get(*at)).map(|item| item.weight);
        words::tried_weight(language, &item(*at), was, *weight)
    });
    let figures = view.figures.iter().map(|(district, at, value)| {
        let district = isolated(&names::district(plan, district, language).words);
        words::tried_figure(language, &district, &item(*at), *value)
    });
    weights.chain(figures).collect()
}

/// The rule in sentences, with who set it and why.
pub fn sentences(as_of: AsOf, rule: &AssessmentRule, assessed: Option<&Assessment>) -> Vec<Text> {
    let AsOf { plan, language, .. } = as_of;
    let tie = match &rule.ties {
        TieBreak::Shared => String::new(),
        TieBreak::By(item) => isolated(&names::item(plan, item, language).words),
    };
    let plain = [
        said::scoring(language, rule.scoring),
        said::missing(language, rule.missing).to_owned(),
        said::ties(language, &rule.ties, &tie),
        assessed.map(|assessed| said::weights(language, assessed)).unwrap_or_default(),
    ];
    let stop = language.pick("。", ".");
    let plain = plain.into_iter().filter(|one| !one.is_empty()).map(|one| Text::plain([&one, stop].concat()));
    let typed = [&rule.document, &rule.reason].into_iter().filter(|one| !one.is_empty());
    let items = rule.items.iter().map(|item| {
        let name = isolated(&names::item(plan, &item.item, language).words);
        let weight = said::item(language, item);
        Text::guessed(words::item(language, &name, &weight, &isolated(&item.source)), language)
    });
    plain.chain(items).chain(typed.map(|one| Text::typed(one, language))).collect()
}

fn matrix(as_of: AsOf, view: &DistrictsView, assessed: &Assessment) -> Matrix {
    let AsOf { plan, language, .. } = as_of;
    let items = assessed.rule.items.iter();
    let items =
        items.map(|item| (names::item(plan, &item.item, language), said::item(language, item))).collect();
    let (moved, moved_note) = moved(as_of, assessed, view.is_trial());
    let mut order: Vec<usize> = (0..assessed.rows.len()).collect();
    let class =
        |row: &Row| assessed.rule.classes.iter().position(|class| Some(&class.name) == row.class.as_ref());
    order.sort_by_key(|at| {
        let row = &assessed.rows[*at];
        (class(row).unwrap_or(usize::MAX), row.place.unwrap_or(usize::MAX))
    });
    let rows = order.into_iter().map(|at| {
        let row = &assessed.rows[at];
        let own = DistrictsView { district: Some(row.district.to_string()), ..view.clone() };
        let moved = moved.as_ref().and_then(|all| *all.get(at)?);
        MatrixRow {
            id: row.district.clone(),
            district: Link { text: names::district(plan, &row.district, language), href: own.route().href() },
            class: row.class.as_ref().map(|class| Text::typed(class, language)).unwrap_or_default(),
            cells: (0..row.cells.len()).map(|item| cell(language, row, item)).collect(),
            total: Cell {
                short: row.score().map_or_else(|| "–".into(), |score| said::score(score, assessed)),
                figure: String::new(),
                sentence: said::total(language, assessed, row),
            },
            place: row.place.map_or_else(|| "–".into(), |place| place.to_string()),
            moved: moved.map(words::moved).unwrap_or_default(),
            grade: row.grade.as_ref().map(|grade| Text::typed(grade, language)).unwrap_or_default(),
        }
    });
    Matrix {
        items,
        rows: rows.collect(),
        has_classes: !assessed.rule.classes.is_empty(),
        has_grades: !assessed.rule.grades.is_empty(),
        drawn: words::drawn(language, view.seed.unwrap_or(SEED)),
        moved: moved_note,
    }
}

/// What a cell shows of an item.
pub fn cell(language: Language, row: &Row, item: usize) -> Cell {
    let Some((input, counted)) = row.cells.get(item) else {
        return Cell { short: "–".into(), figure: String::new(), sentence: String::new() };
    };
    let short = match counted {
        Counted::Points(points) => said::points(points.points),
        Counted::Out(_) => "–".into(),
    };
    let value = input.figure.value().filter(|_| input.figure != Figure::Zero).map(|value| value.to_string());
    let figure = [value.unwrap_or_default(), said::figure(language, input)];
    let figure = figure.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ");
    Cell { short, figure, sentence: said::counted(language, counted) }
}

/// How places moved since the year before, by the same rule of the same items; else that it cannot be said.
fn moved(as_of: AsOf, assessed: &Assessment, is_trial: bool) -> (Option<Vec<Option<i64>>>, String) {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let year = Year(assessed.rule.year.0.saturating_sub(1));
    if is_trial || !plan.period.contains(year) {
        return (None, String::new());
    }
    let rules = ledger.assessment_rules(year);
    if rules.is_empty() {
        return (None, words::no_rule_before(language, year));
    }
    let before = like(rules.into_iter().map(|(rule, _)| rule), &assessed.rule);
    let before = before.and_then(|before| assess(plan, ledger, before, today).ok());
    match before.and_then(|before| against(&before, assessed)) {
        Some(moved) => (Some(moved), words::moved_since(language, year)),
        None => (None, words::not_comparable(language, year)),
    }
}

/// Places under every rule of a year; where they differ is marked.
pub fn by_rules(as_of: AsOf, year: Year) -> Option<Table> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let all = places_by_rules(plan, ledger, year, today);
    if all.len() < 2 {
        return None;
    }
    let words = words::of(language);
    // On a telephone a head stands beside each figure, where nothing marks words of another language: then its number stands
    // for the title.
    let head = |(at, rule): (usize, &AssessmentRule)| {
        let title = Text::typed(&rule.title, language);
        let name =
            if title.language.is_none() { title } else { Text::plain(words::rule_number(language, at + 1)) };
        Column { name, is_numeric: true }
    };
    let heads = all.iter().map(|(rule, _)| rule).enumerate().map(head);
    let columns =
        std::iter::once(Column::text(words.district)).chain(heads).chain([Column::text(words.differs)]);
    let rows = plan.districts.iter().enumerate().map(|(at, id)| {
        let places: Vec<Option<usize>> = all.iter().map(|(_, places)| *places.get(at)?).collect();
        let differs = places.iter().any(|place| *place != places[0]);
        let cell = |place: &Option<usize>| {
            TableCell::plain(place.map_or_else(|| "–".to_owned(), |place| place.to_string()))
        };
        std::iter::once(TableCell::from(names::district(plan, id, language)))
            .chain(places.iter().map(cell))
            .chain([if differs { TableCell::plain(words.differs_mark) } else { TableCell::default() }])
            .collect()
    });
    Some(Table { caption: Text::plain(words.by_rules), columns: columns.collect(), rows: rows.collect() })
}

/// Every share of a year beside the city's target: sum, and what is left or over.
pub fn allotted(as_of: AsOf, year: Year) -> Table {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let words = words::of(language);
    let heads = plan.districts.iter().map(|id| {
        let name = plan.organisation(id).map(|one| plan.short_name(one, language));
        Column { name: name.unwrap_or_else(|| Text::typed(id, language)), is_numeric: true }
    });
    let columns = std::iter::once(Column::text(words.indicator))
        .chain([Column::figure(words.city)])
        .chain(heads)
        .chain([Column::figure(words.sum), Column::figure(words.rest)]);
    let row = |indicator: &crate::plan::Indicator| {
        let basis = basis(ledger, indicator);
        let against = Against::Adjusted;
        let target = year_aim(ledger, indicator, year, today).against(against);
        let allotted = ledger.allotments(&indicator.id, year);
        let shares = shares(ledger, indicator, basis, (year, today), against);
        let share = |id: &String| {
            let id: Id = id.as_str().into();
            allotted.get(&id).map(|(value, _)| TableCell::plain(value.to_string())).unwrap_or_default()
        };
        let name = crate::page::shared::names::indicator(plan, indicator, language);
        let unit = plan.say(&indicator.unit, language);
        let rest = match (basis, allotted.is_empty(), shares.rest) {
            (Basis::Level, ..) => words.never_summed.to_owned(),
            (_, true, _) | (_, _, None) => String::new(),
            (_, _, Some(rest)) => words::rest(language, rest),
        };
        let sum = shares.sum.filter(|_| !allotted.is_empty()).map(|sum| TableCell::plain(sum.to_string()));
        let name =
            TableCell { pieces: vec![Piece::Link(name), Piece::Plain(Text::plain(" ")), Piece::Note(unit)] };
        std::iter::once(name)
            .chain([target.map(|aim| TableCell::plain(aim.value.to_string())).unwrap_or_default()])
            .chain(plan.districts.iter().map(share))
            .chain([sum.unwrap_or_default(), TableCell::plain(rest)])
            .collect()
    };
    Table {
        caption: Text::plain(words::allotted(language, year)),
        columns: columns.collect(),
        rows: names::indicators(plan).into_iter().map(row).collect(),
    }
}
