//! Whether text can be read in the pictures themselves: each row of letters against what was really drawn behind it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy_egui::egui::{Color32, Rect, pos2};
use bevy_egui::{EguiFullOutput, EguiPostUpdateSet};

use super::camera::{Picture, Studio};
use super::{Model, Scene, Shot, View, picture};
use crate::game::desk::Places;
use crate::game::settings::Settings;
use crate::game::theme::Theme;
use crate::game::theme::testing::{Row, contrast, rows};
use crate::library;
use crate::plays;
use crate::scenario::Rules;
use crate::session::Session;

/// The letters of thin strokes are mixed with their ground: so much of what the colours promise must be left of them.
const LEFT: f64 = 0.85;

/// The rows of text in the latest picture, and pixels in a point.
#[derive(Resource, Default)]
struct Written {
    rows: Vec<Row>,
    scale: f32,
}

fn note(output: Query<&EguiFullOutput>, mut written: ResMut<Written>) {
    for output in output.iter().filter_map(|output| output.0.as_ref()) {
        *written = Written { rows: rows(&output.shapes), scale: output.pixels_per_point };
    }
}

/// The greatest contrast of a pixel in a row with the ground of the row, which is its most frequent colour.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture")]
fn seen(picture: &Picture, row: &Row, scale: f32) -> f64 {
    let mut colours: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    let (place, width) = (row.place * scale, picture.image.width() as usize);
    let pixels = picture.image.data.as_deref().unwrap_or_default();
    for y in place.top() as usize..place.bottom() as usize {
        for x in place.left() as usize..place.right() as usize {
            if let Some([r, g, b]) = pixels.get((y * width + x) * 4..).and_then(<[u8]>::first_chunk) {
                *colours.entry([*r, *g, *b]).or_default() += 1;
            }
        }
    }
    let colour = |[r, g, b]: [u8; 3]| Color32::from_rgb(r, g, b);
    let Some(ground) = colours.iter().max_by_key(|(_, count)| **count).map(|(ground, _)| colour(*ground)) else {
        return f64::INFINITY;
    };
    colours.keys().map(|letter| contrast(colour(*letter), ground)).fold(1.0, f64::max)
}

/// A play of a scenario that goes well.
fn model(id: &str) -> Model {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{id}.ron"));
    let rules = Arc::new(Rules::builtin());
    let entry = library::read(&path, &rules);
    let scenario = entry.scenario.expect("a scenario that can be played");
    let source = library::read_source(&path.with_extension("plays.ron")).expect("its plays");
    let decisions = plays::model(&source, &scenario, &rules).expect("a play that passes");
    let session = Session::new(Arc::clone(&scenario), rules, 1, None).expect("a session");
    Model { scenario, source: entry.source, session, decisions }
}

#[test]
#[expect(clippy::print_stdout, reason = "who has no renderer is told why nothing was looked at")]
fn every_text_can_be_read_where_it_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    // The menu has one conversation, so that it is there soon.
    let scenarios = folder.path().join("scenarios");
    std::fs::create_dir(&scenarios).expect("a folder");
    let pool = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/heated-pool.ron");
    std::fs::copy(pool, scenarios.join("heated-pool.ron")).expect("a copy");
    let mut studio = match Studio::new(Places { scenarios, data: folder.path().join("data"), open: None }) {
        Ok(studio) => studio,
        Err(why) => return println!("No picture can be taken here ({why:?}), so none is looked at."),
    };
    let app = studio.app();
    app.init_resource::<Written>();
    app.add_systems(PostUpdate, note.after(EguiPostUpdateSet::EndPass).before(EguiPostUpdateSet::ProcessOutput));
    let (desk, phone) = (model("heated-pool"), model("fifth-call"));
    let scene = |play| Scene::Play(Box::new(play));
    let all = desk.decisions.len();
    let scenes = [
        ("menu", Scene::Menu),
        ("briefing", scene(desk.play(View::Briefing, 0))),
        ("desk", scene(desk.play(View::Conversation, 1))),
        ("phone", scene(phone.play(View::Conversation, 0))),
        ("debrief", scene(desk.play(View::Debrief, all))),
    ];
    let mut faint = Vec::new();
    let mut looked_at = 0;
    for theme in Theme::ALL {
        let least = LEFT * if theme == Theme::HighContrast { 7.0 } else { 4.5 };
        for (name, scene) in &scenes {
            let settings = Settings { theme, ..Settings::default() };
            let shot = Shot { scene: scene.clone(), settings, size: (1280, 720), file: format!("{name}.png").into() };
            let picture = picture(&mut studio, &shot).expect("a picture");
            let written = studio.world().resource::<Written>();
            let tokens = if *name == "phone" { theme.on_the_phone() } else { theme }.tokens();
            let texts = [tokens.ink, tokens.soft, tokens.accent, tokens.act_ink, tokens.happy, tokens.indifferent];
            // What a scroll area cuts off cannot be read anyway, and a sign in the picture of a place is not text.
            let whole = |row: &&Row| row.clip.contains_rect(row.place);
            let text = |row: &&Row| texts.contains(&row.colour) || row.colour == tokens.upset;
            for row in written.rows.iter().filter(whole).filter(text) {
                looked_at += 1;
                let seen = seen(&picture, row, written.scale);
                if seen < least {
                    faint.push(format!("{name} in {theme:?}: “{}” is only {seen:.2} to 1", row.text));
                }
            }
        }
    }
    assert!(looked_at > 200, "{looked_at}");
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn letters_like_their_ground_are_found() {
    let size = Extent3d { width: 20, height: 10, depth_or_array_layers: 1 };
    let (format, usage) = (TextureFormat::Rgba8UnormSrgb, RenderAssetUsages::default());
    let mut image = Image::new_fill(size, TextureDimension::D2, &[0xf7, 0xf1, 0xe6, 0xff], format, usage);
    let place = Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 10.0));
    let row = Row { text: "a".into(), place, clip: place, colour: Color32::BLACK };
    for (letter, readable) in [([0xd0, 0xcc, 0xc0, 0xff], false), ([0x1f, 0x29, 0x33, 0xff], true)] {
        let pixels = image.data.as_mut().expect("pixels");
        pixels.get_mut(400..404).expect("a pixel").copy_from_slice(&letter);
        assert_eq!(seen(&Picture { image: image.clone() }, &row, 1.0) >= LEFT * 4.5, readable);
    }
}
