//! Ways through the parts of a beat that more than one room needs.

use super::condition::{Condition, Goto};
use super::ids::{BeatId, ReplyId};
use super::map::Map;
use super::model::{Beat, Commit, Move, Reply};

impl Beat {
    /// Its choices or offers; none where it is answered in another way.
    #[must_use]
    pub fn moves(&self) -> Option<&Map<ReplyId, Move>> {
        match self.reply.as_ref()? {
            Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => Some(moves),
            Reply::Paraphrase(_) => None,
        }
    }

    /// Every beat that can come next, whatever the conditions say; a beat may come more than once.
    pub fn targets(&self) -> impl Iterator<Item = &BeatId> {
        self.gotos().flat_map(Goto::values).chain(&self.otherwise)
    }

    /// Every `to` of the beat: those of its replies in order of their ids, then that of its silence.
    pub fn gotos(&self) -> impl Iterator<Item = &Goto> {
        let paraphrase = match &self.reply {
            Some(Reply::Paraphrase(paraphrase)) => Some(paraphrase),
            Some(Reply::Choose(_) | Reply::Commit(_)) | None => None,
        };
        let replies = self.moves().into_iter().flatten().map(|(_, one)| &one.to);
        replies.chain(paraphrase.map(|one| &one.to)).chain(self.silence.as_ref().map(|silence| &silence.to))
    }

    /// Shows every condition of the beat, and every part of one, to `visit`.
    pub fn visit_conditions<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        let of_replies = self.moves().into_iter().flatten().filter_map(|(_, one)| one.when.as_ref());
        let of_words = self.says.iter().flat_map(super::condition::Cases::conditions);
        let of_ways = self.gotos().flat_map(Goto::conditions);
        for condition in of_replies.chain(of_words).chain(of_ways) {
            condition.visit(visit);
        }
    }
}

impl Condition {
    /// Shows the condition and every part of it to `visit`.
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(visit)),
            Self::Not(part) => part.visit(visit),
            Self::Knows(_)
            | Self::Noticed(_)
            | Self::Promised(_)
            | Self::Kept(_)
            | Self::Broke(_)
            | Self::Chose(_)
            | Self::Understood(_)
            | Self::Feels(_)
            | Self::AtLeast(..)
            | Self::AtMost(..) => {}
        }
    }
}
