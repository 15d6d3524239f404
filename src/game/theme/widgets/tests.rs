//! The widgets by name and key, and the interface texts of the screens that are built from them.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};

use bevy_egui::egui::{Key, ScrollArea, Shape, Ui, vec2};
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{LONG, SIZES, assert_no_overlap, contrast, harness, rows};
use crate::game::theme::{Theme, set_theme};
use crate::words::Words;

/// The screens whose texts stand in this part of the words file, and what their keys begin with.
const ROOMS: [&str; 4] = ["theme", "menu", "briefing", "debrief"];
const KINDS: [&str; 11] =
    ["feeling", "level", "quoted", "mode", "menu", "briefing", "debrief", "promise", "band", "outcome", "key"];

fn every_widget(ui: &mut Ui, words: &Words, text: &str) {
    top_bar(ui, text, &[Chip::on(text), Chip::new("Face to face")], |ui| {
        bar_button(ui, "Notebook", "N");
        bar_button(ui, "Menu", "Esc");
    });
    ScrollArea::vertical().show(ui, |ui| {
        card(ui, |ui| {
            for draw in [title, heading, body, strong, note, speech, quotation] {
                draw(ui, text);
            }
            ui.horizontal_wrapped(|ui| {
                chip(ui, &Chip::new(text));
                chip_button(ui, &Chip::on(text));
                key_cap(ui, "Esc");
                key_hint(ui, &["1", "2"], text);
                number_badge(ui, 12);
            });
            reply_card(ui, 1, text, true);
            quotation_block(ui, tokens_colour(ui), |ui| body(ui, text));
            bullet(ui, "✓", tokens_colour(ui), |ui| body(ui, text));
            primary_button(ui, text, "↵");
            secondary_button(ui, text, "");
            switch(ui, &mut true, text);
            level_pips(ui, words, 2, 3);
            let colour = tokens_colour(ui);
            score_bar(
                ui,
                &ScoreBar { name: text, score: Some(58), word: text, note: text, range: Some((20, 96)), colour },
            );
        });
    });
}

fn tokens_colour(ui: &Ui) -> bevy_egui::egui::Color32 {
    crate::game::theme::tokens(ui).accent
}

#[test]
fn no_widget_lets_text_stick_out_or_overlap() {
    let words = Words::english();
    for size in SIZES {
        for text in ["Short", LONG] {
            let harness = harness(vec2(size.x, 4000.0), |ui| every_widget(ui, &words, text));
            assert_no_overlap(&harness.output().shapes);
        }
    }
}

#[test]
fn a_reply_card_is_one_thing_to_click_and_to_read_aloud() {
    let clicks = Cell::new(0);
    let mut harness = harness(vec2(600.0, 300.0), |ui| {
        if reply_card(ui, 1, "It should be *warm* and it isn't.", false).clicked() {
            clicks.set(clicks.get() + 1);
        }
    });
    let name = "It should be warm and it isn't.";
    harness.query_all_by_label(name).next().expect("the card").click();
    harness.run();
    assert_eq!(clicks.get(), 1);
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(clicks.get(), 2, "Enter presses what has the focus");
}

#[test]
fn what_cannot_be_pressed_now_can_still_be_read() {
    for theme in Theme::ALL {
        let least = if theme == Theme::HighContrast { 7.0 } else { 4.5 };
        let harness = harness(vec2(400.0, 400.0), |ui| {
            set_theme(ui.ctx(), theme);
            ui.add_enabled_ui(false, |ui| {
                primary_button(ui, "Say it", "↵");
                secondary_button(ui, "Keep", "K");
                icon_button(ui, "−", "Smaller text");
                chip_button(ui, &Chip::new("Notebook"));
                switch(ui, &mut false, "Less movement");
            });
        });
        let rows = rows(&harness.output().shapes);
        assert!(rows.len() >= 7, "{rows:?}");
        for row in rows {
            for ground in [theme.tokens().paper, theme.tokens().card] {
                // Whatever lets the ground through is as faint as it makes the letters.
                let ratio = contrast(ground.blend(row.colour), ground);
                assert!(ratio >= least, "“{}” in {theme:?} is only {ratio:.2} to 1", row.text);
            }
        }
    }
}

