//! Small marks in a row: chips that say what is, without an edge; chips that can be pressed, with one; and key caps.

use std::sync::Arc;

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{
    Color32, CornerRadius, Galley, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::{line, room, text_job};
use crate::game::theme::{PILL_RADIUS, SMALL_RADIUS, fonts, tokens};

const PADDING: Vec2 = vec2(12.0, 3.0);
/// Room for the arrow that leads on from a chip.
const LEAD: f32 = 14.0;

/// What a chip says, and whether it stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its words.
    pub text: String,
    /// Whether it is the one that holds now.
    pub on: bool,
    /// Whether a small arrow leads on from it to the next: one step of a way.
    pub leads: bool,
}

impl Chip {
    /// A quiet chip.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), on: false, leads: false }
    }

    /// A chip that stands out.
    #[must_use]
    pub fn on(text: impl Into<String>) -> Self {
        Self { text: text.into(), on: true, leads: false }
    }

    /// Room it takes beside its words, in points.
    pub(super) fn around(&self) -> f32 {
        2.0 * PADDING.x + if self.leads { LEAD } else { 0.0 }
    }
}

/// One of several: the name of what is chosen where there is one, and a chip for each of the `options`, of which `chosen` holds now. Says which
/// other one was asked for.
pub fn choices(ui: &mut Ui, name: &str, options: &[String], chosen: Option<usize>) -> Option<usize> {
    if !name.is_empty() {
        let ink = tokens(ui).ink;
        line(ui, name, fonts::regular(fonts::BODY), ink);
    }
    ui.horizontal_wrapped(|ui| in_a_row(ui, options.iter().map(|text| (text, text)), chosen, false)).inner
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// As it is shown.
    pub text: String,
    /// As it is read aloud.
    pub aloud: String,
}

impl Answer {
    /// One that is read aloud as it is shown.
    #[must_use]
    pub fn as_read(text: String) -> Self {
        Self { aloud: text.clone(), text }
    }
}

/// The answers to a question that stands above them, of which `chosen` holds now; a screen reader names the group by the question.
/// With `focus` the first of them is given the keyboard. Says which other one was asked for.
pub fn answers(ui: &mut Ui, question: &str, options: &[Answer], chosen: Option<usize>, focus: bool) -> Option<usize> {
    let row = |ui: &mut Ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(question);
        });
        in_a_row(ui, options.iter().map(|one| (&one.text, &one.aloud)), chosen, focus)
    };
    ui.horizontal_wrapped(row).inner
}

/// Chips of which one holds, each with its text and how that is read aloud.
fn in_a_row<'a>(
    ui: &mut Ui,
    options: impl Iterator<Item = (&'a String, &'a String)>,
    chosen: Option<usize>,
    focus: bool,
) -> Option<usize> {
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    let mut asked = None;
    for (index, (text, aloud)) in options.enumerate() {
        let on = chosen == Some(index);
        let response = pressable(ui, &Chip { text: text.clone(), on, leads: false }, PILL_RADIUS);
        response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, ui.is_enabled(), on, aloud));
        if focus && index == 0 {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() && !on {
            asked = Some(index);
        }
    }
    asked
}

/// A chip to read: it has a ground and no edge, so that nobody takes it for a button.
pub fn chip(ui: &mut Ui, chip: &Chip) -> Response {
    let tokens = tokens(ui);
    let (galley, colour) = words(ui, chip, tokens.soft);
    let size = vec2(galley.size().x + chip.around(), (galley.size().y + 2.0 * PADDING.y).max(26.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let place = rect.with_max_x(rect.right() - if chip.leads { LEAD } else { 0.0 });
    let fill = if chip.on { tokens.accent_soft } else { tokens.tag };
    ui.painter().rect_filled(place, CornerRadius::same(SMALL_RADIUS), fill);
    ui.painter().galley(place.center() - galley.size() / 2.0, galley, colour);
    if chip.leads {
        let tip = pos2(rect.right() - 1.0, rect.center().y);
        let arrow = [tip + vec2(-4.0, -4.5), tip, tip + vec2(-4.0, 4.5)];
        ui.painter().add(Shape::line(arrow.to_vec(), Stroke::new(1.5, tokens.edge)));
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &chip.text));
    response
}

/// A chip to press.
pub fn chip_button(ui: &mut Ui, chip: &Chip) -> Response {
    let response = pressable(ui, chip, 12);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, ui.is_enabled(), chip.on, &chip.text));
    response
}

