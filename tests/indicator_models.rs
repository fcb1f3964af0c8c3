//! What the indicator pages decide, on the plan that is carried and on that of a second city.

mod common;
#[path = "common/plans.rs"]
mod plans;

use Language::{En, Zh};
use common::{ANSHAN, HARBOUR_CITY, plan};
use planboard::chart;
use planboard::ledger::{Batch, BatchId, Entry, Ledger, Moment, Said};
use planboard::page::plan::indicator;
use planboard::page::plan::indicators::standings::Standings;
use planboard::page::plan::indicators::{self, Content, Field, Indicators, selection};
use planboard::plan::{Basis, Day, Month, PlanIndex};
use planboard::route::{IndicatorsView, Route};
use planboard::standing::Bases;
use planboard::text::order::Order;
use planboard::text::{Language, Piece, Table, Text};
use plans::EVERY;

fn view(address: &str) -> IndicatorsView {
    match Route::parse(address) {
        Route::Indicators(view) => view,
        other => panic!("{address} is {other:?}"),
    }
}

fn page(plan: &PlanIndex, address: &str) -> Indicators {
    indicators::model(plan, &view(address), Zh)
}

fn ids(plan: &PlanIndex, address: &str) -> Vec<String> {
    selection::sorted(plan, &view(address), &Bases::default(), Zh)
        .iter()
        .map(|place| place.item.id.clone())
        .collect()
}

fn words(text: &[Text]) -> String {
    text.iter().map(|piece| piece.words.as_str()).collect()
}

fn table(page: Indicators) -> Table {
    match page.content {
        Content::List(table) => table,
        other => panic!("not a list: {other:?}"),
    }
}

