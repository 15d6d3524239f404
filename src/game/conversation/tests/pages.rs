//! The notebook, the pause and the end.

use bevy_egui::egui::{Key, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{Channel, Game, View, actions, play, play_at, press, reply, slowly};
use crate::game::conversation::notebook::half_a_head;
use crate::game::conversation::sample::{choose, commit, ended, longest, longest_asks, view};
use crate::game::conversation::{Action, Ask, Reply};

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
    let close = harness.get_by_label("Close");
    assert!(close.rect().bottom() < 70.0, "at the top of the page: {}", close.rect());
    close.click();
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
fn the_pause_lies_beside_the_face_where_there_is_room() {
    for size in [vec2(900.0, 527.0), vec2(1024.0, 600.0), vec2(1280.0, 720.0), vec2(2400.0, 1300.0)] {
        let mut harness = play_at(size, view(choose()));
        press(&mut harness, &[Key::Escape]);
        let face = size.x / 2.0 - half_a_head(Rect::from_min_size(Pos2::ZERO, size));
        for name in ["Go on", "Leave, keep my place", "Larger text"] {
            let place = harness.get_by_label(name).rect();
            assert!(place.right() < face, "{size}: “{name}” ends at {}, the face begins at {face}", place.right());
        }
    }
}

#[test]
fn in_the_smallest_window_the_text_can_be_made_smaller_without_scrolling() {
    for size in [vec2(410.0, 240.0), vec2(512.0, 300.0), vec2(1280.0, 720.0)] {
        let mut harness = play_at(size, view(choose()));
        press(&mut harness, &[Key::Escape]);
        let button = harness.get_by_label("Smaller text");
        assert!(button.rect().top() > 0.0 && button.rect().bottom() < size.y * 0.5, "{:?}", button.rect());
        button.click();
        harness.run();
        assert_eq!(actions(&harness), [Action::TextSmaller]);
    }
}

#[test]
fn what_lies_below_the_fold_is_announced_and_what_says_it_stays() {
    let below = |harness: &Harness<'_, Game>| harness.query_by_label("more below ↓").is_some();
    let mut harness = play(view(choose()));
    assert!(!below(&harness), "everything is in sight");
    harness.state_mut().view = View { turn: 4, ..longest(longest_asks().remove(0), Channel::FaceToFace) };
    press(&mut harness, &[Key::PageDown]);
    assert!(below(&harness));
    press(&mut harness, &[Key::PageDown; 6]);
    assert!(!below(&harness), "this is the end");

    let marking = View { turn: 5, ..longest(longest_asks().remove(1), Channel::FaceToFace) };
    let mut harness = play_at(vec2(900.0, 560.0), marking);
    press(&mut harness, &[Key::Num1]);
    assert!(below(&harness));
    let button = harness.get_by_label("Say it");
    assert!(button.rect().bottom() < 560.0, "{:?}", button.rect());
    button.click();
    harness.run();
    assert_eq!(actions(&harness), [Action::Fragments(vec!["f0".into()])]);
}

#[test]
fn five_replies_of_an_ordinary_length_are_in_sight_together_with_what_the_coach_says() {
    let say = |n: usize| {
        format!(
            "Reply {n}: three weeks ago you booked this table, and now there is nothing. I'm sorry, that is our mistake, not yours. Come over here, it's quieter, and tell me all of it, please."
        )
    };
    let replies = (1..=5).map(|n| Reply { id: n.to_string(), act: None, say: Some(say(n)) }).collect();
    let coach = "You believed him before you had looked, said sorry once, and took him out of the crowd. He can be loud \
                 now, and it's only you who hears it.";
    let told = View { you_said: Some(say(9)), coach: Some(coach.into()), ..view(Ask::Choose(replies)) };
    for (channel, size) in [
        (Channel::FaceToFace, vec2(1280.0, 720.0)),
        (Channel::Phone, vec2(1280.0, 720.0)),
        (Channel::Chat, vec2(1280.0, 720.0)),
        (Channel::Email, vec2(1280.0, 720.0)),
        (Channel::FaceToFace, vec2(2560.0, 1440.0)),
    ] {
        let harness = play_at(size, View { channel, ..told.clone() });
        let last = harness.get_by_label_contains("Reply 5").rect();
        assert!(last.bottom() < size.y - 40.0, "{channel:?} {size}: the last reply ends at {last}");
        assert!(harness.query_by_label("more below ↓").is_none(), "{channel:?} {size}");
    }
    // Where there is room they stand apart, in letters that grow with the window.
    let harness = play(view(choose()));
    let (first, next) =
        (harness.get_by_label_contains("shrug. I'm sorry"), harness.get_by_label_contains("manager for"));
    assert!(next.rect().top() - first.rect().bottom() >= 12.0);
}

#[test]
fn the_legend_of_a_promise_counts_the_values_of_its_row() {
    let mut harness = play(view(commit()));
    harness.get_by_label("1–3: pick in this row");
    press(&mut harness, &[Key::Num1]);
    harness.get_by_label("1–4: pick in this row");
    press(&mut harness, &[Key::Num2]);
    assert!(harness.query_by_label_contains("pick in this row").is_none(), "nothing is left to pick");
}

#[test]
fn the_end_leads_to_the_debrief() {
    let mut harness = play(view(ended()));
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), [Action::ToDebrief]);
}

#[test]
fn the_way_to_the_debrief_is_in_sight_in_the_smallest_window_too() {
    for size in [vec2(512.0, 300.0), vec2(410.0, 240.0), vec2(640.0, 360.0)] {
        let harness = play_at(size, view(ended()));
        let button = harness.get_by_label("See the debrief").rect();
        assert!(button.top() >= 0.0 && button.bottom() <= size.y, "{size}: {button}");
    }
}

#[test]
fn a_reply_out_of_sight_scrolls_into_view() {
    let mut harness = play_at(vec2(512.0, 300.0), view(choose()));
    press(&mut harness, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowDown]);
    let card = harness.get_by_label_contains("no questions asked").rect();
    assert!(card.top() >= 0.0 && card.bottom() <= 300.0, "{card}");
}
