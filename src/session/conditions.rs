//! What a condition means.

use super::{PromiseState, State};
use crate::scenario::{Cases, Condition};

/// Whether a condition holds in a state.
pub fn holds(condition: &Condition, state: &State) -> bool {
    match condition {
        Condition::Knows(fact) => state.known.contains(fact),
        Condition::Noticed(fact) => state.noticed.contains(fact),
        Condition::Promised(promise) => state.promises.contains_key(promise),
        Condition::Kept(promise) => state.promises.get(promise) == Some(&PromiseState::Kept),
        Condition::Broke(promise) => {
            matches!(state.promises.get(promise), Some(PromiseState::Broken | PromiseState::Lapsed))
        }
        Condition::Chose(path) => state.taken.contains(path),
        Condition::Understood(level) => state.understood.is_some_and(|understood| understood >= *level),
        Condition::Feels(feeling) => state.customer.feeling() == *feeling,
        Condition::AtLeast(variable, value) => state.customer.read(*variable) >= *value,
        Condition::AtMost(variable, value) => state.customer.read(*variable) <= *value,
        Condition::All(parts) => parts.iter().all(|part| holds(part, state)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, state)),
        Condition::Not(part) => !holds(part, state),
    }
}

/// The first case that holds, else the last.
pub fn first_that_holds<'c, T>(cases: &'c Cases<T>, state: &State) -> &'c T {
    cases.cases.iter().find(|(condition, _)| holds(condition, state)).map_or(&cases.last, |(_, value)| value)
}
