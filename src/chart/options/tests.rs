//! What ECharts is told, for every chart of the plan that the page carries.

use super::*;
use crate::chart::words::tests::plan;
use crate::chart::{
    Chart as Shown, Paper, comparison, flow, milestones, profile, structure, trajectory, way,
};
use crate::route::Route;
use crate::text::Language;

fn look(width: u32) -> Look {
    Look { paper: Paper::Light, language: Language::Zh, width, height: 280, text: 16.0, is_moving: false }
}

/// Every chart that the pages show, by name.
fn every_chart(language: Language) -> Vec<(String, Shown)> {
    let plan = plan();
    let all: Vec<String> = plan.indicators().map(|place| place.item.id.clone()).collect();
    let mut charts: Vec<(String, Shown)> =
        all.iter().map(|id| (id.clone(), trajectory::chart(&plan, id, language).unwrap())).collect();
    charts.push(("comparison".into(), comparison::chart(&plan, &all, language)));
    charts.push(("way".into(), way::chart(&plan, &all, true, None, language)));
    charts.push(("comparison of none".into(), comparison::chart(&plan, &[], language)));
    charts.push(("profile".into(), profile::chart(&plan, language)));
    charts.push(("flow".into(), flow::chart(&plan, |_| true, language)));
    charts.push(("structure".into(), structure::chart(&plan, language)));
    charts.push(("milestones".into(), milestones::chart(&plan, language)));
    charts
}

/// The item that a mark points at, in the options.
fn found(options: &Value, item: crate::chart::Item) -> Option<&Value> {
    let series = options.pointer(&format!("/series/{}", item.series))?;
    if item.is_edge {
        return series.pointer(&format!("/links/{}", item.index));
    }
    if series["type"] != "sunburst" {
        return series.pointer(&format!("/data/{}", item.index));
    }
    // ECharts counts a tree from its root, a branch before what is in it.
    fn walk<'a>(nodes: &'a Value, left: &mut usize) -> Option<&'a Value> {
        nodes.as_array()?.iter().find_map(|node| {
            *left -= 1;
            if *left == 0 { Some(node) } else { walk(&node["children"], left) }
        })
    }
    walk(&series["data"], &mut item.index.clone())
}

#[test]
fn every_mark_points_at_something_drawn_and_leads_to_a_page() {
    for (name, chart) in every_chart(Language::Zh) {
        let options = value(&chart.drawing, look(1000));
        for mark in &chart.marks {
            let item = found(&options, mark.item);
            assert!(item.is_some_and(|item| !item.is_null()), "{name}: {:?}", mark.item);
            assert!(!matches!(Route::parse(&mark.href), Route::Unknown(_)), "{name}: {}", mark.href);
            assert!(!mark.says.words().is_empty(), "{name}");
        }
    }
}

#[test]
fn an_unset_year_is_drawn_as_unset_and_has_no_target() {
    let plan = plan();
    for place in plan.indicators() {
        let chart = trajectory::chart(&plan, &place.item.id, Language::Zh).unwrap();
        let options = value(&chart.drawing, look(320));
        for (at, year) in plan.period.iter().enumerate() {
            let unset = &options["series"][0]["data"][at];
            let target = &options["series"][1]["data"][at];
            match place.item.target(year) {
                Some(set) => {
                    assert_eq!(unset["value"], Value::Null);
                    assert_eq!(target["value"][1], json!(set.value.approximate()));
                    let mark = set.comparator.mark(Language::Zh);
                    assert!(target["name"].as_str().unwrap().starts_with(mark), "{target}");
                }
                None => {
                    assert!(unset["value"].as_f64().unwrap() > 0.0 && unset["name"] == "未设", "{unset}");
                    assert_eq!(target["value"][1], "-", "ECharts draws no item for a dash");
                }
            }
        }
    }
}

