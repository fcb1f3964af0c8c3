//! Of the versions of a plan by which something was made and is judged.

use crate::link::edition::{Edition, Judged};
use crate::link::editions::Editions;
use crate::text::Language;

/// By which version of the plan something was made, and by which one it is judged here.
pub fn edition(language: Language, made_by: Option<&Edition>, now: &Edition) -> String {
    let (name, judged) = (now.name(language), now.judges(made_by));
    let by = made_by.map(|made_by| made_by.name(language)).unwrap_or_default();
    match (judged, language) {
        (Judged::Alike, Language::Zh) => format!("制作和评判都按方案版本 {name}。"),
        (Judged::Alike, Language::En) => format!("Made and judged by version {name} of the plan."),
        (Judged::Otherwise, _) => judged_otherwise(language, &by, &name),
        (Judged::Unknown, Language::Zh) => {
            format!("由旧版页面制作，未注明方案版本；这里按版本 {name}评判。")
        }
        (Judged::Unknown, Language::En) => format!(
            "Made by an older release, which does not state the version of the plan; judged here by version {name}."
        ),
    }
}

/// By which versions a backup file was made, where it says so; where others than the one here, what to do.
pub fn editions_of_file(language: Language, made_by: &Editions, now: &Edition) -> Option<String> {
    made_by.made().iter().find(|made| made.by.is_some())?;
    let others: Vec<String> = made_by.others(now).iter().map(|by| by.name(language)).collect();
    if others.is_empty() {
        return Some(edition(language, Some(now), now));
    }
    let told = judged_otherwise(language, &others.join(language.pick("、", ", ")), &now.name(language));
    let what_to_do = language.pick(
        "记录可以照常并入，一条不少；要看当时的灯，请在当时版本的方案里打开这个文件。",
        " Its records can still be merged, all of them. To see the lights of that time, open the file where that version of the plan is in use.",
    );
    Some(told + what_to_do)
}

fn judged_otherwise(language: Language, by: &str, name: &str) -> String {
    match language {
        Language::Zh => {
            format!("注意：制作时按方案版本 {by}，这里按版本 {name}评判，完成率和灯可能与制作人所见不同。")
        }
        Language::En => format!(
            "Note: made under version {by} of the plan and judged here by version {name}. Attainment and lights may differ from what its maker saw."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// field 6b: a backup file tells by which versions it was made and what to do; one of an older release says nothing.
    #[test]
    fn a_file_of_another_version_names_them_and_says_what_to_do() {
        use crate::ledger::Moment;
        use crate::link::fingerprint::Code;
        let edition = |code: &[u8]| Edition { code: Code::of(code), version: "1".into() };
        let (one, two, now) = (edition(b"1"), edition(b"2"), edition(b"now"));
        for language in [Language::Zh, Language::En] {
            let told = |all: &[&Edition]| {
                let mut editions = Editions::default();
                for (at, by) in (1..).zip(all) {
                    editions.note(by, Moment(at), false);
                }
                editions_of_file(language, &Editions::read(&editions.written()), &now)
            };
            let said = told(&[&one, &two, &now]).expect("told");
            assert!([&one, &two, &now].iter().all(|by| said.contains(&by.name(language))), "{said}");
            let alike = told(&[&now]).expect("told");
            assert!(alike.contains(&now.name(language)) && alike.len() < said.len());
            assert_eq!(told(&[]), None);
        }
    }
}
