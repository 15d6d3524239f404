//! The live board by name and key.

use bevy_egui::egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_pages, press};
use crate::words::{Language, Words};

const ROOM: Vec2 = vec2(1280.0, 1600.0);

fn view(text: &str) -> View {
    let row = |what: &str, share: Option<u16>| Row { what: what.into(), told: "7 people".into(), share };
    let segment = |band, people, share| Segment { band, people, share };
    View {
        chips: vec!["Front desk".into(), text.into()],
        as_of: "as of 14:05".into(),
        trouble: Some(text.into()),
        empty: false,
        figures: ["begun", "in the conversation", "following up", "finished", text]
            .map(|what| Figure { number: "12".into(), what: what.into() })
            .into(),
        results: text.into(),
        competencies: vec![
            Competency {
                name: "Listening".into(),
                mean: "62 of 100".into(),
                segments: vec![segment(Band::Start, 5, 250), segment(Band::Strong, 9, 450)],
                told: text.into(),
            },
            Competency { name: text.into(), mean: "not enough evidence".into(), ..Competency::default() },
        ],
        endings: vec![row(text, Some(500)), row("Complains", None)],
        answered: "12 people said.".into(),
        obstacles: vec![row("No time", Some(583)), row(text, None)],
        confident: Some(text.into()),
        notes: vec![text.into()],
        names: vec!["Asha".into(), "Otieno".into(), text.into()],
    }
}

fn asked(view: &View, size: Vec2, drive: impl FnOnce(&mut Harness<'_>)) -> Vec<Action> {
    let (words, mut state) = (Words::english(), UiState::default());
    testing::asked(size, |ui| show(ui, &words, view, &mut state), drive)
}

#[test]
fn names_come_only_after_somebody_was_told_who_reads_them() {
    let actions = asked(&view("A pool"), ROOM, |harness| {
        let names = |harness: &Harness<'_>| harness.query_by_label_contains("Asha").is_some();
        assert!(!names(harness));
        press(harness, &[Key::N]);
        assert!(!names(harness) && harness.query_by_label_contains("Everybody who sees this screen").is_some());
        press(harness, &[Key::Escape]);
        assert!(
            harness.query_by_label_contains("Everybody who sees this screen").is_none(),
            "it takes that back first"
        );
        harness.get_by_label("Show names").click();
        harness.run();
        assert!(!names(harness), "one press shows nobody");
        harness.get_by_label("Show them").click();
        harness.run();
        assert!(names(harness));
        harness.get_by_label("Hide names").click();
        harness.run();
        assert!(!names(harness));
    });
    assert_eq!(actions, []);
}

#[test]
fn escape_and_its_button_go_back() {
    assert_eq!(asked(&view("a"), ROOM, |harness| press(harness, &[Key::Escape])), [Action::Back]);
    assert_eq!(asked(&view("a"), ROOM, |harness| harness.get_by_label("Back").click()), [Action::Back]);
}

#[test]
fn what_is_drawn_is_also_said() {
    asked(&view("A pool"), ROOM, |harness| {
        for text in ["as of 14:05", "12", "in the conversation", "Listening", "62 of 100", "No time"] {
            assert!(harness.query_all_by_label(text).next().is_some(), "{text}");
        }
    });
    let empty = View { empty: true, ..view("A pool") };
    asked(&empty, ROOM, |harness| {
        assert!(harness.query_by_label_contains("Nobody has begun").is_some());
        assert!(harness.query_by_label("Listening").is_none());
    });
}

#[test]
fn it_fits_every_size_in_every_language() {
    for language in Language::ALL {
        let (words, view) = (Words::of(language), view(LONG));
        for size in SIZES {
            for names in [Names::Asked, Names::Shown] {
                let mut state = UiState { names };
                testing::asked(size, |ui| show(ui, &words, &view, &mut state), |harness| assert_pages(harness, 10));
            }
        }
    }
}
