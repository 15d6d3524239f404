//! The card and the line by name, in every size.

use std::cell::Cell;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::vec2;
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
    let (words, trouble, closed) = (Words::english(), trouble(), Cell::new(false));
    let mut harness = harness(vec2(1280.0, 720.0), |ui| closed.set(closed.get() | card(ui.ctx(), &words, &trouble)));
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
    harness.get_by_label("Close").click();
    harness.run();
    drop(harness);
    assert!(closed.get());
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
