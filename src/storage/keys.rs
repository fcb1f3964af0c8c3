//! The only place that spells keys of the browser's storage.
//!
//! Every page of a host, and every `file://` page, shares one storage. So a key names the application, what is
//! kept, the plan and the folder of the page: `planboard:KIND:PLAN:FOLDER:REST`. The start of a ledger's keys,
//! `planboard:ledger:`, is also known to `public/boot.js`; all of this is kept for ever.

/// What a key keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Segments of one's own ledger.
    Ledger,
    /// Segments of the sample ledger, which never merges with one's own.
    Sample,
    /// What was typed and not yet recorded.
    Draft,
    /// Copies of the whole ledger from before a merge, an import or a restoration.
    Generation,
    /// Values that could not be read, as they were found.
    Damaged,
    /// Which batches the last backup file held.
    Backup,
    /// Who the user says he is.
    Desk,
    /// By which editions of the plan the records were made.
    Edition,
    /// What was done on this device and is no entry: reminders that went out, the last snapshot.
    Noted,
    /// Segments that a restoration or a clearing has put out of force and is about to remove.
    Removal,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Ledger,
        Self::Sample,
        Self::Draft,
        Self::Generation,
        Self::Damaged,
        Self::Backup,
        Self::Desk,
        Self::Edition,
        Self::Noted,
        Self::Removal,
    ];

    /// The word in the key: `planboard:WORD:…`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ledger => "ledger",
            Self::Sample => "sample",
            Self::Draft => "draft",
            Self::Generation => "generation",
            Self::Damaged => "damaged",
            Self::Backup => "backup",
            Self::Desk => "desk",
            Self::Edition => "edition",
            Self::Noted => "noted",
            Self::Removal => "removal",
        }
    }
}

/// One plan at one address: what two pages must share to share records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    plan: String,
    folder: String,
}

/// A segment of one writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SegmentName {
    /// The load of a page that alone writes this segment.
    pub writer: u64,
    /// Counts up from 0 within the writer.
    pub number: u32,
}

impl Place {
    /// The plan with this id, on a page in this folder (its path without the file's name).
    pub fn new(plan: &str, folder: &str) -> Self {
        Self { plan: plan.to_owned(), folder: folder.to_owned() }
    }

    /// The plan's id.
    pub fn plan(&self) -> &str {
        &self.plan
    }

    /// How every key of this kind begins here.
    pub fn prefix(&self, kind: Kind) -> String {
        ["planboard:", kind.word(), ":", &escaped(&self.plan), ":", &escaped(&self.folder), ":"].concat()
    }

    /// The key of something that has a name of its own, such as a draft.
    pub fn named(&self, kind: Kind, name: &str) -> String {
        [self.prefix(kind), escaped(name)].concat()
    }

    /// The key of a segment of the ledger or of the sample.
    pub fn segment(&self, kind: Kind, name: SegmentName) -> String {
        format!("{}{:016x}:{}", self.prefix(kind), name.writer, name.number)
    }

    /// Reads what [`Place::segment`] wrote.
    pub fn segment_of(&self, kind: Kind, key: &str) -> Option<SegmentName> {
        let (writer, number) = key.strip_prefix(&self.prefix(kind))?.split_once(':')?;
        let name =
            SegmentName { writer: u64::from_str_radix(writer, 16).ok()?, number: number.parse().ok()? };
        (self.segment(kind, name) == key).then_some(name)
    }

    /// The key of a copy of the whole ledger: sorted as text, the oldest is first.
    pub fn generation(&self, at: u64, writer: u64) -> String {
        format!("{}{at:016x}:{writer:016x}", self.prefix(Kind::Generation))
    }

    /// The place in the order of copies, as [`Place::generation`] wrote it.
    pub fn generation_at(&self, key: &str) -> Option<u64> {
        let (at, _) = key.strip_prefix(&self.prefix(Kind::Generation))?.split_once(':')?;
        u64::from_str_radix(at, 16).ok()
    }

