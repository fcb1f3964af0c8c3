//! What the chart says besides its strokes: description, marks, source and table.

use super::facts::{Asked, Facts, by_year};
use super::{ACTUALS, FORECASTS, NAMES, NOTES, Records, STARTS, Symbol, TARGETS};
use crate::chart::{Item, Mark, Sentence, words};
use crate::plan::{PlanIndex, Quantity, Year, unit};
use crate::route::Route;
use crate::standing::words::reason;
use crate::standing::{Light, Ratio};
use crate::text::{Cell, Column, Language, Link, Piece, Table, Text};

/// What a symbol of the drawing means.
pub fn symbol(symbol: Symbol, language: Language) -> &'static str {
    match symbol {
        Symbol::Target => language.pick("目标", "target"),
        Symbol::Actual => language.pick("最近完成", "latest actual"),
        Symbol::Start => language.pick("基期", "baseline"),
        Symbol::Expected => language.pick("目前应达到", "expected by now"),
        Symbol::Forecast => language.pick("预测，横线为范围", "forecast and its range"),
    }
}

/// Where the figures come from: of the plan, and of the ledger up to a day.
pub fn source(source: Sentence, facts: &[Facts], records: Option<&Records>, language: Language) -> Sentence {
    let Some(Records { as_of, .. }) = records else { return source };
    let source = source
        .then(language.pick(format!("；台账，数据至 {as_of}"), format!("; ledger, data up to {as_of}")));
    match facts.iter().any(|one| one.forecast().is_some()) {
        true => source.then(language.pick("；预测：泰尔—森法", "; forecast by Theil–Sen")),
        false => source,
    }
}

/// The shape of the chart for ears: every figure is in the marks.
pub fn description(facts: &[Facts], records: Option<&Records>, language: Language) -> Sentence {
    let all = facts.len();
    let unset = facts.iter().filter(|one| !one.unset().is_empty()).count();
    let said = language.pick(
        format!(
            "进程图，{all} 项指标各占一行。横轴为占各自最后一个目标的百分比：起点为零，100% 为最后一个目标。{unset} 项有的年份未设目标，写在行内。"
        ),
        format!(
            "Progress of {all} indicators, a row for each. The axis shows the percentage of each one's last target, from zero. {unset} have years without a target, as their rows say."
        ),
    );
    let said = Sentence::plain(said);
    if records.is_none() {
        return said;
    }
    let actual = facts.iter().filter(|one| one.actual().is_some()).count();
    let forecast = facts.iter().filter(|one| one.forecast().is_some()).count();
    said.then(language.pick(
        format!("{actual} 项已有完成值，{forecast} 项有预测。年度数每年从零起。"),
        format!(" {actual} have an actual, {forecast} a forecast. A yearly amount begins at zero each year."),
    ))
}

/// A mark for each thing in the drawing, row by row.
pub fn marks(facts: &[Facts]) -> Vec<Mark> {
    let mut counts = [0; 6];
    let mut marks = Vec::new();
    for one in facts {
        let href = Route::Indicator(one.indicator.id.clone()).href();
        for (series, says) in one.says() {
            let Some(count) = counts.get_mut(series) else { continue };
            marks.push(Mark { says, href: href.clone(), item: Item::new(series, *count) });
            *count += 1;
        }
    }
    marks
}

