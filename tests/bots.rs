//! Conversations played by a closure, for tests that look inside a play. The trainees with habits live in `amends::bots`.

use std::sync::Arc;

use amends::scenario::{Checked, Rules, load};
use amends::score::Scorecard;
use amends::session::{Ask, Given, Session, State, Turn};

use crate::program::pool;

/// The shipped pool, as it is loaded.
pub fn the_pool() -> Arc<Checked> {
    scenario(&std::fs::read_to_string(pool()).unwrap())
}

/// A scenario from its text.
pub fn scenario(text: &str) -> Arc<Checked> {
    let source = amends::diag::Source::new("test.ron", text);
    match load(&source, &Rules::builtin()) {
        Ok(scenario) => Arc::new(scenario),
        Err(findings) => panic!("{}", findings.iter().map(amends::diag::render_short).collect::<Vec<_>>().join("\n")),
    }
}

/// A session under the rules that come with the program.
pub fn session(scenario: &Arc<Checked>, seed: u64) -> Session {
    Session::new(Arc::clone(scenario), Arc::new(Rules::builtin()), seed, None).unwrap()
}

/// Every reply that can be given in a state. Of a paraphrase: each fragment alone, every fact, everything, and every fact
/// with one decoy.
pub fn replies(state: &State) -> Vec<Given> {
    match &state.ask {
        Ask::Choose(ids) | Ask::Commit(ids) => ids.iter().cloned().map(Given::Reply).collect(),
        Ask::Paraphrase(fragments) => {
            let ids = |keep: &dyn Fn(bool) -> bool| {
                fragments.iter().filter(|one| keep(one.fact.is_some())).map(|one| one.id.clone()).collect::<Vec<_>>()
            };
            let (facts, decoys) = (ids(&|fact| fact), ids(&|fact| !fact));
            let mut sets: Vec<Vec<String>> = fragments.iter().map(|one| vec![one.id.clone()]).collect();
            sets.push(facts.clone());
            sets.push(ids(&|_| true));
            sets.push(facts.into_iter().chain(decoys.into_iter().take(1)).collect());
            sets.into_iter().map(|set| Given::Fragments(set.into_iter().collect())).collect()
        }
        Ask::Nothing => Vec::new(),
    }
}

/// Plays to the end, each reply chosen by `habit` from those that can be given.
pub fn play(session: &Session, mut habit: impl FnMut(&Session, &State, &[Given]) -> Given) -> Vec<Turn> {
    amends::bots::play(session, usize::MAX, |state| Some(habit(session, state, &replies(state))))
}

/// The overall score, 0 where there is not enough evidence for one.
pub fn overall(card: &Scorecard) -> u16 {
    card.overall.unwrap_or(0)
}
