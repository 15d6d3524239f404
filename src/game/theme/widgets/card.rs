//! Surfaces: the card that groups, the numbered card that is chosen, and the block that holds what was said.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Color32, CornerRadius, EventFilter, Frame, InnerResponse, Label, Margin, Rect, Response, Sense, Shape, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use super::{plain, speech_job, text_job};
use crate::game::theme::{CARD_RADIUS, SMALL_RADIUS, fonts, tokens};

const BADGE: f32 = 28.0;
/// Across the round mark of a card that is one of several.
const RADIO: f32 = 18.0;
/// Space around the contents of a card that is chosen.
pub const CARD_PADDING: f32 = 16.0;
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
    choice_card_padded(ui, name, number, selected, CARD_PADDING, contents)
}

/// The same with `padding` points around its contents.
pub fn choice_card_padded(
    ui: &mut Ui,
    name: &str,
    number: Option<usize>,
    selected: bool,
    padding: f32,
    contents: impl FnOnce(&mut Ui),
) -> Response {
    pressable(ui, name, number.map_or(Lead::None, Lead::Number), (selected, padding), contents)
}

/// One of several cards of which one holds, with the round mark that says so; `key` is the key that chooses it (empty for none).
pub fn radio_card(ui: &mut Ui, name: &str, key: &str, chosen: bool, contents: impl FnOnce(&mut Ui)) -> Response {
    pressable(ui, name, Lead::Radio(key), (chosen, CARD_PADDING), contents)
}

/// What stands before the contents of a card.
#[derive(Clone, Copy)]
enum Lead<'a> {
    None,
    Number(usize),
    Radio(&'a str),
}

impl Lead<'_> {
    fn width(self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Number(_) => BADGE + GAP,
            Self::Radio(_) => RADIO + GAP,
        }
    }

    fn height(self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Number(_) => BADGE,
            Self::Radio(_) => RADIO,
        }
    }

    /// Room at the right of the contents.
    fn after(self) -> f32 {
        match self {
            Self::Radio(key) if !key.is_empty() => 24.0 + GAP,
            Self::None | Self::Number(_) | Self::Radio(_) => 0.0,
        }
    }

    fn paint(self, ui: &Ui, rect: Rect, chosen: bool, padding: f32) {
        match self {
            Self::None => {}
            Self::Number(number) => {
                paint_badge(
                    ui,
                    Rect::from_min_size(rect.min + vec2(padding, padding - 2.0), vec2(BADGE, BADGE)),
                    number,
                );
            }
            Self::Radio(key) => {
                let tokens = tokens(ui);
                let middle = rect.min + vec2(padding + RADIO / 2.0, padding + fonts::BODY * fonts::LEADING / 2.0);
                let edge = if chosen { tokens.accent } else { tokens.soft };
                ui.painter().circle_stroke(middle, RADIO / 2.0 - 1.0, Stroke::new(1.5, edge));
                if chosen {
                    ui.painter().circle_filled(middle, RADIO / 4.0, tokens.accent);
                }
                if !key.is_empty() {
                    let right = pos2(rect.right() - padding, rect.top() + padding);
                    let cap = Rect::from_min_max(right - vec2(24.0, 0.0), right + vec2(0.0, 22.0));
                    ui.painter().rect_filled(cap, CornerRadius::same(6), tokens.tag);
                    let galley = ui.painter().layout_job(text_job(key, fonts::regular(13.0), tokens.soft));
                    ui.painter().galley(cap.center() - galley.size() / 2.0, galley, tokens.soft);
                }
            }
        }
    }
}

fn pressable(
    ui: &mut Ui,
    name: &str,
    lead: Lead<'_>,
    (selected, padding): (bool, f32),
    contents: impl FnOnce(&mut Ui),
) -> Response {
    let tokens = tokens(ui);
    let outer = ui.available_rect_before_wrap();
    let id = ui.next_auto_id();
    let before = ui.ctx().read_response(id);
    let (hovered, focused) = before.map_or((false, false), |response| (response.hovered(), response.has_focus()));
    let behind = ui.painter().add(Shape::Noop);

    let left = outer.left() + padding + lead.width();
    let inner = Rect::from_min_max(
        pos2(left, outer.top() + padding),
        pos2((outer.right() - padding - lead.after()).max(left + 1.0), outer.bottom().max(outer.top() + padding)),
    );
    let mut child = ui.new_child(UiBuilder::new().id_salt(("choice", id)).max_rect(inner));
    child.set_width(inner.width());
    contents(&mut child);
    let height = child.min_rect().height().max(lead.height()) + 2.0 * padding;
    let (rect, response) = ui.allocate_exact_size(vec2(outer.width(), height), Sense::click());
    lead.paint(ui, rect, selected, padding);
    let painter = ui.painter();
    let (fill, stroke) = match (selected, hovered) {
        (true, _) => (tokens.card, Stroke::new(1.5, tokens.accent)),
        (false, true) => (tokens.card_hover, Stroke::new(1.5, tokens.accent)),
        (false, false) => (tokens.card, Stroke::new(1.0, tokens.edge)),
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
    let kind = match lead {
        Lead::Radio(_) => WidgetType::RadioButton,
        Lead::None | Lead::Number(_) => WidgetType::SelectableLabel,
    };
    response.widget_info(|| WidgetInfo::selected(kind, ui.is_enabled(), selected, name));
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
    bullet_of(ui, sign, colour, fonts::BODY, contents)
}

/// As [`bullet`], for contents in letters of `size` points.
pub fn bullet_of<R>(ui: &mut Ui, sign: &str, colour: Color32, size: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let top = ui.cursor().min;
    let margin = Margin { left: 22, ..Margin::ZERO };
    let inner = Frame::new().inner_margin(margin).show(ui, contents).inner;
    let galley = ui.painter().layout_job(text_job(sign, fonts::semibold(size), colour));
    let down = (size * fonts::LEADING - galley.size().y) / 2.0;
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
