//! What is kept about a customer. The six values move with every event; the rest is memory that the rules of the other files need.
//! Nothing is kept twice: satisfaction, anger and the like are worked out when they are asked for.

use super::model::model;
use super::{Kind, Limits, Orientation};

/// A customer in the middle of a conversation. A plain value: copy it to try something out, compare it to find equal states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Customer {
    /// T, 0–1000.
    pub(super) trust: i32,
    /// C, 0–1000: 1000 is calm, 0 furious.
    pub(super) calm: i32,
    /// E, 0–1000: higher is worse.
    pub(super) effort: i32,
    /// JD, −1000–1000.
    pub(super) outcome: i32,
    /// JI, −1000–1000.
    pub(super) treatment: i32,
    /// JP, −1000–1000.
    pub(super) process: i32,
    /// Willingness to go public (`pp`), 0–1000; waiting in public raises it.
    pub(super) publicity: i32,
    pub(super) traits: Traits,
    pub(super) failures: Failures,
    pub(super) handled: Handled,
    /// Failed recoveries (`ndev`), 0 to [`MOST_FAILED_RECOVERIES`]. In play, only a broken promise is one.
    pub(super) failed_recoveries: i32,
    /// Facts that were used in this contact and counted.
    pub(super) facts_used: u8,
    /// Whether the customer was kept waiting before onlookers.
    pub(super) embarrassed: bool,
    /// Whether the customer goes without having voiced the problem.
    pub(super) silent: bool,
    pub(super) fading: Fading,
}

/// Each failed recovery takes 60 from a readiness to return that cannot be over 1050, so more than this many change nothing, and
/// states that differ only beyond it are one state.
pub(super) const MOST_FAILED_RECOVERIES: i32 = 20;

/// What does not change during a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Traits {
    /// R, relationship strength before the scene, 0–1000.
    pub(super) bond: i32,
    /// Emotional reactivity on losses, thousandths.
    pub(super) react: i32,
    /// Willingness to voice a complaint (`vp`), 0–1000.
    pub(super) voice: i32,
    /// The organisation's share of the responsibility, 0–1000.
    pub(super) locus: i32,
    /// What unexplained jargon is multiplied by, thousandths.
    pub(super) jargon: i32,
    /// What unexplained waiting is multiplied by, thousandths.
    pub(super) silence: i32,
    /// Whether further contact is expected.
    pub(super) future: bool,
    pub(super) orientation: Option<Orientation>,
    pub(super) leaves: Limits,
    /// Calm before anything went wrong, 0–1000; between contacts it comes back to this.
    pub(super) usual_calm: i32,
}

impl Traits {
    /// Whether the relationship is strong enough to buffer a failure and to feel betrayed.
    pub(super) fn close(&self) -> bool {
        self.bond >= model().gain.close_from
    }
}

/// What went wrong so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Failures {
    /// 0, 1, or 2 for any repetition: no rule asks for more.
    pub(super) count: u8,
    /// Of the latest failure, 0–3.
    pub(super) severity: u8,
    /// Of the latest failure.
    pub(super) kind: Kind,
    /// Whether the latest failure had the cause of the one before.
    pub(super) same_cause: bool,
    /// Whether the latest failure came within 60 days of the one before.
    pub(super) recent: bool,
    /// Readiness to return before the first failure (`RET0`), 0–1000.
    pub(super) returning_before: Option<i32>,
}

/// How the latest failure has been handled so far; a further failure starts it anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Handled {
    /// The story was heard.
    pub(super) heard: bool,
    /// The response was quick.
    pub(super) fast: bool,
    /// A real apology was given, and landed as one.
    pub(super) apologised: bool,
    /// Real apologies, 0–3; 3 for any more.
    pub(super) apologies: u8,
    /// Share of the loss restored, 0–1000.
    pub(super) fixed: i32,
}

/// What months after a failed recovery do: anger fades, distance grows (customer-model §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Fading {
    /// Days that do not make a month yet, 0–29.
    pub(super) days: u32,
    /// Factor on anger, thousandths.
    pub(super) anger: i32,
    /// Factor on 1000 − readiness to return, thousandths.
    pub(super) distance: i32,
}
