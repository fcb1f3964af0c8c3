//! From what was typed to a rule, or everything that is wrong with it.

use super::names;
use crate::ledger::kinds::{
    AssessmentItem, AssessmentRule, DistrictClass, Grade, Item, ItemRole, MissingFigure, Scoring, TieBreak,
    WeightSum,
};
use crate::ledger::{Entry, EntryId, Ledger, Said};
use crate::plan::{PlanIndex, Quantity, Year};
use crate::rows::figure;
use crate::standing::districts::{RuleFault, faults};
use crate::text::one_line;

/// Most items of a rule.
pub const MOST_ITEMS: usize = 30;
/// Most letters of a title, a source, a name or a reason.
const MOST_LETTERS: usize = 200;
/// Most letters of the name of a class or grade: records take no more.
const MOST_NAME: usize = 60;

/// A scoring with the figures that its office took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// 武进 2010: in proportion, at most 4 points above the weight.
    Wujin2010,
    /// The least has 1, the most 100.
    MinMax,
    /// 武进 2011: each 5 % beside the average is half a point.
    Wujin2011,
}

impl Template {
    /// Every template, as the form offers them.
    pub const ALL: [Self; 3] = [Self::Wujin2010, Self::MinMax, Self::Wujin2011];

    /// The cap of an item by it, as it is typed; empty for none.
    pub fn cap(self) -> &'static str {
        match self {
            Self::Wujin2010 => "4",
            Self::MinMax | Self::Wujin2011 => "",
        }
    }
}

/// An item as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemTyped {
    /// Identifier of the indicator.
    pub item: String,
    /// Place of the role: 0 weighted, 1 bonus, 2 penalty.
    pub role: String,
    pub weight: String,
    pub cap: String,
    pub source: String,
}

impl ItemTyped {
    fn is_blank(&self) -> bool {
        [&self.item, &self.weight, &self.source].iter().all(|text| text.trim().is_empty())
    }
}

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The rule that is changed; empty: a new one.
    pub id: String,
    pub title: String,
    pub items: Vec<ItemTyped>,
    /// Place of the scoring in [`Template::ALL`].
    pub scoring: String,
    /// Marks of the least, or the step in per cent.
    pub first: String,
    /// Marks of the most, or the points of a step.
    pub second: String,
    /// 0 counts zero, 1 left out, 2 last known.
    pub missing: String,
    /// Identifier of the item that decides between equal scores; empty: they share a place.
    pub ties: String,
    /// 0 as it is, 1 scaled to 100.
    pub sum: String,
    /// A class a line: 一类县区：海城市、台安县.
    pub classes: String,
    /// A grade a line: 优秀 90 第一名.
    pub grades: String,
    pub reason: String,
    pub document: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self::of(Template::Wujin2010)
    }
}

impl Typed {
    /// An empty form with the figures of a template.
    pub fn of(template: Template) -> Self {
        let text = String::new;
        let mut typed = Self {
            id: text(),
            title: text(),
            items: vec![ItemTyped { role: "0".into(), ..ItemTyped::default() }; 3],
            scoring: text(),
            first: text(),
            second: text(),
            missing: "1".into(),
            ties: text(),
            sum: "0".into(),
            classes: text(),
            grades: text(),
            reason: text(),
            document: text(),
        };
        typed.take(template);
        typed
    }

    /// Takes the figures of a template; items keep what stands in them.
    pub fn take(&mut self, template: Template) {
        let (first, second) = match template {
            Template::Wujin2010 => ("", ""),
            Template::MinMax => ("1", "100"),
            Template::Wujin2011 => ("5", "0.5"),
        };
        let before = self.template().cap();
        let at = Template::ALL.iter().position(|one| *one == template).unwrap_or_default();
        (self.scoring, self.first, self.second) = (at.to_string(), first.into(), second.into());
        // What somebody typed stays, and so do caps of bonus and penalty.
        for item in self
            .items
            .iter_mut()
            .filter(|item| item.role == "0" && (item.cap.is_empty() || item.cap == before))
        {
            template.cap().clone_into(&mut item.cap);
        }
    }

    /// The chosen scoring.
    pub fn template(&self) -> Template {
        self.scoring
            .parse()
            .ok()
            .and_then(|at: usize| Template::ALL.get(at).copied())
            .unwrap_or(Template::Wujin2010)
    }
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NoTitle,
    /// No indicator is chosen in this row, counted from 0.
    NoItem(usize),
    /// A word stands where a figure should: row and what stands there; no row for a figure of the scoring.
    NotAFigure(Option<usize>, String),
    /// A bonus or penalty without its source or cap.
    Unbounded(usize),
    /// A line of the classes or grades, counted from 0, that is none.
    Line(usize, String),
    /// A name that is none of the plan's districts, with its line.
    UnknownDistrict(usize, String),
    TooMany(usize),
    TooLong(usize),
    /// A rule is taken back without a reason.
    NoReason,
    Rule(RuleFault),
}

