//! Charts: their marks are reached by mouse and by keyboard, and lead to their pages.

use planboard_browser_tests::{Look, Page, Site, wait};
use serde_json::json;

/// Pages that bear a chart, by what the plan has.
fn charted(_: &Page) -> Vec<String> {
    let plan = crate::plans::shipped();
    let indicator =
        plan.indicators().find(|place| place.item.targets.len() > 1).expect("an indicator with two targets");
    vec![
        format!("#/indicator/{}", indicator.item.id),
        "#/indicators?view=way".into(),
        "#/indicators?view=compare".into(),
        "#/responsibility".into(),
        "#/tasks".into(),
        "#/timeline".into(),
    ]
}

/// Opens a page and waits until its chart is drawn.
fn drawn(page: &Page, address: &str) {
    page.open(address);
    page.wait_for("a chart with marks", "document.querySelectorAll('figure svg path').length > 2");
    page.paint();
}

#[test]
fn a_mark_leads_to_its_page_by_a_real_mouse() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    // Each bar, band or cross of these charts stands for something that has a page.
    for start in ["#/responsibility", "#/tasks", "#/indicators?view=way", "#/indicators?view=compare"] {
        drawn(&page, &site.address(start));
        page.evaluate("document.querySelector('figure svg').scrollIntoView({ block: 'center' })");
        page.paint();
        // The chart is drawn anew once fonts and width have settled: a press that falls into that moment meets nothing,
        // and whoever sees the mark still there presses again.
        wait::until(&format!("a mark of {start} that is read out and leads somewhere"), || {
            let read_out = |(x, y): &(f64, f64)| {
                page.point_at(*x, *y).paint();
                page.evaluate(&format!("({TIP})?.innerText.trim().length > 0")) == true
            };
            let (x, y) = marks(&page).into_iter().find(read_out).ok_or("none is read out")?;
            page.press_at(x, y);
            page.paint();
            match page.fragment() == start {
                true => Err(format!("a press at {x}, {y} led nowhere")),
                false => Ok(()),
            }
        });
        page.settle();
        assert!(
            page.all("heading", None).iter().all(|heading| heading.name != "没有这个页面"),
            "{}",
            page.fragment()
        );
    }
}

/// What is said at the pointer.
const TIP: &str = "document.querySelector('.chart .tip')";

/// Points at marks until one is said there.
fn point_at_a_mark(page: &Page) {
    page.evaluate("document.querySelector('figure svg').scrollIntoView({ block: 'center' })");
    page.paint();
    wait::until("a mark that is said at the pointer", || {
        let says = |(x, y): &(f64, f64)| {
            page.point_at(*x, *y).paint();
            page.evaluate(&format!("!!{TIP}")) == true
        };
        marks(page).iter().any(says).then_some(()).ok_or_else(|| "none is said".to_owned())
    });
}

#[test]
fn what_is_said_at_the_pointer_lies_in_the_frame_and_goes_by_escape() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    drawn(&page, &site.address("#/indicators?view=way"));
    point_at_a_mark(&page);
    page.key("Escape");
    page.wait_for("the tip to go by Escape", &format!("!{TIP}"));
    let is_within = format!(
        "(() => {{
            const [tip, frame] = [{TIP}, document.querySelector('figure.chart')].map(one => one.getBoundingClientRect());
            return tip.left >= frame.left && tip.right <= frame.right;
        }})()"
    );
    // The drawing lives through each of them; its tip goes to the side that has room.
    for width in [1280, 620, 1000] {
        page.resize(width, 844);
        page.wait_for(
            "the chart to be as wide as its frame",
            &format!("document.querySelector('figure svg').getBoundingClientRect().right <= {width}"),
        );
        page.paint();
        point_at_a_mark(&page);
        assert_eq!(page.evaluate(&is_within), true, "{width}");
    }
    // One that stands goes with the drawing that it was for.
    page.resize(620, 844);
    page.wait_for("the tip to go with the width", &format!("!{TIP} || {is_within}"));
}

