//! Names that may stand in both languages.

use crate::text::Language;
use serde::de::{Error, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A name or sentence of the plan: a plain string in the plan's own language, or one per language
/// (`{"zh": "…", "en": "…"}`).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Name {
    own: Option<String>,
    zh: Option<String>,
    en: Option<String>,
}

/// Words to show and the language they are in, which the markup must mark where it is not the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The words as the plan has them; empty only for a name without any.
    pub words: &'a str,
    /// The language that the words are in.
    pub language: Language,
}

impl Name {
    /// A name in the plan's own language only.
    pub fn own(words: impl Into<String>) -> Self {
        Self { own: Some(words.into()), ..Self::default() }
    }

    /// A name in both languages.
    pub fn both(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { own: None, zh: Some(zh.into()), en: Some(en.into()) }
    }

    /// The words in the wanted language, else in the plan's own, else in whichever there is.
    pub fn say(&self, wanted: Language, own: Language) -> Said<'_> {
        let said = |language| self.words(language, own).map(|words| Said { words, language });
        said(wanted)
            .or_else(|| said(own))
            .or_else(|| said(own.other()))
            .unwrap_or(Said { words: "", language: own })
    }

    /// Every wording, for search.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        [&self.own, &self.zh, &self.en].into_iter().flatten().map(String::as_str)
    }

    /// Every wording with the field that it stands in; the plain string stands in none.
    pub(super) fn fields(&self) -> impl Iterator<Item = (Option<&'static str>, &str)> {
        let fields = [(None, &self.own), (Some("zh"), &self.zh), (Some("en"), &self.en)];
        fields.into_iter().filter_map(|(field, words)| Some((field, words.as_deref()?)))
    }

    /// The words in a language, if the name has some in it; `own` is the plan's.
    pub(super) fn words(&self, language: Language, own: Language) -> Option<&str> {
        let each = match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        };
        each.as_deref().or_else(|| self.own.as_deref().filter(|_| language == own))
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(own) = &self.own {
            return serializer.serialize_str(own);
        }
        let mut map = serializer.serialize_map(None)?;
        if let Some(zh) = &self.zh {
            map.serialize_entry("zh", zh)?;
        }
        if let Some(en) = &self.en {
            map.serialize_entry("en", en)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Name {
    // By hand: serde's `untagged` buffers the value and costs the first wasm several kilobytes.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Name;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a string or an object with zh and en")
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<Name, E> {
                Ok(Name::own(words))
            }

            fn visit_string<E: Error>(self, words: String) -> Result<Name, E> {
                Ok(Name::own(words))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Name, A::Error> {
                let mut name = Name::default();
                while let Some((key, words)) = map.next_entry::<String, String>()? {
                    match key.as_str() {
                        "zh" if name.zh.is_none() => name.zh = Some(words),
                        "en" if name.en.is_none() => name.en = Some(words),
                        _ => return Err(A::Error::custom("name")),
                    }
                }
                if name.zh.is_none() && name.en.is_none() {
                    return Err(A::Error::custom("name"));
                }
                Ok(name)
            }
        }
        deserializer.deserialize_any(Words)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Name {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Words in the plan's own language as a string, or in Chinese and English as an object: {\"zh\": \"指标\", \"en\": \"indicator\"}. At most 4000 characters each.",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                {
                    "type": "object",
                    "properties": {
                        "zh": { "type": "string", "minLength": 1 },
                        "en": { "type": "string", "minLength": 1 }
                    },
                    "minProperties": 1,
                    "additionalProperties": false
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Zh};

    #[test]
    fn a_name_is_said_in_the_wanted_language_or_marked_as_the_other() {
        let both = Name::both("指标", "indicator");
        let own = Name::own("指标");
        assert_eq!(both.say(En, Zh), Said { words: "indicator", language: En });
        assert_eq!(own.say(En, Zh), Said { words: "指标", language: Zh });
        assert_eq!(own.say(Zh, Zh), Said { words: "指标", language: Zh });
        assert_eq!(Name::own("target").say(Zh, En), Said { words: "target", language: En });
    }

    #[test]
    fn a_name_reads_back_as_it_was_written() {
        for json in [r#""指标""#, r#"{"zh":"指标","en":"indicator"}"#, r#"{"en":"indicator"}"#] {
            let name: Name = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&name).unwrap(), json);
        }
        for json in ["{}", "3", r#"{"fr":"indicateur"}"#, r#"{"en":"a","en":"b"}"#, "null"] {
            assert!(serde_json::from_str::<Name>(json).is_err(), "{json}");
        }
    }
}
