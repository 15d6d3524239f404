//! Courses: an ordered way through the library, from a worked example over practice to a conversation nobody has prepared, with a
//! measure before and after in two forms, and repetition at fixed distances. A course is a file; how far somebody is follows from
//! their attempts ([`Progress`]). Reading files, the clock and chance stay outside.

mod check;
mod progress;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::attempt::Mode;
use crate::diag::{Diagnostic, Source};
use crate::scenario::{Span, options, unreadable};

pub use check::{Difficulty, check};
pub use progress::{Progress, Standing, State};

/// The newest `format` this release reads.
pub const FORMAT: u32 = 1;

/// A course.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Version of the shape of the file.
    pub format: u32,
    /// Stable id, also the file's name without its ending.
    pub id: String,
    /// What the menu calls it.
    pub title: String,
    /// What it is for, in one or two sentences.
    pub about: String,
    /// Title and purpose in other languages, by language tag.
    #[serde(default)]
    pub told: BTreeMap<String, Told>,
    /// Two conversations matched in difficulty: chance picks which of them measures before, and the other measures after.
    #[serde(default)]
    pub measure: Option<(String, String)>,
    /// The way, in order.
    pub steps: Vec<Step>,
    /// What is played again after the course, at fixed distances from its end.
    #[serde(default)]
    pub again: Vec<Again>,
}

/// What the menu says of a course in another language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: String,
}

/// One step of a course.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The scenario's id.
    pub play: String,
    /// With how much help.
    pub how: How,
}

/// A conversation that is played some time after the course.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// How long after the end of the course.
    pub after: Span,
    /// The scenario's id.
    pub play: String,
}

/// With how much help a conversation is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum How {
    /// A conversation that went well is read, reply by reply, with the reasons.
    Example,
    /// A coach comments on each reply.
    Hints,
    /// No help on the way.
    Alone,
    /// No help, in a conversation that was never seen before: the measure of what was learnt.
    Transfer,
}

/// One stage of a course, in the order in which it is gone through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name in records: `before`, `hints:waiting-room`, `after`, `again:2d:it-is-fine`.
    pub id: String,
    /// What is done there.
    pub kind: Kind,
    /// The scenario; where chance has still to pick one of two, none.
    pub play: Option<String>,
}

/// What is done at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first measure.
    Before,
    /// A step.
    Step(How),
    /// The second measure.
    After,
    /// Repetition, so long after the end of the course.
    Again(Span),
}

impl Kind {
    /// The mode its attempt is played in. A worked example is read, and its record is one of practice.
    #[must_use]
    pub fn mode(self) -> Mode {
        match self {
            Self::Step(How::Example | How::Hints) => Mode::Practice,
            Self::Before | Self::Step(How::Alone | How::Transfer) | Self::After | Self::Again(_) => Mode::Assessment,
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Example => "example",
            Self::Hints => "hints",
            Self::Alone => "alone",
            Self::Transfer => "transfer",
        })
    }
}

impl Course {
    /// Title and purpose in a language, in the file's own where it does not tell them in that.
    #[must_use]
    pub fn told_in(&self, language: &str) -> (&str, &str) {
        self.told.get(language).map_or((&self.title, &self.about), |told| (&told.title, &told.about))
    }

    /// Every stage, in order. `first` is the scenario that measured before, once that is known.
    #[must_use]
    pub fn stages(&self, first: Option<&str>) -> Vec<Stage> {
        let stage = |id: String, kind, play: Option<&str>| Stage { id, kind, play: play.map(str::to_owned) };
        let mut stages = Vec::new();
        if self.measure.is_some() {
            stages.push(stage("before".into(), Kind::Before, first));
        }
        for step in &self.steps {
            stages.push(stage(format!("{}:{}", step.how, step.play), Kind::Step(step.how), Some(&step.play)));
        }
        if let Some((one, other)) = &self.measure {
            let second = first.map(|first| if first == one { other.as_str() } else { one.as_str() });
            stages.push(stage("after".into(), Kind::After, second));
        }
        for again in &self.again {
            let id = format!("again:{}d:{}", again.after.whole_days(), again.play);
            stages.push(stage(id, Kind::Again(again.after), Some(&again.play)));
        }
        stages
    }

    /// The scenario that measures before, picked by a number that nobody chose; none without a measure.
    #[must_use]
    pub fn drawn(&self, chance: u64) -> Option<&str> {
        let (one, other) = self.measure.as_ref()?;
        Some(if chance.is_multiple_of(2) { one } else { other })
    }
}

/// Reads a course.
///
/// # Errors
/// The first place that cannot be read (C001).
pub fn read(source: &Arc<Source>) -> Result<Course, Box<Diagnostic>> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let course: Course = options().from_str(text).map_err(|error| {
        let mut finding = unreadable(source, &error);
        finding.code = "C001";
        Box::new(finding)
    })?;
    if course.format == FORMAT { Ok(course) } else { Err(Box::new(check::other_format(source, course.format))) }
}
