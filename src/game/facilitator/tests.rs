//! The presenter view by name and key.

use bevy_egui::egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_pages};
use crate::words::Words;

fn view(text: &str) -> View {
    View {
        title: "The pool".into(),
        foreign: (text == LONG).then(|| text.to_owned()),
        chips: vec!["45 minutes in all".into()],
        aim: text.into(),
        set_up: text.into(),
        pauses: vec![Pause { line: "It is cold.".into(), ask: "What does she want?".into() }],
        debrief: vec!["What happened?".into(), "And on your next shift?".into()],
        variation: "Nothing may be paid.".into(),
    }
}

#[test]
fn questions_stay_hidden_until_they_are_asked_and_the_variation_comes_last() {
    let (words, view, mut state) = (Words::english(), view("Hear her out."), UiState::default());
    testing::asked(
        vec2(1280.0, 2000.0),
        |ui| show(ui, &words, &view, &mut state),
        |harness| {
            assert!(harness.query_by_label_contains("What does she want?").is_none());
            harness.key_press(Key::ArrowRight);
            harness.run();
            assert!(harness.query_by_label_contains("What does she want?").is_some());
            assert!(harness.query_by_label_contains("What happened?").is_none());
            for _ in 0..2 {
                harness.get_by_label_contains(&words.text("guide-reveal")).click();
                harness.run();
            }
            assert!(harness.query_by_label_contains("next shift").is_some());
            assert!(harness.query_by_label_contains("Nothing may be paid.").is_some());
            harness.key_press(Key::ArrowLeft);
            harness.run();
            assert!(harness.query_by_label_contains("next shift").is_none());
        },
    );
}

#[test]
fn escape_goes_back() {
    let (words, view, mut state) = (Words::english(), view("a"), UiState::default());
    let asked = testing::asked(
        vec2(1024.0, 600.0),
        |ui| show(ui, &words, &view, &mut state),
        |harness| {
            harness.key_press(Key::Escape);
            harness.run();
        },
    );
    assert_eq!(asked, [Action::Back]);
}

#[test]
fn the_live_board_is_opened_by_key_and_by_name() {
    let (words, view) = (Words::english(), view("a"));
    let after = |drive: fn(&mut egui_kittest::Harness<'_>)| {
        let mut state = UiState::default();
        testing::asked(vec2(1024.0, 600.0), |ui| show(ui, &words, &view, &mut state), drive)
    };
    assert_eq!(after(|harness| harness.key_press(Key::L)), [Action::Live]);
    assert_eq!(after(|harness| harness.get_by_label("Live board").click()), [Action::Live]);
}

#[test]
fn it_fits_every_size() {
    let (words, view) = (Words::english(), view(LONG));
    for size in SIZES {
        let mut state = UiState { revealed: 3, ..UiState::default() };
        testing::asked(size, |ui| show(ui, &words, &view, &mut state), |harness| assert_pages(harness, 12));
    }
}

#[test]
fn what_brings_the_next_question_is_in_sight_at_every_size() {
    let (words, view) = (Words::english(), view(LONG));
    for size in SIZES {
        let mut state = UiState::default();
        testing::asked(
            size,
            |ui| show(ui, &words, &view, &mut state),
            |harness| {
                let next = harness.get_by_label("Next question").rect();
                assert!(next.top() >= 0.0 && next.bottom() <= size.y + 8.0, "{size}: {next:?}");
            },
        );
    }
}

#[test]
fn how_to_begin_is_told_in_steps() {
    let (words, view, mut state) =
        (Words::english(), view("Play in pairs. One reads, standing up."), UiState::default());
    testing::asked(
        vec2(1280.0, 2000.0),
        |ui| show(ui, &words, &view, &mut state),
        |harness| {
            assert!(harness.query_by_label("Play in pairs.").is_some());
            assert!(harness.query_by_label("One reads, standing up.").is_some());
        },
    );
}

#[test]
fn a_page_in_another_language_says_so_first() {
    let (words, mut state) = (Words::english(), UiState::default());
    let view = View { foreign: Some("This page is in French.".into()), ..view("Hear her out.") };
    testing::asked(
        vec2(1280.0, 2000.0),
        |ui| show(ui, &words, &view, &mut state),
        |harness| {
            let says = harness.get_by_label("This page is in French.").rect();
            assert!(says.bottom() <= harness.get_by_label("The pool").rect().top());
        },
    );
}
