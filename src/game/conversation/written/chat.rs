//! A chat: the customer's bubbles on the left, one's own on the right, the newest at the bottom; above them who it is, and
//! whether they are writing.

use std::sync::Arc;

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{
    Color32, CornerRadius, Galley, Label, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, WidgetType, pos2, vec2,
};

use super::arrive::{arrived, messages};
use super::{aside, avatar, folded, plate, scene_plate, told};
use crate::game::conversation::show::{Paint, Scene};
use crate::game::conversation::speech::announce;
use crate::game::conversation::state::UiState;
use crate::game::conversation::view::{Said, Who};
use crate::game::theme::widgets::{plain, speech_job, text_job};
use crate::game::theme::{fonts, soft_shadow, tokens};

/// Space inside a bubble.
const PADDING: Vec2 = vec2(16.0, 10.0);
/// Between two bubbles of the same person, and between two persons.
const CLOSE: f32 = 4.0;
const APART: f32 = 14.0;
/// The widest bubble, as a share of the room.
const SHARE: f32 = 0.82;
/// Where the dots of somebody who is typing stand.
const DOTS: Vec2 = vec2(68.0, 38.0);

/// The bar over the chat in a wide window; what is left of `rect` below it.
pub fn head(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, rect: Rect, paint: Paint<'_>) -> Rect {
    let tokens = tokens(ui);
    let behind = ui.painter().add(Shape::Noop);
    let place = rect.shrink2(vec2(24.0, 10.0));
    let mut child = ui.new_child(UiBuilder::new().id_salt("chat head").max_rect(place));
    who(&mut child, scene, state, paint);
    let bar = rect.with_max_y((child.min_rect().bottom() + 10.0).round());
    ui.painter().set(behind, RectShape::filled(bar, CornerRadius::ZERO, tokens.card));
    ui.painter().hline(bar.x_range(), bar.bottom(), Stroke::new(1.0, tokens.line));
    rect.with_min_y(bar.bottom() + 1.0)
}

/// The same in one column.
pub fn compact_head(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, paint: Paint<'_>) {
    let place = ui.available_rect_before_wrap();
    let behind = ui.painter().add(Shape::Noop);
    let mut child = ui.new_child(UiBuilder::new().id_salt("chat head").max_rect(place));
    who(&mut child, scene, state, paint);
    let bar = child.min_rect().with_max_x(place.right()).expand2(vec2(8.0, 6.0));
    ui.painter().set(behind, RectShape::filled(bar, CornerRadius::same(14), tokens(ui).card));
    ui.advance_cursor_after_rect(child.min_rect());
}

/// The disc, the name, and how they seem or that they are writing.
fn who(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, paint: Paint<'_>) {
    const RADIUS: f32 = 24.0;
    let tokens = tokens(ui);
    let place = ui.available_rect_before_wrap();
    avatar::disc(ui, paint, place.min + Vec2::splat(RADIUS), RADIUS);
    let text = place.with_min_x(place.left() + 2.0 * RADIUS + 12.0);
    let mut child = ui.new_child(UiBuilder::new().id_salt("who").max_rect(text));
    child.spacing_mut().item_spacing.y = 0.0;
    let writes = is_writing(scene, state);
    let status = if writes { scene.words.text("conversation-writing") } else { scene.view.feeling.clone() };
    let colour = if writes { tokens.accent } else { tokens.soft };
    child.add(Label::new(text_job(&scene.view.name, fonts::semibold(scene.sizes.body), tokens.ink)).wrap());
    let status = child.add(Label::new(text_job(&status, fonts::regular(scene.sizes.small), colour)).wrap());
    let taken = child.min_rect().with_min_x(place.left());
    let dot = pos2(status.rect.left(), status.rect.center().y);
    if writes && status.rect.right() + 44.0 < place.right() {
        let end = text_job(&scene.words.text("conversation-writing"), fonts::regular(scene.sizes.small), colour);
        let width = ui.painter().layout_job(end).size().x;
        avatar::dots(ui, dot + vec2(width + 24.0, 1.0), state.words_shown());
    }
    ui.advance_cursor_after_rect(taken.union(Rect::from_min_size(place.min, Vec2::splat(2.0 * RADIUS))));
}

