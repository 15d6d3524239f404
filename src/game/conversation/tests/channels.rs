//! Where people write: what a chat, a mail and a public post show, in which order it is read, and what of it can be reached.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Color32, Key, Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Channel, Game, actions, play, play_at, press, read, reply, slowly};
use crate::game::conversation::View;
use crate::game::conversation::sample::{choose, commit, paraphrase, phone, view, written};

fn at(harness: &Harness<'_, Game>, label: &str) -> Rect {
    harness.get_by_label_contains(label).rect()
}

fn shows(harness: &Harness<'_, Game>, text: &str) -> bool {
    harness.query_by_label_contains(text).is_some()
}

#[test]
fn a_chat_has_the_customer_on_the_left_and_ones_own_lines_on_the_right_in_order() {
    let harness = play(written(choose(), Channel::Chat));
    let lines = ["Achieng: is anybody there", "You: I'm here, and I'm reading", "Achieng: We drove forty minutes"];
    let places = lines.map(|line| at(&harness, line));
    assert!(places.is_sorted_by(|one, next| one.bottom() <= next.top()), "{places:?}");
    harness.get_by_role_and_label(Role::Label, "You: I'm here, and I'm reading. · Read");
    assert!(shows(&harness, "The same evening.") && shows(&harness, "In the chat. On hold: 4 minutes."));
    assert!(!shows(&harness, "You said"), "it stands among the others");
}

#[test]
fn whoever_is_writing_is_seen_to_write_and_a_line_is_read_when_the_answer_begins() {
    let mut harness = play_at(vec2(1280.0, 720.0), slowly(written(choose(), Channel::Chat)));
    assert!(shows(&harness, "writing …") && shows(&harness, "reading. · Sent"));
    harness.state_mut().state.tick(1.0, 240.0);
    harness.run();
    assert!(shows(&harness, "writing …") && shows(&harness, "reading. · Read"));
    press(&mut harness, &[Key::Enter]);
    assert!(!shows(&harness, "writing …") && shows(&harness, "upset, still talking"));
}

#[test]
fn who_left_never_read_the_last_line() {
    let harness = play(View { says: String::new(), ..written(choose(), Channel::Chat) });
    assert!(shows(&harness, "reading. · Sent"));
}

#[test]
fn the_newest_message_is_in_sight_and_the_arrows_scroll_back_once_tab_has_reached_the_thread() {
    let mut view = written(choose(), Channel::Chat);
    let thread = view.thread.clone();
    view.thread.extend(thread.iter().cycle().take(12).cloned());
    let mut harness = play(view);
    let newest = "Achieng: We drove forty minutes";
    let before = at(&harness, newest);
    assert!(before.bottom() <= 720.0 && before.top() > 200.0, "{before}");
    harness.get_by_label("What was written so far").focus();
    harness.run();
    press(&mut harness, &[Key::ArrowUp, Key::ArrowUp]);
    assert!(at(&harness, newest).top() >= before.top() + 100.0, "{}", at(&harness, newest));
    press(&mut harness, &[Key::ArrowDown; 3]);
    assert_eq!(at(&harness, newest), before);
    press(&mut harness, &[Key::N]);
    let beside = at(&harness, newest);
    assert!(beside.bottom() <= 720.0 && shows(&harness, "she drove forty minutes"), "{beside} under the notebook");
    press(&mut harness, &[Key::Num2]);
    assert_eq!(actions(&harness), reply("manager"), "the replies can be chosen meanwhile");
}

/// How wide the faces are that are painted.
fn faces(harness: &Harness<'_, Game>) -> Vec<f32> {
    let shapes = harness.output().shapes.iter();
    let faces = shapes.filter_map(|shape| match &shape.shape {
        Shape::Rect(rect) if rect.fill == Color32::LIGHT_BLUE => Some(rect.rect.width()),
        _ => None,
    });
    faces.collect()
}

#[test]
fn whoever_writes_has_a_face_and_in_a_chat_a_large_one_while_there_is_room() {
    let short = View { thread: Vec::new(), ..written(choose(), Channel::Chat) };
    let mut long = written(choose(), Channel::Chat);
    let thread = long.thread.clone();
    long.thread.extend(thread.iter().cycle().take(12).cloned());
    let large = |view: View| faces(&play(view)).into_iter().filter(|width| *width > 150.0).count();
    assert_eq!((large(short.clone()), large(long.clone())), (1, 0));
    for view in [short, long, written(choose(), Channel::Email), written(choose(), Channel::Social)] {
        for size in [vec2(1280.0, 720.0), vec2(640.0, 720.0)] {
            let harness = play_at(size, view.clone());
            assert!(!faces(&harness).is_empty(), "{:?} {size}", view.channel);
        }
    }
}

#[test]
fn in_one_column_the_mail_that_is_answered_stands_right_above_the_question() {
    let harness = play_at(vec2(640.0, 720.0), written(choose(), Channel::Email));
    let rows = ["Achieng: is anybody there", "You: I'm here", "We drove forty minutes", "Which mail do you send?"];
    let places = rows.map(|row| at(&harness, row));
    assert!(places.is_sorted_by(|one, next| one.bottom() <= next.top()), "{places:?}");
}

