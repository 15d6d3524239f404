//! The mood line: how it went for the customer, one point after each decision, and the way to go from decision to decision.

use std::sync::Arc;

use bevy_egui::egui::{
    CornerRadius, EventFilter, Galley, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::view::{Feeling, UiState, View};
use crate::game::theme::widgets::{card, feeling_colour, feeling_word, heading, paint_feeling, text_job};
use crate::game::theme::{fonts, tokens};
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
        // Opaque: seen through in linear light, the three would be one grey.
        ui.painter().rect_filled(zone, CornerRadius::ZERO, tokens.card.lerp_to_gamma(colour, 0.13));
        paint_feeling(ui.painter(), pos2(area.left() + FACE / 2.0, zone.center().y), FACE / 2.0, feeling, colour);
        ui.painter().galley(pos2(area.left() + FACE + 8.0, zone.center().y - name.size().y / 2.0), name, colour);
        top += ZONE;
    }
    for mark in &marks {
        let x = origin.x + mark.x;
        let dashes = [pos2(x, area.top() + mark.place.top()), pos2(x, zones.bottom())];
        ui.painter().extend(Shape::dashed_line(&dashes, Stroke::new(1.5, tokens.soft), 4.0, 4.0));
    }
    for mark in marks {
        let place = mark.place.translate(vec2(origin.x, area.top()));
        // Another mark's line stops behind the label.
        ui.painter().rect_filled(place, CornerRadius::ZERO, tokens.card);
        ui.painter().galley(place.min, mark.label, tokens.soft);
    }
    let radius = (points.step * 0.4).clamp(2.0, 6.0);
    let line = points.line().map(|place| origin + place.to_vec2()).collect();
    ui.painter().add(Shape::line(line, Stroke::new(2.5, tokens.ink)));
    let places: Vec<Pos2> = points.places.iter().map(|place| origin + place.to_vec2()).collect();
    if let Some(start) = places.first() {
        ui.painter().circle_filled(*start, radius * 0.6, tokens.ink);
    }
    for (index, place) in points.before.iter().enumerate().filter_map(|(index, place)| Some((index, (*place)?))) {
        let mood = view.decisions.get(index).and_then(|decision| decision.mood_before).unwrap_or_default();
        let name = |feeling: &str| {
            words.format("debrief-point-before", &[("n", (index + 1).into()), ("feeling", feeling.into())])
        };
        between(ui, words, mood, origin + place.to_vec2(), radius * 0.6, name);
    }
    if let (Some(place), Some(mood)) = (points.end, view.end_mood) {
        let name = |feeling: &str| words.format("debrief-point-end", &[("feeling", feeling.into())]);
        between(ui, words, mood, origin + place.to_vec2(), radius * 0.6, name);
    }
    for (index, place) in places.into_iter().skip(1).enumerate() {
        let column = Rect::from_center_size(
            pos2(place.x, zones.center().y + NUMBERS / 2.0),
            vec2(points.step.max(4.0), zones.height() + NUMBERS),
        );
        let response = point(ui, words, view, index, column, state);
        if state.picked(index) {
            ui.painter().circle_stroke(place, radius + 5.0, Stroke::new(3.0, tokens.gold));
        }
        dot(ui, place, radius, &response, state.selected == index);
        number(ui, pos2(place.x, zones.bottom() + 4.0), index, points.every, state.selected == index);
    }
}

/// How the customer was between decisions or after the last: a small point that is no decision.
fn between(ui: &Ui, words: &Words, mood: u16, place: Pos2, radius: f32, name: impl Fn(&str) -> String) {
    ui.painter().circle_filled(place, radius, tokens(ui).ink);
    let feeling = match mood {
        ..=333 => Feeling::Upset,
        334..=666 => Feeling::Indifferent,
        667.. => Feeling::Happy,
    };
    let name = name(&feeling_word(feeling, words));
    let room = Rect::from_center_size(place, vec2(12.0, 12.0));
    let response = ui.interact(room, ui.id().with(("between", &name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
    response.on_hover_text(name);
}

fn point(ui: &Ui, words: &Words, view: &View, index: usize, column: Rect, state: &mut UiState) -> Response {
    let response = ui.interact(column, ui.id().with(("decision", index)), Sense::click());
    // Not with the focus: Tab passes by all of them on its way to "Try again from here".
    if response.clicked() {
        state.selected = index;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let feeling = view.decisions.get(index).map_or_else(String::new, |decision| feeling_word(decision.feeling, words));
    let key = if state.picked(index) { "debrief-point-picked" } else { "debrief-point" };
    let name = words.format(key, &[("n", (index + 1).into()), ("feeling", (&feeling).into())]);
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
    /// Before each decision, where the mood changed since the one before it.
    before: Vec<Option<Pos2>>,
    /// After the last decision, where something happened after it.
    end: Option<Pos2>,
    step: f32,
    /// Every how many decisions a number is written, so that numbers do not meet.
    every: usize,
}

impl Points {
    fn new(view: &View, width: f32) -> Self {
        const EDGE: f32 = 12.0;
        // Faces of points must not be cut by the edges of the zones.
        let y = |mood: u16| (3.0 * ZONE * (1.0 - f32::from(mood.min(1000)) / 1000.0)).clamp(8.0, 3.0 * ZONE - 8.0);
        let gaps = u16::try_from(view.decisions.len()).unwrap_or(u16::MAX).max(1);
        let tail = if view.end_mood.is_some() { 0.5 } else { 0.0 };
        let step = (width - 2.0 * EDGE) / (f32::from(gaps) + tail);
        let mut places = vec![pos2(EDGE, y(view.start_mood))];
        let mut before = Vec::new();
        let mut x = EDGE;
        for decision in &view.decisions {
            before.push(decision.mood_before.map(|mood| pos2(x + step / 2.0, y(mood))));
            x += step;
            places.push(pos2(x, y(decision.mood)));
        }
        let end = view.end_mood.map(|mood| pos2(x + step / 2.0, y(mood)));
        let every = [1, 2, 5, 10, 20, 50].into_iter().find(|every| step * f32::from(*every) >= 28.0).unwrap_or(100_u8);
        Self { places, before, end, step, every: every.into() }
    }

    /// All of them in order.
    fn line(&self) -> impl Iterator<Item = Pos2> {
        let start = self.places.iter().take(1).copied();
        let after = self.places.iter().skip(1).copied();
        start
            .chain(self.before.iter().copied().zip(after).flat_map(|(before, after)| before.into_iter().chain([after])))
            .chain(self.end)
    }
}

/// "13 days later", as a label rather than a sentence.
pub fn without_stop(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
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
        let x = before.x + points.step / 2.0;
        let (to_the_left, to_the_right) = (x - GAP, width - x - GAP);
        let mut job = text_job(without_stop(text), fonts::regular(fonts::NOTE), soft);
        job.wrap.max_width = to_the_left.max(to_the_right);
        let label = ui.painter().layout_job(job);
        // All of it on one side of its line, on the right where there is room.
        let left = if label.size().x <= to_the_right { x + GAP } else { x - GAP - label.size().x };
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
