//! A line that unfolds: what stands below it, and in one look what is set there.

use bevy_egui::egui::{
    CornerRadius, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::text_job;
use crate::game::theme::{fonts, tokens};

/// The head of a group that can be folded away: its `name`, and while it is folded what it `holds`. The caller draws the contents
/// while it is `open`, and opens or folds it when this is clicked.
pub fn fold(ui: &mut Ui, name: &str, holds: &str, open: bool) -> Response {
    const SIGN: f32 = 22.0;
    const GAP: f32 = 12.0;
    let tokens = tokens(ui);
    let width = ui.available_width();
    let lay_out = |text: &str, font, colour| {
        let mut job = text_job(text, font, colour);
        job.wrap.max_width = (width - SIGN).max(40.0);
        ui.painter().layout_job(job)
    };
    let title = lay_out(name, fonts::semibold(fonts::BODY), tokens.ink);
    let note = (!open && !holds.is_empty()).then(|| lay_out(holds, fonts::regular(fonts::NOTE), tokens.soft));
    let one_row = note.as_ref().is_none_or(|note| SIGN + title.size().x + GAP + note.size().x <= width);
    let below = note.as_ref().filter(|_| !one_row).map_or(0.0, |note| note.size().y);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, (title.size().y + below + 12.0).max(40.0)), Sense::click());
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(6), tokens.card_hover);
    }
    let top = rect.top() + (rect.height() - title.size().y - below) / 2.0;
    let middle = top + title.size().y / 2.0;
    let sign = if open { [(2.0, -2.5), (7.0, 2.5), (12.0, -2.5)] } else { [(4.5, -5.0), (9.5, 0.0), (4.5, 5.0)] };
    let sign = sign.map(|(x, y)| pos2(rect.left() + x, middle + y));
    painter.add(Shape::line(sign.to_vec(), Stroke::new(2.0, tokens.soft)));
    if let Some(note) = note {
        let place = if one_row {
            pos2(rect.right() - note.size().x, middle - note.size().y / 2.0)
        } else {
            pos2(rect.left() + SIGN, top + title.size().y)
        };
        painter.galley(place, note, tokens.soft);
    }
    painter.galley(pos2(rect.left() + SIGN, top), title, tokens.ink);
    if response.has_focus() {
        painter.rect_stroke(rect, CornerRadius::same(6), Stroke::new(2.0, tokens.focus), StrokeKind::Outside);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::CollapsingHeader, ui.is_enabled(), name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        if !open && !holds.is_empty() {
            node.set_description(holds);
        }
    });
    response
}