#[test]
fn no_line_joins_targets_and_no_function_is_among_the_options() {
    for (name, chart) in every_chart(Language::Zh) {
        let options = value(&chart.drawing, look(320));
        let kinds =
            options["series"].as_array().unwrap().iter().map(|series| series["type"].as_str().unwrap());
        assert!(kinds.clone().all(|kind| kind != "line"), "{name}: {:?}", kinds.collect::<Vec<_>>());
        let text = options.to_string();
        for word in ["function", "=>", "#*#", "markLine"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn colours_are_paper_ink_and_steel_of_the_theme() {
    for paper in [Paper::Light, Paper::Dark] {
        let look = Look { paper, ..look(700) };
        let Palette { sheet, line, ink, ink_2, ink_3, steel, steel_2, steel_wash, sunken, red, amber, green } =
            look.palette();
        let palette = [sheet, line, ink, ink_2, ink_3, steel, steel_2, steel_wash, sunken, red, amber, green];
        for (name, chart) in every_chart(Language::Zh) {
            let text = json(&chart.drawing, look);
            for colour in text.split('"').filter(|part| part.len() == 7 && part.starts_with('#')) {
                assert!(palette.contains(&colour), "{name}: {colour}");
            }
        }
    }
}

#[test]
fn labels_fit_a_phone() {
    let look = look(320);
    for language in Language::ALL {
        for (name, chart) in every_chart(language) {
            let options = value(&chart.drawing, Look { language, ..look });
            visit(&options, &mut |key, text| {
                if key == "name"
                    && !text.starts_with("lead:")
                    && !text.starts_with("task:")
                    && !text.starts_with("responsible:")
                {
                    for line in text.lines() {
                        assert!(crate::chart::measure::ems(line) * size(&look) <= 320.0, "{name}: {line}");
                    }
                }
            });
        }
    }
}

/// What is named over its column is no wider than it, and no text is too small to read.
#[test]
fn heads_fit_their_columns_and_small_text_stays_readable() {
    for language in Language::ALL {
        let look = Look { language, ..look(320) };
        let plan = plan();
        let profile = profile::chart(&plan, language);
        let Drawing::Profile(drawing) = &profile.drawing else { panic!("{profile:?}") };
        let options = value(&profile.drawing, look);
        let heads = &options["series"][2 * drawing.kinds.len()];
        let size = heads["label"]["fontSize"].as_f64().unwrap();
        let column = (320.0 - 12.0) / drawing.kinds.len() as f64;
        for kind in &drawing.kinds {
            assert!(crate::chart::measure::ems(kind) * size < column, "{kind} at {size}");
        }
        for (name, chart) in every_chart(language) {
            sizes(&value(&chart.drawing, look), &mut |size| assert!(size >= 10.0, "{name}: {size}"));
        }
    }
}

fn sizes(value: &Value, act: &mut impl FnMut(f64)) {
    match value {
        Value::Object(fields) => {
            fields.get("fontSize").and_then(Value::as_f64).into_iter().for_each(&mut *act);
            fields.values().for_each(|field| sizes(field, act));
        }
        Value::Array(items) => items.iter().for_each(|item| sizes(item, act)),
        _ => {}
    }
}

fn visit(value: &Value, act: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if let Some(text) = field.as_str() {
                    act(key, text);
                }
                visit(field, act);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| visit(item, act)),
        _ => {}
    }
}

#[test]
fn in_english_nothing_drawn_or_read_is_chinese() {
    let is_han = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
    for (name, chart) in every_chart(Language::En) {
        let options = json(&chart.drawing, Look { language: Language::En, ..look(700) });
        assert!(!options.chars().any(is_han), "{name}: {options}");
        let unmarked = |sentence: &crate::chart::Sentence| {
            sentence.0.iter().any(|piece| piece.language.is_none() && piece.words.chars().any(is_han))
        };
        assert!(
            !unmarked(&chart.title) && !unmarked(&chart.description) && !unmarked(&chart.source),
            "{name}"
        );
        assert!(!chart.marks.iter().any(|mark| unmarked(&mark.says)), "{name}");
    }
}

#[test]
fn nothing_moves_where_movement_is_not_wanted() {
    let (_, chart) = every_chart(Language::Zh).remove(0);
    for (is_moving, duration) in [(true, 140), (false, 0)] {
        let options = value(&chart.drawing, Look { is_moving, ..look(320) });
        assert_eq!(options["animation"], is_moving);
        assert_eq!(options["stateAnimation"]["duration"], duration);
    }
}

/// A chart with figures of two years, a path and a forecast.
fn with_figures() -> Shown {
    use crate::chart::Sentence;
    use crate::ledger::samples::{actual, batch};
    use crate::ledger::{BatchId, Ledger};
    use crate::plan::{Day, Month};
    use crate::standing::{Rule, reading};
    let plan = plan();
    let figures = [("2023-12", "9"), ("2024-03", "10"), ("2024-06", "12")];
    let batches = (0..).zip(figures).map(|(sequence, (month, figure))| {
        let one = batch(BatchId { writer: 1, sequence }, 1, 1, [actual("alliances", figure)]);
        crate::ledger::Batch { month: Month::parse(month).unwrap(), ..one }
    });
    let ledger = Ledger::new(batches);
    let item = plan.indicator("alliances").unwrap().item;
    let rule = Rule::default();
    let judgement = reading::judged(&plan, &ledger, item, Day::parse("2024-09-03").unwrap(), &rule);
    let records = trajectory::Records {
        judgement: &judgement,
        figures: &reading::figures(&plan, &ledger, item),
        expected: &reading::expected(&plan, &ledger, item, &rule),
        set_targets: &reading::set_targets(&ledger, item),
        adjusted: &[],
        heading: &Sentence::plain("x"),
    };
    let bare = trajectory::chart(&plan, "alliances", Language::Zh).unwrap();
    trajectory::with_records(bare, &plan, item, records, Language::Zh)
}

#[test]
fn actuals_are_solid_the_path_dashed_the_forecast_dotted_and_targets_at_their_years_end() {
    let chart = with_figures();
    let options = value(&chart.drawing, look(1000));
    let series = options["series"].as_array().unwrap();
    let kinds: Vec<(&str, &str)> = series[2..]
        .iter()
        .map(|one| (one["type"].as_str().unwrap(), one["lineStyle"]["type"].as_str().unwrap()))
        .collect();
    assert_eq!(kinds, [("line", "dashed"), ("line", "dotted"), ("line", "solid"), ("line", "solid")]);
    assert!(series[1..].iter().all(|one| one["xAxisIndex"] == 1.0), "{series:?}");
    // 2023 and 2025 end 12 and 36 months after the beginning.
    assert_eq!(
        (&series[1]["data"][0]["value"][0], &series[1]["data"][2]["value"][0]),
        (&json!(12.0), &json!(36.0))
    );
    assert_eq!(
        (&options["xAxis"][0]["type"], &options["xAxis"][1]["max"]),
        (&json!("category"), &json!(36.0))
    );
    assert_eq!(series[5]["data"][2]["value"], json!([18.0, 12.0]));
    for mark in &chart.marks {
        assert!(found(&options, mark.item).is_some_and(|item| !item.is_null()), "{:?}", mark.item);
    }
    let text = options.to_string();
    assert!(!text.contains("function") && !text.contains("connectNulls"));
}

/// The sample's chart of the whole plan in the middle of it, to be tried in every look.
fn on_the_way(language: Language) -> Shown {
    let plan = plan();
    let today = crate::plan::Day::parse("2024-09-03").unwrap();
    let ledger = crate::ledger::Ledger::new(crate::sample::until(&plan, today));
    let known = crate::page::plan::indicators::way::records(&plan, &ledger, today);
    let all: Vec<String> = plan.indicators().map(|place| place.item.id.clone()).collect();
    way::chart(&plan, &all, true, Some(&known), language)
}

#[test]
fn the_way_of_the_sample_is_drawn_with_its_marks_and_colours_nothing_but_lights() {
    for (language, width) in [(Language::Zh, 320), (Language::En, 680), (Language::Zh, 1000)] {
        let chart = on_the_way(language);
        let options = value(&chart.drawing, Look { language, ..look(width) });
        for mark in &chart.marks {
            assert!(found(&options, mark.item).is_some_and(|item| !item.is_null()), "{:?}", mark.item);
        }
        let series = options["series"].as_array().unwrap();
        let strokes: Vec<&str> =
            series.iter().filter_map(|one| one.pointer("/lineStyle/type")?.as_str()).collect();
        assert_eq!(strokes, ["solid", "dotted", "solid"], "bars, ways of forecasts, ranges");
        let Palette { sheet, line, ink, ink_2, ink_3, steel, steel_2, red, amber, green, .. } =
            look(width).palette();
        // Each light has the colour of its shape, and nothing else has one.
        let mut bare = options.clone();
        let lights = bare.pointer_mut("/series/6/data").and_then(Value::as_array_mut).expect("lights");
        let mut seen = std::collections::BTreeSet::new();
        for light in lights {
            let colour = light["label"]["color"].as_str().map(str::to_owned);
            let expected = match light["name"].as_str().and_then(|words| words.chars().next()) {
                Some('◆' | '✕') => Some(red),
                Some('▲') => Some(amber),
                Some('●' | '✓') => Some(green),
                _ => None,
            };
            assert_eq!(colour.as_deref(), expected, "{light}");
            seen.extend(colour);
            light["label"] = Value::Null;
        }
        assert!(seen.len() > 1, "{seen:?}");
        let text = bare.to_string();
        for colour in text.split('"').filter(|part| part.len() == 7 && part.starts_with('#')) {
            assert!([sheet, line, ink, ink_2, ink_3, steel, steel_2].contains(&colour), "{colour}");
        }
        assert!(!text.contains("function") && !text.contains("NaN"));
    }
}

/// A limit of 12 spills this year and of fewer than 5 in the last one: by October ten are allowed, which is twice the
/// last target and beyond the axis.
#[test]
fn what_lies_beyond_the_axis_is_neither_expected_there_nor_closed_there() {
    use crate::ledger::samples::{actual, batch};
    use crate::ledger::{Batch, BatchId, Ledger};
    use crate::plan::{Day, Month, read};
    let plan = read::from_json(include_str!("../../../tests/plans/harbour-city.json")).unwrap();
    let ids = ["spill-incidents".to_owned()];
    let drawn = |figures: &[(&str, &str)]| {
        let batches = (0..).zip(figures).map(|(sequence, (month, figure))| {
            let one = batch(BatchId { writer: 1, sequence }, 1, 1, [actual("spill-incidents", figure)]);
            Batch { month: Month::parse(month).unwrap(), ..one }
        });
        let ledger = Ledger::new(batches);
        let today = Day::parse("2024-11-03").unwrap();
        let known = crate::page::plan::indicators::way::records(&plan, &ledger, today);
        way::chart(&plan, &ids, false, Some(&known), Language::En)
    };
    let chart = drawn(&[("2024-04", "2"), ("2024-06", "2"), ("2024-08", "5"), ("2024-10", "6")]);
    let said = chart.marks.iter().map(|mark| mark.says.words()).collect::<Vec<_>>().join("\n");
    assert!(said.contains("expected by now: 10"), "{said}");
    assert!(said.contains("between 6 and 9, about 7 spills"), "{said}");
    let Drawing::Way(drawing) = &chart.drawing else { panic!("{chart:?}") };
    let legend: Vec<&str> = drawing.legend.iter().map(|(_, words)| *words).collect();
    assert_eq!(legend, ["target", "latest actual", "forecast and its range"]);
    assert_eq!((drawing.low, drawing.top), (0.0, 150.0));
    let options = value(&chart.drawing, Look { language: Language::En, ..look(680) });
    let series = options["series"].as_array().unwrap();
    let items = |at: usize| series[at]["data"].as_array().map_or(0, Vec::len);
    assert_eq!(items(8), 0, "{}", series[8]);
    // An upright at 6 spills, none at the end of the axis, and the range between the two.
    let range = series.last().and_then(|one| one["data"].as_array()).unwrap();
    let shares: Vec<Option<f64>> = range.iter().map(|one| one["value"][0].as_f64()).collect();
    assert_eq!(shares, [Some(120.0), Some(120.0), None, Some(120.0), Some(150.0), None]);
}
