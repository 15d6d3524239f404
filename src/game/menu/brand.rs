//! The name of the program: its mark, its name and one sentence. The mark is a speech bubble with a crack mended in gold.

use bevy_egui::egui::{Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::game::theme::widgets::{key_hint, line};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// Mark, name and sentence, the name at `size` points.
pub fn brand(ui: &mut Ui, words: &Words, size: f32) {
    name(ui, words, size);
    let soft = tokens(ui).soft;
    line(ui, &words.text("menu-welcome"), fonts::regular(fonts::BODY), soft);
}

/// Mark and name, where there is no room for more.
pub fn name(ui: &mut Ui, words: &Words, size: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size / 3.0;
        mark(ui, size * 1.25);
        let ink = tokens(ui).ink;
        line(ui, &words.text("menu-name"), fonts::semibold(size), ink);
    });
}

/// How to move about, as keys.
pub fn keys_note(ui: &mut Ui, words: &Words) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(16.0, 8.0);
            key_hint(ui, &["↑", "↓", "↵"], &words.text("menu-key-choose"));
            key_hint(ui, &["1", "…", "9"], &words.text("menu-key-numbers"));
            key_hint(ui, &["−", "+"], &words.text("menu-key-size"));
        });
    });
}

fn mark(ui: &mut Ui, size: f32) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    let painter = ui.painter();
    let at = |x: f32, y: f32| pos2(rect.left() + x * size, rect.top() + y * size);
    let body = Rect::from_min_max(at(0.02, 0.06), at(0.98, 0.78));
    painter.rect_filled(body, size * 0.28, tokens.accent);
    painter.add(Shape::convex_polygon(vec![at(0.2, 0.7), at(0.52, 0.7), at(0.22, 0.98)], tokens.accent, Stroke::NONE));
    let crack = [(0.63, 0.06), (0.5, 0.28), (0.62, 0.42), (0.46, 0.58), (0.54, 0.78)];
    painter.add(Shape::line(crack.map(|(x, y)| at(x, y)).to_vec(), Stroke::new(size / 16.0, tokens.gold)));
}
