//! The scenario as a trainer writes it: these types are the file's shape and the only model there is.
//! A [`Scenario`] may still point nowhere; [`super::Checked`] is one that does not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::condition::{Condition, Goto, Says};
use super::form::Form;
use super::ids::{BeatId, CompetencyId, FactId, FormId, PromiseId, ReplyId};
use super::map::Map;
use super::portrait::Portrait;
use super::time::{Channel, Span, Wait};
use crate::customer::{Apology, Failure, Kind, Moves, Outcome, Pace, SmallEvent, Start};

/// The newest `format` this release reads.
pub const FORMAT: u32 = 1;

/// True where a field stands at its default, so that it is left out of the canonical form.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if passes a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

/// One customer conversation: a graph of beats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of the language the file is written in.
    pub format: u32,
    /// Stable id, also the file's name without its ending.
    pub id: String,
    /// What menus and reports call it.
    pub title: String,
    /// The line of business, for example `recreation`.
    pub sector: String,
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// Who the trainee is, in one sentence.
    pub role: String,
    /// What the trainee knows before the customer speaks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub briefing: String,
    /// What the trainee may do on their own authority.
    #[serde(default, skip_serializing_if = "is_default")]
    pub may: Vec<String>,
    /// The person in front of the trainee.
    pub customer: Cast,
    /// What went wrong before the first beat.
    pub failure: Failure,
    /// Other forms of the same conversation: another temperament, or another person with the same case.
    #[serde(default, skip_serializing_if = "is_default")]
    pub forms: Map<FormId, Form>,
    /// What the customer says that matters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub facts: Map<FactId, Fact>,
    /// What the trainee can promise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub promises: Map<PromiseId, Promise>,
    /// The first beat.
    pub start: BeatId,
    /// Every turn of the conversation.
    pub beats: Map<BeatId, Beat>,
    /// What the customer does in the end, told to the trainee; all five are required.
    #[schemars(schema_with = "super::schema::outcomes")]
    pub outcomes: Map<Outcome, String>,
}

/// The customer of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// What the customer is called on screen.
    pub name: String,
    /// A conversation style from the personas file.
    pub persona: String,
    /// What the customer looks like.
    #[serde(default, skip_serializing_if = "is_default")]
    pub portrait: Portrait,
    /// Start values that differ from the persona's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub start: Start,
}

/// Something the customer says that matters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// As a fragment that can follow "What I heard:".
    pub text: String,
    /// Whether it is the cause beneath the complaint.
    #[serde(default, skip_serializing_if = "is_default")]
    pub root_cause: bool,
}

/// What can be promised: what, who, by when. Without an owner or a date it is vague.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What will happen.
    pub what: String,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<String>,
    /// How long after the promise it falls due.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: Option<Span>,
    /// How the date is said to people, for example "Friday by noon".
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Option<String>,
    /// Whether it is within anybody's power; a promise that cannot be kept breaks by itself when it falls due.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub can_keep: bool,
}

impl Promise {
    /// A promise without an owner or a date is a hidden expectation, not a commitment.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.owner.is_none() || self.by.is_none()
    }
}

/// One turn: what the customer says or what happens, then the trainee's reply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Beat {
    /// Before, during or after the service; the start beat's where it is left out.
    #[serde(skip_serializing_if = "is_default")]
    pub phase: Option<Phase>,
    /// How the two are in touch; the start beat's where it is left out.
    #[serde(skip_serializing_if = "is_default")]
    pub channel: Option<Channel>,
    /// Where it happens; the start beat's where it is left out.
    #[serde(skip_serializing_if = "is_default")]
    pub place: Option<String>,
    /// About how many people read along, in public only; a picture, which nothing is ever scored by. Where it is left out, as many as
    /// before.
    #[serde(skip_serializing_if = "is_default")]
    pub audience: Option<u32>,
    /// What happens, told as a stage direction.
    #[serde(skip_serializing_if = "is_default")]
    pub scene: Option<String>,
    /// The customer's words.
    #[serde(skip_serializing_if = "is_default")]
    pub says: Option<Says>,
    /// Facts that become known here.
    #[serde(skip_serializing_if = "is_default")]
    pub reveals: Vec<FactId>,
    /// Time since the beat before: a new contact.
    #[serde(skip_serializing_if = "is_default")]
    pub after: Option<Span>,
    /// Time the customer is kept waiting before this beat, within the contact.
    #[serde(skip_serializing_if = "is_default")]
    pub waits: Option<Wait>,
    /// Something goes wrong again.
    #[serde(skip_serializing_if = "is_default")]
    pub fails: Option<FurtherFailure>,
    /// The promise that falls due here.
    #[serde(skip_serializing_if = "is_default")]
    pub due: Option<PromiseId>,
    /// Where to go when this beat has nothing to ask.
    #[serde(skip_serializing_if = "is_default")]
    pub otherwise: Option<BeatId>,
    /// The competencies scored here, where it is not simply those that some reply shows.
    #[serde(skip_serializing_if = "is_default")]
    pub scores: Option<Vec<CompetencyId>>,
    /// Seconds after which saying nothing counts as `silence`; front ends may leave it out, and play must never depend on it.
    #[serde(skip_serializing_if = "is_default")]
    pub timer: Option<u32>,
    /// What saying nothing until the timer ends does.
    #[serde(skip_serializing_if = "is_default")]
    pub silence: Option<Silence>,
    /// How the beat is answered; without it the conversation ends here.
    #[serde(skip_serializing_if = "is_default")]
    pub reply: Option<Reply>,
}

