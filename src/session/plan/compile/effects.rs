//! What a reply does to the customer, in the order in which it lands (design §3a, Landing).

use smallvec::SmallVec;

use super::{Compiler, Effect};
use crate::customer::{Behaviour, Moves, SmallEvent};
use crate::scenario::{self, Channel, CompetencyId, Map};

impl Compiler<'_> {
    /// What a choice or an offer does.
    pub(super) fn effects(&self, one: &scenario::Move, channel: Channel) -> Box<[Effect]> {
        let mut effects = Vec::new();
        effects.extend(one.waits.map(|wait| Effect::Wait(channel, wait)));
        let acts = self.acts(&one.shows, &one.errors);
        effects.extend(acts.effect(Behaviour::Listen));
        effects.extend(match &one.apology {
            Some(said) => acts.level(Behaviour::Apology).map(|level| Effect::Apologise(level, said.delivery())),
            None => acts.effect(Behaviour::Apology),
        });
        effects.extend(one.pace.map(Effect::Pace));
        effects.extend(acts.effect(Behaviour::Account));
        effects.extend((one.fixes > 0).then_some(Effect::Fix(one.fixes)));
        effects.extend(one.pays.map(Effect::Pay));
        effects.extend(acts.effect(Behaviour::Follow));
        effects.extend(one.promise.as_ref().map(|promise| Effect::Make(self.promise_at(promise))));
        effects.extend(one.keeps.as_ref().map(|promise| Effect::Keep(self.promise_at(promise))));
        effects.extend(one.renegotiates.as_ref().map(|promise| Effect::Renegotiate(self.promise_at(promise))));
        effects.extend(one.breaks.as_ref().map(|promise| Effect::Break(self.promise_at(promise))));
        effects.extend(self.small_events(&one.does, &one.errors).into_iter().map(Effect::Small));
        effects.extend(one.uses.iter().map(|fact| Effect::Use(self.fact_at(fact))));
        effects.extend((one.moves != Moves::default()).then_some(Effect::Moves(one.moves)));
        effects.into()
    }

    /// What the levels of a reply are to the customer.
    fn acts(&self, shows: &Map<CompetencyId, u8>, errors: &[String]) -> Acts {
        let act = |(id, written): (&CompetencyId, &u8)| {
            let behaviour = self.competency(id.as_str())?.moves?;
            Some((behaviour, self.rubric.effective_for_customer(id.as_str(), *written, errors)))
        };
        Acts(shows.iter().filter_map(act).collect())
    }

    /// A check-back first, then the others as listed, then those that an error of the rubric brings with it and that the
    /// author has not listed.
    fn small_events(&self, does: &[SmallEvent], errors: &[String]) -> Vec<SmallEvent> {
        let check_backs = does.iter().filter(|event| **event == SmallEvent::CheckBack);
        let others = does.iter().filter(|event| **event != SmallEvent::CheckBack);
        let of_errors = errors
            .iter()
            .filter_map(|code| self.rubric.error(code)?.sends.map(SmallEvent::from))
            .filter(|event| !does.contains(event));
        check_backs.chain(others).copied().chain(of_errors).collect()
    }

    /// What saying nothing does: a promise that is due breaks.
    pub(super) fn effects_of_silence(
        &self,
        beat: &scenario::Beat,
        silence: &scenario::Silence,
        channel: Channel,
    ) -> Box<[Effect]> {
        let mut effects = Vec::new();
        effects.extend(silence.waits.map(|wait| Effect::Wait(channel, wait)));
        let acts = self.acts(&silence.shows, &silence.errors);
        effects.extend(Behaviour::ALL.into_iter().filter_map(|behaviour| acts.effect(behaviour)));
        effects.extend(beat.due.as_ref().map(|due| Effect::Break(self.promise_at(due))));
        effects.extend(self.small_events(&silence.does, &silence.errors).into_iter().map(Effect::Small));
        effects.extend((silence.moves != Moves::default()).then_some(Effect::Moves(silence.moves)));
        effects.into()
    }
}

/// The level of each behaviour in a reply; no two competencies of a rubric land as the same one.
struct Acts(SmallVec<[(Behaviour, u8); 4]>);

impl Acts {
    fn level(&self, behaviour: Behaviour) -> Option<u8> {
        self.0.iter().find(|(of, _)| *of == behaviour).map(|(_, level)| *level)
    }

    fn effect(&self, behaviour: Behaviour) -> Option<Effect> {
        self.level(behaviour).map(|level| Effect::Act(behaviour, level))
    }
}
