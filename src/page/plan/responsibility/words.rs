//! What the page of responsibility says of its own.

use crate::text::Language;

pub struct Words {
    pub matrix: &'static str,
    pub matrix_note: &'static str,
    pub organisation: &'static str,
    pub leads: &'static str,
    pub responsible: &'static str,
    pub member: &'static str,
    pub through_group: &'static str,
    pub nobody: &'static str,
}

const ZH: Words = Words {
    matrix: "责任矩阵",
    matrix_note: "● 牵头　○ 责任　◌ 随所属的一组单位负责",
    organisation: "单位",
    leads: "牵头",
    responsible: "责任",
    member: "成员",
    through_group: "随组",
    nobody: "方案没有写明任何任务由谁负责",
};

const EN: Words = Words {
    matrix: "Who answers for what",
    matrix_note: "● lead   ○ responsible   ◌ responsible as one of a group",
    organisation: "Organisation",
    leads: "Leads",
    responsible: "Answers for",
    member: "member",
    through_group: "in group",
    nobody: "The plan does not say who answers for its tasks",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The page in a sentence: who leads most.
pub fn headline(language: Language, name: &str, others: usize, leads: usize, tasks: usize) -> String {
    match (language, others) {
        (Language::Zh, 0) => format!("{tasks} 项任务，{name}牵头 {leads} 项"),
        (Language::Zh, _) => format!("{tasks} 项任务，{name}等 {} 家单位各牵头 {leads} 项", others + 1),
        (Language::En, 0) => format!("{name} leads {leads} of {tasks} tasks"),
        (Language::En, _) => {
            format!("{name} and {others} more each lead {leads} of {tasks} tasks")
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
            format!("Organisations that lead: {leading}; that answer for tasks: {responsible}{open}.")
        }
    }
}

/// What the button that shows the members of a group says.
pub fn members(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 个成员"),
        Language::En => {
            if count == 1 {
                "1 member".to_owned()
            } else {
                format!("{count} members")
            }
        }
    }
}
