//! A way of several steps: which of them are taken now, which were taken before, and which lie ahead.

use std::sync::Arc;

use bevy_egui::egui::{Galley, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::{Chip, chip, text_job};
use crate::game::theme::{fonts, tokens};

/// The mark of a step, from its middle to its edge.
const RADIUS: f32 = 11.0;
/// Between a mark and its name, and around a name.
const GAP: f32 = 6.0;

/// Where one stands on a way with regard to one of its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// It is being taken.
    Now,
    /// It was taken earlier.
    Before,
    /// It was not taken yet.
    Ahead,
}

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub name: String,
    /// Its name and where one stands, as it is read aloud.
    pub aloud: String,
    /// Where one stands.
    pub reached: Reached,
}

/// The steps from left to right on one line, their names below; as marks in rows where the names find no room beside each other.
pub fn way(ui: &mut Ui, stops: &[Stop]) {
    let width = ui.available_width() / count(stops);
    let names: Vec<_> = stops.iter().map(|stop| name(ui, stop, f32::INFINITY)).collect();
    let widest = |galley: &Arc<Galley>| longest_word(ui, galley.text()) + 2.0 * GAP;
    if names.iter().any(|galley| widest(galley) > width) {
        return in_rows(ui, stops);
    }
    let names: Vec<_> = stops.iter().map(|stop| name(ui, stop, width - 2.0 * GAP)).collect();
    let tallest = names.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let high = 2.0 * RADIUS + GAP + tallest;
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    let mut left = place.left();
    let mut before: Option<(Pos2, Reached)> = None;
    for (index, (stop, galley)) in stops.iter().zip(names).enumerate() {
        let cell = Rect::from_min_size(pos2(left, place.top()), vec2(width, high));
        let middle = pos2(cell.center().x, place.top() + RADIUS);
        if let Some((from, reached)) = before {
            lead(ui, (from, reached), (middle, stop.reached));
        }
        mark(ui, middle, stop.reached);
        let colour = galley.job.sections.first().map_or(tokens(ui).soft, |section| section.format.color);
        let below = pos2(middle.x - galley.size().x / 2.0, middle.y + RADIUS + GAP);
        ui.painter().galley(below, galley, colour);
        let response = ui.interact(cell, ui.id().with(("step", index)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &stop.aloud));
        before = Some((middle, stop.reached));
        left += width;
    }
}

/// The same where the line would be too short: every step leads on to the next.
fn in_rows(ui: &mut Ui, stops: &[Stop]) {
    ui.spacing_mut().interact_size.y = 28.0;
    ui.horizontal_wrapped(|ui| {
        for (index, stop) in stops.iter().enumerate() {
            let taken = if stop.reached == Reached::Ahead { "" } else { "✓ " };
            let leads = index + 1 < stops.len();
            let shown = Chip { text: format!("{taken}{}", stop.name), on: stop.reached == Reached::Now, leads };
            chip(ui, &shown).widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &stop.aloud));
        }
    });
}

fn name(ui: &Ui, stop: &Stop, width: f32) -> Arc<Galley> {
    let (font, colour) = match stop.reached {
        Reached::Now => (fonts::semibold(fonts::NOTE), tokens(ui).accent),
        Reached::Before | Reached::Ahead => (fonts::regular(fonts::NOTE), tokens(ui).soft),
    };
    let mut job = text_job(&stop.name, font, colour);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn longest_word(ui: &Ui, name: &str) -> f32 {
    let width = |word: &str| {
        let job = text_job(word, fonts::semibold(fonts::NOTE), tokens(ui).ink);
        ui.painter().layout_job(job).size().x
    };
    name.split_whitespace().map(width).fold(0.0, f32::max)
}

/// The line from one mark to the next.
fn lead(ui: &Ui, (from, left): (Pos2, Reached), (to, right): (Pos2, Reached)) {
    let tokens = tokens(ui);
    let walked = left != Reached::Ahead && right != Reached::Ahead;
    let colour = if walked { tokens.accent } else { tokens.edge };
    let edge = vec2(RADIUS + 4.0, 0.0);
    ui.painter().line_segment([from + edge, to - edge], Stroke::new(if walked { 2.0 } else { 1.0 }, colour));
}

fn mark(ui: &Ui, middle: Pos2, reached: Reached) {
    let tokens = tokens(ui);
    let (fill, edge, tick) = match reached {
        Reached::Now => (tokens.act, Stroke::new(1.5, tokens.accent), Some(tokens.act_ink)),
        Reached::Before => (tokens.card, Stroke::new(1.5, tokens.accent), Some(tokens.accent)),
        Reached::Ahead => (tokens.card, Stroke::new(1.0, tokens.edge), None),
    };
    ui.painter().circle(middle, RADIUS - edge.width / 2.0, fill, edge);
    if let Some(colour) = tick {
        let tick = [(-0.42, 0.02), (-0.1, 0.34), (0.44, -0.32)].map(|(x, y)| middle + vec2(x, y) * RADIUS);
        ui.painter().add(Shape::line(tick.to_vec(), Stroke::new(2.0, colour)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
fn count(stops: &[Stop]) -> f32 {
    stops.len().max(1) as f32
}
