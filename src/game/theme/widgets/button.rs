//! Buttons: one primary per screen, secondary ones beside it, small square ones, and the switch.

use std::f32::consts::FRAC_PI_2;

use bevy_egui::egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    vec2,
};

use super::{room, text_job};
use crate::game::theme::{fonts, tokens};

const PADDING: Vec2 = vec2(18.0, 8.0);
const HEIGHT: f32 = 44.0;
const BAR_HEIGHT: f32 = 36.0;
const RADIUS: u8 = 12;

/// The one thing to do next, with the key that does it (empty for none).
pub fn primary_button(ui: &mut Ui, text: &str, key_hint: &str) -> Response {
    let tokens = tokens(ui);
    let look = Look {
        fill: tokens.act,
        hover: tokens.act_hover,
        text: tokens.act_ink,
        key: tokens.act_ink,
        border: tokens.act_edge,
    };
    button(ui, text, key_hint, look, fonts::BODY, PADDING)
}

/// Something else to do, with the key that does it (empty for none).
pub fn secondary_button(ui: &mut Ui, text: &str, key_hint: &str) -> Response {
    let look = secondary(ui);
    button(ui, text, key_hint, look, fonts::BODY, PADDING)
}

/// Something to do that stands in a bar: as [`secondary_button`], but no taller than the bar's own text.
pub fn bar_button(ui: &mut Ui, text: &str, key_hint: &str) -> Response {
    let look = secondary(ui);
    button(ui, text, key_hint, look, fonts::NOTE + 1.0, vec2(14.0, 6.0))
}

/// A small square button whose sign is read aloud as `name`.
pub fn icon_button(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let (response, colour) = square(ui, name);
    let galley = ui.painter().layout_job(text_job(sign, fonts::semibold(fonts::HEADING), colour));
    ui.painter().galley(response.rect.center() - galley.size() / 2.0, galley, colour);
    response
}

/// The button that pauses: two upright bars. They are drawn, since no typeface has them as everybody knows them.
pub fn pause_button(ui: &mut Ui, name: &str) -> Response {
    let (response, colour) = square(ui, name);
    for side in [-1.0, 1.0] {
        let bar = Rect::from_center_size(response.rect.center() + vec2(side * 4.0, 0.0), vec2(4.0, 14.0));
        ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
    }
    response
}

/// The ground of a button for one sign, and the colour for the sign.
fn square(ui: &mut Ui, name: &str) -> (Response, Color32) {
    let (rect, response) = ui.allocate_exact_size(vec2(36.0, 36.0), Sense::click());
    let look = secondary(ui).now(ui);
    let fill = if response.hovered() { look.hover } else { look.fill };
    ground(ui, rect, 10, fill, look.border);
    ring(ui, &response, 10);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), name));
    (response, look.text)
}

/// A setting that is on or off. Clicking flips `on`.
pub fn switch(ui: &mut Ui, on: &mut bool, text: &str) -> Response {
    const TRACK: Vec2 = vec2(40.0, 22.0);
    const GAP: f32 = 10.0;
    let tokens = tokens(ui);
    let mut job = text_job(text, fonts::regular(fonts::BODY), tokens.ink);
    job.wrap.max_width = (room(ui) - TRACK.x - GAP).max(40.0);
    let galley = ui.painter().layout_job(job);
    let size = vec2(TRACK.x + GAP + galley.size().x, galley.size().y.max(36.0));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let painter = ui.painter();
    let track = Rect::from_min_size(rect.left_center() - vec2(0.0, TRACK.y / 2.0), TRACK);
    let (fill, edge) = if *on { (tokens.accent, tokens.accent) } else { (tokens.card, tokens.soft) };
    painter.rect(track, CornerRadius::same(11), fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    let knob_x = if *on { track.right() - 11.0 } else { track.left() + 11.0 };
    let knob = if *on { tokens.accent_ink } else { tokens.soft };
    painter.circle_filled(Pos2::new(knob_x, track.center().y), 7.0, knob);
    painter.galley(rect.left_center() + vec2(TRACK.x + GAP, -galley.size().y / 2.0), galley, tokens.ink);
    if response.has_focus() {
        painter.rect_stroke(rect, CornerRadius::same(6), Stroke::new(2.0, tokens.focus), StrokeKind::Outside);
    }
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), *on, text));
    response
}

