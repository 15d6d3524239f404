//! What front ends tell of a reply, whatever they look like: its card and its coaching.

use super::{Ask, Given, Session, State};
use crate::scenario::{BeatId, Move, Promise, Reply, ReplyId, Silence, Span};

/// An offer as its card shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// What will happen.
    pub what: String,
    /// Who answers for it; nobody where it is vague or promises nothing.
    pub who: Option<String>,
    /// By when; no date where it is vague or promises nothing.
    pub when: Option<String>,
}

impl Card {
    /// The card of a promise.
    #[must_use]
    pub fn of_promise(promise: &Promise) -> Self {
        Self {
            what: promise.what.clone(),
            who: promise.owner.clone(),
            when: promise.when.clone().or_else(|| promise.by.map(span_text)),
        }
    }
}

impl Session {
    /// The card of an offer.
    #[must_use]
    pub fn card(&self, beat: &BeatId, offer: &ReplyId) -> Card {
        let taken = self.reply(beat, offer);
        let promise = taken.and_then(|taken| self.scenario.promises.get(taken.promise.as_ref()?));
        let mut card = promise.map(Card::of_promise).unwrap_or_default();
        if let Some(what) = taken.and_then(|taken| taken.what.clone()) {
            card.what = what;
        }
        card
    }

    /// The trainee's own line; empty for silence.
    #[must_use]
    pub fn line(&self, before: &State, given: &Given) -> String {
        match (given, &before.ask) {
            (Given::Reply(reply), _) => self.reply(&before.beat, reply).map(Move::line).unwrap_or_default(),
            (Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
                let said = fragments.iter().filter(|one| chosen.contains(&one.id));
                said.map(|one| self.fragment_text(&before.beat, &one.id)).collect::<Vec<_>>().join("; ")
            }
            (Given::Fragments(_) | Given::Silence, _) => String::new(),
        }
    }

    /// What saying nothing does at the beat where a state stands, if its timer can end at all.
    #[must_use]
    pub fn silence(&self, state: &State) -> Option<&Silence> {
        if state.ending.is_some() {
            return None;
        }
        self.beat(state)?.silence.as_ref()
    }

    /// The coaching for a reply: what it did to the customer, and why.
    #[must_use]
    pub fn coaching(&self, before: &State, given: &Given) -> String {
        match given {
            Given::Reply(reply) => {
                self.reply(&before.beat, reply).map(|taken| taken.because.clone()).unwrap_or_default()
            }
            Given::Fragments(_) => match self.beat(before).and_then(|beat| beat.reply.as_ref()) {
                Some(Reply::Paraphrase(paraphrase)) => paraphrase.because.clone(),
                Some(Reply::Choose(_) | Reply::Commit(_)) | None => String::new(),
            },
            Given::Silence => self.silence(before).map(|silence| silence.because.clone()).unwrap_or_default(),
        }
    }
}

/// A length of time for an author who wrote no words for it.
fn span_text(span: Span) -> String {
    match span {
        Span::Seconds(n) => format!("{n} s"),
        Span::Minutes(n) => format!("{n} min"),
        Span::Hours(n) => format!("{n} h"),
        Span::Days(n) => format!("{n} d"),
    }
}
