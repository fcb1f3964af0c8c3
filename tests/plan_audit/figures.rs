//! Every figure of the plan, written by hand from the text and not from `plan.json`.

use crate::{indicators, milestones, plan, tasks};
use planboard::plan::Basis::{self, Level, RunningTotal, Stock, Unstated, YearlyFlow};
use planboard::plan::Comparator::{self, AtLeast, GreaterThan, Reach};
use planboard::plan::MilestoneKind::{self, Direction, State};
use planboard::plan::Modality::{self, Ensure, None as Plain, Seek, Strive};

const BARE: Comparator = Comparator::Unstated;

type Figure = (&'static str, &'static str, Basis, &'static str, u16, &'static str, Comparator, Modality);

#[rustfmt::skip]
const FIGURES: [Figure; 26] = [
    ("二（一）1", "科技成果转化率", Level, "%", 2023, "60", GreaterThan, Strive),
    ("二（一）1", "科技成果转化率", Level, "%", 2024, "60", GreaterThan, Strive),
    ("二（一）1", "科技成果转化率", Level, "%", 2025, "60", GreaterThan, Strive),
    ("二（一）1", "技术合同成交额", Unstated, "亿元", 2023, "17.6", Reach, Plain),
    ("二（一）1", "技术合同成交额", Unstated, "亿元", 2025, "20.3", Reach, Plain),
    ("二（一）2", "省级“揭榜挂帅”等科技攻关项目", Unstated, "个", 2023, "10", AtLeast, Strive),
    ("二（一）2", "省级“揭榜挂帅”等科技攻关项目", Unstated, "个", 2025, "20", AtLeast, Strive),
    ("二（一）2", "攻克产业技术", Unstated, "项", 2023, "10", BARE, Plain),
    ("二（一）2", "攻克产业技术", Unstated, "项", 2025, "30", AtLeast, Plain),
    ("二（一）3", "新增省级创新载体", YearlyFlow, "家", 2023, "1", BARE, Strive), // 力增, read as 力争
    ("二（一）3", "创新载体", Stock, "家", 2025, "30", Reach, Plain),
    ("二（二）1", "入库省级典型联盟", RunningTotal, "个", 2023, "10", AtLeast, Seek),
    ("二（二）1", "入库省级典型联盟", RunningTotal, "个", 2025, "20", AtLeast, Seek),
    ("二（二）2", "科技型中小企业注册数", Stock, "家", 2023, "1000", Reach, Plain),
    ("二（二）2", "科技型中小企业注册数", Stock, "家", 2025, "1300", Reach, Plain),
    ("二（二）2", "高新技术企业总数", Stock, "户", 2023, "500", Reach, Plain),
    ("二（二）2", "高新技术企业总数", Stock, "户", 2025, "600", Reach, Plain),
    ("二（二）2", "雏鹰、瞪羚企业总数", Stock, "家", 2023, "180", GreaterThan, Strive),
    ("二（二）2", "雏鹰、瞪羚、独角兽企业", Stock, "家", 2025, "230", Reach, Plain),
    ("二（三）1", "新增市级以上科技创新平台", YearlyFlow, "个", 2023, "25", AtLeast, Seek),
    ("二（三）1", "累计新增省级科技创新平台", RunningTotal, "个", 2025, "25", BARE, Plain),
    ("二（三）1", "新增市级科技创新平台", RunningTotal, "个", 2025, "60", BARE, Plain),
    ("二（四）1", "引进国外高层次人才", RunningTotal, "人", 2023, "10", AtLeast, Plain),
    ("二（四）1", "引进国外高层次人才", RunningTotal, "人", 2025, "30", AtLeast, Plain),
    ("二（四）2", "“带土移植”高水平人才团队", Unstated, "个", 2023, "15", AtLeast, Strive),
    ("二（四）2", "“带土移植”项目", RunningTotal, "个", 2025, "45", AtLeast, Plain),
];

#[rustfmt::skip]
const MILESTONES: [(&str, &str, MilestoneKind, u16, u16, Modality); 8] = [
    ("二（三）2", "重组成功", State, 2023, 2023, Strive),
    ("二（三）2", "科技创新平台体系", State, 2025, 2025, Plain),
    ("二（三）3", "排名稳步向前", Direction, 2023, 2025, Plain),
    ("二（三）3", "向国家级迈进", Direction, 2023, 2025, Plain),
    ("二（三）4", "七彩化学研发总部大厦", State, 2023, 2023, Ensure),
    ("二（三）4", "产业、招商规划", State, 2023, 2023, Plain),
    ("二（三）4", "初见效果", State, 2025, 2025, Strive),
    ("二（四）2", "区域人才中心和创新高地", Direction, 2025, 2025, Plain),
];

