//! What a condition means.

use super::{Cond, Core, Goto, Index, Says, Watch};
use crate::session::PromiseState;
use crate::session::plan::Happening;

/// Whether a condition holds in a state.
pub(crate) fn holds(condition: &Cond, core: &Core) -> bool {
    match condition {
        Cond::Knows(fact) => core.known.has(*fact),
        Cond::Noticed(fact) => core.noticed.has(*fact),
        Cond::Promised(promise) => core.promise(*promise).is_some(),
        Cond::Kept(promise) => core.promise(*promise) == Some(PromiseState::Kept),
        Cond::Broke(promise) => {
            matches!(core.promise(*promise), Some(PromiseState::Broken | PromiseState::Lapsed))
        }
        Cond::Marked(mark) => core.marks.has(*mark),
        Cond::Understood(level) => core.understood.is_some_and(|understood| understood >= *level),
        Cond::Feels(feeling) => core.customer.feeling() == *feeling,
        Cond::AtLeast(variable, value) => core.customer.read(*variable) >= *value,
        Cond::AtMost(variable, value) => core.customer.read(*variable) <= *value,
        Cond::All(parts) => parts.iter().all(|part| holds(part, core)),
        Cond::Any(parts) => parts.iter().any(|part| holds(part, core)),
        Cond::Not(part) => !holds(part, core),
    }
}

impl Goto {
    /// The beat of the first case that holds, else of the last.
    pub fn choose(&self, core: &Core, watch: &mut impl Watch) -> Index {
        for (number, (condition, beat)) in (self.first_case..).zip(self.cases.iter()) {
            if holds(condition, core) {
                watch.see(Happening::Case(number));
                return *beat;
            }
        }
        if !self.cases.is_empty() {
            watch.see(Happening::Case(self.first_case + u32::try_from(self.cases.len()).unwrap_or(u32::MAX)));
        }
        self.last
    }
}

impl Says {
    /// The position of the variant that is said: the first whose condition holds, else the last.
    pub fn choose(&self, core: &Core, watch: &mut impl Watch) -> u16 {
        let position = self.conditions.iter().position(|condition| holds(condition, core));
        let position = u16::try_from(position.unwrap_or(self.conditions.len())).unwrap_or(u16::MAX);
        if !self.conditions.is_empty() {
            watch.see(Happening::Case(self.first_case + u32::from(position)));
        }
        position
    }
}