/// The form of a rule that is changed; the empty one where there is none of that name.
pub fn begun(plan: &PlanIndex, ledger: &Ledger, year: Year, id: &str) -> Typed {
    let rules = ledger.assessment_rules(year);
    let Some(rule) = rules.into_iter().map(|(rule, _)| rule).find(|rule| *rule.id == *id) else {
        return Typed::default();
    };
    let (template, first, second) = match rule.scoring {
        Scoring::Proportion => (0, String::new(), String::new()),
        Scoring::MinMax { low, high } => (1, low.to_string(), high.to_string()),
        Scoring::AroundAverage { step, points } => (2, step.to_string(), points.to_string()),
    };
    let item = |item: &AssessmentItem| ItemTyped {
        item: item.item.to_string(),
        role: (item.role as usize).to_string(),
        weight: item.weight.to_string(),
        cap: item.cap.map(|cap| cap.to_string()).unwrap_or_default(),
        source: item.source.clone(),
    };
    let class = |class: &DistrictClass| {
        let names = class.districts.iter().map(|id| names::district(plan, id, plan.language).words);
        [&*class.name, "：", &names.collect::<Vec<_>>().join("、")].concat()
    };
    let grade = |grade: &Grade| {
        let first = if grade.first_place_only { " 第一名" } else { "" };
        format!("{} {}{first}", grade.name, grade.from)
    };
    Typed {
        id: id.to_owned(),
        title: rule.title.clone(),
        items: rule.items.iter().map(item).collect(),
        scoring: template.to_string(),
        first,
        second,
        missing: (rule.missing as usize).to_string(),
        ties: match &rule.ties {
            TieBreak::Shared => String::new(),
            TieBreak::By(item) => item.to_string(),
        },
        sum: (rule.sum as usize).to_string(),
        classes: rule.classes.iter().map(class).collect::<Vec<_>>().join("\n"),
        grades: rule.grades.iter().map(grade).collect::<Vec<_>>().join("\n"),
        reason: String::new(),
        document: rule.document.clone(),
    }
}

/// The entry of what was typed. A new rule has no name yet: it gets one of the entry that says it ([`named`]).
///
/// # Errors
/// Every fault, with the row as it stands in the form.
pub fn written(plan: &PlanIndex, year: Year, typed: &Typed) -> Result<Entry, Vec<Fault>> {
    let mut faults = Vec::new();
    let title = line(&typed.title, &mut faults);
    if title.is_empty() {
        faults.push(Fault::NoTitle);
    }
    let filled: Vec<(usize, &ItemTyped)> =
        typed.items.iter().enumerate().filter(|(_, item)| !item.is_blank()).collect();
    if filled.len() > MOST_ITEMS {
        return Err(vec![Fault::TooMany(filled.len())]);
    }
    let items: Vec<AssessmentItem> =
        filled.iter().map(|(row, item)| self::item(*row, item, &mut faults)).collect();
    let scoring = scoring(typed, &mut faults);
    let classes = classes(plan, &typed.classes, &mut faults);
    let grades = grades(&typed.grades, &mut faults);
    let missing = match typed.missing.as_str() {
        "0" => MissingFigure::CountsZero,
        "2" => MissingFigure::LastKnown,
        _ => MissingFigure::LeftOut,
    };
    let ties = match typed.ties.as_str() {
        "" => TieBreak::Shared,
        item => TieBreak::By(item.into()),
    };
    let sum = if typed.sum == "1" { WeightSum::Scaled } else { WeightSum::AsItIs };
    let [reason, document] = [&typed.reason, &typed.document].map(|text| line(text, &mut faults));
    let rule = AssessmentRule {
        id: typed.id.as_str().into(),
        year,
        title,
        items,
        scoring,
        classes,
        grades,
        missing,
        ties,
        sum,
        reason,
        document,
    };
    let is_read = faults.iter().all(|fault| !matches!(fault, Fault::NoItem(_) | Fault::NotAFigure(..)));
    if is_read {
        let found = self::faults(plan, &rule).into_iter();
        faults.extend(found.map(|fault| Fault::Rule(in_form(fault, &filled))));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Entry { replaces: None, said: Said::AssessmentRule(Box::new(rule)) })
}

/// The same once it is known where it will stand: a new rule is named by its entry, so that two devices that make one each make
/// two. In the order of names it comes behind those that were counted (`r1`), which stay what they are.
pub fn named(mut entry: Entry, id: EntryId) -> Entry {
    if let Said::AssessmentRule(rule) = &mut entry.said
        && rule.id.is_empty()
    {
        rule.id = ["rule-", &Item::own_id(id)].concat().into();
    }
    entry
}

