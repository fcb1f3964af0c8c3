//! Names that are nearly the same: what two people type of one enterprise. It says which are alike and why, and joins
//! nothing: that is for a person to decide.
//!
//! Every name is looked up by what is left of it once widths, brackets, spaces and its legal form are gone, and once more
//! with each one letter left out. So a name is found among thousands without being held against each of them.

use std::collections::{BTreeMap, BTreeSet};

/// Why two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same letters, but for brackets, spaces, signs, capitals and the width of letters.
    Signs,
    /// The same but for the legal form: 有限公司, 有限责任公司, Ltd, or none.
    Form,
    /// One letter is another one, is missing, or stands in its neighbour's place.
    Letter,
}

/// What a name is among the names that are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Met {
    /// Nothing like it is known.
    New,
    /// It is known, letter by letter: the place of the first that bears it.
    Known(usize),
    /// These are like it, by place; the likest first, at most [`MOST_OFFERED`].
    Near(Vec<(usize, Likeness)>),
}

/// The most names that are offered as nearly the same.
pub const MOST_OFFERED: usize = 5;

/// Names that others are held against, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    whole: BTreeMap<String, usize>,
    signs: BTreeMap<String, Vec<usize>>,
    cores: BTreeMap<String, Vec<usize>>,
    /// By a number that stands for a core, or for one with a letter left out.
    near: BTreeMap<u64, Vec<usize>>,
    core_of: BTreeMap<usize, Vec<char>>,
}

impl Names {
    /// Adds a name with its place; one without a letter is passed over, as that of somebody whose words were redacted.
    pub fn add(&mut self, place: usize, name: &str) {
        let signs = bare(name);
        if signs.is_empty() {
            return;
        }
        self.whole.entry(trimmed(name).to_owned()).or_insert(place);
        let core: Vec<char> = core(&signs).chars().collect();
        for number in numbers(&core) {
            self.near.entry(number).or_default().push(place);
        }
        self.cores.entry(core.iter().collect()).or_default().push(place);
        self.signs.entry(signs).or_default().push(place);
        self.core_of.insert(place, core);
    }

    /// What a name is among those that were added.
    pub fn meet(&self, name: &str) -> Met {
        if let Some(place) = self.whole.get(trimmed(name)) {
            return Met::Known(*place);
        }
        let signs = bare(name);
        let core: Vec<char> = core(&signs).chars().collect();
        let mut found: BTreeMap<usize, Likeness> = BTreeMap::new();
        let mut note = |places: Option<&Vec<usize>>, likeness| {
            for place in places.into_iter().flatten() {
                found.entry(*place).or_insert(likeness);
            }
        };
        note(self.signs.get(&signs), Likeness::Signs);
        note(self.cores.get(&core.iter().collect::<String>()), Likeness::Form);
        let near: BTreeSet<usize> =
            numbers(&core).filter_map(|number| self.near.get(&number)).flatten().copied().collect();
        let is_near = |place: &usize| self.core_of.get(place).is_some_and(|other| is_one_apart(&core, other));
        let near: Vec<usize> = near.into_iter().filter(is_near).collect();
        note(Some(&near), Likeness::Letter);
        let mut found: Vec<(usize, Likeness)> = found.into_iter().collect();
        found.sort_by_key(|(place, likeness)| (*likeness, *place));
        found.truncate(MOST_OFFERED);
        if found.is_empty() { Met::New } else { Met::Near(found) }
    }
}

/// A name without spaces around it.
fn trimmed(name: &str) -> &str {
    name.trim()
}

/// The letters and digits of a name, narrow and small: what is left where nobody looks at signs. Pages search by it too.
pub fn bare(name: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    name.chars().map(narrow).filter(|one| one.is_alphanumeric()).map(|one| one.to_ascii_lowercase()).collect()
}

/// Legal forms as [`bare`] leaves them, longer ones before those that they end with.
const FORMS: [&str; 17] = [
    "股份有限责任公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "股份公司",
    "总公司",
    "公司",
    "有限合伙",
    "incorporated",
    "coltd",
    "limited",
    "gmbh",
    "ltd",
    "inc",
    "llc",
    "plc",
    "sa",
];

/// Without the legal form, as long as something that can be told apart is left.
fn core(bare: &str) -> &str {
    let forms = FORMS.iter().filter_map(|form| bare.strip_suffix(form));
    forms.filter(|rest| rest.chars().count() >= 2).min_by_key(|rest| rest.len()).unwrap_or(bare)
}

/// Fewest letters of a core in which one of them can be a slip: in a shorter one it makes another name.
const FEWEST: usize = 5;

/// Numbers that stand for a core and for all that is left of it without one of its letters.
fn numbers(core: &[char]) -> impl Iterator<Item = u64> {
    let is_long = core.len() >= FEWEST;
    let left_out = (0..core.len()).filter(move |_| is_long).map(Some);
    let number = |without: Option<usize>| {
        let letters = core.iter().enumerate().filter(move |(at, _)| Some(*at) != without);
        // FNV-1a over the letters: who meets by chance is told apart by the letters themselves.
        letters.fold(0xcbf2_9ce4_8422_2325_u64, |hash, (_, letter)| {
            (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x0000_0100_0000_01b3)
        })
    };
    std::iter::once(None).filter(move |_| is_long).chain(left_out).map(number).collect::<Vec<_>>().into_iter()
}

