//! What the briefing shows and what it can be asked for.

pub use crate::attempt::Mode;
use crate::scenario::Portrait;

/// Everything the trainee is told before the conversation begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The conversation's title.
    pub title: String,
    /// Small facts about it, ready to read: "recreation", "about 6 minutes", "English".
    pub chips: Vec<String>,
    /// Who the trainee is: "You are the attendant at the pool desk, a Saturday in December."
    pub role: String,
    /// What is the case when it begins; may be empty.
    pub situation: String,
    /// What the trainee may do without asking anybody, one sentence each; may be empty.
    pub authority: Vec<String>,
    /// The customer's name.
    pub customer: String,
    /// What the customer looks like; nothing where they are not in front of the trainee.
    pub portrait: Option<Portrait>,
    /// One sentence about the customer; may be empty.
    pub about: String,
    /// The channels of the conversation in words, in order: "Face to face", "Phone".
    pub channels: Vec<String>,
    /// What the trainee wanted to do the next time; none where they set no goal.
    pub goal: Option<String>,
    /// What is practised.
    pub competencies: Vec<Competency>,
    /// Who else can come in the customer's place, one line each, the story's own customer first; empty where nobody else can.
    pub forms: Vec<String>,
    /// Which of them comes.
    pub form: usize,
    /// The mode that is fixed, as on a course; the trainee chooses where there is none.
    pub fixed: Option<Mode>,
    /// What was left in the middle of this conversation; none where nothing was.
    pub left: Option<Left>,
    /// Whether there is a page for the facilitator.
    pub guide: bool,
    /// What of the conversation cannot be read in the window, and what to do, in whole sentences.
    pub unreadable: Option<String>,
    /// What is better known before it starts, one sentence each: a timer, a line that is heard once.
    pub remarks: Vec<String>,
}

/// An attempt that was left in the middle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// How far it came and when it was begun, ready to read.
    pub told: String,
    /// What is better known before it is gone on with, or why it cannot be, as a sentence; may be empty.
    pub note: String,
    /// Whether it can be gone on with.
    pub can_go_on: bool,
}

impl View {
    /// Whether something was left in the middle here that can be gone on with.
    #[must_use]
    pub fn can_go_on(&self) -> bool {
        self.left.as_ref().is_some_and(|left| left.can_go_on)
    }
}

/// One thing that is practised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competency {
    /// Its name.
    pub name: String,
    /// What it means, in one line.
    pub definition: String,
}

/// What the trainee asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin, in this mode. What was left in the middle is given up.
    Start(Mode),
    /// Go on with what was left in the middle.
    GoOn,
    /// Let another of the forms come.
    Form(usize),
    /// Show the facilitator's page.
    Guide,
    /// Back to the menu.
    Back,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// The mode that is chosen.
    pub mode: Mode,
}
