//! A real keyboard.

use crate::page::Page;
use serde_json::json;

impl Page {
    /// Presses a key, with modifiers before it: `Tab`, `Shift+Tab`, `Control+k`, `Enter`, `ArrowDown`.
    ///
    /// # Panics
    /// When the test names a key that is not in the list here.
    pub fn key(&self, name: &str) -> &Self {
        let mut parts: Vec<&str> = name.split('+').collect();
        let key = parts.pop().unwrap_or_default();
        let modifiers: u32 = parts.iter().map(|modifier| modifier_bit(modifier)).sum();
        let (code, number) = place(key);
        let mut down = json!({
            "type": "rawKeyDown", "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        let typed = match key {
            "Enter" => Some("\r"),
            "Space" => Some(" "),
            one if one.chars().count() == 1 && modifiers == 0 => Some(one),
            _ => None,
        };
        if key == "Space" {
            down["key"] = " ".into();
        }
        if let Some(typed) = typed {
            down["type"] = "keyDown".into();
            down["text"] = typed.into();
        }
        self.call("Input.dispatchKeyEvent", down.clone());
        down["type"] = "keyUp".into();
        if let Some(fields) = down.as_object_mut() {
            fields.remove("text");
        }
        self.call("Input.dispatchKeyEvent", down);
        self
    }

    /// Types letters and figures, one key after the other.
    pub fn type_keys(&self, words: &str) -> &Self {
        for letter in words.chars() {
            self.key(&letter.to_string());
        }
        self
    }

    /// Puts in words as an input method does when its candidate is chosen: Chinese, for example.
    pub fn commit_words(&self, words: &str) -> &Self {
        self.call("Input.insertText", json!({ "text": words }));
        self
    }
}

fn modifier_bit(name: &str) -> u32 {
    match name {
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => 8,
        other => panic!("{other} is no modifier"),
    }
}

/// Code and number of a key on a common keyboard.
fn place(key: &str) -> (String, u32) {
    let named = [
        ("Tab", 9),
        ("Enter", 13),
        ("Escape", 27),
        ("Space", 32),
        ("PageUp", 33),
        ("PageDown", 34),
        ("End", 35),
        ("Home", 36),
        ("ArrowLeft", 37),
        ("ArrowUp", 38),
        ("ArrowRight", 39),
        ("ArrowDown", 40),
        ("Backspace", 8),
    ];
    if key == "." {
        return ("Period".to_owned(), 190);
    }
    if let Some((name, number)) = named.into_iter().find(|(name, _)| *name == key) {
        return (name.to_owned(), number);
    }
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            (format!("Key{}", letter.to_ascii_uppercase()), letter.to_ascii_uppercase() as u32)
        }
        (Some(figure), None) if figure.is_ascii_digit() => (format!("Digit{figure}"), figure as u32),
        _ => panic!("{key} is not on the keyboard of the tests"),
    }
}
