//! The mood line: how it went for the customer, one point after each decision, and the way to go from decision to decision.

use std::sync::Arc;

use bevy_egui::egui::{
    CornerRadius, EventFilter, Galley, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::view::{Feeling, UiState, View};
use crate::game::theme::widgets::{card, feeling_colour, feeling_word, heading, paint_feeling, text_job};
use crate::game::theme::{fonts, tint, tokens};
use crate::words::Words;

const ZONE: f32 = 40.0;
const FACE: f32 = 20.0;
const NUMBERS: f32 = 24.0;

/// Draws the line and lets the trainee choose a decision on it.
pub fn mood(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
    card(ui, |ui| {
        heading(ui, &words.format("debrief-mood", &[("customer", (&view.customer).into())]));
        chart(ui, words, view, state);
    });
}

fn chart(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
    let tokens = tokens(ui);
    let names = Feeling::ALL.map(|feeling| {
        let colour = feeling_colour(feeling, tokens);
        ui.painter().layout_job(text_job(&feeling_word(feeling, words), fonts::regular(fonts::NOTE), colour))
    });
    let legend = names.iter().map(|name| name.size().x).fold(0.0, f32::max) + FACE + 8.0 + 12.0;
    let width = ui.available_width();
    let points = Points::new(view, width - legend);
    let marks = contacts(ui, view, &points, width - legend);
    let marks_height = marks.iter().map(|mark| mark.place.bottom()).fold(0.0, f32::max);
    let (area, _) = ui.allocate_exact_size(vec2(width, marks_height + 3.0 * ZONE + NUMBERS), Sense::hover());
    let origin = pos2(area.left() + legend, area.top() + marks_height);
    let zones = Rect::from_min_size(origin, vec2(width - legend, 3.0 * ZONE));

    let mut top = zones.top();
    for (feeling, name) in Feeling::ALL.into_iter().zip(names) {
        let colour = feeling_colour(feeling, tokens);
        let zone = Rect::from_min_size(pos2(zones.left(), top), vec2(zones.width(), ZONE));
        ui.painter().rect_filled(zone, CornerRadius::ZERO, tint(colour, 0.13));
        paint_feeling(ui.painter(), pos2(area.left() + FACE / 2.0, zone.center().y), FACE / 2.0, feeling, colour);
        ui.painter().galley(pos2(area.left() + FACE + 8.0, zone.center().y - name.size().y / 2.0), name, colour);
        top += ZONE;
    }
    for mark in marks {
        let x = origin.x + mark.x;
        let dashes = [pos2(x, area.top() + mark.place.top()), pos2(x, zones.bottom())];
        ui.painter().extend(Shape::dashed_line(&dashes, Stroke::new(1.5, tokens.soft), 4.0, 4.0));
        ui.painter().galley(pos2(origin.x, area.top()) + mark.place.min.to_vec2(), mark.label, tokens.soft);
    }
    let places: Vec<Pos2> = points.places.iter().map(|place| origin + place.to_vec2()).collect();
    ui.painter().add(Shape::line(places.clone(), Stroke::new(2.5, tokens.ink)));
    let radius = (points.step * 0.4).clamp(2.0, 6.0);
    if let Some(start) = places.first() {
        ui.painter().circle_filled(*start, radius * 0.6, tokens.ink);
    }
    for (index, place) in places.into_iter().skip(1).enumerate() {
        let column = Rect::from_center_size(
            pos2(place.x, zones.center().y + NUMBERS / 2.0),
            vec2(points.step.max(4.0), zones.height() + NUMBERS),
        );
        let response = point(ui, words, view, index, column, state);
        dot(ui, place, radius, &response, state.selected == index);
        number(ui, pos2(place.x, zones.bottom() + 4.0), index, points.every, state.selected == index);
    }
}

fn point(ui: &Ui, words: &Words, view: &View, index: usize, column: Rect, state: &mut UiState) -> Response {
    let response = ui.interact(column, ui.id().with(("decision", index)), Sense::click());
    if response.clicked() || response.gained_focus() {
        state.selected = index;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let feeling = view.decisions.get(index).map_or_else(String::new, |decision| feeling_word(decision.feeling, words));
    let name = words.format("debrief-point", &[("n", (index + 1).into()), ("feeling", (&feeling).into())]);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, state.selected == index, &name));
    response
}

