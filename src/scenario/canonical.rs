//! Canonical JSON, written straight from a value: struct fields and map keys sorted bytewise, lists in order, no white space, line
//! ends as LF. It can leave out what people read, for the shape.

use std::fmt::{self, Write as _};
use std::ops::Range;

use serde::ser::{self, Serialize};

/// Fields whose value is a text for people.
const TEXTS: [&str; 12] =
    ["title", "role", "briefing", "name", "text", "when", "scene", "says", "because", "say", "act", "what"];
/// Fields left out whole: nothing but texts for people, and forms, each of which has a shape of its own.
const LEFT_OUT: [&str; 3] = ["may", "outcomes", "forms"];
/// Fields of texts for people whose presence counts, so that an empty text stays in their place.
const BLANKED: [&str; 2] = ["owner", "decoys"];

/// The canonical JSON of a value.
pub fn canonical(value: &impl Serialize) -> String {
    written(value, Leave::Nothing)
}

/// The same without texts for people. Where a text's presence counts (a promise's owner, a decoy) its place stays.
pub fn canonical_shape(value: &impl Serialize) -> String {
    written(value, Leave::Texts)
}

fn written(value: &impl Serialize, leave: Leave) -> String {
    let mut out = String::new();
    // Only a floating-point number or raw bytes could fail, and no type of the model has them.
    let result = value.serialize(Canonical { out: &mut out, leave });
    debug_assert!(result.is_ok(), "{result:?}");
    out
}

/// What is left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leave {
    Nothing,
    /// Texts for people.
    Texts,
    /// The letters of every text.
    Letters,
}

struct Canonical<'o> {
    out: &'o mut String,
    leave: Leave,
}

/// A value that canonical JSON cannot hold.
#[derive(Debug)]
pub struct Unwritable(String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

type Done = Result<(), Unwritable>;

impl Canonical<'_> {
    fn inner(&mut self) -> Canonical<'_> {
        Canonical { out: self.out, leave: self.leave }
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        let text = if self.leave == Leave::Letters { "" } else { text };
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => {
                    letters.next_if_eq(&'\n');
                    self.out.push_str("\\n");
                }
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                '\0'..' ' => write_to(self.out, format_args!("\\u{:04x}", u32::from(letter))),
                _ => self.out.push(letter),
            }
        }
        self.out.push('"');
    }

    /// Opens `{"word":`, which the caller closes.
    fn word(&mut self, word: &str) {
        self.out.push('{');
        Canonical { out: self.out, leave: Leave::Nothing }.text(word);
        self.out.push(':');
    }
}

fn write_to(out: &mut String, what: fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = out.write_fmt(what);
}

macro_rules! as_number {
    ($($method:ident: $number:ty),+) => {$(
        fn $method(self, number: $number) -> Done {
            write_to(self.out, format_args!("{number}"));
            Ok(())
        }
    )+};
}

impl<'o> ser::Serializer for Canonical<'o> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = List<'o>;
    type SerializeTuple = List<'o>;
    type SerializeTupleStruct = List<'o>;
    type SerializeTupleVariant = List<'o>;
    type SerializeMap = Entries<'o>;
    type SerializeStruct = Entries<'o>;
    type SerializeStructVariant = Entries<'o>;

    as_number!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_f32(self, _: f32) -> Done {
        Err(ser::Error::custom("a floating-point number has no canonical form"))
    }

    fn serialize_f64(self, _: f64) -> Done {
        Err(ser::Error::custom("a floating-point number has no canonical form"))
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(ser::Error::custom("bytes have no canonical form"))
    }

    fn serialize_char(mut self, letter: char) -> Done {
        self.text(letter.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(mut self, text: &str) -> Done {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Done {
        Canonical { out: self.out, leave: Leave::Nothing }.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Done {
        self.word(word);
        value.serialize(self.inner())?;
        self.out.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'o>, Unwritable> {
        self.out.push('[');
        Ok(List { to: self, first: true, close: "]" })
    }

    fn serialize_tuple(self, len: usize) -> Result<List<'o>, Unwritable> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List<'o>, Unwritable> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        mut self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<List<'o>, Unwritable> {
        self.word(word);
        self.out.push('[');
        Ok(List { to: self, first: true, close: "]}" })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'o>, Unwritable> {
        Ok(Entries::new(self, "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'o>, Unwritable> {
        Ok(Entries::new(self, "}"))
    }

    fn serialize_struct_variant(
        mut self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Entries<'o>, Unwritable> {
        self.word(word);
        Ok(Entries::new(self, "}}"))
    }
}

/// A list that is being written.
struct List<'o> {
    to: Canonical<'o>,
    first: bool,
    close: &'static str,
}

impl List<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        if !std::mem::take(&mut self.first) {
            self.to.out.push(',');
        }
        value.serialize(self.to.inner())
    }

    #[expect(clippy::unnecessary_wraps, reason = "serde's traits want a result")]
    fn close(self) -> Done {
        self.to.out.push_str(self.close);
        Ok(())
    }
}

macro_rules! as_list {
    ($($kind:ident::$method:ident),+) => {$(
        impl ser::$kind for List<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.item(value)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )+};
}

as_list!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

/// An object that is being written. Its entries are put in order when it is closed, because fields come as they are declared.
struct Entries<'o> {
    to: Canonical<'o>,
    start: usize,
    /// Each entry's key as it is written, and where the entry stands.
    entries: Vec<(Range<usize>, Range<usize>)>,
    close: &'static str,
}

