//! The states of a conversation, counted by this engine and by the independent model checker SPIN.

use std::collections::{BTreeSet, HashSet};

use amends::customer::Customer;
use amends::explore::{MEMORY, explore};
use amends::scenario::{BeatId, FactId, Map, PromiseId, ReplyPath};
use amends::session::{Given, PromiseState, Session, State};

use crate::bots::{replies, scenario, session};
use crate::models::counters::Counters;
use crate::models::promela::run::{compile, missing, search};
use crate::models::promela::{Kept, model};

/// What tells two states of a conversation apart, as far as a model keeps its history.
type Key = (BeatId, Customer, Map<PromiseId, PromiseState>, Vec<FactId>, BTreeSet<ReplyPath>);

fn key(state: &State, taken: &BTreeSet<ReplyPath>, kept: &Kept) -> Key {
    let mut known: Vec<FactId> = state.known.iter().filter(|fact| kept.facts.contains(*fact)).cloned().collect();
    known.sort();
    (state.beat.clone(), state.customer, state.promises.clone(), known, taken.clone())
}

/// Every state at which something is asked, found by trying every reply in every one of them.
fn questions(session: &Session, kept: &Kept) -> usize {
    let (first, none) = (session.begin().state, BTreeSet::new());
    let mut seen = HashSet::from([key(&first, &none, kept)]);
    let mut open = vec![(first, none)];
    while let Some((state, taken)) = open.pop() {
        for given in replies(&state) {
            let next = session.apply(&state, &given).unwrap().state;
            let Given::Reply(reply) = given else { continue };
            let mut taken = taken.clone();
            taken
                .extend(Some(ReplyPath { beat: state.beat.clone(), reply }).filter(|path| kept.replies.contains(path)));
            if next.ending.is_none() && seen.insert(key(&next, &taken, kept)) {
                open.push((next, taken));
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
        Counters { promises: 3, ..plain(8, 4, 4, 30) },
        Counters { promises: 3, edgy: true, ..plain(9, 4, 4, 50) },
        Counters { loops: true, ..plain(10, 5, 3, 3) },
        Counters { loops: true, gates: true, ..plain(11, 5, 3, 90) },
        mixed(12, 6, 4, 20),
        Counters { edgy: true, ..mixed(13, 6, 4, 70) },
        Counters { loops: true, edgy: true, ..mixed(14, 5, 3, 50) },
    ]
}

#[test]
fn spin_and_the_explorer_reach_as_many_states() {
    let reason = missing();
    if let Some(reason) = reason {
        println!("not compared with SPIN: {reason}");
    }
    for kind in all() {
        let text = kind.ron();
        let scenario = scenario(&text);
        let session = session(&scenario, 1);
        let model = model(&scenario).unwrap();
        let questions = questions(&session, &model.kept);
        println!("{kind:?}: {questions} states");
        let explored = explore(&session, MEMORY);
        assert!(explored.is_complete());
        assert_eq!(explored.states, u64::try_from(questions).unwrap(), "the explorer: {kind:?}\n{text}");
        if reason.is_none() {
            let folder = tempfile::tempdir().unwrap();
            compile(&model.text, folder.path(), "-O0").unwrap();
            let found = search(folder.path(), 20).unwrap();
            println!("    SPIN stored {} states, {} MiB, {:.3} s", found.states, found.mib, found.seconds);
            assert_eq!(found.states - model.extra, questions, "SPIN: {kind:?}\n{text}\n{}", model.text);
        }
    }
}
