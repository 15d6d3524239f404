//! The two ways to play, as people see them.

use crate::words::Words;

/// How a conversation is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// A coach comments after each reply.
    #[default]
    Practice,
    /// No comments until the end.
    Assessment,
}

impl Mode {
    /// Its name.
    #[must_use]
    pub fn word(self, words: &Words) -> String {
        words.text(match self {
            Self::Practice => "mode-practice",
            Self::Assessment => "mode-assessment",
        })
    }

    /// What it means for the trainee, as a sentence.
    #[must_use]
    pub fn meaning(self, words: &Words) -> String {
        words.text(match self {
            Self::Practice => "mode-practice-meaning",
            Self::Assessment => "mode-assessment-meaning",
        })
    }
}
