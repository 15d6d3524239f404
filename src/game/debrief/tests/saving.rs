//! The debrief to take along.

use super::*;

#[test]
fn a_page_and_a_picture_are_asked_for_by_key_and_by_name() {
    let after = |key| asked(&view(2, "A pool"), DESK, |harness| press(harness, &[key]));
    assert_eq!(after(Key::P), [Action::SavePage]);
    assert_eq!(after(Key::I), [Action::SavePicture]);
    let click =
        |name: &str| asked(&view(2, "A pool"), vec2(1280.0, 2600.0), |harness| harness.get_by_label(name).click());
    assert_eq!(click("Save as a page to print"), [Action::SavePage]);
    assert_eq!(click("Save as a picture"), [Action::SavePicture]);
    let picture = View { save: Save::Never, ..view(2, "A pool") };
    assert_eq!(asked(&picture, DESK, |harness| press(harness, &[Key::P, Key::I])), []);
}

#[test]
fn where_it_was_saved_is_told() {
    let saved = View { save: Save::Told("Saved: here.html".into()), ..view(2, "A pool") };
    asked(&saved, vec2(1280.0, 2600.0), |harness| assert!(harness.query_by_label("Saved: here.html").is_some()));
}

#[test]
fn the_page_holds_every_decision_and_what_people_wrote_is_no_markup() {
    let words = Words::english();
    let view = View { goal: Some("ask first".into()), ..view(3, "<b>A pool</b>") };
    let reflection = Reflection { picked: [0, 2].into(), words: "fewer \"sorries\" <i>".into() };
    let page = page(&words, &view, Some(&reflection));
    for text in [
        "<html lang=\"en\">",
        "Your own look",
        "Decision 1: the score agrees, 3 of 7 points.",
        "Decision 3 of 3 · 3 days later · You would do this differently",
        "Line 2. &lt;b&gt;A pool",
        "Listening 1 of 3: Anchor of",
        "What would have landed",
        "You missed: fact 2",
        "Overall: 59 of 100 · not yet",
        "possible here: 20–96",
        "date moved, not yet due at the end",
        "Next time: ask first",
        "not a measurement",
        "<polyline points=\"20,",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("<b>A pool") && !page.contains("<i>"), "text is never markup");
    assert!(!page.contains("http"), "it needs no network");
    let skipped = super::super::page(&words, &view, None);
    assert!(!skipped.contains("Your own look"), "a question that was skipped is not on the page");
}

#[test]
fn on_paper_every_decision_is_told_and_its_height_is_known() {
    let words = Words::english();
    let paper = View { save: Save::Never, can_retry: false, model: None, goals: Vec::new(), ..view(9, "A pool") };
    let mut state = UiState::at(Page::Evidence);
    state.reflection = Some(Reflection { picked: [8].into(), words: String::new() });
    let size = vec2(1280.0, 720.0);
    let height = std::cell::Cell::new(0.0);
    testing::asked(
        size,
        |ui| {
            let asked = show(ui, &words, &paper, &mut state);
            height.set(state.whole_height());
            asked
        },
        |harness| {
            for number in 1..=9 {
                assert!(harness.query_by_label(&format!("Decision {number} of 9")).is_some(), "decision {number}");
            }
            assert!(harness.query_by_label("You would do this differently").is_some(), "also what was picked");
            for button in ["step through", "Play again"] {
                assert!(harness.query_by_label_contains(button).is_none(), "nothing can be pressed on paper: {button}");
            }
        },
    );
    assert!(height.get() > 2.0 * size.y, "nine decisions do not fit into {}", height.get());
    let tall = vec2(1280.0, height.get() + 24.0);
    testing::asked(
        tall,
        |ui| show(ui, &words, &paper, &mut state),
        |harness| {
            let last = harness.get_by_label("Decision 9 of 9").rect();
            assert!(last.bottom() < tall.y);
            assert_no_overlap(&harness.output().shapes);
        },
    );
}