/// Middles of what is drawn with a filling, largest first: a person aims at what is large.
fn marks(page: &Page) -> Vec<(f64, f64)> {
    let points = page.evaluate(
        "(() => {
            const svg = document.querySelector('figure svg');
            return [...svg.querySelectorAll('path')].filter(p => {
                const box = p.getBoundingClientRect();
                return getComputedStyle(p).fill !== 'none' && box.width > 4 && box.height > 4 && box.height < 400 && box.top > 60 && box.bottom < innerHeight;
            }).map(p => {
                // A point that is really in the shape: bands and rings have their middle outside of them.
                const middle = p.getTotalLength ? p.getBBox() : null;
                const matrix = p.getScreenCTM();
                for (const [x, y] of [[.5, .5], [.5, .2], [.2, .5], [.8, .5], [.5, .8], [.1, .1], [.9, .9], [.9, .1], [.1, .9]]) {
                    const point = new DOMPoint(middle.x + middle.width * x, middle.y + middle.height * y);
                    if (p.isPointInFill(point)) {
                        const seen = point.matrixTransform(matrix);
                        return [seen.x, seen.y];
                    }
                }
                return null;
            }).filter(Boolean).slice(0, 40);
        })()",
    );
    let points = points.as_array().cloned().unwrap_or_default();
    points.iter().filter_map(|point| Some((point[0].as_f64()?, point[1].as_f64()?))).collect()
}

#[test]
fn arrows_read_every_mark_and_enter_opens_it() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    for start in charted(&page) {
        drawn(&page, &site.address(&start));
        // The chart is one stop of Tab; arrows move within it.
        page.evaluate("document.querySelector('figure [tabindex=\"0\"]').focus()");
        let mut spoken = Vec::new();
        for _ in 0..60 {
            page.key("ArrowRight");
            page.paint();
            let words = page.text(SPOKEN);
            if spoken.last() == Some(&words) || spoken.first() == Some(&words) {
                break;
            }
            spoken.push(words);
        }
        assert!(spoken.len() > 1, "{start}: the arrows read {spoken:?}");
        assert!(
            spoken.iter().all(|words| !words.is_empty() && !words.contains("NaN")),
            "{start}: {spoken:?}"
        );
    }
    drawn(&page, &site.address("#/responsibility"));
    page.evaluate("document.querySelector('figure [tabindex=\"0\"]').focus()");
    page.key("ArrowRight").key("Enter");
    page.wait_for("the page of the mark", "location.hash !== '#/responsibility'").settle();
}

/// What is said of the mark that the arrows stand on.
const SPOKEN: &str = "
    (() => {
        const at = document.activeElement;
        const active = at?.getAttribute('aria-activedescendant');
        const option = active ? document.getElementById(active) : at;
        const live = at?.closest('figure')?.querySelector('[aria-live], [role=status], output')?.innerText ?? '';
        return (option?.getAttribute('aria-label') ?? option?.innerText ?? '') + '|' + live;
    })()
";

#[test]
fn each_chart_has_title_source_table_description_and_downloads() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP.english());
    for start in charted(&page) {
        drawn(&page, &site.address(&start));
        for figure in page.all("figure", None) {
            assert!(!figure.name.trim().is_empty(), "{start}: a figure without a name");
            let has = page
                .call_on(
                    &figure,
                    "function () { return { caption: !!this.querySelector('figcaption'), source: /source|plan/i.test(this.innerText),
                        png: /PNG/.test(this.textContent), svg: /SVG/.test(this.textContent) } }",
                    json!([]),
                )
                .expect("a figure");
            assert_eq!(
                has,
                json!({ "caption": true, "source": true, "png": true, "svg": true }),
                "{start}: {}",
                figure.name
            );
        }
    }
}

#[test]
fn charts_follow_theme_language_and_width() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    let start = &charted(&page)[0];
    drawn(&page, &site.address(start));
    let ink = "[...document.querySelectorAll('figure svg text')].map(t => t.getAttribute('fill')).join()";
    let light = page.text(ink);
    page.evaluate("document.querySelector('details.settings').open = true");
    page.press("radio", "深色");
    page.wait_for("the chart to be drawn for the dark", &format!("({ink}) !== {light:?}"));
    page.resize(390, 844);
    page.wait_for(
        "the chart to be as wide as the phone",
        "document.querySelector('figure svg').getBoundingClientRect().right <= 390",
    );
    page.evaluate("document.querySelector('details.settings').open = true");
    page.press("radio", "English");
    page.wait_for(
        "English in the chart",
        "document.documentElement.lang === 'en' && !!document.querySelector('figure svg')",
    )
    .settle();
}

/// web F2: WebKit draws a digit behind a Han character over the next one where such spacing is on.
#[test]
fn the_letters_of_a_chart_are_not_spaced_by_script() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    let indicator = crate::plans::shipped().indicators().next().expect("an indicator").item.id.clone();
    drawn(&page, &site.address(&format!("#/indicator/{indicator}")));
    let spacing = page.evaluate("[...new Set([...document.querySelectorAll('figure svg text')].map(text => getComputedStyle(text).textAutospace))]");
    assert_eq!(spacing, json!(["no-autospace"]));
}
