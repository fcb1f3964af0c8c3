//! What the gate says: why something is not taken, and what an arrival comes to.

use super::{MOST_BATCHES, MOST_ENTRIES, Passage, TooMuch, Why};
use crate::text::Language;

/// Why an entry, or the batch that holds it, is not taken by default.
pub fn why(language: Language, why: Why) -> &'static str {
    match why {
        Why::UnknownOrganisation => language.pick("方案没有这个单位", "the plan has no such organisation"),
        Why::OutsidePeriods => language.pick("不在方案的调度期内", "not a period of the plan"),
        Why::Unknown => language.pick("方案没有此项", "the plan has no such item"),
        Why::OfficersWord => language.pick("只有主管单位可以记录", "only the plan's issuer may say this"),
        Why::OthersItem => {
            language.pick("不是该单位本期应报的", "not this organisation's to report for the period")
        }
        Why::OthersDistrict => language.pick("不是该单位的辖区", "not the organisation's own district"),
        Why::OthersEntry => {
            language.pick("更正或撤回了别的单位的记录", "corrects or withdraws another organisation's entry")
        }
        Why::OtherKind => language.pick(
            "要替换的是另一类或另一项记录",
            "replaces an entry of another kind or about something else",
        ),
        Why::Unseen => language.pick(
            "更正或撤回的记录本机没有，无法确认属于谁",
            "corrects or withdraws an entry that is not here, so its owner cannot be told",
        ),
        Why::Ahead => language.pick(
            "填写时间晚于现在，对方的时钟可能偏快",
            "written later than now: the writer's clock may be wrong",
        ),
        Why::OutOfTime => language
            .pick("填写时间不在本方案可能的年份之内", "written in a year that is not possible for this plan"),
        Why::NotNamed => language.pick("与这次退回无关", "not related to this return"),
        Why::AcceptedHere => {
            language.pick("退回的是本机已接收的填报", "returns a report that was accepted here")
        }
        Why::OwnName => language
            .pick("冒用了本页的编号，不是本页写的", "uses the number of this page, which did not write it"),
        Why::Sample => {
            language.pick("示例数据，不能并入真实台账", "sample data, which cannot enter a real ledger")
        }
        Why::NotSample => language.pick(
            "现在是示例台账：请先移除示例，再收真实回执",
            "the sample ledger is on: remove it before taking in a real receipt",
        ),
        Why::Double => language.pick(
            "同一编号已有另一份内容，其中一份被改动过",
            "the same number already has other content: one of the two was altered",
        ),
    }
}

/// It holds more than anybody reports at once.
pub fn too_much(language: Language, found: TooMuch) -> String {
    let TooMuch { batches, entries } = found;
    language.pick(
        format!("这份内容有 {batches} 次填报、{entries} 条记录，超过一份回执的上限（{MOST_BATCHES} 次、{MOST_ENTRIES} 条），没有读入。本页不会生成这样的回执，请核实来源。"),
        format!("It holds {batches} reports with {entries} entries, more than a receipt may hold ({MOST_BATCHES} and {MOST_ENTRIES}); nothing was read. This page never makes such receipts: check where it came from."),
    )
}

/// What an arrival comes to, before any of it is taken.
pub fn passage(language: Language, passage: &Passage) -> String {
    let (taken, apart, refused) = (passage.taken.len(), passage.apart.len(), passage.refused.len());
    match language {
        Language::Zh => {
            let mut said = format!("可并入 {taken} 份填报");
            if apart > 0 {
                said += &format!("；另有 {apart} 份默认不并入，原因见下");
            }
            if refused > 0 {
                said += &format!("；{refused} 份不能并入");
            }
            said + "。"
        }
        Language::En => {
            let mut said = format!("{taken} can be merged");
            if apart > 0 {
                said += &format!("; {apart} are left out unless you ask for them, for the reasons below");
            }
            if refused > 0 {
                said += &format!("; {refused} cannot be merged");
            }
            said + "."
        }
    }
}