impl<'o> Entries<'o> {
    fn new(to: Canonical<'o>, close: &'static str) -> Self {
        to.out.push('{');
        let start = to.out.len();
        Self { to, start, entries: Vec::new(), close }
    }

    /// Begins an entry under a key, and says where it begins.
    fn key<K: Serialize + ?Sized>(&mut self, key: &K) -> Result<Range<usize>, Unwritable> {
        if !self.entries.is_empty() {
            self.to.out.push(',');
        }
        let from = self.to.out.len();
        key.serialize(Canonical { out: self.to.out, leave: Leave::Nothing })?;
        let key = from..self.to.out.len();
        self.to.out.push(':');
        Ok(key)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        // The version of the language is no part of what is played.
        if name == "format" {
            return Ok(());
        }
        let before = self.to.out.len();
        let key = self.key(name)?;
        let from = self.to.out.len();
        let shape = self.to.leave == Leave::Texts;
        let leave = if shape && BLANKED.contains(&name) { Leave::Letters } else { self.to.leave };
        value.serialize(Canonical { out: self.to.out, leave })?;
        let is_text = |json: &str| json.starts_with('"') || json.starts_with("{\"AnyOf\":");
        let for_people =
            LEFT_OUT.contains(&name) || (TEXTS.contains(&name) && self.to.out.get(from..).is_some_and(is_text));
        if shape && for_people {
            self.to.out.truncate(before);
        } else {
            self.entries.push((key.clone(), key.start..self.to.out.len()));
        }
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "serde's traits want a result")]
    fn close(self) -> Done {
        let Self { to, start, mut entries, close } = self;
        let text = |out: &str, range: &Range<usize>| out.get(range.clone()).unwrap_or_default().to_owned();
        let in_order = entries.is_sorted_by(|(one, _), (next, _)| to.out.get(one.clone()) < to.out.get(next.clone()));
        if !in_order {
            entries.sort_by_cached_key(|(key, _)| text(to.out, key));
            let sorted: Vec<String> = entries.iter().map(|(_, entry)| text(to.out, entry)).collect();
            to.out.truncate(start);
            to.out.push_str(&sorted.join(","));
        }
        to.out.push_str(close);
        Ok(())
    }
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        let key = self.key(key)?;
        self.entries.push((key.clone(), key));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(self.to.inner())?;
        if let Some((_, entry)) = self.entries.last_mut() {
            entry.end = self.to.out.len();
        }
        Ok(())
    }

    fn end(self) -> Done {
        self.close()
    }
}

macro_rules! as_fields {
    ($($kind:ident),+) => {$(
        impl ser::$kind for Entries<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
                self.field(name, value)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )+};
}

as_fields!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn keys_are_sorted_bytewise_and_line_ends_are_line_feeds() {
        let windows: Value = serde_json::from_str(r#"{"b":1,"a":"x\r\ny\rz","a-b":[],"É":null}"#).expect("json");
        assert_eq!(canonical(&windows), r#"{"a":"x\ny\nz","a-b":[],"b":1,"É":null}"#);
    }

    #[test]
    fn texts_are_escaped_as_in_any_json() {
        for text in ["\u{0}\u{1f}\u{7f}\"\\/\u{8}\u{c}\n\t", "\u{2028}😀é"] {
            assert_eq!(canonical(&text), json!(text).to_string());
        }
    }
}
