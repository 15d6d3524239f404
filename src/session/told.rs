//! What front ends tell of a reply, whatever they look like: its card and its coaching.

use super::{Given, Session, State};
use crate::scenario::{BeatId, Promise, Reply, ReplyId, Span};

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
