//! Synthetic trainees: each has one habit and plays whole conversations by it, through the same [`Session`] as people do. They
//! show whether a scenario rewards more than a habit. Nothing here knows the inside of the session or prints anything.

mod chance;
mod cues;
mod habit;
mod reading;
mod simulate;
mod verdict;

use serde::Serialize;

use crate::session::{Given, Session, State, Turn};

pub use chance::Chance;
use habit::Habit;
pub use reading::{Reader, Traits};
pub use simulate::{Row, Spread, simulate};
pub use verdict::{MOST_MEAN, Rewarded, rewarded, test_wise_passes};

/// A synthetic trainee.
#[derive(Clone, Copy, Debug)]
pub struct Bot {
    /// Its name, as people type it.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// What it stands for, and so what it should earn.
    pub kind: Kind,
    habit: Habit,
}

/// What a trainee stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Chance alone: what a score means is read against it.
    Chance,
    /// Goes by the place or the surface of a reply, without the customer. It must not pass.
    TestWise,
    /// Understands, and does one thing badly. It should not pass.
    Weak,
    /// Does it well. It should pass.
    Able,
}

impl Bot {
    /// Every trainee, in the order in which people are shown them.
    pub const ALL: &'static [Self] = habit::ALL;

    /// The trainee of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|bot| bot.name == name)
    }

    /// Whether it must not pass, because it goes by place or surface only.
    #[must_use]
    pub fn is_test_wise(&self) -> bool {
        self.kind == Kind::TestWise
    }

    /// Whether it needs lists of words, which not every language has.
    #[must_use]
    pub fn needs_words(&self) -> bool {
        self.habit.needs_words
    }

    /// Plays a session to its end, or until `decisions` have been taken.
    #[must_use]
    pub fn play(&self, session: &Session, reader: &mut Reader, decisions: usize) -> Vec<Turn> {
        let mut chance = Chance::new(self.name, session.seed());
        play(session, decisions, |state| self.habit.answer(session, state, reader, &mut chance))
    }
}

/// Plays a session by a habit until it ends, the habit has no answer, or `decisions` have been taken.
///
/// # Panics
/// Where the habit gives a reply that is not offered.
pub fn play(session: &Session, decisions: usize, mut habit: impl FnMut(&State) -> Option<Given>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut state = session.begin().state;
    while state.ending.is_none() && turns.len() < decisions {
        let Some(given) = habit(&state) else { break };
        let after = session.apply(&state, &given).unwrap_or_else(|refusal| {
            let (hash, seed) = (session.scenario().hash(), session.seed());
            panic!("scenario {hash}, seed {seed}, decision {} at `{}`: {refusal}", turns.len() + 1, state.beat)
        });
        let next = after.state.clone();
        turns.push(Turn { before: state, given, after });
        state = next;
    }
    turns
}
