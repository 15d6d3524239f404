//! What the screen remembers between frames: how far the customer's words have come, what is pointed at and picked, and which
//! page lies on top. It starts anew by itself when the view shows another turn.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use bevy_egui::egui::Id;

use super::narrow::Picks;
use super::paraphrase::Keyed;
use super::speech;
use super::timer::Wait;
use super::view::View;

/// The screen's own state; one for each attempt.
#[expect(clippy::struct_excessive_bools, reason = "each is something of its own that is open, said or done")]
#[derive(Clone, Debug, Default)]
pub struct UiState {
    /// The turn all else belongs to.
    turn: Option<u64>,
    /// Words shown so far; the fraction is the word that is appearing.
    shown: f32,
    /// How long each word of the line takes, where 1 is the average.
    pace: Vec<f32>,
    /// The next line stands there at once.
    at_once: bool,
    /// The reply, fragment or button that the arrows have reached.
    pub(super) cursor: Option<usize>,
    /// Fragments chosen.
    pub(super) chosen: BTreeSet<usize>,
    /// What the promise card has so far.
    pub(super) picks: Picks,
    /// The row of the promise card that numbers pick in.
    pub(super) row: usize,
    /// The notebook lies open.
    pub(super) notebook: bool,
    /// The conversation is paused.
    pub(super) paused: bool,
    /// How far this turn's question has come.
    pub(super) asked: Asked,
    /// In one column: where the customer's words begin, in points on the screen.
    pub(super) words_top: Option<f32>,
    /// Since when the replies stand there, in egui's time.
    pub(super) answerable: Option<f64>,
    /// What the keys did to a paraphrase whose button stands apart from it.
    pub(super) apart: Option<Keyed>,
    /// How long the customer has waited for the answer.
    pub(super) wait: Wait,
    /// Words for which a line that had faded still stands there whole.
    again: f32,
    /// How often the line was heard once more.
    pub(super) hearings: usize,
    /// Earlier messages are unfolded where there is little room.
    pub(super) earlier: bool,
    /// Earlier mails that lie open, by their place in the thread.
    pub(super) opened: BTreeSet<usize>,
    /// The height of the stage in which the newest message has been brought into sight.
    pub(super) newest_shown_in: Option<f32>,
    /// The height of the page in which the question has been brought into sight.
    pub(super) question_shown_in: Option<f32>,
    /// Points by which the arrows scroll what was written so far, in this frame.
    pub(super) scroll_thread: f32,
    /// What was written so far, where it can have the focus.
    pub(super) thread: Option<Id>,
    /// What the arrows move between: for these the screen itself answers Enter and the space bar.
    pub(super) targets: Vec<Id>,
}

/// How far the question of a turn has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// The customer is still talking.
    #[default]
    NotYet,
    /// The question stands there.
    Waiting,
    /// It was answered, and the next turn has not come yet.
    Answered,
}

impl UiState {
    /// Lets `dt` seconds pass at `words_per_minute`. Sentences end with a breath, so a word counts by how it ends; the average
    /// is kept.
    pub fn tick(&mut self, dt: f32, words_per_minute: f32) {
        if !self.is_moving() {
            return;
        }
        let mut left = dt.max(0.0) * words_per_minute.max(1.0) / 60.0;
        if self.words_are_complete() {
            self.again = (self.again - left).max(0.0);
            return;
        }
        while left > 0.0 {
            let Some(pace) = self.pace.get(self.whole_words()) else { break };
            let rest = (1.0 - self.shown.fract()) * pace;
            if left < rest {
                self.shown += left / pace;
                return;
            }
            left -= rest;
            self.shown = self.shown.floor() + 1.0;
        }
    }

