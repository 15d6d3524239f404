//! What a report keeps of one scenario and of one decision in it, over all people.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::moments::{Moments, Points};
use crate::measurement::summary::Pairs;
use crate::report::case::{Case, Decided, Played};
use crate::scenario::{CompetencyId, FormId, ReplyId};
use crate::session::Given;

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

impl Scenario {
    pub(super) fn add(&mut self, case: &Case) {
        self.newest((case.started, case.scenario.title.clone()));
        self.people += 1;
        if let Some(overall) = case.overall {
            self.overall.add(overall);
        }
        for score in &case.scores {
            if let Some(points) = score.score {
                self.scores.entry(score.competency.clone()).or_default().add(points);
            }
        }
        if let Some(count) = case.outcome.and_then(|outcome| self.outcomes.get_mut(usize::from(outcome.rank()))) {
            *count += 1;
        }
        if let Some(path) = case.path {
            self.paths.add(path);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.newest(other.title);
        self.people += other.people;
        self.overall.merge(other.overall);
        for (competency, moments) in other.scores {
            self.scores.entry(competency).or_default().merge(moments);
        }
        for (count, more) in self.outcomes.iter_mut().zip(other.outcomes) {
            *count += more;
        }
        self.paths.merge(other.paths);
    }

    fn newest(&mut self, title: (Timestamp, String)) {
        if self.people == 0 || title > self.title {
            self.title = title;
        }
    }
}

impl Decision {
    /// `all` are the points of the whole attempt.
    pub(super) fn add(&mut self, when: Timestamp, played: &Played, decided: &Decided, all: (u32, u32)) {
        self.newest((when, played.hash.clone(), played.form.clone()));
        let (earned, best) = decided.points();
        let (elsewhere, best_elsewhere) = (all.0.saturating_sub(earned), all.1.saturating_sub(best));
        if best > 0 && best_elsewhere > 0 {
            let share = |earned: u32, best: u32| u64::from(earned) * 1000 / u64::from(best);
            self.rest.push(share(earned, best), share(elsewhere, best_elsewhere));
        }
        let points = Points { earned: earned.into(), best: best.into(), decisions: 1 };
        let wrong = u64::from(2 * earned < best);
        self.people += 1;
        self.points.merge(points);
        self.wrong += wrong;
        let name = match &decided.given {
            Given::Reply(reply) => reply.to_string(),
            Given::Fragments(_) => SUMMED_UP.to_owned(),
            Given::Silence => SILENCE.to_owned(),
        };
        let reply = self.given.entry(name).or_default();
        reply.merge(Reply { people: 1, wrong, points });
        if let Some(better) = &decided.better {
            *self.better.entry(better.clone()).or_default() += 1;
        }
        for fact in &decided.left_out {
            *self.left_out.entry(fact.clone()).or_default() += 1;
        }
        if let Given::Fragments(chosen) = &decided.given {
            for decoy in chosen.iter().filter(|id| id.starts_with("decoy-")) {
                *self.made_up.entry(decoy.clone()).or_default() += 1;
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.newest(other.version);
        self.people += other.people;
        self.points.merge(other.points);
        self.wrong += other.wrong;
        for (name, reply) in other.given {
            self.given.entry(name).or_default().merge(reply);
        }
        for (mine, theirs) in [(&mut self.left_out, other.left_out), (&mut self.made_up, other.made_up)] {
            for (id, count) in theirs {
                *mine.entry(id).or_default() += count;
            }
        }
        self.rest.merge(&other.rest);
        for (id, count) in other.better {
            *self.better.entry(id).or_default() += count;
        }
    }

    fn newest(&mut self, version: (Timestamp, String, Option<FormId>)) {
        if self.people == 0 || version > self.version {
            self.version = version;
        }
    }
}

impl Reply {
    fn merge(&mut self, other: Self) {
        self.people += other.people;
        self.wrong += other.wrong;
        self.points.merge(other.points);
    }
}
