//! Which fields the reason of a return speaks of.

use super::sheet::Sheet;
use super::spot::Spot;

/// Fewest letters of a name that tell which item is meant where the reason does not have the whole name.
const STRETCH: usize = 4;

/// The fields whose items a reason names: by the whole name or an alias, else by a stretch of the name that no other
/// item has. None where it names none.
pub fn named(sheet: &Sheet, reason: &str) -> Vec<Spot> {
    let reason = bare(reason);
    let figures = sheet.figures.iter().map(|asked| {
        let names = asked.names.iter().map(|name| bare(name)).collect::<Vec<_>>();
        (Spot::Figure(asked.id.clone()), names)
    });
    let steps = sheet.staged().chain(&sheet.let_go);
    let steps = steps.map(|staged| (Spot::Stage(staged.id.clone()), vec![bare(&staged.name.words)]));
    let all: Vec<(Spot, Vec<String>)> = figures.chain(steps).collect();
    let whole =
        |names: &[String]| names.iter().any(|name| !name.is_empty() && reason.contains(name.as_str()));
    let found: Vec<Spot> =
        all.iter().filter(|(_, names)| whole(names)).map(|(spot, _)| spot.clone()).collect();
    if !found.is_empty() {
        return found;
    }
    let has = |names: &[String], part: &str| names.iter().any(|name| name.contains(part));
    let is_meant = |at: usize, names: &[String]| {
        names.iter().flat_map(|name| stretches(name)).any(|part| {
            reason.contains(&part)
                && all.iter().enumerate().all(|(other, (_, names))| other == at || !has(names, &part))
        })
    };
    all.iter()
        .enumerate()
        .filter(|(at, (_, names))| is_meant(*at, names))
        .map(|(_, (spot, _))| spot.clone())
        .collect()
}

/// Every run of [`STRETCH`] letters of a name.
fn stretches(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    letters.windows(STRETCH).map(|run| run.iter().collect()).collect()
}

/// Without what people leave out or add: space and quotation marks.
fn bare(text: &str) -> String {
    let is_mark =
        |letter: char| letter.is_whitespace() || matches!(letter, '“' | '”' | '"' | '「' | '」' | '、');
    text.chars().filter(|letter| !is_mark(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::month::form::samples::{lead, ledger};
    use crate::text::Language;

    /// walk a1: the places that the reason speaks of are marked, and no others.
    #[test]
    fn a_reason_marks_what_it_names() {
        let sheet = lead(&ledger(), "2024-08", Language::Zh);
        let of = |reason: &str| named(&sheet, reason);
        let figure = |id: &str| Spot::Figure(id.into());
        for asked in &sheet.figures {
            let said = of(&format!("{}与附件不符，请核实", asked.name.words));
            assert!(said.contains(&Spot::Figure(asked.id.clone())), "{}", asked.name.words);
        }
        assert_eq!(
            of("技术合同成交额和科技成果转化率缺依据"),
            [figure("contract-value"), figure("conversion-rate")]
        );
        // Part of a name is enough where no other item has it.
        assert_eq!(of("合同成交的数不对"), [figure("contract-value")]);
        assert_eq!(of("请补附件"), []);
        assert_eq!(of(""), []);
    }
}
