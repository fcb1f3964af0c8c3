//! What a receipt says in lines that people read and sign, above the letters that only a page reads.

use super::preview::{Line, preview};
use super::sheet::Sheet;
use super::words;
use crate::ledger::{Batch, Said, Stage};
use crate::link::fingerprint::Code;
use crate::text::Language;

/// The lines of a receipt: each figure with the one before it, stages that have changed, those that have not in one line
/// together, problems, and who says so.
pub fn letter(sheet: &Sheet, batch: &Batch, language: Language) -> Vec<String> {
    let lines = preview(sheet, &batch.entries, language);
    let before =
        batch.entries.iter().filter(|entry| entry.said != Said::Submission).map(|entry| match &entry.said {
            Said::Actual { indicator, .. } => sheet.figure(indicator).and_then(|asked| asked.last),
            _ => None,
        });
    let stages: Vec<Stage> = lines.iter().filter_map(|line| line.unchanged).collect();
    let told = lines.iter().zip(before).filter(|(line, _)| line.unchanged.is_none());
    let mut all: Vec<String> = told
        .map(|(line, before)| {
            let before = before.map(|(of, value)| words::before(language, of, sheet.month, value));
            said(line, &before.unwrap_or_default(), language)
        })
        .collect();
    all.extend((!stages.is_empty()).then(|| words::unchanged(language, &stages)));
    all.push(words::signature(language, &batch.person, &Code::of_batch(batch).to_string()));
    all.push(words::of(language).code_below.to_owned());
    all
}

/// `before` stands behind the figure, before what is noted.
fn said(line: &Line, before: &str, language: Language) -> String {
    let pieces: Vec<&str> = line.says.iter().map(|piece| piece.words.as_str()).collect();
    let note = pieces.iter().position(|piece| *piece == words::of(language).between).unwrap_or(pieces.len());
    let (figure, note) = pieces.split_at_checked(note).unwrap_or_default();
    let says = [&figure.concat(), before, &note.concat()].concat();
    let between = if line.name.words.is_empty() { "" } else { language.pick("：", ": ") };
    let correction = if line.is_correction { words::correction(language) } else { "" };
    [line.name.words.as_str(), between, &says, correction].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::entry;
    use crate::link::envelope::plan_digest;
    use crate::link::message::{self, Message};
    use crate::link::stamp::Stamp;
    use crate::link::{Kind, extract, text_form};
    use crate::page::month::form::samples::{lead, ledger, plan, told, typed};
    use crate::page::month::form::{entries, sheet::Staged};

    fn receipt(language: Language) -> (Sheet, Batch) {
        let mut ledger = ledger();
        let underway = |one: &Staged| {
            entry(Said::Progress {
                subject: one.id.as_str().into(),
                stage: Stage::Underway,
                note: String::new(),
            })
        };
        ledger.add(told(4, "2024-07", lead(&ledger, "2024-08", language).measures.iter().map(underway)));
        let sheet = lead(&ledger, "2024-08", language);
        let mut draft = typed(&[("contract-value", "13.25"), ("technology-smes", "1021")]);
        draft.figure_mut("contract-value").note = "含 https://a/#pLanR1 一份】".into();
        draft.step_mut(&sheet.measures[0].id).stage = Some(Stage::Done);
        let number = draft.add_problem();
        draft.problem_mut(number).expect("just added").text = "缺场地\npLan".into();
        let all = entries(&sheet, &draft).expect("no fault");
        (sheet, told(9, "2024-08", all))
    }

    /// walk d6: whoever signs reads figures, changed stages, and that the others are as they were.
    #[test]
    fn a_receipt_can_be_read() {
        let (sheet, batch) = receipt(Language::Zh);
        let lines = letter(&sheet, &batch, Language::Zh);
        assert_eq!(lines[0], "技术合同成交额：13.25 亿元（上月 12.5）；含 https://a/#pLanR1 一份】");
        assert_eq!(lines[1], "科技型中小企业注册数：1021 家（上月 1000）");
        assert_eq!(lines[2], [&*sheet.measures[0].name.words, "：已完成"].concat());
        assert!(lines[3].contains("缺场地"), "{lines:?}");
        assert_eq!(lines[4], "同上次 19 项：推进中 19");
        assert!(lines[5].starts_with("填报人：王工，核对码 "), "{lines:?}");
        assert_eq!(lines.len(), 7);
    }

    /// Whatever is typed, the code below the lines is found in a chat, and says the same.
    #[test]
    fn the_code_is_found_below_what_people_read() {
        let plan = plan();
        for language in Language::ALL {
            let (sheet, batch) = receipt(language);
            let fragment =
                message::stamped(Kind::Receipt, &plan, &Stamp::default(), std::slice::from_ref(&batch));
            let text = text_form::text_form(
                "回执",
                &letter(&sheet, &batch, language),
                &fragment.expect("it is short"),
            );
            for chat in [text.clone(), text.replace('\n', "\n> "), format!("王工 09:41\n{text}\n收到")] {
                let found = extract::find(&chat, plan_digest(&plan.id)).expect("a short text").found;
                let [one] = found.try_into().unwrap_or_else(|all: Vec<_>| panic!("{} in {chat}", all.len()));
                let carried = one.content.and_then(|content| message::read(content, &plan));
                let Ok(Message::Receipt(batches, _)) = carried else { panic!("{carried:?}") };
                assert_eq!(batches, std::slice::from_ref(&batch));
                assert!(chat.contains(&Code::of_batch(&batches[0]).to_string()));
            }
        }
    }
}
