//! What the page of responsibility says of its own.

use crate::route::MatrixOrder;
use crate::text::{Language, Text};

pub struct Words {
    pub matrix: &'static str,
    pub matrix_note: &'static str,
    pub organisation: &'static str,
    pub leads: &'static str,
    pub responsible: &'static str,
    pub member: &'static str,
    pub through_group: &'static str,
    pub nobody: &'static str,
    /// The head of the last column: the lights of what a row leads.
    pub led_lights: &'static str,
    /// The head of the last row: the lights of each task.
    pub task_lights: &'static str,
    pub orders: &'static str,
    by_leads: &'static str,
    by_lights: &'static str,
}

const ZH: Words = Words {
    matrix: "责任矩阵",
    matrix_note: "● 牵头　○ 责任　◌ 随所属单位组合负责",
    organisation: "单位",
    leads: "牵头",
    responsible: "责任",
    member: "成员",
    through_group: "随组",
    nobody: "方案没有写明任何任务由谁负责",
    led_lights: "所牵头指标的状态",
    task_lights: "各任务指标的状态",
    orders: "排列",
    by_leads: "按牵头",
    by_lights: "按状态",
};

const EN: Words = Words {
    matrix: "Responsibilities",
    matrix_note: "● lead   ○ responsible   ◌ responsible as one of a group",
    organisation: "Organisation",
    leads: "Lead",
    responsible: "Responsible",
    member: "member",
    through_group: "in group",
    nobody: "The plan does not say who is responsible for its tasks",
    led_lights: "Status of what it leads",
    task_lights: "Status of each task",
    orders: "Order",
    by_leads: "By leads",
    by_lights: "By status",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

impl Words {
    pub fn order(&self, order: MatrixOrder) -> &'static str {
        match order {
            MatrixOrder::Leads => self.by_leads,
            MatrixOrder::Lights => self.by_lights,
        }
    }
}

/// The word of a light, how many indicators show it, and who leads how many of them.
pub type Pressing<'a> = (&'a str, usize, Vec<(&'a Text, usize)>);

/// Whose lights press. What two lead together each of them leads.
pub fn whose(language: Language, lights: &[Pressing]) -> String {
    let owner = |(name, count): &(&Text, usize)| match language {
        Language::Zh => format!("{} {count}", name.words),
        Language::En => format!("{}: {count}", name.words),
    };
    let each = lights.iter().map(|(light, count, owners)| {
        let owners: Vec<String> = owners.iter().map(owner).collect();
        let owners = owners.join(language.pick("、", ", "));
        match (language, owners.is_empty()) {
            (Language::Zh, true) => format!("{light} {count} 项"),
            (Language::Zh, false) => format!("{light} {count} 项（{owners}）"),
            (Language::En, true) => format!("{light} {count}"),
            (Language::En, false) => format!("{light} {count} ({owners})"),
        }
    });
    let each: Vec<String> = each.collect();
    match language {
        _ if each.is_empty() => String::new(),
        Language::Zh => format!("按牵头单位：{}。", each.join("；")),
        Language::En => format!("By who leads: {}.", each.join("; ")),
    }
}

/// The page in a sentence: who leads most.
pub fn headline(language: Language, name: &str, others: usize, leads: usize, tasks: usize) -> String {
    match (language, others) {
        (Language::Zh, 0) => format!("{tasks} 项任务，{name}牵头 {leads} 项"),
        (Language::Zh, _) => format!("{tasks} 项任务，{name}等 {} 家单位各牵头 {leads} 项", others + 1),
        (Language::En, 0) => format!("{name} leads {leads} of {tasks} tasks"),
        (Language::En, _) => {
            format!("{name} and {others} others each lead {leads} of {tasks} tasks")
        }
    }
}

/// How many take part, and what the lists leave open.
pub fn lede(language: Language, leading: usize, responsible: usize, open: usize) -> String {
    match language {
        Language::Zh => {
            let open = match open {
                0 => String::new(),
                open => format!("；{open} 项任务的责任单位以“等”结尾，名单未列全"),
            };
            format!("{leading} 家单位牵头，{responsible} 家（组）单位负责{open}。")
        }
        Language::En => {
            let open = match open {
                0 => String::new(),
                1 => "; the list of 1 task ends with “and others”".to_owned(),
                open => format!("; the lists of {open} tasks end with “and others”"),
            };
            format!("Organisations that lead: {leading}; that are responsible: {responsible}{open}.")
        }
    }
}

/// What the button that shows the members of a group says.
pub fn members(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 家成员单位"),
        Language::En => {
            if count == 1 {
                "1 member".to_owned()
            } else {
                format!("{count} members")
            }
        }
    }
}
