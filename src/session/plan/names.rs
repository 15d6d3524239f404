//! From positions back to names.

use super::bits::ones;
use super::core::at;
use super::{Beat, Core, Index, Plan, Reply};
use crate::scenario::{BeatId, FactId, PromiseId, ReplyId};
use crate::session::PromiseState;

impl Plan {
    pub(crate) fn beat(&self, beat: Index) -> Option<&Beat> {
        self.beats.get(at(beat))
    }

    /// The id of a beat; empty for a position that no beat has.
    #[must_use]
    pub fn beat_id(&self, beat: Index) -> BeatId {
        self.beat(beat).map_or_else(|| BeatId::from(""), |beat| beat.id.clone())
    }

    /// The id of a fact; empty for a position that no fact has.
    #[must_use]
    pub fn fact_id(&self, fact: Index) -> FactId {
        self.facts.get(at(fact)).map_or_else(|| FactId::from(""), |fact| fact.id.clone())
    }

    /// The id of a promise; empty for a position that no promise has.
    #[must_use]
    pub fn promise_id(&self, promise: Index) -> PromiseId {
        self.promises.get(at(promise)).map_or_else(|| PromiseId::from(""), |promise| promise.id.clone())
    }

    /// The position of a fact.
    #[must_use]
    pub fn fact_at(&self, fact: &FactId) -> Option<Index> {
        let position = self.facts.binary_search_by(|one| one.id.cmp(fact)).ok()?;
        Index::try_from(position).ok()
    }

    /// Every promise that was made, with what became of it.
    pub fn fates<'a>(&'a self, core: &'a Core) -> impl Iterator<Item = (&'a PromiseId, PromiseState)> {
        (0..).zip(&self.promises).filter_map(|(index, promise)| Some((&promise.id, core.promise(index)?)))
    }

    /// The choices or offers of a beat whose positions are in `set`, in order of their ids, each with its position.
    pub fn replies(&self, beat: Index, set: u32) -> impl Iterator<Item = (&ReplyId, usize)> {
        let moves = match self.beat(beat).and_then(|beat| beat.reply.as_ref()) {
            Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => moves.as_ref(),
            Some(Reply::Paraphrase(_)) | None => &[],
        };
        ones(set.into()).map(at).filter_map(|position| Some((&moves.get(position)?.id, position)))
    }
}
