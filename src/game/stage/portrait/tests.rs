//! Every word a trainer may write is drawn, and drawn as something of its own; and no two people of the library could be
//! taken for each other.
#![allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]

use bevy_egui::egui::{Shape, epaint::ClippedShape};

use super::*;
use crate::game::stage::tests::{assert_painted, library, shapes};
use crate::scenario::{Portrait, portrait};

const MOODS: [f32; 7] = [-1.0, -0.62, -0.28, 0.0, 0.08, 0.45, 1.0];

/// A way to put a word into a portrait.
type Put = fn(&mut Portrait, &str);

/// Every table of words, with how its words are worn; some of them go with another word.
fn tables() -> [(&'static [&'static str], Put); 14] {
    [
        (portrait::HAIR, |who, word| word.clone_into(&mut who.hair)),
        (portrait::CLOTHES, |who, word| word.clone_into(&mut who.clothes)),
        (portrait::AGES, |who, word| word.clone_into(&mut who.age)),
        (portrait::FRAMES, |who, word| {
            who.glasses = true;
            word.clone_into(&mut who.frames);
        }),
        (portrait::HAIR_COLOURS, |who, word| word.clone_into(&mut who.hair_colour)),
        (portrait::COLOURS, |who, word| {
            who.hair = "hijab".to_owned();
            word.clone_into(&mut who.cover_colour);
        }),
        (portrait::COLOURS, |who, word| word.clone_into(&mut who.colour)),
        (portrait::FACES, |who, word| word.clone_into(&mut who.face)),
        (portrait::EYES, |who, word| word.clone_into(&mut who.eyes)),
        (portrait::BROWS, |who, word| word.clone_into(&mut who.brows)),
        (portrait::NOSES, |who, word| word.clone_into(&mut who.nose)),
        (portrait::BEARDS, |who, word| word.clone_into(&mut who.beard)),
        (portrait::EARRINGS, |who, word| word.clone_into(&mut who.earrings)),
        (portrait::BUILDS, |who, word| word.clone_into(&mut who.build)),
    ]
}

fn painted(who: &Portrait, size: f32, mood: f32) -> Vec<ClippedShape> {
    let look = Look::of(who);
    let rect = Rect::from_min_size(pos2(3.0, 5.0), vec2(size, size));
    let face = Expression { mood, engagement: 0.5 };
    assert_painted(&format!("{who:?}"), |painter| {
        paint_portrait(painter, rect, &look, &face, Phase { breath: 0.3, blink: 0.1 });
    });
    shapes(|painter| paint_portrait(painter, rect, &look, &face, Phase { breath: 0.3, blink: 0.1 }))
}

fn meshes(shapes: &[ClippedShape]) -> Vec<(Pos2, bevy_egui::egui::Color32)> {
    let meshes = shapes.iter().filter_map(|one| match &one.shape {
        Shape::Mesh(mesh) => Some(mesh.vertices.iter().map(|vertex| (vertex.pos, vertex.color))),
        _ => None,
    });
    meshes.flatten().collect()
}

#[test]
fn every_word_is_drawn_as_something_of_its_own() {
    for (words, put) in tables() {
        let pictures: Vec<_> = words
            .iter()
            .map(|word| {
                let mut who = Portrait::default();
                put(&mut who, word);
                meshes(&painted(&who, 420.0, 0.08))
            })
            .collect();
        for (at, picture) in pictures.iter().enumerate() {
            for (other, before) in pictures.iter().enumerate().take(at) {
                assert!(picture != before, "`{}` looks just like `{}`", words[at], words[other]);
            }
        }
    }
}

#[test]
fn every_style_is_drawn_with_every_mood_at_every_size() {
    for size in [50.0, 160.0, 700.0, 3000.0] {
        for (i, hair) in portrait::HAIR.iter().enumerate() {
            let mut who = Portrait { hair: (*hair).to_owned(), skin: (i % 6) as u8 + 1, ..Portrait::default() };
            // Every other table goes round beside the hair.
            for (k, (words, put)) in tables().iter().enumerate().skip(1).filter(|(k, _)| *k != 5) {
                put(&mut who, words[(i + k) % words.len()]);
            }
            who.lines = Some((i % 4) as u8);
            who.freckles = i % 2 == 0;
            painted(&who, size, MOODS[i % MOODS.len()]);
        }
    }
}

#[test]
fn unknown_words_and_odd_numbers_are_drawn_too() {
    let strange = Portrait {
        hair: "spiral".into(),
        skin: 0,
        clothes: "armour".into(),
        age: "ageless".into(),
        glasses: true,
        frames: "heart".into(),
        grey: Some(255),
        lines: Some(200),
        ..Portrait::default()
    };
    painted(&strange, 300.0, 7.0);
}

/// What anybody would see from across the room, each as a word.
fn seen(who: &Portrait) -> Vec<String> {
    let look = Look::of(who);
    let hidden = look.hair.is_covered() || look.hair == Hair::Bald;
    let glasses = look.frames.map_or("bare".to_owned(), |frames| format!("{frames:?}"));
    vec![
        format!("{:?}", look.hair),
        if hidden { String::new() } else { format!("{:?}", look.strands) },
        format!("skin {}", who.skin),
        format!("{:?}", look.clothes),
        format!("{:?}", look.cloth),
        if look.hair.has_cloth() { format!("{:?}", look.cover) } else { String::new() },
        glasses,
        format!("{:?}", look.beard),
        format!("{:?}", look.face),
        format!("{:?} {}", look.age, look.lines),
        format!("{:?}", look.earrings),
    ]
}

#[test]
fn nobody_in_the_library_could_be_taken_for_somebody_else() {
    let mut people: Vec<(String, Portrait)> = Vec::new();
    for scenario in library() {
        let customer = &scenario.customer;
        // Somebody who comes back in another scenario is the same to the eye.
        if people.iter().any(|(name, who)| name.starts_with(&customer.name) && *who == customer.portrait) {
            continue;
        }
        people.push((format!("{} of {}", customer.name, scenario.id), customer.portrait.clone()));
        for (id, form) in &scenario.forms {
            if let Some(portrait) = &form.portrait {
                people.push((format!("{id} of {}", scenario.id), portrait.clone()));
            }
        }
    }
    assert!(people.len() > 20, "the library was found");
    for (at, (one, who)) in people.iter().enumerate() {
        for (word, known) in who.words().iter().map(|word| (word, word.is_known())) {
            assert!(known, "{one}: {word:?}");
        }
        for (other, whom) in people.iter().take(at) {
            let differ = seen(who).iter().zip(seen(whom)).filter(|(one, other)| *one != other).count();
            assert!(differ >= 3, "{one} and {other} differ in {differ} features only");
        }
    }
}
