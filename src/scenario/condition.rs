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
/// What the customer says: `"…"`, or `[(if: …, text: "…"), …, (text: "…")]`.
pub type Says = Cases<String>;

/// How a [`Cases`] is written in a file.
trait Written: Sized + JsonSchema {
    type Case: for<'de> Deserialize<'de> + Serialize + JsonSchema;
    const EXPECTED: &'static str;
    fn plain(text: &str) -> Self;
    fn as_text(&self) -> &str;
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
    text: String,
}

impl Written for BeatId {
    type Case = GoCase;
    const EXPECTED: &'static str = "a beat's id, or a list of `(if: …, go: \"beat\")` whose last entry has no `if`";

    fn plain(text: &str) -> Self {
        text.into()
    }
    fn as_text(&self) -> &str {
        self.as_str()
    }
    fn split(case: GoCase) -> (Option<Condition>, Self) {
        (case.condition, case.go)
    }
    fn join(condition: Option<&Condition>, value: &Self) -> GoCase {
        GoCase { condition: condition.cloned(), go: value.clone() }
    }
}

impl Written for String {
    type Case = TextCase;
    const EXPECTED: &'static str = "the words, or a list of `(if: …, text: \"…\")` whose last entry has no `if`";

    fn plain(text: &str) -> Self {
        text.to_owned()
    }
    fn as_text(&self) -> &str {
        self
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

impl<T: Written> Serialize for Cases<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.cases.is_empty() {
            return serializer.serialize_str(self.last.as_text());
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
                while let Some(case) = seq.next_element::<T::Case>()? {
                    if last.is_some() {
                        return Err(de::Error::custom(
                            "only the last entry goes without `if`: what follows it can never be reached",
                        ));
                    }
                    match T::split(case) {
                        (Some(condition), value) => cases.push((condition, value)),
                        (None, value) => last = Some(value),
                    }
                }
                match last {
                    Some(last) => Ok(Cases { cases, last }),
                    None => {
                        Err(de::Error::custom("the last entry must go without `if`, so that there is always a way on"))
                    }
                }
            }
        }

        deserializer.deserialize_any(CasesVisitor(std::marker::PhantomData))
    }
}
