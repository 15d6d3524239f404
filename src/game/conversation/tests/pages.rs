//! The notebook, the pause and the end.

use bevy_egui::egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use super::{actions, play, play_at, press, reply, slowly};
use crate::game::conversation::Action;
use crate::game::conversation::sample::{choose, ended, view};

#[test]
fn the_notebook_opens_beside_the_replies_or_as_a_page() {
    let mut harness = play(view(choose()));
    press(&mut harness, &[Key::N]);
    assert!(harness.query_by_label_contains("she drove forty minutes").is_some());
    press(&mut harness, &[Key::Escape]);
    assert!(harness.query_by_label_contains("she drove forty minutes").is_none(), "Esc closes the notebook first");
    assert!(!harness.state().state.is_paused());
    press(&mut harness, &[Key::N, Key::Num1]);
    assert_eq!(actions(&harness), reply("own"), "the replies stay in sight, so they can be chosen");

    let mut harness = play_at(vec2(512.0, 300.0), view(choose()));
    press(&mut harness, &[Key::N, Key::Num1, Key::Enter]);
    assert_eq!(actions(&harness), [], "nobody chooses what the notebook covers");
    harness.get_by_label("Close").click();
    harness.run();
    press(&mut harness, &[Key::Num1]);
    assert_eq!(actions(&harness), reply("own"));
}

#[test]
fn the_pause_stops_everything_and_lets_one_leave() {
    let mut harness = play(slowly(view(choose())));
    press(&mut harness, &[Key::Escape]);
    assert!(harness.state().state.is_paused() && !harness.state().state.is_moving());
    press(&mut harness, &[Key::Num1, Key::N, Key::Plus, Key::Minus]);
    assert_eq!(actions(&harness), [Action::TextBigger, Action::TextSmaller]);
    assert!(!harness.state().state.words_are_complete());
    harness.get_by_label("Leave, keep my place").click();
    harness.run();
    assert_eq!(actions(&harness).last(), Some(&Action::Leave));
    press(&mut harness, &[Key::Escape]);
    assert!(!harness.state().state.is_paused());
    press(&mut harness, &[Key::Escape, Key::Enter]);
    assert!(!harness.state().state.is_paused(), "Go on has the focus");
}

#[test]
fn the_end_leads_to_the_debrief() {
    let mut harness = play(view(ended()));
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), [Action::ToDebrief]);
}

#[test]
fn a_reply_out_of_sight_scrolls_into_view() {
    let mut harness = play_at(vec2(512.0, 300.0), view(choose()));
    press(&mut harness, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowDown]);
    let card = harness.get_by_label_contains("no questions asked").rect();
    assert!(card.top() >= 0.0 && card.bottom() <= 300.0, "{card}");
}
