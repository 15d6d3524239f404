//! What a scenario is played and scored under, apart from the scenario itself: the customer model, its personas, the rubric.

use super::hash::canonical_sha256;
use crate::customer::{MODEL_VERSION, Personas};
use crate::rubric::Rubric;

/// The rules of a play. Two attempts can be compared where theirs are the same.
#[derive(Clone, Debug)]
pub struct Rules {
    /// What is scored, and how.
    pub rubric: Rubric,
    /// The conversation styles.
    pub personas: Personas,
}

impl Rules {
    /// The rules that come with the program.
    #[must_use]
    pub fn builtin() -> Self {
        Self { rubric: Rubric::builtin(), personas: Personas::builtin() }
    }

    /// SHA-256 over model version, personas and rubric in canonical form, lower-case hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical_sha256(&serde_json::json!({
            "model": MODEL_VERSION,
            "personas": self.personas,
            "rubric": self.rubric,
        }))
    }
}
