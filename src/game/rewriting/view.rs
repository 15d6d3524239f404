//! What the card is told.

use crate::words::Words;

/// A text that cannot be played as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// The file, and the line where that is known: "pool.ron:41:18".
    pub place: String,
    /// The stable code, such as `S103`.
    pub code: String,
    /// What is wrong, in one sentence.
    pub what: String,
    /// The line it is about.
    pub excerpt: Option<Excerpt>,
    /// Why it matters.
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// How many more findings there are.
    pub more: usize,
}

/// A line of source with the part that a finding is about. Long lines are cut, with an ellipsis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The line's number, from 1.
    pub line: usize,
    /// What stands before the part.
    pub before: String,
    /// The part; never empty.
    pub part: String,
    /// What stands after it.
    pub after: String,
    /// A word at the part.
    pub label: Option<String>,
}

/// What the card leaves above a screen while it is folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// That there is a text that cannot be played, in one sentence.
    pub what: String,
    /// The name of the button that unfolds the card.
    pub show: String,
}

impl Folded {
    /// The card of this trouble, folded.
    #[must_use]
    pub fn of(words: &Words, trouble: &Trouble) -> Self {
        let what = format!("{} {}", trouble.code, words.text("rewriting-broken"));
        Self { what, show: words.text("rewriting-show") }
    }
}

/// What was asked for on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing is to be seen of it any more.
    Close,
    /// It is to leave the screen free, and one line above it.
    Fold,
}
