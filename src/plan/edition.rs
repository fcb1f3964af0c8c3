//! What of a plan decides figures and lights: where two editions of one plan differ in it, the same records are judged
//! otherwise. Titles, summaries and other wordings decide nothing and may be mended without a trace.

use super::*;

/// What decides, as lines of text that stay the same for ever: codes are made from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// What belongs to each area, in the plan's order.
    pub areas: Vec<String>,
    /// What belongs to none: time zone, cycle, organisations.
    pub rest: String,
}

impl Deciding {
    /// Of a plan.
    ///
    /// Taken apart field by field, so that whoever adds one says here whether it decides. One that a plan may leave out
    /// gives no line where it is left out: else every code ever given would change.
    pub fn of(plan: &Plan) -> Self {
        // A list decides nothing: what it proves stands beside a figure, never in its place.
        let Plan { time_zone, period, cycle, districts, organisations, areas, lists: _, .. } = plan;
        let mut rest = Lines::default();
        rest.line("zone", [time_zone.as_str()]);
        rest.line("period", [&*period.from.to_string(), &*period.to.to_string()]);
        let Cycle { first_month, rounds, .. } = cycle;
        rest.line("from", [&*first_month.to_string()]);
        for Round { id, months, window: Window { opens, closes, .. }, .. } in rounds {
            rest.line("round", [&**id, &*months.to_string(), &*opens.to_string(), &*closes.to_string()]);
        }
        if let Some(calendar) = &cycle.calendar {
            for (head, days) in [("off", &calendar.days_off), ("working", &calendar.working_days)] {
                for day in days {
                    rest.line(head, [&*day.to_string()]);
                }
            }
        }
        rest.line("districts", districts.iter().map(String::as_str));
        for Organisation { id, kind, members, .. } in organisations {
            let kind = if *kind == OrganisationKind::Group { "group" } else { "" };
            rest.line("organisation", [&**id, kind].into_iter().chain(members.iter().map(String::as_str)));
        }
        Self { areas: areas.iter().map(area).collect(), rest: rest.0 }
    }
}

fn area(Area { id, tasks, .. }: &Area) -> String {
    let mut lines = Lines::default();
    lines.line("area", [&**id]);
    for Task { id, lead, responsible, measures, indicators, milestones, .. } in tasks {
        lines.line("task", [&**id]);
        lines.line("lead", lead.iter().map(String::as_str));
        lines.line("responsible", responsible.iter().map(String::as_str));
        for Measure { id, year, .. } in measures {
            lines.line("measure", [&**id, &*year.map(|year| year.to_string()).unwrap_or_default()]);
        }
        for one in indicators {
            indicator(&mut lines, one);
        }
        for Milestone { id, kind, years, .. } in milestones {
            let kind = match kind {
                MilestoneKind::State => "state",
                MilestoneKind::Direction => "direction",
            };
            lines.line("milestone", [&**id, kind, &*years.from.to_string(), &*years.to.to_string()]);
        }
    }
    lines.0
}

fn indicator(lines: &mut Lines, one: &Indicator) {
    let Indicator { id, basis, unit, frequency, districts, targets, .. } = one;
    let frequency = match frequency {
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
        Frequency::Yearly => "yearly",
    };
    let districts = match districts {
        DistrictRule::Sum => "sum",
        DistrictRule::None => "none",
        DistrictRule::Ratio => "ratio",
    };
    lines.line("indicator", [&**id, basis.slug(), frequency, districts].into_iter().chain(unit.wordings()));
    for Target { year, value, comparator, .. } in targets {
        let value = value.to_string();
        // 12.50 is 12.5.
        let value =
            if value.contains('.') { value.trim_end_matches('0').trim_end_matches('.') } else { &value };
        lines.line("target", [&*year.to_string(), value, comparator.slug()]);
    }
}

/// Words apart by tabs, one line after another. No identifier has either; in a unit they would be no fault.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line<'a>(&mut self, head: &str, words: impl IntoIterator<Item = &'a str>) {
        self.0.push_str(head);
        for word in words {
            self.0.push('\t');
            self.0.push_str(word);
        }
        self.0.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../public/plan.json");

    fn changed(before: &str, after: &str) -> Deciding {
        assert!(SHIPPED.contains(before), "{before}");
        Deciding::of(&read::from_json(&SHIPPED.replacen(before, after, 1)).expect("a sound plan"))
    }

    /// field 6: what moves a light is another edition, in the area that it belongs to; a mended wording is none.
    #[test]
    fn what_decides_tells_editions_apart_and_words_do_not() {
        let shipped = changed("\"version\": \"1\"", "\"version\": \"2\"");
        for (before, after) in [
            ("\"value\": \"60\"", "\"value\": \"61\""),
            ("\"basis\": \"stock\"", "\"basis\": \"running_total\""),
            ("\"comparator\": \"at_least\"", "\"comparator\": \"greater_than\""),
        ] {
            let other = changed(before, after);
            let differing = shipped.areas.iter().zip(&other.areas).filter(|(one, other)| one != other);
            assert_eq!(differing.count(), 1, "{before}");
            assert_eq!(shipped.rest, other.rest);
        }
        for (before, after) in [
            ("\"closes\": 5", "\"closes\": 6"),
            ("\"first_month\": \"2023-08\"", "\"first_month\": \"2023-09\""),
        ] {
            let other = changed(before, after);
            assert_eq!(shipped.areas, other.areas);
            assert_ne!(shipped.rest, other.rest, "{before}");
        }
        let title = "\"short_title\": {";
        assert_eq!(shipped, changed(title, &["", title].concat()));
        assert_eq!(shipped, changed("创新提升", "创新再提升"));
        assert_eq!(
            shipped,
            changed("\"modality\": \"strive\"", "\"modality\": \"seek\""),
            "a light asks for the figure alone"
        );
    }

    #[test]
    fn a_figure_is_the_same_however_it_is_written() {
        assert_eq!(
            changed("\"value\": \"60\"", "\"value\": \"60.0\""),
            changed("\"value\": \"60\"", "\"value\": \"60\"")
        );
    }
}
