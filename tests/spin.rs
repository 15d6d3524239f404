//! The states of a conversation, counted by this engine and by the independent model checker SPIN.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use amends::customer::Customer;
use amends::scenario::{BeatId, FactId, PromiseId};
use amends::session::{PromiseState, Session, State};

use crate::bots::{replies, scenario, session};
use crate::models::counters::Counters;
use crate::models::promela::{Kept, SOON, missing, model, run};

/// What tells two states of a conversation apart, as far as a model keeps its history.
type Key = (BeatId, Customer, BTreeMap<PromiseId, PromiseState>, Vec<FactId>, Vec<u32>);

fn key(state: &State, kept: &Kept) -> Key {
    let mut known: Vec<FactId> = state.known.iter().filter(|fact| kept.facts.contains(*fact)).cloned().collect();
    known.sort();
    let taken = state.core.marks.numbers().collect();
    (state.beat.clone(), state.customer, state.promises.clone(), known, taken)
}

/// Every state at which something is asked, found by trying every reply in every one of them.
fn questions(session: &Session, kept: &Kept) -> usize {
    let first = session.begin().state;
    let mut seen = HashSet::from([key(&first, kept)]);
    let mut open = vec![first];
    while let Some(state) = open.pop() {
        for given in replies(&state) {
            let next = session.apply(&state, &given).unwrap().state;
            if next.ending.is_none() && seen.insert(key(&next, kept)) {
                open.push(next);
            }
        }
    }
    seen.len()
}

/// Conversations of plain counters of several kinds, each small enough to be tried out whole.
fn all() -> Vec<Counters> {
    let plain = Counters::plain;
    let mixed = |seed, beats, choices, size| Counters {
        values: 2,
        facts: 2,
        promises: 2,
        gates: true,
        ..plain(seed, beats, choices, size)
    };
    vec![
        plain(1, 3, 3, 5),
        plain(2, 5, 4, 3),
        plain(3, 6, 5, 40),
        Counters { values: 6, ..plain(4, 5, 4, 9) },
        Counters { edgy: true, ..plain(5, 6, 4, 60) },
        Counters { facts: 2, ..plain(6, 6, 3, 4) },
        Counters { facts: 3, gates: true, ..plain(7, 6, 3, 90) },
        Counters { promises: 3, ..plain(8, 3, 3, 30) },
        Counters { promises: 3, edgy: true, ..plain(9, 3, 4, 50) },
        Counters { loops: true, ..plain(10, 4, 3, 3) },
        Counters { loops: true, gates: true, ..plain(11, 4, 3, 90) },
        mixed(12, 4, 3, 20),
        Counters { edgy: true, ..mixed(13, 5, 3, 70) },
        Counters { loops: true, edgy: true, ..mixed(14, 4, 3, 50) },
    ]
}

#[test]
fn spin_reaches_as_many_states() {
    if let Some(reason) = missing() {
        println!("not compared with SPIN: {reason}");
        return;
    }
    for kind in all() {
        let text = kind.ron();
        let scenario = scenario(&text);
        let model = model(&scenario).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let found = run(&model.text, folder.path(), SOON, 20).unwrap();
        let questions = questions(&session(&Arc::clone(&scenario), 1), &model.kept);
        println!("{kind:?}: {questions} states, SPIN stored {} in {} s", found.states, found.seconds);
        assert_eq!(found.states - model.extra, questions, "{kind:?}\n{text}\n{}", model.text);
    }
}