fn dot(ui: &Ui, place: Pos2, radius: f32, response: &Response, selected: bool) {
    let tokens = tokens(ui);
    let painter = ui.painter();
    if response.has_focus() {
        painter.circle_stroke(place, radius + 7.0, Stroke::new(2.0, tokens.focus));
    }
    let edge = Stroke::new(2.0, tokens.ink);
    if selected {
        painter.circle(place, radius + 3.0, tokens.accent, edge);
    } else {
        let fill = if response.hovered() { tokens.accent_soft } else { tokens.card };
        painter.circle(place, radius, fill, edge);
    }
}

fn number(ui: &Ui, top: Pos2, index: usize, every: usize, selected: bool) {
    let tokens = tokens(ui);
    if !(index + 1).is_multiple_of(every) && index != 0 {
        return;
    }
    let (font, colour) = if selected {
        (fonts::semibold(fonts::NOTE), tokens.accent)
    } else {
        (fonts::regular(fonts::NOTE), tokens.soft)
    };
    let galley = ui.painter().layout_job(text_job(&(index + 1).to_string(), font, colour));
    ui.painter().galley(top - vec2(galley.size().x / 2.0, 0.0), galley, colour);
}

/// Where the points lie, from the left top corner of the zones.
struct Points {
    places: Vec<Pos2>,
    step: f32,
    /// Every how many decisions a number is written, so that numbers do not meet.
    every: usize,
}

impl Points {
    fn new(view: &View, width: f32) -> Self {
        const EDGE: f32 = 12.0;
        let moods = std::iter::once(view.start_mood).chain(view.decisions.iter().map(|decision| decision.mood));
        let mut places: Vec<Pos2> =
            moods.map(|mood| pos2(EDGE, 3.0 * ZONE * (1.0 - f32::from(mood.min(1000)) / 1000.0))).collect();
        let gaps = u16::try_from(places.len().saturating_sub(1)).unwrap_or(u16::MAX).max(1);
        let step = (width - 2.0 * EDGE) / f32::from(gaps);
        let mut x = EDGE;
        for place in &mut places {
            place.x = x;
            x += step;
        }
        // Faces of points must not be cut by the edges of the zones.
        for place in &mut places {
            place.y = place.y.clamp(8.0, 3.0 * ZONE - 8.0);
        }
        let every = [1, 2, 5, 10, 20, 50].into_iter().find(|every| step * f32::from(*every) >= 28.0).unwrap_or(100_u8);
        Self { places, step, every: every.into() }
    }
}

/// A line where a new contact starts, and its label.
struct Contact {
    x: f32,
    label: Arc<Galley>,
    /// Where the label stands, from the left top corner of the chart.
    place: Rect,
}

/// The contacts that start after the first decision, each label in the first row above the zones where it meets no other.
fn contacts(ui: &Ui, view: &View, points: &Points, width: f32) -> Vec<Contact> {
    const GAP: f32 = 6.0;
    let soft = tokens(ui).soft;
    let mut marks: Vec<Contact> = Vec::new();
    for (decision, before) in view.decisions.iter().zip(&points.places) {
        let Some(text) = decision.new_contact.as_ref() else { continue };
        let mut job = text_job(text, fonts::regular(fonts::NOTE), soft);
        job.wrap.max_width = width;
        let label = ui.painter().layout_job(job);
        let x = before.x + points.step / 2.0;
        let left = (x + GAP).min(width - label.size().x).max(0.0);
        let mut place = Rect::from_min_size(pos2(left, 0.0), label.size() + vec2(0.0, 4.0));
        while let Some(other) =
            marks.iter().find(|mark| mark.place.expand2(vec2(GAP, 0.0)).intersects(place.shrink(0.5)))
        {
            place = place.translate(vec2(0.0, other.place.bottom() - place.top()));
        }
        marks.push(Contact { x, label, place });
    }
    marks
}
