//! Keeps one attempt while it is played. What cannot be written now is held and written with the next line; the play goes on.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rand::TryRng;
use rand::rngs::SysRng;
use uuid::Uuid;

use super::opening::Opening;
use super::record::{Decision, End, How, Line, Mode, Obstacle, Reflection, Settings, Start, Voice};
use super::{Attempt, Receipt, Recorder};
use crate::scenario::{BeatId, Checked, FormId};
use crate::session::{Ending, Given, Session};

/// A seed that nobody chose. It orders what is shown and decides nothing, so where the system has no chance to give, any
/// number will do. It fits 53 bits, which every reader of JSON keeps exactly.
#[must_use]
pub fn fresh_seed() -> u64 {
    SysRng.try_next_u64().unwrap_or_default() >> 11
}

/// A scenario in the form in which this attempt plays it: where the same case is also told of other people, chance picks one of
/// them, and nobody is told that there are others. Only so can a cohort show whether it treats them alike.
#[must_use]
pub fn by_chance(scenario: &Arc<Checked>) -> Arc<Checked> {
    let twins: Vec<&FormId> = scenario.forms.iter().filter(|(_, form)| form.is_twin()).map(|(id, _)| id).collect();
    let drawn = usize::try_from(fresh_seed()).unwrap_or_default() % (twins.len() + 1);
    let formed = twins.get(drawn).and_then(|id| scenario.in_form(id));
    formed.map_or_else(|| Arc::clone(scenario), Arc::new)
}

/// The record of an attempt that is being played.
#[derive(Clone, Debug)]
pub struct Keeper {
    recorder: Arc<dyn Recorder>,
    attempt: Uuid,
    decisions: usize,
    mode: Mode,
    settings: Settings,
    /// Lines that are not known to be on disk.
    pending: Vec<Line>,
    /// What is not told yet of those, and how many of them had been handed in.
    waiting: Option<(Receipt, usize)>,
    held: Option<Held>,
    trouble: Option<String>,
}

/// What is written only once somebody decides something in the attempt: see [`Keeper::hold`].
#[derive(Clone, Debug)]
struct Held {
    /// The scenario's hash, and its text.
    text: (String, String),
    /// The attempt whose place it takes, and what of that was not known to be on disk; none where it takes nobody's.
    instead_of: Option<(Uuid, Vec<Line>)>,
}

