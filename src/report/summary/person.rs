//! What a report keeps of one person: sums over their first assessments, and counts of everything else. It never grows with the number of
//! attempts, only with months and courses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::moments::{Moments, Points};
use crate::attempt::{Mode, Obstacle, Voice};
use crate::customer::Outcome;
use crate::report::case::{Case, Promises};
use crate::scenario::CompetencyId;

/// A month of a year, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.rsplit_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
        parts.map(|(year, month)| Self { year, month }).ok_or_else(|| format!("`{text}` is no month"))
    }
}

/// One attempt that stands for a moment: the first measure, the second, the earliest, the latest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// When it began; of equals the smaller id counts.
    pub when: (Timestamp, Uuid),
    /// The scenario.
    pub scenario: String,
    /// Scores with enough evidence, 0–1000.
    pub scores: BTreeMap<CompetencyId, u16>,
    /// The overall score, 0–1000.
    pub overall: Option<u16>,
    /// How the customer ended.
    pub outcome: Option<Outcome>,
}

/// Why an attempt has no score in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unscored {
    /// Practice: coached, and told apart.
    Practice,
    /// Another assessment of a scenario the person had been assessed on before.
    Repeated,
    /// Given up, or not gone on with.
    Interrupted,
    /// It cannot be replayed: its scenario is missing, or the rules would lead it another way.
    Unreadable,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// First assessments.
    pub firsts: u64,
    /// Everything else, by why it is not scored.
    pub unscored: BTreeMap<Unscored, u64>,
    /// Points of each competency over all first assessments.
    pub points: BTreeMap<CompetencyId, Points>,
    /// Overall scores of the first assessments that have one.
    pub overall: Moments,
    /// First assessments that reached the standard.
    pub passed: u64,
    /// How customers ended, by [`Outcome::rank`].
    pub outcomes: [u64; 5],
    /// What became of promises.
    pub promises: Promises,
    /// First assessments in which an error was made, by its code.
    pub errors: BTreeMap<String, u64>,
    /// Overall scores by month.
    pub months: BTreeMap<Month, Moments>,
    /// The first measure of each course.
    pub before: BTreeMap<String, Mark>,
    /// The second measure of each course.
    pub after: BTreeMap<String, Mark>,
    /// The earliest first assessment.
    pub earliest: Option<Mark>,
    /// The latest first assessment.
    pub latest: Option<Mark>,
    /// The groups this person trained with.
    pub cohorts: BTreeSet<String>,
    /// Path efficiencies of the first assessments that have one, 0–1000.
    pub paths: Moments,
    /// Attempts of any mode after which the record tells that they were asked the two questions, answered or not.
    pub asked: u64,
    /// Of those, the ones after which at least one of the two was answered.
    pub answered: u64,
    /// How confident they felt, 1–5.
    pub confident: Moments,
    /// The same by month.
    pub confident_by_month: BTreeMap<Month, Moments>,
    /// What would have stood in their way at work, with how often they said so.
    pub obstacles: BTreeMap<Obstacle, u64>,
    /// The same by scenario, each once, so that people can be counted.
    pub obstacles_in: BTreeMap<String, BTreeSet<Obstacle>>,
}

impl Person {
    pub(super) fn add(&mut self, case: &Case) {
        self.cohorts.extend(case.cohort.clone());
        match case.mode {
            Mode::Practice => return self.leave_out(Unscored::Practice),
            Mode::Assessment if !case.first => return self.leave_out(Unscored::Repeated),
            Mode::Assessment => {}
        }
        self.firsts += 1;
        for score in &case.scores {
            let points =
                Points { earned: score.earned.into(), best: score.best.into(), decisions: score.decisions.into() };
            self.points.entry(score.competency.clone()).or_default().merge(points);
        }
        if let Some(overall) = case.overall {
            self.overall.add(overall);
            self.months.entry(month(case.started)).or_default().add(overall);
        }
        if let Some(path) = case.path {
            self.paths.add(path);
        }
        self.passed += u64::from(case.passed == Some(true));
        if let Some(count) = case.outcome.and_then(|outcome| self.outcomes.get_mut(usize::from(outcome.rank()))) {
            *count += 1;
        }
        add_promises(&mut self.promises, case.promises);
        for code in case.errors.keys() {
            *self.errors.entry(code.clone()).or_default() += 1;
        }
        self.mark(case);
    }

