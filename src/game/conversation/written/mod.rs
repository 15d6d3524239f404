//! Where people write to each other: a chat as bubbles, a mail as a letter, a post in public. In a wide window each has a stage
//! of its own; in a narrow one it stands above the replies, with what came earlier folded away.

mod arrive;
mod avatar;
mod chat;
mod mail;
mod post;
mod public;

use bevy_egui::egui::style::ScrollAnimation;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{
    Align, CornerRadius, EventFilter, Frame, Galley, Label, Margin, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};
use std::sync::Arc;

pub use avatar::{disc, initial};
pub use public::watching;

use super::show::{Paint, Scene};
use super::speech::{announce, opening, reveal};
use super::state::UiState;
use super::view::{Channel, Said, View, Who};
use crate::game::stage::{CROWD, paint_chat, paint_desk, paint_public};
use crate::game::theme::widgets::{add_run, bar_button, plain, speech_job, text_job};
use crate::game::theme::{fonts, tokens};

/// Space at the sides of what is written, on its stage.
const EDGE: f32 = 24.0;
/// Below this height there is no room for what came earlier.
const LOW: f32 = 360.0;

/// Whether the turn is shown as something written: where nobody has written yet, the place is shown.
#[must_use]
pub fn is_written(view: &View) -> bool {
    view.channel.is_written() && !(view.says.is_empty() && view.thread.is_empty())
}

/// The stage of a wide window, all over `rect`; what is written begins at `top`.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, (rect, top): (Rect, f32), paint: Paint<'_>) {
    let dark = ui.visuals().dark_mode;
    let painter = ui.painter_at(rect);
    let page = rect.with_min_y(top);
    let body = match scene.view.channel {
        Channel::Chat => {
            paint_chat(&painter, rect, dark);
            chat::head(ui, scene, state, page, paint)
        }
        Channel::Social => {
            paint_public(&painter, rect, scene.view.watching.unwrap_or_default(), dark);
            page.with_max_y(rect.bottom() - (rect.height() * CROWD * 0.72).round())
        }
        Channel::Email | Channel::FaceToFace | Channel::Phone => {
            paint_desk(&painter, rect, dark);
            page
        }
    };
    let reached = reachable(ui, scene, state, body);
    let mut child = ui.new_child(UiBuilder::new().id_salt("written").max_rect(body));
    ScrollArea::vertical()
        .id_salt(("thread", scene.view.turn))
        .auto_shrink(false)
        .stick_to_bottom(scene.view.channel != Channel::Email)
        .show(&mut child, |ui| {
            // The bar comes and goes beside it, so what is written never changes its width.
            let width = (body.width() - 2.0 * EDGE).min(scene.sizes.measure);
            let from = pos2(body.left() + ((body.width() - width) / 2.0).round(), ui.cursor().top());
            let place = Rect::from_min_size(from, vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().id_salt("page").max_rect(place));
            page.set_width(width);
            let newest = contents(&mut page, scene, state, Some(body.height()), paint);
            ui.allocate_space(vec2(0.0, page.cursor().top() - from.y));
            bring_newest(ui, scene, state, newest);
            if state.scroll_thread != 0.0 {
                ui.scroll_with_delta(vec2(0.0, state.scroll_thread));
            }
        });
    if reached {
        let ring = Stroke::new(3.0, tokens(ui).focus);
        ui.painter().rect_stroke(body.shrink(2.0), CornerRadius::same(6), ring, StrokeKind::Inside);
    }
}

/// The same in one column, as tall as it is.
pub fn page(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) {
    ui.spacing_mut().item_spacing.y = 8.0;
    if scene.view.channel == Channel::Chat {
        chat::compact_head(ui, scene, state, paint);
    }
    let newest = contents(ui, scene, state, None, paint);
    state.words_top = Some(newest.top());
}

/// What was written, the newest last or, in a mail program, first; where that is. With a `height` it stands on a stage of that
/// height, else in a column in which earlier messages are folded away.
fn contents(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, height: Option<f32>, paint: Paint<'_>) -> Rect {
    match scene.view.channel {
        Channel::Chat => chat::show(ui, scene, state, height, paint),
        Channel::Social => post::show(ui, scene, state, height.is_some(), paint),
        Channel::Email | Channel::FaceToFace | Channel::Phone => mail::show(ui, scene, state, height.is_some(), paint),
    }
}

/// Lets the keyboard reach what was written so far, to scroll it with the arrows. Whether it is reached now.
fn reachable(ui: &Ui, scene: &Scene<'_>, state: &mut UiState, rect: Rect) -> bool {
    if scene.view.thread.is_empty() {
        return false;
    }
    let response = ui.interact(rect, ui.id().with("thread"), Sense::focusable_noninteractive());
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let name = scene.words.text("conversation-thread");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, &name));
    state.thread = Some(response.id);
    response.has_focus()
}

