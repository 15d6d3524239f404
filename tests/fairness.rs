//! Whether a group deals alike with people who have the very same case: attempts at a shipped conversation and its twin, compared.

use std::sync::Arc;
use std::time::Duration;

use amends::attempt::{Mode, Opening, Playing};
use amends::bots::{Bot, Reader};
use amends::library;
use amends::scenario::{Checked, FormId, Rules};
use amends::store::Sqlite;
use serde_json::Value;

use crate::program::{amends, err, out, root};

const TWIN: &str = "folasade";

/// The clinic's waiting room, in which Folasade can wait in another's place.
fn waiting_room() -> (Arc<Checked>, String) {
    let entry = library::read(&root().join("scenarios/waiting-room.ron"), &Rules::builtin());
    let scenario = entry.scenario.unwrap();
    assert!(scenario.forms.get(&FormId::from(TWIN)).is_some_and(amends::scenario::Form::is_twin));
    (scenario, entry.source.text.clone())
}

/// Keeps an attempt that a synthetic trainee plays to its end under a name, with the twin or without.
fn attempt(store: &Arc<Sqlite>, bot: &str, name: &str, twin: bool, seed: u64) {
    let (whole, text) = waiting_room();
    let scenario = if twin { Arc::new(whole.in_form(&FormId::from(TWIN)).unwrap()) } else { whole };
    let opening = Opening {
        seed: Some(seed),
        mode: Mode::Assessment,
        trainee: Some(name.to_owned()),
        ..Opening::new(scenario, &text, Arc::new(Rules::builtin()))
    };
    let mut playing = Playing::start(opening, Arc::clone(store) as _).unwrap();
    let turns = Bot::find(bot).unwrap().play(playing.session(), &mut Reader::new(playing.session()), usize::MAX);
    for turn in turns {
        playing.answer(turn.given, Duration::ZERO).unwrap();
    }
}

fn compared(store: &Arc<Sqlite>) -> (String, Vec<Value>) {
    let file = store.path().display().to_string();
    let told = amends(&["fairness", &file], "");
    assert!(told.status.success(), "{}", err(&told));
    let json = amends(&["fairness", &file, "--json"], "");
    let lines = out(&json).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (out(&told).split_whitespace().collect::<Vec<_>>().join(" "), lines)
}

#[test]
fn a_group_that_deals_worse_with_the_twin_is_told_where() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(Sqlite::in_folder(folder.path()));
    for seed in 0..6 {
        attempt(&store, "skilled", &format!("a{seed}"), false, seed);
        attempt(&store, "defensive", &format!("b{seed}"), true, seed);
    }
    let (told, lines) = compared(&store);
    assert!(
        told.contains("Two hours and no word (folasade)") && told.contains("6 attempts met the story's own"),
        "{told}"
    );
    assert!(told.contains("more than chance would do") && told.contains("never for one person"), "{told}");
    let pair = &lines[0]["pairs"][0];
    let overall = &pair["differences"][0];
    assert!(overall["competency"].is_null() && overall["more"].as_f64().unwrap() > 10.0, "{overall}");
    assert!(overall["interval"][0].as_f64().unwrap() > 0.0 && overall["p"].as_f64().unwrap() < 0.05, "{overall}");
    assert!(!pair["decisions"].as_array().unwrap().is_empty());
}

#[test]
fn a_group_that_deals_alike_is_not_suspected_and_small_halves_are_held_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(Sqlite::in_folder(folder.path()));
    for seed in 0..8 {
        attempt(&store, "skilled", &format!("a{seed}"), seed % 2 == 0, seed);
    }
    let (told, lines) = compared(&store);
    assert!(told.contains("Too few to say anything"), "{told}");
    assert!(lines[0]["pairs"][0]["differences"].is_null());
    for seed in 8..20 {
        attempt(&store, "skilled", &format!("a{seed}"), seed % 2 == 0, seed);
    }
    let (told, _) = compared(&store);
    assert!(told.contains("chance alone could do that") && !told.contains("more than chance would do"), "{told}");
}

#[test]
fn everybody_counts_once_with_whom_they_met_first() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(Sqlite::in_folder(folder.path()));
    for seed in 0..3 {
        attempt(&store, "skilled", "Wanjiru", seed > 0, seed);
    }
    let (told, lines) = compared(&store);
    assert!(told.contains("No attempt here met a twin"), "{told}");
    assert_eq!(lines[0]["pairs"], Value::Array(Vec::new()));
}
