//! What an edit did to the plays of a scenario: how many there are, what they can score, how they can end.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::customer::Outcome;
use crate::explore::{Answers, Explored};
use crate::score::shown;

/// What changed for those who play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ranges {
    /// Whether every state of both versions was looked at; else only the outcomes that were reached are compared.
    pub exact: bool,
    /// What is not as it was.
    pub changes: Vec<RangeChange>,
}

/// One figure that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RangeChange {
    /// What it is about, for example `replies in a play` or `ReturnsAndRefers`.
    pub what: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// Two explorations compared, in the figures that people are shown.
#[must_use]
pub fn ranges(old: &Explored, new: &Explored) -> Ranges {
    let mut changes = Vec::new();
    let mut add = |what: String, before: String, after: String| {
        if before != after {
            changes.push(RangeChange { what, before, after });
        }
    };
    for outcome in Outcome::ALL {
        add(format!("{outcome:?}"), ending(old, outcome), ending(new, outcome));
    }
    if let (Some(old), Some(new)) = (&old.answers, &new.answers) {
        add("different ways to play it".to_owned(), plays(old), plays(new));
        add("replies in a play".to_owned(), span(old.length), span(new.length));
        let (old, new) = (scores(old), scores(new));
        for competency in old.keys().chain(new.keys().filter(|id| !old.contains_key(*id))) {
            let told = |scores: &BTreeMap<String, String>| {
                scores.get(competency).cloned().unwrap_or_else(|| "never scored".to_owned())
            };
            add(format!("{competency}, least and greatest score"), told(&old), told(&new));
        }
    }
    Ranges { exact: old.is_complete() && new.is_complete(), changes }
}

/// Whether an outcome can be reached, and in how many of a hundred plays.
fn ending(found: &Explored, outcome: Outcome) -> String {
    if !found.reached.outcomes.contains(&outcome) {
        return if found.is_complete() { "cannot be reached".to_owned() } else { "not reached".to_owned() };
    }
    let share = found.answers.as_ref().and_then(|answers| answers.shares.as_ref()?.get(&outcome).copied());
    share.map_or_else(|| "can be reached".to_owned(), |share| format!("{:.1} % of the ways", share * 100.0))
}

fn plays(answers: &Answers) -> String {
    answers.plays.map_or_else(|| "too many to count".to_owned(), |plays| plays.to_string())
}

fn span((least, most): (u32, u32)) -> String {
    format!("{least} to {most}")
}

/// The least and the greatest score of each competency, 0–100.
fn scores(answers: &Answers) -> BTreeMap<String, String> {
    let all = answers.scores.iter().filter(|range| range.outcome.is_none());
    all.map(|range| {
        let (least, most) = (shown(range.least.score), shown(range.greatest.score));
        (range.competency.to_string(), format!("{least} to {most}"))
    })
    .collect()
}