/// Whether one letter is another one, is missing or has changed places. A digit or numeral that differs makes another
/// name: 一厂 is not 二厂.
fn is_one_apart(one: &[char], other: &[char]) -> bool {
    if one.len().min(other.len()) < FEWEST - 1 || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let left = |rest: &'_ [char]| rest.get(..rest.len().saturating_sub(tail)).unwrap_or_default().to_vec();
    let (one, other) = (left(one), left(other));
    let is_number =
        |letter: &char| letter.is_ascii_digit() || "一二三四五六七八九十甲乙丙丁".contains(*letter);
    if one.iter().chain(&other).any(is_number) {
        return false;
    }
    match (one.as_slice(), other.as_slice()) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, b], [c, d]) => (a, b) == (d, c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Likeness::{Form, Letter, Signs};

    fn met(known: &[&str], name: &str) -> Met {
        let mut names = Names::default();
        known.iter().enumerate().for_each(|(place, name)| names.add(place, name));
        names.meet(name)
    }

    #[test]
    fn names_that_two_people_type_of_one_enterprise_are_near_and_others_are_new() {
        for (known, name, likeness) in [
            ("鞍山力邦（集团）有限公司", "鞍山力邦(集团)有限公司", Some(Signs)),
            ("鞍山国扬通信科技有限公司", "鞍山国扬通信科技　有限公司", Some(Signs)),
            ("海城三鱼泵业有限公司", "海城“三鱼”泵业有限公司", Some(Signs)),
            ("ＡＢＣ轴承厂", "abc轴承厂", Some(Signs)),
            ("海城三鱼泵业有限公司", "海城三鱼泵业", Some(Form)),
            ("海城三鱼泵业有限公司", "海城三鱼泵业有限责任公司", Some(Form)),
            ("海城三鱼泵业股份有限公司", "海城三鱼泵业有限公司", Some(Form)),
            ("Northern Ferries Ltd", "NORTHERN FERRIES LIMITED", Some(Form)),
            ("Harbour Tools Co., Ltd.", "Harbour Tools", Some(Form)),
            ("鞍山国扬通信科技有限公司", "鞍山国杨通信科技有限公司", Some(Letter)),
            ("鞍山国扬通信科技有限公司", "鞍山国扬通讯科技", Some(Letter)),
            ("鞍山钢峰风机有限公司", "鞍山钢峰机有限公司", Some(Letter)),
            ("鞍山钢峰风机有限公司", "鞍山钢风峰机有限公司", Some(Letter)),
            // Others, though they look alike.
            ("鞍山第一轴承厂", "鞍山第二轴承厂", None),
            ("海城镁材3号基地", "海城镁材4号基地", None),
            ("华电科技有限公司", "华信科技有限公司", None),
            ("鞍山公司", "海城公司", None),
            ("海城三鱼泵业有限公司", "海城三鱼泵业有限公司铁西分公司", None),
            ("鞍山国扬通信科技有限公司", "鞍山国阳通讯科技有限公司", None),
            ("有限公司", "公司", None),
        ] {
            let found = met(&[known], name);
            let wanted = likeness.map_or(Met::New, |likeness| Met::Near(vec![(0, likeness)]));
            assert_eq!(found, wanted, "{known} / {name}");
            assert_eq!(met(&[name], known), wanted, "{name} / {known}: both ways");
        }
    }

    #[test]
    fn only_the_same_letters_are_the_same_name() {
        assert_eq!(met(&["甲厂", " 海城三鱼泵业有限公司 "], "海城三鱼泵业有限公司"), Met::Known(1));
        assert_eq!(met(&["", "（）"], "（）"), Met::New, "who was redacted bears no name");
    }

    #[test]
    fn the_likest_come_first_and_no_more_than_can_be_looked_at() {
        let known = ["国扬通信科技", "国扬通信科技公司", "国扬通信科技（集团）有限公司", "国扬通讯科技"];
        let found = met(&known, "国扬通信 科技");
        assert_eq!(found, Met::Near(vec![(0, Signs), (1, Form), (3, Letter)]));
        let many: Vec<String> = (0..9).map(|at| format!("国扬{}通信科技", "（".repeat(at + 1))).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let Met::Near(found) = met(&many, "国扬通信科技") else { panic!("none is near") };
        assert_eq!(found.len(), MOST_OFFERED);
    }

    /// M40 5: a column of 600 against 3,000, and no search that grows with the product of both.
    #[test]
    fn six_hundred_names_are_held_against_three_thousand_at_once() {
        let name = |at: usize| {
            let letters: Vec<char> = "钢铁镁泵风机轴承电气化工材料激光".chars().collect();
            let pick = |step: usize| letters[(at / step) % letters.len()];
            format!("鞍山{}{}{}{}科技有限公司", pick(1), pick(16), pick(256), pick(4096))
        };
        let mut names = Names::default();
        (0..3000).for_each(|at| names.add(at, &name(at)));
        let begun = std::time::Instant::now();
        let known = (0..600).filter(|at| matches!(names.meet(&name(*at * 5)), Met::Known(_))).count();
        assert_eq!(known, 600);
        let asked = begun.elapsed();
        // 1.8 million comparisons would take many times as long, also in a build without optimisation.
        assert!(asked.as_millis() < 500, "{asked:?}");
    }
}
