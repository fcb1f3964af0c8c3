//! By which editions of the plan the records of this device were made. Noted with the first record under an edition, and
//! when the user has read that another one judges now; a release before this noted nothing, and that is unknown for ever.

use super::edition::Edition;
use super::fingerprint::Code;
use crate::ledger::Moment;

/// Most editions that are kept in mind; the oldest go first.
const MOST_EDITIONS: usize = 20;

/// The editions, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Editions {
    made: Vec<Made>,
    /// The user has read that this edition judges what others made.
    read: Option<Code>,
}

/// Since when records were made by an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// None for records from before anything was noted.
    pub by: Option<Edition>,
    /// When the first record was made by it; 0 for records from before anything was noted.
    pub since: Moment,
}

impl Editions {
    /// Each edition, oldest first.
    pub fn made(&self) -> &[Made] {
        &self.made
    }

    /// The edition by which a record of this moment was made; none where that was not noted.
    pub fn made_at(&self, written: Moment) -> Option<&Edition> {
        self.made.iter().rev().find(|made| made.since <= written)?.by.as_ref()
    }

    /// The latest other edition by which records were made, while the user has not read that this one judges them.
    pub fn changed(&self, now: &Edition) -> Option<&Edition> {
        let other = self.made.iter().rev().filter_map(|made| made.by.as_ref()).find(|by| by.code != now.code);
        other.filter(|_| self.read != Some(now.code))
    }

    /// Whether records were made by another edition than this one, or by one that is not known.
    pub fn differ(&self, now: &Edition) -> bool {
        self.made.iter().any(|made| made.by.as_ref().is_none_or(|by| by.code != now.code))
    }

    /// Notes that the user has read that this edition judges what others made.
    pub fn read_of(&mut self, now: &Edition) {
        self.read = Some(now.code);
    }

    /// Notes that a record is made by an edition; tells whether that was news. `had_records` is whether there were any
    /// before.
    pub fn note(&mut self, now: &Edition, at: Moment, had_records: bool) -> bool {
        if self.made.last().is_some_and(|made| made.by.as_ref().is_some_and(|by| by.code == now.code)) {
            return false;
        }
        if self.made.is_empty() && had_records {
            self.made.push(Made { by: None, since: Moment(0) });
        }
        self.made.push(Made { by: Some(now.clone()), since: at });
        self.make_room();
        true
    }

    /// The editions other than this one, each once, oldest first.
    pub fn others(&self, now: &Edition) -> Vec<&Edition> {
        let mut others: Vec<&Edition> = vec![];
        for by in self.made.iter().filter_map(|made| made.by.as_ref()).filter(|by| by.code != now.code) {
            if others.iter().all(|other| other.code != by.code) {
                others.push(by);
            }
        }
        others
    }

    /// Notes by which editions records were made that come in from elsewhere; a file of an older release does not say.
    /// Tells whether that was news.
    pub fn join(&mut self, others: &Self) -> bool {
        let unknown = [Made { by: None, since: Moment(0) }];
        let others = if others.made.is_empty() { &unknown[..] } else { &others.made };
        let code = |made: &Made| made.by.as_ref().map(|by| by.code);
        let known: Vec<_> = self.made.iter().map(code).collect();
        let news = others.iter().filter(|made| !known.contains(&code(made))).cloned();
        self.made.extend(news);
        self.made.sort_unstable_by_key(|made| made.since);
        let is_news = self.made.len() > known.len();
        self.make_room();
        is_news
    }

    /// The oldest go.
    fn make_room(&mut self) {
        let surplus = self.made.len().saturating_sub(MOST_EDITIONS);
        self.made.drain(..surplus);
    }

    /// A line for each: `+CODE SECONDS NAME`, `?` for those that are not known, `=CODE` for the one that was read of.
    pub fn written(&self) -> String {
        let mut text = String::new();
        for Made { by, since } in &self.made {
            match by {
                None => text.push('?'),
                Some(Edition { code, version }) => {
                    for piece in ["+", &code.to_string(), " ", &since.0.to_string(), " ", version] {
                        text.push_str(piece);
                    }
                }
            }
            text.push('\n');
        }
        if let Some(code) = self.read {
            text.push('=');
            text.push_str(&code.to_string());
            text.push('\n');
        }
        text
    }