impl Keeper {
    /// Starts the record of a new attempt, with the scenario's text beside it, and holds it back: nothing is written until
    /// [`Keeper::release`]. An attempt that only takes decisions of another again is not worth a line yet, so that a record holds
    /// what was played, and not how often a scenario was saved meanwhile.
    #[must_use]
    pub fn hold(recorder: Arc<dyn Recorder>, session: &Session, opening: Opening<'_>) -> Self {
        let Opening { text, mode, settings, trainee, course, .. } = opening;
        let scenario = session.scenario();
        let start = Start {
            attempt: Uuid::new_v4(),
            scenario: scenario.id.clone(),
            hash: scenario.hash().to_owned(),
            shape: scenario.shape().to_owned(),
            rules: session.rules().hash(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            seed: session.seed(),
            persona: session.persona().id.clone(),
            form: scenario.form().cloned(),
            language: scenario.language.clone(),
            mode,
            settings,
            trainee,
            course,
            cohort: recorder.cohort(),
            started: Timestamp::now(),
        };
        let mut keeper = Self::of(recorder, start.attempt, mode, settings);
        keeper.held = Some(Held { text: (start.hash.clone(), text.to_owned()), instead_of: None });
        keeper.pending.push(Line::Start(Box::new(start)));
        keeper
    }

    /// Takes the place of another attempt: that one is given up when this one is written, and not before. Where nothing of the
    /// other was written either, this takes the place of whatever the other was to replace; an attempt in which nothing was
    /// decided is left as it is.
    pub fn take_the_place_of(&mut self, other: &Self) {
        if let Some(held) = &mut self.held {
            held.instead_of = match &other.held {
                Some(before) => before.instead_of.clone(),
                None => (other.decisions > 0).then(|| (other.attempt, other.pending.clone())),
            };
        }
    }

    /// Whether it takes the place of another attempt and is not written yet.
    #[must_use]
    pub fn waits_for_a_place(&self) -> bool {
        self.held.as_ref().is_some_and(|held| held.instead_of.is_some())
    }

    /// Writes what was held back; nothing where nothing was.
    pub fn release(&mut self) {
        let Some(held) = self.held.take() else { return };
        let (hash, text) = held.text;
        if let Err(error) = self.recorder.keep_scenario(&hash, &text) {
            self.note(&error);
        }
        if let Some((before, mut lines)) = held.instead_of {
            // Nobody can be told that an attempt was given up who never heard of it.
            lines.push(ended(before, How::Interrupted));
            self.pending.splice(0..0, lines);
        }
        self.write_pending();
    }

    /// Goes on with an attempt that was interrupted.
    #[must_use]
    pub fn resume(recorder: Arc<dyn Recorder>, attempt: &Attempt) -> Self {
        let Start { attempt: id, mode, settings, .. } = attempt.start;
        let decisions = attempt.decisions.len();
        Self { decisions, ..Self::of(recorder, id, mode, settings) }
    }

    fn of(recorder: Arc<dyn Recorder>, attempt: Uuid, mode: Mode, settings: Settings) -> Self {
        let (pending, waiting, held, trouble) = (Vec::new(), None, None, None);
        Self { recorder, attempt, decisions: 0, mode, settings, pending, waiting, held, trouble }
    }

    /// Practice or assessment.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The settings that help, as the attempt began with them.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Records a decision, before the next beat is shown.
    pub fn decide(&mut self, beat: BeatId, given: Given, took: Duration) {
        self.decisions += 1;
        let ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        self.write(Line::Decision(Decision { attempt: self.attempt, n: self.decisions, beat, given, ms }));
    }

    /// Records how the conversation ended.
    pub fn end(&mut self, ending: Ending) {
        let how = if ending.left { How::Left } else { How::Finished };
        self.write(ended(self.attempt, how));
    }

    /// Records what the trainee would do differently: these decisions, by their numbers from 1, and their own words.
    pub fn reflect(&mut self, choice: Vec<usize>, text: &str) -> Reflection {
        let text = text.trim().to_owned();
        let reflection = Reflection { attempt: self.attempt, choice, text, at: Timestamp::now() };
        self.write(Line::Reflection(reflection.clone()));
        reflection
    }

    /// Records what the trainee answered after the debrief: confidence from 1 to 5, and what would stand in the way at work.
    pub fn hear(&mut self, confident: Option<u8>, obstacle: Option<Obstacle>) -> Voice {
        let voice = Voice { attempt: self.attempt, confident, obstacle, at: Timestamp::now() };
        self.write(Line::Voice(voice));
        voice
    }

    /// Why lines are not being kept, as a sentence that names the file and what to do; nothing while all is well.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn write(&mut self, line: Line) {
        self.settle();
        self.pending.push(line);
        if self.held.is_none() {
            self.write_pending();
        }
    }

    fn write_pending(&mut self) {
        // All that is not known to be kept is handed in again, so that no line is ever kept without those before it.
        self.waiting = Some((self.recorder.submit(self.pending.clone()), self.pending.len()));
        self.settle();
    }

    /// Hears what became of the lines handed in. Whether that is known of all of them; nothing was handed in of what is held back.
    pub fn settle(&mut self) -> bool {
        let Some((receipt, lines)) = self.waiting.take() else { return true };
        match receipt.told() {
            None => {
                self.waiting = Some((receipt, lines));
                return false;
            }
            Some(Ok(())) => {
                self.pending.drain(..lines);
                self.trouble = None;
            }
            Some(Err(error)) => self.note(error),
        }
        true
    }

    fn note(&mut self, error: &io::Error) {
        let place = self.recorder.place();
        self.trouble =
            Some(format!("{} You can play on; Amends tries again after each reply.", not_kept(&place, error)));
    }
}

/// Why attempts are not kept in a file, and what to do.
#[must_use]
pub fn not_kept(place: &str, error: &io::Error) -> String {
    let help = match error.kind() {
        // Such an error says itself which file it is and what to do.
        io::ErrorKind::InvalidData => return format!("Your replies are not being kept. {error}"),
        // What is played waits until the store is back, and this error says so.
        io::ErrorKind::NotConnected => return error.to_string(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "The disk is full: free some space, or name a folder elsewhere with `--data FOLDER`."
        }
        _ => "Name a folder you may write to with `--data FOLDER`.",
    };
    format!("Your replies are not being kept in `{place}` ({error}). {help} What is kept already is safe.")
}

/// Records that an unfinished attempt is given up.
///
/// # Errors
/// What the system says where it cannot be written.
pub fn interrupt(recorder: &dyn Recorder, attempt: Uuid) -> io::Result<()> {
    recorder.append(&[ended(attempt, How::Interrupted)])
}

fn ended(attempt: Uuid, how: How) -> Line {
    Line::End(End { attempt, how, ended: Timestamp::now() })
}