/// The entry that takes back the rule that is chosen; none where it is not there any more.
///
/// # Errors
/// Without a reason, or with one that is too long.
pub fn withdrawn(ledger: &Ledger, year: Year, typed: &Typed) -> Result<Option<Entry>, Vec<Fault>> {
    let mut faults = Vec::new();
    let reason = line(&typed.reason, &mut faults);
    if reason.is_empty() {
        faults.push(Fault::NoReason);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let rules = ledger.assessment_rules(year);
    let found = rules.into_iter().find(|(rule, _)| *rule.id == *typed.id).map(|(_, found)| found.id);
    Ok(found.map(|of| Entry { replaces: Some(of), said: Said::Withdrawal { reason } }))
}

/// The row as it stands in the form, where empty rows stand between.
fn in_form(fault: RuleFault, filled: &[(usize, &ItemTyped)]) -> RuleFault {
    let row = |at: usize| filled.get(at).map_or(at, |(row, _)| *row);
    match fault {
        RuleFault::Twice(at) => RuleFault::Twice(row(at)),
        RuleFault::UnknownItem(at) => RuleFault::UnknownItem(row(at)),
        RuleFault::NegativeWeight(at) => RuleFault::NegativeWeight(row(at)),
        RuleFault::NegativeCap(at) => RuleFault::NegativeCap(row(at)),
        other => other,
    }
}

fn item(row: usize, typed: &ItemTyped, faults: &mut Vec<Fault>) -> AssessmentItem {
    if typed.item.is_empty() {
        faults.push(Fault::NoItem(row));
    }
    let weight = number(Some(row), &typed.weight, faults);
    if typed.weight.trim().is_empty() {
        faults.push(Fault::NotAFigure(Some(row), String::new()));
    }
    let cap = number(Some(row), &typed.cap, faults);
    let role = match typed.role.as_str() {
        "1" => ItemRole::Bonus,
        "2" => ItemRole::Penalty,
        _ => ItemRole::Weighted,
    };
    let source = line(&typed.source, faults);
    if role != ItemRole::Weighted && (cap.is_none() || source.is_empty()) {
        faults.push(Fault::Unbounded(row));
    }
    AssessmentItem {
        item: typed.item.as_str().into(),
        role,
        weight: weight.unwrap_or(Quantity::ZERO),
        cap,
        source,
    }
}

fn number(row: Option<usize>, text: &str, faults: &mut Vec<Fault>) -> Option<Quantity> {
    figure::read(text, &[]).unwrap_or_else(|_| {
        faults.push(Fault::NotAFigure(row, text.to_owned()));
        None
    })
}

fn scoring(typed: &Typed, faults: &mut Vec<Fault>) -> Scoring {
    let template = typed.template();
    if template == Template::Wujin2010 {
        return Scoring::Proportion;
    }
    let [first, second] = [&typed.first, &typed.second].map(|text| {
        let read = number(None, text, faults);
        if text.trim().is_empty() {
            faults.push(Fault::NotAFigure(None, String::new()));
        }
        read.unwrap_or(Quantity::ZERO)
    });
    match template {
        Template::MinMax => Scoring::MinMax { low: first, high: second },
        Template::Wujin2010 | Template::Wujin2011 => Scoring::AroundAverage { step: first, points: second },
    }
}

fn classes(plan: &PlanIndex, text: &str, faults: &mut Vec<Fault>) -> Vec<DistrictClass> {
    let mut classes = Vec::new();
    for (at, typed) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let Some((name, rest)) = typed.split_once(['：', ':']) else {
            faults.push(Fault::Line(at, one_line(typed)));
            continue;
        };
        let name = self::name(name, at, faults);
        let mut districts = Vec::new();
        for district in rest.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|one| !one.is_empty())
        {
            match names::find_district(plan, district) {
                Some(id) => districts.push(id),
                None => faults.push(Fault::UnknownDistrict(at, one_line(district))),
            }
        }
        classes.push(DistrictClass { name: name.as_str().into(), districts });
    }
    classes
}

fn grades(text: &str, faults: &mut Vec<Fault>) -> Vec<Grade> {
    let mut grades = Vec::new();
    for (at, typed) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mut words = typed.split_whitespace();
        let (name, from, first) = (words.next(), words.next(), words.next());
        let from = from.and_then(|from| figure::read(from, &["分".to_owned()]).ok().flatten());
        let is_first = first.map(|word| matches!(word, "第一名" | "首位" | "first"));
        match (name, from, is_first) {
            (Some(name), Some(from), None | Some(true)) => {
                let name = self::name(name, at, faults);
                grades.push(Grade { name: name.as_str().into(), from, first_place_only: is_first.is_some() });
            }
            _ => faults.push(Fault::Line(at, one_line(typed))),
        }
    }
    grades
}

/// The name of a class or grade in a line.
fn name(text: &str, at: usize, faults: &mut Vec<Fault>) -> String {
    let name = one_line(text);
    if name.is_empty() {
        faults.push(Fault::Line(at, String::new()));
    }
    let letters = name.chars().count();
    if letters > MOST_NAME {
        faults.push(Fault::TooLong(letters));
    }
    name
}

fn line(text: &str, faults: &mut Vec<Fault>) -> String {
    let line = one_line(text);
    let letters = line.chars().count();
    if letters > MOST_LETTERS {
        faults.push(Fault::TooLong(letters));
    }
    line
}
