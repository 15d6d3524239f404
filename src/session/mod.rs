//! One conversation being played. A [`Session`] never changes; `State × Given -> State + events` is the whole of it.
//! The window, the terminal, the replay and whatever else plays call the same [`Session::apply`]. No clock, no files.

mod offer;
mod order;
mod paraphrase;
pub mod plan;
mod state;
mod told;
mod view;
mod way;

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

use crate::customer::Persona;
use crate::scenario::{Beat, BeatId, Checked, CompetencyId, Map, Move, ReplyId, Rules};

pub use offer::Offer;
use offer::Offers;
pub use paraphrase::{Fragment, Heard, level_of};
use plan::Plan;
pub use state::{Ask, Ending, Event, Given, PromiseState, State};
pub use told::Card;
pub use way::way_to;

/// What stays the same while a conversation is played.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Checked>,
    rules: Arc<Rules>,
    persona: Arc<Persona>,
    plan: Arc<Plan>,
    seed: u64,
    /// What each beat offers under the seed, as far as it was asked.
    offers: Arc<Offers>,
}

/// A state and what happened on the way to it, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where the conversation stands now.
    pub state: State,
    /// What happened.
    pub events: Vec<Event>,
}

/// A decision with the states around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where it was taken.
    pub before: State,
    /// What was taken.
    pub given: Given,
    /// Where it led, and what happened on the way.
    pub after: Step,
}

/// Why a reply was not taken. The state is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The conversation is over.
    #[error("the conversation is over")]
    Over,
    /// It is not among the replies offered now.
    #[error("`{0}` is not offered here")]
    NotOffered(String),
    /// A paraphrase needs at least one fragment.
    #[error("say at least one thing you heard")]
    Empty,
    /// The persona is not among the rules.
    #[error("there is no persona `{0}`")]
    NoPersona(String),
}

impl Session {
    /// A session of a scenario under rules. `seed` orders replies and fragments and never decides a score; `persona` replaces
    /// the scenario's own.
    ///
    /// # Errors
    /// [`Refusal::NoPersona`] where the rules have no such persona.
    pub fn new(scenario: Arc<Checked>, rules: Arc<Rules>, seed: u64, persona: Option<&str>) -> Result<Self, Refusal> {
        let id = persona.unwrap_or(&scenario.customer.persona);
        let persona = rules.personas.get(id).cloned().ok_or_else(|| Refusal::NoPersona(id.to_owned()))?;
        let plan = Arc::new(Plan::new(&scenario, &rules, &persona));
        let offers = Arc::new(Offers::new(&plan, seed));
        Ok(Self { scenario, rules, persona: Arc::new(persona), plan, seed, offers })
    }

    /// The same conversation in another order of replies and fragments.
    #[must_use]
    pub fn with_seed(&self, seed: u64) -> Self {
        Self { seed, offers: Arc::new(Offers::new(&self.plan, seed)), ..self.clone() }
    }

    /// The scenario made ready for playing.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The scenario that is played.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Checked> {
        &self.scenario
    }

    /// The rules it is played under.
    #[must_use]
    pub fn rules(&self) -> &Arc<Rules> {
        &self.rules
    }

    /// The customer's persona.
    #[must_use]
    pub fn persona(&self) -> &Persona {
        &self.persona
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The first state.
    #[must_use]
    pub fn begin(&self) -> Step {
        let mut events = self.events();
        let core = self.plan.begin(&mut events);
        self.step(core, events)
    }

    /// The state after a reply.
    ///
    /// # Errors
    /// A [`Refusal`] where the reply is not offered in `state`.
    pub fn apply(&self, state: &State, given: &Given) -> Result<Step, Refusal> {
        if state.ending.is_some() {
            return Err(Refusal::Over);
        }
        let mut core = state.core.clone();
        let mut events = self.events();
        match given {
            Given::Reply(reply) => {
                let offered = state.ask.offer().and_then(|offer| offer.placed().find(|(one, _)| *one == reply));
                let (_, position) = offered.ok_or_else(|| Refusal::NotOffered(given.to_string()))?;
                self.plan.reply(&mut core, position, &mut events);
            }
            Given::Fragments(chosen) => {
                let heard = self.heard_in(state, chosen)?;
                let facts: Vec<plan::Index> = heard.chosen.iter().filter_map(|fact| self.fact_at(fact)).collect();
                self.plan.paraphrase(&mut core, heard.level, &facts, &mut events);
            }
            Given::Silence => {
                if self.silence(state).is_none() {
                    return Err(Refusal::NotOffered(given.to_string()));
                }
                self.plan.silence(&mut core, &mut events);
            }
        }
        Ok(self.step(core, events))
    }

    /// All turns of a list of decisions, from the first beat.
    ///
    /// # Errors
    /// The number of the decision, from 1, that is not offered where it stands, and why.
    pub fn play<'g>(&self, decisions: impl IntoIterator<Item = &'g Given>) -> Result<Vec<Turn>, (usize, Refusal)> {
        let mut state = self.begin().state;
        let mut turns = Vec::new();
        for (index, given) in decisions.into_iter().enumerate() {
            let after = self.apply(&state, given).map_err(|refusal| (index + 1, refusal))?;
            turns.push(Turn { before: state, given: given.clone(), after: after.clone() });
            state = after.state;
        }
        Ok(turns)
    }

    /// The beat a state stands at.
    #[must_use]
    pub fn beat(&self, state: &State) -> Option<&Beat> {
        self.scenario.beats.value_at(plan::at(state.core.beat))
    }

    /// The choices or offers there are to choose from, in the order they are shown; none where something else is asked.
    pub fn offered<'s>(&'s self, state: &'s State) -> impl Iterator<Item = (&'s ReplyId, &'s Move)> {
        let moves = self.beat(state).and_then(Beat::moves);
        let placed = state.ask.offer().into_iter().flat_map(Offer::placed);
        placed.filter_map(move |(id, position)| Some((id, moves?.value_at(position)?)))
    }

    /// The choice or offer `reply` of a beat.
    #[must_use]
    pub fn reply(&self, beat: &BeatId, reply: &ReplyId) -> Option<&Move> {
        self.scenario.beats.value_at(self.scenario.position(beat)?)?.moves()?.get(reply)
    }

    /// The effective level of each competency a choice or offer shows, as it is scored.
    #[must_use]
    pub fn levels(&self, taken: &Move) -> BTreeMap<CompetencyId, u8> {
        self.effective(&taken.shows, &taken.errors)
    }

    /// The effective level of each competency in `shows`, as it is scored.
    #[must_use]
    pub fn effective(&self, shows: &Map<CompetencyId, u8>, errors: &[String]) -> BTreeMap<CompetencyId, u8> {
        let effective = |(competency, written): (&CompetencyId, &u8)| {
            (competency.clone(), self.rules.rubric.effective(competency.as_str(), *written, errors))
        };
        shows.iter().map(effective).collect()
    }

    fn heard_in(&self, state: &State, chosen: &std::collections::BTreeSet<String>) -> Result<Heard, Refusal> {
        let Ask::Paraphrase(fragments) = &state.ask else {
            return Err(Refusal::NotOffered(Given::Fragments(chosen.clone()).to_string()));
        };
        if chosen.is_empty() {
            return Err(Refusal::Empty);
        }
        match chosen.iter().find(|id| !fragments.iter().any(|fragment| fragment.id == **id)) {
            Some(stranger) => Err(Refusal::NotOffered(stranger.clone())),
            None => Ok(self.heard(fragments, chosen)),
        }
    }
}