/// Lead, responsible, and how many measures each task has.
#[rustfmt::skip]
const TASKS: [(&str, &str, &str, &str, usize); 11] = [
    ("二（一）1", "提高科技成果转化水平", "市科技局", "市技术创新与研发服务中心", 4),
    ("二（一）2", "大力实施“揭榜挂帅”等科技攻关项目", "市科技局", "市发改委、市工信局", 2),
    ("二（一）3", "加速创新载体建设", "市科技局", "各县〔市〕区、开发区", 2),
    ("二（二）1", "推进省级典型联盟建设", "市科技局", "各县〔市〕区、开发区", 2),
    ("二（二）2", "强化创新主体培育", "市科技局", "市国税局、市金融局", 4),
    ("二（三）1", "推进科技创新平台建设", "市科技局", "市发改委、市工信局", 2),
    ("二（三）2", "钢铁、菱镁产业科技创新平台能级提升", "市科技局", "市发改委、市工信局", 2),
    ("二（三）3", "推进双创示范基地建设", "市发改委", "市科技局、各相关县〔市〕区、开发区", 3),
    ("二（三）4", "推进千山湾科技园建设", "市科技局、高新区", "市发改委、市自然资源局、市住建局、市财政局", 2),
    ("二（四）1", "加大国外高层次人才引进力度", "市科技局", "市委组织部、市人社局", 0),
    ("二（四）2", "大力实施“带土移植”项目", "市科技局", "市委组织部、市人社局", 0),
];

fn zh(name: &planboard::plan::Name) -> String {
    name.say(planboard::text::Language::Zh, planboard::text::Language::Zh).words.to_owned()
}

#[test]
fn every_figure_is_the_one_of_the_text() {
    let plan = plan();
    let found: Vec<_> = indicators(&plan)
        .flat_map(|indicator| indicator.targets.iter().map(move |target| (indicator, target)))
        .map(|(i, t)| {
            let figure = (t.year.0, t.value.to_string(), t.comparator, t.modality);
            (t.section.clone(), zh(&i.name), i.basis, zh(&i.unit), figure)
        })
        .collect();
    let wanted = FIGURES.map(|(section, name, basis, unit, year, value, comparator, modality)| {
        (section.into(), name.into(), basis, unit.into(), (year, value.into(), comparator, modality))
    });
    assert_eq!(found, wanted);
    assert_eq!(indicators(&plan).count(), 17);
}

/// The words of the text that a target carries hold its figure, its unit, its comparator and its
/// modality, and no other: a bare number has no comparator.
#[test]
fn the_words_of_a_target_say_what_its_fields_say() {
    let plan = plan();
    for indicator in indicators(&plan) {
        for target in &indicator.targets {
            let words = &target.as_written;
            let figure = format!("{}{}", target.value, zh(&indicator.unit));
            assert!(words.contains(&figure) || words.contains("一家"), "{words}");
            let has = |mark: &str| words.contains(mark);
            let comparator = match () {
                () if has("突破") => GreaterThan,
                () if has("不少于") || has("个以上") => AtLeast,
                () if has("达到") => Reach,
                () => BARE,
            };
            let modality = match () {
                () if has("确保") => Ensure,
                () if has("力争") || has("力增") => Strive,
                () if has("争取") => Seek,
                () => Plain,
            };
            assert_eq!((target.comparator, target.modality), (comparator, modality), "{words}");
        }
    }
}

#[test]
fn only_the_conversion_rate_has_a_target_in_2024() {
    let plan = plan();
    let in_2024: Vec<_> = indicators(&plan)
        .filter(|indicator| indicator.targets.iter().any(|target| target.year.0 == 2024))
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(in_2024, ["conversion-rate"]);
}

#[test]
fn every_milestone_is_the_one_of_the_text() {
    let plan = plan();
    let found: Vec<_> = milestones(&plan).collect();
    assert_eq!(found.len(), MILESTONES.len());
    for (milestone, (section, words, kind, from, to, modality)) in found.into_iter().zip(MILESTONES) {
        assert!(milestone.as_written.contains(words), "{words}");
        assert_eq!((milestone.section.as_str(), milestone.kind), (section, kind), "{words}");
        assert_eq!((milestone.years.from.0, milestone.years.to.0), (from, to), "{words}");
        assert_eq!(milestone.modality, modality, "{words}");
    }
}

#[test]
fn areas_tasks_and_measures_are_those_of_the_text() {
    let plan = plan();
    let areas: Vec<_> = plan.areas.iter().map(|area| (area.section.as_str(), area.tasks.len())).collect();
    assert_eq!(areas, [("二（一）", 3), ("二（二）", 2), ("二（三）", 4), ("二（四）", 2)]);
    let organisation = |id: &String| {
        let found = plan.organisations.iter().find(|o| o.id == *id).expect("a known organisation");
        found.as_written.first().cloned().unwrap_or_else(|| zh(&found.name))
    };
    let listed = |ids: &[String]| {
        // Of the centre it is a measure that writes the short name, the list has the full one.
        let name = |id: &String| match id.as_str() {
            "innovation-service-centre" => "市技术创新与研发服务中心".to_owned(),
            _ => organisation(id),
        };
        ids.iter().map(name).collect::<Vec<_>>().join("、")
    };
    let found: Vec<_> = tasks(&plan)
        .map(|task| {
            assert!(task.responsible_open, "every list of the text ends with 等");
            let names =
                (task.section.clone(), zh(&task.title), listed(&task.lead), listed(&task.responsible));
            (names, task.measures.len())
        })
        .collect();
    let wanted = TASKS.map(|(section, title, lead, responsible, measures)| {
        ((section.into(), title.into(), lead.into(), responsible.into()), measures)
    });
    assert_eq!(found, wanted);
    let measures: Vec<_> = tasks(&plan).flat_map(|task| &task.measures).collect();
    assert_eq!(measures.len(), 23);
    assert!(measures.iter().all(|measure| measure.year.map(|year| year.0) == Some(2023)));
}
