//! What a trainee can see in a reply, from its length to its levels. Worked out once per reply, however often it is met.

use std::collections::BTreeMap;

use super::cues::{Found, Surface};
use crate::rubric::Behaviour;
use crate::scenario::{BeatId, Commit, Move, Reply, ReplyId, Span, shown_competencies};
use crate::session::Session;

/// Everything a habit can go by. Levels are effective ones; what a reply does not show counts as 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Letters of all that is shown: the words and, of an offer, its card.
    pub length: i64,
    /// Cues in the words; none in a language without lists.
    pub found: Found,
    /// Question marks.
    pub asks: i64,
    /// 1 where something is done and not only said.
    pub acts: i64,
    /// Compensation in percent, then share of the loss restored: what money can do.
    pub pays: (i64, i64),
    /// 1 where it makes a promise.
    pub promises: i64,
    /// 1 where that promise cannot be kept.
    pub hollow: i64,
    /// Seconds until the promise falls due; the greatest number where it has no date.
    pub due: i64,
    /// 1 where it moves a due promise to a new date.
    pub renegotiates: i64,
    /// 1 where it breaks a due promise.
    pub breaks: i64,
    /// Sum of the levels scored at its beat.
    pub scored: i64,
    /// Sum of all levels.
    pub all: i64,
    /// Level of listening.
    pub listening: i64,
    /// Level of follow-through.
    pub follow: i64,
}

/// Reads replies, each once.
#[derive(Clone, Debug)]
pub struct Reader {
    surface: Option<Surface>,
    read: BTreeMap<BeatId, BTreeMap<ReplyId, Traits>>,
}

impl Reader {
    /// A reader of the session's language.
    #[must_use]
    pub fn new(session: &Session) -> Self {
        Self { surface: Surface::of(&session.scenario().language), read: BTreeMap::new() }
    }

    /// Whether it knows the cues of the language.
    #[must_use]
    pub fn knows_words(&self) -> bool {
        self.surface.is_some()
    }

    /// The traits of a reply of a beat.
    pub fn traits(&mut self, session: &Session, beat: &BeatId, reply: &ReplyId) -> Traits {
        if !self.read.contains_key(beat) {
            let replies = self.read_beat(session, beat);
            self.read.insert(beat.clone(), replies);
        }
        self.read.get(beat).and_then(|replies| replies.get(reply)).copied().unwrap_or_default()
    }

    fn read_beat(&self, session: &Session, id: &BeatId) -> BTreeMap<ReplyId, Traits> {
        let Some(beat) = session.scenario().beats.get(id) else { return BTreeMap::new() };
        let (moves, offers) = match &beat.reply {
            Some(Reply::Choose(moves)) => (moves, false),
            Some(Reply::Commit(Commit { offers })) => (offers, true),
            Some(Reply::Paraphrase(_)) | None => return BTreeMap::new(),
        };
        let scored = beat.scores.clone().or_else(|| beat.reply.as_ref().map(shown_competencies)).unwrap_or_default();
        let read = |(reply, one): (&ReplyId, &Move)| {
            let mut shown = one.line();
            if offers {
                let card = session.card(id, reply);
                shown = [Some(card.what), card.who, card.when, Some(shown)].map(Option::unwrap_or_default).join(" ");
            }
            let mut traits = self.surface_of(&shown, one, session);
            for (competency, level) in session.levels(one) {
                let level = i64::from(level);
                traits.all += level;
                if scored.contains(&competency) {
                    traits.scored += level;
                }
                match session.rules().rubric.competency(competency.as_str()).and_then(|known| known.moves) {
                    Some(Behaviour::Listen) => traits.listening = level,
                    Some(Behaviour::Follow) => traits.follow = level,
                    Some(Behaviour::Apology | Behaviour::Account) | None => {}
                }
            }
            (reply.clone(), traits)
        };
        moves.iter().map(read).collect()
    }

    fn surface_of(&self, shown: &str, one: &Move, session: &Session) -> Traits {
        let promise = one.promise.as_ref().and_then(|id| session.scenario().promises.get(id));
        let count = |found: usize| i64::try_from(found).unwrap_or(i64::MAX);
        Traits {
            length: count(shown.chars().count()),
            found: self.surface.as_ref().map(|surface| surface.find(shown)).unwrap_or_default(),
            asks: count(shown.matches('?').count()),
            acts: one.act.is_some().into(),
            pays: (one.pays.unwrap_or(0).into(), one.fixes.into()),
            promises: one.promise.is_some().into(),
            hollow: promise.is_some_and(|promise| !promise.can_keep).into(),
            due: promise.and_then(|promise| promise.by).map_or(i64::MAX, seconds),
            renegotiates: one.renegotiates.is_some().into(),
            breaks: one.breaks.is_some().into(),
            scored: 0,
            all: 0,
            listening: 0,
            follow: 0,
        }
    }
}

fn seconds(span: Span) -> i64 {
    match span {
        Span::Seconds(n) => n.into(),
        Span::Minutes(n) => i64::from(n) * 60,
        Span::Hours(n) => i64::from(n) * 60 * 60,
        Span::Days(n) => i64::from(n) * 24 * 60 * 60,
    }
}
