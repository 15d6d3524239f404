//! The card and the line by name, in every size.

use std::cell::Cell;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{Key, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::game::theme::testing::{LONG, SIZES, assert_no_overlap, harness};
use crate::words::Words;

fn trouble() -> Trouble {
    Trouble {
        place: "scenarios/pool.ron:41:18".into(),
        code: "S103".into(),
        what: "the beat `desk2` does not exist".into(),
        excerpt: Some(Excerpt {
            line: 41,
            before: "to: ".into(),
            part: "\"desk2\"".into(),
            after: ",".into(),
            label: Some("no such beat".into()),
        }),
        why: Some("The conversation would stop there.".into()),
        help: Some("Did you mean `desk`?".into()),
        more: 2,
    }
}

#[test]
fn the_card_says_what_where_why_and_what_to_do_and_can_be_closed() {
    let (words, trouble, asked) = (Words::english(), trouble(), Cell::new(None));
    let mut harness = harness(vec2(1280.0, 720.0), |ui| asked.set(card(ui.ctx(), &words, &trouble).or(asked.get())));
    for text in [
        "scenarios/pool.ron:41:18",
        "41  to: \"desk2\",",
        "no such beat",
        "Did you mean `desk`?",
        "and 2 more findings",
    ] {
        harness.get_by_label(text);
    }
    let what = harness.get_by_label("S103 the beat `desk2` does not exist");
    assert_eq!(what.accesskit_node().live(), Live::Polite);
    for (button, means) in [("Close", Asked::Close), ("Fold away", Asked::Fold)] {
        harness.get_by_label(button).click();
        harness.run();
        assert_eq!(asked.take(), Some(means));
    }
}

#[test]
fn where_there_is_room_the_card_leaves_the_replies_and_what_is_said_free() {
    let words = Words::english();
    for size in [vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        let harness = harness(size, |ui| {
            card(ui.ctx(), &words, &trouble());
        });
        let (top, end) =
            (harness.get_by_label("scenarios/pool.ron:41:18").rect(), harness.get_by_label("Close").rect());
        assert!(top.top() > 58.0, "under the bar: {top}");
        assert!(end.right() < size.x / 2.0 && end.bottom() < size.y * 0.64, "over the picture: {end}");
    }
}

#[test]
fn nothing_is_clipped_or_covered_in_any_size() {
    let words = Words::english();
    let long = Trouble {
        what: LONG.into(),
        why: Some(LONG.into()),
        help: Some(LONG.into()),
        excerpt: Some(Excerpt {
            line: 1234,
            before: LONG.into(),
            part: LONG.into(),
            after: LONG.into(),
            label: Some(LONG.into()),
        }),
        ..trouble()
    };
    for size in SIZES {
        for trouble in [&trouble(), &long] {
            let harness = harness(size, |ui| {
                card(ui.ctx(), &words, trouble);
            });
            assert_no_overlap(&harness.output().shapes);
        }
        let harness = harness(size, |ui| strip(ui, LONG));
        assert_no_overlap(&harness.output().shapes);
        assert_eq!(harness.get_by_label(LONG).accesskit_node().live(), Live::Polite);
    }
}

#[test]
fn the_card_grows_with_what_it_has_to_say() {
    let (words, short, long) =
        (Words::english(), Cell::new(true), Trouble { what: LONG.into(), help: Some(LONG.into()), ..trouble() });
    let first = Trouble { excerpt: None, why: None, help: None, more: 0, ..trouble() };
    let mut harness = harness(vec2(1280.0, 720.0), |ui| {
        card(ui.ctx(), &words, if short.get() { &first } else { &long });
    });
    let height = |harness: &egui_kittest::Harness<'_>| {
        let top = harness.get_by_label("This text cannot be played as it is now").rect().top();
        harness.get_by_label("Close").rect().bottom() - top
    };
    let before = height(&harness);
    short.set(false);
    harness.run();
    assert!(height(&harness) > before + 80.0);
}

#[test]
fn in_a_small_window_it_is_one_line_that_leaves_the_screen_its_room_and_unfolds_by_name_and_key() {
    let words = Words::english();
    let one_line = Folded::of(&words, &trouble());
    for size in SIZES {
        let asked = Cell::new(false);
        let below = Cell::new(0.0);
        let mut harness = harness(size, |ui| {
            asked.set(folded(ui, &one_line) | asked.get());
            below.set(ui.available_height());
        });
        assert_no_overlap(&harness.output().shapes);
        let said = harness.get_by_label("S103 This text cannot be played as it is now");
        assert_eq!(said.accesskit_node().live(), Live::Polite);
        // Two rows at most, in the narrowest of them.
        assert!(below.get() > size.y - 72.0, "{} of {size:?} are left to the screen", below.get());
        harness.get_by_label("Show").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(asked.get(), "the keyboard reaches it at {size:?}");
    }
}

#[test]
fn the_card_stands_open_only_where_it_leaves_the_conversation_free() {
    let window = |width, height| Rect::from_min_size(Pos2::ZERO, vec2(width, height));
    // 1280×720 at text sizes of 250 %, 150 %, 125 % and 100 %.
    for (size, folded) in
        [((512.0, 288.0), true), ((853.0, 480.0), true), ((1024.0, 576.0), true), ((1280.0, 720.0), false)]
    {
        assert_eq!(leaves_no_room(window(size.0, size.1)), folded, "{size:?}");
    }
}
