//! The live board by name and key.

use bevy_egui::egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_no_overlap, assert_pages, press};
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

/// A board of thirty people, with every number told.
fn full(words: &Words) -> View {
    let row = |what: String, share: Option<u16>| {
        let told = if share.is_some() { "12 people" } else { "fewer than 5" };
        Row { what, told: told.into(), share }
    };
    let outcomes = ["returns", "passive", "complains", "walks-away", "goes-public"];
    let competency = |id: &str| Competency {
        name: id.into(),
        mean: "51 of 100 · developing".into(),
        segments: vec![Segment { band: Band::Start, people: 12, share: 400 }],
        told: "starting out 12 · developing 10 · the others are not shown".into(),
    };
    View {
        trouble: None,
        figures: ["live-begun", "live-under-way", "live-following-up", "live-finished"]
            .map(|what| Figure { number: "30".into(), what: words.text(what) })
            .into(),
        results: words.format("live-results", &[("n", 30_usize.into())]),
        competencies: ["Listening", "Apology", "Accountability", "Follow-through"].map(competency).into(),
        endings: outcomes.map(|what| row(words.text(&format!("outcome-{what}")), Some(240))).into(),
        answered: words.format("live-answered", &[("n", 30_usize.into())]),
        obstacles: ["A rule forbids it", "Somebody else decides", "I could not find it out", "There is no time"]
            .map(|what| row(what.into(), Some(300)))
            .into_iter()
            .chain([row("The means are missing".into(), None), row("Nothing".into(), None)])
            .collect(),
        confident: Some(words.format("live-confident", &[("whole", 3_u64.into()), ("tenth", 4_u64.into())])),
        notes: vec![words.text("live-unnamed")],
        names: (1..=30).map(|number| format!("Person {number}")).collect(),
        ..view("Front desk")
    }
}

#[test]
fn a_projector_shows_all_of_it_without_scrolling() {
    for language in Language::ALL {
        let words = Words::of(language);
        let view = full(&words);
        for size in [vec2(1280.0, 720.0), vec2(1456.0, 819.0), vec2(1920.0, 1080.0)] {
            for names in [Names::Hidden, Names::Asked, Names::Shown] {
                let mut state = UiState { names };
                testing::asked(
                    size,
                    |ui| show(ui, &words, &view, &mut state),
                    |harness| {
                        assert_no_overlap(&harness.output().shapes);
                        let last = harness.get_by_label_contains(&words.text("live-unnamed")).rect();
                        assert!(last.bottom() <= size.y, "{size} {language:?} {names:?}: {last}");
                    },
                );
            }
        }
    }
}

#[test]
fn those_whose_number_is_not_told_stand_together() {
    asked(&full(&Words::english()), ROOM, |harness| {
        assert!(harness.query_by_label("fewer than 5: The means are missing · Nothing").is_some());
        assert!(harness.query_by_label("There is no time").is_some());
    });
}
