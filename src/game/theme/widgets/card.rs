//! Surfaces: the card that groups, the numbered card that is chosen, and the block that holds what was said.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Color32, CornerRadius, EventFilter, Frame, InnerResponse, Label, Margin, Rect, Response, Sense, Shape, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{plain, speech_job, text_job};
use crate::game::theme::{CARD_RADIUS, SMALL_RADIUS, fonts, tokens};

const BADGE: f32 = 28.0;
const PADDING: f32 = 16.0;
const GAP: f32 = 12.0;

/// How much a card stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// One card among others.
    Plain,
    /// The card the screen is about.
    Accent,
    /// Something that must be read.
    Warning,
}

/// A card around `contents`, as wide as the room there is.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    surface(ui, Surface::Plain, contents)
}

/// A card that stands out as much as `kind` says.
pub fn surface<R>(ui: &mut Ui, kind: Surface, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    let stroke = match kind {
        Surface::Plain => Stroke::new(1.0, tokens.line),
        Surface::Accent => Stroke::new(1.5, tokens.accent),
        Surface::Warning => Stroke::new(1.5, tokens.upset),
    };
    let margin = if ui.available_width() < 360.0 { Margin::symmetric(12, 12) } else { Margin::symmetric(18, 16) };
    Frame::new().fill(tokens.card).stroke(stroke).corner_radius(CARD_RADIUS).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    })
}

/// A number in a small box.
pub fn number_badge(ui: &mut Ui, number: usize) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(BADGE, BADGE), Sense::hover());
    paint_badge(ui, rect, number);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, number));
    response
}

/// One reply to choose: its number and its words. The whole card can be clicked, `selected` puts a ring around it.
pub fn reply_card(ui: &mut Ui, number: usize, text: &str, selected: bool) -> Response {
    choice_card(ui, &plain(text), Some(number), selected, |ui| {
        let job = speech_job(text, fonts::BODY, tokens(ui).ink);
        ui.add(Label::new(job).wrap());
    })
}

/// A card that is chosen as a whole: an optional number, and contents that only show. `name` is what a screen reader says.
pub fn choice_card(
    ui: &mut Ui,
    name: &str,
    number: Option<usize>,
    selected: bool,
    contents: impl FnOnce(&mut Ui),
) -> Response {
    let tokens = tokens(ui);
    let outer = ui.available_rect_before_wrap();
    let id = ui.next_auto_id();
    let before = ui.ctx().read_response(id);
    let (hovered, focused) = before.map_or((false, false), |response| (response.hovered(), response.has_focus()));
    let behind = ui.painter().add(Shape::Noop);

    let left = outer.left() + PADDING + if number.is_some() { BADGE + GAP } else { 0.0 };
    let inner = Rect::from_min_max(
        pos2(left, outer.top() + PADDING),
        pos2((outer.right() - PADDING).max(left + 1.0), outer.bottom().max(outer.top() + PADDING)),
    );
    let mut child = ui.new_child(UiBuilder::new().id_salt(("choice", id)).max_rect(inner));
    child.set_width(inner.width());
    contents(&mut child);
    let height = child.min_rect().height().max(if number.is_some() { BADGE } else { 0.0 }) + 2.0 * PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(outer.width(), height), Sense::click());
    if let Some(number) = number {
        let badge = Rect::from_min_size(rect.min + vec2(PADDING, PADDING - 2.0), vec2(BADGE, BADGE));
        paint_badge(ui, badge, number);
    }
    let painter = ui.painter();
    let (fill, stroke) = match (selected, hovered) {
        (true, _) => (tokens.card, Stroke::new(1.5, tokens.accent)),
        (false, true) => (tokens.card_hover, Stroke::new(1.5, tokens.accent)),
        (false, false) => (tokens.card, Stroke::new(1.5, tokens.line)),
    };
    let radius = CornerRadius::same(CARD_RADIUS);
    let ring = ring_colour(ui, selected, focused);
    let mut shapes = vec![Shape::from(RectShape::new(rect, radius, fill, stroke, StrokeKind::Inside))];
    if let Some(ring) = ring {
        let ring = Stroke::new(3.0, ring);
        shapes.push(RectShape::stroke(rect, radius, ring, StrokeKind::Outside).into());
    }
    painter.set(behind, shapes);
    // The arrows belong to the screen, which moves its selection; Tab moves the focus.
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, ui.is_enabled(), selected, name));
    response
}

/// What was said, behind a bar in `colour`: a label over it, and whatever belongs to it.
pub fn quotation_block<R>(ui: &mut Ui, colour: Color32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let outer = ui.available_rect_before_wrap();
    let margin = Margin { left: 16, ..Margin::ZERO };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui)
    });
    let bar = Rect::from_min_max(outer.left_top(), pos2(outer.left() + 4.0, shown.response.rect.bottom()));
    ui.painter().rect_filled(bar, CornerRadius::same(2), colour);
    shown.inner
}

/// One point of a list, behind `sign` in `colour`: a letter or sign that also says what kind of point it is.
pub fn bullet<R>(ui: &mut Ui, sign: &str, colour: Color32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let top = ui.cursor().min;
    let margin = Margin { left: 22, ..Margin::ZERO };
    let inner = Frame::new().inner_margin(margin).show(ui, contents).inner;
    let galley = ui.painter().layout_job(text_job(sign, fonts::semibold(fonts::BODY), colour));
    let down = (fonts::BODY * fonts::LEADING - galley.size().y) / 2.0;
    ui.painter().galley(top + vec2(8.0 - galley.size().x / 2.0, down), galley, colour);
    inner
}

fn ring_colour(ui: &Ui, selected: bool, focused: bool) -> Option<Color32> {
    let tokens = tokens(ui);
    match (focused, selected) {
        (true, _) => Some(tokens.focus),
        (false, true) => Some(tokens.accent_soft),
        (false, false) => None,
    }
}

fn paint_badge(ui: &Ui, rect: Rect, number: usize) {
    let tokens = tokens(ui);
    let edge = Stroke::new(1.0, tokens.accent_edge);
    ui.painter().rect(rect, CornerRadius::same(SMALL_RADIUS), tokens.accent_soft, edge, StrokeKind::Inside);
    let galley = ui.painter().layout_job(text_job(&number.to_string(), fonts::semibold(15.0), tokens.accent));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.accent);
}