fn cells(table: &Table, row: usize) -> Vec<String> {
    let words = |piece: &Piece| match piece {
        Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => text.words.clone(),
        Piece::Link(link) => link.text.words.clone(),
        Piece::Light { word, .. } => (*word).to_owned(),
    };
    table.rows[row].iter().map(|cell| cell.pieces.iter().map(words).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn a_filter_leaves_what_it_says() {
    let anshan = plan(ANSHAN);
    for (address, left) in [
        ("/indicators?year=2024", vec!["conversion-rate"]),
        ("/indicators?basis=yearly-flow", vec!["new-provincial-carriers", "new-platforms"]),
        (
            "/indicators?organisation=tax-bureau&year=2023",
            vec!["technology-smes", "high-tech-enterprises", "gazelles"],
        ),
        // A district answers as a member of 各县（市）区、开发区.
        ("/indicators?organisation=haicheng", vec!["new-provincial-carriers", "carriers", "alliances"]),
        ("/indicators?organisation=all-districts", vec!["new-provincial-carriers", "carriers", "alliances"]),
        ("/indicators?comparator=greater-than", vec!["conversion-rate", "gazelles"]),
        ("/indicators?modality=seek&year=2025", vec!["alliances"]),
        ("/indicators?modality=ensure", vec![]),
    ] {
        assert_eq!(ids(&anshan, address), left, "{address}");
    }
    let harbour = plan(HARBOUR_CITY);
    for (address, left) in [
        ("/indicators?comparator=at-most", vec!["fine-dust", "night-noise"]),
        ("/indicators?organisation=northern-ferries&area=clean-quays&basis=level", vec!["shore-power-share"]),
    ] {
        assert_eq!(ids(&harbour, address), left, "{address}");
    }
}

#[test]
fn year_comparator_and_modality_must_hold_for_one_target() {
    let anshan = plan(ANSHAN);
    let mastered = "technologies-mastered".to_owned();
    for (address, is_left) in [
        ("/indicators?year=2023&comparator=unstated", true),
        ("/indicators?year=2025&comparator=at-least", true),
        ("/indicators?year=2023&comparator=at-least", false),
        ("/indicators?year=2025&comparator=unstated", false),
        ("/indicators?year=2024", false),
    ] {
        assert_eq!(ids(&anshan, address).contains(&mastered), is_left, "{address}");
    }
}

#[test]
fn the_order_is_the_one_asked_for() {
    let anshan = plan(ANSHAN);
    let in_plan: Vec<String> = anshan.indicators().map(|place| place.item.id.clone()).collect();
    assert_eq!(ids(&anshan, "/indicators"), in_plan);
    // Threefold before double; what has one target only has no step and stands at the end.
    let by_step = ids(&anshan, "/indicators?sort=step&area=innovation-ecology");
    assert_eq!(by_step[..2], ["technologies-mastered", "provincial-projects"]);
    assert_eq!(by_step[4..], ["new-provincial-carriers", "carriers"]);
    let by_basis = ids(&anshan, "/indicators?sort=basis");
    assert_eq!((by_basis[0].as_str(), by_basis[16].as_str()), ("carriers", "relocation-teams"));
    let left = selection::sorted(&anshan, &view("/indicators?sort=name"), &Bases::default(), Zh);
    let names: Vec<String> = left.iter().map(|place| anshan.say(&place.item.name, Zh).words).collect();
    let order = Order::new();
    assert!(names.is_sorted_by_key(|name| order.key(name)), "{names:?}");
}

/// engine B12: in a list of organisations to choose from each stands where its sound is looked up.
#[test]
fn organisations_to_filter_by_stand_by_sound() {
    let filters = page(&plan(ANSHAN), "/indicators").filters;
    let field = filters.into_iter().find(|one| one.field == Field::Organisation).expect("a filter");
    let slugs: Vec<&str> = field.choices.iter().map(|one| one.slug.as_str()).collect();
    let at = |slug: &str| {
        slugs.iter().position(|one| *one == slug).unwrap_or_else(|| panic!("{slug} in {slugs:?}"))
    };
    // 高新区 gāo, 海城 hǎi, 市科技局 shì, 铁东区 tiě, 岫岩 xiù.
    let expected = ["high-tech-zone", "haicheng", "science-bureau", "tiedong", "xiuyan"].map(at);
    assert!(expected.is_sorted(), "{slugs:?}");
}

#[test]
fn every_choice_that_is_offered_occurs_and_says_how_many_it_leaves() {
    for path in EVERY {
        let plan = plan(path);
        for filter in page(&plan, "/indicators").filters {
            assert!(!filter.choices.is_empty());
            for choice in filter.choices {
                let chosen = filter.field.choose(&IndicatorsView::default(), &choice.slug);
                let left = chosen.selected(&plan, &Bases::default()).len();
                assert!(left > 0, "{} is offered in vain", choice.slug);
                assert!(
                    choice.label.words.ends_with(&format!("（{left}）")),
                    "{:?} leaves {left}",
                    choice.label
                );
                let address = Route::Indicators(chosen.clone()).href();
                assert_eq!(Route::parse(&address), Route::Indicators(chosen), "{address}");
            }
        }
    }
    let offered = |path: &str, field: Field| {
        let filters = page(&plan(path), "/indicators").filters;
        let filter = filters.into_iter().find(|filter| filter.field == field).expect("the filter is there");
        filter.choices.into_iter().map(|choice| choice.slug).collect::<Vec<_>>()
    };
    assert_eq!(offered(ANSHAN, Field::Modality), ["strive", "seek", "none"]);
    assert_eq!(offered(ANSHAN, Field::Comparator), ["greater-than", "at-least", "reach", "unstated"]);
    assert!(offered(HARBOUR_CITY, Field::Comparator).contains(&"at-most".to_owned()));
    assert!(offered(ANSHAN, Field::Organisation).contains(&"haicheng".to_owned()));
    assert!(!offered(ANSHAN, Field::Organisation).contains(&"ansteel-group".to_owned()));
}

#[test]
fn the_counts_follow_the_other_filters() {
    let page = page(&plan(ANSHAN), "/indicators?year=2024");
    let basis = page.filters.iter().find(|filter| filter.field == Field::Basis).expect("there is one");
    let labels: Vec<&str> = basis.choices.iter().map(|choice| choice.label.words.as_str()).collect();
    assert_eq!(labels, ["时点存量（0）", "年度数（0）", "累计数（0）", "保持水平（1）", "口径未载明（0）"]);
    assert_eq!(page.headline, "17 项指标中的 1 项，共定 3 个目标值");
}

#[test]
fn what_the_plan_does_not_have_is_named_and_can_be_dropped() {
    let anshan = plan(ANSHAN);
    for (address, named, without) in [
        ("/indicators?area=nowhere&basis=stock", "nowhere", "#/indicators?basis=stock"),
        ("/indicators?year=1999", "1999", "#/indicators"),
        ("/indicators?organisation=nobody&sort=name", "nobody", "#/indicators?sort=name"),
        (
            "/indicators?view=compare&compare=alliances,nothing",
            "nothing",
            "#/indicators?view=compare&compare=alliances",
        ),
    ] {
        match page(&anshan, address).content {
            Content::Unknown { sentences, without: link } => {
                assert!(sentences.len() == 1 && sentences[0].contains(named), "{sentences:?}");
                assert_eq!(link.href, without, "{address}");
            }
            other => panic!("{address}: {other:?}"),
        }
    }
}

#[test]
fn nothing_left_offers_a_way_back_in_the_same_shape() {
    match page(&plan(ANSHAN), "/indicators?year=2024&basis=stock&view=multiples&sort=name").content {
        Content::Nothing { reset } => assert_eq!(reset.href, "#/indicators?sort=name&view=multiples"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_keeps_every_figure_as_the_plan_has_it() {
    let list = table(page(&plan(ANSHAN), "/indicators"));
    assert_eq!(list.rows.len(), 17);
    assert!(list.rows.iter().all(|row| row.len() == list.columns.len()));
    for (row, years_and_step) in [
        (0, ["> 60 | 力争", "> 60 | 力争", "> 60 | 力争", "持平"]),
        (1, ["达 17.6", "未设", "达 20.3", "+2.7 | +15.3%"]),
        (3, ["10", "未设", "≥ 30", "+20 | +200.0%"]),
        (4, ["1 | 力争", "未设", "未设", "只定一年"]),
    ] {
        assert_eq!(cells(&list, row)[3..7], years_and_step);
    }
    let list = table(page(&plan(HARBOUR_CITY), "/indicators?basis=level&area=clean-air"));
    assert_eq!(
        cells(&list, 0)[3..8],
        ["≤ 14 | 确保", "≤ 12.5 | 确保", "≤ 11 | 确保", "≤ 10 | 确保", "−4 | −28.6%"]
    );
}

#[test]
fn with_nothing_ticked_all_are_compared_and_a_tick_leaves_one() {
    let anshan = plan(ANSHAN);
    let compared = |address: &str| match page(&anshan, address).content {
        Content::Compare(comparison) => comparison,
        other => panic!("{address}: {other:?}"),
    };
    let all = compared("/indicators?view=compare");
    assert_eq!((all.compared.len(), all.untick.is_some()), (17, false));
    let one = all.choices[3].then.clone().expect("there is room");
    assert_eq!(Route::Indicators(one).href(), "#/indicators?view=compare&compare=technologies-mastered");
    let two = compared("/indicators?view=compare&compare=alliances,contract-value");
    assert_eq!(two.compared, ["contract-value", "alliances"], "in the plan's order");
    let back = two.choices[1].then.clone().expect("there is room");
    assert_eq!(back.compare, ["alliances"]);
    assert!(compared("/indicators?view=compare&compare=alliances&year=2024").compared.is_empty());
}

#[test]
fn a_small_chart_has_a_cross_for_each_target_and_says_which_years_are_unset() {
    for path in EVERY {
        let plan = plan(path);
        let Content::Multiples(charts) = page(&plan, "/indicators?view=multiples").content else {
            panic!("not small charts");
        };
        for (chart, place) in charts.iter().zip(plan.indicators()) {
            let indicator = place.item;
            assert_eq!(chart.marks.len(), indicator.targets.len());
            let unset = chart.years.iter().filter(|year| year.unset.is_some()).count();
            assert_eq!(unset + chart.marks.len(), plan.period.iter().count(), "{}", indicator.id);
            for (one, other) in chart.marks.iter().zip(&chart.marks[1..]) {
                assert!(one.x < other.x && other.x < indicators::WIDTH, "{}", indicator.id);
            }
            // A larger target never stands lower: y grows downwards.
            for (mark, target) in chart.marks.iter().zip(&indicator.targets) {
                for (other, less) in chart.marks.iter().zip(&indicator.targets) {
                    assert!(less.value > target.value || mark.y <= other.y, "{}", indicator.id);
                }
            }
        }
    }
}

#[test]
fn an_indicator_says_what_the_plan_asks_and_what_it_leaves_unset() {
    let anshan = plan(ANSHAN);
    for (id, zh, en) in [
        (
            "technologies-mastered",
            "方案要求：2023 年 10 项，2025 年不少于 30 项；2024 年未设目标。",
            "The plan asks: 2023: 10 technologies; 2025: at least 30 technologies; no target for 2024.",
        ),
        (
            "contract-value",
            "方案要求：2023 年达到 17.6 亿元，2025 年达到 20.3 亿元；2024 年未设目标。",
            "The plan asks: 2023: reach ¥1.76 billion; 2025: reach ¥2.03 billion; no target for 2024.",
        ),
        (
            "gazelles",
            "方案要求：2023 年力争突破 180 家；2024、2025 年未设目标。",
            "The plan asks: 2023: strive for more than 180 enterprises; no target for 2024, 2025.",
        ),
    ] {
        for (language, asks) in [(Zh, zh), (En, en)] {
            let page = indicator::model(&anshan, id, language).expect("the plan has it");
            assert_eq!(words(&page.asks), asks);
        }
    }
    // A unit in another language stays marked within the sentence.
    let dust = indicator::model(&plan(HARBOUR_CITY), "connected-berths", Zh).expect("the plan has it");
    assert!(words(&dust.asks).starts_with("方案要求：2024 年达到 4 berths，"), "{:?}", dust.asks);
    assert!(dust.asks.iter().any(|piece| piece.words == "berths" && piece.language == Some(En)));
}

#[test]
fn two_definitions_name_each_other_and_every_target_is_quoted() {
    let anshan = plan(ANSHAN);
    let carriers = indicator::model(&anshan, "new-provincial-carriers", En).expect("the plan has it");
    assert_eq!(carriers.apart.len(), 1);
    assert_eq!(carriers.apart[0].indicator.href, "#/indicator/carriers");
    assert!(carriers.facts.basis_note.is_none() && carriers.reading.is_some());
    let quoted = carriers.targets[0].target.as_ref().expect("2023 has a target");
    assert_eq!(quoted.as_written, Text { words: "力增新增一家省级创新载体".into(), language: Some(Zh) });
    assert!(carriers.targets[1].target.is_none() && carriers.targets[2].target.is_none());
    assert!(carriers.facts.responsible.and_others.is_some(), "the list ends with 等");
    let unstated = indicator::model(&anshan, "relocation-teams", Zh).expect("the plan has it");
    assert!(unstated.facts.basis_note.is_some());
    let harbour = indicator::model(&plan(HARBOUR_CITY), "fine-dust", En).expect("the plan has it");
    assert!(harbour.facts.districts.is_none() && harbour.facts.responsible.and_others.is_none());
}

#[test]
fn the_most_particular_question_stands_first_and_neighbours_lead_through_the_plan() {
    let anshan = plan(ANSHAN);
    let rate = indicator::model(&anshan, "conversion-rate", Zh).expect("the plan has it");
    let first = &rate.questions[0].question.words;
    assert!(first.contains("2023-2025") || first.contains("分子"), "{first}");
    assert!(rate.previous.is_none());
    let mut walked = vec![rate.id.clone()];
    let mut next = rate.next;
    while let Some(neighbour) = next {
        let id = neighbour.link.href.rsplit('/').next().unwrap_or_default().to_owned();
        next = indicator::model(&anshan, &id, Zh).expect("a neighbour exists").next;
        walked.push(id);
    }
    let all: Vec<String> = anshan.indicators().map(|place| place.item.id.clone()).collect();
    assert_eq!(walked, all);
    assert_eq!(indicator::model(&anshan, "nothing", Zh), None);
}

/// walk a14: once the bureau has decided a basis, the list is filtered, sorted, counted and drawn by it.
#[test]
fn a_decided_basis_is_chosen_by_and_shown_in_every_shape() {
    let mut decided = 0;
    for path in EVERY {
        let plan = plan(path);
        let open = plan.indicators().map(|place| place.item).filter(|one| one.basis == Basis::Unstated);
        for (indicator, basis) in
            open.zip([Basis::Level, Basis::YearlyFlow, Basis::Stock].into_iter().cycle())
        {
            let said =
                Said::BasisDecision { indicator: indicator.id.as_str().into(), basis, reason: "定".into() };
            let ledger = Ledger::new([Batch {
                id: BatchId { writer: 1, sequence: 0 },
                written: Moment(1_725_000_000),
                organisation: plan.issuer.as_str().into(),
                person: String::new(),
                month: Month::new(plan.period.from, 8).expect("a month"),
                entries: vec![Entry { replaces: None, said }],
            }]);
            let today = Day::parse(&format!("{}-09-03", plan.period.from)).expect("a day");
            let standings = Standings::new(&plan, &ledger, today, Zh);
            let page = |address: &str| indicators::model_with(&plan, &view(address), &standings, Zh);
            for shape in ["", "&view=multiples"] {
                let shown =
                    format!("{:?}", page(&format!("/indicators?basis={}{shape}", basis.slug())).content);
                assert!(shown.contains(&format!("/indicator/{}\"", indicator.id)), "{shown}");
                assert!(shown.contains(&format!("{}（认定）", basis.words(Zh))), "{shown}");
                let left = format!("{:?}", page(&format!("/indicators?basis=unstated{shape}")).content);
                assert!(!left.contains(&format!("/indicator/{}\"", indicator.id)), "{left}");
            }
            assert!(page("/indicators").lede.contains("认定"), "{}", page("/indicators").lede);
            let ids = [indicator.id.clone()];
            let bases = Bases::new(&plan, &ledger);
            for chart in [
                chart::comparison::chart_with(&plan, &bases, &ids, Zh),
                chart::trajectory::chart_with(&plan, &bases, &indicator.id, Zh).expect("the plan has it"),
            ] {
                let said = format!("{:?} {:?}", chart.description, chart.table);
                assert!(said.contains("（认定）") && !said.contains("口径未载明"), "{said}");
            }
            decided += 1;
        }
    }
    assert!(decided > 3, "{decided} only");
}
