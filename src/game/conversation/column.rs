//! A narrow or low window: bar, picture, words and replies below each other, in one page that scrolls.

use bevy_egui::egui::{CornerRadius, Frame, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use super::answer;
use super::bar;
use super::layout;
use super::legend;
use super::show::{Paint, Scene, is_phone};
use super::speech::{Above, Spoken};
use super::state::UiState;
use super::timer;
use super::view::{Action, StageKind};
use super::written;
use crate::game::theme::tokens;
use crate::game::theme::widgets::page_keys;

/// From this height on the bar stays when the page scrolls.
const TALL: f32 = 420.0;
/// Below this height the words of the customer come before all else.
const LOW: f32 = 360.0;
/// The longest line of text in one column, in points.
const MEASURE: f32 = 680.0;

/// Draws the page into all the room there is.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let window = ui.available_size();
    let fixed = window.y >= TALL;
    if fixed {
        bar::compact(ui, scene, state);
    }
    timer::show(ui, scene, state, scene.sizes.margin);
    // Where a turn begins, so does its page.
    ScrollArea::vertical()
        .id_salt(("turn", scene.view.turn))
        .auto_shrink(false)
        .show(ui, |ui| {
            page_keys(ui);
            if !fixed {
                bar::compact(ui, scene, state);
            }
            bar::notice(ui, scene);
            let phone = is_phone(scene.view);
            if let Some(height) = layout::band(window, phone).filter(|_| !written::is_written(scene.view)) {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                let kind = if phone { StageKind::Phone } else { StageKind::Place };
                // Also behind the scroll bar, which needs no strip of its own beside a picture.
                let rect = rect.with_max_x(rect.left() + window.x);
                let clip = rect.intersect(ui.clip_rect().with_max_x(rect.right()));
                let picture = if phone { layout::call_with_voice_in(rect) } else { layout::person_in(rect) };
                paint(&ui.painter().with_clip_rect(clip), picture, kind);
            }
            // The scroll bar comes and goes beside the text, with room for a focus ring, so the text never changes its width.
            let side = ((window.x - MEASURE) / 2.0).max(scene.sizes.margin);
            let right = side.max(ui.spacing().scroll.bar_width + 10.0);
            let from = ui.cursor().min + vec2(side, 12.0);
            let place = Rect::from_min_size(from, vec2(window.x - side - right, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().id_salt("text").max_rect(place));
            let action = text(&mut page, scene, state, paint);
            ui.allocate_space(vec2(0.0, page.min_rect().height() + 24.0));
            action
        })
        .inner
}

fn text(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 8.0;
    let low = ui.clip_rect().height() < LOW;
    if !low {
        bar::whereabouts(ui, scene);
    }
    // What came before stands over what is said now; where there is little room it is the first to scroll out of sight.
    answer::before(ui, scene);
    if written::is_written(scene.view) {
        written::page(ui, scene, state, paint);
    } else {
        spoken(ui, scene, state);
    }
    ui.add_space(4.0);
    let action = answer::show(ui, scene, state);
    ui.add_space(8.0);
    legend::show(ui, scene, state);
    if low {
        bar::whereabouts(ui, scene);
    }
    action
}

fn spoken(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let padding = if is_phone(scene.view) { vec2(0.0, 4.0) } else { vec2(16.0, 12.0) };
    let width = ui.available_width() - 2.0 * padding.x;
    let spoken =
        Spoken::lay_out(ui, scene.words, scene.view, scene.sizes.speech, width, Above { scene: true, name: true });
    let tokens = tokens(ui);
    let frame = Frame::new().inner_margin(padding);
    let frame = if is_phone(scene.view) {
        frame
    } else {
        frame.fill(tokens.card).stroke(Stroke::new(1.0, tokens.line)).corner_radius(CornerRadius::same(16))
    };
    state.words_top = Some(ui.cursor().top());
    frame.show(ui, |ui| {
        ui.set_width(width);
        spoken.show(ui, scene.words, scene.view, state);
    });
}
