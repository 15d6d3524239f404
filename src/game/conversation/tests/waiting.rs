//! The customer who waits only so long: the countdown, what stops it, and what its end answers.

use bevy_egui::egui::{Event, Key, Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Action, Game, View, actions, play, play_at, press, reply, slowly};
use crate::game::conversation::Ask;
use crate::game::conversation::sample::{choose, commit, paraphrase, view};

/// The words the customer says in the sample, read at 240 a minute.
const READING: f32 = 5.5;

fn timed(ask: Ask) -> View {
    View { timer: Some(30), ..view(ask) }
}

/// The screen after the line has been read.
fn read(view: View) -> Harness<'static, Game> {
    let mut harness = play(view);
    pass(&mut harness, READING);
    harness
}

/// Lets time pass as the window does: a second at most from one picture to the next.
fn pass(harness: &mut Harness<'_, Game>, seconds: f32) {
    let mut left = seconds;
    while left > 0.0 {
        harness.state_mut().state.wait(left.min(1.0), 240.0);
        harness.run();
        left -= 1.0;
    }
}

fn shows(harness: &Harness<'_, Game>, text: &str) -> bool {
    harness.query_by_label(text).is_some()
}

#[test]
fn without_a_timer_nothing_counts_and_nobody_is_ever_silent() {
    for ask in [choose(), paraphrase(), commit()] {
        let mut harness = read(view(ask));
        pass(&mut harness, 100.0);
        assert!(harness.query_by_label_contains("waits").is_none());
        assert!(!harness.state().state.is_waiting(), "the machine sleeps");
        assert_eq!(actions(&harness), []);
    }
}

#[test]
fn the_seconds_go_by_and_at_their_end_nothing_was_said_once() {
    for ask in [choose(), paraphrase(), commit()] {
        let mut harness = read(timed(ask));
        assert!(shows(&harness, "Achieng waits. 30 s"));
        pass(&mut harness, 6.5);
        assert!(shows(&harness, "Achieng waits. 24 s"));
        pass(&mut harness, 23.0);
        assert_eq!((shows(&harness, "Achieng waits. 1 s"), actions(&harness)), (true, vec![]));
        pass(&mut harness, 0.5);
        assert_eq!(actions(&harness), [Action::Silence]);
        pass(&mut harness, 40.0);
        press(&mut harness, &[Key::Num2, Key::Enter]);
        assert_eq!(actions(&harness), [Action::Silence], "once, and no reply after it");
        assert!(!harness.state().state.is_waiting());
    }
}

#[test]
fn another_turn_has_its_own_time() {
    let mut harness = read(timed(choose()));
    pass(&mut harness, 30.0);
    harness.state_mut().view = View { turn: 4, you_said: Some(String::new()), ..timed(choose()) };
    harness.run();
    assert!(shows(&harness, "Achieng waits. 30 s") && shows(&harness, "(You said nothing.)"));
    pass(&mut harness, READING + 30.0);
    assert_eq!(actions(&harness), [Action::Silence, Action::Silence]);
}

#[test]
fn the_time_begins_when_the_words_are_said_or_have_been_read() {
    let mut harness = play(slowly(timed(choose())));
    pass(&mut harness, 20.0);
    assert!(shows(&harness, "Achieng will wait 30 s for your reply."));
    assert!(!harness.state().state.is_waiting());
    press(&mut harness, &[Key::Enter]);
    pass(&mut harness, 2.0);
    assert!(shows(&harness, "Achieng waits. 28 s"), "who finishes the line has finished reading it");

    let mut harness = play(timed(choose()));
    pass(&mut harness, READING);
    assert!(shows(&harness, "Achieng waits. 30 s"), "who sees it all at once has as long to read it");
    pass(&mut harness, 2.0);
    assert!(shows(&harness, "Achieng waits. 28 s"));
}

/// Whether the seconds stand still after `keys`, and go on after the same keys once more.
fn stands_still(size: Vec2, keys: &[Key]) -> bool {
    let mut harness = play_at(size, timed(choose()));
    pass(&mut harness, READING + 2.0);
    press(&mut harness, keys);
    pass(&mut harness, 20.0);
    let still = !harness.state().state.is_waiting();
    press(&mut harness, keys);
    let left = if still { "Achieng waits. 28 s" } else { "Achieng waits. 8 s" };
    assert!(shows(&harness, left), "{size}, {keys:?}");
    pass(&mut harness, 28.0);
    assert_eq!(actions(&harness), [Action::Silence], "it goes on");
    still
}

