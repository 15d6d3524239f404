//! What is counted of one person: sums over their first assessments, and counts of everything else.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use smallvec::SmallVec;
use uuid::Uuid;

use super::few::Few;
use super::{count_outcome, merge_outcomes};
use crate::attempt::{Obstacle, Voice};
use crate::customer::Outcome;
use crate::report::card::Scored;
use crate::report::case::Promises;
use crate::report::lexicon::{Name, Texts};
use crate::report::summary::{self, Moments, Month, Points, Unscored};

/// One person, by numbers; see [`summary::Person`].
#[derive(Clone, Debug, Default)]
pub(super) struct Person {
    firsts: u64,
    unscored: Few<Unscored, u64>,
    points: Few<Name, Points>,
    overall: Moments,
    passed: u64,
    outcomes: [u64; 5],
    promises: Promises,
    errors: Few<Name, u64>,
    months: Few<Month, Moments>,
    before: Few<Name, Marked>,
    after: Few<Name, Marked>,
    earliest: Marked,
    latest: Marked,
    cohorts: Few<Name, ()>,
    paths: Moments,
    asked: u64,
    answered: u64,
    confident: Moments,
    confident_by_month: Few<Month, Moments>,
    obstacles: Few<Obstacle, u64>,
    /// By scenario, each obstacle as a bit.
    obstacles_in: Few<Name, u8>,
}

/// An attempt that stands for a moment, where there is one.
type Marked = Option<Mark>;

/// One attempt that stands for a moment; see [`summary::Mark`].
#[derive(Clone, Debug)]
struct Mark {
    when: (Timestamp, Uuid),
    scenario: Name,
    scores: SmallVec<[(Name, u16); 4]>,
    overall: Option<u16>,
    outcome: Option<Outcome>,
}

impl Person {
    /// Counts a first assessment.
    pub(super) fn add(&mut self, attempt: Uuid, cohort: Option<Name>, scored: &Scored<'_>) {
        if let Some(cohort) = cohort {
            self.cohorts.with(cohort, |()| {});
        }
        self.firsts += 1;
        for earned in scored.scores {
            let (best, decisions) = (earned.best.into(), earned.decisions.into());
            let points = Points { earned: earned.earned.into(), best, decisions };
            self.points.with(earned.competency, |sum| sum.merge(points));
        }
        if let Some(overall) = scored.overall {
            self.overall.add(overall);
            self.months.with(month(scored.started), |moments| moments.add(overall));
        }
        if let Some(path) = scored.path {
            self.paths.add(path);
        }
        self.passed += u64::from(scored.passed == Some(true));
        count_outcome(&mut self.outcomes, scored.outcome);
        add_promises(&mut self.promises, scored.promises);
        for code in scored.errors {
            self.errors.count(*code);
        }
        self.mark(attempt, scored);
    }

    pub(super) fn leave_out(&mut self, why: Unscored) {
        self.unscored.count(why);
    }

    pub(super) fn hear(&mut self, scenario: Name, when: Timestamp, voice: &Voice) {
        self.asked += 1;
        self.answered += u64::from(voice.confident.is_some() || voice.obstacle.is_some());
        // A line that the program did not write may say anything.
        if let Some(confident) = voice.confident.filter(|confident| (1..=5).contains(confident)) {
            self.confident.add(confident.into());
            self.confident_by_month.with(month(when), |moments| moments.add(confident.into()));
        }
        if let Some(obstacle) = voice.obstacle {
            self.obstacles.count(obstacle);
            self.obstacles_in.with(scenario, |said| *said |= bit(obstacle));
        }
    }

