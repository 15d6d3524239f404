//! A scenario made ready for playing: every id is a number, every reply the list of what it does, in the order in which it lands.
//! This is the one implementation of the rules of play. [`super::Session`] puts names and words to it; whoever plays a
//! conversation millions of times uses it as it is.

mod ask;
mod bits;
mod compile;
mod conditions;
mod core;
mod enter;
mod land;
mod names;

use smallvec::SmallVec;

use super::PromiseState;
use crate::customer::{Behaviour, Customer, Feeling, Moves, Pace, SmallEvent, Variable};
use crate::scenario::{BeatId, Channel, CompetencyId, FactId, FurtherFailure, PromiseId, ReplyId, Span, Wait};

pub use self::ask::Asked;
pub use self::bits::Bits;
pub(crate) use self::bits::ones;
pub use self::core::Core;
pub(crate) use self::core::at;
pub(crate) use self::enter::RECENT_DAYS;

/// Position of a beat, fact or promise among the scenario's, in the order of their ids.
pub type Index = u32;

/// A scenario under rules and a persona, ready for playing. Positions are those of the ids in bytewise order.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) beats: Vec<Beat>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) promises: Vec<Promise>,
    /// The customer as they arrive, the failure's shock included.
    pub(crate) arrival: Customer,
    pub(crate) start: Index,
    /// Willingness to voice a complaint, below which a customer may go in silence.
    pub(crate) voice: i32,
    /// Every case of a `to` or `says` that is written, by its number.
    pub(crate) cases: Vec<Case>,
    /// The competencies of the rubric, in its order.
    pub(crate) competencies: Vec<CompetencyId>,
    /// The position of the competency that a paraphrase shows.
    pub(crate) listening: Option<u8>,
}

/// Where one of several ways on or texts stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The beat.
    pub beat: BeatId,
    /// Whose way or text it is.
    pub of: CaseOf,
    /// Its position in the list, from 0; the last has no condition.
    pub position: usize,
}

/// What has several cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseOf {
    /// The customer's words.
    Says,
    /// Where a choice or an offer leads.
    Reply(ReplyId),
    /// Where a paraphrase leads.
    Paraphrase,
    /// Where silence leads.
    Silence,
}

/// A beat ready for playing.
#[derive(Clone, Debug)]
pub(crate) struct Beat {
    pub id: BeatId,
    pub after: Option<Span>,
    pub waits: Option<Wait>,
    pub fails: Option<FurtherFailure>,
    pub due: Option<Index>,
    pub reveals: SmallVec<[Index; 2]>,
    pub otherwise: Option<Index>,
    pub channel: Channel,
    pub says: Option<Says>,
    pub reply: Option<Reply>,
    pub silence: Option<Box<Silence>>,
    /// Which competencies are scored here, as a set of positions in the rubric.
    pub scores: u64,
}

/// Which variant of the customer's words is said: the position of the first that holds.
#[derive(Clone, Debug)]
pub(crate) struct Says {
    pub conditions: Box<[Cond]>,
    /// Number of the first case among all cases of the scenario; the variant without a condition counts as the last.
    pub first_case: u32,
}

#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Choose(Box<[Move]>),
    Commit { offers: Box<[Move]>, answered: Option<u32> },
    Paraphrase(Box<Paraphrase>),
}

#[derive(Clone, Debug)]
pub(crate) struct Paraphrase {
    /// The facts it is about; all that are known and not used where it is none.
    pub about: Option<Bits>,
    pub decoys: usize,
    pub answered: Option<u32>,
    pub listens: bool,
    pub to: Goto,
}

/// A choice or an offer.
#[derive(Clone, Debug)]
pub(crate) struct Move {
    pub id: ReplyId,
    pub when: Option<Cond>,
    pub effects: Box<[Effect]>,
    /// Effective level by position in the rubric, for scoring.
    pub shows: Box<[(u8, u8)]>,
    /// The mark that says it was taken, where anything asks for it.
    pub mark: Option<u32>,
    pub to: Goto,
}

#[derive(Clone, Debug)]
pub(crate) struct Silence {
    pub effects: Box<[Effect]>,
    pub shows: Box<[(u8, u8)]>,
    /// The mark of the beat, where it must be remembered as answered.
    pub answered: Option<u32>,
    pub to: Goto,
}

/// One thing a reply does, in the order of landing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Effect {
    Wait(Channel, Wait),
    Act(Behaviour, u8),
    /// An apology at a level, with the share of its gain that its delivery leaves, thousandths.
    Apologise(u8, i32),
    Pace(Pace),
    Fix(u16),
    Pay(u16),
    Make(Index),
    Keep(Index),
    Renegotiate(Index),
    Break(Index),
    Small(SmallEvent),
    Use(Index),
    Moves(Moves),
}

/// Where a reply leads.
#[derive(Clone, Debug)]
pub(crate) struct Goto {
    pub cases: Box<[(Cond, Index)]>,
    pub last: Index,
    /// Number of the first case among all cases of the scenario; the way without a condition counts as the last.
    pub first_case: u32,
}

impl Goto {
    /// Every beat it can lead to.
    pub fn targets(&self) -> impl Iterator<Item = Index> + '_ {
        self.cases.iter().map(|(_, beat)| *beat).chain(std::iter::once(self.last))
    }
}

/// A condition over positions.
#[derive(Clone, Debug)]
pub(crate) enum Cond {
    Knows(Index),
    Noticed(Index),
    Promised(Index),
    Kept(Index),
    Broke(Index),
    Marked(u32),
    Understood(u8),
    Feels(Feeling),
    AtLeast(Variable, i32),
    AtMost(Variable, i32),
    All(Box<[Cond]>),
    Any(Box<[Cond]>),
    Not(Box<Cond>),
}

#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub id: FactId,
    pub root_cause: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Promise {
    pub id: PromiseId,
    pub vague: bool,
    pub can_keep: bool,
}

/// Something that happened while a state changed; positions instead of ids.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Happening {
    /// The reply has had its effect, and the next beat is not entered yet.
    Landed(Customer),
    /// Whole days passed: a new contact begins.
    NewContact(u32),
    /// Something went wrong again.
    FailedAgain,
    /// A beat was entered and is spoken.
    Entered(Index),
    /// A beat had nothing to ask and was passed over.
    PassedOver(Index),
    /// A fact became known.
    Revealed(Index),
    /// A fact was taken up.
    Noticed(Index),
    /// A promise was made, or something became of it.
    Promise(Index, PromiseState),
    /// A due promise was moved to a new date.
    Renegotiated(Index),
    /// A case of a `to` was taken, numbered over the whole scenario.
    Case(u32),
    /// The conversation ended.
    Ended(super::Ending),
}

/// Somebody who is told what happens. `()` does not care, and then telling costs nothing.
pub trait Watch {
    /// Something happened.
    fn see(&mut self, happening: Happening);
}

impl Watch for () {
    fn see(&mut self, _: Happening) {}
}

impl Watch for Vec<Happening> {
    fn see(&mut self, happening: Happening) {
        self.push(happening);
    }
}