    pub(super) fn leave_out(&mut self, why: Unscored) {
        *self.unscored.entry(why).or_default() += 1;
    }

    pub(super) fn hear(&mut self, scenario: &str, when: Timestamp, voice: &Voice) {
        self.asked += 1;
        self.answered += u64::from(voice.confident.is_some() || voice.obstacle.is_some());
        // A line that the program did not write may say anything.
        if let Some(confident) = voice.confident.filter(|confident| (1..=5).contains(confident)) {
            self.confident.add(confident.into());
            self.confident_by_month.entry(month(when)).or_default().add(confident.into());
        }
        if let Some(obstacle) = voice.obstacle {
            *self.obstacles.entry(obstacle).or_default() += 1;
            self.obstacles_in.entry(scenario.to_owned()).or_default().insert(obstacle);
        }
    }

    fn mark(&mut self, case: &Case) {
        let enough = case.scores.iter().filter(|score| score.enough);
        let mark = Mark {
            when: (case.started, case.attempt),
            scenario: case.scenario.id.clone(),
            scores: enough.filter_map(|score| Some((score.competency.clone(), score.score?))).collect(),
            overall: case.overall,
            outcome: case.outcome,
        };
        if let Some(place) = &case.course {
            let measures = match place.stage.as_str() {
                "before" => Some(&mut self.before),
                "after" => Some(&mut self.after),
                _ => None,
            };
            if let Some(measures) = measures {
                keep(measures.entry(place.course.clone()).or_insert_with(|| mark.clone()), &mark, false);
            }
        }
        keep(self.earliest.get_or_insert_with(|| mark.clone()), &mark, false);
        keep(self.latest.get_or_insert_with(|| mark.clone()), &mark, true);
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.firsts += other.firsts;
        for (why, count) in other.unscored {
            *self.unscored.entry(why).or_default() += count;
        }
        for (competency, points) in other.points {
            self.points.entry(competency).or_default().merge(points);
        }
        self.overall.merge(other.overall);
        self.passed += other.passed;
        for (count, more) in self.outcomes.iter_mut().zip(other.outcomes) {
            *count += more;
        }
        add_promises(&mut self.promises, other.promises);
        for (code, count) in other.errors {
            *self.errors.entry(code).or_default() += count;
        }
        for (month, moments) in other.months {
            self.months.entry(month).or_default().merge(moments);
        }
        for (mine, theirs) in [(&mut self.before, other.before), (&mut self.after, other.after)] {
            for (course, mark) in theirs {
                keep(mine.entry(course).or_insert_with(|| mark.clone()), &mark, false);
            }
        }
        for (mine, theirs, last) in
            [(&mut self.earliest, other.earliest, false), (&mut self.latest, other.latest, true)]
        {
            if let Some(mark) = theirs {
                keep(mine.get_or_insert_with(|| mark.clone()), &mark, last);
            }
        }
        self.cohorts.extend(other.cohorts);
        self.paths.merge(other.paths);
        self.asked += other.asked;
        self.answered += other.answered;
        self.confident.merge(other.confident);
        for (month, moments) in other.confident_by_month {
            self.confident_by_month.entry(month).or_default().merge(moments);
        }
        for (obstacle, count) in other.obstacles {
            *self.obstacles.entry(obstacle).or_default() += count;
        }
        for (scenario, obstacles) in other.obstacles_in {
            self.obstacles_in.entry(scenario).or_default().extend(obstacles);
        }
    }
}

/// Keeps the earlier of two marks, or the later.
fn keep(kept: &mut Mark, other: &Mark, last: bool) {
    if (last && other.when > kept.when) || (!last && other.when < kept.when) {
        kept.clone_from(other);
    }
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
    let date = when.to_zoned(jiff::tz::TimeZone::UTC).date();
    Month { year: date.year(), month: date.month() }
}
