//! The bar at the top of a screen: where one is, what holds now, and what can be done about it.

use bevy_egui::egui::{
    Align, Frame, Layout, Margin, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{Chip, chip, text_job};
use crate::game::theme::{fonts, tokens};

const GAP: f32 = 12.0;
const HEIGHT: f32 = 36.0;

/// The bar: a title, chips after it, and whatever `right` draws at the right end (left to right, in one row). When all of it
/// does not fit into one row, the chips go below the title, and so does `right` when even the two do not fit.
pub fn top_bar<R>(ui: &mut Ui, title: &str, chips: &[Chip], right: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = tokens(ui);
    let narrow = ui.available_width() < 600.0;
    let margin = if narrow { Margin::symmetric(12, 8) } else { Margin::symmetric(24, 10) };
    let shown = Frame::new().fill(tokens.card).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let id = ui.id().with("width of the right end");
        let known: Option<f32> = ui.data(|data| data.get_temp(id));
        let room = ui.available_width() - known.map_or(0.0, |width| width + GAP);
        let title_width = width(ui, title, 0.0);
        let chips_width: f32 = chips.iter().map(|chip| width(ui, &chip.text, 10.0 + chip.around())).sum();
        let (result, width) = if title_width + GAP + chips_width <= room {
            one_row(ui, title, chips, known, right)
        } else if title_width <= room {
            let shown = one_row(ui, title, &[], known, right);
            wrapped_chips(ui, chips);
            shown
        } else {
            text(ui, title);
            wrapped_chips(ui, chips);
            let shown = ui.horizontal_wrapped(right);
            // What is broken into rows does not tell how wide one row is: going by that it would be tried in one for ever.
            let is_one_row = shown.response.rect.height() < 1.5 * HEIGHT;
            let width = known.filter(|_| !is_one_row).unwrap_or_else(|| shown.response.rect.width());
            (shown.inner, width)
        };
        if known.is_none_or(|known| (known - width).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("the right end of the bar has another width");
            ui.ctx().request_repaint();
        }
        result
    });
    let bottom = shown.response.rect.bottom();
    ui.painter().hline(shown.response.rect.x_range(), bottom, Stroke::new(1.0, tokens.line));
    shown.inner
}

fn one_row<R>(
    ui: &mut Ui,
    title: &str,
    chips: &[Chip],
    known: Option<f32>,
    right: impl FnOnce(&mut Ui) -> R,
) -> (R, f32) {
    let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), HEIGHT));
    let layout = Layout::left_to_right(Align::Center);
    let mut left = ui.new_child(UiBuilder::new().id_salt("left").max_rect(row).layout(layout));
    text(&mut left, title);
    left.add_space(GAP - 8.0);
    for each in chips {
        chip(&mut left, each);
    }
    // Before its width is known it gets the whole row, so that it is measured without wrapping, and is not shown.
    let start = known.map_or(row.left(), |width| row.right() - width.ceil());
    // It has room to grow past the edge for one picture, so that it is always measured unwrapped.
    let place = Rect::from_min_max(pos2(start.max(row.left()), row.top()), row.max + vec2(row.width(), 0.0));
    let mut end = ui.new_child(UiBuilder::new().id_salt("right").max_rect(place).layout(layout));
    if known.is_none() {
        end.set_invisible();
    }
    let result = right(&mut end);
    let width = end.min_rect().width();
    let height = left.min_rect().height().max(end.min_rect().height()).max(HEIGHT);
    ui.allocate_space(vec2(row.width(), height));
    (result, width)
}

fn wrapped_chips(ui: &mut Ui, chips: &[Chip]) {
    if !chips.is_empty() {
        ui.spacing_mut().interact_size.y = 28.0;
        ui.horizontal_wrapped(|ui| {
            for each in chips {
                chip(ui, each);
            }
        });
    }
}

/// The title, centred in the row it stands in.
fn text(ui: &mut Ui, title: &str) {
    let ink = tokens(ui).ink;
    let mut job = text_job(title, fonts::semibold(fonts::HEADING), ink);
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, title));
}

/// How wide `text` is, and `around` it; chips are a little smaller than this, so that the row has air.
fn width(ui: &Ui, text: &str, around: f32) -> f32 {
    let size = if around > 0.0 { fonts::NOTE } else { fonts::HEADING };
    ui.painter().layout_job(text_job(text, fonts::semibold(size), tokens(ui).ink)).size().x + around
}
