//! Choosing a reply: by number, arrows, click and Tab; never unread, never twice.

use bevy_egui::egui::{self, Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::drawing::texts;
use super::{Game, View, actions, play, press, reply, slowly, window};
use crate::game::conversation::sample::{choose, long, view};
use crate::game::conversation::{Ask, Reply};

#[test]
fn a_number_chooses_and_only_once() {
    let mut harness = play(view(choose()));
    press(&mut harness, &[Key::Num2, Key::Num3, Key::Enter]);
    assert_eq!(actions(&harness), reply("manager"));
}

#[test]
fn arrows_and_enter_choose_and_enter_alone_only_points() {
    let mut harness = play(view(choose()));
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), []);
    press(&mut harness, &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter]);
    assert_eq!(actions(&harness), reply("rules"));
}

#[test]
fn a_click_chooses_and_the_second_of_a_double_click_does_not() {
    let mut harness = play(view(choose()));
    harness.get_by_label_contains("no questions asked").click();
    harness.run();
    assert_eq!(actions(&harness), reply("money"));

    let mut harness = window(vec2(1280.0, 720.0), slowly(view(choose())), 0.01);
    harness.run();
    let place = egui::pos2(900.0, 150.0);
    for _ in 0..2 {
        click(&mut harness, place);
    }
    assert!(harness.state().state.words_are_complete(), "the first click showed the words");
    assert_eq!(actions(&harness), [], "the second one fell on a reply nobody had read");
}

/// A click at a place, whatever lies there.
fn click(harness: &mut Harness<'_, Game>, place: egui::Pos2) {
    harness.hover_at(place);
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    harness.step();
}

#[test]
fn before_the_words_are_complete_a_number_only_completes_them() {
    for key in [Key::Num2, Key::Enter, Key::Space] {
        let mut harness = play(slowly(view(choose())));
        assert!(harness.query_by_label_contains("no questions asked").is_none(), "replies wait for the words");
        press(&mut harness, &[key]);
        assert!(harness.state().state.words_are_complete());
        assert_eq!(actions(&harness), []);
        press(&mut harness, &[Key::Num2]);
        assert_eq!(actions(&harness), reply("manager"));
    }
}

#[test]
fn words_come_at_their_pace_without_moving_anything_and_a_screen_reader_has_them_all() {
    let mut harness = play(slowly(view(choose())));
    let line = "“We drove forty minutes because your advert says heated. That water is as cold as the tap. And your colleague \
                just shrugged.”";
    let before = harness.get_by_label(line).rect();
    let glyphs = |harness: &Harness<'_, Game>| {
        let texts = texts(harness.output());
        let (text, place) =
            texts.iter().find(|(text, _)| text.galley.text() == line).cloned().expect("the line is drawn");
        (text.galley.rect, place, text.pos)
    };
    let laid_out = glyphs(&harness);
    for _ in 0..4 {
        harness.state_mut().state.tick(1.0, 240.0);
        harness.run();
        assert_eq!((harness.get_by_label(line).rect(), glyphs(&harness)), (before, laid_out));
    }
    harness.state_mut().state.tick(3.0, 240.0);
    assert!(!harness.state().state.is_moving());
    harness.run();
    assert!(harness.query_by_label_contains("no questions asked").is_some());
}

#[test]
fn nobody_answers_in_the_first_moment_of_a_reply() {
    for at_once in [true, false] {
        for key in [Key::Num2, Key::Enter, Key::Space] {
            let mut harness = window(vec2(1280.0, 720.0), view(choose()), 0.02);
            harness.run_steps(9);
            press(&mut harness, &[Key::ArrowDown]);
            harness.state_mut().view.turn += 1;
            harness.state_mut().view.words_at_once = at_once;
            harness.state_mut().state.cursor = Some(1);
            if !at_once {
                harness.step();
                harness.key_press(Key::Enter);
            }
            harness.step();
            assert!(harness.state().state.words_are_complete());
            harness.state_mut().state.cursor = Some(1);
            let card = harness.get_by_label_contains("I'll get the manager").rect();
            harness.key_press(key);
            harness.step();
            click(&mut harness, card.center());
            assert_eq!(actions(&harness), [], "{key:?} and a click were too early");
            harness.run_steps(20);
            assert_eq!(actions(&harness), [], "{key:?} was not kept for later either");
            harness.key_press(key);
            harness.step();
            assert_eq!(actions(&harness), reply("manager"), "{key:?}, words at once: {at_once}");
        }
    }
}

#[test]
fn the_focus_does_not_stay_on_the_bar_when_the_turn_changes() {
    let mut harness = play(view(choose()));
    for _ in 0..12 {
        harness.key_press(Key::Tab);
        harness.run();
        if harness.get_by_label("Pause").accesskit_node().is_focused() {
            break;
        }
    }
    assert!(harness.get_by_label("Pause").accesskit_node().is_focused());
    press(&mut harness, &[Key::Num2]);
    assert_eq!(actions(&harness), reply("manager"));
    harness.state_mut().view = View { turn: 4, ..slowly(view(choose())) };
    harness.run();
    press(&mut harness, &[Key::Enter]);
    assert!(harness.state().state.words_are_complete() && !harness.state().state.is_paused());
}

#[test]
fn what_is_only_done_is_asked_for_and_shown_as_done() {
    let act = |id: &str, act: &str| Reply { id: id.into(), act: Some(act.into()), say: None };
    let ask = Ask::Choose(vec![act("stay", "You stay at the desk."), act("walk", "You walk over to her.")]);
    let mut harness = play(View { you_said: Some("(You look at the queue.)".into()), ..view(ask) });
    harness.get_by_label("What do you do?");
    harness.get_by_label("You did  You look at the queue.");
    let said = long(60);
    harness.state_mut().view = View { you_said: Some(said.clone()), ..view(choose()) };
    harness.run();
    harness.get_by_label("What do you say?");
    let line = harness.get_by_label(&format!("You said  “{}”", said.replace('*', ""))).rect();
    assert!(line.height() < 52.0, "two lines: {line}");
}

#[test]
fn a_held_key_does_not_choose() {
    for key in [Key::Num1, Key::Enter, Key::Space] {
        let mut harness = play(slowly(view(choose())));
        for _ in 0..4 {
            // egui itself marks the second and later ones as repeated.
            harness.event(Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: true,
                modifiers: Modifiers::NONE,
            });
            harness.run();
        }
        assert!(harness.state().state.words_are_complete());
        assert_eq!(actions(&harness), []);
    }
}

#[test]
fn the_next_turn_starts_without_selection_and_can_be_answered() {
    let mut harness = play(view(choose()));
    press(&mut harness, &[Key::ArrowDown, Key::Enter]);
    harness.state_mut().view.turn += 1;
    harness.run();
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness).len(), 1, "Enter alone chooses nothing in a new turn");
    press(&mut harness, &[Key::Num4]);
    assert_eq!(actions(&harness).last(), reply("money").last());
}

#[test]
fn tab_reaches_the_replies_and_enter_takes_the_one_it_reached() {
    let mut harness = play(view(choose()));
    for _ in 0..12 {
        harness.key_press(Key::Tab);
        harness.run();
        if harness.get_by_label_contains("I'll get the manager").accesskit_node().is_focused() {
            break;
        }
    }
    press(&mut harness, &[Key::Enter]);
    assert_eq!(actions(&harness), reply("manager"));
}
