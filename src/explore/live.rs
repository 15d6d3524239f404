//! Which numbers of a state can still be read at each beat. What nothing later reads is left out of a state's key, and states that
//! differ in nothing else become one.

use std::collections::BTreeSet;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::customer::{Behaviour, Pace, Slot, SmallEvent};
use crate::scenario::{Channel, Wait};
use crate::session::plan::{Beat, Cond, Effect, Goto, Index, Plan, Reply, at};

/// What can still be read.
#[expect(clippy::struct_excessive_bools, reason = "each says of one number whether it is read")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Live {
    pub known: BTreeSet<Index>,
    /// Whether the order in which facts were revealed can matter.
    pub order: bool,
    pub noticed: BTreeSet<Index>,
    pub promises: BTreeSet<Index>,
    pub marks: BTreeSet<u32>,
    pub understood: bool,
    pub lateness: bool,
    pub days: bool,
    /// Slots of the customer, as bits.
    pub slots: u32,
}

impl Live {
    fn join(&mut self, other: &Self) {
        self.known.extend(&other.known);
        self.order |= other.order;
        self.noticed.extend(&other.noticed);
        self.promises.extend(&other.promises);
        self.marks.extend(&other.marks);
        self.understood |= other.understood;
        self.lateness |= other.lateness;
        self.days |= other.days;
        self.slots |= other.slots;
    }
}

/// A slot as a bit.
pub(super) const fn bit(slot: Slot) -> u32 {
    1 << slot as u8
}

/// The six values, and everything by which they move and an outcome is worked out.
const ALWAYS: u32 = bit(Slot::Trust)
    | bit(Slot::Calm)
    | bit(Slot::Effort)
    | bit(Slot::Outcome)
    | bit(Slot::Treatment)
    | bit(Slot::Process)
    | bit(Slot::Publicity)
    | bit(Slot::FailureCount)
    | bit(Slot::Severity)
    | bit(Slot::Kind)
    | bit(Slot::SameCause)
    | bit(Slot::Recent)
    | bit(Slot::ReturningBefore)
    | bit(Slot::FailedRecoveries)
    | bit(Slot::FadingAnger)
    | bit(Slot::FadingDistance);

const SIX: u32 = bit(Slot::Trust)
    | bit(Slot::Calm)
    | bit(Slot::Effort)
    | bit(Slot::Outcome)
    | bit(Slot::Treatment)
    | bit(Slot::Process);

const HANDLED: u32 =
    bit(Slot::Heard) | bit(Slot::Fast) | bit(Slot::Apologised) | bit(Slot::Apologies) | bit(Slot::Fixed);

/// Beats in groups: each group can reach itself again (or is one beat), and no group reaches an earlier one.
pub(super) fn groups(plan: &Plan) -> Vec<Vec<Index>> {
    let mut graph: DiGraph<Index, ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = (0..).zip(&plan.beats).map(|(index, _)| graph.add_node(index)).collect();
    for (from, beat) in nodes.iter().zip(&plan.beats) {
        for target in targets(beat) {
            if let Some(to) = nodes.get(at(target)) {
                graph.update_edge(*from, *to, ());
            }
        }
    }
    // Kosaraju gives the last group first.
    let parts = kosaraju_scc(&graph).into_iter().rev();
    let indices = |part: Vec<NodeIndex>| {
        let mut part: Vec<Index> = part.into_iter().filter_map(|node| graph.node_weight(node).copied()).collect();
        part.sort_unstable();
        part
    };
    parts.map(indices).collect()
}

/// Every beat that can follow a beat.
pub(super) fn targets(beat: &Beat) -> Vec<Index> {
    let mut targets: Vec<Index> = ways(beat).flat_map(Goto::targets).chain(beat.otherwise).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

/// Every `to` of a beat.
fn ways(beat: &Beat) -> impl Iterator<Item = &Goto> {
    let (moves, paraphrase) = match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => (moves.as_ref(), None),
        Some(Reply::Paraphrase(paraphrase)) => ([].as_slice(), Some(&paraphrase.to)),
        None => ([].as_slice(), None),
    };
    moves.iter().map(|one| &one.to).chain(paraphrase).chain(beat.silence.as_ref().map(|silence| &silence.to))
}

