//! One attempt as files tell it: the record, the scorecard recomputed from it, and where it stands among the person's others.

use std::collections::BTreeMap;

use crate::attempt::{Attempt, Decision, How, Mode, Start};
use crate::explore::{came_to, efficiency};
use crate::score::{Evidence, Scorecard};
use crate::session::{Session, Turn};

/// One attempt.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its record.
    pub attempt: Attempt,
    /// Who played it, as the file may say it: a name, a code of the roster, or a pseudonym. None where nobody gave a name.
    pub who: Option<String>,
    /// The attempt recomputed under the present rules, or why it cannot be, as the end of a sentence.
    pub replayed: Result<Replayed, String>,
    /// Where it stands among the person's attempts at this scenario.
    pub standing: Standing,
}

/// An attempt recomputed.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// What it was played in.
    pub session: Session,
    /// Its turns.
    pub turns: Vec<Turn>,
    /// What it earned, and why.
    pub card: Scorecard,
    /// How far its session can be brought at most ([`explore::furthest`](crate::explore::furthest)); none where that is not certain.
    pub furthest: Option<u32>,
}

/// Where an attempt stands among the attempts of one person at one scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its number among them, from 1; none where nobody gave a name, since nothing tells such attempts apart.
    pub time: Option<u32>,
    /// Whether it is the first finished assessment: only such attempts are scored in reports.
    pub first: bool,
}

/// Finds the standing of attempts that come in the order in which they were started.
#[derive(Clone, Debug, Default)]
pub struct Standings {
    /// By person and scenario: how many there were, and whether there was a finished assessment.
    before: BTreeMap<(Option<String>, String), (u32, bool)>,
}

impl Standings {
    /// The standing of the next attempt.
    pub fn next(&mut self, attempt: &Attempt) -> Standing {
        let Start { trainee, scenario, mode, .. } = &attempt.start;
        let (times, assessed) = self.before.entry((trainee.clone(), scenario.clone())).or_default();
        *times = times.saturating_add(1);
        let assessment = *mode == Mode::Assessment && attempt.is_finished();
        let first = assessment && !std::mem::replace(assessed, *assessed || assessment);
        Standing { time: trainee.as_ref().map(|_| *times), first }
    }
}

impl Told {
    /// What was played, and under what.
    #[must_use]
    pub fn start(&self) -> &Start {
        &self.attempt.start
    }

    /// How it ended; none while it can be gone on with.
    #[must_use]
    pub fn how(&self) -> Option<How> {
        self.attempt.end.as_ref().map(|end| end.how)
    }

    /// The attempt recomputed, whether or not it was played to its end.
    #[must_use]
    pub fn replayed(&self) -> Option<&Replayed> {
        self.replayed.as_ref().ok()
    }

    /// The scorecard. Only an attempt that was played to its end has one.
    #[must_use]
    pub fn card(&self) -> Option<&Scorecard> {
        self.replayed().filter(|_| self.attempt.is_finished()).map(|replayed| &replayed.card)
    }

    /// Path efficiency, 0–1000: how far the attempt was brought, as a share of how far it could have been. None where that is not known,
    /// or it was not played to its end.
    #[must_use]
    pub fn path_efficiency(&self) -> Option<u16> {
        let Replayed { turns, furthest, .. } = self.replayed()?;
        Some(efficiency(came_to(&turns.last()?.after.state)?, (*furthest)?))
    }

    /// The decision at a position, from 0.
    #[must_use]
    pub fn decision(&self, at: usize) -> Option<&Decision> {
        self.attempt.decisions.get(at)
    }

    /// What that decision earned, and why.
    #[must_use]
    pub fn evidence(&self, at: usize) -> Option<&Evidence> {
        self.replayed()?.card.evidence.get(at)
    }

    /// The turn it belongs to, with the session.
    #[must_use]
    pub fn turn(&self, at: usize) -> Option<(&Session, &Turn)> {
        let replayed = self.replayed()?;
        Some((&replayed.session, replayed.turns.get(at)?))
    }

    /// The title of what was played.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        Some(self.replayed()?.session.scenario().title.as_str())
    }

    /// How it ended, in one word.
    #[must_use]
    pub fn ended(&self) -> Option<&'static str> {
        self.how().map(|how| match how {
            How::Finished => "finished",
            How::Left => "left",
            How::Interrupted => "interrupted",
        })
    }

    /// Practice or assessment, in one word.
    #[must_use]
    pub fn mode(&self) -> &'static str {
        match self.start().mode {
            Mode::Practice => "practice",
            Mode::Assessment => "assessment",
        }
    }
}
