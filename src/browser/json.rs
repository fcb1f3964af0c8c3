//! From a JavaScript value to a type that serde derives, in few bytes.
//!
//! serde-wasm-bindgen does the same for every shape of data and explains its errors; that was 25 KB of the
//! first wasm after Brotli. Here `JSON.parse` has read the text, a wrong shape is only told to be wrong
//! ([`crate::plan::faults`] says how, later), and a struct is read as the list of its fields, so
//! that none of serde's matching of names is compiled in.

use js_sys::{Array, JsString, Object, Reflect};
use serde::de::value::U32Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, Unexpected, Visitor};
use std::cell::RefCell;
use std::fmt::Display;
use wasm_bindgen::{JsCast, JsValue};

/// The value that a JSON text stands for, unless it is not JSON or not of this shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(Value(js_sys::JSON::parse(text).ok()?)).ok()
}

struct Value(JsValue);

/// The shape is wrong; where and how is not kept.
#[derive(Debug)]
struct Unreadable;

impl Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

// Each default of the trait writes a message; overriding them keeps the writing out of the wasm.
impl de::Error for Unreadable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_: Unexpected, _: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl Value {
    fn whole_number(&self) -> Result<u32, Unreadable> {
        let number = self.0.as_f64().ok_or(Unreadable)?;
        let whole = number as u32;
        if f64::from(whole) == number { Ok(whole) } else { Err(Unreadable) }
    }

    fn text(&self) -> Result<String, Unreadable> {
        self.0.as_string().ok_or(Unreadable)
    }
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.visit_u32(self.whole_number()?)
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.visit_string(self.text()?)
        })*
    };
}

/// Shapes that no file of ours has.
macro_rules! refused {
    ($($method:ident($($argument:ty),*))*) => {
        $(fn $method<V: Visitor<'de>>(self, $(_: $argument,)* _: V) -> Result<V::Value, Unreadable> {
            Err(Unreadable)
        })*
    };
}

impl<'de> de::Deserializer<'de> for Value {
    type Error = Unreadable;

    whole_numbers!(deserialize_u8 deserialize_u16 deserialize_u32);
    texts!(deserialize_str deserialize_string deserialize_identifier);
    refused! {
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_u64()
        deserialize_f32() deserialize_f64() deserialize_char() deserialize_bytes() deserialize_byte_buf()
        deserialize_unit() deserialize_unit_struct(&'static str) deserialize_ignored_any()
        deserialize_tuple(usize) deserialize_tuple_struct(&'static str, usize)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0.as_string() {
            Some(text) => visitor.visit_string(text),
            None => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unreadable)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let list: Array = self.0.dyn_into().map_err(|_| Unreadable)?;
        visitor.visit_seq(Items { list, at: 0 })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let object = plain_object(&self.0)?;
        visitor.visit_map(Entries { pairs: Object::entries(object), at: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        plain_object(&self.0)?;
        visitor.visit_seq(Fields { object: self.0, names: names(fields), at: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let word = self.text()?;
        let at = variants.iter().position(|variant| *variant == word).ok_or(Unreadable)?;
        visitor.visit_enum::<U32Deserializer<Unreadable>>((at as u32).into_deserializer())
    }
}

fn plain_object(value: &JsValue) -> Result<&Object, Unreadable> {
    if Array::is_array(value) { Err(Unreadable) } else { value.dyn_ref().ok_or(Unreadable) }
}

/// The items of a list.
struct Items {
    list: Array,
    at: u32,
}

impl<'de> de::SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        if self.at >= self.list.length() {
            return Ok(None);
        }
        self.at += 1;
        seed.deserialize(Value(self.list.get(self.at - 1))).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.length() as usize)
    }
}

/// The fields of a struct in their order. One that is absent is no element: serde takes its default where it
/// has one and asks for the next field all the same.
struct Fields {
    object: JsValue,
    names: Array,
    at: u32,
}

impl<'de> de::SeqAccess<'de> for Fields {
    type Error = Unreadable;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unreadable> {
        let value = Reflect::get(&self.object, &self.names.get(self.at)).map_err(|_| Unreadable)?;
        self.at += 1;
        if value.is_undefined() { Ok(None) } else { seed.deserialize(Value(value)).map(Some) }
    }
}

thread_local! {
    static NAMES: RefCell<Vec<(&'static [&'static str], Array)>> = const { RefCell::new(Vec::new()) };
}

/// The names of a struct's fields as JavaScript has them. Each is brought over once: a plan has some three
/// thousand fields of a hundred names.
fn names(fields: &'static [&'static str]) -> Array {
    NAMES.with_borrow_mut(|known| {
        if let Some((_, names)) = known.iter().find(|(of, _)| std::ptr::eq(*of, fields)) {
            return names.clone();
        }
        let names: Array = fields.iter().map(|field| JsString::from(*field)).collect();
        known.push((fields, names.clone()));
        names
    })
}

/// The entries of an object whose names are data.
struct Entries {
    pairs: Array,
    at: u32,
}

impl Entries {
    fn half(&self, half: u32) -> Value {
        Value(self.pairs.get(self.at).unchecked_into::<Array>().get(half))
    }
}

impl<'de> de::MapAccess<'de> for Entries {
    type Error = Unreadable;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unreadable> {
        if self.at >= self.pairs.length() { Ok(None) } else { seed.deserialize(self.half(0)).map(Some) }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unreadable> {
        let value = self.half(1);
        self.at += 1;
        seed.deserialize(value)
    }
}
