//! What is found out about attempts before any score is looked at: whose they are, and which are first assessments.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::progress::Progress;
use crate::attempt::Mode;
use crate::report::{Firsts, Lexicon, Name, Unscored};
use crate::store::{Row, Share, StoreError};

/// Who is there.
#[derive(Debug, Default)]
pub struct Seen {
    /// Attempts.
    pub attempts: usize,
    /// Whether the person the page is for is among them.
    pub trainee: bool,
    /// The groups that attempts belong to.
    pub cohorts: BTreeSet<String>,
}

impl Seen {
    /// Takes note of whose an attempt is; `wanted` is the person the page is for.
    pub fn see(&mut self, trainee: Option<&str>, cohort: Option<&str>, wanted: Option<&str>) {
        self.attempts += 1;
        self.trainee |= wanted.is_some() && trainee == wanted;
        if let Some(cohort) = cohort.filter(|cohort| !self.cohorts.contains(*cohort)) {
            self.cohorts.insert(cohort.to_owned());
        }
    }

    /// Adds who was seen elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.attempts += other.attempts;
        self.trainee |= other.trainee;
        self.cohorts.extend(other.cohorts);
    }
}

/// What has to be known of an attempt when its score is looked at, in few bytes: all attempts of a store are held so.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Where the store keeps it.
    pub place: i64,
    /// Its id.
    pub attempt: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// Id of the scenario.
    pub scenario: Name,
    /// Whose it is.
    pub who: Option<Name>,
    /// The group it counts for.
    pub cohort: Option<Name>,
    /// Practice or assessment.
    pub mode: Mode,
    /// Whether it was played until the conversation ended.
    pub finished: bool,
    /// Whether it is a person's first finished assessment of its scenario.
    pub first: bool,
}

impl Found {
    /// Why it is not scored in reports; none where it is.
    pub fn unscored(&self) -> Option<Unscored> {
        unscored(self.finished, self.mode, self.first)
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

/// Where an attempt was found: in which share, and where among those.
type Place = (u32, u32);

/// What one share of a store holds.
#[derive(Debug, Default)]
pub struct Survey {
    /// Who is there.
    pub seen: Seen,
    /// The attempts, by place.
    pub found: Vec<Found>,
    firsts: Firsts<Place>,
}

impl Survey {
    /// Looks through a share, which has a number of its own; `wanted` is the person the page is for.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn of(
        share: &mut dyn Share,
        number: u32,
        lexicon: &mut Lexicon,
        wanted: Option<&str>,
        progress: &Progress,
    ) -> Result<Self, StoreError> {
        let (mut survey, mut steps) = (Self::default(), progress.steps());
        let mut cohorts: FxHashSet<Option<Name>> = FxHashSet::default();
        share.rows(&mut |row| {
            steps.step();
            let found = survey.find(&row, number, lexicon);
            let new_cohort = cohorts.insert(found.cohort).then_some(row.cohort.as_deref()).flatten();
            survey.seen.see(row.trainee.as_deref(), new_cohort, wanted);
        })?;
        Ok(survey)
    }

    fn find(&mut self, row: &Row<'_>, number: u32, lexicon: &mut Lexicon) -> Found {
        let found = Found {
            place: row.place,
            attempt: row.attempt,
            started: row.started,
            scenario: lexicon.name(&row.scenario),
            who: row.trainee.as_deref().map(|name| lexicon.name(name)),
            cohort: row.cohort.as_deref().map(|name| lexicon.name(name)),
            mode: row.mode,
            finished: row.finished,
            first: false,
        };
        if row.finished && row.mode == Mode::Assessment {
            let place = (number, u32::try_from(self.found.len()).unwrap_or(u32::MAX));
            self.firsts.add(found.who, found.scenario, (found.started, found.attempt), place);
        }
        self.found.push(found);
        found
    }
}

/// Marks the first assessments among everything that was found; the surveys stand in the order of their numbers.
pub fn mark_firsts(surveys: &mut [Survey]) {
    let mut firsts = Firsts::default();
    for survey in &mut *surveys {
        firsts.merge(std::mem::take(&mut survey.firsts));
    }
    for (survey, place) in firsts.places() {
        let survey = surveys.get_mut(usize::try_from(survey).unwrap_or(usize::MAX));
        let found = survey.and_then(|survey| survey.found.get_mut(usize::try_from(place).unwrap_or(usize::MAX)));
        if let Some(found) = found {
            found.first = true;
        }
    }
}
