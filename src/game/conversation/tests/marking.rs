//! Marking what was heard, and completing a promise.

use std::collections::BTreeSet;

use bevy_egui::egui::Key;
use egui_kittest::kittest::Queryable;

use super::{actions, play, press, reply};
use crate::game::conversation::sample::{commit, paraphrase, phone, view};
use crate::game::conversation::{Action, Ask, Offer};

#[test]
fn fragments_are_toggled_and_said_in_the_order_shown() {
    let mut harness = play(view(paraphrase()));
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), [], "nothing is marked");
    press(&mut harness, &[Key::Num4, Key::Num1, Key::Num2, Key::Num2]);
    harness.get_by_label(
        "What I heard: she paid the premium rate for heating; her children had looked forward to it all week.",
    );
    harness.get_by_label("she drove forty minutes").click();
    harness.run();
    press(&mut harness, &[Key::ArrowDown, Key::Space]);
    assert_eq!(harness.state().state.chosen, BTreeSet::from([0, 2, 3, 4]));
    press(&mut harness, &[Key::Enter, Key::Enter]);
    let ids = ["f0", "f2", "f3", "f4"].map(String::from).to_vec();
    assert_eq!(actions(&harness), [Action::Fragments(ids)]);
}

#[test]
fn backspace_clears_the_fragments() {
    let mut harness = play(view(paraphrase()));
    press(&mut harness, &[Key::Num1, Key::Num3, Key::Backspace]);
    harness.get_by_label("Nothing is marked yet.");
    harness.get_by_label("Say it").click();
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), []);
}

#[test]
fn a_promise_is_completed_by_numbers_and_confirmed_by_enter() {
    let mut harness = play(phone(commit()));
    press(&mut harness, &[Key::Num1, Key::Num1]);
    assert!(harness.query_by_label_contains("I'll ring you on Tuesday").is_some(), "who settles when");
    press(&mut harness, &[Key::Backspace]);
    assert!(harness.query_by_label_contains("I'll ring you on Tuesday").is_none());
    press(&mut harness, &[Key::Num3]);
    harness.get_by_label("“Someone will call you soon.”");
    harness.get_by_label("Tonight").click();
    harness.run();
    harness.get_by_label("“Maintenance will ring you tonight.”");
    press(&mut harness, &[Key::Enter, Key::Enter]);
    assert_eq!(actions(&harness), reply("reading-tonight"));
}

#[test]
fn enter_on_another_value_picks_it_and_does_not_promise() {
    let mut harness = play(phone(commit()));
    press(&mut harness, &[Key::Num3, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp, Key::ArrowLeft, Key::Enter]);
    assert_eq!(actions(&harness), []);
    harness.get_by_label("“It'll be warm on Friday, I'm sure of it.”");
    press(&mut harness, &[Key::ArrowRight, Key::Enter]);
    assert_eq!(actions(&harness), [], "Enter on Change changes");
    assert!(harness.query_by_label("Promise it").is_none());
}

#[test]
fn every_offer_can_be_promised_by_key_and_only_written_lines_appear() {
    let named = |name: &str, value: usize| (value > 0).then(|| format!("{name} {value}"));
    let offer = |at: usize, cell: usize| Offer {
        id: format!("o{at}"),
        what: format!("what {}", cell % 2),
        who: named("who", cell / 2 % 2),
        when: named("when", cell / 4),
        line: format!("Line {at}."),
    };
    for cells in [[0, 1, 2], [0, 0, 0], [3, 5, 6], [0, 3, 7], [1, 1, 6]] {
        let offers: Vec<_> = cells.into_iter().enumerate().map(|(at, cell)| offer(at, cell)).collect();
        let mut said = BTreeSet::new();
        for keys in 0..27_usize {
            let digits = [keys % 3, keys / 3 % 3, keys / 9].map(|digit| {
                if digit == 0 {
                    Key::Num1
                } else if digit == 1 {
                    Key::Num2
                } else {
                    Key::Num3
                }
            });
            let mut harness = play(view(Ask::Commit(offers.clone())));
            press(&mut harness, &digits);
            press(&mut harness, &[Key::Enter]);
            said.extend(actions(&harness).into_iter().map(|action| match action {
                Action::Reply(id) => id,
                other => panic!("{other:?}"),
            }));
        }
        assert_eq!(said, ["o0", "o1", "o2"].map(String::from).into(), "{offers:?}");
    }
}