/// The words of a chip, in `quiet` where it does not hold now.
fn words(ui: &Ui, chip: &Chip, quiet: Color32) -> (Arc<Galley>, Color32) {
    let (font, colour) =
        if chip.on { (fonts::semibold(fonts::NOTE), tokens(ui).accent) } else { (fonts::regular(fonts::NOTE), quiet) };
    let mut job = text_job(&chip.text, font, colour);
    job.wrap.max_width = (room(ui) - chip.around()).max(16.0);
    (ui.painter().layout_job(job), colour)
}

fn pressable(ui: &mut Ui, chip: &Chip, radius: u8) -> Response {
    let tokens = tokens(ui);
    let (galley, colour) = words(ui, chip, tokens.ink);
    let size = (galley.size() + 2.0 * PADDING).max(vec2(0.0, 32.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = if chip.on || response.hovered() { tokens.accent_soft } else { tokens.card };
    let stroke = match (response.has_focus(), chip.on) {
        (true, _) => Stroke::new(2.0, tokens.focus),
        (false, true) => Stroke::new(1.5, tokens.accent),
        (false, false) => Stroke::new(1.0, tokens.edge),
    };
    ui.painter().rect(rect, CornerRadius::same(radius), fill, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    response
}

/// The cap of one key.
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let cap = cap_galley(ui, key);
    let (rect, response) = ui.allocate_exact_size(cap_size(&cap), Sense::hover());
    paint_cap(ui, rect, cap);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, key));
    response
}

/// The caps of `keys` and what they do, kept together on one line where there is room.
pub fn key_hint(ui: &mut Ui, keys: &[&str], does: &str) -> Response {
    const GAP: f32 = 4.0;
    let soft = tokens(ui).soft;
    let caps: Vec<_> = keys.iter().map(|key| cap_galley(ui, key)).collect();
    let caps_width: f32 = caps.iter().map(|cap| cap_size(cap).x + GAP).sum();
    let mut job = text_job(does, fonts::regular(fonts::NOTE), soft);
    job.wrap.max_width = (room(ui) - caps_width - GAP).max(40.0);
    let does_galley = ui.painter().layout_job(job);
    let height = caps.iter().map(|cap| cap_size(cap).y).fold(does_galley.size().y, f32::max);
    let size = vec2(caps_width + GAP + does_galley.size().x, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let mut left = rect.left_top();
    for cap in caps {
        let size = cap_size(&cap);
        paint_cap(ui, Rect::from_min_size(left, size), cap);
        left.x += size.x + GAP;
    }
    let down = if does_galley.rows.len() > 1 { 0.0 } else { (height - does_galley.size().y) / 2.0 };
    ui.painter().galley(left + vec2(GAP, down), does_galley, soft);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{}: {does}", keys.join(" "))));
    response
}

fn cap_galley(ui: &Ui, key: &str) -> Arc<Galley> {
    let colour = tokens(ui).soft;
    ui.painter().layout_job(text_job(key, fonts::regular(13.0), colour))
}

fn cap_size(galley: &Galley) -> Vec2 {
    vec2((galley.size().x + 14.0).max(24.0), 22.0)
}

fn paint_cap(ui: &Ui, rect: Rect, galley: Arc<Galley>) {
    let tokens = tokens(ui);
    // Flat: what stands out like a key wants to be pressed.
    ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.tag);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.soft);
}
