//! What a state asks of the trainee. It follows from the state, so it is worked out when it is needed and never kept.

use smallvec::SmallVec;

use super::conditions::holds;
use super::core::at;
use super::{Beat, Core, Index, Move, Paraphrase, Plan, Reply};
use crate::session::PromiseState;

/// Most replies that are shown at once.
const MOST_REPLIES: u32 = 5;
/// Most facts that stand among the fragments.
const MOST_FACTS: usize = 6;
/// Most fragments in all.
const MOST_FRAGMENTS: usize = 9;

/// What a state asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// One of the beat's choices: the set of their positions, as bits.
    Choose(u32),
    /// One of the beat's offers: the set of their positions, as bits.
    Commit(u32),
    /// Fragments: these facts, the ones revealed last first, and so many decoys.
    Paraphrase {
        /// The facts that stand to choose from.
        facts: SmallVec<[Index; 6]>,
        /// How many decoys stand among them.
        decoys: usize,
    },
    /// The conversation ends with this beat.
    End,
    /// The beat has nothing to ask now.
    PassOver,
}

impl Plan {
    /// What a state asks at its beat. Of a state that has ended it says what the last beat would ask.
    #[must_use]
    pub fn asked(&self, core: &Core) -> Asked {
        match self.beats.get(at(core.beat)) {
            Some(beat) => beat.asked(core),
            None => Asked::End,
        }
    }
}

impl Beat {
    pub(crate) fn asked(&self, core: &Core) -> Asked {
        let Some(reply) = &self.reply else { return Asked::End };
        if self.due.is_some_and(|due| core.promise(due) != Some(PromiseState::Open)) {
            return Asked::PassOver;
        }
        let answered = |mark: &Option<u32>| mark.is_some_and(|mark| core.marks.has(mark));
        match reply {
            Reply::Choose(moves) => shown(moves, core).map_or(Asked::PassOver, Asked::Choose),
            Reply::Commit { answered: mark, .. } if answered(mark) => Asked::PassOver,
            Reply::Commit { offers, .. } => shown(offers, core).map_or(Asked::PassOver, Asked::Commit),
            Reply::Paraphrase(paraphrase) if answered(&paraphrase.answered) => Asked::PassOver,
            Reply::Paraphrase(paraphrase) => paraphrase.asked(core),
        }
    }
}

impl Paraphrase {
    fn asked(&self, core: &Core) -> Asked {
        let about = |fact: &Index| match &self.about {
            Some(about) => about.has(*fact),
            None => !core.noticed.has(*fact),
        };
        // Of more than six the ones revealed last.
        let facts: SmallVec<[Index; 6]> = core.order.iter().rev().copied().filter(about).take(MOST_FACTS).collect();
        if facts.is_empty() {
            return Asked::PassOver;
        }
        let decoys = self.decoys.min(MOST_FRAGMENTS - facts.len());
        Asked::Paraphrase { facts, decoys }
    }
}

/// The replies whose condition holds and that were not taken before, as a set of positions; none where there is none.
fn shown(moves: &[Move], core: &Core) -> Option<u32> {
    let mut set = 0_u32;
    for (position, one) in (0_u32..).zip(moves) {
        let free = one.mark.is_none_or(|mark| !core.marks.has(mark));
        if free && one.when.as_ref().is_none_or(|condition| holds(condition, core)) {
            set |= 1 << position;
            if set.count_ones() == MOST_REPLIES {
                break;
            }
        }
    }
    (set != 0).then_some(set)
}
