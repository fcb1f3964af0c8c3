//! What the page of an organisation says of its own.

use crate::text::Language;

pub struct Words {
    pub lead: &'static str,
    pub responsible: &'static str,
    pub led_by: &'static str,
    pub indicators: &'static str,
    pub milestones: &'static str,
    pub measures: &'static str,
    pub projects: &'static str,
    pub named_note: &'static str,
}

const ZH: Words = Words {
    lead: "牵头",
    responsible: "责任",
    led_by: "牵头单位：",
    indicators: "指标",
    milestones: "节点",
    measures: "举措",
    projects: "项目",
    named_note: "不含上面的牵头与责任",
};

const EN: Words = Words {
    lead: "Lead",
    responsible: "Responsible",
    led_by: "led by ",
    indicators: "Indicators",
    milestones: "Milestones",
    measures: "Measures",
    projects: "Projects",
    named_note: "beside the tasks above",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What an organisation answers for, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub leads: usize,
    pub responsible: usize,
    pub through_groups: usize,
    pub indicators: usize,
    pub targets: usize,
    pub milestones: usize,
    pub mentions: usize,
}

/// The page in a sentence.
pub fn sentence(language: Language, counts: Counts) -> String {
    let Counts { leads, responsible, through_groups, indicators, targets, milestones, mentions } = counts;
    if leads + responsible + through_groups == 0 {
        return match language {
            Language::Zh => format!("不牵头、也不负责任何任务；方案在 {mentions} 处点名。"),
            Language::En => {
                format!("Neither leads nor answers for a task; named in {}.", plural(mentions, "place"))
            }
        };
    }
    let roles = [
        (leads, language.pick("牵头", "leads")),
        (responsible, language.pick("负责", "answers for")),
        (through_groups, language.pick("随组负责", "answers through a group for")),
    ];
    let roles = roles.iter().filter(|(count, _)| *count > 0);
    match language {
        Language::Zh => {
            let roles: Vec<String> = roles.map(|(count, verb)| format!("{verb} {count} 项任务")).collect();
            format!(
                "{}；涉及 {indicators} 项指标的 {targets} 个目标值、{milestones} 个节点目标。",
                roles.join("，")
            )
        }
        Language::En => {
            let roles: Vec<String> =
                roles.map(|(count, verb)| format!("{verb} {}", plural(*count, "task"))).collect();
            let sentence = format!(
                "{}; they carry {} with {} and {}.",
                roles.join(", "),
                plural(indicators, "indicator"),
                plural(targets, "target figure"),
                plural(milestones, "milestone"),
            );
            capitalised(&sentence)
        }
    }
}

/// Head of a group of duties.
pub fn group_title(role: &str, through: Option<&str>, count: usize, language: Language) -> String {
    match (language, through) {
        (Language::Zh, None) => format!("{role} {count} 项任务"),
        (Language::Zh, Some(group)) => format!("随“{group}”{role} {count} 项任务"),
        (Language::En, None) => format!("{role}: {}", plural(count, "task")),
        (Language::En, Some(group)) => format!("{role} as one of “{group}”: {}", plural(count, "task")),
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map(|first| first.to_uppercase().collect::<String>() + rest.as_str()).unwrap_or_default()
}
