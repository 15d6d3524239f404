//! What one thread folds: all attempts of some people. Parts add up to the whole, whatever is in which.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::sessions::Played;
use crate::attempt::{Attempt, Mode};
use crate::report::{Card, Glance, Names, Reader, Summary, Unscored};
use crate::store::Row;

/// What is the same for all parts.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Who reads the page.
    pub reader: &'a Reader,
    /// Where attempts are replayed.
    pub played: &'a Played,
}

/// What was folded so far.
pub struct Part<'a> {
    desk: Desk<'a>,
    names: Names,
    /// The sums over everybody.
    pub everybody: Summary,
    /// The sums over whom the page is about; nothing where that is everybody.
    pub own: Summary,
    /// Attempts that cannot be replayed: how many, and why the one with the smallest id cannot.
    pub unreadable: (usize, Option<(Uuid, String)>),
    /// What other rules did to the scores.
    pub moved: Moved,
    /// Attempts whose card could not be read after all.
    pub damaged: Vec<(Uuid, Pending)>,
}

/// What is known of an attempt that has to be scored anew.
#[derive(Clone, Copy, Debug)]
pub struct Pending {
    /// Whether it is a first assessment.
    pub first: bool,
    /// What it had earned under other rules.
    pub before: Option<Glance>,
}

/// What became of scores that other rules had made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Attempts that other rules had scored.
    pub looked_at: usize,
    /// Attempts with another overall score now.
    pub scores: usize,
    /// Attempts that reach the standard and did not, or did and do not.
    pub passes: usize,
    /// Scenarios, with how many of their attempts have another score or pass.
    pub scenarios: BTreeMap<String, usize>,
}

impl Moved {
    fn look(&mut self, scenario: &str, before: Glance, now: Glance) {
        let (score, pass) = (before.overall != now.overall, before.passed != now.passed);
        self.looked_at += 1;
        self.scores += usize::from(score);
        self.passes += usize::from(pass);
        if score || pass {
            *self.scenarios.entry(scenario.to_owned()).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        self.looked_at += other.looked_at;
        self.scores += other.scores;
        self.passes += other.passes;
        for (scenario, count) in other.scenarios {
            *self.scenarios.entry(scenario).or_default() += count;
        }
    }
}

/// Why an attempt is not scored in reports; none where it is.
pub fn unscored(finished: bool, mode: Mode, first: bool) -> Option<Unscored> {
    match (finished, mode) {
        (false, _) => Some(Unscored::Interrupted),
        (true, Mode::Practice) => Some(Unscored::Practice),
        (true, Mode::Assessment) => (!first).then_some(Unscored::Repeated),
    }
}

impl<'a> Part<'a> {
    /// Nothing folded yet.
    pub fn new(desk: Desk<'a>) -> Self {
        Self {
            desk,
            names: Names::default(),
            everybody: Summary::default(),
            own: Summary::default(),
            unreadable: (0, None),
            moved: Moved::default(),
            damaged: Vec::new(),
        }
    }

    /// Counts an attempt by its card.
    pub fn row(&mut self, row: Row, card: &[u8], first: bool) {
        let why = unscored(row.finished, row.mode, first);
        let card = Card::decoded(card, row.attempt, &mut self.names);
        let Some(mut card) = card.filter(|card| why.is_some() || card.case.is_some()) else {
            self.damaged.push((row.attempt, Pending { first, before: None }));
            return;
        };
        let is_own = self.is_own(row.trainee.as_deref(), row.cohort.as_deref());
        let Row { scenario, trainee, cohort, started, .. } = row;
        if let Some(voice) = &card.voice {
            self.count(is_own, |summary| summary.hear(trainee.as_deref(), &scenario, started, voice));
        }
        match (why, card.case.take()) {
            (None, Some(mut case)) => {
                (case.trainee, case.cohort, case.first) = (trainee, cohort, first);
                self.count(is_own, |summary| summary.add(&case));
            }
            (Some(why), _) => self.count(is_own, |summary| summary.leave_out(trainee.as_deref(), why)),
            (None, None) => {}
        }
    }

    /// Counts an attempt by its lines; gives what is to be kept of it, which is nothing where it cannot be replayed.
    pub fn attempt(&mut self, attempt: &Attempt, pending: Pending) -> Option<Vec<u8>> {
        let start = &attempt.start;
        let trainee = start.trainee.as_deref();
        let is_own = self.is_own(trainee, start.cohort.as_deref());
        if let Some(voice) = &attempt.voice {
            self.count(is_own, |summary| summary.hear(trainee, &start.scenario, start.started, voice));
        }
        let mut card = Card { case: None, voice: attempt.voice };
        if let Some(why) = unscored(attempt.is_finished(), start.mode, pending.first) {
            self.count(is_own, |summary| summary.leave_out(trainee, why));
            return Some(card.encoded());
        }
        match self.desk.played.case(attempt, pending.first) {
            Ok(case) => {
                self.count(is_own, |summary| summary.add(&case));
                let now = Glance { is_scored: true, overall: case.overall, passed: case.passed };
                if let Some(before) = pending.before.filter(|before| before.is_scored) {
                    self.moved.look(&start.scenario, before, now);
                }
                card.case = Some(case);
                Some(card.encoded())
            }
            Err(why) => {
                self.count(is_own, |summary| summary.leave_out(trainee, Unscored::Unreadable));
                self.cannot_replay((start.attempt, why));
                None
            }
        }
    }

    /// Adds what another part has folded. No attempt may be in both.
    pub fn merge(&mut self, other: Self) {
        self.everybody.merge(other.everybody);
        self.own.merge(other.own);
        self.moved.merge(other.moved);
        self.damaged.extend(other.damaged);
        let (count, first) = other.unreadable;
        if let Some(first) = first {
            self.cannot_replay(first);
            self.unreadable.0 += count - 1;
        }
    }

    /// The sums over whom the page is about.
    pub fn own(&self) -> &Summary {
        if *self.desk.reader == Reader::Organisation { &self.everybody } else { &self.own }
    }

    fn cannot_replay(&mut self, which: (Uuid, String)) {
        let (count, first) = &mut self.unreadable;
        *count += 1;
        if first.as_ref().is_none_or(|first| which < *first) {
            *first = Some(which);
        }
    }

    /// Whether an attempt is among those the page is about, and that is not everybody.
    fn is_own(&self, trainee: Option<&str>, cohort: Option<&str>) -> bool {
        match self.desk.reader {
            Reader::Organisation => false,
            Reader::Cohort(name) => cohort == Some(name),
            Reader::Trainee(name) => trainee == Some(name),
        }
    }

    fn count(&mut self, is_own: bool, count: impl Fn(&mut Summary)) {
        count(&mut self.everybody);
        if is_own {
            count(&mut self.own);
        }
    }
}