/// Whether something is still to come.
fn is_writing(scene: &Scene<'_>, state: &UiState) -> bool {
    let messages = messages(&scene.view.says);
    arrived(&messages, state.words_shown(), state.words_are_complete()) < messages.len()
}

/// One person's messages after one another.
struct Group {
    who: Who,
    messages: Vec<Arc<Galley>>,
    /// How many of them have arrived.
    shown: usize,
    /// Whether it was sent or read.
    mark: Option<Arc<Galley>>,
    /// What a screen reader says.
    name: String,
}

/// The bubbles; where the newest are. On a stage of some `height` they stand at its bottom.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, height: Option<f32>, paint: Paint<'_>) -> Rect {
    let view = scene.view;
    ui.spacing_mut().item_spacing.y = 0.0;
    let skipped = if height.is_none() { folded(ui, scene, state) } else { 0 };
    if skipped > 0 {
        ui.add_space(8.0);
    }
    let id = ui.id().with(("height of the chat", view.turn));
    if let Some(height) = height {
        // As tall as it was in the last picture: its words do not change while it stands there.
        let known: Option<f32> = ui.data(|data| data.get_temp(id));
        if known.is_none() {
            ui.ctx().request_discard("the chat has a height");
        }
        let free = (height - known.unwrap_or(height)).max(0.0);
        contact(ui, scene, free, paint);
        ui.add_space(free);
    }
    let top = ui.cursor().top();
    ui.add_space(APART);
    let last_own = view.thread.iter().rposition(|said| said.who == Who::You);
    for (at, said) in view.thread.iter().enumerate().skip(skipped) {
        ui.push_id(at, |ui| earlier(ui, scene, state, said, last_own == Some(at)));
    }
    if view.since.is_some() || view.scene.is_some() {
        scene_plate(ui, scene);
        ui.add_space(APART);
    }
    let newest = now(ui, scene, state);
    ui.data_mut(|data| data.insert_temp(id, ui.cursor().top() - top));
    newest
}

/// Whom one writes with, as a card over the first message, where there is room to see them. Painted: the bar over the chat already
/// says who it is.
fn contact(ui: &Ui, scene: &Scene<'_>, free: f32, paint: Paint<'_>) {
    const PADDING: Vec2 = vec2(26.0, 18.0);
    /// Of a face that is worth looking at, and of one that is as large as where people meet.
    const RADIUS: std::ops::RangeInclusive<f32> = 44.0..=92.0;
    let tokens = tokens(ui);
    let name = text_job(&scene.view.name, fonts::semibold(scene.sizes.body), tokens.ink);
    let name = ui.painter().layout_job(name);
    let radius = ((free - name.size().y - 2.0 * PADDING.y - 3.0 * APART) / 2.0).min(*RADIUS.end());
    if radius < *RADIUS.start() {
        return;
    }
    let size = vec2(name.size().x.max(2.0 * radius), 2.0 * radius + 8.0 + name.size().y) + 2.0 * PADDING;
    let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), free));
    let card = Rect::from_center_size(room.center(), size);
    ui.painter().add(soft_shadow(tokens).as_shape(card, CornerRadius::same(20)));
    ui.painter().rect_filled(card, CornerRadius::same(20), tokens.card);
    avatar::disc(ui, paint, pos2(card.center().x, card.top() + PADDING.y + radius), radius);
    let at = pos2(card.center().x - name.size().x / 2.0, card.bottom() - PADDING.y - name.size().y);
    ui.painter().galley(at, name, tokens.ink);
}

/// The customer's messages of this turn, as they arrive.
fn now(ui: &mut Ui, scene: &Scene<'_>, state: &UiState) -> Rect {
    let view = scene.view;
    if view.says.is_empty() {
        return Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 1.0));
    }
    let mut group = group(ui, scene, Who::Customer, &view.name, &view.says);
    group.shown = arrived(&messages(&view.says), state.words_shown(), state.words_are_complete());
    let (rect, response) = draw(ui, &group, Some(state));
    announce(ui, &response);
    ui.add_space(APART);
    // With the space below it.
    rect.with_max_y(ui.cursor().top())
}

