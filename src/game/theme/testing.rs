//! Helpers for tests of screens: a harness with the theme, and the rule that no text is clipped or covered by another.

use std::cell::RefCell;

use bevy_egui::egui::epaint::{ClippedShape, Shape, TextShape};
use bevy_egui::egui::{Color32, Key, Rect, Ui, Vec2, vec2};
use egui_kittest::Harness;

use super::{install, set_reduced_motion};

/// Window sizes in points: what is left of 1024 × 600 … 3840 × 2160 at text sizes from 100 % to 250 %.
pub const SIZES: [Vec2; 7] = [
    vec2(410.0, 240.0),
    vec2(512.0, 300.0),
    vec2(899.0, 620.0),
    vec2(900.0, 527.0),
    vec2(1024.0, 600.0),
    vec2(1280.0, 720.0),
    vec2(2400.0, 1300.0),
];

/// A long text that has to wrap everywhere, with one word too long for any narrow column.
pub const LONG: &str = "A refund of the premium for three children and two grown-ups, which the Donaudampfschifffahrtsgesellschaftskapitänskajüte promised in writing";

/// What the harness leaves free around what it shows.
const FRAME: Vec2 = vec2(16.0, 16.0);

/// A harness of `size` points that draws with the theme of Amends.
pub fn harness<'a>(size: Vec2, mut show: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    let mut installed = false;
    let mut harness = Harness::builder().with_size(size + FRAME).with_max_steps(64).build_ui(move |ui| {
        if installed {
            show(ui);
        } else {
            installed = true;
            install(ui.ctx());
            set_reduced_motion(ui.ctx(), true);
            ui.ctx().request_repaint();
        }
    });
    harness.run();
    harness
}

/// Drives what `show` draws at a size, and gives back what it asked for.
pub fn asked<Asked: IntoIterator>(
    size: Vec2,
    mut show: impl FnMut(&mut Ui) -> Asked,
    drive: impl FnOnce(&mut Harness<'_>),
) -> Vec<Asked::Item> {
    let actions = RefCell::new(Vec::new());
    let mut harness = harness(size, |ui| actions.borrow_mut().extend(show(ui)));
    drive(&mut harness);
    harness.run();
    drop(harness);
    actions.into_inner()
}

/// The contrast of two colours as WCAG has it, from 1 to 21.
#[must_use]
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour: Color32| {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Presses one key after another.
pub fn press(harness: &mut Harness<'_>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

/// Pages through the screen and checks each page; `pages` is how often to go on.
pub fn assert_pages(harness: &mut Harness<'_>, pages: usize) {
    for _ in 0..=pages {
        assert_no_overlap(&harness.output().shapes);
        harness.key_press(Key::PageDown);
        harness.run();
    }
}

/// Checks what was drawn: no two visible texts overlap, and none sticks out of its clip rectangle to the left or right.
///
/// # Panics
/// With the texts and their places, where one does.
pub fn assert_no_overlap(shapes: &[ClippedShape]) {
    let rows = rows(shapes);
    assert!(!rows.is_empty(), "nothing was drawn");
    for (index, Row { text, place, clip, .. }) in rows.iter().enumerate() {
        assert!(
            place.left() >= clip.left() - 1.0 && place.right() <= clip.right() + 1.0,
            "“{text}” at {place:?} sticks out of {clip:?}"
        );
        for Row { text: other, place: other_place, clip: other_clip, .. } in rows.iter().take(index) {
            let both = place.intersect(*clip).intersect(other_place.intersect(*other_clip));
            assert!(
                both.width() < 1.0 || both.height() < 1.0,
                "“{text}” at {place:?} and “{other}” at {other_place:?} overlap"
            );
        }
    }
}

/// A row of text that can be seen.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it says.
    pub text: String,
    /// Where its letters stand, in points.
    pub place: Rect,
    /// What of the screen it is drawn on.
    pub clip: Rect,
    /// The colour it begins with.
    pub colour: Color32,
}

/// The rows of text that can be seen.
#[must_use]
pub fn rows(shapes: &[ClippedShape]) -> Vec<Row> {
    let mut rows = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut rows);
    }
    rows
}

fn collect(shape: &Shape, clip: Rect, rows: &mut Vec<Row>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, rows)),
        Shape::Text(TextShape { pos, galley, opacity_factor, .. }) => {
            let colour = galley.job.sections.first().map_or(Color32::TRANSPARENT, |section| section.format.color);
            let colour = colour.gamma_multiply(*opacity_factor);
            for row in &galley.rows {
                let text = row.text();
                // The middle of the line: line heights are generous, so letters only meet where lines truly do.
                let place = row.rect_without_leading_space().translate(pos.to_vec2());
                let place = place.shrink2(vec2(0.0, place.height() * 0.15));
                if !text.trim().is_empty() && place.intersects(clip) {
                    rows.push(Row { text: text.trim().to_owned(), place, clip, colour });
                }
            }
        }
        _ => {}
    }
}

#[test]
#[should_panic(expected = "overlap")]
fn a_text_over_another_is_found() {
    let harness = harness(vec2(300.0, 100.0), |ui| {
        let rect = ui.label("one text").rect;
        ui.put(rect.translate(vec2(10.0, 4.0)), bevy_egui::egui::Label::new("another"));
    });
    assert_no_overlap(&harness.output().shapes);
}

#[test]
#[should_panic(expected = "sticks out")]
fn a_text_that_is_cut_off_is_found() {
    let harness = harness(vec2(120.0, 100.0), |ui| {
        ui.add(bevy_egui::egui::Label::new("a text that does not fit into so little room").extend());
    });
    assert_no_overlap(&harness.output().shapes);
}
