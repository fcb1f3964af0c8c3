//! What is said at a field: what is wrong, or looks wrong, and what to do.

use super::super::check::{Fault, Finding, Warning, What};
use super::super::private::Private;
use super::super::sheet::Sheet;
use super::super::spot::Spot;
use super::phrases::figure;
use crate::plan::unit::is_counted;
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

/// Half of a thing that is counted is no example.
fn example(unit: &str) -> &'static str {
    if is_counted(unit) { "12" } else { "1234.5" }
}

fn fault(language: Language, fault: &Fault, unit: &str) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::CloseOutWithoutEvidence => {
            plain("申请销号要写明佐证。", "Say what proves that it is settled.")
        }
        Fault::AnswerWithoutText => {
            plain("请写一句话，或选“暂不答复”。", "Write a sentence, or choose “nothing to say”.")
        }
        Fault::NoDay => {
            plain("请填写延期至哪一天，例如 2024-10-31。", "Say until which day, for example 2024-10-31.")
        }
        Fault::NotLater { due } => language.pick(
            format!("延期后的日期要晚于现在的时限（{due}）。"),
            format!("The new day has to be later than the one that holds ({due})."),
        ),
        Fault::ReplyNotNow => plain(
            "这个问题已由主管单位处理，现在不能这样办理，请重新选择。",
            "The plan's issuer has dealt with this problem meanwhile: choose again.",
        ),
        Fault::NotAsked => plain(
            "本表没有问到这个问题，答复无处记录。请把要说的话另存，再选“暂不答复”；或从填报链接打开本表。",
            "This form does not ask about the problem, so the answer has no place. Keep the words elsewhere and choose “nothing to say”, or open the form by its link.",
        ),
        Fault::NotANumber => match (language, unit) {
            (_, "") => {
                plain("请只填数字，例如 1234.5。", "Not a number. Enter digits only, for example 1234.5.")
            }
            (Language::Zh, unit) => format!("请只填数字，单位是{unit}，例如 {}。", example(unit)),
            (Language::En, unit) => {
                format!("Not a number. Enter digits only, in {unit}, for example {}.", example(unit))
            }
        },
        Fault::TooManyDigits => plain(
            "位数太多：整数最多 9 位，小数最多 6 位。请核对单位。",
            "Too many digits: at most 9 before the point and 6 after it. Check the unit.",
        ),
        Fault::OtherUnit { found } => match (language, unit) {
            (Language::Zh, "") => {
                format!("所写单位“{}”与本项单位不同，无法换算。请只填数字。", isolated(found))
            }
            (Language::Zh, unit) => {
                format!("所写单位是“{}”，本项单位是{unit}，无法换算。请只填数字。", isolated(found))
            }
            (Language::En, "") => "It has another unit, which cannot be converted. Enter digits only.".into(),
            (Language::En, unit) => {
                format!("It has another unit; this item is in {unit}. Enter digits only.")
            }
        },
        Fault::NothingBefore => plain(
            "此前没有报过数，不能选“无变化”。请填数，或选“尚未公布”。",
            "No figure was reported before, so “no change” does not apply. Enter one, or choose “not yet published”.",
        ),
        Fault::BeginsAnew => plain(
            "本项按年度计，新年度重新起算，不能照旧。请填年初以来的数。",
            "This is counted by year and starts anew in January. Enter the figure since January.",
        ),
        Fault::NoSuchDate => {
            plain("日期有误，请写成 2024-09-30。", "Not a valid date. Write it as 2024-09-30.")
        }
        Fault::TooLong { letters, most } => match language {
            Language::Zh => format!("共 {letters} 字，最多 {most} 字。请精简，详情另附。"),
            Language::En => {
                format!(
                    "{letters} characters; the limit is {most}. Shorten it and send the details separately."
                )
            }
        },
        Fault::CorrectionWithoutNote { before } => {
            let before = match before.value() {
                Some(value) => figure(value, unit),
                None => before.words(language),
            };
            match language {
                Language::Zh => format!("本期已报 {before}，现有改动：请填写更正原因。"),
                Language::En => format!(
                    "{before} was reported for this period, and this differs: give the reason for the correction."
                ),
            }
        }
        Fault::NoteAlone => plain(
            "只写了依据或附注，未填数或未选进展，无法记录。请补填，或清空附注。",
            "There is evidence or a note, but no figure or stage, so it cannot be recorded. Add one, or clear the note.",
        ),
        Fault::ProblemWithoutText => plain(
            "没有填写情况。请写一句话，或删除本条。",
            "The problem is not described. Write a sentence, or remove it.",
        ),
        Fault::DirectionDone => plain(
            "本项是方向，不选“已完成”。请选“未启动”或“推进中”。",
            "This is a direction, which is never done. Choose “not started” or “under way”.",
        ),
    }
}

fn warning(language: Language, sheet: &Sheet, warning: &Warning, unit: &str) -> String {
    let plain = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match warning {
        Warning::Unlikely(kind) => plausible::words::sentence(language, kind, unit, sheet.month),
        Warning::Resembles(text) => {
            let text = isolated(text);
            language.pick(
                format!("与尚未销号的“{text}”相近。如是同一个问题，请在“需答复的问题”中答复，不必另报；不是则照报。"),
                format!("This reads like the open problem “{text}”. If it is the same one, answer it above instead of reporting it again."),
            )
        }
        Warning::LooksPrivate(Private::IdentityCard) => plain(
            "疑似身份证号。拿到链接的人都能查看，请删去。",
            "This looks like an identity card number. Anyone who has the link can read it: remove it.",
        ),
        Warning::LooksPrivate(Private::Telephone) => plain(
            "疑似手机号。拿到链接的人都能查看，请删去，或改填办公电话。",
            "This looks like a mobile number. Anyone who has the link can read it: remove it, or give an office number.",
        ),
        Warning::LooksPrivate(Private::Secret) => plain(
            "疑似涉密内容。涉密信息不得填报，请删去。",
            "This looks classified. Nothing classified may be reported here: remove it.",
        ),
    }
}
