//! The sessions that attempts were played in, each made ready once: a report replays many attempts at few scenarios.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::attempt::{Attempt, replay, session_of};
use crate::cli::shelf::Shelf;
use crate::report::Sessions;
use crate::scenario::{Checked, FormId, Rules};
use crate::session::{Session, Turn};

/// A scenario's hash, its form, the customer's persona.
type Key = (String, Option<FormId>, String);

/// Sessions by what was played.
pub struct Played {
    shelf: Shelf,
    rules: Arc<Rules>,
    scenarios: RefCell<BTreeMap<String, Option<Arc<Checked>>>>,
    sessions: RefCell<BTreeMap<Key, Arc<Session>>>,
}

impl Played {
    /// Sessions of the scenarios that a shelf finds.
    pub fn new(shelf: Shelf, rules: Arc<Rules>) -> Self {
        Self { shelf, rules, scenarios: RefCell::default(), sessions: RefCell::default() }
    }

    /// An attempt under the present rules: its session and its turns.
    ///
    /// # Errors
    /// Why it cannot be replayed, as the end of a sentence.
    pub fn replayed(&self, attempt: &Attempt) -> Result<(Session, Vec<Turn>), String> {
        let start = &attempt.start;
        let key = (start.hash.clone(), start.form.clone(), start.persona.clone());
        let known = self.sessions.borrow().get(&key).cloned();
        let session = match known {
            Some(session) => session,
            None => self.made_ready(attempt, key)?,
        };
        let session = session.with_seed(start.seed);
        let turns = replay(&session, attempt).map_err(|why| why.to_string())?;
        Ok((session, turns))
    }

    fn made_ready(&self, attempt: &Attempt, key: Key) -> Result<Arc<Session>, String> {
        let scenario = self
            .scenario(&attempt.start.hash)
            .ok_or("the scenario as it was played is neither kept with the attempts nor in the scenario folder; name its folder with `--scenarios FOLDER`")?;
        let session = session_of(attempt, scenario, Arc::clone(&self.rules)).map_err(|why| why.to_string())?;
        let session = Arc::new(session);
        self.sessions.borrow_mut().insert(key, Arc::clone(&session));
        Ok(session)
    }

    fn scenario(&self, hash: &str) -> Option<Arc<Checked>> {
        let known = self.scenarios.borrow().get(hash).cloned();
        known.unwrap_or_else(|| {
            let found = self.shelf.find(hash);
            self.scenarios.borrow_mut().insert(hash.to_owned(), found.clone());
            found
        })
    }
}

impl Sessions for Played {
    fn session(&self, hash: &str, form: Option<&FormId>) -> Option<Arc<Session>> {
        let sessions = self.sessions.borrow();
        let found = sessions.iter().find(|((known, in_form, _), _)| known == hash && in_form.as_ref() == form);
        found.map(|(_, session)| Arc::clone(session))
    }
}