    /// Reads what [`Editions::written`] wrote; lines of another form are passed over.
    pub fn read(text: &str) -> Self {
        let mut all = Self::default();
        for line in text.lines().take(MOST_EDITIONS + 1) {
            if line == "?" {
                all.made.push(Made { by: None, since: Moment(0) });
            } else if let Some(code) = line.strip_prefix('=') {
                all.read = Code::parse(code);
            } else if let Some(made) = line.strip_prefix('+').and_then(made) {
                all.made.push(made);
            }
        }
        all
    }
}

fn made(line: &str) -> Option<Made> {
    let mut words = line.splitn(3, ' ');
    let (code, since) = (Code::parse(words.next()?)?, words.next()?.parse().ok()?);
    let version = words.next()?.to_owned();
    Some(Made { by: Some(Edition { code, version }), since: Moment(since) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(version: &str) -> Edition {
        Edition { code: Code::of(version.as_bytes()), version: version.into() }
    }

    /// field 6: the ledger knows by which editions it was made, and says once that another one judges.
    #[test]
    fn another_edition_is_news_until_it_was_read_of_and_stays_in_the_list() {
        let (one, two) = (edition("1"), edition("2 修订"));
        let mut editions = Editions::default();
        assert_eq!(editions.changed(&one), None);
        assert!(editions.note(&one, Moment(10), false));
        assert!(!editions.note(&one, Moment(11), true), "no news");
        assert_eq!((editions.changed(&one), editions.changed(&two)), (None, Some(&one)));
        assert!(editions.note(&two, Moment(20), true));
        assert_eq!(editions.changed(&two), Some(&one), "a new record is no reading");
        editions.read_of(&two);
        assert_eq!(editions.changed(&two), None);
        assert!(editions.differ(&two));
        assert_eq!(editions.changed(&one), Some(&two), "and back again");
        assert_eq!(Editions::read(&editions.written()), editions);
        assert_eq!(
            [9, 10, 19, 20].map(|at| editions.made_at(Moment(at))),
            [None, Some(&one), Some(&one), Some(&two)]
        );
    }

    /// field 6b: what a backup file brings was made by its own editions, not by the one that is on the screen.
    #[test]
    fn editions_of_a_file_join_those_that_are_here() {
        let (one, two) = (edition("1"), edition("2"));
        let (mut here, mut file) = (Editions::default(), Editions::default());
        file.note(&one, Moment(10), false);
        file.note(&two, Moment(30), true);
        here.note(&two, Moment(20), false);
        assert_eq!((file.others(&two), file.others(&one)), (vec![&one], vec![&two]));
        assert!(here.join(&file) && !here.join(&file));
        assert_eq!(here.made().iter().map(|made| made.since.0).collect::<Vec<_>>(), [10, 20]);
        assert_eq!(here.changed(&two), Some(&one), "and it is told");
        let mut empty = Editions::default();
        assert!(empty.join(&Editions::default()), "an older release does not say");
        assert_eq!(empty.made(), [Made { by: None, since: Moment(0) }]);
        let mut many = Editions::default();
        for at in 0..=MOST_EDITIONS as u64 {
            let mut other = Editions::default();
            other.note(&edition(&at.to_string()), Moment(at), false);
            many.join(&other);
        }
        assert_eq!((many.made().len(), many.made()[0].since), (MOST_EDITIONS, Moment(1)));
    }

    #[test]
    fn records_from_before_are_unknown_and_told_of_nothing() {
        let mut editions = Editions::default();
        editions.note(&edition("1"), Moment(5), true);
        assert_eq!(editions.made()[0], Made { by: None, since: Moment(0) });
        assert_eq!(editions.changed(&edition("1")), None);
        assert!(editions.differ(&edition("1")));
        assert_eq!(Editions::read(&editions.written()), editions);
    }

    #[test]
    fn what_is_no_line_of_ours_is_passed_over_and_the_oldest_make_room() {
        assert_eq!(Editions::read("x\n+\n+AAAA\n+AAAA-AAAA x y\n=no\n"), Editions::default());
        let mut editions = Editions::default();
        for at in 0..=MOST_EDITIONS as u64 {
            editions.note(&edition(&at.to_string()), Moment(at), false);
        }
        assert_eq!(editions.made().len(), MOST_EDITIONS);
        assert_eq!(editions.made()[0].since, Moment(1));
        let long = "+AAAA-AAAA 1 a\n".repeat(MOST_EDITIONS + 2);
        assert_eq!(Editions::read(&long).made().len(), MOST_EDITIONS + 1);
    }
}
