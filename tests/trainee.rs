//! The trainee: whatever they do, the conversation holds.

use amends::customer::Variable;
use amends::scenario::Reply;
use amends::score::scorecard;
use amends::session::{Ask, Given, Refusal, State};
use proptest::prelude::*;

use crate::bots::{play, replies, session, the_pool};

/// A trainee who picks by the given numbers, one for each decision, and after them the first reply.
fn by_numbers(numbers: Vec<usize>) -> impl FnMut(&amends::session::Session, &State, &[Given]) -> Given {
    let mut numbers = numbers.into_iter();
    move |_, _, replies| replies[numbers.next().unwrap_or(0) % replies.len()].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_same_attempt_always_has_the_same_result(seed: u64, numbers in prop::collection::vec(0usize..60, 0..30)) {
        let pool = the_pool();
        let turns = play(&session(&pool, seed), by_numbers(numbers));
        let decisions: Vec<Given> = turns.iter().map(|turn| turn.given.clone()).collect();
        let again = session(&pool, seed);
        let replayed = again.play(&decisions).unwrap();
        prop_assert_eq!(&replayed, &turns);
        prop_assert_eq!(scorecard(&again, &replayed), scorecard(&session(&pool, seed), &turns));
    }

    #[test]
    fn another_seed_changes_the_order_and_nothing_else(seed: u64, numbers in prop::collection::vec(0usize..60, 0..30)) {
        let pool = the_pool();
        let turns = play(&session(&pool, 0), by_numbers(numbers));
        let decisions: Vec<Given> = turns.iter().map(|turn| turn.given.clone()).collect();
        let other = session(&pool, seed);
        let replayed = other.play(&decisions).unwrap();
        for (one, two) in turns.iter().zip(&replayed) {
            prop_assert_eq!(&one.after.state.customer, &two.after.state.customer);
        }
        let (one, two) = (scorecard(&session(&pool, 0), &turns), scorecard(&other, &replayed));
        prop_assert_eq!(one.competencies, two.competencies);
        prop_assert_eq!(one.ending, two.ending);
    }

    #[test]
    fn every_play_ends_with_the_state_in_range(seed: u64, numbers in prop::collection::vec(0usize..60, 0..30)) {
        let pool = the_pool();
        let turns = play(&session(&pool, seed), by_numbers(numbers));
        prop_assert!(turns.len() <= 12, "no play is longer than 12 decisions: {}", turns.len());
        for turn in &turns {
            for variable in Variable::ALL {
                let (least, most) = variable.range();
                let value = turn.after.state.customer.read(variable);
                prop_assert!((least..=most).contains(&value), "{:?} is {}", variable, value);
            }
        }
        prop_assert!(turns.last().unwrap().after.state.ending.is_some());
    }

    #[test]
    fn a_reply_that_is_not_offered_is_refused_and_changes_nothing(seed: u64, numbers in prop::collection::vec(0usize..60, 0..12)) {
        let pool = the_pool();
        let session = session(&pool, seed);
        let all: Vec<Given> = pool.beats.values().filter_map(|beat| beat.reply.as_ref()).flat_map(|reply| match reply {
            Reply::Choose(moves) | Reply::Commit(amends::scenario::Commit { offers: moves }) => moves.keys().cloned().map(Given::Reply).collect(),
            Reply::Paraphrase(_) => vec![Given::Fragments(["nobody-said-this".to_owned()].into()), Given::Fragments([].into())],
        }).collect();
        for turn in play(&session, by_numbers(numbers)) {
            let before = turn.before.clone();
            for given in &all {
                let offered = match (&turn.before.ask, given) {
                    (Ask::Choose(ids) | Ask::Commit(ids), Given::Reply(id)) => ids.contains(id),
                    _ => false,
                };
                prop_assert_eq!(session.apply(&turn.before, given).is_ok(), offered);
            }
            prop_assert_eq!(&turn.before, &before);
            if turn.after.state.ending.is_some() {
                prop_assert_eq!(session.apply(&turn.after.state, &turn.given), Err(Refusal::Over));
            }
        }
    }
}

#[test]
fn every_reply_of_the_pool_has_its_coaching() {
    let pool = the_pool();
    for (id, beat) in &pool.beats {
        match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(amends::scenario::Commit { offers: moves })) => {
                assert!(moves.iter().all(|(_, one)| !one.because.is_empty()), "{id}");
            }
            Some(Reply::Paraphrase(paraphrase)) => assert!(!paraphrase.because.is_empty(), "{id}"),
            None => {}
        }
    }
    assert!(pool.beats.len() >= 10);
    assert!(replies(&session(&pool, 0).begin().state).len() >= 2);
}