/// Scrolls to what came last, once in a turn and once where the stage gets another height; of something taller than the stage,
/// to where it begins.
fn bring_newest(ui: &Ui, scene: &Scene<'_>, state: &mut UiState, newest: Rect) {
    let height = ui.clip_rect().height();
    if scene.view.channel == Channel::Email || state.newest_shown_in.is_some_and(|known| (known - height).abs() < 0.5) {
        return;
    }
    state.newest_shown_in = Some(height);
    let tall = newest.height() > height;
    let align = if tall { Align::Min } else { Align::Max };
    ui.scroll_to_rect_animation(newest, Some(align), ScrollAnimation::none());
    ui.ctx().request_discard("the newest message comes into sight");
}

/// How many earlier lines stay folded in a narrow window, and the button that unfolds them. The last line of one's own stands
/// there, except in a low window, where the customer's words come before all else.
fn folded(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) -> usize {
    let thread = &scene.view.thread;
    let last_own = thread.iter().rposition(|said| said.who == Who::You).filter(|_| ui.clip_rect().height() >= LOW);
    let earlier = last_own.unwrap_or(thread.len());
    if earlier == 0 || state.earlier {
        return 0;
    }
    let text = scene.words.format("conversation-earlier", &[("n", earlier.into())]);
    if bar_button(ui, &text, "").clicked() {
        state.earlier = true;
    }
    earlier
}

/// What is told between the lines, laid out for a width: what was done, or that nothing was answered. None for plain words.
fn told(ui: &Ui, scene: &Scene<'_>, said: &Said, width: f32) -> Option<Arc<Galley>> {
    let text = match &said.act {
        Some(act) => plain(act),
        None if said.words.is_empty() && said.who == Who::You => scene.words.text("you-said-nothing"),
        None => return None,
    };
    Some(aside(ui, &text, width))
}

/// A stage direction, laid out for a width.
fn aside(ui: &Ui, text: &str, width: f32) -> Arc<Galley> {
    let mut job = text_job(&plain(text), fonts::italic(fonts::NOTE + 1.0), tokens(ui).ink);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// What happened before the customer wrote now, on a plate.
fn scene_plate(ui: &mut Ui, scene: &Scene<'_>) {
    let width = ui.available_width() - 28.0;
    let Some(mut job) = opening(scene.view, scene.sizes.small + 1.0, tokens(ui).ink) else { return };
    job.wrap.max_width = width;
    let galley = ui.painter().layout_job(job);
    plate(ui, galley);
}

/// A plate in the middle of the width.
fn plate(ui: &mut Ui, galley: Arc<Galley>) {
    let tokens = tokens(ui);
    let side = ((ui.available_width() - galley.size().x - 28.0) / 2.0).max(0.0).floor();
    let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), galley.size().y + 14.0));
    ui.advance_cursor_after_rect(row);
    let rect = row.shrink2(vec2(side, 0.0));
    ui.painter().rect_filled(rect, CornerRadius::same(10), tokens.card.gamma_multiply(0.92));
    let mut child = ui.new_child(UiBuilder::new().id_salt(row.top().to_bits()).max_rect(rect.shrink2(vec2(14.0, 7.0))));
    child.add(Label::new(galley));
}

/// The customer's words of this turn as they come, word by word.
fn words_now(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, size: f32) -> Rect {
    let mut job = speech_job(&scene.view.says, size, tokens(ui).ink);
    job.wrap.max_width = ui.available_width();
    let (galley, row) = reveal(ui.painter().layout_job(job), state, false);
    let response = ui.add(Label::new(galley));
    announce(ui, &response);
    if let Some(row) = row.filter(|_| !state.words_are_complete()) {
        ui.scroll_to_rect(row.translate(response.rect.min.to_vec2()), None);
    }
    response.rect
}

/// Over the words of a mail that is not sent yet: that it is a draft, and about what.
pub fn draft(ui: &mut Ui, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let mut job = LayoutJob::default();
    add_run(&mut job, &scene.words.text("conversation-draft"), fonts::semibold(fonts::NOTE), tokens.accent);
    let subject = mail::answered(scene);
    add_run(&mut job, &format!("   {subject}"), fonts::regular(fonts::NOTE), tokens.soft);
    job.wrap.max_width = ui.available_width();
    job.wrap.max_rows = 1;
    let galley = ui.painter().layout_job(job);
    // Painted: the card itself already says what it holds.
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), galley.size().y + 4.0));
    ui.painter().galley(place.min, galley, tokens.soft);
    let rule = place.bottom();
    ui.painter().hline(place.x_range(), rule, Stroke::new(1.0, tokens.line));
}

/// A sheet that something is written on.
fn sheet(ui: &Ui, radius: u8) -> Frame {
    let tokens = tokens(ui);
    let margin = if ui.available_width() < 400.0 { Margin::symmetric(14, 12) } else { Margin::symmetric(24, 20) };
    Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(radius))
        .inner_margin(margin)
}
