//! A person with a keyboard and nothing else: no mouse, and no script that presses or focuses for them. Wherever the
//! keys lead, the focus has to be on something that can be seen.

use crate::keyboard::HELPERS;
use planboard_browser_tests::Page;
use planboard_browser_tests::wait::until;
use serde_json::json;

/// More keys than any page takes to be walked through twice.
const MOST_KEYS: usize = 1_000;

/// Hands on the keyboard before a page.
pub struct Hands<'a>(pub &'a Page);

impl Hands<'_> {
    /// What is wrong with where the focus is: lost, outside of the window, covered, or without an outline.
    fn fault(&self) -> Option<String> {
        match self.0.text(&format!("{HELPERS};\nlook()")).as_str() {
            "fine" => None,
            "" => Some("the focus is lost: nothing has it".into()),
            fault => Some(fault.to_owned()),
        }
    }

    /// Waits until what came of an act stands on the screen; the focus must be somewhere that can be seen then.
    pub fn then(&self, what: &str, is_true: &str) -> &Self {
        self.0.wait_for(what, is_true).paint();
        until(&format!("a focus that can be seen, after {what}"), || {
            self.fault().map_or(Ok(()), |fault| Err(format!("{fault}; {}", self.seen())))
        });
        self
    }

    /// The same, with the focus on something of which the expression about `e` is true.
    pub fn then_on(&self, what: &str, is_true: &str) -> &Self {
        self.then(what, &format!("(e => {is_true})(document.activeElement)"))
    }

    /// Goes on by Tab to what has that role and name. The focus must be seen at every stop on the way.
    pub fn tab_to(&self, role: &str, name: &str) -> &Self {
        self.go("Tab", role, name)
    }

    /// Goes back by Shift and Tab.
    pub fn back_to(&self, role: &str, name: &str) -> &Self {
        self.go("Shift+Tab", role, name)
    }

    /// Goes on by Tab to the last of those with that role and name.
    pub fn tab_to_last(&self, role: &str, name: &str) -> &Self {
        let all = self.0.all(role, Some(name));
        let last = all.last().unwrap_or_else(|| panic!("there is no {role} “{name}”"));
        let is_it = "function () { return this === document.activeElement }";
        self.walk("Tab", name, || self.0.call_on(last, is_it, json!([])).is_ok_and(|is_it| is_it == true))
    }

    fn go(&self, key: &str, role: &str, name: &str) -> &Self {
        let is_it = "function () { return this === document.activeElement }";
        let mut found = self.0.find(role, name);
        let mut is_there = || {
            let answer = self.0.call_on(&found, is_it, json!([])).or_else(|_| {
                // It was drawn anew meanwhile.
                found = self.0.find(role, name);
                self.0.call_on(&found, is_it, json!([]))
            });
            answer.is_ok_and(|is_it| is_it == true)
        };
        if is_there() { self } else { self.walk(key, &format!("{role} “{name}”"), is_there) }
    }

    /// Goes on by Tab to the first thing of which the expression about `e` is true.
    pub fn tab_until(&self, what: &str, is_true: &str) -> &Self {
        let asked = format!("(e => !!({is_true}))(document.activeElement)");
        self.walk("Tab", what, || self.0.evaluate(&asked) == true)
    }

    fn walk(&self, key: &str, what: &str, mut is_there: impl FnMut() -> bool) -> &Self {
        let mut ends = 0;
        for _ in 0..MOST_KEYS {
            self.0.key(key);
            match self.fault() {
                // Between the end of the page and its beginning the browser's own bars have it, once.
                Some(_) if self.0.evaluate("document.activeElement === document.body") == true => {
                    ends += 1;
                    assert!(ends < 3, "{key} does not lead to {what}; {}", self.seen());
                }
                Some(fault) => panic!("on the way to {what}: {fault}"),
                None if is_there() => return self,
                None => {}
            }
        }
        panic!("{key} does not lead to {what} within {MOST_KEYS} keys; {}", self.seen());
    }

    /// Presses a key.
    pub fn key(&self, name: &str) -> &Self {
        self.0.key(name);
        self
    }

    /// Types figures, a key each.
    pub fn keys(&self, words: &str) -> &Self {
        self.0.type_keys(words);
        self
    }

    /// Types Chinese: what an input method hands over.
    pub fn words(&self, words: &str) -> &Self {
        self.0.commit_words(words);
        self
    }

    fn seen(&self) -> String {
        let focus = self.0.text("document.activeElement?.outerHTML.slice(0, 160)");
        format!("at {} the focus is on {focus}", self.0.address())
    }
}
