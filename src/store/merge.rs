//! What other machines kept, and how versions of one attempt come together.
//!
//! A version is a list of lines. One that only goes on where another stops takes its place. Of versions that say different things
//! the one with the most lines is kept (of equally long ones the one with the smallest digest), and the others stand beside it.
//! So the result is the same in whatever order they come, and nothing is lost.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::attempt::{Damaged, Start};

/// A piece of what other machines kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An attempt.
    Attempt {
        /// What its first line says.
        start: Box<Start>,
        /// All its lines.
        lines: Vec<String>,
    },
    /// The text of a scenario.
    Scenario {
        /// Its hash.
        hash: String,
        /// Its text.
        text: String,
    },
    /// What a facilitator said of an attempt, which comes after the attempt itself.
    Label {
        /// The attempt.
        attempt: Uuid,
        /// The group it belongs to; may be empty.
        cohort: String,
        /// Who led the group; may be empty.
        facilitator: String,
    },
    /// A line that cannot be read.
    Damaged {
        /// Its number and what is wrong.
        told: Damaged,
        /// The line.
        bytes: Vec<u8>,
    },
}

/// What came of a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Attempts that were not there before.
    pub new: usize,
    /// Attempts of which less was there before.
    pub longer: usize,
    /// Attempts of which nothing new came.
    pub duplicates: usize,
    /// Attempts that now have versions that say different things.
    pub conflicts: Vec<Uuid>,
    /// Attempts left out because their trainee has asked to be forgotten.
    pub forgotten: usize,
    /// Versions of scenarios never seen before: id, hash, and whether the text came too.
    pub versions: Vec<(String, String, bool)>,
    /// Scenario texts left out because they are not what their hash says.
    pub wrong_texts: Vec<String>,
    /// Lines that could not be read. They are kept as they came.
    pub damaged: Vec<Damaged>,
}

/// How a new version changed what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Nothing,
    Longer,
    Conflict,
}

/// Versions after one more has come: the one that is kept, and the others.
pub(super) struct Joined {
    pub kept: Vec<String>,
    pub others: Vec<Vec<String>>,
    pub change: Change,
}

/// Puts one more version to those that are there, none of which goes on where another stops.
pub(super) fn join(mut versions: Vec<Vec<String>>, new: Vec<String>) -> Joined {
    let change = if versions.iter().any(|version| version.starts_with(&new)) {
        Change::Nothing
    } else {
        versions.retain(|version| !new.starts_with(version));
        versions.push(new);
        if versions.len() == 1 { Change::Longer } else { Change::Conflict }
    };
    // Last the longest, and of equally long ones the smallest digest.
    versions.sort_by_cached_key(|version| (version.len(), std::cmp::Reverse(digest(version.join("\n").as_bytes()))));
    let kept = versions.pop().unwrap_or_default();
    Joined { kept, others: versions, change }
}

/// SHA-256, lower-case hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn version(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    fn joined<'v>(versions: impl IntoIterator<Item = &'v String>) -> (Vec<String>, Vec<Vec<String>>) {
        let empty = Joined { kept: Vec::new(), others: Vec::new(), change: Change::Nothing };
        let all = versions.into_iter().fold(empty, |Joined { kept, mut others, .. }, one| {
            others.extend(Some(kept).filter(|kept| !kept.is_empty()));
            join(others, version(one))
        });
        let Joined { kept, mut others, .. } = all;
        others.sort();
        (kept, others)
    }

    proptest! {
        #[test]
        fn versions_come_together_the_same_in_any_order_and_however_often(
            (versions, again) in prop::collection::vec("s[ab]{0,4}", 1..6).prop_flat_map(|versions| {
                let twice: Vec<String> = versions.iter().chain(&versions).cloned().collect();
                (Just(versions), Just(twice).prop_shuffle())
            })
        ) {
            let once = joined(&versions);
            prop_assert_eq!(&joined(&again), &once);
            let (kept, others) = once;
            let told = |one: &String| others.iter().chain([&kept]).any(|version| version.starts_with(&self::version(one)));
            prop_assert!(versions.iter().all(told), "nothing is lost");
        }
    }
}
