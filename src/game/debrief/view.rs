//! What the debrief shows and what it can be asked for.

use std::collections::BTreeSet;

pub use crate::attempt::{Mode, Obstacle};
pub use crate::customer::{Feeling, Outcome};
pub use crate::game::stage::Expression;
pub use crate::impact::Worth;
pub use crate::plays::Step;
pub use crate::rubric::Band;
pub use crate::scenario::{Channel, Portrait};
pub use crate::score::StillOpen;
pub use crate::session::PromiseState;

/// Everything the trainee sees after a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whether the trainee is asked what they would do differently, before anything else; not where they only read an example.
    pub asks: bool,
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
    /// How the customer looks; none where they were only ever heard.
    pub portrait: Option<Portrait>,
    /// How the customer felt at the end.
    pub feeling: Feeling,
    /// The face that goes with it.
    pub face: Expression,
    /// What the customer does next; none where the attempt was interrupted.
    pub outcome: Option<Outcome>,
    /// What such an ending may be worth; none where the attempt was interrupted.
    pub worth: Option<Worth>,
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
    /// A conversation that goes well, to be read step by step; none where the scenario has none.
    pub model: Option<Model>,
    /// Goals for next time to choose from.
    pub goals: Vec<String>,
    /// The competency that they follow from: the one with most to gain.
    pub goals_from: Option<String>,
    /// The goal that is kept.
    pub goal: Option<String>,
    /// What the trainee answered to the two questions about work; none where they are not asked.
    pub voice: Option<Answers>,
    /// Whether a decision can be tried again from where it stood.
    pub can_retry: bool,
    /// Whether the debrief can be saved, and was.
    pub save: Save,
}

impl View {
    /// Whether it is shown as on paper: a picture of the whole, in which nothing can be pressed.
    #[must_use]
    pub fn is_on_paper(&self) -> bool {
        self.save == Save::Never
    }
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
    /// The promises that were made here, or of which something became.
    pub promises: Vec<PromiseNews>,
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

impl Decision {
    /// The points that were earned here, and those that could be.
    #[must_use]
    pub fn points(&self) -> (usize, usize) {
        let sum = |points: fn(&Level) -> u8| self.said.levels.iter().map(|level| usize::from(points(level))).sum();
        (sum(|level| level.level), sum(|level| level.best))
    }
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
    /// How it stood at the end, where it was neither kept nor broken.
    pub open: Option<StillOpen>,
    /// Why, as a sentence; may be empty.
    pub note: String,
}

/// A conversation that goes well.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// How the customer looks.
    pub portrait: Portrait,
    /// Its decisions, in order; at least one.
    pub moments: Vec<Moment>,
    /// How the customer ends.
    pub ending: String,
}

/// A decision of a conversation that goes well.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Where a new contact starts before it: "two weeks later".
    pub new_contact: Option<String>,
    /// How the two are in touch.
    pub channel: Channel,
    /// The picture of the place it happens in; may be empty.
    pub place: String,
    /// What the customer says, or what happens, ready to show.
    pub customer: String,
    /// Whether the customer says it; where it only happens, nobody is there.
    pub speaks: bool,
    /// The customer's face while they say it.
    pub before: Expression,
    /// What is said, what it shows, and why it lands.
    pub said: Said,
    /// The steps it takes.
    pub steps: Vec<Step>,
    /// The customer's face when they have heard it.
    pub after: Expression,
}

/// Whether a debrief can be saved, and was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Save {
    /// It cannot: this one is a picture already.
    Never,
    /// It can.
    Offered,
    /// It was asked for: where it was saved, or why not, as a sentence.
    Told(String),
}

/// What was answered to the two questions about work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// How confident the trainee feels to have this conversation at work, from 1 (not at all) to 5 (very).
    pub confident: Option<u8>,
    /// What would have stood in their way.
    pub obstacle: Option<Obstacle>,
}

/// What happened to a promise at a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseNews {
    /// What has become of it; none where it was moved to a new date.
    pub state: Option<PromiseState>,
    /// The same as a sentence.
    pub text: String,
}

/// What the trainee asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Play the conversation again from its start.
    PlayAgain,
    /// Try again from the decision with this place, from 0.
    RetryFrom(usize),
    /// Save the debrief as a page to print.
    SavePage,
    /// Save the debrief as a picture.
    SavePicture,
    /// Keep this goal for next time.
    Goal(String),
    /// Keep these answers to the two questions about work, in place of those before.
    Hear(Answers),
    /// Back to the menu.
    Menu,
}

/// A page of the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What the trainee would do differently.
    #[default]
    Question,
    /// What came of it, and why.
    Evidence,
    /// The model conversation.
    Model,
}

/// What the trainee would do differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reflection {
    /// The decisions, from 0; none where they would change nothing.
    pub picked: BTreeSet<usize>,
    /// Their own words; may be empty.
    pub words: String,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UiState {
    /// The page that is shown.
    pub page: Page,
    /// The decision that is looked at, from 0.
    pub selected: usize,
    /// The moment of the model conversation that is looked at, from 0.
    pub moment: usize,
    /// What the trainee answered; none where they skipped the question.
    pub reflection: Option<Reflection>,
    /// The goal of their own that they are writing.
    pub(super) own_goal: String,
    /// What they have picked and written so far.
    pub(super) draft: Reflection,
    /// Whether the two questions about work were passed.
    pub(super) voice_passed: bool,
    /// Whether they must be scrolled into view and given the keyboard.
    pub(super) to_voice: bool,
    /// Whether the decision must be scrolled into view.
    pub(super) reveal: bool,
    /// Where the evidence ended when it was last drawn, in points from the top of the screen while nothing is scrolled.
    pub(super) bottom: f32,
}

impl UiState {
    /// The debrief opened at a page.
    #[must_use]
    pub fn at(page: Page) -> Self {
        Self { page, ..Self::default() }
    }

    /// How tall a screen must be to show all of the evidence, in points, as far as that is known from the last time it was drawn.
    #[must_use]
    pub fn whole_height(&self) -> f32 {
        self.bottom
    }

    /// Whether the trainee would do this decision differently.
    #[must_use]
    pub fn picked(&self, decision: usize) -> bool {
        self.reflection.as_ref().is_some_and(|reflection| reflection.picked.contains(&decision))
    }
}
