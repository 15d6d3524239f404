//! From a recorded attempt back to its turns: the same session, the same `apply`.

use std::sync::Arc;

use thiserror::Error;

use super::Attempt;
use crate::scenario::{Checked, Rules};
use crate::session::{Refusal, Session, Turn};

/// Why an attempt could not be replayed to its end.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReplayError {
    /// The scenario is not the one that was played.
    #[error("it was played on another version of the scenario")]
    OtherScenario,
    /// The rules have no such persona.
    #[error("its persona is not among the rules: {0}")]
    Persona(Refusal),
    /// Under the present rules the conversation takes another way.
    #[error("decision {n} is not offered any more: {why}")]
    OtherPath {
        /// The decision's number, from 1.
        n: usize,
        /// Why.
        why: Refusal,
    },
}

/// The session an attempt was played in.
///
/// # Errors
/// Where the scenario or the persona is not the one that was played.
pub fn session_of(attempt: &Attempt, scenario: Arc<Checked>, rules: Arc<Rules>) -> Result<Session, ReplayError> {
    if scenario.hash() != attempt.start.hash {
        return Err(ReplayError::OtherScenario);
    }
    let scenario = match &attempt.start.form {
        Some(form) => Arc::new(scenario.in_form(form).ok_or(ReplayError::OtherScenario)?),
        None => scenario,
    };
    Session::new(scenario, rules, attempt.start.seed, Some(&attempt.start.persona)).map_err(ReplayError::Persona)
}

/// The turns of an attempt, recomputed.
///
/// # Errors
/// Where a decision is not offered at its place, which can only be under other rules than it was recorded with.
pub fn replay(session: &Session, attempt: &Attempt) -> Result<Vec<Turn>, ReplayError> {
    session
        .play(attempt.decisions.iter().map(|decision| &decision.given))
        .map_err(|(n, why)| ReplayError::OtherPath { n, why })
}
