//! Where a conversation stands: everything that can change while it is played, and nothing else.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::offer::Offer;
use super::paraphrase::Fragment;
use super::plan::Core;
use crate::customer::{Customer, Feeling, Outcome};
use crate::scenario::{BeatId, FactId, Map, PromiseId, ReplyId};

/// Where a conversation stands, with names put to it. The words are the session's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The same in numbers: what play goes on from.
    pub core: Core,
    /// The beat it stands at.
    pub beat: BeatId,
    /// How the customer is.
    pub customer: Customer,
    /// Facts revealed, in the order they were.
    pub known: Vec<FactId>,
    /// Facts used or paraphrased, in order of their ids.
    pub noticed: Vec<FactId>,
    /// Every promise ever made, and what became of it.
    pub promises: Map<PromiseId, PromiseState>,
    /// What the trainee is asked.
    pub ask: Ask,
    /// How it ended, once it has.
    pub ending: Option<Ending>,
}

/// What the trainee is asked, in the order it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// One of these choices.
    Choose(Offer),
    /// "What I heard", out of these.
    Paraphrase(Vec<Fragment>),
    /// One of these offers.
    Commit(Offer),
    /// Nothing: the conversation is over.
    Nothing,
}

impl Ask {
    /// The choices or offers to choose from, where that is what is asked.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        match self {
            Self::Choose(offer) | Self::Commit(offer) => Some(offer),
            Self::Paraphrase(_) | Self::Nothing => None,
        }
    }

    /// How many replies there are to weigh. A paraphrase always has several.
    #[must_use]
    pub fn is_decision(&self) -> bool {
        match self {
            Self::Choose(replies) | Self::Commit(replies) => replies.len() >= 2,
            Self::Paraphrase(_) => true,
            Self::Nothing => false,
        }
    }
}

/// What the trainee gave as a reply; ids only, as attempts record it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// A choice or an offer.
    Reply(ReplyId),
    /// Fragments of a paraphrase.
    Fragments(BTreeSet<String>),
    /// Nothing until the beat's timer ended.
    Silence,
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(reply) => reply.fmt(f),
            Self::Fragments(fragments) => {
                let ids: Vec<&str> = fragments.iter().map(String::as_str).collect();
                f.write_str(&ids.join(" "))
            }
            Self::Silence => f.write_str("silence"),
        }
    }
}

/// What has become of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PromiseState {
    /// Made, and not yet due.
    Open,
    /// Done as said.
    Kept,
    /// Not done.
    Broken,
    /// A vague promise that came to nothing.
    Lapsed,
    /// Still open when the conversation ended.
    LeftOpen,
}

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ending {
    /// What the customer does now.
    pub outcome: Outcome,
    /// How the customer feels.
    pub feeling: Feeling,
    /// Whether the customer left before the end.
    pub left: bool,
}

/// Something that happened between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The reply has had its effect on the customer, and the next beat is not entered yet.
    Landed(Customer),
    /// Whole days passed: a new contact begins.
    NewContact {
        /// Days since the contact before.
        days: u32,
    },
    /// Something went wrong again.
    FailedAgain,
    /// A beat was entered and is spoken.
    Entered(BeatId),
    /// A beat had nothing to ask and was passed over.
    PassedOver(BeatId),
    /// A fact became known.
    Revealed(FactId),
    /// A fact was taken up by the trainee.
    Noticed(FactId),
    /// A promise was made, or something became of it.
    Promise(PromiseId, PromiseState),
    /// A due promise was moved to a new date.
    Renegotiated(PromiseId),
    /// The conversation ended.
    Ended(Ending),
}
