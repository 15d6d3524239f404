//! What serde asks for, taken from the text.

use std::borrow::Cow;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Visitor};
use serde::forward_to_deserialize_any;

use super::{Plain, Unlike};

/// The only word whose brackets may stand where a text or a list may stand too.
const ANY_OF: &str = "AnyOf";

macro_rules! numbers {
    ($($method:ident => $visit:ident),+ $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
            visitor.$visit(self.number()?)
        }
    )+};
}

impl<'de> de::Deserializer<'de> for &mut Plain<'de> {
    type Error = Unlike;

    numbers!(
        deserialize_u8 => visit_u8, deserialize_u16 => visit_u16, deserialize_u32 => visit_u32, deserialize_u64 => visit_u64,
        deserialize_i8 => visit_i8, deserialize_i16 => visit_i16, deserialize_i32 => visit_i32, deserialize_i64 => visit_i64,
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Unlike),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self.quoted()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        self.deserialize_str(visitor)
    }

    /// A value that may be left out is written as it is, without `Some`.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        if self.rest().starts_with("None") || self.rest().starts_with("Some") {
            return Err(Unlike);
        }
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        self.opened = false;
        self.items(b'[', b']', visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        self.opened = false;
        self.open(b'{')?;
        let value = visitor.visit_map(Entries(Items::until(b'}', self)))?;
        self.close(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        if std::mem::take(&mut self.opened) {
            return visitor.visit_map(Fields(Items::until(b')', self)));
        }
        if self.next() != Some(b'(') {
            if self.word()? != name {
                return Err(Unlike);
            }
            self.space();
        }
        self.open(b'(')?;
        self.fields(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        self.opened = false;
        visitor.visit_enum(Word(self))
    }

    /// A text, a list, fields in brackets, or `AnyOf([…])`, which comes as a list of the list.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self.next() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'(') if !self.opened => {
                self.open(b'(')?;
                // To `ron` that is a list.
                if self.next() == Some(b')') { Err(Unlike) } else { self.fields(visitor) }
            }
            _ if self.opened || self.word()? != ANY_OF => Err(Unlike),
            _ => {
                self.space();
                self.items(b'(', b')', visitor)
            }
        }
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier ignored_any
    }
}

impl<'de> Plain<'de> {
    fn items<V: Visitor<'de>>(&mut self, open: u8, close: u8, visitor: V) -> Result<V::Value, Unlike> {
        self.open(open)?;
        let value = visitor.visit_seq(Items::until(close, self))?;
        self.close(close)?;
        Ok(value)
    }

    /// The fields behind a bracket that is open.
    fn fields<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Unlike> {
        let value = visitor.visit_map(Fields(Items::until(b')', self)))?;
        self.close(b')')?;
        Ok(value)
    }
}

/// What stands in brackets, with commas between.
struct Items<'p, 'de> {
    plain: &'p mut Plain<'de>,
    close: u8,
    /// Whether another may follow: at the beginning, and after a comma.
    comma: bool,
}

impl<'p, 'de> Items<'p, 'de> {
    fn until(close: u8, plain: &'p mut Plain<'de>) -> Self {
        Self { plain, close, comma: true }
    }

    /// Whether there is another.
    fn more(&self) -> Result<bool, Unlike> {
        let more = self.plain.next() != Some(self.close);
        if more && !self.comma { Err(Unlike) } else { Ok(more) }
    }

    fn item<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unlike> {
        let value = seed.deserialize(&mut *self.plain)?;
        self.plain.space();
        self.comma = self.plain.take(b',');
        self.plain.space();
        Ok(value)
    }

    fn value<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unlike> {
        self.plain.space();
        self.plain.expect(b':')?;
        self.plain.space();
        self.item(seed)
    }
}

impl<'de> de::SeqAccess<'de> for Items<'_, 'de> {
    type Error = Unlike;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unlike> {
        if self.more()? { self.item(seed).map(Some) } else { Ok(None) }
    }
}

/// `"id": value, …`
struct Entries<'p, 'de>(Items<'p, 'de>);

impl<'de> de::MapAccess<'de> for Entries<'_, 'de> {
    type Error = Unlike;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unlike> {
        if self.0.more()? { seed.deserialize(&mut *self.0.plain).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unlike> {
        self.0.value(seed)
    }
}

/// `word: value, …`
struct Fields<'p, 'de>(Items<'p, 'de>);

impl<'de> de::MapAccess<'de> for Fields<'_, 'de> {
    type Error = Unlike;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unlike> {
        if !self.0.more()? {
            return Ok(None);
        }
        let word = self.0.plain.word()?;
        seed.deserialize(BorrowedStrDeserializer::new(word)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unlike> {
        self.0.value(seed)
    }
}

/// A word out of several, with or without brackets after it.
struct Word<'p, 'de>(&'p mut Plain<'de>);

impl<'de> de::EnumAccess<'de> for Word<'_, 'de> {
    type Error = Unlike;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Unlike> {
        let word = self.0.word()?;
        Ok((seed.deserialize(BorrowedStrDeserializer::new(word))?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Word<'_, 'de> {
    type Error = Unlike;

    fn unit_variant(self) -> Result<(), Unlike> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Unlike> {
        let Self(plain) = self;
        plain.space();
        plain.open(b'(')?;
        plain.opened = true;
        let value = seed.deserialize(&mut *plain)?;
        plain.opened = false;
        plain.space();
        plain.take(b',');
        plain.close(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unlike> {
        self.0.space();
        self.0.items(b'(', b')', visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Unlike> {
        Err(Unlike)
    }
}