#[test]
fn a_mail_has_a_head_and_the_earlier_ones_lie_folded_below_it() {
    let mut harness = play(written(choose(), Channel::Email));
    harness.get_by_role_and_label(Role::Label, "Subject Re: Booking 4711");
    harness.get_by_role_and_label(Role::Label, "From Achieng · upset, still talking");
    harness.get_by_role_and_label(Role::Label, "To Customer service");
    assert!(shows(&harness, "Which mail do you send?"));
    let letter = at(&harness, "We drove forty minutes");
    let (mine, hers) = (at(&harness, "You: I'm here"), at(&harness, "Achieng: is anybody there"));
    assert!(letter.bottom() < mine.top() && mine.bottom() < hers.top(), "the newest first");
    assert!(!shows(&harness, "The same evening."));
    harness.get_by_label_contains("Achieng: is anybody there").click();
    harness.run();
    assert!(shows(&harness, "The same evening."), "what happened before it stands in it");
    harness.get_by_label_contains("Achieng: is anybody there").click();
    harness.run();
    assert!(!shows(&harness, "The same evening."));
    press(&mut harness, &[Key::Num1]);
    assert_eq!(actions(&harness), reply("own"));
}

#[test]
fn in_one_column_only_the_last_mails_lie_there_until_somebody_asks() {
    let mut view = written(choose(), Channel::Email);
    let thread = view.thread.clone();
    view.thread.extend(thread);
    let mut harness = play_at(vec2(700.0, 900.0), view);
    harness.get_by_label_contains("Achieng: is anybody there");
    harness.get_by_label("2 earlier messages").click();
    harness.run();
    assert_eq!(harness.query_all_by_label_contains("Achieng: is anybody there").count(), 2);
}

#[test]
fn somebody_is_the_first_letter_of_their_last_name() {
    let names = ["Mr Petkov", "Paloma", "  ", "anna óvári"];
    assert_eq!(names.map(crate::game::conversation::initial), ['P', 'P', ' ', 'Ó']);
}

#[test]
fn in_public_it_is_said_that_everybody_reads_and_how_many_do() {
    let harness = play(written(choose(), Channel::Social));
    assert!(shows(&harness, "everybody reads this") && shows(&harness, "about 240 people are watching"));
    let (post, ours) = (at(&harness, "is anybody there"), at(&harness, "Customer service · You"));
    assert!(post.bottom() < ours.top() && ours.bottom() < at(&harness, "We drove forty minutes").top());
    assert!(shows(&harness, "What do you answer, for all to read?"));
    harness.get_by_label("You came for a heated pool, and you were met with a shrug. I'm sorry. That's on us. What had you planned for today?");
}

#[test]
fn where_there_is_little_room_earlier_messages_are_folded_until_somebody_asks() {
    for channel in [Channel::Chat, Channel::Social] {
        let mut harness = play_at(vec2(700.0, 900.0), written(choose(), channel));
        assert!(!shows(&harness, "is anybody there") && shows(&harness, "I'm here, and I'm reading"), "{channel:?}");
        harness.get_by_label("one earlier message").click();
        harness.run();
        assert!(shows(&harness, "is anybody there"), "{channel:?}");
        let harness = play_at(vec2(410.0, 240.0), written(choose(), channel));
        assert!(at(&harness, "We drove forty").top() < 240.0, "{channel:?}: the customer's words come first");
    }
}

#[test]
fn every_way_to_answer_works_where_people_write() {
    for channel in [Channel::Chat, Channel::Email, Channel::Social] {
        let mut harness = play(View { timer: Some(30), ..written(paraphrase(), channel) });
        assert!(shows(&harness, "Achieng waits. 30 s"), "{channel:?}");
        press(&mut harness, &[Key::Num1, Key::Enter]);
        assert_eq!(actions(&harness).len(), 1, "{channel:?}");
        let mut harness = play(written(commit(), channel));
        press(&mut harness, &[Key::Num3]);
        assert!(shows(&harness, "Someone will call you soon."));
        press(&mut harness, &[Key::N]);
        assert!(shows(&harness, "she drove forty minutes") && shows(&harness, "Someone will call you soon."));
    }
}

#[test]
fn a_line_on_the_phone_can_be_heard_once_more_for_as_long_as_it_was() {
    let mut harness = play(View { words_at_once: false, ..phone(choose()) });
    assert!(!shows(&harness, "Hear it again"), "it is still being said");
    press(&mut harness, &[Key::Enter]);
    assert!(shows(&harness, "Hear it again") && !harness.state().state.is_heard_again());
    let line = |harness: &Harness<'_, Game>| {
        harness.get_by_label_contains("You said someone would ring").accesskit_node().id()
    };
    let first = line(&harness);
    harness.get_by_label("Hear it again").click();
    harness.run_steps(2);
    assert!(harness.state().state.is_heard_again());
    assert_ne!(line(&harness), first, "a screen reader says it once more");
    // Twenty-nine words at four a second.
    for seconds in [7.0, 0.2] {
        harness.state_mut().state.tick(seconds, 240.0);
        assert!(harness.state().state.is_heard_again());
    }
    harness.state_mut().state.tick(1.0, 240.0);
    assert!(!harness.state().state.is_heard_again() && !harness.state().state.is_moving());
    assert_eq!(actions(&harness), [], "and nothing was answered by it");

    for view in [phone(choose()), slowly(view(choose()))] {
        let mut harness = play(view);
        press(&mut harness, &[Key::Enter, Key::H]);
        assert!(!harness.state().state.is_heard_again() && !shows(&harness, "Hear it again"), "nothing has faded");
    }
}

#[test]
fn what_has_changed_since_the_turn_before_stands_over_the_words() {
    for size in [vec2(1280.0, 720.0), vec2(512.0, 300.0)] {
        let mut harness =
            play_at(size, View { since: Some("On the phone. On hold: 4 minutes.".into()), ..phone(choose()) });
        read(&mut harness);
        harness.get_by_label("On the phone. On hold: 4 minutes. Two weeks later. Friday, 11:20.");
    }
}
