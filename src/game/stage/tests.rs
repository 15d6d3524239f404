//! What holds for every word a scenario file may use and for every size of window. How it looks is for people to judge.
#![allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]

use bevy_egui::egui::{Context, LayerId, Painter, RawInput, Rect, Shape, epaint::ClippedShape, pos2, vec2};

use super::*;
use crate::customer::Feeling;

fn shapes(paint: impl Fn(&Painter)) -> Vec<ClippedShape> {
    let ctx = Context::default();
    let mut output = ctx.run_ui(RawInput::default(), |ui| paint(&ui.ctx().layer_painter(LayerId::background())));
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    shapes
}

fn assert_painted(what: &str, paint: impl Fn(&Painter)) {
    let mut vertices = 0;
    for clipped in shapes(paint) {
        if let Shape::Mesh(mesh) = &clipped.shape {
            assert!(mesh.is_valid(), "{what}: an index without a vertex");
            assert!(mesh.vertices.iter().all(|v| v.pos.is_finite()), "{what}: a vertex is nowhere");
            vertices += mesh.vertices.len();
        }
    }
    assert!(vertices > 100, "{what}: nothing painted");
}

const MOODS: [f32; 7] = [-1.0, -0.62, -0.28, 0.0, 0.08, 0.45, 1.0];

#[test]
fn words_follow_the_mood() {
    let words: Vec<&str> = (-100..=100)
        .map(|mood| Expression { mood: mood as f32 / 100.0, engagement: 1.0 }.word())
        .fold(Vec::new(), |mut seen, word| {
            if seen.last() != Some(&word) {
                seen.push(word);
            }
            seen
        });
    assert_eq!(words, ["furious", "upset", "uneasy", "calm", "relieved", "delighted"]);
    assert_eq!(Expression { mood: 0.0, engagement: 0.1 }.word(), "indifferent");
}

#[test]
fn numbers_reach_every_word() {
    let word =
        |calm, satisfaction, anger, trust, feeling| Expression::of(calm, satisfaction, anger, trust, feeling).word();
    assert_eq!(word(0, 0, 1000, 0, Feeling::Upset), "furious");
    assert_eq!(word(300, 300, 600, 300, Feeling::Upset), "upset");
    assert_eq!(word(800, 500, 100, 400, Feeling::Upset), "uneasy");
    assert_eq!(word(700, 480, 200, 300, Feeling::Indifferent), "indifferent");
    assert_eq!(word(480, 498, 330, 480, Feeling::Indifferent), "uneasy");
    assert_eq!(word(620, 590, 0, 500, Feeling::Happy), "calm");
    assert_eq!(word(720, 690, 100, 650, Feeling::Happy), "relieved");
    assert_eq!(word(1000, 950, 0, 950, Feeling::Happy), "delighted");
}

#[test]
fn a_worse_number_never_looks_better() {
    for feeling in [Feeling::Happy, Feeling::Indifferent, Feeling::Upset] {
        let moods: Vec<f32> = (0..=20).map(|i| Expression::of(500, 500, i * 50, 500, feeling).mood).collect();
        assert!(moods.windows(2).all(|pair| pair[1] <= pair[0]), "{feeling:?}: more anger, better mood");
    }
}

#[test]
fn easing_arrives() {
    let target = Expression { mood: -0.9, engagement: 0.2 };
    let mut face = Expression { mood: 0.9, engagement: 1.0 };
    assert!(!face.settled(&target));
    let mut frames = 0;
    while !face.settled(&target) {
        let next = face.towards(target, 1.0 / 60.0);
        assert!(next.mood <= face.mood, "overshot");
        face = next;
        frames += 1;
        assert!(frames < 300, "never arrives");
    }
    assert_eq!(face, target);
    assert_eq!(face.towards(target, 0.0), target);
}

#[test]
fn every_look_paints_at_every_size() {
    for size in [50.0, 160.0, 700.0, 3000.0] {
        for hair in HAIR {
            for (i, clothes) in CLOTHES.iter().enumerate() {
                let age = AGES[i % AGES.len()];
                let look = Look::new(hair, (i % 6) as u8 + 1, clothes, age, i % 2 == 0);
                let mood = MOODS[i % MOODS.len()];
                let expression = Expression { mood, engagement: (i % 3) as f32 / 2.0 };
                let rect = Rect::from_min_size(pos2(3.0, 5.0), vec2(size, size));
                assert_painted(&format!("{hair} {clothes} {size}"), |painter| {
                    paint_portrait(painter, rect, &look, &expression, Phase { breath: 0.3, blink: i as f32 / 6.0 });
                });
            }
        }
    }
}

#[test]
fn unknown_words_and_odd_numbers_paint_too() {
    let look = Look::new("spiral", 0, "armour", "ageless", true);
    let expression = Expression { mood: 7.0, engagement: -3.0 };
    let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 900.0));
    assert_painted("unknown", |painter| {
        paint_portrait(painter, rect, &look, &expression, Phase { breath: 9.0, blink: 2.0 });
    });
}

#[test]
fn places_fill_any_shape() {
    for (width, height) in
        [(50.0, 50.0), (300.0, 250.0), (690.0, 664.0), (2200.0, 700.0), (400.0, 2160.0), (3000.0, 2160.0)]
    {
        let rect = Rect::from_min_size(pos2(0.0, 40.0), vec2(width, height));
        for place in PLACES.iter().copied().chain(["somewhere else"]) {
            assert_painted(place, |painter| paint_place(painter, rect, place));
            assert_painted(place, |painter| paint_counter(painter, rect, place));
        }
        assert!(rect.expand(1.0).contains_rect(portrait_rect(rect)), "{width}×{height}: the portrait leaves the stage");
        for step in [0.0, 0.4, 1.0] {
            assert_painted("phone", |painter| paint_phone(painter, rect, 'A', step, step, step));
        }
    }
}

#[test]
fn nothing_is_painted_where_there_is_no_room() {
    let look = Look::new("bun", 2, "shirt", "adult", false);
    let painted = shapes(|painter| {
        paint_portrait(painter, Rect::NOTHING, &look, &Expression::CALM, Phase::default());
        paint_place(painter, Rect::NOTHING, "office");
        paint_counter(painter, Rect::ZERO, "office");
        paint_phone(painter, Rect::ZERO, 'A', 0.5, 0.5, 0.5);
    });
    assert!(painted.iter().all(|clipped| !matches!(clipped.shape, Shape::Mesh(_))));
}
