//! What a reply does, in the order that design §3a fixes (Landing). The caller has made sure that the reply is offered.

use super::core::at;
use super::{Core, Effect, Goto, Happening, Index, Move, Plan, Reply, Watch};
use crate::customer::Behaviour;
use crate::session::PromiseState;

impl Plan {
    /// Gives the choice or offer at `position` of the beat where `core` stands. Nothing happens where there is none.
    pub fn reply(&self, core: &mut Core, position: usize, watch: &mut impl Watch) {
        let (moves, answered) = match self.beats.get(at(core.beat)).and_then(|beat| beat.reply.as_ref()) {
            Some(Reply::Choose(moves)) => (moves, None),
            Some(Reply::Commit { offers, answered }) => (offers, *answered),
            Some(Reply::Paraphrase(_)) | None => return,
        };
        if let Some(taken) = moves.get(position) {
            self.take(core, taken, answered, watch);
        }
    }

    fn take(&self, core: &mut Core, taken: &Move, answered: Option<u32>, watch: &mut impl Watch) {
        for mark in answered.into_iter().chain(taken.mark) {
            core.marks.add(mark);
        }
        self.land(core, &taken.effects, watch);
        self.go_on(core, &taken.to, watch);
    }

    /// Sums up at the level that `chosen` facts earn, at the beat where `core` stands.
    pub fn paraphrase(&self, core: &mut Core, level: u8, chosen: &[Index], watch: &mut impl Watch) {
        let Some(Reply::Paraphrase(paraphrase)) = self.beats.get(at(core.beat)).and_then(|beat| beat.reply.as_ref())
        else {
            return;
        };
        if let Some(mark) = paraphrase.answered {
            core.marks.add(mark);
        }
        core.understood = Some(level);
        if paraphrase.listens {
            core.customer.act(Behaviour::Listen, level, false);
        }
        for fact in chosen {
            use_fact(core, *fact, watch);
        }
        self.go_on(core, &paraphrase.to, watch);
    }

    /// Says nothing until the timer ends. Nothing happens where the beat has no `silence`.
    pub fn silence(&self, core: &mut Core, watch: &mut impl Watch) {
        let Some(silence) = self.beats.get(at(core.beat)).and_then(|beat| beat.silence.as_deref()) else { return };
        if let Some(mark) = silence.answered {
            core.marks.add(mark);
        }
        self.land(core, &silence.effects, watch);
        self.go_on(core, &silence.to, watch);
    }

    /// The leave test, then where it goes.
    fn go_on(&self, core: &mut Core, to: &Goto, watch: &mut impl Watch) {
        core.said = None;
        watch.see(Happening::Landed(core.customer));
        if core.customer.leaves() {
            return self.end(core, true, watch);
        }
        let next = to.choose(core, watch);
        self.enter(core, next, false, watch);
    }

    fn land(&self, core: &mut Core, effects: &[Effect], watch: &mut impl Watch) {
        for effect in effects {
            match *effect {
                Effect::Wait(channel, wait) => wait.charge(&mut core.customer, channel),
                Effect::Act(Behaviour::Apology, level) => apologise(core, level, 1000),
                Effect::Act(behaviour, level) => core.customer.act(behaviour, level, false),
                Effect::Apologise(level, delivery) => apologise(core, level, delivery),
                Effect::Pace(pace) => core.customer.pace(pace),
                Effect::Fix(share) => core.customer.fix(share),
                Effect::Pay(percent) => core.customer.pay(percent),
                Effect::Make(promise) => {
                    core.set_promise(promise, PromiseState::Open);
                    watch.see(Happening::Promise(promise, PromiseState::Open));
                }
                Effect::Keep(promise) => {
                    core.customer.kept();
                    core.set_promise(promise, PromiseState::Kept);
                    watch.see(Happening::Promise(promise, PromiseState::Kept));
                }
                Effect::Renegotiate(promise) => {
                    core.customer.renegotiated();
                    watch.see(Happening::Renegotiated(promise));
                }
                Effect::Break(promise) => self.break_promise(core, promise, watch),
                Effect::Small(event) => core.customer.small(event),
                Effect::Use(fact) => use_fact(core, fact, watch),
                Effect::Moves(moves) => core.customer.moves(moves),
            }
        }
    }
}

fn apologise(core: &mut Core, level: u8, delivery: i32) {
    let real = level >= 2;
    let late = real && core.contact > 0 && !core.apologised;
    core.customer.apologise(level, delivery, late);
    core.apologised |= real;
}

fn use_fact(core: &mut Core, fact: Index, watch: &mut impl Watch) {
    core.customer.use_fact();
    if core.noticed.add(fact) {
        watch.see(Happening::Noticed(fact));
    }
}