#[derive(Clone, Copy)]
struct Look {
    fill: Color32,
    hover: Color32,
    text: Color32,
    key: Color32,
    border: Color32,
}

impl Look {
    /// The look as it is in `ui`: what cannot be pressed now has no ground and letters that can still be read.
    fn now(self, ui: &Ui) -> Self {
        if ui.is_enabled() {
            return self;
        }
        let (none, tokens) = (Color32::TRANSPARENT, tokens(ui));
        Self { fill: none, hover: none, text: tokens.soft, key: tokens.soft, border: tokens.edge }
    }
}

fn secondary(ui: &Ui) -> Look {
    let tokens = tokens(ui);
    Look { fill: tokens.card, hover: tokens.accent_soft, text: tokens.ink, key: tokens.soft, border: tokens.edge }
}

fn button(ui: &mut Ui, text: &str, key_hint: &str, look: Look, size: f32, padding: Vec2) -> Response {
    let look = look.now(ui);
    let key = (!key_hint.is_empty())
        .then(|| ui.painter().layout_job(text_job(key_hint, fonts::regular(fonts::NOTE), look.key)));
    let key_width = key.as_ref().map_or(0.0, |galley| galley.size().x + 10.0);
    let mut job = text_job(text, fonts::semibold(size), look.text);
    job.wrap.max_width = (room(ui) - 2.0 * padding.x - key_width).max(24.0);
    let galley = ui.painter().layout_job(job);
    let inner = vec2(galley.size().x + key_width, galley.size().y);
    let height = if size < fonts::BODY { BAR_HEIGHT } else { HEIGHT };
    // Below each other in a justified column, buttons are of one width.
    let least = if ui.layout().horizontal_justify() { ui.available_width() } else { 0.0 };
    let size = (inner + 2.0 * padding).max(vec2(least, height));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let lit = response.hovered() || response.is_pointer_button_down_on();
    let fill = if lit { look.hover } else { look.fill };
    ground(ui, rect, RADIUS, fill, look.border);
    ring(ui, &response, RADIUS);
    let left = rect.center() - inner / 2.0;
    ui.painter().galley(left, galley.clone(), look.text);
    if let Some(key) = key {
        let place = Pos2::new(left.x + galley.size().x + 10.0, rect.center().y - key.size().y / 2.0);
        ui.painter().galley(place, key, look.key);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), text));
    response
}

/// The ground and edge of a button; the edge of one that cannot be pressed now is dashed.
fn ground(ui: &Ui, rect: Rect, radius: u8, fill: Color32, edge: Color32) {
    let edge = Stroke::new(1.0, edge);
    if ui.is_enabled() {
        ui.painter().rect(rect, CornerRadius::same(radius), fill, edge, StrokeKind::Inside);
        return;
    }
    let (inner, round) = (rect.shrink(0.5), f32::from(radius));
    let mut outline = Vec::with_capacity(25);
    for (corner, quarter) in
        [(inner.right_bottom(), 0.0), (inner.left_bottom(), 1.0), (inner.left_top(), 2.0), (inner.right_top(), 3.0_f32)]
    {
        let inwards = inner.center() - corner;
        let middle = corner + vec2(inwards.x.signum(), inwards.y.signum()) * round;
        for step in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0_f32] {
            outline.push(middle + Vec2::angled((quarter + step) * FRAC_PI_2) * round);
        }
    }
    outline.extend(outline.first().copied());
    ui.painter().extend(Shape::dashed_line(&outline, edge, 4.0, 4.0));
}

fn ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        let tokens = tokens(ui);
        let rect = response.rect.expand(2.0);
        let radius = CornerRadius::same(radius + 2);
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, tokens.focus), StrokeKind::Outside);
    }
}
