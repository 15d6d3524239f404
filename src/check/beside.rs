//! What is wrong or weak in a file beside a scenario, as part of a check: what `translation` and `guide` find, without what is not
//! wanted.

use std::sync::Arc;

use super::{Options, in_order};
use crate::diag::{Diagnostic, Source};
use crate::guide;
use crate::scenario::Checked;
use crate::translation::{Translation, findings};

/// Everything that is wrong or weak in a translation of a scenario (S130–S142), in order of the places, then of the codes. Where
/// the scenario itself cannot be played only what keeps the translation from being read is told.
#[must_use]
pub fn check_translation(scenario: Option<&Checked>, source: &Arc<Source>, options: &Options) -> Vec<Diagnostic> {
    let (found, complete) = match (Translation::parse(source), scenario) {
        (Ok(translation), Some(scenario)) => (findings(scenario, &translation), true),
        (Ok(_), None) => (Vec::new(), false),
        (Err(found), _) => (found, false),
    };
    in_order(source, options, complete, found)
}

/// Everything that is wrong or weak in the facilitator's page of a scenario (G001–G003), in order of the places. Where the scenario
/// itself cannot be played its beats are not looked at.
#[must_use]
pub fn check_guide(scenario: Option<&Checked>, source: &Arc<Source>, options: &Options) -> Vec<Diagnostic> {
    in_order(source, options, scenario.is_some(), guide::check(source, scenario))
}
