//! Entering a beat, leaving, and the end (design §3a: Beat entry, Leaving, End).

use super::core::at;
use super::{Asked, Beat, Core, Happening, Index, Plan, Watch};
use crate::scenario::Channel;
use crate::session::{Ending, PromiseState};

/// Failures closer together than this many days count as recent.
pub(crate) const RECENT_DAYS: u32 = 60;
/// Below this willingness to voice a complaint a customer goes in silence, unless somebody found the cause.
const SILENT_UNDER: i32 = 400;

impl Plan {
    /// A state in which nothing was said yet.
    pub(crate) fn blank(&self) -> Core {
        Core::new(self.start, self.arrival)
    }

    /// The first state; at the first beat the customer cannot leave.
    pub fn begin(&self, watch: &mut impl Watch) -> Core {
        let mut core = self.blank();
        self.enter(&mut core, self.start, true, watch);
        core
    }

    /// Enters `beat`, and whatever follows it while there is nothing to ask. The loader has refused scenarios in which this
    /// could go on for ever.
    pub(super) fn enter(&self, core: &mut Core, mut beat: Index, mut first: bool, watch: &mut impl Watch) {
        loop {
            core.beat = beat;
            core.said = None;
            let Some(entered) = self.beats.get(at(beat)) else { return self.end(core, false, watch) };
            self.arrive(core, entered, watch);
            if !first && core.customer.leaves() {
                return self.end(core, true, watch);
            }
            first = false;
            match entered.asked(core) {
                Asked::PassOver => {
                    watch.see(Happening::PassedOver(beat));
                    let Some(otherwise) = entered.otherwise else { return self.end(core, false, watch) };
                    beat = otherwise;
                }
                Asked::End => {
                    speak(core, entered, watch);
                    return self.end(core, false, watch);
                }
                Asked::Choose(_) | Asked::Commit(_) | Asked::Paraphrase { .. } => {
                    speak(core, entered, watch);
                    return;
                }
            }
        }
    }

    /// Steps 1 to 4 of beat entry: time, a further failure, over-promises, facts.
    fn arrive(&self, core: &mut Core, beat: &Beat, watch: &mut impl Watch) {
        if let Some(after) = beat.after {
            let days = after.whole_days();
            core.contact = core.contact.saturating_add(1);
            core.days_since_failure = core.days_since_failure.saturating_add(days);
            core.customer.next_contact(days);
            watch.see(Happening::NewContact(days));
        }
        if let Some(waits) = beat.waits {
            waits.charge(&mut core.customer, beat.channel);
        }
        if let Some(failure) = beat.fails {
            let recent = core.days_since_failure < RECENT_DAYS;
            core.customer.fail(failure.severity, failure.kind, failure.same_cause, recent);
            core.days_since_failure = 0;
            watch.see(Happening::FailedAgain);
        }
        if let Some(due) = beat.due {
            self.break_if_impossible(core, due, watch);
        }
        for fact in &beat.reveals {
            if core.reveal(*fact) {
                watch.see(Happening::Revealed(*fact));
            }
        }
    }

    /// An open promise that nobody could keep breaks by itself.
    fn break_if_impossible(&self, core: &mut Core, promise: Index, watch: &mut impl Watch) {
        let impossible = self.promises.get(at(promise)).is_some_and(|promise| !promise.can_keep);
        if impossible && core.promise(promise) == Some(PromiseState::Open) {
            self.break_promise(core, promise, watch);
        }
    }

    /// What a broken promise does: a vague one only lapses.
    pub(super) fn break_promise(&self, core: &mut Core, promise: Index, watch: &mut impl Watch) {
        let vague = self.promises.get(at(promise)).is_some_and(|promise| promise.vague);
        let fate = if vague {
            core.customer.lapsed();
            PromiseState::Lapsed
        } else {
            core.customer.broken();
            PromiseState::Broken
        };
        core.set_promise(promise, fate);
        watch.see(Happening::Promise(promise, fate));
    }

    /// Ends the conversation. The outcome is always the model's.
    pub(super) fn end(&self, core: &mut Core, left: bool, watch: &mut impl Watch) {
        let open = |core: &Core, promise: Index| core.promise(promise) == Some(PromiseState::Open);
        let count = u32::try_from(self.promises.len()).unwrap_or(u32::MAX);
        if !left {
            for promise in 0..count {
                self.break_if_impossible(core, promise, watch);
            }
        }
        for promise in 0..count {
            if open(core, promise) {
                core.set_promise(promise, PromiseState::LeftOpen);
                watch.see(Happening::Promise(promise, PromiseState::LeftOpen));
            }
        }
        let cause_known =
            || core.order.iter().any(|fact| self.facts.get(at(*fact)).is_some_and(|fact| fact.root_cause));
        let silent = self.voice < SILENT_UNDER && !cause_known();
        core.customer.set_silent(silent);
        let social = self.beats.get(at(core.beat)).is_some_and(|beat| beat.channel == Channel::Social);
        let customer = &core.customer;
        let outcome = if left { customer.outcome_on_leaving(social) } else { customer.outcome(social) };
        let ending = Ending { outcome, feeling: customer.feeling(), left };
        core.ending = Some(ending);
        watch.see(Happening::Ended(ending));
    }
}

/// Step 6 of beat entry: the words are fixed, whatever changes afterwards.
fn speak(core: &mut Core, beat: &Beat, watch: &mut impl Watch) {
    core.said = beat.says.as_ref().map(|says| says.choose(core, watch));
    watch.see(Happening::Entered(core.beat));
}