#[test]
fn a_label_has_no_edge_and_whatever_can_be_pressed_has_one() {
    let edges = |draw: fn(&mut Ui)| {
        let harness = harness(vec2(300.0, 100.0), draw);
        let shapes = harness.output().shapes.iter();
        shapes.filter(|clipped| matches!(&clipped.shape, Shape::Rect(rect) if rect.stroke.width > 0.0)).count()
    };
    for label in [
        |ui: &mut Ui| drop(chip(ui, &Chip::new("Practice"))),
        |ui: &mut Ui| drop(chip(ui, &Chip::on("During"))),
        |ui: &mut Ui| drop(key_cap(ui, "Esc")),
    ] {
        assert_eq!(edges(label), 0);
    }
    for pressable in [
        |ui: &mut Ui| drop(chip_button(ui, &Chip::new("Pause"))),
        |ui: &mut Ui| drop(chip_button(ui, &Chip::on("Notebook"))),
        |ui: &mut Ui| {
            choices(ui, "", &["Day".to_owned()], Some(0));
        },
        |ui: &mut Ui| drop(bar_button(ui, "Menu", "Esc")),
        |ui: &mut Ui| drop(primary_button(ui, "Start", "")),
    ] {
        assert!(edges(pressable) > 0);
    }
}

#[test]
fn levels_are_read_aloud_in_words() {
    let words = Words::english();
    let harness = harness(vec2(300.0, 200.0), |ui| {
        level_pips(ui, &words, 2, 3);
        level_pips(ui, &words, 2, 2);
    });
    assert!(harness.query_by_label("2 of 3").is_some());
    assert!(harness.query_by_label("2 of 2").is_some());
}

#[test]
fn the_bar_keeps_its_right_end_at_the_right() {
    let right = RefCell::new(Vec::new());
    let _harness = harness(vec2(1000.0, 200.0), |ui| {
        let end = top_bar(ui, "Debrief", &[Chip::new("Practice")], |ui| bar_button(ui, "Menu", "Esc").rect.right());
        right.borrow_mut().push(end);
    });
    let last = right.borrow().last().copied().unwrap_or_default();
    assert!((last - 984.0).abs() < 2.0, "{last}");
}

#[test]
fn every_text_that_a_screen_asks_for_exists_and_every_text_is_asked_for() {
    let words = Words::english();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let asked: Vec<_> = ROOMS.iter().flat_map(|room| asked_in(&root.join("game").join(room))).collect();
    assert!(asked.len() > 80, "only {} keys were found", asked.len());
    for key in &asked {
        assert!(words.has(key), "`{key}` has no text");
    }
    let asked = asked_in(&root);
    let file = include_str!("../../../../assets/words/en.ftl");
    let sections = file.split("\n## ").filter(|section| {
        ["Widgets", "Menu", "Briefing", "Debrief"].iter().any(|name| section.starts_with(&format!("{name}\n")))
    });
    for line in sections.flat_map(str::lines) {
        if let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with(' ')) {
            assert!(asked.iter().any(|asked| asked == key), "`{key}` is never asked for");
        }
    }
}

fn asked_in(folder: &Path) -> Vec<String> {
    let texts = sources(folder).into_iter().map(|file| fs::read_to_string(file).expect("a source file"));
    texts.flat_map(|source| keys(&source)).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files
}

/// The string literals of `source` that look like keys of interface texts.
fn keys(source: &str) -> Vec<String> {
    let literals = source.split('"').skip(1).step_by(2);
    let looks = |text: &&str| {
        let kind = text.split('-').next().unwrap_or_default();
        KINDS.contains(&kind)
            && (text.contains('-') || *text == "quoted")
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    literals.filter(looks).map(str::to_owned).collect()
}

#[test]
fn a_way_says_where_one_stands_at_any_width() {
    let stop = |name: &str, reached| Stop { name: name.into(), aloud: format!("{name}, {reached:?}"), reached };
    let stops = [
        stop("Listen", Reached::Before),
        stop("Name it", Reached::Now),
        stop("Tuvumiliane", Reached::Ahead),
        stop("Follow up", Reached::Ahead),
    ];
    for width in [150.0, 300.0, 620.0] {
        let harness = harness(vec2(width, 260.0), |ui| way(ui, &stops));
        for aloud in ["Listen, Before", "Name it, Now", "Tuvumiliane, Ahead", "Follow up, Ahead"] {
            assert!(harness.query_by_label(aloud).is_some(), "{aloud} at {width}");
        }
        assert_no_overlap(&harness.output().shapes);
    }
}
