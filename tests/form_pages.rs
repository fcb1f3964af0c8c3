//! The monthly form as markup, over a desk in memory.
#![cfg(feature = "ssr")]

mod common;
#[allow(dead_code)] // The pages here are drawn over a desk, not at an address.
#[path = "common/page.rs"]
mod page;

use common::{ANSHAN, HARBOUR_CITY, plan};
use leptos::prelude::*;
use page::{is_han, outside_chinese};
use planboard::browser::LoadFailure;
use planboard::ledger::{Batch, BatchId, Entry, Moment, Report, Said};
use planboard::page::month::form::{self, Draft, Receipt};
use planboard::page::month::workbook::saving::Save;
use planboard::plan::{Day, Month, PlanIndex, Quantity};
use planboard::route::Route;
use planboard::settings::{Density, Settings, Theme};
use planboard::state::{Desk, Setup, State};
use planboard::storage::{Memory, Place};
use planboard::text::Language::{self, En, Zh};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

const LEAD: &str = "science-bureau";

/// 2024-09-03 14:32 where the plan is.
const NOW: u64 = 1_725_345_120_000;

/// The form as markup; `told` is what the ledger holds, `typed` the draft that the device keeps.
fn render(
    plan: &PlanIndex,
    organisation: &str,
    language: Language,
    told: Vec<Batch>,
    typed: Option<&str>,
) -> String {
    render_with(plan, organisation, language, told, typed, Ok(String::new()))
}

/// The same where a receipt has this link.
fn render_with(
    plan: &PlanIndex,
    organisation: &str,
    language: Language,
    told: Vec<Batch>,
    typed: Option<&str>,
    link: Result<String, String>,
) -> String {
    let settings = Settings { theme: Theme::Auto, language, density: Density::Comfortable };
    let month = Month::parse("2024-08").expect("a month");
    let html = Owner::new().with(|| {
        let place = Place::new(&plan.id, "/");
        let port = Rc::new(Memory::default());
        let desk = Desk::new(Setup { port, place, clock: || NOW, writer: 7, offset: 480 });
        desk.take_in(told).expect("there is room");
        if let Some(typed) = typed {
            desk.keep_draft(&format!("{organisation}/2024-08"), typed).expect("there is room");
        }
        let today = Day::parse("2024-09-03");
        let state = State::new(Arc::new(plan.clone()), Route::default(), settings, today);
        provide_context(state);
        let receipt = move |_: &[Batch], _: Option<&str>, _: &[String]| Receipt {
            link: link.clone(),
            text: "【回执】".to_owned(),
            made_by: Some("made by 1 (AAAA-AAAA)".to_owned()),
            lacking: Some("may lack".to_owned()),
        };
        form::page(state, desk, organisation, month, fill_in, receipt).to_html()
    });
    html.replace("<!>", "")
}

/// No workbook is asked for here.
fn fill_in() -> Pin<Box<dyn Future<Output = Result<Save, LoadFailure>>>> {
    Box::pin(std::future::ready(Err(LoadFailure)))
}

fn draft(figures: &[(&str, &str)]) -> String {
    let mut draft = Draft::default();
    for (id, text) in figures {
        draft.figure_mut(id).text = (*text).to_owned();
    }
    draft.write()
}

fn told(said: Vec<Said>, month: &str) -> Batch {
    Batch {
        id: BatchId { writer: 1, sequence: month.len() as u32 },
        written: Moment(1_722_500_000),
        organisation: LEAD.into(),
        person: "王工".into(),
        month: Month::parse(month).expect("a month"),
        entries: said.into_iter().map(|said| Entry { replaces: None, said }).collect(),
    }
}

fn july() -> Vec<Batch> {
    let actual = Said::Actual {
        indicator: "technologies-mastered".into(),
        district: None,
        report: Report::Value(Quantity::parse("12").expect("a figure")),
        evidence: String::new(),
        note: String::new(),
    };
    vec![told(vec![actual], "2024-07")]
}

