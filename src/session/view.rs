//! Names and words put to the numbers that are played with.

use super::order::shuffle;
use super::paraphrase::Fragment;
use super::plan::{Asked, Core, Happening, Index, Plan, Watch};
use super::{Ask, Event, Session, State, Step};
use crate::scenario::{BeatId, FactId, Spoken, fragment_id_of_decoy};

/// What happens, told by its names.
pub(super) struct Events<'a> {
    plan: &'a Plan,
    told: Vec<Event>,
}

impl Watch for Events<'_> {
    #[inline]
    fn see(&mut self, happening: Happening) {
        self.told.extend(event(self.plan, happening));
    }
}

impl Session {
    /// Nothing has happened yet.
    pub(super) fn events(&self) -> Events<'_> {
        Events { plan: &self.plan, told: Vec::new() }
    }

    pub(super) fn step(&self, core: Core, events: Events<'_>) -> Step {
        Step { state: self.state(core), events: events.told }
    }

    fn state(&self, core: Core) -> State {
        let beat = self.plan.beat_id(core.beat);
        State {
            customer: core.customer,
            known: core.order.iter().map(|fact| self.plan.fact_id(*fact)).collect(),
            noticed: core.noticed.numbers().map(|fact| self.plan.fact_id(fact)).collect(),
            promises: self.plan.fates(&core).map(|(promise, fate)| (promise.clone(), fate)).collect(),
            ask: self.ask(&core, &beat),
            ending: core.ending,
            beat,
            core,
        }
    }

    /// The customer's words where a conversation stands.
    #[must_use]
    pub fn says(&self, state: &State) -> Option<&str> {
        let variant = state.core.said?;
        let says = self.beat(state)?.says.as_ref()?;
        match says.values().nth(usize::from(variant))? {
            Spoken::One(text) => Some(text),
            Spoken::AnyOf(texts) => {
                let mut positions: Vec<usize> = (0..texts.len()).collect();
                shuffle(&mut positions, self.seed, state.beat.as_str());
                texts.get(*positions.first()?).map(String::as_str)
            }
        }
    }

    fn ask(&self, core: &Core, beat: &BeatId) -> Ask {
        if core.ending.is_some() {
            return Ask::Nothing;
        }
        match self.plan.asked(core) {
            Asked::Choose(set) => Ask::Choose(self.offers.of(&self.plan, core.beat, set)),
            Asked::Commit(set) => Ask::Commit(self.offers.of(&self.plan, core.beat, set)),
            Asked::Paraphrase { facts, decoys } => {
                let facts = facts.iter().map(|fact| self.plan.fact_id(*fact));
                let facts = facts.map(|fact| Fragment { id: fact.to_string(), fact: Some(fact) });
                let decoys = (0..decoys).map(|at| Fragment { id: fragment_id_of_decoy(at), fact: None });
                let mut fragments: Vec<Fragment> = facts.chain(decoys).collect();
                shuffle(&mut fragments, self.seed, beat.as_str());
                Ask::Paraphrase(fragments)
            }
            Asked::End | Asked::PassOver => Ask::Nothing,
        }
    }

    pub(super) fn fact_at(&self, fact: &FactId) -> Option<Index> {
        self.plan.fact_at(fact)
    }
}

fn event(plan: &Plan, happening: Happening) -> Option<Event> {
    Some(match happening {
        Happening::Landed(customer) => Event::Landed(customer),
        Happening::NewContact(days) => Event::NewContact { days },
        Happening::FailedAgain => Event::FailedAgain,
        Happening::Entered(beat) => Event::Entered(plan.beat_id(beat)),
        Happening::PassedOver(beat) => Event::PassedOver(plan.beat_id(beat)),
        Happening::Revealed(fact) => Event::Revealed(plan.fact_id(fact)),
        Happening::Noticed(fact) => Event::Noticed(plan.fact_id(fact)),
        Happening::Promise(promise, fate) => Event::Promise(plan.promise_id(promise), fate),
        Happening::Renegotiated(promise) => Event::Renegotiated(plan.promise_id(promise)),
        Happening::Ended(ending) => Event::Ended(ending),
        Happening::Case(_) => return None,
    })
}
