//! What is said at a field: what is wrong, or looks wrong, and what to do.

use super::super::check::{Fault, Finding, Warning, What};
use super::super::private::Private;
use super::super::sheet::Sheet;
use super::super::spot::Spot;
use super::phrases::figure;
use crate::plausible;
use crate::text::{Language, isolated};

/// The sentence for a finding.
pub fn finding(language: Language, sheet: &Sheet, finding: &Finding) -> String {
    // A unit in another language has no place inside a sentence: the field shows it beside.
    let unit = match &finding.spot {
        Spot::Figure(id) | Spot::Note(id) => sheet
            .figure(id)
            .map(|asked| &asked.unit)
            .filter(|unit| unit.language.is_none())
            .map_or("", |unit| &unit.words),
        _ => "",
    };
    match &finding.what {
        What::Fault(what) => fault(language, what, unit),
        What::Warning(what) => warning(language, sheet, what, unit),
    }
}

fn fault(language: Language, fault: &Fault, unit: &str) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::NotANumber => match (language, unit) {
            (_, "") => plain(
                "这不是一个数。只写数字，例如 1234.5。",
                "Not a number. Write digits only, for example 1234.5.",
            ),
            (Language::Zh, unit) => format!("这不是一个数。只写数字，单位是{unit}，例如 1234.5。"),
            (Language::En, unit) => {
                format!("Not a number. Write digits only, in {unit}, for example 1234.5.")
            }
        },
        Fault::TooManyDigits => plain(
            "位数太多：整数最多 9 位，小数最多 6 位。请核对单位。",
            "Too many digits: at most 9 before the point and 6 after it. Check the unit.",
        ),
        Fault::OtherUnit { found } => match (language, unit) {
            (Language::Zh, "") => {
                format!("写的单位是“{}”，与这项的单位不同，换算不了。请只写数字。", isolated(found))
            }
            (Language::Zh, unit) => {
                format!("写的单位是“{}”，这项的单位是{unit}，换算不了。请只写数字。", isolated(found))
            }
            (Language::En, "") => {
                "Another unit stands behind it, which cannot be converted. Write digits only.".into()
            }
            (Language::En, unit) => {
                format!("Another unit stands behind it, asked is {unit}. Write digits only.")
            }
        },
        Fault::NothingBefore => plain(
            "之前没有报过数，谈不上“无变化”。请填数，或选“尚未公布”。",
            "No figure was reported before, so there is none to be unchanged. Give one, or choose “not yet published”.",
        ),
        Fault::BeginsAnew => plain(
            "这项按年计，新的一年从头数起，不能照旧。请填年初以来的数。",
            "This is counted by year and begins anew in January. Give the figure since January.",
        ),
        Fault::NoSuchDate => {
            plain("没有这一天。请写成 2024-09-30 这样。", "There is no such day. Write it like 2024-09-30.")
        }
        Fault::TooLong { letters, most } => match language {
            Language::Zh => format!("写了 {letters} 字，最多 {most} 字。请删短，详情另附。"),
            Language::En => {
                format!("{letters} characters; at most {most} fit. Shorten it and send the rest apart.")
            }
        },
        Fault::CorrectionWithoutNote { before } => {
            let before = match before.value() {
                Some(value) => figure(value, unit),
                None => before.words(language),
            };
            match language {
                Language::Zh => format!("本期已记 {before}，现在改了：请在附注写明更正原因。"),
                Language::En => format!(
                    "{before} is recorded for this period and this differs: say in the note why it is corrected."
                ),
            }
        }
        Fault::NoteAlone => plain(
            "写了依据或附注，却没有填数或选进展：这样记不下来。请补填，或清空附注。",
            "There is evidence or a note, and no figure or stage that it is about: it would not be recorded. Fill that in, or clear the note.",
        ),
        Fault::ProblemWithoutText => plain(
            "没有写是什么情况。写一句话，或去掉这条。",
            "What the problem is has not been written. Write a sentence, or take it out.",
        ),
        Fault::DirectionDone => plain(
            "这是一个方向，没有“已完成”。请选未启动或推进中。",
            "This is a direction and is never done. Choose not started or under way.",
        ),
    }
}

fn warning(language: Language, sheet: &Sheet, warning: &Warning, unit: &str) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match warning {
        Warning::Unlikely(kind) => plausible::words::sentence(language, kind, unit, sheet.month),
        Warning::LooksPrivate(Private::IdentityCard) => plain(
            "像是身份证号。链接谁拿到谁能看，请删去。",
            "This looks like the number of an identity card. Whoever has the link can read it: take it out.",
        ),
        Warning::LooksPrivate(Private::Telephone) => plain(
            "像是手机号。链接谁拿到谁能看，请删去，或改写办公电话。",
            "This looks like a mobile number. Whoever has the link can read it: take it out, or give an office number.",
        ),
        Warning::LooksPrivate(Private::Secret) => plain(
            "像是涉密内容。涉密信息不得填报，请删去。",
            "This looks classified. Nothing classified may be reported here: take it out.",
        ),
    }
}