    fn mark(&mut self, attempt: Uuid, scored: &Scored<'_>) {
        let when = (scored.started, attempt);
        let mark = || Mark::of(when, scored);
        match scored.course {
            Some((course, Name::BEFORE)) => self.before.with(course, |kept| keep(kept, when, mark, false)),
            Some((course, Name::AFTER)) => self.after.with(course, |kept| keep(kept, when, mark, false)),
            _ => {}
        }
        keep(&mut self.earliest, when, mark, false);
        keep(&mut self.latest, when, mark, true);
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.firsts += other.firsts;
        self.unscored.add(other.unscored);
        self.points.merge(other.points, Points::merge);
        self.overall.merge(other.overall);
        self.passed += other.passed;
        merge_outcomes(&mut self.outcomes, other.outcomes);
        add_promises(&mut self.promises, other.promises);
        self.errors.add(other.errors);
        self.months.merge(other.months, Moments::merge);
        self.before.merge(other.before, |mine, theirs| keep_mark(mine, theirs, false));
        self.after.merge(other.after, |mine, theirs| keep_mark(mine, theirs, false));
        keep_mark(&mut self.earliest, other.earliest, false);
        keep_mark(&mut self.latest, other.latest, true);
        self.cohorts.merge(other.cohorts, |(), ()| {});
        self.paths.merge(other.paths);
        self.asked += other.asked;
        self.answered += other.answered;
        self.confident.merge(other.confident);
        self.confident_by_month.merge(other.confident_by_month, Moments::merge);
        self.obstacles.add(other.obstacles);
        self.obstacles_in.merge(other.obstacles_in, |mine, theirs| *mine |= theirs);
    }

    pub(super) fn spelled(self, texts: &Texts) -> summary::Person {
        let marks = |marks: Few<Name, Marked>| {
            let marks: Vec<_> = marks.spelled(|course, mark| Some((texts.owned(course), mark?.spelled(texts))));
            marks.into_iter().flatten().collect()
        };
        summary::Person {
            firsts: self.firsts,
            unscored: self.unscored.spelled(|why, count| (why, count)),
            points: self.points.spelled(|name, points| (texts.id(name), points)),
            overall: self.overall,
            passed: self.passed,
            outcomes: self.outcomes,
            promises: self.promises,
            errors: self.errors.spelled(|code, count| (texts.owned(code), count)),
            months: self.months.spelled(|month, moments| (month, moments)),
            before: marks(self.before),
            after: marks(self.after),
            earliest: self.earliest.map(|mark| mark.spelled(texts)),
            latest: self.latest.map(|mark| mark.spelled(texts)),
            cohorts: self.cohorts.spelled(|cohort, ()| texts.owned(cohort)),
            paths: self.paths,
            asked: self.asked,
            answered: self.answered,
            confident: self.confident,
            confident_by_month: self.confident_by_month.spelled(|month, moments| (month, moments)),
            obstacles: self.obstacles.spelled(|obstacle, count| (obstacle, count)),
            obstacles_in: self.obstacles_in.spelled(|scenario, said| {
                let named = Obstacle::ALL.into_iter().filter(|obstacle| said & bit(*obstacle) != 0);
                (texts.owned(scenario), named.collect())
            }),
        }
    }
}

impl Mark {
    fn of(when: (Timestamp, Uuid), scored: &Scored<'_>) -> Self {
        let enough = scored.scores.iter().filter(|earned| earned.enough);
        Self {
            when,
            scenario: scored.scenario,
            scores: enough.filter_map(|earned| Some((earned.competency, earned.score?))).collect(),
            overall: scored.overall,
            outcome: scored.outcome,
        }
    }

    fn spelled(self, texts: &Texts) -> summary::Mark {
        summary::Mark {
            when: self.when,
            scenario: texts.owned(self.scenario),
            scores: self.scores.into_iter().map(|(name, score)| (texts.id(name), score)).collect(),
            overall: self.overall,
            outcome: self.outcome,
        }
    }
}

/// Keeps the earlier of two marks, or the later.
fn keep(kept: &mut Marked, when: (Timestamp, Uuid), mark: impl FnOnce() -> Mark, last: bool) {
    let counts = |kept: &Mark| if last { when > kept.when } else { when < kept.when };
    if kept.as_ref().is_none_or(counts) {
        *kept = Some(mark());
    }
}

fn keep_mark(kept: &mut Marked, other: Marked, last: bool) {
    if let Some(other) = other {
        keep(kept, other.when, || other, last);
    }
}

fn bit(obstacle: Obstacle) -> u8 {
    1 << obstacle as u8
}

fn add_promises(sum: &mut Promises, more: Promises) {
    sum.kept += more.kept;
    sum.broken += more.broken;
    sum.lapsed += more.lapsed;
    sum.overdue += more.overdue;
    sum.dateless += more.dateless;
    sum.open += more.open;
}

fn month(when: Timestamp) -> Month {
    let date = TimeZone::UTC.to_datetime(when).date();
    Month { year: date.year(), month: date.month() }
}
