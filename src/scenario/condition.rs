//! Conditions, and the two places besides a choice where they are written: `to` and `says`.
//! What a condition means while a conversation is played stands in `session::holds`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids::{BeatId, FactId, PromiseId, ReplyPath};
use crate::customer::{Feeling, Variable};

/// Something that holds or does not hold at a point of the conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Condition {
    /// The fact has been revealed.
    Knows(FactId),
    /// The fact has been used or paraphrased.
    Noticed(FactId),
    /// The promise was ever made.
    Promised(PromiseId),
    /// The promise was kept.
    Kept(PromiseId),
    /// The promise was broken or lapsed.
    Broke(PromiseId),
    /// The reply was taken.
    Chose(ReplyPath),
    /// The latest paraphrase reached at least this level.
    Understood(u8),
    /// The customer feels so now.
    Feels(Feeling),
    /// The variable is this much or more.
    AtLeast(Variable, i32),
    /// The variable is this much or less.
    AtMost(Variable, i32),
    /// Every one of them holds; true where there is none.
    All(Vec<Condition>),
    /// At least one of them holds; false where there is none.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

/// Texts or ways of which the first whose condition holds is taken; the last has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases<T> {
    /// Tried in order.
    pub cases: Vec<(Condition, T)>,
    /// Taken where none of them holds.
    pub last: T,
}

impl<T> Cases<T> {
    /// Every value that can come out, in order.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.cases.iter().map(|(_, value)| value).chain(std::iter::once(&self.last))
    }

    /// Every condition, in order.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.cases.iter().map(|(condition, _)| condition)
    }
}

/// Where the conversation goes: `"beat"`, or `[(if: …, go: "x"), …, (go: "y")]`.
pub type Goto = Cases<BeatId>;
/// What the customer says: `"…"`, `AnyOf(["…", "…"])`, or `[(if: …, text: …), …, (text: …)]`.
pub type Says = Cases<Spoken>;

/// The customer's words. Of several wordings of the same meaning the seed picks one, so that a second play does not sound alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// One wording: `"…"`.
    One(String),
    /// One of these: `AnyOf(["…", "…"])`.
    AnyOf(Vec<String>),
}

impl Spoken {
    /// Every wording, in order; never none.
    #[must_use]
    pub fn wordings(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::AnyOf(texts) => texts,
        }
    }
}

impl JsonSchema for Spoken {
    fn schema_name() -> Cow<'static, str> {
        "Spoken".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let texts = json_schema!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
        json_schema!({
            "description": "The words, or several wordings of which chance picks one: `AnyOf([\"…\", \"…\"])`.",
            "oneOf": [
                { "type": "string" },
                { "type": "object", "properties": { "AnyOf": texts }, "required": ["AnyOf"], "additionalProperties": false },
            ],
        })
    }
}

impl Serialize for Spoken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::AnyOf(texts) => serializer.serialize_newtype_variant("Spoken", 1, "AnyOf", texts),
        }
    }
}

impl<'de> Deserialize<'de> for Spoken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SpokenVisitor;

        impl<'de> Visitor<'de> for SpokenVisitor {
            type Value = Spoken;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the words, or `AnyOf([\"…\", \"…\"])`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Spoken, E> {
                Ok(Spoken::One(text.to_owned()))
            }

            // RON hands an enum's name and brackets over as a list of one.
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Spoken, A::Error> {
                let texts = seq.next_element::<Vec<String>>()?.unwrap_or_default();
                any_of(texts)
            }
        }

        deserializer.deserialize_any(SpokenVisitor)
    }
}

fn any_of<E: de::Error>(texts: Vec<String>) -> Result<Spoken, E> {
    if texts.is_empty() {
        return Err(E::custom("`AnyOf` needs at least one text. Write `AnyOf([\"…\", \"…\"])`"));
    }
    Ok(Spoken::AnyOf(texts))
}

/// How a [`Cases`] is written in a file.
trait Written: Sized + Serialize + JsonSchema {
    type Case: for<'de> Deserialize<'de> + Serialize + JsonSchema;
    const EXPECTED: &'static str;
    fn plain(text: &str) -> Self;
    /// What a list of texts in place of a case means, where it means anything.
    fn any_of<E: de::Error>(texts: Vec<String>) -> Result<Self, E>;
    fn split(case: Self::Case) -> (Option<Condition>, Self);
    fn join(condition: Option<&Condition>, value: &Self) -> Self::Case;
}

/// One way of a `to` list.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GoCase {
    #[serde(rename = "if", default, skip_serializing_if = "Option::is_none")]
    condition: Option<Condition>,
    go: BeatId,
}

