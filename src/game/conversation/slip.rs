//! A slip of text that is marked rather than chosen at once: a fragment of what was heard, or a value on the promise card.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{
    CornerRadius, EventFilter, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, vec2,
};
use std::sync::Arc;

use crate::game::theme::widgets::{plain, room, text_job};
use crate::game::theme::{fonts, tokens};

/// What a slip shows.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'a> {
    /// Its words.
    pub text: &'a str,
    /// The key that marks it, where numbers reach it now.
    pub number: Option<usize>,
    /// Whether it is marked.
    pub on: bool,
    /// Whether it no longer fits what is marked elsewhere; it can be marked all the same.
    pub faint: bool,
    /// Whether it takes the whole width, with a tick; otherwise it is as wide as its words, one of a group.
    pub whole_row: bool,
    /// Size of the letters.
    pub size: f32,
    /// Space over and under the words of a whole row, in points.
    pub above: f32,
}

const BADGE: f32 = 22.0;
const GAP: f32 = 10.0;

/// Draws a slip that can be clicked.
pub fn slip(ui: &mut Ui, slip: &Slip<'_>) -> Response {
    let tokens = tokens(ui);
    let padding = if slip.whole_row { vec2(12.0, slip.above) } else { vec2(8.0, 5.0) };
    let tick_room = if slip.whole_row { 26.0 } else { 0.0 };
    let around = 2.0 * padding.x + BADGE + GAP + tick_room;
    let colour = match (slip.on, slip.faint) {
        (true, _) if !slip.whole_row => tokens.accent,
        (false, true) => tokens.soft,
        _ => tokens.ink,
    };
    let font = if slip.on && !slip.whole_row { fonts::semibold(slip.size) } else { fonts::regular(slip.size) };
    let text = plain(slip.text);
    let mut job = text_job(&text, font, colour);
    job.wrap.max_width = (room(ui) - around).max(40.0);
    let galley = ui.painter().layout_job(job);
    let width = if slip.whole_row { ui.available_width() } else { galley.size().x + around + 4.0 };
    let size = vec2(width, galley.size().y.max(BADGE) + 2.0 * padding.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());

    let lit = response.hovered();
    let fill = match (slip.on, lit, slip.faint) {
        (true, ..) => tokens.accent_soft,
        (false, true, _) => tokens.card_hover,
        (false, false, true) => tokens.paper,
        (false, false, false) => tokens.card,
    };
    let edge = if slip.on || lit { tokens.accent } else { tokens.edge };
    let radius = CornerRadius::same(if slip.whole_row { 12 } else { 16 });
    ui.painter().rect(rect, radius, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(3.0, tokens.focus), StrokeKind::Outside);
    }
    let mark = Rect::from_min_size(rect.min + padding, vec2(BADGE, BADGE));
    paint_mark(ui, mark, slip);
    let text_at = mark.right_top() + vec2(GAP, (BADGE - galley.size().y).max(0.0) / 2.0);
    ui.painter().galley(text_at, galley, colour);
    if slip.whole_row && slip.on {
        let tick = sign(ui, "✓", tokens.accent);
        let at = rect.right_center() - vec2(padding.x + tick.size().x, tick.size().y / 2.0);
        ui.painter().galley(at, tick, tokens.accent);
    }

    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let kind = if slip.whole_row { WidgetType::Checkbox } else { WidgetType::RadioButton };
    response.widget_info(|| WidgetInfo::selected(kind, ui.is_enabled(), slip.on, &text));
    response
}

/// Says that what `ui` holds is one group of slips under one name.
pub fn name_group(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
}

fn paint_mark(ui: &Ui, rect: Rect, slip: &Slip<'_>) {
    let tokens = tokens(ui);
    if let Some(number) = slip.number {
        let (ground, ink) =
            if slip.on { (tokens.accent, tokens.accent_ink) } else { (tokens.accent_soft, tokens.accent) };
        ui.painter().rect_filled(rect, CornerRadius::same(7), ground);
        let number = sign(ui, &number.to_string(), ink);
        ui.painter().galley(rect.center() - number.size() / 2.0, number, ink);
    } else {
        let edge = if slip.on { tokens.accent } else { tokens.soft };
        ui.painter().circle_stroke(rect.center(), 7.0, Stroke::new(1.5, edge));
        if slip.on {
            ui.painter().circle_filled(rect.center(), 4.0, tokens.accent);
        }
    }
}

fn sign(ui: &Ui, text: &str, colour: bevy_egui::egui::Color32) -> Arc<Galley> {
    ui.painter().layout_job(text_job(text, fonts::semibold(fonts::NOTE), colour))
}
