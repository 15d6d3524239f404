//! How far somebody is on a course: it follows from their attempts and the clock, and is kept nowhere.

use jiff::{SignedDuration, Timestamp};

use super::{Course, Kind, Stage};
use crate::attempt::Attempt;
use crate::scenario::Span;

/// How far somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Every stage with how it stands, in order.
    pub stages: Vec<Standing>,
}

/// One stage and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// How it stands.
    pub state: State,
    /// Whether its conversation was finished before outside this stage, though it should be new.
    pub seen: bool,
}

/// How a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Done, at this time.
    Done(Timestamp),
    /// To be done now.
    Ready,
    /// To be done from this time on.
    Waits(Timestamp),
    /// After what comes before it.
    Later,
}

impl Progress {
    /// How far a trainee is. Attempts of others, and those that were not finished, do not count; a name left out is a person of its
    /// own, as on a laptop that one person uses.
    #[must_use]
    pub fn of(course: &Course, attempts: &[Attempt], trainee: Option<&str>, now: Timestamp) -> Self {
        let own = || attempts.iter().filter(|attempt| attempt.start.trainee.as_deref() == trainee);
        let finished = || own().filter(|attempt| attempt.is_finished());
        let at = |stage: &str| finished().find(|attempt| is_at(attempt, course, stage));
        // What chance has picked stays picked, also where the trainee stopped in the middle.
        let first = own().find(|attempt| is_at(attempt, course, "before"));
        let first = first.map(|attempt| attempt.start.scenario.clone());
        let mut open = false;
        let mut end: Option<Timestamp> = None;
        let mut stages = Vec::new();
        for stage in course.stages(first.as_deref()) {
            let done = at(&stage.id);
            let ended = done.map(|attempt| attempt.end.as_ref().map_or(attempt.start.started, |end| end.ended));
            let state = match (ended, stage.kind) {
                (Some(when), _) => State::Done(when),
                (None, _) if open => State::Later,
                (None, Kind::Again(after)) => match end.map(|end| end.saturating_add(length(after))) {
                    Some(Ok(due)) if due > now => State::Waits(due),
                    Some(_) => State::Ready,
                    None => State::Later,
                },
                (None, Kind::Before | Kind::Step(_) | Kind::After) => State::Ready,
            };
            match stage.kind {
                Kind::Again(_) => open |= !matches!(state, State::Done(_)),
                Kind::Before | Kind::Step(_) | Kind::After => {
                    open |= !matches!(state, State::Done(_));
                    end = end.max(ended);
                }
            }
            let new = matches!(stage.kind, Kind::Before | Kind::After | Kind::Step(super::How::Transfer));
            let seen = new
                && done.is_none()
                && finished().any(|attempt| stage.play.as_ref().is_some_and(|play| attempt.start.scenario == *play));
            stages.push(Standing { stage, state, seen });
        }
        Self { stages }
    }

    /// The stage to go on with, or the one that is waited for; none where all is done.
    #[must_use]
    pub fn next(&self) -> Option<&Standing> {
        self.stages.iter().find(|one| matches!(one.state, State::Ready | State::Waits(_)))
    }

    /// The attempt at the next stage that a trainee stopped in the middle of.
    #[must_use]
    pub fn unfinished<'a>(
        &self,
        course: &Course,
        attempts: &'a [Attempt],
        trainee: Option<&str>,
    ) -> Option<&'a Attempt> {
        let stage = &self.next()?.stage.id;
        attempts.iter().rev().find(|attempt| {
            attempt.is_unfinished() && attempt.start.trainee.as_deref() == trainee && is_at(attempt, course, stage)
        })
    }

    /// How many stages are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.stages.iter().filter(|one| matches!(one.state, State::Done(_))).count()
    }
}

/// Whether an attempt was played at a stage of a course.
fn is_at(attempt: &Attempt, course: &Course, stage: &str) -> bool {
    attempt.start.course.as_ref().is_some_and(|place| place.course == course.id && place.stage == stage)
}

fn length(span: Span) -> SignedDuration {
    SignedDuration::from_secs(i64::try_from(span.seconds()).unwrap_or(i64::MAX))
}
