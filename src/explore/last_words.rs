//! The words on which conversations end, and with which outcomes: the same words cannot be true of a customer who comes back and
//! of one who is lost.

use super::menu::Item;
use super::paths::given;
use super::reached::of_ranks;
use super::walk::{ENDINGS, Target, UNSEEN, Walk};
use super::{Against, AgainstPlay};
use crate::customer::{Feeling, Outcome};
use crate::session::Given;
use crate::session::plan::{Core, Plan, Says, at};

/// By beat, then by variant of what the customer says there: how the plays ended that ended on these words. Beats that always ask
/// something, or at which nothing is said, have none.
#[derive(Debug)]
pub(super) struct LastWords {
    beats: Vec<Vec<Ends>>,
    /// Whether a promise broke after the words were said, as those do that nobody can keep. Then they were true when they were
    /// said, whatever the customer does once she finds out.
    pub disproved: bool,
}

/// How plays ended.
#[derive(Clone, Copy, Debug)]
struct Ends {
    /// By the rank of the outcome: the first way (its place among the targets) that ended so.
    ways: [u32; RANKS],
    /// Whether some play that ended badly ended happy all the same.
    lost_happy: bool,
}

const RANKS: usize = Outcome::ALL.len();

impl LastWords {
    pub fn new(plan: &Plan) -> Self {
        let nothing = Ends { ways: [UNSEEN; RANKS], lost_happy: false };
        let variants = |says: &Says| vec![nothing; says.conditions.len() + 1];
        let beats = plan
            .beats
            .iter()
            .map(|beat| beat.says.as_ref().filter(|_| beat.reply.is_none()).map(variants).unwrap_or_default())
            .collect();
        Self { beats, disproved: false }
    }

    /// Takes note of a state that is an ending, reached by the way at this place among the targets.
    pub fn note(&mut self, core: &Core, way: usize) {
        let Some(end) = core.ending.filter(|end| !end.left && !self.disproved) else { return };
        let variant = core.said.map_or(0, usize::from);
        let Some(ends) = self.beats.get_mut(at(core.beat)).and_then(|variants| variants.get_mut(variant)) else {
            return;
        };
        ends.lost_happy |= end.outcome.is_lost() && end.feeling == Feeling::Happy;
        if let Some(first) = ends.ways.get_mut(usize::from(end.outcome.rank())).filter(|first| **first == UNSEEN) {
            *first = u32::try_from(way).unwrap_or(UNSEEN);
        }
    }
}

/// All last words that are told both of a customer who comes back and of one who is lost.
pub(super) fn against(plan: &Plan, walk: &Walk) -> Vec<Against> {
    let mut found = Vec::new();
    let mut roads = None;
    for (beat, variants) in (0..).zip(&walk.seen.last_words.beats) {
        for (variant, ends) in variants.iter().enumerate() {
            let outcomes = of_ranks(ranks(ends));
            let Some(worst) = outcomes.iter().copied().find(|outcome| outcome.is_lost()) else { continue };
            if !outcomes.contains(&Outcome::ReturnsAndRefers) {
                continue;
            }
            let roads = roads.get_or_insert_with(|| Roads::new(walk));
            let play = |outcome: Outcome| AgainstPlay { outcome, play: roads.play(plan, way(ends, outcome)) };
            found.push(Against {
                beat: plan.beat_id(beat).clone(),
                variant,
                happy: play(Outcome::ReturnsAndRefers),
                lost: play(worst),
                feeling_tells: !ends.lost_happy,
                outcomes,
            });
        }
    }
    found
}

fn way(ends: &Ends, outcome: Outcome) -> u32 {
    ends.ways.get(usize::from(outcome.rank())).copied().unwrap_or(UNSEEN)
}

fn ranks(ends: &Ends) -> u8 {
    let seen = |outcome: &Outcome| way(ends, *outcome) != UNSEEN;
    Outcome::ALL.iter().filter(|outcome| seen(outcome)).fold(0, |ranks, outcome| ranks | 1 << outcome.rank())
}

/// A shortest way from the beginning to every state.
struct Roads<'a> {
    walk: &'a Walk,
    /// By state: the state before it; [`UNSEEN`] for the first.
    before: Vec<u32>,
    /// States in the order of where their ways out begin.
    by_ways: Vec<u32>,
}

impl<'a> Roads<'a> {
    fn new(walk: &'a Walk) -> Self {
        let states = at(walk.states);
        let mut before = vec![UNSEEN; states];
        let mut known = vec![false; states];
        let mut queue: Vec<u32> = Vec::new();
        let mut meet = |state: Target, from: u32, queue: &mut Vec<u32>| {
            let Some(seen) = known.get_mut(at(state)).filter(|seen| state < ENDINGS && !**seen) else { return };
            *seen = true;
            if let Some(slot) = before.get_mut(at(state)) {
                *slot = from;
            }
            queue.push(state);
        };
        meet(walk.begins, UNSEEN, &mut queue);
        let mut next = 0;
        while let Some(state) = queue.get(next).copied() {
            next += 1;
            for target in walk.ways_of(state).into_iter().flatten() {
                meet(*target, state, &mut queue);
            }
        }
        let first = |state: &u32| walk.ways.get(at(*state)).copied().unwrap_or(UNSEEN);
        let mut by_ways: Vec<u32> = (0..walk.states).filter(|state| first(state) != UNSEEN).collect();
        by_ways.sort_unstable_by_key(first);
        Self { walk, before, by_ways }
    }

    /// What is given on a shortest way to a state and then on the way out of it at this place among the targets.
    fn play(&self, plan: &Plan, way: u32) -> Vec<Given> {
        let first = |state: u32| self.walk.ways.get(at(state)).copied().unwrap_or(UNSEEN);
        let after = self.by_ways.partition_point(|state| first(*state) <= way);
        let Some(mut state) = after.checked_sub(1).and_then(|place| self.by_ways.get(place)).copied() else {
            return Vec::new();
        };
        let mut play: Vec<Given> = self.give(plan, state, at(way - first(state))).into_iter().collect();
        while let Some(from) = self.before.get(at(state)).copied().filter(|from| *from != UNSEEN) {
            let ways = self.walk.ways_of(from).unwrap_or_default();
            let position = ways.iter().position(|target| *target == state).unwrap_or(0);
            play.extend(self.give(plan, from, position));
            state = from;
        }
        play.reverse();
        play
    }

    fn give(&self, plan: &Plan, state: u32, position: usize) -> Option<Given> {
        let menu = self.walk.menus.all.get(at(*self.walk.menu.get(at(state))?))?;
        let item: &Item = menu.items.get(position)?;
        Some(given(plan, menu.beat, &item.give))
    }
}