/// What can be read from a state that stands at each beat (after the beat was entered), in the order of the beats.
pub(super) fn live(plan: &Plan, groups: &[Vec<Index>]) -> Vec<Live> {
    let mut live: Vec<Live> = plan.beats.iter().map(|beat| own(plan, beat)).collect();
    for group in groups.iter().rev() {
        loop {
            let mut changed = false;
            for index in group.iter().rev() {
                let Some(beat) = plan.beats.get(at(*index)) else { continue };
                let Some(mut joined) = live.get(at(*index)).cloned() else { continue };
                for target in targets(beat) {
                    if let (Some(there), Some(entered)) = (live.get(at(target)), plan.beats.get(at(target))) {
                        joined.join(&before_entry(there, entered));
                    }
                }
                if let Some(here) = live.get_mut(at(*index))
                    && *here != joined
                {
                    *here = joined;
                    changed = true;
                }
            }
            if !changed || group.len() == 1 {
                break;
            }
        }
    }
    live
}

/// What can be read before a beat is entered at which `there` can be read.
fn before_entry(there: &Live, beat: &Beat) -> Live {
    let mut live = there.clone();
    if beat.fails.is_some() {
        // A further failure starts the handling anew, and looks at the time since the one before.
        live.slots &= !HANDLED;
        live.days = true;
    }
    if beat.after.is_some() {
        live.slots &= !bit(Slot::FactsUsed);
        live.slots |= bit(Slot::FadingDays);
    }
    live.slots |= beat.waits.map_or(0, |wait| watched(beat.channel, wait));
    // What a beat reveals is known there whatever was known before.
    if !live.order {
        for fact in &beat.reveals {
            live.known.remove(fact);
        }
    }
    live
}

/// What a beat itself reads: what it asks, what its replies do, where they lead, and what the end looks at.
fn own(plan: &Plan, beat: &Beat) -> Live {
    let mut live = Live { slots: ALWAYS, ..Live::default() };
    // Any way may end here, by the customer's leaving if by nothing else.
    live.promises.extend((0..).zip(&plan.promises).filter(|(_, promise)| !promise.can_keep).map(|(index, _)| index));
    if plan.voice < 400 {
        live.known.extend((0..).zip(&plan.facts).filter(|(_, fact)| fact.root_cause).map(|(index, _)| index));
    }
    live.promises.extend(beat.due);
    if let Some(says) = &beat.says {
        // The words are fixed on entry and change nothing, but which of them can be said is an answer of its own.
        says.conditions.iter().for_each(|condition| reads(condition, &mut live));
    }
    for way in ways(beat) {
        way.cases.iter().for_each(|(condition, _)| reads(condition, &mut live));
    }
    match &beat.reply {
        Some(Reply::Choose(moves)) => moves.iter().for_each(|one| {
            one.when.iter().for_each(|condition| reads(condition, &mut live));
            live.marks.extend(one.mark);
            effects(&one.effects, &mut live);
        }),
        Some(Reply::Commit { offers, answered }) => {
            live.marks.extend(*answered);
            for one in offers {
                one.when.iter().for_each(|condition| reads(condition, &mut live));
                live.marks.extend(one.mark);
                effects(&one.effects, &mut live);
            }
        }
        Some(Reply::Paraphrase(paraphrase)) => {
            live.marks.extend(paraphrase.answered);
            live.slots |= bit(Slot::FactsUsed);
            let all = u32::try_from(plan.facts.len()).unwrap_or(u32::MAX);
            if let Some(about) = &paraphrase.about {
                live.known.extend(about.numbers());
            } else {
                live.known.extend(0..all);
                live.noticed.extend(0..all);
            }
            let candidates = paraphrase.about.as_ref().map_or(plan.facts.len(), |about| about.numbers().count());
            live.order |= candidates > 6;
        }
        None => {}
    }
    if let Some(silence) = &beat.silence {
        effects(&silence.effects, &mut live);
    }
    live
}

fn reads(condition: &Cond, live: &mut Live) {
    match condition {
        Cond::Knows(fact) => {
            live.known.insert(*fact);
        }
        Cond::Noticed(fact) => {
            live.noticed.insert(*fact);
        }
        Cond::Promised(promise) | Cond::Kept(promise) | Cond::Broke(promise) => {
            live.promises.insert(*promise);
        }
        Cond::Marked(mark) => {
            live.marks.insert(*mark);
        }
        Cond::Understood(_) => live.understood = true,
        // They read only what is always kept.
        Cond::Feels(_) | Cond::AtLeast(..) | Cond::AtMost(..) => {}
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| reads(part, live)),
        Cond::Not(part) => reads(part, live),
    }
}

