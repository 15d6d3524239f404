//! Every reachable state of a conversation, and what follows from them, exactly: what can be reached, the least and the greatest
//! score, how many plays there are, which choices never matter, and after which a happy ending is gone.
//! It plays through `session::plan`, so it knows no rule of its own. Where memory runs out it says so, and gives only what is proved.

mod along;
mod answers;
mod extremes;
mod furthest;
mod last_words;
mod layout;
mod live;
mod lot;
mod menu;
mod paths;
mod quotient;
mod reached;
mod walk;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::customer::Outcome;
use crate::scenario::{BeatId, CompetencyId, ReplyId, ReplyPath};
use crate::session::plan::{Case, Plan};
use crate::session::{Given, Session};
pub use along::{Along, along, along_while};
pub use furthest::{came_to, efficiency, furthest};
use walk::Keep;

/// Memory for an exploration, in bytes, where nobody says how much: one gibibyte.
pub const MEMORY: usize = 1 << 30;

/// What was found.
#[derive(Clone, Debug)]
pub struct Explored {
    /// What was reached. Of an incomplete exploration it holds for certain, but there may be more.
    pub reached: Reached,
    /// What only a complete exploration can say.
    pub answers: Option<Answers>,
    /// States that can be told apart by what follows.
    pub states: u64,
    /// Ways from one state to another.
    pub ways: u64,
    /// Most bytes in use at one time for states and ways.
    pub bytes: usize,
}

impl Explored {
    /// Whether every reachable state was looked at.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.answers.is_some()
    }
}

/// What was reached, and what was not.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// Beats nobody gets to, in order of their ids.
    pub beats_missed: Vec<BeatId>,
    /// Beats that are only ever passed over: their reply is never asked for.
    pub beats_passed_over: Vec<BeatId>,
    /// Choices and offers that are never among those shown.
    pub replies_missed: Vec<ReplyPath>,
    /// Ways on and texts that are never taken although their beat or reply is.
    pub cases_missed: Vec<Case>,
    /// For each beat at which a conversation ends without being left: with which outcomes.
    pub endings: BTreeMap<BeatId, Vec<Outcome>>,
    /// Last words that are told both of a customer who comes back and of one who is lost.
    pub against: Vec<Against>,
    /// Outcomes that some play ends in.
    pub outcomes: Vec<Outcome>,
}

/// Words on which plays end with outcomes that they cannot both be true of. Plays in which a promise breaks only after the words
/// are said do not count: the customer did not know it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Against {
    /// The ending.
    pub beat: BeatId,
    /// Which of its texts, from 0 in the order of the file; the last has no condition.
    pub variant: usize,
    /// All outcomes with which plays end on these words, the worst first.
    pub outcomes: Vec<Outcome>,
    /// A play in which the customer comes back.
    pub happy: AgainstPlay,
    /// A play with the worst of the outcomes.
    pub lost: AgainstPlay,
    /// Whether nobody who is lost is happy on these words, so that the feeling alone tells them apart.
    pub feeling_tells: bool,
}

/// A play that ends on certain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgainstPlay {
    /// How it ends.
    pub outcome: Outcome,
    /// What is given, in order.
    pub play: Vec<Given>,
}

/// What only a complete exploration can say.
#[derive(Clone, Debug)]
pub struct Answers {
    /// States with different futures: those with the same future count once.
    pub futures: u64,
    /// How many different plays there are, summings-up of the same level and facts counted once; none where there are more than
    /// a number of 128 bits holds.
    pub plays: Option<u128>,
    /// Fewest and most replies from start to end.
    pub length: (u32, u32),
    /// A shortest play to each outcome that can be reached.
    pub shortest: BTreeMap<Outcome, Vec<Given>>,
    /// What each competency can score, over all plays and over those with one outcome.
    pub scores: Vec<ScoreRange>,
    /// For each competency that is scored anywhere: the play that reaches the end with the fewest decisions that score it.
    pub fewest: Vec<Fewest>,
    /// Choices and offers of one beat between which there is no difference: the same scores, and the same can follow.
    pub same: Vec<Same>,
    /// Replies after which a happy ending is no longer possible, though it was before.
    pub closing: Vec<Closing>,
    /// Outcomes by how many different plays end in them, as shares of all plays; none where plays are too many to count.
    pub shares: Option<BTreeMap<Outcome, f64>>,
}

/// What a competency can score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoreRange {
    /// The competency.
    pub competency: CompetencyId,
    /// Only plays with this outcome; all plays where it is none.
    pub outcome: Option<Outcome>,
    /// The least score and a shortest play that has it.
    pub least: Extreme,
    /// The greatest score and a shortest play that has it.
    pub greatest: Extreme,
}

/// A score with a play that attains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extreme {
    /// 0–1000.
    pub score: u16,
    /// Points earned.
    pub earned: u32,
    /// Points that could be earned.
    pub best: u32,
    /// What is given, in order.
    pub play: Vec<Given>,
}

/// The play with the fewest decisions for a competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fewest {
    /// The competency.
    pub competency: CompetencyId,
    /// Decisions that score it.
    pub decisions: u32,
    /// What is given, in order.
    pub play: Vec<Given>,
}

/// Replies between which there is no difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Same {
    /// The beat.
    pub beat: BeatId,
    /// Two or more of its choices or offers.
    pub replies: Vec<ReplyId>,
    /// Whether they are all that is ever offered there, so that the decision as a whole never matters.
    pub all: bool,
}

/// A reply that closes the way to a happy ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// The beat.
    pub beat: BeatId,
    /// What is given there.
    pub reply: ClosingReply,
    /// Whether it always closes it; else only in some states.
    pub always: bool,
}

/// What closes a way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClosingReply {
    /// A choice or an offer.
    Reply(ReplyId),
    /// A paraphrase of this level.
    Paraphrase(u8),
    /// Silence.
    Silence,
}

/// How much there is to explore: what a model checker counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// States that can be told apart by what follows.
    pub states: u64,
    /// Ways from one state to another, or to an ending.
    pub ways: u64,
    /// Most bytes in use at one time for states and ways.
    pub bytes: usize,
    /// Whether every reachable state was looked at.
    pub complete: bool,
}

/// Only looks at every reachable state within `memory` bytes, and answers nothing.
#[must_use]
pub fn extent(plan: &Plan, memory: usize) -> Extent {
    let walk = walk::walk(plan, memory, Keep::Counts);
    Extent { states: walk.states.into(), ways: walk.ways_out, bytes: walk.bytes, complete: walk.complete }
}

/// Explores a conversation within `memory` bytes.
#[must_use]
pub fn explore(session: &Session, memory: usize) -> Explored {
    explore_plan(session.plan(), memory)
}

/// The same for a scenario that is already made ready.
#[must_use]
pub fn explore_plan(plan: &Plan, memory: usize) -> Explored {
    let walk = walk::walk(plan, memory, Keep::Ways);
    let (states, ways, bytes) = (walk.states.into(), walk.ways_out, walk.bytes);
    let reached = reached::reached(plan, &walk);
    let answers = if walk.complete { answers::answers(plan, walk) } else { None };
    Explored { reached, answers, states, ways, bytes }
}
