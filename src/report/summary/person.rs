//! What a report keeps of one person: sums over their first assessments, and counts of everything else. It never grows with the number of
//! attempts, only with months and courses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::moments::{Moments, Points};
use crate::attempt::Obstacle;
use crate::customer::Outcome;
use crate::report::case::Promises;
use crate::scenario::CompetencyId;

/// A month of a year, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.rsplit_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        parts.map(|(year, month)| Self { year, month }).ok_or_else(|| format!("`{text}` is no month"))
    }
}

/// One attempt that stands for a moment: the first measure, the second, the earliest, the latest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// When it began; of equals the smaller id counts.
    pub when: (Timestamp, Uuid),
    /// The scenario.
    pub scenario: String,
    /// Scores with enough evidence, 0–1000.
    pub scores: BTreeMap<CompetencyId, u16>,
    /// The overall score, 0–1000.
    pub overall: Option<u16>,
    /// How the customer ended.
    pub outcome: Option<Outcome>,
}

/// Why an attempt has no score in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unscored {
    /// Practice: coached, and told apart.
    Practice,
    /// Another assessment of a scenario the person had been assessed on before.
    Repeated,
    /// Given up, or not gone on with.
    Interrupted,
    /// It cannot be replayed: its scenario is missing, or the rules would lead it another way.
    Unreadable,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// First assessments.
    pub firsts: u64,
    /// Everything else, by why it is not scored.
    pub unscored: BTreeMap<Unscored, u64>,
    /// Points of each competency over all first assessments.
    pub points: BTreeMap<CompetencyId, Points>,
    /// Overall scores of the first assessments that have one.
    pub overall: Moments,
    /// First assessments that reached the standard.
    pub passed: u64,
    /// How customers ended, by [`Outcome::rank`].
    pub outcomes: [u64; 5],
    /// What became of promises.
    pub promises: Promises,
    /// First assessments in which an error was made, by its code.
    pub errors: BTreeMap<String, u64>,
    /// Overall scores by month.
    pub months: BTreeMap<Month, Moments>,
    /// The first measure of each course.
    pub before: BTreeMap<String, Mark>,
    /// The second measure of each course.
    pub after: BTreeMap<String, Mark>,
    /// The earliest first assessment.
    pub earliest: Option<Mark>,
    /// The latest first assessment.
    pub latest: Option<Mark>,
    /// The groups this person trained with.
    pub cohorts: BTreeSet<String>,
    /// Path efficiencies of the first assessments that have one, 0–1000.
    pub paths: Moments,
    /// Attempts of any mode after which the record tells that they were asked the two questions, answered or not.
    pub asked: u64,
    /// Of those, the ones after which at least one of the two was answered.
    pub answered: u64,
    /// How confident they felt, 1–5.
    pub confident: Moments,
    /// The same by month.
    pub confident_by_month: BTreeMap<Month, Moments>,
    /// What would have stood in their way at work, with how often they said so.
    pub obstacles: BTreeMap<Obstacle, u64>,
    /// The same by scenario, each once, so that people can be counted.
    pub obstacles_in: BTreeMap<String, BTreeSet<Obstacle>>,
}
