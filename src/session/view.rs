//! Names and words put to the numbers that are played with.

use super::order::shuffle;
use super::paraphrase::Fragment;
use super::plan::{Asked, Core, Happening, Index, at};
use super::{Ask, Event, Session, State, Step};
use crate::scenario::{BeatId, FactId, PromiseId, ReplyId, Spoken, fragment_id_of_decoy};

impl Session {
    pub(super) fn step(&self, core: Core, happened: &[Happening]) -> Step {
        let events = happened.iter().filter_map(|happening| self.event(*happening)).collect();
        Step { state: self.state(core), events }
    }

    fn state(&self, core: Core) -> State {
        let beat = self.plan.beat_id(core.beat);
        State {
            customer: core.customer,
            known: core.order.iter().map(|fact| self.plan.fact_id(*fact)).collect(),
            noticed: core.noticed.numbers().map(|fact| self.plan.fact_id(fact)).collect(),
            promises: self.plan.fates(&core).map(|(promise, fate)| (promise.clone(), fate)).collect(),
            says: self.words(&core).map(ToOwned::to_owned),
            ask: self.ask(&core, &beat),
            ending: core.ending,
            beat,
            core,
        }
    }

    /// The customer's words where a conversation stands.
    #[must_use]
    pub fn words(&self, core: &Core) -> Option<&str> {
        let variant = core.said?;
        let says = self.scenario.beats.value_at(at(core.beat))?.says.as_ref()?;
        match says.values().nth(usize::from(variant))? {
            Spoken::One(text) => Some(text),
            Spoken::AnyOf(texts) => {
                let mut positions: Vec<usize> = (0..texts.len()).collect();
                shuffle(&mut positions, self.seed, self.plan.beat(core.beat)?.id.as_str());
                texts.get(*positions.first()?).map(String::as_str)
            }
        }
    }

    fn ask(&self, core: &Core, beat: &BeatId) -> Ask {
        if core.ending.is_some() {
            return Ask::Nothing;
        }
        match self.plan.asked(core) {
            Asked::Choose(set) => Ask::Choose(self.shown(core.beat, set, beat)),
            Asked::Commit(set) => Ask::Commit(self.shown(core.beat, set, beat)),
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

    /// The replies of a set, in the order they are shown.
    fn shown(&self, beat: Index, set: u32, id: &BeatId) -> Vec<ReplyId> {
        let mut shown: Vec<ReplyId> = self.plan.replies(beat, set).cloned().collect();
        shuffle(&mut shown, self.seed, id.as_str());
        shown
    }

    pub(super) fn fact_at(&self, fact: &FactId) -> Option<Index> {
        self.plan.fact_at(fact)
    }

    fn event(&self, happening: Happening) -> Option<Event> {
        let promise = |promise: Index| -> PromiseId { self.plan.promise_id(promise) };
        Some(match happening {
            Happening::Landed(customer) => Event::Landed(customer),
            Happening::NewContact(days) => Event::NewContact { days },
            Happening::FailedAgain => Event::FailedAgain,
            Happening::Entered(beat) => Event::Entered(self.plan.beat_id(beat)),
            Happening::PassedOver(beat) => Event::PassedOver(self.plan.beat_id(beat)),
            Happening::Revealed(fact) => Event::Revealed(self.plan.fact_id(fact)),
            Happening::Noticed(fact) => Event::Noticed(self.plan.fact_id(fact)),
            Happening::Promise(which, fate) => Event::Promise(promise(which), fate),
            Happening::Renegotiated(which) => Event::Renegotiated(promise(which)),
            Happening::Ended(ending) => Event::Ended(ending),
            Happening::Case(_) => return None,
        })
    }
}
