//! What is wrong with what was typed, with its place.

use super::super::typed::{Fault, Wrong};
use super::column;
use crate::text::{Language, isolated};

/// The fault in a sentence, without its place.
pub fn fault(language: Language, wrong: &Wrong) -> String {
    let seen = isolated(&shortened(&wrong.seen));
    match (wrong.fault, language) {
        (Fault::UnknownKind, Language::Zh) => format!("“{seen}”不是类别：任务、举措、项目或工作节点。"),
        (Fault::UnknownKind, Language::En) => {
            format!("“{seen}” is no kind: task, measure, project or node.")
        }
        (Fault::NoTitle, _) => language.pick("没有写事项。", "The item has no words.").into(),
        (Fault::TooLong { most }, Language::Zh) => format!("“{seen}”超过 {most} 字。"),
        (Fault::TooLong { most }, Language::En) => format!("“{seen}” has more than {most} letters."),
        (Fault::Twice { row }, Language::Zh) => format!("“{seen}”与第 {} 行相同。", row + 1),
        (Fault::Twice { row }, Language::En) => format!("“{seen}” is the same as row {}.", row + 1),
        (Fault::OnTheList, Language::Zh) => format!("“{seen}”已在清单上。"),
        (Fault::OnTheList, Language::En) => format!("“{seen}” is on the list already."),
        (Fault::Waits, Language::Zh) => {
            format!("“{seen}”是以前年度待确认的事项，请在待确认一栏中办理。")
        }
        (Fault::Waits, Language::En) => {
            format!("“{seen}” of an earlier year waits to be confirmed: settle it there.")
        }
        (Fault::OwnParent, Language::Zh) => format!("“{seen}”就是该事项自身或其下级，不能作为所属。"),
        (Fault::OwnParent, Language::En) => {
            format!("“{seen}” is the item itself, or belongs to it.")
        }
        (Fault::UnknownParent, Language::Zh) => format!("方案和清单中都没有“{seen}”。"),
        (Fault::UnknownParent, Language::En) => format!("Neither the plan nor the list has “{seen}”."),
        (Fault::NoLead, _) => {
            language.pick("没有写牵头单位，无人填报。", "Without a lead nobody would be asked.").into()
        }
        (Fault::UnknownOrganisation, Language::Zh) => format!("方案中没有“{seen}”这个单位。"),
        (Fault::UnknownOrganisation, Language::En) => format!("The plan knows no organisation “{seen}”."),
        (Fault::NeverAsked, Language::Zh) => format!("“{seen}”按方案不填报，牵头后无人填报。"),
        (Fault::NeverAsked, Language::En) => {
            format!("“{seen}” hands in no reports by the plan: nobody would be asked.")
        }
        (Fault::NoSuchDay, Language::Zh) => format!("“{seen}”不是日期，请写作 2024-06-30。"),
        (Fault::NoSuchDay, Language::En) => format!("“{seen}” is no day: write it as 2024-06-30."),
        (Fault::NodeWithoutDay, _) => {
            language.pick("工作节点必须有完成时限。", "A node needs a due day.").into()
        }
        (Fault::BeforeTheYear, Language::Zh) => format!("“{seen}”早于清单的年份。"),
        (Fault::BeforeTheYear, Language::En) => format!("“{seen}” lies before the year of the list."),
        (Fault::EndBeforeBegin, Language::Zh) => format!("“{seen}”早于开始日期。"),
        (Fault::EndBeforeBegin, Language::En) => format!("“{seen}” lies before the beginning."),
        (Fault::YearOutside, Language::Zh) => format!("方案没有“{seen}”年。"),
        (Fault::YearOutside, Language::En) => format!("The plan has no year {seen}."),
        (Fault::TooManyRows { most }, Language::Zh) => format!("一次最多写入 {most} 行。"),
        (Fault::TooManyRows { most }, Language::En) => format!("At most {most} rows are written at once."),
        (Fault::NoReason, _) => language.pick("请写明理由。", "State the reason.").into(),
        (Fault::NoDay, _) => language.pick("请写明日期。", "State the day.").into(),
        (Fault::SameDay, Language::Zh) => format!("时限本来就是“{seen}”。"),
        (Fault::SameDay, Language::En) => format!("It is due on “{seen}” already."),
        (Fault::OtherYear, Language::Zh) => format!("“{seen}”不在这份清单的年份，请到那一年的清单上终止。"),
        (Fault::OtherYear, Language::En) => {
            format!("“{seen}” is of another year: end it on that year’s list.")
        }
        (Fault::NothingChosen, _) => {
            language.pick("没有选中待确认的事项。", "Nothing that waits is chosen.").into()
        }
    }
}

/// The fault with its place: row, column and what was seen there.
pub fn told(language: Language, wrong: &Wrong) -> String {
    let (row, name) = (wrong.row + 1, column(language, wrong.column));
    match language {
        Language::Zh => format!("第 {row} 行“{name}”：{}", fault(language, wrong)),
        Language::En => format!("Row {row}, {name}: {}", fault(language, wrong)),
    }
}

/// As much of a cell as a sentence has room for.
pub(super) fn shortened(seen: &str) -> String {
    const SHOWN: usize = 30;
    let mut short: String = seen.chars().take(SHOWN).collect();
    if seen.chars().count() > SHOWN {
        short.push('…');
    }
    short
}
