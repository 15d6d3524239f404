//! What the presenter view shows and what it can be asked for.

/// A facilitator's page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The conversation's title.
    pub title: String,
    /// That it is written in another language than the interface, as a sentence; none where it is the same.
    pub foreign: Option<String>,
    /// Small facts about it, ready to read: "45 minutes in all".
    pub chips: Vec<String>,
    /// What trainees can do afterwards.
    pub aim: String,
    /// What is said and done before.
    pub set_up: String,
    /// Where to stop the play and talk.
    pub pauses: Vec<Pause>,
    /// The questions afterwards.
    pub debrief: Vec<String>,
    /// Another way to play it.
    pub variation: String,
}

/// A place to stop and talk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pause {
    /// What the customer has just said; may be empty.
    pub line: String,
    /// What to ask.
    pub ask: String,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Back to the briefing.
    Back,
    /// The live board of this conversation.
    Live,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// How many of the questions have been revealed, those of the pauses first.
    pub revealed: usize,
    /// Whether the latest of them must be scrolled into view.
    pub(super) fresh: bool,
}
