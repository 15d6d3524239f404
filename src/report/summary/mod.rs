//! What a report needs, counted from attempts by a [`Tally`](super::Tally), with every name written out.

mod decision;
mod form;
mod moments;
mod person;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::attempt::Obstacle;
use crate::scenario::BeatId;

pub use decision::{Decision, Reply, SILENCE, SUMMED_UP, Scenario};
pub use form::Form;
pub use moments::{Moments, Points, real};
pub use person::{Mark, Month, Person, Unscored};

/// Which decision: the scenario's id, its shape, the beat.
pub type DecisionId = (String, String, BeatId);

/// What a report needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Every person, by name or code. Attempts without a name are one person's: nothing tells them apart.
    pub people: BTreeMap<Option<String>, Person>,
    /// Every scenario, by its id.
    pub scenarios: BTreeMap<String, Scenario>,
    /// Every decision.
    pub decisions: BTreeMap<DecisionId, Decision>,
    /// Every scenario's decisions together, by its id and shape.
    pub forms: BTreeMap<(String, String), Form>,
    /// How many first assessments have each overall score, in whole points, 0–100.
    pub spread: BTreeMap<u16, u64>,
    /// When the first and the last scored attempt began.
    pub period: Option<(Timestamp, Timestamp)>,
}

impl Summary {
    /// What would have stood in people's way at work in one scenario: how many people named each, and how many named anything. Each
    /// person counts once, however often they said it.
    #[must_use]
    pub fn obstacles_in(&self, scenario: &str) -> (BTreeMap<Obstacle, u64>, u64) {
        let named = || self.people.values().filter_map(|person| person.obstacles_in.get(scenario));
        let mut people: BTreeMap<Obstacle, u64> = BTreeMap::new();
        for obstacle in named().flatten() {
            *people.entry(*obstacle).or_default() += 1;
        }
        (people, named().count() as u64)
    }

    /// The people with at least one first assessment.
    pub fn assessed(&self) -> impl Iterator<Item = &Person> {
        self.people.values().filter(|person| person.firsts > 0)
    }

    /// How many attempts have no score, for one reason.
    #[must_use]
    pub fn unscored(&self, why: Unscored) -> u64 {
        self.people.values().filter_map(|person| person.unscored.get(&why)).sum()
    }
}