/// One variant of a `says` list.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TextCase {
    #[serde(rename = "if", default, skip_serializing_if = "Option::is_none")]
    condition: Option<Condition>,
    text: Spoken,
}

impl Written for BeatId {
    type Case = GoCase;
    const EXPECTED: &'static str = "a beat's id, or a list of `(if: …, go: \"beat\")` whose last entry has no `if`";

    fn plain(text: &str) -> Self {
        Self::shared(text)
    }
    fn any_of<E: de::Error>(_: Vec<String>) -> Result<Self, E> {
        Err(E::custom(
            "a way on is a beat's id, or a list of ways. Write `\"beat\"`, or `[(if: …, go: \"beat\"), (go: \"beat\")]`",
        ))
    }
    fn split(case: GoCase) -> (Option<Condition>, Self) {
        (case.condition, case.go)
    }
    fn join(condition: Option<&Condition>, value: &Self) -> GoCase {
        GoCase { condition: condition.cloned(), go: value.clone() }
    }
}

impl Written for Spoken {
    type Case = TextCase;
    const EXPECTED: &'static str =
        "the words, `AnyOf([\"…\", \"…\"])`, or a list of `(if: …, text: \"…\")` whose last entry has no `if`";

    fn plain(text: &str) -> Self {
        Self::One(text.to_owned())
    }
    fn any_of<E: de::Error>(texts: Vec<String>) -> Result<Self, E> {
        any_of(texts)
    }
    fn split(case: TextCase) -> (Option<Condition>, Self) {
        (case.condition, case.text)
    }
    fn join(condition: Option<&Condition>, value: &Self) -> TextCase {
        TextCase { condition: condition.cloned(), text: value.clone() }
    }
}

impl<T: Written> JsonSchema for Cases<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}s", T::Case::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::{}s", module_path!(), T::Case::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": T::EXPECTED,
            "anyOf": [
                generator.subschema_for::<T>(),
                { "type": "array", "items": generator.subschema_for::<T::Case>(), "minItems": 1 },
            ],
        })
    }
}

/// What stands in the list of a [`Cases`].
enum Entry<C> {
    Case(C),
    /// RON hands `AnyOf([…])` over as a list that holds one list.
    Texts(Vec<String>),
}

impl<'de, C: Deserialize<'de>> Deserialize<'de> for Entry<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntryVisitor<C>(std::marker::PhantomData<C>);

        impl<'de, C: Deserialize<'de>> Visitor<'de> for EntryVisitor<C> {
            type Value = Entry<C>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an entry in brackets: `(if: …, …)`")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                C::deserialize(de::value::MapAccessDeserializer::new(map)).map(Entry::Case)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::<String>::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Entry::Texts)
            }
        }

        deserializer.deserialize_any(EntryVisitor(std::marker::PhantomData))
    }
}

impl<T: Written> Serialize for Cases<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.cases.is_empty() {
            return self.last.serialize(serializer);
        }
        let conditional = self.cases.iter().map(|(condition, value)| T::join(Some(condition), value));
        serializer.collect_seq(conditional.chain(std::iter::once(T::join(None, &self.last))))
    }
}

impl<'de, T: Written> Deserialize<'de> for Cases<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CasesVisitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Written> Visitor<'de> for CasesVisitor<T> {
            type Value = Cases<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(T::EXPECTED)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cases { cases: Vec::new(), last: T::plain(text) })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut cases = Vec::new();
                let mut last = None;
                while let Some(entry) = seq.next_element::<Entry<T::Case>>()? {
                    let case = match entry {
                        Entry::Texts(texts) if cases.is_empty() && last.is_none() => {
                            return Ok(Cases { cases, last: T::any_of(texts)? });
                        }
                        Entry::Texts(_) => {
                            return Err(de::Error::custom(
                                "this entry is no wording with its condition. Write it as `(if: …, text: …)`",
                            ));
                        }
                        Entry::Case(case) => case,
                    };
                    if last.is_some() {
                        return Err(de::Error::custom(
                            "an entry before the last has no `if`, so what follows it can never be reached. Add `if: …` to it, or take out what follows",
                        ));
                    }
                    match T::split(case) {
                        (Some(condition), value) => cases.push((condition, value)),
                        (None, value) => last = Some(value),
                    }
                }
                match last {
                    Some(last) => Ok(Cases { cases, last }),
                    None => Err(de::Error::custom(
                        "the last entry has an `if`, so there is not always a way on. Take it out of the last entry, or add an entry without one",
                    )),
                }
            }
        }

        deserializer.deserialize_any(CasesVisitor(std::marker::PhantomData))
    }
}
