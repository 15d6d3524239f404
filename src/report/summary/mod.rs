//! What a report needs, folded from cases one at a time. Everything is a whole number or the earlier of two, so a report over parts equals
//! the report over the whole, in whatever order the parts come; memory grows with people, scenarios and decisions, never with attempts.

mod decision;
mod form;
mod moments;
mod person;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::case::{Case, Decided};
use crate::attempt::{Mode, Obstacle, Voice};
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
    /// Counts an attempt that was finished and scored again.
    pub fn add(&mut self, case: &Case) {
        self.people.entry(case.trainee.clone()).or_default().add(case);
        if case.mode != Mode::Assessment || !case.first {
            return;
        }
        self.extend((case.started, case.started));
        self.scenarios.entry(case.scenario.id.clone()).or_default().add(case);
        if let Some(overall) = case.overall {
            *self.spread.entry((overall + 5) / 10).or_default() += 1;
        }
        let all =
            case.decisions.iter().map(Decided::points).fold((0, 0), |(e, b), (earned, best)| (e + earned, b + best));
        let mut met: BTreeMap<&BeatId, u64> = BTreeMap::new();
        for decided in &case.decisions {
            // Somebody who comes back to a decision has had its first reply taken off the list.
            if let Entry::Vacant(entry) = met.entry(&decided.beat) {
                entry.insert(decided.points().0.into());
                let id = (case.scenario.id.clone(), case.scenario.shape.clone(), decided.beat.clone());
                self.decisions.entry(id).or_default().add(case.started, &case.scenario, decided, all);
            }
        }
        let form = (case.scenario.id.clone(), case.scenario.shape.clone());
        self.forms.entry(form).or_default().add(&met);
    }

    /// Counts an attempt that has no score here.
    pub fn leave_out(&mut self, trainee: Option<&str>, why: Unscored) {
        self.people.entry(trainee.map(str::to_owned)).or_default().leave_out(why);
    }

    /// Counts what somebody answered after an attempt of any mode, finished or not; `when` is when the attempt began.
    pub fn hear(&mut self, trainee: Option<&str>, scenario: &str, when: Timestamp, voice: &Voice) {
        self.people.entry(trainee.map(str::to_owned)).or_default().hear(scenario, when, voice);
    }

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

    /// Counts what another part has counted. No attempt may be in both.
    pub fn merge(&mut self, other: Self) {
        for (name, person) in other.people {
            self.people.entry(name).or_default().merge(person);
        }
        for (id, scenario) in other.scenarios {
            self.scenarios.entry(id).or_default().merge(scenario);
        }
        for (id, decision) in other.decisions {
            self.decisions.entry(id).or_default().merge(decision);
        }
        for (id, form) in other.forms {
            self.forms.entry(id).or_default().merge(&form);
        }
        for (score, count) in other.spread {
            *self.spread.entry(score).or_default() += count;
        }
        if let Some(period) = other.period {
            self.extend(period);
        }
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

    fn extend(&mut self, (first, last): (Timestamp, Timestamp)) {
        let (from, to) = self.period.unwrap_or((first, last));
        self.period = Some((from.min(first), to.max(last)));
    }
}
