//! Which text stands for which word of the model.

use crate::attempt::{Mode, Obstacle};
use crate::course::{How, Kind};
use crate::customer::{Feeling, Outcome};
use crate::plays::Step;
use crate::rubric::Band;
use crate::scenario::{Channel, Phase};
use crate::score::StillOpen;
use crate::session::PromiseState;

/// The key of a feeling's word.
#[must_use]
pub fn feeling(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Happy => "feeling-happy",
        Feeling::Indifferent => "feeling-indifferent",
        Feeling::Upset => "feeling-upset",
    }
}

/// The key of a phase's word.
#[must_use]
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "phase-before",
        Phase::During => "phase-during",
        Phase::After => "phase-after",
    }
}

/// The key of a channel's word.
#[must_use]
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "channel-face-to-face",
        Channel::Phone => "channel-phone",
        Channel::Email => "channel-email",
        Channel::Chat => "channel-chat",
        Channel::Social => "channel-social",
    }
}

/// The key of an outcome's word.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ReturnsAndRefers => "outcome-returns",
        Outcome::Passive => "outcome-passive",
        Outcome::Complains => "outcome-complains",
        Outcome::WalksAway => "outcome-walks-away",
        Outcome::GoesPublic => "outcome-goes-public",
    }
}

/// The key of a band's word.
#[must_use]
pub fn band(band: Band) -> &'static str {
    match band {
        Band::Start => "band-start",
        Band::Developing => "band-developing",
        Band::Dependable => "band-dependable",
        Band::Strong => "band-strong",
    }
}

/// The key of the word for what became of a promise.
#[must_use]
pub fn promise(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Open => "promise-open",
        PromiseState::Kept => "promise-kept",
        PromiseState::Broken => "promise-broken",
        PromiseState::Lapsed => "promise-lapsed",
        PromiseState::LeftOpen => "promise-left-open",
    }
}

/// The key of the word for how a promise stood that was neither kept nor broken at the end.
#[must_use]
pub fn still_open(still: StillOpen) -> &'static str {
    match still {
        StillOpen::NotYet => "promise-left-open",
        StillOpen::Moved => "promise-moved",
        StillOpen::NoDate => "promise-never-due",
        StillOpen::Overdue => "promise-overdue",
    }
}

/// The key of a mode's name.
#[must_use]
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "mode-practice",
        Mode::Assessment => "mode-assessment",
    }
}

/// The key of what stands in the way at work, as the trainee says it.
#[must_use]
pub fn in_the_way(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Policy => "voice-policy",
        Obstacle::Authority => "voice-authority",
        Obstacle::Information => "voice-information",
        Obstacle::Time => "voice-time",
        Obstacle::Tools => "voice-tools",
        Obstacle::Nothing => "voice-nothing",
    }
}

/// The key of what a mode means for the trainee.
#[must_use]
pub fn mode_meaning(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "mode-practice-meaning",
        Mode::Assessment => "mode-assessment-meaning",
    }
}

/// The keys of three goals that follow from a competency of the rubric that comes with the program; an organisation's own has none.
#[must_use]
pub fn goals(competency: &str) -> Option<[&'static str; 3]> {
    match competency {
        "listening" => Some(["goal-listening-finish", "goal-listening-say-back", "goal-listening-cause"]),
        "apology" => Some(["goal-apology-plain", "goal-apology-cost", "goal-apology-once"]),
        "accountability" => Some(["goal-account-mine", "goal-account-now", "goal-account-lasting"]),
        "follow-through" => Some(["goal-follow-specific", "goal-follow-warn", "goal-follow-ask"]),
        _ => None,
    }
}

/// The key of the name of a step of putting something right.
#[must_use]
pub fn step(step: Step) -> &'static str {
    match step {
        Step::Listen => "step-listen",
        Step::NameIt => "step-name-it",
        Step::OwnIt => "step-own-it",
        Step::Offer => "step-offer",
        Step::Promise => "step-promise",
        Step::FollowUp => "step-follow-up",
    }
}

/// What a kind of stage is called.
#[must_use]
pub fn stage(kind: Kind) -> &'static str {
    match kind {
        Kind::Before => "course-before",
        Kind::Step(How::Example) => "course-example",
        Kind::Step(How::Hints) => "course-hints",
        Kind::Step(How::Alone) => "course-alone",
        Kind::Step(How::Transfer) => "course-transfer",
        Kind::After => "course-after",
        Kind::Again(_) => "course-again",
    }
}
