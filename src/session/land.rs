//! What a reply does to the customer, in the order that design §3a fixes (Landing).

use std::collections::BTreeMap;

use super::conditions::first_that_holds;
use super::{Ask, Event, Given, PromiseState, Session, State, Step};
use crate::customer::{Behaviour, SmallEvent};
use crate::scenario::{BeatId, CompetencyId, FactId, LISTENING, Move, PromiseId, Reply, ReplyPath};

impl Session {
    /// The state after a reply that is known to be offered.
    pub(super) fn land(&self, state: &State, given: &Given) -> Step {
        let mut step = Step { state: state.clone(), events: Vec::new() };
        step.state.says = None;
        let next = match given {
            Given::Reply(reply) => {
                let path = ReplyPath { beat: state.beat.clone(), reply: reply.clone() };
                if let Ask::Commit(_) = state.ask {
                    step.state.answered.insert(state.beat.clone());
                }
                step.state.taken.insert(path);
                self.reply(&state.beat, reply).map(|taken| {
                    self.land_move(&mut step, taken);
                    first_that_holds(&taken.to, &step.state).clone()
                })
            }
            Given::Fragments(chosen) => {
                step.state.answered.insert(state.beat.clone());
                self.land_paraphrase(&mut step, chosen)
            }
        };
        step.events.push(Event::Landed(step.state.customer));
        if step.state.customer.leaves() {
            return self.end(step, true);
        }
        match next {
            Some(beat) => self.enter(step, beat, false),
            // The loader has made sure that every reply leads somewhere.
            None => self.end(step, false),
        }
    }

    /// The effective level of each competency a choice or offer shows, as it is scored.
    #[must_use]
    pub fn levels(&self, taken: &Move) -> BTreeMap<CompetencyId, u8> {
        let effective = |(competency, written): (&CompetencyId, &u8)| {
            (competency.clone(), self.rules.rubric.effective(competency.as_str(), *written, &taken.errors))
        };
        taken.shows.iter().map(effective).collect()
    }

    fn land_move(&self, step: &mut Step, taken: &Move) {
        self.behave(step, taken, Behaviour::Listen);
        self.behave(step, taken, Behaviour::Apology);
        if let Some(pace) = taken.pace {
            step.state.customer.pace(pace);
        }
        self.behave(step, taken, Behaviour::Account);
        if taken.fixes > 0 {
            step.state.customer.fix(taken.fixes);
        }
        if let Some(percent) = taken.pays {
            step.state.customer.pay(percent);
        }
        self.behave(step, taken, Behaviour::Follow);
        self.promise_event(step, taken);
        for event in self.small_events(taken) {
            step.state.customer.small(event);
        }
        for fact in &taken.uses {
            step.state.customer.use_fact();
            notice(step, fact);
        }
        step.state.customer.moves(taken.moves);
    }

    /// Lands one behaviour, if the reply shows the competency that moves it.
    fn behave(&self, step: &mut Step, taken: &Move, behaviour: Behaviour) {
        for (competency, written) in &taken.shows {
            let moves = self.rules.rubric.competency(competency.as_str()).and_then(|competency| competency.moves);
            if moves == Some(behaviour) {
                let level = self.rules.rubric.effective_for_customer(competency.as_str(), *written, &taken.errors);
                Self::act(step, behaviour, level);
            }
        }
    }

    fn act(step: &mut Step, behaviour: Behaviour, level: u8) {
        let real_apology = behaviour == Behaviour::Apology && level >= 2;
        let late = real_apology && step.state.contact > 0 && !step.state.apologised;
        step.state.customer.act(behaviour, level, late);
        step.state.apologised |= real_apology;
    }

    fn promise_event(&self, step: &mut Step, taken: &Move) {
        if let Some(promise) = &taken.promise {
            step.state.promises.insert(promise.clone(), PromiseState::Open);
            step.events.push(Event::Promise(promise.clone(), PromiseState::Open));
        }
        if let Some(promise) = &taken.keeps {
            step.state.customer.kept();
            fulfil(step, promise);
        }
        if let Some(promise) = &taken.renegotiates {
            step.state.customer.renegotiated();
            step.events.push(Event::Renegotiated(promise.clone()));
        }
        if let Some(promise) = &taken.breaks {
            self.break_promise(step, promise);
        }
    }

    /// A check-back first, then the others as listed, then those that an error of the rubric brings with it and that the
    /// author has not listed.
    fn small_events(&self, taken: &Move) -> Vec<SmallEvent> {
        let check_backs = taken.does.iter().filter(|event| **event == SmallEvent::CheckBack);
        let others = taken.does.iter().filter(|event| **event != SmallEvent::CheckBack);
        let of_errors = taken
            .errors
            .iter()
            .filter_map(|code| self.rules.rubric.error(code)?.sends.map(SmallEvent::from))
            .filter(|event| !taken.does.contains(event));
        check_backs.chain(others).copied().chain(of_errors).collect()
    }

    fn land_paraphrase(&self, step: &mut Step, chosen: &std::collections::BTreeSet<String>) -> Option<BeatId> {
        let Ask::Paraphrase(fragments) = &step.state.ask else { return None };
        let heard = self.heard(fragments, chosen);
        step.state.understood = Some(heard.level);
        if self.rules.rubric.competency(LISTENING).and_then(|competency| competency.moves) == Some(Behaviour::Listen) {
            Self::act(step, Behaviour::Listen, heard.level);
        }
        for fact in &heard.chosen {
            step.state.customer.use_fact();
            notice(step, fact);
        }
        match &self.beat(&step.state)?.reply {
            Some(Reply::Paraphrase(paraphrase)) => Some(first_that_holds(&paraphrase.to, &step.state).clone()),
            Some(Reply::Choose(_) | Reply::Commit(_)) | None => None,
        }
    }
}

fn notice(step: &mut Step, fact: &FactId) {
    if step.state.noticed.insert(fact.clone()) {
        step.events.push(Event::Noticed(fact.clone()));
    }
}

fn fulfil(step: &mut Step, promise: &PromiseId) {
    step.state.promises.insert(promise.clone(), PromiseState::Kept);
    step.events.push(Event::Promise(promise.clone(), PromiseState::Kept));
}
