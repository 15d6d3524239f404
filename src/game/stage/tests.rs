//! What holds for every word a scenario file may use and for every size of window. How it looks is for people to judge.
#![allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bevy_egui::egui::{
    Color32, Context, LayerId, Painter, Pos2, RawInput, Rect, Shape, epaint::ClippedShape, pos2, vec2,
};

use super::*;
use crate::customer::Feeling;
use crate::scenario::{Channel, Checked, Portrait, Rules, load, source_from_bytes};

pub(super) fn shapes(paint: impl Fn(&Painter)) -> Vec<ClippedShape> {
    let ctx = Context::default();
    let mut output = ctx.run_ui(RawInput::default(), |ui| paint(&ui.ctx().layer_painter(LayerId::background())));
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    shapes
}

pub(super) fn assert_painted(what: &str, paint: impl Fn(&Painter)) {
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
    assert_eq!(word(800, 500, 100, 400, Feeling::Upset), "upset");
    assert_eq!(word(700, 480, 200, 300, Feeling::Indifferent), "indifferent");
    assert_eq!(word(480, 498, 330, 480, Feeling::Indifferent), "uneasy");
    assert_eq!(word(880, 480, 200, 560, Feeling::Indifferent), "calm", "whoever asks for help has not given up");
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

/// The scenarios that come with the program.
pub(super) fn library() -> Vec<Checked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder of scenarios")
        .filter_map(|item| item.expect("a file").file_name().into_string().ok())
        // A translation or a companion has two dots in its name.
        .filter(|name| name.strip_suffix(".ron").is_some_and(|name| !name.contains('.')))
        .collect();
    names.sort();
    let read = |name: &String| {
        let bytes = fs::read(folder.join(name)).expect("a file");
        let source = source_from_bytes(name, &bytes).expect("a text");
        load(&source, &Rules::builtin()).expect("a sound scenario")
    };
    names.iter().map(read).collect()
}

#[test]
fn where_people_of_the_library_meet_there_is_a_picture() {
    let mut places = BTreeSet::new();
    for scenario in library() {
        let meetings = scenario.beats.values().filter(|beat| scenario.channel(beat) == Channel::FaceToFace);
        places.extend(meetings.map(|beat| {
            let place = scenario.place(beat).unwrap_or_default();
            (picture_of(place, &scenario.sector).to_owned(), scenario.id.clone())
        }));
    }
    for (place, scenario) in &places {
        assert!(PLACES.contains(&place.as_str()), "{scenario}: nobody has drawn `{place}`");
    }
    let drawn: BTreeSet<_> = places.iter().map(|(place, _)| place).collect();
    assert!(drawn.len() > 8, "few pictures for many stories: {drawn:?}");
}

#[test]
fn every_place_is_a_picture_of_its_own() {
    let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(690.0, 664.0));
    let vertices = |place: &str, light: Light| -> Vec<_> {
        let meshes =
            shapes(|painter| paint_place(painter, rect, place, light)).into_iter().filter_map(|one| match one.shape {
                Shape::Mesh(mesh) => {
                    Some(mesh.vertices.iter().map(|vertex| (vertex.pos, vertex.color)).collect::<Vec<_>>())
                }
                _ => None,
            });
        meshes.flatten().collect()
    };
    let places = PLACES.iter().copied().chain(["anywhere"]);
    let pictures: Vec<_> = places.map(|place| (place, vertices(place, Light::Day))).collect();
    for (place, by_day) in &pictures {
        // The same room, darker.
        let by_evening = vertices(place, Light::Evening);
        let light =
            |picture: &[(Pos2, Color32)]| -> u64 { picture.iter().map(|(_, color)| u64::from(color.g())).sum() };
        assert!(by_evening.len() >= by_day.len(), "`{place}` loses something in the evening");
        assert!(light(&by_evening[..by_day.len()]) < light(by_day), "`{place}` is no darker in the evening");
    }
    for (at, (place, picture)) in pictures.iter().enumerate() {
        for (other, before) in pictures.iter().take(at) {
            assert!(picture != before, "`{place}` looks just like `{other}`");
        }
    }
}

#[test]
fn a_word_is_another_place_in_another_trade() {
    assert_eq!(picture_of("gate", "air travel"), "airport-gate");
    assert_eq!(picture_of("gate", "holiday park"), "park-gate");
    assert_eq!(picture_of("office", "banking"), "bank");
    assert_eq!(picture_of("office", "telecom"), "office");
    assert_eq!(picture_of("cellar", "banking"), "cellar");
}

#[test]
fn places_fill_any_shape() {
    for (width, height) in
        [(50.0, 50.0), (300.0, 250.0), (690.0, 664.0), (2200.0, 700.0), (400.0, 2160.0), (3000.0, 2160.0)]
    {
        let rect = Rect::from_min_size(pos2(0.0, 40.0), vec2(width, height));
        for place in PLACES.iter().copied().chain(["somewhere else"]) {
            assert_painted(place, |painter| paint_place(painter, rect, place, Light::Day));
            assert_painted(place, |painter| paint_counter(painter, rect, place, Light::Evening));
        }
        assert!(rect.expand(1.0).contains_rect(portrait_rect(rect)), "{width}×{height}: the portrait leaves the stage");
        for step in [0.0, 0.4, 1.0] {
            assert_painted("phone", |painter| paint_phone(painter, rect, 'A', step, step, step));
        }
    }
}

#[test]
fn nothing_is_painted_where_there_is_no_room() {
    let look = Look::of(&Portrait::default());
    let painted = shapes(|painter| {
        paint_portrait(painter, Rect::NOTHING, &look, &Expression::CALM, Phase::default());
        paint_place(painter, Rect::NOTHING, "office", Light::Day);
        paint_counter(painter, Rect::ZERO, "office", Light::Day);
        paint_phone(painter, Rect::ZERO, 'A', 0.5, 0.5, 0.5);
    });
    assert!(painted.iter().all(|clipped| !matches!(clipped.shape, Shape::Mesh(_))));
}
