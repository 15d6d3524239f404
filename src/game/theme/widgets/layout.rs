//! How much room there is, columns, and the keys that all screens share.

use bevy_egui::egui::{
    Align, Frame, Key, Margin, Modifiers, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, pos2, vec2,
};

use crate::game::theme::tokens;

/// Above and below what scrolls, in points.
const PAD: i8 = 20;
/// Beside what scrolls, so that a focus ring is not cut off.
const RING: i8 = 6;
/// The height that a foot is taken for before it was drawn.
const FOOT: f32 = 72.0;

/// The width a widget may take without running out of its row: in a wrapping row that is the whole row.
#[must_use]
pub fn room(ui: &Ui) -> f32 {
    let width = if ui.layout().main_wrap() { ui.max_rect().width() } else { ui.available_width() };
    width.max(1.0)
}

/// Columns of the given `widths`, top-aligned, `gap` apart; the widths should add up to the room there is. The space taken is
/// as tall as the tallest, and each column is told its number.
pub fn columns(ui: &mut Ui, widths: &[f32], gap: f32, mut column: impl FnMut(&mut Ui, usize)) {
    let top = ui.cursor().min;
    let mut left = top.x;
    let mut bottom = top.y;
    for (index, &width) in widths.iter().enumerate() {
        let rect = Rect::from_min_max(pos2(left, top.y), pos2(left + width, ui.max_rect().bottom().max(top.y)));
        let mut child = ui.new_child(UiBuilder::new().id_salt(("column", index)).max_rect(rect));
        child.set_width(width);
        column(&mut child, index);
        bottom = bottom.max(child.min_rect().bottom());
        left += width + gap;
    }
    let taken: Vec2 = vec2(left - gap - top.x, bottom - top.y);
    ui.allocate_space(taken.max(Vec2::ZERO));
}

/// Whether `key` was pressed alone; it is used up.
#[must_use]
pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Whether the trainee is writing, so that letters and digits belong to the text.
#[must_use]
pub fn typing(ui: &Ui) -> bool {
    ui.ctx().text_edit_focused()
}

/// Scrolls the surrounding scroll area by a page on `PageUp` and `PageDown`. Call it inside the area.
pub fn page_keys(ui: &Ui) {
    let page = (ui.clip_rect().height() - 48.0).max(48.0);
    if pressed(ui, Key::PageDown) {
        ui.scroll_with_delta(vec2(0.0, -page));
    }
    if pressed(ui, Key::PageUp) {
        ui.scroll_with_delta(vec2(0.0, page));
    }
}

/// A part of the screen that scrolls by itself when it has to. `contents` gets the width of `rect` less room for a focus ring on
/// either side, and `PAD` points above and below.
pub fn pane<R>(ui: &mut Ui, id: &str, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect));
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(RING, PAD))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    contents(ui)
                })
                .inner
        })
        .inner
}

/// Scrolls until `rect` can be seen; of something taller than the window, its top.
pub fn reveal(ui: &Ui, rect: Rect) {
    let tall = rect.height() > ui.clip_rect().height();
    ui.scroll_to_rect(rect, tall.then_some(Align::Min));
}

/// Scrolls until the first `height` points of `rect` can be seen, and not at all when they can be seen already.
pub fn reveal_top(ui: &Ui, rect: Rect, height: f32) {
    let height = height.min(rect.height()).min(ui.clip_rect().height());
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    if !ui.clip_rect().contains_rect(head.shrink2(vec2(rect.width() * 0.49, 1.0))) {
        ui.scroll_to_rect(rect, Some(Align::Min));
    }
}

/// A `page` above a `foot` that stays in sight, on a ground of its own from edge to edge, with contents at most `width` points
/// wide. The page gets all the room that the foot leaves. Both are handed the `state` of the screen.
pub fn footed<S, P, F>(
    ui: &mut Ui,
    width: f32,
    state: &mut S,
    page: impl FnOnce(&mut Ui, &mut S) -> P,
    foot: impl FnOnce(&mut Ui, &mut S) -> F,
) -> (P, F) {
    let rest = ui.available_rect_before_wrap();
    let id = ui.id().with("height of the foot");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(FOOT);
    let place = rest.with_min_y((rest.bottom() - known).max(rest.top()));
    let mut above = ui.new_child(UiBuilder::new().id_salt("above the foot").max_rect(rest.with_max_y(place.top())));
    let page = page(&mut above, state);
    let tokens = tokens(ui);
    ui.painter().rect_filled(place, 0.0, tokens.card);
    ui.painter().hline(place.x_range(), place.top(), Stroke::new(1.0, tokens.line));
    let margin = if rest.height() < 420.0 { 6.0 } else { 14.0 };
    let side = ((place.width() - width) / 2.0).max(if place.width() < 600.0 { 12.0 } else { 24.0 });
    let mut below = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(place.shrink2(vec2(side, margin))));
    below.set_width(place.width() - 2.0 * side);
    let foot = foot(&mut below, state);
    let height = below.min_rect().height() + 2.0 * margin;
    if (height - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_discard("the foot has another height");
        ui.ctx().request_repaint();
    }
    ui.advance_cursor_after_rect(rest);
    (page, foot)
}

/// The whole rest of `ui` as one scrolling page, at most `width` points wide and centred.
pub fn sheet<R>(ui: &mut Ui, id: &str, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    sheet_under(ui, id, width, |_| {}, contents).1
}

/// As [`sheet`], with a `bar` from edge to edge above the page that scrolls away with it: where the window is low, a bar that
/// stays would leave no room to read.
pub fn sheet_under<B, R>(
    ui: &mut Ui,
    id: &str,
    width: f32,
    bar: impl FnOnce(&mut Ui) -> B,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (B, R) {
    let rect = ui.available_rect_before_wrap();
    let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect));
    let area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    let shown = area.show(&mut child, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let over = ui.scope(bar).inner;
        let room = ui.available_width();
        let side = ((room - width) / 2.0).max(if room < 600.0 { 12.0 } else { 24.0 });
        let top = ui.cursor().top() + f32::from(PAD);
        let inner = Rect::from_min_max(
            pos2(ui.max_rect().left() + side, top),
            pos2(ui.max_rect().left() + room - side, ui.max_rect().bottom().max(top)),
        );
        let mut page = ui.new_child(UiBuilder::new().id_salt("page").max_rect(inner));
        page.spacing_mut().item_spacing.y = 8.0;
        page.set_width(inner.width());
        let result = contents(&mut page);
        let height = page.min_rect().bottom() + f32::from(PAD) - ui.cursor().top();
        ui.allocate_space(vec2(room, height));
        (over, result)
    });
    shown.inner
}
