//! One thing has one name on every screen: a page takes it from the room that owns it and spells none of its own.

#[path = "common/sources.rs"]
mod sources;

use planboard::ledger::words::NAMES;

/// Names that were in use for the same things once.
const OTHERS: [&str; 18] = [
    "逾期报",
    "送报",
    "我的台账",
    "存疑与理解",
    "现在要办",
    "起用",
    "涂销",
    "人工定灯",
    "人工判定",
    "评判规则",
    "文字已抹去",
    "抹去文字",
    "已删去文字",
    "not begun",
    "签核",
    "承诺事项",
    "后定目标",
    "往年结转",
];

#[test]
fn no_page_spells_a_name_of_its_own() {
    let mut wrong = Vec::new();
    for (file, text) in sources::sources() {
        // What people may write in a table that they paste is another matter.
        if file.ends_with("ledger/words.rs") || file.starts_with("rows") {
            continue;
        }
        let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for name in NAMES.map(|name| ["\"", name.zh, "\""].concat()) {
            if text.contains(&name) {
                wrong.push(format!("{}: take {name} from ledger::words", file.display()));
            }
        }
        for name in OTHERS.iter().filter(|name| text.contains(*name)) {
            wrong.push(format!("{}: {name} has another name now", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
