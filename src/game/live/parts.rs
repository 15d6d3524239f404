//! The cards of the live board.

use bevy_egui::egui::{CornerRadius, Rect, Sense, Ui, pos2, vec2};

use super::view::{Competency, Figure, Row, View};
use crate::game::debrief::band_colour;
use crate::game::theme::widgets::{body, card, columns, line, note, text_job};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// The number of a figure.
const NUMBER: f32 = 34.0;
/// The headings of a projector, and what stands below them.
const HEAD: f32 = 24.0;
const LARGE: f32 = 20.0;
/// The least room for a figure.
const FIGURE: f32 = 190.0;

/// A card under a heading.
fn part(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let ink = tokens(ui).ink;
        line(ui, name, fonts::semibold(HEAD), ink);
        contents(ui);
    });
}

/// How many are how far, beside each other as far as there is room.
pub fn figures(ui: &mut Ui, figures: &[Figure]) {
    const GAP: f32 = 12.0;
    card(ui, |ui| {
        let width = ui.available_width();
        let in_a_row = (1..=figures.len()).rev().find(|n| room_for(*n, GAP) <= width).unwrap_or(1);
        for (row, some) in figures.chunks(in_a_row).enumerate() {
            ui.push_id(row, |ui| {
                let each = (width - GAP * (count(in_a_row) - 1.0)) / count(in_a_row);
                columns(ui, &vec![each; in_a_row], GAP, |ui, column| {
                    let Some(figure) = some.get(column) else { return };
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let accent = tokens(ui).accent;
                    line(ui, &figure.number, fonts::semibold(NUMBER), accent);
                    body(ui, &figure.what);
                });
            });
        }
    });
}

fn room_for(figures: usize, gap: f32) -> f32 {
    count(figures) * (FIGURE + gap) - gap
}

#[expect(clippy::cast_precision_loss, reason = "a handful of figures")]
fn count(figures: usize) -> f32 {
    figures as f32
}

/// How each competency was shown.
pub fn competencies(ui: &mut Ui, words: &Words, view: &View) {
    part(ui, &words.text("live-how"), |ui| {
        note(ui, &view.results);
        for competency in &view.competencies {
            ui.add_space(6.0);
            shown(ui, competency);
        }
    });
}

fn shown(ui: &mut Ui, competency: &Competency) {
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
        line(ui, &competency.name, fonts::semibold(LARGE), ink);
        line(ui, &competency.mean, fonts::regular(LARGE), soft);
    });
    if !competency.told.is_empty() {
        strip(ui, competency);
        note(ui, &competency.told);
    }
}

/// The bands as parts of a strip, each as long as its share of the people; what may not be told stays empty. The note says the same.
fn strip(ui: &mut Ui, competency: &Competency) {
    const HEIGHT: f32 = 26.0;
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(6), tokens.line.gamma_multiply(0.7));
    let mut left = rect.left();
    for segment in &competency.segments {
        let width = rect.width() * f32::from(segment.share) / 1000.0;
        let place = Rect::from_min_max(pos2(left, rect.top()), pos2((left + width).min(rect.right()), rect.bottom()));
        painter.rect_filled(place.shrink2(vec2(1.0, 0.0)), CornerRadius::same(6), band_colour(segment.band, tokens));
        let people =
            painter.layout_job(text_job(&segment.people.to_string(), fonts::semibold(fonts::NOTE), tokens.paper));
        if people.size().x + 8.0 < place.width() {
            painter.galley(place.center() - people.size() / 2.0, people, tokens.paper);
        }
        left += width;
    }
}

/// How the customers ended.
pub fn endings(ui: &mut Ui, words: &Words, view: &View) {
    if !view.endings.is_empty() {
        part(ui, &words.text("live-endings"), |ui| rows(ui, &view.endings));
    }
}

/// What people said stands in their way, and how confident they feel.
pub fn answers(ui: &mut Ui, words: &Words, view: &View) {
    part(ui, &words.text("live-in-the-way"), |ui| {
        note(ui, &view.answered);
        rows(ui, &view.obstacles);
        if let Some(confident) = &view.confident {
            ui.add_space(4.0);
            body(ui, confident);
        }
    });
}

fn rows(ui: &mut Ui, rows: &[Row]) {
    const HEIGHT: f32 = 8.0;
    let (ink, soft, ground, accent) = (tokens(ui).ink, tokens(ui).soft, tokens(ui).line, tokens(ui).accent);
    for row in rows {
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            line(ui, &row.what, fonts::regular(LARGE), ink);
            line(ui, &row.told, fonts::semibold(LARGE), if row.share.is_some() { ink } else { soft });
        });
        let Some(share) = row.share else { continue };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::same(4), ground.gamma_multiply(0.7));
        let filled = Rect::from_min_size(rect.min, vec2(rect.width() * f32::from(share.min(1000)) / 1000.0, HEIGHT));
        ui.painter().rect_filled(filled, CornerRadius::same(4), accent);
    }
}

/// Those who have finished.
pub fn names(ui: &mut Ui, words: &Words, view: &View) {
    part(ui, &words.text("live-who-finished"), |ui| {
        let ink = tokens(ui).ink;
        line(ui, &view.names.join(" · "), fonts::regular(LARGE), ink);
    });
}
