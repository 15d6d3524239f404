//! The ids a scenario file gives to its parts. Item statistics depend on them, so past the loader they are types, not strings,
//! and one kind is never taken for another. Copying one is cheap.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

thread_local! {
    /// The ids of the file that is being read. A file names each of its parts many times, and a competency in nearly every reply.
    static SEEN: RefCell<Option<FxHashSet<Arc<str>>>> = const { RefCell::new(None) };
}

/// Reads something, and keeps each id in it once, however often it is written.
pub(super) fn sharing<T>(read: impl FnOnce() -> T) -> T {
    SEEN.set(Some(FxHashSet::default()));
    let value = read();
    SEEN.set(None);
    value
}

fn shared(id: &str) -> Arc<str> {
    SEEN.with_borrow_mut(|seen| match seen {
        Some(seen) => {
            if let Some(known) = seen.get(id) {
                Arc::clone(known)
            } else {
                let new: Arc<str> = id.into();
                seen.insert(Arc::clone(&new));
                new
            }
        }
        None => id.into(),
    })
}

/// Reads a text without copying it where it stands in the source as it is.
struct Written<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Written<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Written<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id in quotation marks")
            }

            fn visit_borrowed_str<E>(self, id: &'de str) -> Result<Self::Value, E> {
                Ok(Written(Cow::Borrowed(id)))
            }

            fn visit_str<E>(self, id: &str) -> Result<Self::Value, E> {
                Ok(Written(Cow::Owned(id.to_owned())))
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id of a file that is being read, kept once like every other.
            pub(super) fn shared(id: &str) -> Self {
                Self(shared(id))
            }

            /// The id as it is written in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl From<Arc<str>> for $name {
            fn from(id: Arc<str>) -> Self {
                Self(id)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Written::deserialize(deserializer).map(|id| Self::shared(&id.0))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    )+};
}

ids! {
    /// One turn of the conversation.
    BeatId,
    /// One choice or offer within its beat.
    ReplyId,
    /// Something the customer says that matters.
    FactId,
    /// Something the trainee can promise.
    PromiseId,
    /// What is scored, as the rubric names it.
    CompetencyId,
    /// Another form of the conversation.
    FormId,
}

/// A reply named from outside its beat: `"beat/reply"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct ReplyPath {
    /// The beat it belongs to.
    pub beat: BeatId,
    /// Its id there.
    pub reply: ReplyId,
}

impl TryFrom<String> for ReplyPath {
    type Error = String;

    fn try_from(path: String) -> Result<Self, Self::Error> {
        match path.split_once('/') {
            Some((beat, reply)) => Ok(Self { beat: beat.into(), reply: reply.into() }),
            None => Err(format!("`{path}` names no reply: write it as \"beat/reply\"")),
        }
    }
}

impl From<ReplyPath> for String {
    fn from(path: ReplyPath) -> Self {
        path.to_string()
    }
}

impl fmt::Display for ReplyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.beat, self.reply)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_written_twice_in_a_file_is_kept_once() {
        let read = || ron::from_str::<[BeatId; 2]>(r#"("desk", "desk")"#).expect("ids");
        let [one, other] = sharing(read);
        assert!(Arc::ptr_eq(&one.0, &other.0));
        let [one, other] = read();
        assert!(!Arc::ptr_eq(&one.0, &other.0) && one == other);
    }
}