    /// The key of the record by which one writer puts segments out of force.
    pub fn removal(&self, writer: u64) -> String {
        format!("{}{writer:016x}", self.prefix(Kind::Removal))
    }

    /// Which batches the last backup file held.
    pub fn backup(&self) -> String {
        [&self.prefix(Kind::Backup), "last"].concat()
    }

    /// Who the user says he is.
    pub fn desk(&self) -> String {
        [&self.prefix(Kind::Desk), "self"].concat()
    }

    /// By which editions of the plan the records were made.
    pub fn editions(&self) -> String {
        [&self.prefix(Kind::Edition), "made"].concat()
    }

    /// The link of the snapshot that a tab looks at; in `sessionStorage`, which ends with the tab.
    pub fn looked_at(&self) -> String {
        ["planboard:looked-at:", &escaped(&self.plan), ":", &escaped(&self.folder)].concat()
    }

    /// Where a value that cannot be read goes: named like the key that it was found under, with a number
    /// if another one is there already.
    pub fn damaged(&self, original: &str, copy: u32) -> String {
        let named = self.named(Kind::Damaged, original);
        if copy == 0 { named } else { format!("{named}:{copy}") }
    }

    /// What a key keeps, if it is one of this plan and folder.
    pub fn kind_of(&self, key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| key.starts_with(&self.prefix(*kind)))
    }
}

/// A colon separates the parts of a key, so that none may be within one.
fn escaped(part: &str) -> String {
    part.replace('%', "%25").replace(':', "%3A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_read_from_its_key() {
        let place = Place::new("anshan", "/plan/");
        let name = SegmentName { writer: 0xab, number: 12 };
        let key = place.segment(Kind::Ledger, name);
        assert_eq!(key, "planboard:ledger:anshan:/plan/:00000000000000ab:12");
        assert_eq!(place.segment_of(Kind::Ledger, &key), Some(name));
        assert_eq!(place.segment_of(Kind::Sample, &key), None);
    }

    #[test]
    fn only_the_one_spelling_of_a_segment_is_read() {
        let place = Place::new("p", "/");
        for rest in ["ab:1", "00000000000000AB:1", "00000000000000ab:01", "00000000000000ab:+1", "x:1", ""] {
            let key = [&place.prefix(Kind::Ledger), rest].concat();
            assert_eq!(place.segment_of(Kind::Ledger, &key), None, "{rest}");
        }
    }

    #[test]
    fn colons_and_percent_signs_do_not_confuse_two_places() {
        let places = [("a", "b:c"), ("a:b", "c"), ("a", "b%3Ac"), ("a", "b"), ("a", "b:"), ("a%", "b")];
        let prefixes: std::collections::BTreeSet<String> =
            places.iter().map(|(plan, folder)| Place::new(plan, folder).prefix(Kind::Ledger)).collect();
        assert_eq!(prefixes.len(), places.len());
        for one in &prefixes {
            assert!(prefixes.iter().all(|other| one == other || !other.starts_with(one.as_str())), "{one}");
        }
    }

    #[test]
    fn a_key_of_another_plan_or_folder_is_not_ours() {
        let place = Place::new("p", "/a/");
        let ours = Kind::ALL.map(|kind| (place.named(kind, "x"), kind));
        for (key, kind) in ours {
            assert_eq!(place.kind_of(&key), Some(kind));
            assert_eq!(Place::new("p", "/").kind_of(&key), None);
            assert_eq!(Place::new("p2", "/a/").kind_of(&key), None);
        }
        assert_eq!(place.kind_of("planboard:settings"), None);
    }

    #[test]
    fn generations_sort_by_time() {
        let place = Place::new("p", "/");
        assert!(place.generation(9, 99) < place.generation(10, 1));
        assert_eq!(place.generation_at(&place.generation(10, 1)), Some(10));
        assert_eq!(place.generation_at(&place.backup()), None);
    }
}
