//! Trainees made of one habit each, to see whether a scenario rewards more than a habit.

use std::sync::Arc;

use amends::scenario::{Checked, Move, Rules, load};
use amends::score::{Scorecard, scorecard};
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
    let mut state = session.begin().state;
    let mut turns = Vec::new();
    while state.ending.is_none() {
        let given = habit(session, &state, &replies(&state));
        let after = session.apply(&state, &given).unwrap();
        turns.push(Turn { before: state, given, after: after.clone() });
        state = after.state;
    }
    turns
}

/// The scorecard of a habit.
pub fn card(session: &Session, habit: impl FnMut(&Session, &State, &[Given]) -> Given) -> Scorecard {
    scorecard(session, &play(session, habit))
}

/// The overall score, 0 where there is not enough evidence for one.
pub fn overall(card: &Scorecard) -> u16 {
    card.overall.unwrap_or(0)
}

/// Picks the reply for which `worth` is greatest, the first of equals. A paraphrase is left to the habit of ticking all.
pub fn greatest<K: Ord>(session: &Session, state: &State, replies: &[Given], worth: impl Fn(&Move) -> K) -> Given {
    let mut best: Option<(K, &Given)> = None;
    for given in replies {
        let Given::Reply(id) = given else { return replies[replies.len() - 2].clone() };
        let here = worth(session.reply(&state.beat, id).unwrap());
        if best.as_ref().is_none_or(|(most, _)| here > *most) {
            best = Some((here, given));
        }
    }
    best.unwrap().1.clone()
}

/// Length of the words in characters.
pub fn length(one: &Move) -> usize {
    one.line().chars().count()
}
