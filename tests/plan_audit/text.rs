//! How the table was made. The published text is not part of this repository; its address stands in
//! the plan under `document.published_at`. With the text as plain UTF-8, one paragraph a line,
//!
//! ```text
//! PLAN_TEXT=/path/to/text cargo test --test plan_audit -- --ignored
//! ```
//!
//! extracts numbers, numerals, quotations and titles again and compares them with the rows, in order.
//! Names outside quotation marks cannot be found mechanically: two readings of the text found them, and
//! the test holds that each stands in its section.

use crate::table::rows;
use planboard::text::Language;
use std::collections::BTreeMap;

#[test]
#[ignore = "needs the published text in PLAN_TEXT"]
fn the_table_is_what_the_text_gives() {
    let path = std::env::var("PLAN_TEXT").expect("PLAN_TEXT names the file with the text");
    let text = std::fs::read_to_string(path).expect("the text can be read");
    let mut sections: BTreeMap<String, (String, Vec<Found>)> = BTreeMap::new();
    let mut section = Section::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (whole, found) = sections.entry(section.of(line)).or_default();
        whole.push_str(line);
        found.extend(finds(line));
    }
    let rows = rows();
    for (section, (whole, found)) in &sections {
        let own = || rows.iter().filter(|row| row.section == section);
        for kind in ["number", "numeral", "quotation", "title", "list"] {
            let of_text: Vec<_> = found.iter().filter(|f| f.kind == kind).map(|f| &*f.words).collect();
            let of_table: Vec<_> = own().filter(|row| row.kind == kind).map(|row| row.words).collect();
            assert_eq!(of_table, of_text, "{section} {kind}");
        }
        for name in own().filter(|row| row.kind == "name") {
            assert!(whole.contains(name.words), "{section}: {}", name.words);
        }
    }
    assert!(rows.iter().all(|row| sections.contains_key(row.section)), "a section is not of the text");
    for list in crate::plan().lists {
        assert!(text.contains(&list.as_written), "{}", list.as_written);
        for state in list.states.iter().filter(|state| state.stated) {
            let words = state.name.say(Language::Zh, Language::Zh).words;
            assert!(text.contains(words), "{}: {words}", list.id);
        }
    }
}

/// Where the text is: 题首 before the first heading, then 二, 二（一）, 二（一）1.
#[derive(Default)]
struct Section {
    part: String,
    area: String,
    task: String,
}

impl Section {
    fn of(&mut self, line: &str) -> String {
        let chars: Vec<char> = line.chars().take(3).collect();
        match chars[..] {
            [part, '、', ..] if "一二三".contains(part) => {
                *self = Self { part: part.into(), ..Self::default() };
            }
            ['（', area, '）'] if "一二三四".contains(area) => {
                self.area = format!("（{area}）");
                self.task.clear();
            }
            [task, '.', ..] if task.is_ascii_digit() => self.task = task.into(),
            _ => {}
        }
        if self.part.is_empty() {
            "题首".into()
        } else {
            format!("{}{}{}", self.part, self.area, self.task)
        }
    }
}

struct Found {
    kind: &'static str,
    words: String,
}

/// Numbers, runs of numerals, quotations and titles of a paragraph, each kind in order.
fn finds(line: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut runs = |kind, within: fn(char) -> bool| {
        let words = line.split(|c| !within(c)).map(|run| run.trim_matches('.')).filter(|run| !run.is_empty());
        found.extend(words.map(|run| Found { kind, words: run.into() }));
    };
    runs("number", |c| c.is_ascii_digit() || c == '.');
    runs("numeral", |c| "一二三四五六七八九十百千万两".contains(c));
    for (kind, open, close) in [("quotation", '“', '”'), ("title", '《', '》')] {
        let inside = line.split(open).skip(1).filter_map(|rest| rest.split_once(close));
        found.extend(inside.map(|(words, _)| Found { kind, words: format!("{open}{words}{close}") }));
    }
    // What orders or names a list, with the two letters before it: it need not stand in quotation marks.
    let letters: Vec<char> = line.chars().collect();
    for at in 0..letters.len() {
        let is_list = LISTS.iter().any(|word| letters[at..].starts_with(&word.chars().collect::<Vec<_>>()));
        if is_list {
            let end = at + if letters[at] == '培' { 3 } else { 2 };
            let words = letters[at.saturating_sub(2)..end].iter().collect();
            found.push(Found { kind: "list", words });
        }
    }
    found
}

const LISTS: [&str; 4] = ["培育库", "清单", "名单", "榜单"];

#[test]
fn a_list_is_found_without_quotation_marks() {
    let found = finds("积极对接企业外国专家需求，形成需求清单，不断充实培育库。");
    let lists: Vec<_> = found.iter().filter(|one| one.kind == "list").map(|one| &*one.words).collect();
    assert_eq!(lists, ["需求清单", "充实培育库"]);
}

#[test]
fn a_paragraph_gives_its_numbers_and_quotations() {
    let found = finds("2.到2025年，达到20.3亿元和一家；按《某“甲”方案》推进“乙-丙”。");
    let found: Vec<_> = found.iter().map(|f| (f.kind, &*f.words)).collect();
    assert_eq!(
        found,
        [
            ("number", "2"),
            ("number", "2025"),
            ("number", "20.3"),
            ("numeral", "一"),
            ("quotation", "“甲”"),
            ("quotation", "“乙-丙”"),
            ("title", "《某“甲”方案》"),
        ]
    );
}
