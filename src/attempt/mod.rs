//! An attempt as it is recorded: the truth from which every score is recomputed. Scores are never stored here.

mod keeper;
mod lines;
mod opening;
mod playing;
mod record;
mod recorder;
mod replay;
mod rewritten;

use std::collections::BTreeMap;

use uuid::Uuid;

pub use keeper::{Keeper, by_chance, fresh_seed, interrupt, not_kept};
pub use lines::{Aside, Contents, Damaged, Read, read_file, read_line};
pub use opening::Opening;
pub use playing::Playing;
pub use record::{Decision, End, How, Line, Mode, Obstacle, Place, Reflection, Settings, Start, Voice};
pub use recorder::{ForCohort, Receipt, Recorder};
pub use replay::{ReplayError, replay, session_of};
pub use rewritten::still_holding;

/// One play of one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What was played, and under what.
    pub start: Start,
    /// The decisions, in order.
    pub decisions: Vec<Decision>,
    /// How it ended, once it has.
    pub end: Option<End>,
    /// What the trainee would do differently; none where they were not asked or gave no answer.
    pub reflection: Option<Reflection>,
    /// What they answered after the debrief, the latest of it; none where they were not asked or gave no answer.
    pub voice: Option<Voice>,
}

impl Attempt {
    /// Whether it was played until the conversation ended.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.end.as_ref().is_some_and(|end| match end.how {
            How::Finished | How::Left => true,
            How::Interrupted => false,
        })
    }

    /// Whether it was begun and can be gone on with.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        self.end.is_none() && !self.decisions.is_empty()
    }
}

/// The attempts that a list of lines tells of, in the order they were started. Lines of an attempt whose start is missing
/// are left aside; a decision told twice counts once.
#[must_use]
pub fn gather(lines: impl IntoIterator<Item = Line>) -> Vec<Attempt> {
    let mut attempts: Vec<Attempt> = Vec::new();
    let mut places: BTreeMap<Uuid, usize> = BTreeMap::new();
    for line in lines {
        let place = places.get(&line.attempt()).copied();
        match (line, place.and_then(|place| attempts.get_mut(place))) {
            (Line::Start(start), None) => {
                places.insert(start.attempt, attempts.len());
                attempts.push(Attempt {
                    start: *start,
                    decisions: Vec::new(),
                    end: None,
                    reflection: None,
                    voice: None,
                });
            }
            (Line::Decision(decision), Some(attempt)) if decision.n == attempt.decisions.len() + 1 => {
                attempt.decisions.push(decision);
            }
            (Line::End(end), Some(attempt)) => attempt.end = Some(end),
            (Line::Reflection(reflection), Some(attempt)) => attempt.reflection = Some(reflection),
            (Line::Voice(voice), Some(attempt)) => attempt.voice = Some(voice),
            (Line::Start(_) | Line::Decision(_), Some(_))
            | (Line::Decision(_) | Line::End(_) | Line::Reflection(_) | Line::Voice(_), None) => {}
        }
    }
    attempts
}
