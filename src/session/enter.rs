//! Entering a beat, leaving, and the end (design §3a: Beat entry, Leaving, End).

use super::conditions::{first_that_holds, holds};
use super::order::shuffle;
use super::{Ask, Ending, Event, PromiseState, Session, State, Step};
use crate::scenario::{Beat, BeatId, Channel, Commit, Move, PromiseId, Reply, ReplyId, ReplyPath};

/// Failures closer together than this many days count as recent.
const RECENT_DAYS: u32 = 60;
/// Most replies that are shown at once.
const MOST_REPLIES: usize = 5;

/// What a beat has for the trainee.
enum Turn {
    Ask(Ask),
    End,
    PassOver,
}

impl Session {
    /// The first beat, at which the customer cannot leave.
    pub(super) fn enter_first(&self, state: State) -> Step {
        let first = state.beat.clone();
        self.enter(Step { state, events: Vec::new() }, first, true)
    }

    /// Enters `beat`, and whatever follows it while there is nothing to ask. The loader has refused scenarios in which this
    /// could go on for ever.
    pub(super) fn enter(&self, mut step: Step, mut beat: BeatId, mut first: bool) -> Step {
        loop {
            step.state.beat.clone_from(&beat);
            let Some(entered) = self.scenario.beats.get(&beat) else { return self.end(step, false) };
            self.arrive(&mut step, entered);
            if !first && step.state.customer.leaves() {
                return self.end(step, true);
            }
            first = false;
            match self.turn(&step.state, &beat, entered) {
                Turn::PassOver => {
                    step.events.push(Event::PassedOver(beat));
                    let Some(otherwise) = &entered.otherwise else { return self.end(step, false) };
                    beat = otherwise.clone();
                }
                Turn::Ask(ask) => {
                    Self::speak(&mut step, entered);
                    step.state.ask = ask;
                    return step;
                }
                Turn::End => {
                    Self::speak(&mut step, entered);
                    return self.end(step, false);
                }
            }
        }
    }

    /// Steps 1 to 4 of beat entry: time, a further failure, over-promises, facts.
    fn arrive(&self, step: &mut Step, beat: &Beat) {
        let Step { state, events } = step;
        if let Some(after) = beat.after {
            let days = after.whole_days();
            state.contact += 1;
            state.days_since_failure = state.days_since_failure.saturating_add(days);
            state.customer.next_contact(days);
            events.push(Event::NewContact { days });
        }
        if let Some(failure) = beat.fails {
            let recent = state.days_since_failure < RECENT_DAYS;
            state.customer.fail(failure.severity, failure.kind, failure.same_cause, recent);
            state.days_since_failure = 0;
            events.push(Event::FailedAgain);
        }
        if let Some(due) = &beat.due {
            self.break_if_impossible(step, due);
        }
        for fact in &beat.reveals {
            if !step.state.known.contains(fact) {
                step.state.known.push(fact.clone());
                step.events.push(Event::Revealed(fact.clone()));
            }
        }
    }

    /// An open promise that nobody could keep breaks by itself.
    fn break_if_impossible(&self, step: &mut Step, promise: &PromiseId) {
        let impossible = self.scenario.promises.get(promise).is_some_and(|promise| !promise.can_keep);
        if impossible && step.state.promises.get(promise) == Some(&PromiseState::Open) {
            self.break_promise(step, promise);
        }
    }

    /// What a broken promise does: a vague one only lapses.
    pub(super) fn break_promise(&self, step: &mut Step, promise: &PromiseId) {
        let vague = self.scenario.promises.get(promise).is_some_and(crate::scenario::Promise::is_vague);
        let fate = if vague {
            step.state.customer.lapsed();
            PromiseState::Lapsed
        } else {
            step.state.customer.broken();
            PromiseState::Broken
        };
        step.state.promises.insert(promise.clone(), fate);
        step.events.push(Event::Promise(promise.clone(), fate));
    }

    fn speak(step: &mut Step, beat: &Beat) {
        step.state.says = beat.says.as_ref().map(|says| first_that_holds(says, &step.state).clone());
        step.events.push(Event::Entered(step.state.beat.clone()));
    }

    fn turn(&self, state: &State, id: &BeatId, beat: &Beat) -> Turn {
        let Some(reply) = &beat.reply else { return Turn::End };
        if beat.due.as_ref().is_some_and(|due| state.promises.get(due) != Some(&PromiseState::Open)) {
            return Turn::PassOver;
        }
        let ask = match reply {
            Reply::Choose(choices) => Ask::Choose(self.shown(state, id, choices.iter())),
            Reply::Commit(_) | Reply::Paraphrase(_) if state.answered.contains(id) => return Turn::PassOver,
            Reply::Commit(Commit { offers }) => Ask::Commit(self.shown(state, id, offers.iter())),
            Reply::Paraphrase(paraphrase) => Ask::Paraphrase(self.fragments(state, id, paraphrase)),
        };
        let empty = match &ask {
            Ask::Choose(replies) | Ask::Commit(replies) => replies.is_empty(),
            Ask::Paraphrase(fragments) => fragments.is_empty(),
            Ask::Nothing => true,
        };
        if empty { Turn::PassOver } else { Turn::Ask(ask) }
    }

    /// The replies whose condition holds and that were not taken before, in the order they are shown.
    fn shown<'m>(
        &self,
        state: &State,
        beat: &BeatId,
        moves: impl Iterator<Item = (&'m ReplyId, &'m Move)>,
    ) -> Vec<ReplyId> {
        let mut shown: Vec<ReplyId> = moves
            .filter(|(id, one)| {
                let path = ReplyPath { beat: beat.clone(), reply: (*id).clone() };
                !state.taken.contains(&path) && one.when.as_ref().is_none_or(|condition| holds(condition, state))
            })
            .map(|(id, _)| id.clone())
            .take(MOST_REPLIES)
            .collect();
        shuffle(&mut shown, self.seed, beat.as_str());
        shown
    }

    /// Ends the conversation. The outcome is always the model's.
    pub(super) fn end(&self, mut step: Step, left: bool) -> Step {
        let open: Vec<PromiseId> = open_promises(&step.state).cloned().collect();
        if !left {
            for promise in &open {
                self.break_if_impossible(&mut step, promise);
            }
        }
        for promise in open {
            if step.state.promises.get(&promise) == Some(&PromiseState::Open) {
                step.state.promises.insert(promise.clone(), PromiseState::LeftOpen);
                step.events.push(Event::Promise(promise, PromiseState::LeftOpen));
            }
        }
        let Step { state, events } = &mut step;
        let root_known =
            state.known.iter().any(|fact| self.scenario.facts.get(fact).is_some_and(|fact| fact.root_cause));
        state.customer.set_silent(self.persona.voice < 400 && !root_known);
        let social = self.beat(state).is_some_and(|beat| self.scenario.channel(beat) == Channel::Social);
        let outcome = if left { state.customer.outcome_on_leaving(social) } else { state.customer.outcome(social) };
        let ending = Ending { outcome, feeling: state.customer.feeling(), left };
        state.ask = Ask::Nothing;
        state.ending = Some(ending);
        events.push(Event::Ended(ending));
        step
    }
}

/// The promises that are made and not yet due, in order of their ids.
fn open_promises(state: &State) -> impl Iterator<Item = &PromiseId> {
    state.promises.iter().filter(|(_, fate)| **fate == PromiseState::Open).map(|(promise, _)| promise)
}