#[test]
fn the_form_shows_what_is_asked_what_was_typed_and_what_looks_wrong() {
    let typed = draft(&[("technologies-mastered", "１１"), ("contract-value", "<b>\"多")]);
    let html = render(&plan(ANSHAN), LEAD, Zh, july(), Some(&typed));
    for part in [
        "2024 年 8 月调度 · ",
        "市科技局",
        "请于 2024 年 9 月 5 日前报送（时限为假定）。",
        "已填 1 项",
        "截至 2024 年 8 月 31 日的数",
        "2025 年目标 ≥30",
        r#"上月 <b class="figure">12</b>"#,
        r#"value="１１""#,
        "比上月的 12 项少 1 项。",
        "请只填数字，单位是亿元",
        "涉密信息不得填报",
        "未经登录核验",
        "生成回执",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("<b>\"多") && html.contains("&lt;b&gt;"), "what was typed is no markup");
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn every_figure_has_a_numeric_field_with_a_name_and_a_place_for_its_sentences() {
    let plan = plan(ANSHAN);
    let html = render(&plan, LEAD, Zh, july(), None);
    for indicator in plan.indicators() {
        let id = format!("form-figure-{}", indicator.item.id);
        let field = html.split("<input ").find(|tag| tag.contains(&format!("id=\"{id}\""))).expect("a field");
        let tag = field.split('>').next().unwrap_or_default();
        assert!(tag.contains(r#"inputmode="decimal""#), "{tag}");
        assert!(tag.contains(&format!("aria-describedby=\"{id}-said\"")), "{tag}");
        assert!(html.contains(&format!("<label for=\"{id}\"")), "{id}");
        assert!(html.contains(&format!("id=\"{id}-said\"")), "{id}");
    }
}

/// walk b3: what may stay empty is one folded line, which says how many; something in it opens it.
#[test]
fn what_may_stay_empty_is_folded_until_something_stands_in_it() {
    let folds = |html: &str| {
        let tags = html.split("<details").skip(1).filter_map(|tag| tag.split('>').next());
        let folds = tags.filter(|tag| tag.contains("\"sheet fold\""));
        folds.map(|tag| tag.split(' ').any(|one| one.starts_with("open"))).collect::<Vec<_>>()
    };
    let html = render(&plan(ANSHAN), LEAD, Zh, july(), None);
    assert_eq!(folds(&html), [false; 4], "the workbook is the last");
    assert!(
        html.contains("指标 8 项")
            && html.contains("可不填的 9 项")
            && html.contains("本期无须报 5，目标年份已过 4")
    );
    assert!(html.find("form-figure-technology-smes") < html.find("form-figure-gazelles"));
    let typed = draft(&[("gazelles", "200")]);
    assert_eq!(folds(&render(&plan(ANSHAN), LEAD, Zh, july(), Some(&typed))), [false, true, false, false]);
}

#[test]
fn a_fault_is_an_alert_at_its_field_and_a_warning_is_not() {
    let typed = draft(&[("technologies-mastered", "11"), ("contract-value", "多")]);
    let html = render(&plan(ANSHAN), LEAD, Zh, july(), Some(&typed));
    let said = |id: &str| {
        let place = html.split(&format!("id=\"form-figure-{id}-said\"")).nth(1).expect("a place");
        place.split("</div>").next().unwrap_or_default().to_owned()
    };
    assert!(said("contract-value").contains(r#"role="alert""#), "{}", said("contract-value"));
    let warning = said("technologies-mastered");
    assert!(warning.contains("<p") && !warning.contains("alert"), "{warning}");
    assert!(!said("gazelles").contains("<p"), "{}", said("gazelles"));
    let wrong = html
        .split("<input ")
        .filter(|tag| tag.split('>').next().unwrap_or_default().contains("aria-invalid"));
    assert_eq!(wrong.count(), 1);
}

#[test]
fn a_direction_offers_no_stage_done() {
    let html = render(&plan(ANSHAN), LEAD, Zh, vec![], None);
    let radios = |id: &str| html.matches(&format!("name=\"form-stage-{id}\"")).count();
    assert_eq!((radios("platform-system"), radios("talent-hub")), (3, 2));
}

#[test]
fn in_english_no_han_character_stands_outside_what_is_marked_as_chinese() {
    let typed = draft(&[("technologies-mastered", "11"), ("contract-value", "x")]);
    for organisation in [LEAD, "haicheng", "tax-bureau"] {
        let html = render(&plan(ANSHAN), organisation, En, july(), Some(&typed));
        let stray: String = outside_chinese(&html).chars().filter(|&letter| is_han(letter)).collect();
        assert_eq!(stray, "", "{organisation}");
        assert!(html.contains("Report for August 2024"), "{organisation}");
    }
}

#[test]
fn what_was_returned_is_told_with_its_reason_and_can_be_gone_on_from() {
    let figure = |id: &str, text: &str| Said::Actual {
        indicator: id.into(),
        district: None,
        report: Report::Value(Quantity::parse(text).expect("a figure")),
        evidence: String::new(),
        note: String::new(),
    };
    let said = vec![figure("contract-value", "13.25"), figure("technology-smes", "1021"), Said::Submission];
    let sent = told(said, "2024-08");
    let reason = "技术合同成交额缺名单".to_owned();
    let mut back = told(vec![Said::Return { of: sent.id, reason }], "2024-08");
    back.id.sequence += 1;
    let html = render(&plan(ANSHAN), LEAD, Zh, vec![sent, back], None);
    // walk a1: the form stands as it was sent, and the place that the reason speaks of is marked, once.
    for part in ["本期回执已被退回", "缺名单", "13.25", "1021", "已填 2 项"] {
        assert!(html.contains(part), "{part}");
    }
    assert_eq!(html.matches("退回原因提到这一项").count(), 1);
}

/// walk a5: whoever opens the form again after a receipt sees the receipt, and may correct it.
#[test]
fn what_was_sent_is_shown_again_as_the_receipt_that_it_was() {
    let sent = told(vec![Said::Submission], "2024-08");
    let html = render(&plan(ANSHAN), LEAD, Zh, vec![sent], None);
    for part in ["本期回执已于", "生成；", "在已报内容上修改", "项中已填 0 项", "made by 1", "may lack"]
    {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("form-figure-"), "an empty form is offered");
}

#[test]
fn a_draft_that_cannot_be_read_is_told_and_the_form_is_empty() {
    for (typed, sentence) in [("{", "已损坏"), (r#"{"version":99}"#, "更新版本")] {
        let html = render(&plan(ANSHAN), LEAD, Zh, vec![], Some(typed));
        assert!(html.contains(sentence) && html.contains("已填 0 项"), "{sentence}");
    }
}

#[test]
fn who_owes_nothing_has_no_form_and_another_citys_plan_has_its_own() {
    let html = render(&plan(ANSHAN), "nobody", Zh, vec![], None);
    assert!(html.contains("本方案没有这个单位") && !html.contains("<form"), "{html}");
    let harbour = plan(HARBOUR_CITY);
    let lead = harbour.tasks().next().expect("a task").1.lead.first().expect("a lead").clone();
    let html = render(&harbour, &lead, En, vec![], None);
    assert!(
        html.contains("<form") && html.contains("Due by 10 September 2024. ") && !html.contains("Anshan"),
        "{html}"
    );
}

/// walk a34: a draft that came back says so.
#[test]
fn a_draft_that_came_back_says_so() {
    let mut typed = Draft::default();
    typed.figure_mut("contract-value").text = "13.25".into();
    // Where the plan is it was two minutes to midnight.
    let at = typed.write_at(Moment(1_725_292_680));
    assert!(render(&plan(ANSHAN), LEAD, Zh, vec![], Some(&at)).contains("已接续 2024-09-02 23:58 的草稿"));
    assert!(
        render(&plan(ANSHAN), LEAD, En, vec![], Some(&at))
            .contains("continued from the draft of 2024-09-02 23:58")
    );
    assert!(render(&plan(ANSHAN), LEAD, Zh, vec![], Some(&typed.write())).contains("已接续上次的草稿"));
    assert!(!render(&plan(ANSHAN), LEAD, Zh, vec![], None).contains("已接续"));
}

/// engine B9: where no browser would be sure to open the link, the receipt is a text and nothing else.
#[test]
fn a_receipt_without_a_link_is_handed_on_as_text() {
    let sent = || vec![told(vec![Said::Submission], "2024-08")];
    let with = |link| render_with(&plan(ANSHAN), LEAD, Zh, sent(), None, link);
    let linked = with(Ok("https://a.example/#pLanR1".to_owned()));
    let unlinked = with(Err("没有生成链接".to_owned()));
    for (html, is_linked) in [(&linked, true), (&unlinked, false)] {
        assert_eq!(html.contains("复制链接"), is_linked, "{html}");
        assert_eq!(html.contains("https://a.example/"), is_linked);
        assert_eq!(html.contains("没有生成链接"), !is_linked);
        assert_eq!(html.contains("<svg"), is_linked, "no code of a link that is none");
        assert!(html.contains("【回执】"));
    }
}
