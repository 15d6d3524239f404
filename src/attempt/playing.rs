//! An attempt on its way, whatever front end it is played in: the session, where it stands, and its record.

use std::sync::Arc;
use std::time::Duration;

use super::keeper::{Keeper, fresh_seed};
use super::opening::Opening;
use super::record::{Obstacle, Reflection, Voice};
use super::replay::{ReplayError, replay, session_of};
use super::{Attempt, Recorder};
use crate::scenario::{Checked, Rules};
use crate::score::{Scorecard, scorecard};
use crate::session::{Given, Refusal, Session, Step, Turn};

/// An attempt on its way.
#[derive(Clone, Debug)]
pub struct Playing {
    session: Session,
    keeper: Keeper,
    turns: Vec<Turn>,
    now: Step,
}

impl Playing {
    /// Starts an attempt and its record.
    ///
    /// # Errors
    /// Where the rules do not have the scenario's persona, which its loading has excluded.
    pub fn start(opening: Opening<'_>, recorder: Arc<dyn Recorder>) -> Result<Self, Refusal> {
        let mut playing = Self::hold(opening, recorder)?;
        playing.record();
        Ok(playing)
    }

    /// Starts an attempt of which nothing is recorded before its first [`Playing::answer`].
    pub(super) fn hold(opening: Opening<'_>, recorder: Arc<dyn Recorder>) -> Result<Self, Refusal> {
        let (scenario, rules) = (Arc::clone(&opening.scenario), Arc::clone(&opening.rules));
        let session = Session::new(scenario, rules, opening.seed.unwrap_or_else(fresh_seed), None)?;
        let keeper = Keeper::hold(recorder, &session, opening);
        let now = session.begin();
        Ok(Self { session, keeper, turns: Vec::new(), now })
    }

    /// Goes on with an interrupted attempt, exactly where it stopped.
    ///
    /// # Errors
    /// Where it was played on another version of the scenario, or takes another way under the present rules.
    pub fn resume(
        attempt: &Attempt,
        scenario: Arc<Checked>,
        rules: Arc<Rules>,
        recorder: Arc<dyn Recorder>,
    ) -> Result<Self, ReplayError> {
        let session = session_of(attempt, scenario, rules)?;
        let turns = replay(&session, attempt)?;
        let now = turns.last().map_or_else(|| session.begin(), |turn| turn.after.clone());
        Ok(Self { session, keeper: Keeper::resume(recorder, attempt), turns, now })
    }

    /// Takes a reply: it is on disk before the next step is anywhere to be seen.
    ///
    /// # Errors
    /// A [`Refusal`] where it is not offered; nothing has changed then.
    pub fn answer(&mut self, given: Given, took: Duration) -> Result<(), Refusal> {
        self.take(given, took)?;
        self.record();
        Ok(())
    }

    /// Takes a reply. It is handed in unless the record of this attempt is still held back.
    pub(super) fn take(&mut self, given: Given, took: Duration) -> Result<(), Refusal> {
        let after = self.session.apply(&self.now.state, &given)?;
        self.keeper.decide(self.now.state.beat.clone(), given.clone(), took);
        if let Some(ending) = after.state.ending {
            self.keeper.end(ending);
        }
        let before = std::mem::replace(&mut self.now, after.clone()).state;
        self.turns.push(Turn { before, given, after });
        Ok(())
    }

    /// Hears whether everything taken is on disk, or cannot be brought there. Until then nothing after it is to be shown. What is
    /// held back is not waited for.
    pub fn settle(&mut self) -> bool {
        self.keeper.settle()
    }

    /// Goes on in other words: the same attempt, its scenario told anew in a form and language that play alike.
    ///
    /// # Errors
    /// Where it is another scenario than the one that is played, or the way there is another; nothing has changed then.
    pub fn retell(&mut self, scenario: Arc<Checked>) -> Result<(), ReplayError> {
        let before = &self.session;
        if scenario.hash() != before.scenario().hash() || scenario.form() != before.scenario().form() {
            return Err(ReplayError::OtherScenario);
        }
        let session = Session::new(scenario, Arc::clone(before.rules()), before.seed(), Some(&before.persona().id))
            .map_err(ReplayError::Persona)?;
        let gives = self.turns.iter().map(|turn| &turn.given);
        let turns = session.play(gives).map_err(|(n, why)| ReplayError::OtherPath { n, why })?;
        self.now = turns.last().map_or_else(|| session.begin(), |turn| turn.after.clone());
        (self.session, self.turns) = (session, turns);
        Ok(())
    }

    /// Takes the place of another attempt, which is given up once this one is recorded; one that has ended stays ended.
    pub fn take_the_place_of(&mut self, other: &Self) {
        if other.now.state.ending.is_none() {
            self.keeper.take_the_place_of(&other.keeper);
        }
    }

    /// Records what was held back.
    pub(super) fn record(&mut self) {
        self.keeper.release();
    }

    /// The conversation is left: what has taken the place of a recorded attempt is recorded now, so that it can be gone on with.
    pub fn leave(&mut self) {
        if self.keeper.waits_for_a_place() {
            self.keeper.release();
        }
    }

    /// Records what the trainee would do differently: these decisions, by their numbers from 1, and their own words.
    pub fn reflect(&mut self, choice: Vec<usize>, text: &str) -> Reflection {
        self.keeper.reflect(choice, text)
    }

    /// Records what the trainee answered after the debrief: confidence from 1 to 5, and what would stand in the way at work.
    pub fn hear(&mut self, confident: Option<u8>, obstacle: Option<Obstacle>) -> Voice {
        self.keeper.hear(confident, obstacle)
    }

    /// The session.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The record.
    #[must_use]
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// Everything taken so far.
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Where it stands, and what happened on the way there.
    #[must_use]
    pub fn now(&self) -> &Step {
        &self.now
    }

    /// What it has earned so far.
    #[must_use]
    pub fn scorecard(&self) -> Scorecard {
        scorecard(&self.session, &self.turns)
    }
}
