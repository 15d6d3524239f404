//! What is asked of the generated conversations, so that tests built on them prove something.

use amends::diag::{Source, render_short};
use amends::scenario::{Rules, load};
use amends::session::{Session, State};

use crate::bots::{replies, scenario, session};
use crate::models::chain;
use crate::models::dice::Dice;
use crate::models::random::{MOST_PLAYS, random};

#[test]
fn a_chain_is_played_to_its_end_whatever_is_chosen() {
    let scenario = scenario(&chain::ron(300));
    for seed in 0..4 {
        let mut dice = Dice::new(seed);
        let session = session(&scenario, seed);
        let mut state = session.begin().state;
        let mut decisions = 0;
        while state.ending.is_none() {
            let all = replies(&state);
            assert_eq!(all.len(), 4);
            // The first two seeds stay with one choice: the one that lands worst must not send the customer away either.
            let given = if seed < 2 {
                all.iter().find(|one| one.to_string() == ["b", "d"][usize::try_from(seed).unwrap()]).unwrap()
            } else {
                dice.one_of(&all)
            };
            state = session.apply(&state, given).unwrap().state;
            decisions += 1;
        }
        assert_eq!((decisions, state.ending.unwrap().left), (300, false));
    }
}

#[test]
fn lines_of_a_chain_have_about_110_characters() {
    let letters: Vec<usize> = chain::turns(1_000)
        .flat_map(|turn| turn.choices.into_iter().map(|choice| choice.say.len()).chain([turn.says.len()]))
        .collect();
    let mean = letters.iter().sum::<usize>() / letters.len();
    assert!((105..=115).contains(&mean), "{mean}");
}

#[test]
fn random_conversations_load() {
    let rules = Rules::builtin();
    let refused: Vec<String> = (0..400)
        .filter_map(|seed| {
            let text = random(seed, 2 + usize::try_from(seed % 8).unwrap());
            let findings = load(&Source::new("random.ron", text.clone()), &rules).err()?;
            Some(format!("{seed}: {}\n{text}", findings.iter().map(render_short).collect::<Vec<_>>().join("\n")))
        })
        .collect();
    assert!(refused.is_empty(), "{} of 400 are refused, first: {}", refused.len(), refused[0]);
}

/// Plays from a state on, counted no further than `most`.
fn plays(session: &Session, state: &State, most: usize) -> usize {
    if state.ending.is_some() {
        return 1;
    }
    let mut found = 0;
    for given in replies(state) {
        if found >= most {
            break;
        }
        found += plays(session, &session.apply(state, &given).unwrap().state, most - found);
    }
    found
}

#[test]
fn random_conversations_are_many_kinds_and_small_enough_to_try_out_whole() {
    let all: Vec<String> = (0..60).map(|seed| random(seed, 7)).collect();
    for construct in [
        "Choose(",
        "Paraphrase(",
        "Commit(",
        "due:",
        "renegotiates:",
        "otherwise:",
        "fails:",
        "after:",
        "waits:",
        "silence:",
        "Knows(",
        "Noticed(",
        "Promised(",
        "Kept(",
        "Broke(",
        "Chose(",
        "Understood(",
        "Feels(",
        "AtLeast(",
        "AtMost(",
        "All(",
        "Any(",
        "Not(",
        "can_keep: false",
        "root_cause: true",
        "fixes:",
        "pays:",
        "pace:",
        "apology:",
        "onlookers:",
    ] {
        let held = all.iter().filter(|text| text.contains(construct)).count();
        assert!(held >= 3, "`{construct}` stands in {held} of 60");
    }
    let counts: Vec<usize> = all
        .iter()
        .take(25)
        .map(|text| {
            let session = session(&scenario(text), 1);
            plays(&session, &session.begin().state, MOST_PLAYS + 1)
        })
        .collect();
    assert!(counts.iter().all(|count| *count <= MOST_PLAYS), "{counts:?}");
    assert!(counts.iter().filter(|count| **count >= 20).count() >= 10, "too small to prove anything: {counts:?}");
}