/// A line of before.
fn earlier(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, said: &Said, last_own: bool) {
    let width = ui.available_width() - 28.0;
    let happened = said.scene.as_ref().map(|scene| aside(ui, scene, width));
    for galley in happened.into_iter().chain(told(ui, scene, said, width)) {
        plate(ui, galley);
        ui.add_space(APART);
    }
    if said.words.is_empty() {
        return;
    }
    let name = match said.who {
        Who::Customer => scene.view.name.clone(),
        Who::You => scene.words.text("conversation-you"),
    };
    let mut group = group(ui, scene, said.who, &name, &said.words);
    if last_own {
        let tokens = tokens(ui);
        let read = !scene.view.says.is_empty() && (state.words_are_complete() || state.words_shown() > 0.0);
        let (key, ticks, colour) = if read {
            ("conversation-seen", "✓✓", tokens.accent)
        } else {
            ("conversation-sent", "✓", tokens.ink)
        };
        let word = scene.words.text(key);
        group.name = format!("{} · {word}", group.name);
        let job = text_job(&format!("{ticks} {word}"), fonts::semibold(fonts::NOTE), colour);
        group.mark = Some(ui.painter().layout_job(job));
    }
    draw(ui, &group, None);
    ui.add_space(APART);
}

/// Lays out what somebody wrote.
fn group(ui: &Ui, scene: &Scene<'_>, who: Who, name: &str, words: &str) -> Group {
    let width = (ui.available_width() * SHARE).max(ui.available_width().min(220.0)) - 2.0 * PADDING.x;
    let messages: Vec<_> = messages(words)
        .into_iter()
        .map(|message| {
            let mut job = speech_job(message, scene.sizes.body + 1.0, tokens(ui).ink);
            job.wrap.max_width = width;
            ui.painter().layout_job(job)
        })
        .collect();
    let said = plain(words);
    let values = [("name", name.into()), ("words", said.as_str().into())];
    let name = scene.words.format("conversation-said-by", &values);
    Group { who, shown: messages.len(), messages, mark: None, name }
}

/// Draws the bubbles that have arrived; where others are still to come there are dots, and the room for them.
fn draw(ui: &mut Ui, group: &Group, writing: Option<&UiState>) -> (Rect, Response) {
    let tokens = tokens(ui);
    let own = group.who == Who::You;
    let sizes: Vec<Vec2> = group.messages.iter().map(|galley| galley.size() + 2.0 * PADDING).collect();
    let mark = group.mark.as_ref().map_or(0.0, |mark| mark.size().y + 3.0);
    let height: f32 = sizes.iter().map(|size| size.y + CLOSE).sum::<f32>() - CLOSE + mark;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &group.name));
    let (fill, edge) =
        if own { (tokens.accent_soft, tokens.accent.gamma_multiply(0.45)) } else { (tokens.card, tokens.line) };
    let mut top = rect.top();
    for (at, (galley, size)) in group.messages.iter().zip(&sizes).enumerate() {
        let left = if own { rect.right() - size.x } else { rect.left() };
        let bubble = Rect::from_min_size(pos2(left, top), *size);
        top = bubble.bottom() + CLOSE;
        let last = at + 1 == group.messages.len();
        if at < group.shown {
            balloon(ui, bubble, own, last, fill, edge);
            ui.painter().galley(bubble.min + PADDING, Arc::clone(galley), tokens.ink);
        } else if at == group.shown {
            let room = Rect::from_min_size(bubble.min, DOTS.min(vec2(rect.width(), size.y)));
            balloon(ui, room, own, true, fill, edge);
            avatar::dots(ui, room.center(), writing.map_or(0.0, UiState::words_shown));
        }
    }
    if let Some(mark) = &group.mark {
        let at = pos2(rect.right() - mark.size().x - 6.0, top - CLOSE + 3.0);
        let ground = Rect::from_min_size(at, mark.size()).expand2(vec2(6.0, 0.0));
        ui.painter().rect_filled(ground, CornerRadius::same(8), tokens.card.gamma_multiply(0.85));
        ui.painter().galley(at, Arc::clone(mark), tokens.ink);
    }
    (rect, response)
}

/// The body of a bubble, with a sharper corner on the side of whoever wrote it.
fn balloon(ui: &Ui, rect: Rect, own: bool, last: bool, fill: Color32, edge: Color32) {
    let mut radius = CornerRadius::same(18);
    match (own, last) {
        (true, true) => radius.se = 5,
        (false, true) => radius.sw = 5,
        (_, false) => {}
    }
    ui.painter().rect(rect, radius, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
}
