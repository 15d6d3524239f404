//! What good recovery looks like: competencies, their four levels with anchors, sub-skills, errors and what they cap, pass mark and
//! bands. All of it is data from a RON file, so an organisation can bring its own. No customer lives here and no scores are added up.

mod effective;
mod load;
#[cfg(test)]
mod tests;
mod texts;

pub use load::RubricError;
pub(crate) use load::is_id;
pub use texts::Texts;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The highest level of the scale; levels run from 0 to this.
pub const TOP_LEVEL: u8 = 3;

/// A checked rubric: ids and codes are unique, and every reference inside it leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rubric {
    /// The names of levels 0 to 3, the same for every competency.
    pub levels: Scale,
    /// The competencies, in the order in which people are shown them.
    pub competencies: Vec<Competency>,
    /// The sub-skills that say why a level was given.
    pub skills: Vec<Skill>,
    /// The errors that cap a level.
    pub errors: Vec<Mistake>,
    /// What it takes to pass, and to be given an overall score at all.
    pub pass: PassMark,
    /// Where the bands shown to trainees begin.
    pub bands: Cuts,
}

/// One text for each of the four levels of a behaviourally anchored rating scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Level 0: it makes things worse.
    pub harmful: String,
    /// Level 1: weak or empty.
    pub weak: String,
    /// Level 2: the expected standard.
    pub competent: String,
    /// Level 3: as good as it gets.
    pub exemplary: String,
}

impl Scale {
    /// The text of a level; levels above 3 read as 3.
    #[must_use]
    pub fn at(&self, level: u8) -> &str {
        match level {
            0 => &self.harmful,
            1 => &self.weak,
            2 => &self.competent,
            _ => &self.exemplary,
        }
    }
}

/// One thing that is scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Stable id, `[a-z0-9-]+`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What it means, in one sentence.
    pub definition: String,
    /// The behaviour through which it reaches the customer; an organisation's own competency may move nothing.
    #[serde(default)]
    pub moves: Option<Behaviour>,
    /// What each level looks like.
    pub anchors: Scale,
}

/// The four behaviours that the customer model answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Behaviour {
    /// Taking in facts, feeling and need.
    Listen,
    /// Taking responsibility for the failure and its effect.
    Apology,
    /// Seeing the problem through.
    Account,
    /// Making and keeping a specific promise.
    Follow,
}

impl Behaviour {
    /// All behaviours, in the order in which the effects of one reply land.
    pub const ALL: [Self; 4] = [Self::Listen, Self::Apology, Self::Account, Self::Follow];
}

/// A sub-skill: one reason for a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Stable code, such as `L2`.
    pub code: String,
    /// Its name for people.
    pub name: String,
    /// The id of the competency it belongs to.
    pub competency: String,
    /// How much it counts in the weighted mean that gives the level; 1 or more.
    pub weight: u8,
}

/// An error in a reply; it caps the level of one or two competencies in that decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    /// Stable code, such as `E7`.
    pub code: String,
    /// Its name for people.
    pub name: String,
    /// The highest level (0–3) a competency can still reach, by competency id.
    pub caps: BTreeMap<String, u8>,
    /// Whether only the score is capped, because the customer cannot tell yet.
    #[serde(default)]
    pub scoring_only: bool,
    /// What the customer also notices, beside the lower level.
    #[serde(default)]
    pub sends: Option<ErrorEvent>,
}

/// The small events of the customer model that an error can send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ErrorEvent {
    /// Words the customer does not know.
    Jargon,
    /// Asking again for something already said.
    ReAsk,
}

/// What it takes to pass. Scores are 0–1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassMark {
    /// The least overall score that passes, 0–1000.
    pub overall: i32,
    /// The score under which one competency alone prevents a pass, 0–1000.
    pub floor: i32,
    /// How many scored decisions a competency needs to count, 1 or more.
    pub decisions: u32,
    /// How many such competencies an overall score needs, 1 or more.
    pub competencies: u32,
}

/// The scores (0–1000) at which the bands begin; below the first the band is [`Band::Start`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cuts {
    /// The least score of [`Band::Developing`].
    pub developing: i32,
    /// The least score of [`Band::Dependable`].
    pub dependable: i32,
    /// The least score of [`Band::Strong`].
    pub strong: i32,
}

/// What trainees are shown instead of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// The beginning.
    Start,
    /// On the way.
    Developing,
    /// Good enough to rely on.
    Dependable,
    /// Better than the standard.
    Strong,
}

impl Rubric {
    /// The competency with this id.
    #[must_use]
    pub fn competency(&self, id: &str) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.id == id)
    }

    /// The competency whose levels land with the customer as this behaviour.
    #[must_use]
    pub fn competency_of(&self, behaviour: Behaviour) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.moves == Some(behaviour))
    }

    /// The sub-skill with this code.
    #[must_use]
    pub fn skill(&self, code: &str) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.code == code)
    }

    /// The error with this code.
    #[must_use]
    pub fn error(&self, code: &str) -> Option<&Mistake> {
        self.errors.iter().find(|error| error.code == code)
    }

    /// The band of a score (0–1000).
    #[must_use]
    pub fn band(&self, score: i32) -> Band {
        if score >= self.bands.strong {
            Band::Strong
        } else if score >= self.bands.dependable {
            Band::Dependable
        } else if score >= self.bands.developing {
            Band::Developing
        } else {
            Band::Start
        }
    }
}