#[test]
fn the_time_stands_still_wherever_it_cannot_be_seen() {
    let (wide, narrow) = (vec2(1280.0, 720.0), vec2(512.0, 300.0));
    assert!(stands_still(wide, &[Key::Escape]) && stands_still(narrow, &[Key::Escape]), "paused");
    assert!(stands_still(narrow, &[Key::N]), "the notebook lies on top of it");
    assert!(!stands_still(wide, &[Key::N]), "the notebook lies beside it");
    assert!(!stands_still(wide, &[Key::ArrowDown]), "a reply is pointed at");
}

#[test]
fn the_time_stands_still_while_the_window_is_left() {
    let mut harness = read(timed(choose()));
    let focus = |harness: &mut Harness<'_, Game>, here: bool| {
        harness.input_mut().focused = here;
        harness.event(Event::WindowFocused(here));
        harness.run();
    };
    focus(&mut harness, false);
    pass(&mut harness, 100.0);
    focus(&mut harness, true);
    assert!(shows(&harness, "Achieng waits. 30 s"));
    pass(&mut harness, 3.0);
    assert!(shows(&harness, "Achieng waits. 27 s"));
}

#[test]
fn a_promise_or_a_summary_half_built_does_not_stop_the_time_and_an_answer_in_the_last_moment_counts() {
    for (ask, key) in [(paraphrase(), Key::Num1), (commit(), Key::Num1)] {
        let mut harness = read(timed(ask));
        press(&mut harness, &[key]);
        pass(&mut harness, 12.0);
        assert!(shows(&harness, "Achieng waits. 18 s"));
    }
    let mut harness = read(timed(choose()));
    pass(&mut harness, 29.0);
    harness.state_mut().state.wait(1.0, 240.0);
    harness.key_press(Key::Num2);
    harness.run();
    assert_eq!(actions(&harness), reply("manager"));
}

#[test]
fn a_screen_reader_hears_it_at_the_start_at_half_and_at_ten_seconds() {
    for (limit, expected) in [
        (60, vec!["Achieng waits 60 seconds for your reply.", "30 seconds left.", "10 seconds left."]),
        (20, vec!["Achieng waits 20 seconds for your reply.", "10 seconds left."]),
        (9, vec!["Achieng waits 9 seconds for your reply.", "5 seconds left."]),
    ] {
        let mut harness = read(View { timer: Some(limit), ..view(choose()) });
        let mut heard: Vec<String> = Vec::new();
        for _ in 0..limit {
            let now: Vec<_> = ["for your reply.", "left."]
                .iter()
                .filter_map(|end| harness.query_by_label_contains(end))
                .map(|node| {
                    node.accesskit_node().label().or(node.accesskit_node().value()).expect("a label or a value")
                })
                .collect();
            assert_eq!(now.len(), 1, "{now:?}");
            if heard.last() != now.last() {
                heard.extend(now);
            }
            pass(&mut harness, 1.0);
        }
        assert_eq!(heard, expected);
    }
}

#[test]
fn pictures_that_come_late_or_early_neither_skip_a_second_nor_take_more_than_two() {
    let mut harness = read(timed(choose()));
    for (nearly, left) in [(0.999, 29), (0.998, 28), (1.01, 27), (1.0, 26), (0.999, 25)] {
        harness.state_mut().state.wait(nearly, 240.0);
        harness.run();
        assert!(shows(&harness, &format!("Achieng waits. {left} s")), "{left}");
    }
    harness.state_mut().state.wait(3600.0, 240.0);
    harness.run();
    assert!(shows(&harness, "Achieng waits. 23 s"), "a machine that stood still takes nobody's time");
}

#[test]
fn the_time_stays_in_sight_when_the_replies_scroll() {
    for size in [vec2(410.0, 240.0), vec2(512.0, 300.0), vec2(900.0, 440.0), vec2(1280.0, 720.0)] {
        let mut harness = play_at(size, timed(choose()));
        pass(&mut harness, READING);
        let at = |harness: &Harness<'_, Game>| -> Rect { harness.get_by_label("Achieng waits. 30 s").rect() };
        let before = at(&harness);
        press(&mut harness, &[Key::PageDown; 4]);
        assert_eq!(at(&harness), before);
        assert!(before.top() >= 0.0 && before.bottom() < size.y / 3.0, "{size}: {before}");
    }
}
