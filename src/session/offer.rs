//! The replies to choose from, in the order in which they are shown. It follows from the seed, the beat and the replies alone, so it is
//! worked out once and not at every visit.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use smallvec::SmallVec;

use super::order::shuffle_sorted;
use super::plan::{Index, Plan, at};
use crate::scenario::ReplyId;

/// Replies to choose from, in the order they are shown. It reads like a slice of their ids, and copying it is cheap.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Offer(Arc<Shown>);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Shown {
    /// The same replies as a set of positions in their beat, as bits.
    set: u32,
    ids: SmallVec<[ReplyId; 5]>,
    /// The position of each in its beat, in the same order.
    positions: SmallVec<[usize; 5]>,
}

impl Deref for Offer {
    type Target = [ReplyId];

    fn deref(&self) -> &[ReplyId] {
        &self.0.ids
    }
}

impl Offer {
    fn new(plan: &Plan, beat: Index, set: u32, seed: u64) -> Self {
        let mut shown: SmallVec<[(&ReplyId, usize); 5]> = plan.replies(beat, set).collect();
        if let Some(beat) = plan.beat(beat) {
            shuffle_sorted(&mut shown, seed, beat.id.as_str());
        }
        let ids = shown.iter().map(|(id, _)| (*id).clone()).collect();
        let positions = shown.iter().map(|(_, position)| *position).collect();
        Self(Arc::new(Shown { set, ids, positions }))
    }

    /// Each reply with its position among all of its beat.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&ReplyId, usize)> {
        self.0.ids.iter().zip(self.0.positions.iter().copied())
    }
}

/// What each beat offers under one seed, kept from the first time it is asked. Most beats always offer all their replies; where a
/// condition lets others through the next time, their order is worked out anew.
#[derive(Debug)]
pub(super) struct Offers {
    seed: u64,
    beats: Box<[OnceLock<Offer>]>,
}

impl Offers {
    /// Nothing was asked yet.
    pub fn new(plan: &Plan, seed: u64) -> Self {
        Self { seed, beats: plan.beats.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The replies of a beat whose positions are in `set`.
    pub fn of(&self, plan: &Plan, beat: Index, set: u32) -> Offer {
        let new = || Offer::new(plan, beat, set, self.seed);
        let known = self.beats.get(at(beat)).map(|first| first.get_or_init(new));
        known.filter(|offer| offer.0.set == set).cloned().unwrap_or_else(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::scenario::{Rules, load};

    fn plan() -> Plan {
        let rules = Rules::builtin();
        let source = Source::new("wrong-form.ron", include_str!("../../scenarios/wrong-form.ron"));
        let scenario = load(&source, &rules).expect("it loads");
        let persona = rules.personas.get(&scenario.customer.persona).expect("its persona");
        Plan::new(&scenario, &rules, persona)
    }

    #[test]
    fn whatever_was_offered_first_the_order_is_that_of_the_seed() {
        let plan = plan();
        for (first, then) in [(0b111, 0b101), (0b101, 0b111)] {
            let offers = Offers::new(&plan, 7);
            for set in [first, then, first] {
                let offer = offers.of(&plan, plan.start, set);
                assert_eq!(offer, Offer::new(&plan, plan.start, set, 7));
                assert_eq!(offer.len(), usize::try_from(set.count_ones()).expect("at most 32"));
            }
        }
    }

    #[test]
    fn a_reply_is_placed_where_it_stands_in_its_beat() {
        let plan = plan();
        for seed in 0..20 {
            let offer = Offer::new(&plan, plan.start, 0b101, seed);
            let mut placed: Vec<_> = offer.placed().collect();
            placed.sort_by_key(|(_, position)| *position);
            assert_eq!(placed, plan.replies(plan.start, 0b101).collect::<Vec<_>>());
        }
    }
}
