//! About how long a conversation takes, for the menu.

use std::sync::Arc;

use crate::scenario::{Checked, Move, Rules};
use crate::session::{Ask, Given, Session, State};

/// Words a minute that people read of a second language with care.
const WORDS_PER_MINUTE: usize = 160;
/// Seconds to make up one's mind, beside reading.
const SECONDS_PER_DECISION: usize = 10;

/// Minutes that playing the strongest replies takes, at least one: everything said and every reply offered is read once.
#[must_use]
pub fn minutes(scenario: &Arc<Checked>, rules: &Arc<Rules>) -> Option<usize> {
    let session = Session::new(Arc::clone(scenario), Arc::clone(rules), 0, None).ok()?;
    let mut state = session.begin().state;
    let (mut words, mut decisions) = (0, 0);
    loop {
        words += words_at(&session, &state);
        if state.ending.is_some() {
            break;
        }
        decisions += 1;
        let given = strongest(&session, &state)?;
        state = session.apply(&state, &given).ok()?.state;
    }
    let seconds = words * 60 / WORDS_PER_MINUTE + decisions * SECONDS_PER_DECISION;
    Some(seconds.div_ceil(60).max(1))
}

fn words_at(session: &Session, state: &State) -> usize {
    let count = |text: &str| text.split_whitespace().count();
    let scene = session.beat(state).and_then(|beat| beat.scene.as_deref()).map_or(0, count);
    let said = session.says(state).map_or(0, count);
    let asked: usize = match &state.ask {
        Ask::Choose(_) | Ask::Commit(_) => session.offered(state).map(|(_, one)| count(&one.line())).sum(),
        Ask::Paraphrase(fragments) => {
            fragments.iter().map(|one| count(&session.fragment_text(&state.beat, &one.id))).sum()
        }
        Ask::Nothing => 0,
    };
    scene + said + asked
}

fn strongest(session: &Session, state: &State) -> Option<Given> {
    let points = |one: &Move| session.levels(one).values().map(|level| u32::from(*level)).sum::<u32>();
    match &state.ask {
        Ask::Choose(_) | Ask::Commit(_) => {
            let strongest = session.offered(state).max_by_key(|(_, one)| points(one));
            strongest.map(|(reply, _)| Given::Reply(reply.clone()))
        }
        Ask::Paraphrase(fragments) => {
            let facts = fragments.iter().filter(|one| one.fact.is_some()).map(|one| one.id.clone());
            Some(Given::Fragments(facts.collect()))
        }
        Ask::Nothing => None,
    }
}