fn effects(effects: &[Effect], live: &mut Live) {
    for effect in effects {
        match effect {
            Effect::Act(Behaviour::Apology, 2..) | Effect::Apologise(2.., _) => {
                live.slots |= bit(Slot::Heard) | bit(Slot::Apologies);
                live.lateness = true;
            }
            Effect::Act(Behaviour::Account, 2..) => live.slots |= bit(Slot::Heard),
            Effect::Pay(_) => live.slots |= bit(Slot::Apologised) | bit(Slot::Fast),
            Effect::Fix(_) | Effect::Small(SmallEvent::PreventionTip | SmallEvent::SurveyOrUpsell) => {
                live.slots |= bit(Slot::Fixed);
            }
            Effect::Use(_) => live.slots |= bit(Slot::FactsUsed),
            Effect::Wait(channel, wait) => live.slots |= watched(*channel, *wait),
            Effect::Act(..)
            | Effect::Apologise(..)
            | Effect::Pace(_)
            | Effect::Make(_)
            | Effect::Keep(_)
            | Effect::Renegotiate(_)
            | Effect::Break(_)
            | Effect::Small(_)
            | Effect::Moves(_) => {}
        }
    }
}

/// What a wait looks at: whether the customer was embarrassed before, where it can embarrass.
fn watched(channel: Channel, wait: Wait) -> u32 {
    if wait.embarrasses(channel) { bit(Slot::Embarrassed) } else { 0 }
}

/// The slots that anything in the scenario can change, as bits.
pub(super) fn written(plan: &Plan) -> u32 {
    let mut slots = 0;
    let breaks = SIX | bit(Slot::FailedRecoveries);
    if plan.promises.iter().any(|promise| !promise.can_keep) {
        slots |= breaks;
    }
    for beat in &plan.beats {
        if beat.after.is_some() {
            slots |= bit(Slot::Calm)
                | bit(Slot::FactsUsed)
                | bit(Slot::FadingDays)
                | bit(Slot::FadingAnger)
                | bit(Slot::FadingDistance);
        }
        if let Some(wait) = beat.waits {
            slots |= writes(Effect::Wait(beat.channel, wait));
        }
        if beat.fails.is_some() {
            slots |= ALWAYS | HANDLED;
        }
        let moves = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => moves.as_ref(),
            Some(Reply::Paraphrase(_)) => {
                slots |= SIX | bit(Slot::Heard) | bit(Slot::FactsUsed);
                &[]
            }
            None => &[],
        };
        let silence = beat.silence.iter().flat_map(|silence| silence.effects.iter());
        for effect in moves.iter().flat_map(|one| one.effects.iter()).chain(silence) {
            slots |= writes(*effect);
        }
    }
    slots
}

fn writes(effect: Effect) -> u32 {
    match effect {
        Effect::Wait(channel, wait) => SIX | bit(Slot::Publicity) | watched(channel, wait),
        Effect::Act(Behaviour::Listen, _) => SIX | bit(Slot::Heard),
        Effect::Act(Behaviour::Apology, _) | Effect::Apologise(..) => {
            SIX | bit(Slot::Apologies) | bit(Slot::Apologised)
        }
        Effect::Act(Behaviour::Account | Behaviour::Follow, _) => SIX,
        Effect::Pace(Pace::Fast) => SIX | bit(Slot::Fast),
        Effect::Fix(_) => SIX | bit(Slot::Fixed),
        Effect::Pace(Pace::Slow) | Effect::Pay(_) | Effect::Keep(_) | Effect::Renegotiate(_) | Effect::Small(_) => SIX,
        Effect::Make(_) => 0,
        Effect::Break(_) => SIX | bit(Slot::FailedRecoveries),
        Effect::Use(_) => SIX | bit(Slot::FactsUsed),
        Effect::Moves(moves) => [
            (moves.trust, Slot::Trust),
            (moves.calm, Slot::Calm),
            (moves.effort, Slot::Effort),
            (moves.outcome, Slot::Outcome),
            (moves.treatment, Slot::Treatment),
            (moves.process, Slot::Process),
        ]
        .into_iter()
        .filter(|(change, _)| *change != 0)
        .fold(0, |slots, (_, slot)| slots | bit(slot)),
    }
}
