//! How a Chinese character may be read, without tones. Three tables, made of the crate `pinyin`, which a test compares:
//!
//! - [`SOUNDS`] the characters of GB 2312 at the reading that they mostly have
//! - `others.txt` their other readings, in the same form
//! - `rare.txt` the readings of all other characters from U+4E00 to U+9FFF, a line each
//!
//! They weigh a third of what the crate weighs in the wasm, where each reading is there with its tones too.

use crate::text::order::SOUNDS;
use std::sync::OnceLock;

const OTHERS: &str = include_str!("others.txt");
const RARE: &str = include_str!("rare.txt");

/// Every character with one of its readings, by characters; of one character the usual reading first.
static READINGS: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();

/// The readings of a character; none of what is not Chinese, and of what is read as people do not type it.
pub fn of(one: char) -> Vec<&'static str> {
    if one < '\u{4e00}' {
        return vec![];
    }
    let all = READINGS.get_or_init(read);
    let from = all.partition_point(|(other, _)| *other < one);
    all.iter().skip(from).take_while(|(other, _)| *other == one).map(|(_, reading)| *reading).collect()
}

fn read() -> Vec<(char, &'static str)> {
    let mut all: Vec<(char, &'static str)> = lines(SOUNDS).chain(lines(OTHERS)).collect();
    let mut common: Vec<char> = lines(SOUNDS).map(|(one, _)| one).collect();
    common.sort_unstable();
    let rare = ('\u{4e00}'..='\u{9fff}').filter(|one| common.binary_search(one).is_err());
    for (one, line) in rare.zip(RARE.lines()) {
        all.extend(line.split(',').filter(|reading| !reading.is_empty()).map(|reading| (one, reading)));
    }
    // Stable, for the usual reading stands before the others.
    all.sort_by_key(|(one, _)| *one);
    all
}

/// Of a table with a line for each syllable: its characters, each with the syllable.
fn lines(table: &'static str) -> impl Iterator<Item = (char, &'static str)> {
    table.lines().flat_map(|line| {
        let syllable = line.trim_end_matches(|one: char| !one.is_ascii());
        line.chars().filter(|one| !one.is_ascii()).map(move |one| (one, syllable))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pinyin::ToPinyinMulti;
    use std::collections::{BTreeMap, BTreeSet};

    /// As the crate has them; of ü people type v.
    fn by_the_crate(one: char) -> Vec<String> {
        let mut plain = Vec::new();
        for reading in one.to_pinyin_multi().into_iter().flatten() {
            let reading = reading.plain().replace('ü', "v");
            if reading.is_ascii() && !plain.contains(&reading) {
                plain.push(reading);
            }
        }
        plain
    }

    /// What the files must hold; whoever needs them anew writes this into them.
    fn made() -> (String, String) {
        let usual: BTreeMap<char, &str> = lines(SOUNDS).collect();
        let mut others: BTreeMap<String, String> = BTreeMap::new();
        let mut rare = String::new();
        for one in '\u{4e00}'..='\u{9fff}' {
            let readings = by_the_crate(one);
            let Some(usual) = usual.get(&one) else {
                rare.extend([&readings.join(","), "\n"]);
                continue;
            };
            for reading in readings.into_iter().filter(|reading| reading != usual) {
                others.entry(reading).or_default().push(one);
            }
        }
        let others = others.into_iter().map(|(syllable, all)| [syllable, all, "\n".into()].concat());
        (others.collect(), rare)
    }

    #[test]
    fn the_tables_are_those_of_the_crate() {
        let (others, rare) = made();
        assert!(others == OTHERS, "write others.txt again");
        assert!(rare == RARE, "write rare.txt again");
    }

    #[test]
    fn a_character_has_every_reading_that_the_crate_knows() {
        for one in ('\u{4e00}'..='\u{9fff}').step_by(7).chain("重庆绿嗯堃".chars()) {
            let ours: BTreeSet<String> = of(one).into_iter().map(str::to_owned).collect();
            assert!(by_the_crate(one).iter().all(|reading| ours.contains(reading)), "{one}: {ours:?}");
        }
        assert_eq!(of('绿').first(), Some(&"lv"));
        assert!(of('a').is_empty() && of('🙂').is_empty());
    }
}
