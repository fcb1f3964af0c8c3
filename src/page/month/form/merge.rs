//! Two tabs of one form: each keeps what was typed into it last, field by field.

use super::answers::Answer;
use super::draft::{Draft, Figure, Problem, Step};
use std::collections::{BTreeMap, BTreeSet};

/// The draft after another tab has written: of every field what this tab has changed since `base`, else the other's.
/// `base` is what both began with: the draft that this tab wrote or read last.
pub fn merged(base: &Draft, mine: &Draft, theirs: &Draft) -> Draft {
    Draft {
        person: pick(&base.person, &mine.person, &theirs.person),
        figures: each(&base.figures, &mine.figures, &theirs.figures, figure),
        steps: each(&base.steps, &mine.steps, &theirs.steps, |base, mine, theirs| Step {
            stage: pick(&base.stage, &mine.stage, &theirs.stage),
            note: pick(&base.note, &mine.note, &theirs.note),
        }),
        problems: problems(&base.problems, &mine.problems, &theirs.problems),
        answers: each(&base.answers, &mine.answers, &theirs.answers, |base, mine, theirs| Answer {
            reply: pick(&base.reply, &mine.reply, &theirs.reply),
            text: pick(&base.text, &mine.text, &theirs.text),
            evidence: pick(&base.evidence, &mine.evidence, &theirs.evidence),
            until: pick(&base.until, &mine.until, &theirs.until),
            replaces: pick(&base.replaces, &mine.replaces, &theirs.replaces),
        }),
    }
}

/// A choice and the figure typed for it are one field: neither means anything beside the other's other half.
fn figure(base: &Figure, mine: &Figure, theirs: &Figure) -> Figure {
    let is_mine = (mine.choice, &mine.text) != (base.choice, &base.text);
    let from = if is_mine { mine } else { theirs };
    Figure {
        choice: from.choice,
        text: from.text.clone(),
        evidence: pick(&base.evidence, &mine.evidence, &theirs.evidence),
        note: pick(&base.note, &mine.note, &theirs.note),
    }
}

fn pick<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}

fn each<T: Clone + Default>(
    base: &BTreeMap<String, T>,
    mine: &BTreeMap<String, T>,
    theirs: &BTreeMap<String, T>,
    merge: impl Fn(&T, &T, &T) -> T,
) -> BTreeMap<String, T> {
    let none = T::default();
    let ids: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let of = |all: &BTreeMap<String, T>, id: &String| all.get(id).unwrap_or(&none).clone();
    ids.into_iter().map(|id| (id.clone(), merge(&of(base, id), &of(mine, id), &of(theirs, id)))).collect()
}

/// Problems have no name that two tabs share: where both changed the list, what either has typed stays.
fn problems(base: &[Problem], mine: &[Problem], theirs: &[Problem]) -> Vec<Problem> {
    let bare = |one: &Problem| Problem { number: 0, ..one.clone() };
    let same = |one: &[Problem], other: &[Problem]| one.iter().map(bare).eq(other.iter().map(bare));
    if same(mine, base) {
        return theirs.to_vec();
    }
    let mut all = mine.to_vec();
    if !same(theirs, base) {
        for one in theirs {
            let is_known = |list: &[Problem]| list.iter().any(|other| bare(other) == bare(one));
            if !is_known(base) && !is_known(mine) {
                let number = all.iter().map(|one| one.number + 1).max().unwrap_or(0);
                all.push(Problem { number, ..one.clone() });
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::month::form::Choice;

    /// One tab of a form over the draft that both keep.
    struct Tab {
        base: Draft,
        draft: Draft,
    }

    impl Tab {
        fn open(kept: &Draft) -> Self {
            Self { base: kept.clone(), draft: kept.clone() }
        }

        fn types(&mut self, kept: &mut Draft, change: impl FnOnce(&mut Draft)) {
            change(&mut self.draft);
            self.draft = merged(&self.base, &self.draft, kept);
            *kept = self.draft.clone();
            self.base = self.draft.clone();
        }
    }

    fn figure_of<'a>(draft: &'a Draft, id: &str) -> &'a str {
        draft.figures.get(id).map_or("", |figure| &figure.text)
    }

    /// field 7: tab A types one field, B two others, A a fourth; B is closed and A read again: all four are there.
    #[test]
    fn two_tabs_of_one_form_keep_what_each_has_typed() {
        let mut kept = Draft::default();
        let mut a = Tab::open(&kept);
        a.types(&mut kept, |draft| draft.figure_mut("revenue").text = "1.9".into());
        let mut b = Tab::open(&kept);
        a.types(&mut kept, |draft| draft.figure_mut("net-firms").text = "20".into());
        b.types(&mut kept, |draft| draft.figure_mut("energy").text = "0.54".into());
        a.types(&mut kept, |draft| draft.figure_mut("accidents").text = "0".into());
        let again = Tab::open(&kept).draft;
        let typed = ["revenue", "net-firms", "energy", "accidents"].map(|id| figure_of(&again, id));
        assert_eq!(typed, ["1.9", "20", "0.54", "0"]);
    }

    /// field 7: of one field what was typed last stays, whichever tab it was; evidence and stage go field by field too.
    #[test]
    fn of_one_field_the_last_typed_stays() {
        let mut kept = Draft::default();
        let (mut a, mut b) = (Tab::open(&kept), Tab::open(&kept));
        a.types(&mut kept, |draft| draft.figure_mut("revenue").text = "1".into());
        b.types(&mut kept, |draft| draft.figure_mut("revenue").text = "2".into());
        assert_eq!(figure_of(&kept, "revenue"), "2");
        a.types(&mut kept, |draft| draft.figure_mut("revenue").note = "暂估".into());
        assert_eq!((figure_of(&kept, "revenue"), kept.figures["revenue"].note.as_str()), ("2", "暂估"));
        b.types(&mut kept, |draft| draft.figure_mut("revenue").choice = Choice::NoChange);
        assert_eq!(
            (kept.figures["revenue"].choice, kept.figures["revenue"].note.as_str()),
            (Choice::NoChange, "暂估")
        );
        // What was emptied stays empty.
        a.types(&mut kept, |draft| draft.figure_mut("revenue").note.clear());
        assert_eq!(kept.figures["revenue"].note, "");
    }

    #[test]
    fn problems_of_both_tabs_stay() {
        let mut kept = Draft::default();
        let (mut a, mut b) = (Tab::open(&kept), Tab::open(&kept));
        let add = |text: &'static str| {
            move |draft: &mut Draft| {
                let number = draft.add_problem();
                draft.problem_mut(number).expect("just added").text = text.into();
            }
        };
        a.types(&mut kept, add("缺地"));
        b.types(&mut kept, add("缺钱"));
        let texts: Vec<&str> = kept.problems.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["缺钱", "缺地"]);
        let numbers: BTreeSet<u32> = kept.problems.iter().map(|one| one.number).collect();
        assert_eq!(numbers.len(), 2);
        // Taken out in one tab it does not come back from the other.
        let mut a = Tab::open(&kept);
        a.types(&mut kept, |draft| draft.remove_problem(draft.problems[0].number));
        assert_eq!(kept.problems.len(), 1);
    }
}
