//! The question before the evidence, and what the score says to the answer.

use bevy_egui::egui::accesskit::Role;

use super::*;

fn asking(decisions: usize) -> View {
    View { asks: true, ..view(decisions, "A pool") }
}

#[test]
fn the_question_comes_before_any_evidence() {
    asked(&asking(3), DESK, |harness| {
        assert!(harness.query_by_label("What would you do differently?").is_some());
        assert!(harness.query_by_label("59 of 100").is_none(), "nothing is told yet");
        press(harness, &[Key::S]);
        assert!(harness.query_by_label("59 of 100").is_some());
        assert!(harness.query_by_label("Your own look").is_none(), "a question that was skipped is not answered");
    });
}

#[test]
fn what_was_picked_is_marked_and_the_score_says_what_it_sees() {
    asked(&asking(3), DESK, |harness| {
        // Twice is not at all.
        press(harness, &[Key::Num3, Key::Num2, Key::Num3, Key::Num1]);
        harness.get_by_role(Role::TextInput).focus();
        harness.run();
        harness.get_by_role(Role::TextInput).type_text("no sorry, and no question");
        harness.run();
        assert!(harness.query_by_label("59 of 100").is_none(), "letters belong to the words");
        harness.get_by_label("See the evidence").click();
        harness.run();
        for text in [
            "“no sorry, and no question”",
            "Decision 1: the score agrees, 3 of 7 points.",
            "Decision 2: it does not count in the score, so the score has no opinion.",
            "You would do this differently",
            "Decision 1: happy, you would do it differently",
            "Decision 3: happy",
        ] {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        }
        press(harness, &[Key::End]);
        assert!(harness.query_by_label("You would do this differently").is_none(), "only what was picked");
    });
}

#[test]
fn to_change_nothing_is_an_answer_too() {
    asked(&asking(3), DESK, |harness| {
        press(harness, &[Key::Num1, Key::N]);
        assert!(harness.query_by_label_contains("You would change nothing.").is_some());
        assert!(harness.query_by_label("The score would look at decision 1 first: 3 of 7 points.").is_some());
    });
}

#[test]
fn cards_are_picked_by_keyboard_and_by_name() {
    let name = "Decision 2: “A pool”";
    asked(&asking(3), DESK, |harness| {
        harness.get_by_label(name).click();
        harness.run();
        assert!(harness.query_by_label("✓ You would do this differently").is_some());
        harness.get_by_label(name).focus();
        harness.run();
        press(harness, &[Key::Space]);
        assert!(harness.query_by_label("✓ You would do this differently").is_none());
    });
    assert_eq!(asked(&asking(3), DESK, |harness| press(harness, &[Key::Escape])), [Action::Menu]);
}

#[test]
fn an_example_asks_nothing_and_neither_does_an_attempt_without_decisions() {
    for view in [view(3, "A pool"), asking(0)] {
        asked(&view, DESK, |harness| {
            assert!(harness.query_by_label("What would you do differently?").is_none());
        });
    }
}

#[test]
fn the_question_fits_every_size() {
    for size in SIZES {
        for text in ["A pool", LONG] {
            asked(&View { asks: true, ..view(9, text) }, size, |harness| {
                press(harness, &[Key::Num1, Key::Num4]);
                assert_pages(harness, 8);
            });
        }
    }
}
