//! A conversation looked at from end to end, for the rules that need proof: every state of it, and who passes it by habit.

use std::sync::Arc;

use crate::bots::{Rewarded, test_wise_passes};
use crate::explore::{Explored, explore};
use crate::scenario::{Checked, Rules};
use crate::session::Session;

/// Memory for looking at every state, in bytes.
const MEMORY: usize = 512 << 20;

/// Conversations with more beats than this are written by programs; looking at every state of one would keep its author waiting.
const MOST_BEATS: usize = 5_000;

/// What was proved of a conversation.
pub struct Proof {
    /// Every state; none where there are too many beats.
    pub explored: Option<Explored>,
    /// The habits that it rewards.
    pub rewarded: Vec<Rewarded>,
    /// How many decisions a competency needs for a score that counts.
    pub decisions: u32,
}

impl Proof {
    /// Looks at a conversation under rules; nothing where its persona is unknown.
    pub fn of(scenario: &Checked, rules: &Rules) -> Option<Self> {
        let decisions = rules.rubric.pass.decisions;
        if scenario.beats.len() > MOST_BEATS {
            return Some(Self { explored: None, rewarded: Vec::new(), decisions });
        }
        let session = Session::new(Arc::new(scenario.clone()), Arc::new(rules.clone()), 0, None).ok()?;
        Some(Self { explored: Some(explore(&session, MEMORY)), rewarded: test_wise_passes(&session), decisions })
    }
}
