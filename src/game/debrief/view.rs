//! What the debrief shows and what it can be asked for.

pub use crate::attempt::Mode;
pub use crate::customer::{Feeling, Outcome};
pub use crate::rubric::Band;
pub use crate::session::PromiseState;

/// Everything the trainee sees after a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The conversation's title.
    pub title: String,
    /// How it was played.
    pub mode: Mode,
    /// Small facts about the attempt, ready to read: "13 minutes", "first attempt".
    pub chips: Vec<String>,
    /// It stopped before its end: nothing is scored, and there is no outcome.
    pub interrupted: bool,
    /// The customer's name.
    pub customer: String,
    /// How the customer felt at the end.
    pub feeling: Feeling,
    /// What the customer does next; none where the attempt was interrupted.
    pub outcome: Option<Outcome>,
    /// What it did to the customer, in the scenario's words.
    pub outcome_text: String,
    /// Why how it was handled and how it ended differ, as a sentence; none where they agree.
    pub remark: Option<String>,
    /// How it was handled, per competency.
    pub competencies: Vec<Competency>,
    /// How it was handled over all; none where there was too little to go by.
    pub overall: Option<Overall>,
    /// The mood before the first decision, 0–1000 as in [`Decision::mood`].
    pub start_mood: u16,
    /// The mood at the end, where something happened after the last decision, 0–1000.
    pub end_mood: Option<u16>,
    /// The decisions in order.
    pub decisions: Vec<Decision>,
    /// What was promised.
    pub promises: Vec<Promise>,
    /// The facts the trainee used or said back.
    pub noticed: Vec<String>,
    /// The facts that were told and never used.
    pub missed: Vec<String>,
    /// Whether a decision can be tried again from where it stood.
    pub can_retry: bool,
}

/// One competency's result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competency {
    /// Its name.
    pub name: String,
    /// The score, 0–100; none where there was not enough evidence.
    pub score: Option<u8>,
    /// The word for the score.
    pub band: Option<Band>,
    /// How many decisions it rests on.
    pub decisions: usize,
    /// The lowest and highest score that a play can reach, where that is known.
    pub range: Option<(u8, u8)>,
}

/// The result over all competencies that were scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overall {
    /// The score, 0–100.
    pub score: u8,
    /// The score that passes, 0–100.
    pub needed: u8,
    /// Whether it passes; also each competency has a floor.
    pub passed: bool,
}

/// One decision and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What the customer said before it.
    pub customer: String,
    /// What the trainee said or did.
    pub said: Said,
    /// What would have landed better; none where nothing would.
    pub better: Option<Said>,
    /// The errors of the rubric that it made.
    pub errors: Vec<String>,
    /// Facts that this decision noticed.
    pub noticed: Vec<String>,
    /// Facts that were there to notice and were not.
    pub missed: Vec<String>,
    /// What this decision put out of reach, as a sentence.
    pub closed: Option<String>,
    /// The customer's mood when this decision's contact began, where something changed since the decision before.
    pub mood_before: Option<u16>,
    /// The customer's mood after it: 0–333 upset, 334–666 indifferent, 667–1000 happy.
    pub mood: u16,
    /// The customer's feeling after it.
    pub feeling: Feeling,
    /// Where a new contact starts before this decision: "two weeks later".
    pub new_contact: Option<String>,
    /// Whether it counts in the scores.
    pub scored: bool,
}

/// A reply with what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words, or what was done; empty where nothing was said until the customer waited no longer.
    pub text: String,
    /// Whether `text` is spoken, and so stands in quotation marks.
    pub spoken: bool,
    /// The level it shows, per competency.
    pub levels: Vec<Level>,
    /// Why, in the coach's words; may be empty.
    pub because: String,
}

/// A level that a reply shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The competency's name.
    pub competency: String,
    /// 0–3.
    pub level: u8,
    /// The highest level that could be shown here, 0–3.
    pub best: u8,
    /// The sentence of the scale that it meets; may be empty.
    pub anchor: String,
}

/// A promise and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What was promised.
    pub what: String,
    /// Who does it; none where nobody was named.
    pub who: Option<String>,
    /// By when, in words: "in 15 minutes"; none where no time was named.
    pub by: Option<String>,
    /// What became of it.
    pub state: PromiseState,
    /// Why, as a sentence; may be empty.
    pub note: String,
}

/// What the trainee asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Play the conversation again from its start.
    PlayAgain,
    /// Try again from the decision with this place, from 0.
    RetryFrom(usize),
    /// Back to the menu.
    Menu,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// The decision that is looked at, from 0.
    pub selected: usize,
    /// Whether the decision must be scrolled into view.
    pub(super) reveal: bool,
}
