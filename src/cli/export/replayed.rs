//! Attempts recomputed in the language they were played in. What many were played in is made ready once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::attempt::{Attempt, replay, session_of};
use crate::cli::shelf::Shelf;
use crate::explore::furthest;
use crate::export::Replayed;
use crate::scenario::{Checked, FormId, Rules};
use crate::score::scorecard;
use crate::session::Session;

/// Memory that looking at everything that could have been played may use, in bytes; where it needs more, nothing is said.
const MEMORY: usize = 64 << 20;

/// A scenario's hash and its language.
type Text = (String, String);
/// The same in a form, with a persona.
type Key = (Text, Option<FormId>, String);

/// What attempts were played in.
pub struct Recomputed {
    shelf: Shelf,
    rules: Arc<Rules>,
    scenarios: BTreeMap<Text, Result<Arc<Checked>, String>>,
    /// Each with how far it can be brought at most.
    sessions: BTreeMap<Key, (Session, Option<u32>)>,
}

impl Recomputed {
    /// Scenarios that a shelf finds.
    pub fn new(shelf: Shelf, rules: Arc<Rules>) -> Self {
        Self { shelf, rules, scenarios: BTreeMap::new(), sessions: BTreeMap::new() }
    }

    /// An attempt under the present rules.
    ///
    /// # Errors
    /// Why it cannot be recomputed, as the end of a sentence.
    pub fn of(&mut self, attempt: &Attempt) -> Result<Replayed, String> {
        let start = &attempt.start;
        let text = (start.hash.clone(), start.language.clone());
        let key = (text.clone(), start.form.clone(), start.persona.clone());
        let (session, furthest) = if let Some((session, furthest)) = self.sessions.get(&key) {
            (session.with_seed(start.seed), *furthest)
        } else {
            let scenario = self.scenarios.entry(text).or_insert_with(|| self.shelf.played(start)).clone()?;
            let session = session_of(attempt, scenario, Arc::clone(&self.rules)).map_err(|why| why.to_string())?;
            let furthest = furthest(&session, MEMORY);
            self.sessions.insert(key, (session.clone(), furthest));
            (session, furthest)
        };
        let turns = replay(&session, attempt).map_err(|why| why.to_string())?;
        let card = scorecard(&session, &turns);
        Ok(Replayed { session, turns, card, furthest })
    }
}
