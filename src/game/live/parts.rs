//! The cards of the live board.

use bevy_egui::egui::{CornerRadius, Rect, Sense, Ui, pos2, vec2};

use super::view::{Competency, Figure, Row, View};
use crate::game::debrief::band_colour;
use crate::game::theme::widgets::{body, card, columns, line, note, text_job};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// The least room for a figure.
const FIGURE: f32 = 190.0;

/// How large the parts of a board are, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The number of a figure.
    number: f32,
    /// The heading of a card.
    head: f32,
    /// What stands below it.
    large: f32,
    /// The height of a strip.
    strip: f32,
    /// Between cards, and twice what lies between the lines in one.
    pub gap: f32,
}

impl Sizes {
    /// From the largest, for the last row of a room, to the smallest that can still be read there.
    pub const ALL: [Self; 4] = [
        Self { number: 34.0, head: 24.0, large: 20.0, strip: 26.0, gap: 12.0 },
        Self { number: 30.0, head: 21.0, large: 18.0, strip: 22.0, gap: 10.0 },
        Self { number: 26.0, head: 19.0, large: 16.0, strip: 18.0, gap: 8.0 },
        Self { number: 23.0, head: 17.0, large: 15.0, strip: 16.0, gap: 4.0 },
    ];
}

/// A card under a heading.
fn part(ui: &mut Ui, sizes: Sizes, name: &str, contents: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = sizes.gap / 2.0;
        let ink = tokens(ui).ink;
        line(ui, name, fonts::semibold(sizes.head), ink);
        contents(ui);
    });
}

/// How many are how far, beside each other as far as there is room.
pub fn figures(ui: &mut Ui, sizes: Sizes, figures: &[Figure]) {
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
                    line(ui, &figure.number, fonts::semibold(sizes.number), accent);
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

/// How each competency was shown; where nothing may be told yet, why.
pub fn competencies(ui: &mut Ui, sizes: Sizes, words: &Words, view: &View) {
    part(ui, sizes, &words.text("live-how"), |ui| {
        if view.competencies.is_empty() {
            note(ui, &view.results);
        }
        for competency in &view.competencies {
            ui.add_space(sizes.gap / 3.0);
            shown(ui, sizes, competency);
        }
    });
}

fn shown(ui: &mut Ui, sizes: Sizes, competency: &Competency) {
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
        line(ui, &competency.name, fonts::semibold(sizes.large), ink);
        line(ui, &competency.mean, fonts::regular(sizes.large), soft);
    });
    if !competency.told.is_empty() {
        strip(ui, sizes.strip, competency);
        note(ui, &competency.told);
    }
}

/// The bands as parts of a strip, each as long as its share of the people; what may not be told stays empty. The note says the same.
fn strip(ui: &mut Ui, height: f32, competency: &Competency) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
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
pub fn endings(ui: &mut Ui, sizes: Sizes, words: &Words, view: &View) {
    if !view.endings.is_empty() {
        part(ui, sizes, &words.text("live-endings"), |ui| rows(ui, sizes, words, &view.endings));
    }
}

/// What people said stands in their way, and how confident they feel; where nothing may be told yet, why.
pub fn answers(ui: &mut Ui, sizes: Sizes, words: &Words, view: &View) {
    part(ui, sizes, &words.text("live-in-the-way"), |ui| {
        if view.obstacles.is_empty() {
            note(ui, &view.answered);
        }
        rows(ui, sizes, words, &view.obstacles);
        if let Some(confident) = &view.confident {
            ui.add_space(sizes.gap / 3.0);
            line(ui, confident, fonts::regular(fonts::BODY.min(sizes.large)), tokens(ui).ink);
        }
    });
}

/// Each row with its bar; those whose number is not told stand together, behind the reason.
fn rows(ui: &mut Ui, sizes: Sizes, words: &Words, rows: &[Row]) {
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    for (row, share) in rows.iter().filter_map(|row| Some((row, row.share?))) {
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            line(ui, &row.what, fonts::regular(sizes.large), ink);
            // A number and what it counts stay together.
            line(ui, &row.told.replace(' ', "\u{a0}"), fonts::semibold(sizes.large), ink);
        });
        bar(ui, share);
    }
    for (told, what) in untold(rows) {
        ui.add_space(2.0);
        let text = words.format("live-rest", &[("told", told.into()), ("what", (&what).into())]);
        line(ui, &text, fonts::regular(sizes.large), soft);
    }
}

/// The rows without a number, by what is told in its place.
fn untold(rows: &[Row]) -> Vec<(&str, String)> {
    let mut all: Vec<(&str, String)> = Vec::new();
    for row in rows.iter().filter(|row| row.share.is_none()) {
        match all.iter_mut().find(|(told, _)| *told == row.told) {
            Some((_, what)) => *what = format!("{what} · {}", row.what),
            None => all.push((&row.told, row.what.clone())),
        }
    }
    all
}

/// A share, in thousandths, of the whole width.
fn bar(ui: &mut Ui, share: u16) {
    const HEIGHT: f32 = 8.0;
    let (ground, accent) = (tokens(ui).line, tokens(ui).accent);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(4), ground.gamma_multiply(0.7));
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * f32::from(share.min(1000)) / 1000.0, HEIGHT));
    ui.painter().rect_filled(filled, CornerRadius::same(4), accent);
}

/// Those who have finished.
pub fn names(ui: &mut Ui, sizes: Sizes, words: &Words, view: &View) {
    part(ui, sizes, &words.text("live-who-finished"), |ui| {
        let ink = tokens(ui).ink;
        line(ui, &view.names.join(" · "), fonts::regular(sizes.large), ink);
    });
}
