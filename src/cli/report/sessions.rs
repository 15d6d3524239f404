//! The sessions that attempts were played in, each made ready once, whichever thread asks first: a report replays many attempts at few
//! scenarios.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::attempt::{Attempt, replay, session_of};
use crate::cli::shelf::Shelf;
use crate::explore::furthest;
use crate::report::{Case, Sessions};
use crate::scenario::{Checked, FormId, Rules};
use crate::score::scorecard;
use crate::session::Session;

/// Memory that looking at everything that could have been played may use, in bytes; where it needs more, nothing is said.
const MEMORY: usize = 64 << 20;

/// A scenario's hash, its form, the customer's persona.
type Key = (String, Option<FormId>, String);
/// What is made once, by whoever needs it first.
type Once<T> = Arc<OnceLock<T>>;

/// Sessions by what was played.
pub struct Played {
    shelf: Shelf,
    rules: Arc<Rules>,
    scenarios: Mutex<BTreeMap<String, Once<Option<Arc<Checked>>>>>,
    sessions: Mutex<BTreeMap<Key, Once<Result<Ready, String>>>>,
    /// Only one thread at a time looks at everything that could have been played: that takes memory.
    looking: Mutex<()>,
}

/// A session, and how far it can be brought at most.
#[derive(Clone)]
struct Ready {
    session: Session,
    furthest: Option<u32>,
}

impl Played {
    /// Sessions of the scenarios that a shelf finds.
    pub fn new(shelf: Shelf, rules: Arc<Rules>) -> Self {
        let (scenarios, sessions, looking) = (Mutex::default(), Mutex::default(), Mutex::default());
        Self { shelf, rules, scenarios, sessions, looking }
    }

    /// An attempt under the present rules.
    ///
    /// # Errors
    /// Why it cannot be replayed, as the end of a sentence.
    pub fn case(&self, attempt: &Attempt, first: bool) -> Result<Case, String> {
        let Ready { session, furthest } = self.ready(attempt)?;
        let session = session.with_seed(attempt.start.seed);
        let turns = replay(&session, attempt).map_err(|why| why.to_string())?;
        Ok(Case::new(attempt, &session, &scorecard(&session, &turns), first).beside(furthest, &turns))
    }

    fn ready(&self, attempt: &Attempt) -> Result<Ready, String> {
        let start = &attempt.start;
        let key = (start.hash.clone(), start.form.clone(), start.persona.clone());
        let once = Arc::clone(lock(&self.sessions).entry(key).or_default());
        once.get_or_init(|| self.made_ready(attempt)).clone()
    }

    fn made_ready(&self, attempt: &Attempt) -> Result<Ready, String> {
        let scenario = self
            .scenario(&attempt.start.hash)
            .ok_or("the scenario as it was played is neither kept with the attempts nor in the scenario folder; name its folder with `--scenarios FOLDER`")?;
        let session = session_of(attempt, scenario, Arc::clone(&self.rules)).map_err(|why| why.to_string())?;
        let one_at_a_time = lock(&self.looking);
        let furthest = furthest(&session, MEMORY);
        drop(one_at_a_time);
        Ok(Ready { session, furthest })
    }

    fn scenario(&self, hash: &str) -> Option<Arc<Checked>> {
        let once = Arc::clone(lock(&self.scenarios).entry(hash.to_owned()).or_default());
        once.get_or_init(|| self.shelf.find(hash)).clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panic elsewhere left behind is whole: each entry is made at one stroke.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sessions for Played {
    fn session(&self, hash: &str, form: Option<&FormId>) -> Option<Arc<Session>> {
        // The texts are the same whatever the persona.
        let scenario = self.scenario(hash)?;
        let scenario = match form {
            Some(form) => Arc::new(scenario.in_form(form)?),
            None => scenario,
        };
        Session::new(scenario, Arc::clone(&self.rules), 0, None).ok().map(Arc::new)
    }
}