impl Facts<'_> {
    /// Each thing of the row with its series, in the order of reading and, within a series, of drawing.
    fn says(&self) -> Vec<(usize, Sentence)> {
        let language = self.language;
        let is_drawn = self.share(Ratio::ZERO).is_some();
        let mut says = vec![(NAMES, self.says_standing())];
        if is_drawn {
            let asked = self.asked();
            let asked = asked.iter().map(|one| (one.years.to, (TARGETS, self.says_target(one))));
            let set = self.set_targets.iter().map(|one| {
                let sign = one.comparator.sign();
                let set = language.pick(
                    format!("{} 年由本单位分解为 {sign}", one.year),
                    format!("{}: set by the bureau to {sign}", one.year),
                );
                (one.year, (TARGETS, self.figure(set, one.value)))
            });
            says.extend(by_year(asked.chain(set)));
        }
        let note = self.noted(|unset| {
            language.pick(format!("{unset} 年未设目标"), format!("no target set for {unset}"))
        });
        if !note.is_empty() {
            says.push((NOTES, self.named().then(note)));
        }
        if let Some(one) = self.start().filter(|_| is_drawn) {
            let words =
                language.pick(format!("基期 {} 为 ", one.month), format!("baseline of {}: ", one.month));
            says.push((STARTS, self.figure(words, one.value)));
        }
        if let Some(one) = self.actual().filter(|_| is_drawn) {
            let year = match (self.is_yearly(), language) {
                (false, _) => "",
                (true, Language::Zh) => "（当年累计）",
                (true, Language::En) => " (since January)",
            };
            let words = language
                .pick(format!("{} 完成值{year} ", one.month), format!("actual of {}{year}: ", one.month));
            let said = self.figure(words, one.value);
            says.push((
                ACTUALS,
                match self.says_expected().map(|expected| self.beside(expected)) {
                    None => said,
                    Some(expected) => {
                        said.then(language.pick(
                            format!("；目前应达到 {expected}"),
                            format!("; expected by now: {expected}"),
                        ))
                    }
                },
            ));
        }
        if let Some(one) = self.forecast().filter(|_| is_drawn) {
            let [low, high] = [one.low, one.high].map(|end| self.beside(end.to_string()));
            let words = language.pick(
                format!("按目前速度，{} 在 {low} 至 {high} 之间，约 ", one.month),
                format!("at this pace by {} between {low} and {high}, about ", one.month),
            );
            says.push((FORECASTS, self.figure(words, one.middle)));
        }
        says
    }

    /// Where the figure should be by now, never rounded onto where it is.
    fn says_expected(&self) -> Option<String> {
        let actual: Option<Ratio> = self.actual().map(|one| one.value.into());
        Some(self.expected()?.say(actual.as_slice()))
    }

    fn named(&self) -> Sentence {
        let name = self.plan.say(&self.indicator.name, self.language);
        Sentence::default().name(name).then(self.language.pick("，", ", "))
    }

    /// Words, and behind them a figure with its unit and its share.
    fn figure(&self, words: String, value: Quantity) -> Sentence {
        let unit = self.plan.say(&self.indicator.unit, self.language);
        let (said, figure) = (self.named().then(words), value.to_string());
        let said = match unit.language {
            None => said.then(unit::written(&figure, &unit.words)),
            Some(_) => said.then(figure + unit::gap(&unit.words)).name(unit),
        };
        self.with_share(said, value)
    }

    /// A figure beside one that has its unit. English money has its sign and its power wherever it stands: in another
    /// power than the one beside it a bare number would be read as ten times as much.
    fn beside(&self, figure: String) -> String {
        let unit = self.plan.say(&self.indicator.unit, self.language);
        match unit.language.is_none() && unit::is_yuan(&unit.words) {
            true => unit::written(&figure, &unit.words),
            false => figure,
        }
    }

    fn with_share(&self, said: Sentence, value: Quantity) -> Sentence {
        let (Some(last), Some(percent)) = (self.last(), self.percent(value.into())) else { return said };
        said.then(self.language.pick(
            format!("，占 {} 年目标 {percent}", last.year),
            format!(", {percent} of the target of {}", last.year),
        ))
    }

    /// The light and why; of the plan alone, the basis.
    fn says_standing(&self) -> Sentence {
        let said = self.named();
        let (Some(judgement), Some(rule)) = (self.judgement, self.rule) else {
            return said.then(self.basis.clone());
        };
        let why = reason(judgement, rule, self.language);
        let separator = if why.is_empty() { "" } else { self.language.pick("，", ", ") };
        said.then([judgement.light.words(self.language), separator, &why].concat())
    }

    fn says_target(&self, asked: &Asked) -> Sentence {
        let language = self.language;
        let years = language.pick(format!("{} 年", asked.years), format!("{}: ", asked.years));
        let target = words::target(self.plan, self.indicator, asked.target, language);
        let said = self.named().then(years).name(words::after_year(target, language));
        if self.last() != Some(asked.target)
            && asked.years.to != self.last().map_or(Year(0), |last| last.year)
        {
            return self.with_share(said, asked.target.value);
        }
        said.then(match self.is_limit() {
            true => language.pick("，以此为 100%，越低越好", ", taken as 100%; lower is better"),
            false => language.pick("，以此为 100%", ", taken as 100%"),
        })
    }

    fn row(&self, plan: &PlanIndex, has_records: bool) -> Vec<Cell> {
        let language = self.language;
        let name = Link {
            text: plan.say(&self.indicator.name, language),
            href: Route::Indicator(self.indicator.id.clone()).href(),
        };
        let mut cells = vec![
            name.into(),
            Cell::plain(self.basis.clone()),
            plan.say(&self.indicator.unit, language).into(),
        ];
        cells.extend(plan.period.iter().map(|year| self.year(year)));
        if !has_records {
            return cells;
        }
        let cell = |words: Option<String>| words.map(Cell::plain).unwrap_or_default();
        let dated = |value: Quantity, note: String| Cell {
            pieces: vec![Piece::Plain(Text::plain(value.to_string())), Piece::Note(Text::plain(note))],
        };
        cells.push(self.start().map(|one| dated(one.value, one.month.to_string())).unwrap_or_default());
        cells.push(self.actual().map(|one| dated(one.value, one.month.to_string())).unwrap_or_default());
        cells.push(cell(self.actual().and_then(|one| self.percent(one.value.into()))));
        cells.push(cell(self.says_expected()));
        cells.push(cell(self.forecast().map(|one| {
            language.pick(
                format!("{} 约 {}（{} 至 {}）", one.month, one.middle, one.low, one.high),
                format!("{}: about {} ({} to {})", one.month, one.middle, one.low, one.high),
            )
        })));
        let light = self.judgement.map_or(Light::NoData, |one| one.light);
        cells.push(Cell { pieces: vec![Piece::Light { light: light.slug(), word: light.words(language) }] });
        cells
    }

    /// What the plan asks of a year; what the bureau set stands beside it, and does not take its place.
    fn year(&self, year: Year) -> Cell {
        let language = self.language;
        let set = self.set_targets.iter().find(|one| one.year == year);
        match (self.target(year), set) {
            (Some(target), _) => {
                let modality = words::modality(target, language);
                let note = (!modality.is_empty()).then(|| Piece::Note(Text::plain(modality)));
                let figure = Piece::Plain(Text::plain(words::figure(target, language)));
                Cell { pieces: [figure].into_iter().chain(note).collect() }
            }
            (None, None) => Cell::plain(words::unset(language)),
            (None, Some(set)) => {
                let value = [set.comparator.sign(), &set.value.to_string()].concat();
                let note = language.pick(format!("分解 {value}"), format!("set {value}"));
                Cell {
                    pieces: vec![
                        Piece::Plain(Text::plain(words::unset(language))),
                        Piece::Note(Text::plain(note)),
                    ],
                }
            }
        }
    }
}

/// The same figures as a table.
pub fn table(plan: &PlanIndex, facts: &[Facts], records: Option<&Records>, language: Language) -> Table {
    let mut columns = vec![
        Column::text(language.pick("指标", "Indicator")),
        Column::text(language.pick("口径", "Basis")),
        Column::text(language.pick("单位", "Unit")),
    ];
    columns.extend(plan.period.iter().map(|year| Column::figure(year.to_string())));
    if records.is_some() {
        columns.extend([
            Column::figure(symbol(Symbol::Start, language)),
            Column::figure(symbol(Symbol::Actual, language)),
            Column::figure(language.pick("占最后目标", "Of the last target")),
            Column::figure(symbol(Symbol::Expected, language)),
            Column::figure(language.pick("预测", "Forecast")),
            Column::text(language.pick("状态", "Status")),
        ]);
    }
    Table {
        caption: Text::plain(
            language.pick("各指标的目标与进程", "Targets of the indicators and how far they are"),
        ),
        columns,
        rows: facts.iter().map(|one| one.row(plan, records.is_some())).collect(),
    }
}