/// Nothing was said until the timer ended. It is never the best reply; a promise that is due breaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// Level 0–3 for each competency that silence shows.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(schema_with = "super::schema::levels")]
    pub shows: Map<CompetencyId, u8>,
    /// Errors of the rubric, which cap levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub errors: Vec<String>,
    /// Coaching: what it did to the customer, and why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub because: String,
    /// How long the customer waited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waits: Option<Wait>,
    /// Small events, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub does: Vec<SmallEvent>,
    /// Raw moves on top, ±100 each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub moves: Moves,
    /// The next beat.
    pub to: Goto,
}

/// A failure later in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FurtherFailure {
    /// 1 to 3.
    #[schemars(range(min = 1, max = 3))]
    pub severity: u8,
    /// What it costs the customer.
    pub kind: Kind,
    /// Whether it has the cause of the failure before.
    #[serde(default, skip_serializing_if = "is_default")]
    pub same_cause: bool,
}

/// Where the conversation stands in the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Phase {
    /// Before the purchase or visit.
    Before,
    /// While the service is given.
    #[default]
    During,
    /// Afterwards: promises fall due here.
    After,
}

/// How a beat is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Reply {
    /// One of two to five choices.
    Choose(Map<ReplyId, Move>),
    /// "What I heard", built from facts and decoys.
    Paraphrase(Paraphrase),
    /// One of two to five written offers.
    Commit(Commit),
}

/// A `Paraphrase` reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paraphrase {
    /// The facts it is about; all that are known and not yet used where it is left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub about: Option<Vec<FactId>>,
    /// Two to four things nobody said.
    pub decoys: Vec<String>,
    /// Coaching.
    #[serde(default, skip_serializing_if = "is_default")]
    pub because: String,
    /// The next beat.
    pub to: Goto,
}

/// A `Commit` reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commit {
    /// Two to five written offers.
    pub offers: Map<ReplyId, Move>,
}

/// A choice or an offer: what the trainee says and does, and what the words earn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Offered only where this holds.
    #[serde(rename = "if", default, skip_serializing_if = "is_default")]
    pub when: Option<Condition>,
    /// The trainee's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub say: Option<String>,
    /// What the trainee does, told before the words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub act: Option<String>,
    /// What the card calls an offer without a promise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub what: Option<String>,
    /// Level 0–3 for each competency the words show.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(schema_with = "super::schema::levels")]
    pub shows: Map<CompetencyId, u8>,
    /// What the apology in the words consists of, instead of a level for it in `shows`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub apology: Option<Apology>,
    /// Sub-skills of the rubric that say why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub skills: Vec<String>,
    /// Errors of the rubric, which cap levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub errors: Vec<String>,
    /// Coaching: what it did to the customer, and why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub because: String,
    /// Facts of the customer's that the words take up.
    #[serde(default, skip_serializing_if = "is_default")]
    pub uses: Vec<FactId>,
    /// Small events, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub does: Vec<SmallEvent>,
    /// Time the customer is kept waiting by this reply.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waits: Option<Wait>,
    /// Noticeably fast or slow.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pace: Option<Pace>,
    /// Share of the loss restored, in thousandths.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fixes: u16,
    /// Compensation in percent of the price, 0–300.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pays: Option<u16>,
    /// Raw moves on top, ±100 each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub moves: Moves,
    /// The promise it makes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub promise: Option<PromiseId>,
    /// The due promise it keeps.
    #[serde(default, skip_serializing_if = "is_default")]
    pub keeps: Option<PromiseId>,
    /// The due promise it moves to a new date.
    #[serde(default, skip_serializing_if = "is_default")]
    pub renegotiates: Option<PromiseId>,
    /// The due promise it breaks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub breaks: Option<PromiseId>,
    /// The next beat.
    pub to: Goto,
}

impl Move {
    /// The words as people read them: what is done, then what is said.
    #[must_use]
    pub fn line(&self) -> String {
        match (&self.act, &self.say) {
            (Some(act), Some(say)) => format!("({act}) {say}"),
            (Some(act), None) => format!("({act})"),
            (None, Some(say)) => say.clone(),
            (None, None) => String::new(),
        }
    }
}
