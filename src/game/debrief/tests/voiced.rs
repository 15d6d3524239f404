//! The two questions about work.

use bevy_egui::egui::accesskit::Role;

use super::*;

/// High enough that all of it is on the screen.
const PAGE: Vec2 = vec2(1280.0, 2600.0);

fn given(confident: Option<u8>, obstacle: Option<Obstacle>) -> View {
    View { voice: Some(Answers { confident, obstacle }), ..view(3, "A pool") }
}

#[test]
fn each_question_is_answered_by_one_press_and_keeps_the_other_s_answer() {
    let actions = asked(&given(None, Some(Obstacle::Time)), PAGE, |harness| {
        harness.get_by_role_and_label(Role::RadioGroup, "How confident do you feel to have this conversation at work?");
        harness.get_by_role_and_label(Role::RadioButton, "4 of 5").click();
    });
    let heard = Answers { confident: Some(4), obstacle: Some(Obstacle::Time) };
    assert_eq!(actions, [Action::Hear(heard)]);
    let actions = asked(&given(Some(1), None), PAGE, |harness| {
        harness.get_by_role_and_label(Role::RadioButton, "Somebody else decides").click();
    });
    let heard = Answers { confident: Some(1), obstacle: Some(Obstacle::Authority) };
    assert_eq!(actions, [Action::Hear(heard)]);
}

#[test]
fn v_goes_to_the_questions_where_the_keyboard_answers_and_x_leaves_them() {
    let actions = asked(&given(None, None), vec2(1280.0, 720.0), |harness| {
        press(harness, &[Key::V]);
        harness.run();
        let first = harness.get_by_label("1 of 5, not at all");
        assert!(first.is_focused() && first.rect().bottom() <= 720.0, "{:?}", first.rect());
        press(harness, &[Key::Tab, Key::Enter]);
    });
    assert_eq!(actions, [Action::Hear(Answers { confident: Some(2), obstacle: None })]);
    let actions = asked(&given(None, None), PAGE, |harness| {
        harness.get_by_label("Two questions").click();
        harness.run();
        press(harness, &[Key::X]);
        assert!(harness.query_by_label_contains("How confident").is_none(), "they are passed");
        press(harness, &[Key::V]);
        assert!(harness.query_all_by_label_contains("How confident").next().is_some(), "and can be come back to");
    });
    assert_eq!(actions, [], "who passes has said nothing");
}

#[test]
fn an_answer_that_was_given_can_be_taken_back() {
    let actions = asked(&given(Some(2), None), PAGE, |harness| {
        assert!(harness.query_by_label("Two questions").is_none(), "nothing waits any more");
        harness.get_by_label("Leave them unanswered").click();
    });
    assert_eq!(actions, [Action::Hear(Answers::default())]);
}

#[test]
fn who_sees_the_answers_is_told_and_nobody_is_asked_who_decided_nothing() {
    asked(&given(None, None), PAGE, |harness| {
        assert!(harness.query_by_label_contains("nobody's answer is shown alone").is_some());
    });
    let read = View { voice: None, ..view(3, "A pool") };
    let actions = asked(&read, PAGE, |harness| {
        press(harness, &[Key::V, Key::X]);
        assert!(harness.query_by_label_contains("How confident").is_none());
    });
    assert_eq!(actions, []);
}

#[test]
fn the_questions_fit_every_size_in_every_language() {
    for language in crate::words::Language::ALL {
        let words = Words::of(language);
        for size in SIZES {
            let (view, mut state) = (given(Some(5), Some(Obstacle::Tools)), UiState::at(Page::Evidence));
            testing::asked(
                size,
                |ui| show(ui, &words, &view, &mut state),
                |harness| {
                    press(harness, &[Key::V]);
                    assert_pages(harness, 3);
                },
            );
        }
    }
}
