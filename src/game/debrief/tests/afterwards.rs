//! What follows from the evidence: the model conversation, what an ending may be worth, and a goal for next time.

use bevy_egui::egui::accesskit::Role;

use super::*;

#[test]
fn the_model_conversation_is_walked_through_with_its_steps_named() {
    let actions = asked(&view(3, "A pool"), DESK, |harness| {
        press(harness, &[Key::M]);
        let shows = |harness: &Harness<'_>, text: &str| {
            assert!(harness.query_by_label(text).is_some(), "{text}");
        };
        shows(harness, "The model conversation");
        shows(harness, "Decision 1 of 3");
        shows(harness, "✓ Listen");
        shows(harness, "Promise");
        shows(harness, "Achieng · upset");
        shows(harness, "What the coach says");
        shows(harness, "Afterwards, Achieng is");
        shows(harness, "relieved");
        assert!(harness.query_by_label("0 of 3").is_none(), "nothing is scored here");
        press(harness, &[Key::ArrowLeft, Key::ArrowRight]);
        shows(harness, "Decision 2 of 3 · 3 days later");
        shows(harness, "✓ Promise");
        shows(harness, "✓ Follow up");
        shows(harness, "Listen: taken before");
        harness.get_by_label("Next").click();
        harness.run();
        shows(harness, "Ending: A pool");
        press(harness, &[Key::Escape]);
        shows(harness, "59 of 100");
        harness.get_by_label("Play the model conversation").click();
        harness.run();
        shows(harness, "Decision 1 of 3");
    });
    assert_eq!(actions, [], "reading it asks for nothing");
}

#[test]
fn a_scenario_without_a_model_offers_none() {
    let none = View { model: None, ..view(3, "A pool") };
    asked(&none, DESK, |harness| {
        press(harness, &[Key::M]);
        assert!(harness.query_by_label("Play the model conversation").is_none());
        assert!(harness.query_by_label("59 of 100").is_some());
    });
}

#[test]
fn what_an_ending_may_be_worth_is_a_range_and_says_that_it_is_no_measurement() {
    asked(&view(3, "A pool"), DESK, |harness| {
        assert!(harness.query_by_label_contains("46 to 74").is_some());
        assert!(harness.query_by_label_contains("not a measurement").is_some());
    });
    let stopped = View { worth: None, outcome: None, interrupted: true, ..view(2, "A pool") };
    asked(&stopped, DESK, |harness| {
        assert!(harness.query_by_label_contains("not a measurement").is_none());
    });
}

#[test]
fn a_goal_is_one_of_three_or_ones_own() {
    // High enough that all of it is on the screen.
    const PAGE: Vec2 = vec2(1280.0, 2600.0);
    let chosen =
        asked(&view(3, "A pool"), PAGE, |harness| harness.get_by_role_and_label(Role::Button, "say it back").click());
    assert_eq!(chosen, [Action::Goal("say it back".into())]);
    let own = asked(&view(3, "A pool"), PAGE, |harness| {
        harness.get_by_role(Role::TextInput).focus();
        harness.run();
        harness.get_by_role(Role::TextInput).type_text("at most two sorries");
        harness.run();
        harness.get_by_label("Keep my own words").click();
    });
    assert_eq!(own, [Action::Goal("at most two sorries".into())], "letters are no keys while somebody writes");
    let kept = View { goal: Some("say it back".into()), ..view(3, "A pool") };
    asked(&kept, PAGE, |harness| {
        assert!(harness.query_by_label("Next time: say it back").is_some());
    });
}

#[test]
fn the_model_conversation_fits_every_size() {
    for size in SIZES {
        for text in ["A pool", LONG] {
            asked(&view(3, text), size, |harness| {
                press(harness, &[Key::M]);
                assert_pages(harness, 5);
                press(harness, &[Key::End]);
                assert_pages(harness, 5);
            });
        }
    }
}

#[test]
fn what_is_done_is_told_apart_from_what_is_said() {
    let mut view = view(3, "A pool");
    for moment in view.model.iter_mut().flat_map(|model| &mut model.moments) {
        moment.speaks = false;
        moment.customer = "(Ten past eight.)".into();
        moment.said = Said { text: "(You wave.) Come in.".into(), spoken: false, ..said("A pool", 3) };
    }
    asked(&view, DESK, |harness| {
        press(harness, &[Key::M]);
        assert!(harness.query_by_label("Ten past eight.").is_some(), "nobody says it, so nobody is quoted");
        assert!(harness.query_by_label("Achieng · upset").is_none());
        assert!(harness.query_by_label("You wave. “Come in.”").is_some());
    });
}