    /// Whether words are still appearing, or a line that is heard once more has yet to fade, so that the caller ticks and draws again.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        !self.paused && (!self.words_are_complete() || self.is_heard_again())
    }

    /// Whether the customer has finished the line.
    #[must_use]
    pub fn words_are_complete(&self) -> bool {
        self.whole_words() >= self.pace.len()
    }

    /// Lets `dt` seconds of the customer's patience pass, if it is running. People read at `words_per_minute`.
    pub fn wait(&mut self, dt: f32, words_per_minute: f32) {
        self.wait.pass(dt, words_per_minute);
    }

    /// Whether the customer's patience is running, so that the caller draws again in a second.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.wait.runs()
    }

    /// Brings a line that has faded back whole, for as long as it was.
    pub fn hear_again(&mut self) {
        if self.words_are_complete() {
            self.again = self.length();
            self.hearings += 1;
        }
    }

    /// How often the line was heard once more.
    #[must_use]
    pub fn hearings(&self) -> usize {
        self.hearings
    }

    /// Whether the line stands there whole because it is heard once more.
    #[must_use]
    pub fn is_heard_again(&self) -> bool {
        self.again > 0.0
    }

    /// Shows the whole line.
    pub fn complete_words(&mut self) {
        self.shown = self.length();
    }

    /// Shows the turn anew, as when it is tried again.
    pub fn restart(&mut self) {
        *self = Self::default();
    }

    /// Forgets what was picked and pointed at, as when the turn is written anew. Where the customer had spoken, whatever is said
    /// now stands there at once.
    pub fn ask_again(&mut self) {
        let Self { turn, shown, notebook, paused, words_top, .. } = *self;
        let at_once = self.words_are_complete();
        let (pace, wait) = (std::mem::take(&mut self.pace), self.wait.clone());
        *self = Self { turn, shown, pace, at_once, notebook, paused, words_top, wait, ..Self::default() };
    }

    /// Words shown so far, with the share of the one that is appearing.
    #[must_use]
    pub fn words_shown(&self) -> f32 {
        self.shown
    }

    /// The share of the line that has been said, 0 to 1; a line without words is said.
    #[must_use]
    pub fn share_said(&self) -> f32 {
        if self.is_moving() && self.words_are_complete() {
            1.0 - self.again / self.length()
        } else if self.words_are_complete() {
            1.0
        } else {
            self.shown / self.length()
        }
    }

    /// Opens or closes the notebook.
    pub fn set_notebook(&mut self, open: bool) {
        self.notebook = open;
    }

    /// Whether the notebook lies open.
    #[must_use]
    pub fn is_notebook_open(&self) -> bool {
        self.notebook
    }

    /// Pauses or goes on.
    pub fn set_paused(&mut self, paused: bool) {
        self.paused = paused;
    }

    /// Whether the conversation is paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// Starts anew where `view` is another turn than the one before, and says so.
    pub(super) fn follow(&mut self, view: &View) -> bool {
        let mut hasher = DefaultHasher::new();
        (view.turn, &view.says, &view.scene, view.timer).hash(&mut hasher);
        let turn = hasher.finish();
        let another = self.turn != Some(turn);
        if another {
            let (open, at_once) = ((self.notebook, self.paused), self.at_once);
            *self = Self { turn: Some(turn), pace: speech::pace(&view.says), ..Self::default() };
            self.wait = Wait::of(view, self.length());
            (self.notebook, self.paused) = open;
            if at_once {
                self.complete_words();
            }
        }
        if view.words_at_once {
            self.complete_words();
        }
        another
    }

    /// Whether the replies have only just come, so that whoever presses now has not read them.
    pub(super) fn is_unread(&mut self, now: f64) -> bool {
        const GLANCE: f64 = 0.4;
        self.words_are_complete() && now - *self.answerable.get_or_insert(now) < GLANCE
    }

    /// Words of the whole line.
    #[expect(clippy::cast_precision_loss, reason = "a line has far fewer words than a float counts")]
    fn length(&self) -> f32 {
        self.pace.len() as f32
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative, and a line is short")]
    fn whole_words(&self) -> usize {
        self.shown as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(words: &str) -> UiState {
        UiState { pace: speech::pace(words), ..UiState::default() }
    }

    #[test]
    fn a_line_takes_as_long_as_its_words_at_the_given_pace() {
        for frames in [1, 7, 100] {
            let mut state = state("We drove forty minutes. That water, honestly, is cold.");
            #[expect(clippy::cast_precision_loss, reason = "small")]
            let dt = 2.25 / frames as f32;
            for _ in 0..frames {
                assert!(state.is_moving());
                state.tick(dt * 0.999, 240.0);
            }
            assert!(state.is_moving(), "nine words at four a second");
            state.tick(0.01, 240.0);
            assert!(!state.is_moving());
        }
    }

    #[test]
    fn a_pause_stops_the_words_and_no_words_need_no_time() {
        let mut state = state("One two three");
        state.set_paused(true);
        state.tick(10.0, 240.0);
        assert!(!state.is_moving() && !state.words_are_complete());
        state.set_paused(false);
        state.tick(10.0, 240.0);
        assert!(state.words_are_complete());
        assert!(UiState::default().words_are_complete());
        assert!((UiState::default().share_said() - 1.0).abs() < f32::EPSILON);
    }
}
