//! A form that was begun on this device and not sent: the overview and the dispatch say so.

use crate::plan::Month;

/// The form that was typed into last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub organisation: String,
    pub month: Month,
    /// How many items are filled in; drafts of earlier releases do not say.
    pub filled: Option<u64>,
}

/// Of the drafts that are kept, by the name of their form, the latest in which something is filled in.
pub fn begun(drafts: &[(String, String)], is_known: impl Fn(&str) -> bool) -> Option<Begun> {
    let forms = drafts.iter().filter_map(|(name, text)| {
        let (organisation, month) = name.split_once('/')?;
        let form = Begun {
            organisation: Some(organisation).filter(|id| is_known(id))?.to_owned(),
            month: Month::parse(month)?,
            filled: number(text, "\"filled\":"),
        };
        (form.filled != Some(0)).then(|| (number(text, "\"at\":"), form))
    });
    forms.max_by_key(|(at, form)| (*at, form.month)).map(|(_, form)| form)
}

/// The number behind the last such word. In what people type, quotation marks have a stroke before them.
fn number(text: &str, word: &str) -> Option<u64> {
    let (_, rest) = text.rsplit_once(word)?;
    rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Moment;
    use crate::page::month::form::Draft;

    fn draft(name: &str, figures: &[&str], at: u64) -> (String, String) {
        let mut draft = Draft { person: "\"filled\":9".into(), ..Draft::default() };
        for id in figures {
            draft.figure_mut(id).text = "1".into();
        }
        (name.to_owned(), draft.write_at(Moment(at)))
    }

    /// walk d10: the latest draft is announced, with how much is filled in.
    #[test]
    fn the_latest_form_that_was_begun_is_told() {
        let known = |id: &str| id != "nobody";
        let told = |drafts: &[(String, String)]| {
            begun(drafts, known).map(|one| (one.organisation, one.month.to_string(), one.filled))
        };
        let all = [
            draft("haicheng/2024-09", &["a"], 5),
            draft("science-bureau/2024-08", &["a", "b"], 7),
            draft("science-bureau/2024-07", &[], 9),
            draft("nobody/2024-08", &["a"], 9),
            draft("science-bureau/2024-08/unread", &["a"], 9),
            draft("another note", &["a"], 9),
        ];
        assert_eq!(told(&all), Some(("science-bureau".into(), "2024-08".into(), Some(2))));
        assert_eq!(told(&all[2..]), None);
        // As an earlier release kept it.
        let (name, _) = &all[0];
        assert_eq!(told(&[(name.clone(), "{}".into())]), Some(("haicheng".into(), "2024-09".into(), None)));
        assert_eq!(number("\"at\":99999999999999999999", "\"at\":"), None);
    }
}
