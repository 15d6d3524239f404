//! The briefing by name and key.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_pages};
use crate::scenario::Portrait;
use crate::words::Words;

const DESK: Vec2 = vec2(1280.0, 900.0);

fn view(text: &str) -> View {
    View {
        title: text.to_owned(),
        chips: vec![text.to_owned(), "English".into()],
        role: "You are the attendant at the pool desk.".into(),
        situation: text.to_owned(),
        authority: vec!["Give back the premium.".into(), text.to_owned()],
        customer: "Achieng".into(),
        portrait: Some(Portrait::default()),
        about: text.to_owned(),
        channels: vec!["Face to face".into(), text.to_owned()],
        competencies: ["Listening", "Apology", "Accountability", "Follow-through"]
            .map(|name| Competency { name: name.into(), definition: text.to_owned() })
            .into(),
        goal: Some(text.to_owned()),
        forms: vec!["Achieng, as in the story".into(), text.to_owned()],
        form: 0,
        fixed: None,
        left: None,
        guide: true,
        unreadable: Some(text.to_owned()),
        remarks: vec!["A line on the phone is heard once.".into()],
    }
}

fn asked(view: &View, size: Vec2, drive: impl FnOnce(&mut Harness<'_>)) -> Vec<Action> {
    let (words, mut state) = (Words::english(), UiState::default());
    testing::asked(size, |ui| show(ui, &words, view, &mut state), drive)
}

fn after(keys: &[Key]) -> Vec<Action> {
    asked(&view("A pool"), DESK, |harness| {
        for key in keys {
            harness.key_press(*key);
            harness.run();
        }
    })
}

#[test]
fn keys_choose_the_mode_and_begin() {
    assert_eq!(after(&[Key::Enter]), [Action::Start(Mode::Practice)]);
    assert_eq!(after(&[Key::Num2, Key::Enter]), [Action::Start(Mode::Assessment)]);
    assert_eq!(after(&[Key::ArrowRight, Key::ArrowLeft, Key::Enter]), [Action::Start(Mode::Practice)]);
    assert_eq!(after(&[Key::Escape]), [Action::Back]);
}

fn left(can_go_on: bool) -> View {
    let left = Left { told: "With Achieng · 3 decisions".into(), note: "It was rewritten.".into(), can_go_on };
    View { left: Some(left), ..view("A pool") }
}

#[test]
fn what_was_left_is_gone_on_with_unless_somebody_asks_to_start_afresh() {
    for size in [DESK, vec2(600.0, 2400.0)] {
        let press = |key: Key| asked(&left(true), size, |harness| harness.key_press(key));
        assert_eq!(press(Key::Enter), [Action::GoOn]);
        assert_eq!(press(Key::S), [Action::Start(Mode::Practice)]);
        let click = |name: &str| asked(&left(true), size, |harness| harness.get_by_label(name).click());
        assert_eq!(click("Continue where you stopped"), [Action::GoOn]);
        assert_eq!(click("Start afresh"), [Action::Start(Mode::Practice)]);
    }
    asked(&left(true), DESK, |harness| {
        for text in ["You stopped in the middle", "With Achieng · 3 decisions", "It was rewritten."] {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        }
        assert!(harness.query_by_label_contains("gives that attempt up").is_some());
    });
}

#[test]
fn what_cannot_be_gone_on_with_says_why_and_enter_begins() {
    let actions = asked(&left(false), DESK, |harness| {
        assert!(harness.query_by_label("It was rewritten.").is_some());
        assert!(harness.query_by_label("Continue where you stopped").is_none());
        harness.key_press(Key::Enter);
    });
    assert_eq!(actions, [Action::Start(Mode::Practice)]);
}

#[test]
fn what_was_left_fits_every_size_in_every_language() {
    for language in crate::words::Language::ALL {
        let (words, view) = (
            Words::of(language),
            View { left: Some(Left { told: LONG.into(), note: LONG.into(), can_go_on: true }), ..view(LONG) },
        );
        for size in SIZES {
            let mut state = UiState::default();
            testing::asked(size, |ui| show(ui, &words, &view, &mut state), |harness| assert_pages(harness, 4));
        }
    }
}

#[test]
fn the_mouse_chooses_the_mode_and_begins() {
    for size in [DESK, vec2(600.0, 2400.0)] {
        let actions = asked(&view("A pool"), size, |harness| {
            harness.get_by_label_contains("Assessment: ").click();
            harness.run();
            harness.get_by_label("Start").click();
        });
        assert_eq!(actions, [Action::Start(Mode::Assessment)]);
        assert_eq!(asked(&view("A pool"), size, |harness| harness.get_by_label("Back").click()), [Action::Back]);
    }
}

#[test]
fn a_mode_that_has_the_focus_is_chosen_and_not_begun() {
    let actions = asked(&view("A pool"), DESK, |harness| {
        harness.get_by_label_contains("Assessment: ").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    });
    assert_eq!(actions, []);
}

#[test]
fn everything_that_must_be_known_is_told() {
    asked(&view("A pool"), DESK, |harness| {
        for text in ["You are the attendant at the pool desk.", "Give back the premium.", "Achieng", "Follow-through"] {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        }
    });
}

#[test]
fn nothing_is_clipped_or_covered_at_any_size() {
    for size in SIZES {
        for text in ["A pool", LONG] {
            asked(&view(text), size, |harness| assert_pages(harness, 12));
        }
    }
}

#[test]
fn the_way_to_begin_is_in_sight_at_every_size() {
    for size in SIZES {
        for fixed in [None, Some(Mode::Assessment)] {
            asked(&View { fixed, ..view(LONG) }, size, |harness| {
                let start = harness.get_by_label("Start").rect();
                assert!(start.top() >= 0.0 && start.bottom() <= size.y + 8.0, "{size}: {start:?}");
            });
        }
    }
}

#[test]
fn in_a_narrow_window_the_foot_chooses_the_mode_too() {
    let actions = asked(&view("A pool"), vec2(512.0, 300.0), |harness| {
        harness.get_by_role_and_label(Role::RadioButton, "Assessment").click();
        harness.run();
        harness.get_by_label("Start").click();
    });
    assert_eq!(actions, [Action::Start(Mode::Assessment)]);
}
