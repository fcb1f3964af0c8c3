//! Things by the names that people write for them: organisations in a cell of leads, the task that a measure belongs to.

use super::sheets::{Among, SheetOf};
use crate::plan::rules::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// What stands between the names of a cell.
pub(super) const SEPARATORS: [char; 7] = ['\n', '、', '，', ',', '；', ';', '\t'];

/// The things that have an identifier.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The first wording of each; the sheet of what has the identifier.
    things: BTreeMap<String, (SheetOf, String)>,
    /// By sheet and words: whose name it is.
    named: BTreeMap<(SheetOf, String), BTreeSet<String>>,
    /// The same of other names, which only count where no name is so.
    aliased: BTreeMap<(SheetOf, String), BTreeSet<String>>,
}

/// What was found by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(String),
    None,
    /// So many have it.
    Many(usize),
}

impl Names {
    /// A thing with its names, that in the plan's own language first, and its other names.
    pub(super) fn add(&mut self, sheet: SheetOf, id: &str, names: &[String], aliases: &[String]) {
        let shown = names.first().cloned().unwrap_or_default();
        self.things.entry(id.to_owned()).or_insert((sheet, shown));
        for words in names {
            self.named.entry((sheet, folded(words))).or_default().insert(id.to_owned());
        }
        for words in aliases {
            self.aliased.entry((sheet, folded(words))).or_default().insert(id.to_owned());
        }
    }

    fn is_among(&self, among: Among, id: &str) -> bool {
        self.things.get(id).is_some_and(|(sheet, _)| among == Among::All || among == Among::Sheet(*sheet))
    }

    fn by(map: &BTreeMap<(SheetOf, String), BTreeSet<String>>, among: Among, words: &str) -> Vec<String> {
        let key = folded(words);
        let sheets: Vec<SheetOf> = match among {
            Among::Sheet(sheet) => vec![sheet],
            Among::All => super::sheets::FORMS.iter().map(|form| form.sheet).collect(),
        };
        let ids: BTreeSet<&String> =
            sheets.into_iter().filter_map(|sheet| map.get(&(sheet, key.clone()))).flatten().collect();
        ids.into_iter().cloned().collect()
    }

    /// The identifier of what is named: by itself, by its name, by another name of it.
    pub(super) fn find(&self, among: Among, words: &str) -> Found {
        if self.is_among(among, words) {
            return Found::One(words.to_owned());
        }
        for map in [&self.named, &self.aliased] {
            match Self::by(map, among, words).as_slice() {
                [] => {}
                [one] => return Found::One(one.clone()),
                many => return Found::Many(many.len()),
            }
        }
        Found::None
    }

    /// What is written for a thing: its name, or the identifier where the name alone would be read as another thing.
    pub(super) fn written(&self, among: Among, id: &str) -> String {
        let named = self.things.get(id).map(|(_, name)| name.as_str()).unwrap_or_default();
        let is_plain = !named.is_empty() && named.trim() == named && !named.contains(SEPARATORS);
        let is_known = is_plain && self.find(among, named) == Found::One(id.to_owned());
        (if is_known { named } else { id }).to_owned()
    }

    /// The name that was probably meant.
    pub(super) fn nearest(&self, among: Among, words: &str) -> Option<String> {
        let of = self.things.iter().filter(|(id, _)| self.is_among(among, id));
        nearest(words, of.map(|(_, (_, name))| name.as_str()))
    }
}

/// Spaces and the case of letters tell nothing apart.
fn folded(words: &str) -> String {
    words.split_whitespace().collect::<String>().to_lowercase()
}
