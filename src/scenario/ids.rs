//! The ids a scenario file gives to its parts. Item statistics depend on them, so past the loader they are types, not strings,
//! and one kind is never taken for another.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it is written in the file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
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
