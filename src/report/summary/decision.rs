//! What a report keeps of one scenario and of one decision in it, over all people.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::moments::{Moments, Points};
use crate::measurement::summary::Pairs;
use crate::scenario::{CompetencyId, FormId, ReplyId};

/// One scenario. Each person is counted once, with their first assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The newest version that was played: when, its title.
    pub title: (Timestamp, String),
    /// People.
    pub people: u64,
    /// Overall scores.
    pub overall: Moments,
    /// The scores of each competency that was asked for.
    pub scores: BTreeMap<CompetencyId, Moments>,
    /// How customers ended, by [`crate::customer::Outcome::rank`].
    pub outcomes: [u64; 5],
    /// Path efficiencies, 0–1000, of those that have one.
    pub paths: Moments,
}

/// One decision. Each person is counted once, where they first met it in their first assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The newest version in which it was met: when, the scenario's hash, its form.
    pub version: (Timestamp, String, Option<FormId>),
    /// People who met it.
    pub people: u64,
    /// Points over all of them.
    pub points: Points,
    /// People who earned less than half of what could be earned there.
    pub wrong: u64,
    /// What was given, with how often, and the points it earned.
    pub given: BTreeMap<String, Reply>,
    /// Of summings-up: how many people left a thing out that was said.
    pub left_out: BTreeMap<String, u64>,
    /// Of summings-up: how many people named a thing that nobody said.
    pub made_up: BTreeMap<String, u64>,
    /// The strongest reply, with how often it was another one than was given.
    pub better: BTreeMap<ReplyId, u64>,
    /// The share earned here beside the share earned at all other decisions of the attempt, both 0–1000, where there are others.
    pub rest: Pairs,
}

/// One reply at a decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// People who gave it.
    pub people: u64,
    /// How many of them earned less than half of what could be earned.
    pub wrong: u64,
    /// Points.
    pub points: Points,
}

/// What silence is called among replies; no id has a bracket in it.
pub const SILENCE: &str = "(silence)";
/// What every summing-up is called among replies.
pub const SUMMED_UP: &str = "(summing-up)";

impl Reply {
    /// Counts what another part has counted.
    pub fn merge(&mut self, other: Self) {
        self.people += other.people;
        self.wrong += other.wrong;
        self.points.merge(other.points);
    }
}
